"""Words of a row of the chat list, and the sentence a screen reader says for it."""

from __future__ import annotations

from typing import Literal

from tdlib import types as td
from ui.viewmodels.wording import names
from ui.viewmodels.wording.translation import plurals, translator

Mark = Literal["", "verified", "scam", "fake"]

tr = translator("ChatList")
plural = plurals("ChatList")


def saved_messages() -> str:
    return tr("Saved Messages")


def archive() -> str:
    return tr("Archive")


def all_chats() -> str:
    return tr("All chats")


def you() -> str:
    return tr("You")


def draft() -> str:
    return tr("Draft")


def without_messages(kind: td.ChatType) -> str:
    """Returns what stands in place of a last message."""
    if isinstance(kind, td.ChatTypeSecret):
        return tr("Secret chat")
    return tr("No messages yet")


def unread(count: int) -> str:
    """Returns the number of unread messages in words."""
    return plural("%n unread message", "%n unread messages", count)


def unread_chats(count: int) -> str:
    """Returns the number of chats with unread messages in words."""
    return plural("%n unread chat", "%n unread chats", count)


def archive_spoken(titles: str, count: int) -> str:
    """Returns what a screen reader says for the row that opens the archive."""
    parts = [archive(), unread_chats(count) if count else "", names.unisolated(titles)]
    return tr(", ").join(part for part in parts if part)


def folder_spoken(name: str, count: int) -> str:
    """Returns what a screen reader says for a folder."""
    return tr("{folder}, {count}").format(folder=name, count=unread_chats(count)) if count else name


def mark(status: td.VerificationStatus | None) -> Mark:
    """Returns which mark stands behind a name."""
    if status is None:
        return ""
    if status.is_scam:
        return "scam"
    if status.is_fake:
        return "fake"
    return "verified" if status.is_verified else ""


def spoken(
    title: str,
    *,
    unread: int,
    marked: bool,
    mentioned: bool,
    reacted: bool,
    sender: str,
    text: str,
    ticks: str,
    time: str,
    pinned: bool,
    muted: bool,
    online: bool,
    mark: str,
) -> str:
    """Returns a row in one sentence: "Ann, online, 3 unread messages, Ann: see you at eight, 12:40"."""
    parts = [
        title,
        tr(_MARKS.get(mark, "")) if mark else "",
        tr("online") if online else "",
        plural("%n unread message", "%n unread messages", unread) if unread else "",
        tr("marked as unread") if marked else "",
        tr("you are mentioned") if mentioned else "",
        tr("new reaction") if reacted else "",
        tr("{sender}: {text}").format(sender=sender, text=text) if sender else text,
        tr(_TICKS.get(ticks, "")) if ticks else "",
        time,
        tr("pinned") if pinned else "",
        tr("muted") if muted else "",
    ]
    return names.unisolated(tr(", ").join(part for part in parts if part))


_MARKS = {"verified": "verified", "scam": "scam", "fake": "fake"}
_TICKS = {"pending": "being sent", "sent": "sent", "read": "read", "failed": "not sent"}


def nobody_waits() -> str:
    """Returns what to say where only people who wait for an answer are shown, and there are none."""
    return tr("Nobody waits for an answer of yours.")


def empty(chat_list: td.ChatList) -> str:
    """Returns what to say of a list without chats."""
    match chat_list:
        case td.ChatListArchive():
            return tr("The archive is empty.")
        case td.ChatListFolder():
            return tr("No chats are in this folder yet.")
        case td.ChatListMain():
            return tr("No chats yet. Search for a person, group or channel to begin.")
