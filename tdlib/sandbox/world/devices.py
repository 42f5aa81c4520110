"""The devices on which somebody is signed in, and the codes and tokens by which one signs in."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from tdlib.sandbox.rpc import Authorization

CODE_LIFE = 300
TOKEN_LIFE = 30


@dataclass(eq=False)
class PendingCode:
    """A sign-in code that was sent; `proven` once it was entered for a number without an account."""

    phone: str
    hash: str
    expires: int
    attempts: int = 0
    proven: bool = False


@dataclass(eq=False)
class LoginToken:
    """The content of a QR code that one device shows and another confirms."""

    token: bytes
    expires: int
    device: Authorization
    accepted_by: int = 0


@dataclass(eq=False)
class Devices:
    """Devices by key id, codes by hash, tokens by content."""

    by_key: dict[int, Authorization] = field(default_factory=dict)
    codes: dict[str, PendingCode] = field(default_factory=dict)
    tokens: dict[bytes, LoginToken] = field(default_factory=dict)

    def of(self, user_id: int) -> list[Authorization]:
        """The devices on which somebody is signed in."""
        return [each for each in self.by_key.values() if each.user_id == user_id]

    def sign_in(self, device: Authorization, user_id: int, now: int) -> None:
        """Signs somebody in on a device."""
        device.user_id = user_id
        device.created_at = device.created_at or now
        device.active_at = now
        device.state.clear()
        self.by_key[device.key_id] = device

    def sign_out(self, device: Authorization) -> None:
        """Signs whoever is there out."""
        device.user_id = None
        device.state.clear()
        self.by_key.pop(device.key_id, None)

    def send_code(self, phone: str, now: int) -> PendingCode:
        """Starts a sign-in by code."""
        code = PendingCode(phone, secrets.token_hex(9), now + CODE_LIFE)
        self.codes[code.hash] = code
        return code

    def show_token(self, device: Authorization, now: int) -> LoginToken:
        """The token that a waiting device shows, a new one where the last has expired."""
        for token in list(self.tokens.values()):
            if token.expires <= now or token.device is device:
                del self.tokens[token.token]
        fresh = LoginToken(secrets.token_bytes(32), now + TOKEN_LIFE, device)
        self.tokens[fresh.token] = fresh
        return fresh
