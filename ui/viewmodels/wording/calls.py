"""What a call was: who called, and how it ended."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording import times
from ui.viewmodels.wording.translation import translator

tr = translator("Calls")


def call(content: td.MessageCall, outgoing: bool) -> str:
    """Returns how a call between two ended: "Missed video call", "Outgoing call, 5 minutes"."""
    kind = _kind(content, outgoing)
    return tr("{call}, {length}").format(call=kind, length=times.period(content.duration)) if content.duration else kind


def group_call(content: td.MessageGroupCall, outgoing: bool) -> str:
    """Returns how a call of several went."""
    if content.is_active:
        return tr("Group call in progress")
    if content.was_missed:
        return tr("Unanswered group call") if outgoing else tr("Missed group call")
    kind = tr("Group video call") if content.is_video else tr("Group call")
    return tr("{call}, {length}").format(call=kind, length=times.period(content.duration)) if content.duration else kind


def _kind(content: td.MessageCall, outgoing: bool) -> str:
    match content.discard_reason:
        case td.CallDiscardReasonMissed():
            return _missed(content.is_video, outgoing)
        case td.CallDiscardReasonDeclined():
            return tr("Declined video call") if content.is_video else tr("Declined call")
        case td.CallDiscardReasonUpgradeToGroupCall():
            return tr("Call continued with more people")
        case _:
            return _completed(content.is_video, outgoing)


def _missed(video: bool, outgoing: bool) -> str:
    if outgoing:
        return tr("Unanswered video call") if video else tr("Unanswered call")
    return tr("Missed video call") if video else tr("Missed call")


def _completed(video: bool, outgoing: bool) -> str:
    if outgoing:
        return tr("Outgoing video call") if video else tr("Outgoing call")
    return tr("Incoming video call") if video else tr("Incoming call")
