"""Words of the search."""

from __future__ import annotations

from ui.viewmodels.wording import names
from ui.viewmodels.wording.translation import translator

tr = translator("Search")


def heading(section: str) -> str:
    """Returns the title above the results of one kind."""
    return tr(_HEADINGS[section])


def nothing(query: str) -> str:
    return tr("Nothing was found for %s.") % names.quoted(query)


_HEADINGS = {"chats": "Chats", "contacts": "Contacts", "public": "Public chats", "messages": "Messages"}
