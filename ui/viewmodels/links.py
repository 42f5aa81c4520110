"""Where a link of a message leads, and what must be asked before it is followed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from ui.viewmodels.text_links import Link, LinkKind

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "tg"})


@dataclass(frozen=True)
class Opening:
    """An address the system may open.

    Attributes:
        url: the whole address.
        host: the part of it that says whose it is, in ASCII where it could be mistaken for another's.
        must_ask: whether a person must see the address first, because the words over it say something else.
    """

    url: str
    host: str
    must_ask: bool = False


def opening(link: Link) -> Opening | None:
    """Returns the address behind `link`, or None where it is no address or of a scheme that is not safe."""
    if link.kind is LinkKind.EMAIL:
        return Opening(f"mailto:{link.target.strip()}", link.target.partition("@")[2])
    if link.kind is LinkKind.PHONE:
        digits = "".join(letter for letter in link.target if letter.isascii() and (letter.isdigit() or letter == "+"))
        return Opening(f"tel:{digits}", digits)
    if link.kind not in (LinkKind.URL, LinkKind.TEXT_URL):
        return None
    url = with_scheme(link.target.strip())
    host = host_of(url)
    if url.partition(":")[0].lower() not in SAFE_SCHEMES or not host:
        return None
    return Opening(url, host, link.kind is LinkKind.TEXT_URL and not _says_its_address(link.shown, url))


def with_scheme(address: str) -> str:
    """Returns `address` with "http://" in front where it names no scheme, as people write addresses."""
    scheme, colon, rest = address.partition(":")
    if colon and scheme.isascii() and scheme.replace("+", "").replace("-", "").isalnum() and not rest[:1].isdigit():
        return address
    return f"http://{address}"


def host_of(url: str) -> str:
    """Returns the host of `url`, as punycode where its letters are not all plain ones; empty where it has none."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme.lower() in ("mailto", "tel"):
        return parts.path
    if host.isascii():
        return host
    try:
        return unicodedata.normalize("NFKC", host).encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _says_its_address(words: str, url: str) -> bool:
    bare = _bare(words)
    return bare == _bare(url)


def _bare(address: str) -> str:
    text = address.strip()
    for scheme in ("https://", "http://"):
        text = text.removeprefix(scheme)
    return text.removesuffix("/")
