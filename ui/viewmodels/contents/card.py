"""`CardContent`: a place, a contact, a call or a throw in two lines; `PollContent`: a question with its answers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.wording import cards as wording
from ui.viewmodels.wording.names import isolate

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CardContent(QObject):
    """A few words with an icon.

    Arguments:
        icon: of resources/icons; empty where `emoji` stands in its place.
        title: the first line.
        text: the second line.
        emoji: drawn large in the icon's place.
        url: what a click opens; of our own making.
    """

    def __init__(
        self, icon: str, title: str, text: str, emoji: str = "", url: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._title = title
        self._text = text
        self._emoji = emoji
        self.url = url

    icon = Property(str, lambda self: self._icon, constant=True)
    title = Property(str, lambda self: self._title, constant=True)
    text = Property(str, lambda self: self._text, constant=True)
    emoji = Property(str, lambda self: self._emoji, constant=True)


@dataclass(frozen=True)
class _Answer:
    text: str
    percent: int
    chosen: bool


@QmlElement
class PollAnswer(QObject):
    """One answer of a poll."""

    def __init__(self, option: td.PollOption, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer = _Answer(option.text.text, option.vote_percentage, option.is_chosen)

    text = Property(str, lambda self: self._answer.text, constant=True)
    percent = Property(int, lambda self: self._answer.percent, constant=True)
    chosen = Property(bool, lambda self: self._answer.chosen, constant=True)


@QmlElement
class PollContent(QObject):
    """A question with its answers and how many chose them."""

    def __init__(self, poll: td.Poll, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = poll.question.text
        self._note = wording.poll_kind(poll)
        self._voters = wording.voters(poll.total_voter_count)
        self._results = poll.can_see_results or poll.is_closed or any(option.is_chosen for option in poll.options)
        self._answers = [PollAnswer(option, self) for option in poll.options]

    question = Property(str, lambda self: self._question, constant=True)
    note = Property(str, lambda self: self._note, constant=True)
    voters = Property(str, lambda self: self._voters, constant=True)
    showsResults = Property(bool, lambda self: self._results, constant=True)
    answers = Property(list, lambda self: self._answers, constant=True)


def card(content: td.MessageContent, *, outgoing: bool, parent: QObject) -> CardContent | None:
    """Returns the card for `content`, or None where its kind has none."""
    match content:
        case td.MessageLocation(location=location):
            return _place(location, wording.location(), parent)
        case td.MessageLiveLocation(location=live):
            return _place(live.location, wording.live_location(), parent)
        case td.MessageVenue(venue=venue):
            url = _map(venue.location)
            return CardContent("location", isolate(venue.title), isolate(venue.address), "", url, parent)
        case td.MessageContact(contact=contact):
            name = isolate(f"{contact.first_name} {contact.last_name}".strip() or contact.phone_number)
            return CardContent("contact", name, wording.phone(contact.phone_number), parent=parent)
        case td.MessageCall():
            title, text = wording.call(content, outgoing=outgoing)
            return CardContent("video" if content.is_video else "call", title, text, parent=parent)
        case td.MessageDice(emoji=emoji, value=value):
            return CardContent("", wording.throw(emoji, value), "", emoji, parent=parent)
        case _:
            return None


def _place(location: td.Location, title: str, parent: QObject) -> CardContent:
    text = wording.coordinates(location.latitude, location.longitude)
    return CardContent("location", title, text, "", _map(location), parent)


def _map(location: td.Location) -> str:
    place = f"{location.latitude:.6f}/{location.longitude:.6f}"
    return f"https://www.openstreetmap.org/?mlat={location.latitude:.6f}&mlon={location.longitude:.6f}#map=16/{place}"
