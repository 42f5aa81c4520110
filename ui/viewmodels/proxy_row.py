"""`ProxyRow`: a proxy in the settings: what it is, how fast it answers, and its verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.wording import proxies as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ProxyRow(QObject):
    """One proxy.

    Arguments:
        added: what TDLib knows of it.
        answers: how fast it answers, or that it is being asked.
        use: connects through it.
        remove: forgets it.
    """

    changed = Signal()

    def __init__(
        self,
        added: td.AddedProxy,
        answers: str,
        use: Callable[[], None],
        remove: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._added = added
        self._use = use
        self._remove = remove
        self._answers = answers

    name = Property(str, lambda self: wording.name(self._added.proxy), notify=changed)
    details = Property(str, lambda self: wording.details(self._added.proxy, self._answers), notify=changed)
    inUse = Property(bool, lambda self: self._added.is_enabled, notify=changed)

    @Slot()
    def use(self) -> None:
        """Connects through it."""
        self._use()

    @Slot()
    def remove(self) -> None:
        """Forgets it."""
        self._remove()

    def take(self, added: td.AddedProxy) -> None:
        """Takes what TDLib knows of it now."""
        if added != self._added:
            self._added = added
            self.changed.emit()

    def answered(self, words: str) -> None:
        """Takes how fast it answers."""
        self._answers = words
        self.changed.emit()
