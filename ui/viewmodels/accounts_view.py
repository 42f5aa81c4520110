"""`AccountsView`: the list of accounts, and the page of the one that is on the screen."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.account import Account
from client.accounts import Accounts
from ui.viewmodels.account_row import AccountRow
from ui.viewmodels.account_view import AccountSurroundings, AccountView
from ui.viewmodels.list_model import RowModel
from ui.viewmodels.page import Page
from ui.viewmodels.wording import account as wording
from ui.viewmodels.wording import numbers

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AccountsView(QObject):
    """Fills the window's page with the account that is open; another account gets another tree of view models.

    Arguments:
        accounts: every account.
        surroundings: what their pages need.
        page: what fills the window.
        active: whether the window has the person's attention.
    """

    changed = Signal()

    def __init__(
        self,
        accounts: Accounts,
        surroundings: AccountSurroundings,
        page: Page,
        parent: QObject | None = None,
        *,
        active: bool = True,
    ) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._around = surroundings
        self._page = page
        self._rows: RowModel[Account, AccountRow] = RowModel(self._row, self, retire=AccountRow.close)
        self._active = active
        self._view = AccountView(accounts.open, surroundings, page, self, active=active)
        self._subscription = accounts.subscribe(self._follow)
        self._state_subscription = accounts.open.subscribe(self._state_changed)
        self._order()

    @Property(RowModel, constant=True)
    def rows(self) -> RowModel[Account, AccountRow]:
        """Every account, in order."""
        return self._rows

    @Property(str, notify=changed)
    def unreadElsewhere(self) -> str:
        """How many messages wait in accounts that are not on the screen; empty for none."""
        return numbers.badge(sum(row.unread_count for row in self._all_rows() if not row.is_open))

    @Property(str, notify=changed)
    def wayBack(self) -> str:
        """What the way from a sign-in to another account is called; empty where there is none."""
        return wording.way_back() if len(self._accounts.all) > 1 else ""

    @Property(bool, notify=changed)
    def removable(self) -> bool:
        """Whether the open account is signed out for good and could be taken from the list."""
        return len(self._accounts.all) > 1 and bool(self._accounts.open.kept.user_id)

    @property
    def view(self) -> AccountView:
        """The account on the screen."""
        return self._view

    @property
    def account(self) -> Account:
        """The account on the screen."""
        return self._accounts.open

    @Slot()
    def add(self) -> None:
        """Shows the sign-in of another account."""
        unused = next((account for account in self._accounts.all if self._accounts.is_unused(account)), None)
        if unused is not None:
            self._accounts.switch(unused)
        else:
            self._around.tasks.start(self._accounts.add())

    @Slot(int)
    def openAt(self, position: int) -> None:
        """Shows the account at a position, counted from 0; does nothing where there is none."""
        if 0 <= position < len(self._accounts.all):
            self._accounts.switch(self._accounts.all[position])

    @Slot()
    def goBack(self) -> None:
        """Leaves a sign-in for the account that was on the screen before."""
        account = self._accounts.open
        if self._accounts.is_unused(account):
            self._around.tasks.start(self._accounts.discard(account))
        else:
            self._accounts.switch(self._accounts.before)

    @Slot()
    def remove(self) -> None:
        """Takes the open account, which is signed out, from the list, with what is kept of it here."""
        self._around.tasks.start(self._accounts.discard(self._accounts.open))

    @Slot(bool)
    def activate(self, active: bool) -> None:
        """Takes whether the window has the person's attention."""
        self._active = active
        self._view.activate(active)

    @Slot()
    def log_out(self) -> None:
        """Ends the open account's session at Telegram, and removes what is kept of it here."""
        self._around.tasks.start(self._accounts.log_out(self._accounts.open))

    def close(self) -> None:
        """Stops following the accounts; what is typed is kept."""
        self._subscription.close()
        self._state_subscription.close()
        for row in self._all_rows():
            row.close()
        self._view.close()

    def _follow(self) -> None:
        opened = self._accounts.open
        if opened is not self._view.account:
            left = self._view
            left.activate(False)
            self._view = AccountView(opened, self._around, self._page, self, active=self._active)
            left.close()
            left.deleteLater()
            self._state_subscription.close()
            self._state_subscription = opened.subscribe(self._state_changed)
        self._order()

    @Slot()
    def _state_changed(self) -> None:
        self.changed.emit()

    def _order(self) -> None:
        self._rows.set_keys(self._accounts.all)
        for index, row in enumerate(self._all_rows()):
            row.place(index + 1, is_open=self._accounts.all[index] is self._accounts.open)
        self.changed.emit()

    def _all_rows(self) -> list[AccountRow]:
        return [self._rows.row_at(position) for position in range(self._rows.rowCount())]

    def _row(self, account: Account) -> AccountRow:
        row = AccountRow(account, self._around.tasks, self._accounts.switch)
        row.changed.connect(self._state_changed)
        return row
