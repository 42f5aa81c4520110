"""The steps of signing in: one class each, with only the verbs that are legal there. Every verb raises `TdError`.

A verb returns when TDLib has taken the input; the next step then comes as another `SigningIn` state of the account.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from client.actions.sender import Sender
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import TdError


@dataclass
class Ways:
    """What the steps of one engine need of the account.

    Attributes:
        sender: sends requests.
        to_phone_number: shows the step that takes a phone number; TDLib takes another number at most later steps.
        start_over: leaves a QR code, which TDLib can leave only by starting over; returns when a number can be given.
        on_refused: told about each refusal; a wrong api_id shows itself only here.
        other_user_ids: returns who is signed in to the programme's other accounts.
        takes_number: whether TDLib takes a phone number from this engine; never again once a QR code was asked for.
    """

    sender: Sender
    to_phone_number: Callable[[], None]
    start_over: Callable[[], Awaitable[None]]
    on_refused: Callable[[TdError], None]
    other_user_ids: Callable[[], list[int]] = list
    takes_number: bool = True

    async def request(self, request: tf.Request[td.Ok]) -> None:
        try:
            await self.sender.request(request)
        except TdError as error:
            self.on_refused(error)
            raise


class PhoneNumberStep:
    """The first step: a phone number, or a QR code instead.

    Attributes:
        country_code_hint: two letters of the country the computer seems to be in; empty until `countries` has
            returned, and where that is not known.
    """

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self.country_code_hint = ""

    @property
    def takes_number(self) -> bool:
        """Whether a phone number can be given; else `use_phone_number` leads to a step where it can."""
        return self._ways.takes_number

    async def submit(self, phone_number: str) -> None:
        """Has a code sent to a phone number (setAuthenticationPhoneNumber), given in international form."""
        await self._ways.request(tf.SetAuthenticationPhoneNumber(phone_number=phone_number))

    async def request_qr_code(self) -> None:
        """Asks for a link that another device can confirm (requestQrCodeAuthentication)."""
        self._ways.takes_number = False
        await self._ways.request(tf.RequestQrCodeAuthentication(other_user_ids=self._ways.other_user_ids()))

    async def use_phone_number(self) -> None:
        """Goes to another step of this kind that takes a number, after a QR code was asked for."""
        await self._ways.start_over()

    async def countries(self) -> list[td.CountryInfo]:
        """Returns the countries with their calling codes (getCountries); fills `country_code_hint`."""
        countries, self.country_code_hint = await asyncio.gather(
            self._ways.sender.request(tf.GetCountries()), self._country_code()
        )
        return countries.countries

    async def phone_number_info(self, digits: str) -> td.PhoneNumberInfo:
        """Returns country and formatted form of the first digits of a phone number (getPhoneNumberInfo)."""
        return await self._ways.sender.request(tf.GetPhoneNumberInfo(phone_number_prefix=digits))

    async def _country_code(self) -> str:
        try:
            return (await self._ways.sender.request(tf.GetCountryCode())).text.upper()
        except TdError:
            return ""


@dataclass(frozen=True)
class QrCodeStep:
    """A QR code waits to be scanned; a new step with another link comes twice a minute.

    Attributes:
        link: what the code says.
    """

    link: str
    _ways: Ways

    async def use_phone_number(self) -> None:
        """Goes to the step that takes a phone number."""
        await self._ways.start_over()


@dataclass(frozen=True)
class CodeStep:
    """A code is on its way.

    Attributes:
        phone_number: where to.
        code_type: how it comes.
        next_type: how it would come when it is asked for again; None where it cannot be.
        resend_at: when it can be asked for again, in the loop's time; None where there is no wait.
    """

    phone_number: str
    code_type: td.AuthenticationCodeType
    next_type: td.AuthenticationCodeType | None
    resend_at: float | None
    _ways: Ways

    async def submit(self, code: str) -> None:
        """Checks the code (checkAuthenticationCode)."""
        await self._ways.request(tf.CheckAuthenticationCode(code=code))

    async def resend(self) -> None:
        """Asks for the code in the next way (resendAuthenticationCode)."""
        await self._ways.request(tf.ResendAuthenticationCode(reason=td.ResendCodeReasonUserRequest()))

    async def back(self) -> None:
        """Goes back to the phone number."""
        self._ways.to_phone_number()


@dataclass(frozen=True)
class PasswordStep:
    """The account has a password of its own.

    Attributes:
        hint: the person's own; may be empty.
        has_recovery_email: whether it can be set anew through an e-mail.
        recovery_email_pattern: where a recovery code was sent; empty until it was.
    """

    hint: str
    has_recovery_email: bool
    recovery_email_pattern: str
    _ways: Ways

    async def submit(self, password: str) -> None:
        """Checks the password (checkAuthenticationPassword)."""
        await self._ways.request(tf.CheckAuthenticationPassword(password=password))

    async def request_recovery(self) -> None:
        """Has a recovery code sent by e-mail (requestAuthenticationPasswordRecovery)."""
        await self._ways.request(tf.RequestAuthenticationPasswordRecovery())

    async def recover(self, code: str, new_password: str, new_hint: str = "") -> None:
        """Sets a new password with a recovery code (recoverAuthenticationPassword); an empty one takes it away."""
        await self._ways.request(
            tf.RecoverAuthenticationPassword(recovery_code=code, new_password=new_password, new_hint=new_hint)
        )

    async def back(self) -> None:
        """Goes back to the phone number."""
        self._ways.to_phone_number()


@dataclass(frozen=True)
class RegistrationStep:
    """The phone number has no account yet.

    Attributes:
        terms: the terms of service, which have to be shown.
    """

    terms: td.TermsOfService
    _ways: Ways

    async def submit(self, first_name: str, last_name: str = "") -> None:
        """Makes an account (registerUser), which accepts the terms."""
        await self._ways.request(tf.RegisterUser(first_name=first_name, last_name=last_name))

    async def back(self) -> None:
        """Goes back to the phone number."""
        self._ways.to_phone_number()


@dataclass(frozen=True)
class EmailAddressStep:
    """Telegram wants an e-mail address to send codes to."""

    _ways: Ways

    async def submit(self, email: str) -> None:
        """Has a code sent to an address (setAuthenticationEmailAddress)."""
        await self._ways.request(tf.SetAuthenticationEmailAddress(email_address=email))

    async def back(self) -> None:
        """Goes back to the phone number."""
        self._ways.to_phone_number()


@dataclass(frozen=True)
class EmailCodeStep:
    """A code was sent by e-mail.

    Attributes:
        email_pattern: the address with parts hidden.
        length: of the code; 0 where unknown.
        can_reset: whether the address can be given up for good or is being given up already.
    """

    email_pattern: str
    length: int
    can_reset: bool
    _ways: Ways

    async def submit(self, code: str) -> None:
        """Checks the code (checkAuthenticationEmailCode)."""
        await self._ways.request(tf.CheckAuthenticationEmailCode(code=td.EmailAddressAuthenticationCode(code=code)))

    async def resend(self) -> None:
        """Asks for the code again (resendAuthenticationCode)."""
        await self._ways.request(tf.ResendAuthenticationCode(reason=td.ResendCodeReasonUserRequest()))

    async def reset_address(self) -> None:
        """Gives up the e-mail address (resetAuthenticationEmailAddress)."""
        await self._ways.request(tf.ResetAuthenticationEmailAddress())

    async def back(self) -> None:
        """Goes back to the phone number."""
        self._ways.to_phone_number()


@dataclass(frozen=True)
class PremiumStep:
    """Telegram sends codes to this number only after a purchase that its mobile apps alone can make.

    Attributes:
        support_email_address: who to write to.
        support_email_subject: what about.
    """

    support_email_address: str
    support_email_subject: str
    _ways: Ways

    async def back(self) -> None:
        """Goes back to the phone number."""
        self._ways.to_phone_number()


@dataclass(frozen=True)
class UnsupportedStep:
    """TDLib waits for something that this client does not know.

    Attributes:
        name: TDLib's name of the state.
    """

    name: str
    _ways: Ways

    async def back(self) -> None:
        """Starts over."""
        await self._ways.start_over()


Step: TypeAlias = (
    PhoneNumberStep
    | QrCodeStep
    | CodeStep
    | PasswordStep
    | RegistrationStep
    | EmailAddressStep
    | EmailCodeStep
    | PremiumStep
    | UnsupportedStep
)


def step(state: td.AuthorizationState, ways: Ways, now: float) -> Step:
    """Returns the step for a state in which TDLib waits for a person.

    Arguments:
        now: the loop's time.
    """
    match state:
        case td.AuthorizationStateWaitPhoneNumber():
            return PhoneNumberStep(ways)
        case td.AuthorizationStateWaitOtherDeviceConfirmation(link=link):
            return QrCodeStep(link, ways)
        case td.AuthorizationStateWaitCode(code_info=info):
            resend_at = now + info.timeout if info.timeout > 0 else None
            return CodeStep(info.phone_number, info.type, info.next_type, resend_at, ways)
        case td.AuthorizationStateWaitPassword():
            return PasswordStep(
                state.password_hint, state.has_recovery_email_address, state.recovery_email_address_pattern, ways
            )
        case td.AuthorizationStateWaitRegistration(terms_of_service=terms):
            return RegistrationStep(terms, ways)
        case td.AuthorizationStateWaitEmailAddress():
            return EmailAddressStep(ways)
        case td.AuthorizationStateWaitEmailCode(code_info=email):
            can_reset = state.email_address_reset_state is not None
            return EmailCodeStep(email.email_address_pattern, email.length, can_reset, ways)
        case td.AuthorizationStateWaitPremiumPurchase():
            return PremiumStep(state.support_email_address, state.support_email_subject, ways)
        case _:
            name = type(state).__name__
            return UnsupportedStep(name[0].lower() + name[1:], ways)
