"""A client that says exactly what a test wants, message by message: repeated, damaged, out of order."""

from __future__ import annotations

import hashlib
import os
import socket
import struct
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from tdlib.sandbox.wire import handshake, rsa_key, service
from tdlib.sandbox.wire.cipher import Stream, decrypt_blocks, encrypt_blocks
from tdlib.sandbox.wire.primitives import Reader, constructor, int32, int64, string

TIMEOUT = 60.0


@dataclass(frozen=True)
class Key:
    """A key with the salt that goes with it."""

    secret: bytes
    salt: int

    @property
    def id(self) -> int:
        value: int = struct.unpack("<q", hashlib.sha1(self.secret).digest()[-8:])[0]
        return value


@dataclass(frozen=True)
class Arrived:
    """A message of the server."""

    id: int
    sequence: int
    body: bytes

    @property
    def kind(self) -> int:
        return int.from_bytes(self.body[:4], "little")


class RawClient:
    """One connection; several of them may share a key and a session.

    Arguments:
        address: host and port of the server.
        key: the key to go on with; without one, `make_key` is the first thing to call.
        session: the number of the session.
        header: the first bytes: of a transport, or `obfuscated(...)`.
        prologue: bytes that go out before everything else and must be answered, for a proxy.
    """

    def __init__(
        self,
        address: tuple[str, int],
        key: Key | None = None,
        session: int = 0,
        header: bytes = b"\xee" * 4,
        prologue: tuple[tuple[bytes, bytes], ...] = (),
    ) -> None:
        self._socket = socket.create_connection(address, TIMEOUT)
        for question, answer in prologue:
            self._socket.sendall(question)
            assert self._exactly(len(answer)) == answer
        self._out: Stream | None = None
        self._in: Stream | None = None
        self._layout = header[:4]
        if len(header) > 4:
            header = self._obfuscate(header)
        self._socket.sendall(header[:1] if self._layout == b"\xef" * 4 and len(header) == 4 else header)
        self.key = key
        self.session = session or int.from_bytes(os.urandom(8), "little", signed=True)
        self._last = 0
        self._contents = 0
        self._arrived: list[Arrived] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._socket.close()

    def receive_os_bytes(self) -> bytes:
        """Returns what the socket has next, undeciphered; nothing at its end."""
        return self._socket.recv(4096)

    @property
    def peer_has_closed(self) -> bool:
        """Whether the server ends the connection before it says anything more."""
        try:
            return self._socket.recv(1) == b""
        except ConnectionError:
            return True

    def number(self) -> int:
        """Returns a new message number."""
        self._last = max(int(time.time() * 2**32) & ~3, self._last + 4)
        return self._last

    def send(self, body: bytes, number: int = 0, *, salt: int | None = None, is_content: bool = True) -> int:
        """Sends one message and returns its number."""
        number = number or self.number()
        sequence = self._contents * 2 + is_content
        self._contents += is_content
        self.send_packet(number, sequence, body, salt)
        return number

    def send_container(self, bodies: list[bytes]) -> list[int]:
        """Sends several messages in one container and returns their numbers."""
        messages = []
        for body in bodies:
            messages.append((self.number(), self._contents * 2 + 1, body))
            self._contents += 1
        self.send_packet(self.number(), self._contents * 2, service.container(messages))
        return [number for number, _, _ in messages]

    def send_packet(self, number: int, sequence: int, body: bytes, salt: int | None = None) -> None:
        assert self.key is not None
        head = struct.pack("<qqqii", self.key.salt if salt is None else salt, self.session, number, sequence, len(body))
        plain = head + body
        plain += os.urandom(12 + -(len(plain) + 12) % 16)
        message_key = hashlib.sha256(self.key.secret[88:120] + plain).digest()[8:24]
        cipher = _cipher(self.key.secret, message_key, 0)
        self.send_raw(int64(self.key.id) + message_key + encrypt_blocks(plain, *cipher))

    def send_raw(self, packet: bytes) -> None:
        """Sends a packet as it is."""
        if self._layout == b"\xef" * 4:
            words = len(packet) // 4
            framed = (bytes([words]) if words < 127 else b"\x7f" + words.to_bytes(3, "little")) + packet
        elif self._layout == b"\xdd" * 4:
            padding = os.urandom(7)
            framed = int32(len(packet) + len(padding)) + packet + padding
        else:
            framed = int32(len(packet)) + packet
        self.send_bytes(framed)

    def send_bytes(self, data: bytes) -> None:
        """Sends bytes that belong to no packet."""
        self._socket.sendall(self._out.apply(data) if self._out else data)

    def receive_bytes(self, size: int) -> bytes:
        """Returns the server's next bytes, whatever they belong to."""
        return self._exactly(size)

    def receive(self) -> Arrived:
        """Returns the server's next message; containers are taken apart."""
        while not self._arrived:
            packet = self.receive_raw()
            assert len(packet) > 20, f"a transport error came: {packet.hex()}"
            self._arrived.extend(self._open(packet))
        return self._arrived.pop(0)

    def receive_kind(self, kind: int) -> Arrived:
        """Returns the server's next message of a kind, and passes over the others."""
        while (message := self.receive()).kind != kind:
            pass
        return message

    def receive_kind_within(self, kind: int, seconds: float) -> Arrived:
        """Does the same; raises `TimeoutError` where nothing comes for `seconds`."""
        self._socket.settimeout(seconds)
        try:
            return self.receive_kind(kind)
        finally:
            self._socket.settimeout(TIMEOUT)

    def answer_to(self, number: int) -> bytes:
        """Returns the result that answers a call, unpacked, and passes over everything else."""
        while True:
            reader = Reader(self.receive_kind(service.RPC_RESULT).body, 4)
            if reader.int64() == number:
                return service.unpacked(reader.rest())

    def call(self, body: bytes) -> bytes:
        """Sends a call and returns its result."""
        return self.answer_to(self.send(body))

    def receive_raw(self) -> bytes:
        """Returns the server's next packet as it is, its padding included."""
        if self._layout == b"\xef" * 4:
            words = self._exactly(1)[0]
            return self._exactly(4 * (int.from_bytes(self._exactly(3), "little") if words == 127 else words))
        return self._exactly(int.from_bytes(self._exactly(4), "little"))

    def make_key(self, expires_in: int = 0, *, old_padding: bool = False) -> Key:
        """Agrees on a new key, a temporary one with `expires_in`, and uses it from now on."""
        nonce, new_nonce = os.urandom(16), os.urandom(32)
        res_pq = Reader(self._ask(constructor(handshake.REQ_PQ_MULTI) + nonce), 4)
        assert res_pq.raw(16) == nonce
        server_nonce, product = res_pq.raw(16), res_pq.string()
        assert res_pq.vector_of_int64() == [rsa_key.FINGERPRINT]
        p, q = (factor.to_bytes(4, "big") for factor in (handshake.FACTOR_P, handshake.FACTOR_Q))
        kind = handshake.P_Q_INNER_DATA_TEMP_DC if expires_in else handshake.P_Q_INNER_DATA_DC
        inner = constructor(kind) + string(product) + string(p) + string(q) + nonce + server_nonce + new_nonce
        inner += int32(1) + (int32(expires_in) if expires_in else b"")
        block = _pad_old(inner) if old_padding else _pad(inner)
        question = constructor(handshake.REQ_DH_PARAMS) + nonce + server_nonce + string(p) + string(q)
        offer = Reader(self._ask(question + int64(rsa_key.FINGERPRINT) + string(block)), 36)
        cipher = _handshake_cipher(server_nonce, new_nonce)
        plain = Reader(decrypt_blocks(offer.string(), *cipher), 20 + 4 + 32)
        generator, prime, public = plain.int32(), plain.string(), plain.string()
        modulus, secret = int.from_bytes(prime, "big"), int.from_bytes(os.urandom(256), "big")
        mine = pow(generator, secret, modulus).to_bytes(256, "big")
        data = constructor(handshake.CLIENT_DH_INNER_DATA) + nonce + server_nonce + int64(0) + string(mine)
        locked = hashlib.sha1(data).digest() + data
        locked = encrypt_blocks(locked + os.urandom(-len(locked) % 16), *cipher)
        end = self._ask(constructor(handshake.SET_CLIENT_DH_PARAMS) + nonce + server_nonce + string(locked))
        auth_key = pow(int.from_bytes(public, "big"), secret, modulus).to_bytes(256, "big")
        proof = hashlib.sha1(new_nonce + b"\x01" + hashlib.sha1(auth_key).digest()[:8]).digest()[4:]
        assert end[36:52] == proof
        salt = int.from_bytes(new_nonce[:8], "little") ^ int.from_bytes(server_nonce[:8], "little")
        self.key = Key(auth_key, struct.unpack("<q", struct.pack("<Q", salt))[0])
        return self.key

    def _ask(self, question: bytes) -> bytes:
        self.send_raw(struct.pack("<qqi", 0, self.number(), len(question)) + question)
        answer = Reader(self.receive_raw(), 16)
        return answer.raw(answer.int32())

    def _open(self, packet: bytes) -> list[Arrived]:
        assert self.key is not None
        reader = Reader(packet)
        assert reader.int64() == self.key.id
        message_key = reader.raw(16)
        encrypted = reader.raw((len(packet) - 24) & ~15)
        plain = decrypt_blocks(encrypted, *_cipher(self.key.secret, message_key, 8))
        assert hashlib.sha256(self.key.secret[96:128] + plain).digest()[8:24] == message_key
        inner = Reader(plain, 8)
        assert inner.int64() == self.session
        number, sequence, size = inner.int64(), inner.int32(), inner.int32()
        body = inner.raw(size)
        if int.from_bytes(body[:4], "little") != service.MSG_CONTAINER:
            return [Arrived(number, sequence, body)]
        return [Arrived(*each) for each in service.contained(body)]

    def _obfuscate(self, header: bytes) -> bytes:
        self._layout = header[56:60]
        backwards = header[::-1]
        self._out = Stream(header[8:40], header[40:56])
        self._in = Stream(backwards[8:40], backwards[40:56])
        return header[:56] + self._out.apply(header)[56:]

    def _exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            part = self._socket.recv(size - len(data))
            if not part:
                raise ConnectionResetError("the server closed the connection")
            data += part
        stream = getattr(self, "_in", None)
        return stream.apply(data) if stream else data


def obfuscated(layout: bytes, data_centre: int = 2) -> bytes:
    """Returns the 64 random first bytes of an obfuscated connection, before they are encrypted."""
    return b"\x01" + os.urandom(55) + layout + data_centre.to_bytes(2, "little", signed=True) + os.urandom(2)


def _cipher(secret: bytes, message_key: bytes, shift: int) -> tuple[bytes, bytes]:
    a = hashlib.sha256(message_key + secret[shift : shift + 36]).digest()
    b = hashlib.sha256(secret[shift + 40 : shift + 76] + message_key).digest()
    return a[:8] + b[8:24] + a[24:], b[:8] + a[8:24] + b[24:]


def _handshake_cipher(server_nonce: bytes, new_nonce: bytes) -> tuple[bytes, bytes]:
    a = hashlib.sha1(new_nonce + server_nonce).digest()
    b = hashlib.sha1(server_nonce + new_nonce).digest()
    c = hashlib.sha1(new_nonce + new_nonce).digest()
    return a + b[:12], b[12:] + c + new_nonce[:4]


def _rsa(block: bytes) -> bytes:
    return pow(int.from_bytes(block, "big"), rsa_key.EXPONENT, rsa_key.MODULUS).to_bytes(256, "big")


def _pad_old(inner: bytes) -> bytes:
    block = hashlib.sha1(inner).digest() + inner
    return _rsa(block + os.urandom(255 - len(block)))


def _pad(inner: bytes) -> bytes:
    data = inner + os.urandom(192 - len(inner))
    while True:
        key = os.urandom(32)
        encrypted = encrypt_blocks(data[::-1] + hashlib.sha256(key + data).digest(), key, bytes(32))
        mask = hashlib.sha256(encrypted).digest()
        block = bytes(a ^ b for a, b in zip(key, mask, strict=True)) + encrypted
        if int.from_bytes(block, "big") < rsa_key.MODULUS:
            return _rsa(block)
