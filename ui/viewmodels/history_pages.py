"""`HistoryPages`: asks for the pages of the message view, each end at most once at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from client.session import Session
from ui.viewmodels.tasks import Tasks


class HistoryPages:
    """What is being loaded of one chat.

    Arguments:
        session: the signed-in account.
        chat_id: the chat.
        tasks: runs the loading.
        changed: called when `loading` changes.
        arrived: called after each page, or after its failure.
        at_newest: called when the end of the chat is here, after it was asked for.
    """

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        changed: Callable[[], None],
        arrived: Callable[[], None],
        at_newest: Callable[[], None],
    ) -> None:
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._changed = changed
        self._arrived = arrived
        self._at_newest = at_newest
        self._loading: Counter[str] = Counter()

    @property
    def loading(self) -> bool:
        """Whether anything is on its way."""
        return self._loading.total() > 0

    def start(self, what: str) -> None:
        """Asks for "older", "newer" or "newest" messages, unless that is under way."""
        if not self._loading[what]:
            self._tasks.start(self._load(what, None))

    async def around(self, message_id: int | None) -> None:
        """Asks for the messages around one, None for the newest; what was asked for before gives way to it."""
        await self._load("around", message_id)

    async def _load(self, what: str, message_id: int | None) -> None:
        self._loading[what] += 1
        self._changed()
        reading = self._session.reading
        try:
            match what:
                case "older":
                    await reading.load_older(self._chat_id)
                case "newer":
                    await reading.load_newer(self._chat_id)
                case "newest":
                    await reading.jump_to_newest(self._chat_id)
                    self._at_newest()
                case _:
                    await reading.load_around(self._chat_id, message_id)
        finally:
            self._loading[what] -= 1
            self._arrived()
            self._changed()
