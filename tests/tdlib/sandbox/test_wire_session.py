"""What a session promises: every call carried out once, every answer delivered, whatever the connection does."""

from __future__ import annotations

import asyncio
import time
import zlib

import pytest

from tdlib.sandbox import codec
from tdlib.sandbox.rpc import Call, RpcError
from tdlib.sandbox.wire import service
from tdlib.sandbox.wire.primitives import Reader, constructor, int32, int64, string, vector_of_int64
from tests.helpers.raw_client import RawClient
from tests.helpers.wire_server import Counting, wire_server

QUESTION: bytes = codec.functions.help.GetNearestDc().write()
OTHER: bytes = codec.functions.updates.GetState().write()
NEAREST = codec.types.NearestDc(country="ZZ", this_dc=1, nearest_dc=1)
STATE = codec.types.updates.State(pts=1, qts=0, date=1, seq=1, unread_count=0)
ANSWER: bytes = NEAREST.write()
BROKEN = constructor(0xDEADBEEF) + b"\x01\x02\x03\x04"


def ping(number: int = 5) -> bytes:
    return constructor(service.PING) + int64(number)


def test_a_session_is_announced_once() -> None:
    with wire_server({"help.getNearestDc": Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        first = client.send(QUESTION)
        created = Reader(client.receive_kind(service.NEW_SESSION_CREATED).body, 4)
        assert created.int64() == first
        assert client.answer_to(first) == ANSWER
        second = client.send(QUESTION)
        assert client.receive().kind == service.RPC_RESULT
        assert second > first


def test_a_repeated_call_is_carried_out_once_and_its_answer_repeated() -> None:
    counting = Counting(NEAREST)
    with wire_server({"help.getNearestDc": counting}) as server, RawClient(server.address) as client:
        client.make_key()
        number = client.send(QUESTION)
        first = client.receive_kind(service.RPC_RESULT)
        client.send(QUESTION, number)
        again = client.receive_kind(service.RPC_RESULT)
        assert (again.id, again.body) == (first.id, first.body)
        assert counting.count == 1


def test_a_repeated_call_that_is_still_running_is_not_started_again() -> None:
    gate = asyncio.Event()

    async def wait(call: Call) -> None:
        await gate.wait()

    counting = Counting(NEAREST, wait)
    with wire_server({"help.getNearestDc": counting}) as server, RawClient(server.address) as client:
        client.make_key()
        number = client.send(QUESTION)
        client.send(QUESTION, number)
        client.send(ping())
        client.receive_kind(service.PONG)
        server.call(gate.set)
        assert client.answer_to(number) == ANSWER
        assert counting.count == 1


def test_an_answer_that_was_not_acknowledged_comes_again_after_a_reconnect() -> None:
    with wire_server({"help.getNearestDc": Counting(NEAREST)}) as server:
        with RawClient(server.address) as client:
            key = client.make_key()
            number = client.send(QUESTION)
            first = client.receive_kind(service.RPC_RESULT)
        with RawClient(server.address, key, client.session) as client:
            client.send(ping(), is_content=False)
            again = client.receive_kind(service.RPC_RESULT)
            assert (again.id, again.sequence, again.body) == (first.id, first.sequence, first.body)
            assert Reader(again.body, 4).int64() == number


def test_an_acknowledged_answer_does_not_come_again() -> None:
    with wire_server({"help.getNearestDc": Counting(NEAREST)}) as server:
        with RawClient(server.address) as client:
            key = client.make_key()
            client.send(QUESTION)
            first = client.receive_kind(service.RPC_RESULT)
            client.send(constructor(service.MSGS_ACK) + vector_of_int64([first.id]), is_content=False)
            client.send(ping(), is_content=False)
            client.receive_kind(service.PONG)
        with RawClient(server.address, key, client.session) as client:
            client.send(ping(), is_content=False)
            assert client.receive().kind == service.PONG


def test_an_answer_made_while_the_client_was_away_comes_when_it_is_back() -> None:
    gate = asyncio.Event()

    async def wait(call: Call) -> None:
        await gate.wait()

    with wire_server({"help.getNearestDc": Counting(NEAREST, wait)}) as server:
        with RawClient(server.address) as client:
            key = client.make_key()
            number = client.send(QUESTION)
            client.send(ping())
            client.receive_kind(service.PONG)
        server.call(gate.set)
        with RawClient(server.address, key, client.session) as client:
            client.send(ping(), is_content=False)
            assert client.answer_to(number) == ANSWER


def test_one_unreadable_message_leaves_the_rest_of_its_container_answered() -> None:
    methods = {"help.getNearestDc": Counting(NEAREST), "updates.getState": Counting(STATE)}
    with wire_server(methods) as server, RawClient(server.address) as client:
        client.make_key()
        cut_short = codec.functions.messages.GetHistory(
            peer=codec.types.InputPeerSelf(),
            offset_id=0,
            offset_date=0,
            add_offset=0,
            limit=1,
            max_id=0,
            min_id=0,
            hash=0,
        ).write()[:-8]
        numbers = client.send_container([QUESTION, BROKEN, cut_short, OTHER])
        results: dict[int, bytes] = {}
        while len(results) < 4:
            reader = Reader(client.receive_kind(service.RPC_RESULT).body, 4)
            number = reader.int64()
            results[number] = reader.rest()
        assert results[numbers[0]] == ANSWER
        assert results[numbers[1]] == service.rpc_error(400, "METHOD_NOT_IMPLEMENTED")
        assert results[numbers[2]] == service.rpc_error(400, "METHOD_NOT_IMPLEMENTED")
        assert results[numbers[3]] == STATE.write()
        assert server.server.faults.missing == {"0xdeadbeef": 1, "messages.getHistory": 1}


@pytest.mark.parametrize(
    "damaged",
    [
        constructor(codec.functions.messages.GetDialogs.ID) + b"\x00" * 8,
        constructor(codec.functions.messages.GetMessages.ID) + constructor(0x1CB5C415) + int32(0x7FFFFFFF),
        constructor(codec.functions.messages.ReadMessageContents.ID) + constructor(0x1CB5C415) + int32(0x7FFFFFFF),
    ],
    ids=["unknown constructor", "endless objects", "endless numbers"],
)
def test_damaged_arguments_are_an_error_of_that_call(damaged: bytes) -> None:
    names = ("messages.getDialogs", "messages.getMessages", "messages.readMessageContents")
    methods = {name: Counting(NEAREST) for name in names}
    with wire_server(methods) as server, RawClient(server.address) as client:
        client.make_key()
        assert client.call(damaged) == service.rpc_error(400, "INPUT_REQUEST_INVALID")
        assert all(each.count == 0 for each in methods.values())


def test_a_method_that_breaks_is_an_error_and_is_written_down() -> None:
    methods = {"help.getNearestDc": Counting(ZeroDivisionError("planned"))}
    with wire_server(methods) as server, RawClient(server.address) as client:
        client.make_key()
        assert client.call(QUESTION) == service.rpc_error(400, "INTERNAL")
        assert len(server.server.faults.failures) == 1
        assert "ZeroDivisionError: planned" in server.server.faults.failures[0]


def test_an_error_of_a_method_reaches_the_client() -> None:
    methods = {"help.getNearestDc": Counting(RpcError(420, "FLOOD_WAIT_5"))}
    with wire_server(methods) as server, RawClient(server.address) as client:
        client.make_key()
        assert client.call(QUESTION) == service.rpc_error(420, "FLOOD_WAIT_5")
        assert server.server.faults.failures == []


@pytest.mark.parametrize("window", [31, 15], ids=["gzip", "zlib"])
def test_packed_calls_are_read(window: int) -> None:
    packer = zlib.compressobj(wbits=window)
    packed = constructor(service.GZIP_PACKED) + string(packer.compress(QUESTION) + packer.flush())
    wrapped = constructor(0xDA9B0D0D) + int32(228) + packed
    with wire_server({"help.getNearestDc": Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        assert client.call(packed) == ANSWER
        assert client.call(wrapped) == ANSWER


def test_big_answers_are_packed() -> None:
    big = codec.types.NearestDc(country="Z" * 100_000, this_dc=1, nearest_dc=1)
    with wire_server({"help.getNearestDc": Counting(big)}) as server, RawClient(server.address) as client:
        client.make_key()
        number = client.send(QUESTION)
        arrived = client.receive_kind(service.RPC_RESULT)
        assert len(arrived.body) < 2000
        reader = Reader(arrived.body, 4)
        assert reader.int64() == number
        assert service.unpacked(reader.rest()) == big.write()


def test_a_wrong_salt_is_corrected_and_the_call_not_carried_out() -> None:
    counting = Counting(NEAREST)
    with wire_server({"help.getNearestDc": counting}) as server, RawClient(server.address) as client:
        client.make_key()
        number = client.send(QUESTION, salt=12345)
        reader = Reader(client.receive_kind(service.BAD_SERVER_SALT).body, 4)
        assert (reader.int64(), reader.int32(), reader.int32()) == (number, 1, 48)
        right = reader.int64()
        assert counting.count == 0
        client.send(QUESTION, number, salt=right)
        assert client.answer_to(number) == ANSWER
        assert counting.count == 1


def test_future_salts_are_taken() -> None:
    with wire_server({"help.getNearestDc": Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        number = client.send(constructor(service.GET_FUTURE_SALTS) + int32(4), is_content=False)
        reader = Reader(client.receive_kind(service.FUTURE_SALTS).body, 4)
        assert reader.int64() == number
        now, count = reader.int32(), reader.int32()
        salts = [(reader.int32(), reader.int32(), reader.int64()) for _ in range(count)]
        assert count == 4
        assert salts[0][0] <= now < salts[0][1]
        assert len({salt for _, _, salt in salts}) == 4
        assert client.answer_to(client.send(QUESTION, salt=salts[0][2])) == ANSWER


@pytest.mark.parametrize(("shift", "reason"), [(-400, 16), (60, 17)], ids=["past", "future"])
def test_a_number_of_another_time_is_refused(shift: int, reason: int) -> None:
    counting = Counting(NEAREST)
    with wire_server({"help.getNearestDc": counting}) as server, RawClient(server.address) as client:
        client.make_key()
        wrong = client.send(QUESTION, int((time.time() + shift) * 2**32) & ~3)
        reader = Reader(client.receive_kind(service.BAD_MSG_NOTIFICATION).body, 4)
        assert (reader.int64(), reader.int32(), reader.int32()) == (wrong, 1, reason)
        assert counting.count == 0


def test_a_call_waits_for_the_ones_that_it_names() -> None:
    gate, order = asyncio.Event(), []

    async def slow(call: Call) -> None:
        await gate.wait()
        order.append("first")

    async def quick(call: Call) -> None:
        order.append("second")

    methods = {"help.getNearestDc": Counting(NEAREST, slow), "updates.getState": Counting(STATE, quick)}
    with wire_server(methods) as server, RawClient(server.address) as client:
        client.make_key()
        first = client.send(QUESTION)
        second = client.send(constructor(0xCB9F372D) + int64(first) + OTHER)
        third = client.send(constructor(0x3DC4B4F0) + vector_of_int64([first, second]) + OTHER)
        client.send(ping())
        client.receive_kind(service.PONG)
        assert order == []
        server.call(gate.set)
        assert client.answer_to(third) == STATE.write()
        assert order == ["first", "second", "second"]


def test_a_call_fails_with_the_one_that_it_waits_for() -> None:
    methods = {"help.getNearestDc": Counting(RpcError(400, "NO")), "updates.getState": Counting(STATE)}
    with wire_server(methods) as server, RawClient(server.address) as client:
        client.make_key()
        first = client.send(QUESTION)
        second = client.send(constructor(0xCB9F372D) + int64(first) + OTHER)
        unknown = client.send(constructor(0xCB9F372D) + int64(4) + OTHER)
        failed = service.rpc_error(400, "MSG_WAIT_FAILED")
        assert client.answer_to(first) == service.rpc_error(400, "NO")
        assert {client.answer_to(number) for number in (second, unknown)} == {failed}


def test_the_device_introduces_itself() -> None:
    counting = Counting(NEAREST)
    introduction = codec.functions.InvokeWithLayer(
        layer=228,
        query=codec.functions.InitConnection(
            api_id=17,
            device_model="Spyglass",
            system_version="1.0",
            app_version="2.0",
            system_lang_code="en",
            lang_pack="",
            lang_code="de",
            proxy=codec.types.InputClientProxy(address="proxy", port=1),
            params=codec.types.JsonObject(
                value=[codec.types.JsonObjectValue(key="tz", value=codec.types.JsonNumber(value=3600.0))]
            ),
            query=codec.functions.InvokeWithoutUpdates(query=codec.functions.help.GetNearestDc()),
        ),
    ).write()
    with wire_server({"help.getNearestDc": counting}) as server, RawClient(server.address) as client:
        key = client.make_key()
        assert client.call(introduction) == ANSWER
        device = counting.calls[0].authorization
        assert (device.key_id, device.layer, device.api_id) == (key.id, 228, 17)
        assert (device.device_model, device.system_version, device.app_version) == ("Spyglass", "1.0", "2.0")
        assert device.lang_code == "de"


def test_the_state_of_messages_is_told() -> None:
    gate = asyncio.Event()

    async def wait(call: Call) -> None:
        await gate.wait()

    methods = {"help.getNearestDc": Counting(NEAREST), "updates.getState": Counting(STATE, wait)}
    with wire_server(methods) as server, RawClient(server.address) as client:
        client.make_key()
        answered, running = client.send(QUESTION), client.send(OTHER)
        client.answer_to(answered)
        number = client.send(constructor(service.MSGS_STATE_REQ) + vector_of_int64([answered, running, 4]))
        reader = Reader(client.receive_kind(service.MSGS_STATE_INFO).body, 4)
        assert reader.int64() == number
        assert [state & 7 for state in reader.string()] == [4, 4, 1]
        server.call(gate.set)
        client.answer_to(running)


def test_an_answer_is_sent_again_on_request() -> None:
    with wire_server({"help.getNearestDc": Counting(NEAREST)}) as server, RawClient(server.address) as client:
        client.make_key()
        client.send(QUESTION)
        first = client.receive_kind(service.RPC_RESULT)
        client.send(constructor(service.MSG_RESEND_REQ) + vector_of_int64([first.id]), is_content=False)
        assert client.receive_kind(service.RPC_RESULT) == first
        client.send(constructor(service.MSG_RESEND_REQ) + vector_of_int64([first.id + 400]), is_content=False)
        assert client.receive_kind(service.MSGS_STATE_INFO).body[-4:-2] == b"\x01\x01"


def test_an_answer_that_nobody_wants_any_more_is_dropped() -> None:
    gate = asyncio.Event()

    async def wait(call: Call) -> None:
        await gate.wait()

    methods = {"help.getNearestDc": Counting(NEAREST), "updates.getState": Counting(STATE, wait)}
    with wire_server(methods) as server, RawClient(server.address) as client:
        client.make_key()
        running = client.send(OTHER)
        dropped = client.call(constructor(service.RPC_DROP_ANSWER) + int64(running))
        assert dropped == constructor(service.RPC_ANSWER_DROPPED_RUNNING)
        server.call(gate.set)
        assert client.call(QUESTION) == ANSWER
        unknown = client.call(constructor(service.RPC_DROP_ANSWER) + int64(4))
        assert unknown == constructor(service.RPC_ANSWER_UNKNOWN)


def test_a_session_can_be_destroyed_from_another() -> None:
    counting = Counting(NEAREST)
    with wire_server({"help.getNearestDc": counting}) as server, RawClient(server.address) as client:
        key = client.make_key()
        client.call(QUESTION)
        with RawClient(server.address, key) as other:
            other.send(constructor(service.DESTROY_SESSION) + int64(client.session))
            assert Reader(other.receive_kind(service.DESTROY_SESSION_OK).body, 4).int64() == client.session
            other.send(constructor(service.DESTROY_SESSION) + int64(client.session))
            assert Reader(other.receive_kind(service.DESTROY_SESSION_NONE).body, 4).int64() == client.session


def test_a_client_that_stops_pinging_is_disconnected() -> None:
    with wire_server({}) as server, RawClient(server.address) as client:
        client.make_key()
        client.send(constructor(service.PING_DELAY_DISCONNECT) + int64(1) + int32(1))
        client.receive_kind(service.PONG)
        assert client.peer_has_closed
