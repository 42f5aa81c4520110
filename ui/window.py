"""The QML engine and the window: import paths, image providers, the root view model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QUrl
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickImageProvider, QQuickWindow

from ui.media.avatars import AvatarProvider, DiscProvider
from ui.media.emoji import EmojiProvider
from ui.media.icons import IconProvider
from ui.media.loading_thread import FIRST, LoadedAside
from ui.media.pictures import PictureProvider
from ui.media.waveforms import WaveformProvider
from ui.platform import reading_order

FIRST_PICTURE = 5.0
"""Seconds that Qt's loading thread gets to ask for one."""

REGISTERED = reading_order.QML_IMPORT_NAME
"""Importing the module registers the type that QML names."""

QML = Path(__file__).parent / "qml"


class WindowFailed(Exception):
    """Main.qml could not be loaded; the reasons are in Qt's log."""


def qml_engine() -> QQmlApplicationEngine:
    """Returns an engine that knows the modules of `ui/qml` and every image provider."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    for name, provider, picture in (
        ("icon", IconProvider(), "search/808080"),
        ("disc", DiscProvider(), "808080"),
        ("waveform", WaveformProvider(), "0v/808080"),
        ("picture", PictureProvider(), FIRST),
        ("emoji", EmojiProvider(), FIRST),
        ("avatar", AvatarProvider(), FIRST),
    ):
        engine.addImageProvider(name, provider)
        _settle_kind(engine, provider, f"image://{name}/{picture}")
    return engine


def _settle_kind(engine: QQmlEngine, provider: QQuickImageProvider, picture: str) -> None:
    """Has Qt ask `provider` once, while this thread waits for it, which kind of image it gives.

    WORKAROUND: Qt's loading thread asks that under a lock of its own. PySide waits there for Python's lock, to see
    whether Python overrides the answer, while this thread may hold Python's lock and wait for Qt's, to have the next
    picture loaded: neither goes on. Once asked, PySide remembers that nothing overrides it, and asks Python no more.
    """
    component = QQmlComponent(engine, engine)
    image = f'import QtQuick; Image {{ cache: false; source: "{picture}" }}'
    component.setData(QByteArray(image.encode()), QUrl())
    asked = component.create()
    assert asked is not None, component.errorString()
    if isinstance(provider, LoadedAside):
        provider.asked.wait(FIRST_PICTURE)
    asked.deleteLater()
    component.deleteLater()


def open_window(engine: QQmlApplicationEngine, application: QObject) -> QQuickWindow:
    """Loads Main.qml and returns its window; raises `WindowFailed`."""
    engine.setInitialProperties({"application": application})
    engine.load(str(QML / "Main.qml"))
    if not engine.rootObjects():
        raise WindowFailed
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    return window
