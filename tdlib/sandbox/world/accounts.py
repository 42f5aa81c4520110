"""What belongs to a person alone: box, chats, contacts, folders, settings."""

from __future__ import annotations

from dataclasses import dataclass, field

from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.box import Box
from tdlib.sandbox.world.dialogs import Dialogs, NotifySettings
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.passwords import Password


@dataclass(eq=False, slots=True)
class Contact:
    """The name that the owner gave to a contact."""

    first_name: str
    last_name: str = ""


@dataclass(eq=False)
class Account:
    """A person's own side of the local Telegram.

    Attributes:
        box: numbers and log of private chats and basic groups.
        messages: all of them by number.
        folders: `DialogFilter` objects in the order of the tabs.
        sent: random id → the message that it became, so that a repeated send makes no second one.
        notify: settings for "users", "chats" and "broadcasts".
        privacy: rule name → rules, for those that were set.
        not_frequent: people whom the owner does not want among those written to most.
    """

    user_id: int
    box: Box
    messages: dict[int, Message] = field(default_factory=dict)
    dialogs: Dialogs = field(default_factory=Dialogs)
    contacts: dict[int, Contact] = field(default_factory=dict)
    blocked: dict[int, int] = field(default_factory=dict)
    folders: list[TLObject] = field(default_factory=list)
    sent: dict[int, Message] = field(default_factory=dict)
    notify: dict[str, NotifySettings] = field(default_factory=dict)
    privacy: dict[str, list[TLObject]] = field(default_factory=dict)
    not_frequent: set[int] = field(default_factory=set)
    password: Password | None = None
    default_reaction: str = "👍"
