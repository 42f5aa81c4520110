"""`Settings`: what a person has chosen, in a JSON file that a crash or a stray byte cannot take down with it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from client.kept import Kept

Theme = Literal["system", "light", "dark"]
NotificationPreview = Literal["text", "name", "nothing"]


class Geometry(msgspec.Struct, frozen=True):
    """Where the window was, in device-independent pixels."""

    x: int
    y: int
    width: int
    height: int
    maximized: bool = False


class Choices(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=False):
    """Everything that can be set, with what holds until it is.

    Attributes:
        geometry: None until the window was first closed.
        theme: "system" follows the system.
        language: the code of the one that the window speaks; "system" for the system's.
        api_id: 0 for none.
        api_hash: belongs to `api_id`.
        proxy: as an address for `client.proxy`; empty for none.
        last_chat: id of the chat that was open in the profile's own account, before accounts kept that; 0 for none.
        column_width: of the chat list, in device-independent pixels; 0 for the default.
        notifications: whether the desktop tells of new messages.
        notification_preview: what it tells: name and text, the name alone, or neither.
        notification_sound: whether that may be heard.
        unread_first: whether chats with something unread stand before the others in their list.
        unanswered_only: whether the lists show only people who wait for an answer.
        close_to_tray: whether the programme goes on in the tray when its window is closed.
    """

    geometry: Geometry | None = None
    theme: Theme = "system"
    language: str = "system"
    api_id: int = 0
    api_hash: str = ""
    proxy: str = ""
    last_chat: int = 0
    column_width: int = 0
    notifications: bool = True
    notification_preview: NotificationPreview = "text"
    notification_sound: bool = True
    unread_first: bool = False
    unanswered_only: bool = False
    close_to_tray: bool = True


class Settings(Kept[Choices]):
    """The choices in the file `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, Choices)

    @property
    def choices(self) -> Choices:
        """All of them, as they are now."""
        return self.values

    @property
    def geometry(self) -> Geometry | None:
        return self.values.geometry

    @property
    def theme(self) -> Theme:
        return self.values.theme

    @property
    def language(self) -> str:
        return self.values.language

    @property
    def api_id(self) -> int:
        return self.values.api_id

    @property
    def api_hash(self) -> str:
        return self.values.api_hash

    @property
    def proxy(self) -> str:
        return self.values.proxy

    @property
    def last_chat(self) -> int:
        return self.values.last_chat

    @property
    def column_width(self) -> int:
        return self.values.column_width
