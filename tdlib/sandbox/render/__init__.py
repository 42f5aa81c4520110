"""The state of the local Telegram as TL objects, as one viewer may see it.

It reads `tdlib.sandbox.world` and changes nothing there; it may import `tdlib.sandbox.codec` and `tdlib.sandbox.rpc`.
"""
