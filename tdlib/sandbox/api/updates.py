"""`updates.*`: where a device stands, and what it missed."""

from __future__ import annotations

from tdlib.sandbox.api.answering import state_of
from tdlib.sandbox.api.resolving import channel_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.dialogs import tl_dialog
from tdlib.sandbox.render.messages import tl_messages
from tdlib.sandbox.render.updates import is_present, tl_update
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world.box import Entry
from tdlib.sandbox.world.chats import Channel
from tdlib.sandbox.world.events import Posted
from tdlib.sandbox.world.messages import Message

SLICE = 100
"""How many counted events one answer tells; TDLib asks again for the rest, and gets the others with the last ones."""

MAX_CHANNEL_LIMIT = 100


@method("updates.getState")
async def get_state(call: Call, request: TLObject) -> TLObject:
    """Where the caller's box stands."""
    return state_of(call)


@method("updates.getDifference")
async def get_difference(call: Call, request: TLObject) -> TLObject:
    """What happened in the caller's box since a state, in slices; channels are named that moved meanwhile."""
    box = call.world.account(call.user_id).box
    if request.pts > box.pts or request.pts < 1:
        raise RpcError(400, "PERSISTENT_TIMESTAMP_INVALID")
    if not box.knows(request.pts) or box.pts - request.pts > (request.pts_total_limit or box.pts):
        return tl.updates.DifferenceTooLong(pts=box.pts)
    entries = list(box.since(request.pts, request.date))
    counted = [entry for entry in entries if entry.pts_count]
    view = View(call.world, call.user_id)
    if len(counted) > SLICE:
        return _slice(view, counted[:SLICE])
    moved = _moved_channels(view, call, request.date)
    if not entries and not moved:
        return tl.updates.DifferenceEmpty(date=call.world.now(), seq=1)
    news, others = _split(view, entries)
    parts = {"new_messages": news, "other_updates": [*others, *moved], "chats": view.chats, "users": view.users}
    return tl.updates.Difference(new_encrypted_messages=[], state=state_of(call), **parts)


@method("updates.getChannelDifference")
async def get_channel_difference(call: Call, request: TLObject) -> TLObject:
    """What happened in a channel since a state; its newest page instead where that is too much."""
    channel = channel_of(call, request.channel)
    if request.pts < 1 or request.pts > channel.box.pts:
        raise RpcError(400, "PERSISTENT_TIMESTAMP_INVALID" if request.pts < 1 else "PERSISTENT_TIMESTAMP_OUTDATED")
    limit = max(1, min(request.limit, MAX_CHANNEL_LIMIT))
    entries = list(channel.box.since(request.pts))
    if not entries and channel.box.knows(request.pts):
        return tl.updates.ChannelDifferenceEmpty(final=True, pts=channel.box.pts, timeout=30)
    view = View(call.world, call.user_id)
    view.see(channel.peer)
    if len(entries) > limit or not channel.box.knows(request.pts):
        return _channel_too_long(view, call, channel, limit)
    news, others = _split(view, entries)
    return tl.updates.ChannelDifference(
        final=True,
        pts=channel.box.pts,
        timeout=30,
        new_messages=news,
        other_updates=others,
        chats=view.chats,
        users=view.users,
    )


def _slice(view: View, entries: list[Entry]) -> TLObject:
    news, others = _split(view, entries)
    state = tl.updates.State(pts=entries[-1].pts, qts=1, date=entries[-1].date, seq=1, unread_count=0)
    return tl.updates.DifferenceSlice(
        new_messages=news,
        new_encrypted_messages=[],
        other_updates=others,
        chats=view.chats,
        users=view.users,
        intermediate_state=state,
    )


def _split(view: View, entries: list[Entry]) -> tuple[list[TLObject], list[TLObject]]:
    """New messages apart from the rest, as a difference tells them."""
    news: list[Message] = []
    others: list[TLObject] = []
    for entry in entries:
        if isinstance(entry.event, Posted):
            message = entry.event.message
            if is_present(view, message):
                news.append(message)
                others.extend(_number(view, message))
            continue
        update = tl_update(view, entry)
        if update is not None:
            others.append(update)
    return tl_messages(view, news), others


def _number(view: View, message: Message) -> list[TLObject]:
    """By which the device that sent the message, and missed the answer, knows it again."""
    if not message.random_id or not message.is_outgoing(view.viewer):
        return []
    return [tl.UpdateMessageID(id=message.id_for(view.viewer), random_id=message.random_id)]


def _moved_channels(view: View, call: Call, date: int) -> list[TLObject]:
    """Channels of the caller in which something happened since a date."""
    moved = []
    for chat in call.world.chats:
        if isinstance(chat, Channel) and chat.has(call.user_id) and chat.box.log and chat.box.log[-1].date >= date:
            view.see(chat.peer)
            moved.append(tl.UpdateChannelTooLong(channel_id=chat.id, pts=chat.box.pts))
    return moved


def _channel_too_long(view: View, call: Call, channel: Channel, limit: int) -> TLObject:
    dialog = call.world.dialog(call.user_id, channel.peer)
    messages = tl_messages(view, channel.history.page(0, 0, limit))
    return tl.updates.ChannelDifferenceTooLong(
        final=True,
        timeout=30,
        dialog=tl_dialog(view, dialog),
        messages=messages,
        chats=view.chats,
        users=view.users,
    )
