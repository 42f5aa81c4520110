"""Puts the sample people and their conversations into a world."""

from __future__ import annotations

import copy
import random
from importlib import resources

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.drawing import drawn_photo, portrait
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.sample import media
from tdlib.sandbox.sample.cast import CAST, ME, PASSWORDS, Role
from tdlib.sandbox.sample.chats import Sample
from tdlib.sandbox.sample.script import Line, formatted, read
from tdlib.sandbox.world import custom_emoji, membership, posting
from tdlib.sandbox.world.accounts import Contact
from tdlib.sandbox.world.chats import Channel, Group
from tdlib.sandbox.world.dialogs import Dialog
from tdlib.sandbox.world.messages import Forward, Message, Reply
from tdlib.sandbox.world.passwords import Password
from tdlib.sandbox.world.persons import Person
from tdlib.sandbox.world.world import World

DAY = 86_400
MUTED = 2_147_483_647
ALBUM_SIZE = (1280, 960)
STATUSES = {"zoe": 1}
"""Who has a custom emoji behind their name, and which."""


def script(name: str) -> str:
    """The text of a script file."""
    return resources.files("tdlib.sandbox.sample").joinpath("scripts", f"{name}.txt").read_text("utf-8")


def short_scripts() -> dict[str, str]:
    """The short scripts by the key of their chat."""
    found: dict[str, str] = {}
    for part in script("short").split("# ")[1:]:
        key, _, text = part.partition("\n")
        found[key] = text
    return found


class Placing:
    """Fills one world with the sample.

    Arguments:
        world: an empty world.
        seed: decides about the small things: minutes between messages, ids.

    Attributes:
        people: key → person.
        peers: key of a chat → its peer, as the owner of the demo sees it.
        messages: key of a chat → its messages so far, not yet numbered.
    """

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.chance = random.Random(seed)
        self.people: dict[str, Person] = {}
        self.peers: dict[str, int] = {}
        self.messages: dict[str, list[Message]] = {}
        self._short = short_scripts()

    @property
    def me(self) -> Person:
        """The owner of the demo."""
        return self.people[ME]

    def add_people(self) -> None:
        """Everybody of the cast, with portraits, contacts and passwords."""
        for role in CAST:
            self.people[role.key] = self._person(role)
        own = self.world.account(self.me.id)
        for role in CAST:
            person = self.people[role.key]
            if role.is_contact and not role.is_bot and role.key != ME:
                own.contacts[person.id] = Contact(role.first_name, role.last_name)
                self.world.account(person.id).contacts[self.me.id] = Contact(self.me.first_name, self.me.last_name)
        for key, (password, hint) in PASSWORDS.items():
            self.world.account(self.people[key].id).password = Password(password, hint)

    def add_chat(self, sample: Sample) -> None:
        """A chat and what was said in it; `finish` numbers the messages and sets how far they are read."""
        self.begin(sample)
        text = script(sample.script) if sample.script else self._short[sample.key]
        said: list[Message] = []
        self.messages[sample.key] = said
        for line in read(text, self.chance):
            said.extend(self._messages(sample, line, said))

    def add_messages(self, key: str, messages: list[Message]) -> None:
        """Messages of a chat that were made without a script."""
        self.messages.setdefault(key, []).extend(messages)

    def place_all(self) -> None:
        """Numbers all messages in the order of their dates, as they would have come."""
        everything = [message for said in self.messages.values() for message in said]
        everything.sort(key=lambda message: message.date)
        for message in everything:
            posting.place(self.world, message)

    def settle(self, sample: Sample) -> None:
        """Sets what the owner of the demo has read, pinned, archived, muted and begun."""
        peer = self.peers[sample.key]
        dialog = self.world.dialog(self.me.id, peer)
        dialog.unread = sample.unread
        dialog.read_inbox = self._read_up_to(dialog, sample.unread)
        dialog.read_outbox = self._read_outbox(sample, peer)
        dialog.unread_mentions = self._unread_mentions(peer, dialog.read_inbox)
        dialog.pinned = sample.pinned
        dialog.folder = int(sample.is_archived)
        dialog.marked_unread = sample.is_marked_unread
        dialog.notify.mute_until = MUTED if sample.is_muted else None
        if sample.draft:
            dialog.draft = tl.DraftMessage(message=sample.draft, date=self.world.now() - DAY)

    def _read_up_to(self, dialog: Dialog, unread: int) -> int:
        """The number below the so many newest incoming messages."""
        if not unread:
            return dialog.history.last_id
        if dialog.history.past:
            return dialog.history.last_id - unread
        incoming = [
            each.id_for(self.me.id) for each in dialog.history.newest_first() if not each.is_outgoing(self.me.id)
        ]
        return incoming[unread - 1] - 1

    def _read_outbox(self, sample: Sample, peer: int) -> int:
        """The newest own message, or the one before where the newest was not seen yet."""
        own = [message.id_for(self.me.id) for message in self.messages[sample.key] if message.author == self.me.id]
        if not own or self.world.chats.channel_at(peer):
            return self.world.dialog(self.me.id, peer).history.last_id
        return (own[-2] if len(own) > 1 else 0) if sample.unseen else own[-1]

    def _unread_mentions(self, peer: int, read: int) -> set[int]:
        history = self.world.history(self.me.id, peer)
        later = history.take(history.ids_from(read + 1)[-20:]) if not history.past else []
        return {each.id_for(self.me.id) for each in later if self.me.id in each.mentions}

    def _person(self, role: Role) -> Person:
        now = self.world.now()
        person = Person(
            self.world.take_id(),
            self.world.take_hash(),
            role.first_name,
            role.last_name,
            role.phone,
            role.username,
            role.about,
            is_bot=role.is_bot,
            is_deleted=role.is_deleted,
            is_verified=role.is_verified,
            is_premium=role.is_premium,
            emoji_status=custom_emoji.number(STATUSES[role.key]) if role.key in STATUSES else 0,
            color=role.color,
            online_until=now + 1800 if role.seen == 0 and role.key != ME else 0,
            was_online=now - role.seen * 60 if role.seen > 0 else 0,
        )
        if role.portrait >= 0:
            person.photos.append(portrait(self.world, role.portrait, now - 100 * DAY))
        return self.world.persons.add(person)

    def begin(self, sample: Sample) -> int:
        """A chat without messages; returns its peer as the owner of the demo sees it."""
        peer = self.peers[sample.key] = self._peer(sample)
        return peer

    def _peer(self, sample: Sample) -> int:
        if sample.kind == "private":
            return self.me.id if sample.key == "me" else self.people[sample.key].id
        members = [self.people[key].id for key in sample.members]
        creator = members[0] if members else self.world.take_id()
        begun = self.world.now() - 400 * DAY
        chat: Group | Channel
        if sample.kind == "group":
            chat = membership.new_group(self.world, creator, sample.title, [*members, self.me.id], begun)
        else:
            is_broadcast = sample.kind == "channel"
            people = [self.me.id] if is_broadcast else [*members, self.me.id]
            chat = self._channel(sample, creator, people, begun, is_broadcast=is_broadcast)
        chat.about = sample.about
        if sample.portrait >= 0:
            chat.photo = portrait(self.world, sample.portrait, begun)
        return chat.peer

    def _channel(self, sample: Sample, creator: int, people: list[int], begun: int, *, is_broadcast: bool) -> Channel:
        channel = membership.new_channel(self.world, creator, sample.title, people, begun, is_broadcast=is_broadcast)
        if is_broadcast:
            del channel.members[creator]
        channel.crowd = sample.crowd
        channel.username = sample.username
        channel.is_verified = sample.crowd > 20_000
        return channel

    def _messages(self, sample: Sample, line: Line, said: list[Message]) -> list[Message]:
        peer = self.peers[sample.key]
        author = self.people[line.who].id
        target = peer if sample.kind != "private" or author == self.me.id else self.me.id
        text, entities = formatted(line.text)
        message = Message(
            peer=target,
            author=author,
            date=self.world.now() - int(line.ago * 60),
            text=text,
            entities=[self._resolved(entity) for entity in entities],
            reactions={self.people[key].id: emoji for emoji, keys in line.reactions.items() for key in keys},
        )
        message.mentions = frozenset(
            each.user_id for each in message.entities if isinstance(each, tl.MessageEntityMentionName)
        )
        if f"@{self.me.username}" in text:
            message.mentions |= {self.me.id}
        if line.edited_after:
            message.edit_date = min(message.date + line.edited_after * 60, self.world.now())
        if line.back:
            message.reply = Reply(said[-line.back])
        return self._with_extra(sample, message, line, said)

    def _with_extra(self, sample: Sample, message: Message, line: Line, said: list[Message]) -> list[Message]:
        """The message with what its braces ask for; an album is several messages."""
        if line.extra is None:
            return [message]
        kind, rest = line.extra
        match kind:
            case "album":
                return self._album(message, [int(scene) for scene in rest.split()])
            case "forward":
                key, place = rest.split()
                return [self._forwarded(message, self.messages[key][int(place) - 1])]
            case "buttons":
                message.markup = media.buttons()
                return [message]
            case "pin":
                message.reply = Reply(said[-int(rest)])
                said[-int(rest)].pinned = True
        members = [self.people[key].id for key in (*sample.members, ME)]
        message.action = media.action(kind, rest, sample.title, members, self.people)
        message.media = media.media(self.world, kind, rest, message.date, self.people)
        if message.action is None and message.media is None:
            raise ValueError(f"a script asks for {kind!r}, which nobody knows")
        return [message]

    def _album(self, message: Message, scenes: list[int]) -> list[Message]:
        group_id = self.world.take_hash()
        album = []
        for place, scene in enumerate(scenes):
            each = copy.copy(message) if place == 0 else Message(message.peer, message.author, message.date)
            each.media = drawn_photo(self.world, scene, *ALBUM_SIZE, message.date)
            each.group_id = group_id
            each.ids = {}
            album.append(each)
        return album

    def _forwarded(self, message: Message, origin: Message) -> Message:
        message.text, message.entities, message.media = origin.text, origin.entities, origin.media
        message.forward = Forward(origin.author, origin.date, 1 if origin.is_post else 0)
        return message

    def _resolved(self, entity: TLObject) -> TLObject:
        """An entity of its own for each message; a mention by key gets the person's id."""
        own = copy.copy(entity)
        if isinstance(own, tl.MessageEntityMentionName):
            own.user_id = self.people[own.user_id].id
        return own
