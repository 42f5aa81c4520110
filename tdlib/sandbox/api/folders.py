"""`messages.*DialogFilter*`: chat folders."""

from __future__ import annotations

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method

MAX_FOLDERS = 10
MAX_TITLE = 12


@method("messages.getDialogFilters")
async def get_dialog_filters(call: Call, request: TLObject) -> TLObject:
    """The folders in the order of their tabs, "All chats" first."""
    own = call.world.account(call.user_id).folders
    return tl.messages.DialogFilters(filters=[tl.DialogFilterDefault(), *own])


@method("messages.getSuggestedDialogFilters")
async def get_suggested_dialog_filters(call: Call, request: TLObject) -> list[TLObject]:
    """Two folders that everybody is offered."""
    unread = tl.DialogFilter(
        id=0, title=_title("Unread"), pinned_peers=[], include_peers=[], exclude_peers=[], contacts=True,
        non_contacts=True, groups=True, broadcasts=True, bots=True, exclude_read=True, exclude_archived=True,
    )  # fmt: skip
    personal = tl.DialogFilter(
        id=0, title=_title("Personal"), pinned_peers=[], include_peers=[], exclude_peers=[], contacts=True,
        non_contacts=True,
    )  # fmt: skip
    return [
        tl.DialogFilterSuggested(filter=unread, description="New messages from all chats."),
        tl.DialogFilterSuggested(filter=personal, description="Only messages from personal chats."),
    ]


@method("messages.updateDialogFilter")
async def update_dialog_filter(call: Call, request: TLObject) -> bool:
    """Makes, changes or removes a folder."""
    account = call.world.account(call.user_id)
    others = [each for each in account.folders if each.id != request.id]
    place = next((place for place, each in enumerate(account.folders) if each.id == request.id), len(others))
    if request.filter is not None:
        _check(call, request, len(others))
        others.insert(place, request.filter)
    account.folders = others
    with call.world.change(call.authorization) as changes:
        changes.tell(call.user_id, tl.UpdateDialogFilter(id=request.id, filter=request.filter))
    return True


@method("messages.updateDialogFiltersOrder")
async def update_dialog_filters_order(call: Call, request: TLObject) -> bool:
    """Sets the order of the tabs."""
    account = call.world.account(call.user_id)
    order = list(request.order)
    account.folders.sort(key=lambda each: order.index(each.id) if each.id in order else len(order))
    with call.world.change(call.authorization) as changes:
        changes.tell(call.user_id, tl.UpdateDialogFilterOrder(order=order))
    return True


@method("messages.toggleDialogFilterTags")
async def toggle_dialog_filter_tags(call: Call, request: TLObject) -> bool:
    """Needs a subscription, which nobody here has."""
    raise RpcError(403, "PREMIUM_ACCOUNT_REQUIRED")


def _title(text: str) -> TLObject:
    return tl.TextWithEntities(text=text, entities=[])


def _check(call: Call, request: TLObject, others: int) -> None:
    wanted = request.filter
    if not 2 <= request.id <= 255:
        raise RpcError(400, "FILTER_ID_INVALID")
    if not wanted.title.text or len(wanted.title.text) > MAX_TITLE:
        raise RpcError(400, "FILTER_TITLE_EMPTY")
    if others >= MAX_FOLDERS:
        raise RpcError(400, "DIALOG_FILTERS_TOO_MUCH")
    kinds = (wanted.contacts, wanted.non_contacts, wanted.groups, wanted.broadcasts, wanted.bots)
    if not any(kinds) and not wanted.include_peers and not wanted.pinned_peers:
        raise RpcError(400, "FILTER_INCLUDE_EMPTY")
