"""How a client without a key gets one: three questions and answers, of which only the numbers matter."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from hashlib import sha1, sha256

from tdlib.sandbox.wire import rsa_key
from tdlib.sandbox.wire.cipher import decrypt_blocks, encrypt_blocks
from tdlib.sandbox.wire.clock import Clock
from tdlib.sandbox.wire.keys import AuthKey
from tdlib.sandbox.wire.primitives import (
    MalformedError,
    Reader,
    constructor,
    int32,
    string,
    vector_of_int64,
)

REQ_PQ = 0x60469778
REQ_PQ_MULTI = 0xBE7E8EF1
RES_PQ = 0x05162463
REQ_DH_PARAMS = 0xD712E4BE
SERVER_DH_PARAMS_OK = 0xD0E8075C
SERVER_DH_INNER_DATA = 0xB5890DBA
SET_CLIENT_DH_PARAMS = 0xF5045F1F
CLIENT_DH_INNER_DATA = 0x6643B654
DH_GEN_OK = 0x3BCBF734
P_Q_INNER_DATA = 0x83C95AEC
P_Q_INNER_DATA_DC = 0xA9F55F95
P_Q_INNER_DATA_TEMP = 0x3C6A84D4
P_Q_INNER_DATA_TEMP_DC = 0x56FDDF88

FACTOR_P = 1_229_739_323
FACTOR_Q = 1_402_015_859
PRODUCT = (FACTOR_P * FACTOR_Q).to_bytes(8, "big")
"""The puzzle is the same for everybody: on loopback it protects nothing."""

GENERATOR = 3
SECRET_SIZE = 32
"""Bytes of the server's secret exponent: enough for 128 bits of safety, and eight times as quick as 256."""
PRIME = bytes.fromhex(
    "c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f48198a0aa7c14058229493d22530f4dbfa336f6e0ac9"
    "25139543aed44cce7c3720fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f642477fe96bb2a941d5bcd1d4a"
    "c8cc49880708fa9b378e3c4f3a9060bee67cf9a4a4a695811051907e162753b56b0f6b410dba74d8a84b2a14b3144e0ef1284754fd17"
    "ed950d5965b4b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4e418fc15e83ebea0f87fa9ff5eed70050ded2849f47bf959"
    "d956850ce929851f0d8115f635b105ee2e4e15d04b2454bf6f4fadf034b10403119cd8e3b92fcc5b"
)
"""The prime of the real servers: clients know it and need not check it."""


@dataclass
class _Progress:
    """What one handshake has agreed on so far."""

    nonce: bytes
    server_nonce: bytes
    new_nonce: bytes = b""
    expires_in: int = 0
    secret: int = 0


class Handshake:
    """One connection's handshakes; several may follow each other."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._progress: _Progress | None = None

    def answer(self, question: bytes) -> tuple[bytes, AuthKey | None]:
        """Returns the answer to one unencrypted message, and the new key after the last one.

        Raises:
            MalformedError: when the question is none of a handshake's, or wrong at this point.
        """
        reader = Reader(question)
        kind = reader.constructor()
        if kind in (REQ_PQ, REQ_PQ_MULTI):
            return self._begin(reader.raw(16)), None
        progress = self._progress
        if progress is None or reader.raw(16) != progress.nonce or reader.raw(16) != progress.server_nonce:
            raise MalformedError("a handshake goes on that never began")
        if kind == REQ_DH_PARAMS:
            return self._offer(progress, reader), None
        if kind == SET_CLIENT_DH_PARAMS:
            return self._finish(progress, reader)
        raise MalformedError(f"{kind:#010x} belongs to no handshake")

    def _begin(self, nonce: bytes) -> bytes:
        self._progress = progress = _Progress(nonce, os.urandom(16))
        return (
            constructor(RES_PQ)
            + nonce
            + progress.server_nonce
            + string(PRODUCT)
            + vector_of_int64([rsa_key.FINGERPRINT])
        )

    def _offer(self, progress: _Progress, reader: Reader) -> bytes:
        reader.string()
        reader.string()
        if reader.int64() != rsa_key.FINGERPRINT:
            raise MalformedError("the client trusts another key than the sandbox's")
        self._take_inner(progress, open_inner(reader.string()))
        progress.secret = int.from_bytes(os.urandom(SECRET_SIZE), "big")
        public = pow(GENERATOR, progress.secret, int.from_bytes(PRIME, "big")).to_bytes(256, "big")
        inner = (
            constructor(SERVER_DH_INNER_DATA)
            + progress.nonce
            + progress.server_nonce
            + int32(GENERATOR)
            + string(PRIME)
            + string(public)
            + int32(int(self._clock.now()))
        )
        plain = sha1(inner).digest() + inner
        encrypted = encrypt_blocks(plain + os.urandom(-len(plain) % 16), *temporary_cipher(progress))
        return constructor(SERVER_DH_PARAMS_OK) + progress.nonce + progress.server_nonce + string(encrypted)

    def _take_inner(self, progress: _Progress, inner: Reader) -> None:
        kind = inner.constructor()
        if kind not in (P_Q_INNER_DATA, P_Q_INNER_DATA_DC, P_Q_INNER_DATA_TEMP, P_Q_INNER_DATA_TEMP_DC):
            raise MalformedError("the RSA block holds something else")
        for _ in ("pq", "p", "q"):
            inner.string()
        if inner.raw(16) != progress.nonce or inner.raw(16) != progress.server_nonce:
            raise MalformedError("the RSA block belongs to another handshake")
        progress.new_nonce = inner.raw(32)
        if kind in (P_Q_INNER_DATA_DC, P_Q_INNER_DATA_TEMP_DC):
            inner.int32()
        progress.expires_in = inner.int32() if kind in (P_Q_INNER_DATA_TEMP, P_Q_INNER_DATA_TEMP_DC) else 0

    def _finish(self, progress: _Progress, reader: Reader) -> tuple[bytes, AuthKey]:
        if not progress.secret:
            raise MalformedError("a handshake ends that has not offered anything")
        inner = Reader(decrypt_blocks(reader.string(), *temporary_cipher(progress)), 20)
        if inner.constructor() != CLIENT_DH_INNER_DATA or inner.raw(32) != progress.nonce + progress.server_nonce:
            raise MalformedError("the last message belongs to another handshake")
        inner.int64()
        public = int.from_bytes(inner.string(), "big")
        secret = pow(public, progress.secret, int.from_bytes(PRIME, "big")).to_bytes(256, "big")
        key = AuthKey(secret, int(time.time()) + progress.expires_in if progress.expires_in else 0)
        salt = bytes(a ^ b for a, b in zip(progress.new_nonce[:8], progress.server_nonce[:8], strict=True))
        key.begin_with_salt(int.from_bytes(salt, "little", signed=True))
        proof = sha1(progress.new_nonce + b"\x01" + sha1(secret).digest()[:8]).digest()[4:]
        self._progress = None
        return constructor(DH_GEN_OK) + progress.nonce + progress.server_nonce + proof, key


def open_inner(block: bytes) -> Reader:
    """Opens the RSA block in which a client hides its half of the secret; both ways of padding it are taken.

    Raises:
        MalformedError: when the block is locked with another key.
    """
    plain = rsa_key.decrypt(block)
    modern = _open_padded(plain)
    if modern is not None:
        return modern
    return Reader(plain[1:], 20)


def _open_padded(plain: bytes) -> Reader | None:
    """Opens what RSA_PAD made: a key masked by the hash of what it encrypts; None where it was not made so."""
    encrypted = plain[32:]
    key = bytes(a ^ b for a, b in zip(plain[:32], sha256(encrypted).digest(), strict=True))
    opened = decrypt_blocks(encrypted, key, bytes(32))
    data = opened[:192][::-1]
    return Reader(data) if sha256(key + data).digest() == opened[192:] else None


def temporary_cipher(progress: _Progress) -> tuple[bytes, bytes]:
    """Returns key and vector that both sides derive from the two nonces."""
    mine, theirs = progress.server_nonce, progress.new_nonce
    a, b, c = sha1(theirs + mine).digest(), sha1(mine + theirs).digest(), sha1(theirs + theirs).digest()
    return a + b[:12], b[12:] + c + theirs[:4]
