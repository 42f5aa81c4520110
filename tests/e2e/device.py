"""A Heliograph without a window, and the other person, for tests through the real TDLib."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

from client import auth
from client.account import Account
from client.changes import Noun, Subscription
from client.paths import Paths
from client.proxy import parse_proxy
from client.session import Session
from client.settings import Settings
from client.start_options import StartOptions
from client.states import SignedIn, SigningIn
from tdlib import types as td
from tdlib.client import TdClient
from tdlib.sandbox.sandbox import Sandbox
from tests.helpers.cable import Cable
from tests.helpers.kurigram_client import KurigramClient, Received

TIMEOUT = 60.0
"""Seconds any condition may take to come true."""

StepT = TypeVar("StepT", bound=auth.Step)
Result = TypeVar("Result")


def run(scenario: Callable[[], Awaitable[None]]) -> None:
    """Runs a test's coroutine on a loop of its own."""

    async def main() -> None:
        await scenario()

    asyncio.run(main())


def plain(text: str) -> td.FormattedText:
    """Returns a text without entities."""
    return td.FormattedText(text=text)


class Device:
    """An account on a profile folder, with an engine of the sandbox's libtdjson.

    Attributes:
        account: the account under test.
        reasons: why sessions ended, in the order they did.
    """

    def __init__(self, sandbox: Sandbox, profile: Path) -> None:
        self._sandbox = sandbox
        self._changed = asyncio.Event()
        self._subscriptions: list[Subscription] = []
        self._followed: Session | None = None
        self._wire: TdClient | None = None
        self.reasons: list[str] = []
        self._paths = Paths(profile)
        proxy = urlsplit(sandbox.proxy or "")
        self._cable = Cable(proxy.hostname or "", proxy.port or 0)

    async def __aenter__(self) -> Self:
        await self._cable.start()
        options = StartOptions(
            library=self._sandbox.library,
            proxy=parse_proxy(f"socks5://127.0.0.1:{self._cable.port}"),
            api_id=1,
            api_hash="0" * 32,
        )
        self.account = Account(self._paths, Settings(self._paths.settings), options, make_wire=self._make_wire)
        self._subscriptions.append(self.account.subscribe(self._on_state))
        await self.account.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for subscription in self._subscriptions:
            subscription.close()
        await self.account.close()
        await self._cable.close()

    @property
    def me(self) -> int:
        """The id of who is signed in."""
        assert isinstance(self.account.state, SignedIn)
        return self.account.state.session.me_id

    @property
    def engine_process_id(self) -> int:
        """The engine's process id."""
        assert self._wire is not None
        return self._wire.process_id

    def phone(self, name: str) -> str:
        """Returns the phone number of one of the sample people."""
        return self._sandbox.user(name).phone

    async def until(self, condition: Callable[[], bool]) -> None:
        """Waits until `condition` holds; it is looked at after each change.

        Raises:
            TimeoutError: after `TIMEOUT` seconds.
        """
        async with asyncio.timeout(TIMEOUT):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    async def step(self, kind: type[StepT]) -> StepT:
        """Waits for a step of the sign-in and returns it."""

        def is_there() -> bool:
            state = self.account.state
            return isinstance(state, SigningIn) and isinstance(state.step, kind)

        await self.until(is_there)
        state = self.account.state
        assert isinstance(state, SigningIn)
        assert isinstance(state.step, kind)
        return state.step

    async def session(self) -> Session:
        """Waits until somebody is signed in and returns the session."""
        await self.until(lambda: isinstance(self.account.state, SignedIn))
        assert isinstance(self.account.state, SignedIn)
        return self.account.state.session

    async def sign_in(self, name: str) -> Session:
        """Signs one of the sample people in by phone number and code."""
        await (await self.step(auth.PhoneNumberStep)).submit(self.phone(name))
        await (await self.step(auth.CodeStep)).submit(self._sandbox.code)
        return await self.session()

    async def open_private_chat(self, user_id: int) -> int:
        """Opens the private chat with a user and returns its id."""
        session = await self.session()
        while await session.lists.load_more(td.ChatListMain()):
            pass
        chat_id = await session.searching.private_chat(user_id)
        await session.reading.open(chat_id)
        await session.reading.load_around(chat_id, None)
        return chat_id

    def chat(self, chat_id: int) -> td.Chat:
        """Returns a chat that is known."""
        assert isinstance(self.account.state, SignedIn)
        chat = self.account.state.session.chats.get(chat_id)
        assert chat is not None
        return chat

    def texts(self, chat_id: int) -> list[str]:
        """Returns the texts and captions in a chat's window, oldest first."""
        return [_text(message) for message in self._messages(chat_id)]

    def pending(self, chat_id: int) -> list[int]:
        """Returns the messages of a chat's window that have not been sent yet."""
        return [message.id for message in self._messages(chat_id) if message.sending_state is not None]

    async def download(self, file_id: int) -> bytes:
        """Downloads a file and returns its bytes."""
        session = await self.session()
        await session.downloading.start(file_id, 32)

        def is_complete() -> bool:
            file = session.files.get(file_id)
            return file is not None and file.local.is_downloading_completed

        await self.until(is_complete)
        file = session.files.get(file_id)
        assert file is not None
        return await asyncio.to_thread(Path(file.local.path).read_bytes)

    def line_down(self) -> None:
        """Cuts this device's way to the sandbox; other clients go on."""
        self._cable.unplug()

    def line_up(self) -> None:
        """Restores the way to the sandbox."""
        self._cable.plug()

    async def elsewhere(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """Runs a blocking function on a thread, while this device goes on."""
        return await asyncio.to_thread(function, *arguments)

    def _messages(self, chat_id: int) -> list[td.Message]:
        if not isinstance(self.account.state, SignedIn):
            return []
        messages = self.account.state.session.messages
        return [message for id in messages.history(chat_id).ids if (message := messages.get(chat_id, id)) is not None]

    def _make_wire(self, library: Path, **callbacks: Any) -> TdClient:
        self._wire = TdClient(library, **callbacks)
        return self._wire

    def _on_state(self) -> None:
        state = self.account.state
        if isinstance(state, SigningIn) and state.ended_because:
            self.reasons.append(state.ended_because)
        if isinstance(state, SignedIn) and state.session is not self._followed:
            self._followed = state.session
            changes = state.session.changes
            self._subscriptions += [changes.subscribe(noun, lambda _: self._changed.set()) for noun in Noun]
        self._changed.set()


def _text(message: td.Message) -> str:
    match message.content:
        case td.MessageText(text=text):
            return text.text
        case td.MessagePhoto(caption=caption) | td.MessageDocument(caption=caption):
            return caption.text
    return ""


class KurigramPerson:
    """The other person, on a kurigram client; each verb runs on a thread."""

    def __init__(self, sandbox: Sandbox, name: str) -> None:
        self._user = sandbox.user(name)
        self.id = self._user.id
        self._sandbox = sandbox
        self._client = KurigramClient(sandbox.address)
        self._thread = ThreadPoolExecutor(1, "kurigram-person")

    async def __aenter__(self) -> Self:
        await self._do(self._client.__enter__)
        await self._do(self._client.sign_in, self._user.phone, self._sandbox.code)
        await self._do(self._client.chats)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._do(self._client.close)
        self._thread.shutdown()

    async def send_text(self, chat: int, text: str) -> int:
        return await self._do(self._client.send_text, chat, text)

    async def send_photo(self, chat: int, data: bytes, caption: str) -> int:
        return await self._do(self._client.send_photo, chat, data, caption)

    async def send_document(self, chat: int, data: bytes, name: str, caption: str) -> int:
        return await self._do(self._client.send_document, chat, data, name, caption)

    async def edit(self, chat: int, number: int, text: str) -> None:
        await self._do(self._client.edit, chat, number, text)

    async def delete(self, chat: int, number: int) -> None:
        await self._do(self._client.delete, chat, number)

    async def read(self, chat: int) -> None:
        await self._do(self._client.read, chat)

    async def download(self, message: Received) -> bytes:
        return await self._do(self._client.download, message)

    async def wait_for_message(self, text: str) -> Received:
        return await self._do(self._client.wait_for_message, text)

    async def wait_for_edit(self, text: str) -> Received:
        return await self._do(self._client.wait_for_edit, text)

    async def wait_for_deletion(self, number: int) -> None:
        await self._do(self._client.wait_for_deletion, number)

    async def _do(self, function: Callable[..., Result], *arguments: Any) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)
