"""Media and service lines that the scripts put in braces."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.drawing import drawn_photo
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.world import stickers
from tdlib.sandbox.world.files import Document, Media

if TYPE_CHECKING:
    from tdlib.sandbox.world.persons import Person
    from tdlib.sandbox.world.world import World

WAVEFORM_LENGTH = 63
"""Bytes of a voice note's waveform: a hundred values of five bits."""


class PresentList(list[TLObject]):
    """An empty vector that is written.

    WORKAROUND: kurigram leaves an empty vector out, and then it is missing where one flag stands for two fields.
    """

    def __bool__(self) -> bool:
        return True


def media(world: World, kind: str, rest: str, date: int, people: dict[str, Person]) -> Media | None:
    """The medium that braces describe, None where they describe something else."""
    match kind:
        case "photo":
            scene, size = rest.split()
            width, height = map(int, size.split("x"))
            return drawn_photo(world, int(scene), width, height, date)
        case "file":
            name, size, mime_type = rest.rsplit(" ", 2)
            return file(world, name, int(size), mime_type, date)
        case "voice":
            return voice(world, int(rest), date)
        case "round":
            return video(world, 2, int(rest), date, is_round=True)
        case "video":
            seconds, scene = rest.split()
            return video(world, int(scene), int(seconds), date)
        case "gif":
            return animation(world, date)
        case "music":
            title, performer, seconds = (part.strip() for part in rest.split(";"))
            return music(world, title, performer, int(seconds), date)
        case "sticker":
            return stickers.still(world, rest, 3)
        case "dice":
            emoji, value = rest.split()
            return tl.MessageMediaDice(value=int(value), emoticon=emoji)
        case "location":
            return tl.MessageMediaGeo(geo=_point(rest))
        case "venue":
            place, title, address = (part.strip() for part in rest.split(";"))
            return tl.MessageMediaVenue(
                geo=_point(place), title=title, address=address, provider="", venue_id="", venue_type=""
            )
        case "contact":
            return _contact(people[rest])
        case "poll":
            return poll(world, [part.strip() for part in rest.split(";")])
    return None


def action(kind: str, rest: str, title: str, members: list[int], people: dict[str, Person]) -> TLObject:
    """The service line that braces describe, None where they describe something else."""
    match kind:
        case "created":
            return tl.MessageActionChatCreate(title=title, users=members)
        case "title":
            return tl.MessageActionChatEditTitle(title=rest)
        case "added":
            return tl.MessageActionChatAddUser(users=[people[rest].id])
        case "left":
            return tl.MessageActionChatDeleteUser(user_id=people[rest].id)
        case "pin":
            return tl.MessageActionPinMessage()
        case "call":
            return _call(rest)
    return None


def file(world: World, name: str, size: int, mime_type: str, date: int) -> Document:
    """A file with content that programs for its kind accept, filled up to its size."""
    content = _content(name, size)
    attributes = [tl.DocumentAttributeFilename(file_name=name)]
    return _keep(world, Document(world.take_id(), world.take_hash(), date, mime_type, size, attributes, content))


def voice(world: World, seconds: int, date: int) -> Document:
    """A voice note; its bytes are no sound."""
    chance = random.Random(seconds)
    audio = tl.DocumentAttributeAudio(duration=seconds, voice=True, waveform=chance.randbytes(WAVEFORM_LENGTH))
    return _keep(world, Document(world.take_id(), world.take_hash(), date, "audio/ogg", seconds * 2_500, [audio]))


def music(world: World, title: str, performer: str, seconds: int, date: int) -> Document:
    """A piece of music; its bytes are no sound."""
    attributes = [
        tl.DocumentAttributeAudio(duration=seconds, title=title, performer=performer),
        tl.DocumentAttributeFilename(file_name=f"{title}.mp3"),
    ]
    return _keep(world, Document(world.take_id(), world.take_hash(), date, "audio/mpeg", seconds * 16_000, attributes))


def video(world: World, scene: int, seconds: int, date: int, *, is_round: bool = False) -> Document:
    """A video with a drawn thumbnail; its bytes are no film."""
    width, height = (384, 384) if is_round else (1280, 720)
    shape = tl.DocumentAttributeVideo(
        duration=float(seconds), w=width, h=height, round_message=is_round or None, supports_streaming=True
    )
    thumbnail = drawn_photo(world, scene, min(width, 320), min(width, 320) * height // width, date)
    document = Document(world.take_id(), world.take_hash(), date, "video/mp4", seconds * 90_000, [shape])
    document.thumbnail = thumbnail
    return _keep(world, document)


def animation(world: World, date: int) -> Document:
    """A soundless looping video; its bytes are no film."""
    document = video(world, 5, 3, date)
    document.attributes += [tl.DocumentAttributeAnimated(), tl.DocumentAttributeFilename(file_name="loop.mp4")]
    return document


def poll(world: World, parts: list[str], *, public: bool = False, several: bool = False, right: int = -1) -> TLObject:
    """An open poll with some votes: the question and its answers.

    Arguments:
        public: whether everybody sees who voted; then it begins without votes.
        several: whether one may choose several answers.
        right: the number of the right answer, which makes it a quiz; -1 for none.
    """
    question, *answers = parts
    options = [bytes([48 + place]) for place in range(len(answers))]
    chance = random.Random(question)
    votes = [0 if public else chance.randint(1, 9) for _ in answers]
    return tl.MessageMediaPoll(
        poll=tl.Poll(
            id=world.take_hash(),
            question=_plain(question),
            answers=[
                tl.PollAnswer(text=_plain(text), option=option) for text, option in zip(answers, options, strict=True)
            ],
            hash=0,
            public_voters=public or None,
            multiple_choice=several or None,
            quiz=right >= 0 or None,
        ),
        results=tl.PollResults(
            results=[
                tl.PollAnswerVoters(
                    option=option, voters=count, recent_voters=PresentList(), correct=place == right or None
                )
                for place, (option, count) in enumerate(zip(options, votes, strict=True))
            ],
            total_voters=sum(votes),
            solution="The valley was carved by a glacier." if right >= 0 else None,
            solution_entities=PresentList() if right >= 0 else None,
        ),
    )


def buttons() -> TLObject:
    """The keyboard below a bot's message."""
    row = [
        tl.KeyboardButtonCallback(text="Tomorrow", data=b"tomorrow"),
        tl.KeyboardButtonCallback(text="Week", data=b"week"),
    ]
    link = [tl.KeyboardButtonUrl(text="Open the map", url="https://weather.example.org/map")]
    return tl.ReplyInlineMarkup(rows=[tl.KeyboardButtonRow(buttons=row), tl.KeyboardButtonRow(buttons=link)])


def _call(rest: str) -> TLObject:
    call_id = 7_000_000 + len(rest)
    if rest == "missed":
        return tl.MessageActionPhoneCall(call_id=call_id, reason=tl.PhoneCallDiscardReasonMissed())
    return tl.MessageActionPhoneCall(
        call_id=call_id, reason=tl.PhoneCallDiscardReasonHangup(), duration=int(rest), video=None
    )


def _contact(person: Person) -> TLObject:
    return tl.MessageMediaContact(
        phone_number=person.phone,
        first_name=person.first_name,
        last_name=person.last_name,
        vcard="",
        user_id=person.id,
    )


def _point(text: str) -> TLObject:
    latitude, longitude = map(float, text.split())
    return tl.GeoPoint(long=longitude, lat=latitude, access_hash=int(latitude * 1e6))


def _plain(text: str) -> TLObject:
    return tl.TextWithEntities(text=text, entities=[])


def _keep(world: World, document: Document) -> Document:
    world.files.documents[document.id] = document
    return document


def _content(name: str, size: int) -> bytes:
    match name.rpartition(".")[2]:
        case "pdf":
            return _pdf(name).ljust(size, b"\n")
        case "zip":
            return _zip(name, size)
        case "gpx":
            return _gpx().ljust(size, b"\n")
    line = f"{name}: line of a text that repeats itself until the file is full.\n".encode()
    return (line * (size // len(line) + 1))[:size]


def _pdf(name: str) -> bytes:
    """A document of one empty page."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ]
    whole = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj" % number + part + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(whole)
    return whole + b"xref\n0 4\n0000000000 65535 f \n" + table + end


def _zip(name: str, size: int) -> bytes:
    """An archive with one file that fills it up to `size`."""
    notes = "Checksums and notes of the release.\n"
    for length in (size - 400, size - 500):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(zipfile.ZipInfo("NOTES.txt"), notes)
            archive.writestr(zipfile.ZipInfo("data.bin"), random.Random(name).randbytes(length))
        short = size - len(stream.getvalue())
        if short >= 0:
            break
    with zipfile.ZipFile(stream, "a") as archive:
        archive.comment = b" " * short
    return stream.getvalue()


def _gpx() -> bytes:
    points = "".join(
        f'<trkpt lat="{47.42 + step / 900:.5f}" lon="{10.98 + step / 700:.5f}"><ele>{1100 + step * 9}</ele></trkpt>\n'
        for step in range(120)
    )
    return f'<?xml version="1.0"?>\n<gpx version="1.1"><trk><trkseg>\n{points}</trkseg></trk></gpx>\n'.encode()
