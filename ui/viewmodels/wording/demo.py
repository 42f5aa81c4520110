"""Sentences of the demo."""

from __future__ import annotations

from ui.viewmodels.wording.translation import translator

tr = translator("Demo")


def starting() -> str:
    return tr("Starting the local Telegram…")
