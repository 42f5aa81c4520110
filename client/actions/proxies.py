"""`ProxyActions`: the proxies that TDLib knows; which of them is used is the account's affair."""

from __future__ import annotations

from client.actions.sender import Sender
from tdlib import functions as tf
from tdlib import types as td

LONGEST = 20.0
"""Seconds in which a proxy must lead to Telegram."""


class ProxyActions:
    """Every verb raises `TdError`."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def all(self) -> list[td.AddedProxy]:
        """Returns the proxies (getProxies), the last one used first."""
        return (await self._sender.request(tf.GetProxies())).proxies

    async def remove(self, proxy_id: int) -> None:
        """Forgets a proxy (removeProxy)."""
        await self._sender.request(tf.RemoveProxy(proxy_id=proxy_id))

    async def ping(self, proxy: td.Proxy) -> float:
        """Returns in how many seconds an answer of Telegram comes through a proxy (pingProxy)."""
        return (await self._sender.request(tf.PingProxy(proxy=proxy), deadline=LONGEST)).seconds
