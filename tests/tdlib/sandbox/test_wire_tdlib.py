"""The real libtdjson over the wire, with no more methods than its way to the sign-in code needs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tdlib import functions as tf
from tdlib import types as td
from tdlib.library import library_path
from tdlib.sandbox import codec
from tdlib.sandbox.library import ADDRESSES, HOSTS, LibraryMismatch, loopback, trusting, trusting_library
from tdlib.sandbox.wire.faults import Plan
from tests.helpers.tdlib_client import TdlibClient
from tests.helpers.wire_server import Counting, WireServer, wire_server


def config() -> object:
    now = int(time.time())
    return codec.types.Config(
        date=now,
        expires=now + 3600,
        test_mode=False,
        this_dc=1,
        dc_options=[codec.types.DcOption(id=1, ip_address="127.0.0.1", port=443)],
        dc_txt_domain_name="",
        chat_size_max=200,
        megagroup_size_max=1000,
        forwarded_count_max=100,
        online_update_period_ms=210000,
        offline_blur_timeout_ms=5000,
        offline_idle_timeout_ms=30000,
        online_cloud_timeout_ms=300000,
        notify_cloud_delay_ms=30000,
        notify_default_delay_ms=1500,
        push_chat_period_ms=60000,
        push_chat_limit=2,
        edit_time_limit=172800,
        revoke_time_limit=172800,
        revoke_pm_time_limit=172800,
        rating_e_decay=2419200,
        stickers_recent_limit=200,
        channels_read_media_period=604800,
        call_receive_timeout_ms=20000,
        call_ring_timeout_ms=90000,
        call_connect_timeout_ms=30000,
        call_packet_timeout_ms=10000,
        me_url_prefix="https://t.me/",
        caption_length_max=1024,
        message_length_max=4096,
        webfile_dc_id=1,
    )


@pytest.fixture
def server() -> Iterator[WireServer]:
    sent = codec.types.auth.SentCode(type=codec.types.auth.SentCodeTypeApp(length=5), phone_code_hash="hash")
    methods = {
        "help.getConfig": Counting(config()),
        "help.getNearestDc": Counting(codec.types.NearestDc(country="ZZ", this_dc=1, nearest_dc=1)),
        "auth.sendCode": Counting(sent),
    }
    with wire_server(methods) as running:
        yield running


def ask_for_code(server: WireServer, folder: Path, options: dict[str, bool] | None = None) -> TdlibClient:
    proxy = f"socks5://{server.proxy[0]}:{server.proxy[1]}"
    client = TdlibClient(trusting_library(), proxy, folder, options)
    client.wait_for_state(td.AuthorizationStateWaitPhoneNumber)
    client.request(tf.SetAuthenticationPhoneNumber(phone_number="+99966110001"))
    client.wait_for_state(td.AuthorizationStateWaitCode)
    return client


@pytest.mark.parametrize("use_pfs", [False, True], ids=["permanent key", "temporary key"])
def test_tdlib_asks_the_sandbox_for_a_code(server: WireServer, tmp_path: Path, use_pfs: bool) -> None:
    with ask_for_code(server, tmp_path, {"use_pfs": use_pfs}):
        asked = [request.method for request in server.server.faults.requests]
    assert ("auth.bindTempAuthKey" in asked) is use_pfs
    assert asked.count("auth.sendCode") == 1
    assert server.server.faults.failures == []


def test_tdlib_comes_back_after_a_cut(server: WireServer, tmp_path: Path) -> None:
    server.call(server.server.faults.plan, "drop_answer", "auth.sendCode", Plan())
    with ask_for_code(server, tmp_path) as client:
        asked = [request.method for request in server.server.faults.requests]
        assert asked.count("auth.sendCode") == 1
        server.call(server.server.cut)
        client.wait_for_connection(td.ConnectionStateReady)


def test_the_trusting_copy_can_reach_nothing_but_loopback(tmp_path: Path) -> None:
    original, copy = library_path().read_bytes(), trusting_library(tmp_path).read_bytes()
    assert len(copy) == len(original)
    for text in (*ADDRESSES, *HOSTS):
        assert text in original
        assert text not in copy
    assert b"149.154." not in copy


def test_the_trusting_copy_is_made_once_and_private(tmp_path: Path) -> None:
    first = trusting_library(tmp_path)
    made = first.stat().st_mtime_ns
    assert trusting_library(tmp_path) == first
    assert first.stat().st_mtime_ns == made
    assert first.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [first]


def test_a_replacement_is_as_long_as_what_it_replaces() -> None:
    for text in (*ADDRESSES, *HOSTS):
        assert len(loopback(text)) == len(text)


def test_another_library_is_refused_by_name_of_what_it_lacks(tmp_path: Path) -> None:
    other = tmp_path / "libtdjson.so"
    other.write_bytes(library_path().read_bytes().replace(b"dns.google", b"dns.gaggle"))
    with pytest.raises(LibraryMismatch, match=r"dns\.google not found"):
        trusting_library(tmp_path, other)
    with pytest.raises(LibraryMismatch, match="the key of the main servers"):
        trusting(b"\x7fELF")
