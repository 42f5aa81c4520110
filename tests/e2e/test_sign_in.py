"""Signing in each way, through the real TDLib, with a kurigram client as the person's other device."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from client import auth
from client.states import SignedIn
from tdlib.errors import TdError
from tdlib.sandbox.codec import functions
from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.device import Device, run
from tests.helpers.kurigram_client import KurigramClient

ALICE = "Alice"


def test_a_phone_number_and_a_code(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            step = await device.step(auth.PhoneNumberStep)
            await step.submit(device.phone(ALICE))
            code = await device.step(auth.CodeStep)
            await code.submit(sandbox.code)
            session = await device.session()
            assert session.users.full_name(session.me_id).startswith(ALICE)

    run(scenario)


def test_a_wrong_number_and_a_wrong_code_leave_a_way_on(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            step = await device.step(auth.PhoneNumberStep)
            with pytest.raises(TdError, match="PHONE_NUMBER_INVALID"):
                await step.submit("+1")
            await step.submit(device.phone("Bob"))
            code = await device.step(auth.CodeStep)
            with pytest.raises(TdError, match="PHONE_CODE_INVALID"):
                await code.submit("00000")
            await code.back()
            again = await device.step(auth.PhoneNumberStep)
            await again.submit(device.phone(ALICE))
            code = await device.step(auth.CodeStep)
            assert code.phone_number.lstrip("+") == device.phone(ALICE).lstrip("+")
            await code.submit(sandbox.code)
            session = await device.session()
            assert session.users.full_name(session.me_id).startswith(ALICE)

    run(scenario)


def test_a_password_with_its_hint(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        guarded = next(user for user in sandbox.users if user["password"])
        async with Device(sandbox, tmp_path) as device:
            step = await device.step(auth.PhoneNumberStep)
            await step.submit(guarded["phone"] or "")
            code = await device.step(auth.CodeStep)
            await code.submit(sandbox.code)
            password = await device.step(auth.PasswordStep)
            assert password.hint
            with pytest.raises(TdError, match="PASSWORD_HASH_INVALID"):
                await password.submit("not it")
            await password.submit(guarded["password"] or "")
            session = await device.session()
            assert session.users.full_name(session.me_id) == guarded["name"]

    run(scenario)


def test_a_new_number_registers(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            step = await device.step(auth.PhoneNumberStep)
            await step.submit("+99966 7 7777")
            code = await device.step(auth.CodeStep)
            await code.submit(sandbox.code)
            registration = await device.step(auth.RegistrationStep)
            await registration.submit("Nova", "Lightbody")
            session = await device.session()
            assert session.users.full_name(session.me_id) == "Nova Lightbody"

    run(scenario)


def test_a_qr_code_shown_here_and_confirmed_elsewhere(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            step = await device.step(auth.PhoneNumberStep)
            await step.request_qr_code()
            shown = await device.step(auth.QrCodeStep)
            assert shown.link.startswith("tg://login?token=")
            await device.elsewhere(confirm_qr_code, sandbox, device.phone(ALICE), shown.link)
            session = await device.session()
            assert session.users.full_name(session.me_id).startswith(ALICE)

    run(scenario)


def test_a_qr_code_shown_elsewhere_and_confirmed_here(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path / "here") as here, Device(sandbox, tmp_path / "there") as there:
            session = await here.sign_in(ALICE)
            step = await there.step(auth.PhoneNumberStep)
            await step.request_qr_code()
            shown = await there.step(auth.QrCodeStep)
            await session.devices.confirm_qr(shown.link)
            signed_in = await there.session()
            assert signed_in.me_id == session.me_id

    run(scenario)


def test_logging_out_ends_the_session_and_starts_over(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            await device.sign_in(ALICE)
            await device.account.log_out()
            await device.step(auth.PhoneNumberStep)
            await device.sign_in("Bob")

    run(scenario)


def test_a_session_ended_elsewhere_says_why(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            await device.sign_in(ALICE)
            sandbox.revoke_session(ALICE)
            await device.step(auth.PhoneNumberStep)
            assert "SESSION_REVOKED" in device.reasons

    run(scenario)


def test_a_kept_profile_is_signed_in_at_once(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            await device.sign_in(ALICE)
        sandbox.offline()
        async with Device(sandbox, tmp_path) as device:
            session = await device.session()
            assert isinstance(device.account.state, SignedIn)
            assert session.me_id

    run(scenario)


def confirm_qr_code(sandbox: Sandbox, phone: str, link: str) -> None:
    with KurigramClient(sandbox.address) as phone_app:
        phone_app.sign_in(phone, sandbox.code)
        token = link.partition("token=")[2]
        secret = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        phone_app.invoke(functions.auth.AcceptLoginToken(token=secret))
