"""Sentences of the tray's icon and menu."""

from __future__ import annotations

from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Tray")
plural = plurals("Tray")


def programme() -> str:
    """Returns the icon's title."""
    return "Heliograph"


def waiting(unread: int) -> str:
    """Returns what stands below the title while messages wait; empty for none."""
    return plural("%n unread message", "%n unread messages", unread) if unread else ""


def show() -> str:
    return tr("Open Heliograph")


def hide() -> str:
    return tr("Hide the window")


def notifications() -> str:
    return tr("Notifications")


def quit() -> str:
    return tr("Quit")
