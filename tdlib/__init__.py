"""The wire: TDLib's types and requests, the engine process that runs libtdjson, and the client that talks to it.

May import the standard library and msgspec, and in the engine process hardly that. Knows nothing of Qt, of `client` or
of `ui`.
"""
