"""Questions before something is done with messages, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from ui.viewmodels.file_safety import Verdict
from ui.viewmodels.wording import times
from ui.viewmodels.wording.names import isolate, plain
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("MessageActions")
plural = plurals("MessageActions")


def delete(number: int, *, for_all: bool) -> str:
    """Returns the title of the question before messages are deleted."""
    if for_all:
        return plural("Delete %n message for everyone?", "Delete %n messages for everyone?", number)
    return plural("Delete %n message?", "Delete %n messages?", number)


def yes_delete() -> str:
    return tr("Delete")


def yes_open() -> str:
    return tr("Open")


def delete_for_self(number: int) -> str:
    return plural("Others keep it.", "Others keep them.", number)


def delete_for_all(number: int) -> str:
    return plural("It disappears for everybody in this chat.", "They disappear for everybody in this chat.", number)


def follow(host: str) -> str:
    return tr("Open %s?") % isolate(host)


def not_an_address() -> str:
    return tr("This link is of a kind that Heliograph doesn't open.")


def copied() -> str:
    return tr("Copied.")


def link_copied() -> str:
    return tr("Link copied.")


def nobody_to_open() -> str:
    return tr("No programme on this computer opens this.")


def open_file(extension: str) -> str:
    """Returns the title of the question before a file is opened that may do something."""
    return tr("Open this .%s file?") % plain(extension) if extension else tr("Open this file without an extension?")


def file_warning(verdict: Verdict) -> str:
    """Returns what may happen."""
    if verdict is Verdict.REVEALS_ADDRESS:
        return tr("A file of this kind can fetch things from the internet, which shows your IP address to its author.")
    return tr("A file of this kind can be a programme and do anything you can. Open it only if you know who made it.")


def not_found() -> str:
    return tr("This message doesn't exist any more.")


def user_not_found(name: str) -> str:
    return tr("Nobody is called %s.") % isolate(name)


def forwarded(title: str) -> str:
    return tr("Forwarded to %s.") % isolate(title)


def several(lines: Sequence[tuple[str, int, str]]) -> str:
    """Returns several messages as text for the clipboard: author, time, words."""
    return "\n\n".join(f"{name}, [{times.full(date)}]\n{words}" for name, date, words in lines)
