"""`MessageActions`: what a person does with the messages of the open chat."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from tdlib import types as td
from ui.viewmodels.asking import Asking
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.batch import Batch
from ui.viewmodels.composer import Composer
from ui.viewmodels.content_actions import ContentActions
from ui.viewmodels.content_kind import formatted_text
from ui.viewmodels.contents.album import AlbumItem
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.history import History
from ui.viewmodels.message_details import MessageDetails
from ui.viewmodels.message_menu import MessageMenu
from ui.viewmodels.message_row import MessageRow
from ui.viewmodels.opening import OpenChat, Opening
from ui.viewmodels.passage_actions import PassageActions
from ui.viewmodels.quoting import places
from ui.viewmodels.selection import MessageSelection
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.translating import Translating
from ui.viewmodels.viewer import Viewer
from ui.viewmodels.wording import confirmations
from ui.viewmodels.wording import message_actions as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MessageActions(QObject):
    """Verbs on the messages of the open chat.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        avatars: the pictures of people.
        composer: writes answers and edits.
        desktop: opens links and files, and has the clipboard.
        show: shows a sentence at the window's foot.
        open_chat: opens a chat, at a message if one is given.
        follow_link: opens an address, of a scheme that is safe.
    """

    changed = Signal()
    menuReady = Signal()
    # Lets a part of a text be marked by keys, in the row at an index.
    markAsked = Signal(int)
    # Shows a title and a text until they are put away.
    told = Signal(str, str)

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        avatars: Avatars,
        composer: Composer,
        desktop: Desktop,
        show: Callable[[str], None],
        open_chat: OpenChat,
        follow_link: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._avatars = avatars
        self._composer = composer
        self._desktop = desktop
        self._show = show
        self._open_chat = open_chat
        self._history: History | None = None
        self._details: MessageDetails | None = None
        self._menu = MessageMenu(self)
        self._viewer = Viewer(self)
        self._asking = Asking(self)
        self._opening = Opening(
            session, tasks, desktop, self._viewer, show, open_chat, follow_link, self._asking.ask
        )
        self._batch = Batch(session, chat_id, tasks, desktop, show, self._asking.ask, self)
        self._selection = MessageSelection(session, chat_id, tasks, self._batch, self)
        self._passages = PassageActions(session, chat_id, tasks, composer, self.copyWords, show, self)
        self._contents = ContentActions(
            session,
            chat_id,
            tasks,
            composer,
            desktop,
            self._opening,
            show,
            self._asking.ask,
            self.told.emit,
            self._viewer.show_of,
            self._go,
        )
        self._translating = Translating(session, chat_id, tasks, self.told.emit, show)

    menu = Property(MessageMenu, lambda self: self._menu, constant=True)
    viewer = Property(Viewer, lambda self: self._viewer, constant=True)
    asking = Property(Asking, lambda self: self._asking, constant=True)
    batch = Property(Batch, lambda self: self._batch, constant=True)
    passages = Property(PassageActions, lambda self: self._passages, constant=True)
    selection = Property(MessageSelection, lambda self: self._selection, constant=True)

    details = Property(MessageDetails, lambda self: self._details, notify=changed)

    @property
    def selected(self) -> MessageSelection:
        """The marked messages."""
        return self._selection

    @property
    def questions(self) -> Asking:
        """What asks before something is done."""
        return self._asking

    @property
    def contents(self) -> ContentActions:
        """What can be done with the inside of messages."""
        return self._contents

    def serve(self, history: History) -> None:
        """Takes the message view whose rows call these verbs."""
        self._history = history
        self._selection.serve(history)
        self._batch.serve(history)
        self._viewer.browse(history)

    # Verbs of the menu; they mean the message whose menu is open.

    @Slot(str)
    def doIt(self, verb: str) -> None:
        """Does what an entry of the menu says, by the name of the verb."""
        if self._menu.message is not None:
            self._do(verb, self._menu.message.id, alone=self._menu.is_alone)

    @Slot(str)
    def reactToIt(self, emoji: str) -> None:
        if self._menu.message is not None:
            self.react(self._menu.message.id, emoji)

    @Slot(int)
    def followIt(self, number: int) -> None:
        """Follows the link of the message's text that has this number."""
        if self._menu.message is not None:
            self.follow(self._menu.message.id, number)

    # Verbs of keys; they mean the row under the cursor.

    @Slot(MessageRow, str)
    def perform(self, row: MessageRow, verb: str) -> None:
        """Does what a key asks, where TDLib allows it; says so where it does not."""
        self._tasks.start(self._perform(row.message.id, verb))

    @Slot(AlbumItem, str)
    def performWith(self, item: AlbumItem, verb: str) -> None:
        """The same with one message of an album alone."""
        self._tasks.start(self._perform(item.message_id, verb, alone=True))

    async def _perform(self, message_id: int, verb: str, *, alone: bool = False) -> None:
        properties = await self._session.editing.properties(self._chat_id, message_id)
        message, row = self._message(message_id), self._row(message_id)
        if message is None:
            return
        offers = MessageMenu()
        opens = row is not None and row.content_object is not None
        offers.take(message, properties, can_write=self._composer.may_write(), opens=opens)
        if offers.allows(verb):
            self._do(verb, message_id, alone=alone)
        else:
            self._show(wording.refused(verb))

    def _do(self, verb: str, message_id: int, *, alone: bool = False) -> None:
        meant = [message_id] if alone else self._batch.whole([message_id])
        verbs: dict[str, Callable[[int], object]] = {
            "reply": self.reply,
            "quote": self._ask_for_part,
            "edit": self.edit,
            "copy": lambda number: self._batch.copy(meant),
            "link": self.copy_link,
            "select": self._selection.toggle_one if alone else self._selection.toggle,
            "details": lambda number: self._tasks.start(self._tell(number)),
            "resend": self.resend,
            "takeBack": self.take_back,
            "open": self._open,
            "pin": self.pin,
            "translate": self._translating.begin,
            "forward": lambda number: self._batch.forward(meant),
            "save": lambda number: self._batch.save(meant),
            "delete": lambda number: self._batch.delete(meant),
            "report": lambda number: self._batch.report(meant),
        }
        verbs[verb](message_id)

    # Verbs of a row.

    def reply(self, message_id: int) -> None:
        self._composer.start_reply(message_id)

    def edit(self, message_id: int) -> None:
        self._composer.start_edit(message_id)

    def copy(self, message_id: int) -> None:
        self._batch.copy(self._batch.whole([message_id]))

    def copy_block(self, message_id: int, number: int) -> None:
        row = self._row(message_id)
        text = formatted_text(row.message.content) if row is not None else None
        if row is not None and text is not None:
            begin, end = row.face.text.blocks[number].span
            self.copyWords(text.text[begin:end])

    def _ask_for_part(self, message_id: int) -> None:
        index = self._history.index_of(message_id) if self._history is not None else None
        if index is not None:
            self.markAsked.emit(index)

    @Slot(str)
    def copyWords(self, words: str) -> None:
        """Copies a part of a text."""
        self._desktop.copy(words)
        self._show(wording.copied())

    def copy_link(self, message_id: int) -> None:
        self._tasks.start(self._copy_link(message_id))

    def resend(self, message_id: int) -> None:
        self._tasks.start(self._session.sending.resend(self._chat_id, self._batch.whole([message_id])))

    def take_back(self, message_id: int) -> None:
        message = self._message(message_id)
        text = formatted_text(message.content) if message is not None else None
        if text is not None:
            self._composer.put_back(text.text)
            self._tasks.start(self._session.editing.delete(self._chat_id, [message_id], False))

    def pin(self, message_id: int) -> None:
        """Pins a message after a question, or unpins it."""
        message = self._message(message_id)
        if message is None:
            return
        if message.is_pinned:
            self._tasks.start(self._session.editing.unpin(self._chat_id, message_id))
            return
        chat = self._session.chats.get(self._chat_id)
        private = chat is not None and isinstance(chat.type, td.ChatTypePrivate | td.ChatTypeSecret)
        self._asking.ask(
            confirmations.pin(private=private),
            lambda also: self._pin(message_id, silently=private or not also, only_for_self=private and not also),
        )

    def jump_to_reply(self, message_id: int) -> None:
        message = self._message(message_id)
        target = message.reply_to if message is not None else None
        if not isinstance(target, td.MessageReplyToMessage) or not target.message_id:
            return
        quote = target.quote
        if quote is not None and self._history is not None and target.chat_id in (0, self._chat_id):
            found = partial(places, quote=quote.text.text, position=quote.position)
            self._history.show(target.message_id, found, lasting=False)
        else:
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
                self._opening.user(user_id)

    def react(self, message_id: int, sign: str) -> None:
        row = self._row(message_id)
        chosen = row is not None and any(reaction.sign == sign and reaction.chosen for reaction in row.face.reactions)
        verb = self._session.sending.unreact if chosen else self._session.sending.react
        self._tasks.start(verb(self._chat_id, message_id, sign))

    def follow(self, message_id: int, number: int) -> None:
        row = self._row(message_id)
        if row is not None and number < len(row.face.text.links):
            self._opening.link(row.face.text.links[number])

    def open(self, message_id: int) -> None:
        """Opens what was clicked; while messages are selected, a click only selects."""
        if not self._selection.property("count"):
            self._open(message_id)

    def _open(self, message_id: int) -> None:
        row = self._row(message_id)
        message = self._message(message_id)
        if row is not None and message is not None and not self._contents.point(message):
            self._opening.content(row, message_id)

    def show_menu(self, message_id: int) -> None:
        self._tasks.start(self._show_menu(message_id))

    def show_part_menu(self, message_id: int) -> None:
        self._tasks.start(self._show_menu(message_id, alone=True))

    def show_author(self, message_id: int) -> None:
        message = self._message(message_id)
        match message.sender_id if message is not None else None:
            case td.MessageSenderUser(user_id=user_id):
                self._opening.user(user_id)
            case td.MessageSenderChat(chat_id=chat_id) if chat_id != self._chat_id:
                self._open_chat(chat_id, None)

    def toggle_selected(self, message_id: int) -> None:
        self._selection.toggle(message_id)

    def toggle_part(self, message_id: int) -> None:
        self._selection.toggle_one(message_id)

    def is_selected(self, message_id: int) -> bool:
        return self._selection.has(message_id)

    # What they are made of.

    def _pin(self, message_id: int, *, silently: bool, only_for_self: bool) -> None:
        verb = self._session.editing.pin(self._chat_id, message_id, silently=silently, only_for_self=only_for_self)
        self._tasks.start(verb)

    async def _tell(self, message_id: int) -> None:
        properties = await self._session.editing.properties(self._chat_id, message_id)
        message = self._message(message_id)
        if message is not None:
            self._close_details()
            self._details = MessageDetails(
                self._session, message, properties, self._tasks, self._avatars, self._close_details, self
            )
            self.changed.emit()

    def _close_details(self) -> None:
        if self._details is not None:
            self._details.forget()
            self._details.deleteLater()
            self._details = None
            self.changed.emit()

    def _message(self, message_id: int) -> td.Message | None:
        return self._session.messages.get(self._chat_id, message_id)

    def _row(self, message_id: int) -> MessageRow | None:
        return self._history.row(message_id) if self._history is not None else None

    def _go(self, chat_id: int, message_id: int) -> None:
        if chat_id == self._chat_id and self._history is not None:
            self._history.show(message_id)
        else:
            self._open_chat(chat_id, message_id)

    async def _show_menu(self, message_id: int, *, alone: bool = False) -> None:
        properties = await self._session.editing.properties(self._chat_id, message_id)
        message, row = self._message(message_id), self._row(message_id)
        if message is not None:
            links = [link.shown for link in row.face.text.links] if row is not None and not alone else []
            opens = row is not None and row.content_object is not None
            can_write = self._composer.may_write()
            self._menu.take(message, properties, can_write=can_write, links=links, opens=opens, alone=alone)
            self.menuReady.emit()

    async def _copy_link(self, message_id: int) -> None:
        self._desktop.copy(await self._session.editing.link(self._chat_id, message_id))
        self._show(wording.link_copied())
