"""Whatever bytes arrive, the server goes on serving others."""

from __future__ import annotations

import os
import random
import socket
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tdlib.sandbox import codec
from tdlib.sandbox.rpc import RpcError
from tdlib.sandbox.wire.calls import Calls
from tdlib.sandbox.wire.faults import Faults
from tdlib.sandbox.wire.framing import ABRIDGED, INTERMEDIATE, PADDED, Framing
from tdlib.sandbox.wire.keys import KeyRing
from tdlib.sandbox.wire.primitives import MalformedError, Reader, string, vector_of_int64
from tests.helpers.raw_client import RawClient, obfuscated
from tests.helpers.wire_server import Counting, wire_server

NEAREST = codec.types.NearestDc(country="ZZ", this_dc=1, nearest_dc=1)
QUESTION: bytes = codec.functions.help.GetNearestDc().write()


@pytest.mark.parametrize("port", ["address", "proxy"])
def test_noise_disturbs_nobody_else(port: str) -> None:
    choice = random.Random(5)
    with wire_server({"help.getNearestDc": Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        for size in (1, 7, 63, 64, 65, 300, 5000):
            with socket.create_connection(getattr(server, port), 10) as noise:
                noise.sendall(choice.choice([b"", b"\xef", b"\xee" * 4, b"\x05\x01\x00"]) + choice.randbytes(size))
        assert client.call(QUESTION) == NEAREST.write()


def test_damaged_encrypted_messages_disturb_nobody_else() -> None:
    choice = random.Random(6)
    whole = codec.functions.InvokeWithLayer(layer=228, query=codec.functions.help.GetNearestDc()).write()
    with wire_server({"help.getNearestDc": Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        for _ in range(200):
            body = bytearray(whole + os.urandom(8))
            for _ in range(choice.randint(1, 6)):
                body[choice.randrange(len(body))] = choice.randrange(256)
            client.send(bytes(body[: choice.randrange(4, len(body), 4)]))
        assert client.call(QUESTION) == NEAREST.write()


@given(
    packets=st.lists(st.binary(min_size=4, max_size=700).map(lambda data: data[: len(data) // 4 * 4])), data=st.data()
)
@settings(max_examples=60, deadline=None)
def test_packets_are_found_however_the_stream_is_cut(packets: list[bytes], data: st.DataObject) -> None:
    for layout in (ABRIDGED, INTERMEDIATE):
        sender, receiver = Framing(), Framing()
        sender.feed(layout)
        stream = (layout[:1] if layout == ABRIDGED else layout) + b"".join(map(sender.wrap, packets))
        found = []
        while stream:
            size = data.draw(st.integers(1, len(stream)))
            found += [packet.data for packet in receiver.feed(stream[:size])]
            stream = stream[size:]
        assert found == packets


@given(value=st.binary(max_size=600), numbers=st.lists(st.integers(-(2**63), 2**63 - 1), max_size=20))
def test_what_is_written_is_read(value: bytes, numbers: list[int]) -> None:
    reader = Reader(string(value) + vector_of_int64(numbers))
    assert reader.string() == value
    assert reader.vector_of_int64() == numbers
    with pytest.raises(MalformedError):
        reader.int32()


@given(st.binary(max_size=200))
def test_reading_noise_raises_nothing_but_a_malformed_error(noise: bytes) -> None:
    for read in (Reader.string, Reader.vector_of_int64, Reader.int64):
        with suppress(MalformedError):
            read(Reader(noise))


@given(st.sampled_from([0xDA9B0D0D, 0xC1CD5EA9, 0xBF9459B7, 0xCB9F372D, 0x3DC4B4F0, 0x3072CFA1]), st.binary())
def test_a_damaged_wrapper_raises_nothing_but_an_error_for_the_client(wrapper: int, noise: bytes) -> None:
    calls = Calls({}, None, KeyRing({}), Faults())
    with suppress(RpcError):
        assert calls.open(wrapper.to_bytes(4, "little") + noise).method


def test_an_obfuscated_header_of_no_transport_is_refused() -> None:
    framing = Framing()
    with pytest.raises(MalformedError, match="no transport"):
        framing.feed(obfuscated(PADDED))
