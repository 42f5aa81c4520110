"""How an account reaches Telegram: the library that speaks its language, and the proxy on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.startup import StartRefused

if TYPE_CHECKING:
    from tdlib import types as td


def library() -> Path:
    """Returns the libtdjson of python-telegram; where there is none, the path where accounts will say it is missing."""
    from tdlib.library import LibraryMissing, library_path

    try:
        return library_path()
    except LibraryMissing as error:
        return error.path


def proxy(url: str) -> td.Proxy | None:
    """Returns the proxy that `url` describes, None for an empty one; raises `StartRefused` where it makes no sense."""
    if not url:
        return None
    from client.proxy import ProxyError, parse_proxy
    from ui.viewmodels.wording import proxies

    try:
        return parse_proxy(url)
    except ProxyError as error:
        raise StartRefused(proxies.sentence(error)) from error
