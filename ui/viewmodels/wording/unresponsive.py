"""Sentences about a Heliograph that is running and does not answer."""

from __future__ import annotations

from ui.viewmodels.wording.translation import translator

tr = translator("Unresponsive")


def title() -> str:
    return tr("Heliograph does not answer")


def text(process: int) -> str:
    return tr(
        "Heliograph is already running with this profile (process {process}). Wait, and its window comes forward as "
        "soon as it answers. Or end it and start anew: what you have sent and typed is kept."
    ).format(process=process)


def ending() -> str:
    return tr("It is being ended. This can take a few seconds.")
