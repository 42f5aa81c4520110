"""Photos, documents and the parts from which they are uploaded."""

from __future__ import annotations

from dataclasses import dataclass, field

from tdlib.sandbox import artwork
from tdlib.sandbox.rpc import RpcError, TLObject

LIMITS = {"s": 100, "m": 320, "x": 800, "y": 1280, "w": 2560}
"""Type of a photo size → the longest side in pixels."""


@dataclass(eq=False, slots=True)
class Picture:
    """One size of a photo: `size` bytes that are made when somebody downloads them."""

    type: str
    width: int
    height: int
    size: int
    content: bytes | None = None


@dataclass(eq=False, slots=True)
class Photo:
    """A photo in several sizes, the smallest first.

    Attributes:
        scene: the number of the drawing where the photo is made by code, None for an uploaded one.
        stripped: the few bytes of the tiny preview, none where it is empty; made on first use where it is None.
    """

    id: int
    access_hash: int
    date: int
    pictures: list[Picture]
    scene: int | None = None
    stripped: bytes | None = None

    def preview(self) -> bytes:
        """The preview in Telegram's stripped JPEG format."""
        if self.scene is not None:
            return artwork.stripped(self.scene, self.pictures[-1].width, self.pictures[-1].height)
        if self.stripped is None:
            self.stripped = artwork.strip(self.content(self.pictures[-1]))
        return self.stripped

    def picture(self, type: str) -> Picture | None:
        """The picture of one size type, or None."""
        return next((each for each in self.pictures if each.type == type), None)

    def content(self, picture: Picture) -> bytes:
        """The bytes of one size."""
        if picture.content is not None:
            return picture.content
        if self.scene is not None:
            return artwork.jpeg(self.scene, picture.width, picture.height, picture.size)
        picture.content = artwork.scaled(self.content(self.pictures[-1]), picture.width, picture.height)
        return picture.content


@dataclass(eq=False, slots=True)
class Document:
    """A file with its attributes; `content` of None stands for `size` bytes that are made when asked for."""

    id: int
    access_hash: int
    date: int
    mime_type: str
    size: int
    attributes: list[TLObject] = field(default_factory=list)
    content: bytes | None = None
    thumbnail: Photo | None = None
    sticker_scene: int | None = None

    def read(self) -> bytes:
        """The bytes of the whole file."""
        if self.content is not None:
            return self.content
        if self.sticker_scene is not None:
            return artwork.sticker(self.sticker_scene, self.size)
        pattern = f"document {self.id} ".encode()
        return (pattern * (self.size // len(pattern) + 1))[: self.size]


Media = Photo | Document | TLObject
"""What a message shows beside its text; small media are kept as the TL objects that they are sent as."""


@dataclass(eq=False)
class Files:
    """All photos and documents by id, and uploads that are under way."""

    photos: dict[int, Photo] = field(default_factory=dict)
    documents: dict[int, Document] = field(default_factory=dict)
    uploads: dict[tuple[int, int], dict[int, bytes]] = field(default_factory=dict)

    def save_part(self, owner: int, file_id: int, part: int, content: bytes) -> None:
        """Keeps one part of an upload.

        Raises:
            RpcError: `FILE_PART_INVALID`, `FILE_PART_EMPTY` or `FILE_PART_TOO_BIG`.
        """
        if not 0 <= part < 8000:
            raise RpcError(400, "FILE_PART_INVALID")
        if not content:
            raise RpcError(400, "FILE_PART_EMPTY")
        if len(content) > 524_288:
            raise RpcError(400, "FILE_PART_TOO_BIG")
        self.uploads.setdefault((owner, file_id), {})[part] = content

    def assemble(self, owner: int, file_id: int, parts: int) -> bytes:
        """Joins the parts of an upload.

        Raises:
            RpcError: `FILE_PARTS_INVALID`, or `FILE_PART_n_MISSING` for the first part that never came.
        """
        if parts < 1:
            raise RpcError(400, "FILE_PARTS_INVALID")
        kept = self.uploads.get((owner, file_id), {})
        for part in range(parts):
            if part not in kept:
                raise RpcError(400, f"FILE_PART_{part}_MISSING")
        return b"".join(kept[part] for part in range(parts))

    def discard(self, owner: int, file_id: int) -> None:
        """Forgets the parts of an upload that has become a file."""
        self.uploads.pop((owner, file_id), None)
