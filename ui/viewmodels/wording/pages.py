"""Words inside messages made of blocks."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording.names import on_one_line
from ui.viewmodels.wording.translation import translator

tr = translator("Pages")


def more() -> str:
    return tr("There is more that Heliograph can't show here yet.")


def medium(block: td.PageBlock) -> str:
    """Returns what stands for a picture, sound or the like within a page."""
    match block:
        case td.PageBlockPhoto():
            return tr("Photo")
        case td.PageBlockVideo():
            return tr("Video")
        case td.PageBlockAnimation():
            return tr("GIF")
        case td.PageBlockAudio():
            return tr("Audio")
        case td.PageBlockVoiceNote():
            return tr("Voice message")
        case td.PageBlockMap():
            return tr("Map")
        case td.PageBlockChatLink(title=title):
            return on_one_line(title)
        case td.PageBlockEmbedded(url=url):
            return on_one_line(url) or tr("Embedded page")
        case _:
            return tr("Something that Heliograph can't show")
