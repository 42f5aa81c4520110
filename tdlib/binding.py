"""libtdjson through ctypes.

It imports next to nothing, for it runs in the engine process, which is to be light. That is why python-telegram's own
binding is not used: its imports alone weigh 5 MB, and it decodes every object.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from ctypes import CDLL, CFUNCTYPE, c_char_p, c_double, c_int, c_void_p

NO_LOG_STREAM = b'{"@type":"setLogStream","log_stream":{"@type":"logStreamEmpty"}}'
LOG_LEVEL = b'{"@type":"setLogVerbosityLevel","new_verbosity_level":%d}'

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


class Binding:
    """One TDLib client behind libtdjson, in bytes; it lasts as long as the process.

    `receive` belongs to one thread: TDLib aborts the process when two call it. Any thread may call `send`.

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
            self._bind(library)
            # Before there is a client, which could write to standard error.
            self._execute(None, NO_LOG_STREAM)
            self._execute(None, LOG_LEVEL % verbosity)
            self._log_callback = _LOG_CALLBACK(on_log)
            library.td_set_log_message_callback(c_int(verbosity), self._log_callback)
        except (OSError, AttributeError) as error:
            raise LibraryError(path, str(error)) from error
        self._client = self._create()

    def _bind(self, library: CDLL) -> None:
        self._create = library.td_json_client_create
        self._create.restype = c_void_p
        self._create.argtypes = []
        self._send = library.td_json_client_send
        self._send.restype = None
        self._send.argtypes = [c_void_p, c_char_p]
        self._receive = library.td_json_client_receive
        self._receive.restype = c_char_p
        self._receive.argtypes = [c_void_p, c_double]
        self._execute = library.td_json_client_execute
        self._execute.restype = c_char_p
        self._execute.argtypes = [c_void_p, c_char_p]

    def send(self, request: bytes) -> None:
        """Queues one request, as JSON."""
        self._send(self._client, request)

    def receive(self, timeout: float) -> bytes | None:
        """Returns TDLib's next update or answer as JSON, or None after `timeout` seconds without one."""
        received: bytes | None = self._receive(self._client, timeout)
        return received

    def execute(self, request: bytes) -> bytes | None:
        """Runs one of TDLib's synchronous functions and returns its answer as JSON."""
        answer: bytes | None = self._execute(self._client, request)
        return answer
