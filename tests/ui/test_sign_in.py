"""The sign-in, screen by screen: keys, clicks, errors in their place, and the way back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from client import auth, failures, states
from client.session import Session
from tdlib import functions as tf
from tdlib import types as td
from tdlib.client import Stopped
from tests.ui.conftest import Watchdog
from tests.ui.fake_account import FakeAccount
from tests.ui.screen import Role, Screen
from ui.viewmodels.account_view import AccountSurroundings, AccountView
from ui.viewmodels.appearance import Appearance
from ui.viewmodels.application import ApplicationView
from ui.viewmodels.chats_view import ChatsView
from ui.viewmodels.page import STARTING
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.window_place import Geometry, WindowPlace
from ui.window import open_window, qml_engine

LINK = "tg://login?token=AQJd3mN8-4bJm0yZ1uKcQwRfVxT7hG2sLpE9oIaB6nD5kC"


def _no_chats(session: Session) -> ChatsView:
    raise AssertionError("nobody signs in to the end here")


@pytest.fixture
def quits() -> list[bool]:
    """One entry for each wish to quit."""
    return []


@pytest.fixture
def account() -> FakeAccount:
    """The account of the window."""
    return FakeAccount()


@pytest.fixture
def screen(
    qapp: QGuiApplication,
    loop: asyncio.AbstractEventLoop,
    until: Callable[..., None],
    account: FakeAccount,
    quits: list[bool],
    watchdog: Watchdog,
) -> Iterator[Screen]:
    """The window of an account that is starting."""
    application = ApplicationView(
        Appearance("light", still=True), WindowPlace(Geometry(None, None, 900, 640), 340), lambda: quits.append(True)
    )
    tasks = Tasks(loop, application.show)
    around = AccountSurroundings(tasks, loop, _no_chats, application.show, lambda: quits.append(True))
    engine = qml_engine()
    window = open_window(engine, application)
    view = AccountView(account.as_account(), around, application.shown)
    until(window.isActive)
    watchdog.forgive()
    yield Screen(window, until)
    application.shown.show(STARTING)
    view.close()
    closing = loop.create_task(tasks.close())
    until(closing.done)
    shiboken6.delete(engine)
    shiboken6.delete(application)


def _sign_in(account: FakeAccount, step: auth.Step) -> None:
    account.become(states.SigningIn(step))


def _refuse(account: FakeAccount, kind: type[object], message: str) -> None:
    account.sender.answers[kind] = td.Error(code=400, message=message)


def _code_step(account: FakeAccount, loop: asyncio.AbstractEventLoop, wait: float | None = None) -> auth.CodeStep:
    kind, following = td.AuthenticationCodeTypeTelegramMessage(length=5), td.AuthenticationCodeTypeSms(length=5)
    return auth.CodeStep("33612345678", kind, following, None if wait is None else loop.time() + wait, account.ways)


# QR code.


def test_the_qr_code_comes_first_and_renews_itself(screen: Screen, account: FakeAccount) -> None:
    _sign_in(account, auth.PhoneNumberStep(account.ways))
    screen.wait_for(Role.Graphic, "The QR code is being prepared")
    screen.until(lambda: account.sender.of(tf.RequestQrCodeAuthentication))
    _sign_in(account, auth.QrCodeStep(LINK, account.ways))
    code = screen.wait_for(Role.Graphic, "QR code to sign in with another device")
    first = code.property("path")
    _sign_in(account, auth.QrCodeStep(LINK[:-1] + "x", account.ways))
    screen.until(lambda: code.property("path") != first)
    screen.wait_for_words("Link Desktop Device")


def test_a_refused_qr_code_says_why(screen: Screen, account: FakeAccount) -> None:
    _refuse(account, tf.RequestQrCodeAuthentication, "API_ID_INVALID")
    _sign_in(account, auth.PhoneNumberStep(account.ways))
    screen.wait_for_words("Telegram does not know this api_id")


def test_the_phone_number_can_be_had_while_the_code_is_awaited(screen: Screen, account: FakeAccount) -> None:
    _sign_in(account, auth.PhoneNumberStep(account.ways))
    screen.click(Role.Button, "Sign in by phone number")
    screen.wait_for(Role.EditableText, "Phone number")


def test_leaving_a_shown_code_starts_over_and_stays_with_the_phone_number(screen: Screen, account: FakeAccount) -> None:
    _sign_in(account, auth.QrCodeStep(LINK, account.ways))
    screen.click(Role.Button, "Sign in by phone number")
    screen.until(lambda: account.started_over == 1)
    account.become(states.Starting())
    _sign_in(account, auth.PhoneNumberStep(account.ways))
    screen.wait_for(Role.EditableText, "Phone number")


# Phone number.


@pytest.fixture
def phone_number(screen: Screen, account: FakeAccount) -> Screen:
    """The screen that takes the phone number."""
    _sign_in(account, auth.PhoneNumberStep(account.ways))
    screen.click(Role.Button, "Sign in by phone number")
    screen.wait_for(Role.ComboBox, "Country: France")
    return screen


def test_the_number_begins_with_the_country_and_is_formatted_while_typed(
    phone_number: Screen, account: FakeAccount
) -> None:
    field = phone_number.wait_for(Role.EditableText, "Phone number")
    assert phone_number.focus() == (Role.EditableText, "Phone number")
    phone_number.until(lambda: field.property("text") == "+33 ")
    phone_number.type("612345678")
    phone_number.until(lambda: field.property("text") == "+33 6 12 34 56 78", str(field.property("text")))
    phone_number.press(Qt.Key.Key_Return)
    phone_number.until(lambda: account.sender.of(tf.SetAuthenticationPhoneNumber))
    assert account.sender.of(tf.SetAuthenticationPhoneNumber)[0].phone_number == "+33612345678"


def test_an_unknown_code_takes_the_country_away(phone_number: Screen) -> None:
    field = phone_number.wait_for(Role.EditableText, "Phone number")
    phone_number.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    phone_number.type("999")
    phone_number.until(lambda: field.property("text") == "+999")
    phone_number.wait_for(Role.ComboBox, "Country: not chosen")


def test_a_wrong_number_is_said_below_the_field_until_it_changes(phone_number: Screen, account: FakeAccount) -> None:
    _refuse(account, tf.SetAuthenticationPhoneNumber, "PHONE_NUMBER_INVALID")
    phone_number.type("1")
    phone_number.click(Role.Button, "Continue")
    phone_number.wait_for(Role.AlertMessage, "This phone number doesn't exist. Check the country and every digit.")
    phone_number.click(Role.EditableText, "Phone number")
    phone_number.type("2")
    phone_number.until(lambda: "This phone number" not in " ".join(phone_number.words()))


def test_no_number_is_asked_for(phone_number: Screen, account: FakeAccount) -> None:
    field = phone_number.wait_for(Role.EditableText, "Phone number")
    phone_number.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    phone_number.press(Qt.Key.Key_Backspace)
    phone_number.until(lambda: field.property("text") == "")
    phone_number.press(Qt.Key.Key_Return)
    phone_number.wait_for(Role.AlertMessage, "Type your phone number.")
    assert account.sender.of(tf.SetAuthenticationPhoneNumber) == []


def test_a_country_is_found_by_typing(phone_number: Screen) -> None:
    phone_number.press(Qt.Key.Key_Backtab)
    phone_number.press(Qt.Key.Key_Return)
    phone_number.until(lambda: phone_number.focus() == (Role.EditableText, "Search for a country"))
    phone_number.type("germ")
    phone_number.wait_for(Role.ListItem, "Germany +49")
    phone_number.until(lambda: phone_number.find(Role.ListItem, "France +33") is None)
    phone_number.press(Qt.Key.Key_Return)
    phone_number.wait_for(Role.ComboBox, "Country: Germany")
    field = phone_number.wait_for(Role.EditableText, "Phone number")
    phone_number.until(lambda: field.property("text") == "+49 ")


def test_escape_leads_to_the_qr_code(phone_number: Screen) -> None:
    phone_number.press(Qt.Key.Key_Escape)
    phone_number.wait_for(Role.Button, "Sign in by phone number")


# Code.


def test_the_last_digit_sends_the_code(screen: Screen, account: FakeAccount, loop: asyncio.AbstractEventLoop) -> None:
    _sign_in(account, _code_step(account, loop))
    screen.wait_for(Role.EditableText, "Code of 5 digits")
    screen.type("1a2345")
    screen.until(lambda: account.sender.of(tf.CheckAuthenticationCode))
    assert [request.code for request in account.sender.of(tf.CheckAuthenticationCode)] == ["12345"]


def test_a_wrong_code_is_taken_away_and_can_be_typed_anew(
    screen: Screen, account: FakeAccount, loop: asyncio.AbstractEventLoop
) -> None:
    _refuse(account, tf.CheckAuthenticationCode, "PHONE_CODE_INVALID")
    _sign_in(account, _code_step(account, loop))
    field = screen.wait_for(Role.EditableText, "Code of 5 digits")
    screen.type("11111")
    screen.wait_for(Role.AlertMessage, "This code is wrong. Check it and type it again.")
    screen.until(lambda: field.property("text") == "")
    screen.type("2")
    screen.until(lambda: field.property("text") == "2")
    assert screen.find(Role.AlertMessage, "This code is wrong. Check it and type it again.") is None


def test_the_code_can_be_asked_for_again_after_the_wait(
    screen: Screen, account: FakeAccount, loop: asyncio.AbstractEventLoop
) -> None:
    _sign_in(account, _code_step(account, loop, wait=1.6))
    screen.wait_for_words("You can ask for the code again in 0:0")
    assert screen.find(Role.Button, "Send the code by text message") is None
    screen.click(Role.Button, "Send the code by text message")
    screen.until(lambda: account.sender.of(tf.ResendAuthenticationCode))


def test_a_word_is_typed_into_one_field(screen: Screen, account: FakeAccount) -> None:
    kind = td.AuthenticationCodeTypeSmsWord(first_letter="b")
    _sign_in(account, auth.CodeStep("33612345678", kind, None, None, account.ways))
    screen.wait_for_words("It begins with “b”.")
    screen.type("banana")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.sender.of(tf.CheckAuthenticationCode))
    assert account.sender.of(tf.CheckAuthenticationCode)[0].code == "banana"


def test_escape_goes_back_to_the_phone_number(
    screen: Screen, account: FakeAccount, loop: asyncio.AbstractEventLoop
) -> None:
    _sign_in(account, _code_step(account, loop))
    screen.wait_for(Role.EditableText, "Code of 5 digits")
    screen.press(Qt.Key.Key_Escape)
    screen.until(lambda: account.went_back == 1)


@pytest.mark.parametrize(
    "kind",
    [
        td.AuthenticationCodeTypeCall(length=5),
        td.AuthenticationCodeTypeFlashCall(pattern="*"),
        td.AuthenticationCodeTypeMissedCall(phone_number_prefix="+33", length=6),
        td.AuthenticationCodeTypeFragment(url="https://fragment.com", length=5),
        td.AuthenticationCodeTypeSmsPhrase(first_word="the"),
        td.AuthenticationCodeTypeFirebaseAndroid(
            device_verification_parameters=td.FirebaseDeviceVerificationParametersSafetyNet(), length=5
        ),
        td.AuthenticationCodeTypeFirebaseIos(length=5),
    ],
    ids=lambda kind: type(kind).__name__,
)
def test_every_kind_of_code_has_its_screen(
    screen: Screen, account: FakeAccount, kind: td.AuthenticationCodeType
) -> None:
    _sign_in(account, auth.CodeStep("33612345678", kind, None, None, account.ways))
    screen.wait_for(Role.Button, "Use another phone number")
    screen.wait_for_words("+33612345678")


# Password.


def _password_step(account: FakeAccount, *, recovery: bool) -> auth.PasswordStep:
    return auth.PasswordStep("the usual one", recovery, "", account.ways)


def test_the_password_is_sent_by_return(screen: Screen, account: FakeAccount) -> None:
    _sign_in(account, _password_step(account, recovery=True))
    field = screen.wait_for(Role.EditableText, "Password")
    assert QAccessible.queryAccessibleInterface(field).state().passwordEdit
    screen.wait_for_words("Hint: the usual one")
    screen.type("sesame")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.sender.of(tf.CheckAuthenticationPassword))
    assert account.sender.of(tf.CheckAuthenticationPassword)[0].password == "sesame"


def test_a_wrong_password_is_marked_for_typing_over(screen: Screen, account: FakeAccount) -> None:
    _refuse(account, tf.CheckAuthenticationPassword, "PASSWORD_HASH_INVALID")
    _sign_in(account, _password_step(account, recovery=True))
    field = screen.wait_for(Role.EditableText, "Password")
    screen.type("nonsense")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_words("This password is wrong.")
    screen.type("x")
    screen.until(lambda: field.property("text") == "x")


def test_the_eye_shows_what_is_typed(screen: Screen, account: FakeAccount) -> None:
    _sign_in(account, _password_step(account, recovery=True))
    screen.click(Role.Button, "Show password")
    screen.wait_for(Role.Button, "Hide password")


def test_a_forgotten_password_is_set_anew_by_email(screen: Screen, account: FakeAccount) -> None:
    _sign_in(account, _password_step(account, recovery=True))
    screen.click(Role.Button, "Forgot password?")
    screen.wait_for(Role.EditableText, "Code from the e-mail")
    screen.until(lambda: screen.focus() == (Role.EditableText, "Code from the e-mail"))
    screen.type("999")
    screen.press(Qt.Key.Key_Return)
    screen.type("new")
    screen.press(Qt.Key.Key_Return)
    screen.type("other")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for(Role.AlertMessage, "The two passwords are different.")
    screen.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    screen.type("new")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.sender.of(tf.RecoverAuthenticationPassword))
    request = account.sender.of(tf.RecoverAuthenticationPassword)[0]
    assert (request.recovery_code, request.new_password) == ("999", "new")


def test_a_password_without_recovery_says_so(screen: Screen, account: FakeAccount) -> None:
    _sign_in(account, _password_step(account, recovery=False))
    screen.click(Role.Button, "Forgot password?")
    screen.wait_for_words("This password has no recovery e-mail.")


# Registration, e-mail, dead ends.


def test_a_new_person_gives_a_name_and_sees_the_terms(screen: Screen, account: FakeAccount) -> None:
    terms = td.TermsOfService(text=td.FormattedText(text="Be kind."), min_user_age=16)
    _sign_in(account, auth.RegistrationStep(terms, account.ways))
    screen.wait_for_words("at least 16 years old")
    screen.click(Role.Button, "Sign up")
    screen.wait_for(Role.AlertMessage, "Type your first name.")
    screen.click(Role.Button, "Read the terms of service")
    screen.wait_for_words("Be kind.")
    screen.press(Qt.Key.Key_Escape)
    screen.until(lambda: "Be kind." not in screen.words())
    screen.click(Role.EditableText, "First name")
    screen.type("Ada")
    screen.press(Qt.Key.Key_Return)
    screen.type("L")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.sender.of(tf.RegisterUser))
    request = account.sender.of(tf.RegisterUser)[0]
    assert (request.first_name, request.last_name) == ("Ada", "L")


def test_an_email_address_and_its_code(screen: Screen, account: FakeAccount) -> None:
    _refuse(account, tf.SetAuthenticationEmailAddress, "EMAIL_INVALID")
    _sign_in(account, auth.EmailAddressStep(account.ways))
    screen.wait_for(Role.EditableText, "E-mail address")
    screen.type("nowhere")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for(Role.AlertMessage, "This is not an e-mail address.")
    _sign_in(account, auth.EmailCodeStep("a***@example.org", 6, True, account.ways))
    screen.wait_for_words("a***@example.org")
    screen.wait_for(Role.Button, "I can't read this e-mail")
    screen.type("123456")
    screen.until(lambda: account.sender.of(tf.CheckAuthenticationEmailCode))


@pytest.mark.parametrize("kind", ["premium", "unsupported"])
def test_a_dead_end_leads_back(screen: Screen, account: FakeAccount, kind: str) -> None:
    if kind == "premium":
        _sign_in(account, auth.PremiumStep("sms@telegram.org", "Help", account.ways))
        screen.wait_for_words("sms@telegram.org")
    else:
        _sign_in(account, auth.UnsupportedStep("authorizationStateWaitMoon", account.ways))
        screen.wait_for_words("authorizationStateWaitMoon")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.went_back + account.started_over == 1)


def test_a_session_that_was_ended_is_told(screen: Screen, account: FakeAccount) -> None:
    account.become(states.LoggingOut("SESSION_REVOKED"))
    screen.wait_for_words("This session was ended.")
    account.become(states.SigningIn(auth.PhoneNumberStep(account.ways), "SESSION_REVOKED"))
    screen.wait_for_words("This session was ended from another device. Sign in again.")


# The other pages without a session.


def test_the_key_to_the_api_is_taken(screen: Screen, account: FakeAccount) -> None:
    taken: list[tuple[int, str]] = []

    async def accept(api_id: int, api_hash: str) -> None:
        taken.append((api_id, api_hash))

    account.become(states.NeedsCredentials(False, accept))
    screen.wait_for_words("Heliograph is an unofficial app that uses the Telegram API")
    assert screen.focus() == (Role.EditableText, "api_id")
    screen.type("12x")
    screen.press(Qt.Key.Key_Return)
    screen.type("0" * 31)
    screen.press(Qt.Key.Key_Return)
    screen.wait_for(Role.AlertMessage, "The api_id is a number, such as 1234567.")
    screen.wait_for(Role.AlertMessage, "The api_hash has 32 signs; this has 31.")
    screen.type("f")
    screen.click(Role.EditableText, "api_id")
    screen.press(Qt.Key.Key_End)
    screen.press(Qt.Key.Key_Backspace)
    screen.click(Role.Button, "Continue")
    screen.until(lambda: taken)
    assert taken == [(12, "0" * 31 + "f")]


def test_a_refused_key_is_told(screen: Screen, account: FakeAccount) -> None:
    async def accept(api_id: int, api_hash: str) -> None:
        raise AssertionError

    account.become(states.NeedsCredentials(True, accept))
    screen.wait_for_words("Telegram does not know this api_id")


def test_recovering_says_that_nothing_is_lost(screen: Screen, account: FakeAccount) -> None:
    account.become(states.Recovering(Stopped(closed=False, code=-6)))
    screen.wait_for_words("is being started again. Nothing is lost.")


def test_a_failure_names_the_thing_and_can_be_retried(
    screen: Screen, account: FakeAccount, quits: list[bool]
) -> None:
    retried: list[bool] = []

    async def retry() -> None:
        retried.append(True)

    failure = failures.FolderUnusable(Path("/profile"), "Permission denied")
    account.become(states.Failed(failure, retry))
    screen.wait_for(Role.Heading, "The profile's folder can't be used")
    screen.wait_for_words("/profile")
    screen.wait_for_words("Permission denied")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: retried)
    screen.click(Role.Button, "Quit")
    screen.until(lambda: quits)


def test_closing_the_window_asks_to_quit_and_hides_it(screen: Screen, quits: list[bool]) -> None:
    screen.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    screen.until(lambda: quits and not screen.window.isVisible())
