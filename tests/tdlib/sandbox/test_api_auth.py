"""Signing in and out by direct calls."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

import pytest

from tdlib.sandbox import seed
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.world.passwords import GENERATOR, PRIME, private_key
from tdlib.sandbox.world.world import World
from tests.tdlib.sandbox.api_caller import Device

ROBIN = "9996612222"
VERA = "9996613333"
NEW = "4915112345678"


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.time = 1_800_000_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(clock: Clock) -> World:
    made = World(clock=clock)
    seed.fill(made)
    return made


def send_code(device: Device, phone: str) -> str:
    sent = device.call("auth.sendCode", phone_number=phone, api_id=1, api_hash="x", settings=tl.CodeSettings())
    code_hash: str = sent.phone_code_hash
    return code_hash


def sign_in(device: Device, phone: str, code: str | None = None) -> Any:
    code_hash = send_code(device, phone)
    return device.call(
        "auth.signIn", phone_number=phone, phone_code_hash=code_hash, phone_code=code or device.world.code
    )


def proof(challenge: Any, password: str) -> Any:
    """The client's side of SRP, from the specification."""

    def padded(number: int) -> bytes:
        return number.to_bytes(256, "big")

    def digest(*parts: bytes) -> bytes:
        return hashlib.sha256(b"".join(parts)).digest()

    algorithm = challenge.current_algo
    public = int.from_bytes(challenge.srp_B, "big")
    own = secrets.randbits(2040)
    own_public = pow(GENERATOR, own, PRIME)
    key = private_key(password, algorithm.salt1, algorithm.salt2)
    multiplier = int.from_bytes(digest(padded(PRIME), padded(GENERATOR)), "big")
    scramble = int.from_bytes(digest(padded(own_public), padded(public)), "big")
    base = (public - multiplier * pow(GENERATOR, key, PRIME)) % PRIME
    shared = digest(padded(pow(base, own + scramble * key, PRIME)))
    mask = bytes(a ^ b for a, b in zip(digest(padded(PRIME)), digest(padded(GENERATOR)), strict=True))
    parts = (digest(algorithm.salt1), digest(algorithm.salt2), padded(own_public), padded(public), shared)
    return tl.InputCheckPasswordSRP(
        srp_id=challenge.srp_id,
        A=padded(own_public),
        M1=digest(mask, *parts),
    )


def test_a_known_number_signs_in_with_the_code(world: World) -> None:
    device = Device(world)
    told: list[tuple[str, str]] = []
    world.on_code = lambda phone, code: told.append((phone, code))
    answer = sign_in(device, f"+{ROBIN[:4]} {ROBIN[4:]}")
    assert isinstance(answer, tl.auth.Authorization)
    assert (answer.user.first_name, answer.user.is_self) == ("Robin", True)
    assert told == [(ROBIN, world.code)]


def test_the_other_devices_are_told_the_code_and_the_sign_in(world: World) -> None:
    first = Device(world, "Robin")
    second = Device(world, key_id=2)
    sent = second.call("auth.sendCode", phone_number=ROBIN, api_id=1, api_hash="x", settings=tl.CodeSettings())
    assert isinstance(sent.type, tl.auth.SentCodeTypeApp)
    sign_in(second, ROBIN)
    texts = [update.message.message for update in first.updates(tl.UpdateNewMessage)]
    assert any(world.code in text for text in texts)
    assert any("New login" in text for text in texts)


@pytest.mark.parametrize(
    ("phone", "code", "error"),
    [(ROBIN, "00000", "PHONE_CODE_INVALID"), (ROBIN, "", "PHONE_CODE_EMPTY")],
)
def test_a_wrong_code_is_refused(world: World, phone: str, code: str, error: str) -> None:
    device = Device(world)
    code_hash = send_code(device, phone)
    assert device.fails("auth.signIn", phone_number=phone, phone_code_hash=code_hash, phone_code=code) == error


def test_a_code_expires_by_time_and_by_attempts(world: World, clock: Clock) -> None:
    device = Device(world)
    late = send_code(device, ROBIN)
    clock.time += 301
    right = {"phone_number": ROBIN, "phone_code": world.code}
    assert device.fails("auth.signIn", phone_code_hash=late, **right) == "PHONE_CODE_EXPIRED"
    guessed = send_code(device, ROBIN)
    for _ in range(5):
        device.fails("auth.signIn", phone_number=ROBIN, phone_code_hash=guessed, phone_code="1")
    assert device.fails("auth.signIn", phone_code_hash=guessed, **right) == "PHONE_CODE_EXPIRED"
    device.call("auth.resendCode", phone_number=ROBIN, phone_code_hash=guessed)
    assert device.call("auth.signIn", phone_code_hash=guessed, **right).user.is_self


def test_a_cancelled_code_is_gone(world: World) -> None:
    device = Device(world)
    code_hash = send_code(device, ROBIN)
    assert device.call("auth.cancelCode", phone_number=ROBIN, phone_code_hash=code_hash) is True
    assert device.fails("auth.resendCode", phone_number=ROBIN, phone_code_hash=code_hash) == "PHONE_CODE_EXPIRED"


@pytest.mark.parametrize("phone", ["", "12", "not a number", "1" * 16])
def test_no_number_at_all_is_refused(world: World, phone: str) -> None:
    arguments = {"api_id": 1, "api_hash": "x", "settings": tl.CodeSettings()}
    assert Device(world).fails("auth.sendCode", phone_number=phone, **arguments) == "PHONE_NUMBER_INVALID"


def test_an_unknown_number_registers(world: World) -> None:
    device = Device(world)
    code_hash = send_code(device, NEW)
    names = {"phone_number": NEW, "phone_code_hash": code_hash, "last_name": "Person"}
    assert device.fails("auth.signUp", first_name="New", **names) == "PHONE_CODE_INVALID"
    asked = device.call("auth.signIn", phone_number=NEW, phone_code_hash=code_hash, phone_code=world.code)
    assert isinstance(asked, tl.auth.AuthorizationSignUpRequired)
    assert device.fails("auth.signUp", first_name=" ", **names) == "FIRSTNAME_INVALID"
    assert device.call("auth.signUp", first_name="New", **names).user.first_name == "New"
    assert world.persons.by_phone[NEW].name == "New Person"


def test_a_password_is_asked_for_and_proven(world: World) -> None:
    device = Device(world)
    code_hash = send_code(device, VERA)
    code = {"phone_number": VERA, "phone_code_hash": code_hash, "phone_code": world.code}
    assert device.fails("auth.signIn", **code) == "SESSION_PASSWORD_NEEDED"
    challenge = device.call("account.getPassword")
    assert (challenge.has_password, challenge.hint) == (True, "It falls through the window at noon")
    assert device.fails("auth.checkPassword", password=proof(challenge, "moonlight")) == "PASSWORD_HASH_INVALID"
    assert device.fails("auth.checkPassword", password=proof(challenge, "sunlight")) == "SRP_ID_INVALID"
    answer = device.call("auth.checkPassword", password=proof(device.call("account.getPassword"), "sunlight"))
    assert answer.user.first_name == "Vera"


def test_a_password_can_be_set_and_removed(world: World) -> None:
    device = Device(world, "Robin")
    algorithm = device.call("account.getPassword").new_algo
    verifier = pow(GENERATOR, private_key("new one", algorithm.salt1, algorithm.salt2), PRIME).to_bytes(256, "big")
    fresh = tl.account.PasswordInputSettings(new_algo=algorithm, new_password_hash=verifier, hint="h")
    device.call("account.updatePasswordSettings", password=tl.InputCheckPasswordEmpty(), new_settings=fresh)
    challenge = device.call("account.getPassword")
    assert challenge.has_password
    none = tl.account.PasswordInputSettings(new_algo=tl.PasswordKdfAlgoUnknown(), new_password_hash=b"", hint="")
    wrong = {"password": tl.InputCheckPasswordEmpty(), "new_settings": none}
    assert device.fails("account.updatePasswordSettings", **wrong) == "PASSWORD_HASH_INVALID"
    right = proof(device.call("account.getPassword"), "new one")
    device.call("account.updatePasswordSettings", password=right, new_settings=none)
    assert not device.call("account.getPassword").has_password


def export(device: Device) -> Any:
    return device.call("auth.exportLoginToken", api_id=1, api_hash="x", except_ids=[])


def test_a_token_is_confirmed_by_another_device(world: World) -> None:
    waiting, other = Device(world, key_id=1), Device(world, "Robin", key_id=2)
    token = export(waiting).token
    assert other.fails("auth.acceptLoginToken", token=b"another") == "AUTH_TOKEN_INVALID"
    other.call("auth.acceptLoginToken", token=token)
    assert isinstance(waiting.pushed[-1].update, tl.UpdateLoginToken)
    assert other.fails("auth.acceptLoginToken", token=token) == "AUTH_TOKEN_ALREADY_ACCEPTED"
    done = export(waiting)
    assert done.authorization.user.first_name == "Robin"


def test_a_token_of_somebody_with_a_password_asks_for_it(world: World) -> None:
    waiting, other = Device(world, key_id=1), Device(world, "Vera", key_id=2)
    other.call("auth.acceptLoginToken", token=export(waiting).token)
    assert waiting.fails("auth.exportLoginToken", api_id=1, api_hash="x", except_ids=[]) == "SESSION_PASSWORD_NEEDED"
    answer = waiting.call("auth.checkPassword", password=proof(waiting.call("account.getPassword"), "sunlight"))
    assert answer.user.first_name == "Vera"


def test_a_token_expires(world: World, clock: Clock) -> None:
    waiting, other = Device(world, key_id=1), Device(world, "Robin", key_id=2)
    token = export(waiting)
    clock.time += 31
    assert other.fails("auth.acceptLoginToken", token=token.token) == "AUTH_TOKEN_EXPIRED"
    assert export(waiting).token != token.token


def test_sessions_are_listed_and_ended(world: World) -> None:
    first, second = Device(world, "Robin", key_id=1), Device(world, "Robin", key_id=2)
    listed = first.call("account.getAuthorizations").authorizations
    assert sorted(each.hash for each in listed) == [0, 2]
    assert first.fails("account.resetAuthorization", hash=99) == "HASH_INVALID"
    first.call("account.resetAuthorization", hash=2)
    assert second.revoked == ["SESSION_REVOKED"]
    assert second.fails("updates.getState") == "AUTH_KEY_UNREGISTERED"
    first.call("auth.logOut")
    assert world.devices.of(world.user("Robin").id) == []
