"""Messages that show one kind in several ways: what it answers, whose words it has, what stands below it."""

from __future__ import annotations

from tdlib import types as td
from tests.contact_sheet.drawings import Drawings
from tests.contact_sheet.samples import ANN, poll, words
from tests.ui.fake_session import ME, make_message


def variants(drawings: Drawings, only: str, *, first_id: int) -> list[td.Message]:
    """Returns messages beside the plain samples, oldest first.

    Arguments:
        drawings: draws what they hold.
        only: keeps those whose content's name contains it.
        first_id: of the first message.
    """
    contents = [*_texts(), *_polls()]
    kept = [content for content in contents if only.lower() in type(content).__name__.lower()]
    return [
        make_message(first_id + number, content, sender=ME if number % 3 == 2 else ANN)
        for number, content in enumerate(kept)
    ]


def _texts() -> list[td.MessageContent]:
    code = "def ridge(height: int) -> str:\n    return 'up' if height < 2310 else 'down'"
    quote = "The path above the hut is closed until the snow has settled.\nWait for the warden's word.\n" * 3
    long_words = "Donaudampfschifffahrtsgesellschaftskapitänsmützenknopf" * 3
    return [
        td.MessageText(text=words(code, (0, len(code), td.TextEntityTypePreCode(language="python")))),
        td.MessageText(text=words(quote, (0, len(quote), td.TextEntityTypeExpandableBlockQuote()))),
        td.MessageText(text=words("The summit is a secret", (14, 8, td.TextEntityTypeSpoiler()))),
        td.MessageText(text=words("🎉🏔")),
        td.MessageText(text=words(long_words)),
        td.MessageText(text=words("מחר בבוקר נצא לדרך, אם מזג האוויר יאפשר")),
    ]


def _polls() -> list[td.MessageContent]:
    return [td.MessagePoll(poll=poll(quiz=True), description=words("A question for those who were there"))]
