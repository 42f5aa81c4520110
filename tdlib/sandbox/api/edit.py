"""`messages.*` that change or remove: edits, deletions, pins, reactions."""

from __future__ import annotations

from tdlib.sandbox.api.answering import affected
from tdlib.sandbox.api.media import media_of
from tdlib.sandbox.api.resolving import channel_of, message_in, peer_of, require_admin
from tdlib.sandbox.api.send import named, trim
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.messages import tl_reactions
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world import posting, reacting
from tdlib.sandbox.world.chats import Channel
from tdlib.sandbox.world.entities import complete
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.peers import is_user


@method("messages.editMessage")
async def edit_message(call: Call, request: TLObject) -> TLObject:
    """Changes the text, the caption or the medium of an own message."""
    peer = peer_of(call, request.peer)
    message = message_in(call, peer, request.id)
    chat = call.world.chats.get(peer)
    is_managed_post = message.is_post and chat is not None and chat.manages(call.user_id)
    if message.action is not None or not (message.is_outgoing(call.user_id) or is_managed_post):
        raise RpcError(403, "MESSAGE_AUTHOR_REQUIRED")
    if not _change(call, message, request):
        raise RpcError(400, "MESSAGE_NOT_MODIFIED")
    with call.world.change(call.authorization) as changes:
        posting.edit(changes, message)
    return changes.answer(call.user_id)


@method("messages.getMessageEditData")
async def get_message_edit_data(call: Call, request: TLObject) -> TLObject:
    """Whether the caption of a message may be changed."""
    message = message_in(call, peer_of(call, request.peer), request.id)
    return tl.messages.MessageEditData(caption=message.media is not None or None)


@method("messages.deleteMessages")
async def delete_messages(call: Call, request: TLObject) -> TLObject:
    """Deletes messages of private chats and basic groups."""
    known = call.world.account(call.user_id).messages
    messages = [known[number] for number in request.id if number in known]
    with call.world.change(call.authorization) as changes:
        for_all = [each for each in messages if request.revoke and _may_revoke(call, each)]
        posting.delete(changes, call.user_id, for_all, for_all=True)
        posting.delete(changes, call.user_id, [each for each in messages if each not in for_all], for_all=False)
    return affected(call, changes)


@method("channels.deleteMessages")
async def delete_channel_messages(call: Call, request: TLObject) -> TLObject:
    """Deletes messages of a channel for everybody."""
    channel = channel_of(call, request.channel)
    for number in request.id:
        message = channel.history.get(number)
        if message is not None and not (message.is_outgoing(call.user_id) or channel.manages(call.user_id)):
            raise RpcError(403, "MESSAGE_DELETE_FORBIDDEN")
    with call.world.change(call.authorization) as changes:
        count = posting.delete_in(changes, channel.peer, request.id)
    return tl.messages.AffectedMessages(pts=channel.box.pts, pts_count=count)


@method("messages.deleteHistory")
async def delete_history(call: Call, request: TLObject) -> TLObject:
    """Clears a private chat or basic group; the chat goes from the list unless `just_clear` is set."""
    peer = peer_of(call, request.peer)
    dialog = call.world.dialog(call.user_id, peer)
    bound = request.max_id or dialog.history.last_id
    numbers = [each for each in dialog.history.ids_from(1) if each <= bound]
    messages = dialog.history.take(numbers)
    with call.world.change(call.authorization) as changes:
        posting.delete(changes, call.user_id, messages, for_all=bool(request.revoke) and is_user(peer))
        if not request.just_clear:
            dialog.pinned = 0
    answer = affected(call, changes)
    return tl.messages.AffectedHistory(pts=answer.pts, pts_count=answer.pts_count, offset=0)


@method("channels.deleteHistory")
async def delete_channel_history(call: Call, request: TLObject) -> TLObject:
    """Clears a channel for everybody; only its administrators may."""
    channel = channel_of(call, request.channel)
    require_admin(call, channel)
    numbers = [each for each in channel.history.ids_from(1) if each <= (request.max_id or channel.history.last_id)]
    with call.world.change(call.authorization) as changes:
        posting.delete_in(changes, channel.peer, numbers)
    return changes.answer(call.user_id)


@method("messages.updatePinnedMessage")
async def update_pinned_message(call: Call, request: TLObject) -> TLObject:
    """Pins a message or unpins it."""
    peer = peer_of(call, request.peer)
    chat = call.world.chats.get(peer)
    if isinstance(chat, Channel):
        require_admin(call, chat)
    message = message_in(call, peer, request.id)
    with call.world.change(call.authorization) as changes:
        posting.pin(changes, call.user_id, message, not request.unpin, silent=bool(request.silent))
    return changes.answer(call.user_id)


@method("messages.unpinAllMessages")
async def unpin_all_messages(call: Call, request: TLObject) -> TLObject:
    """Unpins all messages of a chat."""
    peer = peer_of(call, request.peer)
    with call.world.change(call.authorization) as changes:
        for message in list(call.world.history(call.user_id, peer).newest_first()):
            if message.pinned:
                posting.pin(changes, call.user_id, message, pinned=False)
    box = call.world.box(call.user_id, peer)
    count = sum(each.pts_count for each in changes.entries.get(call.user_id, []))
    return tl.messages.AffectedHistory(pts=box.pts, pts_count=count, offset=0)


@method("messages.sendReaction")
async def send_reaction(call: Call, request: TLObject) -> TLObject:
    """Reacts to a message, or takes the reaction back."""
    peer = peer_of(call, request.peer)
    message = message_in(call, peer, request.msg_id)
    given = [each for each in request.reaction or [] if isinstance(each, tl.ReactionEmoji)]
    if given and given[0].emoticon not in reacting.REACTIONS:
        raise RpcError(400, "REACTION_INVALID")
    with call.world.change(call.authorization) as changes:
        reacting.react(changes, call.user_id, message, given[0].emoticon if given else "")
    return changes.answer(call.user_id)


@method("messages.getMessagesReactions")
async def get_messages_reactions(call: Call, request: TLObject) -> TLObject:
    """The reactions of some messages, as updates."""
    peer = peer_of(call, request.peer)
    view = View(call.world, call.user_id)
    view.see(peer)
    updates = [
        tl.UpdateMessageReactions(
            peer=tl_peer(peer), msg_id=message.id_for(call.user_id), reactions=tl_reactions(view, message)
        )
        for message in call.world.history(call.user_id, peer).take(list(request.id))
    ]
    return tl.Updates(updates=updates, users=view.users, chats=view.chats, date=call.world.now(), seq=0)


@method("messages.getMessageReactionsList")
async def get_message_reactions_list(call: Call, request: TLObject) -> TLObject:
    """Who reacted to a message, and how."""
    message = message_in(call, peer_of(call, request.peer), request.id)
    wanted = getattr(request.reaction, "emoticon", None)
    view = View(call.world, call.user_id)
    shown = [
        tl.MessagePeerReaction(
            peer_id=tl_peer(user_id),
            date=message.date,
            reaction=tl.ReactionEmoji(emoticon=emoji),
            my=user_id == call.user_id or None,
        )
        for user_id, emoji in message.reactions.items()
        if wanted in (None, emoji)
    ]
    view.see(*message.reactions)
    return tl.messages.MessageReactionsList(count=len(shown), reactions=shown, chats=view.chats, users=view.users)


def _change(call: Call, message: Message, request: TLObject) -> bool:
    """Carries an edit out; False where everything is as before."""
    if request.media is not None:
        message.media = media_of(call, request.media)
        message.text, message.entities = "", []
    if request.message is None:
        return request.media is not None
    text, entities = trim(request.message, [named(call, each) for each in request.entities or []])
    if not text and message.media is None:
        raise RpcError(400, "MESSAGE_EMPTY")
    entities = complete(text, entities)
    if request.media is None and text == message.text and entities == message.entities:
        return False
    message.text, message.entities = text, entities
    return True


def _may_revoke(call: Call, message: Message) -> bool:
    chat = call.world.chats.get(message.peer)
    is_managed = chat is not None and chat.manages(call.user_id)
    return is_user(message.peer) or message.is_outgoing(call.user_id) or is_managed
