"""`EmojiPicture`: what is drawn in place of a custom emoji, and its address for QML."""

from __future__ import annotations

import base64
from dataclasses import dataclass


@dataclass(frozen=True)
class EmojiPicture:
    """As much of a custom emoji as is here.

    Attributes:
        key: the file's path in URL-safe base64; empty until it is here.
        takes_ink: whether it is drawn in the colour of the text around it.
        emoji: what it stands for, as far as that is known.
    """

    key: str = ""
    takes_ink: bool = False
    emoji: str = ""


def address(picture: EmojiPicture, emoji: str) -> str:
    """Returns where `picture` is, with `emoji` for the time being: "@own/…" or "@ink/…".

    QML puts what it alone knows in place of the first part (`TextStyle.pictured`): the colour and the size.
    """
    return f"@{'ink' if picture.takes_ink else 'own'}/{base64.urlsafe_b64encode(emoji.encode()).decode()}/{picture.key}"
