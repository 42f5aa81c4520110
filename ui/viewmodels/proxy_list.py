"""`ProxyList`: the proxies in the settings, and which way leads to Telegram."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.proxy import ProxyError, parse_proxy
from tdlib import types as td
from tdlib.errors import TdError
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.proxy_row import ProxyRow
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import proxies as wording

if TYPE_CHECKING:
    from client.actions.proxies import ProxyActions

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ProxyList(QObject):
    """The list is that of the account on the screen; the choice holds for all.

    Arguments:
        proxies: of the account on the screen.
        tasks: runs what must be awaited.
        choose: has every account connect through a proxy, now and at the next start; directly for None.
    """

    changed = Signal()
    added = Signal()

    def __init__(
        self,
        proxies: ProxyActions,
        tasks: Tasks,
        choose: Callable[[td.Proxy | None], Awaitable[None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._proxies = proxies
        self._tasks = tasks
        self._choose = choose
        self._known: dict[int, td.AddedProxy] = {}
        self._rows: RowModel[int, ProxyRow] = RowModel(self._row, self)
        self._error = ""
        self._asked: set[int] = set()
        self._answers: dict[int, str] = {}
        tasks.start(self._load())

    @Property(RowModel, constant=True)
    def rows(self) -> RowModel[int, ProxyRow]:
        return self._rows

    @Property(bool, notify=changed)
    def direct(self) -> bool:
        """Whether no proxy is used."""
        return not any(each.is_enabled for each in self._known.values())

    @Property(str, notify=changed)
    def error(self) -> str:
        """What is wrong with the address that was typed; empty for nothing."""
        return self._error

    @Slot(str)
    def add(self, address: str) -> None:
        """Remembers and uses the proxy at an address."""
        try:
            proxy = parse_proxy(address)
        except ProxyError as error:
            self._error = wording.sentence(error)
            self.changed.emit()
            return
        self._error = ""
        self.added.emit()
        self._tasks.start(self._use(proxy))

    @Slot()
    def goDirect(self) -> None:
        """Connects without a proxy."""
        self._tasks.start(self._use(None))

    @Slot()
    def forgive(self) -> None:
        """Takes the complaint back, as the address is typed anew."""
        if self._error:
            self._error = ""
            self.changed.emit()

    async def _load(self) -> None:
        found = await self._proxies.all()
        self._known = {each.id: each for each in found}
        self._rows.set_keys(list(self._known))
        for proxy_id, row in self._rows.made():
            row.take(self._known[proxy_id])
        for proxy_id in set(self._known) - self._asked:
            self._asked.add(proxy_id)
            self._tasks.start(self._ping(proxy_id))
        self.changed.emit()

    async def _ping(self, proxy_id: int) -> None:
        try:
            words = wording.answers(await self._proxies.ping(self._known[proxy_id].proxy))
        except TdError:
            words = wording.silent()
        # A row is made when the view first comes to it, which may be after the answer.
        self._answers[proxy_id] = words
        row = self._rows.row(proxy_id)
        if row is not None:
            row.answered(words)

    async def _use(self, proxy: td.Proxy | None) -> None:
        await self._choose(proxy)
        await self._load()

    async def _remove(self, proxy_id: int) -> None:
        if self._known[proxy_id].is_enabled:
            await self._choose(None)
        await self._proxies.remove(proxy_id)
        await self._load()

    def _row(self, proxy_id: int) -> ProxyRow:
        def use() -> None:
            self._tasks.start(self._use(self._known[proxy_id].proxy))

        def remove() -> None:
            self._tasks.start(self._remove(proxy_id))

        answers = self._answers.get(proxy_id, wording.asking())
        return ProxyRow(self._known[proxy_id], answers, use, remove, self)
