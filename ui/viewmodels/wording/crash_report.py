"""Sentences about trouble that an earlier start has had."""

from __future__ import annotations

from ui.viewmodels.wording.translation import translator

tr = translator("CrashReport")


def title() -> str:
    return tr("Heliograph had trouble last time")


def text() -> str:
    return tr(
        "Your drafts and messages are kept. What went wrong is in this report. It stays on this computer: nothing is "
        "sent unless you do it. Numbers, names and texts have been taken out; look through it before you pass it on."
    )


def copied() -> str:
    return tr("Report copied.")


def deleted() -> str:
    return tr("Report deleted.")
