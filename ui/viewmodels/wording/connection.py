"""How the connection to Telegram is."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording.translation import translator

tr = translator("Connection")


def line(state: td.ConnectionState) -> str:
    """Returns what the window says about the connection; nothing where all is well."""
    match state:
        case td.ConnectionStateWaitingForNetwork():
            return tr("Waiting for network…")
        case td.ConnectionStateConnectingToProxy():
            return tr("Connecting to the proxy…")
        case td.ConnectionStateConnecting():
            return tr("Connecting…")
        case td.ConnectionStateUpdating():
            return tr("Updating…")
        case _:
            return ""
