"""The sample people answer by themselves."""

from __future__ import annotations

import asyncio

from tdlib.sandbox import seed
from tdlib.sandbox.actors import Actors
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.world.world import World
from tests.tdlib.sandbox.api_caller import Device


async def until(happened: asyncio.Event) -> None:
    await asyncio.wait_for(happened.wait(), 5)


def test_whom_one_writes_to_reads_types_and_answers() -> None:
    world = World()
    seed.fill(world)
    robin = Device(world, "Robin")

    async def run() -> None:
        answered = asyncio.Event()
        actors = Actors(world, pace=100)
        actors.start()
        world.on_posted.append(lambda message: answered.set() if message.author == world.user("Alice").id else None)
        world.user("Robin").send("Alice", "Did the radio arrive?")
        await until(answered)
        await actors.stop()

    asyncio.run(run())
    kinds = [type(update) for container in robin.pushed for update in container.updates]
    assert kinds.index(tl.UpdateReadHistoryOutbox) < kinds.index(tl.UpdateUserTyping)
    assert [author for _, author, _ in world.messages("Robin", "Alice")][-2:] == ["Robin Hale", "Alice Morgan"]


def test_nobody_speaks_for_who_is_signed_in() -> None:
    world = World()
    seed.fill(world)
    Device(world, "Robin", key_id=1)
    Device(world, "Alice", key_id=2)

    async def run() -> None:
        answered = asyncio.Event()
        actors = Actors(world, pace=100)
        actors.start()
        world.on_posted.append(lambda message: answered.set() if message.author == world.user("Bob").id else None)
        world.user("Robin").send("Alice", "hello?")
        world.user("Robin").send("Bob", "hello?")
        await until(answered)
        await actors.stop()

    asyncio.run(run())
    assert world.messages("Robin", "Alice")[-1][1] == "Robin Hale"
    assert world.messages("Robin", "Bob")[-1][1] == "Bob Carter"


def test_a_bot_answers_its_commands_and_others_their_language() -> None:
    world = World()
    seed.fill(world)
    Device(world, "Robin")

    async def run() -> None:
        answers: list[str] = []
        both = asyncio.Event()

        def listen(message: object) -> None:
            answers.append("")
            if len(answers) >= 4:
                both.set()

        actors = Actors(world, pace=100)
        actors.start()
        world.on_posted.append(listen)
        world.user("Robin").send("Weather Bell", "/start")
        world.user("Robin").send("Дмитрий", "Как дела?")
        await until(both)
        await actors.stop()

    asyncio.run(run())
    assert "name of a place" in world.messages("Robin", "Weather Bell")[-1][2]
    assert any("а" <= letter <= "я" for letter in world.messages("Robin", "Дмитрий")[-1][2].lower())
