"""Answers of one shape that many methods give."""

from __future__ import annotations

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.dialogs import tl_dialog, tl_top_messages
from tdlib.sandbox.render.messages import tl_messages
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, TLObject
from tdlib.sandbox.world.changes import Changes
from tdlib.sandbox.world.dialogs import Dialog
from tdlib.sandbox.world.messages import Message


def messages_answer(call: Call, peer: int, messages: list[Message], count: int, *, before: int = 0) -> TLObject:
    """A page of messages: all of them, a slice, or a channel's page with its state.

    Arguments:
        peer: the chat, 0 for messages of several chats.
        count: how many there are altogether.
        before: how many newer ones there are, for `offset_id_offset`.
    """
    view = View(call.world, call.user_id)
    view.see(peer)
    found = tl_messages(view, messages)
    parts = {"messages": found, "topics": [], "chats": view.chats, "users": view.users}
    channel = call.world.chats.channel_at(peer) if peer else None
    if channel is not None:
        return tl.messages.ChannelMessages(pts=channel.box.pts, count=count, offset_id_offset=before, **parts)
    if count <= len(found):
        return tl.messages.Messages(**parts)
    return tl.messages.MessagesSlice(count=count, offset_id_offset=before, **parts)


def dialogs_answer(call: Call, dialogs: list[Dialog], count: int) -> TLObject:
    """A page of the chat list."""
    view = View(call.world, call.user_id)
    parts = {
        "dialogs": [tl_dialog(view, dialog) for dialog in dialogs],
        "messages": tl_top_messages(view, dialogs),
        "chats": view.chats,
        "users": view.users,
    }
    if count <= len(dialogs):
        return tl.messages.Dialogs(**parts)
    return tl.messages.DialogsSlice(count=count, **parts)


def state_of(call: Call) -> TLObject:
    """The state of the caller's box."""
    account = call.world.account(call.user_id)
    unread = sum(dialog.unread for dialog in account.dialogs.by_peer.values())
    return tl.updates.State(pts=account.box.pts, qts=1, date=call.world.now(), seq=1, unread_count=unread)


def affected(call: Call, changes: Changes, count: int = 0) -> TLObject:
    """Where the caller's box stands after a change that the caller made; `count` overrides the number of events."""
    pts = call.world.account(call.user_id).box.pts
    moved = sum(each.pts_count for each in changes.entries.get(call.user_id, []))
    return tl.messages.AffectedMessages(pts=pts, pts_count=count or moved)


def users_answer(call: Call, user_ids: list[int]) -> list[TLObject]:
    """People as the caller sees them."""
    view = View(call.world, call.user_id)
    view.see(*user_ids)
    return view.users
