"""`TrayHost`: a desktop's tray, which asks an icon and its menu as a panel does."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.helpers.private_bus import BusProgramme, PrivateBus, Served, blocking, jeepney

Until = Callable[..., None]

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"


class TrayHost(BusProgramme):
    """Takes icons in.

    Arguments:
        bus: where it is.
        until: lets the programme work until a condition holds.
        has_host: whether somebody shows what the watcher knows.

    Attributes:
        items: the icons that have come, by their names on the bus.
    """

    def __init__(self, bus: PrivateBus, until: Until, *, has_host: bool = True) -> None:
        self.items: list[str] = []
        self._has_host = has_host
        self._asker = _Asker(bus, until)
        super().__init__(bus, WATCHER, self._serve)

    def close(self) -> None:
        super().close()
        self._asker.close()

    def host_comes(self) -> None:
        """A panel that shows icons starts."""
        self._has_host = True
        self.signal("/StatusNotifierWatcher", WATCHER, "StatusNotifierHostRegistered", "")

    def icon(self) -> dict[str, Any]:
        """Returns all that the last icon says, without signatures."""
        answer = self._asker.ask(self.items[-1], "/StatusNotifierItem", PROPERTIES, "GetAll", "s", ITEM)
        return {name: value for name, (_, value) in answer[0].items()}

    def click(self, token: str = "") -> None:
        """Clicks the icon."""
        if token:
            self._call(ITEM, "/StatusNotifierItem", "ProvideXdgActivationToken", "s", token)
        self._call(ITEM, "/StatusNotifierItem", "Activate", "ii", 10, 10)

    def menu(self) -> dict[str, int]:
        """Returns the items of the menu, labels and ids, as GetLayout has them."""
        _, (_, _, children) = self._call(MENU, "/MenuBar", "GetLayout", "iias", 0, -1, [])
        items = [child[1] for child in children]
        return {properties["label"][1]: number for number, properties, _ in items if "label" in properties}

    def is_checked(self, label: str) -> bool:
        """Whether a menu item has its mark."""
        value = self._call(MENU, "/MenuBar", "GetProperty", "is", self.menu()[label], "toggle-state")
        return bool(value[0][1] == 1)

    def choose(self, label: str) -> None:
        """Chooses a menu item."""
        self._call(MENU, "/MenuBar", "Event", "isvu", self.menu()[label], "clicked", ("i", 0), 0)

    def _call(self, interface: str, path: str, method: str, signature: str, *arguments: Any) -> Any:
        return self._asker.ask(self.items[-1], path, interface, method, signature, *arguments)

    def _serve(self, interface: str, method: str, arguments: tuple[Any, ...]) -> Served:
        match method:
            case "RegisterStatusNotifierItem":
                self.items.append(arguments[0])
                return "", ()
            case "Get":
                return "v", (("b", self._has_host),)
            case _:
                return None


class _Asker:
    """Asks on a connection of its own and on a thread of its own, while who is asked works on this one."""

    def __init__(self, bus: PrivateBus, until: Until) -> None:
        self._connection = blocking.open_dbus_connection(bus.address)
        self._thread = ThreadPoolExecutor(1, "asker")
        self._until = until

    def close(self) -> None:
        self._thread.shutdown()
        self._connection.close()

    def ask(self, name: str, path: str, interface: str, method: str, signature: str = "", *arguments: Any) -> Any:
        """Returns what the method does."""
        address = jeepney.DBusAddress(path, bus_name=name, interface=interface)
        call = jeepney.new_method_call(address, method, signature or None, arguments)
        asking = self._thread.submit(self._connection.send_and_get_reply, call, timeout=10)
        self._until(asking.done, f"the answer to {method}")
        reply = asking.result()
        assert reply.header.message_type is jeepney.MessageType.method_return, reply.body
        return reply.body
