"""The sample Telegram: fills an empty world with people worth looking at."""

from __future__ import annotations

from dataclasses import dataclass

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.drawing import drawn_photo, portrait
from tdlib.sandbox.render.inputs import tl_input_peer
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.sample import kinds, media
from tdlib.sandbox.sample.cast import CAST, PASSWORDS
from tdlib.sandbox.sample.chats import SAMPLES, Sample
from tdlib.sandbox.sample.crowd import add_crowd, settle_crowd
from tdlib.sandbox.sample.past import LongPast
from tdlib.sandbox.sample.placing import Placing, script
from tdlib.sandbox.sample.script import BRACES, formatted
from tdlib.sandbox.world import membership
from tdlib.sandbox.world.advertising import Advertisement
from tdlib.sandbox.world.chats import Channel
from tdlib.sandbox.world.files import Media
from tdlib.sandbox.world.messages import Message
from tdlib.sandbox.world.world import World

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
LONG_TITLE = "Long history"
NEWS_EVERY = 5 * HOUR
NEWS_COUNT = 40
POOL_SIZES = ((1280, 853), (853, 1280), (1280, 720), (1000, 1000), (1280, 960))
SCENES = 28


@dataclass(frozen=True)
class PastPlan:
    """A chat whose messages are made on demand: how many, and how old the newest is in seconds."""

    count: int
    newest: int
    is_mixed: bool = False
    views: int = 0


PASTS = {
    "street": PastPlan(3_200, 3 * HOUR),
    "workshop": PastPlan(5_400, 47 * HOUR, is_mixed=True),
    "words": PastPlan(2_310, 5 * HOUR, views=6_400),
}


def fill(world: World, *, seed: int = 1, chats: int = 0, messages: int = 0) -> None:
    """Fills an empty world.

    Arguments:
        seed: decides about the small things; the people and their words are always the same.
        chats: so many further private chats.
        messages: where not 0, a supergroup "Long history" with so many mixed messages.
    """
    placing = Placing(world, seed)
    placing.add_people()
    for sample in _ordered():
        _add_chat(placing, sample, seed)
    crowd = add_crowd(placing, chats)
    placing.place_all()
    for sample in SAMPLES:
        placing.settle(sample)
    settle_crowd(placing, crowd)
    if messages:
        _add_long_history(placing, messages, seed)
    _add_folders(placing)
    _add_advertisements(placing)
    _begin_counting(world)


def sign_ins(world: World) -> list[dict[str, str | None]]:
    """Who can sign in, the owner of the demo first: name, phone and password."""
    found: list[dict[str, str | None]] = []
    for role in CAST:
        person = world.persons.by_phone.get(role.phone) if role.phone else None
        if person is not None:
            password = PASSWORDS.get(role.key, (None, ""))[0]
            found.append({"name": person.name, "phone": person.phone, "password": password})
    return found


def _ordered() -> list[Sample]:
    """The chats; those from which others forward first."""
    return sorted(SAMPLES, key=lambda sample: sample.key not in ("news", "freya"))


def _add_chat(placing: Placing, sample: Sample, seed: int) -> None:
    if sample.key in PASTS:
        peer = placing.begin(sample)
        authors = [placing.people[key].id for key in sample.members] or [peer]
        if sample.key == "workshop":
            authors.append(placing.me.id)
        placing.add_messages(sample.key, [])
        _give_past(placing, peer, authors, PASTS[sample.key], script(sample.script).splitlines(), seed)
    elif sample.key == "news":
        placing.add_messages(sample.key, _news(placing, placing.begin(sample)))
    elif sample.key == "kinds":
        _add_kinds(placing, sample)
    elif sample.key == "dad":
        placing.begin(sample)
        placing.add_messages(sample.key, kinds.gifts(placing.world, placing.people["dad"], placing.me))
    else:
        placing.add_chat(sample)


def _add_kinds(placing: Placing, sample: Sample) -> None:
    people = [placing.people[key] for key in sample.members]
    said = kinds.messages(placing.world, placing.begin(sample), people, placing.peers["hike"])
    placing.add_messages(sample.key, said)


def _give_past(placing: Placing, peer: int, authors: list[int], plan: PastPlan, texts: list[str], seed: int) -> None:
    channel = _channel(placing.world, peer)
    now = placing.world.now()
    channel.history.past = LongPast(
        count=plan.count,
        peer=peer,
        authors=authors,
        texts=texts,
        media=_pool(placing) if plan.is_mixed else [],
        first_date=now - 300 * DAY,
        last_date=now - plan.newest,
        seed=seed,
        plain=not plan.is_mixed,
        views=plan.views,
        forwarded=[placing.peers["news"]] if plan.is_mixed else [],
    )
    channel.box.next_id = plan.count + 1


def _channel(world: World, peer: int) -> Channel:
    channel = world.chats.channel_at(peer)
    if channel is None:
        raise KeyError(f"{peer} is no supergroup or channel")
    return channel


def _news(placing: Placing, peer: int) -> list[Message]:
    """Posts of a news channel: the script's, again and again, the newest one recent."""
    posts = []
    lines = script("news").splitlines()
    now = placing.world.now()
    for number in range(NEWS_COUNT):
        date = now - 52 * MINUTE - (NEWS_COUNT - 1 - number) * NEWS_EVERY
        line = lines[number % len(lines)].replace("\\n", "\n")
        braces = BRACES.match(line)
        text, entities = formatted(line[braces.end() :] if braces else line)
        post = Message(peer, peer, date, text, entities=list(entities))
        if braces:
            post.media = media.media(placing.world, braces["kind"], braces["rest"], date, placing.people)
        post.views = 41_000 - number * 311 % 9_000 if number < NEWS_COUNT - 1 else 3_127
        post.forwards = number * 13 % 90
        post.more_reactions = {"👍": 120 + number * 7 % 90, "❤": 41 + number % 17, "🔥": 3 + number % 5}
        posts.append(post)
    return posts


def _pool(placing: Placing) -> list[Media]:
    """Photos and files that long histories show again and again."""
    world, date = placing.world, placing.world.now() - 300 * DAY
    photos = [drawn_photo(world, scene, *POOL_SIZES[scene % len(POOL_SIZES)], date) for scene in range(SCENES)]
    files = [
        media.file(world, "plan-stool.pdf", 74_112, "application/pdf", date),
        media.file(world, "cut-list.txt", 2_300, "text/plain", date),
        media.file(world, "drawings.zip", 40_960, "application/zip", date),
        media.voice(world, 9, date),
        media.voice(world, 33, date),
        media.video(world, 4, 12, date),
    ]
    return [*photos, *files]


def _add_long_history(placing: Placing, count: int, seed: int) -> None:
    world = placing.world
    keys = ("ines", "sam", "kenji", "dmitri", "olga", "hana")
    authors = [placing.me.id, *(placing.people[key].id for key in keys)]
    begun = world.now() - 300 * DAY
    channel = membership.new_channel(world, authors[1], LONG_TITLE, authors, begun, is_broadcast=False)
    channel.photo = portrait(world, 90, begun)
    plan = PastPlan(count, 2 * MINUTE, is_mixed=True)
    _give_past(placing, channel.peer, authors, plan, script("workshop").splitlines(), seed + 1)
    dialog = world.dialog(placing.me.id, channel.peer)
    dialog.read_inbox = dialog.read_outbox = count


def _add_folders(placing: Placing) -> None:
    """Two folders of the owner of the demo."""
    world, me = placing.world, placing.me.id
    common: dict[str, list[TLObject]] = {"pinned_peers": [], "exclude_peers": []}
    work = [tl_input_peer(world, placing.peers[key]) for key in ("lighthouse", "workshop", "sam")]
    home = [tl_input_peer(world, placing.peers[key]) for key in ("family", "mum", "lina", "grandma")]
    world.account(me).folders = [
        tl.DialogFilter(id=2, title=_title("Home"), emoticon="🏠", include_peers=home, **common),
        tl.DialogFilter(id=3, title=_title("Work"), emoticon="💼", include_peers=work, **common),
        tl.DialogFilter(
            id=4, title=_title("Unread"), include_peers=[], exclude_read=True, exclude_archived=True,
            contacts=True, non_contacts=True, groups=True, broadcasts=True, bots=True, **common,
        ),
    ]  # fmt: skip


def _title(text: str) -> TLObject:
    return tl.TextWithEntities(text=text, entities=[])


def _add_advertisements(placing: Placing) -> None:
    """What somebody has paid for under the words of the day."""
    world = placing.world
    world.advertisements.add(
        Advertisement(
            b"kettle-and-quill",
            placing.peers["words"],
            title="Kettle & Quill",
            text="Notebooks that lie flat, pens that don't leak, and tea for the long chapters. Ten words fit in.",
            button="Visit the shop",
            url="https://kettle-and-quill.example/notebooks",
            sponsor="Kettle & Quill Stationers, 4 Harbour Lane",
            note="Shown to readers of this channel",
            portrait=portrait(world, 41, world.now()),
        )
    )


def _begin_counting(world: World) -> None:
    """The state of every box counts what is in it already, and no device can have missed any of that."""
    for account in world.accounts.values():
        account.box.pts = account.box.forgotten = account.box.next_id
    for chat in world.chats:
        if isinstance(chat, Channel):
            chat.box.pts = chat.box.forgotten = chat.box.next_id
