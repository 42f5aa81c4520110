"""Words of the search."""

from __future__ import annotations

from ui.viewmodels.wording import names, times
from ui.viewmodels.wording.translation import translator

tr = translator("Search")


def heading(section: str) -> str:
    """Returns the title above the results of one kind."""
    return tr(_HEADINGS[section])


def nothing(query: str) -> str:
    return tr("Nothing was found for %s.") % names.quoted(query)


_HEADINGS = {"chats": "Chats", "contacts": "Contacts", "public": "Public chats", "messages": "Messages"}


def nothing_of_kind() -> str:
    return tr("There is nothing of this kind here.")


def kind(name: str) -> str:
    """Returns the name of a kind of messages one can look for."""
    return tr(_KINDS[name])


def until(date: int) -> str:
    """Returns up to which day is looked, for the Unix time at which that day ends."""
    return tr("Until %s") % times.day(date - 1)


def position(number: int, total: int) -> str:
    return tr("{number} of {total}").format(number=number, total=total)


_KINDS = {
    "any": "All messages",
    "photos": "Photos",
    "videos": "Videos",
    "files": "Files",
    "links": "Links",
    "music": "Music",
    "voice": "Voice messages",
    "gifs": "GIFs",
    "mentions": "Mentions of me",
}
