"""Planned faults: each does what it says, and only that."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable

import pytest

from tdlib.sandbox import codec
from tdlib.sandbox.wire import service
from tdlib.sandbox.wire.faults import FOREVER, Plan
from tdlib.sandbox.wire.primitives import Reader, constructor, int64
from tests.helpers.raw_client import RawClient
from tests.helpers.wire_server import Counting, WireServer, wire_server

NEAREST = codec.types.NearestDc(country="ZZ", this_dc=1, nearest_dc=1)
NAME = "help.getNearestDc"
QUESTION: bytes = codec.functions.help.GetNearestDc().write()
ANSWER: bytes = NEAREST.write()
PING = constructor(service.PING) + int64(1)


def plan(server: WireServer, kind: str, plan: Plan) -> None:
    server.call(server.server.faults.plan, kind, NAME, plan)


def test_an_error_is_answered_as_often_as_planned_without_carrying_out() -> None:
    counting = Counting(NEAREST)
    with wire_server({NAME: counting}) as server, RawClient(server.address) as client:
        client.make_key()
        plan(server, "fail", Plan(times=2, skip=1, code=420, message="FLOOD_WAIT_3"))
        results = [client.call(QUESTION) for _ in range(4)]
        failed = service.rpc_error(420, "FLOOD_WAIT_3")
        assert results == [ANSWER, failed, failed, ANSWER]
        assert counting.count == 2


def test_an_error_can_be_planned_for_ever_and_ended() -> None:
    with wire_server({NAME: Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        server.call(server.server.faults.plan, "fail", "*", Plan(times=FOREVER, code=500, message="DOWN"))
        assert [client.call(QUESTION) for _ in range(3)] == [service.rpc_error(500, "DOWN")] * 3
        server.call(server.server.faults.clear)
        assert client.call(QUESTION) == ANSWER


def test_a_lost_request_is_never_carried_out() -> None:
    counting = Counting(NEAREST)
    with wire_server({NAME: counting}) as server:
        plan(server, "drop_request", Plan())
        with RawClient(server.address) as client:
            key = client.make_key()
            number = client.send(QUESTION)
            with pytest.raises(ConnectionError):
                client.answer_to(number)
        with RawClient(server.address, key, client.session) as client:
            client.send(constructor(service.MSGS_STATE_REQ) + struct.pack("<Iiq", 0x1CB5C415, 1, number))
            reader = Reader(client.receive_kind(service.MSGS_STATE_INFO).body, 12)
            assert reader.string() == b"\x01"
            assert counting.count == 0
            client.send(QUESTION, number)
            assert client.answer_to(number) == ANSWER
        assert counting.count == 1


def test_a_lost_answer_comes_after_the_reconnect() -> None:
    counting = Counting(NEAREST)
    with wire_server({NAME: counting}) as server:
        plan(server, "drop_answer", Plan())
        with RawClient(server.address) as client:
            key = client.make_key()
            number = client.send(QUESTION)
            with pytest.raises(ConnectionError):
                client.answer_to(number)
        with RawClient(server.address, key, client.session) as client:
            client.send(PING, is_content=False)
            assert client.answer_to(number) == ANSWER
        assert counting.count == 1


def test_a_forgotten_session_is_announced_anew() -> None:
    counting = Counting(NEAREST)
    with wire_server({NAME: counting}) as server:
        plan(server, "drop_answer", Plan(forget=True))
        with RawClient(server.address) as client:
            key = client.make_key()
            number = client.send(QUESTION)
            with pytest.raises(ConnectionError):
                client.answer_to(number)
        with RawClient(server.address, key, client.session) as client:
            again = client.send(QUESTION)
            assert Reader(client.receive_kind(service.NEW_SESSION_CREATED).body, 4).int64() == again
            assert client.answer_to(again) == ANSWER
        assert counting.count == 2


def test_an_answer_can_come_twice_and_late() -> None:
    with wire_server({NAME: Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        client.call(QUESTION)
        plan(server, "repeat_answer", Plan())
        plan(server, "delay", Plan(seconds=0.3))
        before = time.monotonic()
        number = client.send(QUESTION)
        assert client.answer_to(number) == client.answer_to(number) == ANSWER
        assert time.monotonic() - before >= 0.3


def test_changed_salts_are_corrected() -> None:
    with wire_server({NAME: Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        client.call(QUESTION)
        server.call(server.server.change_salts)
        client.send(QUESTION)
        client.receive_kind(service.BAD_SERVER_SALT)


def test_a_closed_line_drops_every_connection_until_it_is_open() -> None:
    with wire_server({NAME: Counting(NEAREST)}) as server:
        with RawClient(server.address) as client:
            key = client.make_key()

            def close() -> None:
                server.server.line.is_open = False
                server.server.cut()

            server.call(close)
            assert client.peer_has_closed
        with RawClient(server.address) as client:
            assert client.peer_has_closed
        server.server.line.is_open = True
        with RawClient(server.address, key) as client:
            assert client.call(QUESTION) == ANSWER


@pytest.mark.parametrize("name", ["is_silent", "is_deaf"])
def test_a_silent_line_swallows_calls(name: str) -> None:
    counting = Counting(NEAREST)
    with wire_server({NAME: counting}) as server:
        with RawClient(server.address) as client:
            key = client.make_key()
            client.call(QUESTION)
            setattr(server.server.line, name, True)
            client.send(QUESTION)
            with pytest.raises(TimeoutError):
                client.receive_kind_within(service.RPC_RESULT, 0.3)
            setattr(server.server.line, name, False)
        with RawClient(server.address, key) as client:
            assert client.call(QUESTION) == ANSWER
        assert counting.count == 2


def test_latency_and_bandwidth_delay_answers() -> None:
    big = codec.types.NearestDc(country="Z" * 4000, this_dc=1, nearest_dc=1)
    with wire_server({NAME: Counting(big)}) as server, RawClient(server.address) as client:
        client.make_key()
        client.call(QUESTION)
        server.server.line.latency = 0.2
        assert took(lambda: client.call(QUESTION)) >= 0.2
        server.server.line.latency = 0.0
        server.server.line.bytes_per_second = 10_000.0
        assert took(lambda: client.call(QUESTION)) >= 0.4


def took(action: Callable[[], object]) -> float:
    before = time.monotonic()
    action()
    return time.monotonic() - before


def test_jitter_keeps_the_order() -> None:
    with wire_server({NAME: Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        client.call(QUESTION)
        server.server.line.latency = server.server.line.jitter = 0.05
        sent = [client.send(QUESTION) for _ in range(30)]
        came = [Reader(client.receive_kind(service.RPC_RESULT).body, 4).int64() for _ in sent]
        assert came == sent


@pytest.mark.parametrize("reset", [False, True], ids=["FIN", "RST"])
def test_a_cut_ends_or_resets_the_connection(reset: bool) -> None:
    with wire_server({NAME: Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        client.call(QUESTION)
        server.call(lambda: server.server.cut(reset=reset))
        if reset:
            with pytest.raises(ConnectionResetError, match="104|reset by peer"):
                client.receive_os_bytes()
        else:
            assert client.receive_os_bytes() == b""


def test_a_connection_is_cut_in_the_middle_of_an_answer() -> None:
    with wire_server({NAME: Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        client.call(QUESTION)
        server.server.line.cut_after = 10
        client.send(QUESTION)
        assert len(client.receive_bytes(10)) == 10
        assert client.peer_has_closed


def test_a_wrong_byte_breaks_the_packet() -> None:
    with wire_server({NAME: Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        first = client.call(QUESTION)
        server.server.line.corrupted = 1
        number = client.send(QUESTION)
        sound = b""
        with pytest.raises((AssertionError, TimeoutError, ValueError)):
            sound = client.answer_to(number)
        assert first == ANSWER != sound


def test_an_error_of_the_transport_ends_the_connection() -> None:
    with wire_server({NAME: Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        client.call(QUESTION)
        server.call(server.server.send_error, service.TRANSPORT_FLOOD)
        assert struct.unpack("<i", client.receive_raw()) == (-429,)
        assert client.peer_has_closed


def test_every_call_is_written_down() -> None:
    with wire_server({NAME: Counting(NEAREST)}) as server, RawClient(server.address) as client:
        key = client.make_key()
        client.call(QUESTION)
        client.call(codec.functions.updates.GetState().write())
        log = [(request.method, request.user_id, request.device) for request in server.server.faults.requests]
        assert log == [(NAME, None, key.id), ("updates.getState", None, key.id)]
        assert server.server.faults.missing == {"updates.getState": 1}
