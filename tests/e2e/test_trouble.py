"""Bad lines and dying processes: nothing is lost, nothing is sent twice."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import Counter
from pathlib import Path

from client.states import SignedIn
from tdlib import types as td
from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.device import Device, KurigramPerson, plain, run


def test_ten_messages_come_while_the_line_is_down(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device, KurigramPerson(sandbox, "Bob") as bob:
            session = await device.sign_in("Robin")
            chat_id = await device.open_private_chat(bob.id)
            device.line_down()
            await device.until(lambda: not isinstance(session.connection.state, td.ConnectionStateReady))
            for number in range(10):
                await bob.send_text(device.me, f"missed {number}")
            device.line_up()
            wanted = [f"missed {number}" for number in range(10)]
            await device.until(lambda: device.texts(chat_id)[-10:] == wanted)
            await device.until(lambda: isinstance(session.connection.state, td.ConnectionStateReady))
            assert [text for text in device.texts(chat_id) if text.startswith("missed")] == wanted

    run(scenario)


def test_ten_messages_come_while_heliograph_is_closed(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        wanted = [f"missed {number}" for number in range(10)]
        async with KurigramPerson(sandbox, "Bob") as bob:
            async with Device(sandbox, tmp_path) as device:
                await device.sign_in("Robin")
                me = device.me
            for text in wanted:
                await bob.send_text(me, text)
            async with Device(sandbox, tmp_path) as device:
                await device.session()
                chat_id = await device.open_private_chat(bob.id)
                await device.until(lambda: device.texts(chat_id)[-10:] == wanted)
                assert [text for text in device.texts(chat_id) if text.startswith("missed")] == wanted

    run(scenario)


def test_a_line_cut_during_sending_sends_once(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device, KurigramPerson(sandbox, "Bob") as bob:
            session = await device.sign_in("Robin")
            chat_id = await device.open_private_chat(bob.id)
            sandbox.drop_answer("messages.sendMessage")
            await session.sending.text(chat_id, plain("once and only once"))
            await bob.wait_for_message("once and only once")
            await device.until(lambda: device.pending(chat_id) == [])
            assert device.texts(chat_id).count("once and only once") == 1
            texts = [text for _, _, text in sandbox.user("Bob").messages("Robin")]
            assert texts.count("once and only once") == 1

    run(scenario)


def test_an_engine_killed_while_fifty_messages_go_out(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device, KurigramPerson(sandbox, "Bob") as bob:
            session = await device.sign_in("Robin")
            chat_id = await device.open_private_chat(bob.id)
            sandbox.slow(0.05)
            sends = [asyncio.ensure_future(session.sending.text(chat_id, plain(f"number {n}"))) for n in range(50)]
            await asyncio.gather(*sends)
            sandbox.wait_for_request("messages.sendMessage")
            os.kill(device.engine_process_id, signal.SIGKILL)
            await device.until(lambda: not isinstance(device.account.state, SignedIn))
            sandbox.slow(0)
            await device.session()

            def arrived() -> Counter[str]:
                sent = [text for _, _, text in sandbox.user("Bob").messages("Robin") if text.startswith("number ")]
                return Counter(sent)

            for n in range(50):
                await bob.wait_for_message(f"number {n}")
            assert arrived() == Counter({f"number {n}": 1 for n in range(50)})

    run(scenario)
