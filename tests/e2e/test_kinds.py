"""Every kind of message through the real TDLib: each comes out as what it is meant to be, and can be acted upon."""

from __future__ import annotations

from pathlib import Path

from client.session import Session
from tdlib import types as td
from tdlib.sandbox.sandbox import Sandbox
from tests.e2e.device import Device, run
from tests.helpers.schema_objects import members

ABSENT: dict[type[td.TdObject], str] = {
    td.MessagePaymentSuccessfulBot: "only bots get it",
    td.MessageWebAppDataReceived: "only bots get it",
    td.MessagePassportDataReceived: "only bots get it",
    td.MessageChatAddedToCommunity: "TDLib wants to know the community, and the sandbox has none",
    td.MessageDirectMessagePriceChanged: "TDLib makes it of messageActionPaidMessagesPrice in channels alone",
}
"""Kinds that the sample chat can't have, and why."""


async def open_kinds(device: Device) -> tuple[Session, int]:
    """Signs Robin in and loads the whole chat."""
    session = await device.sign_in("Robin")
    while await session.lists.load_more(td.ChatListMain()):
        pass
    return session, await open_chat(session, "Every kind of message")


async def open_chat(session: Session, title: str) -> int:
    """Loads the whole history of a chat."""
    ids = session.chat_lists.ids(td.ChatListMain())
    chat_id = next(each for each in ids if session.chats.title(each).startswith(title))
    await session.reading.open(chat_id)
    await session.reading.load_around(chat_id, None)
    history = session.messages.history(chat_id)
    while history.has_older:
        await session.reading.load_older(chat_id)
    return chat_id


def contents(session: Session, chat_id: int) -> dict[int, td.MessageContent]:
    """The contents by the ids of their messages."""
    found = {number: session.messages.get(chat_id, number) for number in session.messages.history(chat_id).ids}
    return {number: message.content for number, message in found.items() if message is not None}


def find_poll(session: Session, chat_id: int, question: str) -> tuple[int, td.Poll]:
    return next(
        (number, content.poll)
        for number, content in contents(session, chat_id).items()
        if isinstance(content, td.MessagePoll) and content.poll.question.text == question
    )


def test_every_kind_comes_through(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            session, chat_id = await open_kinds(device)

            gifts = await open_chat(session, "Dad")

            def missing() -> set[type[td.TdObject]]:
                seen = [*contents(session, chat_id).values(), *contents(session, gifts).values()]
                return set(members(td.MessageContent)) - {type(each) for each in seen}

            # The set of animated emoji is fetched when the first one is seen.
            await device.until(lambda: td.MessageAnimatedEmoji not in missing())
            assert missing() == set(ABSENT)
            preview = next(
                content.link_preview
                for content in contents(session, chat_id).values()
                if isinstance(content, td.MessageText) and content.link_preview is not None
            )
            assert preview.title == "The high route in two days"
            assert preview.show_large_media
            assert isinstance(preview.type, td.LinkPreviewTypePhoto)

    run(scenario)


def test_a_vote_is_counted_and_can_be_taken_back(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            session, chat_id = await open_kinds(device)
            number, before = find_poll(session, chat_id, "Which way on Saturday?")
            await session.interacting.vote(chat_id, number, [1])

            def poll() -> td.Poll:
                return find_poll(session, chat_id, "Which way on Saturday?")[1]

            await device.until(lambda: poll().options[1].is_chosen and not poll().options[1].is_being_chosen)
            assert poll().total_voter_count == before.total_voter_count + 1
            # TDLib tells the counts of answers to those who have voted.
            assert sum(option.voter_count for option in poll().options) == poll().total_voter_count
            await session.interacting.vote(chat_id, number, [])
            await device.until(lambda: not any(option.is_chosen for option in poll().options))
            assert poll().total_voter_count == before.total_voter_count

    run(scenario)


def test_several_answers_and_who_chose_them(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            session, chat_id = await open_kinds(device)
            number, _ = find_poll(session, chat_id, "What shall we bring?")
            await session.interacting.vote(chat_id, number, [0, 1])

            def poll() -> td.Poll:
                return find_poll(session, chat_id, "What shall we bring?")[1]

            await device.until(lambda: all(option.is_chosen for option in poll().options))
            assert poll().can_get_voters
            voters = await session.interacting.voters(chat_id, number, 1)
            assert [voter.voter_id for voter in voters.voters] == [td.MessageSenderUser(user_id=session.me_id)]

    run(scenario)


def test_a_quiz_tells_what_was_right(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            session, chat_id = await open_kinds(device)
            number, before = find_poll(session, chat_id, "What carved the valley?")
            assert isinstance(before.type, td.PollTypeQuiz)
            assert before.type.correct_option_ids == []
            await session.interacting.vote(chat_id, number, [0])

            def quiz() -> td.PollTypeQuiz:
                kind = find_poll(session, chat_id, "What carved the valley?")[1].type
                assert isinstance(kind, td.PollTypeQuiz)
                return kind

            await device.until(lambda: quiz().correct_option_ids == [1])
            assert "glacier" in quiz().explanation.text

    run(scenario)


def test_a_bot_answers_its_button(sandbox: Sandbox, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Device(sandbox, tmp_path) as device:
            session, chat_id = await open_kinds(device)
            number = next(
                number
                for number, content in contents(session, chat_id).items()
                if isinstance(content, td.MessageText) and content.text.text == "Shall I book the hut?"
            )
            payload = td.CallbackQueryPayloadData(data=b"tomorrow")
            answer = await session.interacting.press(chat_id, number, payload)
            assert answer.text == "Noted. I ring when it changes."

    run(scenario)
