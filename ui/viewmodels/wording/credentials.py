"""Sentences of the page that takes api_id and api_hash."""

from __future__ import annotations

from ui.viewmodels.wording.translation import translator

tr = translator("Credentials")


def wrong_id() -> str:
    return tr("The api_id is a number, such as 1234567.")


def wrong_hash(length: int) -> str:
    """Returns what is wrong with an api_hash of `length` signs."""
    if length != 32:
        return tr("The api_hash has 32 signs; this has %d.") % length
    return tr("The api_hash has only the digits 0–9 and the letters a–f.")


def refused() -> str:
    return tr("Telegram does not know this api_id with its api_hash. Copy both again from my.telegram.org.")
