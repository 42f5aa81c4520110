"""Where updates go, and what becomes of them while nobody is there."""

from __future__ import annotations

from typing import Any

from tdlib.sandbox import codec
from tdlib.sandbox.wire import service
from tdlib.sandbox.wire.primitives import constructor, int64
from tdlib.sandbox.wire.session import UNACKNOWLEDGED
from tests.helpers.raw_client import Arrived, Key, RawClient
from tests.helpers.wire_server import Counting, WireServer, wire_server

STATE = codec.types.updates.State(pts=1, qts=0, date=1, seq=1, unread_count=0)
GET_STATE: bytes = codec.functions.updates.GetState().write()
GET_CONFIG: bytes = codec.functions.help.GetConfig().write()
GET_FILE: bytes = codec.functions.upload.SaveFilePart(file_id=1, file_part=0, bytes=b"x").write()
PING = constructor(service.PING) + int64(1)
UPDATE_SHORT: int = codec.types.UpdateShort.ID
TOO_LONG: int = codec.types.UpdatesTooLong.ID


def update(date: int) -> Any:
    return codec.types.UpdateShort(update=codec.types.UpdateConfig(), date=date)


def date_of(arrived: Arrived) -> int:
    return int(codec.read(arrived.body).date)


def methods() -> dict[str, Counting]:
    return {
        "updates.getState": Counting(STATE),
        "help.getConfig": Counting(STATE),
        "upload.saveFilePart": Counting(True),
    }


def push(server: WireServer, *dates: int) -> None:
    """Pushes updates to the only device."""

    def push_all() -> None:
        (device,) = server.server.devices()
        for date in dates:
            device.authorization.push(update(date))

    server.call(push_all)


def signed_in(server: WireServer) -> tuple[Key, int]:
    """Makes a key and a main session, acknowledges what came, and goes away."""
    with RawClient(server.address) as client:
        key = client.make_key()
        client.send(GET_STATE)
        answer = client.receive_kind(service.RPC_RESULT)
        client.send(service.msgs_ack([answer.id]), is_content=False)
        client.send(PING, is_content=False)
        client.receive_kind(service.PONG)
    server.wait_until_left()
    return key, client.session


def test_updates_go_to_the_session_that_asks_for_more_than_files() -> None:
    with wire_server(methods()) as server, RawClient(server.address) as main:
        key = main.make_key()
        main.call(GET_STATE)
        with RawClient(server.address, key) as files, RawClient(server.address, key) as without:
            files.call(GET_FILE)
            files.call(GET_CONFIG)
            without.call(constructor(0xBF9459B7) + GET_STATE)
            push(server, 77)
            assert date_of(main.receive_kind(UPDATE_SHORT)) == 77
            for other in (files, without):
                other.send(PING, is_content=False)
                assert other.receive().kind == service.PONG


def test_updates_follow_a_client_into_its_new_session() -> None:
    with wire_server(methods()) as server:
        key, _ = signed_in(server)
        with RawClient(server.address, key) as client:
            client.call(GET_STATE)
            push(server, 78)
            assert date_of(client.receive_kind(UPDATE_SHORT)) == 78


def test_updates_wait_in_order_for_a_client_that_is_away() -> None:
    with wire_server(methods()) as server:
        key, session = signed_in(server)
        push(server, 1, 2, 3)
        with RawClient(server.address, key, session) as client:
            client.send(PING, is_content=False)
            dates = [date_of(client.receive_kind(UPDATE_SHORT)) for _ in range(3)]
        assert dates == [1, 2, 3]


def test_an_update_that_was_not_acknowledged_comes_again_under_its_number() -> None:
    with wire_server(methods()) as server:
        key, session = signed_in(server)
        with RawClient(server.address, key, session) as client:
            client.send(PING, is_content=False)
            client.receive_kind(service.PONG)
            push(server, 5)
            first = client.receive_kind(UPDATE_SHORT)
        with RawClient(server.address, key, session) as client:
            client.send(PING, is_content=False)
            assert client.receive_kind(UPDATE_SHORT) == first


def test_too_many_missed_updates_become_the_advice_to_ask_for_the_difference() -> None:
    with wire_server(methods()) as server:
        key, session = signed_in(server)
        push(server, *range(UNACKNOWLEDGED + 10))
        with RawClient(server.address, key, session) as client:
            client.send(PING, is_content=False)
            assert client.receive_kind(TOO_LONG).body == codec.types.UpdatesTooLong().write()
            client.send(PING, is_content=False)
            while (arrived := client.receive()).kind != service.PONG:
                assert arrived.kind != UPDATE_SHORT


def test_nothing_is_pushed_before_there_is_a_main_session() -> None:
    with wire_server(methods()) as server, RawClient(server.address) as client:
        client.make_key()
        client.call(GET_CONFIG)
        push(server, 9)
        client.send(PING, is_content=False)
        assert client.receive().kind == service.PONG


def test_a_revoked_device_is_told_to_ask_and_then_refused() -> None:
    with wire_server(methods()) as server, RawClient(server.address) as client:
        client.make_key()
        client.call(GET_STATE)
        server.call(lambda: server.server.devices()[0].authorization.revoke("SESSION_REVOKED"))
        client.receive_kind(TOO_LONG)
        assert client.call(GET_STATE) == service.rpc_error(401, "SESSION_REVOKED")
