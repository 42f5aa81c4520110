"""What is told about a person, group or channel."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording.names import plain
from ui.viewmodels.wording.translation import translator

tr = translator("Info")

Fact = dict[str, str]


def of_user(user: td.User | None, full: td.UserFullInfo | None) -> list[Fact]:
    """Returns what is known of a person, each fact with its name."""
    facts: list[Fact] = []
    if full is not None and full.bio is not None and full.bio.text:
        facts.append(_fact(plain(full.bio.text), tr("About"), "information"))
    if full is not None and full.bot_info is not None and full.bot_info.short_description:
        facts.append(_fact(plain(full.bot_info.short_description), tr("About"), "bot"))
    if user is not None and user.phone_number:
        facts.append(_fact(f"+{user.phone_number}", tr("Phone"), "phone"))
    if user is not None and user.usernames is not None:
        facts += [_fact(f"@{name}", tr("User name"), "mention") for name in user.usernames.active_usernames]
    if full is not None and full.birthdate is not None:
        facts.append(_fact(_birthday(full.birthdate), tr("Birthday"), "gift"))
    return facts


def of_group(description: str, names: td.Usernames | None, link: td.ChatInviteLink | None) -> list[Fact]:
    """Returns what is known of a group or channel, each fact with its name."""
    facts: list[Fact] = []
    if description:
        facts.append(_fact(plain(description), tr("About"), "information"))
    if names is not None:
        facts += [_fact(f"https://t.me/{name}", tr("Link"), "link") for name in names.active_usernames]
    if link is not None and names is None:
        facts.append(_fact(link.invite_link, tr("Invite link"), "link"))
    return facts


def role(status: td.ChatMemberStatus, tag: str) -> str:
    """Returns what somebody is in a group, in their own words where they have some."""
    match status:
        case td.ChatMemberStatusCreator():
            return plain(tag) or tr("Owner")
        case td.ChatMemberStatusAdministrator():
            return plain(tag) or tr("Administrator")
        case td.ChatMemberStatusRestricted():
            return tr("Restricted")
        case _:
            return plain(tag)


def rank(status: td.ChatMemberStatus) -> int:
    """Returns a number by which owners stand before administrators, and those before others."""
    match status:
        case td.ChatMemberStatusCreator():
            return 0
        case td.ChatMemberStatusAdministrator():
            return 1
        case _:
            return 2


def _birthday(date: td.Birthdate) -> str:
    return f"{date.day}.{date.month}.{date.year}" if date.year else f"{date.day}.{date.month}."


def _fact(text: str, name: str, icon: str) -> Fact:
    return {"text": text, "name": name, "icon": icon}
