"""Questions and sentences about Telegram's own links."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording.confirmations import Question
from ui.viewmodels.wording.names import isolate
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Links")
plural = plurals("Links")


def join(info: td.ChatInviteLinkInfo) -> Question:
    """Asks before joining the chat of an invite link."""
    is_channel = isinstance(info.type, td.InviteLinkChatTypeChannel)
    title = tr("Join the channel {title}?") if is_channel else tr("Join the group {title}?")
    people = (
        plural("%n subscriber", "%n subscribers", info.member_count)
        if is_channel
        else plural("%n member", "%n members", info.member_count)
    )
    lines = [people, info.description.strip()]
    if info.creates_join_request:
        lines.append(tr("Its administrators decide about who comes in."))
    return Question(
        title.format(title=isolate(info.title)),
        "\n\n".join(line for line in lines if line),
        tr("Ask to join") if info.creates_join_request else tr("Join"),
        destructive=False,
    )


def proxy(server: str, port: int) -> Question:
    """Asks before everything goes through a proxy."""
    return Question(
        tr("Use this proxy?"),
        tr(
            "Heliograph will connect to Telegram through {server}, port {port}. Whoever runs it sees your IP address "
            "and when you are connected, but not your messages."
        ).format(server=isolate(server), port=port),
        tr("Use the proxy"),
        destructive=False,
    )


def start_bot(name: str) -> Question:
    """Asks before a bot is started by a link."""
    return Question(
        tr("Start the bot {name}?").format(name=isolate(name)),
        tr("It receives what the link says, and can write to you from then on."),
        tr("Start"),
        destructive=False,
    )


def proxy_used(server: str) -> str:
    return tr("Connecting through {server}.").format(server=isolate(server))


def asked_to_join() -> str:
    return tr("You asked to join. The chat appears in your list once an administrator agrees.")


def not_joined() -> str:
    return tr("You could not join this chat from here. Join it with Telegram's own app.")


def costs_stars() -> str:
    return tr("This channel takes a paid subscription, which Heliograph can't buy. Join it with Telegram's own app.")


def message_not_found() -> str:
    return tr("The message behind this link isn't there any more.")


def chat_not_found() -> str:
    return tr("This link leads to a chat that you can't see. It may be private, or gone.")


def nobody_with_number() -> str:
    return tr("Nobody with this phone number is to be found on Telegram.")


def link_expired() -> str:
    return tr("This link has expired. Ask for a new one.")


def not_opened_here() -> str:
    """For what Telegram has and Heliograph has not."""
    return tr("This link leads to something that Heliograph doesn't have. Open it with Telegram's own app.")


def not_telegrams() -> str:
    return tr("This isn't a link of Telegram. Open it in a browser.")


def video_chat() -> str:
    return tr("Heliograph can't take part in voice and video chats. Join this one with Telegram's own app.")


def sign_in_first() -> str:
    return tr("Sign in first. What you opened comes then.")


def forward_to() -> str:
    return tr("Forward to…")


def send_to(number: int) -> str:
    """Asks for the chat to which files go."""
    return plural("Send %n file to…", "Send %n files to…", number)


def write_to() -> str:
    """Asks for the chat in which a text of a link is written."""
    return tr("Write to…")
