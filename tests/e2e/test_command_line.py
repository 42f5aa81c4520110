"""`heliograph` as a person starts it: a process, its sentences, its exit codes, and no traceback anywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

COMMAND = [sys.executable, "-m", "ui.app"]
TIMEOUT = 110
NOBODY = 65534
ROOT = Path(__file__).parents[2]
Start = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder nobody has used yet."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o755)
    return folder


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Runs the command in the fresh home; no log in it may hold a traceback."""

    def run(*arguments: str, before: tuple[str, ...] = (), **environment: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*before, *COMMAND, *arguments],
            cwd=ROOT,
            env=surroundings(home, **environment),
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        assert "Traceback" not in done.stdout + done.stderr
        return done

    yield run
    for log in home.parent.rglob("heliograph.log"):
        assert "Traceback" not in log.read_text()


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """Returns the environment of somebody without a display whose home is `home`."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return {**kept, "HOME": str(home), "XDG_CACHE_HOME": cache, "PYTHONDONTWRITEBYTECODE": "1", **more}


def colors(path: Path) -> tuple[QImage, set[int]]:
    """Returns a picture and the colours of a grid of its points."""
    picture = QImage(str(path))
    places = [(x, y) for x in range(5, picture.width(), 12) for y in range(5, picture.height(), 12)]
    return picture, {picture.pixel(x, y) for x, y in places}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_of_a_chat(start: Start, tmp_path: Path, theme: str) -> None:
    path = tmp_path / "window.png"
    done = start("--demo", "--screenshot", str(path), "--chat", "Lina Hale", "--theme", theme, "--size", "1000x700")
    assert (done.returncode, done.stderr) == (0, "")
    picture, seen = colors(path)
    assert (picture.width(), picture.height()) == (1000, 700)
    assert len(seen) > 50
    assert (picture.pixelColor(500, 30).lightness() < 128) == (theme == "dark")


def test_a_picture_of_the_sign_in(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "window.png"
    done = start("--demo", "--signed-out", "--screenshot", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    picture, seen = colors(path)
    assert (picture.width(), picture.height()) == (1280, 800)
    assert len(seen) > 5


def test_a_chat_that_is_not_there_names_some_that_are(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "window.png"
    done = start("--demo", "--screenshot", str(path), "--chat", "Lina Hole")
    assert done.returncode == 2
    assert "'Lina Hole'" in done.stderr
    assert "Lina Hale" in done.stderr
    assert not path.exists()


def test_a_picture_that_cannot_be_written(start: Start, tmp_path: Path) -> None:
    done = start("--demo", "--screenshot", str(tmp_path / "window.nonsense"))
    assert done.returncode == 1
    assert "window.nonsense" in done.stderr


def test_a_malformed_proxy_is_named(start: Start, tmp_path: Path) -> None:
    done = start("--proxy", "socks5://:notaport", "--screenshot", str(tmp_path / "window.png"))
    assert done.returncode == 1
    assert done.stderr.startswith("heliograph: ")
    assert "socks5://" in done.stderr


def test_a_missing_system_library_comes_with_the_line_that_brings_it(start: Start, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_EGL)
    done = start("--demo", "--screenshot", str(tmp_path / "window.png"), PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert "libEGL.so.1" in done.stderr
    assert "sudo apt install" in done.stderr
    assert "libegl1" in done.stderr


WITHOUT_EGL = '''
import sys
from importlib.abc import MetaPathFinder

class NoGui(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtGui":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

sys.meta_path.insert(0, NoGui())
'''


def test_an_ordinary_user_in_a_fresh_home(start: Start, tmp_path: Path, home: Path) -> None:
    path = tmp_path / "window.png"
    more = {"XDG_CACHE_HOME": str(home / ".cache")}
    done = start("--demo", "--screenshot", str(path), "--chat", "Lina Hale", before=without_powers(), **more)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(colors(path)[1]) > 50


def test_a_profile_that_cannot_be_read_is_left_alone(start: Start, tmp_path: Path) -> None:
    """The window says so; what it says is proved where its words can be read."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o000)
    path = tmp_path / "window.png"
    api = {"HELIOGRAPH_API_ID": "1", "HELIOGRAPH_API_HASH": "0" * 32}
    done = start("--profile", str(locked / "profile"), "--screenshot", str(path), before=without_powers(), **api)
    locked.chmod(0o700)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(colors(path)[1]) > 2
    assert list(locked.iterdir()) == []


def without_powers() -> tuple[str, ...]:
    """Returns what takes root's powers over files from a command; nothing where there are none to take."""
    found = shutil.which("setpriv")
    return (found, "--bounding-set=-all", "--inh-caps=-all") if os.getuid() == 0 and found is not None else ()
