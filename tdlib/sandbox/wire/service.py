"""The service messages of MTProto: their numbers, and the bytes of those that the server sends."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

from tdlib.sandbox.wire.primitives import Reader, constructor, int32, int64, string, vector_of_int64

MSG_CONTAINER = 0x73F1F8DC
MSG_COPY = 0xE06046B2
GZIP_PACKED = 0x3072CFA1
MSGS_ACK = 0x62D6B459
RPC_RESULT = 0xF35C6D01
RPC_ERROR = 0x2144CA19
BAD_MSG_NOTIFICATION = 0xA7EFF811
BAD_SERVER_SALT = 0xEDAB447B
NEW_SESSION_CREATED = 0x9EC20908
GET_FUTURE_SALTS = 0xB921BD04
FUTURE_SALTS = 0xAE500895
PING = 0x7ABE77EC
PING_DELAY_DISCONNECT = 0xF3427B8C
PONG = 0x347773C5
MSGS_STATE_REQ = 0xDA69FB52
MSGS_STATE_INFO = 0x04DEB57D
MSGS_ALL_INFO = 0x8CC0D131
MSG_DETAILED_INFO = 0x276D3EC6
MSG_NEW_DETAILED_INFO = 0x809DB6DF
MSG_RESEND_REQ = 0x7D861A08
MSG_RESEND_ANS_REQ = 0x8610BAEB
RPC_DROP_ANSWER = 0x58E4A740
RPC_ANSWER_UNKNOWN = 0x5E2AD36E
RPC_ANSWER_DROPPED_RUNNING = 0xCD78E586
RPC_ANSWER_DROPPED = 0xA43AD8B7
DESTROY_SESSION = 0xE7512126
DESTROY_SESSION_OK = 0xE22045FC
DESTROY_SESSION_NONE = 0x62D350C9
DESTROY_AUTH_KEY = 0xD1435160
DESTROY_AUTH_KEY_OK = 0xF660E1D4
HTTP_WAIT = 0x9299359F

NUMBER_TOO_LOW = 16
NUMBER_TOO_HIGH = 17
NUMBER_NOT_OF_A_CLIENT = 18
WRONG_SALT = 48
BAD_CONTAINER = 64

STATE_UNKNOWN = 1
STATE_RECEIVED = 4
STATE_ANSWERED = 64
STATE_RUNNING = 32

LARGEST_UNPACKED = 1 << 24
UPDATES_TOO_LONG = constructor(0xE317AF7E)
TRANSPORT_KEY_UNKNOWN = -404
TRANSPORT_FLOOD = -429


def bad_msg_notification(message_id: int, sequence: int, reason: int) -> bytes:
    return struct.pack("<Iqii", BAD_MSG_NOTIFICATION, message_id, sequence, reason)


def bad_server_salt(message_id: int, sequence: int, salt: int) -> bytes:
    return struct.pack("<Iqiiq", BAD_SERVER_SALT, message_id, sequence, WRONG_SALT, salt)


def new_session_created(first_message_id: int, unique_id: int, salt: int) -> bytes:
    return struct.pack("<Iqqq", NEW_SESSION_CREATED, first_message_id, unique_id, salt)


def future_salts(request_id: int, now: int, salts: list[tuple[int, int, int]]) -> bytes:
    """Builds the answer with (valid since, valid until, salt) for each salt; its vector is a bare one."""
    items = b"".join(struct.pack("<iiq", *salt) for salt in salts)
    return struct.pack("<Iqii", FUTURE_SALTS, request_id, now, len(salts)) + items


def pong(message_id: int, ping_id: int) -> bytes:
    return struct.pack("<Iqq", PONG, message_id, ping_id)


def msgs_ack(message_ids: Iterable[int]) -> bytes:
    return constructor(MSGS_ACK) + vector_of_int64(message_ids)


def msgs_state_info(request_id: int, states: bytes) -> bytes:
    return constructor(MSGS_STATE_INFO) + int64(request_id) + string(states)


def rpc_result(request_id: int, result: bytes) -> bytes:
    return constructor(RPC_RESULT) + int64(request_id) + result


def rpc_error(code: int, message: str) -> bytes:
    return constructor(RPC_ERROR) + int32(code) + string(message.encode())


def container(messages: Iterable[tuple[int, int, bytes]]) -> bytes:
    """Builds one message out of several, each given as number, sequence number and body."""
    parts = [struct.pack("<qii", number, sequence, len(body)) + body for number, sequence, body in messages]
    return constructor(MSG_CONTAINER) + int32(len(parts)) + b"".join(parts)


def packed(body: bytes) -> bytes:
    """Returns `body` as `gzip_packed`."""
    squeezer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return constructor(GZIP_PACKED) + string(squeezer.compress(body) + squeezer.flush())


def unpacked(body: bytes) -> bytes:
    """Returns what a `gzip_packed` holds, in gzip's or zlib's form; any other body unchanged.

    Raises:
        zlib.error: when the data is damaged or would be larger than any message.
    """
    while int.from_bytes(body[:4], "little") == GZIP_PACKED:
        opener = zlib.decompressobj(47)
        body = opener.decompress(Reader(body, 4).string(), LARGEST_UNPACKED)
        if opener.unconsumed_tail:
            raise zlib.error("more data than a message may hold")
    return body


def contained(body: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yields number, sequence number and body of each message in a container."""
    reader = Reader(body, 4)
    for _ in range(reader.int32()):
        number, sequence, size = reader.int64(), reader.int32(), reader.int32()
        yield number, sequence, reader.raw(size)
