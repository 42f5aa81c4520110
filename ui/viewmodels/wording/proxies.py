"""Sentences for the address of a proxy that can't be used."""

from __future__ import annotations

from client.proxy import ProxyError, ProxyFault
from tdlib import types as td
from ui.viewmodels.wording import names
from ui.viewmodels.wording.translation import translator

tr = translator("Proxies")


_FAULTS = {
    ProxyFault.EMPTY: "The proxy's address is empty.",
    ProxyFault.SCHEME: "The proxy's address begins with a kind that is not known (“%s”).",
    ProxyFault.HOST: "The proxy's address has no usable server name (“%s”).",
    ProxyFault.PORT: "The proxy's address needs a port from 1 to 65535 after the server name (“%s” is none).",
    ProxyFault.SECRET: "The MTProto proxy's secret is missing or malformed.",
}
_MISSING = {
    ProxyFault.SCHEME: "The proxy's address does not say what kind of proxy it is.",
    ProxyFault.HOST: "The proxy's address has no server name.",
    ProxyFault.PORT: "The proxy's address needs a port after the server name.",
}


def sentence(error: ProxyError) -> str:
    """Returns what is wrong with the address, and how one is written; never the address, which may hold a password."""
    if error.part:
        fault = tr(_FAULTS[error.what]) % error.part
    elif error.what in _MISSING:
        fault = tr(_MISSING[error.what])
    else:
        fault = tr(_FAULTS[error.what])
    written = tr(
        "Write it as socks5://user:password@server:port, http://server:port, or as the link of an MTProto proxy: "
        "tg://proxy?server=…&port=…&secret=…"
    )
    return f"{fault} {written}"


def name(proxy: td.Proxy) -> str:
    """Returns the server and port of a proxy."""
    return names.plain(f"{proxy.server}:{proxy.port}")


def details(proxy: td.Proxy, answers: str) -> str:
    """Returns the kind of a proxy and how fast it answers."""
    kinds: dict[type[td.TdObject], str] = {
        td.ProxyTypeSocks5: "SOCKS5",
        td.ProxyTypeHttp: "HTTP",
        td.ProxyTypeMtproto: "MTProto",
    }
    return f"{kinds[type(proxy.type)]} · {answers}"


def asking() -> str:
    return tr("asking…")


def answers(seconds: float) -> str:
    """Returns how fast a proxy answers."""
    return tr("answers in %d ms") % max(1, round(seconds * 1000))


def silent() -> str:
    return tr("does not answer")
