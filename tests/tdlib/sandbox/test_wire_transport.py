"""How a client reaches the server: transports, the proxy, keys."""

from __future__ import annotations

import hashlib
import os
import socket
import struct
import time

import pytest

from tdlib.sandbox import codec
from tdlib.sandbox.wire import service
from tdlib.sandbox.wire.cipher import encrypt_blocks
from tdlib.sandbox.wire.framing import ABRIDGED, INTERMEDIATE, PADDED
from tdlib.sandbox.wire.keys import BIND_AUTH_KEY_INNER
from tdlib.sandbox.wire.primitives import Reader, constructor, int32, int64
from tests.helpers.raw_client import Key, RawClient, obfuscated
from tests.helpers.wire_server import Counting, WireServer, wire_server

NEAREST = codec.types.NearestDc(country="ZZ", this_dc=1, nearest_dc=1)
QUESTION: bytes = codec.functions.help.GetNearestDc().write()
ANSWER: bytes = NEAREST.write()


def methods() -> dict[str, Counting]:
    return {"help.getNearestDc": Counting(NEAREST)}


@pytest.mark.parametrize("layout", [ABRIDGED, INTERMEDIATE, PADDED], ids=["abridged", "intermediate", "padded"])
@pytest.mark.parametrize("data_centre", [None, 1, -3, 10002], ids=["plain", "first", "media", "test"])
def test_every_transport_carries_a_call(layout: bytes, data_centre: int | None) -> None:
    header = layout if data_centre is None else obfuscated(layout, data_centre)
    with wire_server(methods()) as server, RawClient(server.address, header=header) as client:
        client.make_key()
        assert client.call(QUESTION) == ANSWER


@pytest.mark.parametrize(
    "target",
    [b"\x01\x95\x9a\xaf\x32", b"\x03\x0atelegram.x", b"\x04" + bytes(16)],
    ids=["address", "name", "IPv6"],
)
def test_the_proxy_leads_every_address_to_the_server(target: bytes) -> None:
    greeting = (b"\x05\x02\x00\x02", b"\x05\x00")
    request = (b"\x05\x01\x00" + target + b"\x01\xbb", b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")
    with (
        wire_server(methods()) as server,
        RawClient(server.proxy, header=obfuscated(INTERMEDIATE), prologue=(greeting, request)) as client,
    ):
        client.make_key()
        assert client.call(QUESTION) == ANSWER


@pytest.mark.parametrize(
    ("says", "hears"),
    [
        (b"\x05\x01\x02", b"\x05\xff"),
        (b"\x04\x01\x00", b"\x05\xff"),
        (b"\x05\x01\x00\x05\x02\x00\x01\x7f\x00\x00\x01\x01\xbb", b"\x05\x00\x05\x07\x00\x01" + bytes(6)),
    ],
    ids=["password", "version 4", "bind"],
)
def test_the_proxy_refuses_what_it_does_not_do(says: bytes, hears: bytes) -> None:
    with wire_server(methods()) as server, socket.create_connection(server.proxy, 10) as client:
        client.sendall(says)
        heard = b""
        while part := client.recv(100):
            heard += part
        assert heard == hears


@pytest.mark.parametrize("old_padding", [False, True])
def test_both_ways_of_hiding_the_nonce_make_a_key(old_padding: bool) -> None:
    with wire_server(methods()) as server, RawClient(server.address) as client:
        client.make_key(old_padding=old_padding)
        assert client.call(QUESTION) == ANSWER


def test_a_key_outlives_the_server() -> None:
    with wire_server(methods()) as server:
        with RawClient(server.address) as client:
            key = client.make_key()
        kept = server.kept
    with wire_server(methods(), kept) as server, RawClient(server.address, key) as client:
        number = client.send(QUESTION)
        salt = Reader(client.receive_kind(service.BAD_SERVER_SALT).body, 4 + 8 + 4 + 4).int64()
        client.key = Key(key.secret, salt)
        client.send(QUESTION, number)
        assert client.answer_to(number) == ANSWER


def test_an_unknown_key_is_answered_with_minus_404() -> None:
    with wire_server(methods()) as server, RawClient(server.address, Key(os.urandom(256), 0)) as client:
        client.send(QUESTION)
        assert struct.unpack("<i", client.receive_raw()) == (-404,)
        assert client.peer_has_closed


def test_a_destroyed_key_is_unknown() -> None:
    with wire_server(methods()) as server:
        with RawClient(server.address) as client:
            key = client.make_key()
            client.send(constructor(service.DESTROY_AUTH_KEY))
            client.receive_kind(service.DESTROY_AUTH_KEY_OK)
        with RawClient(server.address, key) as client:
            client.send(QUESTION)
            assert struct.unpack("<i", client.receive_raw()) == (-404,)
        assert server.kept["keys"] == {}


def test_a_damaged_packet_drops_the_connection() -> None:
    with wire_server(methods()) as server, RawClient(server.address) as client:
        key = client.make_key()
        client.send_raw(int64(key.id) + os.urandom(16 + 64))
        assert client.peer_has_closed


def test_a_quick_acknowledgement_is_given_when_asked_for() -> None:
    with wire_server(methods()) as server, RawClient(server.address) as client:
        key = client.make_key()
        body = constructor(service.PING) + int64(7)
        plain = struct.pack("<qqqii", key.salt, client.session, client.number(), 1, len(body)) + body
        plain += os.urandom(12 + -(len(plain) + 12) % 16)
        digest = hashlib.sha256(key.secret[88:120] + plain).digest()
        a = hashlib.sha256(digest[8:24] + key.secret[:36]).digest()
        b = hashlib.sha256(key.secret[40:76] + digest[8:24]).digest()
        locked = encrypt_blocks(plain, a[:8] + b[8:24] + a[24:], b[:8] + a[8:24] + b[24:])
        packet = int64(key.id) + digest[8:24] + locked
        client.send_bytes(struct.pack("<I", len(packet) | 1 << 31) + packet)
        token = struct.unpack("<I", client.receive_bytes(4))[0]
        assert token == struct.unpack("<I", digest[:4])[0] | 1 << 31


def bind(client: RawClient, temporary: Key, permanent: Key, *, proven_with: Key | None = None) -> bytes:
    """Binds a temporary key as `auth.bindTempAuthKey` does; returns the result."""
    number, expires_at = client.number(), int(time.time()) + 3600
    inner = constructor(BIND_AUTH_KEY_INNER) + int64(11) + int64(temporary.id) + int64(permanent.id)
    inner += int64(client.session) + int32(expires_at)
    plain = os.urandom(16) + int64(number) + int32(0) + int32(len(inner)) + inner
    secret = (proven_with or permanent).secret
    message_key = hashlib.sha1(plain).digest()[4:20]
    a = hashlib.sha1(message_key + secret[:32]).digest()
    b = hashlib.sha1(secret[32:48] + message_key + secret[48:64]).digest()
    c = hashlib.sha1(secret[64:96] + message_key).digest()
    d = hashlib.sha1(message_key + secret[96:128]).digest()
    padded = plain + os.urandom(-len(plain) % 16)
    locked = encrypt_blocks(padded, a[:8] + b[8:20] + c[4:16], a[8:20] + b[:8] + c[16:20] + d[:8])
    request = codec.functions.auth.BindTempAuthKey(
        perm_auth_key_id=permanent.id,
        nonce=11,
        expires_at=expires_at,
        encrypted_message=int64(permanent.id) + message_key + locked,
    )
    client.send(request.write(), number)
    return client.answer_to(number)


def temporary_client(server: WireServer) -> tuple[RawClient, Key, Key]:
    with RawClient(server.address) as first:
        permanent = first.make_key()
    client = RawClient(server.address)
    return client, client.make_key(expires_in=3600), permanent


def test_a_bound_temporary_key_stands_for_the_permanent_one() -> None:
    counting = Counting(NEAREST)
    with wire_server({"help.getNearestDc": counting}) as server:
        client, temporary, permanent = temporary_client(server)
        with client:
            assert bind(client, temporary, permanent) == codec.core.BoolTrue()
            assert client.call(QUESTION) == ANSWER
        assert counting.calls[0].authorization.key_id == permanent.id


def test_an_unbound_temporary_key_may_not_call() -> None:
    with wire_server(methods()) as server:
        client, _, _ = temporary_client(server)
        with client:
            assert client.call(QUESTION) == service.rpc_error(401, "AUTH_KEY_PERM_EMPTY")


def test_a_binding_without_the_permanent_key_is_refused() -> None:
    with wire_server(methods()) as server:
        client, temporary, permanent = temporary_client(server)
        with client:
            result = bind(client, temporary, permanent, proven_with=temporary)
            assert result == service.rpc_error(400, "ENCRYPTED_MESSAGE_INVALID")
            assert client.call(QUESTION) == service.rpc_error(401, "AUTH_KEY_PERM_EMPTY")
