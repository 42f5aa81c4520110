"""The steps of the sign-in and what they ask of TDLib, with a fake engine."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

import pytest

from client import auth, states
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import TdError
from tests.client.account_stage import Stage, play
from tests.helpers.fake_client import refusal


async def request_of(stage: Stage, verb: Awaitable[None], kind: type[tf.Request[Any]]) -> Any:
    stage.engine.answers(kind, td.Ok())
    await verb
    return stage.engine.asked(kind)[-1]


CODE = td.AuthenticationCodeInfo(phone_number="15", type=td.AuthenticationCodeTypeSms(length=5), timeout=60)


def test_the_step_of_a_code(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitCode(code_info=CODE))
        step = await stage.step(auth.CodeStep)
        assert (step.phone_number, step.code_type, step.next_type) == ("15", CODE.type, None)
        assert step.resend_at is not None
        assert 59 < step.resend_at - asyncio.get_running_loop().time() <= 60
        assert (await request_of(stage, step.submit("12345"), tf.CheckAuthenticationCode)).code == "12345"
        await request_of(stage, step.resend(), tf.ResendAuthenticationCode)
        await step.back()
        phone = await stage.step(auth.PhoneNumberStep)
        asked = await request_of(stage, phone.submit("+16"), tf.SetAuthenticationPhoneNumber)
        assert asked.phone_number == "+16"

    play(tmp_path, scenario)


def test_a_refused_code_is_raised_and_the_step_stays(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitCode(code_info=CODE))
        step = await stage.step(auth.CodeStep)
        stage.engine.answers(tf.CheckAuthenticationCode, refusal(400, "PHONE_CODE_INVALID"))
        with pytest.raises(TdError, match="PHONE_CODE_INVALID"):
            await step.submit("0")
        assert await stage.step(auth.CodeStep) is step

    play(tmp_path, scenario)


def test_the_step_of_a_password(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        state = td.AuthorizationStateWaitPassword(password_hint="dog", has_recovery_email_address=True)
        await stage.start_to(state)
        step = await stage.step(auth.PasswordStep)
        assert (step.hint, step.has_recovery_email, step.recovery_email_pattern) == ("dog", True, "")
        assert (await request_of(stage, step.submit("rex"), tf.CheckAuthenticationPassword)).password == "rex"
        await request_of(stage, step.request_recovery(), tf.RequestAuthenticationPasswordRecovery)
        asked = await request_of(stage, step.recover("11", "new"), tf.RecoverAuthenticationPassword)
        assert (asked.recovery_code, asked.new_password) == ("11", "new")

    play(tmp_path, scenario)


def test_the_step_of_a_registration(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        terms = td.TermsOfService(text=td.FormattedText(text="terms"), min_user_age=16)
        await stage.start_to(td.AuthorizationStateWaitRegistration(terms_of_service=terms))
        step = await stage.step(auth.RegistrationStep)
        assert step.terms is terms
        asked = await request_of(stage, step.submit("Ada", "L"), tf.RegisterUser)
        assert (asked.first_name, asked.last_name) == ("Ada", "L")

    play(tmp_path, scenario)


def test_the_steps_of_an_email(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitEmailAddress())
        address = await stage.step(auth.EmailAddressStep)
        asked = await request_of(stage, address.submit("a@b"), tf.SetAuthenticationEmailAddress)
        assert asked.email_address == "a@b"
        info = td.EmailAddressAuthenticationCodeInfo(email_address_pattern="a*@b", length=6)
        stage.engine.authorization(td.AuthorizationStateWaitEmailCode(code_info=info))
        step = await stage.step(auth.EmailCodeStep)
        assert (step.email_pattern, step.length, step.can_reset) == ("a*@b", 6, False)
        code = (await request_of(stage, step.submit("123456"), tf.CheckAuthenticationEmailCode)).code
        assert code == td.EmailAddressAuthenticationCode(code="123456")

    play(tmp_path, scenario)


def test_other_states_say_what_they_are_and_lead_back(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        premium = td.AuthorizationStateWaitPremiumPurchase(support_email_address="help@x", support_email_subject="s")
        await stage.start_to(premium)
        step = await stage.step(auth.PremiumStep)
        assert step.support_email_address == "help@x"
        await step.back()
        await stage.step(auth.PhoneNumberStep)

    play(tmp_path, scenario)


def test_leaving_a_qr_code_starts_over_behind_the_same_screen(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        phone = await stage.step(auth.PhoneNumberStep)
        await request_of(stage, phone.request_qr_code(), tf.RequestQrCodeAuthentication)
        stage.engine.authorization(td.AuthorizationStateWaitOtherDeviceConfirmation(link="tg://login?token=x"))
        step = await stage.step(auth.QrCodeStep)
        assert step.link == "tg://login?token=x"
        stage.seen.clear()
        stage.engine.answers(tf.LogOut, td.Ok())
        leaving = asyncio.ensure_future(step.use_phone_number())
        await stage.until(lambda: stage.engine.asked(tf.LogOut))
        stage.engine.authorization(td.AuthorizationStateLoggingOut())
        stage.engine.end()
        await stage.parameters()
        assert not leaving.done()
        stage.engine.authorization(td.AuthorizationStateWaitPhoneNumber())
        await leaving
        assert [type(state) for state in stage.seen] == [states.SigningIn]
        await stage.step(auth.PhoneNumberStep)

    play(tmp_path, scenario)


def test_countries_and_the_hint(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        step = await stage.step(auth.PhoneNumberStep)
        norway = td.CountryInfo(country_code="NO", name="Norway", calling_codes=["47"])
        stage.engine.answers(tf.GetCountries, td.Countries(countries=[norway]))
        stage.engine.answers(tf.GetCountryCode, refusal(500, "no network"))
        assert await step.countries() == [norway]
        assert step.country_code_hint == ""
        stage.engine.answers(tf.GetCountries, td.Countries(countries=[norway]))
        stage.engine.answers(tf.GetCountryCode, td.Text(text="no"))
        await step.countries()
        assert step.country_code_hint == "NO"

    play(tmp_path, scenario)


def test_a_number_that_is_wanted_after_all_leaves_a_qr_code_that_never_came(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        asked = await stage.step(auth.PhoneNumberStep)
        assert asked.takes_number
        waiting = asyncio.ensure_future(asked.request_qr_code())
        await stage.until(lambda: stage.engine.asked(tf.RequestQrCodeAuthentication))
        assert not asked.takes_number
        stage.engine.answers(tf.LogOut, td.Ok())
        leaving = asyncio.ensure_future(asked.use_phone_number())
        await stage.until(lambda: stage.engine.asked(tf.LogOut))
        stage.engine.end()
        await stage.parameters()
        stage.engine.authorization(td.AuthorizationStateWaitPhoneNumber())
        await leaving
        with pytest.raises(TdError):
            await waiting
        assert (await stage.step(auth.PhoneNumberStep)).takes_number

    play(tmp_path, scenario)


def test_the_way_back_after_a_qr_code_still_knows_that_no_number_is_taken(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        first = await stage.step(auth.PhoneNumberStep)
        await request_of(stage, first.request_qr_code(), tf.RequestQrCodeAuthentication)
        stage.engine.authorization(td.AuthorizationStateWaitPassword())
        await (await stage.step(auth.PasswordStep)).back()
        assert not (await stage.step(auth.PhoneNumberStep)).takes_number

    play(tmp_path, scenario)
