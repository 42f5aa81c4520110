"""`EngineLife`: one run of the engine, until its process has ended, with the session that belongs to it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Container
from pathlib import Path
from typing import Any, Protocol

from client.actions.sender import Sender
from client.ignored import IGNORED
from client.outbox import Outbox
from client.parameters import computer
from client.paths import Paths
from client.session import Session
from tdlib import functions as tf
from tdlib import types as td
from tdlib.client import Stopped

log = logging.getLogger(__name__)

_LOST = re.compile(r"Lost authorization because of (.+)")
_CUT = re.compile(r"\bTruncate\b.*binlog")
_ERROR_NAME = re.compile(r"\b[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\b")


class Wire(Sender, Protocol):
    """What is needed of a client; `tdlib.client.TdClient` is one."""

    @property
    def process_id(self) -> int: ...

    async def close(self) -> Stopped: ...


class MakeWire(Protocol):
    """Starts an engine; `tdlib.client.TdClient` does."""

    def __call__(
        self,
        library: Path,
        *,
        on_update: Callable[[td.TdObject], None],
        on_stopped: Callable[[Stopped], None],
        on_drained: Callable[[bool], None],
        on_log: Callable[[int, str], None],
        ignored: Container[str],
    ) -> Wire: ...


class EngineLife:
    """An engine and its session.

    Arguments:
        make_wire: starts the engine.
        library: absolute path of libtdjson.
        outbox: outlives the engine.
        folder: of the account's data.
        on_authorization: receives this object and each authorization state.
        on_stopped: receives this object and how the engine ended, once.

    Attributes:
        lost_because: why Telegram has ended the session, such as "SESSION_REVOKED"; only TDLib's log says it.
    """

    def __init__(
        self,
        make_wire: MakeWire,
        library: Path,
        outbox: Outbox,
        folder: Path,
        *,
        on_authorization: Callable[[EngineLife, td.AuthorizationState], None],
        on_stopped: Callable[[EngineLife, Stopped], None],
    ) -> None:
        self.lost_because = ""
        self._on_authorization = on_authorization
        self._on_stopped = on_stopped
        self.wire = make_wire(
            library,
            on_update=self._on_update,
            on_stopped=self._stopped,
            on_drained=self._on_drained,
            on_log=self._on_log,
            ignored=IGNORED,
        )
        self.session = Session(self.wire, outbox, folder)

    async def set_proxy(self, proxy: td.Proxy | None) -> None:
        """Has TDLib connect through `proxy` alone, or directly; ask before `set_parameters`.

        Raises:
            TdError
        """
        request: tf.Request[Any] = tf.AddProxy(proxy=proxy, enable=True) if proxy is not None else tf.DisableProxy()
        await self.wire.request(request)

    async def set_parameters(self, paths: Paths, key: bytes, api_id: int, api_hash: str, *, use_test_dc: bool) -> None:
        """Opens TDLib's database (setTdlibParameters).

        Raises:
            TdError
        """
        about = computer()
        await self.wire.request(
            tf.SetTdlibParameters(
                use_test_dc=use_test_dc,
                database_directory=str(paths.database),
                files_directory=str(paths.files),
                database_encryption_key=key,
                use_file_database=True,
                use_chat_info_database=True,
                use_message_database=True,
                use_secret_chats=True,
                api_id=api_id,
                api_hash=api_hash,
                system_language_code=about.language,
                device_model=about.device,
                system_version=about.system,
                application_version=about.application_version,
            )
        )
        # Before the first message can come, for TDLib tells of none that came earlier.
        self.session.prepare()

    async def close(self) -> None:
        """Closes TDLib properly and waits until its process has ended."""
        self.session.close()
        await self.wire.close()

    def _on_update(self, update: td.TdObject) -> None:
        if isinstance(update, td.UpdateAuthorizationState):
            self._on_authorization(self, update.authorization_state)
        else:
            self.session.on_update(update)

    def _on_drained(self, answered: bool) -> None:
        if answered:
            self.session.changes.flush()
        else:
            self.session.changes.flush_pressing()

    def _on_log(self, level: int, line: str) -> None:
        if _CUT.search(line):
            self.session.local_data.on_cut()
        found = _LOST.search(line)
        if found:
            name = _ERROR_NAME.search(found[1])
            self.lost_because = name[0] if name else found[1].strip()

    def _stopped(self, stopped: Stopped) -> None:
        self.session.close()
        self._on_stopped(self, stopped)
