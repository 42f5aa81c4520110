"""A D-Bus of a test's own, and other programmes on it."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

Served = tuple[str, tuple[Any, ...]] | None

jeepney: Any = importlib.import_module("jeepney")
blocking: Any = importlib.import_module("jeepney.io.blocking")

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""A bus that starts nobody: only who is on it answers."""

LOOK_AGAIN = 0.05
"""Seconds after which a programme on the bus looks whether it is to end."""


class PrivateBus:
    """A dbus-daemon in a folder.

    Attributes:
        address: what DBUS_SESSION_BUS_ADDRESS names.
    """

    def __init__(self, folder: Path) -> None:
        daemon = shutil.which("dbus-daemon")
        assert daemon, "tests of the desktop need dbus-daemon; on Debian and Ubuntu: sudo apt install dbus"
        path = folder / "bus"
        assert len(str(path)) < 100, "a socket's path can't be so long"
        configuration = folder / "bus.conf"
        configuration.write_text(CONFIGURATION.format(path=path), encoding="utf-8")
        self._process = subprocess.Popen(
            [daemon, f"--config-file={configuration}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        assert self.address.startswith("unix:path=")

    def close(self) -> None:
        """Ends the bus, as it ends with a desktop session."""
        self._process.terminate()
        self._process.wait(10)
        assert self._process.stdout is not None
        self._process.stdout.close()


class BusProgramme:
    """Another programme on the bus, on a thread of its own.

    Arguments:
        bus: where it is.
        name: what it is known as.
        answer: gives the signature and values that a method returns; None for an error. It may be made to wait.
    """

    def __init__(self, bus: PrivateBus, name: str, answer: Callable[[str, str, tuple[Any, ...]], Served]) -> None:
        self._connection = blocking.open_dbus_connection(bus.address)
        self._answer = answer
        self._ending = threading.Event()
        self._listening = threading.Event()
        self._listening.set()
        # What a method does and its answer are one step for whoever signals meanwhile.
        self._step = threading.RLock()
        self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", "su", name, 0)
        self._thread = threading.Thread(target=self._live, name=name)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def unique_name(self) -> str:
        return str(self._connection.unique_name)

    def close(self) -> None:
        """Leaves the bus, as a programme that ends or crashes."""
        if not self._ending.is_set():
            self._ending.set()
            self._listening.set()
            self._thread.join()
            self._connection.close()

    def hang(self) -> None:
        """Answers nothing any more."""
        self._listening.clear()

    def wake(self) -> None:
        """Answers again, also what has come meanwhile."""
        self._listening.set()

    def signal(self, path: str, interface: str, name: str, signature: str, *arguments: Any) -> None:
        """Tells everybody who listens."""
        emitter = jeepney.DBusAddress(path, interface=interface)
        self._send(jeepney.new_signal(emitter, name, signature, arguments))

    def ask(self, name: str, path: str, interface: str, method: str, signature: str = "", *arguments: Any) -> Any:
        """Calls a method before the thread runs, and returns its answer."""
        address = jeepney.DBusAddress(path, bus_name=name, interface=interface)
        return self._connection.send_and_get_reply(
            jeepney.new_method_call(address, method, signature or None, arguments), timeout=10
        ).body

    def _send(self, message: Any) -> None:
        with self._step:
            self._connection.send(message)

    def _live(self) -> None:
        while not self._ending.is_set():
            if not self._listening.wait(LOOK_AGAIN):
                continue
            try:
                message = self._connection.receive(timeout=LOOK_AGAIN)
            except TimeoutError:
                continue
            except OSError:
                return
            if message.header.message_type is not jeepney.MessageType.method_call:
                continue
            with self._step:
                self._reply(message)

    def _reply(self, message: Any) -> None:
        fields, header = jeepney.HeaderFields, message.header.fields
        answer = self._answer(header.get(fields.interface, ""), header[fields.member], message.body)
        if answer is None:
            self._send(jeepney.new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
        else:
            self._send(jeepney.new_method_return(message, answer[0] or None, answer[1]))
        self._replied(header[fields.member])

    def _replied(self, method: str) -> None:
        """Called right after a method was answered."""
