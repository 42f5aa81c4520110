"""One line for text, pictures, films, sounds, files and places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tdlib import types as td
from ui.viewmodels.wording import files, names
from ui.viewmodels.wording.names import Voice
from ui.viewmodels.wording.preview import Preview
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Previews")
plural = plurals("Previews")

_HIDDEN = "▒"


def without_spoilers(text: td.FormattedText) -> str:
    """Returns the bare text with what is hidden under spoilers made unreadable."""
    spoilers = [entity for entity in text.entities if isinstance(entity.type, td.TextEntityTypeSpoiler)]
    if not spoilers:
        return text.text
    units = text.text.encode("utf-16-le", "surrogatepass")
    for entity in spoilers:
        first, last = 2 * entity.offset, 2 * (entity.offset + entity.length)
        covered = _HIDDEN.encode("utf-16-le") * (len(units[first:last]) // 2)
        units = units[:first] + covered + units[last:]
    return units.decode("utf-16-le", "replace")


def rich_text(message: td.RichMessage) -> str:
    """Returns the first words of a message made of blocks."""
    for block in message.blocks:
        words = " ".join(_words(block)).strip()
        if words:
            return names.plain(words)
    return ""


def _words(node: object) -> Iterator[str]:
    """Walks a block's rich texts in the order of their fields; a depth that no page has ends the walk."""
    stack: list[tuple[object, int]] = [(node, 0)]
    while stack:
        current, depth = stack.pop()
        if isinstance(current, td.RichTextPlain):
            yield current.text
        elif isinstance(current, td.RichTextCustomEmoji):
            yield current.alternative_text
        elif isinstance(current, td.RichTextMathematicalExpression | td.PageBlockMathematicalExpression):
            yield current.expression
        elif depth < 32 and isinstance(current, list):
            stack.extend((item, depth + 1) for item in reversed(current))
        elif depth < 32 and isinstance(current, td.TdObject):
            fields = current.__struct_fields__
            stack.extend((getattr(current, name), depth + 1) for name in reversed(fields) if name not in _NOT_READ)


_NOT_READ = {"photo", "video", "animation", "audio", "document", "voice_note", "location", "old_text"}


def _text(content: td.MessageText, voice: Voice) -> Preview:
    return Preview(text=without_spoilers(content.text))


def _rich_message(content: td.MessageRichMessage, voice: Voice) -> Preview:
    text = rich_text(content.message)
    return Preview(text=text) if text else Preview(icon="file", label=tr("Article"))


def _animation(content: td.MessageAnimation, voice: Voice) -> Preview:
    picture = None if content.has_spoiler or content.is_secret else content.animation.minithumbnail
    return Preview(without_spoilers(content.caption), "" if picture else "video", tr("GIF"), picture)


def _audio(content: td.MessageAudio, voice: Voice) -> Preview:
    audio = content.audio
    title = audio.title or audio.file_name
    name = tr("{performer} – {title}").format(performer=audio.performer, title=title) if audio.performer else title
    return Preview(without_spoilers(content.caption) or name, "music", tr("Audio"))


def _document(content: td.MessageDocument, voice: Voice) -> Preview:
    name = names.plain(content.document.file_name)
    caption = without_spoilers(content.caption)
    text = tr("{file}, {caption}").format(file=name, caption=caption) if name and caption else name or caption
    return Preview(text, "file", tr("File"))


def _paid_media(content: td.MessagePaidMedia, voice: Voice) -> Preview:
    label = plural("Paid photo or video", "%n paid photos and videos", max(1, len(content.media)))
    return Preview(without_spoilers(content.caption), "star", label)


def _photo(content: td.MessagePhoto, voice: Voice) -> Preview:
    if content.is_secret:
        return Preview(icon="flash", label=tr("Self-destructing photo"))
    picture = None if content.has_spoiler else content.photo.minithumbnail
    return Preview(without_spoilers(content.caption), "" if picture else "image", tr("Photo"), picture)


def _video(content: td.MessageVideo, voice: Voice) -> Preview:
    if content.is_secret:
        return Preview(icon="flash", label=tr("Self-destructing video"))
    picture = None if content.has_spoiler else content.video.minithumbnail
    return Preview(without_spoilers(content.caption), "" if picture else "video", tr("Video"), picture)


def _sticker(content: td.MessageSticker, voice: Voice) -> Preview:
    emoji = names.plain(content.sticker.emoji)
    return Preview(label=tr("%s Sticker") % emoji if emoji else tr("Sticker"), icon="" if emoji else "sticker")


def _video_note(content: td.MessageVideoNote, voice: Voice) -> Preview:
    if content.is_secret:
        return Preview(icon="flash", label=tr("Self-destructing video message"))
    return Preview(icon="video", label=_with_length(tr("Video message"), content.video_note.duration))


def _voice_note(content: td.MessageVoiceNote, voice: Voice) -> Preview:
    label = _with_length(tr("Voice message"), content.voice_note.duration)
    return Preview(without_spoilers(content.caption), "microphone", label)


def _with_length(kind: str, seconds: int) -> str:
    return tr("{kind}, {length}").format(kind=kind, length=files.duration(seconds)) if seconds > 0 else kind


def _expired_photo(content: td.MessageExpiredPhoto, voice: Voice) -> Preview:
    return Preview(icon="flash", label=tr("Photo has expired"))


def _expired_video(content: td.MessageExpiredVideo, voice: Voice) -> Preview:
    return Preview(icon="flash", label=tr("Video has expired"))


def _expired_video_note(content: td.MessageExpiredVideoNote, voice: Voice) -> Preview:
    return Preview(icon="flash", label=tr("Video message has expired"))


def _expired_voice_note(content: td.MessageExpiredVoiceNote, voice: Voice) -> Preview:
    return Preview(icon="flash", label=tr("Voice message has expired"))


def _live_location(content: td.MessageLiveLocation, voice: Voice) -> Preview:
    return Preview(icon="location", label=tr("Live location"))


def _location(content: td.MessageLocation, voice: Voice) -> Preview:
    return Preview(icon="location", label=tr("Location"))


def _venue(content: td.MessageVenue, voice: Voice) -> Preview:
    return Preview(content.venue.title, "location", tr("Place"))


def _contact(content: td.MessageContact, voice: Voice) -> Preview:
    contact = content.contact
    return Preview(
        f"{contact.first_name} {contact.last_name}".strip() or contact.phone_number, "contact", tr("Contact")
    )


def _animated_emoji(content: td.MessageAnimatedEmoji, voice: Voice) -> Preview:
    return Preview(text=content.emoji)


TABLE: dict[type[td.TdObject], Callable[[Any, Voice], Preview]] = {
    td.MessageText: _text,
    td.MessageRichMessage: _rich_message,
    td.MessageAnimation: _animation,
    td.MessageAudio: _audio,
    td.MessageDocument: _document,
    td.MessagePaidMedia: _paid_media,
    td.MessagePhoto: _photo,
    td.MessageSticker: _sticker,
    td.MessageVideo: _video,
    td.MessageVideoNote: _video_note,
    td.MessageVoiceNote: _voice_note,
    td.MessageExpiredPhoto: _expired_photo,
    td.MessageExpiredVideo: _expired_video,
    td.MessageExpiredVideoNote: _expired_video_note,
    td.MessageExpiredVoiceNote: _expired_voice_note,
    td.MessageLiveLocation: _live_location,
    td.MessageLocation: _location,
    td.MessageVenue: _venue,
    td.MessageContact: _contact,
    td.MessageAnimatedEmoji: _animated_emoji,
}
