"""The local Telegram of `--demo`: a process of `tdlib.sandbox`, and the sign-in as its first user."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import subprocess
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from client import auth
from client.account import Account
from client.states import Failed, SignedIn, SigningIn
from tdlib.errors import TdError
from tdlib.worker import SANDBOX, worker_command
from ui.refused import Refused

NEEDED = {"pyrogram": "kurigram", "PIL": "Pillow", "python_socks": "python-socks"}
"""Modules of the extra `demo`, and the packages that bring them."""

START_DEADLINE = 60.0
"""Seconds the local Telegram gets to make its sample people and listen."""


STATE = "local-telegram.state"
"""The file in a lasting demo profile that keeps its Telegram."""


class DemoFailed(Refused):
    """The local Telegram can't be used."""


@dataclass(frozen=True)
class Person:
    """Somebody who can sign in."""

    name: str
    phone_number: str
    password: str


class LocalTelegram:
    """A running sandbox; ends with `close`, or with this process.

    Attributes:
        library: the libtdjson that trusts it.
        proxy: the proxy's URL that leads to it; empty where the library knows the way.
        people: who can sign in; the demo is the first.
        code: the code of every sign-in.
    """

    def __init__(self, process: subprocess.Popen[str], announced: dict[str, Any]) -> None:
        self.library = Path(announced["library"])
        self.proxy: str = announced["proxy"] or ""
        self.code = str(announced["code"])
        self.people = [Person(user["name"], str(user["phone"]), user["password"] or "") for user in announced["users"]]
        self._process = process

    def close(self) -> None:
        """Ends the sandbox."""
        end(self._process)


async def start_local_telegram(
    tell: Callable[[str], None], *, chats: int | None, messages: int | None, actors: bool, state: Path | None
) -> LocalTelegram:
    """Starts a sandbox and returns it when it listens.

    Arguments:
        tell: receives service messages, such as the code of a sign-in, on a thread of its own.
        chats: how many private chats there are beside the sample's.
        messages: how many messages a further group has.
        actors: whether people write and answer by themselves.
        state: the file that keeps this Telegram between starts; None for one that is forgotten.

    Raises:
        DemoFailed: when the extra `demo` is missing or the sandbox doesn't start.
    """
    missing = [package for module, package in NEEDED.items() if importlib.util.find_spec(module) is None]
    if missing:
        raise DemoFailed(f"The demo needs {', '.join(missing)}. Install it with: pip install -e '.[demo]'")
    process = _spawn(_command(chats, messages, actors, state))
    loop = asyncio.get_running_loop()
    try:
        line = await asyncio.wait_for(loop.run_in_executor(None, _first_line, process), START_DEADLINE)
        announced = json.loads(line)
    except TimeoutError as error:
        end(process)
        raise DemoFailed(f"The local Telegram did not start within {START_DEADLINE:.0f} seconds. Try again.") from error
    except ValueError as error:
        end(process)
        words = process.stderr.read().strip() if process.stderr is not None else ""
        raise DemoFailed(
            f"The local Telegram did not start: {words.splitlines()[-1] if words else 'it said nothing'}"
        ) from error
    threading.Thread(target=_pass_on, args=(process, tell), name="demo-services", daemon=True).start()
    threading.Thread(target=_empty, args=(process,), name="demo-errors", daemon=True).start()
    return LocalTelegram(process, announced)


async def sign_in(account: Account, person: Person, code: str) -> None:
    """Signs in as `person`, or returns at once where somebody is signed in, or where the account has failed.

    Raises:
        DemoFailed: when the local Telegram refuses a step.
    """
    changed = asyncio.Event()
    subscription = account.subscribe(changed.set)
    answered: auth.Step | None = None
    try:
        while not isinstance(account.state, SignedIn | Failed):
            changed.clear()
            if isinstance(account.state, SigningIn) and account.state.step is not answered:
                answered = account.state.step
                await _answer(answered, person, code)
            else:
                await changed.wait()
    except TdError as error:
        raise DemoFailed(f"The local Telegram refused the sign-in: {error.message}.") from error
    finally:
        subscription.close()


def temporary_profile() -> tempfile.TemporaryDirectory[str]:
    """Returns a profile folder that goes with the demo."""
    return tempfile.TemporaryDirectory(prefix="heliograph-demo-", ignore_cleanup_errors=True)


def end(process: subprocess.Popen[str]) -> None:
    """Ends the sandbox by the end of its input; kills it where it does not listen."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


async def _answer(step: auth.Step, person: Person, code: str) -> None:
    match step:
        case auth.PhoneNumberStep():
            await step.submit(person.phone_number)
        case auth.QrCodeStep():
            await step.use_phone_number()
        case auth.CodeStep():
            await step.submit(code)
        case auth.PasswordStep():
            await step.submit(person.password)
        case _:
            raise DemoFailed(f"The local Telegram asks for a step that the demo does not know: {type(step).__name__}.")


def _command(chats: int | None, messages: int | None, actors: bool, state: Path | None) -> list[str]:
    command = worker_command(SANDBOX)
    command += ["--chats", str(chats)] if chats is not None else []
    command += ["--messages", str(messages)] if messages is not None else []
    command += ["--state", str(state)] if state is not None else []
    return command if actors else [*command, "--no-actors"]


def _spawn(command: list[str]) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def _first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def _pass_on(process: subprocess.Popen[str], tell: Callable[[str], None]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        service = json.loads(line).get("service")
        if service:
            tell(service)


def _empty(process: subprocess.Popen[str]) -> None:
    """Reads what the sandbox says about its own troubles, so that it never waits for a reader."""
    assert process.stderr is not None
    for _ in process.stderr:
        pass
