"""Addresses of proxies, good and bad."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proxy import ProxyError, ProxyFault, is_proxy_link, parse_proxy, proxy_url
from tdlib import types as td

SECRET = "0123456789abcdef0123456789abcdef"
PADDED = "dd" + SECRET
DOMAIN = "ee" + SECRET + "676f6f676c652e636f6d"


def socks(username: str = "", password: str = "") -> td.ProxyTypeSocks5:
    return td.ProxyTypeSocks5(username=username, password=password)


def mtproto(secret: str) -> td.ProxyTypeMtproto:
    return td.ProxyTypeMtproto(secret=secret)


@pytest.mark.parametrize(
    ("url", "server", "port", "kind"),
    [
        ("socks5://127.0.0.1:1080", "127.0.0.1", 1080, socks()),
        (" socks5://proxy.example:65535/ ", "proxy.example", 65535, socks()),
        ("socks5h://proxy.example:1", "proxy.example", 1, socks()),
        ("SOCKS5://Proxy.Example:1080", "Proxy.Example", 1080, socks()),
        ("socks5://me:p%40ss@host:1080", "host", 1080, socks("me", "p@ss")),
        ("socks5://me@host:1080", "host", 1080, socks("me")),
        ("socks5://[::1]:1080", "::1", 1080, socks()),
        ("http://me:pass@host:3128", "host", 3128, td.ProxyTypeHttp(username="me", password="pass")),
        (f"mtproto://{SECRET}@host:443", "host", 443, mtproto(SECRET)),
        (f"mtproto://host:443?secret={PADDED}", "host", 443, mtproto(PADDED)),
        (f"tg://proxy?server=host&port=443&secret={SECRET}", "host", 443, mtproto(SECRET)),
        (f"tg://proxy?server=host&port=443&secret={DOMAIN}", "host", 443, mtproto(DOMAIN)),
        (f"https://t.me/proxy?server=host&port=443&secret={SECRET}", "host", 443, mtproto(SECRET)),
        (f"http://telegram.me/proxy?port=443&secret={SECRET}&server=host", "host", 443, mtproto(SECRET)),
        ("tg://socks?server=host&port=1080", "host", 1080, socks()),
        ("https://t.me/socks?server=host&port=1080&user=me&pass=a%20b", "host", 1080, socks("me", "a b")),
        (
            "tg://proxy?server=host&port=443&secret=ASNFZ4mrze8BI0VniavN7w==",
            "host",
            443,
            mtproto("ASNFZ4mrze8BI0VniavN7w=="),
        ),
    ],
)
def test_good_addresses(url: str, server: str, port: int, kind: td.ProxyType) -> None:
    proxy = td.Proxy(server=server, port=port, type=kind)
    assert parse_proxy(url) == proxy
    assert parse_proxy(proxy_url(proxy)) == proxy


@pytest.mark.parametrize(
    ("url", "what", "part"),
    [
        ("", ProxyFault.EMPTY, ""),
        ("   ", ProxyFault.EMPTY, ""),
        ("127.0.0.1:1080", ProxyFault.SCHEME, ""),
        ("proxy.example", ProxyFault.SCHEME, ""),
        ("socks4://host:1080", ProxyFault.SCHEME, "socks4"),
        ("https://host:3128", ProxyFault.SCHEME, "https"),
        ("socks5:host:1080", ProxyFault.SCHEME, ""),
        ("tg://resolve?domain=durov", ProxyFault.SCHEME, "resolve"),
        ("https://t.me/durov", ProxyFault.SCHEME, "durov"),
        ("socks5://:1080", ProxyFault.HOST, ""),
        ("socks5://ho st:1080", ProxyFault.HOST, "ho st"),
        ("socks5://[::1:1080", ProxyFault.HOST, ""),
        ("tg://socks?port=1080", ProxyFault.HOST, ""),
        ("socks5://host", ProxyFault.PORT, ""),
        ("socks5://host:", ProxyFault.PORT, ""),
        ("socks5://host:0", ProxyFault.PORT, "0"),
        ("socks5://host:65536", ProxyFault.PORT, "65536"),
        ("socks5://host:port", ProxyFault.PORT, "port"),
        ("socks5://host:١٠٨٠", ProxyFault.PORT, "١٠٨٠"),
        ("tg://proxy?server=host&secret=" + SECRET, ProxyFault.PORT, ""),
        ("tg://proxy?server=host&port=443", ProxyFault.SECRET, ""),
        ("mtproto://host:443", ProxyFault.SECRET, ""),
        ("mtproto://host:443?secret=abcd", ProxyFault.SECRET, ""),
        (f"mtproto://host:443?secret=cc{SECRET}", ProxyFault.SECRET, ""),
        (f"mtproto://host:443?secret={SECRET}zz", ProxyFault.SECRET, ""),
    ],
)
def test_bad_addresses_name_what_is_wrong(url: str, what: ProxyFault, part: str) -> None:
    with pytest.raises(ProxyError) as refused:
        parse_proxy(url)
    assert (refused.value.what, refused.value.part) == (what, part)


def test_the_error_tells_no_secret() -> None:
    with pytest.raises(ProxyError) as refused:
        parse_proxy("socks5://me:hunter2@host:0")
    assert "hunter2" not in str(refused.value)
    assert refused.value.url == "socks5://me:hunter2@host:0"


@given(st.text())
def test_any_text_is_a_proxy_or_a_named_fault(text: str) -> None:
    for url in (text, f"socks5://{text}", f"mtproto://{text}", f"tg://proxy?{text}"):
        with suppress(ProxyError):
            assert 1 <= parse_proxy(url).port <= 65535


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("tg://proxy?server=host&port=443&secret=zz", True),
        ("tg://socks?server=host&port=1080", True),
        ("https://t.me/proxy?server=host", True),
        ("https://www.t.me/socks", True),
        ("https://t.me/socks_and_shoes", False),
        ("tg://resolve?domain=proxy", False),
        ("socks5://host:1080", False),
        ("http://host:8080", False),
        ("http://[", False),
    ],
)
def test_only_telegrams_own_links_are_links_to_a_proxy(url: str, is_link: bool) -> None:
    assert is_proxy_link(url) == is_link
