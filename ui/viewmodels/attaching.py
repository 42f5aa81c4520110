"""`Attaching`: files on their way from the disk, the clipboard or a drop into the chat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from client.session import Session
from tdlib import types as td
from tdlib.errors import TdError
from ui.viewmodels.answer import Answer
from ui.viewmodels.attachments import Attachment, Attachments
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import composer as wording
from ui.viewmodels.wording import errors

if TYPE_CHECKING:
    from ui.viewmodels.composer import Composer


class Attaching:
    """Asks how files go, and sends them.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs the sending.
        desktop: knows the size of pictures.
        show: shows a sentence at the window's foot.
        composer: whose words become the caption.
    """

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        desktop: Desktop,
        show: Callable[[str], None],
        composer: Composer,
    ) -> None:
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._desktop = desktop
        self._show = show
        self._composer = composer
        self._offered: Attachments | None = None

    @property
    def offered(self) -> Attachments | None:
        """The files about which a person is asked."""
        return self._offered

    def offer(self, paths: Sequence[Path], caption: str) -> None:
        """Asks how the files at `paths` go; tells about those that can't."""
        found = [attachment for path in paths if (attachment := self._attachment(path)) is not None]
        if not found:
            return
        if self._offered is not None:
            self._offered.add(found)
            return
        self._offered = Attachments(found, caption, self._accept, self._drop, self._composer)
        self._composer.attachments_changed()

    def _attachment(self, path: Path) -> Attachment | None:
        try:
            if path.is_dir():
                self._show(wording.a_folder(path.name))
                return None
            size = path.stat().st_size
        except OSError:
            self._show(wording.unreadable(path.name))
            return None
        if size == 0:
            self._show(wording.empty_file(path.name))
            return None
        width, height = self._desktop.picture_size(path) or (0, 0)
        return Attachment(path, size, width, height)

    def _accept(self, as_photos: bool, caption: str) -> None:
        if self._offered is None:
            return
        attachments = self._offered.attachments
        answer = self._composer.hand_over()
        self._drop()
        self._tasks.start(self._send(attachments, as_photos, caption.strip(), answer))

    def _drop(self) -> None:
        if self._offered is not None:
            self._offered.deleteLater()
            self._offered = None
            self._composer.attachments_changed()

    async def _send(
        self, attachments: Sequence[Attachment], as_photos: bool, caption: str, answer: Answer | None
    ) -> None:
        try:
            words = await self._session.sending.parse_markdown(td.FormattedText(text=caption))
            for attachment in attachments[:-1]:
                await self._send_one(attachment, as_photos, td.FormattedText(), answer)
            await self._send_one(attachments[-1], as_photos, words, answer)
        except TdError as error:
            if caption:
                self._composer.put_back(caption)
            self._show(errors.sentence(error))

    async def _send_one(
        self, attachment: Attachment, as_photo: bool, caption: td.FormattedText, answer: Answer | None
    ) -> None:
        sending = self._session.sending
        reply_to, quote = (answer.message_id, answer.quote) if answer is not None else (None, None)
        if as_photo:
            size = attachment.width, attachment.height
            await sending.photo(
                self._chat_id, attachment.path, caption, size[0], size[1], reply_to=reply_to, quote=quote
            )
        else:
            await sending.document(self._chat_id, attachment.path, caption, reply_to=reply_to, quote=quote)
