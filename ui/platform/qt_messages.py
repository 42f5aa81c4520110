"""Qt's own messages: into the log, and the last ones before Qt gives up into a sentence."""

from __future__ import annotations

import logging
import os
import sys
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt_messages(on_fatal: Callable[[str], str]) -> None:
    """Sends Qt's messages to the logger `qt`.

    Arguments:
        on_fatal: makes the sentence for a person of Qt's last words; Qt aborts the process after them, so this prints
            the sentence and leaves with code 1 instead.
    """
    last: deque[str] = deque(maxlen=8)

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        text = message or ""
        last.append(text)
        log.log(_LEVELS[kind], "%s", text)
        if kind is QtMsgType.QtFatalMsg:
            sys.stderr.write(f"heliograph: {on_fatal(' '.join(last))}\n")
            sys.stderr.flush()
            os._exit(1)

    qInstallMessageHandler(handle)
