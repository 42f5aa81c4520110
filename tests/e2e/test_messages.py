"""Messages both ways between Heliograph's wire and a kurigram client."""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image

from tdlib import types as td
from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.device import Device, KurigramPerson, plain, run


def picture() -> bytes:
    made = io.BytesIO()
    Image.effect_mandelbrot((640, 400), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(made, "JPEG", quality=90)
    return made.getvalue()


def test_text_both_ways_with_edits_and_deletions(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device, KurigramPerson(sandbox, "Bob") as bob:
            session = await device.sign_in("Robin")
            chat_id = await device.open_private_chat(bob.id)
            await session.sending.text(chat_id, plain("hello Bob 👋"))
            there = await bob.wait_for_message("hello Bob 👋")
            await device.until(lambda: device.texts(chat_id)[-1:] == ["hello Bob 👋"])
            await device.until(lambda: device.pending(chat_id) == [])

            number = await bob.send_text(device.me, "hello Robin")
            await device.until(lambda: device.texts(chat_id)[-1] == "hello Robin")
            await bob.edit(device.me, number, "hello, Robin!")
            await device.until(lambda: device.texts(chat_id)[-1] == "hello, Robin!")
            await bob.delete(device.me, number)
            await device.until(lambda: "hello, Robin!" not in device.texts(chat_id))

            mine = session.messages.history(chat_id).ids[-1]
            await session.editing.text(chat_id, mine, plain("hello again, Bob"))
            assert (await bob.wait_for_edit("hello again, Bob")).id == there.id
            await session.editing.delete(chat_id, [mine], revoke=True)
            await bob.wait_for_deletion(there.id)

    run(scenario)


def test_read_marks_both_ways(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device, KurigramPerson(sandbox, "Bob") as bob:
            session = await device.sign_in("Robin")
            chat_id = await device.open_private_chat(bob.id)
            await session.sending.text(chat_id, plain("read me"))
            await bob.wait_for_message("read me")
            await device.until(lambda: device.pending(chat_id) == [])
            mine = session.messages.history(chat_id).ids[-1]
            assert device.chat(chat_id).last_read_outbox_message_id < mine
            await bob.read(device.me)
            await device.until(lambda: device.chat(chat_id).last_read_outbox_message_id >= mine)

            before = device.chat(chat_id).unread_count
            await bob.send_text(device.me, "and me")
            await device.until(lambda: device.chat(chat_id).unread_count == before + 1)
            await session.reading.view(chat_id, [session.messages.history(chat_id).ids[-1]], force_read=True)
            await device.until(lambda: device.chat(chat_id).unread_count == 0)
            sandbox.wait_for_request("messages.readHistory")

    run(scenario)


def test_a_photo_both_ways(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path / "profile") as device, KurigramPerson(sandbox, "Bob") as bob:
            session = await device.sign_in("Robin")
            chat_id = await device.open_private_chat(bob.id)
            path = tmp_path / "picture.jpg"
            path.write_bytes(picture())
            await session.sending.photo(chat_id, path, plain("look"), width=640, height=400)
            received = await bob.wait_for_message("look")
            assert await bob.download(received) == path.read_bytes()

            await bob.send_photo(device.me, picture(), "look back")
            await device.until(lambda: device.texts(chat_id)[-1:] == ["look back"])
            message = session.messages.get(chat_id, session.messages.history(chat_id).ids[-1])
            assert message is not None
            assert isinstance(message.content, td.MessagePhoto)
            assert message.content.photo.minithumbnail is not None
            biggest = message.content.photo.sizes[-1].photo
            assert await device.download(biggest.id) == picture()

    run(scenario)


def test_a_document_of_three_megabytes_both_ways(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        content = random.Random(3).randbytes(3_000_000)
        async with Device(sandbox, tmp_path / "profile") as device, KurigramPerson(sandbox, "Bob") as bob:
            session = await device.sign_in("Robin")
            chat_id = await device.open_private_chat(bob.id)
            path = tmp_path / "plans — final.bin"
            path.write_bytes(content)
            await session.sending.document(chat_id, path, plain("the plans"))
            received = await bob.wait_for_message("the plans")
            assert await bob.download(received) == content

            await bob.send_document(device.me, content[::-1], "reversed.bin", "the plans, reversed")
            await device.until(lambda: device.texts(chat_id)[-1:] == ["the plans, reversed"])
            message = session.messages.get(chat_id, session.messages.history(chat_id).ids[-1])
            assert message is not None
            assert isinstance(message.content, td.MessageDocument)
            assert message.content.document.file_name == "reversed.bin"
            assert await device.download(message.content.document.document.id) == content[::-1]

    run(scenario)
