"""`Credentials`: the page that takes api_id and api_hash, which everybody gets for themselves from Telegram."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.wording import credentials as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

_HASH = re.compile(r"[0-9a-f]{32}")
_ID = re.compile(r"[1-9][0-9]{0,9}")


@QmlElement
class Credentials(QObject):
    """Checks what was typed and hands it to `accept(api_id, api_hash)`.

    Arguments:
        accept: keeps the pair and starts with it.
        refused: the api_id in use that Telegram has refused; 0 for none.
    """

    changed = Signal()

    def __init__(
        self, accept: Callable[[int, str], None], *, refused: int = 0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._accept = accept
        self._api_id = str(refused or "")
        self._id_error = wording.refused() if refused else ""
        self._hash_error = ""

    @Property(str, constant=True)
    def apiId(self) -> str:
        """What stands in the field of the api_id at first."""
        return self._api_id

    @Property(str, notify=changed)
    def idError(self) -> str:
        return self._id_error

    @Property(str, notify=changed)
    def hashError(self) -> str:
        return self._hash_error

    @Slot(str, str)
    def submit(self, api_id: str, api_hash: str) -> None:
        api_id, api_hash = api_id.strip(), api_hash.strip().lower()
        self._id_error = "" if _ID.fullmatch(api_id) else wording.wrong_id()
        self._hash_error = "" if _HASH.fullmatch(api_hash) else wording.wrong_hash(len(api_hash))
        self.changed.emit()
        if not self._id_error and not self._hash_error:
            self._accept(int(api_id), api_hash)

    @Slot()
    def edited(self) -> None:
        self._id_error = self._hash_error = ""
        self.changed.emit()
