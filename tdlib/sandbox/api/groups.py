"""`messages.*` of groups: made, joined, left, renamed, described; and invite links of groups and channels."""

from __future__ import annotations

from tdlib.sandbox.api.media import photo_from
from tdlib.sandbox.api.resolving import group_of, peer_of, person_of, require_admin
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.chats import tl_chat
from tdlib.sandbox.render.dialogs import tl_notify
from tdlib.sandbox.render.media import tl_photo
from tdlib.sandbox.render.participants import tl_group_members
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world import membership, posting
from tdlib.sandbox.world.chats import Channel, Group
from tdlib.sandbox.world.files import Photo

MAX_TITLE = 128
MAX_MEMBERS = 200


@method("messages.createChat")
async def create_chat(call: Call, request: TLObject) -> TLObject:
    """Makes a basic group."""
    title = checked_title(request.title)
    members = [person_of(call, each).id for each in request.users]
    if not members:
        raise RpcError(400, "USERS_TOO_FEW")
    group = membership.new_group(call.world, call.user_id, title, members, call.world.now())
    with call.world.change(call.authorization) as changes:
        action = tl.MessageActionChatCreate(title=title, users=list(group.members))
        said = posting.announce(changes, group.peer, call.user_id, action)
        for member in group.members:
            shown = tl_group_members(group, member)
            changes.tell(member, tl.UpdateChatParticipants(participants=shown), group.peer, *group.members)
    number = tl.UpdateMessageID(id=said.id_for(call.user_id), random_id=call.world.take_hash())
    return tl.messages.InvitedUsers(updates=changes.answer(call.user_id, number), missing_invitees=[])


@method("messages.addChatUser")
async def add_chat_user(call: Call, request: TLObject) -> TLObject:
    """Lets somebody into a basic group."""
    group = _own_group(call, request.chat_id)
    person = person_of(call, request.user_id)
    if group.has(person.id):
        raise RpcError(400, "USER_ALREADY_PARTICIPANT")
    if group.headcount >= MAX_MEMBERS:
        raise RpcError(400, "USERS_TOO_MUCH")
    with call.world.change(call.authorization) as changes:
        membership.add(changes, group, person.id, call.user_id)
    return tl.messages.InvitedUsers(updates=changes.answer(call.user_id), missing_invitees=[])


@method("messages.deleteChatUser")
async def delete_chat_user(call: Call, request: TLObject) -> TLObject:
    """Takes somebody out of a basic group, or leaves it."""
    group = _own_group(call, request.chat_id)
    person = person_of(call, request.user_id)
    if not group.has(person.id):
        raise RpcError(400, "USER_NOT_PARTICIPANT")
    if person.id != call.user_id:
        require_admin(call, group)
    with call.world.change(call.authorization) as changes:
        membership.remove(changes, group, person.id, call.user_id)
    return changes.answer(call.user_id)


@method("messages.editChatTitle")
async def edit_chat_title(call: Call, request: TLObject) -> TLObject:
    """Renames a basic group."""
    group = _own_group(call, request.chat_id)
    title = checked_title(request.title)
    if title == group.title:
        raise RpcError(400, "CHAT_NOT_MODIFIED")
    group.title = title
    with call.world.change(call.authorization) as changes:
        posting.announce(changes, group.peer, call.user_id, tl.MessageActionChatEditTitle(title=title))
    return changes.answer(call.user_id)


@method("messages.editChatPhoto")
async def edit_chat_photo(call: Call, request: TLObject) -> TLObject:
    """Gives a basic group another photo, or none."""
    group = _own_group(call, request.chat_id)
    group.photo = chat_photo(call, request.photo)
    with call.world.change(call.authorization) as changes:
        posting.announce(changes, group.peer, call.user_id, photo_action(group.photo))
    return changes.answer(call.user_id)


@method("messages.editChatAbout")
async def edit_chat_about(call: Call, request: TLObject) -> bool:
    """Changes the description of a group or channel."""
    chat = call.world.chats.get(peer_of(call, request.peer))
    if chat is None:
        raise RpcError(400, "PEER_ID_INVALID")
    require_admin(call, chat)
    if len(request.about) > 255:
        raise RpcError(400, "CHAT_ABOUT_TOO_LONG")
    if request.about == chat.about:
        raise RpcError(400, "CHAT_ABOUT_NOT_MODIFIED")
    chat.about = request.about
    return True


@method("messages.editChatAdmin")
async def edit_chat_admin(call: Call, request: TLObject) -> bool:
    """Makes a member of a basic group an administrator, or takes that back."""
    group = _own_group(call, request.chat_id)
    require_admin(call, group)
    member = group.members.get(person_of(call, request.user_id).id)
    if member is None:
        raise RpcError(400, "USER_NOT_PARTICIPANT")
    member.is_admin = bool(request.is_admin)
    group.version += 1
    with call.world.change(call.authorization) as changes:
        for each in group.members:
            shown = tl_group_members(group, each)
            changes.tell(each, tl.UpdateChatParticipants(participants=shown), group.peer)
    return True


@method("messages.getFullChat")
async def get_full_chat(call: Call, request: TLObject) -> TLObject:
    """All about a basic group."""
    group = group_of(call, request.chat_id)
    dialog = call.world.dialog(call.user_id, group.peer)
    view = View(call.world, call.user_id)
    view.see(group.peer, *(group.members if group.has(call.user_id) else []))
    full = tl.ChatFull(
        id=group.id,
        about=group.about,
        participants=tl_group_members(group, call.user_id),
        chat_photo=tl_photo(group.photo) if group.photo else None,
        notify_settings=tl_notify(dialog.notify),
        exported_invite=_invite(group) if group.manages(call.user_id) else None,
        bot_info=[],
        folder_id=dialog.folder or None,
        available_reactions=tl.ChatReactionsAll(),
        can_set_username=group.creator_id == call.user_id or None,
    )
    return tl.messages.ChatFull(full_chat=full, chats=view.chats, users=view.users)


@method("messages.getChats")
async def get_chats(call: Call, request: TLObject) -> TLObject:
    """Basic groups by id."""
    return tl.messages.Chats(chats=[tl_chat(call.user_id, group_of(call, each)) for each in request.id])


@method("messages.getCommonChats")
async def get_common_chats(call: Call, request: TLObject) -> TLObject:
    """Groups in which the caller and somebody else are."""
    other = person_of(call, request.user_id).id
    common = [
        chat
        for chat in call.world.chats
        if chat.has(other) and chat.has(call.user_id) and not (isinstance(chat, Channel) and chat.is_broadcast)
    ]
    shown = [tl_chat(call.user_id, chat) for chat in common if not request.max_id or chat.id < request.max_id]
    return tl.messages.Chats(chats=shown[: min(request.limit, 100)])


@method("messages.exportChatInvite")
async def export_chat_invite(call: Call, request: TLObject) -> TLObject:
    """The invite link of a group or channel, a new one when asked for."""
    chat = call.world.chats.get(peer_of(call, request.peer))
    if chat is None:
        raise RpcError(400, "PEER_ID_INVALID")
    require_admin(call, chat)
    if request.legacy_revoke_permanent:
        chat.invite = membership.invite_link(call.world)
    return _invite(chat)


@method("messages.checkChatInvite")
async def check_chat_invite(call: Call, request: TLObject) -> TLObject:
    """What is behind an invite link."""
    chat = _invited(call, request.hash)
    if chat.has(call.user_id):
        return tl.ChatInviteAlready(chat=tl_chat(call.user_id, chat))
    is_channel = isinstance(chat, Channel)
    return tl.ChatInvite(
        title=chat.title,
        photo=tl_photo(chat.photo),
        participants_count=chat.headcount,
        color=0,
        channel=is_channel or None,
        broadcast=(isinstance(chat, Channel) and chat.is_broadcast) or None,
        megagroup=(isinstance(chat, Channel) and not chat.is_broadcast) or None,
        about=chat.about or None,
    )


@method("messages.importChatInvite")
async def import_chat_invite(call: Call, request: TLObject) -> TLObject:
    """Joins by an invite link."""
    chat = _invited(call, request.hash)
    if chat.has(call.user_id):
        raise RpcError(400, "USER_ALREADY_PARTICIPANT")
    with call.world.change(call.authorization) as changes:
        membership.add(changes, chat, call.user_id, call.user_id)
    return tl.messages.ChatInviteJoinResultOk(updates=changes.answer(call.user_id))


def checked_title(title: str) -> str:
    """A title without spaces around it.

    Raises:
        RpcError: `CHAT_TITLE_EMPTY`.
    """
    stripped = title.strip()[:MAX_TITLE]
    if not stripped:
        raise RpcError(400, "CHAT_TITLE_EMPTY")
    return stripped


def chat_photo(call: Call, given: TLObject) -> Photo | None:
    """The photo behind an `InputChatPhoto`, None for an empty one."""
    match given:
        case tl.InputChatUploadedPhoto() if given.file is not None:
            return photo_from(call, given.file, is_portrait=True)
        case tl.InputChatPhoto():
            photo = call.world.files.photos.get(getattr(given.id, "id", 0))
            if photo is not None:
                return photo
        case tl.InputChatPhotoEmpty():
            return None
    raise RpcError(400, "PHOTO_INVALID")


def photo_action(photo: Photo | None) -> TLObject:
    """The service line of a new or removed chat photo."""
    return tl.MessageActionChatEditPhoto(photo=tl_photo(photo)) if photo else tl.MessageActionChatDeletePhoto()


def _own_group(call: Call, group_id: int) -> Group:
    group = group_of(call, group_id)
    if not group.has(call.user_id):
        raise RpcError(403, "CHAT_WRITE_FORBIDDEN")
    return group


def _invite(chat: Group | Channel) -> TLObject:
    return tl.ChatInviteExported(link=chat.invite, admin_id=chat.creator_id, date=chat.date, permanent=True)


def _invited(call: Call, hash: str) -> Group | Channel:
    for chat in call.world.chats:
        if chat.invite.endswith("+" + hash) and hash:
            return chat
    raise RpcError(400, "INVITE_HASH_EXPIRED")
