"""The API's methods, one module per subject; `tdlib.sandbox.rpc.load_methods` imports them, which fills `METHODS`.

It may import `tdlib.sandbox.world`, `.render`, `.codec` and `.rpc`, and never sees a connection.
"""
