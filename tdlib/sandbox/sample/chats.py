"""The sample chats: who is in them, how far they are read, what else is set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """One chat of the sample.

    Attributes:
        key: names the chat's script, and for private chats the other person.
        title: of groups and channels; "" for a private chat.
        kind: "private", "group", "supergroup" or "channel".
        members: keys of the people beside the owner of the demo.
        unread: how many messages the owner has not read.
        crowd: how many members exist only as a number.
        portrait: the number of the chat photo's drawing, -1 for none.
        unseen: the others have not read the owner's newest messages.
        script: the script's name, "" for one of the short ones, which are named by `key`.
    """

    key: str
    title: str = ""
    kind: str = "private"
    members: tuple[str, ...] = ()
    unread: int = 0
    crowd: int = 0
    portrait: int = -1
    username: str = ""
    about: str = ""
    pinned: int = 0
    is_archived: bool = False
    is_muted: bool = False
    is_marked_unread: bool = False
    unseen: bool = False
    draft: str = ""
    script: str = ""


NEIGHBOURS = ("bob", "oscar", "nadia", "marek", "landlord", "lars", "chidi")
MAKERS = ("ines", "marek", "bob", "dmitri", "olga", "yuki", "kenji", "chidi", "lars")

SAMPLES = (
    Sample(
        "hike",
        title="Ridge walk 🥾",
        kind="group",
        members=("mila", "jonas", "priya", "tomas"),
        unread=2,
        portrait=7,
        pinned=3,
        script="hike",
    ),
    Sample(
        "family",
        title="Hale & Co. 🏡",
        kind="group",
        members=("mum", "dad", "lina", "grandma"),
        unread=1,
        portrait=2,
        pinned=2,
        script="family",
    ),
    Sample("me", pinned=1, script="saved"),
    Sample(
        "lighthouse",
        title="Lighthouse",
        kind="supergroup",
        members=("sam", "ines", "kenji"),
        unread=4,
        portrait=9,
        about="Import, export, and the beam in between",
        script="lighthouse",
    ),
    Sample("zoe", unread=2, script="zoe"),
    Sample("amal", unread=2, script="amal"),
    Sample("weather", unread=1, script="weather"),
    Sample("hana", unread=1, script="hana"),
    Sample("alice", script="alice"),
    Sample("bob", unseen=True, script="bob"),
    Sample(
        "books",
        title="Last Page Society",
        kind="supergroup",
        members=("freya", "sofia", "olga", "eleni"),
        unread=1,
        portrait=16,
        username="last_page_society",
        script="books",
    ),
    Sample(
        "news",
        title="Harbour News",
        kind="channel",
        unread=3,
        crowd=48211,
        portrait=14,
        username="harbour_news",
        about="What happens between the bridge and the sea",
        script="news",
    ),
    Sample("vera", draft="Dear Vera, the draft is nearly", script="vera"),
    Sample("sofia", unseen=True, script="sofia"),
    Sample("dmitri", unread=2, script="dmitri"),
    Sample(
        "street",
        title="Elm Street (everyone!!)",
        kind="supergroup",
        members=NEIGHBOURS,
        unread=1243,
        crowd=61,
        is_muted=True,
        script="street",
    ),
    Sample(
        "workshop",
        title="The Workshop",
        kind="supergroup",
        members=MAKERS,
        crowd=12,
        portrait=23,
        about="Sawdust is a colour",
        script="workshop",
    ),
    Sample(
        "words",
        title="Words Without Borders",
        kind="channel",
        crowd=9340,
        portrait=11,
        username="words_daily",
        about="One word a day",
        script="posts",
    ),
    Sample("kinds", title="Every kind of message", kind="supergroup", members=("bob", "alice", "priya")),
    Sample("dad"),
    Sample("mum"),
    Sample("lina", unread=1),
    Sample("olga"),
    Sample("minji", unread=1),
    Sample("ming"),
    Sample("noa"),
    Sample("eleni"),
    Sample("rahul"),
    Sample("somchai"),
    Sample("sam", unread=1),
    Sample("jonas"),
    Sample("priya", unseen=True),
    Sample("kenji"),
    Sample("freya"),
    Sample("grandma", is_marked_unread=True),
    Sample("yuki"),
    Sample("anh"),
    Sample("giorgi"),
    Sample("aram"),
    Sample("tamar"),
    Sample("baron"),
    Sample("tomas", script="photos"),
    Sample("market", title="Flea market 🧺 Saturday", kind="group", members=("zoe", "alice", "noa")),
    Sample("choir", title="Choir of the Upper Windows", kind="group", members=("eleni", "sofia", "mum"), portrait=33),
    Sample("dentist"),
    Sample("landlord", is_archived=True, is_muted=True),
    Sample("oscar", is_archived=True),
    Sample("library", unread=1, is_archived=True),
    Sample("nadia"),
    Sample("chidi"),
    Sample("marek"),
    Sample("lars"),
    Sample("gone"),
    Sample("stranger", unread=1),
)
"""The chats of the owner of the demo."""
