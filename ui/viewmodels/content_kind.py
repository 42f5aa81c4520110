"""Which QML file of `Content/` draws a message."""

from __future__ import annotations

from client.text import utf16_length
from tdlib import types as td
from ui.viewmodels.page_text import page_text
from ui.viewmodels.wording import service

_KINDS: dict[type[td.TdObject], str] = {
    td.MessageText: "text",
    td.MessageAnimatedEmoji: "text",
    td.MessagePhoto: "photo",
    td.MessageVideo: "video",
    td.MessageAnimation: "video",
    td.MessageVideoNote: "videoNote",
    td.MessageSticker: "sticker",
    td.MessageDocument: "file",
    td.MessageAudio: "file",
    td.MessageVoiceNote: "file",
    td.MessageRichMessage: "text",
    td.MessagePaidMedia: "album",
    td.MessageExpiredPhoto: "service",
    td.MessageExpiredVideo: "service",
    td.MessageExpiredVideoNote: "service",
    td.MessageExpiredVoiceNote: "service",
    td.MessageLocation: "place",
    td.MessageVenue: "place",
    td.MessageLiveLocation: "place",
    td.MessageContact: "card",
    td.MessageCall: "card",
    td.MessageGroupCall: "card",
    td.MessageDice: "card",
    td.MessageStakeDice: "card",
    td.MessagePoll: "poll",
    td.MessageChecklist: "checklist",
    td.MessageGame: "box",
    td.MessageInvoice: "box",
    td.MessageStory: "box",
    td.MessageGiveaway: "box",
    td.MessageGiveawayWinners: "box",
    td.MessageChatChangePhoto: "notice",
    td.MessageSuggestProfilePhoto: "notice",
    td.MessageSuggestBirthdate: "notice",
    td.MessageChatSetBackground: "notice",
    td.MessageChatHasProtectedContentDisableRequested: "notice",
    td.MessageGiftedPremium: "notice",
    td.MessagePremiumGiftCode: "notice",
    td.MessageGiftedStars: "notice",
    td.MessageGiftedTon: "notice",
    td.MessageGiveawayPrizeStars: "notice",
    td.MessageGift: "notice",
    td.MessageUpgradedGift: "notice",
    td.MessageUpgradedGiftPurchaseOffer: "notice",
    td.MessageUnsupported: "unsupported",
}


ACROSS = frozenset({"service", "notice"})
"""Kinds that stand across the chat rather than in a bubble of their author."""

ONE_LINE = ACROSS | {"summary", "box"}
"""Kinds that show the message's one-line form."""


def kind(content: td.MessageContent) -> str:
    """Returns the kind of `content`; "summary" or "service" where it has no file of its own."""
    if isinstance(content, td.MessageText) and content.link_preview is not None:
        return "link"
    known = _KINDS.get(type(content))
    if known is not None:
        return known
    return "service" if service.is_service(content) else "summary"


def formatted_text(content: td.MessageContent) -> td.FormattedText | None:
    """Returns the text or caption of `content`, if its kind has one."""
    match content:
        case td.MessageText(text=text):
            return text
        case td.MessageRichMessage(message=message):
            return page_text(message)
        case td.MessageAnimatedEmoji(emoji=emoji, animated_emoji=moving):
            return td.FormattedText(text=emoji, entities=_custom(emoji, moving.sticker))
        case td.MessagePoll(description=description):
            return description
        case (
            td.MessagePhoto(caption=caption)
            | td.MessageVideo(caption=caption)
            | td.MessageAnimation(caption=caption)
            | td.MessageDocument(caption=caption)
            | td.MessageAudio(caption=caption)
            | td.MessageVoiceNote(caption=caption)
            | td.MessagePaidMedia(caption=caption)
        ):
            return caption
        case _:
            return None


def _custom(emoji: str, sticker: td.Sticker | None) -> list[td.TextEntity]:
    if sticker is None or not isinstance(sticker.full_type, td.StickerFullTypeCustomEmoji):
        return []
    kind = td.TextEntityTypeCustomEmoji(custom_emoji_id=sticker.full_type.custom_emoji_id)
    return [td.TextEntity(offset=0, length=utf16_length(emoji), type=kind)]
