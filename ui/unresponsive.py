"""The window in place of the window: an earlier start holds the profile and does not answer."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import ExitStack
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from client.paths import Paths
from client.settings import Settings
from ui.languages import speak
from ui.options import Options
from ui.platform.color_scheme import follow_system
from ui.platform.end_signals import EndSignals
from ui.platform.fonts import choose_font
from ui.platform.single_instance import Answered, First, Silent
from ui.start_once import start_once
from ui.startup import GraphicsFailed
from ui.viewmodels.appearance import Appearance
from ui.viewmodels.unresponsive import Unresponsive
from ui.window import QML, qml_engine

LOOK = 0.2
"""Seconds between two looks at whether anything has changed."""

GRACE = 5.0
"""Seconds the earlier start gets to end by itself before the system ends it."""


def ask(options: Options, silent: Silent) -> First | Answered | Silent | None:
    """Shows the window until the earlier start answers, or has ended, or the person gives up.

    Returns:
        As `start_once`: `Silent` where the person gave up.

    Raises:
        GraphicsFailed: the window stays empty.
    """
    existing = QGuiApplication.instance()
    application = existing if isinstance(existing, QGuiApplication) else QGuiApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    choose_font(application)
    with ExitStack() as ending:
        speak(application, options.language or Settings(Paths(options.profile).settings).language, ending)
        return _ask(application, options, silent)


def _ask(application: QGuiApplication, options: Options, silent: Silent) -> First | Answered | Silent | None:
    appearance = Appearance(options.theme or "system")
    follow_system(application, appearance)
    waiting = _Waiting(options, silent)
    unresponsive = Unresponsive(silent.process, appearance, waiting.end, application.quit)
    engine = _open(unresponsive)
    failures: list[str] = []

    def give_up(kind: QQuickWindow.SceneGraphError, words: str) -> None:
        failures.append(words)
        application.quit()

    for window in engine.rootObjects():
        cast(QQuickWindow, window).sceneGraphError.connect(give_up)
    timer = QTimer()
    timer.setInterval(int(LOOK * 1000))
    timer.timeout.connect(lambda: application.quit() if waiting.is_over else None)
    timer.start()
    signals = EndSignals(application.quit)
    application.exec()
    signals.close()
    timer.stop()
    for window in engine.rootObjects():
        window.setProperty("visible", False)
    del engine
    found = waiting.give_up()
    if not failures or isinstance(found, Answered):
        return found
    if isinstance(found, First):
        found.close()
    raise GraphicsFailed


def _open(unresponsive: Unresponsive) -> QQmlApplicationEngine:
    engine = qml_engine()
    engine.setInitialProperties({"unresponsive": unresponsive})
    engine.load(str(QML / "UnresponsiveWindow.qml"))
    return engine


class _Waiting:
    """Waits on a thread of its own for the answer, or for the end of the earlier start."""

    def __init__(self, options: Options, silent: Silent) -> None:
        self._options = options
        self._result: First | Answered | Silent | None = silent
        self._process = silent.process
        self._end_from = float("inf")
        self._killed = False
        self._given_up = False
        self._thread = threading.Thread(target=self._wait, args=(silent,), name="waiting", daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        return not self._thread.is_alive()

    def end(self) -> None:
        """Has the earlier start ended: politely, even where it is stopped; then by force."""
        self._end_from = time.monotonic()

    def give_up(self) -> First | Answered | Silent | None:
        """Returns what has come of the waiting; it comes to nothing from now on."""
        self._given_up = True
        self._thread.join(3 * LOOK)
        return self._result

    def _wait(self, silent: Silent) -> None:
        asked_to_end = False
        while not self._given_up:
            if self._end_from < float("inf"):
                silent.close()
                self._force(asked_to_end)
                asked_to_end = True
                found = start_once(self._options, os.environ, hand_over=False, patience=LOOK)
            elif (answer := silent.wait(LOOK)) is None:
                found = start_once(self._options, os.environ)
            else:
                found = Answered() if answer else silent
            if found is not silent:
                silent.close()
            if not isinstance(found, Silent):
                self._result = found
                return
            silent = found
        silent.close()

    def _force(self, asked_to_end: bool) -> None:
        if not asked_to_end:
            _signal(self._process, signal.SIGTERM)
            if sys.platform != "win32":
                _signal(self._process, signal.SIGCONT)
        elif not self._killed and time.monotonic() - self._end_from > GRACE and sys.platform != "win32":
            self._killed = True
            _signal(self._process, signal.SIGKILL)


def _signal(process: int, number: signal.Signals) -> None:
    try:
        os.kill(process, number)
    except OSError:
        # It has gone by itself.
        return
