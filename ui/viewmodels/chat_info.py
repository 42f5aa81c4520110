"""`ChatInfo`: all about the person, group or channel of the open chat."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.changes import Noun
from client.session import Session
from tdlib import types as td
from ui.viewmodels import authors
from ui.viewmodels.avatars import Avatars
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.member_row import MemberRow
from ui.viewmodels.shared_media import SharedMedia
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import info as wording
from ui.viewmodels.wording import presence

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

OpenUser = Callable[[int], None]


@QmlElement
class ChatInfo(QObject):
    """Facts, members and shared media of one chat.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        tasks: asks.
        avatars: the pictures of people.
        show: brings a message into view.
        open_user: opens the chat with a person.
        copy: puts text on the clipboard.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        avatars: Avatars,
        show: Callable[[int], None],
        open_user: OpenUser,
        copy: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks = tasks.group()
        self._avatars = avatars
        self._open_user = open_user
        self._copy = copy
        self._members: RowModel[str, MemberRow] = RowModel(self._make, self)
        self._known: dict[str, td.ChatMember] = {}
        self._query = ""
        self._media = SharedMedia(session, chat_id, tasks, avatars, show, self)
        self._subscriptions = [
            session.changes.subscribe(noun, self._on_change)
            for noun in (Noun.CHAT, Noun.USER, Noun.BASIC_GROUP, Noun.SUPERGROUP)
        ]
        tasks.start(self._learn(), on_error=lambda error: None)

    media = Property(SharedMedia, lambda self: self._media, constant=True)
    members = Property(RowModel, lambda self: self._members, constant=True)
    facts = Property(list, lambda self: self._facts(), notify=changed)
    hasMembers = Property(bool, lambda self: bool(self._known) or bool(self._query), notify=changed)
    muted = Property(bool, lambda self: self._session.chats.is_muted(self._chat_id), notify=changed)
    isPerson = Property(bool, lambda self: self._user() is not None, notify=changed)

    def close(self) -> None:
        """Ends following the chat and whatever was asked."""
        self._tasks.cancel()
        self._media.close()
        for subscription in self._subscriptions:
            subscription.close()

    @Slot(str)
    def findMembers(self, query: str) -> None:
        """Shows the members whose name fits."""
        self._query = query.strip()
        self._tasks.start(self._find_members(self._query), on_error=lambda error: None)

    @Slot()
    def toggleMute(self) -> None:
        verbs = self._session.chat_verbs
        muted = self._session.chats.is_muted(self._chat_id)
        self._tasks.start(verbs.unmute(self._chat_id) if muted else verbs.mute(self._chat_id))

    @Slot(str)
    def copy(self, text: str) -> None:
        self._copy(text)

    # What is asked for.

    async def _learn(self) -> None:
        chat, reading = self._session.chats.get(self._chat_id), self._session.reading
        match chat.type if chat is not None else None:
            case td.ChatTypePrivate(user_id=user_id) | td.ChatTypeSecret(user_id=user_id):
                await reading.user_full_info(user_id)
            case td.ChatTypeBasicGroup(basic_group_id=group_id):
                await reading.basic_group_full_info(group_id)
                await self._find_members("")
            case td.ChatTypeSupergroup(supergroup_id=group_id):
                await reading.supergroup_full_info(group_id)
                full = self._session.groups.supergroup_full_info(group_id)
                if full is not None and full.can_get_members:
                    await self._find_members("")

    async def _find_members(self, query: str) -> None:
        found = await self._session.searching.members(self._chat_id, query)
        if query != self._query:
            return
        self._known = {authors.author(self._session, member.member_id).key: member for member in found}
        self._members.set_keys(sorted(self._known, key=lambda key: wording.rank(self._known[key].status)))
        self.changed.emit()

    def _make(self, key: str) -> MemberRow:
        member = self._known[key]
        name = authors.author(self._session, member.member_id).name
        about, show = "", self._nothing
        if isinstance(member.member_id, td.MessageSenderUser):
            user_id = member.member_id.user_id
            about = presence.status(self._session.users.get(user_id)) if user_id != self._session.me_id else ""
            show = self._opener(user_id)
        role = wording.role(member.status, member.tag)
        return MemberRow(name, about, role, self._avatars.of_sender(member.member_id), show)

    def _opener(self, user_id: int) -> Callable[[], None]:
        return lambda: self._open_user(user_id)

    def _nothing(self) -> None:
        """A channel that writes in the group in its own name has no chat of two."""

    # What is said.

    def _facts(self) -> list[dict[str, str]]:
        chat = self._session.chats.get(self._chat_id)
        groups = self._session.groups
        match chat.type if chat is not None else None:
            case td.ChatTypePrivate(user_id=user_id) | td.ChatTypeSecret(user_id=user_id):
                return wording.of_user(self._session.users.get(user_id), self._session.users.full_info(user_id))
            case td.ChatTypeBasicGroup(basic_group_id=group_id):
                basic = groups.basic_group_full_info(group_id)
                link = basic.invite_link if basic is not None else None
                return wording.of_group(basic.description if basic is not None else "", None, link)
            case td.ChatTypeSupergroup(supergroup_id=group_id):
                full, group = groups.supergroup_full_info(group_id), groups.supergroup(group_id)
                link = full.invite_link if full is not None else None
                names = group.usernames if group is not None else None
                return wording.of_group(full.description if full is not None else "", names, link)
        return []

    def _user(self) -> int | None:
        return self._session.chats.private_user_id(self._chat_id)

    def _on_change(self, changes: Mapping[object, frozenset[str]]) -> None:
        self.changed.emit()
