"""The state of the local Telegram: people, chats, messages and files as plain data, and the verbs that change them.

It may import `tdlib.sandbox.codec`, `tdlib.sandbox.rpc` and, for what it pushes to devices, `tdlib.sandbox.render`.
"""
