"""The interface: composition, view models, media, platform and QML.

May import `client`, and of `tdlib` what the table in docs/architecture.md says.
"""
