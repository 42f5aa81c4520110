"""Which files may be opened without a question: those of a kind that shows itself and runs nothing."""

from __future__ import annotations

import enum
import unicodedata

_SHOWN = frozenset({
    "jpg", "jpeg", "png", "gif", "webp", "bmp", "heic", "heif", "avif", "tiff", "tif", "mp4", "mov", "mkv", "webm",
    "avi", "m4v", "mp3", "m4a", "ogg", "oga", "opus", "flac", "wav", "aac", "pdf", "txt", "md", "csv", "epub",
    "odt", "ods", "odp", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "7z", "rar", "gz", "tar", "bz2", "xz",
    "zst",
})
_REVEALING = frozenset({
    "html", "htm", "svg", "xml", "xhtml", "m3u", "m3u8", "pls", "asx", "url", "webloc",
})


class Verdict(enum.Enum):
    """What opening a file means."""

    SAFE = "safe"
    REVEALS_ADDRESS = "reveals address"
    MAY_RUN = "may run"


def verdict(file_name: str) -> Verdict:
    """Returns what opening a file called `file_name` means; an unknown kind counts as one that may run."""
    kind = extension(file_name)
    if kind in _SHOWN:
        return Verdict.SAFE
    return Verdict.REVEALS_ADDRESS if kind in _REVEALING else Verdict.MAY_RUN


def extension(file_name: str) -> str:
    """Returns the real extension in lower case, whatever dots, spaces and signs of direction stand around it."""
    visible = "".join(letter for letter in file_name if unicodedata.category(letter) not in ("Cf", "Cc"))
    bare = visible.rstrip(". ")
    return bare.rpartition(".")[2].lower().strip() if "." in bare else ""
