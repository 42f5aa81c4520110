"""`FileContent`: a document, a piece of music or a voice message, as icon, name and size."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from tdlib import types as td
from ui.viewmodels import file_safety
from ui.viewmodels.file_item import FileItem, Items
from ui.viewmodels.wording import files, names
from ui.viewmodels.wording import messages as wording

QML_IMPORT_NAME = "Heliograph"
QML_IMPORT_MAJOR_VERSION = 1

BARS = 40
MOST_VALUES = 100
_DIGITS = "0123456789abcdefghijklmnopqrstuv"
_ICONS = {
    "image": "image",
    "audio": "music",
    "video": "video",
    "text": "file",
}


@QmlElement
class FileContent(QObject):
    """A file with its name.

    Arguments:
        icon: of resources/icons.
        title: the name, isolated from the writing direction around it.
        note: what stands before the size, such as a length or the performer.
        file_name: the bare name; decides what opening it means.
        file: the file itself.
        waveform: how loud it is over its length, as `heights` says; empty for none.
    """

    noteChanged = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        note: str,
        file_name: str,
        file: FileItem,
        parent: QObject | None = None,
        waveform: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._title = title
        self._note = note
        self._file = file
        self._waveform = waveform
        self.file_name = file_name

    @property
    def file_item(self) -> FileItem:
        """The file itself."""
        return self._file

    icon = Property(str, lambda self: self._icon, constant=True)
    title = Property(str, lambda self: self._title, constant=True)
    note = Property(str, lambda self: self._note, constant=True)
    file = Property(FileItem, lambda self: self._file, constant=True)
    waveform = Property(str, lambda self: self._waveform, constant=True)
    extension = Property(str, lambda self: file_safety.extension(self.file_name)[:5].upper(), constant=True)


def document(content: td.MessageDocument, items: Items, parent: QObject) -> FileContent:
    """Returns a document under its name."""
    piece = content.document
    icon = _ICONS.get(piece.mime_type.partition("/")[0], "file")
    return FileContent(icon, wording.file_name(piece.file_name), "", piece.file_name, items(piece.document), parent)


def audio(content: td.MessageAudio, items: Items, parent: QObject) -> FileContent:
    """Returns a piece of music under its title."""
    piece = content.audio
    title = names.isolate(piece.title) if piece.title else wording.file_name(piece.file_name)
    note = wording.dotted(files.duration(piece.duration), names.isolate(piece.performer) if piece.performer else "")
    return FileContent("music", title, note, piece.file_name or "music.mp3", items(piece.audio), parent)


def voice(content: td.MessageVoiceNote, items: Items, parent: QObject) -> FileContent:
    """Returns a voice message with its length."""
    piece = content.voice_note
    title, length = wording.voice_message(), files.duration(piece.duration)
    return FileContent("microphone", title, length, "voice.ogg", items(piece.voice), parent, heights(piece.waveform))


def heights(packed: bytes) -> str:
    """Returns a waveform as at most `BARS` digits from "0" to "v", the loudest of what each stands for.

    Arguments:
        packed: values of five bits, the lowest bits first; what is behind the first hundred values is left out.
    """
    count = min(MOST_VALUES, len(packed) * 8 // 5)
    whole = int.from_bytes(packed[: MOST_VALUES * 5 // 8 + 1], "little")
    values = [whole >> 5 * place & 31 for place in range(count)]
    bars = min(BARS, count)
    return "".join(_DIGITS[max(values[bar * count // bars : (bar + 1) * count // bars])] for bar in range(bars))
