"""The first screens of the sign-in: the QR code, the phone number, and the way from one to the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from client import auth, states
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import TdError
from tests.ui.fake_account import FakeAccount
from tests.ui.screen import Role, Screen

LINK = "tg://login?token=AQJd3mN8-4bJm0yZ1uKcQwRfVxT7hG2sLpE9oIaB6nD5kC"


def test_the_qr_code_comes_first_and_renews_itself(screen: Screen, account: FakeAccount) -> None:
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.wait_for(Role.Graphic, "The QR code is being prepared")
    screen.until(lambda: account.sender.of(tf.RequestQrCodeAuthentication))
    account.sign_in(auth.QrCodeStep(LINK, account.ways))
    code = screen.wait_for(Role.Graphic, "QR code to sign in with another device")
    first = code.property("path")
    account.sign_in(auth.QrCodeStep(LINK[:-1] + "x", account.ways))
    screen.until(lambda: code.property("path") != first)
    screen.wait_for_words("Link Desktop Device")


def test_a_refused_qr_code_says_why(screen: Screen, account: FakeAccount) -> None:
    account.refuse(tf.RequestQrCodeAuthentication, "API_ID_INVALID")
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.wait_for_words("Telegram does not know this api_id")


def test_the_phone_number_can_be_had_while_the_code_is_awaited(screen: Screen, account: FakeAccount) -> None:
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.click(Role.Button, "Sign in by phone number")
    screen.wait_for(Role.EditableText, "Phone number")


def test_leaving_a_code_starts_over_and_what_is_typed_meanwhile_stays(screen: Screen, account: FakeAccount) -> None:
    account.sign_in(auth.QrCodeStep(LINK, account.ways))
    screen.click(Role.Button, "Sign in by phone number")
    field = screen.wait_for(Role.EditableText, "Phone number")
    screen.type("+33612345678")
    screen.until(lambda: account.started_over == 1)
    account.become(states.Starting())
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.until(lambda: field.property("text") == "+33 6 12 34 56 78")
    screen.wait_for(Role.ComboBox, "Country: France")
    assert account.started_over == 1


def test_a_link_that_comes_too_late_leaves_the_number_alone(screen: Screen, account: FakeAccount) -> None:
    ways = account.ways
    account.sign_in(auth.PhoneNumberStep(ways))
    screen.until(lambda: account.sender.of(tf.RequestQrCodeAuthentication))
    screen.click(Role.Button, "Sign in by phone number")
    field = screen.wait_for(Role.EditableText, "Phone number")
    screen.type("+336")
    account.sign_in(auth.QrCodeStep(LINK, ways))
    screen.type("12")
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.until(lambda: field.property("text") == "+33 6 12")
    assert account.started_over == 1


def test_a_number_submitted_while_the_sign_in_starts_over_goes_when_it_can(
    screen: Screen, account: FakeAccount
) -> None:
    account.sign_in(auth.QrCodeStep(LINK, account.ways))
    screen.click(Role.Button, "Sign in by phone number")
    screen.wait_for(Role.EditableText, "Phone number")
    screen.type("+33612345678")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.started_over == 1)
    assert account.sender.of(tf.SetAuthenticationPhoneNumber) == []
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.until(lambda: account.sender.of(tf.SetAuthenticationPhoneNumber))
    assert account.sender.of(tf.SetAuthenticationPhoneNumber)[0].phone_number == "+33612345678"


def test_a_start_over_that_is_refused_is_said_and_tried_again_with_the_number(
    screen: Screen, account: FakeAccount
) -> None:
    account.refuses_to_start_over = TdError(500, "PHONE_NUMBER_FLOOD", "LogOut")
    account.sign_in(auth.QrCodeStep(LINK, account.ways))
    screen.click(Role.Button, "Sign in by phone number")
    screen.wait_for_words("Too many codes were asked for")
    screen.type("+33612345678")
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.started_over == 2)
    screen.wait_for_words("Too many codes were asked for")
    account.refuses_to_start_over = None
    screen.press(Qt.Key.Key_Return)
    screen.until(lambda: account.started_over == 3)
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.until(lambda: account.sender.of(tf.SetAuthenticationPhoneNumber))


def test_the_qr_code_chosen_again_at_once_comes_from_the_next_engine(screen: Screen, account: FakeAccount) -> None:
    account.sign_in(auth.QrCodeStep(LINK, account.ways))
    screen.click(Role.Button, "Sign in by phone number")
    screen.wait_for(Role.EditableText, "Phone number")
    screen.press(Qt.Key.Key_Escape)
    screen.wait_for(Role.Button, "Sign in by phone number")
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.until(lambda: len(account.sender.of(tf.RequestQrCodeAuthentication)) == 1)
    account.sign_in(auth.QrCodeStep(LINK, account.ways))
    code = screen.wait_for(Role.Graphic, "QR code to sign in with another device")
    assert code.property("path")


# Phone number.


@pytest.fixture
def phone_number(screen: Screen, account: FakeAccount) -> Screen:
    """The screen that takes the phone number."""
    account.sign_in(auth.PhoneNumberStep(account.ways))
    screen.click(Role.Button, "Sign in by phone number")
    screen.until(lambda: account.started_over)
    account.sign_in(auth.PhoneNumberStep(account.ways))
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
    account.refuse(tf.SetAuthenticationPhoneNumber, "PHONE_NUMBER_INVALID")
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


def test_the_number_stands_there_to_be_corrected_on_the_way_back(
    phone_number: Screen, account: FakeAccount
) -> None:
    phone_number.type("612345679")
    phone_number.press(Qt.Key.Key_Return)
    phone_number.until(lambda: account.sender.of(tf.SetAuthenticationPhoneNumber))
    code = auth.CodeStep("33612345679", td.AuthenticationCodeTypeSms(length=5), None, None, account.ways)
    account.sign_in(code)
    phone_number.wait_for(Role.EditableText, "Code of 5 digits")
    account.sign_in(auth.PhoneNumberStep(account.ways))
    field = phone_number.wait_for(Role.EditableText, "Phone number")
    phone_number.until(lambda: field.property("text") == "+33 6 12 34 56 79", str(field.property("text")))
    phone_number.wait_for(Role.ComboBox, "Country: France")
    phone_number.press(Qt.Key.Key_Backspace)
    phone_number.type("8")
    phone_number.press(Qt.Key.Key_Return)
    phone_number.until(lambda: len(account.sender.of(tf.SetAuthenticationPhoneNumber)) == 2)
    assert account.sender.of(tf.SetAuthenticationPhoneNumber)[1].phone_number == "+33612345678"


def test_the_number_outlives_a_look_at_the_qr_code(phone_number: Screen, account: FakeAccount) -> None:
    phone_number.type("612")
    phone_number.press(Qt.Key.Key_Escape)
    phone_number.click(Role.Button, "Sign in by phone number")
    field = phone_number.wait_for(Role.EditableText, "Phone number")
    assert field.property("text") == "+33612"
    account.sign_in(auth.PhoneNumberStep(account.ways))
    phone_number.until(lambda: field.property("text") == "+33 6 12", str(field.property("text")))
