"""`ApplicationView`: the root of what the window shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.appearance import Appearance, ThemeSetting
from ui.viewmodels.asking import Asking
from ui.viewmodels.page import Page
from ui.viewmodels.preferences import Preferences
from ui.viewmodels.window_place import WindowPlace
from ui.viewmodels.wording.confirmations import Question

if TYPE_CHECKING:
    # It comes when the settings are opened.
    from ui.viewmodels.settings import SettingsView

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ApplicationView(QObject):
    """Passed to Main.qml as its property `application`.

    Arguments:
        appearance: the inputs of the theme.
        place: where the window stands.
        on_quit: ends the programme.
        preferences: what the person has chosen.
        takes_window: whether the programme goes on without a window.
        hidden: whether it starts without one.
    """

    toast = Signal(str)
    activated = Signal(bool)
    logOutWanted = Signal()
    accountWanted = Signal(int)
    accountsChanged = Signal()
    settingsChanged = Signal()
    crashReportChanged = Signal()

    def __init__(
        self,
        appearance: Appearance,
        place: WindowPlace,
        on_quit: Callable[[], None],
        preferences: Preferences,
        takes_window: Callable[[], bool] = lambda: False,
        *,
        hidden: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._place = place
        self._on_quit = on_quit
        self._preferences = preferences
        self._takes_window = takes_window
        self._hidden = hidden
        self._active = not hidden
        self._page = Page(self)
        self._accounts: QObject | None = None
        self._asking = Asking(self)
        self._crash_report: QObject | None = None
        self._make_settings: Callable[[], SettingsView] | None = None
        self._settings: SettingsView | None = None

    @Property(Appearance, constant=True)
    def appearance(self) -> Appearance:
        return self._appearance

    @Property(WindowPlace, constant=True)
    def place(self) -> WindowPlace:
        return self._place

    @Property(bool, constant=True)
    def hidden(self) -> bool:
        """Whether the window opens only when it is asked for."""
        return self._hidden

    @Property(Preferences, constant=True)
    def preferences(self) -> Preferences:
        return self._preferences

    @Property(Page, constant=True)
    def page(self) -> Page:
        return self._page

    @Property(QObject, notify=accountsChanged)
    def accounts(self) -> QObject | None:
        """The `AccountsView`, which comes after the window; null until then."""
        return self._accounts

    @Property(Asking, constant=True)
    def asking(self) -> Asking:
        """The question that stands over every page."""
        return self._asking

    @Property(QObject, notify=settingsChanged)
    def settings(self) -> QObject | None:
        """The `SettingsView` while the settings are on the screen."""
        return self._settings

    @property
    def active(self) -> bool:
        """Whether the window has the person's attention; expected of one that opens."""
        return self._active

    def offer_settings(self, make: Callable[[], SettingsView]) -> None:
        """Takes how the settings are made when they are opened."""
        self._make_settings = make

    @Slot()
    def openSettings(self) -> None:
        """Shows the settings; does nothing before there is anything to set."""
        self._open_settings(asks_for_proxy=False)

    @Slot()
    def askForProxy(self) -> None:
        """Shows the settings with the keyboard where a proxy's address is typed."""
        self._open_settings(asks_for_proxy=True)

    @Slot()
    def closeSettings(self) -> None:
        """Takes the settings from the screen."""
        left, self._settings = self._settings, None
        if left is not None:
            self.settingsChanged.emit()
            left.close()

    @property
    def shown(self) -> Page:
        """What fills the window."""
        return self._page

    def show(self, sentence: str) -> None:
        """Shows `sentence` for a while over the foot of the window."""
        self.toast.emit(sentence)

    def take_accounts(self, accounts: QObject) -> None:
        """Has `accounts` be there from now on."""
        self._accounts = accounts
        self.accountsChanged.emit()

    @Slot(int)
    def openAccount(self, position: int) -> None:
        """Shows the account at a position, counted from 0."""
        self.accountWanted.emit(position)

    @Property(QObject, notify=crashReportChanged)
    def crashReport(self) -> QObject | None:
        """The `CrashReport` of an earlier start; null where there is none to offer."""
        return self._crash_report

    def offer_crash_report(self, report: QObject) -> None:
        """Shows what an earlier start could not cope with."""
        self._crash_report = report
        self.crashReportChanged.emit()

    def ask(self, question: Question, yes: Callable[[bool], object]) -> None:
        """Asks `question` over the window; `yes` is called when it is answered so."""
        self._asking.ask(question, yes)

    @Slot()
    def quit(self) -> None:
        """Ends the programme, after TDLib has closed."""
        self._on_quit()

    @Slot()
    def leaveWindow(self) -> None:
        """Takes that the window was closed: ends the programme, unless it goes on in the tray."""
        if not self._takes_window():
            self.quit()

    @Slot()
    def logOut(self) -> None:
        """Ends the session at Telegram."""
        self.logOutWanted.emit()

    @Slot()
    def followSystem(self) -> None:
        """Takes the system's colours from now on."""
        self._choose("system")

    @Slot()
    def turnLight(self) -> None:
        self._choose("light")

    @Slot()
    def turnDark(self) -> None:
        self._choose("dark")

    @Slot(bool)
    def activate(self, active: bool) -> None:
        """Takes whether the window has the person's attention."""
        self._active = active
        self.activated.emit(active)

    def _open_settings(self, *, asks_for_proxy: bool) -> None:
        if self._settings is None and self._make_settings is not None:
            self._settings = self._make_settings()
            self._settings.setParent(self)
            self._settings.asks_for_proxy = asks_for_proxy
            self.settingsChanged.emit()

    def _choose(self, theme: ThemeSetting) -> None:
        self._appearance.choose(theme)
        self._preferences.keep_theme(theme)
