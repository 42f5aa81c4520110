"""`MemberRow`: somebody in a group or channel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.avatar import AvatarView

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MemberRow(QObject):
    """A member with their standing in the group.

    Arguments:
        name: who.
        about: when they were online.
        role: what they are in the group; empty for a member like others.
        avatar: their picture.
        show: opens the chat with them.
    """

    def __init__(self, name: str, about: str, role: str, avatar: AvatarView, show: Callable[[], None]) -> None:
        super().__init__()
        self._texts = name, about, role
        self._avatar = avatar
        self._show = show

    name = Property(str, lambda self: self._texts[0], constant=True)
    about = Property(str, lambda self: self._texts[1], constant=True)
    role = Property(str, lambda self: self._texts[2], constant=True)
    spoken = Property(str, lambda self: ", ".join(text for text in self._texts if text), constant=True)
    avatar = Property(AvatarView, lambda self: self._avatar, constant=True)

    @Slot()
    def open(self) -> None:
        self._show()
