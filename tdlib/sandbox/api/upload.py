"""`upload.*`: files in parts, both ways."""

from __future__ import annotations

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world.files import Photo

MAX_LIMIT = 1_048_576
STEP = 4096
PRECISE_STEP = 1024
KINDS = {
    b"\xff\xd8\xff": tl.storage.FileJpeg,
    b"\x89PNG": tl.storage.FilePng,
    b"GIF8": tl.storage.FileGif,
    b"%PDF": tl.storage.FilePdf,
    b"RIFF": tl.storage.FileWebp,
}


@method("upload.saveFilePart", "upload.saveBigFilePart")
async def save_file_part(call: Call, request: TLObject) -> bool:
    """Keeps one part of an upload."""
    owner = call.authorization.key_id
    call.world.files.save_part(owner, request.file_id, request.file_part, bytes(request.bytes))
    return True


@method("upload.getFile")
async def get_file(call: Call, request: TLObject) -> TLObject:
    """One piece of a photo or document; nothing behind its end."""
    _check_range(request)
    content = _content(call, request.location)
    kind = next((made for start, made in KINDS.items() if content.startswith(start)), tl.storage.FileUnknown)
    piece = content[request.offset : request.offset + request.limit]
    return tl.upload.File(type=kind(), mtime=call.world.now(), bytes=piece)


@method("upload.getFileHashes")
async def get_file_hashes(call: Call, request: TLObject) -> list[TLObject]:
    """None: there is no foreign data centre whose pieces would have to be checked."""
    return []


def _check_range(request: TLObject) -> None:
    step = PRECISE_STEP if request.precise else STEP
    if request.offset < 0 or request.offset % step:
        raise RpcError(400, "OFFSET_INVALID")
    if not 0 < request.limit <= MAX_LIMIT or request.limit % step:
        raise RpcError(400, "LIMIT_INVALID")
    if not request.precise and request.offset // MAX_LIMIT != (request.offset + request.limit - 1) // MAX_LIMIT:
        raise RpcError(400, "LIMIT_INVALID")


def _content(call: Call, location: TLObject) -> bytes:
    match location:
        case tl.InputPhotoFileLocation():
            return _picture(call.world.files.photos.get(location.id), location)
        case tl.InputDocumentFileLocation():
            return _document(call, location)
        case tl.InputPeerPhotoFileLocation():
            photo = call.world.files.photos.get(location.photo_id)
            if photo is None:
                raise RpcError(400, "LOCATION_INVALID")
            return photo.content(photo.pictures[-1] if location.big else photo.pictures[0])
    raise RpcError(400, "LOCATION_INVALID")


def _picture(photo: Photo | None, location: TLObject) -> bytes:
    if photo is None or photo.access_hash != location.access_hash:
        raise RpcError(400, "LOCATION_INVALID")
    picture = photo.picture(location.thumb_size)
    if picture is None:
        raise RpcError(400, "FILE_ID_INVALID")
    return photo.content(picture)


def _document(call: Call, location: TLObject) -> bytes:
    document = call.world.files.documents.get(location.id)
    if document is None or document.access_hash != location.access_hash:
        raise RpcError(400, "LOCATION_INVALID")
    if not location.thumb_size:
        return document.read()
    picture = document.thumbnail.picture(location.thumb_size) if document.thumbnail else None
    if picture is None or document.thumbnail is None:
        raise RpcError(400, "FILE_ID_INVALID")
    return document.thumbnail.content(picture)
