"""The sample people act by themselves: they read, answer after a while of typing, chat, react, come and go."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Coroutine

from tdlib.sandbox.people import User
from tdlib.sandbox.sample.cast import CAST
from tdlib.sandbox.sample.placing import script
from tdlib.sandbox.sample.script import formatted
from tdlib.sandbox.world.files import Document, Photo
from tdlib.sandbox.world.messages import SHARED, Message
from tdlib.sandbox.world.peers import SERVICE, is_user
from tdlib.sandbox.world.persons import Person
from tdlib.sandbox.world.world import World

READING = (0.6, 1.8)
TYPING = (1.0, 3.0)
PAUSE = (18.0, 45.0)
REMEMBERED = 8
"""So many of the last lines are not said again."""
BUSY_GROUPS = ("Ridge walk 🥾", "Lighthouse", "Hale & Co. 🏡", "The Workshop")
EMOJI = ("👍", "❤", "🔥", "😁", "🎉", "👏")
KEYWORDS = {
    "greeting": ("hi", "hello", "hey", "привет", "hallo", "good morning", "مرحبا", "こんにちは"),
    "thanks": ("thank", "thanks", "thx", "спасибо", "danke", "شكرا", "ありがとう"),
    "bye": ("bye", "see you", "good night", "пока", "tschüss"),
}


class Actors:
    """Lets everybody act on whom nobody is signed in.

    Arguments:
        world: where they live.
        pace: how fast everything goes; 10 is ten times as fast.
        seed: decides what they do next.
    """

    def __init__(self, world: World, *, pace: float = 1.0, seed: int = 1) -> None:
        self._world = world
        self._pace = pace
        self._chance = random.Random(seed)
        self._tasks: set[asyncio.Task[None]] = set()
        self._languages = {role.phone: role.language for role in CAST}
        self._lines = _lines()
        self._recent: deque[str] = deque(maxlen=REMEMBERED)

    def start(self) -> None:
        """Begins; call it on the running loop."""
        self._world.on_posted.append(self._on_posted)
        self._begin(self._live())

    async def stop(self) -> None:
        """Ends everything that is going on."""
        self._world.on_posted.remove(self._on_posted)
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _on_posted(self, message: Message) -> None:
        """Somebody wrote; where it was a person at a device, others answer."""
        if message.action is not None or not self._is_human(message.author):
            return
        if is_user(message.peer):
            person = self._world.persons.get(message.peer)
            if person is not None and self._may_act(person) and person.id != message.author:
                self._begin(self._answer(person, message))
        elif self._chance.random() < 0.7:
            self._answer_in_group(message)

    def _answer_in_group(self, message: Message) -> None:
        readers = self._world.readers(message.author, message.peer)
        members = [self._world.person(each) for each in readers if self._may_act(self._world.person(each))]
        if members:
            self._begin(self._speak_in_group(self._chance.choice(members), message.peer, "answer", message))

    async def _answer(self, person: Person, message: Message) -> None:
        """Reads, types for a while, answers; now and then only reacts, or corrects the answer."""
        user, chat = User(self._world, person.id), message.author
        await self._wait(READING)
        user.online()
        user.read(chat)
        if self._chance.random() < 0.2 and not person.is_bot:
            user.react(chat, message.id_for(person.id), self._chance.choice(EMOJI))
        text = self._line(person, message)
        await self._type(user, chat, text)
        if self._world.account(person.id).dialogs.get(chat) is None:
            return
        number = self._say(user, chat, text)
        if self._chance.random() < 0.08:
            await self._wait(TYPING)
            user.edit(chat, number, f"{formatted(text)[0]} 🙂")

    async def _speak_in_group(self, person: Person, peer: int, kind: str, message: Message | None) -> None:
        user = User(self._world, person.id)
        await self._wait(READING)
        user.online()
        user.read(peer)
        if message is not None and self._chance.random() < 0.35:
            user.react(peer, message.ids.get(SHARED) or message.ids[person.id], self._chance.choice(EMOJI))
            return
        text = self._pick(f"group {kind}")
        await self._type(user, peer, text)
        chat = self._world.in_group(peer)
        if chat is not None and chat.has(person.id):
            self._say(user, peer, text)

    async def _live(self) -> None:
        """From time to time somebody does something unasked, as long as anybody is there to see it."""
        while True:
            await self._wait(PAUSE)
            if self._world.devices.by_key:
                await self._chance.choices((self._chatter, self._come_or_go, self._ponder), (3, 4, 2))[0]()

    async def _chatter(self) -> None:
        """Somebody says something in one of the lively groups."""
        groups = [chat for chat in self._world.chats if chat.title in BUSY_GROUPS and len(chat.members) > 1]
        if not groups:
            return
        group = self._chance.choice(groups)
        members = [self._world.person(each) for each in group.members if self._may_act(self._world.person(each))]
        if members:
            await self._speak_in_group(self._chance.choice(members), group.peer, "chatter", None)

    async def _come_or_go(self) -> None:
        """Somebody comes online, or goes."""
        person = self._somebody()
        User(self._world, person.id).online(person.online_until <= self._world.now())

    async def _ponder(self) -> None:
        """Somebody types to somebody who is there, and thinks better of it."""
        person = self._somebody()
        humans = [each for each in self._world.account(person.id).dialogs.by_peer if self._is_human(each)]
        if not humans:
            return
        user = User(self._world, person.id)
        user.online()
        user.type(humans[0])
        await self._wait(TYPING)
        user.stop_typing(humans[0])

    def _somebody(self) -> Person:
        phones = [phone for phone in self._languages if phone]
        people = [self._world.persons.by_phone[phone] for phone in phones if phone in self._world.persons.by_phone]
        return self._chance.choice([person for person in people if self._may_act(person)])

    async def _type(self, user: User, chat: int, text: str) -> None:
        """Shows typing for as long as such a text takes, within bounds."""
        low, high = TYPING
        user.type(chat)
        await asyncio.sleep(min(high, low + len(text) * 0.03) / self._pace)

    def _say(self, user: User, chat: int, text: str) -> int:
        plain, entities = formatted(text)
        return user.send(chat, plain, entities=list(entities))

    def _line(self, person: Person, message: Message) -> str:
        if person.is_bot:
            kind = {"/start": "start", "/help": "help"}.get(message.text.split(" ")[0], "plain")
            return self._pick(f"bot {kind}")
        language = self._languages.get(person.phone, "en")
        section = f"{language} {_kind(message)}"
        return self._pick(section if section in self._lines else f"{language} plain")

    def _pick(self, section: str) -> str:
        """A line of a section that was not said just now, where there is one."""
        lines = self._lines[section]
        fresh = [line for line in lines if line not in self._recent] or lines
        chosen = self._chance.choice(fresh)
        self._recent.append(chosen)
        return chosen

    def _is_human(self, user_id: int) -> bool:
        return bool(self._world.devices.of(user_id))

    def _may_act(self, person: Person) -> bool:
        return not (person.is_deleted or person.id == SERVICE or self._is_human(person.id))

    async def _wait(self, bounds: tuple[float, float]) -> None:
        await asyncio.sleep(self._chance.uniform(*bounds) / self._pace)


def _kind(message: Message) -> str:
    """What sort of answer a message asks for."""
    if isinstance(message.media, Photo):
        return "photo"
    if isinstance(message.media, Document):
        return "file"
    text = message.text.lower().strip()
    if text.endswith(("?", "？", "؟")):
        return "question"
    for kind, words in KEYWORDS.items():
        if text.startswith(words):
            return kind
    return "plain"


def _lines() -> dict[str, list[str]]:
    """What can be said, by language and occasion."""
    found: dict[str, list[str]] = {}
    section: list[str] = []
    for line in script("answers").splitlines():
        if line.startswith("# "):
            section = found.setdefault(line[2:], [])
        else:
            section.append(line.replace("\\n", "\n"))
    return found
