"""`ContentVerbs`: what contents ask for; `ui.viewmodels.content_actions` does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class ContentVerbs(Protocol):
    """Verbs on the inside of a message."""

    def act(self, message_id: int, verb: str) -> None:
        """Does what a card's button says; `verb` is one of `contents.card_verbs`."""
        ...

    def press(self, message_id: int, row: int, column: int) -> None:
        """Presses a button of the inline keyboard."""
        ...

    def vote(self, message_id: int, options: Sequence[int]) -> None:
        """Chooses answers of a poll by their place; none takes the vote back."""
        ...

    def show_voters(self, message_id: int, option: int) -> None:
        """Shows who chose an answer."""
        ...

    def open_paid(self, message_id: int, place: int) -> None:
        """Opens one of the pictures that a message sells, or says how it is bought."""
        ...

    def tick(self, message_id: int, task_id: int, done: bool) -> None:
        """Marks a task of a checklist as done or not."""
        ...
