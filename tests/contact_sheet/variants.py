"""Messages that show one kind in several ways: what it answers, whose words it has, what stands below it."""

from __future__ import annotations

from collections.abc import Iterator

from tdlib import types as td
from tests.contact_sheet.drawings import Drawings
from tests.contact_sheet.samples import ANN, BOB, poll, sample, words
from tests.ui.fake_session import ME, make_message


def variants(drawings: Drawings, only: str, *, first_id: int) -> list[td.Message]:
    """Returns messages beside the plain samples, oldest first.

    Arguments:
        drawings: draws what they hold.
        only: keeps those whose content's name contains it.
        first_id: of the first message.
    """
    contents = [*((content, 0) for content in (*_texts(), *_links(drawings), *_polls())), *_albums(drawings)]
    kept = [(content, album) for content, album in contents if only.lower() in type(content).__name__.lower()]
    made = [
        make_message(
            first_id + number, content, sender=ME if (album or number) % 3 == 2 else ANN, media_album_id=album
        )
        for number, (content, album) in enumerate(kept)
    ]
    if only.lower() in "messagetextkeyboard":
        bot = {"sender": BOB, "reply_markup": keyboard()}
        made.append(make_message(first_id + len(made), "Shall I book the hut?", **bot))
        made.append(make_message(first_id + len(made), sample(td.MessagePhoto, drawings), **bot))
    return made


def _albums(drawings: Drawings) -> Iterator[tuple[td.MessageContent, int]]:
    shapes = [
        [(640, 420), (420, 640)],
        [(420, 640), (640, 420), (640, 420)],
        [(640, 420), (640, 640), (420, 640), (1280, 400)],
        [(640, 420)] * 5,
        [(640, 420), (420, 640), (640, 420), (420, 420), (640, 420), (640, 300), (420, 640), (640, 420), (640, 420)],
    ]
    for album, sizes in enumerate(shapes, 1):
        for number, (width, height) in enumerate(sizes):
            caption = words("Up and down again" if number == 0 and album % 2 else "")
            yield td.MessagePhoto(photo=drawings.photo(width, height), caption=caption), album
    for number in range(3):
        piece = td.Document(file_name=f"track {number + 1}.gpx", document=drawings.file())
        yield td.MessageDocument(document=piece, caption=words("All three days" if number == 2 else "")), 9


def _texts() -> list[td.MessageContent]:
    code = "def ridge(height: int) -> str:\n    return 'up' if height < 2310 else 'down'"
    quote = "The path above the hut is closed until the snow has settled.\nWait for the warden's word.\n" * 3
    long_words = "Donaudampfschifffahrtsgesellschaftskapitänsmützenknopf" * 3
    return [
        td.MessageText(text=words(code, (0, len(code), td.TextEntityTypePreCode(language="python")))),
        td.MessageText(text=words(quote, (0, len(quote), td.TextEntityTypeExpandableBlockQuote()))),
        td.MessageText(text=words("The summit is a secret", (14, 8, td.TextEntityTypeSpoiler()))),
        td.MessageText(text=words("🎉🏔")),
        td.MessageText(text=words(long_words)),
        td.MessageText(text=words("מחר בבוקר נצא לדרך, אם מזג האוויר יאפשר")),
    ]


def _links(drawings: Drawings) -> Iterator[td.MessageContent]:
    photo = drawings.photo()
    kinds: list[td.LinkPreviewType] = [
        td.LinkPreviewTypeArticle(photo=photo),
        td.LinkPreviewTypeArticle(),
        td.LinkPreviewTypePhoto(photo=drawings.photo(420, 640)),
        td.LinkPreviewTypeUser(photo=drawings.chat_photo(), is_bot=True),
        td.LinkPreviewTypeStickerSet(stickers=[drawings.sticker()] * 3),
        td.LinkPreviewTypeExternalVideo(url="https://ridge.example.org/v", duration=90),
        td.LinkPreviewTypeApp(photo=photo),
        td.LinkPreviewTypeUnsupported(),
    ]
    for number, kind in enumerate(kinds):
        preview = td.LinkPreview(
            url="https://ridge.example.org/route",
            display_url="ridge.example.org/route",
            site_name="Ridge <b>Walks</b>",
            title="The high route in two days" if number % 2 else "",
            description=words("Start early and cross the snow field before noon." * (number % 3)),
            type=kind,
            show_above_text=number == 1,
            show_media_above_description=number == 2,
            show_large_media=number == 2,
            instant_view_version=number % 2,
        )
        yield td.MessageText(text=words("Look at this"), link_preview=preview)


def _polls() -> list[td.MessageContent]:
    return [td.MessagePoll(poll=poll(quiz=True), description=words("A question for those who were there"))]


def keyboard() -> td.ReplyMarkupInlineKeyboard:
    """Returns a keyboard with a button of every kind."""
    plain = td.ButtonStyleDefault()

    def button(text: str, kind: td.InlineKeyboardButtonType, style: td.ButtonStyle = plain) -> td.InlineKeyboardButton:
        return td.InlineKeyboardButton(text=text, style=style, type=kind)

    return td.ReplyMarkupInlineKeyboard(
        rows=[
            [
                button("Yes", td.InlineKeyboardButtonTypeCallback(data=b"yes"), td.ButtonStyleSuccess()),
                button("No", td.InlineKeyboardButtonTypeCallback(data=b"no"), td.ButtonStyleDanger()),
                button("Perhaps", td.InlineKeyboardButtonTypeCallback(data=b"maybe"), td.ButtonStylePrimary()),
            ],
            [
                button("Map", td.InlineKeyboardButtonTypeUrl(url="https://ridge.example.org/map")),
                button("Sign in", td.InlineKeyboardButtonTypeLoginUrl(url="https://ridge.example.org", id=3)),
            ],
            [
                button("App", td.InlineKeyboardButtonTypeWebApp(url="https://ridge.example.org/app")),
                button("Copy", td.InlineKeyboardButtonTypeCopyText(text="RIDGE-24")),
                button("Bob", td.InlineKeyboardButtonTypeUser(user_id=3)),
            ],
            [
                button(
                    "Ask here", td.InlineKeyboardButtonTypeSwitchInline(query="hut", target_chat=td.TargetChatCurrent())
                ),
                button("Pay €129.00", td.InlineKeyboardButtonTypeBuy()),
                button("Transfer", td.InlineKeyboardButtonTypeCallbackWithPassword(data=b"x")),
            ],
            [
                button(
                    "<b>Very</b> long words on a single button that must not run out of it",
                    td.InlineKeyboardButtonTypeCallbackGame(),
                )
            ],
        ]
    )
