"""Which chat of each account was open, for the next time it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from client.settings import Settings

if TYPE_CHECKING:
    from client.account import Account
    from client.accounts import Accounts


class RememberedChats:
    """Notes the open chats in memory, and keeps them with the accounts at the end.

    Arguments:
        settings: where a profile of one account kept its chat.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open: dict[tuple[str, int], int] = {}

    def note(self, account: Account, chat_id: int) -> None:
        """Takes which chat of `account` is open now; 0 for none."""
        self._open[account.name, account.kept.user_id] = chat_id

    def of(self, account: Account) -> int:
        """Returns the chat of `account` that was open; 0 for none."""
        kept = account.kept.last_chat or (0 if account.name else self._settings.last_chat)
        return self._open.get((account.name, account.kept.user_id), kept)

    def keep(self, accounts: Accounts) -> None:
        """Writes down what was noted."""
        for account in accounts.all:
            if account.kept.user_id:
                account.kept.set(last_chat=self.of(account))
        self._settings.set(last_chat=0)
