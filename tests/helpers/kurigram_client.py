"""The other person in a test: a client of another make, kurigram, signed in to the sandbox.

Only here are kurigram's table of data centres and its trusted keys changed; the sandbox itself uses no more of it than
its codec.
"""

from __future__ import annotations

import asyncio
import importlib
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from types import TracebackType
from typing import Any, Self, TypeVar

from tdlib.sandbox import codec
from tdlib.sandbox.loop import LoopThread
from tdlib.sandbox.wire import rsa_key

DATA_CENTRE = 1
TIMEOUT = 60.0

Item = TypeVar("Item")

_client: Any = importlib.import_module("pyrogram.client")
_handlers: Any = importlib.import_module("pyrogram.handlers")
_rsa: Any = importlib.import_module("pyrogram.crypto.rsa")
_connection: Any = importlib.import_module("pyrogram.connection")
_errors: Any = importlib.import_module("pyrogram.errors")
_tcp: Any = importlib.import_module("pyrogram.connection.transport.tcp")

TRANSPORTS = {
    "abridged": _tcp.TCPAbridged,
    "abridged obfuscated": _tcp.TCPAbridgedO,
    "intermediate": _tcp.TCPIntermediate,
    "intermediate obfuscated": _tcp.TCPIntermediateO,
    "intermediate padded": _tcp.TCPIntermediatePadded,
}


@dataclass(frozen=True)
class Received:
    """A message as the other person sees it.

    Attributes:
        chat: kurigram's number of the chat, negative for groups.
        sender: the first name of who wrote it, "" for a channel's post.
        text: the text or the caption.
        kind: "text", or kurigram's name of the medium, such as "photo" or "document".
        raw: kurigram's own object.
    """

    id: int
    chat: int
    sender: str
    text: str
    kind: str
    raw: Any


class KurigramClient:
    """One signed-in kurigram client, with its loop in a thread of its own and verbs that wait.

    Arguments:
        address: host and port of the sandbox's server.
        transport: one of `TRANSPORTS`.
    """

    def __init__(self, address: tuple[str, int], transport: str = "abridged") -> None:
        _rsa.server_public_keys[rsa_key.FINGERPRINT] = _rsa.PublicKey(rsa_key.MODULUS, rsa_key.EXPONENT)
        self._loop = LoopThread("kurigram")
        self._loop.start()
        self._changed = threading.Condition()
        self.received: list[Received] = []
        self.edited: list[Received] = []
        self.deleted: list[int] = []
        self._lines: list[Any] = []
        self._client = self._loop.call(self._make, address, TRANSPORTS[transport])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Disconnects and ends the thread."""
        if self._loop.is_running:
            self._loop.call(self._stop)
        self._loop.stop()

    def sign_in(self, phone: str, code: str, password: str = "") -> str:
        """Signs in and begins to receive; returns the first name of who is signed in."""
        name: str = self._loop.call(self._sign_in, phone, code, password)
        return name

    def invoke(self, request: Any) -> Any:
        """Calls an API method, given as an object of `codec.functions`, and returns its result."""
        return self._loop.call(self._client.invoke, request)

    def peer(self, chat: str | int) -> Any:
        """Returns a chat as `InputPeer`, for `invoke`."""
        return self._loop.call(self._client.resolve_peer, chat)

    def send_text(self, chat: str | int, text: str, reply_to: int = 0, entities: Sequence[Any] = ()) -> int:
        """Sends a text; returns the message's number. `chat` is a username, "me", or a number seen before.

        Arguments:
            entities: of the text, as objects of `codec.types`.
        """
        reply = codec.types.InputReplyToMessage(reply_to_msg_id=reply_to) if reply_to else None
        return self._id(self._loop.call(self._send_raw_text, chat, text, reply, entities))

    def send_document(self, chat: str | int, data: bytes, name: str, caption: str = "") -> int:
        """Sends a file; returns the message's number."""
        return self._id(self._loop.call(self._client.send_document, chat, _file(data, name), caption=caption))

    def send_photo(self, chat: str | int, data: bytes, caption: str = "") -> int:
        """Sends a picture, as JPEG or PNG; returns the message's number."""
        return self._id(self._loop.call(self._client.send_photo, chat, _file(data, "photo.jpg"), caption=caption))

    def edit(self, chat: str | int, message_id: int, text: str) -> None:
        """Changes a text."""
        self._loop.call(self._client.edit_message_text, chat, message_id, text)

    def delete(self, chat: str | int, message_id: int) -> None:
        """Deletes a message for everybody."""
        self._loop.call(self._client.delete_messages, chat, message_id)

    def read(self, chat: str | int) -> None:
        """Reads a chat to its end."""
        self._loop.call(self._client.read_chat_history, chat)

    def history(self, chat: str | int, limit: int = 20) -> list[Received]:
        """Returns the newest messages of a chat, the newest first."""
        found: list[Received] = self._loop.call(self._history, chat, limit)
        return found

    def chats(self) -> list[str]:
        """Returns the titles of the chat list, top to bottom; from then on their numbers can be used."""
        found: list[str] = self._loop.call(self._chats)
        return found

    def download(self, message: Received) -> bytes:
        """Returns the file of a message."""
        stream: BytesIO = self._loop.call(self._client.download_media, message.raw, in_memory=True)
        return stream.getvalue()

    def wait_for_message(self, text: str, timeout: float = TIMEOUT) -> Received:
        """Waits for a message that came since the sign-in and whose text or caption is `text`."""
        return self._wait_in(self.received, lambda each: each.text == text, f"no message {text!r} came", timeout)

    def wait_for_edit(self, text: str, timeout: float = TIMEOUT) -> Received:
        """Waits for a message to be edited into `text`."""
        return self._wait_in(self.edited, lambda each: each.text == text, f"no edit to {text!r} came", timeout)

    def wait_for_deletion(self, message_id: int, timeout: float = TIMEOUT) -> None:
        """Waits until a message has been deleted."""
        self._wait_in(self.deleted, lambda each: each == message_id, f"{message_id} was not deleted", timeout)

    def _wait_in(self, items: list[Item], fits: Callable[[Item], bool], complaint: str, timeout: float) -> Item:
        with self._changed:
            if not self._changed.wait_for(lambda: any(map(fits, items)), timeout):
                raise TimeoutError(f"{complaint} within {timeout} s; there is {items!r}")
            return next(each for each in items if fits(each))

    def _make(self, address: tuple[str, int], transport: Any) -> Any:
        client = _client.Client(
            "sandbox",
            api_id=1,
            api_hash="0" * 32,
            in_memory=True,
            connection_factory=_connection_to(address),
            protocol_factory=partial(self._line, transport),
            device_model="kurigram",
            fetch_replies=False,
            fetch_topics=False,
            fetch_stories=False,
            fetch_stickers=False,
        )
        client.add_handler(_handlers.MessageHandler(self._on_message))
        client.add_handler(_handlers.EditedMessageHandler(self._on_edit))
        client.add_handler(_handlers.DeletedMessagesHandler(self._on_deletion))
        self._finish_updates = _count_updates(client)
        return client

    async def _sign_in(self, phone: str, code: str, password: str) -> str:
        _move(self._client)
        await self._client.connect()
        sent = await self._client.send_phone_number_code(phone)
        try:
            await self._client.sign_in(phone, sent.phone_code_hash, code)
        except _errors.SessionPasswordNeeded:
            await self._client.check_password(password)
        await self._client.invoke(codec.functions.updates.GetState())
        self._client.me = await self._client.get_me()
        await self._client.initialize()
        name: str = self._client.me.first_name
        return name

    async def _stop(self) -> None:
        await self._finish_updates()
        if self._client.is_initialized:
            await self._client.terminate()
        if self._client.is_connected:
            await self._client.disconnect()
        await self._hang_up()

    def _line(self, transport: Any, **options: Any) -> Any:
        self._lines.append(transport(**options))
        return self._lines[-1]

    async def _hang_up(self) -> None:
        """Closes what kurigram leaves open when it is closed while it mends a line."""
        mending = asyncio.all_tasks() - {asyncio.current_task()}
        for task in mending:
            task.cancel()
        await asyncio.gather(*mending, return_exceptions=True)
        for line in self._lines:
            if line.writer is not None:
                line.writer.close()
                with suppress(OSError):
                    await line.writer.wait_closed()

    async def _send_raw_text(self, chat: str | int, text: str, reply: Any, entities: Sequence[Any]) -> Any:
        if reply is None and not entities:
            return await self._client.send_message(chat, text)
        request = codec.functions.messages.SendMessage(
            peer=await self._client.resolve_peer(chat),
            message=text,
            random_id=self._client.rnd_id(),
            reply_to=reply,
            entities=list(entities) or None,
        )
        return await self._client.invoke(request)

    def _id(self, sent: Any) -> int:
        if hasattr(sent, "updates"):
            return next(int(each.id) for each in sent.updates if isinstance(each, codec.types.UpdateMessageID))
        return int(sent.id)

    async def _history(self, chat: str | int, limit: int) -> list[Received]:
        return [_received(each) async for each in self._client.get_chat_history(chat, limit=limit)]

    async def _chats(self) -> list[str]:
        return [each.chat.title or each.chat.first_name or "" async for each in self._client.get_dialogs()]

    async def _on_message(self, client: Any, message: Any) -> None:
        self._note(self.received, [_received(message)])

    async def _on_edit(self, client: Any, message: Any) -> None:
        self._note(self.edited, [_received(message)])

    async def _on_deletion(self, client: Any, messages: list[Any]) -> None:
        self._note(self.deleted, [int(message.id) for message in messages])

    def _note(self, where: list[Any], what: list[Any]) -> None:
        with self._changed:
            where.extend(what)
            self._changed.notify_all()


def _received(message: Any) -> Received:
    user = message.from_user
    return Received(
        id=message.id,
        chat=message.chat.id if message.chat else 0,
        sender=user.first_name if user else "",
        text=str(message.text or message.caption or ""),
        kind=message.media.value if message.media else "text",
        raw=message,
    )


def _file(data: bytes, name: str) -> BytesIO:
    stream = BytesIO(data)
    stream.name = name
    return stream


def _move(client: Any) -> None:
    """Names the server as the data centre that it says it is; kurigram's own default is 2."""
    load = client.load_session

    async def load_session() -> None:
        await load()
        await client.storage.dc_id(DATA_CENTRE)

    client.load_session = load_session


def _count_updates(client: Any) -> Callable[[], Awaitable[None]]:
    """Returns what waits for the updates in hand and lets no other in.

    WORKAROUND: kurigram starts a task for each update and waits for none, so one that is in hand when the client stops
    finds its database closed and complains in the log.
    """
    handle = client.handle_updates
    in_hand: set[asyncio.Task[Any]] = set()
    ending = asyncio.Event()

    async def handle_updates(updates: Any) -> None:
        if ending.is_set():
            return
        task = asyncio.current_task()
        assert task is not None
        in_hand.add(task)
        try:
            await handle(updates)
        finally:
            in_hand.discard(task)

    async def finish() -> None:
        ending.set()
        if in_hand:
            await asyncio.wait(in_hand, timeout=TIMEOUT)

    client.handle_updates = handle_updates
    return finish


def _connection_to(address: tuple[str, int]) -> Any:
    """Makes a factory of connections that lead to `address`, whatever address kurigram has in mind."""

    def connect(*arguments: Any, **named: Any) -> Any:
        named["server_address"], named["port"] = address
        return _connection.Connection(*arguments, **named)

    return connect
