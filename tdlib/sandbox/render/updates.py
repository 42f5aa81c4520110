"""Events as the updates that devices get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.messages import tl_message, tl_reactions
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.events import (
    ContentsRead,
    Deleted,
    Edited,
    FolderChanged,
    PinsChanged,
    Posted,
    Reacted,
    ReadInbox,
    ReadOutbox,
    Told,
)
from tdlib.sandbox.world.peers import bare_id, is_channel

if TYPE_CHECKING:
    from tdlib.sandbox.world.box import Entry
    from tdlib.sandbox.world.messages import Message
    from tdlib.sandbox.world.world import World


def updates_for(world: World, viewer: int, entries: list[Entry], first: tuple[TLObject, ...]) -> TLObject:
    """The `updates` object that tells one person what happened, with `first` in front."""
    view = View(world, viewer)
    updates = [*first, *(update for entry in entries if (update := tl_update(view, entry)) is not None)]
    return tl.Updates(updates=updates, users=view.users, chats=view.chats, date=world.now(), seq=0)


def is_present(view: View, message: Message) -> bool:
    """Whether the viewer still has a message."""
    number = message.id_for(view.viewer)
    return bool(number) and view.world.history(view.viewer, message.peer_for(view.viewer)).get(number) is message


def tl_update(view: View, entry: Entry) -> TLObject:
    """One event as an update; None where there is nothing left to tell."""
    event = entry.event
    match event:
        case Posted():
            return _message(view, entry, event.message, tl.UpdateNewMessage, tl.UpdateNewChannelMessage)
        case Edited():
            return _message(view, entry, event.message, tl.UpdateEditMessage, tl.UpdateEditChannelMessage)
        case Deleted():
            return _deleted(entry, event)
        case ReadInbox():
            return _read_inbox(view, entry, event)
        case ReadOutbox():
            return _read_outbox(view, entry, event)
        case ContentsRead():
            return _contents_read(view, entry, event)
        case PinsChanged():
            return _pins_changed(view, entry, event)
        case FolderChanged():
            view.see(event.peer)
            moved = tl.FolderPeer(peer=tl_peer(event.peer), folder_id=event.folder)
            return tl.UpdateFolderPeers(folder_peers=[moved], pts=entry.pts, pts_count=entry.pts_count)
        case Reacted():
            return _reacted(view, event)
        case Told():
            view.see(*event.peers)
            return event.update


def _message(view: View, entry: Entry, message: Message, boxed: TLObject, shared: TLObject) -> TLObject:
    if not is_present(view, message):
        return None
    kind = shared if is_channel(message.peer) else boxed
    return kind(message=tl_message(view, message), pts=entry.pts, pts_count=entry.pts_count)


def _deleted(entry: Entry, event: Deleted) -> TLObject:
    numbers = list(event.ids)
    if not event.peer:
        return tl.UpdateDeleteMessages(messages=numbers, pts=entry.pts, pts_count=entry.pts_count)
    channel_id = bare_id(event.peer)
    return tl.UpdateDeleteChannelMessages(
        channel_id=channel_id, messages=numbers, pts=entry.pts, pts_count=entry.pts_count
    )


def _read_inbox(view: View, entry: Entry, event: ReadInbox) -> TLObject:
    view.see(event.peer)
    channel = view.world.chats.channel_at(event.peer)
    if channel is not None:
        return tl.UpdateReadChannelInbox(
            channel_id=channel.id,
            max_id=event.max_id,
            still_unread_count=event.still_unread,
            pts=channel.box.pts,
        )
    return tl.UpdateReadHistoryInbox(
        peer=tl_peer(event.peer),
        max_id=event.max_id,
        still_unread_count=event.still_unread,
        pts=entry.pts,
        pts_count=entry.pts_count,
    )


def _read_outbox(view: View, entry: Entry, event: ReadOutbox) -> TLObject:
    view.see(event.peer)
    if is_channel(event.peer):
        return tl.UpdateReadChannelOutbox(channel_id=bare_id(event.peer), max_id=event.max_id)
    return tl.UpdateReadHistoryOutbox(
        peer=tl_peer(event.peer), max_id=event.max_id, pts=entry.pts, pts_count=entry.pts_count
    )


def _contents_read(view: View, entry: Entry, event: ContentsRead) -> TLObject:
    numbers = list(event.ids)
    if is_channel(event.peer):
        view.see(event.peer)
        return tl.UpdateChannelReadMessagesContents(channel_id=bare_id(event.peer), messages=numbers)
    return tl.UpdateReadMessagesContents(messages=numbers, pts=entry.pts, pts_count=entry.pts_count, date=entry.date)


def _pins_changed(view: View, entry: Entry, event: PinsChanged) -> TLObject:
    view.see(event.peer)
    pinned = event.pinned or None
    if is_channel(event.peer):
        return tl.UpdatePinnedChannelMessages(
            channel_id=bare_id(event.peer),
            messages=list(event.ids),
            pts=entry.pts,
            pts_count=entry.pts_count,
            pinned=pinned,
        )
    return tl.UpdatePinnedMessages(
        peer=tl_peer(event.peer),
        messages=list(event.ids),
        pts=entry.pts,
        pts_count=entry.pts_count,
        pinned=pinned,
    )


def _reacted(view: View, event: Reacted) -> TLObject:
    if not is_present(view, event.message):
        return None
    peer = event.message.peer_for(view.viewer)
    view.see(peer)
    return tl.UpdateMessageReactions(
        peer=tl_peer(peer),
        msg_id=event.message.id_for(view.viewer),
        reactions=tl_reactions(view, event.message),
    )
