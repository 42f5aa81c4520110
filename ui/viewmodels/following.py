"""`Following`: links and files that come from a message, the command line or another programme, and where they lead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal

from client.session import Session
from tdlib import types as td
from ui.viewmodels import authors
from ui.viewmodels.desktop import Desktop
from ui.viewmodels.forwarding import Forwarding
from ui.viewmodels.open_chat import OpenChat
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording import links as wording
from ui.viewmodels.wording import message_actions
from ui.viewmodels.wording.confirmations import Question

Ask = Callable[[Question, Callable[[bool], object]], None]
Open = Callable[[int, int | None], OpenChat]


class Following(QObject):
    """Opens what links lead to: here where it is Telegram's and can be shown, else in the system's programme.

    Arguments:
        session: the signed-in account.
        tasks: runs what must be awaited.
        desktop: opens links that are not Telegram's.
        show: shows a sentence at the window's foot.
        ask: asks a question over the window.
        offer_proxy: takes the link of a proxy.
        open_chat: opens a chat, at a message if one is given, and returns it.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        desktop: Desktop,
        show: Callable[[str], None],
        ask: Ask,
        offer_proxy: Callable[[str], None],
        open_chat: Open,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._desktop = desktop
        self._show = show
        self._ask = ask
        self._offer_proxy = offer_proxy
        self._open = open_chat
        self._choosing: Forwarding | None = None

    @property
    def choosing(self) -> Forwarding | None:
        """The choice of a chat for files or a text; None while none is to be made."""
        return self._choosing

    def follow(self, url: str) -> None:
        """Opens a link that a person has clicked."""
        self._tasks.start(self._follow(url, self._open_outside))

    def arrive(self, url: str) -> None:
        """Opens a link that came from outside; one that isn't Telegram's stays there."""
        self._tasks.start(self._follow(url, lambda url: self._show(wording.not_telegrams())))

    def hand(self, files: Sequence[Path]) -> None:
        """Asks to whom files go, and attaches them there."""
        urls = [QUrl.fromLocalFile(str(path)) for path in files]
        self._choose(wording.send_to(len(files)), lambda chat: chat.writing.attach(urls))

    def close(self) -> None:
        """Gives up what was to be chosen."""
        self._leave_choice()

    async def _follow(self, url: str, elsewhere: Callable[[str], None]) -> None:
        match await self._session.linking.kind(url):
            case None:
                elsewhere(url)
            case td.InternalLinkTypeInstantView(fallback_url=page):
                self._open_outside(page)
            case td.InternalLinkTypePublicChat(chat_username=name, draft_text=draft):
                await self._public_chat(name, draft)
            case td.InternalLinkTypeBotStart(bot_username=name, start_parameter=parameter):
                await self._bot(name, parameter)
            case td.InternalLinkTypeVideoChat(chat_username=name):
                await self._public_chat(name)
                self._show(wording.video_chat())
            case td.InternalLinkTypeMessage(url=link):
                await self._message(link)
            case td.InternalLinkTypeChatInvite(invite_link=link):
                await self._invite(link)
            case td.InternalLinkTypeUserPhoneNumber(phone_number=number, draft_text=draft):
                person = await self._session.linking.person_by_number(number)
                await self._person(person, draft, wording.nobody_with_number())
            case td.InternalLinkTypeUserToken(token=token):
                await self._person(await self._session.linking.person_by_token(token), "", wording.link_expired())
            case td.InternalLinkTypeSavedMessages():
                await self._person(self._session.me_id, "", "")
            case td.InternalLinkTypeMessageDraft(text=text):
                self._choose(wording.write_to(), lambda chat: chat.writing.put_back(text.text))
            case td.InternalLinkTypeProxy():
                self._offer_proxy(url)
            case td.InternalLinkTypeUnknownDeepLink(link=link):
                self._show(await self._session.linking.explain(link) or wording.not_opened_here())
            case _:
                self._show(wording.not_opened_here())

    async def _public_chat(self, name: str, draft: str = "") -> None:
        found = await self._session.searching.public_chat(name)
        if found is None:
            self._show(message_actions.user_not_found(name))
            return
        self._write(self._open(found, None), draft)

    async def _bot(self, name: str, parameter: str) -> None:
        found = await self._session.searching.public_chat(name)
        bot = self._session.chats.private_user_id(found) if found is not None else None
        if found is None or bot is None:
            self._show(message_actions.user_not_found(name))
            return
        self._open(found, None)
        start = self._session.linking.start_bot
        self._ask(
            wording.start_bot(authors.chat(self._session, found).name),
            lambda also: self._tasks.start(start(bot, found, parameter)),
        )

    async def _message(self, link: str) -> None:
        found = await self._session.linking.message(link)
        if not found.chat_id:
            self._show(wording.chat_not_found())
            return
        self._open(found.chat_id, found.message.id if found.message is not None else None)
        if found.message is None:
            self._show(wording.message_not_found())

    async def _invite(self, link: str) -> None:
        info = await self._session.linking.invite(link)
        if info.chat_id and not info.accessible_for:
            self._open(info.chat_id, None)
        elif info.subscription_info is not None and not info.subscription_info.can_reuse:
            self._show(wording.costs_stars())
        else:
            self._ask(wording.join(info), lambda also: self._tasks.start(self._join(link)))

    async def _join(self, link: str) -> None:
        match await self._session.linking.join(link):
            case td.ChatJoinResultSuccess(chat_id=chat_id):
                self._open(chat_id, None)
            case td.ChatJoinResultRequestSent():
                self._show(wording.asked_to_join())
            case _:
                self._show(wording.not_joined())

    async def _person(self, user_id: int | None, draft: str, nobody: str) -> None:
        if user_id is None:
            self._show(nobody)
            return
        self._write(self._open(await self._session.chat_verbs.private_chat(user_id), None), draft)

    def _write(self, chat: OpenChat, draft: str) -> None:
        """Puts what a link wants to be written into an empty field; it never sends."""
        if draft and not chat.writing.has_words and chat.writing.may_write():
            chat.writing.put_back(draft)

    def _open_outside(self, url: str) -> None:
        if not self._desktop.open_link(url):
            self._show(message_actions.nobody_to_open())

    # The choice of a chat.

    def _choose(self, title: str, chosen: Callable[[OpenChat], None]) -> None:
        self._leave_choice()

        def end(chat_id: int | None) -> None:
            self._leave_choice()
            if chat_id is not None:
                chosen(self._open(chat_id, None))

        self._choosing = Forwarding(self._session, end, title, self)
        self.changed.emit()

    def _leave_choice(self) -> None:
        if self._choosing is not None:
            self._choosing.close()
            self._choosing.deleteLater()
            self._choosing = None
            self.changed.emit()
