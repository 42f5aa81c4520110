"""A TDLib in a process of its own, signed in to the sandbox, with verbs that wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

from tdlib import functions as tf
from tdlib import types as td
from tdlib.client import Stopped, TdClient
from tdlib.errors import NotFound
from tdlib.sandbox.loop import LoopThread

TIMEOUT = 60.0

Update = TypeVar("Update", bound=td.TdObject)
Result = TypeVar("Result")


class TdlibClient:
    """One TDLib client.

    Arguments:
        library: the trusting libtdjson.
        proxy: the sandbox's proxy, as a URL.
        folder: where TDLib keeps its database and files.
        options: TDLib options that are set before it connects, such as `use_pfs`.

    Attributes:
        updates: everything that TDLib said, in its order.
        log: (level, line) of TDLib's log.
    """

    def __init__(self, library: Path, proxy: str, folder: Path, options: dict[str, bool] | None = None) -> None:
        self._changed = threading.Condition()
        self.updates: list[td.TdObject] = []
        self.log: list[tuple[int, str]] = []
        self._loop = LoopThread("tdlib client")
        self._loop.start()
        self._client: TdClient = self._loop.call(self._make, library)
        address = urlsplit(proxy)
        assert address.hostname is not None
        assert address.port is not None
        self._send(
            tf.AddProxy(
                proxy=td.Proxy(server=address.hostname, port=address.port, type=td.ProxyTypeSocks5()), enable=True
            )
        )
        for name, value in (options or {}).items():
            self._send(tf.SetOption(name=name, value=td.OptionValueBoolean(value=value)))
        self._send(
            tf.SetTdlibParameters(
                database_directory=str(folder / "database"),
                files_directory=str(folder / "files"),
                use_message_database=True,
                use_chat_info_database=True,
                use_file_database=True,
                use_secret_chats=True,
                api_id=1,
                api_hash="0" * 32,
                system_language_code="en",
                device_model="TDLib",
                application_version="1",
            )
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> Stopped | None:
        """Closes TDLib properly and ends the thread."""
        stopped: Stopped | None = self._loop.call(self._client.close) if self._loop.is_running else None
        self._loop.stop()
        return stopped

    def request(self, request: tf.Request[Result]) -> Result:
        """Sends a request and returns its answer; raises `TdError`."""
        result: Result = self._loop.call(self._client.request, request)
        return result

    def sign_in(self, phone: str, code: str, password: str = "") -> td.User:
        """Signs in by phone number, code and, where it is asked for, password; returns who is signed in."""
        self.wait_for_state(td.AuthorizationStateWaitPhoneNumber)
        self.request(tf.SetAuthenticationPhoneNumber(phone_number=phone))
        self.wait_for_state(td.AuthorizationStateWaitCode)
        self.request(tf.CheckAuthenticationCode(code=code))
        state = self.wait_for_state(td.AuthorizationStateWaitPassword, td.AuthorizationStateReady)
        if isinstance(state, td.AuthorizationStateWaitPassword):
            self.request(tf.CheckAuthenticationPassword(password=password))
            self.wait_for_state(td.AuthorizationStateReady)
        self.settle()
        return self.request(tf.GetMe())

    def settle(self) -> None:
        """Waits until a TDLib that is ready knows where the server stands: before, new messages come as old ones."""
        self.wait_for_state(td.AuthorizationStateReady)
        with suppress(NotFound):
            self.request(tf.LoadChats(chat_list=td.ChatListMain(), limit=100))

    def wait_for_state(self, *kinds: type[td.TdObject], timeout: float = TIMEOUT) -> td.TdObject:
        """Waits until the newest authorization state is one of `kinds`."""

        def newest() -> td.TdObject | None:
            for update in reversed(self.updates):
                if isinstance(update, td.UpdateAuthorizationState):
                    return update.authorization_state if isinstance(update.authorization_state, kinds) else None
            return None

        return self.until(newest, f"TDLib did not come to {kinds}", timeout)

    def wait_for_connection(self, kind: type[td.TdObject], timeout: float = TIMEOUT) -> None:
        """Waits until the newest state of the connection is `kind`."""

        def newest() -> bool | None:
            for update in reversed(self.updates):
                if isinstance(update, td.UpdateConnectionState):
                    return isinstance(update.state, kind) or None
            return None

        self.until(newest, f"the connection did not become {kind}", timeout)

    def wait_for(self, kind: type[Update], fits: Callable[[Update], bool] = lambda update: True) -> Update:
        """Waits for an update of a kind that fits, or returns the first one that came already."""

        def find() -> Update | None:
            return next((each for each in self.updates if isinstance(each, kind) and fits(each)), None)

        return self.until(find, f"no fitting {kind.__name__} came", TIMEOUT)

    def wait_for_text(self, text: str) -> td.Message:
        """Waits for a new message whose text or caption is `text`."""
        return self.wait_for(td.UpdateNewMessage, lambda update: text_of(update.message) == text).message

    def send_text(self, chat_id: int, text: str) -> td.Message:
        """Sends a text and waits until the server has it; returns the message as it is then."""
        content = td.InputMessageText(text=td.FormattedText(text=text))
        return self.send(chat_id, content)

    def send(self, chat_id: int, content: td.InputMessageContent) -> td.Message:
        """Sends anything and waits until the server has it; returns the message as it is then."""
        sent = self.request(tf.SendMessage(chat_id=chat_id, input_message_content=content))
        done = self.wait_for(td.UpdateMessageSendSucceeded, lambda update: update.old_message_id == sent.id)
        return done.message

    def until(self, find: Callable[[], Result | None], complaint: str, timeout: float = TIMEOUT) -> Result:
        """Waits until `find` returns something other than None, and returns that; it is asked after every update."""
        found: list[Result] = []

        def look() -> bool:
            result = find()
            if result is not None:
                found.append(result)
            return bool(found)

        with self._changed:
            if not self._changed.wait_for(look, timeout):
                raise TimeoutError(f"{complaint} within {timeout} s")
        return found[0]

    def _send(self, request: tf.Request[Any]) -> None:
        self._loop.call(self._client.send, request)

    def _make(self, library: Path) -> TdClient:
        return TdClient(
            library,
            on_update=self._on_update,
            on_stopped=lambda stopped: None,
            on_log=lambda level, line: self.log.append((level, line)),
        )

    def _on_update(self, update: td.TdObject) -> None:
        with self._changed:
            self.updates.append(update)
            self._changed.notify_all()


def text_of(message: td.Message) -> str:
    """Returns the text or the caption of a message, "" where there is none."""
    content = message.content
    if isinstance(content, td.MessageText):
        return content.text.text
    if isinstance(content, td.MessageDocument | td.MessagePhoto):
        return content.caption.text
    return ""
