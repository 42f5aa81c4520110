"""`auth.*`: signing in by code, password and QR token, and signing out."""

from __future__ import annotations

import re
import secrets

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Authorization, Call, RpcError, TLObject, method
from tdlib.sandbox.world.devices import PendingCode
from tdlib.sandbox.world.passwords import Challenge
from tdlib.sandbox.world.persons import Person
from tdlib.sandbox.world.welcome import register, tell_code, tell_sign_in

CODE_LENGTH = 5
MAX_ATTEMPTS = 5
LOGIN_NOTE_KEY = "password_for"
TERMS = """Nobody here is real, and nothing that you write leaves this computer.

• Be kind to the people of the sample; they answer as well as they can.
• What you write is forgotten when this Telegram ends, unless it was told to keep it."""


@method("auth.sendCode")
async def send_code(call: Call, request: TLObject) -> TLObject:
    """Sends a code to the devices of the number's owner, or by message for a number nobody has."""
    phone = _phone(request.phone_number)
    if request.api_id <= 0:
        raise RpcError(400, "API_ID_INVALID")
    return _sent(call, call.world.devices.send_code(phone, call.world.now()))


@method("auth.resendCode")
async def resend_code(call: Call, request: TLObject) -> TLObject:
    """Sends the code again, by message."""
    code = _pending(call, request)
    code.attempts = 0
    code.expires = call.world.now() + 300
    return _sent(call, code, by_message=True)


@method("auth.cancelCode")
async def cancel_code(call: Call, request: TLObject) -> bool:
    """Gives a sign-in up."""
    del call.world.devices.codes[_pending(call, request).hash]
    return True


@method("auth.signIn")
async def sign_in(call: Call, request: TLObject) -> TLObject:
    """Signs in with a code; a password or a name may be needed after it."""
    code = _pending(call, request)
    if not request.phone_code:
        raise RpcError(400, "PHONE_CODE_EMPTY")
    if code.expires <= call.world.now() or code.attempts >= MAX_ATTEMPTS:
        raise RpcError(400, "PHONE_CODE_EXPIRED")
    if request.phone_code != call.world.code:
        code.attempts += 1
        raise RpcError(400, "PHONE_CODE_INVALID")
    person = call.world.persons.by_phone.get(code.phone)
    if person is None:
        code.proven = True
        return tl.auth.AuthorizationSignUpRequired(terms_of_service=_terms())
    del call.world.devices.codes[code.hash]
    return enter(call, person)


@method("auth.signUp")
async def sign_up(call: Call, request: TLObject) -> TLObject:
    """Registers the owner of a number that nobody had."""
    code = _pending(call, request)
    if not code.proven or code.phone in call.world.persons.by_phone:
        raise RpcError(400, "PHONE_CODE_INVALID")
    if not request.first_name.strip() or len(request.first_name) > 64:
        raise RpcError(400, "FIRSTNAME_INVALID")
    if len(request.last_name) > 64:
        raise RpcError(400, "LASTNAME_INVALID")
    del call.world.devices.codes[code.hash]
    return enter(call, register(call.world, code.phone, request.first_name.strip(), request.last_name.strip()))


@method("auth.checkPassword")
async def check_password(call: Call, request: TLObject) -> TLObject:
    """Signs in with the second step's password."""
    user_id = call.authorization.state.get(LOGIN_NOTE_KEY)
    if user_id is None:
        raise RpcError(401, "AUTH_KEY_UNREGISTERED")
    verify_password(call, request.password)
    return _authorize(call, call.world.person(user_id))


@method("auth.exportLoginToken")
async def export_login_token(call: Call, request: TLObject) -> TLObject:
    """The token of a QR code, or the sign-in where another device has confirmed it."""
    tokens = call.world.devices.tokens
    confirmed = next((each for each in tokens.values() if each.device is call.authorization and each.accepted_by), None)
    if confirmed is not None:
        del tokens[confirmed.token]
        person = call.world.person(confirmed.accepted_by)
        return tl.auth.LoginTokenSuccess(authorization=enter(call, person))
    token = call.world.devices.show_token(call.authorization, call.world.now())
    return tl.auth.LoginToken(expires=token.expires, token=token.token)


@method("auth.importLoginToken")
async def import_login_token(call: Call, request: TLObject) -> TLObject:
    """Asked after a move to another data centre, of which there is only one here."""
    raise RpcError(400, "AUTH_TOKEN_INVALID")


@method("auth.acceptLoginToken")
async def accept_login_token(call: Call, request: TLObject) -> TLObject:
    """Confirms the QR code that another device shows."""
    user_id = call.user_id
    token = call.world.devices.tokens.get(bytes(request.token))
    if token is None:
        raise RpcError(400, "AUTH_TOKEN_INVALID")
    if token.expires <= call.world.now():
        raise RpcError(400, "AUTH_TOKEN_EXPIRED")
    if token.accepted_by:
        raise RpcError(400, "AUTH_TOKEN_ALREADY_ACCEPTED")
    token.accepted_by = user_id
    token.device.push(tl.UpdateShort(update=tl.UpdateLoginToken(), date=call.world.now()))
    return tl_authorization(call, token.device)


@method("auth.logOut")
async def log_out(call: Call, request: TLObject) -> TLObject:
    """Signs the calling device out."""
    call.world.devices.sign_out(call.authorization)
    return tl.auth.LoggedOut()


@method("auth.resetAuthorizations")
async def reset_authorizations(call: Call, request: TLObject) -> bool:
    """Signs all other devices out."""
    for device in call.world.devices.of(call.user_id):
        if device is not call.authorization:
            end_session(call, device)
    return True


@method("auth.exportAuthorization")
async def export_authorization(call: Call, request: TLObject) -> TLObject:
    """There is one data centre, so nothing can be exported to another."""
    raise RpcError(400, "DC_ID_INVALID")


@method("auth.importAuthorization")
async def import_authorization(call: Call, request: TLObject) -> TLObject:
    """The counterpart of exportAuthorization."""
    raise RpcError(400, "AUTH_BYTES_INVALID")


@method("auth.importBotAuthorization")
async def import_bot_authorization(call: Call, request: TLObject) -> TLObject:
    """Signs a bot in: its token is `ID:anything`, as long as the id is a bot's."""
    number = request.bot_auth_token.partition(":")[0]
    person = call.world.persons.get(int(number)) if number.isdigit() else None
    if person is None or not person.is_bot:
        raise RpcError(400, "ACCESS_TOKEN_INVALID")
    return _authorize(call, person)


@method("auth.requestPasswordRecovery")
async def request_password_recovery(call: Call, request: TLObject) -> TLObject:
    """No sample password has a recovery address."""
    raise RpcError(400, "PASSWORD_RECOVERY_NA")


def enter(call: Call, person: Person) -> TLObject:
    """Lets somebody in who has proven the number; raises `SESSION_PASSWORD_NEEDED` where a password is set."""
    if call.world.account(person.id).password is not None:
        call.authorization.state[LOGIN_NOTE_KEY] = person.id
        raise RpcError(401, "SESSION_PASSWORD_NEEDED")
    return _authorize(call, person)


def verify_password(call: Call, given: TLObject) -> None:
    """Checks an SRP proof against the challenge that `account.getPassword` gave.

    Raises:
        RpcError: `SRP_ID_INVALID` or `PASSWORD_HASH_INVALID`.
    """
    challenge = call.authorization.state.pop("challenge", None)
    if not isinstance(given, tl.InputCheckPasswordSRP):
        raise RpcError(400, "PASSWORD_HASH_INVALID")
    if not isinstance(challenge, Challenge) or challenge.id != given.srp_id:
        raise RpcError(400, "SRP_ID_INVALID")
    if not challenge.accepts(bytes(given.A), bytes(given.M1)):
        raise RpcError(400, "PASSWORD_HASH_INVALID")


def end_session(call: Call, device: Authorization) -> None:
    """Signs a device out from afar."""
    call.world.devices.sign_out(device)
    device.revoke("SESSION_REVOKED")


def tl_authorization(call: Call, device: Authorization) -> TLObject:
    """A device as a line of the sessions list; the own one has the hash 0."""
    is_current = device is call.authorization
    return tl.Authorization(
        hash=0 if is_current else device.key_id,
        current=is_current or None,
        device_model=device.device_model or "Unknown device",
        platform="Desktop",
        system_version=device.system_version,
        api_id=device.api_id,
        app_name="Heliograph",
        app_version=device.app_version,
        date_created=device.created_at,
        date_active=device.active_at,
        ip="127.0.0.1",
        country="Loopback",
        region="",
    )


def _terms() -> TLObject:
    return tl.help.TermsOfService(id=tl.DataJSON(data="{}"), text=TERMS, entities=[], min_age_confirm=16)


def _phone(given: str) -> str:
    digits = re.sub(r"[\s()+.-]", "", given)
    if not digits.isdigit() or not 7 <= len(digits) <= 15:
        raise RpcError(400, "PHONE_NUMBER_INVALID")
    return digits


def _pending(call: Call, request: TLObject) -> PendingCode:
    code = call.world.devices.codes.get(request.phone_code_hash)
    if code is None or code.phone != _phone(request.phone_number):
        raise RpcError(400, "PHONE_CODE_EXPIRED")
    return code


def _sent(call: Call, code: PendingCode, *, by_message: bool = False) -> TLObject:
    tell_code(call.world, code.phone)
    person = call.world.persons.by_phone.get(code.phone)
    has_device = person is not None and bool(call.world.devices.of(person.id))
    to_device = has_device and not by_message
    kind = tl.auth.SentCodeTypeApp if to_device else tl.auth.SentCodeTypeSms
    return tl.auth.SentCode(
        type=kind(length=CODE_LENGTH),
        phone_code_hash=code.hash,
        next_type=tl.auth.CodeTypeSms() if to_device else None,
        timeout=60 if to_device else None,
    )


def _authorize(call: Call, person: Person) -> TLObject:
    call.world.devices.sign_in(call.authorization, person.id, call.world.now())
    tell_sign_in(call.world, person, call.authorization)
    user = View(call.world, person.id)
    user.see(person.id)
    return tl.auth.Authorization(user=user.users[0], future_auth_token=secrets.token_bytes(32))
