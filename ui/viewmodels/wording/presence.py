"""Whether somebody is there, how many there are, and what they are doing."""

from __future__ import annotations

import time
from collections.abc import Sequence

from tdlib import types as td
from ui.viewmodels.wording import names, times
from ui.viewmodels.wording.names import People
from ui.viewmodels.wording.numbers import grouped
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Presence")
plural = plurals("Presence")

# Telegram's own account, from which service messages come.
SERVICE_USER_ID = 777_000


def is_online(user: td.User | None, now: float | None = None) -> bool:
    """Returns whether `user` is a person who is online at the Unix time `now`."""
    if (
        user is None
        or not isinstance(user.type, td.UserTypeRegular)
        or not isinstance(user.status, td.UserStatusOnline)
    ):
        return False
    return user.status.expires > (time.time() if now is None else now)


def status(user: td.User | None, now: int | None = None) -> str:
    """Returns the line below somebody's name: "online", "last seen 5 minutes ago", "bot"."""
    if user is None or isinstance(user.type, td.UserTypeDeleted):
        return tr("deleted account")
    if user.id == SERVICE_USER_ID:
        return tr("service notifications")
    if isinstance(user.type, td.UserTypeBot):
        return _bot(user.type)
    if user.is_support:
        return tr("support")
    return last_seen(user.status, now)


def last_seen(seen: td.UserStatus, now: int | None = None) -> str:
    """Returns when somebody was online."""
    present = int(time.time()) if now is None else now
    match seen:
        case td.UserStatusOnline(expires=expires):
            return tr("online") if expires > present else _was_online(expires, present)
        case td.UserStatusOffline(was_online=was_online):
            return _was_online(was_online, present)
        case td.UserStatusRecently():
            return tr("last seen recently")
        case td.UserStatusLastWeek():
            return tr("last seen within a week")
        case td.UserStatusLastMonth():
            return tr("last seen within a month")
        case td.UserStatusEmpty():
            return tr("last seen a long time ago")


def members(count: int, *, channel: bool, online: int = 0) -> str:
    """Returns how many are in a group or channel: "1,204 members, 12 online"; empty where that is unknown."""
    if count <= 0:
        return tr("channel") if channel else tr("group")
    if channel:
        return plural("%n subscriber", "%n subscribers", count)
    text = plural("%n member", "%n members", count)
    return tr("{members}, {count} online").format(members=text, count=grouped(online)) if online > 1 else text


def typing(actions: Sequence[tuple[td.MessageSender, td.ChatAction]], people: People, *, private: bool) -> str:
    """Returns what others are doing in a chat: "typing…", "Ann is typing…", "Ann and Bob are typing…"."""
    doing = [(sender, action) for sender, action in actions if not isinstance(action, td.ChatActionCancel)]
    if not doing:
        return ""
    if private:
        return _alone(doing[0][1])
    if len(doing) == 1:
        return _one(doing[0][1]).format(name=_short_name(doing[0][0], people))
    if len(doing) == 2:
        both = names.joined([_short_name(sender, people) for sender, _ in doing])
        return tr("{names} are typing…").format(names=both)
    return plural("%n person is typing…", "%n people are typing…", len(doing))


def _short_name(sender: td.MessageSender, people: People) -> str:
    return people.first(sender.user_id) if isinstance(sender, td.MessageSenderUser) else people.sender(sender)


def _bot(bot: td.UserTypeBot) -> str:
    if bot.active_user_count > 0:
        return plural("%n monthly user", "%n monthly users", bot.active_user_count)
    return tr("bot")


def _was_online(date: int, now: int) -> str:
    ago = now - date
    if ago < 60:
        return tr("last seen just now")
    if ago < 3_600:
        return plural("last seen %n minute ago", "last seen %n minutes ago", ago // 60)
    return tr("last seen %s") % times.day_and_clock(date, now)


def _alone(action: td.ChatAction) -> str:
    return tr(_ALONE.get(type(action), "typing…"))


def _one(action: td.ChatAction) -> str:
    return tr(_ONE.get(type(action), "{name} is typing…"))


_ALONE: dict[type[td.TdObject], str] = {
    td.ChatActionTyping: "typing…",
    td.ChatActionRecordingVideo: "recording a video…",
    td.ChatActionUploadingVideo: "sending a video…",
    td.ChatActionRecordingVoiceNote: "recording a voice message…",
    td.ChatActionUploadingVoiceNote: "sending a voice message…",
    td.ChatActionUploadingPhoto: "sending a photo…",
    td.ChatActionUploadingDocument: "sending a file…",
    td.ChatActionChoosingSticker: "choosing a sticker…",
    td.ChatActionChoosingLocation: "choosing a location…",
    td.ChatActionChoosingContact: "choosing a contact…",
    td.ChatActionStartPlayingGame: "playing a game…",
    td.ChatActionRecordingVideoNote: "recording a video message…",
    td.ChatActionUploadingVideoNote: "sending a video message…",
    td.ChatActionWatchingAnimations: "watching an animation…",
}
_ONE: dict[type[td.TdObject], str] = {
    td.ChatActionTyping: "{name} is typing…",
    td.ChatActionRecordingVideo: "{name} is recording a video…",
    td.ChatActionUploadingVideo: "{name} is sending a video…",
    td.ChatActionRecordingVoiceNote: "{name} is recording a voice message…",
    td.ChatActionUploadingVoiceNote: "{name} is sending a voice message…",
    td.ChatActionUploadingPhoto: "{name} is sending a photo…",
    td.ChatActionUploadingDocument: "{name} is sending a file…",
    td.ChatActionChoosingSticker: "{name} is choosing a sticker…",
    td.ChatActionChoosingLocation: "{name} is choosing a location…",
    td.ChatActionChoosingContact: "{name} is choosing a contact…",
    td.ChatActionStartPlayingGame: "{name} is playing a game…",
    td.ChatActionRecordingVideoNote: "{name} is recording a video message…",
    td.ChatActionUploadingVideoNote: "{name} is sending a video message…",
    td.ChatActionWatchingAnimations: "{name} is watching an animation…",
}
