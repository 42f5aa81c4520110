"""`messages.search*`: by words, by kind of content, in one chat or in all."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterator

from tdlib.sandbox.api.answering import messages_answer
from tdlib.sandbox.api.resolving import peer_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.messages import tl_messages
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world.dialogs import Dialog
from tdlib.sandbox.world.files import Document, Photo
from tdlib.sandbox.world.messages import Message

MAX_PAGE = 100
MAX_LOOKED_AT = 20_000
"""How many messages of a chat a search looks at; enough for every chat that is not made for measuring."""

NEVER_MADE = (
    tl.InputMessagesFilterPinned,
    tl.InputMessagesFilterMyMentions,
    tl.InputMessagesFilterChatPhotos,
    tl.InputMessagesFilterPhoneCalls,
    tl.InputMessagesFilterGeo,
    tl.InputMessagesFilterContacts,
    tl.InputMessagesFilterPoll,
    tl.InputMessagesFilterGif,
    tl.InputMessagesFilterMusic,
    tl.InputMessagesFilterRoundVideo,
)
"""Kinds of messages that no past makes."""

Test = Callable[[Message], bool]


@method("messages.search")
async def search(call: Call, request: TLObject) -> TLObject:
    """Messages of one chat."""
    if isinstance(request.peer, tl.InputPeerEmpty):
        return _everywhere(call, request, request.offset_id, None)
    peer = peer_of(call, request.peer)
    author = peer_of(call, request.from_id) if request.from_id else None
    wanted = _test(call, request, peer)
    newest = _newest(call, peer, request.filter)
    found = [message for message in newest if wanted(message) and (author is None or message.author == author)]
    return messages_answer(call, peer, _page(call, request, found), len(found))


@method("messages.searchGlobal")
async def search_global(call: Call, request: TLObject) -> TLObject:
    """Messages of all chats, the newest first; `offset_rate` is the date of the last one of the page before."""
    offset = request.offset_rate or None
    return _everywhere(call, request, request.offset_id, offset)


@method("messages.getSearchCounters")
async def get_search_counters(call: Call, request: TLObject) -> list[TLObject]:
    """How many messages of each kind a chat has."""
    peer = peer_of(call, request.peer)
    return [
        tl.messages.SearchCounter(filter=each, count=sum(map(kind_test(call, each, peer), _newest(call, peer, each))))
        for each in request.filters
    ]


@method("messages.getSearchResultsPositions")
async def get_search_results_positions(call: Call, request: TLObject) -> TLObject:
    """Where in a chat messages of one kind are."""
    peer = peer_of(call, request.peer)
    found = list(filter(kind_test(call, request.filter, peer), _newest(call, peer)))
    step = max(1, len(found) // max(1, request.limit))
    positions = [
        tl.SearchResultPosition(msg_id=message.id_for(call.user_id), date=message.date, offset=place)
        for place, message in list(enumerate(found))[::step]
    ]
    return tl.messages.SearchResultsPositions(count=len(found), positions=positions)


@method("messages.getSearchResultsCalendar")
async def get_search_results_calendar(call: Call, request: TLObject) -> TLObject:
    """On which days messages of one kind were sent."""
    peer = peer_of(call, request.peer)
    found = list(filter(kind_test(call, request.filter, peer), _newest(call, peer)))
    days = [(day, list(group)) for day, group in itertools.groupby(found, lambda each: each.date // 86_400)]
    periods = [_period(call, day, group) for day, group in days[:MAX_PAGE]]
    view = View(call.world, call.user_id)
    shown = tl_messages(view, [group[-1] for _, group in days[:MAX_PAGE]])
    return tl.messages.SearchResultsCalendar(
        count=len(found),
        min_date=found[-1].date if found else 0,
        min_msg_id=found[-1].id_for(call.user_id) if found else 0,
        periods=periods,
        messages=shown,
        chats=view.chats,
        users=view.users,
    )


@method("messages.getRecentLocations")
async def get_recent_locations(call: Call, request: TLObject) -> TLObject:
    """None: nobody shares a live location here."""
    return messages_answer(call, peer_of(call, request.peer), [], 0)


def kind_test(call: Call, wanted: TLObject, peer: int) -> Test:
    """Whether a message is of the kind that a `MessagesFilter` names.

    Raises:
        RpcError: `INPUT_FILTER_INVALID` for an unknown kind.
    """
    tests: dict[TLObject, Test] = {
        tl.InputMessagesFilterEmpty: lambda each: True,
        tl.InputMessagesFilterPhotos: lambda each: isinstance(each.media, Photo),
        tl.InputMessagesFilterVideo: _is_video,
        tl.InputMessagesFilterPhotoVideo: lambda each: isinstance(each.media, Photo) or _is_video(each),
        tl.InputMessagesFilterDocument: _is_file,
        tl.InputMessagesFilterUrl: _has_link,
        tl.InputMessagesFilterGif: lambda each: _has(each, tl.DocumentAttributeAnimated),
        tl.InputMessagesFilterVoice: lambda each: _is_audio(each, voice=True),
        tl.InputMessagesFilterMusic: lambda each: _is_audio(each, voice=False),
        tl.InputMessagesFilterRoundVoice: lambda each: _is_audio(each, voice=True) or _is_round(each),
        tl.InputMessagesFilterRoundVideo: _is_round,
        tl.InputMessagesFilterChatPhotos: lambda each: isinstance(each.action, tl.MessageActionChatEditPhoto),
        tl.InputMessagesFilterPhoneCalls: lambda each: isinstance(each.action, tl.MessageActionPhoneCall),
        tl.InputMessagesFilterMyMentions: lambda each: call.user_id in each.mentions,
        tl.InputMessagesFilterGeo: lambda each: isinstance(each.media, tl.MessageMediaGeo | tl.MessageMediaVenue),
        tl.InputMessagesFilterContacts: lambda each: isinstance(each.media, tl.MessageMediaContact),
        tl.InputMessagesFilterPinned: lambda each: each.pinned,
        tl.InputMessagesFilterPoll: lambda each: isinstance(each.media, tl.MessageMediaPoll),
    }
    test = tests.get(type(wanted))
    if test is None:
        raise RpcError(400, "INPUT_FILTER_INVALID")
    return test


def _test(call: Call, request: TLObject, peer: int) -> Test:
    """All that a search asks of a message."""
    is_kind = kind_test(call, request.filter, peer)
    words = request.q.lower().split()

    def matches(message: Message) -> bool:
        if request.min_date and message.date < request.min_date:
            return False
        if request.max_date and message.date > request.max_date:
            return False
        return is_kind(message) and _has_words(message, words)

    return matches


def _has_words(message: Message, words: list[str]) -> bool:
    """Whether each wanted word starts a word of the text or of the file's name."""
    if not words:
        return True
    text = f" {message.text} {_file_name(message)}".lower()
    for mark in "\n\t.,;:!?\"'()[]<>«»#@/_-":
        text = text.replace(mark, " ")
    return message.action is None and all(f" {word.strip('#@')}" in text for word in words)


def _file_name(message: Message) -> str:
    if not isinstance(message.media, Document):
        return ""
    names = (each.file_name for each in message.media.attributes if isinstance(each, tl.DocumentAttributeFilename))
    return next(names, "")


def _newest(call: Call, peer: int, wanted: TLObject = None) -> Iterator[Message]:
    """The messages to look at; made ones are never of the kinds that only real ones are."""
    history = call.world.history(call.user_id, peer)
    if history.past is not None and isinstance(wanted, NEVER_MADE):
        return history.kept_newest_first()
    return itertools.islice(history.newest_first(), MAX_LOOKED_AT)


def _page(call: Call, request: TLObject, found: list[Message]) -> list[Message]:
    """The page of the found messages that the offsets name, as in a history."""
    viewer = call.user_id
    start = 0
    if request.offset_id:
        places = (place for place, each in enumerate(found) if each.id_for(viewer) < request.offset_id)
        start = next(places, len(found))
    start += request.add_offset
    page = found[max(0, start) : max(0, start + min(request.limit, MAX_PAGE))]
    low, high = request.min_id, request.max_id
    return [each for each in page if each.id_for(viewer) > low and (not high or each.id_for(viewer) < high)]


def _everywhere(call: Call, request: TLObject, offset_id: int, offset_date: int | None) -> TLObject:
    if not request.q and isinstance(request.filter, tl.InputMessagesFilterEmpty):
        raise RpcError(400, "SEARCH_QUERY_EMPTY")
    folder = getattr(request, "folder_id", None)
    dialogs = call.world.account(call.user_id).dialogs.listed(folder)
    streams = (_matching(call, request, dialog) for dialog in dialogs if _is_wanted(call, request, dialog))
    merged = heapq.merge(*streams, key=lambda each: -each.date)
    later = itertools.dropwhile(lambda each: not _is_past(call, each, offset_id, offset_date), merged)
    limit = min(request.limit, MAX_PAGE)
    page = list(itertools.islice(later, limit + 1))
    has_more = len(page) > limit
    view = View(call.world, call.user_id)
    shown = tl_messages(view, page[:limit])
    parts = {"messages": shown, "topics": [], "chats": view.chats, "users": view.users}
    if not has_more and offset_date is None:
        return tl.messages.Messages(**parts)
    if not has_more:
        return tl.messages.MessagesSlice(count=len(shown), **parts)
    return tl.messages.MessagesSlice(count=len(shown) + 1, inexact=True, next_rate=page[limit - 1].date, **parts)


def _matching(call: Call, request: TLObject, dialog: Dialog) -> Iterator[Message]:
    wanted = _test(call, request, dialog.peer)
    return (message for message in _newest(call, dialog.peer) if wanted(message))


def _is_wanted(call: Call, request: TLObject, dialog: Dialog) -> bool:
    channel = call.world.chats.channel_at(dialog.peer)
    if getattr(request, "users_only", None):
        return dialog.peer > 0
    if getattr(request, "broadcasts_only", None):
        return channel is not None and channel.is_broadcast
    if getattr(request, "groups_only", None):
        return dialog.peer < 0 and not (channel and channel.is_broadcast)
    return True


def _is_past(call: Call, message: Message, offset_id: int, offset_date: int | None) -> bool:
    if offset_date is None:
        return True
    return message.date < offset_date or (message.date == offset_date and message.id_for(call.user_id) < offset_id)


def _period(call: Call, day: int, group: list[Message]) -> TLObject:
    return tl.SearchResultsCalendarPeriod(
        date=day * 86_400,
        min_msg_id=group[-1].id_for(call.user_id),
        max_msg_id=group[0].id_for(call.user_id),
        count=len(group),
    )


def _has(message: Message, kind: TLObject) -> bool:
    return isinstance(message.media, Document) and any(isinstance(each, kind) for each in message.media.attributes)


def _is_video(message: Message) -> bool:
    return (
        _has(message, tl.DocumentAttributeVideo)
        and not _has(message, tl.DocumentAttributeAnimated)
        and not _is_round(message)
    )


def _is_round(message: Message) -> bool:
    return isinstance(message.media, Document) and any(
        isinstance(each, tl.DocumentAttributeVideo) and bool(each.round_message) for each in message.media.attributes
    )


def _is_audio(message: Message, *, voice: bool) -> bool:
    return isinstance(message.media, Document) and any(
        isinstance(each, tl.DocumentAttributeAudio) and bool(each.voice) == voice for each in message.media.attributes
    )


def _is_file(message: Message) -> bool:
    special = (
        tl.DocumentAttributeVideo,
        tl.DocumentAttributeAudio,
        tl.DocumentAttributeSticker,
        tl.DocumentAttributeAnimated,
    )
    return isinstance(message.media, Document) and not _has(message, special)


def _has_link(message: Message) -> bool:
    return any(isinstance(each, tl.MessageEntityUrl | tl.MessageEntityTextUrl) for each in message.entities)
