"""Reads the address of a proxy as people have it: an URL of their own or a Telegram link.

    socks5://[user:password@]host:port          http://[user:password@]host:port
    mtproto://secret@host:port                  mtproto://host:port?secret=…
    tg://proxy?server=…&port=…&secret=…         https://t.me/proxy?server=…&port=…&secret=…
    tg://socks?server=…&port=…&user=…&pass=…    https://t.me/socks?server=…&port=…&user=…&pass=…
"""

from __future__ import annotations

import base64
import enum
import re
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from tdlib import types as td

_TELEGRAM_HOSTS = {"t.me", "telegram.me", "telegram.dog"}
_KINDS = ("proxy", "socks")
_HOST = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")
_HEXADECIMAL = re.compile(r"([0-9a-fA-F]{2})+")
_SECRET_LENGTH = 16


class ProxyFault(enum.Enum):
    """What is wrong with the address of a proxy."""

    EMPTY = enum.auto()
    SCHEME = enum.auto()  # neither socks5, http, mtproto nor a Telegram link to a proxy
    HOST = enum.auto()  # missing or impossible
    PORT = enum.auto()  # missing, no number or not in 1–65535
    SECRET = enum.auto()  # an MTProto proxy's secret is missing or malformed


class ProxyError(ValueError):
    """The address of a proxy cannot be used.

    Attributes:
        url: as it was given; it may hold a password, so it is not part of the error's text.
        what: what is wrong.
        part: the part of the address that is wrong, as it was given; never a secret.
    """

    def __init__(self, url: str, what: ProxyFault, part: str = "") -> None:
        super().__init__(f"unusable proxy address: {what.name.lower()} {part!r}")
        self.url = url
        self.what = what
        self.part = part


def parse_proxy(url: str) -> td.Proxy:
    """Returns the proxy that `url` names.

    Raises:
        ProxyError: naming the first part that is wrong.
    """
    url = url.strip()
    if not url:
        raise ProxyError(url, ProxyFault.EMPTY)
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise ProxyError(url, ProxyFault.HOST) from error
    scheme = parts.scheme.lower()
    place = parts.netloc.lower()
    if scheme == "tg":
        return _from_link(url, place, parts.query)
    if scheme in ("http", "https") and place.removeprefix("www.") in _TELEGRAM_HOSTS:
        return _from_link(url, parts.path.strip("/"), parts.query)
    if scheme in ("socks5", "socks5h", "http", "mtproto") and "://" in url:
        return _from_address(url, scheme, parts)
    raise ProxyError(url, ProxyFault.SCHEME, parts.scheme if "://" in url else "")


def proxy_url(proxy: td.Proxy) -> str:
    """Returns the address that `parse_proxy` reads as `proxy`; it may hold a password."""
    host = f"[{proxy.server}]" if ":" in proxy.server else proxy.server
    match proxy.type:
        case td.ProxyTypeMtproto(secret=secret):
            return f"mtproto://{host}:{proxy.port}?secret={quote(secret, safe='')}"
        case td.ProxyTypeHttp(username=username, password=password):
            return f"http://{_user(username, password)}{host}:{proxy.port}"
        case td.ProxyTypeSocks5(username=username, password=password):
            return f"socks5://{_user(username, password)}{host}:{proxy.port}"


def is_proxy_link(url: str) -> bool:
    """Whether `url` is a Telegram link to a proxy, usable or not; an address that a proxy has itself is none."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    scheme, place = parts.scheme.lower(), parts.netloc.lower()
    if scheme == "tg":
        return place in _KINDS
    is_telegram = scheme in ("http", "https") and place.removeprefix("www.") in _TELEGRAM_HOSTS
    return is_telegram and parts.path.strip("/").lower() in _KINDS


def _user(username: str, password: str) -> str:
    if not username and not password:
        return ""
    return f"{quote(username, safe='')}:{quote(password, safe='')}@"


def _from_link(url: str, kind: str, query: str) -> td.Proxy:
    fields = {name: values[-1] for name, values in parse_qs(query).items()}
    server, port = fields.get("server", ""), fields.get("port", "")
    if kind == "proxy":
        # In a query "+" stands for a space; in a secret it can only be the sign of base64.
        return _proxy(url, server, port, _mtproto(url, fields.get("secret", "").replace(" ", "+")))
    if kind == "socks":
        sort = td.ProxyTypeSocks5(username=fields.get("user", ""), password=fields.get("pass", ""))
        return _proxy(url, server, port, sort)
    raise ProxyError(url, ProxyFault.SCHEME, kind)


def _from_address(url: str, scheme: str, parts: SplitResult) -> td.Proxy:
    place = parts.netloc.rpartition("@")[2]
    host, bracket, behind = place.rpartition("]")
    if bracket:
        host, port = host.removeprefix("["), behind.removeprefix(":")
    else:
        host, _, port = place.rpartition(":") if ":" in place else (place, "", "")
    return _proxy(url, host, port, _sort(url, scheme, parts))


def _sort(url: str, scheme: str, parts: SplitResult) -> td.ProxyType:
    username, password = unquote(parts.username or ""), unquote(parts.password or "")
    if scheme == "mtproto":
        secret = parse_qs(parts.query).get("secret", [""])[-1].replace(" ", "+")
        return _mtproto(url, secret or username)
    if scheme == "http":
        return td.ProxyTypeHttp(username=username, password=password, http_only=False)
    return td.ProxyTypeSocks5(username=username, password=password)


def _proxy(url: str, server: str, port: str, sort: td.ProxyType) -> td.Proxy:
    if not _HOST.fullmatch(server):
        raise ProxyError(url, ProxyFault.HOST, server)
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
        raise ProxyError(url, ProxyFault.PORT, port)
    return td.Proxy(server=server, port=int(port), type=sort)


def _mtproto(url: str, secret: str) -> td.ProxyTypeMtproto:
    if not _is_secret(secret):
        raise ProxyError(url, ProxyFault.SECRET)
    return td.ProxyTypeMtproto(secret=secret)


def _is_secret(secret: str) -> bool:
    """Whether `secret` is 16 bytes in hexadecimal or base64, or a mark (dd: padded, ee: with a domain) and 16 bytes."""
    if _HEXADECIMAL.fullmatch(secret):
        data = bytes.fromhex(secret)
    else:
        plain = secret.rstrip("=").translate(str.maketrans("-_", "+/"))
        try:
            data = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
        except ValueError:
            return False
    if len(data) == _SECRET_LENGTH:
        return True
    if len(data) == _SECRET_LENGTH + 1:
        return data[0] == 0xDD
    return len(data) > _SECRET_LENGTH + 1 and data[0] == 0xEE
