"""Two-step verification: the server's side of SRP, as Telegram defines it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

GENERATOR = 3
PRIME = int(
    "C71CAEB9C6B1C9048E6C522F70F13F73980D40238E3E21C14934D037563D930F48198A0AA7C14058229493D22530F4DB"
    "FA336F6E0AC925139543AED44CCE7C3720FD51F69458705AC68CD4FE6B6B13ABDC9746512969328454F18FAF8C595F64"
    "2477FE96BB2A941D5BCD1D4AC8CC49880708FA9B378E3C4F3A9060BEE67CF9A4A4A695811051907E162753B56B0F6B41"
    "0DBA74D8A84B2A14B3144E0EF1284754FD17ED950D5965B4B9DD46582DB1178D169C6BC465B0D6FF9CA3928FEF5B9AE4"
    "E418FC15E83EBEA0F87FA9FF5EED70050DED2849F47BF959D956850CE929851F0D8115F635B105EE2E4E15D04B2454BF"
    "6F4FADF034B10403119CD8E3B92FCC5B",
    16,
)
"""The 2048-bit safe prime that TDLib knows; with another one it spends a second on proving it prime."""

SIZE = 256


def _bytes(number: int) -> bytes:
    return number.to_bytes(SIZE, "big")


def _hash(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def _salted(content: bytes, salt: bytes) -> bytes:
    return _hash(salt, content, salt)


def private_key(password: str, salt1: bytes, salt2: bytes) -> int:
    """The number that stands for a password: `x` in SRP."""
    first = _salted(_salted(password.encode(), salt1), salt2)
    slow = hashlib.pbkdf2_hmac("sha512", first, salt1, 100_000)
    return int.from_bytes(_salted(slow, salt2), "big")


@dataclass(eq=False)
class Password:
    """A password that was set.

    Attributes:
        plain: the password of a sample person, from which the verifier is made on first use; "" where a client set it.
        verifier: g^x mod p, all that a server needs to keep.
    """

    plain: str = ""
    hint: str = ""
    salt1: bytes = field(default_factory=lambda: secrets.token_bytes(40))
    salt2: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    verifier: int = 0

    def proof_base(self) -> int:
        """The verifier, computed now where only the password is known."""
        if not self.verifier:
            self.verifier = pow(GENERATOR, private_key(self.plain, self.salt1, self.salt2), PRIME)
        return self.verifier


@dataclass(eq=False)
class Challenge:
    """One question for the password, good for one answer."""

    password: Password
    id: int = field(default_factory=lambda: secrets.randbits(62))
    secret: int = field(default_factory=lambda: secrets.randbits(2048) % PRIME)

    @property
    def public(self) -> bytes:
        """The number B that goes to the client."""
        return _bytes(self._public)

    @property
    def _public(self) -> int:
        multiplier = int.from_bytes(_hash(_bytes(PRIME), _bytes(GENERATOR)), "big")
        return (multiplier * self.password.proof_base() + pow(GENERATOR, self.secret, PRIME)) % PRIME

    def accepts(self, client_public: bytes, proof: bytes) -> bool:
        """Whether the client's A and M1 prove that it knows the password."""
        client = int.from_bytes(client_public, "big")
        if not 0 < client < PRIME:
            return False
        scramble = int.from_bytes(_hash(_bytes(client), self.public), "big")
        shared = pow(client * pow(self.password.proof_base(), scramble, PRIME), self.secret, PRIME)
        mask = bytes(a ^ b for a, b in zip(_hash(_bytes(PRIME)), _hash(_bytes(GENERATOR)), strict=True))
        expected = _hash(
            mask,
            _hash(self.password.salt1),
            _hash(self.password.salt2),
            _bytes(client),
            self.public,
            _hash(_bytes(shared)),
        )
        return hmac.compare_digest(expected, proof)
