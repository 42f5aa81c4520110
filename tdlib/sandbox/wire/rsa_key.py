"""The key pair of the sandbox's server: public to everybody, worth nothing outside loopback.

The private half is in the source on purpose: the sandbox listens on 127.0.0.1 only, and a key that never changes lets
the trusting copy of libtdjson be made once. No real server has this key, and the app in normal use never trusts it.
"""

from __future__ import annotations

import hashlib
import struct

EXPONENT = 65537
PRIME_P = int(
    "e7c5d0c31002a48df173a687dc60ce467d32e60b2c5dc086b86f3050222008f7fe9de3552b81c0c3253c5d8e87bb0efb"
    "55fb3f23eb0e0518fc27ec8ddb48dad83065d1246e59b7901b546416140673e7cb355df5c2c3f619de00e470a080ca14"
    "0b8bc510f1ad1e8e5eaa8e8b4766b06e5365f6ebc9cfeace276ac4417ea8fd65",
    16,
)
PRIME_Q = int(
    "df3c1b344e9513038205b2a967017f2f121ace43829e4ee2ef6f21b5a319e404c73d5c3617d23043c4fa5bc5b17fc7ef"
    "ec069361886619277ac0821321679ce3a9e6d2eecc8696d27c833e86bb9c0e4b8653996145a4c064eda0b0b7ac4b6942"
    "23b6f1d1e3308d0d8262a5c4027d6ca89efdf292a6a532a5e8f481def4474721",
    16,
)
MODULUS = PRIME_P * PRIME_Q
PRIVATE_EXPONENT = pow(EXPONENT, -1, (PRIME_P - 1) * (PRIME_Q - 1))

PUBLIC_PEM = """\
-----BEGIN RSA PUBLIC KEY-----
MIIBCgKCAQEAyhu72BECRTqKbWM/EzxpSDT1++IG9iieMaTDBKJ0ewLvSEhX5p7X
J/gGN4xCSG23YVXUOR1kQFWWZ7Oza6Viqs47nAK95YCf6fxQMZfrjru3FAsfVfMe
n7w2LwF4rq/2KsYJTkh3t0mqvWBjR4FTYYYgS4Z+JLeB3pyMcQmGlOqb3LkwYrGo
JfhIdjm9TgX5JGMXgo6uhwjHQy7i8JgP4p4exl9O++diefqz1zNLjqVeRe+UCUO/
pq1nXPhQrNnlxlj957BX6DuTaSZVrMCIdpDYct97fofHVsyxDa4Au/QqGVdpq90w
Cax6mWvrdtSFnm2v3iPeP5mWlEuKvRKtBQIDAQAB
-----END RSA PUBLIC KEY-----"""
"""The public half as PKCS#1 PEM, without a newline at its end: exactly as long as the keys inside libtdjson."""


def decrypt(block: bytes) -> bytes:
    """Returns the 256 plain bytes of an RSA block of at most 256 bytes."""
    cipher = int.from_bytes(block, "big") % MODULUS
    remainder_p = pow(cipher, PRIVATE_EXPONENT % (PRIME_P - 1), PRIME_P)
    remainder_q = pow(cipher, PRIVATE_EXPONENT % (PRIME_Q - 1), PRIME_Q)
    factor = (remainder_p - remainder_q) * pow(PRIME_Q, -1, PRIME_P) % PRIME_P
    return (remainder_q + factor * PRIME_Q).to_bytes(256, "big")


def _fingerprint() -> int:
    modulus = MODULUS.to_bytes(256, "big")
    bare = b"\xfe" + len(modulus).to_bytes(3, "little") + modulus + b"\x03" + EXPONENT.to_bytes(3, "big")
    value: int = struct.unpack("<q", hashlib.sha1(bare).digest()[-8:])[0]
    return value


FINGERPRINT = _fingerprint()
"""The signed 64-bit number by which a client names this key during the handshake."""
