"""`PollContent`: a question with its answers, which can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.wording import polls as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PollAnswer(QObject):
    """One answer of a poll."""

    changed = Signal()

    def __init__(
        self, option: td.PollOption, correct: bool | None, tap: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._option = option
        self._correct = correct
        self._tap = tap
        self._ticked = option.is_chosen

    text = Property(str, lambda self: self._option.text.text, constant=True)
    percent = Property(int, lambda self: max(0, min(100, self._option.vote_percentage)), constant=True)
    votes = Property(str, lambda self: wording.votes(self._option.voter_count), constant=True)
    chosen = Property(bool, lambda self: self._option.is_chosen, constant=True)
    pending = Property(bool, lambda self: self._option.is_being_chosen, constant=True)
    right = Property(bool, lambda self: self._correct is True, constant=True)
    wrong = Property(bool, lambda self: self._correct is False and self._option.is_chosen, constant=True)
    ticked = Property(bool, lambda self: self._ticked, notify=changed)

    @Slot()
    def tap(self) -> None:
        """Chooses it, ticks it or shows who chose it, whatever the poll is ready for."""
        self._tap()

    def tick(self) -> bool:
        """Ticks it or not, before the choice of several is sent; returns whether it is ticked now."""
        self._ticked = not self._ticked
        self.changed.emit()
        return self._ticked


@QmlElement
class PollContent(QObject):
    """A question with its answers and how many chose them.

    Arguments:
        poll: as the message has it.
        vote: chooses answers by their place; none takes the vote back.
        show_voters: shows who chose the answer at a place.
    """

    changed = Signal()

    def __init__(
        self,
        poll: td.Poll,
        vote: Callable[[Sequence[int]], None],
        show_voters: Callable[[int], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._poll = poll
        self._vote = vote
        self._show_voters = show_voters
        self._voted = any(option.is_chosen for option in poll.options)
        self._results = poll.can_see_results and (self._voted or poll.is_closed)
        order = poll.option_order if sorted(poll.option_order) == list(range(len(poll.options))) else ()
        places = order or range(len(poll.options))
        self._places = list(places)
        self._answers = [
            PollAnswer(poll.options[place], self._is_right(place), partial(self._tap, place), self)
            for place in places
        ]

    question = Property(str, lambda self: self._poll.question.text, constant=True)
    note = Property(str, lambda self: wording.kind(self._poll), constant=True)
    voters = Property(str, lambda self: wording.voters(self._poll), constant=True)
    showsResults = Property(bool, lambda self: self._results, constant=True)
    answers = Property(list, lambda self: self._answers, constant=True)
    several = Property(bool, lambda self: self._poll.allows_multiple_answers, constant=True)
    explanation = Property(str, lambda self: self._explanation(), constant=True)
    canVote = Property(bool, lambda self: self._can_vote(), constant=True)
    canSend = Property(bool, lambda self: self._can_vote() and bool(self._ticked()), notify=changed)
    canRetract = Property(
        bool,
        lambda self: self._voted and self._poll.allows_revoting and not self._poll.is_closed and not self._quiz(),
        constant=True,
    )

    @Slot()
    def send(self) -> None:
        """Sends the choice of several answers."""
        if self._can_vote() and self._ticked():
            self._vote(self._ticked())

    @Slot()
    def retract(self) -> None:
        """Takes the vote back."""
        self._vote([])

    def _tap(self, place: int) -> None:
        if self._results:
            if self._poll.can_get_voters and self._poll.options[place].voter_count:
                self._show_voters(place)
        elif self._can_vote() and self._poll.allows_multiple_answers:
            self._answers[self._places.index(place)].tick()
            self.changed.emit()
        elif self._can_vote():
            self._vote([place])

    def _ticked(self) -> list[int]:
        ticked = [place for place, answer in zip(self._places, self._answers, strict=True) if answer.ticked]
        return sorted(ticked)

    def _can_vote(self) -> bool:
        return not self._voted and not self._poll.is_closed and self._poll.vote_restriction_reason is None

    def _quiz(self) -> td.PollTypeQuiz | None:
        return self._poll.type if isinstance(self._poll.type, td.PollTypeQuiz) else None

    def _is_right(self, place: int) -> bool | None:
        quiz = self._quiz()
        if quiz is None or not self._results or not quiz.correct_option_ids:
            return None
        return place in quiz.correct_option_ids

    def _explanation(self) -> str:
        quiz = self._quiz()
        return quiz.explanation.text if quiz is not None and self._results else ""
