"""`users.*` and `contacts.*`: people, and whom of them the caller knows."""

from __future__ import annotations

from tdlib.sandbox.api.answering import users_answer
from tdlib.sandbox.api.resolving import peer_of, person_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.dialogs import tl_notify
from tdlib.sandbox.render.media import tl_photo
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.render.persons import tl_status
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world.accounts import Contact
from tdlib.sandbox.world.chats import Channel
from tdlib.sandbox.world.persons import Person

MAX_FOUND = 50


@method("users.getUsers")
async def get_users(call: Call, request: TLObject) -> list[TLObject]:
    """People by id; unknown ones are left out."""
    known = [each for each in request.id if isinstance(each, tl.InputUserSelf) or call.world.persons.get(each.user_id)]
    return users_answer(call, [person_of(call, each).id for each in known])


@method("users.getFullUser")
async def get_full_user(call: Call, request: TLObject) -> TLObject:
    """All about a person."""
    person = person_of(call, request.id)
    dialog = call.world.account(call.user_id).dialogs.get(person.id)
    view = View(call.world, call.user_id)
    view.see(person.id)
    full = tl.UserFull(
        id=person.id,
        settings=_peer_settings(call, person),
        notify_settings=tl_notify(dialog.notify) if dialog else tl.PeerNotifySettings(),
        common_chats_count=_common_chats(call, person.id),
        about=person.about or None,
        profile_photo=tl_photo(person.photos[-1]) if person.photos else None,
        blocked=person.id in call.world.account(call.user_id).blocked or None,
        phone_calls_available=not person.is_bot or None,
        video_calls_available=not person.is_bot or None,
        can_pin_message=True,
        folder_id=(dialog.folder or None) if dialog else None,
        bot_info=_bot_info(person) if person.is_bot else None,
    )
    return tl.users.UserFull(full_user=full, chats=view.chats, users=view.users)


@method("messages.getPeerSettings")
async def get_peer_settings(call: Call, request: TLObject) -> TLObject:
    """Whether to offer "add" or "block" in a chat."""
    peer = peer_of(call, request.peer)
    person = call.world.persons.get(peer)
    view = View(call.world, call.user_id)
    view.see(peer)
    settings = _peer_settings(call, person) if person else tl.PeerSettings()
    return tl.messages.PeerSettings(settings=settings, chats=view.chats, users=view.users)


@method("messages.hidePeerSettingsBar")
async def hide_peer_settings_bar(call: Call, request: TLObject) -> bool:
    """Takes the offer away."""
    return True


@method("contacts.getContacts")
async def get_contacts(call: Call, request: TLObject) -> TLObject:
    """The caller's contacts."""
    contacts = list(call.world.account(call.user_id).contacts)
    shown = [tl.Contact(user_id=each, mutual=_is_mutual(call, each)) for each in contacts]
    return tl.contacts.Contacts(contacts=shown, saved_count=len(contacts), users=users_answer(call, contacts))


@method("contacts.getStatuses")
async def get_statuses(call: Call, request: TLObject) -> list[TLObject]:
    """When the contacts were last seen."""
    people = [call.world.person(each) for each in call.world.account(call.user_id).contacts]
    return [
        tl.ContactStatus(user_id=each.id, status=tl_status(call.world, each) or tl.UserStatusEmpty()) for each in people
    ]


@method("contacts.importContacts")
async def import_contacts(call: Call, request: TLObject) -> TLObject:
    """Adds people by phone; those without an account are left out."""
    account = call.world.account(call.user_id)
    imported = []
    for each in request.contacts:
        person = call.world.persons.by_phone.get("".join(filter(str.isdigit, each.phone)))
        if person is not None:
            account.contacts[person.id] = Contact(each.first_name or person.first_name, each.last_name)
            imported.append(tl.ImportedContact(user_id=person.id, client_id=each.client_id))
    users = users_answer(call, [each.user_id for each in imported])
    return tl.contacts.ImportedContacts(imported=imported, popular_invites=[], retry_contacts=[], users=users)


@method("contacts.addContact")
async def add_contact(call: Call, request: TLObject) -> TLObject:
    """Makes somebody a contact under a name."""
    person = person_of(call, request.id)
    if not request.first_name.strip():
        raise RpcError(400, "CONTACT_NAME_EMPTY")
    call.world.account(call.user_id).contacts[person.id] = Contact(request.first_name, request.last_name)
    return _tell_settings(call, [person])


@method("contacts.deleteContacts")
async def delete_contacts(call: Call, request: TLObject) -> TLObject:
    """Removes contacts."""
    people = [person_of(call, each) for each in request.id]
    for person in people:
        call.world.account(call.user_id).contacts.pop(person.id, None)
    return _tell_settings(call, people)


@method("contacts.block", "contacts.unblock")
async def block(call: Call, request: TLObject) -> bool:
    """Blocks somebody, or takes that back."""
    user_id = person_of(call, request.id).id
    blocked = call.world.account(call.user_id).blocked
    is_blocked = request.QUALNAME.endswith(".Block")
    if is_blocked:
        blocked[user_id] = call.world.now()
    else:
        blocked.pop(user_id, None)
    with call.world.change(call.authorization) as changes:
        update = tl.UpdatePeerBlocked(peer_id=tl_peer(user_id), blocked=is_blocked or None)
        changes.tell(call.user_id, update, user_id)
    return True


@method("contacts.getBlocked")
async def get_blocked(call: Call, request: TLObject) -> TLObject:
    """Whom the caller has blocked."""
    blocked = call.world.account(call.user_id).blocked
    page = list(blocked.items())[request.offset : request.offset + request.limit]
    shown = [tl.PeerBlocked(peer_id=tl_peer(user_id), date=date) for user_id, date in page]
    users = users_answer(call, [user_id for user_id, _ in page])
    return tl.contacts.BlockedSlice(count=len(blocked), blocked=shown, chats=[], users=users)


@method("contacts.search")
async def search(call: Call, request: TLObject) -> TLObject:
    """Own contacts and chats, and public people and channels, by the beginning of a name."""
    if len(request.q.strip().lstrip("@")) < 1:
        raise RpcError(400, "SEARCH_QUERY_EMPTY")
    account = call.world.account(call.user_id)
    own: list[int] = []
    others: list[int] = []
    for person in call.world.persons.matching(request.q):
        is_own = person.id in account.contacts or person.id in account.dialogs.by_peer
        if is_own:
            own.append(person.id)
        elif person.username and not person.is_deleted:
            others.append(person.id)
    for chat in call.world.chats.matching(request.q):
        if chat.has(call.user_id):
            own.append(chat.peer)
        elif isinstance(chat, Channel) and chat.username:
            others.append(chat.peer)
    limit = min(request.limit, MAX_FOUND)
    view = View(call.world, call.user_id)
    view.see(*own[:limit], *others[:limit])
    return tl.contacts.Found(
        my_results=[tl_peer(each) for each in own[:limit]],
        results=[tl_peer(each) for each in others[:limit]],
        chats=view.chats,
        users=view.users,
    )


@method("contacts.resolveUsername")
async def resolve_username(call: Call, request: TLObject) -> TLObject:
    """Who or what has a username."""
    person = call.world.persons.by_username.get(request.username.lower())
    channel = call.world.chats.by_username(request.username)
    if person is None and (channel is None or not request.username):
        raise RpcError(400, "USERNAME_NOT_OCCUPIED" if request.username else "USERNAME_INVALID")
    return _resolved(call, person.id if person else channel.peer if channel else 0)


@method("contacts.resolvePhone")
async def resolve_phone(call: Call, request: TLObject) -> TLObject:
    """Who has a phone number."""
    person = call.world.persons.by_phone.get("".join(filter(str.isdigit, request.phone)))
    if person is None:
        raise RpcError(400, "PHONE_NOT_OCCUPIED")
    return _resolved(call, person.id)


@method("contacts.getTopPeers")
async def get_top_peers(call: Call, request: TLObject) -> TLObject:
    """Whom the caller writes to most."""
    dialogs = call.world.account(call.user_id).dialogs.listed(None)
    others = {call.user_id, *call.world.account(call.user_id).not_frequent}
    people = [each for each in dialogs if each.peer > 0 and each.peer not in others and len(each.history) > 3][:10]
    peers = [tl.TopPeer(peer=tl_peer(each.peer), rating=float(len(each.history))) for each in people]
    view = View(call.world, call.user_id)
    view.see(*(each.peer for each in people))
    category = tl.TopPeerCategoryPeers(category=tl.TopPeerCategoryCorrespondents(), count=len(peers), peers=peers)
    return tl.contacts.TopPeers(
        categories=[category] if request.correspondents and peers else [], chats=view.chats, users=view.users
    )


@method("contacts.resetTopPeerRating")
async def reset_top_peer_rating(call: Call, request: TLObject) -> bool:
    """Takes somebody out of those whom the caller writes to most."""
    call.world.account(call.user_id).not_frequent.add(peer_of(call, request.peer))
    return True


@method("contacts.toggleTopPeers", "contacts.resetSaved", "contacts.deleteByPhones")
async def accept_contacts_change(call: Call, request: TLObject) -> bool:
    """Accepted; ratings are derived from the histories."""
    return True


@method("contacts.getSaved")
async def get_saved(call: Call, request: TLObject) -> list[TLObject]:
    """No address book is kept."""
    return []


@method("contacts.getBirthdays")
async def get_birthdays(call: Call, request: TLObject) -> TLObject:
    """Nobody's birthday is today."""
    return tl.contacts.ContactBirthdays(contacts=[], users=[])


@method("contacts.getSponsoredPeers")
async def get_sponsored_peers(call: Call, request: TLObject) -> TLObject:
    """No advertisements."""
    return tl.contacts.SponsoredPeersEmpty()


def _is_mutual(call: Call, user_id: int) -> bool:
    return call.user_id in call.world.account(user_id).contacts


def _peer_settings(call: Call, person: Person) -> TLObject:
    account = call.world.account(call.user_id)
    is_known = person.id in account.contacts or person.id == call.user_id or person.is_bot or person.is_support
    if is_known or person.is_deleted or person.id not in account.dialogs.by_peer:
        return tl.PeerSettings()
    return tl.PeerSettings(add_contact=True, block_contact=True, report_spam=True)


def _tell_settings(call: Call, people: list[Person]) -> TLObject:
    with call.world.change(call.authorization) as changes:
        for person in people:
            update = tl.UpdatePeerSettings(peer=tl_peer(person.id), settings=_peer_settings(call, person))
            changes.tell(call.user_id, update, person.id)
    return changes.answer(call.user_id)


def _common_chats(call: Call, user_id: int) -> int:
    if user_id == call.user_id:
        return 0
    return sum(
        chat.has(user_id) and chat.has(call.user_id) and not (isinstance(chat, Channel) and chat.is_broadcast)
        for chat in call.world.chats
    )


def _bot_info(person: Person) -> TLObject:
    commands = [tl.BotCommand(command=name, description=text) for name, text in person.commands]
    menu = tl.BotMenuButtonDefault()
    return tl.BotInfo(user_id=person.id, description=person.about, commands=commands, menu_button=menu)


def _resolved(call: Call, peer: int) -> TLObject:
    view = View(call.world, call.user_id)
    view.see(peer)
    return tl.contacts.ResolvedPeer(peer=tl_peer(peer), chats=view.chats, users=view.users)
