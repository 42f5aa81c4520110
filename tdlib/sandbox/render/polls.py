"""Polls as their viewers see them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.messages import Message

if TYPE_CHECKING:
    from tdlib.sandbox.render.view import View


def tl_poll(view: View, message: Message) -> TLObject:
    """The poll of a message with the votes of all, the viewer's own marked."""
    shown: TLObject = copy.copy(message.media)
    shown.results = tl_results(view, message)
    return shown


def tl_results(view: View, message: Message) -> TLObject:
    """How a poll stands: the votes it began with and those given since; a quiz is solved for who has voted."""
    held: TLObject = message.media
    given, poll = held.results, held.poll
    own = message.votes.get(view.viewer, [])
    solved = bool(poll.quiz) and bool(own)
    results = copy.copy(given)
    results.results = []
    for answer in given.results:
        voters = [user_id for user_id, options in message.votes.items() if answer.option in options]
        result = copy.copy(answer)
        result.voters = answer.voters + len(voters)
        result.chosen = answer.option in own or None
        result.correct = (answer.correct if solved else None) or None
        if poll.public_voters and voters:
            view.see(*voters)
            result.recent_voters = [tl_peer(user_id) for user_id in voters[-3:]]
        results.results.append(result)
    results.total_voters = given.total_voters + len(message.votes)
    results.solution = given.solution if solved else None
    results.solution_entities = given.solution_entities if solved else None
    return results


def tl_update(view: View, message: Message) -> TLObject:
    """The update that tells how a poll stands."""
    held: TLObject = message.media
    return tl.UpdateMessagePoll(poll_id=held.poll.id, poll=held.poll, results=tl_results(view, message))
