"""The command `heliograph` as a process: pictures without a display, and a sentence for everything that is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

KEY = {"HELIOGRAPH_API_ID": "12345", "HELIOGRAPH_API_HASH": "0123456789abcdef0123456789abcdef"}
HIDDEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QUICK_BACKEND", *KEY)


def _heliograph(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command without a display; what it says must never be a traceback."""
    around = {name: value for name, value in os.environ.items() if name not in HIDDEN} | environment
    command = [sys.executable, "-m", "ui.app", *arguments]
    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=100, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def _colors(picture: Path) -> int:
    """How many colours there are in every fifth pixel: a blank window has one or two."""
    image = QImage(str(picture))
    assert not image.isNull()
    return len({image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)})


@pytest.mark.timeout(200)
def test_the_demo_is_drawn_without_a_display(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = _heliograph("--demo", "--screenshot", str(picture), "--theme", "dark", "--size", "900x600", "--scale", "1.5")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1350, 900)
    assert _colors(picture) > 100


@pytest.mark.timeout(200)
def test_a_chat_that_is_not_there_is_named_with_others_like_it(tmp_path: Path) -> None:
    done = _heliograph("--demo", "--screenshot", str(tmp_path / "window.png"), "--chat", "Ridge wlak")
    assert done.returncode == 2
    assert "'Ridge wlak'" in done.stderr
    assert "Ridge walk" in done.stderr
    assert not (tmp_path / "window.png").exists()


@pytest.mark.timeout(200)
def test_the_demo_starts_at_the_sign_in(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = _heliograph("--demo", "--signed-out", "--screenshot", str(picture))
    assert (done.returncode, done.stderr) == (0, "")
    assert _colors(picture) > 20


@pytest.mark.timeout(200)
def test_a_demo_with_a_broken_library_ends_with_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "libtdjson.so"
    broken.write_bytes(b"no library at all")
    done = _heliograph("--demo", "--tdlib", str(broken), "--screenshot", str(tmp_path / "window.png"))
    assert done.returncode == 1
    assert str(broken) in done.stderr


def test_without_a_key_the_first_page_is_drawn(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = _heliograph("--profile", str(tmp_path / "profile"), "--screenshot", str(picture))
    assert (done.returncode, done.stderr) == (0, "")
    assert _colors(picture) > 20


@pytest.mark.parametrize("content", [None, b"no library at all"], ids=["missing", "broken"])
def test_a_library_that_cannot_be_used_is_shown_in_the_window(tmp_path: Path, content: bytes | None) -> None:
    library, picture = tmp_path / "libtdjson.so", tmp_path / "window.png"
    if content is not None:
        library.write_bytes(content)
    profile = str(tmp_path / "profile")
    done = _heliograph("--profile", profile, "--tdlib", str(library), "--screenshot", str(picture), **KEY)
    assert (done.returncode, done.stderr) == (0, "")
    assert _colors(picture) > 20


def test_a_profile_that_cannot_be_used_is_shown_in_the_window(tmp_path: Path) -> None:
    in_the_way, picture = tmp_path / "file", tmp_path / "window.png"
    in_the_way.write_text("no folder", encoding="utf-8")
    done = _heliograph("--profile", str(in_the_way), "--screenshot", str(picture), **KEY)
    assert (done.returncode, done.stderr) == (0, "")
    assert _colors(picture) > 20


@pytest.mark.parametrize(
    ("proxy", "said"),
    [
        ("socks5://me:secret@host", "port"),
        ("gopher://host:1", "gopher"),
        ("socks5://:1080", "server name"),
        ("tg://proxy?server=host&port=443&secret=zz", "secret"),
    ],
)
def test_a_malformed_proxy_is_named_without_its_password(tmp_path: Path, proxy: str, said: str) -> None:
    done = _heliograph("--proxy", proxy, "--profile", str(tmp_path), "--screenshot", str(tmp_path / "window.png"))
    assert done.returncode == 1
    assert said in done.stderr
    assert "me:secret" not in done.stderr
    assert "socks5://user:password@server:port" in done.stderr


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ({"HELIOGRAPH_API_ID": "twelve", "HELIOGRAPH_API_HASH": "0" * 32}, "HELIOGRAPH_API_ID"),
        ({"HELIOGRAPH_API_ID": "12"}, "HELIOGRAPH_API_HASH"),
        ({"HELIOGRAPH_API_ID": "12", "HELIOGRAPH_API_HASH": "short"}, "HELIOGRAPH_API_HASH"),
    ],
)
def test_a_malformed_key_in_the_environment_is_named(tmp_path: Path, key: dict[str, str], named: str) -> None:
    done = _heliograph("--profile", str(tmp_path), "--screenshot", str(tmp_path / "window.png"), **key)
    assert done.returncode == 1
    assert f"{named} must be" in done.stderr


def test_a_folder_that_takes_no_picture_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "window.png"
    folder.mkdir()
    done = _heliograph("--profile", str(tmp_path / "profile"), "--screenshot", str(folder))
    assert done.returncode == 1
    assert str(folder) in done.stderr
