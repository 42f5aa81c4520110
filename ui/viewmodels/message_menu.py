"""`MessageMenu`: what may be done with the message under the pointer or the cursor."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.content_kind import formatted_text

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

KEYED = {
    "canReply", "canQuote", "canEdit", "canCopy", "canForward", "canDelete", "canPin", "canOpen", "canTranslate",
}  # fmt: skip
"""What decides over the verbs of keys."""


@QmlElement
class MessageMenu(QObject):
    """The entries of the context menu, as TDLib allows them.

    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._message: td.Message | None = None
        self._properties = td.MessageProperties()
        self._can_write = False
        self._links: list[str] = []
        self._opens = False
        self._alone = False

    canReply = Property(bool, lambda self: self._can_write and self._properties.can_be_replied, notify=changed)
    canQuote = Property(
        bool, lambda self: self._can_write and self._properties.can_be_replied and self._is_worded(), notify=changed
    )
    canEdit = Property(bool, lambda self: self._can_write and self._properties.can_be_edited, notify=changed)
    canCopy = Property(bool, lambda self: self._has_text(), notify=changed)
    canTranslate = Property(bool, lambda self: self._can_translate(), notify=changed)
    canCopyLink = Property(bool, lambda self: self._properties.can_get_link, notify=changed)
    canForward = Property(bool, lambda self: self._properties.can_be_forwarded, notify=changed)
    canPin = Property(bool, lambda self: self._properties.can_be_pinned, notify=changed)
    isPinned = Property(bool, lambda self: self._message is not None and self._message.is_pinned, notify=changed)
    canReport = Property(bool, lambda self: self._properties.can_report_chat, notify=changed)
    canDelete = Property(
        bool,
        lambda self: self._properties.can_be_deleted_only_for_self or self._properties.can_be_deleted_for_all_users,
        notify=changed,
    )
    canReact = Property(bool, lambda self: self._message is not None and not self._message_is_new(), notify=changed)
    canOpen = Property(bool, lambda self: self._opens, notify=changed)
    isSent = Property(bool, lambda self: self._message is not None and not self._message_is_new(), notify=changed)
    isPart = Property(bool, lambda self: self._alone, notify=changed)
    links = Property(list, lambda self: self._links, notify=changed)
    failed = Property(bool, lambda self: self._failure() is not None, notify=changed)
    canResend = Property(bool, lambda self: self._can_retry(), notify=changed)

    @property
    def message(self) -> td.Message | None:
        """The message whose menu is open."""
        return self._message

    @property
    def is_alone(self) -> bool:
        """Whether one message of an album is meant alone."""
        return self._alone

    @property
    def properties(self) -> td.MessageProperties:
        """What TDLib allows for it."""
        return self._properties

    def take(
        self,
        message: td.Message,
        properties: td.MessageProperties,
        *,
        can_write: bool,
        links: list[str] | None = None,
        opens: bool = False,
        alone: bool = False,
    ) -> None:
        """Takes the message under the pointer and what TDLib allows.

        Arguments:
            links: what the links of its text say, in their order.
            opens: whether it holds something that can be opened.
            alone: whether one message of an album is meant alone.
        """
        self._message = message
        self._properties = properties
        self._can_write = can_write
        self._links = links or []
        self._opens = opens
        self._alone = alone
        self.changed.emit()

    def allows(self, verb: str) -> bool:
        """Returns whether the verb of a key may be done."""
        name = f"can{verb.capitalize()}"
        return name not in KEYED or bool(self.property(name))

    def _has_text(self) -> bool:
        return self._is_worded() and (self._properties.can_be_copied or self._message_is_new())

    def _is_worded(self) -> bool:
        text = formatted_text(self._message.content) if self._message is not None else None
        return text is not None and bool(text.text)

    def _can_translate(self) -> bool:
        return self._has_text() and self._message is not None and not self._message.is_outgoing

    def _message_is_new(self) -> bool:
        return self._message is not None and self._message.sending_state is not None

    def _can_retry(self) -> bool:
        failure = self._failure()
        return failure is not None and failure.can_retry

    def _failure(self) -> td.MessageSendingStateFailed | None:
        state = self._message.sending_state if self._message is not None else None
        return state if isinstance(state, td.MessageSendingStateFailed) else None
