"""Parts of a text that the server finds by itself: links, mentions, hashtags and the like; offsets in UTF-16 units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import TLObject

if TYPE_CHECKING:
    from tdlib.sandbox.world.world import World

FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b)"
    r"|(?P<domain>\b(?:[\w-]+\.)+(?:com|org|net|io|dev|me|de|ru|app)\b(?:/[^\s<>\"']*[^\s<>\"'.,;:!?)\]])?)"
    r"|(?P<mention>(?<![\w@])@[A-Za-z]\w{3,31}\b)"
    r"|(?P<hashtag>(?<![\w#])#(?=\w*[^\W\d_])\w{1,64})"
    r"|(?P<cashtag>(?<![\w$])\$[A-Z]{1,8}\b)"
    r"|(?P<command>(?<![\w/])/[a-z]\w{1,31}\b)"
)
KINDS = {
    "url": tl.MessageEntityUrl,
    "domain": tl.MessageEntityUrl,
    "email": tl.MessageEntityEmail,
    "mention": tl.MessageEntityMention,
    "hashtag": tl.MessageEntityHashtag,
    "cashtag": tl.MessageEntityCashtag,
    "command": tl.MessageEntityBotCommand,
}
OPAQUE = (tl.MessageEntityCode, tl.MessageEntityPre, tl.MessageEntityTextUrl, tl.MessageEntityMentionName)


def length(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, entity: TLObject) -> str:
    """The part of the text that an entity covers."""
    units = text.encode("utf-16-le")
    return units[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le", "replace")


def complete(text: str, entities: list[TLObject]) -> list[TLObject]:
    """The given entities and those that the server finds where none of them forbids it, ordered by offset."""
    found = [*entities, *_found(text, entities)]
    return sorted(found, key=lambda entity: (entity.offset, -entity.length))


def mentioned_people(world: World, entities: list[TLObject], text: str) -> Iterator[int]:
    """The ids of the people whom the text mentions."""
    for entity in entities:
        if isinstance(entity, tl.MessageEntityMentionName):
            yield entity.user_id
        elif isinstance(entity, tl.MessageEntityMention):
            person = world.persons.by_username.get(cut(text, entity)[1:].lower())
            if person is not None:
                yield person.id


def _found(text: str, entities: list[TLObject]) -> Iterator[TLObject]:
    taken = [(each.offset, each.offset + each.length) for each in entities if isinstance(each, OPAQUE)]
    given = {(each.offset, each.length) for each in entities}
    for match in FOUND.finditer(text):
        kind = KINDS[match.lastgroup or ""]
        offset, size = length(text[: match.start()]), length(match.group())
        is_free = all(offset + size <= start or end <= offset for start, end in taken)
        if is_free and (offset, size) not in given:
            yield kind(offset=offset, length=size)
