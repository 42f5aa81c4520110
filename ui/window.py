"""The QML engine and the window: import paths, image providers, the root view model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QUrl
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from ui.media.avatars import AvatarProvider, DiscProvider
from ui.media.icons import IconProvider
from ui.media.pictures import PictureProvider
from ui.platform import reading_order

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
"""A picture of one pixel, as PNG in Base64."""

EACH_PROVIDER = f"""
    import QtQuick
    Item {{
        Image {{ source: "image://icon/search/808080" }}
        Image {{ source: "image://picture/nothing" }}
        Image {{ source: "image://avatar/round/data/{DOT}" }}
        Image {{ source: "image://disc/808080" }}
    }}
"""

REGISTERED = reading_order.QML_IMPORT_NAME
"""Importing the module registers the type that QML names."""

QML = Path(__file__).parent / "qml"


class WindowFailed(Exception):
    """Main.qml could not be loaded; the reasons are in Qt's log."""


def qml_engine() -> QQmlApplicationEngine:
    """Returns an engine that knows the modules of `ui/qml` and every image provider."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    engine.addImageProvider("icon", IconProvider())
    engine.addImageProvider("picture", PictureProvider())
    engine.addImageProvider("avatar", AvatarProvider())
    engine.addImageProvider("disc", DiscProvider())
    _settle_kinds(engine)
    return engine


def _settle_kinds(engine: QQmlEngine) -> None:
    """Has Qt ask each provider once, on this thread, which kind of image it gives.

    WORKAROUND: Qt's loading thread asks that under a lock of its own. PySide waits there for Python's lock, to see
    whether Python overrides the answer, while this thread may hold Python's lock and wait for Qt's: neither goes on.
    Once asked, PySide remembers that nothing overrides it, and asks Python no more.
    """
    component = QQmlComponent(engine, engine)
    component.setData(QByteArray(EACH_PROVIDER.encode()), QUrl())
    asked = component.create()
    assert asked is not None, component.errorString()
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
