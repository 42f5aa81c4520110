"""`ChatRow`: a chat in a list, and what can be done with it there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.avatar import AvatarView
from ui.viewmodels.chat_facts import ChatFacts

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


class ChatVerbs(Protocol):
    """What a row asks of its list; a chat is named by its id."""

    def open(self, chat_id: int) -> None: ...
    def open_window(self, chat_id: int) -> None: ...
    def toggle_pin(self, chat_id: int) -> None: ...
    def mute(self, chat_id: int, seconds: int) -> None: ...
    def mark_read(self, chat_id: int) -> None: ...
    def mark_unread(self, chat_id: int) -> None: ...
    def toggle_archive(self, chat_id: int) -> None: ...
    def ask_clear_history(self, chat_id: int) -> None: ...
    def ask_delete_or_leave(self, chat_id: int) -> None: ...
    def ask_block(self, chat_id: int) -> None: ...
    def report(self, chat_id: int) -> None: ...
    def can_report(self, chat_id: int) -> bool: ...
    def can_block(self, chat_id: int) -> bool: ...
    def move_pin(self, chat_id: int, by: int) -> None: ...
    def leaves(self, chat_id: int) -> bool: ...
    def can_clear(self, chat_id: int) -> bool: ...
    def delete_or_leave_text(self, chat_id: int) -> str: ...


@QmlElement
class ChatRow(QObject):
    """A row of the chat list.

    What it says is worked out when it is read. A binding reads after each `changed`: a row that nobody has read since
    is in no view, and says nothing of further changes until it is read again.

    Arguments:
        chat_id: the chat.
        describe: works out what the row says now.
        avatar: its picture.
        verbs: what it can do.
        selected: whether the chat is open.
    """

    changed = Signal()

    def __init__(
        self, chat_id: int, describe: Callable[[], ChatFacts], avatar: AvatarView, verbs: ChatVerbs, *, selected: bool
    ) -> None:
        super().__init__()
        self._chat_id = chat_id
        self._describe = describe
        self._worked_out: ChatFacts | None = None
        self._is_told = False
        self._avatar = avatar
        self._verbs = verbs
        self._selected = selected

    @property
    def is_read(self) -> bool:
        """Whether a view has read the row since it told of a change."""
        return self._worked_out is not None and not self._is_told

    def refresh(self) -> None:
        """Says what the chat is now, at once or when it is read again."""
        before, self._worked_out = self._worked_out, None
        if self._is_told:
            return
        if before is not None:
            self._worked_out = self._describe()
        if before is None or self._worked_out != before:
            self._is_told = True
            self.changed.emit()

    def select(self, selected: bool) -> None:
        """Marks the row of the chat that is open."""
        if selected != self._selected:
            self._selected = selected
            self.changed.emit()

    @Property(AvatarView, constant=True)
    def avatar(self) -> AvatarView:
        return self._avatar

    @Property(bool, notify=changed)
    def selected(self) -> bool:
        return self._selected

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._facts().title

    @Property(str, notify=changed)
    def author(self) -> str:
        return self._facts().sender

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._facts().text

    @Property(str, notify=changed)
    def icon(self) -> str:
        return self._facts().icon

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._facts().picture

    @Property(bool, notify=changed)
    def draft(self) -> bool:
        return self._facts().draft

    @Property(bool, notify=changed)
    def typing(self) -> bool:
        return self._facts().typing

    @Property(str, notify=changed)
    def time(self) -> str:
        return self._facts().time

    @Property(str, notify=changed)
    def unread(self) -> str:
        return self._facts().unread

    @Property(bool, notify=changed)
    def unreadMarked(self) -> bool:
        return self._facts().unread_marked

    @Property(bool, notify=changed)
    def muted(self) -> bool:
        return self._facts().muted

    @Property(bool, notify=changed)
    def mentioned(self) -> bool:
        return self._facts().mentioned

    @Property(bool, notify=changed)
    def reacted(self) -> bool:
        return self._facts().reacted

    @Property(bool, notify=changed)
    def pinned(self) -> bool:
        return self._facts().pinned

    @Property(str, notify=changed)
    def ticks(self) -> str:
        return self._facts().ticks

    @Property(bool, notify=changed)
    def online(self) -> bool:
        return self._facts().online

    @Property(str, notify=changed)
    def mark(self) -> str:
        return self._facts().mark

    @Property(bool, notify=changed)
    def premium(self) -> bool:
        return self._facts().premium

    @Property(bool, notify=changed)
    def secret(self) -> bool:
        return self._facts().secret

    @Property(bool, notify=changed)
    def saved(self) -> bool:
        return self._facts().saved

    @Property(bool, notify=changed)
    def archived(self) -> bool:
        return self._facts().archived

    @Property(str, notify=changed)
    def spoken(self) -> str:
        return self._facts().spoken

    @Property(bool, notify=changed)
    def hasUnread(self) -> bool:
        return self._facts().unread != "" or self._facts().unread_marked

    # Read when the menu opens.

    @Property(bool, notify=changed)
    def canClear(self) -> bool:
        return self._verbs.can_clear(self._chat_id)

    @Property(bool, notify=changed)
    def canBlock(self) -> bool:
        return self._verbs.can_block(self._chat_id)

    @Property(bool, notify=changed)
    def canReport(self) -> bool:
        return self._verbs.can_report(self._chat_id)

    @Property(bool, notify=changed)
    def leaves(self) -> bool:
        """Whether there is a group or channel to leave rather than a chat to delete."""
        return self._verbs.leaves(self._chat_id)

    @Property(str, notify=changed)
    def deleteOrLeaveText(self) -> str:
        return self._verbs.delete_or_leave_text(self._chat_id)

    @Slot()
    def open(self) -> None:
        self._verbs.open(self._chat_id)

    @Slot()
    def openWindow(self) -> None:
        self._verbs.open_window(self._chat_id)

    @Slot()
    def togglePin(self) -> None:
        self._verbs.toggle_pin(self._chat_id)

    @Slot(int)
    def movePin(self, by: int) -> None:
        """Moves a pinned chat by so many places down among those that are pinned."""
        self._verbs.move_pin(self._chat_id, by)

    @Slot()
    def block(self) -> None:
        self._verbs.ask_block(self._chat_id)

    @Slot()
    def report(self) -> None:
        self._verbs.report(self._chat_id)

    @Slot(int)
    def mute(self, seconds: int) -> None:
        """0 makes the chat sound again."""
        self._verbs.mute(self._chat_id, seconds)

    @Slot()
    def toggleRead(self) -> None:
        if self._facts().unread or self._facts().unread_marked:
            self._verbs.mark_read(self._chat_id)
        else:
            self._verbs.mark_unread(self._chat_id)

    @Slot()
    def toggleArchive(self) -> None:
        self._verbs.toggle_archive(self._chat_id)

    @Slot()
    def clearHistory(self) -> None:
        self._verbs.ask_clear_history(self._chat_id)

    @Slot()
    def deleteOrLeave(self) -> None:
        self._verbs.ask_delete_or_leave(self._chat_id)

    def _facts(self) -> ChatFacts:
        self._is_told = False
        if self._worked_out is None:
            self._worked_out = self._describe()
        return self._worked_out
