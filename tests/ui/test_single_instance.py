"""One start for each profile: who is the first, what the next hands over, and what never stands in the way."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client.failures import InUse
from client.profile_lock import ProfileLock
from ui.options import parse
from ui.platform import instance_address, single_instance
from ui.platform.instance_door import InstanceDoor
from ui.platform.single_instance import Answered, First, Request, Silent
from ui.start_once import start_once

Until = Callable[..., None]
SHORT = 0.3


def claim(folder: Path, request: Request | None = None, **patience: float) -> First | Answered | Silent:
    lock = ProfileLock(folder / "instance.lock")

    def is_first() -> bool:
        try:
            lock.acquire()
        except InUse:
            return False
        return True

    return single_instance.claim(folder, is_first, lock.release, request or Request(), **patience)


@pytest.fixture
def first(tmp_path: Path) -> Iterator[First]:
    found = claim(tmp_path)
    assert isinstance(found, First)
    yield found
    found.close()


class Caller:
    """A later start, on a thread, while the first one's event loop turns."""

    def __init__(self, folder: Path, request: Request | None = None) -> None:
        self.result: First | Answered | Silent | None = None
        self._thread = threading.Thread(target=self._call, args=(folder, request))
        self._thread.start()

    def is_over(self) -> bool:
        return not self._thread.is_alive()

    def _call(self, folder: Path, request: Request | None) -> None:
        self.result = claim(folder, request, patience=20.0)


def test_the_next_start_hands_over_what_it_was_given(first: First, tmp_path: Path, until: Until) -> None:
    taken: list[Request] = []
    door = InstanceDoor(first, taken.append)
    caller = Caller(tmp_path, Request(["tg://resolve?domain=vera"], ["/tmp/ä b.txt"], "leave"))
    until(caller.is_over)
    door.close()
    assert isinstance(caller.result, Answered)
    assert taken == [Request(["tg://resolve?domain=vera"], ["/tmp/ä b.txt"], "leave")]


def test_who_does_not_know_the_word_is_not_heard(first: First, tmp_path: Path, until: Until) -> None:
    taken: list[Request] = []
    door = InstanceDoor(first, taken.append)
    address = instance_address.read(tmp_path)
    assert address is not None
    for line in (b'{"word": "guessed", "links": ["tg://x"]}\n', b"nonsense\n", b"[]\n", b"\xff\n"):
        stranger = address.connect(5.0)
        stranger.sendall(line)
        stranger.setblocking(False)
        until(lambda stranger=stranger: _hung_up(stranger))
        stranger.close()
    door.close()
    assert taken == []


def _hung_up(connection: socket.socket) -> bool:
    try:
        return connection.recv(16) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_what_nobody_waits_for_any_more_is_not_done(first: First, tmp_path: Path, until: Until) -> None:
    first.say(is_up=True)
    silent = claim(tmp_path, Request(["tg://late"]), patience=SHORT)
    assert isinstance(silent, Silent)
    silent.close()
    taken: list[Request] = []
    door = InstanceDoor(first, taken.append)
    caller = Caller(tmp_path, Request(["tg://in-time"]))
    until(caller.is_over)
    door.close()
    assert [list(request.links) for request in taken] == [["tg://in-time"]]


def test_a_first_start_that_hangs_is_named(first: First, tmp_path: Path) -> None:
    first.say(is_up=True)
    silent = claim(tmp_path, patience=SHORT)
    assert isinstance(silent, Silent)
    assert silent.process == os.getpid()
    silent.close()


def test_a_first_start_that_is_still_starting_is_given_time(first: First, tmp_path: Path, until: Until) -> None:
    taken: list[Request] = []
    found: list[First | Answered | Silent] = []
    caller = threading.Thread(target=lambda: found.append(claim(tmp_path, patience=0.0, start_patience=20.0)))
    caller.start()
    caller.join(2 * SHORT)
    assert caller.is_alive()
    door = InstanceDoor(first, taken.append)
    until(lambda: not caller.is_alive())
    door.close()
    assert isinstance(found[0], Answered)


def test_a_first_start_that_ends_makes_the_next_one_first(first: First, tmp_path: Path, until: Until) -> None:
    door = InstanceDoor(first, lambda request: None)
    door.close()
    caller = Caller(tmp_path)
    first.close()
    until(caller.is_over)
    assert isinstance(caller.result, First)
    caller.result.close()


def test_another_profile_is_another_start(first: First, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    found = claim(other)
    assert isinstance(found, First)
    found.close()


def test_nothing_is_left_and_nothing_was_open_to_others(tmp_path: Path) -> None:
    found = claim(tmp_path)
    assert isinstance(found, First)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) & 0o777 for path in tmp_path.iterdir()}
    assert modes == dict.fromkeys(modes, 0o600)
    found.close()
    assert [path.name for path in tmp_path.iterdir()] == ["instance.lock"]


def test_a_killed_start_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", CLAIM_AND_DIE, str(tmp_path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "instance.socket").exists()
    found = claim(tmp_path)
    assert isinstance(found, First)
    found.close()


CLAIM_AND_DIE = """
import os, signal, sys
from pathlib import Path
from tests.ui.test_single_instance import claim
first = claim(Path(sys.argv[1]))
first.say(is_up=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("garbage", [b"", b"{}", b'{"process": "x", "path": 1}', b"\xff\xfe", b"[1, 2]"])
def test_an_address_that_cannot_be_read_is_waited_for(first: First, tmp_path: Path, garbage: bytes) -> None:
    (tmp_path / instance_address.FILE).write_bytes(garbage)
    silent = claim(tmp_path, patience=SHORT)
    assert isinstance(silent, Silent)
    assert silent.process == 0


def test_a_long_path_takes_the_runtime_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Until) -> None:
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    _exchange(_deep(tmp_path), until)
    assert list((runtime / "heliograph").iterdir()) == []


def test_without_a_runtime_folder_temporary_files_serve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Until
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    _exchange(_deep(tmp_path), until)
    assert list((tmp_path / f"heliograph-{os.getuid()}").iterdir()) == []


def test_a_folder_of_somebody_else_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Until
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name in ("heliograph", f"heliograph-{os.getuid()}"):
        (tmp_path / name).mkdir()
        (tmp_path / name).chmod(0o777)
    assert _exchange(_deep(tmp_path), until).port > 0


def test_without_local_sockets_loopback_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Until) -> None:
    monkeypatch.setattr("ui.platform.instance_address.sys.platform", "win32")
    address = _exchange(tmp_path, until)
    assert address.port > 0
    assert address.path == ""


def _deep(folder: Path) -> Path:
    deep = folder / ("long" * 20) / ("longer" * 20)
    deep.mkdir(parents=True)
    return deep


def _exchange(folder: Path, until: Until) -> instance_address.Address:
    """Has a first start in `folder` answer a second one, and returns where it was reached."""
    found = claim(folder)
    assert isinstance(found, First)
    address = instance_address.read(folder)
    assert address is not None
    taken: list[Request] = []
    door = InstanceDoor(found, taken.append)
    caller = Caller(folder)
    until(caller.is_over)
    door.close()
    found.close()
    assert isinstance(caller.result, Answered)
    assert len(taken) == 1
    return address


def test_of_many_at_the_same_instant_one_is_first(tmp_path: Path) -> None:
    racers = 6
    start = time.time() + 1.0
    line = [sys.executable, "-c", RACE, str(tmp_path), str(start)]
    running = [subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(racers)]
    said = [racer.stdout.readline().strip() for racer in running if racer.stdout is not None]
    for racer in running:
        racer.communicate()
    assert sorted(said) == ["first"] + ["silent"] * (racers - 1)


RACE = """
import sys, time
from pathlib import Path
from tests.ui.test_single_instance import claim
time.sleep(max(0.0, float(sys.argv[2]) - time.time()))
found = claim(Path(sys.argv[1]), patience=0.5, start_patience=0.5)
print(type(found).__name__.lower(), flush=True)
sys.stdin.read()
"""


def test_pictures_and_forgotten_demos_have_nothing_to_do_with_each_other(tmp_path: Path) -> None:
    assert start_once(parse(["--demo"]), {}) is None
    picture = ["--profile", str(tmp_path / "profile"), "--screenshot", str(tmp_path / "x.png")]
    assert start_once(parse(picture), {}) is None
    assert list(tmp_path.iterdir()) == []


def test_a_profile_that_cannot_be_used_is_left_to_the_window(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert start_once(parse(["--profile", str(tmp_path / "file")]), {}) is None


def test_deciding_loads_nothing_that_takes_time(tmp_path: Path) -> None:
    """A second start is to be over within 300 ms; Qt alone takes longer."""
    heavy = ["PySide6", "asyncio", "msgspec", "tdlib.types", "qasync", "subprocess", "urllib.request", "http.client"]
    script = (
        "import os, sys\nfrom ui import app\nfrom ui.options import parse\nfrom ui.start_once import start_once\n"
        "start_once(parse(['--profile', sys.argv[1], '--', 'tg://resolve?domain=x']), os.environ)\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
