"""The verbs by which a test makes things go wrong."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tdlib.sandbox.wire.faults import Plan
from tdlib.sandbox.wire.line import Line
from tdlib.sandbox.wire.server import Server
from tdlib.sandbox.world.world import World

if TYPE_CHECKING:
    from tdlib.sandbox.people import User


class Troubles(ABC):
    """What can be made to go wrong in a sandbox: methods, updates, the line, the server. Any thread may ask for it."""

    world: World
    _server: Server

    @abstractmethod
    def call(self, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Calls a function on the sandbox's loop."""

    @abstractmethod
    def user(self, name: str | int) -> User:
        """Returns one of the people."""

    def fail(self, method: str, code: int, message: str, times: int = 1, after: int = 0) -> None:
        """Answers the next `times` calls of `method` with an error, without carrying them out.

        Arguments:
            method: as the schema spells it, such as `messages.sendMessage`; "*" for every method.
            code: 303–500, or -503 for "no answer".
            times: -1 for all calls from now on.
            after: how many calls are let pass before.
        """
        self._plan("fail", method, Plan(times, after, code, message))

    def drop_answer(self, method: str, times: int = 1, *, forget: bool = False) -> None:
        """Carries the next calls of `method` out, but cuts the line instead of answering.

        The answer comes when the client is back, unless the server is to `forget` the session too; then the client
        has to ask again.
        """
        self._plan("drop_answer", method, Plan(times, forget=forget))

    def drop_request(self, method: str, times: int = 1) -> None:
        """Loses the next calls of `method` on their way and cuts the line."""
        self._plan("drop_request", method, Plan(times))

    def repeat_answer(self, method: str, times: int = 1) -> None:
        """Answers the next calls of `method` twice."""
        self._plan("repeat_answer", method, Plan(times))

    def delay(self, method: str, seconds: float, times: int = 1) -> None:
        """Carries the next calls of `method` out at once and answers them `seconds` later."""
        self._plan("delay", method, Plan(times, seconds=seconds))

    def gap(self, user: str | int, times: int = 1) -> None:
        """Loses the next `times` updates for somebody's devices, so that the next one after them shows a gap."""
        self._plan("gap", str(self.user(user).id), Plan(times))

    def repeat_update(self, user: str | int, times: int = 1) -> None:
        """Sends the next `times` updates for somebody's devices twice."""
        self._plan("repeat_update", str(self.user(user).id), Plan(times))

    def swap_updates(self, user: str | int, times: int = 1) -> None:
        """Lets the next `times` updates for somebody's devices arrive only behind the one that follows them."""
        self._plan("swap_updates", str(self.user(user).id), Plan(times))

    def too_long(self, user: str | int) -> None:
        """Advises somebody's devices to ask for the difference."""
        user_id = self.user(user).id

        def push() -> None:
            for device in self._server.devices(user_id):
                device.push_too_long()

        self.call(push)

    def cut(self, *, reset: bool = False) -> None:
        """Drops every connection now, by FIN or by RST; clients may come back at once."""
        self.call(self._server.cut, reset=reset)

    def offline(self) -> None:
        """Drops every connection, and every new one, until `online`."""
        self._change_line(is_open=False)
        self.cut()

    def online(self) -> None:
        """Makes the line good again: ends `offline`, `silence`, `deafen`, `slow`, `cut_after` and `corrupt`."""
        self._change_line(**vars(Line()))

    def silence(self) -> None:
        """Lets connections stand, but nothing arrives on either side, until `online`."""
        self._change_line(is_silent=True)

    def deafen(self) -> None:
        """Loses what clients send; what the server sends arrives, until `online`."""
        self._change_line(is_deaf=True)

    def slow(self, latency: float = 0.0, bytes_per_second: float = 0.0, jitter: float = 0.0) -> None:
        """Delays what the server sends, until `online`.

        Arguments:
            latency: seconds by which everything is late.
            bytes_per_second: how fast it flows; 0 for at once.
            jitter: seconds that are added to the latency or taken off it, at random; the order stays.
        """
        self._change_line(latency=latency, bytes_per_second=bytes_per_second, jitter=jitter)

    def cut_after(self, size: int) -> None:
        """Drops the connection on which the server has sent `size` more bytes."""
        self._change_line(cut_after=size)

    def corrupt(self, times: int = 1) -> None:
        """Lets the server's next `times` writes arrive with one wrong byte each."""
        self._change_line(corrupted=times)

    def transport_error(self, code: int) -> None:
        """Sends an error of the transport, such as -429, on every connection and drops it."""
        self.call(self._server.send_error, code)

    def change_salts(self) -> None:
        """Makes the salts wrong that clients know: their next messages are answered with `bad_server_salt`."""
        self.call(self._server.change_salts)

    def skew(self, seconds: float) -> None:
        """Sets the server's clock ahead of this machine's, or back.

        TDLib follows a jump ahead at once; it refuses a server that goes back, as long as it runs.
        """

        def change() -> None:
            self._server.clock.shift(seconds)
            self.world.clock = self._server.clock.now

        self.call(change)

    def forget_sessions(self) -> None:
        """Forgets every session and cuts the line, as a server does that starts again."""
        self.call(self._server.forget_sessions)

    def revoke_session(self, user: str | int, reason: str = "SESSION_REVOKED") -> None:
        """Signs somebody out on all devices: their next calls fail with 401 `reason`."""
        self.call(self._revoke, self.user(user).id, reason)

    def heal(self) -> None:
        """Ends every planned fault and makes the line good."""
        self.call(self._server.faults.clear)
        self.online()

    def _plan(self, kind: str, method: str, plan: Plan) -> None:
        self.call(self._server.faults.plan, kind, method, plan)

    def _change_line(self, **values: Any) -> None:
        def change() -> None:
            for name, value in values.items():
                setattr(self._server.line, name, value)

        self.call(change)

    def _revoke(self, user_id: int, reason: str) -> None:
        for authorization in self.world.devices.of(user_id):
            authorization.revoke(reason)
            self.world.devices.sign_out(authorization)
