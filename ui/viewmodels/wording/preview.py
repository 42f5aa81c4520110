"""`Preview`: what one line shows of a message."""

from __future__ import annotations

from dataclasses import dataclass

from tdlib import types as td


@dataclass(frozen=True)
class Preview:
    """A line that stands for a message.

    Attributes:
        text: what the message itself says, such as its caption; may be empty where there is a label.
        icon: an icon of `resources/icons`; empty for text.
        label: the kind in words ("Photo"), shown where `text` is empty and read aloud before it otherwise.
        picture: a small picture of the content.
    """

    text: str = ""
    icon: str = ""
    label: str = ""
    picture: td.Minithumbnail | None = None

    @property
    def shown(self) -> str:
        """The words beside the icon."""
        return self.text or self.label
