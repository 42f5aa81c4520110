"""Messages as TL objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.media import tl_media
from tdlib.sandbox.render.peers import peer_number, tl_peer
from tdlib.sandbox.render.polls import tl_poll
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.files import Document
from tdlib.sandbox.world.messages import Forward, Message, Reply
from tdlib.sandbox.world.peers import group_peer, is_user

if TYPE_CHECKING:
    from tdlib.sandbox.render.view import View

MENTIONING = tl.MessageEntityMentionName


def tl_message(view: View, message: Message) -> TLObject:
    """A message or service message as the viewer has it."""
    viewer = view.viewer
    peer = message.peer_for(viewer)
    view.see(peer, message.author)
    common = {
        "id": message.id_for(viewer),
        "peer_id": tl_peer(peer),
        "date": message.date,
        "out": _is_out(message, viewer) or None,
        "mentioned": viewer in message.mentions or None,
        "media_unread": _is_content_unread(view, message, peer) or None,
        "silent": message.silent or None,
        "post": message.is_post or None,
        "from_id": None if message.is_post else tl_peer(message.author),
        "reply_to": _reply(viewer, message.reply) if message.reply else None,
        "reactions": tl_reactions(view, message) if message.reactions or message.more_reactions else None,
        "saved_peer_id": _saved_peer(viewer, message) if peer == viewer else None,
    }
    if message.action is not None:
        _see_action(view, message.action)
        return tl.MessageService(action=message.action, reactions_are_possible=True, **common)
    return tl.Message(
        message=message.text,
        entities=message.entities or None,
        media=_media(view, message),
        fwd_from=_forward(view, message.forward) if message.forward else None,
        reply_markup=message.markup,
        edit_date=message.edit_date or None,
        views=message.views if message.is_post else None,
        forwards=message.forwards if message.is_post else None,
        post_author=message.signature or None,
        grouped_id=message.group_id or None,
        via_bot_id=message.via_bot or None,
        pinned=message.pinned or None,
        rich_message=message.rich,
        **common,
    )


def tl_messages(view: View, messages: list[Message]) -> list[TLObject]:
    """Several messages."""
    return [tl_message(view, message) for message in messages]


def tl_reactions(view: View, message: Message) -> TLObject:
    """The reactions to a message."""
    counts = Counter(message.reactions.values())
    counts.update(message.more_reactions)
    mine = message.reactions.get(view.viewer)
    results = [
        tl.ReactionCount(
            reaction=tl.ReactionEmoji(emoticon=emoji),
            count=count,
            chosen_order=0 if emoji == mine else None,
        )
        for emoji, count in counts.most_common()
    ]
    view.see(*message.reactions)
    unread = _unread_reactions(view, message)
    recent = [
        tl.MessagePeerReaction(
            peer_id=tl_peer(user_id),
            reaction=tl.ReactionEmoji(emoticon=emoji),
            date=message.date,
            my=user_id == view.viewer or None,
            unread=user_id in unread or None,
        )
        for user_id, emoji in list(message.reactions.items())[-3:]
    ]
    has_names = not message.is_post
    return tl.MessageReactions(
        results=results,
        can_see_list=has_names or None,
        recent_reactions=recent if has_names else None,
    )


def _unread_reactions(view: View, message: Message) -> Collection[int]:
    """Who reacted without the viewer having seen it."""
    dialog = view.world.account(view.viewer).dialogs.get(message.peer_for(view.viewer))
    return dialog.unread_reactions.get(message.id_for(view.viewer), ()) if dialog is not None else ()


def _is_out(message: Message, viewer: int) -> bool:
    return message.is_outgoing(viewer) and message.peer != viewer


def _is_content_unread(view: View, message: Message, peer: int) -> bool:
    if isinstance(message.media, Document) and not message.listened:
        return any(
            (isinstance(each, tl.DocumentAttributeAudio) and each.voice)
            or (isinstance(each, tl.DocumentAttributeVideo) and each.round_message)
            for each in message.media.attributes
        )
    if view.viewer not in message.mentions:
        return False
    dialog = view.world.account(view.viewer).dialogs.get(peer)
    return dialog is not None and message.id_for(view.viewer) in dialog.unread_mentions


def _reply(viewer: int, reply: Reply) -> TLObject:
    number = reply.target.id_for(viewer)
    if not number:
        return None
    return tl.MessageReplyHeader(
        reply_to_msg_id=number,
        quote=bool(reply.quote) or None,
        quote_text=reply.quote or None,
        quote_entities=reply.quote_entities or None,
        quote_offset=reply.quote_offset or None,
    )


def _forward(view: View, forward: Forward) -> TLObject:
    view.see(forward.origin, forward.saved_from)
    person = view.world.persons.get(forward.origin) if is_user(forward.origin) else None
    is_hidden = person is not None and person.is_deleted
    return tl.MessageFwdHeader(
        date=forward.date,
        from_id=None if is_hidden else tl_peer(forward.origin),
        from_name="Deleted Account" if is_hidden else None,
        channel_post=forward.origin_post or None,
        saved_from_peer=tl_peer(forward.saved_from) if forward.saved_from else None,
        saved_from_msg_id=forward.saved_from_id if forward.saved_from else None,
    )


def _saved_peer(viewer: int, message: Message) -> TLObject:
    if message.forward and message.forward.saved_from:
        return tl_peer(message.forward.saved_from)
    return tl_peer(viewer)


def _media(view: View, message: Message) -> TLObject:
    if isinstance(message.media, tl.MessageMediaContact):
        view.see(message.media.user_id)
    for entity in message.entities:
        if isinstance(entity, MENTIONING):
            view.see(entity.user_id)
    view.see(message.via_bot)
    if isinstance(message.media, tl.MessageMediaPoll):
        return tl_poll(view, message)
    return tl_media(message.media, spoiler=message.spoiler)


def _see_action(view: View, action: TLObject) -> None:
    for name in ("user_id", "inviter_id", "new_creator_id", "bot_id"):
        view.see(getattr(action, name, 0) or 0)
    view.see(*(getattr(action, "users", None) or []))
    if isinstance(action, tl.MessageActionChannelMigrateFrom):
        view.see(group_peer(action.chat_id))
    named = [getattr(action, name, None) for name in ("from_id", "to_id", "peer", "boost_peer")]
    listed = [*(getattr(action, "other_participants", None) or []), *(getattr(action, "peers", None) or [])]
    view.see(*(peer_number(peer) for peer in (*named, *listed) if peer is not None))
