"""`SettingsView`: what the settings show beside the person's preferences: start, storage, devices, versions."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from tdlib.errors import TdError
from ui.viewmodels.autostart import Autostart
from ui.viewmodels.device_row import DeviceRow
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.proxy_list import ProxyList
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import settings as wording

if TYPE_CHECKING:
    from client.actions.proxies import ProxyActions
    from client.session import Session

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SettingsView(QObject):
    """Lives while the settings are on the screen.

    Arguments:
        autostart: whether the programme starts with the desktop.
        tasks: runs what must be awaited.
        session: the account on the screen; None while nobody is signed in.
        proxies: of the account on the screen; None where it has no engine.
        place: the folder of what is kept.
        about: returns versions and licences; it reads the files of every package, so it runs on another thread.
        use_proxy: has every account connect through a proxy; directly for None.
        show: shows a sentence at the window's foot.

    Attributes:
        asks_for_proxy: whether they are open for the address of a proxy.
    """

    changed = Signal()

    def __init__(
        self,
        autostart: Autostart,
        tasks: Tasks,
        session: Session | None,
        proxies: ProxyActions | None,
        place: str,
        about: Callable[[], tuple[str, list[str]]],
        use_proxy: Callable[[td.Proxy | None], Awaitable[None]],
        show: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._autostart = autostart
        self._everything = tasks
        # What is under way when the settings are left would find these objects gone.
        self._tasks = tasks = tasks.group()
        self._session = session
        self._place = place
        self._show = show
        self.asks_for_proxy = False
        self._kept: td.StorageStatisticsFast | None = None
        self._clearing = False
        self._sessions: dict[int, td.Session] = {}
        self._devices: RowModel[int, DeviceRow] = RowModel(self._row, self)
        self._versions = ""
        self._licences: list[str] = []
        tasks.start(self._load_about(about))
        self._proxies = ProxyList(proxies, tasks, use_proxy, self) if proxies is not None else None
        if session is not None:
            tasks.start(self._load_storage(session))
            tasks.start(self._load_devices(session))

    @Property(bool, constant=True)
    def signedIn(self) -> bool:
        return self._session is not None

    @Property(bool, constant=True)
    def asksForProxy(self) -> bool:
        return self.asks_for_proxy

    @Property(bool, constant=True)
    def canStartWithDesktop(self) -> bool:
        return self._autostart.is_possible

    @Property(bool, notify=changed)
    def startsWithDesktop(self) -> bool:
        return self._autostart.is_on

    @Property(bool, notify=changed)
    def startsHidden(self) -> bool:
        return self._autostart.is_hidden

    @Property(str, constant=True)
    def place(self) -> str:
        """The folder of what is kept."""
        return self._place

    @Property(str, notify=changed)
    def kept(self) -> str:
        """How much is kept; empty until it is known."""
        return wording.kept(self._kept) if self._kept is not None else ""

    @Property(bool, notify=changed)
    def clearing(self) -> bool:
        return self._clearing

    @Property(RowModel, constant=True)
    def devices(self) -> RowModel[int, DeviceRow]:
        """The devices of the account, this one first; empty until they are known."""
        return self._devices

    @Property(bool, notify=changed)
    def hasOtherDevices(self) -> bool:
        return len(self._sessions) > 1

    @Property(ProxyList, constant=True)
    def proxies(self) -> ProxyList | None:
        """The ways to Telegram; null where the account has no engine."""
        return self._proxies

    @Property(str, notify=changed)
    def versions(self) -> str:
        """What the programme is made of, one a line; empty until it is known."""
        return self._versions

    @Property(list, notify=changed)
    def licences(self) -> list[str]:
        """What is inside and under which licence, one a string."""
        return self._licences

    @Slot(bool)
    def startWithDesktop(self, on: bool) -> None:
        """Has the programme start with the desktop, in the tray, or no more."""
        self._set_autostart(on, hidden=True)

    @Slot(bool)
    def startHidden(self, hidden: bool) -> None:
        """Chooses whether a start with the desktop opens the window."""
        self._set_autostart(True, hidden=hidden)

    @Slot()
    def clear(self) -> None:
        """Deletes downloaded files."""
        if self._session is not None and not self._clearing:
            self._clearing = True
            self.changed.emit()
            self._tasks.start(self._clear(self._session), on_error=self._clearing_failed)

    @Slot()
    def endOtherDevices(self) -> None:
        """Signs every other device out."""
        if self._session is not None:
            self._tasks.start(self._end_others(self._session))

    def close(self) -> None:
        """Calls off what is awaited, then goes."""
        self._everything.start(self._close())

    async def _close(self) -> None:
        await self._tasks.close()
        self.deleteLater()

    def _set_autostart(self, on: bool, *, hidden: bool) -> None:
        if not self._autostart.set(on, hidden):
            self._show(wording.autostart_failed())
        self.changed.emit()

    # Storage.

    async def _load_about(self, about: Callable[[], tuple[str, list[str]]]) -> None:
        self._versions, self._licences = await asyncio.to_thread(about)
        self.changed.emit()

    async def _load_storage(self, session: Session) -> None:
        self._kept = await session.storage.statistics()
        self.changed.emit()

    async def _clear(self, session: Session) -> None:
        before = await session.storage.statistics()
        await session.storage.clear()
        self._kept = await session.storage.statistics()
        self._clearing = False
        self._show(wording.cleared(before.files_size, self._kept.files_size))
        self.changed.emit()

    def _clearing_failed(self, error: TdError) -> None:
        from ui.viewmodels.wording import errors

        self._clearing = False
        self._show(errors.sentence(error))
        self.changed.emit()

    # Devices.

    async def _load_devices(self, session: Session) -> None:
        found = await session.devices.active_sessions()
        self._sessions = {each.id: each for each in sorted(found, key=lambda each: not each.is_current)}
        self._devices.set_keys(list(self._sessions))
        self.changed.emit()

    async def _end(self, session: Session, session_id: int) -> None:
        await session.devices.terminate(session_id)
        await self._load_devices(session)

    async def _end_others(self, session: Session) -> None:
        await session.devices.terminate_others()
        await self._load_devices(session)

    def _row(self, session_id: int) -> DeviceRow:
        return DeviceRow(self._sessions[session_id], lambda: self._end_one(session_id), self)

    def _end_one(self, session_id: int) -> None:
        if self._session is not None:
            self._tasks.start(self._end(self._session, session_id))
