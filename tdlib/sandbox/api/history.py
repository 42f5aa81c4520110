"""`messages.*` that read: history, single messages, views, reactions lists."""

from __future__ import annotations

from collections.abc import Callable, Collection

from tdlib.sandbox.api.answering import messages_answer
from tdlib.sandbox.api.resolving import channel_of, message_in, peer_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.peers import is_channel, is_user

MAX_PAGE = 100


@method("messages.getHistory")
async def get_history(call: Call, request: TLObject) -> TLObject:
    """A page of a chat."""
    peer = peer_of(call, request.peer)
    history = call.world.history(call.user_id, peer)
    offset = request.offset_id
    if not offset and request.offset_date:
        offset = history.first_on(request.offset_date)
    limit = max(0, min(request.limit, MAX_PAGE))
    page = history.page(offset, request.add_offset, limit, min_id=request.min_id, max_id=request.max_id)
    newer = len(history) - history.position(page[0].id_for(call.user_id)) - 1 if page else 0
    return messages_answer(call, peer, page, len(history), before=newer)


@method("messages.getMessages")
async def get_messages(call: Call, request: TLObject) -> TLObject:
    """Messages of private chats and basic groups by number; `messageEmpty` for those that are gone."""
    account = call.world.account(call.user_id)
    return _by_number(call, 0, request.id, account.messages.get)


@method("channels.getMessages")
async def get_channel_messages(call: Call, request: TLObject) -> TLObject:
    """Messages of a channel by number."""
    channel = channel_of(call, request.channel)
    return _by_number(call, channel.peer, request.id, channel.history.get)


@method("messages.getMessagesViews")
async def get_messages_views(call: Call, request: TLObject) -> TLObject:
    """How often posts were seen; the caller's look counts when `increment` is set."""
    peer = peer_of(call, request.peer)
    history = call.world.history(call.user_id, peer)
    view = View(call.world, call.user_id)
    views = []
    for number in request.id:
        message = history.get(number)
        if message is not None and message.is_post:
            message.views += bool(request.increment)
            views.append(tl.MessageViews(views=message.views, forwards=message.forwards))
        else:
            views.append(tl.MessageViews())
    return tl.messages.MessageViews(views=views, chats=view.chats, users=view.users)


@method("messages.getMessageReadParticipants")
async def get_message_read_participants(call: Call, request: TLObject) -> list[TLObject]:
    """Who has read the caller's message in a group."""
    peer = peer_of(call, request.peer)
    message = message_in(call, peer, request.msg_id)
    if is_user(peer):
        raise RpcError(400, "PEER_ID_INVALID")
    found = []
    for user_id in call.world.readers(call.user_id, peer):
        dialog = call.world.account(user_id).dialogs.get(peer)
        if user_id != call.user_id and dialog is not None and dialog.read_inbox >= message.id_for(user_id):
            found.append(tl.ReadParticipantDate(user_id=user_id, date=message.date + 60))
    return found


@method("messages.getOutboxReadDate")
async def get_outbox_read_date(call: Call, request: TLObject) -> TLObject:
    """When the other one read a message."""
    peer = peer_of(call, request.peer)
    message = message_in(call, peer, request.msg_id)
    if call.world.dialog(call.user_id, peer).read_outbox < request.msg_id:
        raise RpcError(400, "MESSAGE_NOT_READ_YET")
    return tl.OutboxReadDate(date=min(message.date + 60, call.world.now()))


@method("messages.getUnreadMentions")
async def get_unread_mentions(call: Call, request: TLObject) -> TLObject:
    """Messages that mention the caller and were not seen yet."""
    peer = peer_of(call, request.peer)
    return _unread(call, request, peer, call.world.dialog(call.user_id, peer).unread_mentions)


@method("messages.getUnreadReactions")
async def get_unread_reactions(call: Call, request: TLObject) -> TLObject:
    """The caller's messages to which somebody reacted without the caller having seen it."""
    peer = peer_of(call, request.peer)
    return _unread(call, request, peer, call.world.dialog(call.user_id, peer).unread_reactions)


@method("messages.getUnreadPollVotes")
async def get_unread_poll_votes(call: Call, request: TLObject) -> TLObject:
    """None: unread votes are not counted here."""
    return messages_answer(call, peer_of(call, request.peer), [], 0)


@method("messages.getOnlines")
async def get_onlines(call: Call, request: TLObject) -> TLObject:
    """How many members of a group are online."""
    now = call.world.now()
    members = call.world.readers(call.user_id, peer_of(call, request.peer))
    return tl.ChatOnlines(onlines=sum(call.world.person(each).online_until > now for each in members) or 1)


def _unread(call: Call, request: TLObject, peer: int, numbers: Collection[int]) -> TLObject:
    """A page of the messages with these numbers, the newest first."""
    wanted = [each for each in sorted(numbers, reverse=True) if not request.offset_id or each < request.offset_id]
    messages = call.world.history(call.user_id, peer).take(wanted[: min(request.limit, MAX_PAGE)])
    return messages_answer(call, peer, messages, len(numbers))


def _by_number(call: Call, peer: int, wanted: list[TLObject], get: Callable[[int], Message | None]) -> TLObject:
    found: list[Message] = []
    missing: list[TLObject] = []
    for each in wanted:
        message = _look_up(call, peer, each, get)
        if message is None:
            number = getattr(each, "id", 0)
            missing.append(tl.MessageEmpty(id=number, peer_id=tl_peer(peer) if is_channel(peer) else None))
        else:
            found.append(message)
    answer = messages_answer(call, peer, found, len(found))
    answer.messages.extend(missing)
    return answer


def _look_up(call: Call, peer: int, wanted: TLObject, get: Callable[[int], Message | None]) -> Message | None:
    match wanted:
        case tl.InputMessageID():
            return get(wanted.id)
        case tl.InputMessageReplyTo():
            answering = get(wanted.id)
            return answering.reply.target if answering and answering.reply else None
        case tl.InputMessagePinned():
            newest = call.world.history(call.user_id, peer).newest_first() if peer else iter(())
            return next((message for message in newest if message.pinned), None)
    return None
