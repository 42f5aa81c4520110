"""Times, numbers, names and presence in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tdlib import types as td
from tests.helpers.schema_objects import build, members
from tests.ui import sample_chats
from tests.ui.fake_session import make_user
from tests.ui.store_session import StoreSession
from ui.viewmodels.avatar import initials
from ui.viewmodels.wording import files, names, numbers, presence, times
from ui.viewmodels.wording.names import People

NOW = int(datetime(2026, 11, 18, 14, 30, tzinfo=UTC).timestamp())  # a Wednesday, 15:30 in Berlin
HOUR, DAY = 3_600, 86_400


def at(year: int, month: int, day: int, hour: int, minute: int) -> int:
    return int(datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp())


@pytest.mark.usefixtures("berlin", "british")
@pytest.mark.parametrize(
    ("date", "text"),
    [
        (NOW - 60, "15:29"),
        (at(2026, 11, 17, 23, 0), "00:00"),
        (at(2026, 11, 17, 22, 59), "Tue"),
        (at(2026, 11, 12, 12, 0), "Thu"),
        (at(2026, 11, 11, 12, 0), "11 Nov"),
        (at(2026, 1, 2, 12, 0), "2 Jan"),
        (at(2025, 12, 31, 22, 0), "31/12/2025"),
        (NOW + 2 * DAY, "20 Nov"),
    ],
)
def test_the_shortest_time(date: int, text: str) -> None:
    assert times.in_list(date, NOW) == text


@pytest.mark.usefixtures("berlin", "american")
def test_times_as_in_america() -> None:
    assert times.clock(NOW) == "3:30\u202fPM"
    assert times.in_list(at(2026, 10, 2, 12, 0), NOW) == "Oct 2"
    assert times.day(at(2024, 10, 2, 12, 0), NOW) == "October 2, 2024"


@pytest.mark.usefixtures("berlin", "british")
@pytest.mark.parametrize(
    ("date", "text"),
    [
        (NOW, "Today"),
        (NOW - DAY, "Yesterday"),
        (NOW - 3 * DAY, "Sunday"),
        (NOW - 8 * DAY, "10 November"),
        (NOW - 365 * DAY, "18 November 2025"),
    ],
)
def test_the_day_between_messages(date: int, text: str) -> None:
    assert times.day(date, NOW) == text


@pytest.mark.usefixtures("berlin", "british")
def test_a_moment_within_a_sentence() -> None:
    assert times.day_and_clock(NOW, NOW) == "today at 15:30"
    assert times.day_and_clock(NOW + DAY, NOW) == "tomorrow at 15:30"
    assert times.day_and_clock(NOW - 40 * DAY, NOW) == "9 October at 16:30"
    assert times.full(NOW) == "18 November 2026, 15:30"
    assert times.seconds_until_tomorrow(NOW) == 8 * HOUR + HOUR // 2


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 seconds"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (90, "90 seconds"),
        (125, "2 minutes"), (HOUR, "1 hour"), (DAY, "1 day"), (7 * DAY, "1 week"), (30 * DAY, "1 month"),
        (31_536_000, "1 year"),
    ],
)  # fmt: skip
def test_a_length_of_time(seconds: int, text: str) -> None:
    assert times.period(seconds) == text


@pytest.mark.usefixtures("british")
def test_numbers() -> None:
    assert [numbers.short(number) for number in (0, 999, 1_000, 1_290, 31_400, 999_999, 4_560_000)] == [
        "0", "999", "1K", "1.2K", "31.4K", "999K", "4.5M",
    ]  # fmt: skip
    assert numbers.badge(0) == ""
    assert numbers.grouped(1_234_567) == "1,234,567"
    assert numbers.money(1_299, "USD") == "$12.99"
    assert numbers.money(500, "JPY") == "¥500"
    assert numbers.money(1, "XTR") == "1 Star"
    assert numbers.money(250, "CHF") == "2.50 CHF"
    assert [numbers.distance(meters) for meters in (350, 1_250, 20_000)] == ["350 m", "1.2 km", "20 km"]


@pytest.mark.usefixtures("british")
def test_files() -> None:
    assert [files.size(size) for size in (0, 512, 1_024, 3_565_158, 1_500_000_000)] == [
        "0 B", "512 B", "1 KB", "3.4 MB", "1.4 GB",
    ]  # fmt: skip
    assert files.progress(1_048_576, 2_097_152) == "1 MB of 2 MB"
    assert [files.duration(seconds) for seconds in (7, 205, 3_723)] == ["0:07", "3:25", "1:02:03"]


def test_names() -> None:
    assert names.full_name(None) == "Deleted account"
    assert names.full_name(make_user(5, "Ann\n", " Lee")) == "Ann Lee"
    assert names.full_name(make_user(5, "", "Lee")) == "Lee"
    assert names.joined([]) == ""
    assert names.joined(["A", "B", "C"]) == "A, B and C"
    assert names.joined(list("ABCDEFG")) == "A, B, C and 4 others"
    assert names.isolate("a\u2069b\u202e") == "\u2068ab\u2069"
    assert names.quoted("one two three four five", 9) == "“\u2068one two t…\u2069”"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ann Lee", "AL"), ("ann", "A"), ("Ann von der Lee", "AL"), ("🎉 Party people", "PP"), ("🎉", ""), ("", ""),
        ("«Отдел» кадров", "ОК"), ("山田 太郎", "山太"), ("House 14", "H1"), ("é\u0301te", "É\u0301"), ("ßtraße", "S"),
    ],
)  # fmt: skip
def test_letters_of_an_avatar(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.usefixtures("berlin", "british")
@pytest.mark.parametrize(
    ("status", "text"),
    [
        (td.UserStatusOnline(expires=NOW + 10), "online"),
        (td.UserStatusOnline(expires=NOW - 120), "last seen 2 minutes ago"),
        (td.UserStatusOffline(was_online=NOW - 10), "last seen just now"),
        (td.UserStatusOffline(was_online=NOW - 60), "last seen 1 minute ago"),
        (td.UserStatusOffline(was_online=NOW - 5 * HOUR), "last seen today at 10:30"),
        (td.UserStatusRecently(), "last seen recently"),
        (td.UserStatusEmpty(), "last seen a long time ago"),
    ],
)
def test_when_somebody_was_there(status: td.UserStatus, text: str) -> None:
    assert presence.last_seen(status, NOW) == text


@pytest.mark.usefixtures("british")
def test_how_many_there_are() -> None:
    assert presence.members(1, channel=False) == "1 member"
    assert presence.members(1_204, channel=False, online=12) == "1,204 members, 12 online"
    assert presence.members(12_400, channel=True) == "12,400 subscribers"
    assert presence.members(0, channel=True) == "channel"


def test_what_somebody_is_doing() -> None:
    session = StoreSession()
    sample_chats.fill(session)
    people = People(session)
    ann, bob, noor = (td.MessageSenderUser(user_id=number) for number in (2, 3, 4))
    typing, voice = td.ChatActionTyping(), td.ChatActionRecordingVoiceNote()

    def line(*actions: tuple[td.MessageSender, td.ChatAction], private: bool = False) -> str:
        return names.unisolated(presence.typing(actions, people, private=private))

    assert line((ann, typing), private=True) == "typing…"
    assert line((ann, voice)) == "Ann is recording a voice message…"
    assert line((ann, typing), (bob, voice)) == "Ann and Bob are typing…"
    assert line((ann, typing), (bob, voice), (noor, typing)) == "3 people are typing…"
    assert line((ann, td.ChatActionCancel())) == ""
    for kind in set(members(td.ChatAction)) - {td.ChatActionCancel}:
        assert line((ann, build(kind))).startswith("Ann is ")
        assert line((ann, build(kind)), private=True).endswith("…")
