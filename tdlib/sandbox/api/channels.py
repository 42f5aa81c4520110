"""`channels.*`: supergroups and channels."""

from __future__ import annotations

from tdlib.sandbox.api.groups import chat_photo, checked_title, photo_action
from tdlib.sandbox.api.resolving import channel_of, peer_of, person_of, require_admin
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.chats import tl_chat
from tdlib.sandbox.render.dialogs import tl_notify
from tdlib.sandbox.render.media import tl_photo
from tdlib.sandbox.render.participants import tl_channel_member
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world import membership, posting
from tdlib.sandbox.world.chats import Channel, Member

MAX_PAGE = 200


@method("channels.getChannels")
async def get_channels(call: Call, request: TLObject) -> TLObject:
    """Channels by id."""
    return tl.messages.Chats(chats=[tl_chat(call.user_id, channel_of(call, each)) for each in request.id])


@method("channels.getFullChannel")
async def get_full_channel(call: Call, request: TLObject) -> TLObject:
    """All about a channel."""
    channel = channel_of(call, request.channel)
    dialog = call.world.dialog(call.user_id, channel.peer)
    view = View(call.world, call.user_id)
    view.see(channel.peer)
    manages = channel.manages(call.user_id)
    full = tl.ChannelFull(
        id=channel.id,
        about=channel.about,
        participants_count=channel.headcount,
        admins_count=_admins_count(channel) if manages else None,
        online_count=_online_count(call, channel) if not channel.is_broadcast else None,
        read_inbox_max_id=dialog.read_inbox,
        read_outbox_max_id=dialog.read_outbox,
        unread_count=dialog.unread,
        chat_photo=tl_photo(channel.photo),
        notify_settings=tl_notify(dialog.notify),
        bot_info=[],
        pts=channel.box.pts,
        exported_invite=_invite(channel) if manages else None,
        folder_id=dialog.folder or None,
        can_view_participants=(not channel.is_broadcast or manages) or None,
        can_set_username=(channel.creator_id == call.user_id) or None,
        can_delete_channel=(channel.creator_id == call.user_id) or None,
        slowmode_seconds=channel.slow_mode or None,
        available_reactions=tl.ChatReactionsAll(),
    )
    return tl.messages.ChatFull(full_chat=full, chats=view.chats, users=view.users)


@method("channels.getParticipants")
async def get_participants(call: Call, request: TLObject) -> TLObject:
    """Members, all or of one kind."""
    channel = channel_of(call, request.channel)
    if channel.is_broadcast and not channel.manages(call.user_id):
        raise RpcError(400, "CHAT_ADMIN_REQUIRED")
    found = [each for each in channel.members.values() if _is_wanted(call, channel, each, request.filter)]
    page = found[request.offset : request.offset + min(request.limit, MAX_PAGE)]
    view = View(call.world, call.user_id)
    view.see(channel.peer, *(each.user_id for each in page), *(each.inviter_id for each in page))
    return tl.channels.ChannelParticipants(
        # The sample's groups have more heads than people: TDLib asks that a list holds as many as it says.
        count=len(found),
        participants=[tl_channel_member(channel, each, call.user_id) for each in page],
        chats=view.chats,
        users=view.users,
    )


@method("channels.getParticipant")
async def get_participant(call: Call, request: TLObject) -> TLObject:
    """One member."""
    channel = channel_of(call, request.channel)
    wanted = peer_of(call, request.participant)
    member = channel.members.get(wanted)
    if member is None:
        raise RpcError(400, "USER_NOT_PARTICIPANT")
    view = View(call.world, call.user_id)
    view.see(wanted, member.inviter_id, channel.creator_id)
    shown = tl_channel_member(channel, member, call.user_id)
    return tl.channels.ChannelParticipant(participant=shown, chats=view.chats, users=view.users)


@method("channels.createChannel")
async def create_channel(call: Call, request: TLObject) -> TLObject:
    """Makes a supergroup or a channel."""
    title = checked_title(request.title)
    channel = membership.new_channel(
        call.world, call.user_id, title, [], call.world.now(), is_broadcast=bool(request.broadcast)
    )
    channel.about = request.about[:255]
    author = channel.peer if channel.is_broadcast else call.user_id
    with call.world.change(call.authorization) as changes:
        changes.tell(call.user_id, tl.UpdateChannel(channel_id=channel.id), channel.peer)
        said = posting.announce(changes, channel.peer, author, tl.MessageActionChannelCreate(title=title))
    call.world.dialog(call.user_id, channel.peer).read(said.id_for(call.user_id), call.user_id)
    number = tl.UpdateMessageID(id=said.id_for(call.user_id), random_id=call.world.take_hash())
    return changes.answer(call.user_id, number)


@method("channels.joinChannel")
async def join_channel(call: Call, request: TLObject) -> TLObject:
    """Joins a public supergroup or channel."""
    channel = channel_of(call, request.channel)
    with call.world.change(call.authorization) as changes:
        if not channel.has(call.user_id):
            membership.add(changes, channel, call.user_id, call.user_id)
    return tl.messages.ChatInviteJoinResultOk(updates=changes.answer(call.user_id))


@method("channels.leaveChannel")
async def leave_channel(call: Call, request: TLObject) -> TLObject:
    """Leaves a supergroup or channel."""
    channel = channel_of(call, request.channel)
    if not channel.has(call.user_id):
        raise RpcError(400, "USER_NOT_PARTICIPANT")
    if channel.creator_id == call.user_id:
        raise RpcError(400, "USER_CREATOR")
    with call.world.change(call.authorization) as changes:
        membership.remove(changes, channel, call.user_id, call.user_id)
    return changes.answer(call.user_id)


@method("channels.inviteToChannel")
async def invite_to_channel(call: Call, request: TLObject) -> TLObject:
    """Lets people in."""
    channel = channel_of(call, request.channel)
    if channel.is_broadcast:
        require_admin(call, channel)
    people = [person_of(call, each).id for each in request.users]
    with call.world.change(call.authorization) as changes:
        for user_id in people:
            if not channel.has(user_id):
                membership.add(changes, channel, user_id, call.user_id)
    return tl.messages.InvitedUsers(updates=changes.answer(call.user_id), missing_invitees=[])


@method("channels.editTitle")
async def edit_title(call: Call, request: TLObject) -> TLObject:
    """Renames a channel."""
    channel = channel_of(call, request.channel)
    require_admin(call, channel)
    title = checked_title(request.title)
    if title == channel.title:
        raise RpcError(400, "CHAT_NOT_MODIFIED")
    channel.title = title
    return _announce(call, channel, tl.MessageActionChatEditTitle(title=title))


@method("channels.editPhoto")
async def edit_photo(call: Call, request: TLObject) -> TLObject:
    """Gives a channel another photo, or none."""
    channel = channel_of(call, request.channel)
    require_admin(call, channel)
    channel.photo = chat_photo(call, request.photo)
    return _announce(call, channel, photo_action(channel.photo))


@method("channels.editAdmin")
async def edit_admin(call: Call, request: TLObject) -> TLObject:
    """Makes a member an administrator, or takes that back."""
    channel = channel_of(call, request.channel)
    require_admin(call, channel)
    member = channel.members.get(person_of(call, request.user_id).id)
    if member is None:
        raise RpcError(400, "USER_NOT_PARTICIPANT")
    rights = request.admin_rights
    member.is_admin = any(getattr(rights, name) for name in rights.__slots__)
    member.rank = request.rank or ""
    return _tell_changed(call, channel, member.user_id)


@method("channels.editBanned")
async def edit_banned(call: Call, request: TLObject) -> TLObject:
    """Bans somebody from a supergroup or channel, or lets them back."""
    channel = channel_of(call, request.channel)
    require_admin(call, channel)
    user_id = peer_of(call, request.participant)
    if not request.banned_rights.view_messages:
        channel.banned.discard(user_id)
        return _tell_changed(call, channel, user_id)
    channel.banned.add(user_id)
    with call.world.change(call.authorization) as changes:
        if channel.has(user_id):
            membership.remove(changes, channel, user_id, call.user_id)
    return changes.answer(call.user_id)


@method("channels.deleteChannel")
async def delete_channel(call: Call, request: TLObject) -> TLObject:
    """Removes a channel for everybody; only its creator may."""
    channel = channel_of(call, request.channel)
    if channel.creator_id != call.user_id:
        raise RpcError(400, "CHAT_ADMIN_REQUIRED")
    with call.world.change(call.authorization) as changes:
        for user_id in list(channel.members):
            del channel.members[user_id]
            channel.banned.add(user_id)
            call.world.dialog(user_id, channel.peer).is_hidden = True
            changes.tell(user_id, tl.UpdateChannel(channel_id=channel.id), channel.peer)
    return changes.answer(call.user_id)


@method("channels.checkUsername")
async def check_username(call: Call, request: TLObject) -> bool:
    """Whether a username is free."""
    return username_is_free(call, request.username)


@method("channels.updateUsername")
async def update_username(call: Call, request: TLObject) -> bool:
    """Makes a channel public under a name, or private."""
    channel = channel_of(call, request.channel)
    require_admin(call, channel)
    if request.username and not username_is_free(call, request.username):
        raise RpcError(400, "USERNAME_OCCUPIED")
    channel.username = request.username
    _tell_changed(call, channel, call.user_id)
    return True


@method("channels.exportMessageLink")
async def export_message_link(call: Call, request: TLObject) -> TLObject:
    """The link of a message."""
    channel = channel_of(call, request.channel)
    if channel.history.get(request.id) is None:
        raise RpcError(400, "MESSAGE_ID_INVALID")
    place = channel.username or f"c/{channel.id}"
    return tl.ExportedMessageLink(link=f"https://t.me/{place}/{request.id}", html="")


@method("channels.toggleSignatures", "channels.togglePreHistoryHidden", "channels.toggleSlowMode")
async def toggle(call: Call, request: TLObject) -> TLObject:
    """Switches a property of a channel."""
    channel = channel_of(call, request.channel)
    require_admin(call, channel)
    match request.QUALNAME.rpartition(".")[2]:
        case "ToggleSignatures":
            channel.signatures = bool(request.signatures_enabled)
        case "ToggleSlowMode":
            channel.slow_mode = request.seconds
    return _tell_changed(call, channel, call.user_id)


@method("channels.getSendAs")
async def get_send_as(call: Call, request: TLObject) -> TLObject:
    """As whom the caller may write: as oneself."""
    view = View(call.world, call.user_id)
    view.see(call.user_id)
    own = tl.SendAsPeer(peer=tl_peer(call.user_id))
    return tl.channels.SendAsPeers(peers=[own], chats=view.chats, users=view.users)


@method("channels.getAdminedPublicChannels", "channels.getGroupsForDiscussion", "channels.getLeftChannels")
async def get_admined(call: Call, request: TLObject) -> TLObject:
    """None of the sample channels serves for that."""
    return tl.messages.Chats(chats=[])


@method("channels.getChannelRecommendations")
async def get_channel_recommendations(call: Call, request: TLObject) -> TLObject:
    """Public channels that the caller is not in."""
    found = [each for each in call.world.chats if isinstance(each, Channel) and each.is_broadcast and each.username]
    return tl.messages.Chats(chats=[tl_chat(call.user_id, each) for each in found if not each.has(call.user_id)])


def username_is_free(call: Call, username: str) -> bool:
    """Whether nobody and no channel has the name.

    Raises:
        RpcError: `USERNAME_INVALID`.
    """
    if not 5 <= len(username) <= 32 or not username.replace("_", "a").isalnum() or not username[0].isalpha():
        raise RpcError(400, "USERNAME_INVALID")
    known = call.world.persons.by_username
    return username.lower() not in known and call.world.chats.by_username(username) is None


def _announce(call: Call, channel: Channel, action: TLObject) -> TLObject:
    author = channel.peer if channel.is_broadcast else call.user_id
    with call.world.change(call.authorization) as changes:
        posting.announce(changes, channel.peer, author, action)
    return changes.answer(call.user_id)


def _tell_changed(call: Call, channel: Channel, user_id: int) -> TLObject:
    with call.world.change(call.authorization) as changes:
        for each in {user_id, call.user_id}:
            changes.tell(each, tl.UpdateChannel(channel_id=channel.id), channel.peer)
    return changes.answer(call.user_id)


def _invite(channel: Channel) -> TLObject:
    return tl.ChatInviteExported(link=channel.invite, admin_id=channel.creator_id, date=channel.date, permanent=True)


def _admins_count(channel: Channel) -> int:
    return sum(channel.manages(user_id) for user_id in channel.members)


def _online_count(call: Call, channel: Channel) -> int:
    now = call.world.now()
    return sum(call.world.person(user_id).online_until > now for user_id in channel.members) or 1


def _is_wanted(call: Call, channel: Channel, member: Member, wanted: TLObject) -> bool:
    person = call.world.person(member.user_id)
    query = (getattr(wanted, "q", "") or "").lower()
    match wanted:
        case tl.ChannelParticipantsAdmins():
            return channel.manages(member.user_id)
        case tl.ChannelParticipantsBots():
            return person.is_bot
        case tl.ChannelParticipantsKicked() | tl.ChannelParticipantsBanned():
            return False
        case tl.ChannelParticipantsContacts():
            return member.user_id in call.world.account(call.user_id).contacts
    return not query or any(word.startswith(query) for word in [*person.name.lower().split(), person.username.lower()])
