"""Formatted text becomes markup of our own making, and nothing of a peer's."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.text import utf16_length
from tdlib import types as td
from ui.viewmodels.emoji import count_if_alone
from ui.viewmodels.emoji_picture import EmojiPicture
from ui.viewmodels.links import host_of, opening
from ui.viewmodels.marked import places
from ui.viewmodels.rich_text import SPOILER, RichText, rich_text, runs_to_the_left
from ui.viewmodels.text_links import Link, LinkKind

KINDS: list[td.TextEntityType] = [
    td.TextEntityTypeMention(),
    td.TextEntityTypeHashtag(),
    td.TextEntityTypeCashtag(),
    td.TextEntityTypeBotCommand(),
    td.TextEntityTypeUrl(),
    td.TextEntityTypeEmailAddress(),
    td.TextEntityTypePhoneNumber(),
    td.TextEntityTypeBankCardNumber(),
    td.TextEntityTypeBold(),
    td.TextEntityTypeItalic(),
    td.TextEntityTypeUnderline(),
    td.TextEntityTypeStrikethrough(),
    td.TextEntityTypeSpoiler(),
    td.TextEntityTypeCode(),
    td.TextEntityTypePre(),
    td.TextEntityTypePreCode(language='"><img src=x>'),
    td.TextEntityTypeBlockQuote(),
    td.TextEntityTypeExpandableBlockQuote(),
    td.TextEntityTypeTextUrl(url='javascript:alert(1)"><b>'),
    td.TextEntityTypeMentionName(user_id=7),
    td.TextEntityTypeCustomEmoji(custom_emoji_id=9),
    td.TextEntityTypeMediaTimestamp(media_timestamp=3),
    td.TextEntityTypeDateTime(unix_time=5),
]
PAYLOADS = [
    "<b>bold</b>",
    "<img src='http://example.org/x.png'>",
    '<a href="http://example.org">x</a>',
    "<script>alert(1)</script>",
    "</a></span><style>*{font-size:90px}</style>",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "<!-- x --><br><table><tr><td>",
    "\ufdd0frame\ufdd1 object \ufffc nul \x00 bell \x07",
    "javascript:alert(1)",
    "\u202e<b>gpj.exe</b>",
]
ALLOWED = {"a", "b", "i", "u", "s", "br", "span", "img"}
PICTURE = re.compile(r"@(own|ink)/[\w=-]+/[\w=-]*")


def formatted(text: str, *entities: td.TextEntityType) -> td.FormattedText:
    """`text` with every entity over all of it."""
    whole = utf16_length(text)
    return td.FormattedText(text=text, entities=[td.TextEntity(offset=0, length=whole, type=kind) for kind in entities])


class Reader(HTMLParser):
    """What markup draws, and with which tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = self.marked = ""
        self._marks = False
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._marks = self._marks or tag == "span"
        self.words += "\n" if tag == "br" else ""
        if tag == "img":
            emoji = (dict(attrs)["src"] or "").split("/")[1]
            self.words += base64.urlsafe_b64decode(emoji).decode()

    def handle_endtag(self, tag: str) -> None:
        self._marks = self._marks and tag != "span"

    def handle_data(self, data: str) -> None:
        self.words += data.replace("\u00a0", " ")
        self.marked += data.replace("\u00a0", " ") if self._marks else ""


def read(text: RichText) -> Reader:
    """Reads all blocks as Qt would: markup where it is rich, characters otherwise."""
    reader = Reader()
    for block in text.blocks:
        if block.rich:
            reader.feed(block.text)
        else:
            reader.words += block.text
    reader.close()
    return reader


def assert_is_ours(text: RichText) -> None:
    for tag, attributes in read(text).tags:
        assert tag in ALLOWED
        if tag == "img":
            assert PICTURE.fullmatch(attributes.pop("src") or "")
            assert attributes == {"width": "@", "height": "@", "style": "vertical-align:bottom"}
            continue
        assert set(attributes) <= {"href", "class"}
        href = attributes.get("href", SPOILER)
        assert href == SPOILER or int(href or "") < len(text.links)
        assert attributes.get("class") in (None, "l", "c", "s", "h")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: type(kind).__name__)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_peers_markup_is_drawn_as_characters(payload: str, kind: td.TextEntityType) -> None:
    text = rich_text(formatted(payload, kind), revealed=True)
    assert_is_ours(text)
    drawn = read(text).words
    wanted = re.sub("[\ufdd0-\ufdef\ufffc\x00-\x08]", "\ufffd", payload)
    assert drawn == wanted


def test_every_entity_kind_of_the_schema_is_tried() -> None:
    assert {type(kind) for kind in KINDS} == set(td.TextEntityType.__args__)


@given(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60), st.sampled_from(KINDS)), max_size=6),
    st.lists(st.integers(0, 60), max_size=6, unique=True).map(sorted),
)
def test_any_text_with_any_entities_keeps_its_words(
    text: str, marks: list[tuple[int, int, td.TextEntityType]], borders: list[int]
) -> None:
    whole = utf16_length(text)
    entities = [
        td.TextEntity(offset=offset, length=min(length, whole - offset), type=kind)
        for offset, length, kind in marks
        if offset < whole
    ]
    marked = list(zip(borders[::2], borders[1::2], strict=False))
    made = rich_text(td.FormattedText(text=text, entities=entities), revealed=True, marked=marked)
    assert_is_ours(made)
    assert letters(read(made).words) == letters(text)
    assert letters(read(made).marked) == letters("".join(text[slice(*span)] for span in marked))
    for block in made.blocks:
        assert letters(read(RichText((block,))).words) == letters(text[slice(*block.span)])


def letters(text: str) -> str:
    """Returns what of `text` is drawn as it is."""
    return re.sub(r"[\s\ufffd\ufdd0-\ufdef\ufffc\ufffe\uffff\x00-\x1f\x7f]", "", text)


def test_what_is_marked_stands_out_in_every_style_but_under_a_spoiler() -> None:
    text = "tea and tea and tea and tea: tea"
    covered, bold, linked = td.TextEntityTypeSpoiler(), td.TextEntityTypeBold(), td.TextEntityTypeTextUrl(url="https://x.org")
    entities = [
        td.TextEntity(offset=0, length=3, type=covered),
        td.TextEntity(offset=8, length=3, type=bold),
        td.TextEntity(offset=14, length=6, type=linked),
        td.TextEntity(offset=29, length=3, type=td.TextEntityTypePreCode(language="python")),
    ]
    made = rich_text(td.FormattedText(text=text, entities=entities), marked=places(text, "te"))
    assert read(made).marked == "te" * 4
    assert len(made.links) == 1
    assert [block.kind for block in made.blocks] == ["text", "code"]


def test_a_covered_spoiler_is_not_told_and_opens() -> None:
    text = td.FormattedText(
        text="the end: she wins", entities=[td.TextEntity(offset=9, length=8, type=td.TextEntityTypeSpoiler())]
    )
    covered = rich_text(text)
    assert 'class="s"' in covered.blocks[0].text
    assert covered.spoken == "the end: …"
    opened = rich_text(text, revealed=True)
    assert 'class="s"' not in opened.blocks[0].text
    assert opened.spoken == "the end: she wins"


def test_code_and_quotes_are_blocks_of_their_own() -> None:
    text = td.FormattedText(
        text="look:\nx = 1\nsaid he",
        entities=[
            td.TextEntity(offset=6, length=5, type=td.TextEntityTypePreCode(language="python")),
            td.TextEntity(offset=12, length=7, type=td.TextEntityTypeBlockQuote()),
        ],
    )
    blocks = rich_text(text).blocks
    assert [(block.kind, block.text) for block in blocks if block.text.strip()] == [
        ("text", "look:"),
        ("code", "x = 1"),
        ("quote", "said he"),
    ]
    assert blocks[1].language == "python"


def test_one_link_in_several_styles_is_one_link() -> None:
    text = td.FormattedText(
        text="see here now",
        entities=[
            td.TextEntity(offset=4, length=8, type=td.TextEntityTypeTextUrl(url="https://example.org")),
            td.TextEntity(offset=4, length=4, type=td.TextEntityTypeBold()),
        ],
    )
    made = rich_text(text)
    assert [link.shown for link in made.links] == ["here now"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("👍", 1),
        ("👋🏽", 1),
        ("👨‍👩‍👧‍👦❤️", 2),
        ("🇩🇪🇫🇷", 2),
        ("1️⃣", 1),
        ("😀😀😀", 3),
        ("😀😀😀😀", 0),
        ("ok 👍", 0),
        ("7", 0),
        ("→", 0),
        ("", 0),
    ],
)
def test_emoji_that_stand_alone_are_counted(text: str, count: int) -> None:
    assert count_if_alone(text) == count


@pytest.mark.parametrize(
    ("text", "rtl"), [("hello", False), ("שלום hello", True), ("مرحبا", True), ("123 שלום", True), ("…", False)]
)
def test_the_first_strong_letter_gives_the_direction(text: str, rtl: bool) -> None:
    assert runs_to_the_left(text) is rtl


@pytest.mark.parametrize(
    ("shown", "url", "host", "asks"),
    [
        ("https://example.org/a", "https://example.org/a", "example.org", False),
        ("example.org", "http://example.org/", "example.org", False),
        ("bank.example", "https://thief.example/bank.example", "thief.example", True),
        ("click", "https://user:pass@thief.example/", "thief.example", True),
        ("пример.рф", "http://пример.рф", "xn--e1afmkfd.xn--p1ai", False),
    ],
)
def test_a_link_that_says_something_else_is_asked_about(shown: str, url: str, host: str, asks: bool) -> None:
    address = opening(Link(LinkKind.TEXT_URL, shown, url))
    assert address is not None
    assert (address.host, address.must_ask) == (host, asks)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "smb://host/share",
        "ms-settings:x",
        "http://",
        "vbscript:x",
    ],
)
def test_an_address_of_another_kind_is_not_opened(url: str) -> None:
    assert opening(Link(LinkKind.TEXT_URL, "x", url)) is None


def test_an_address_without_a_scheme_is_of_the_web() -> None:
    address = opening(Link(LinkKind.URL, "example.org:8080/x", "example.org:8080/x"))
    assert address is not None
    assert address.url == "http://example.org:8080/x"
    assert host_of("http://[") == ""


def custom(text: str, *entities: td.TextEntityType) -> RichText:
    """`text` under a custom emoji and what else is over it."""
    whole = formatted(text, td.TextEntityTypeCustomEmoji(custom_emoji_id=9), *entities)
    return rich_text(whole, revealed=True, picture_of=lambda number: EmojiPicture("a2V5", number == 9))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: type(kind).__name__)
@pytest.mark.parametrize("payload", [*PAYLOADS, "🎉", "🎉<b>", "👨‍👩‍👧‍👦"])
def test_a_custom_emoji_takes_no_markup_of_a_peer(payload: str, kind: td.TextEntityType) -> None:
    text = custom(payload, kind)
    assert_is_ours(text)
    assert letters(read(text).words) == letters(payload)


def test_only_a_single_emoji_becomes_a_picture() -> None:
    assert '<img src="@ink/8J-OiQ==/a2V5"' in custom("🎉").blocks[0].text
    assert custom("🎉").custom_emoji == {9}
    assert custom("🎉").emoji == 1
    for text in ("party", "🎉🎉", "🎉 "):
        assert custom(text).blocks[0].text == text
        assert not custom(text).custom_emoji


def test_a_custom_emoji_without_pictures_is_the_plain_one() -> None:
    made = rich_text(formatted("🎉", td.TextEntityTypeCustomEmoji(custom_emoji_id=9)))
    assert (made.blocks[0].text, made.blocks[0].rich, made.emoji) == ("🎉", False, 1)
