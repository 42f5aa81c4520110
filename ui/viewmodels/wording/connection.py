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


def unreached(state: td.ConnectionState) -> str:
    """Returns what a person can do about a line that has been down for long; empty where something comes through."""
    match state:
        case td.ConnectionStateWaitingForNetwork() | td.ConnectionStateConnecting():
            return tr("Telegram can't be reached so far. Check the network, or use a proxy; Heliograph goes on trying.")
        case td.ConnectionStateConnectingToProxy():
            return tr("The proxy leads nowhere so far. Check it, or choose another one; Heliograph goes on trying.")
        case _:
            return ""
