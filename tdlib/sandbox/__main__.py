"""`python -m tdlib.sandbox`: the sandbox for any TDLib client, driven over standard input and output.

The first line out is a JSON object: where the library, the proxy and the users are. Every further line in is a verb,
such as `{"verb": "cut"}` or `{"verb": "user", "name": "Bob", "do": "send", "arguments": ["Alice", "hi"]}`, and is
answered with one line, `{"verb": …, "result": …}` or `{"verb": …, "error": …}`; an `id` comes back with the answer.
Service messages are lines of their own: `{"service": …}`. The sandbox ends with its standard input, or on SIGTERM.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tdlib.library import LibraryMissing
from tdlib.sandbox.library import LibraryMismatch
from tdlib.sandbox.sandbox import Sandbox
from tdlib.sandbox.world.storage import StateError

VERBS = frozenset(
    {
        "change_salts",
        "corrupt",
        "cut",
        "cut_after",
        "deafen",
        "delay",
        "drop_answer",
        "drop_request",
        "fail",
        "failures",
        "forget_sessions",
        "gap",
        "heal",
        "missing_methods",
        "offline",
        "online",
        "repeat_answer",
        "repeat_update",
        "requests",
        "revoke_session",
        "save",
        "silence",
        "skew",
        "slow",
        "swap_updates",
        "too_long",
        "transport_error",
    }
)
"""The methods of `Sandbox` that a line may call, with its other members as arguments; `user` comes on top."""


class Output:
    """Standard output, a line at a time from any thread; a reader that has gone is no error."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def write(self, content: dict[str, Any]) -> None:
        line = json.dumps(content, default=_plain)
        with self._lock, contextlib.suppress(BrokenPipeError):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the sandbox until standard input ends; returns the exit code, 1 where it can't run, 2 for a wrong option."""
    options = _parse(arguments)
    try:
        _serve(options)
    except (StateError, LibraryMismatch, LibraryMissing) as problem:
        return _refuse(str(problem))
    except OSError as problem:
        place = f": {problem.filename}" if problem.filename is not None else ""
        return _refuse(f"{problem.strerror or problem}{place}")
    return 0


def _serve(options: argparse.Namespace) -> None:
    output = Output()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, _end)
    sandbox = Sandbox(
        state=options.state,
        seed=options.seed,
        chats=options.chats,
        messages=options.messages,
        actors=options.actors,
        port=options.port,
        proxy_port=0 if options.proxy else None,
    )
    sandbox.world.on_code = lambda phone, code: output.write({"service": f"Login code for +{phone}: {code}"})
    with sandbox:
        output.write(
            {
                "library": str(sandbox.library),
                "proxy": sandbox.proxy,
                "port": sandbox.address[1],
                "users": sandbox.users,
                "code": sandbox.code,
            }
        )
        for line in sys.stdin:
            if line.strip():
                output.write(answer(sandbox, line))


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"python -m tdlib.sandbox: {sentence}\n")
    return 1


def answer(sandbox: Sandbox, line: str) -> dict[str, Any]:
    """Carries out one line and returns the object that answers it."""
    try:
        command = json.loads(line)
    except ValueError as error:
        return {"error": f"not JSON: {error}"}
    if not isinstance(command, dict) or not isinstance(command.get("verb"), str):
        return {"error": 'a verb is an object such as {"verb": "cut"}'}
    verb = command.pop("verb")
    head = {"verb": verb, "id": command.pop("id")} if "id" in command else {"verb": verb}
    try:
        return {**head, "result": _find(sandbox, verb)(**command)}
    except Exception as error:
        return {**head, "error": f"{type(error).__name__}: {error}"}


def _find(sandbox: Sandbox, verb: str) -> Callable[..., Any]:
    if verb == "user":
        return lambda name, do, arguments=(), named=None: _let_user(sandbox, name, do, arguments, named or {})
    if verb not in VERBS:
        raise LookupError(f"no such verb; there are user, {', '.join(sorted(VERBS))}")
    found: Callable[..., Any] = getattr(sandbox, verb)
    return found


def _let_user(sandbox: Sandbox, name: str | int, do: str, arguments: Sequence[Any], named: dict[str, Any]) -> Any:
    if do.startswith("_"):
        raise LookupError(f"people have no verb {do}")
    found = getattr(sandbox.user(name), do)
    return found(*arguments, **named) if callable(found) else found


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tdlib.sandbox", description="A local Telegram on loopback.")
    parser.add_argument("--state", type=Path, metavar="FILE", help="keep everything in this file between runs")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another sample by another number")
    parser.add_argument("--chats", type=_count, default=0, metavar="N", help="so many private chats more")
    parser.add_argument("--messages", type=_count, default=0, metavar="N", help="a supergroup with so many messages")
    parser.add_argument("--no-actors", dest="actors", action="store_false", help="nobody does anything by itself")
    parser.add_argument("--port", type=_port, default=0, metavar="N", help="where the MTProto server listens")
    parser.add_argument("--no-proxy", dest="proxy", action="store_false", help="no SOCKS5 proxy")
    options = parser.parse_args(arguments)
    if options.state is not None and not options.state.absolute().parent.is_dir():
        parser.error(f"--state: there is no folder {options.state.absolute().parent}")
    return options


def _count(text: str) -> int:
    return _number(text, 1_000_000)


def _port(text: str) -> int:
    return _number(text, 65_535)


def _number(text: str, largest: int) -> int:
    if not text.isdecimal() or int(text) > largest:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to {largest}")
    return int(text)


def _end(number: int, frame: object) -> None:
    raise SystemExit(0)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    return repr(value)


if __name__ == "__main__":
    sys.exit(main())
