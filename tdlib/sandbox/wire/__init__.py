"""The MTProto half of the sandbox: sockets, keys and sessions.

It may import the standard library, tgcrypto, `sandbox.codec` and `sandbox.rpc`.
"""
