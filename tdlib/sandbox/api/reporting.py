"""`messages.report`: the questions that moderators ask about a chat or its messages."""

from __future__ import annotations

from tdlib.sandbox.api.resolving import peer_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method

TITLE = "What is wrong?"

OPTIONS = {
    b"spam": "Spam",
    b"violence": "Violence",
    b"private": "Private data",
    b"other": "Something else",
}
"""Option → its words."""

VIOLENCE = {b"violence/threat": "A threat", b"violence/cruelty": "Cruelty"}
"""What is asked more of violence."""


@method("messages.report")
async def report(call: Call, request: TLObject) -> TLObject:
    """Asks for a reason, for a closer one, for words or for messages; takes the report at last."""
    peer_of(call, request.peer)
    option = request.option
    if not option:
        return _choice(TITLE, OPTIONS)
    if option == b"violence":
        return _choice(OPTIONS[option], VIOLENCE)
    if option not in OPTIONS and option not in VIOLENCE:
        raise RpcError(400, "OPTION_INVALID")
    if option in VIOLENCE and not request.id:
        raise RpcError(400, "MESSAGE_ID_REQUIRED")
    if option in (b"private", b"other") and not request.message:
        return tl.ReportResultAddComment(optional=option == b"private" or None, option=option)
    return tl.ReportResultReported()


def _choice(title: str, options: dict[bytes, str]) -> TLObject:
    offered = [tl.MessageReportOption(text=text, option=option) for option, text in options.items()]
    return tl.ReportResultChooseOption(title=title, options=offered)
