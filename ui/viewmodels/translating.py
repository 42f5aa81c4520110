"""`Translating`: messages in the language of the person who reads them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale

from client.session import Session
from tdlib import types as td
from tdlib.errors import TdError
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import translating as wording

WRITTEN_OTHERWISE = {"nb": "no", "nn": "no", "fil": "tl", "he": "iw"}
"""Codes that Telegram spells in another way (translateText)."""


class Translating:
    """Shows what a message says in another language.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        tell: shows a title and a text until they are put away.
        show: shows a sentence at the window's foot.
    """

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        tell: Callable[[str, str], None],
        show: Callable[[str], None],
    ) -> None:
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._tell = tell
        self._show = show

    def begin(self, message_id: int) -> None:
        """Asks for a message in the language that the programme speaks, and shows it when it comes."""
        chat = self._session.chats.get(self._chat_id)
        if chat is not None and isinstance(chat.type, td.ChatTypeSecret):
            # Whoever translates reads what only two may read.
            self._show(wording.not_of_a_secret())
            return
        self._tasks.start(self._translate(message_id))

    async def _translate(self, message_id: int) -> None:
        try:
            text = await self._session.interacting.translate(self._chat_id, message_id, code(QLocale()))
        except TdError as error:
            if error.code != 400:
                raise
            self._show(wording.refused())
            return
        self._tell(wording.title(), text)


def code(locale: QLocale) -> str:
    """Returns how Telegram writes a language (translateText): "de", "pt-BR", "zh-Hans"."""
    if locale.language() == QLocale.Language.C:
        return "en"
    language = QLocale.languageToCode(locale.language())
    if language == "zh":
        return "zh-Hant" if locale.script() == QLocale.Script.TraditionalHanScript else "zh-Hans"
    if language == "pt" and locale.territory() == QLocale.Country.Brazil:
        return "pt-BR"
    return WRITTEN_OTHERWISE.get(language, language)
