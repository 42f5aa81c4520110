"""`messages.*` that write: text, media, albums, forwards."""

from __future__ import annotations

from tdlib.sandbox.api.media import media_of
from tdlib.sandbox.api.resolving import message_in, peer_of, person_of, require_write
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world import posting
from tdlib.sandbox.world.changes import Changes
from tdlib.sandbox.world.chats import Channel
from tdlib.sandbox.world.entities import complete, length
from tdlib.sandbox.world.messages import SHARED, Forward, Message, Reply

MAX_TEXT = 4096
MAX_CAPTION = 4096
MAX_ALBUM = 10


@method("messages.sendMessage")
async def send_message(call: Call, request: TLObject) -> TLObject:
    """Sends a text."""
    peer = peer_of(call, request.peer)
    require_write(call, peer)
    if not request.message.strip():
        raise RpcError(400, "MESSAGE_EMPTY")
    if length(request.message) > MAX_TEXT:
        raise RpcError(400, "MESSAGE_TOO_LONG")
    message = _begin(call, peer, request)
    return _send(call, request, [(request.random_id, message)])


@method("messages.sendMedia")
async def send_media(call: Call, request: TLObject) -> TLObject:
    """Sends a photo, a file or another medium with a caption."""
    peer = peer_of(call, request.peer)
    require_write(call, peer)
    if length(request.message) > MAX_CAPTION:
        raise RpcError(400, "MEDIA_CAPTION_TOO_LONG")
    known = call.world.account(call.user_id).sent.get(request.random_id)
    message = _begin(call, peer, request)
    message.media = known.media if known else media_of(call, request.media)
    message.spoiler = bool(getattr(request.media, "spoiler", False))
    return _send(call, request, [(request.random_id, message)])


@method("messages.sendMultiMedia")
async def send_multi_media(call: Call, request: TLObject) -> TLObject:
    """Sends an album."""
    peer = peer_of(call, request.peer)
    require_write(call, peer)
    if not 1 <= len(request.multi_media) <= MAX_ALBUM:
        raise RpcError(400, "MULTI_MEDIA_TOO_LONG" if request.multi_media else "MEDIA_EMPTY")
    group_id = call.world.take_hash()
    pairs = []
    for each in request.multi_media:
        message = _begin(call, peer, request, text=each.message, entities=each.entities)
        known = call.world.account(call.user_id).sent.get(each.random_id)
        message.media = known.media if known else media_of(call, each.media)
        message.group_id = group_id
        pairs.append((each.random_id, message))
    return _send(call, request, pairs)


@method("messages.startBot")
async def start_bot(call: Call, request: TLObject) -> TLObject:
    """Says "/start" to a bot; what the link brought along only the bot would see."""
    bot = person_of(call, request.bot)
    if not bot.is_bot:
        raise RpcError(400, "BOT_INVALID")
    message = Message(bot.id, call.user_id, call.world.now(), "/start", entities=complete("/start", []))
    return _send(call, request, [(request.random_id, message)])


@method("messages.getBotCallbackAnswer")
async def get_bot_callback_answer(call: Call, request: TLObject) -> TLObject:
    """What a bot says when one of its buttons is pressed."""
    message = message_in(call, peer_of(call, request.peer), request.msg_id)
    if message.markup is None:
        raise RpcError(400, "MESSAGE_ID_INVALID")
    return tl.messages.BotCallbackAnswer(cache_time=0, message="Noted. I ring when it changes.")


@method("messages.forwardMessages")
async def forward_messages(call: Call, request: TLObject) -> TLObject:
    """Sends copies of messages on, with a note of where they come from unless `drop_author` is set."""
    source, target = peer_of(call, request.from_peer), peer_of(call, request.to_peer)
    require_write(call, target)
    if not request.id or len(request.id) != len(request.random_id):
        raise RpcError(400, "MESSAGE_IDS_EMPTY" if not request.id else "RANDOM_ID_INVALID")
    groups: dict[int, int] = {}
    pairs = []
    for number, random_id in zip(request.id, request.random_id, strict=True):
        origin = message_in(call, source, number)
        if origin.action is not None:
            raise RpcError(400, "MESSAGE_ID_INVALID")
        pairs.append((random_id, _copy(call, origin, source, target, request, groups)))
    return _send(call, request, pairs)


def _begin(
    call: Call, peer: int, request: TLObject, *, text: str | None = None, entities: list[TLObject] | None = None
) -> Message:
    """The message that a request describes, not yet sent."""
    chat = call.world.chats.get(peer)
    is_post = isinstance(chat, Channel) and chat.is_broadcast
    words = request.message if text is None else text
    given = (getattr(request, "entities", None) or []) if text is None else (entities or [])
    stripped, shifted = trim(words, [named(call, each) for each in given])
    return Message(
        peer=peer,
        author=peer if is_post else call.user_id,
        writer=call.user_id if is_post else 0,
        signature=_signature(call, chat) if is_post else "",
        date=call.world.now(),
        text=stripped,
        entities=complete(stripped, shifted),
        silent=bool(request.silent),
        views=int(is_post),
        markup=getattr(request, "reply_markup", None) if call.world.person(call.user_id).is_bot else None,
        reply=_reply(call, peer, request.reply_to),
    )


def named(call: Call, entity: TLObject) -> TLObject:
    """An entity as receivers see it: a mention by name comes with the bare id."""
    if isinstance(entity, tl.InputMessageEntityMentionName):
        user_id = person_of(call, entity.user_id).id
        return tl.MessageEntityMentionName(offset=entity.offset, length=entity.length, user_id=user_id)
    return entity


def trim(text: str, entities: list[TLObject]) -> tuple[str, list[TLObject]]:
    """The text without spaces around it, and its entities moved along."""
    shift = length(text) - length(text.lstrip())
    stripped = text.strip()
    size = length(stripped)
    for entity in entities:
        start = max(0, entity.offset - shift)
        end = min(size, entity.offset + entity.length - shift)
        entity.offset, entity.length = start, end - start
    return stripped, [entity for entity in entities if entity.length > 0]


def _reply(call: Call, peer: int, given: TLObject) -> Reply | None:
    if not isinstance(given, tl.InputReplyToMessage):
        return None
    source = peer_of(call, given.reply_to_peer_id) if given.reply_to_peer_id else peer
    target = call.world.history(call.user_id, source).get(given.reply_to_msg_id)
    if target is None:
        return None
    if (given.quote_text or "") not in target.text:
        raise RpcError(400, "QUOTE_TEXT_INVALID")
    return Reply(target, given.quote_text or "", given.quote_entities or [], given.quote_offset or 0)


def _signature(call: Call, chat: object) -> str:
    return call.world.person(call.user_id).name if isinstance(chat, Channel) and chat.signatures else ""


def _copy(call: Call, origin: Message, source: int, target: int, request: TLObject, groups: dict[int, int]) -> Message:
    request.reply_to = getattr(request, "reply_to", None)
    message = _begin(call, target, request, text=origin.text, entities=[])
    message.entities = origin.entities
    message.media = origin.media
    message.spoiler = origin.spoiler
    if request.drop_media_captions and origin.media is not None:
        message.text, message.entities = "", []
    if origin.group_id:
        message.group_id = groups.setdefault(origin.group_id, call.world.take_hash())
    if not request.drop_author:
        message.forward = _header(call, origin, source, target)
    if origin.is_post:
        origin.forwards += 1
    return message


def _header(call: Call, origin: Message, source: int, target: int) -> Forward:
    number = origin.id_for(call.user_id)
    header = Forward(origin.author, origin.date, origin.ids.get(SHARED, 0) if origin.is_post else 0)
    if origin.forward is not None:
        header = Forward(origin.forward.origin, origin.forward.date, origin.forward.origin_post)
    if target == call.user_id:
        header.saved_from, header.saved_from_id = source, number
    return header


def _send(call: Call, request: TLObject, pairs: list[tuple[int, Message]]) -> TLObject:
    """Posts what was not posted yet; a repeated random id gets the first answer again."""
    sent = call.world.account(call.user_id).sent
    with call.world.change(call.authorization) as changes:
        again = [message for random_id, message in pairs if random_id in sent]
        for random_id, message in pairs:
            if random_id not in sent:
                message.random_id = random_id
                sent[random_id] = posting.post(changes, message)
        if getattr(request, "clear_draft", False):
            clear_draft(changes, call.user_id, pairs[0][1].peer)
    numbers = [
        tl.UpdateMessageID(id=sent[random_id].id_for(call.user_id), random_id=random_id) for random_id, _ in pairs
    ]
    if again:
        return _repeated(call, [sent[random_id] for random_id, _ in pairs], numbers)
    return changes.answer(call.user_id, *numbers)


def _repeated(call: Call, messages: list[Message], numbers: list[TLObject]) -> TLObject:
    """The answer to a send that came twice: the same messages with the state that they had then."""
    changes = Changes(call.world)
    wanted = set(map(id, messages))
    channel = call.world.chats.channel_at(messages[0].peer)
    box = channel.box if channel else call.world.account(call.user_id).box
    changes.entries[call.user_id] = [entry for entry in box.log if id(getattr(entry.event, "message", None)) in wanted]
    return changes.answer(call.user_id, *numbers)


def clear_draft(changes: Changes, user_id: int, peer: int) -> None:
    """Takes the draft of a chat away."""
    dialog = changes.world.dialog(user_id, peer)
    if dialog.draft is None:
        return
    dialog.draft = None
    changes.tell(user_id, tl.UpdateDraftMessage(peer=tl_peer(peer), draft=tl.DraftMessageEmpty()), peer)
