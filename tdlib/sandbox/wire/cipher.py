"""The ciphers of MTProto: how a packet is locked with an authorization key, in versions 1 and 2."""

from __future__ import annotations

import importlib
import os
from hashlib import sha1, sha256
from typing import Any

from tdlib.sandbox.wire.primitives import MalformedError

_tgcrypto: Any = importlib.import_module("tgcrypto")
"""tgcrypto ships no type marker, so it enters as `Any` here and nowhere else."""

FROM_CLIENT = 0
FROM_SERVER = 8


class Stream:
    """AES-256 in counter mode: one direction of an obfuscated connection."""

    def __init__(self, key: bytes, counter: bytes) -> None:
        self._key = key
        self._counter = bytearray(counter)
        self._state = bytearray(1)

    def apply(self, data: bytes) -> bytes:
        """Returns `data` encrypted or decrypted, which is the same in counter mode."""
        if not data:
            return b""
        return bytes(_tgcrypto.ctr256_encrypt(data, self._key, self._counter, self._state))


def encrypt_blocks(data: bytes, key: bytes, vector: bytes) -> bytes:
    """Returns `data`, whose size divides by 16, encrypted with AES-256 in IGE mode."""
    return bytes(_tgcrypto.ige256_encrypt(data, key, vector))


def decrypt_blocks(data: bytes, key: bytes, vector: bytes) -> bytes:
    """Returns `data`, whose size divides by 16, decrypted with AES-256 in IGE mode."""
    if not data or len(data) % 16:
        raise MalformedError(f"an encrypted part of {len(data)} bytes is not a whole number of blocks")
    return bytes(_tgcrypto.ige256_decrypt(data, key, vector))


def lock(auth_key: bytes, plain: bytes) -> bytes:
    """Returns message key and encrypted `plain`, padded, as the server sends it."""
    padded = plain + os.urandom(12 + -(len(plain) + 12) % 16)
    message_key = sha256(auth_key[88 + FROM_SERVER : 120 + FROM_SERVER] + padded).digest()[8:24]
    return message_key + encrypt_blocks(padded, *_keys(auth_key, message_key, FROM_SERVER))


def unlock(auth_key: bytes, message_key: bytes, encrypted: bytes) -> tuple[bytes, bytes]:
    """Decrypts what a client sent.

    Returns:
        the plain bytes with their padding, and the four bytes of the quick acknowledgement.

    Raises:
        MalformedError: when the message key does not fit.
    """
    plain = decrypt_blocks(encrypted, *_keys(auth_key, message_key, FROM_CLIENT))
    digest = sha256(auth_key[88:120] + plain).digest()
    if digest[8:24] != message_key:
        raise MalformedError("the message key does not fit the message")
    return plain, digest[:4]


def unlock_version_1(auth_key: bytes, message_key: bytes, encrypted: bytes) -> bytes:
    """Decrypts in the old way, which only `auth.bindTempAuthKey` still uses; the caller checks what comes out."""
    a = sha1(message_key + auth_key[0:32]).digest()
    b = sha1(auth_key[32:48] + message_key + auth_key[48:64]).digest()
    c = sha1(auth_key[64:96] + message_key).digest()
    d = sha1(message_key + auth_key[96:128]).digest()
    key = a[0:8] + b[8:20] + c[4:16]
    vector = a[8:20] + b[0:8] + c[16:20] + d[0:8]
    return decrypt_blocks(encrypted, key, vector)


def _keys(auth_key: bytes, message_key: bytes, direction: int) -> tuple[bytes, bytes]:
    a = sha256(message_key + auth_key[direction : direction + 36]).digest()
    b = sha256(auth_key[direction + 40 : direction + 76] + message_key).digest()
    return a[:8] + b[8:24] + a[24:32], b[:8] + a[8:24] + b[24:32]
