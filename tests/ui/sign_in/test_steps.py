"""The later screens of the sign-in: keys, clicks, errors in their place, and the way back."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from client import auth, states
from tdlib import functions as tf
from tdlib import types as td
from tests.ui.fake_account import FakeAccount
from tests.ui.screen import Role, Screen


def _code_step(account: FakeAccount, loop: asyncio.AbstractEventLoop, wait: float | None = None) -> auth.CodeStep:
    kind, following = td.AuthenticationCodeTypeTelegramMessage(length=5), td.AuthenticationCodeTypeSms(length=5)
    return auth.CodeStep("33612345678", kind, following, None if wait is None else loop.time() + wait, account.ways)


def test_the_last_digit_sends_the_code(screen: Screen, account: FakeAccount, loop: asyncio.AbstractEventLoop) -> None:
    account.sign_in(_code_step(account, loop))
    screen.wait_for(Role.EditableText, "Code of 5 digits")
    screen.type("1a2345")
    screen.until(lambda: account.sender.of(tf.CheckAuthenticationCode))
    assert [request.code for request in account.sender.of(tf.CheckAuthenticationCode)] == ["12345"]


def test_a_wrong_code_is_taken_away_and_can_be_typed_anew(
    screen: Screen, account: FakeAccount, loop: asyncio.AbstractEventLoop
) -> None:
    account.refuse(tf.CheckAuthenticationCode, "PHONE_CODE_INVALID")
    account.sign_in(_code_step(account, loop))
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
    account.sign_in(_code_step(account, loop, wait=1.6))
    screen.wait_for_words("You can ask for the code again in 0:0")
    assert screen.find(Role.Button, "Send the code by text message") is None
    screen.click(Role.Button, "Send the code by text message")
    screen.until(lambda: account.sender.of(tf.ResendAuthenticationCode))


def test_a_word_is_typed_into_one_field(screen: Screen, account: FakeAccount) -> None:
    kind = td.AuthenticationCodeTypeSmsWord(first_letter="b")
    account.sign_in(auth.CodeStep("33612345678", kind, None, None, account.ways))
    screen.wait_for_words("It begins with “b”.")
    screen.type("banana")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.sender.of(tf.CheckAuthenticationCode))
    assert account.sender.of(tf.CheckAuthenticationCode)[0].code == "banana"


def test_escape_goes_back_to_the_phone_number(
    screen: Screen, account: FakeAccount, loop: asyncio.AbstractEventLoop
) -> None:
    account.sign_in(_code_step(account, loop))
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
    account.sign_in(auth.CodeStep("33612345678", kind, None, None, account.ways))
    screen.wait_for(Role.Button, "Use another phone number")
    screen.wait_for_words("+33612345678")


# Password.


def _password_step(account: FakeAccount, *, recovery: bool) -> auth.PasswordStep:
    return auth.PasswordStep("the usual one", recovery, "", account.ways)


def test_the_password_is_sent_by_return(screen: Screen, account: FakeAccount) -> None:
    account.sign_in(_password_step(account, recovery=True))
    field = screen.wait_for(Role.EditableText, "Password")
    assert QAccessible.queryAccessibleInterface(field).state().passwordEdit
    screen.wait_for_words("Hint: the usual one")
    screen.type("sesame")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.sender.of(tf.CheckAuthenticationPassword))
    assert account.sender.of(tf.CheckAuthenticationPassword)[0].password == "sesame"


def test_a_wrong_password_is_marked_for_typing_over(screen: Screen, account: FakeAccount) -> None:
    account.refuse(tf.CheckAuthenticationPassword, "PASSWORD_HASH_INVALID")
    account.sign_in(_password_step(account, recovery=True))
    field = screen.wait_for(Role.EditableText, "Password")
    screen.type("nonsense")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for_words("This password is wrong.")
    screen.type("x")
    screen.until(lambda: field.property("text") == "x")


def test_the_eye_shows_what_is_typed(screen: Screen, account: FakeAccount) -> None:
    account.sign_in(_password_step(account, recovery=True))
    screen.click(Role.Button, "Show password")
    screen.wait_for(Role.Button, "Hide password")


def test_a_forgotten_password_is_set_anew_by_email(screen: Screen, account: FakeAccount) -> None:
    account.sign_in(_password_step(account, recovery=True))
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
    account.sign_in(_password_step(account, recovery=False))
    screen.click(Role.Button, "Forgot password?")
    screen.wait_for_words("This password has no recovery e-mail.")


# Registration, e-mail, dead ends.


def test_a_new_person_gives_a_name_and_sees_the_terms(screen: Screen, account: FakeAccount) -> None:
    terms = td.TermsOfService(text=td.FormattedText(text="Be kind."), min_user_age=16)
    account.sign_in(auth.RegistrationStep(terms, account.ways))
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


def test_names_and_address_stand_there_again_on_the_way_back(screen: Screen, account: FakeAccount) -> None:
    registration = auth.RegistrationStep(td.TermsOfService(text=td.FormattedText(text="")), account.ways)
    account.sign_in(registration)
    screen.wait_for(Role.EditableText, "First name")
    screen.type("Ada")
    screen.press(Qt.Key.Key_Return)
    screen.type("L")
    account.sign_in(auth.EmailAddressStep(account.ways))
    screen.wait_for(Role.EditableText, "E-mail address")
    screen.type("ada@example.org")
    account.sign_in(registration)
    assert screen.wait_for(Role.EditableText, "First name").property("text") == "Ada"
    assert screen.wait_for(Role.EditableText, "Last name (optional)").property("text") == "L"
    account.sign_in(auth.EmailAddressStep(account.ways))
    assert screen.wait_for(Role.EditableText, "E-mail address").property("text") == "ada@example.org"


def test_an_email_address_and_its_code(screen: Screen, account: FakeAccount) -> None:
    account.refuse(tf.SetAuthenticationEmailAddress, "EMAIL_INVALID")
    account.sign_in(auth.EmailAddressStep(account.ways))
    screen.wait_for(Role.EditableText, "E-mail address")
    screen.type("nowhere")
    screen.press(Qt.Key.Key_Return)
    screen.wait_for(Role.AlertMessage, "This is not an e-mail address.")
    account.sign_in(auth.EmailCodeStep("a***@example.org", 6, True, account.ways))
    screen.wait_for_words("a***@example.org")
    screen.wait_for(Role.Button, "I can't read this e-mail")
    screen.type("123456")
    screen.until(lambda: account.sender.of(tf.CheckAuthenticationEmailCode))


@pytest.mark.parametrize("kind", ["premium", "unsupported"])
def test_a_dead_end_leads_back(screen: Screen, account: FakeAccount, kind: str) -> None:
    if kind == "premium":
        account.sign_in(auth.PremiumStep("sms@telegram.org", "Help", account.ways))
        screen.wait_for_words("sms@telegram.org")
    else:
        account.sign_in(auth.UnsupportedStep("authorizationStateWaitMoon", account.ways))
        screen.wait_for_words("authorizationStateWaitMoon")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.went_back + account.started_over == 1)


def test_a_session_that_was_ended_is_told(screen: Screen, account: FakeAccount) -> None:
    account.become(states.LoggingOut("SESSION_REVOKED", account.destroy))
    screen.wait_for_words("This session was ended.")
    account.become(states.SigningIn(auth.PhoneNumberStep(account.ways), "SESSION_REVOKED"))
    screen.wait_for_words("This session was ended from another device. Sign in again.")
