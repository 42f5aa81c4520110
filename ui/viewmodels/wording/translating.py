"""What is said about translations of messages."""

from __future__ import annotations

from ui.viewmodels.wording.translation import translator

tr = translator("Translating")


def title() -> str:
    return tr("Translation")


def refused() -> str:
    return tr("Telegram could not translate this message.")


def not_of_a_secret() -> str:
    return tr("Messages of secret chats are not translated: Telegram would have to read them.")
