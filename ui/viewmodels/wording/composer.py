"""Words of the composer and of what stands in its place."""

from __future__ import annotations

from ui.viewmodels.wording import times
from ui.viewmodels.wording.names import isolate
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Composer")
plural = plurals("Composer")


def placeholder(*, channel: bool, silent: bool = False) -> str:
    if channel:
        return tr("Silent broadcast") if silent else tr("Broadcast")
    return tr("Message")


def reply_to(name: str) -> str:
    return tr("Reply to %s") % isolate(name)


def quote_of(name: str) -> str:
    return tr("Quote of %s") % isolate(name)


def quote_too_long(most: int) -> str:
    return plural("A quote may have up to %n character.", "A quote may have up to %n characters.", most)


def nothing_to_quote() -> str:
    return tr("Mark a part of the text to quote it.")


def editing() -> str:
    return tr("Edit message")


def channel_readers_only() -> str:
    return tr("Only administrators write in this channel.")


def not_a_member(*, channel: bool) -> str:
    return tr("You are not in this channel.") if channel else tr("You are not in this group.")


def left() -> str:
    return tr("You are not in this group any more.")


def banned() -> str:
    return tr("You were removed from this group.")


def restricted(until: int) -> str:
    """Returns that an administrator took the right to write; `until` is a Unix time or 0."""
    if until == 0:
        return tr("An administrator doesn't let you write here.")
    return tr("An administrator doesn't let you write here until %s.") % times.full(until)


def nobody_writes() -> str:
    return tr("Writing is switched off in this group.")


def group_upgraded() -> str:
    return tr("This group moved to a new chat.")


def deleted_account() -> str:
    return tr("This account was deleted.")


def blocked() -> str:
    return tr("You blocked this person.")


def action(name: str) -> str:
    """Returns the words on the button for a way on."""
    words = {"mute": tr("Mute"), "unmute": tr("Unmute"), "join": tr("Join"), "unblock": tr("Unblock")}
    return words.get(name, "")


def sending(count: int, *, photos: bool) -> str:
    """Returns the title of the box that asks for a caption."""
    if photos:
        return plural("Send %n photo", "Send %n photos", count)
    return plural("Send %n file", "Send %n files", count)


def unreadable(name: str) -> str:
    return tr("%s can't be read.") % isolate(name)


def empty_file(name: str) -> str:
    return tr("%s is empty and can't be sent.") % isolate(name)


def a_folder(name: str) -> str:
    return tr("%s is a folder. Send the files in it, or an archive of it.") % isolate(name)


def no_picture() -> str:
    return tr("There is no picture on the clipboard.")


def too_long(number: int) -> str:
    return plural("%n character too many", "%n characters too many", number)
