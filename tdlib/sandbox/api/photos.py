"""`photos.*`: profile photos."""

from __future__ import annotations

from tdlib.sandbox.api.answering import users_answer
from tdlib.sandbox.api.media import photo_from
from tdlib.sandbox.api.resolving import person_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.media import tl_photo
from tdlib.sandbox.rpc import Call, RpcError, TLObject, method
from tdlib.sandbox.world.files import Photo
from tdlib.sandbox.world.presence import tell_changed

MAX_PAGE = 100


@method("photos.getUserPhotos")
async def get_user_photos(call: Call, request: TLObject) -> TLObject:
    """The profile photos of somebody, the newest first."""
    person = person_of(call, request.user_id)
    newest = person.photos[::-1]
    start = request.offset
    if request.max_id:
        start = next((place + 1 for place, each in enumerate(newest) if each.id == request.max_id), len(newest))
    page = newest[max(0, start) : max(0, start) + min(request.limit, MAX_PAGE)]
    users = users_answer(call, [person.id])
    return tl.photos.PhotosSlice(count=len(newest), photos=[tl_photo(each) for each in page], users=users)


@method("photos.uploadProfilePhoto")
async def upload_profile_photo(call: Call, request: TLObject) -> TLObject:
    """Sets a new profile photo."""
    if request.file is None:
        raise RpcError(400, "PHOTO_FILE_MISSING")
    photo = photo_from(call, request.file, is_portrait=True)
    return _show(call, photo)


@method("photos.updateProfilePhoto")
async def update_profile_photo(call: Call, request: TLObject) -> TLObject:
    """Sets an older profile photo again, or takes the photo away."""
    photos = call.world.person(call.user_id).photos
    if isinstance(request.id, tl.InputPhotoEmpty):
        if photos:
            photos.pop()
        _tell(call)
        return tl.photos.Photo(photo=tl_photo(None), users=users_answer(call, [call.user_id]))
    photo = call.world.files.photos.get(request.id.id)
    if photo is None:
        raise RpcError(400, "PHOTO_ID_INVALID")
    if photo in photos:
        photos.remove(photo)
    return _show(call, photo)


@method("photos.deletePhotos")
async def delete_photos(call: Call, request: TLObject) -> list[int]:
    """Removes profile photos; returns the ids of those that were there."""
    person = call.world.person(call.user_id)
    wanted = {each.id for each in request.id}
    gone = [each.id for each in person.photos if each.id in wanted]
    person.photos = [each for each in person.photos if each.id not in wanted]
    _tell(call)
    return gone


def _show(call: Call, photo: Photo) -> TLObject:
    call.world.person(call.user_id).photos.append(photo)
    _tell(call)
    return tl.photos.Photo(photo=tl_photo(photo), users=users_answer(call, [call.user_id]))


def _tell(call: Call) -> None:
    with call.world.change(call.authorization) as changes:
        tell_changed(changes, call.user_id)
