"""Bringing the window in front of the others, with the leave that the desktop has given the caller."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow

ACTIVATION_TOKEN = "XDG_ACTIVATION_TOKEN"

CAN_RAISE = ("xcb", "windows", "cocoa")
"""Qt's platforms where a programme may put a window above others; elsewhere activation does, and Qt complains."""


def bring_to_front(window: QWindow, activation_token: str = "") -> None:
    """Shows `window` in front and gives it the keyboard, whether it was hidden, minimized or covered.

    Arguments:
        window: keeps its size: maximized stays maximized.
        activation_token: the desktop's leave for it, which Qt takes from the environment; empty for none.
    """
    if activation_token:
        os.environ[ACTIVATION_TOKEN] = activation_token
    states = window.windowStates()
    if states & Qt.WindowState.WindowMinimized:
        window.setWindowStates(states & ~Qt.WindowState.WindowMinimized)
    window.show()
    if QGuiApplication.platformName() in CAN_RAISE:
        window.raise_()
    window.requestActivate()
    # It holds for one window once; programmes that are started from here must not inherit it.
    os.environ.pop(ACTIVATION_TOKEN, None)
