"""Photos, documents and other content of messages as TL objects."""

from __future__ import annotations

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world.files import Document, Photo

DC_ID = 1
"""The data centre where everything is; TDLib asks for the authorization of another one without end."""

FILE_REFERENCE = b"\x01heliograph sandbox"


def tl_photo(photo: Photo | None) -> TLObject:
    """A photo with all its sizes; `photoEmpty` for None."""
    if photo is None:
        return tl.PhotoEmpty(id=0)
    return tl.Photo(
        id=photo.id,
        access_hash=photo.access_hash,
        file_reference=FILE_REFERENCE,
        date=photo.date,
        sizes=_sizes(photo),
        dc_id=DC_ID,
    )


def tl_document(document: Document) -> TLObject:
    """A file with its attributes and thumbnail."""
    return tl.Document(
        id=document.id,
        access_hash=document.access_hash,
        file_reference=FILE_REFERENCE,
        date=document.date,
        mime_type=document.mime_type,
        size=document.size,
        thumbs=_sizes(document.thumbnail) if document.thumbnail else None,
        dc_id=DC_ID,
        attributes=document.attributes,
    )


def tl_media(media: Photo | Document | TLObject | None, *, spoiler: bool = False) -> TLObject:
    """The `MessageMedia` of a message, None for text."""
    if isinstance(media, Photo):
        return tl.MessageMediaPhoto(photo=tl_photo(media), spoiler=spoiler or None)
    if not isinstance(media, Document):
        return media
    kinds = {type(attribute) for attribute in media.attributes}
    video = next((each for each in media.attributes if isinstance(each, tl.DocumentAttributeVideo)), None)
    audio = next((each for each in media.attributes if isinstance(each, tl.DocumentAttributeAudio)), None)
    is_animation = tl.DocumentAttributeAnimated in kinds
    return tl.MessageMediaDocument(
        document=tl_document(media),
        spoiler=spoiler or None,
        video=bool(video and not is_animation and not video.round_message) or None,
        round=bool(video and video.round_message) or None,
        voice=bool(audio and audio.voice) or None,
    )


def _sizes(photo: Photo) -> list[TLObject]:
    preview = [tl.PhotoStrippedSize(type="i", bytes=few)] if (few := photo.preview()) else []
    pictures = [tl.PhotoSize(type=each.type, w=each.width, h=each.height, size=each.size) for each in photo.pictures]
    return [*preview, *pictures]
