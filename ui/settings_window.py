"""The settings, put together when they are opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.application_id import APPLICATION_ID
from ui.options import Options

if TYPE_CHECKING:
    from client.accounts import Accounts
    from client.paths import Paths
    from tdlib import types as td
    from ui.viewmodels.settings import SettingsView
    from ui.viewmodels.tasks import Tasks


def settings_view(
    options: Options,
    paths: Paths,
    accounts: Accounts,
    use_proxy: Callable[[td.Proxy | None, str], None],
    tasks: Tasks,
    show: Callable[[str], None],
) -> SettingsView:
    """Returns the settings of the programme and of the account on the screen."""
    from client.proxy import proxy_url
    from client.states import SignedIn, SigningIn
    from ui.platform.autostart import NoAutostart, autostart
    from ui.viewmodels.settings import SettingsView

    state = accounts.open.state
    session = state.session if isinstance(state, SignedIn) else None
    proxies = session.proxies if session is not None else state.proxies if isinstance(state, SigningIn) else None
    arguments = ["--profile", str(options.profile)] if options.profile is not None else []
    # A demo, and a picture of one, leave the desktop as it is.
    start = NoAutostart() if options.demo or options.screenshot else autostart(APPLICATION_ID, arguments)

    async def choose_proxy(proxy: td.Proxy | None) -> None:
        use_proxy(proxy, proxy_url(proxy) if proxy is not None else "")
        # Whoever waits here sees it done in the account on the screen.
        await accounts.open.use_proxy(proxy)

    return SettingsView(start, tasks, session, proxies, str(paths.data), _about, choose_proxy, show)


def _about() -> tuple[str, list[str]]:
    from ui.components import licences
    from ui.versions import versions
    from ui.viewmodels.wording import settings as wording

    return wording.versions(versions()), licences()
