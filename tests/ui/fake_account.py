"""An account whose states a test sets, and a sender that answers as the test says; the steps are the real ones."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

from client.account import Account
from client.auth import Step, Ways
from client.changes import Subscription
from client.states import AccountState, SigningIn, Starting
from client.stores.connection import Connection
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import TdError, from_answer

FRANCE = td.CountryInfo(country_code="FR", name="France", english_name="France", flag_emoji="🇫🇷", calling_codes=["33"])
GERMANY = td.CountryInfo(
    country_code="DE", name="Germany", english_name="Germany", flag_emoji="🇩🇪", calling_codes=["49"]
)


class FakeSender:
    """Answers requests at once.

    Attributes:
        sent: every request, in order.
        answers: what is answered to a kind of request; an error is raised. Ok to everything else.
    """

    def __init__(self) -> None:
        self.sent: list[tf.Request[Any]] = []
        self.answers: dict[type[Any], Callable[[Any], td.TdObject] | td.TdObject] = {
            tf.GetCountries: td.Countries(countries=[GERMANY, FRANCE]),
            tf.GetCountryCode: td.Text(text="FR"),
            tf.GetPhoneNumberInfo: phone_number_info,
        }

    async def request(self, request: tf.Request[Any], **ignored: Any) -> Any:
        self.sent.append(request)
        answer = self.answers.get(type(request), td.Ok())
        if callable(answer):
            answer = answer(request)
        if isinstance(answer, td.Error):
            raise from_answer(answer, type(request).__name__)
        return answer

    def of(self, kind: type[Any]) -> list[Any]:
        """The requests of one kind."""
        return [request for request in self.sent if isinstance(request, kind)]


def phone_number_info(request: tf.GetPhoneNumberInfo) -> td.PhoneNumberInfo:
    """Knows the numbers of France, in pairs of digits."""
    digits = request.phone_number_prefix
    if not digits.startswith("33"):
        return td.PhoneNumberInfo(formatted_phone_number=digits)
    rest = digits[2:]
    pairs = [rest[:1]] + [rest[index : index + 2] for index in range(1, len(rest), 2)]
    return td.PhoneNumberInfo(country=FRANCE, country_calling_code="33", formatted_phone_number=" ".join(pairs))


class FakeAccount:
    """Stands for `client.account.Account`."""

    def __init__(self) -> None:
        self.sender = FakeSender()
        self.state: AccountState = Starting()
        self.connection: Connection | None = None
        self.went_back = 0
        self.started_over = 0
        self.refuses_to_start_over: TdError | None = None
        self._starting_over: asyncio.Future[None] | None = None
        self.refusals: list[TdError] = []
        self._subscribers: list[Subscription] = []

    @property
    def ways(self) -> Ways:
        """What the steps of this account need."""
        return Ways(cast(Any, self.sender), self._go_back, self._start_over, self.refusals.append)

    def become(self, state: AccountState) -> None:
        self.state = state
        if isinstance(state, SigningIn) and self._starting_over is not None and not self._starting_over.done():
            self._starting_over.set_result(None)
        for subscription in tuple(self._subscribers):
            subscription.call()

    def sign_in(self, step: Step) -> None:
        """Has TDLib wait at `step`."""
        self.become(SigningIn(step, connection=self.connection))

    def refuse(self, kind: type[Any], message: str) -> None:
        """Has requests of one kind refused from now on."""
        self.sender.answers[kind] = td.Error(code=400, message=message)

    def subscribe(self, callback: Callable[[], None]) -> Subscription:
        return Subscription(self._subscribers, callback)

    def as_account(self) -> Account:
        return cast(Account, self)

    async def destroy(self) -> None:
        await self.sender.request(tf.Destroy())

    async def log_out(self) -> None:
        await self.sender.request(tf.LogOut())

    def _go_back(self) -> None:
        self.went_back += 1

    async def _start_over(self) -> None:
        self.started_over += 1
        self._starting_over = asyncio.get_running_loop().create_future()
        if self.refuses_to_start_over is not None:
            raise self.refuses_to_start_over
        await self._starting_over
