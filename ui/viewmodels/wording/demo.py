"""Sentences of the demo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    return QCoreApplication.translate("Demo", text)


def starting() -> str:
    return tr("Starting the local Telegram…")
