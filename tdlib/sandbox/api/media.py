"""Media that clients send: uploads become photos and documents, existing ones are found again."""

from __future__ import annotations

import random

from tdlib.sandbox import artwork
from tdlib.sandbox.api.resolving import peer_of, require_write
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.drawing import PORTRAIT_SIDES
from tdlib.sandbox.render.media import tl_media
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world.files import LIMITS, Document, Media, Photo, Picture

MAX_PHOTO = 10_485_760
DICE_SIDES = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


@method("messages.uploadMedia")
async def upload_media(call: Call, request: TLObject) -> TLObject:
    """Turns an upload into a medium without sending it."""
    require_write(call, peer_of(call, request.peer))
    return tl_media(media_of(call, request.media))


def media_of(call: Call, given: TLObject) -> Media | None:
    """The medium behind an `InputMedia`.

    Raises:
        RpcError: `MEDIA_INVALID`, `FILE_PARTS_INVALID`, `PHOTO_INVALID_DIMENSIONS` and the like.
    """
    match given:
        case tl.InputMediaEmpty():
            return None
        case tl.InputMediaUploadedPhoto():
            return photo_from(call, given.file)
        case tl.InputMediaUploadedDocument():
            return _document_from(call, given)
        case tl.InputMediaPhoto():
            return _known_photo(call, given.id)
        case tl.InputMediaDocument():
            return _known_document(call, given.id)
        case tl.InputMediaContact():
            return _contact(call, given)
        case tl.InputMediaGeoPoint():
            return tl.MessageMediaGeo(geo=_point(call, given.geo_point))
        case tl.InputMediaVenue():
            return _venue(call, given)
        case tl.InputMediaDice():
            sides = DICE_SIDES.get(given.emoticon.removesuffix("\ufe0f"))
            if sides is None:
                raise RpcError(400, "EMOTICON_INVALID")
            return tl.MessageMediaDice(value=random.randint(1, sides), emoticon=given.emoticon)
        case tl.InputMediaWebPage():
            return None
    raise RpcError(400, "MEDIA_INVALID")


def photo_from(call: Call, file: TLObject, *, is_portrait: bool = False) -> Photo:
    """A photo from an upload, kept as it came, with smaller sizes; a portrait is cut square."""
    content = _uploaded(call, file)
    if len(content) > MAX_PHOTO:
        raise RpcError(400, "PHOTO_SAVE_FILE_INVALID")
    photo = make_photo(call, content, is_portrait=is_portrait)
    call.world.files.discard(call.authorization.key_id, file.id)
    return photo


def make_photo(call: Call, content: bytes, *, is_portrait: bool = False) -> Photo:
    """A photo out of a picture file.

    Raises:
        RpcError: `IMAGE_PROCESS_FAILED` or `PHOTO_INVALID_DIMENSIONS`.
    """
    size = artwork.dimensions(content)
    if size is None:
        raise RpcError(400, "IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise RpcError(400, "PHOTO_INVALID_DIMENSIONS")
    world = call.world
    pictures = _portraits(content) if is_portrait else _pictures(content, width, height)
    photo = Photo(world.take_id(), world.take_hash(), world.now(), pictures)
    world.files.photos[photo.id] = photo
    return photo


def _portraits(content: bytes) -> list[Picture]:
    """The two square sizes of profile photos."""
    pictures = []
    for kind, side in PORTRAIT_SIDES.items():
        scaled = artwork.square(content, side)
        pictures.append(Picture(kind, side, side, len(scaled), scaled))
    return pictures


def _pictures(content: bytes, width: int, height: int) -> list[Picture]:
    """The upload itself as the largest size, and the smaller ones of the usual row."""
    longest = max(width, height)
    own = next((kind for kind, limit in LIMITS.items() if longest <= limit and kind != "s"), "w")
    pictures = []
    for kind, limit in LIMITS.items():
        if kind == own:
            break
        if kind in ("m", "x") and longest > limit:
            small = artwork.fitted(width, height, limit)
            scaled = artwork.scaled(content, *small)
            pictures.append(Picture(kind, *small, len(scaled), scaled))
    return [*pictures, Picture(own, width, height, len(content), content)]


def _uploaded(call: Call, file: TLObject) -> bytes:
    if not isinstance(file, tl.InputFile | tl.InputFileBig):
        raise RpcError(400, "MEDIA_INVALID")
    return call.world.files.assemble(call.authorization.key_id, file.id, file.parts)


def _document_from(call: Call, given: TLObject) -> Document:
    content = _uploaded(call, given.file)
    if not content:
        raise RpcError(400, "FILE_PARTS_INVALID")
    attributes = [each for each in given.attributes if not isinstance(each, tl.DocumentAttributeHasStickers)]
    if not any(isinstance(each, tl.DocumentAttributeFilename) for each in attributes) and given.file.name:
        attributes.append(tl.DocumentAttributeFilename(file_name=given.file.name))
    if given.nosound_video and not any(isinstance(each, tl.DocumentAttributeAnimated) for each in attributes):
        attributes.append(tl.DocumentAttributeAnimated())
    thumbnail = make_photo(call, _uploaded(call, given.thumb)) if given.thumb else None
    world = call.world
    mime_type = given.mime_type or "application/octet-stream"
    document = Document(
        world.take_id(), world.take_hash(), world.now(), mime_type, len(content), attributes, content, thumbnail
    )
    world.files.documents[document.id] = document
    world.files.discard(call.authorization.key_id, given.file.id)
    return document


def _known_photo(call: Call, given: TLObject) -> Photo:
    photo = call.world.files.photos.get(getattr(given, "id", 0))
    if photo is None or photo.access_hash != given.access_hash:
        raise RpcError(400, "PHOTO_INVALID")
    return photo


def _known_document(call: Call, given: TLObject) -> Document:
    document = call.world.files.documents.get(getattr(given, "id", 0))
    if document is None or document.access_hash != given.access_hash:
        raise RpcError(400, "DOCUMENT_INVALID")
    return document


def _contact(call: Call, given: TLObject) -> TLObject:
    person = call.world.persons.by_phone.get(given.phone_number.lstrip("+").replace(" ", ""))
    return tl.MessageMediaContact(
        phone_number=given.phone_number,
        first_name=given.first_name,
        last_name=given.last_name,
        vcard=given.vcard,
        user_id=person.id if person else 0,
    )


def _point(call: Call, given: TLObject) -> TLObject:
    if not isinstance(given, tl.InputGeoPoint):
        return tl.GeoPointEmpty()
    return tl.GeoPoint(
        long=given.long, lat=given.lat, access_hash=call.world.take_hash(), accuracy_radius=given.accuracy_radius
    )


def _venue(call: Call, given: TLObject) -> TLObject:
    return tl.MessageMediaVenue(
        geo=_point(call, given.geo_point),
        title=given.title,
        address=given.address,
        provider=given.provider,
        venue_id=given.venue_id,
        venue_type=given.venue_type,
    )
