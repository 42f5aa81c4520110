"""TDLib's errors, with a child only where the programme acts differently.

    TdError
    ├── TooManyRequests   429: the same request is refused for `retry_after` seconds
    ├── NotFound          404
    ├── Unauthorized      401
    ├── Silent            406: must not be shown
    ├── TimedOut          no answer within the request's deadline
    └── Aborted           TDLib closed, or its engine died, before it answered
"""

from __future__ import annotations

import re

from tdlib import types as td

_RETRY_AFTER = re.compile(r"retry after (\d+)")


class TdError(Exception):
    """TDLib refused a request.

    Attributes:
        code: TDLib's error code; 408 and 499 are our own for `TimedOut` and `Aborted`.
        message: TDLib's words, for logic and logs of developers; never a sentence for a person.
        request: the name of the request, such as `sendMessage`; not the request itself, which may hold a password.
    """

    def __init__(self, code: int, message: str, request: str) -> None:
        super().__init__(f"{request}: {code} {message}")
        self.code = code
        self.message = message
        self.request = request


class TooManyRequests(TdError):
    """The server wants a pause of `retry_after` seconds before the same request."""

    @property
    def retry_after(self) -> int:
        found = _RETRY_AFTER.search(self.message)
        return int(found[1]) if found else 1


class NotFound(TdError):
    """The object asked for does not exist."""


class Unauthorized(TdError):
    """The request needs a signed-in account, or the database key is wrong."""


class Silent(TdError):
    """An error that must not be shown or processed (TDLib's code 406)."""


class TimedOut(TdError):
    """The answer did not come within the request's deadline."""


class Aborted(TdError):
    """TDLib closed or its engine died before it answered; whether the request had an effect is unknown."""


class LibraryUnusable(Exception):
    """libtdjson cannot be loaded.

    Attributes:
        path: the file that was tried.
        reason: the system's words; empty where the file does not exist.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason or 'no such file'}")
        self.path = path
        self.reason = reason


class LibraryMismatch(LibraryUnusable):
    """libtdjson is another version than the one the generated types describe.

    Attributes:
        found: the version and commit of the library.
        wanted: the version and commit of the types.
    """

    def __init__(self, path: str, found: str, wanted: str) -> None:
        super().__init__(path, f"TDLib {found} where {wanted} is needed")
        self.found = found
        self.wanted = wanted


_CHILDREN: dict[int, type[TdError]] = {401: Unauthorized, 404: NotFound, 406: Silent, 429: TooManyRequests}


def from_answer(error: td.Error, request: str) -> TdError:
    """Returns the exception for TDLib's `error` in answer to the request named `request`."""
    if error.code == 500 and error.message == "Request aborted":
        return Aborted(error.code, error.message, request)
    return _CHILDREN.get(error.code, TdError)(error.code, error.message, request)
