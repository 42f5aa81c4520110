"""What is done with the inside of a message: votes, ticks, a bot's buttons, the buttons of cards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tdlib import types as td
from tests.contact_sheet.drawings import Drawings
from tests.contact_sheet.samples import BOB, checklist, poll, sample
from tests.contact_sheet.variants import keyboard
from tests.ui.fake_session import ME, make_message, make_user
from tests.ui.open_chat_window import CHAT, OpenChatBench
from ui.viewmodels.contents.checklist import ChecklistContent
from ui.viewmodels.contents.keyboard import MOST, InlineKeyboard
from ui.viewmodels.contents.poll import PollContent
from ui.viewmodels.message_row import MessageRow
from ui.viewmodels.wording import card_verbs

Until = Callable[..., None]


class Desk:
    """One message in an open chat, and what became of it."""

    def __init__(self, bench: OpenChatBench) -> None:
        self.bench = bench
        self.told: list[tuple[str, str]] = []

    def show(self, content: td.MessageContent | str, **fields: Any) -> MessageRow:
        self.bench.session.fill([make_message(5, content, **fields)])
        chat = self.bench.open()
        chat.verbs.told.connect(lambda title, text: self.told.append((title, text)))
        row = chat.messages.made_row(5)
        assert row is not None
        return row

    @property
    def question(self) -> Any:
        """What is asked, None where nothing is."""
        return self.bench.opened_chat.verbs.questions.question

    def say_yes(self) -> None:
        self.question.answerYes(False)

    def calls(self, *names: str) -> list[tuple[Any, ...]]:
        return [call for call in self.bench.session.calls if call[0] in names]

    @property
    def answers(self) -> dict[str, Any]:
        return self.bench.session.answers


@pytest.fixture
def desk(loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Iterator[Desk]:
    bench = OpenChatBench(loop, tmp_path)
    yield Desk(bench)
    bench.close_chat()


def unvoted(**fields: Any) -> td.Poll:
    whole = poll()
    options = [replace(option, is_chosen=False) for option in whole.options]
    return replace(whole, options=options, **fields)


def poll_of(row: MessageRow) -> PollContent:
    held = row.content_object
    assert isinstance(held, PollContent)
    return held


def test_a_tap_on_an_answer_votes(desk: Desk, until: Until) -> None:
    row = desk.show(td.MessagePoll(poll=unvoted(), description=td.FormattedText()))
    assert not poll_of(row).property("showsResults")
    poll_of(row).property("answers")[1].tap()
    until(lambda: desk.calls("vote") == [("vote", CHAT, 5, [1])])


def test_several_answers_are_ticked_first_and_then_sent(desk: Desk, until: Until) -> None:
    row = desk.show(td.MessagePoll(poll=unvoted(allows_multiple_answers=True), description=td.FormattedText()))
    held = poll_of(row)
    held.send()
    answers = held.property("answers")
    answers[2].tap()
    answers[0].tap()
    answers[1].tap()
    answers[1].tap()
    assert [answer.property("ticked") for answer in answers] == [True, False, True]
    assert held.property("canSend")
    held.send()
    until(lambda: desk.calls("vote") == [("vote", CHAT, 5, [0, 2])])


def test_answers_in_another_order_keep_their_numbers(desk: Desk, until: Until) -> None:
    row = desk.show(td.MessagePoll(poll=unvoted(option_order=[2, 0, 1]), description=td.FormattedText()))
    answers = poll_of(row).property("answers")
    assert answers[0].property("text") == "Stay at home"
    answers[0].tap()
    until(lambda: desk.calls("vote") == [("vote", CHAT, 5, [2])])


def test_a_vote_can_be_taken_back(desk: Desk, until: Until) -> None:
    row = desk.show(td.MessagePoll(poll=poll(), description=td.FormattedText()))
    assert poll_of(row).property("showsResults")
    assert poll_of(row).property("canRetract")
    poll_of(row).retract()
    until(lambda: desk.calls("vote") == [("vote", CHAT, 5, [])])
    until(lambda: desk.bench.shown == ["Your vote was taken back."])


def test_a_quiz_shows_what_was_right_and_why(desk: Desk) -> None:
    row = desk.show(td.MessagePoll(poll=poll(quiz=True), description=td.FormattedText()))
    answers = poll_of(row).property("answers")
    assert [answer.property("right") for answer in answers] == [False, True, False]
    assert [answer.property("wrong") for answer in answers] == [True, False, False]
    assert "glacier" in poll_of(row).property("explanation")
    assert not poll_of(row).property("canRetract")


def test_who_voted_is_told_where_that_is_open(desk: Desk, until: Until) -> None:
    found = td.PollVoters(total_count=3, voters=[td.PollVoter(voter_id=td.MessageSenderUser(user_id=BOB))])
    desk.answers["voters"] = found
    row = desk.show(td.MessagePoll(poll=replace(poll(), can_get_voters=True), description=td.FormattedText()))
    poll_of(row).property("answers")[0].tap()
    until(lambda: desk.told)
    assert desk.calls("voters") == [("voters", CHAT, 5, 0)]
    assert "Bob" in desk.told[0][1]
    assert "and 2 others" in desk.told[0][1]


def test_a_closed_poll_takes_no_votes(desk: Desk) -> None:
    row = desk.show(td.MessagePoll(poll=unvoted(is_closed=True), description=td.FormattedText()))
    poll_of(row).property("answers")[0].tap()
    poll_of(row).send()
    assert desk.bench.tasks.idle or not desk.calls("vote")
    assert not desk.calls("vote")


def test_a_task_is_ticked(desk: Desk, until: Until) -> None:
    row = desk.show(td.MessageChecklist(list_=checklist()))
    held = row.content_object
    assert isinstance(held, ChecklistContent)
    first, second, _ = held.property("items")
    assert first.property("done")
    first.toggle()
    second.toggle()
    until(lambda: len(desk.calls("tick")) == 2)
    assert desk.calls("tick") == [("tick", CHAT, 5, 1, {"done": False}), ("tick", CHAT, 5, 2, {"done": True})]


def test_a_list_of_others_that_may_not_be_ticked_is_only_read(desk: Desk) -> None:
    row = desk.show(td.MessageChecklist(list_=replace(checklist(), can_mark_tasks_as_done=False)))
    held = row.content_object
    assert isinstance(held, ChecklistContent)
    item = held.property("items")[1]
    item.toggle()
    assert not item.property("canTick")
    assert not desk.calls("tick")


# Keyboards.


def press(row: MessageRow, text: str) -> None:
    keys = row.keyboard
    assert isinstance(keys, InlineKeyboard)
    key = next(key for key in keys.property("keys") if text in key.property("text"))
    key.press()


def test_a_bots_answer_is_shown_or_told(desk: Desk, until: Until) -> None:
    row = desk.show("Shall I?", reply_markup=keyboard())
    desk.answers["press"] = td.CallbackQueryAnswer(text="Booked")
    press(row, "Yes")
    until(lambda: desk.bench.shown == ["Booked"])
    assert desk.calls("press") == [("press", CHAT, 5, td.CallbackQueryPayloadData(data=b"yes"))]
    desk.answers["press"] = td.CallbackQueryAnswer(text="<b>Really?</b>", show_alert=True)
    press(row, "No")
    until(lambda: desk.told)
    assert desk.told[0][1] == "<b>Really?</b>"


def test_an_address_a_bot_answers_is_asked_about(desk: Desk, until: Until) -> None:
    row = desk.show("Shall I?", reply_markup=keyboard())
    desk.answers["press"] = td.CallbackQueryAnswer(url="https://game.example.org/x")
    press(row, "Perhaps")
    until(lambda: desk.question)
    assert desk.question.property("text") == "https://game.example.org/x"
    assert not desk.bench.followed
    desk.say_yes()
    assert desk.bench.followed == ["https://game.example.org/x"]


def test_a_button_waits_for_its_answer_before_it_is_pressed_again(desk: Desk, until: Until) -> None:
    gate = asyncio.Event()

    async def slowly(*arguments: Any) -> td.CallbackQueryAnswer:
        desk.bench.session.calls.append(("pressed", *arguments))
        await gate.wait()
        return td.CallbackQueryAnswer()

    vars(desk.bench.session.interacting)["press"] = slowly
    row = desk.show("Shall I?", reply_markup=keyboard())
    press(row, "Yes")
    press(row, "Yes")
    until(lambda: desk.calls("pressed"))
    gate.set()
    until(lambda: desk.bench.tasks.idle)
    assert len(desk.calls("pressed")) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("App", "Web apps can't be opened in Heliograph. Use another app for this button."),
        ("Pay", "Heliograph can't pay yet. Do this in another app."),
        ("Transfer", "This button asks for your password. Heliograph doesn't give it to bots; use another app."),
    ],
)
def test_what_is_not_possible_is_said(desk: Desk, until: Until, text: str, said: str) -> None:
    press(desk.show("Shall I?", reply_markup=keyboard()), text)
    until(lambda: desk.bench.shown == [said])


def test_a_link_a_copy_and_a_person(desk: Desk, until: Until) -> None:
    row = desk.show("Shall I?", reply_markup=keyboard())
    press(row, "Map")
    assert desk.question.property("text") == "https://ridge.example.org/map"
    press(row, "Copy")
    assert desk.bench.desktop.copied == ["RIDGE-24"]
    desk.answers["private_chat"] = 77
    press(row, "Bob")
    until(lambda: desk.bench.opened == [(77, None)])


def test_signing_in_somewhere_is_asked_about_first(desk: Desk, until: Until) -> None:
    desk.answers["login_info"] = td.LoginUrlInfoRequestConfirmation(
        url="https://ridge.example.org", domain="ridge.example.org", bot_user_id=BOB
    )
    desk.answers["login_url"] = "https://ridge.example.org/?token=1"
    press(desk.show("Shall I?", reply_markup=keyboard()), "Sign in")
    until(lambda: desk.question)
    assert "ridge.example.org" in desk.question.property("title")
    assert not desk.calls("login_url")
    desk.say_yes()
    until(lambda: desk.bench.followed == ["https://ridge.example.org/?token=1"])


def test_an_inline_button_writes_the_bots_name(desk: Desk) -> None:
    bot = replace(make_user(BOB, "Bob"), usernames=td.Usernames(active_usernames=["hut_bot"]))
    desk.bench.session.users.objects[BOB] = bot
    press(desk.show("Shall I?", sender=BOB, reply_markup=keyboard()), "Ask here")
    assert desk.bench.opened_chat.writing.property("text") == "@hut_bot hut"


def test_a_keyboard_keeps_to_what_a_message_may_have(desk: Desk) -> None:
    one = keyboard().rows[0][0]
    row = desk.show("Many", reply_markup=td.ReplyMarkupInlineKeyboard(rows=[[one] * 20] * 100))
    keys = row.keyboard
    assert isinstance(keys, InlineKeyboard)
    assert len(keys.property("keys")) == MOST


def test_new_buttons_take_the_place_of_the_old(desk: Desk) -> None:
    row = desk.show("Shall I?", reply_markup=keyboard())
    fewer = td.ReplyMarkupInlineKeyboard(rows=keyboard().rows[:1])
    desk.bench.session.edit(CHAT, 5, reply_markup=fewer)
    keys = row.keyboard
    assert isinstance(keys, InlineKeyboard)
    assert keys.property("rows") == 1
    desk.bench.session.edit(CHAT, 5, reply_markup=None)
    assert row.keyboard is None


# Links.


def linked(**fields: Any) -> td.MessageText:
    preview = td.LinkPreview(
        url="https://ridge.example.org/route",
        display_url="ridge.example.org/route",
        title="<b>Route</b>",
        description=td.FormattedText(text="x" * 5_000),
        type=td.LinkPreviewTypeArticle(),
        **fields,
    )
    return td.MessageText(text=td.FormattedText(text="ridge.example.org/route"), link_preview=preview)


def test_a_click_on_a_preview_follows_its_link(desk: Desk) -> None:
    row = desk.show(linked())
    assert row.property("kind") == "link"
    held: Any = row.content_object
    assert len(held.property("text")) < 500
    row.open()
    assert desk.bench.followed == ["https://ridge.example.org/route"]


def test_an_address_that_the_preview_hides_is_asked_about(desk: Desk) -> None:
    content = linked()
    assert content.link_preview is not None
    hidden = replace(content.link_preview, url="https://elsewhere.example.org/")
    row = desk.show(replace(content, link_preview=hidden))
    row.open()
    assert not desk.bench.followed
    assert desk.question.property("text") == "https://elsewhere.example.org/"


def test_a_preview_that_comes_later_changes_the_row(desk: Desk) -> None:
    desk.show("ridge.example.org/route")
    desk.bench.session.edit(CHAT, 5, content=linked())
    row = desk.bench.opened_chat.messages.made_row(5)
    assert row is not None
    assert row.property("kind") == "link"


# Cards.

CASES: list[tuple[type[td.TdObject], str, tuple[Any, ...] | None]] = [
    (td.MessageContact, card_verbs.ADD_CONTACT, ("add_contact",)),
    (td.MessageGiveaway, card_verbs.LEARN_MORE, ("giveaway", CHAT, 5)),
    (td.MessageSuggestProfilePhoto, card_verbs.USE_PHOTO, ("take_photo", 77)),
    (td.MessageSuggestBirthdate, card_verbs.USE_BIRTHDATE, ("take_birthdate",)),
    (td.MessagePremiumGiftCode, card_verbs.REDEEM, ("redeem", "abc")),
    (td.MessageGift, card_verbs.SHOW_GIFT, ("show_gift", "1", {"show": True})),
    (td.MessageGift, card_verbs.SELL_GIFT, ("sell_gift", "1")),
    (td.MessageUpgradedGiftPurchaseOffer, card_verbs.ACCEPT_OFFER, ("answer_offer", 5, {"accept": True})),
    (td.MessageUpgradedGiftPurchaseOffer, card_verbs.DECLINE_OFFER, ("answer_offer", 5, {"accept": False})),
]
ASKED = {card_verbs.REDEEM, card_verbs.SELL_GIFT, card_verbs.ACCEPT_OFFER}


@pytest.mark.parametrize(("kind", "verb", "call"), CASES, ids=lambda value: str(getattr(value, "__name__", value)))
def test_a_cards_button_does_what_it_says(
    desk: Desk, until: Until, tmp_path: Path, kind: type[td.TdObject], verb: str, call: tuple[Any, ...]
) -> None:
    desk.answers["giveaway"] = td.GiveawayInfoCompleted(winner_count=3, is_winner=True)
    row = desk.show(sample(kind, Drawings(tmp_path)))
    held: Any = row.content_object
    label = card_verbs.label(verb)
    next(each for each in held.property("verbs") if each.property("label") == label).press()
    if verb in ASKED:
        assert desk.question
        assert not desk.calls(call[0])
        desk.say_yes()
    until(lambda: desk.calls(call[0]))
    assert desk.calls(call[0])[0][: len(call)] == call
    until(lambda: desk.bench.tasks.idle)


def test_ones_own_gifts_and_wishes_have_no_buttons(desk: Desk, tmp_path: Path) -> None:
    row = desk.show(sample(td.MessageSuggestBirthdate, Drawings(tmp_path)), sender=ME)
    held: Any = row.content_object
    assert held.property("verbs") == []


def test_a_line_about_a_message_leads_to_it(desk: Desk) -> None:
    desk.bench.session.fill([make_message(3, "the pinned one"), make_message(5, td.MessagePinMessage(message_id=3))])
    chat = desk.bench.open()
    jumps: list[int] = []
    chat.messages.jumped.connect(lambda index, flash: jumps.append(index))
    row = chat.messages.made_row(5)
    assert row is not None
    row.open()
    assert jumps == [chat.messages.row_model.position(3)]


def test_media_that_are_not_paid_for_say_how_they_are(desk: Desk, until: Until, tmp_path: Path) -> None:
    row = desk.show(sample(td.MessagePaidMedia, Drawings(tmp_path)))
    held: Any = row.content_object
    assert held.property("locked")
    held.property("items")[0].open()
    until(lambda: desk.bench.shown == ["Heliograph can't pay yet. Do this in another app."])
