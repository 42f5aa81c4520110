"""Photos, documents and albums up and down by direct calls."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from tdlib.sandbox import seed
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import RpcError
from tdlib.sandbox.world import custom_emoji
from tdlib.sandbox.world.files import Photo
from tdlib.sandbox.world.world import World
from tests.tdlib.sandbox.api_caller import Device


@pytest.fixture
def world() -> World:
    made = World()
    seed.fill(made)
    return made


@pytest.fixture
def robin(world: World) -> Device:
    return Device(world, "Robin", key_id=1)


@pytest.fixture
def alice(world: World) -> Device:
    return Device(world, "Alice", key_id=2)


def upload(device: Device, content: bytes, name: str, file_id: int = 77) -> Any:
    part = 1024 * 512
    count = -(-len(content) // part)
    for place in range(count):
        piece = content[place * part : (place + 1) * part]
        assert device.call("upload.saveFilePart", file_id=file_id, file_part=place, bytes=piece) is True
    return tl.InputFile(id=file_id, parts=count, name=name, md5_checksum="")


def download(device: Device, location: Any) -> bytes:
    whole = b""
    while True:
        piece = bytes(device.call("upload.getFile", location=location, offset=len(whole), limit=131_072).bytes)
        whole += piece
        if len(piece) < 131_072:
            return whole


def picture(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(stream, "JPEG")
    return stream.getvalue()


def test_a_photo_comes_back_with_equal_bytes_and_smaller_sizes(robin: Device, alice: Device) -> None:
    content = picture(1000, 500)
    media = tl.InputMediaUploadedPhoto(file=upload(robin, content, "photo.jpg"))
    robin.call("messages.sendMedia", peer=robin.peer("Alice"), media=media, message="caption", random_id=1)
    photo = next(alice.updates(tl.UpdateNewMessage)).message.media.photo
    assert [getattr(each, "w", None) for each in photo.sizes] == [None, 320, 800, 1000]
    place = {"id": photo.id, "access_hash": photo.access_hash, "file_reference": photo.file_reference}
    largest = tl.InputPhotoFileLocation(thumb_size=photo.sizes[-1].type, **place)
    assert download(alice, largest) == content
    small = download(alice, tl.InputPhotoFileLocation(thumb_size="m", **place))
    assert len(small) == photo.sizes[1].size
    assert Image.open(io.BytesIO(small)).size == (320, 160)


def test_a_document_comes_back_with_equal_bytes(robin: Device, alice: Device) -> None:
    content = bytes(range(256)) * 5_000
    media = tl.InputMediaUploadedDocument(
        file=upload(robin, content, "numbers.bin"), mime_type="application/octet-stream", attributes=[]
    )
    robin.call("messages.sendMedia", peer=robin.peer("Alice"), media=media, message="", random_id=1)
    document = next(alice.updates(tl.UpdateNewMessage)).message.media.document
    assert document.attributes[0].file_name == "numbers.bin"
    place = tl.InputDocumentFileLocation(
        id=document.id, access_hash=document.access_hash, file_reference=document.file_reference, thumb_size=""
    )
    assert download(alice, place) == content
    assert alice.fails("upload.getFile", location=place, offset=1, limit=4096) == "OFFSET_INVALID"
    assert alice.fails("upload.getFile", location=place, offset=0, limit=100) == "LIMIT_INVALID"
    place.access_hash += 1
    assert alice.fails("upload.getFile", location=place, offset=0, limit=4096) == "LOCATION_INVALID"


def test_uploads_with_faults_are_refused(robin: Device) -> None:
    file = upload(robin, b"x" * 10, "a.bin")
    file.parts = 2
    broken = tl.InputMediaUploadedDocument(file=file, mime_type="", attributes=[])
    send = {"peer": robin.peer("Alice"), "message": "", "random_id": 1}
    assert robin.fails("messages.sendMedia", media=broken, **send) == "FILE_PART_1_MISSING"
    file.parts = 0
    assert robin.fails("messages.sendMedia", media=broken, **send) == "FILE_PARTS_INVALID"
    no_picture = tl.InputMediaUploadedPhoto(file=upload(robin, b"no picture", "a.jpg", 78))
    assert robin.fails("messages.sendMedia", media=no_picture, **send) == "IMAGE_PROCESS_FAILED"
    empty = {"file_id": 1, "file_part": 0, "bytes": b""}
    assert robin.fails("upload.saveFilePart", **empty) == "FILE_PART_EMPTY"


def test_an_album_is_one_group(robin: Device, alice: Device) -> None:
    known = robin.world.user("Robin").message("Tomás", robin.world.messages("Robin", "Tomás")[0][0]).media
    assert isinstance(known, Photo)
    photo = tl.InputPhoto(id=known.id, access_hash=known.access_hash, file_reference=b"")
    parts = [tl.InputSingleMedia(media=tl.InputMediaPhoto(id=photo), random_id=place, message="") for place in (1, 2)]
    robin.call("messages.sendMultiMedia", peer=robin.peer("Alice"), multi_media=parts)
    groups = [each.message.grouped_id for each in alice.updates(tl.UpdateNewMessage)]
    assert len(groups) == 2
    assert len(set(groups)) == 1


def test_custom_emoji_are_found_by_their_numbers(robin: Device) -> None:
    numbers = [custom_emoji.number(place) for place in range(len(custom_emoji.PACK))]
    found = robin.call("messages.getCustomEmojiDocuments", document_id=[*numbers, 7])
    assert [document.id for document in found] == numbers
    for document, kind in zip(found, custom_emoji.PACK, strict=True):
        attribute = document.attributes[-1]
        assert (attribute.alt, bool(attribute.text_color)) == (kind.alt, kind.takes_ink)
        place = tl.InputDocumentFileLocation(
            id=document.id,
            access_hash=document.access_hash,
            file_reference=document.file_reference,
            thumb_size="m" if kind.moves else "",
        )
        with Image.open(io.BytesIO(download(robin, place))) as image:
            assert (image.format, image.mode) == ("WEBP", "RGBA")
    with pytest.raises(RpcError):
        robin.call("messages.getCustomEmojiDocuments", document_id=numbers * 50)
