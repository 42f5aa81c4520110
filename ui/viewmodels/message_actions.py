"""`MessageActions`: what a person does with messages, with the questions that come before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from tdlib import types as td
from ui.viewmodels import authors, file_safety, links
from ui.viewmodels.composer import Composer
from ui.viewmodels.content_kind import formatted_text
from ui.viewmodels.contents.card import CardContent
from ui.viewmodels.contents.file import FileContent
from ui.viewmodels.contents.picture import PictureContent
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.file_item import FileItem
from ui.viewmodels.forwarding import Forwarding
from ui.viewmodels.history import History
from ui.viewmodels.message_menu import MessageMenu
from ui.viewmodels.message_row import MessageRow
from ui.viewmodels.rich_text import Link, LinkKind
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.viewer import Viewer
from ui.viewmodels.wording import message_actions as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

OpenChat = Callable[[int, int | None], None]


@QmlElement
class MessageActions(QObject):
    """Verbs on the messages of the open chat.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        composer: writes answers and edits.
        desktop: opens links and files, and has the clipboard.
        show: shows a sentence at the window's foot.
        open_chat: opens a chat, at a message if one is given.
    """

    changed = Signal()
    menuReady = Signal()
    # Asks a question: title, text, the words of "yes", and whether it can't be undone. `confirm` is the answer.
    asked = Signal(str, str, str, bool)

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        composer: Composer,
        desktop: Desktop,
        show: Callable[[str], None],
        open_chat: OpenChat,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._composer = composer
        self._desktop = desktop
        self._show = show
        self._open_chat = open_chat
        self._history: History | None = None
        self._menu = MessageMenu(self)
        self._viewer = Viewer(self)
        self._selected: set[int] = set()
        self._confirmed: Callable[[], None] | None = None
        self._forwarding: Forwarding | None = None

    menu = Property(MessageMenu, lambda self: self._menu, constant=True)
    viewer = Property(Viewer, lambda self: self._viewer, constant=True)
    forwarding = Property(Forwarding, lambda self: self._forwarding, notify=changed)
    selectedCount = Property(int, lambda self: len(self._selected), notify=changed)

    def serve(self, history: History) -> None:
        """Takes the message view whose rows call these verbs."""
        self._history = history
        self._viewer.browse(history)

    # Verbs of the menu; they mean the message whose menu is open.

    @Slot()
    def replyToIt(self) -> None:
        self._with_menu(self.reply)

    @Slot()
    def editIt(self) -> None:
        self._with_menu(self.edit)

    @Slot()
    def copyIt(self) -> None:
        self._with_menu(self.copy)

    @Slot()
    def copyLinkOfIt(self) -> None:
        self._with_menu(self.copy_link)

    @Slot()
    def selectIt(self) -> None:
        self._with_menu(self.toggle_selected)

    @Slot()
    def resendIt(self) -> None:
        self._with_menu(self.resend)

    @Slot()
    def takeItBack(self) -> None:
        self._with_menu(self.take_back)

    @Slot()
    def forwardIt(self) -> None:
        self._with_menu(lambda message_id: self._forward(self._whole([message_id])))

    @Slot()
    def deleteIt(self) -> None:
        self._with_menu(lambda message_id: self._tasks.start(self._ask_to_delete(self._whole([message_id]))))

    @Slot(str)
    def reactToIt(self, emoji: str) -> None:
        self._with_menu(lambda message_id: self.react(message_id, emoji))

    # Verbs of the selection.

    @Slot()
    def copySelected(self) -> None:
        self._desktop.copy(self._as_text(self._whole(sorted(self._selected))))
        self._show(wording.copied())
        self.leaveSelection()

    @Slot()
    def forwardSelected(self) -> None:
        self._forward(self._whole(sorted(self._selected)))

    @Slot()
    def deleteSelected(self) -> None:
        self._tasks.start(self._ask_to_delete(self._whole(sorted(self._selected))))

    @Slot(result=bool)
    def leaveSelection(self) -> bool:
        """Selects nothing any more; returns whether anything was."""
        had = bool(self._selected)
        for message_id in list(self._selected):
            self.toggle_selected(message_id)
        return had

    @Slot()
    def confirm(self) -> None:
        """Does what was asked about last."""
        confirmed, self._confirmed = self._confirmed, None
        if confirmed is not None:
            confirmed()

    # Verbs of a row.

    def reply(self, message_id: int) -> None:
        self._composer.start_reply(message_id)

    def edit(self, message_id: int) -> None:
        self._composer.start_edit(message_id)

    def copy(self, message_id: int) -> None:
        row = self._row(message_id)
        message = row.message if row is not None else self._message(message_id)
        text = formatted_text(message.content) if message is not None else None
        if text is not None:
            self._desktop.copy(text.text)
            self._show(wording.copied())

    def copy_block(self, message_id: int, number: int) -> None:
        row = self._row(message_id)
        if row is not None:
            self._desktop.copy(row.face.text.blocks[number].text)
            self._show(wording.copied())

    def copy_link(self, message_id: int) -> None:
        self._tasks.start(self._copy_link(message_id))

    def resend(self, message_id: int) -> None:
        self._tasks.start(self._session.sending.resend(self._chat_id, self._whole([message_id])))

    def take_back(self, message_id: int) -> None:
        message = self._message(message_id)
        text = formatted_text(message.content) if message is not None else None
        if text is not None:
            self._composer.put_back(text.text)
            self._tasks.start(self._session.editing.delete(self._chat_id, [message_id], False))

    def jump_to_reply(self, message_id: int) -> None:
        message = self._message(message_id)
        target = message.reply_to if message is not None else None
        if isinstance(target, td.MessageReplyToMessage) and target.message_id:
            self._go(target.chat_id or self._chat_id, target.message_id)

    def jump_to_origin(self, message_id: int) -> None:
        message = self._message(message_id)
        origin = message.forward_info.origin if message is not None and message.forward_info is not None else None
        match origin:
            case td.MessageOriginChannel(chat_id=chat_id, message_id=original):
                self._open_chat(chat_id, original or None)
            case td.MessageOriginChat(sender_chat_id=chat_id):
                self._open_chat(chat_id, None)
            case td.MessageOriginUser(sender_user_id=user_id):
                self._tasks.start(self._open_user(user_id))

    def react(self, message_id: int, emoji: str) -> None:
        row = self._row(message_id)
        chosen = row is not None and any(reaction.emoji == emoji and reaction.chosen for reaction in row.face.reactions)
        verb = self._session.sending.unreact if chosen else self._session.sending.react
        self._tasks.start(verb(self._chat_id, message_id, emoji))

    def follow(self, message_id: int, number: int) -> None:
        row = self._row(message_id)
        if row is not None and number < len(row.face.text.links):
            self._follow(row.face.text.links[number])

    def open(self, message_id: int) -> None:
        row = self._row(message_id)
        held = row.held_by(message_id) if row is not None else None
        if isinstance(held, PictureContent) and not held.moves:
            self._viewer.show(message_id)
        elif isinstance(held, PictureContent) and held.media_file is not None:
            self._open_file("video.mp4", held.media_file)
        elif isinstance(held, FileContent):
            self._open_file(held.file_name, held.file_item)
        elif isinstance(held, CardContent) and held.url:
            self._open_link(held.url)

    def show_menu(self, message_id: int) -> None:
        self._tasks.start(self._show_menu(message_id))

    def show_author(self, message_id: int) -> None:
        message = self._message(message_id)
        match message.sender_id if message is not None else None:
            case td.MessageSenderUser(user_id=user_id):
                self._tasks.start(self._open_user(user_id))
            case td.MessageSenderChat(chat_id=chat_id) if chat_id != self._chat_id:
                self._open_chat(chat_id, None)

    def toggle_selected(self, message_id: int) -> None:
        self._selected ^= {message_id}
        row = self._row(message_id)
        if row is not None:
            row.select(message_id in self._selected)
        self.changed.emit()

    # What they are made of.

    def _message(self, message_id: int) -> td.Message | None:
        return self._session.messages.get(self._chat_id, message_id)

    def _row(self, message_id: int) -> MessageRow | None:
        return self._history.row(message_id) if self._history is not None else None

    def _whole(self, message_ids: Sequence[int]) -> list[int]:
        """Returns `message_ids` with all that belongs to their albums."""
        if self._history is None:
            return list(message_ids)
        return sorted({member for message_id in message_ids for member in self._history.album_ids(message_id)})

    def _with_menu(self, verb: Callable[[int], object]) -> None:
        if self._menu.message is not None:
            verb(self._menu.message.id)

    def _go(self, chat_id: int, message_id: int) -> None:
        if chat_id == self._chat_id and self._history is not None:
            self._history.show(message_id)
        else:
            self._open_chat(chat_id, message_id)

    async def _open_user(self, user_id: int) -> None:
        self._open_chat(await self._session.chat_verbs.private_chat(user_id), None)

    async def _show_menu(self, message_id: int) -> None:
        properties = await self._session.editing.properties(self._chat_id, message_id)
        message = self._message(message_id)
        if message is not None:
            self._menu.take(message, properties, can_write=self._composer.may_write())
            self.menuReady.emit()

    async def _copy_link(self, message_id: int) -> None:
        self._desktop.copy(await self._session.editing.link(self._chat_id, message_id))
        self._show(wording.link_copied())

    def _ask(
        self, title: str, text: str, yes: str, confirmed: Callable[[], None], *, destructive: bool = False
    ) -> None:
        self._confirmed = confirmed
        self.asked.emit(title, text, yes, destructive)

    async def _ask_to_delete(self, message_ids: Sequence[int]) -> None:
        allowed = [await self._session.editing.properties(self._chat_id, message_id) for message_id in message_ids]
        for_all = bool(allowed) and all(properties.can_be_deleted_for_all_users for properties in allowed)
        number = len(message_ids)
        text = wording.delete_for_all(number) if for_all else wording.delete_for_self(number)
        self._ask(
            wording.delete(number, for_all=for_all),
            text,
            wording.yes_delete(),
            lambda: self._delete(message_ids, for_all),
            destructive=True,
        )

    def _delete(self, message_ids: Sequence[int], for_all: bool) -> None:
        self.leaveSelection()
        self._tasks.start(self._session.editing.delete(self._chat_id, list(message_ids), for_all))

    def _forward(self, message_ids: Sequence[int]) -> None:
        self._forwarding = Forwarding(self._session, lambda chat_id: self._forward_to(chat_id, message_ids), self)
        self.changed.emit()

    def _forward_to(self, chat_id: int | None, message_ids: Sequence[int]) -> None:
        if self._forwarding is not None:
            self._forwarding.deleteLater()
        self._forwarding = None
        self.changed.emit()
        if chat_id is not None:
            self.leaveSelection()
            self._tasks.start(self._send_forward(chat_id, message_ids))

    async def _send_forward(self, chat_id: int, message_ids: Sequence[int]) -> None:
        await self._session.sending.forward(chat_id, self._chat_id, list(message_ids))
        self._show(wording.forwarded(authors.chat(self._session, chat_id).name))

    def _as_text(self, message_ids: Sequence[int]) -> str:
        messages = [message for message_id in message_ids if (message := self._message(message_id)) is not None]
        texts = [(message, formatted_text(message.content)) for message in messages]
        told = [(message, text.text) for message, text in texts if text is not None]
        if len(told) == 1:
            return told[0][1]
        named = [(authors.author(self._session, message.sender_id).name, message.date, text) for message, text in told]
        return wording.several(named)

    def _follow(self, link: Link) -> None:
        match link.kind:
            case LinkKind.USER:
                self._tasks.start(self._open_user(link.user_id))
            case LinkKind.MENTION:
                self._tasks.start(self._open_mention(link.target))
            case LinkKind.CODE | LinkKind.CARD | LinkKind.COMMAND | LinkKind.HASHTAG | LinkKind.TIME:
                self._desktop.copy(link.shown)
                self._show(wording.copied())
            case _:
                self._follow_address(link)

    def _follow_address(self, link: Link) -> None:
        address = links.opening(link)
        if address is None:
            self._show(wording.not_an_address())
        elif address.must_ask:
            title = wording.follow(address.host)
            self._ask(title, address.url, wording.yes_open(), lambda: self._open_link(address.url))
        else:
            self._open_link(address.url)

    async def _open_mention(self, name: str) -> None:
        found = await self._session.searching.public_chat(name)
        if found is None:
            self._show(wording.user_not_found(name))
        else:
            self._open_chat(found, None)

    def _open_link(self, url: str) -> None:
        if not self._desktop.open_link(url):
            self._show(wording.nobody_to_open())

    def _open_file(self, name: str, item: FileItem) -> None:
        if item.path is None:
            item.start()
            return
        path, danger = item.path, file_safety.verdict(name)
        if danger is file_safety.Verdict.SAFE:
            self._open_path(path)
            return
        extension = file_safety.extension(name)
        title, text = wording.open_file(extension), wording.file_warning(danger)
        self._ask(title, text, wording.yes_open(), lambda: self._open_path(path), destructive=True)

    def _open_path(self, path: Path) -> None:
        if not self._desktop.open_file(path):
            self._show(wording.nobody_to_open())


