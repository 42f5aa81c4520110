"""`messages.translateText`: a Telegram without a dictionary says every word backwards, after its code."""

from __future__ import annotations

import re

from tdlib.sandbox.api.resolving import message_in, peer_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method

MOST = 20
"""Texts that are translated at once."""


@method("messages.translateText")
async def translate_text(call: Call, request: TLObject) -> TLObject:
    """The texts, or those of messages, in what stands for another language; formatting is for Premium alone."""
    texts = [each.text for each in request.text or []]
    if request.peer is not None:
        peer = peer_of(call, request.peer)
        texts += [message_in(call, peer, number).text for number in request.id or []]
    if not texts:
        raise RpcError(400, "INPUT_TEXT_EMPTY")
    if len(texts) > MOST:
        raise RpcError(400, "INPUT_TEXT_TOO_LONG")
    if not request.to_lang:
        raise RpcError(400, "TO_LANG_INVALID")
    result = [tl.TextWithEntities(text=translated(text, request.to_lang), entities=[]) for text in texts]
    return tl.messages.TranslateResult(result=result)


def translated(text: str, language: str) -> str:
    """Returns a text as this Telegram says it in a language."""
    words = re.sub(r"\w+", lambda found: found.group()[::-1], text)
    return f"[{language}] {words}"
