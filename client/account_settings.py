"""`AccountSettings`: what is kept of one account beside TDLib's database."""

from __future__ import annotations

from pathlib import Path

import msgspec

from client.kept import Kept


class AccountChoices(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=False):
    """What is remembered between starts.

    Attributes:
        user_id: who was signed in last; 0 while nobody was.
        name: theirs; empty while nobody was.
        last_chat: id of the chat that was open; 0 for none.
    """

    user_id: int = 0
    name: str = ""
    last_chat: int = 0


class AccountSettings(Kept[AccountChoices]):
    """The values in the file `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, AccountChoices)

    @property
    def user_id(self) -> int:
        return self.values.user_id

    @property
    def name(self) -> str:
        return self.values.name

    @property
    def last_chat(self) -> int:
        return self.values.last_chat
