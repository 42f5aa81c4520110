"""`Opening`: opens what a message leads to: links, people, files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from client.session import Session
from ui.viewmodels import file_safety, links
from ui.viewmodels.contents.card import CardContent
from ui.viewmodels.contents.file import FileContent
from ui.viewmodels.contents.link_preview import LinkPreviewContent
from ui.viewmodels.contents.picture import PictureContent
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.file_item import FileItem
from ui.viewmodels.message_row import MessageRow
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.text_links import Link, LinkKind
from ui.viewmodels.viewer import Viewer
from ui.viewmodels.wording import message_actions as wording
from ui.viewmodels.wording.confirmations import Question

Ask = Callable[[Question, Callable[[bool], object]], None]
OpenChat = Callable[[int, int | None], object]


class Opening:
    """What a click on a message's content does.

    Arguments:
        session: the signed-in account.
        tasks: runs what must be awaited.
        desktop: opens links and files, and has the clipboard.
        viewer: shows pictures.
        show: shows a sentence at the window's foot.
        open_chat: opens a chat, at a message if one is given.
        follow_link: opens an address, of a scheme that is safe.
        ask: asks a question and calls back when the answer is yes.
    """

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        desktop: Desktop,
        viewer: Viewer,
        show: Callable[[str], None],
        open_chat: OpenChat,
        follow_link: Callable[[str], None],
        ask: Ask,
    ) -> None:
        self._session = session
        self._tasks = tasks
        self._desktop = desktop
        self._viewer = viewer
        self._show = show
        self._open_chat = open_chat
        self._follow_link = follow_link
        self._ask = ask

    def content(self, row: MessageRow, message_id: int) -> None:
        """Opens what a message of `row`, which may be one of an album, holds."""
        held = row.held_by(message_id)
        if isinstance(held, PictureContent) and not held.moves:
            self._viewer.show(message_id)
        elif isinstance(held, PictureContent) and held.media_file is not None:
            self._open_file("video.mp4", held.media_file)
        elif isinstance(held, FileContent):
            self._open_file(held.file_name, held.file_item)
        elif isinstance(held, LinkPreviewContent):
            self.address(held.link)
        elif isinstance(held, CardContent) and held.url:
            self.safe_address(held.url)

    def user(self, user_id: int) -> None:
        """Opens the chat with a person."""
        self._tasks.start(self._open_user(user_id))

    def link(self, link: Link) -> None:
        """Follows a link of a text, after a question where its words say otherwise."""
        match link.kind:
            case LinkKind.USER:
                self.user(link.user_id)
            case LinkKind.MENTION:
                self._tasks.start(self._open_mention(link.target))
            case LinkKind.CODE | LinkKind.CARD | LinkKind.COMMAND | LinkKind.HASHTAG | LinkKind.TIME:
                self._desktop.copy(link.shown)
                self._show(wording.copied())
            case _:
                self.address(link)

    async def _open_user(self, user_id: int) -> None:
        self._open_chat(await self._session.chat_verbs.private_chat(user_id), None)

    def address(self, link: Link) -> None:
        """Opens the address of a link, after a question where its words say otherwise."""
        address = links.opening(link)
        if address is None:
            self._show(wording.not_an_address())
        elif address.must_ask:
            question = wording.follow(address.host, address.url)
            self._ask(question, lambda _: self.safe_address(address.url))
        else:
            self.safe_address(address.url)

    async def _open_mention(self, name: str) -> None:
        found = await self._session.searching.public_chat(name)
        if found is None:
            self._show(wording.user_not_found(name))
        else:
            self._open_chat(found, None)

    def safe_address(self, url: str) -> None:
        """Opens an address of a scheme that is safe."""
        self._follow_link(url)

    def _open_file(self, name: str, item: FileItem) -> None:
        if item.path is None:
            item.start()
            return
        path, danger = item.path, file_safety.verdict(name)
        if danger is file_safety.Verdict.SAFE:
            self._open_path(path)
            return
        question = wording.open_file(file_safety.extension(name), danger)
        self._ask(question, lambda _: self._open_path(path))

    def _open_path(self, path: Path) -> None:
        if not self._desktop.open_file(path):
            self._show(wording.nobody_to_open())
