"""`messages.getCustomEmojiDocuments`: the stickers behind the custom emoji of texts."""

from __future__ import annotations

from tdlib.sandbox.render.media import tl_document
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world import custom_emoji

MOST = 200


@method("messages.getCustomEmojiDocuments")
async def get_custom_emoji_documents(call: Call, request: TLObject) -> list[TLObject]:
    """The stickers with these numbers; what nobody knows is left out.

    Raises:
        RpcError: `DOCUMENT_INVALID` for more than 200.
    """
    if len(request.document_id) > MOST:
        raise RpcError(400, "DOCUMENT_INVALID")
    found = (custom_emoji.document(call.world, number) for number in request.document_id)
    return [tl_document(document) for document in found if document is not None]
