"""Sentences for errors: what happened, and the way on."""

from __future__ import annotations

from tdlib.errors import Aborted, TdError, TimedOut, TooManyRequests
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Errors")
plural = plurals("Errors")


_KNOWN = {
    "CHAT_WRITE_FORBIDDEN": "You can't write in this chat.",
    "CHAT_ADMIN_REQUIRED": "Only administrators of this chat can do that.",
    "CHAT_RESTRICTED": "This chat is restricted.",
    "CHAT_SEND_MEDIA_FORBIDDEN": "Media can't be sent to this chat.",
    "CHAT_SEND_PHOTOS_FORBIDDEN": "Photos can't be sent to this chat.",
    "CHAT_SEND_DOCS_FORBIDDEN": "Files can't be sent to this chat.",
    "CHAT_SEND_PLAIN_FORBIDDEN": "Text messages can't be sent to this chat.",
    "USER_IS_BLOCKED": "This person does not accept messages from you.",
    "YOU_BLOCKED_USER": "You have blocked this person. Unblock them to write.",
    "USER_BANNED_IN_CHANNEL": "You are limited in sending messages to groups at the moment.",
    "PEER_FLOOD": "You can only write to contacts at the moment, because messages of yours were reported.",
    "PEER_ID_INVALID": "This chat is not available any more.",
    "CHANNEL_PRIVATE": "This chat is private, or you were removed from it.",
    "MESSAGE_TOO_LONG": "This message is too long.",
    "MEDIA_CAPTION_TOO_LONG": "The text under the picture is too long.",
    "MESSAGE_EDIT_TIME_EXPIRED": "This message is too old to be edited.",
    "MESSAGE_NOT_MODIFIED": "Nothing was changed.",
    "MESSAGE_DELETE_FORBIDDEN": "This message can't be deleted.",
    "MESSAGE_AUTHOR_REQUIRED": "Only its author can edit this message.",
    "SLOWMODE_WAIT": "This group is in slow mode. Wait a little before the next message.",
    "PINNED_DIALOGS_TOO_MUCH": "No more chats can be pinned. Unpin another one first.",
    "REACTION_INVALID": "This reaction isn't allowed here.",
    "FILE_PARTS_INVALID": "This file is too big.",
    "PHOTO_INVALID_DIMENSIONS": "This picture's proportions don't allow sending it as a photo. Send it as a file.",
    "INVITE_HASH_EXPIRED": "This invite link is not valid any more. Ask for a new one.",
    "INVITE_HASH_INVALID": "This invite link is not valid. Ask for a new one.",
    "INVITE_REQUEST_SENT": "You have asked to join already. An administrator decides.",
    "CHANNELS_TOO_MUCH": "You are in too many groups and channels to join another. Leave one first.",
    "USERS_TOO_MUCH": "This group is full.",
    "USERNAME_NOT_OCCUPIED": "Nobody uses this name.",
    "FROZEN_METHOD_INVALID": "Your account is frozen; see Telegram's message about it.",
}


def internal() -> str:
    """The sentence for a failure of this programme itself."""
    return tr("Something went wrong inside Heliograph. Its log has the details.")


def sentence(error: TdError) -> str:
    """Returns what to tell a person about `error`."""
    if isinstance(error, TooManyRequests):
        return tr("Too many attempts. Try again in %s.") % duration(error.retry_after)
    if isinstance(error, TimedOut):
        return tr("Telegram did not answer. Check the connection and try again.")
    if isinstance(error, Aborted):
        return tr("The connection to Telegram was restarted before this was done. Try again.")
    for name in _KNOWN:
        if error.message.startswith(name):
            return tr(_KNOWN[name])
    return _unknown(error)


def duration(seconds: int) -> str:
    """Returns a length of time in its largest fitting unit, rounded up."""
    if seconds < 60:
        return plural("%n second", "%n seconds", max(1, seconds))
    if seconds < 3600:
        return plural("%n minute", "%n minutes", -(-seconds // 60))
    if seconds < 86400:
        return plural("%n hour", "%n hours", -(-seconds // 3600))
    return plural("%n day", "%n days", -(-seconds // 86400))


def _unknown(error: TdError) -> str:
    """TDLib's own messages are English sentences; a server's are names in capitals, which are only good for reports."""
    if error.message and not error.message.isupper() and " " in error.message:
        return error.message if error.message.endswith((".", "!", "?")) else f"{error.message}."
    return tr("Telegram refused this (%s). Try again, or report it.") % (error.message or error.code)
