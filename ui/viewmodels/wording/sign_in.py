"""Sentences of the sign-in: what a code is and where it comes, and what is wrong with what was typed."""

from __future__ import annotations

from dataclasses import dataclass

from tdlib import types as td
from tdlib.errors import TdError
from ui.viewmodels.wording import errors
from ui.viewmodels.wording.translation import translator

tr = translator("SignIn")


_REFUSALS = {
    "PHONE_NUMBER_INVALID": "This phone number doesn't exist. Check the country and every digit.",
    "PHONE_NUMBER_BANNED": "This phone number is banned. Write to recover@telegram.org if that is a mistake.",
    "PHONE_NUMBER_FLOOD": "Too many codes were asked for with this number. Try again tomorrow.",
    "PHONE_NUMBER_UNOCCUPIED": "Nobody uses this phone number.",
    "PHONE_PASSWORD_FLOOD": "Too many sign-ins with this number. Try again later.",
    "PHONE_CODE_INVALID": "This code is wrong. Check it and type it again.",
    "PHONE_CODE_EMPTY": "Type the code first.",
    "PHONE_CODE_EXPIRED": "This code has expired. Ask for a new one.",
    "CODE_INVALID": "This code is wrong. Check it and type it again.",
    "CODE_EMPTY": "Type the code first.",
    "EMAIL_VERIFY_EXPIRED": "This code has expired. Ask for a new one.",
    "EMAIL_CODE_EXPIRED": "This code has expired. Ask for a new one.",
    "EMAIL_INVALID": "This is not an e-mail address.",
    "EMAIL_NOT_ALLOWED": "Telegram does not accept this e-mail address. Use another one.",
    "EMAIL_UNCONFIRMED": "This e-mail address has not been confirmed yet.",
    "PASSWORD_HASH_INVALID": "This password is wrong. Mind capital letters and the keyboard's layout.",
    "PASSWORD_RECOVERY_NA": "This password can't be recovered by e-mail.",
    "PASSWORD_RECOVERY_EXPIRED": "The code from the e-mail has expired. Ask for a new one.",
    "PASSWORD_EMPTY": "Type the password first.",
    "FIRSTNAME_INVALID": "Telegram does not accept this first name.",
    "LASTNAME_INVALID": "Telegram does not accept this last name.",
    "API_ID_INVALID": "Telegram does not know this api_id and api_hash. Check both at my.telegram.org.",
    "API_ID_PUBLISHED_FLOOD": "This api_id was published and is blocked. Get one of your own at my.telegram.org.",
    "UPDATE_APP_TO_LOGIN": "Telegram asks for a newer version of this programme to sign in.",
    "SIGN_IN_FAILED": "The sign-in failed. Start it again.",
}


def refusal(error: TdError) -> str:
    """Returns what is wrong, and what to do, when Telegram refuses a step of the sign-in."""
    for name in _REFUSALS:
        if error.message.startswith(name):
            return tr(_REFUSALS[name])
    return errors.sentence(error)


@dataclass(frozen=True)
class CodeWords:
    """How a code is asked for.

    Attributes:
        title: the screen's title.
        text: where the code is, and what it looks like.
        length: how many digits it has; 0 where that is unknown.
        letters: whether it is a word or words rather than digits.
        icon: the picture of where it comes.
        link: the page that shows the code, if there is one.
    """

    title: str
    text: str
    length: int = 0
    letters: bool = False
    icon: str = "message"
    link: str = ""


def code(kind: td.AuthenticationCodeType, phone_number: str) -> CodeWords:
    """Returns how to ask for a code of `kind` that was sent to `phone_number` (formatted for reading)."""
    match kind:
        case td.AuthenticationCodeTypeTelegramMessage(length=length):
            text = tr("The code is in a message from Telegram on your other device.")
            return CodeWords(tr("Check your Telegram messages"), text, length, icon="laptop")
        case td.AuthenticationCodeTypeSms(length=length):
            return CodeWords(
                tr("Enter the code"), tr("A text message with the code went to %s.") % phone_number, length
            )
        case td.AuthenticationCodeTypeSmsWord(first_letter=letter):
            text = tr("A text message with a secret word went to %s.") % phone_number
            return CodeWords(tr("Enter the word"), _beginning(text, letter), letters=True)
        case td.AuthenticationCodeTypeSmsPhrase(first_word=word):
            text = tr("A text message with a secret phrase went to %s.") % phone_number
            return CodeWords(tr("Enter the phrase"), _beginning(text, word), letters=True)
        case td.AuthenticationCodeTypeCall(length=length):
            text = tr("Telegram is calling %s and will tell you the code.") % phone_number
            return CodeWords(tr("Answer the call"), text, length, icon="call")
        case td.AuthenticationCodeTypeMissedCall(phone_number_prefix=prefix, length=length):
            text = tr("Telegram rings %s for a moment. The code is the last %s digits of the number that calls: %s…")
            return CodeWords(
                tr("Look at the caller's number"), text % (phone_number, length, prefix), length, icon="call"
            )
        case td.AuthenticationCodeTypeFlashCall():
            text = tr("Telegram rings %s, which this computer can't notice. Ask for the code in another way.")
            return CodeWords(tr("A call is on its way"), text % phone_number, icon="call")
        case td.AuthenticationCodeTypeFragment(url=url, length=length):
            text = tr("The code for %s is on Fragment. Sign in there with your wallet to read it.") % phone_number
            return CodeWords(tr("Get the code from Fragment"), text, length, icon="globe", link=url)
        case (
            td.AuthenticationCodeTypeFirebaseAndroid(length=length)
            | td.AuthenticationCodeTypeFirebaseIos(length=length)
        ):
            return CodeWords(
                tr("Enter the code"), tr("A text message with the code went to %s.") % phone_number, length
            )


def next_way(kind: td.AuthenticationCodeType | None) -> str:
    """Returns the words of the button that asks for the code again, by the next way if there is one."""
    match kind:
        case None:
            return ""
        case td.AuthenticationCodeTypeTelegramMessage():
            return tr("Send the code to Telegram")
        case td.AuthenticationCodeTypeCall():
            return tr("Call me with the code")
        case td.AuthenticationCodeTypeFlashCall() | td.AuthenticationCodeTypeMissedCall():
            return tr("Get the code by a call")
        case td.AuthenticationCodeTypeFragment():
            return tr("Get the code from Fragment")
        case _:
            return tr("Send the code by text message")


def wait(seconds: int) -> str:
    """Returns when the code can be asked for again."""
    return tr("You can ask for the code again in %d:%02d.") % divmod(seconds, 60)


def hint(password_hint: str) -> str:
    return tr("Hint: %s") % password_hint if password_hint else ""


def recovery(address: str) -> str:
    return tr("A code was sent to %s. With it you can set a new password.") % (address or tr("your e-mail address"))


def no_recovery() -> str:
    return tr(
        "This password has no recovery e-mail. If you can't remember it, reset the account on another device, "
        "in Settings → Privacy and Security → Two-Step Verification."
    )


def email_code(pattern: str) -> str:
    return tr("Type the code that was sent to %s.") % pattern


def terms(age: int) -> str:
    """Returns the line above the terms of service; `age` is in years, 0 where there is no limit."""
    if age > 0:
        return tr("By signing up you confirm that you are at least %d years old and accept the terms of service.") % age
    return tr("By signing up you accept the terms of service.")


def premium(address: str) -> str:
    text = tr(
        "Telegram asks for a one-time purchase in its mobile app before it sends codes to numbers of this country."
    )
    return f"{text} {tr('You can write to %s about it, or sign in by QR code.') % address}" if address else text


def unsupported(name: str) -> str:
    return (
        tr("Telegram asks for a step that this version does not know (%s). Update Heliograph, or start again.") % name
    )


def first_name_missing() -> str:
    return tr("Type your first name.")


def number_missing() -> str:
    return tr("Type your phone number.")


def passwords_differ() -> str:
    return tr("The two passwords are different.")


def _beginning(text: str, beginning: str) -> str:
    return f"{text} {tr('It begins with “%s”.') % beginning}" if beginning else text
