"""Groups and channels are made; people come and go."""

from __future__ import annotations

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.participants import tl_group_members
from tdlib.sandbox.world import posting
from tdlib.sandbox.world.changes import Changes
from tdlib.sandbox.world.chats import Channel, Group, Member
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.world import World


def new_group(world: World, creator_id: int, title: str, member_ids: list[int], date: int) -> Group:
    """A basic group with its first members, without any message yet."""
    group = Group(world.take_id(), title, creator_id, date, invite=invite_link(world))
    for user_id in dict.fromkeys([creator_id, *member_ids]):
        group.members[user_id] = Member(user_id, creator_id, date)
    world.chats.add(group)
    return group


def new_channel(
    world: World, creator_id: int, title: str, member_ids: list[int], date: int, *, is_broadcast: bool
) -> Channel:
    """A supergroup or channel with its first members, without any message yet."""
    channel = Channel(world.take_id(), world.take_hash(), title, creator_id, date, is_broadcast=is_broadcast)
    channel.invite = invite_link(world)
    for user_id in dict.fromkeys([creator_id, *member_ids]):
        channel.members[user_id] = Member(user_id, creator_id, date)
    world.chats.add(channel)
    return channel


def invite_link(world: World) -> str:
    """A permanent invite link of the form that clients accept."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    return "https://t.me/+" + "".join(world.random.choices(alphabet, k=16))


def add(changes: Changes, chat: Group | Channel, user_id: int, inviter_id: int) -> Message | None:
    """Lets somebody in and says so in the chat; None where a channel has no such line."""
    now = changes.world.now()
    chat.members[user_id] = Member(user_id, inviter_id, now)
    if isinstance(chat, Group):
        chat.version += 1
    _tell_members(changes, chat, user_id)
    if isinstance(chat, Channel):
        _begin_to_read(changes, chat, user_id)
        if chat.is_broadcast:
            return None
    return posting.announce(changes, chat.peer, inviter_id, tl.MessageActionChatAddUser(users=[user_id]))


def remove(changes: Changes, chat: Group | Channel, user_id: int, by: int) -> Message | None:
    """Takes somebody out and says so in the chat; None in channels, where only the line of members changes."""
    said = None
    if isinstance(chat, Group) or user_id != by:
        is_broadcast = isinstance(chat, Channel) and chat.is_broadcast
        if not is_broadcast:
            said = posting.announce(changes, chat.peer, by, tl.MessageActionChatDeleteUser(user_id=user_id))
    chat.members.pop(user_id, None)
    if isinstance(chat, Group):
        chat.version += 1
    else:
        changes.world.dialog(user_id, chat.peer).is_hidden = True
    _tell_members(changes, chat, user_id)
    return said


def _begin_to_read(changes: Changes, channel: Channel, user_id: int) -> None:
    dialog = changes.world.dialog(user_id, channel.peer)
    dialog.is_hidden = False
    dialog.read_inbox = max(dialog.read_inbox, channel.history.last_id)


def _tell_members(changes: Changes, chat: Group | Channel, user_id: int) -> None:
    if isinstance(chat, Channel):
        changes.tell(user_id, tl.UpdateChannel(channel_id=chat.id), chat.peer)
        return
    for member in {*chat.members, user_id}:
        members = tl_group_members(chat, member)
        changes.tell(member, tl.UpdateChatParticipants(participants=members), chat.peer, *chat.members)
