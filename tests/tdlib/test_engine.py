"""The engine process, its deaths and the interface's, with the real libtdjson."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest

from tdlib import functions as tf
from tdlib import types as td
from tdlib.client import Stopped, TdClient
from tdlib.errors import Aborted, LibraryMismatch, LibraryUnusable, NotFound, TdError, TimedOut
from tdlib.library import library_path


class Running:
    """A `TdClient` with what it said so far."""

    def __init__(self, library: Path) -> None:
        self.updates: list[td.TdObject] = []
        self.log: list[tuple[int, str]] = []
        self.ended: asyncio.Future[Stopped] = asyncio.get_running_loop().create_future()
        self._changed = asyncio.Event()
        self.client = TdClient(
            library,
            on_update=self.updates.append,
            on_stopped=self.ended.set_result,
            on_drained=lambda answered: self._changed.set(),
            on_log=lambda level, line: self.log.append((level, line)),
        )

    async def until(self, condition: Callable[[], bool]) -> None:
        """Waits until `condition` holds after some drain."""
        async with asyncio.timeout(30):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    def states(self) -> list[type[td.AuthorizationState]]:
        return [type(u.authorization_state) for u in self.updates if isinstance(u, td.UpdateAuthorizationState)]


@asynccontextmanager
async def running(library: Path | None = None) -> AsyncIterator[Running]:
    one = Running(library or library_path())
    try:
        yield one
    finally:
        await one.client.close()


def run(scenario: Callable[[], Awaitable[None]]) -> None:
    async def main() -> None:
        await scenario()

    asyncio.run(main())


def parameters(folder: Path) -> tf.SetTdlibParameters:
    return tf.SetTdlibParameters(
        use_test_dc=True,
        database_directory=str(folder),
        use_message_database=True,
        api_id=1,
        api_hash="0" * 32,
        system_language_code="en",
        device_model="test",
        application_version="1",
    )


def test_requests_are_answered_and_closing_closes(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running() as one:
            assert await one.client.request(tf.GetOption(name="version")) == td.OptionValueString(
                value=td.TDLIB_VERSION
            )
            await one.client.request(parameters(tmp_path))
            await one.until(lambda: td.AuthorizationStateWaitPhoneNumber in one.states())
            assert await one.client.close() == Stopped(closed=True, code=0)
            assert one.states()[-1] is td.AuthorizationStateClosed
            with pytest.raises(Aborted):
                await one.client.request(tf.GetMe())

    run(scenario)


def test_the_database_is_for_its_owner_alone(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running() as one:
            await one.client.request(parameters(tmp_path / "account"))

    run(scenario)
    modes = {path: path.stat().st_mode & 0o077 for path in (tmp_path / "account").rglob("*")}
    assert modes
    assert set(modes.values()) == {0}


def test_errors_are_typed() -> None:
    async def scenario() -> None:
        async with running() as one:
            with pytest.raises(TdError) as refused:
                await one.client.request(tf.GetChat(chat_id=1))
            assert refused.value.code == 400
            assert refused.value.request == "getChat"
            with pytest.raises(TimedOut):
                await one.client.request(tf.GetOption(name="version"), deadline=0)
            with pytest.raises(NotFound):
                await one.client.request(tf.TestReturnError(error=td.Error(code=404, message="nowhere")))

    run(scenario)


def test_answers_are_applied_before_later_updates() -> None:
    """`apply` runs at the answer's own place in the queue, before the coroutine goes on."""

    async def scenario() -> None:
        async with running() as one:
            order: list[str] = []
            asked = one.client.request(tf.GetOption(name="version"), apply=lambda _: order.append("applied"))
            await asked
            order.append("returned")
            assert order == ["applied", "returned"]

    run(scenario)


def test_a_killed_engine_fails_what_waits_and_says_so() -> None:
    async def scenario() -> None:
        async with running() as one:
            await one.until(lambda: bool(one.states()))
            os.kill(one.client.process_id, signal.SIGSTOP)
            waiting = asyncio.ensure_future(one.client.request(tf.GetOption(name="version")))
            await asyncio.sleep(0)
            os.kill(one.client.process_id, signal.SIGKILL)
            with pytest.raises(Aborted):
                await waiting
            stopped = await one.ended
            assert not stopped.closed
            assert stopped.code == -signal.SIGKILL

    run(scenario)


def test_an_aborting_tdlib_leaves_its_last_words() -> None:
    async def scenario() -> None:
        async with running() as one:
            one.client.send(tf.AddLogMessage(verbosity_level=0, text="the disk is full of sand"))
            stopped = await asyncio.wait_for(one.ended, 30)
            assert stopped.code == -signal.SIGABRT
            assert "the disk is full of sand" in stopped.last_words
            assert not stopped.closed

    run(scenario)


def test_log_lines_arrive_with_their_level() -> None:
    async def scenario() -> None:
        async with running() as one:
            one.client.send(tf.AddLogMessage(verbosity_level=2, text="a word of warning"))
            one.client.send(tf.AddLogMessage(verbosity_level=3, text="gossip"))
            await one.until(lambda: any("a word of warning" in line for level, line in one.log if level == 2))
            assert not any("gossip" in line for _, line in one.log)

    run(scenario)


INTERFACE = """
import asyncio, sys
from pathlib import Path
from tdlib import functions as tf, types as td
from tdlib.client import TdClient

async def main():
    folder, library = sys.argv[1:]
    client = TdClient(Path(library), on_update=lambda update: None, on_stopped=lambda stopped: None)
    await client.request(tf.SetTdlibParameters(use_test_dc=True, database_directory=folder, api_id=1, api_hash="0" * 32,
        system_language_code="en", device_model="test", application_version="1"))
    print(client.process_id, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def test_a_killed_interface_lets_tdlib_close_properly(tmp_path: Path) -> None:
    """The engine closes TDLib when its input ends: the next start finds the database unlocked and whole."""
    command = [sys.executable, "-c", textwrap.dedent(INTERFACE), str(tmp_path), str(library_path())]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as interface:
        assert interface.stdout is not None
        engine = psutil.Process(int(interface.stdout.readline()))
        interface.kill()
    engine.wait(timeout=15)

    async def scenario() -> None:
        async with running() as one:
            await one.client.request(parameters(tmp_path))
            assert not [line for level, line in one.log if "Truncate" in line or "lock" in line]

    run(scenario)


def test_sigterm_closes_tdlib(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running() as one:
            await one.client.request(parameters(tmp_path))
            os.kill(one.client.process_id, signal.SIGTERM)
            stopped = await asyncio.wait_for(one.ended, 15)
            assert stopped.closed

    run(scenario)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, ""), (b"", "file too short"), (b"not a library at all, but some kilobytes of words" * 99, "invalid ELF")],
)
def test_an_unusable_library_is_named(tmp_path: Path, content: bytes | None, reason: str) -> None:
    library = tmp_path / "libtdjson.so"
    if content is not None:
        library.write_bytes(content)

    async def scenario() -> None:
        one = Running(library)
        stopped = await asyncio.wait_for(one.ended, 30)
        assert isinstance(stopped.failure, LibraryUnusable)
        assert stopped.failure.path == str(library)
        assert reason in stopped.failure.reason

    run(scenario)


def test_a_library_of_another_version_is_refused(tmp_path: Path) -> None:
    library = tmp_path / "libtdjson.so"
    content = library_path().read_bytes()
    assert td.TDLIB_COMMIT.encode() in content
    library.write_bytes(content.replace(td.TDLIB_COMMIT.encode(), b"f" * len(td.TDLIB_COMMIT)))

    async def scenario() -> None:
        one = Running(library)
        stopped = await asyncio.wait_for(one.ended, 30)
        assert isinstance(stopped.failure, LibraryMismatch)
        assert "ffffffff" in stopped.failure.found

    run(scenario)
