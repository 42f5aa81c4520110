"""`DeviceRow`: one of the devices on which the account is signed in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.wording import settings as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DeviceRow(QObject):
    """A device and the verb that signs it out.

    Arguments:
        session: what Telegram knows of it.
        end: signs it out.
    """

    changed = Signal()

    def __init__(self, session: td.Session, end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._end = end

    name = Property(str, lambda self: wording.device(self._session), notify=changed)
    details = Property(str, lambda self: wording.device_details(self._session), notify=changed)
    isThisOne = Property(bool, lambda self: self._session.is_current, notify=changed)

    @Slot()
    def end(self) -> None:
        """Signs the device out."""
        self._end()
