"""From TDLib's JSON to typed objects, surviving what the generated types do not know.

The fast path decodes into Structs at once. An unknown `@type` fails the whole object there; then the slow path removes
what is unknown, from the inside out, until the rest decodes.
"""

from __future__ import annotations

import logging
from collections.abc import Container
from typing import Any

import msgspec

from tdlib import types as td

log = logging.getLogger(__name__)

UNSUPPORTED: dict[str, str] = {
    "ChatRevenueTransactionType": "chatRevenueTransactionTypeUnsupported",
    "LinkPreviewType": "linkPreviewTypeUnsupported",
    "MessageContent": "messageUnsupported",
    "PaidMedia": "paidMediaUnsupported",
    "StarTransactionType": "starTransactionTypeUnsupported",
    "StoryContent": "storyContentUnsupported",
    "StoryContentType": "storyContentTypeUnsupported",
    "TonTransactionType": "tonTransactionTypeUnsupported",
}
"""Classes with a constructor of their own for what is not supported; it takes an unknown object's place."""


class UnknownObject(Exception):
    """An object whose unknown part cannot be left out.

    Attributes:
        type: the object's `@type`.
        extra: the request it answers, None for an update.
    """

    def __init__(self, type: str, extra: str | None) -> None:
        super().__init__(type)
        self.type = type
        self.extra = extra


class Envelope(msgspec.Struct):
    """The outer fields of a frame: what it is, and which request it answers."""

    type: str = msgspec.field(default="", name="@type")
    extra: str | None = msgspec.field(default=None, name="@extra")


class _Gone:
    """Stands for an object that was removed."""


def _substitute(class_name: str) -> dict[str, Any] | _Gone:
    """Returns what stands for an object of a class that is unknown, or that TDLib leaves out against its schema."""
    if class_name in UNSUPPORTED:
        return {"@type": UNSUPPORTED[class_name]}
    name = class_name[0].lower() + class_name[1:]
    constructor = td.constructor(name)
    if constructor is None:
        return _Gone()
    td.complete(constructor)
    empty: dict[str, Any] = {"@type": name}
    for field in msgspec.structs.fields(constructor):
        if field.required:
            empty[field.encode_name] = _substitute(constructor.__annotations__[field.name])
    return _Gone() if any(isinstance(part, _Gone) for part in empty.values()) else empty


class Decoder:
    """Decodes frames of TDLib; names each unknown `@type` once in the log.

    Arguments:
        ignored: the `@type` of updates that nobody wants.
    """

    def __init__(self, ignored: Container[str] = ()) -> None:
        self._ignored = ignored
        self._decoders: dict[str, msgspec.json.Decoder[td.TdObject]] = {}
        self._envelopes = msgspec.json.Decoder(Envelope)
        self._named: set[str] = set()

    def decode(self, frame: bytes) -> tuple[td.TdObject, str | None]:
        """Returns the object in `frame` and the `@extra` of the request it answers, None for an update.

        Raises:
            UnknownObject: when the object is ignored or unknown, or a part of it that it cannot be without.
        """
        envelope = self._envelopes.decode(frame)
        if envelope.type in self._ignored:
            raise UnknownObject(envelope.type, envelope.extra)
        decoder = self._decoders.get(envelope.type) or self._decoder(envelope)
        try:
            return decoder.decode(frame), envelope.extra
        except msgspec.ValidationError:
            return self._decode_known_part(frame, envelope, decoder.type), envelope.extra

    def _decoder(self, envelope: Envelope) -> msgspec.json.Decoder[td.TdObject]:
        """Makes the decoder of one type, with what its objects hold, when the first of them arrives."""
        constructor = td.constructor(envelope.type)
        if constructor is None:
            self._name(envelope.type, "unknown")
            raise UnknownObject(envelope.type, envelope.extra)
        decoder = self._decoders[envelope.type] = td.decoder(constructor)
        return decoder

    def _decode_known_part(self, frame: bytes, envelope: Envelope, kind: type[td.TdObject]) -> td.TdObject:
        pruned = self._prune(msgspec.json.decode(frame))
        if isinstance(pruned, _Gone):
            raise UnknownObject(envelope.type, envelope.extra)
        try:
            return msgspec.convert(pruned, kind, strict=False)
        except msgspec.ValidationError as error:
            self._name(envelope.type, str(error))
            raise UnknownObject(envelope.type, envelope.extra) from error

    def _prune(self, value: Any) -> Any:
        if isinstance(value, list):
            kept = [self._prune(item) for item in value]
            return [item for item in kept if not isinstance(item, _Gone)]
        if isinstance(value, dict):
            return self._prune_object(value)
        return value

    def _prune_object(self, value: dict[str, Any]) -> dict[str, Any] | _Gone:
        constructor = td.constructor(value.get("@type", ""))
        if constructor is None:
            self._name(value.get("@type", ""), "unknown")
            return _Gone()
        td.complete(constructor)
        pruned: dict[str, Any] = {"@type": value["@type"]}
        for field in msgspec.structs.fields(constructor):
            kept = self._prune(value[field.encode_name]) if field.encode_name in value else _Gone()
            if not isinstance(kept, _Gone):
                pruned[field.encode_name] = kept
                continue
            if not field.required:
                continue
            substitute = _substitute(constructor.__annotations__[field.name])
            if isinstance(substitute, _Gone):
                return substitute
            pruned[field.encode_name] = substitute
        return pruned

    def _name(self, type_name: str, what: str) -> None:
        if type_name in self._named:
            return
        self._named.add(type_name)
        log.warning("TDLib's %s is not in the generated types: %s", type_name or "object without a type", what)
