"""Addresses of pictures for QML, as the image provider `avatar` reads them."""

from __future__ import annotations

import base64
from urllib.parse import quote

from tdlib import types as td

ROUND = "round"
CORNERS = "16"


def of_file(path: str, shape: str = ROUND) -> str:
    """Returns the address of a finished file on this disk, cut to `shape`."""
    return f"image://avatar/{shape}/file/{quote(path)}"


def of_thumbnail(picture: td.Minithumbnail | None, shape: str = ROUND) -> str:
    """Returns the address of a picture of a few hundred bytes, cut to `shape`; empty where there is none."""
    if picture is None or not picture.data:
        return ""
    return f"image://avatar/{shape}/data/{base64.urlsafe_b64encode(picture.data).decode()}"
