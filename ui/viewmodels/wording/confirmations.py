"""Questions before something that can't be undone: they name the thing, and say what happens to whom."""

from __future__ import annotations

from dataclasses import dataclass

from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Confirmations")
plural = plurals("Confirmations")


@dataclass(frozen=True)
class Question:
    """A dialog's words.

    Attributes:
        title: what is to be done, as a question that names the thing.
        text: what happens to whom.
        accept: the words of the button that does it.
        also: the words of a choice that widens it; empty for none.
        destructive: whether it can't be undone.
    """

    title: str
    text: str
    accept: str
    also: str = ""
    destructive: bool = True


def leave_group(title: str) -> Question:
    return Question(
        tr("Leave the group {title}?").format(title=title),
        tr("You will no longer receive its messages. The others stay and keep everything."),
        tr("Leave"),
    )


def leave_channel(title: str) -> Question:
    return Question(
        tr("Leave the channel {title}?").format(title=title),
        tr("You will no longer receive its posts."),
        tr("Leave"),
    )


def delete_group(title: str) -> Question:
    return Question(
        tr("Delete the group {title}?").format(title=title),
        tr("You are no longer a member. The messages disappear from your devices."),
        tr("Delete"),
    )


def delete_chat(title: str, *, for_both: bool) -> Question:
    """`for_both`: whether the messages may also be deleted for the other one."""
    return Question(
        tr("Delete the chat with {title}?").format(title=title),
        tr("All messages disappear from your devices. This can't be undone."),
        tr("Delete"),
        tr("Also delete for {title}").format(title=title) if for_both else "",
    )


def delete_saved() -> Question:
    return Question(
        tr("Delete all Saved Messages?"),
        tr("Everything you have kept there disappears from all your devices. This can't be undone."),
        tr("Delete"),
    )


def clear_history(title: str, *, for_both: bool) -> Question:
    """`for_both`: whether the messages may also be deleted for the other one."""
    return Question(
        tr("Delete all messages in {title}?").format(title=title),
        tr("The chat stays in your list; its messages disappear from your devices. This can't be undone."),
        tr("Delete"),
        tr("Also delete for {title}").format(title=title) if for_both else "",
    )


def block(title: str) -> Question:
    return Question(
        tr("Block {title}?").format(title=title),
        tr("They can't write to you or call you any more, and don't see when you are online."),
        tr("Block"),
    )


def pin(*, private: bool) -> Question:
    """`private`: whether it is a chat of two, where one may pin for oneself alone."""
    return Question(
        tr("Pin this message?"),
        tr("It stands above the chat for you.") if private else tr("It stands above the chat for everybody in it."),
        tr("Pin"),
        tr("Also for the other one") if private else tr("Notify everybody"),
        destructive=False,
    )


def unpin_all(number: int) -> Question:
    return Question(
        plural("Unpin %n message?", "Unpin all %n messages?", number),
        tr("They stay in the chat, but stand above it no more, for everybody."),
        tr("Unpin"),
    )


def leave_or_delete(*, leaves: bool, channel: bool) -> str:
    """Returns the words of the menu's item that asks one of these questions."""
    if not leaves:
        return tr("Delete chat…")
    return tr("Leave channel…") if channel else tr("Leave group…")
