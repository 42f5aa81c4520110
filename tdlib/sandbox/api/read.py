"""`messages.*` and `channels.*` of reading, typing and drafts."""

from __future__ import annotations

from tdlib.sandbox.api.answering import affected
from tdlib.sandbox.api.resolving import channel_of, peer_of, require_write
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, TLObject, method
from tdlib.sandbox.world import presence, reacting, reading
from tdlib.sandbox.world.dialogs import Dialog


@method("messages.readHistory")
async def read_history(call: Call, request: TLObject) -> TLObject:
    """Marks a private chat or basic group as read."""
    peer = peer_of(call, request.peer)
    with call.world.change(call.authorization) as changes:
        reading.read(changes, call.user_id, peer, request.max_id)
    return affected(call, changes)


@method("channels.readHistory")
async def read_channel_history(call: Call, request: TLObject) -> bool:
    """Marks a channel as read."""
    channel = channel_of(call, request.channel)
    with call.world.change(call.authorization) as changes:
        reading.read(changes, call.user_id, channel.peer, request.max_id)
    return True


@method("messages.readMessageContents")
async def read_message_contents(call: Call, request: TLObject) -> TLObject:
    """Marks mentions and voice notes of private chats and basic groups as opened."""
    known = call.world.account(call.user_id).messages
    with call.world.change(call.authorization) as changes:
        reading.read_contents(changes, call.user_id, [known[number] for number in request.id if number in known])
    return affected(call, changes)


@method("channels.readMessageContents")
async def read_channel_contents(call: Call, request: TLObject) -> bool:
    """Marks mentions and voice notes of a channel as opened."""
    channel = channel_of(call, request.channel)
    with call.world.change(call.authorization) as changes:
        reading.read_contents(changes, call.user_id, channel.history.take(list(request.id)))
    return True


@method("messages.readMentions")
async def read_mentions(call: Call, request: TLObject) -> TLObject:
    """Marks all mentions of a chat as seen."""
    dialog = call.world.dialog(call.user_id, peer_of(call, request.peer))
    with call.world.change(call.authorization) as changes:
        reading.read_contents(changes, call.user_id, dialog.history.take(sorted(dialog.unread_mentions)))
    return _history(call, affected(call, changes))


@method("messages.readReactions")
async def read_reactions(call: Call, request: TLObject) -> TLObject:
    """Marks all reactions to the caller's messages in a chat as seen."""
    with call.world.change(call.authorization) as changes:
        reacting.see_all(changes, call.user_id, peer_of(call, request.peer))
    return _history(call, affected(call, changes))


@method("messages.readPollVotes")
async def read_poll_votes(call: Call, request: TLObject) -> TLObject:
    """Nothing to do: votes are never unread here."""
    with call.world.change(call.authorization) as changes:
        return _history(call, affected(call, changes))


@method("messages.receivedMessages")
async def received_messages(call: Call, request: TLObject) -> list[TLObject]:
    """A note that messages were received; nothing has to be confirmed."""
    return []


@method("messages.setTyping")
async def set_typing(call: Call, request: TLObject) -> bool:
    """Shows the others what the caller is doing."""
    peer = peer_of(call, request.peer)
    require_write(call, peer)
    with call.world.change(call.authorization) as changes:
        presence.act(changes, call.user_id, peer, request.action)
    return True


@method("messages.saveDraft")
async def save_draft(call: Call, request: TLObject) -> bool:
    """Keeps an unfinished message; an empty one takes the draft away."""
    dialog = call.world.dialog(call.user_id, peer_of(call, request.peer))
    is_empty = not request.message and request.reply_to is None
    if is_empty and dialog.draft is None:
        return True
    dialog.draft = None if is_empty else _draft(call, request)
    shown = dialog.draft or tl.DraftMessageEmpty(date=call.world.now())
    with call.world.change(call.authorization) as changes:
        changes.tell(call.user_id, tl.UpdateDraftMessage(peer=tl_peer(dialog.peer), draft=shown), dialog.peer)
    return True


@method("messages.getAllDrafts")
async def get_all_drafts(call: Call, request: TLObject) -> TLObject:
    """All drafts, as updates."""
    dialogs = [each for each in call.world.account(call.user_id).dialogs.by_peer.values() if each.draft]
    view = View(call.world, call.user_id)
    view.see(*(each.peer for each in dialogs))
    updates = [_draft_update(each) for each in dialogs]
    return tl.Updates(updates=updates, users=view.users, chats=view.chats, date=call.world.now(), seq=0)


@method("messages.clearAllDrafts")
async def clear_all_drafts(call: Call, request: TLObject) -> bool:
    """Takes all drafts away."""
    with call.world.change(call.authorization) as changes:
        for dialog in call.world.account(call.user_id).dialogs.by_peer.values():
            if dialog.draft is not None:
                dialog.draft = None
                changes.tell(call.user_id, _draft_update(dialog), dialog.peer)
    return True


def _draft(call: Call, request: TLObject) -> TLObject:
    return tl.DraftMessage(
        message=request.message,
        date=call.world.now(),
        entities=request.entities or None,
        reply_to=request.reply_to,
        no_webpage=request.no_webpage or None,
    )


def _draft_update(dialog: Dialog) -> TLObject:
    return tl.UpdateDraftMessage(peer=tl_peer(dialog.peer), draft=dialog.draft or tl.DraftMessageEmpty())


def _history(call: Call, answer: TLObject) -> TLObject:
    return tl.messages.AffectedHistory(pts=answer.pts, pts_count=answer.pts_count, offset=0)
