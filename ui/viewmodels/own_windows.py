"""`OwnWindows`: chats that have windows of their own beside the main one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.desktop import Desktop
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.open_chat import OpenChat

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

Show = Callable[[str], None]


@QmlElement
class OwnWindow(QObject):
    """A window with one chat.

    Arguments:
        make: makes the chat; takes how sentences are shown at the window's foot.
        close: takes the window away.
        attended: is told that the person has come to the window or left it.
        desktop: brings the window to the front.
    """

    raised = Signal()
    said = Signal(str)

    def __init__(
        self,
        make: Callable[[Show], OpenChat],
        close: Callable[[], None],
        attended: Callable[[], None],
        desktop: Desktop,
    ) -> None:
        super().__init__()
        self._chat = make(self.said.emit)
        self._close = close
        self._attended = attended
        self._desktop = desktop
        self.is_active = False

    chat = Property(OpenChat, lambda self: self._chat, constant=True)

    @property
    def open_chat(self) -> OpenChat:
        """The chat in it."""
        return self._chat

    @Slot(bool)
    def attend(self, active: bool) -> None:
        """Takes whether the window has the person's attention: only then is anything read."""
        self.is_active = active
        self._chat.messages.activate(active)
        self._attended()

    @Slot(QObject)
    def bringToFront(self, window: QObject) -> None:
        """Shows the window in front of the others."""
        self._desktop.bring_to_front(window)

    @Slot()
    def close(self) -> None:
        """Takes the window away; what is typed is kept."""
        self._close()


class OwnWindows(QObject):
    """Each chat is open in one place: in the main window, or here in one of its own.

    Arguments:
        make: makes the view models of a chat; takes its id and how sentences are shown.
        end: ends a chat that is left.
        desktop: brings windows to the front.
    """

    # The person has come to one of the windows or left it.
    attended = Signal()

    def __init__(
        self,
        make: Callable[[int, Show], OpenChat],
        end: Callable[[OpenChat], None],
        desktop: Desktop,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._end = end
        self._desktop = desktop
        self._rows: RowModel[int, OwnWindow] = RowModel(self._make_row, self, retire=self._retire)

    @property
    def rows(self) -> RowModel[int, OwnWindow]:
        """The windows by the ids of their chats."""
        return self._rows

    @property
    def is_attended(self) -> bool:
        """Whether the person is at one of them."""
        return any(window.is_active for _, window in self._rows.made())

    def chat(self, chat_id: int) -> OpenChat | None:
        """Returns a chat that has a window; None for others."""
        window = self._rows.row(chat_id)
        return window.open_chat if window is not None else None

    def has_in_view(self, chat_id: int) -> bool:
        """Returns whether the person looks at a chat in its own window."""
        window = self._rows.row(chat_id)
        return window is not None and window.is_active

    def open(self, chat_id: int) -> None:
        """Gives a chat a window of its own."""
        self._rows.insert(self._rows.rowCount(), [chat_id])
        chat = self._rows.row_at(self._rows.rowCount() - 1).open_chat
        chat.messages.activate(False)
        chat.start(None)

    def bring(self, chat_id: int, message_id: int | None) -> bool:
        """Brings the window of a chat to the front, at a message where one is given; returns whether there is one."""
        window = self._rows.row(chat_id)
        if window is None:
            return False
        if message_id is not None:
            window.open_chat.messages.show(message_id)
        window.raised.emit()
        return True

    def close(self) -> None:
        """Takes every window away."""
        self._rows.set_keys([])

    def _make_row(self, chat_id: int) -> OwnWindow:
        def make(show: Show) -> OpenChat:
            return self._make(chat_id, show)

        return OwnWindow(make, lambda: self._close_one(chat_id), self.attended.emit, self._desktop)

    def _close_one(self, chat_id: int) -> None:
        if chat_id in self._rows:
            self._rows.remove(self._rows.position(chat_id))

    def _retire(self, window: OwnWindow) -> None:
        window.is_active = False
        self._end(window.open_chat)
        self.attended.emit()
