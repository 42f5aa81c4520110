"""An engine that was started before anybody asked for it, with the real libtdjson."""

from __future__ import annotations

import asyncio
from pathlib import Path

import psutil

from tdlib import functions as tf
from tdlib import types as td
from tdlib.client import Stopped, TdClient
from tdlib.errors import LibraryUnusable
from tdlib.library import library_path
from tdlib.starting import SpareEngine, start_engine


def children() -> set[int]:
    return {child.pid for child in psutil.Process().children()}


async def ask(spare: SpareEngine, library: Path) -> Stopped:
    """Has a client use an engine, asks it something where it answers, and returns how it ended."""
    ended = asyncio.get_running_loop().create_future()
    client = TdClient(library, on_update=lambda update: None, on_stopped=ended.set_result, start=spare.take)
    if library == library_path():
        version = await client.request(tf.GetOption(name="version"))
        assert version == td.OptionValueString(value=td.TDLIB_VERSION)
        await client.close()
    stopped: Stopped = await asyncio.wait_for(ended, 30)
    return stopped


def test_the_spare_engine_serves_the_first_client_and_the_next_gets_another() -> None:
    before = children()
    with SpareEngine(library_path()) as spare:
        (process,) = children() - before
        taken = spare.take(library_path())
        assert taken.pid == process
        handed = iter([taken])

        async def scenario() -> None:
            ended = asyncio.get_running_loop().create_future()
            client = TdClient(
                library_path(),
                on_update=lambda update: None,
                on_stopped=ended.set_result,
                start=lambda library: next(handed),
            )
            assert client.process_id == process
            assert (await client.close()).closed

        asyncio.run(scenario())
        assert asyncio.run(ask(spare, library_path())).closed
    assert not children() - before


def test_a_spare_engine_that_nobody_took_ends() -> None:
    before = children()
    with SpareEngine(library_path()):
        assert len(children() - before) == 1
    assert not children() - before


def test_an_engine_with_another_library_takes_the_place_of_the_spare(tmp_path: Path) -> None:
    before = children()
    with SpareEngine(library_path()) as spare:
        other = tmp_path / "libtdjson.so"
        stopped = asyncio.run(ask(spare, other))
        assert isinstance(stopped.failure, LibraryUnusable)
        assert stopped.failure.path == str(other)
        assert not children() - before


def test_a_spare_engine_without_a_library_says_so_to_its_client(tmp_path: Path) -> None:
    missing = tmp_path / "libtdjson.so"
    with SpareEngine(missing) as spare:
        stopped = asyncio.run(ask(spare, missing))
    assert isinstance(stopped.failure, LibraryUnusable)


def test_an_engine_ends_with_its_input() -> None:
    process = start_engine(library_path())
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    assert process.wait(timeout=30) == 0
    process.stdout.close()
