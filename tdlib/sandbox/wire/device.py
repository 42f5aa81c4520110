"""A device as the wire sees it: a permanent key, who is signed in with it, and where its updates go."""

from __future__ import annotations

import logging
import time
import traceback

from tdlib.sandbox.rpc import Authorization, RpcError, TLObject, encode_result
from tdlib.sandbox.wire import service
from tdlib.sandbox.wire.faults import Faults
from tdlib.sandbox.wire.query import Query
from tdlib.sandbox.wire.session import Session

log = logging.getLogger(__name__)

NOT_OF_THE_MAIN_SESSION = frozenset(
    {
        "auth.bindTempAuthKey",
        "auth.importAuthorization",
        "help.getConfig",
        "help.getNearestDc",
        "help.getCdnConfig",
    }
)
"""Methods that clients call in every session; `upload.*` are the others that do not show the main one."""


class Device:
    """One permanent key.

    Attributes:
        authorization: what the API's methods see of it.
        main: the session that gets updates: the last one that called anything but uploads and downloads.
    """

    def __init__(self, authorization: Authorization, faults: Faults) -> None:
        self.authorization = authorization
        self.main: Session | None = None
        self._faults = faults
        self._revoked = ""
        self._held: list[bytes] = []
        authorization.push = self.push
        authorization.revoke = self.revoke

    def push(self, updates: TLObject) -> None:
        """Sends updates to the main session; they are lost where there has been none yet."""
        owner = str(self.authorization.user_id)
        if self.main is None or self._faults.take("gap", owner):
            return
        try:
            body = encode_result(updates)
        except Exception:
            log.exception("an update cannot be written")
            self._faults.failures.append(traceback.format_exc())
            return
        if self._faults.take("swap_updates", owner):
            self._held.append(body)
            return
        bodies = [body, *self._held]
        self._held.clear()
        if self._faults.take("repeat_update", owner):
            bodies.append(body)
        for each in bodies:
            self.main.push(each)

    def push_too_long(self) -> None:
        """Advises the client to ask for the difference."""
        if self.main is not None:
            self.main.push(service.UPDATES_TOO_LONG)

    def revoke(self, reason: str) -> None:
        """Makes every later call fail with 401 `reason`, and lets the client find that out at once."""
        self._revoked = reason
        self.push_too_long()

    def check(self) -> None:
        """Raises `RpcError` where the device may not call any more."""
        if self._revoked:
            raise RpcError(401, self._revoked)

    def learn(self, query: Query, session: Session) -> None:
        """Takes over what a call says of the device."""
        self.authorization.active_at = int(time.time())
        if query.layer:
            self.authorization.layer = query.layer
        if query.device is not None:
            for name, value in vars(query.device).items():
                setattr(self.authorization, name, value)
        method = query.method
        if query.without_updates or method.startswith("upload.") or method in NOT_OF_THE_MAIN_SESSION:
            return
        self.main = session
