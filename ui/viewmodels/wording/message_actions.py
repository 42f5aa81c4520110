"""Questions before something is done with messages, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from ui.viewmodels.file_safety import Verdict
from ui.viewmodels.wording import times
from ui.viewmodels.wording.confirmations import Question
from ui.viewmodels.wording.names import isolate, plain
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("MessageActions")
plural = plurals("MessageActions")


def delete(number: int, *, for_self: bool, for_all: bool, other: str) -> Question:
    """Returns the question before messages are deleted.

    Arguments:
        for_self: whether they may go from one's own devices alone.
        for_all: whether they may go for everybody.
        other: the one other person of a private chat; empty elsewhere.
    """
    if for_all and not for_self:
        return Question(
            plural("Delete %n message for everyone?", "Delete %n messages for everyone?", number),
            plural("It disappears for everybody in this chat.", "They disappear for everybody in this chat.", number),
            tr("Delete"),
        )
    also = tr("Also delete for %s") % isolate(other) if other else tr("Also delete for everyone")
    return Question(
        plural("Delete %n message?", "Delete %n messages?", number),
        plural("It disappears from your devices.", "They disappear from your devices.", number)
        if for_all
        else plural("Others keep it.", "Others keep them.", number),
        tr("Delete"),
        also if for_all else "",
    )


def cannot_delete(number: int) -> str:
    return plural("This message can't be deleted.", "These messages can't all be deleted.", number)


def refused(verb: str) -> str:
    """Returns why a key did nothing."""
    match verb:
        case "reply":
            return tr("You can't reply to this message.")
        case "quote":
            return tr("You can't quote from this message.")
        case "edit":
            return tr("This message can't be edited.")
        case "copy":
            return tr("There is no text to copy.")
        case "forward":
            return tr("This message can't be forwarded.")
        case "delete":
            return tr("This message can't be deleted.")
        case "translate":
            return tr("There is nothing to translate.")
        case "pin":
            return tr("You can't pin this message.")
        case _:
            return tr("That isn't possible with this message.")


def follow(host: str, url: str) -> Question:
    return Question(tr("Open %s?") % isolate(host), url, tr("Open"), destructive=False)


def not_an_address() -> str:
    return tr("This link is of a kind that Heliograph doesn't open.")


def copied() -> str:
    return tr("Copied.")


def link_copied() -> str:
    return tr("Link copied.")


def nobody_to_open() -> str:
    return tr("No programme on this computer opens this.")


def open_file(extension: str, verdict: Verdict) -> Question:
    """Returns the question before a file is opened that may do something."""
    title = tr("Open this .%s file?") % plain(extension) if extension else tr("Open this file without an extension?")
    return Question(title, _file_warning(verdict), tr("Open"))


def not_found() -> str:
    return tr("This message doesn't exist any more.")


def user_not_found(name: str) -> str:
    return tr("Nobody is called %s.") % isolate(name)


def forwarded(title: str) -> str:
    return tr("Forwarded to %s.") % isolate(title)


def several(lines: Sequence[tuple[str, int, str]]) -> str:
    """Returns several messages as text for the clipboard: author, time, words."""
    return "\n\n".join(f"{name}, [{times.full(date)}]\n{words}" for name, date, words in lines)


def pinned(position: int, total: int) -> str:
    """Returns the title of the bar with a pinned message; `position` counts from 0, the newest."""
    return tr("Pinned message") if total < 2 else tr("Pinned message {number} of {total}").format(
        number=total - position, total=total
    )


def saved(number: int) -> str:
    return plural("Saved to Saved Messages.", "%n messages saved to Saved Messages.", number)


def report() -> str:
    return tr("Report")


def report_text() -> str:
    return tr("What is wrong?")


def report_messages() -> str:
    return tr("Select the messages that are to be reported.")


def reported() -> str:
    return tr("Thank you. The moderators will look at it.")


def _file_warning(verdict: Verdict) -> str:
    if verdict is Verdict.REVEALS_ADDRESS:
        return tr("A file of this kind can fetch things from the internet, which shows your IP address to its author.")
    return tr("A file of this kind can be a programme and do anything you can. Open it only if you know who made it.")
