"""The wire: TDLib's types and requests, the engine process that runs libtdjson, and the client that talks to it.

May import the standard library and msgspec; `tdlib.binding` alone imports python-telegram. Knows nothing of Qt, of
`client` or of `ui`.
"""
