"""The chat list as TL objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.messages import tl_message
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.rpc import TLObject

if TYPE_CHECKING:
    from tdlib.sandbox.render.view import View
    from tdlib.sandbox.world.dialogs import Dialog, NotifySettings


def tl_notify(settings: NotifySettings) -> TLObject:
    """The notification settings of a chat."""
    return tl.PeerNotifySettings(
        show_previews=settings.show_previews,
        silent=settings.silent,
        mute_until=settings.mute_until,
    )


def tl_dialog(view: View, dialog: Dialog) -> TLObject:
    """One chat of the list."""
    view.see(dialog.peer)
    channel = view.world.chats.channel_at(dialog.peer)
    return tl.Dialog(
        peer=tl_peer(dialog.peer),
        top_message=dialog.history.last_id,
        read_inbox_max_id=dialog.read_inbox,
        read_outbox_max_id=dialog.read_outbox,
        unread_count=dialog.unread,
        unread_mentions_count=len(dialog.unread_mentions),
        unread_reactions_count=len(dialog.unread_reactions),
        unread_poll_votes_count=0,
        notify_settings=tl_notify(dialog.notify),
        pinned=bool(dialog.pinned) or None,
        unread_mark=dialog.marked_unread or None,
        pts=channel.box.pts if channel else None,
        draft=dialog.draft,
        folder_id=dialog.folder or None,
    )


def tl_top_messages(view: View, dialogs: list[Dialog]) -> list[TLObject]:
    """The newest message of each chat."""
    newest = (dialog.history.last for dialog in dialogs)
    return [tl_message(view, message) for message in newest if message]
