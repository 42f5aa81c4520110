"""Pictures that load on Qt's thread while this thread keeps Python to itself."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage

from ui.media.emoji import EmojiProvider
from ui.media.loading_thread import LoadedAside
from ui.window import qml_engine

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
"""A picture of one pixel, as PNG in Base64."""

PROGRAMME = """
import sys, time
import shiboken6
from PySide6.QtCore import QByteArray, QSize, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent
from ui.window import qml_engine

application = QGuiApplication([])
engine = qml_engine()
component = QQmlComponent(engine)
component.setData(QByteArray(b"import QtQuick; Image { asynchronous: true }"), QUrl())
first, second = component.create(), component.create()
source = QUrl("image://" + sys.argv[1])
# From here on no other thread gets Python's lock.
sys.setswitchinterval(1000)
first.setProperty("source", source)
until = time.perf_counter() + 0.3
while time.perf_counter() < until:
    pass
# Needs the lock under which Qt's loading thread has begun with the first one.
second.setProperty("sourceSize", QSize(3, 3))
second.setProperty("source", source)
print("both began")
# The loading thread comes to its end before Python does.
sys.setswitchinterval(0.005)
shiboken6.delete(engine)
"""


@pytest.mark.parametrize(
    "source",
    ["picture/nothing", f"avatar/round/data/{DOT}", "emoji/-/20/8J-OiQ==/", "disc/808080", "icon/search/808080"],
)
def test_a_picture_waits_for_no_lock(source: str) -> None:
    """The two threads would wait for each other for ever."""
    command = [sys.executable, "-c", PROGRAMME, source]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout) == (0, "both began\n"), done.stderr


def test_the_loading_thread_has_asked_each_provider_of_each_engine(qapp: QGuiApplication) -> None:
    """Also of a second engine, for which Qt would have found the picture in its cache."""
    for _ in range(2):
        engine = qml_engine()
        providers = [engine.imageProvider(name) for name in ("picture", "avatar", "emoji")]
        assert all(isinstance(provider, LoadedAside) and provider.asked.is_set() for provider in providers)
        shiboken6.delete(engine)


def emoji(ink: str, side: int, plain: str, path: str) -> QImage:
    """Returns what the provider `emoji` draws."""
    parts = (base64.urlsafe_b64encode(part.encode()).decode() for part in (plain, path))
    return EmojiProvider().make("/".join([ink, str(side), *parts]), QSize())


def test_a_custom_emoji_is_drawn_in_its_own_colours_or_that_of_the_text(qapp: QGuiApplication, tmp_path: Path) -> None:
    path = tmp_path / "dot.png"
    dot = QImage(100, 100, QImage.Format.Format_ARGB32)
    dot.fill(QColor("red"))
    dot.setPixelColor(0, 0, QColor(0, 0, 0, 0))
    dot.save(str(path))
    assert emoji("-", 50, "🎉", str(path)).pixelColor(25, 25) == QColor("red")
    assert emoji("00ff00", 100, "🎉", str(path)).pixelColor(50, 50) == QColor("lime")
    assert emoji("00ff00", 100, "🎉", str(path)).pixelColor(0, 0).alpha() == 0


def test_the_plain_emoji_stands_for_a_picture_that_is_not_here(qapp: QGuiApplication, tmp_path: Path) -> None:
    (tmp_path / "no picture").write_text("no picture", encoding="utf-8")
    for path in ("", "/nowhere", str(tmp_path / "no picture")):
        drawn = emoji("-", 40, "X", path)
        assert drawn.size() == QSize(40, 40)
        assert any(drawn.pixelColor(x, y).alpha() for x in range(40) for y in range(40))


@pytest.mark.parametrize("address", ["", "first", "-/0//", "-/9999//", "-/20/8J-/", "-/20/_w==/", "-/x//", "/////"])
def test_a_malformed_address_of_an_emoji_draws_nothing(qapp: QGuiApplication, address: str) -> None:
    assert EmojiProvider().make(address, QSize()).size() == QSize(1, 1)
