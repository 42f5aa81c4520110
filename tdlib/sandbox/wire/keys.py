"""Authorization keys: permanent ones, which are devices, and temporary ones, which stand for them for a while."""

from __future__ import annotations

import hashlib
import os
import struct
import time
from dataclasses import dataclass, field
from typing import Any

from tdlib.sandbox.wire.cipher import unlock_version_1
from tdlib.sandbox.wire.primitives import MalformedError, Reader

BIND_AUTH_KEY_INNER = 0x75A3F765
SALT_LIFE = 1800
FIRST_SALT_LIFE = 3600


@dataclass(eq=False)
class AuthKey:
    """A key that a client and the server share.

    Attributes:
        secret: its 256 bytes.
        expires_at: Unix time after which a temporary key is void; 0 for a permanent one.
        permanent: the permanent key that a temporary one is bound to, or the key itself; None while unbound.
    """

    secret: bytes
    expires_at: int = 0
    permanent: AuthKey | None = None
    id: int = field(init=False)
    _first_salt: int = 0
    _first_salt_until: float = 0.0
    _salt_epoch: bytes = b""

    def __post_init__(self) -> None:
        self.id = struct.unpack("<q", hashlib.sha1(self.secret).digest()[-8:])[0]
        if not self.expires_at:
            self.permanent = self

    def begin_with_salt(self, salt: int) -> None:
        """Accepts `salt`, which the handshake gave, for the first hour."""
        self._first_salt = salt
        self._first_salt_until = time.time() + FIRST_SALT_LIFE

    def change_salts(self) -> None:
        """Makes every salt given out so far wrong."""
        self._salt_epoch = os.urandom(8)
        self._first_salt_until = 0.0

    def salt(self, slot: int | None = None) -> int:
        """Returns the salt of a time slot (see `salt_slot`), by default of the present one."""
        moment = salt_slot() if slot is None else slot
        digest = hashlib.sha256(self.secret + self._salt_epoch + struct.pack("<q", moment)).digest()
        value: int = struct.unpack("<q", digest[:8])[0]
        return value

    def accepts(self, salt: int) -> bool:
        """Whether a message with `salt` is taken; salts overlap by one slot on either side."""
        if salt == self._first_salt and time.time() < self._first_salt_until:
            return True
        slot = salt_slot()
        return salt in (self.salt(slot), self.salt(slot - 1), self.salt(slot + 1))


def salt_slot() -> int:
    """Returns the number of the present salt's half hour."""
    return int(time.time()) // SALT_LIFE


class KeyRing:
    """Every key that the server knows.

    Arguments:
        kept: where the permanent keys are kept between runs; the ring writes to it.
    """

    def __init__(self, kept: dict[str, Any]) -> None:
        self._kept: dict[int, bytes] = kept.setdefault("keys", {})
        self._keys: dict[int, AuthKey] = {}
        for secret in self._kept.values():
            key = AuthKey(secret)
            self._keys[key.id] = key

    def __iter__(self) -> Any:
        return iter(list(self._keys.values()))

    def find(self, key_id: int) -> AuthKey | None:
        """Returns the key, or None where it is unknown or has expired."""
        key = self._keys.get(key_id)
        if key is None or (key.expires_at and key.expires_at < time.time()):
            return None
        return key

    def add(self, key: AuthKey) -> None:
        self._keys[key.id] = key
        if not key.expires_at:
            self._kept[key.id] = key.secret

    def forget(self, key: AuthKey) -> None:
        """Drops a key, and with a permanent one the temporary keys that are bound to it."""
        for other in list(self._keys.values()):
            if other is key or other.permanent is key:
                del self._keys[other.id]
        self._kept.pop(key.id, None)

    def bind(self, temporary: AuthKey, request: BindRequest) -> bool:
        """Binds a temporary key to a permanent one; returns whether the proof in the request holds."""
        permanent = self.find(request.permanent_id)
        if permanent is None or permanent.expires_at or not temporary.expires_at:
            return False
        expected = (
            request.message_id,
            request.nonce,
            temporary.id,
            request.permanent_id,
            request.session_id,
            request.expires_at,
        )
        try:
            if _open_proof(permanent, request.proof) != expected:
                return False
        except MalformedError:
            return False
        temporary.permanent = permanent
        return True


@dataclass(frozen=True)
class BindRequest:
    """What `auth.bindTempAuthKey` asks, and the session and message in which it was asked.

    Attributes:
        proof: the encrypted message that only the owner of both keys can make.
    """

    permanent_id: int
    nonce: int
    expires_at: int
    proof: bytes
    session_id: int
    message_id: int


def _open_proof(permanent: AuthKey, proof: bytes) -> tuple[int, int, int, int, int, int]:
    reader = Reader(proof)
    if reader.int64() != permanent.id:
        raise MalformedError("the proof is locked with another key")
    message_key = reader.raw(16)
    plain = Reader(unlock_version_1(permanent.secret, message_key, reader.rest()))
    plain.raw(16)
    message_id = plain.int64()
    plain.int32()
    inner = Reader(plain.raw(plain.int32()))
    if hashlib.sha1(plain.data[: plain.position]).digest()[4:] != message_key:
        raise MalformedError("the message key does not fit the proof")
    if inner.constructor() != BIND_AUTH_KEY_INNER:
        raise MalformedError("the proof holds something else")
    return message_id, inner.int64(), inner.int64(), inner.int64(), inner.int64(), inner.int32()
