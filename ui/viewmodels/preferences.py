"""`Preferences`: what the person has chosen about the programme, for whoever shows or obeys it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Property, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.settings import NotificationPreview, Settings, Theme

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

PREVIEWS: tuple[NotificationPreview, ...] = ("text", "name", "nothing")


@QmlElement
class Preferences(QObject):
    """The settings that change nothing but this programme.

    Arguments:
        settings: keeps them.
        languages: codes of those that the window can speak.
        start_anew: ends the programme for another start in its place; None where that would forget the settings.
    """

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        languages: Sequence[str] = (),
        start_anew: Callable[[], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._languages = languages
        self._begun_with = settings.language
        self._start_anew = start_anew

    @Property(list, constant=True)
    def languages(self) -> list[str]:
        """The codes of the languages that the window can speak."""
        return list(self._languages)

    @Property(str, notify=changed)
    def language(self) -> str:
        """The code of the chosen one; "system" for the system's."""
        return self._settings.language

    @Property(bool, notify=changed)
    def languageWaits(self) -> bool:
        """Whether the chosen language is spoken from the next start on."""
        return self._settings.language != self._begun_with

    @Property(bool, constant=True)
    def canStartAnew(self) -> bool:
        """Whether the next start can come at once."""
        return self._start_anew is not None

    @Slot()
    def startAnew(self) -> None:
        """Ends the programme for another start in its place."""
        if self._start_anew is not None:
            self._start_anew()

    notifications = Property(bool, lambda self: self.notifies, notify=changed)
    notificationPreview = Property(str, lambda self: self.preview, notify=changed)
    notificationSound = Property(bool, lambda self: self.sounds, notify=changed)
    closeToTray = Property(bool, lambda self: self.hides_in_tray, notify=changed)

    @property
    def notifies(self) -> bool:
        """Whether there are notifications."""
        return self._settings.choices.notifications

    @property
    def preview(self) -> str:
        """What they tell: "text" for name and text, "name" for the name alone, "nothing" for neither."""
        return self._settings.choices.notification_preview

    @property
    def sounds(self) -> bool:
        """Whether they are heard."""
        return self._settings.choices.notification_sound

    @property
    def hides_in_tray(self) -> bool:
        """Whether the window's closing leaves the programme running, where there is a tray."""
        return self._settings.choices.close_to_tray

    @Slot(str, result=str)
    def nameOf(self, language: str) -> str:
        """Returns what a language calls itself."""
        return "English" if language == "en" else QLocale(language).nativeLanguageName()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Chooses the language of the next starts; "system" for the system's."""
        self._set(language=language)

    @property
    def unread_first(self) -> bool:
        """Whether chats with something unread stand before the others in their list."""
        return self._settings.choices.unread_first

    @property
    def unanswered_only(self) -> bool:
        """Whether the lists show only people who wait for an answer."""
        return self._settings.choices.unanswered_only

    def put_unread_first(self, on: bool) -> None:
        """Chooses whether chats with something unread stand before the others."""
        self._set(unread_first=on)

    def show_unanswered_only(self, on: bool) -> None:
        """Chooses whether the lists show only people who wait for an answer."""
        self._set(unanswered_only=on)

    @Slot(bool)
    def notify(self, on: bool) -> None:
        """Turns notifications on or off."""
        self._set(notifications=on)

    @Slot(str)
    def tell(self, preview: str) -> None:
        """Chooses what notifications tell: "text", "name" or "nothing"."""
        if preview in PREVIEWS:
            self._set(notification_preview=preview)

    @Slot(bool)
    def sound(self, on: bool) -> None:
        """Lets notifications be heard, or not."""
        self._set(notification_sound=on)

    @Slot(bool)
    def hideInTray(self, on: bool) -> None:
        """Chooses what closing the window does."""
        self._set(close_to_tray=on)

    def keep_theme(self, theme: Theme) -> None:
        """Remembers the colours of the window."""
        self._set(theme=theme)

    def _set(self, **values: Any) -> None:
        self._settings.set(**values)
        self.changed.emit()
