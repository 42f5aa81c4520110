"""`messages.*` of polls: votes, results, who voted."""

from __future__ import annotations

from tdlib.sandbox.api.resolving import message_in, peer_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.render.polls import tl_update
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world.messages import Message


@method("messages.sendVote")
async def send_vote(call: Call, request: TLObject) -> TLObject:
    """Gives one's vote, or takes it back where no option is named; everybody in the chat hears of it."""
    peer = peer_of(call, request.peer)
    message = _poll_in(call, peer, request.msg_id)
    held: TLObject = message.media
    poll, options = held.poll, list(request.options)
    if poll.closed:
        raise RpcError(400, "MESSAGE_POLL_CLOSED")
    if any(option not in [answer.option for answer in poll.answers] for option in options):
        raise RpcError(400, "OPTION_INVALID")
    if len(options) > 1 and not poll.multiple_choice:
        raise RpcError(400, "OPTIONS_TOO_MUCH")
    if call.user_id in message.votes and (poll.quiz or poll.revoting_disabled):
        raise RpcError(400, "REVOTE_NOT_ALLOWED")
    message.votes.pop(call.user_id, None)
    if options:
        message.votes[call.user_id] = options
    with call.world.change(call.authorization) as changes:
        for reader in call.world.readers(message.writer or message.author, message.peer):
            changes.tell(reader, tl_update(View(call.world, reader), message), peer, keep=False)
    return changes.answer(call.user_id)


@method("messages.getPollResults")
async def get_poll_results(call: Call, request: TLObject) -> TLObject:
    """How a poll stands."""
    peer = peer_of(call, request.peer)
    message = _poll_in(call, peer, request.msg_id)
    with call.world.change(call.authorization) as changes:
        changes.tell(call.user_id, tl_update(View(call.world, call.user_id), message), peer, keep=False)
    return changes.answer(call.user_id)


@method("messages.getPollVotes")
async def get_poll_votes(call: Call, request: TLObject) -> TLObject:
    """Who chose an answer of a poll that is not anonymous."""
    message = _poll_in(call, peer_of(call, request.peer), request.id)
    held: TLObject = message.media
    if not held.poll.public_voters:
        raise RpcError(403, "POLL_VOTE_REQUIRED")
    wanted = [
        (user_id, option)
        for user_id, options in message.votes.items()
        for option in options
        if request.option in (None, option)
    ]
    view = View(call.world, call.user_id)
    view.see(*(user_id for user_id, _ in wanted))
    votes = [
        tl.MessagePeerVote(peer=tl_peer(user_id), option=option, date=message.date) for user_id, option in wanted
    ]
    return tl.messages.VotesList(
        count=len(votes), votes=votes[: request.limit], chats=view.chats, users=view.users
    )


def _poll_in(call: Call, peer: int, number: int) -> Message:
    message = message_in(call, peer, number)
    if not isinstance(message.media, tl.MessageMediaPoll):
        raise RpcError(400, "MESSAGE_ID_INVALID")
    return message
