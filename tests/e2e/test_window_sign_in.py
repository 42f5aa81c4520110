"""The sign-in in the window, over the real TDLib, by keys and clicks."""

from __future__ import annotations

import base64
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow

from tdlib.sandbox.codec import functions
from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.conftest import OpenWindow
from tests.e2e.window import HeliographWindow, digits
from tests.helpers.kurigram_client import KurigramClient
from tests.ui.screen import Role
from ui.platform.raising import bring_to_front
from ui.viewmodels import connection_line
from ui.viewmodels.qr_modules import qr_modules

TABS = 20
"""Steps of the Tab key in which everything on a page is reached."""


def test_a_wrong_number_a_wrong_code_and_the_right_ones(sandbox: Sandbox, open_window: OpenWindow) -> None:
    window = open_window(sandbox)
    window.leave_qr_code()
    sandbox.fail("auth.sendCode", 400, "PHONE_NUMBER_INVALID")
    window.type_number(sandbox.user("Robin").phone)
    window.press(Qt.Key.Key_Return)
    window.wait_for_words("This phone number doesn't exist")
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.EditableText, "Code of 5 digits")
    window.type("54321")
    window.wait_for_words("This code is wrong")
    window.type(sandbox.code)
    window.wait_for(Role.List, "Chats")
    window.wait_for_row("Lina Hale")
    window.close()


def test_keys_faster_than_the_qr_code_lose_nothing(sandbox: Sandbox, open_window: OpenWindow) -> None:
    sandbox.delay("auth.exportLoginToken", 60.0)
    window = open_window(sandbox)
    window.wait_for(Role.Graphic, "The QR code is being prepared")
    window.press(Qt.Key.Key_Return)
    window.type(f"+{sandbox.user('Robin').phone}")
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.EditableText, "Code of 5 digits")
    window.type(sandbox.code)
    window.wait_for(Role.List, "Chats")
    window.close()


def test_keys_right_after_the_qr_code_lose_nothing(sandbox: Sandbox, open_window: OpenWindow) -> None:
    window = open_window(sandbox)
    window.wait_for(Role.Graphic, "QR code to sign in with another device")
    window.press(Qt.Key.Key_Return)
    window.type(f"+{sandbox.user('Robin').phone}")
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.EditableText, "Code of 5 digits")
    window.type(sandbox.code)
    window.wait_for(Role.List, "Chats")
    window.close()


def test_a_refused_api_id_leads_to_the_page_that_takes_another(sandbox: Sandbox, open_window: OpenWindow) -> None:
    window = open_window(sandbox)
    window.leave_qr_code()
    sandbox.fail("auth.sendCode", 400, "API_ID_INVALID")
    window.type_number(sandbox.user("Robin").phone)
    window.press(Qt.Key.Key_Return)
    window.wait_for_words("Telegram does not know this api_id")
    window.wait_for(Role.EditableText, "api_id")
    window.type("7")
    window.press(Qt.Key.Key_Return)
    window.type("a" * 32)
    window.press(Qt.Key.Key_Return)
    window.sign_in(sandbox)
    window.close()


def test_a_password_with_its_hint(sandbox: Sandbox, open_window: OpenWindow) -> None:
    guarded = next(user for user in sandbox.users if user["password"])
    window = open_window(sandbox)
    window.wait_for(Role.Graphic, "QR code to sign in with another device")
    window.press(Qt.Key.Key_Return)
    window.type_number((guarded["phone"] or "").removeprefix("+"))
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.EditableText, "Code of 5 digits")
    window.type(sandbox.code)
    window.wait_for_words("It falls through the window at noon")
    window.type("not it")
    window.press(Qt.Key.Key_Return)
    window.wait_for_words("This password is wrong")
    window.type(guarded["password"] or "")
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.List, "Chats")
    window.close()


def test_the_qr_code_on_the_screen_is_confirmed_by_another_device(sandbox: Sandbox, open_window: OpenWindow) -> None:
    window = open_window(sandbox)
    window.until(lambda: shown_path(window) != "", "the QR code")
    link = shown_link(sandbox)
    assert shown_path(window) == qr_modules(link).path
    with ThreadPoolExecutor(1) as elsewhere:
        confirmed = elsewhere.submit(confirm, sandbox, link)
        window.until(confirmed.done, "the confirmation")
        confirmed.result()
    window.wait_for(Role.List, "Chats")
    window.close()


def test_the_way_back_leads_from_the_code_to_the_number(sandbox: Sandbox, open_window: OpenWindow) -> None:
    window = open_window(sandbox)
    window.leave_qr_code()
    window.type_number(sandbox.user("Bob").phone)
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.EditableText, "Code of 5 digits")
    window.press(Qt.Key.Key_Escape)
    field = window.wait_for(Role.EditableText, "Phone number")
    assert digits(field.property("text")) == sandbox.user("Bob").phone
    window.type_number(sandbox.user("Alice").phone)
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.EditableText, "Code of 5 digits")
    window.type(sandbox.code)
    window.wait_for(Role.List, "Chats")
    window.close()


def test_a_number_nobody_has_registers(sandbox: Sandbox, open_window: OpenWindow) -> None:
    window = open_window(sandbox)
    window.leave_qr_code()
    window.type_number("9996677777")
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.EditableText, "Code of 5 digits")
    window.type(sandbox.code)
    window.wait_for(Role.EditableText, "First name")
    window.wait_for_words("at least 16 years old")
    window.wait_for(Role.Button, "Read the terms of service")
    window.type("Nova")
    window.press(Qt.Key.Key_Return)
    window.type("Lightbody")
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.List, "Chats")
    assert sandbox.user("9996677777").name == "Nova Lightbody"
    window.close()


def test_others_see_online_who_is_at_the_window_when_the_sign_in_ends(
    sandbox: Sandbox, open_window: OpenWindow
) -> None:
    window = open_window(sandbox)
    assert not is_online(sandbox, "Robin")
    window.sign_in(sandbox)
    window.until(lambda: is_online(sandbox, "Robin"), "Robin online")
    came_and_went = len(sandbox.requests("account.updateStatus"))
    other = QWindow()
    other.show()
    other.requestActivate()
    window.until(lambda: not window.window.isActive(), "another window in front")
    window.until(lambda: len(sandbox.requests("account.updateStatus")) > came_and_went, "that it is said")
    assert not is_online(sandbox, "Robin")
    other.close()
    bring_to_front(window.window)
    window.until(lambda: is_online(sandbox, "Robin"), "Robin online again")
    window.close()


def test_a_proxy_that_leads_nowhere_is_replaced_before_the_sign_in(
    sandbox: Sandbox, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_line, "PATIENCE", 500)
    window = open_window(sandbox, "--proxy", "socks5://127.0.0.1:1")
    window.wait_for_words("The proxy leads nowhere so far.")
    # The line with the button slides in over another one: the keyboard meets the right one wherever they are.
    for _ in range(TABS):
        if window.focus() == (Role.Button, "Proxy…"):
            break
        window.press(Qt.Key.Key_Tab)
    window.press(Qt.Key.Key_Space)
    window.wait_for(Role.RadioButton, "127.0.0.1:1")
    window.until(lambda: window.focus() == (Role.EditableText, "Address of a proxy"), "the keyboard in the field")
    window.type("socks5://")
    window.press(Qt.Key.Key_Return)
    window.wait_for_words("The proxy's address has no server name.")
    window.type((sandbox.proxy or "").removeprefix("socks5://"))
    window.press(Qt.Key.Key_Return)
    window.wait_for(Role.RadioButton, (sandbox.proxy or "").removeprefix("socks5://"))
    window.press(Qt.Key.Key_Escape)
    window.wait_for(Role.Graphic, "QR code to sign in with another device")
    window.until(lambda: window.find(Role.Button, "Proxy…") is None, "the end of the complaint")
    window.sign_in(sandbox)
    window.close()


def is_online(sandbox: Sandbox, name: str) -> bool:
    """Whether others see somebody online."""
    person = sandbox.user(name).id
    return bool(sandbox.call(lambda: sandbox.world.person(person).online_until > sandbox.world.now()))


def shown_path(window: HeliographWindow) -> str:
    """Returns the drawing of the QR code on the screen, "" while there is none."""
    found = window.find(Role.Graphic, "QR code to sign in with another device")
    return found.property("path") if found is not None else ""


def shown_link(sandbox: Sandbox) -> str:
    """Returns the link of the only device that waits for a confirmation."""
    (token,) = sandbox.call(lambda: list(sandbox.world.devices.tokens))
    return f"tg://login?token={base64.urlsafe_b64encode(token).decode().rstrip('=')}"


def confirm(sandbox: Sandbox, link: str) -> None:
    """Confirms a QR code as Alice's phone does that has scanned it."""
    with KurigramClient(sandbox.address) as phone:
        phone.sign_in(sandbox.user("Alice").phone, sandbox.code)
        token = link.partition("token=")[2]
        secret = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        phone.invoke(functions.auth.AcceptLoginToken(token=secret))
