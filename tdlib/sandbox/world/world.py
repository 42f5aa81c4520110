"""The local Telegram as a whole."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tdlib.sandbox.rpc import Authorization
from tdlib.sandbox.world import storage
from tdlib.sandbox.world.accounts import Account
from tdlib.sandbox.world.advertising import Advertisements
from tdlib.sandbox.world.box import Box
from tdlib.sandbox.world.changes import Changes
from tdlib.sandbox.world.chats import Channel, Chats, Group
from tdlib.sandbox.world.devices import Devices
from tdlib.sandbox.world.dialogs import Dialog
from tdlib.sandbox.world.files import Files
from tdlib.sandbox.world.history import History
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.peers import is_channel, is_user
from tdlib.sandbox.world.persons import Person, Persons

if TYPE_CHECKING:
    from tdlib.sandbox.people import User

CODE = "12345"
"""The code that signs everybody in."""

FIRST_ID = 1_000_000
KEPT = (
    "persons",
    "chats",
    "accounts",
    "files",
    "devices",
    "wire",
    "last_id",
    "random",
    "reaction_icons",
    "advertisements",
)


class World:
    """People, chats, messages, files and devices, with the clock and the ids that they share.

    Arguments:
        state: a file that keeps everything between runs; None keeps it in memory only. An existing file is read.
        clock: seconds since 1970.

    Raises:
        StateError: the state file exists and cannot be read.
    """

    def __init__(self, *, state: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self.state = state
        self.clock = clock
        self.persons = Persons()
        self.chats = Chats()
        self.accounts: dict[int, Account] = {}
        self.files = Files()
        self.devices = Devices()
        self.wire: dict[str, Any] = {}
        self.last_id = FIRST_ID
        self.reaction_icons: dict[str, tuple[int, int]] = {}
        self.advertisements = Advertisements()
        self.random = random.Random(20240229)
        self.on_code: Callable[[str, str], None] = lambda phone, code: None
        self.on_posted: list[Callable[[Message], None]] = []
        self.on_read: list[Callable[[int, int, int], None]] = []
        if state is not None and state.exists():
            self._restore(state)

    @property
    def is_empty(self) -> bool:
        """Whether nobody lives here yet."""
        return not self.persons.by_id

    @property
    def code(self) -> str:
        """The code that signs everybody in."""
        return CODE

    def now(self) -> int:
        """Unix time in whole seconds."""
        return int(self.clock())

    def take_id(self) -> int:
        """A number that nothing else here has."""
        self.last_id += 1
        return self.last_id

    def take_hash(self) -> int:
        """An access hash or another number that nobody guesses."""
        return self.random.getrandbits(62) | 1

    def person(self, user_id: int) -> Person:
        """The person with this id; raises KeyError where there is none."""
        return self.persons.by_id[user_id]

    def account(self, user_id: int) -> Account:
        """What belongs to a person alone."""
        account = self.accounts.get(user_id)
        if account is None:
            account = self.accounts[user_id] = Account(user_id, Box(user_id))
        return account

    def dialog(self, user_id: int, peer: int) -> Dialog:
        """A person's side of a chat, begun where there is none yet."""
        dialogs = self.account(user_id).dialogs
        dialog = dialogs.by_peer.get(peer)
        if dialog is None:
            channel = self.chats.channel_at(peer)
            dialog = Dialog(peer, channel.history if channel else History())
            dialogs.by_peer[peer] = dialog
        return dialog

    def history(self, user_id: int, peer: int) -> History:
        """The messages of a chat as a person has them; an empty history for a chat that never began."""
        channel = self.chats.channel_at(peer)
        if channel is not None:
            return channel.history
        dialog = self.account(user_id).dialogs.get(peer)
        return dialog.history if dialog else History()

    def box(self, user_id: int, peer: int) -> Box:
        """The box that a chat's messages are numbered in."""
        channel = self.chats.channel_at(peer)
        return channel.box if channel else self.account(user_id).box

    def readers(self, author: int, peer: int) -> list[int]:
        """The ids of everybody who sees what `author` writes to `peer`, the author included."""
        if is_user(peer):
            return [author] if author == peer else [author, peer]
        chat = self.chats.get(peer)
        return list(chat.members) if chat else []

    def find_peer(self, viewer: int, name: str | int) -> int:
        """A chat by first name, full name, title, username or peer number.

        Raises:
            KeyError: nobody and nothing here has that name.
        """
        if isinstance(name, int):
            return name
        account = self.accounts.get(viewer)
        for peer in account.dialogs.by_peer if account else ():
            if self.name_of(peer) == name:
                return peer
        for person in self.persons:
            if name in (person.first_name, person.name) or name.removeprefix("@") == person.username != "":
                return person.id
        for chat in self.chats:
            username = chat.username if isinstance(chat, Channel) else ""
            if name == chat.title or name.removeprefix("@") == username != "":
                return chat.peer
        raise KeyError(f"nobody and no chat here is called {name!r}")

    def name_of(self, peer: int) -> str:
        """The name of a person or the title of a chat, "" where there is none."""
        if is_user(peer):
            person = self.persons.get(peer)
            return person.name if person else ""
        chat = self.chats.get(peer)
        return chat.title if chat else ""

    def user(self, name: str | int) -> User:
        """The verbs of a person, by first or full name, username, phone or id."""
        from tdlib.sandbox.people import User

        person = self.persons.by_phone.get(str(name).lstrip("+"))
        return User(self, person.id if person else self.find_peer(0, name))

    def messages(self, user: str | int, chat: str | int) -> list[tuple[int, str, str]]:
        """The truth about a chat for assertions: (number, author's name, text), the oldest first, as `user` has it."""
        viewer = self.user(user).id
        history = self.history(viewer, self.find_peer(viewer, chat))
        found = history.take(history.ids_from(1))
        return [(each.id_for(viewer), self.name_of(each.author), each.text) for each in found]

    @contextmanager
    def change(self, by: Authorization | None = None) -> Iterator[Changes]:
        """Collects what changes and pushes it at the end to all devices concerned but `by`, which gets an answer."""
        changes = Changes(self, by)
        yield changes
        changes.push()

    def in_group(self, peer: int) -> Group | Channel | None:
        """The group or channel at a peer, None for people."""
        return None if is_user(peer) else self.chats.get(peer)

    def is_shared(self, peer: int) -> bool:
        """Whether all readers of a chat share one box."""
        return is_channel(peer)

    def save(self) -> None:
        """Writes everything to the state file; does nothing where there is none."""
        if self.state is not None:
            storage.write(self.state, {name: getattr(self, name) for name in KEPT})

    def _restore(self, path: Path) -> None:
        for name, value in storage.read(path, KEPT).items():
            setattr(self, name, value)
