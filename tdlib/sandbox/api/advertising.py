"""`messages.*Sponsored*`: what is advertised in channels, who sees it, and who minds."""

from __future__ import annotations

from tdlib.sandbox.api.resolving import peer_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.media import tl_media, tl_photo
from tdlib.sandbox.render.view import View
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world.advertising import Advertisement

TITLE = "What is wrong with this ad?"

OPTIONS = {
    b"dislike": "I don't like it",
    b"misleading": "It is misleading",
    b"hide": "Hide all ads",
}
"""Option → its words."""

MISLEADING = {b"misleading/fraud": "It is fraud", b"misleading/false": "It isn't true"}
"""What is asked more of a misleading one."""


@method("messages.getSponsoredMessages")
async def get_sponsored_messages(call: Call, request: TLObject) -> TLObject:
    """What is advertised in a channel."""
    found = call.world.advertisements.under(peer_of(call, request.peer), call.user_id)
    if not found:
        return tl.messages.SponsoredMessagesEmpty()
    view = View(call.world, call.user_id)
    shown = [_sponsored(each) for each in found]
    return tl.messages.SponsoredMessages(messages=shown, chats=view.chats, users=view.users)


@method("messages.viewSponsoredMessage")
async def view_sponsored_message(call: Call, request: TLObject) -> bool:
    """Notes that the caller has seen one."""
    _advertisement(call, request).viewers |= {call.user_id}
    return True


@method("messages.clickSponsoredMessage")
async def click_sponsored_message(call: Call, request: TLObject) -> bool:
    """Notes that the caller has followed one."""
    _advertisement(call, request).visitors |= {call.user_id}
    return True


@method("messages.reportSponsoredMessage")
async def report_sponsored_message(call: Call, request: TLObject) -> TLObject:
    """Asks for a reason; one that was reported is shown to the caller no more."""
    advertisement = _advertisement(call, request)
    option = request.option
    if not option:
        return _choice(TITLE, OPTIONS)
    if option == b"misleading":
        return _choice(OPTIONS[option], MISLEADING)
    if option == b"hide":
        raise RpcError(400, "PREMIUM_ACCOUNT_REQUIRED")
    if option not in OPTIONS and option not in MISLEADING:
        raise RpcError(400, "OPTION_INVALID")
    advertisement.objectors |= {call.user_id}
    return tl.channels.SponsoredMessageReportResultReported()


def _advertisement(call: Call, request: TLObject) -> Advertisement:
    found = call.world.advertisements.by_id.get(request.random_id)
    if found is None:
        raise RpcError(400, "AD_EXPIRED")
    return found


def _sponsored(advertisement: Advertisement) -> TLObject:
    return tl.SponsoredMessage(
        recommended=advertisement.is_recommended or None,
        can_report=True,
        random_id=advertisement.random_id,
        url=advertisement.url,
        title=advertisement.title,
        message=advertisement.text,
        photo=tl_photo(advertisement.portrait) if advertisement.portrait is not None else None,
        media=tl_media(advertisement.media) if advertisement.media is not None else None,
        button_text=advertisement.button,
        sponsor_info=advertisement.sponsor or None,
        additional_info=advertisement.note or None,
    )


def _choice(title: str, options: dict[bytes, str]) -> TLObject:
    offered = [tl.SponsoredMessageReportOption(text=text, option=option) for option, text in options.items()]
    return tl.channels.SponsoredMessageReportResultChooseOption(title=title, options=offered)
