"""`messages.*` of the chat list: pages, pins, archive, unread marks."""

from __future__ import annotations

from tdlib.sandbox.api.answering import dialogs_answer, state_of
from tdlib.sandbox.api.resolving import peer_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.dialogs import tl_dialog, tl_top_messages
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world.dialogs import ARCHIVE, MAIN, Dialog
from tdlib.sandbox.world.events import FolderChanged

MAX_PAGE = 100
MAX_PINNED = {MAIN: 5, ARCHIVE: 100}


@method("messages.getDialogs")
async def get_dialogs(call: Call, request: TLObject) -> TLObject:
    """A page of the chat list, the newest first."""
    folder = MAIN if request.folder_id is None else request.folder_id
    listed = call.world.account(call.user_id).dialogs.listed(folder)
    if request.exclude_pinned:
        listed = [dialog for dialog in listed if not dialog.pinned]
    limit = min(request.limit, MAX_PAGE) or MAX_PAGE
    start = _start(call, request, listed)
    page = listed[start : start + limit]
    is_whole = start == 0 and len(page) == len(listed)
    return dialogs_answer(call, page, len(listed) if is_whole else max(len(listed), len(page) + 1))


@method("messages.getPinnedDialogs")
async def get_pinned_dialogs(call: Call, request: TLObject) -> TLObject:
    """The pinned chats of a folder."""
    return _peer_dialogs(call, call.world.account(call.user_id).dialogs.pinned(request.folder_id))


@method("messages.getPeerDialogs")
async def get_peer_dialogs(call: Call, request: TLObject) -> TLObject:
    """The chats with these peers, also those that never began."""
    folders = [each for each in request.peers if isinstance(each, tl.InputDialogPeerFolder)]
    if folders:
        return _peer_dialogs(call, call.world.account(call.user_id).dialogs.listed(ARCHIVE))
    peers = [peer_of(call, each) for each in request.peers]
    return _peer_dialogs(call, [call.world.dialog(call.user_id, peer) for peer in peers])


@method("messages.toggleDialogPin")
async def toggle_dialog_pin(call: Call, request: TLObject) -> bool:
    """Pins a chat or unpins it."""
    dialog = call.world.dialog(call.user_id, peer_of(call, request.peer))
    dialogs = call.world.account(call.user_id).dialogs
    if request.pinned and not dialog.pinned and len(dialogs.pinned(dialog.folder)) >= MAX_PINNED[dialog.folder]:
        raise RpcError(400, "PINNED_DIALOGS_TOO_MUCH")
    dialogs.pin(dialog, bool(request.pinned))
    update = tl.UpdateDialogPinned(
        peer=tl.DialogPeer(peer=tl_peer(dialog.peer)), pinned=request.pinned, folder_id=dialog.folder or None
    )
    with call.world.change(call.authorization) as changes:
        changes.tell(call.user_id, update, dialog.peer)
    return True


@method("messages.reorderPinnedDialogs")
async def reorder_pinned_dialogs(call: Call, request: TLObject) -> bool:
    """Sets the order of the pinned chats; with `force` the others lose their pin."""
    peers = [peer_of(call, each) for each in request.order]
    dialogs = call.world.account(call.user_id).dialogs
    dialogs.reorder(request.folder_id, peers, keep_others=not request.force)
    order = [tl.DialogPeer(peer=tl_peer(each.peer)) for each in dialogs.pinned(request.folder_id)]
    with call.world.change(call.authorization) as changes:
        update = tl.UpdatePinnedDialogs(order=order, folder_id=request.folder_id or None)
        changes.tell(call.user_id, update, *peers)
    return True


@method("messages.markDialogUnread")
async def mark_dialog_unread(call: Call, request: TLObject) -> bool:
    """Sets or takes the mark "unread"."""
    dialog = call.world.dialog(call.user_id, peer_of(call, request.peer))
    dialog.marked_unread = bool(request.unread)
    peer = tl.DialogPeer(peer=tl_peer(dialog.peer))
    with call.world.change(call.authorization) as changes:
        changes.tell(call.user_id, tl.UpdateDialogUnreadMark(peer=peer, unread=request.unread), dialog.peer)
    return True


@method("messages.getDialogUnreadMarks")
async def get_dialog_unread_marks(call: Call, request: TLObject) -> list[TLObject]:
    """The chats that are marked as unread."""
    dialogs = call.world.account(call.user_id).dialogs.by_peer.values()
    return [tl.DialogPeer(peer=tl_peer(each.peer)) for each in dialogs if each.marked_unread]


@method("folders.editPeerFolders")
async def edit_peer_folders(call: Call, request: TLObject) -> TLObject:
    """Moves chats to the archive or back."""
    with call.world.change(call.authorization) as changes:
        for each in request.folder_peers:
            dialog = call.world.dialog(call.user_id, peer_of(call, each.peer))
            if each.folder_id not in (MAIN, ARCHIVE):
                raise RpcError(400, "FOLDER_ID_INVALID")
            dialog.folder = each.folder_id
            dialog.pinned = 0
            changes.happen(call.user_id, FolderChanged(dialog.peer, dialog.folder))
    return changes.answer(call.user_id)


def _start(call: Call, request: TLObject, listed: list[Dialog]) -> int:
    """The place of the first chat after the offset."""
    if not request.offset_date and not request.offset_id:
        return 0
    has_peer = not isinstance(request.offset_peer, tl.InputPeerEmpty)
    offset = (request.offset_date, request.offset_id, peer_of(call, request.offset_peer) if has_peer else 0)
    size = 3 if has_peer else 2 if request.offset_id else 1
    return next((place for place, each in enumerate(listed) if each.order[:size] < offset[:size]), len(listed))


def _peer_dialogs(call: Call, dialogs: list[Dialog]) -> TLObject:
    view = View(call.world, call.user_id)
    shown = [tl_dialog(view, dialog) for dialog in dialogs]
    messages = tl_top_messages(view, dialogs)
    return tl.messages.PeerDialogs(
        dialogs=shown, messages=messages, chats=view.chats, users=view.users, state=state_of(call)
    )
