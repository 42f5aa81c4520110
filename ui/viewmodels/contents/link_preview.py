"""`LinkPreviewContent`: what stands behind a link of a text: the site, a title, some words, a picture."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels.contents import picture
from ui.viewmodels.contents.making import Making
from ui.viewmodels.contents.picture import PictureContent
from ui.viewmodels.file_item import Items
from ui.viewmodels.text_links import Link, LinkKind
from ui.viewmodels.wording import link_previews as wording
from ui.viewmodels.wording.names import isolate, on_one_line

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST = 400
"""Letters of a description that are shown."""


@QmlElement
class LinkPreviewContent(QObject):
    """What stands behind a link.

    Arguments:
        preview: as TDLib has it.
        shown: its picture; None where it has none that can be drawn still.
    """

    def __init__(self, preview: td.LinkPreview, shown: PictureContent | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._picture = shown

    site = Property(str, lambda self: self._site(), constant=True)
    title = Property(str, lambda self: _isolated(self._preview.title or self._preview.author), constant=True)
    text = Property(str, lambda self: self._preview.description.text[:LONGEST].strip(), constant=True)
    note = Property(str, lambda self: wording.note(self._preview.type), constant=True)
    picture = Property(PictureContent, lambda self: self._picture, constant=True)
    large = Property(bool, lambda self: self._picture is not None and self._preview.show_large_media, constant=True)
    mediaAbove = Property(bool, lambda self: self._preview.show_media_above_description, constant=True)
    aboveText = Property(bool, lambda self: self._preview.show_above_text, constant=True)
    instant = Property(bool, lambda self: self._preview.instant_view_version > 0, constant=True)

    @property
    def link(self) -> Link:
        """Where a click leads; the address that is shown is the words over it."""
        url = self._preview.url
        shown = url if self._preview.skip_confirmation else self._preview.display_url
        return Link(LinkKind.TEXT_URL, shown, url)

    def _site(self) -> str:
        kind = wording.kind(self._preview.type)
        site = _isolated(self._preview.site_name or self._preview.display_url)
        return wording.dotted(kind, site) if kind else site



def link_preview(preview: td.LinkPreview, making: Making, parent: QObject) -> LinkPreviewContent:
    """Returns the object for `preview`."""
    return LinkPreviewContent(preview, _picture(preview.type, making.items, parent), parent)


def _picture(kind: td.LinkPreviewType, items: Items, parent: QObject) -> PictureContent | None:
    match kind:
        case td.LinkPreviewTypeAlbum(media=[td.LinkPreviewAlbumMediaPhoto(photo=photo), *_]):
            return picture.sized_photo(photo, items, parent)
        case td.LinkPreviewTypeAlbum(media=[td.LinkPreviewAlbumMediaVideo(video=video), *_]):
            return picture.film(video, items, parent)
        case td.LinkPreviewTypeVideo(video=video, cover=cover):
            return picture.film(video, items, parent) if cover is None else picture.sized_photo(cover, items, parent)
        case td.LinkPreviewTypeAnimation(animation=animation):
            return picture.gif(animation, items, parent)
        case td.LinkPreviewTypeVideoNote(video_note=video_note):
            return picture.round_film(video_note, items, parent)
        case td.LinkPreviewTypeBackground(document=document):
            return picture.wallpaper(document, items, parent)
        case td.LinkPreviewTypeSticker(sticker=sticker) | td.LinkPreviewTypeStickerSet(stickers=[sticker, *_]):
            return picture.still_sticker(sticker, items, parent)
        case td.LinkPreviewTypeUpgradedGift(gift=gift):
            return picture.still_sticker(gift.model.sticker, items, parent)
        case td.LinkPreviewTypeGiftAuction(gift=gift):
            return picture.still_sticker(gift.sticker, items, parent)
        case td.LinkPreviewTypeGiftCollection(icons=[sticker, *_]):
            return picture.still_sticker(sticker, items, parent)
        case td.LinkPreviewTypeTheme(documents=[document, *_]):
            return picture.wallpaper(document, items, parent)
    shown = getattr(kind, "photo", None) or getattr(kind, "thumbnail", None) or getattr(kind, "photo_icon", None)
    match shown:
        case td.Photo():
            return picture.sized_photo(shown, items, parent)
        case td.ChatPhoto():
            return picture.chat_photo(shown, items, parent)
        case _:
            return None


def _isolated(text: str) -> str:
    line = on_one_line(text)
    return isolate(line) if line else ""
