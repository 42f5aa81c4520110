"""libtdjson through python-telegram's binding: the only module that imports `telegram`."""

from __future__ import annotations

import os
from collections.abc import Callable
from ctypes import CDLL, CFUNCTYPE, c_char_p, c_int, c_void_p

from telegram.tdjson import TDJson

NO_LOG_STREAM = b'{"@type":"setLogStream","log_stream":{"@type":"logStreamEmpty"}}'

_LOG_CALLBACK = CFUNCTYPE(None, c_int, c_char_p)


class LibraryError(Exception):
    """libtdjson cannot be used.

    Attributes:
        path: the file that was tried.
        reason: what the system says of it, in its own words; empty where the file does not exist.
    """

    def __init__(self, path: str, reason: str = "") -> None:
        super().__init__(f"{path}: {reason or 'no such file'}")
        self.path = path
        self.reason = reason


class Binding(TDJson):
    """One TDLib client behind libtdjson, in bytes; it lasts as long as the process.

    `receive_bytes` belongs to one thread: TDLib aborts the process when two call it. Any thread may call `send_bytes`.

    Arguments:
        path: the libtdjson to load, absolute.
        verbosity: TDLib's log level, 0–2; higher levels would log what people write.
        on_log: called with (level, line) from TDLib's own threads for each log line; level 0 is the last word before
            TDLib aborts the process. It must not call TDLib.

    Raises:
        LibraryError: when the file is missing, is no library, or is not libtdjson.
    """

    def __init__(self, path: str, verbosity: int, on_log: Callable[[int, bytes], None]) -> None:
        if not os.path.isfile(path):
            raise LibraryError(path)
        try:
            library = CDLL(path)
            _silence(library)
            super().__init__(library_path=path, verbosity=verbosity)
            # After the base class, which sets a callback of its own for fatal errors in the same place.
            self._log_callback = _LOG_CALLBACK(on_log)
            library.td_set_log_message_callback(c_int(verbosity), self._log_callback)
        except (OSError, AttributeError) as error:
            raise LibraryError(path, str(error)) from error

    def send_bytes(self, request: bytes) -> None:
        """Queues one request, as JSON."""
        self._td_json_client_send(self._get_client(), request)

    def receive_bytes(self, timeout: float) -> bytes | None:
        """Returns TDLib's next update or answer as JSON, or None after `timeout` seconds without one."""
        received: bytes | None = self._td_json_client_receive(self._get_client(), timeout)
        return received

    def execute_bytes(self, request: bytes) -> bytes | None:
        """Runs one of TDLib's synchronous functions and returns its answer as JSON."""
        answer: bytes | None = self._td_json_client_execute(self._get_client(), request)
        return answer


def _silence(library: CDLL) -> None:
    """Keeps TDLib's log from standard error, before a client exists that could write there."""
    execute = library.td_json_client_execute
    execute.restype = c_char_p
    execute.argtypes = [c_void_p, c_char_p]
    execute(None, NO_LOG_STREAM)
