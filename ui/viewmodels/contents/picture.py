"""`PictureContent`: a photo, or the still picture of a video, an animation, a sticker or a round video."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.emoji import one_emoji
from ui.viewmodels.file_item import FileItem, Items
from ui.viewmodels.wording import files

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

LARGEST_SIDE = 1280
LARGEST_NUMBER = 30_000
"""Pixels of a side beyond which nothing that a message says of its picture is believed."""

_STILLS = (td.ThumbnailFormatJpeg, td.ThumbnailFormatPng, td.ThumbnailFormatWebp)


@QmlElement
class PictureContent(QObject):
    """A picture whose size is known before it is here.

    Arguments:
        width: in pixels of the picture itself.
        height: in pixels of the picture itself.
        miniature: TDLib's few bytes that stand for it meanwhile.
        picture: the file that is drawn; None where nothing can be.
        media: what opening the message opens; the picture where it is a photo.
        note: words on the picture, such as a video's length.
        plays: whether it is the still of something that moves.
        covered: whether it waits for a click behind a spoiler.
        emoji: what stands for a sticker that can't be drawn.
    """

    def __init__(
        self,
        width: int,
        height: int,
        *,
        miniature: td.Minithumbnail | None = None,
        picture: FileItem | None = None,
        media: FileItem | None = None,
        note: str = "",
        plays: bool = False,
        covered: bool = False,
        emoji: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        sound = 0 < width <= LARGEST_NUMBER and 0 < height <= LARGEST_NUMBER
        self._width, self._height = (width, height) if sound else (320, 240)
        self._miniature = base64.urlsafe_b64encode(miniature.data).decode() if miniature is not None else ""
        self._picture = picture
        self._media = media or picture
        self._note = note
        self._plays = plays
        self._covered = covered
        self._emoji = emoji

    naturalWidth = Property(int, lambda self: self._width, constant=True)
    naturalHeight = Property(int, lambda self: self._height, constant=True)
    miniature = Property(str, lambda self: self._miniature, constant=True)
    picture = Property(FileItem, lambda self: self._picture, constant=True)
    media = Property(FileItem, lambda self: self._media, constant=True)
    note = Property(str, lambda self: self._note, constant=True)
    plays = Property(bool, lambda self: self._plays, constant=True)
    covered = Property(bool, lambda self: self._covered, constant=True)
    emoji = Property(str, lambda self: self._emoji, constant=True)

    @property
    def ratio(self) -> float:
        """Width by height."""
        return float(self._width) / float(self._height)

    @property
    def moves(self) -> bool:
        """Whether opening it plays something."""
        return self._plays

    @property
    def media_file(self) -> FileItem | None:
        """What opening it opens."""
        return self._media

    @Slot()
    def wanted(self) -> None:
        """Says that the picture is on screen."""
        if self._picture is not None:
            self._picture.wanted()


def shared(content: td.MessageContent, items: Items, parent: QObject) -> PictureContent | None:
    """Returns the photo, video or GIF of a message; None for any other content."""
    match content:
        case td.MessagePhoto():
            return photo(content, items, parent)
        case td.MessageVideo():
            return video(content, items, parent)
        case td.MessageAnimation():
            return animation(content, items, parent)
        case _:
            return None


def photo(content: td.MessagePhoto, items: Items, parent: QObject) -> PictureContent:
    """Returns the photo of a message."""
    return sized_photo(content.photo, items, parent, covered=content.has_spoiler or content.is_secret)


def sized_photo(shown: td.Photo, items: Items, parent: QObject, *, covered: bool = False) -> PictureContent:
    """Returns a photo in the largest size that a screen needs."""
    return _of_sizes(shown.sizes, shown.minithumbnail, items, parent, covered=covered)


def chat_photo(shown: td.ChatPhoto, items: Items, parent: QObject) -> PictureContent:
    """Returns the picture of a person or chat."""
    return _of_sizes(shown.sizes, shown.minithumbnail, items, parent)


def _of_sizes(
    all_sizes: Sequence[td.PhotoSize],
    miniature: td.Minithumbnail | None,
    items: Items,
    parent: QObject,
    *,
    covered: bool = False,
) -> PictureContent:
    sizes = [size for size in all_sizes if max(size.width, size.height) <= LARGEST_SIDE] or all_sizes
    best = max(sizes, key=lambda size: size.width * size.height, default=None)
    return PictureContent(
        best.width if best else 0,
        best.height if best else 0,
        miniature=miniature,
        picture=items(best.photo) if best else None,
        covered=covered,
        parent=parent,
    )


def wallpaper(document: td.Document | None, items: Items, parent: QObject) -> PictureContent | None:
    """Returns the picture of a wallpaper; None for one that is a colour alone."""
    still = _still(document.thumbnail, items) if document is not None else None
    if document is None or (still is None and document.minithumbnail is None):
        return None
    thumbnail = document.thumbnail
    return PictureContent(
        thumbnail.width if thumbnail is not None else 0,
        thumbnail.height if thumbnail is not None else 0,
        miniature=document.minithumbnail,
        picture=still,
        parent=parent,
    )


def paid(media: td.PaidMedia, items: Items, parent: QObject) -> PictureContent | None:
    """Returns one of the pictures that are sold: what may be seen of it before, or itself."""
    match media:
        case td.PaidMediaPreview():
            note = files.duration(media.duration) if media.duration else ""
            return PictureContent(
                media.width, media.height, miniature=media.minithumbnail, note=note, parent=parent
            )
        case td.PaidMediaPhoto(photo=shown):
            return sized_photo(shown, items, parent)
        case td.PaidMediaVideo(video=sold):
            return film(sold, items, parent)
        case _:
            return None


def video(content: td.MessageVideo, items: Items, parent: QObject) -> PictureContent:
    """Returns the still of a video with its length."""
    return film(content.video, items, parent, covered=content.has_spoiler or content.is_secret)


def film(shown: td.Video, items: Items, parent: QObject, *, covered: bool = False) -> PictureContent:
    """Returns the still of a video with its length."""
    return PictureContent(
        shown.width,
        shown.height,
        miniature=shown.minithumbnail,
        picture=_still(shown.thumbnail, items),
        media=items(shown.video),
        note=files.duration(shown.duration),
        plays=True,
        covered=covered,
        parent=parent,
    )


def animation(content: td.MessageAnimation, items: Items, parent: QObject) -> PictureContent:
    """Returns the still of an animation."""
    return gif(content.animation, items, parent, covered=content.has_spoiler or content.is_secret)


def gif(film: td.Animation, items: Items, parent: QObject, *, covered: bool = False) -> PictureContent:
    """Returns the still of an animation."""
    return PictureContent(
        film.width,
        film.height,
        miniature=film.minithumbnail,
        picture=_still(film.thumbnail, items),
        media=items(film.animation),
        note="GIF",
        plays=True,
        covered=covered,
        parent=parent,
    )


def video_note(content: td.MessageVideoNote, items: Items, parent: QObject) -> PictureContent:
    """Returns the still of a round video with its length."""
    return round_film(content.video_note, items, parent)


def round_film(film: td.VideoNote, items: Items, parent: QObject) -> PictureContent:
    """Returns the still of a round video with its length."""
    return PictureContent(
        film.length,
        film.length,
        miniature=film.minithumbnail,
        picture=_still(film.thumbnail, items),
        media=items(film.video),
        note=files.duration(film.duration),
        plays=True,
        parent=parent,
    )


def sticker(content: td.MessageSticker, items: Items, parent: QObject) -> PictureContent:
    """Returns a still sticker, or the still of a moving one, or its emoji."""
    return still_sticker(content.sticker, items, parent)


def still_sticker(piece: td.Sticker, items: Items, parent: QObject) -> PictureContent:
    """Returns a sticker as it is drawn without moving."""
    file = still_file(piece)
    return PictureContent(
        piece.width,
        piece.height,
        picture=items(file) if file is not None else None,
        emoji=one_emoji(piece.emoji, "🖼"),
        parent=parent,
    )


def still_file(piece: td.Sticker) -> td.File | None:
    """Returns the picture of a sticker that does not move, None where it has none."""
    if isinstance(piece.format, td.StickerFormatWebp):
        return piece.sticker
    thumbnail = piece.thumbnail
    return thumbnail.file if thumbnail is not None and isinstance(thumbnail.format, _STILLS) else None


def _still(thumbnail: td.Thumbnail | None, items: Items) -> FileItem | None:
    return items(thumbnail.file) if thumbnail is not None and isinstance(thumbnail.format, _STILLS) else None
