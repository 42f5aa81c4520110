"""Which message a service line is about."""

from __future__ import annotations

from tdlib import types as td


def pointed(content: td.MessageContent) -> tuple[int, int] | None:
    """Returns the chat, 0 for the same one, and the message that `content` is about; None where it is about none."""
    match content:
        case td.MessagePaymentSuccessful(invoice_chat_id=chat_id, invoice_message_id=message_id):
            found = (chat_id, message_id)
        case td.MessageGiveawayPrizeStars(boosted_chat_id=chat_id, giveaway_message_id=message_id):
            found = (chat_id, message_id)
        case _:
            found = (0, getattr(content, _FIELDS.get(type(content), ""), 0))
    return found if found[1] else None


_FIELDS: dict[type[td.TdObject], str] = {
    td.MessagePinMessage: "message_id",
    td.MessagePollOptionAdded: "poll_message_id",
    td.MessagePollOptionDeleted: "poll_message_id",
    td.MessageChatHasProtectedContentToggled: "request_message_id",
    td.MessageGameScore: "game_message_id",
    td.MessageGiveawayCompleted: "giveaway_message_id",
    td.MessageUpgradedGiftPurchaseOfferRejected: "offer_message_id",
    td.MessageChecklistTasksDone: "checklist_message_id",
    td.MessageChecklistTasksAdded: "checklist_message_id",
    td.MessageSuggestedPostApprovalFailed: "suggested_post_message_id",
    td.MessageSuggestedPostApproved: "suggested_post_message_id",
    td.MessageSuggestedPostDeclined: "suggested_post_message_id",
    td.MessageSuggestedPostPaid: "suggested_post_message_id",
    td.MessageSuggestedPostRefunded: "suggested_post_message_id",
}
"""Fields that name a message of the same chat."""
