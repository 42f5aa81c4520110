"""`Arrivals`: links and files handed over from outside, kept until somebody is signed in who can open them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.viewmodels.application import ApplicationView

if TYPE_CHECKING:
    from tdlib import types as td
    from ui.viewmodels.chats_view import ChatsView


class Arrivals:
    """What came, in the order in which it came.

    Arguments:
        application: asks and tells.
        chats: the chats that are shown, if any.
        use_proxy: connects through a proxy from now on; takes its link too, for the settings.
    """

    def __init__(
        self,
        application: ApplicationView,
        chats: Callable[[], ChatsView | None],
        use_proxy: Callable[[td.Proxy, str], None],
    ) -> None:
        self._application = application
        self._chats = chats
        self._use_proxy = use_proxy
        self._links: list[str] = []
        self._files: list[Path] = []

    def take(self, links: Sequence[str], files: Sequence[Path]) -> None:
        """Opens what was handed over, now or once somebody is signed in. A proxy may be what the sign-in needs."""
        from client.proxy import is_proxy_link

        for link in links:
            if is_proxy_link(link):
                self.offer_proxy(link)
            else:
                self._links.append(link)
        self._files += files
        chats = self._chats()
        if chats is not None:
            self.serve(chats)
        elif (self._links or self._files) and self._application.shown.property("name") == "signIn":
            from ui.viewmodels.wording import links as wording

            self._application.show(wording.sign_in_first())

    def serve(self, chats: ChatsView) -> None:
        """Opens in `chats` whatever waits."""
        links, self._links = self._links, []
        files, self._files = self._files, []
        for link in links:
            chats.following.arrive(link)
        if files:
            chats.following.hand(files)

    def offer_proxy(self, link: str) -> None:
        """Asks whether everything is to go through the proxy of `link`."""
        from client.proxy import ProxyError, parse_proxy
        from ui.viewmodels.wording import links as wording
        from ui.viewmodels.wording import proxies

        try:
            proxy = parse_proxy(link)
        except ProxyError as error:
            self._application.show(proxies.sentence(error))
            return
        question = wording.proxy(proxy.server, proxy.port)
        self._application.ask(question, lambda also: self._use_proxy(proxy, link))
