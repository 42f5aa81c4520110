"""The verbs of a person: what tests and actors let the sample people do."""

from __future__ import annotations

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.drawing import drawn_photo
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world import membership, posting, presence, reacting, reading
from tdlib.sandbox.world.chats import Channel, Group
from tdlib.sandbox.world.entities import complete
from tdlib.sandbox.world.files import Document, Media
from tdlib.sandbox.world.messages import SHARED, Message, Reply
from tdlib.sandbox.world.peers import is_user
from tdlib.sandbox.world.persons import Person
from tdlib.sandbox.world.world import World

MIME_TYPES = {"pdf": "application/pdf", "zip": "application/zip", "txt": "text/plain", "png": "image/png"}
PHOTO_SIZE = (1280, 853)


class User:
    """One of the people. Call the verbs on the sandbox's loop.

    `chat` is everywhere a person's first or full name, a username, a chat's title, or a peer number as bots use it.
    Message numbers are those of this person's own box; in supergroups and channels they are everybody's.

    Arguments:
        world: where the person lives.
        id: the user id.
    """

    def __init__(self, world: World, id: int) -> None:
        self.world = world
        self.id = id

    @property
    def person(self) -> Person:
        """What others see of the person."""
        return self.world.person(self.id)

    @property
    def name(self) -> str:
        """First and last name."""
        return self.person.name

    @property
    def phone(self) -> str:
        """The phone number, digits only."""
        return self.person.phone

    def send(
        self,
        chat: str | int,
        text: str,
        reply_to: int | None = None,
        entities: list[TLObject] | None = None,
        *,
        silent: bool = False,
    ) -> int:
        """Writes a message; returns its number."""
        message = self._message(chat, text, reply_to, entities)
        message.silent = silent
        return self._post(message)

    def send_photo(
        self, chat: str | int, caption: str = "", *, scene: int = 0, size: tuple[int, int] = PHOTO_SIZE
    ) -> int:
        """Sends a drawing as a photo of `size` pixels; returns the message's number."""
        photo = drawn_photo(self.world, scene, *size, self.world.now())
        return self.send_media(chat, photo, caption)

    def send_document(self, chat: str | int, content: bytes, name: str = "file.bin", caption: str = "") -> int:
        """Sends a file; returns the message's number."""
        mime_type = MIME_TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
        document = Document(
            self.world.take_id(),
            self.world.take_hash(),
            self.world.now(),
            mime_type,
            len(content),
            [tl.DocumentAttributeFilename(file_name=name)],
            content,
        )
        self.world.files.documents[document.id] = document
        return self.send_media(chat, document, caption)

    def send_media(self, chat: str | int, media: Media, caption: str = "", reply_to: int | None = None) -> int:
        """Sends any medium; returns the message's number."""
        message = self._message(chat, caption, reply_to, None)
        message.media = media
        return self._post(message)

    def edit(self, chat: str | int, number: int, text: str) -> None:
        """Changes the text of a message."""
        message = self.message(chat, number)
        message.text, message.entities = text, complete(text, [])
        with self.world.change() as changes:
            posting.edit(changes, message)

    def delete(self, chat: str | int, *numbers: int, for_all: bool = True) -> None:
        """Deletes messages, for all or only for this person."""
        peer = self._peer(chat)
        with self.world.change() as changes:
            if self.world.is_shared(peer):
                posting.delete_in(changes, peer, numbers)
            else:
                messages = [self.message(chat, number) for number in numbers]
                posting.delete(changes, self.id, messages, for_all=for_all)

    def read(self, chat: str | int, number: int = 0) -> None:
        """Reads a chat up to a message (0: to the end)."""
        with self.world.change() as changes:
            reading.read(changes, self.id, self._peer(chat), number)

    def type(self, chat: str | int, action: TLObject = None) -> None:
        """Shows "typing …", or another action."""
        with self.world.change() as changes:
            presence.act(changes, self.id, self._peer(chat), action or tl.SendMessageTypingAction())

    def stop_typing(self, chat: str | int) -> None:
        """Takes "typing …" back."""
        self.type(chat, tl.SendMessageCancelAction())

    def online(self, online: bool = True) -> None:
        """Comes online, or goes."""
        with self.world.change() as changes:
            presence.set_online(changes, self.id, online)

    def react(self, chat: str | int, number: int, emoji: str = "👍") -> None:
        """Reacts to a message; "" takes the reaction back."""
        with self.world.change() as changes:
            reacting.react(changes, self.id, self.message(chat, number), emoji)

    def pin(self, chat: str | int, number: int, pinned: bool = True) -> None:
        """Pins a message, or unpins it."""
        with self.world.change() as changes:
            posting.pin(changes, self.id, self.message(chat, number), pinned, silent=False)

    def join(self, chat: str | int) -> None:
        """Joins a group or channel."""
        with self.world.change() as changes:
            membership.add(changes, self._group(chat), self.id, self.id)

    def leave(self, chat: str | int) -> None:
        """Leaves a group or channel."""
        with self.world.change() as changes:
            membership.remove(changes, self._group(chat), self.id, self.id)

    def create_group(self, title: str, *members: str | int) -> int:
        """Makes a basic group; returns its peer number."""
        ids = [self.world.find_peer(self.id, each) for each in members]
        group = membership.new_group(self.world, self.id, title, ids, self.world.now())
        with self.world.change() as changes:
            action = tl.MessageActionChatCreate(title=title, users=list(group.members))
            posting.announce(changes, group.peer, self.id, action)
        return group.peer

    def create_channel(self, title: str, *members: str | int, broadcast: bool = False, username: str = "") -> int:
        """Makes a supergroup, or a channel; returns its peer number."""
        ids = [self.world.find_peer(self.id, each) for each in members]
        channel = membership.new_channel(self.world, self.id, title, ids, self.world.now(), is_broadcast=broadcast)
        channel.username = username
        author = channel.peer if broadcast else self.id
        with self.world.change() as changes:
            posting.announce(changes, channel.peer, author, tl.MessageActionChannelCreate(title=title))
        return channel.peer

    def message(self, chat: str | int, number: int) -> Message:
        """The message with this number.

        Raises:
            KeyError: there is none in that chat.
        """
        message = self.world.history(self.id, self._peer(chat)).get(number)
        if message is None:
            raise KeyError(f"{self.name} has no message {number} in {chat!r}")
        return message

    def messages(self, chat: str | int) -> list[tuple[int, str, str]]:
        """All messages of a chat as (number, author's name, text), the oldest first."""
        return self.world.messages(self.id, chat)

    def _peer(self, chat: str | int) -> int:
        return self.world.find_peer(self.id, chat)

    def _group(self, chat: str | int) -> Group | Channel:
        found = self.world.in_group(self._peer(chat))
        if found is None:
            raise KeyError(f"{chat!r} is no group or channel")
        return found

    def _message(self, chat: str | int, text: str, reply_to: int | None, entities: list[TLObject] | None) -> Message:
        peer = self._peer(chat)
        channel = self.world.chats.channel_at(peer)
        is_post = channel is not None and channel.is_broadcast
        return Message(
            peer=peer,
            author=peer if is_post else self.id,
            writer=self.id if is_post else 0,
            date=self.world.now(),
            text=text,
            entities=complete(text, entities or []),
            reply=Reply(self.message(chat, reply_to)) if reply_to else None,
            views=int(is_post),
        )

    def _post(self, message: Message) -> int:
        chat = self.world.in_group(message.peer)
        if not is_user(message.peer) and (chat is None or not chat.has(self.id)):
            raise PermissionError(f"{self.name} is not in the chat {message.peer}")
        with self.world.change() as changes:
            posting.post(changes, message)
        return message.ids.get(SHARED) or message.ids[self.id]
