"""`Advertisement`: the sponsored message at the end of a channel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from client.session import Session
from tdlib import types as td
from ui.viewmodels import links
from ui.viewmodels.content_kind import formatted_text
from ui.viewmodels.contents import picture
from ui.viewmodels.contents.picture import PictureContent
from ui.viewmodels.file_item import FileItems
from ui.viewmodels.reporting import Answer, Reporting
from ui.viewmodels.rich_text import rich_text
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.text_links import Link, LinkKind
from ui.viewmodels.wording import advertising as wording
from ui.viewmodels.wording.names import isolate, plain

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Advertisement(QObject):
    """What is advertised in an open channel, if anything. It is no message: nothing counts, selects or answers it.

    Arguments:
        session: the signed-in account.
        chat_id: the open chat.
        tasks: runs what must be awaited.
        follow_link: opens an address.
        show: shows a sentence at the window's foot.
    """

    changed = Signal()
    reportingChanged = Signal()
    # Shows a title and a text until they are put away.
    told = Signal(str, str)

    def __init__(
        self,
        session: Session,
        chat_id: int,
        tasks: Tasks,
        follow_link: Callable[[str], None],
        show: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chat_id = chat_id
        self._tasks = tasks
        self._follow_link = follow_link
        self._show = show
        self._files = FileItems(session, tasks, self)
        self._message: td.SponsoredMessage | None = None
        self._portrait: PictureContent | None = None
        self._picture: PictureContent | None = None
        self._reporting: Reporting | None = None

    shown = Property(bool, lambda self: self._message is not None, notify=changed)
    label = Property(str, lambda self: self._label(), notify=changed)
    title = Property(str, lambda self: isolate(self._title()), notify=changed)
    text = Property(str, lambda self: self._text(), notify=changed)
    note = Property(str, lambda self: self._note(), notify=changed)
    button = Property(str, lambda self: plain(self._message.button_text) if self._message else "", notify=changed)
    portrait = Property(PictureContent, lambda self: self._portrait, notify=changed)
    picture = Property(PictureContent, lambda self: self._picture, notify=changed)
    canReport = Property(bool, lambda self: self._message is not None and self._message.can_be_reported, notify=changed)
    spoken = Property(str, lambda self: self._spoken(), notify=changed)
    reporting = Property(Reporting, lambda self: self._reporting, notify=reportingChanged)

    def start(self) -> None:
        """Asks what is advertised, in a channel."""
        chat = self._session.chats.get(self._chat_id)
        if chat is not None and isinstance(chat.type, td.ChatTypeSupergroup) and chat.type.is_channel:
            self._tasks.start(self._load(), on_error=lambda error: None)

    def close(self) -> None:
        """Ends following files."""
        self._files.close()

    @Slot()
    def view(self) -> None:
        """Says that all of its text is on the screen."""
        if self._message is not None:
            viewing = self._session.advertising.view(self._chat_id, self._message.message_id)
            self._tasks.start(viewing, on_error=lambda error: None)

    @Slot()
    def open(self) -> None:
        """Goes where it leads."""
        self._open(on_media=False)

    @Slot()
    def openPicture(self) -> None:
        """Goes where it leads, by its picture."""
        self._open(on_media=True)

    @Slot()
    def tellAbout(self) -> None:
        """Says what ads are doing here."""
        self.told.emit(wording.about_title(), wording.about())

    @Slot()
    def report(self) -> None:
        """Reports or hides it; the server asks what for."""
        if self._message is not None and self._reporting is None:
            ask = partial(self._session.advertising.report, self._chat_id, self._message.message_id)
            self._reporting = Reporting(self._tasks, ask, self._reported, self)
            self.reportingChanged.emit()

    async def _load(self) -> None:
        found = await self._session.advertising.of(self._chat_id)
        if found:
            self._take(found[0])

    def _take(self, message: td.SponsoredMessage | None) -> None:
        self._message = message
        photo = message.sponsor.photo if message is not None else None
        self._portrait = picture.sized_photo(photo, self._files.item, self) if photo is not None else None
        self._picture = picture.shared(message.content, self._files.item, self) if message is not None else None
        self.changed.emit()

    def _open(self, *, on_media: bool) -> None:
        if self._message is None:
            return
        clicking = self._session.advertising.click(self._chat_id, self._message.message_id, on_media=on_media)
        self._tasks.start(clicking, on_error=lambda error: None)
        url = self._message.sponsor.url
        address = links.opening(Link(LinkKind.URL, url, url))
        if address is not None:
            self._follow_link(address.url)

    def _reported(self, answer: Answer | None) -> None:
        if self._reporting is not None:
            self._reporting.deleteLater()
        self._reporting = None
        self.reportingChanged.emit()
        if answer is None:
            return
        self._show(wording.ended(answer))
        if not isinstance(answer, td.ReportSponsoredResultPremiumRequired):
            self._take(None)

    def _label(self) -> str:
        return wording.label(recommended=self._message is not None and self._message.is_recommended)

    def _title(self) -> str:
        return plain(self._message.title) if self._message is not None else ""

    def _text(self) -> str:
        text = formatted_text(self._message.content) if self._message is not None else None
        return rich_text(td.FormattedText(text=text.text)).spoken if text is not None else ""

    def _note(self) -> str:
        if self._message is None:
            return ""
        return wording.note(plain(self._message.sponsor.info), plain(self._message.additional_info))

    def _spoken(self) -> str:
        return wording.spoken(self._label(), self._title(), self._text(), self._note())
