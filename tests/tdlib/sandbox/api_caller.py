"""A device without a wire: calls API methods directly and keeps what is pushed to it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from tdlib.sandbox import codec
from tdlib.sandbox.codec import functions, types
from tdlib.sandbox.render.inputs import tl_input_peer
from tdlib.sandbox.rpc import METHODS, Authorization, Call, RpcError, encode_result, load_methods
from tdlib.sandbox.world.world import World

load_methods()


class Device:
    """One device of somebody.

    Arguments:
        world: the Telegram it talks to.
        user: who is signed in, "" for nobody.
        key_id: the id of its key.
    """

    def __init__(self, world: World, user: str = "", key_id: int = 1) -> None:
        self.world = world
        self.pushed: list[Any] = []
        self.revoked: list[str] = []
        self.authorization = Authorization(key_id, push=self._take, revoke=self.revoked.append)
        if user:
            world.devices.sign_in(self.authorization, world.user(user).id, world.now())

    @property
    def user_id(self) -> int:
        """Who is signed in."""
        assert self.authorization.user_id is not None
        return self.authorization.user_id

    def call(self, name: str, **arguments: Any) -> Any:
        """Calls a method by the schema's name; request and answer go through their bytes, as on the wire."""
        scope, _, last = name.rpartition(".")
        place = getattr(functions, scope) if scope else functions
        request = getattr(place, last[0].upper() + last[1:])(**arguments)
        received = codec.read(request.write())
        result = asyncio.run(_run(name, Call(self.authorization, self.world), received))
        encode_result(result)
        return result

    def fails(self, name: str, **arguments: Any) -> str:
        """The name of the error with which a call fails."""
        try:
            self.call(name, **arguments)
        except RpcError as error:
            return error.message
        raise AssertionError(f"{name} did not fail")

    def peer(self, chat: str | int) -> Any:
        """A chat as the device names it in requests."""
        return tl_input_peer(self.world, self.world.find_peer(self.user_id, chat))

    def channel(self, chat: str) -> Any:
        """A supergroup or channel as the device names it in requests."""
        peer = self.peer(chat)
        return types.InputChannel(channel_id=peer.channel_id, access_hash=peer.access_hash)

    def user(self, name: str) -> Any:
        """A person as the device names them in requests."""
        person = self.world.user(name).person
        return types.InputUser(user_id=person.id, access_hash=person.access_hash)

    def send(self, chat: str, text: str, random_id: int = 1, **more: Any) -> int:
        """Sends a text; returns its number."""
        answer = self.call("messages.sendMessage", peer=self.peer(chat), message=text, random_id=random_id, **more)
        number: int = next(each.id for each in answer.updates if isinstance(each, types.UpdateMessageID))
        return number

    def updates(self, kind: Any) -> Iterator[Any]:
        """The pushed updates of one kind."""
        for container in self.pushed:
            for update in getattr(container, "updates", None) or [container.update]:
                if isinstance(update, kind):
                    yield update

    def _take(self, updates: Any) -> None:
        updates.write()
        self.pushed.append(updates)


async def _run(name: str, call: Call, request: Any) -> Any:
    return await METHODS[name](call, request)
