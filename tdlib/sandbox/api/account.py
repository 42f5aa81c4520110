"""`account.*`: password, sessions, notifications, profile, privacy."""

from __future__ import annotations

import secrets

from tdlib.sandbox.api.answering import users_answer
from tdlib.sandbox.api.auth import end_session, tl_authorization, verify_password
from tdlib.sandbox.api.channels import username_is_free
from tdlib.sandbox.api.resolving import peer_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.dialogs import tl_notify
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world import presence
from tdlib.sandbox.world.dialogs import NotifySettings
from tdlib.sandbox.world.passwords import GENERATOR, PRIME, SIZE, Challenge, Password

SETTINGS_OF_ALL = {
    tl.InputNotifyUsers: ("users", tl.NotifyUsers),
    tl.InputNotifyChats: ("chats", tl.NotifyChats),
    tl.InputNotifyBroadcasts: ("broadcasts", tl.NotifyBroadcasts),
}


@method("account.getPassword")
async def get_password(call: Call, request: TLObject) -> TLObject:
    """Whether a password is set, and what is needed to prove it or to set one."""
    user_id = call.authorization.user_id or call.authorization.state.get("password_for")
    if user_id is None:
        raise RpcError(401, "AUTH_KEY_UNREGISTERED")
    password = call.world.account(user_id).password
    common = {
        "new_algo": _algorithm(secrets.token_bytes(8), secrets.token_bytes(16)),
        "new_secure_algo": tl.SecurePasswordKdfAlgoPBKDF2HMACSHA512iter100000(salt=secrets.token_bytes(8)),
        "secure_random": secrets.token_bytes(256),
    }
    if password is None:
        return tl.account.Password(**common)
    challenge = Challenge(password)
    call.authorization.state["challenge"] = challenge
    return tl.account.Password(
        has_password=True,
        current_algo=_algorithm(password.salt1, password.salt2),
        srp_B=challenge.public,
        srp_id=challenge.id,
        hint=password.hint or None,
        **common,
    )


@method("account.getPasswordSettings")
async def get_password_settings(call: Call, request: TLObject) -> TLObject:
    """The settings behind a password; no recovery address is kept here."""
    call.world.person(call.user_id)
    verify_password(call, request.password)
    return tl.account.PasswordSettings()


@method("account.updatePasswordSettings")
async def update_password_settings(call: Call, request: TLObject) -> bool:
    """Sets, changes or removes the password."""
    account = call.world.account(call.user_id)
    if account.password is not None:
        verify_password(call, request.password)
    fresh = request.new_settings
    if fresh.new_algo is None:
        return True
    if isinstance(fresh.new_algo, tl.PasswordKdfAlgoUnknown) or not fresh.new_password_hash:
        account.password = None
        return True
    verifier = int.from_bytes(bytes(fresh.new_password_hash), "big")
    if not 1 < verifier < PRIME:
        raise RpcError(400, "NEW_SETTINGS_INVALID")
    salts = bytes(fresh.new_algo.salt1), bytes(fresh.new_algo.salt2)
    account.password = Password("", fresh.hint or "", *salts, verifier)
    return True


@method("account.getAuthorizations")
async def get_authorizations(call: Call, request: TLObject) -> TLObject:
    """The devices on which the caller is signed in."""
    devices = call.world.devices.of(call.user_id)
    shown = [tl_authorization(call, device) for device in devices]
    return tl.account.Authorizations(authorization_ttl_days=180, authorizations=shown)


@method("account.resetAuthorization")
async def reset_authorization(call: Call, request: TLObject) -> bool:
    """Signs one other device out."""
    device = call.world.devices.by_key.get(request.hash)
    if device is None or device.user_id != call.user_id:
        raise RpcError(400, "HASH_INVALID")
    end_session(call, device)
    return True


@method("account.getNotifySettings")
async def get_notify_settings(call: Call, request: TLObject) -> TLObject:
    """The notification settings of one chat or of a kind of chats."""
    return tl_notify(_settings(call, request.peer))


@method("account.updateNotifySettings")
async def update_notify_settings(call: Call, request: TLObject) -> bool:
    """Changes them; what the request leaves out falls back to the settings of the kind."""
    settings = _settings(call, request.peer)
    settings.mute_until = request.settings.mute_until
    settings.silent = request.settings.silent
    settings.show_previews = request.settings.show_previews
    kind = SETTINGS_OF_ALL.get(type(request.peer))
    peer = 0 if kind else peer_of(call, request.peer.peer)
    place = kind[1]() if kind else tl.NotifyPeer(peer=tl_peer(peer))
    with call.world.change(call.authorization) as changes:
        update = tl.UpdateNotifySettings(peer=place, notify_settings=tl_notify(settings))
        changes.tell(call.user_id, update, peer)
    return True


@method("account.resetNotifySettings")
async def reset_notify_settings(call: Call, request: TLObject) -> bool:
    """All settings back to what they were in the beginning."""
    account = call.world.account(call.user_id)
    account.notify.clear()
    for dialog in account.dialogs.by_peer.values():
        dialog.notify = NotifySettings()
    return True


@method("account.getNotifyExceptions")
async def get_notify_exceptions(call: Call, request: TLObject) -> TLObject:
    """Chats with settings of their own, as updates."""
    view = View(call.world, call.user_id)
    updates = []
    for dialog in call.world.account(call.user_id).dialogs.by_peer.values():
        if dialog.notify.mute_until is not None:
            view.see(dialog.peer)
            place = tl.NotifyPeer(peer=tl_peer(dialog.peer))
            updates.append(tl.UpdateNotifySettings(peer=place, notify_settings=tl_notify(dialog.notify)))
    return tl.Updates(updates=updates, users=view.users, chats=view.chats, date=call.world.now(), seq=0)


@method("account.updateStatus")
async def update_status(call: Call, request: TLObject) -> bool:
    """The caller came or went."""
    with call.world.change(call.authorization) as changes:
        presence.set_online(changes, call.user_id, not request.offline)
    return True


@method("account.updateProfile")
async def update_profile(call: Call, request: TLObject) -> TLObject:
    """Changes the own name and description."""
    person = call.world.person(call.user_id)
    if request.first_name is not None:
        if not request.first_name.strip() or len(request.first_name) > 64:
            raise RpcError(400, "FIRSTNAME_INVALID")
        person.first_name = request.first_name.strip()
    if request.last_name is not None:
        if len(request.last_name) > 64:
            raise RpcError(400, "LASTNAME_INVALID")
        person.last_name = request.last_name.strip()
    if request.about is not None:
        if len(request.about) > 70:
            raise RpcError(400, "ABOUT_TOO_LONG")
        person.about = request.about
    return _changed(call)


@method("account.checkUsername")
async def check_username(call: Call, request: TLObject) -> bool:
    """Whether a username is free."""
    return username_is_free(call, request.username)


@method("account.updateUsername")
async def update_username(call: Call, request: TLObject) -> TLObject:
    """Gives the caller another username, or takes it away."""
    person = call.world.person(call.user_id)
    if request.username == person.username:
        raise RpcError(400, "USERNAME_NOT_MODIFIED")
    if request.username and not username_is_free(call, request.username):
        raise RpcError(400, "USERNAME_OCCUPIED")
    call.world.persons.rename(person, request.username)
    return _changed(call)


@method("account.getPrivacy")
async def get_privacy(call: Call, request: TLObject) -> TLObject:
    """Who may see or do something."""
    rules = call.world.account(call.user_id).privacy.get(_rule_name(request.key), [tl.PrivacyValueAllowAll()])
    return tl.account.PrivacyRules(rules=rules, chats=[], users=[])


@method("account.setPrivacy")
async def set_privacy(call: Call, request: TLObject) -> TLObject:
    """Changes who may see or do something."""
    rules = [_rule(call, each) for each in request.rules]
    call.world.account(call.user_id).privacy[_rule_name(request.key)] = rules
    return tl.account.PrivacyRules(rules=rules, chats=[], users=[])


def _changed(call: Call) -> TLObject:
    with call.world.change(call.authorization) as changes:
        presence.tell_changed(changes, call.user_id)
    return users_answer(call, [call.user_id])[0]


def _algorithm(salt1: bytes, salt2: bytes) -> TLObject:
    kind = tl.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow
    return kind(salt1=salt1, salt2=salt2, g=GENERATOR, p=PRIME.to_bytes(SIZE, "big"))


def _settings(call: Call, place: TLObject) -> NotifySettings:
    kind = SETTINGS_OF_ALL.get(type(place))
    if kind:
        defaults = NotifySettings(mute_until=0, silent=False, show_previews=True)
        return call.world.account(call.user_id).notify.setdefault(kind[0], defaults)
    if not hasattr(place, "peer"):
        raise RpcError(400, "PEER_ID_INVALID")
    return call.world.dialog(call.user_id, peer_of(call, place.peer)).notify


def _rule_name(key: TLObject) -> str:
    return str(key.QUALNAME.rpartition(".InputPrivacyKey")[2])


def _rule(call: Call, given: TLObject) -> TLObject:
    """A rule as it comes back: without "Input" in its name and with bare ids."""
    name = given.QUALNAME.rpartition(".Input")[2]
    made = getattr(tl, name)
    if "Users" in name:
        return made(users=[peer_of(call, each) for each in given.users])
    if "ChatParticipants" in name:
        return made(chats=list(given.chats))
    return made()
