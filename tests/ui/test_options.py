"""The command line: every wrong word gets a sentence that names it, and code 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.options import again, parse


def test_a_plain_start_asks_for_nothing() -> None:
    options = parse([])
    assert not options.demo
    assert options.screenshot is None
    assert options.profile is None
    assert options.theme is None


def test_paths_become_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    options = parse(["--profile", "here", "--tdlib", "lib.so"])
    assert options.profile == tmp_path / "here"
    assert options.tdlib == tmp_path / "lib.so"


def test_a_picture_of_the_demo(tmp_path: Path) -> None:
    options = parse(
        ["--demo", "--screenshot", str(tmp_path / "x.png"), "--chat", "Bob", "--size", "900x600", "--scale", "1.5"]
    )
    assert options.size == (900, 600)
    assert options.scale == 1.5
    assert options.chat == "Bob"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--signed-out"], "add --demo"),
        (["--chats", "3"], "add --demo"),
        (["--demo", "--chats", "many"], "'many'"),
        (["--demo", "--messages", "0"], "'0'"),
        (["--chat", "Bob"], "add --screenshot"),
        (["--screenshot", "/no/such/folder/x.png"], "/no/such/folder"),
        (["--demo", "--screenshot", "x.png", "--signed-out", "--chat", "Bob"], "--signed-out"),
        (["--demo", "--screenshot", "x.png", "--size", "10x10"], "'10x10'"),
        (["--scale", "9"], "'9'"),
        (["--scale", "big"], "'big'"),
        (["--theme", "pink"], "'pink'"),
        (["--nonsense"], "--nonsense"),
        (["--log-level", "loud"], "'loud'"),
        (["--", "no-such-file.txt"], "'no-such-file.txt'"),
        (["--", "file:///no/such/file.txt"], "'file:///no/such/file.txt'"),
        (["--screenshot", "x.png", "--", "tg://resolve?domain=x"], "--screenshot opens no link"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_word_is_named(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse(arguments)
    assert left.value.code == 2
    assert said in capsys.readouterr().err


def test_what_follows_two_dashes_is_opened(tmp_path: Path) -> None:
    note, odd = tmp_path / "a note.txt", tmp_path / "tg:odd"
    for path in (note, odd):
        path.touch()
    links = ("tg://resolve?domain=x", "https://t.me/+abc", "t.me/vera", "vera.t.me")
    options = parse(["--theme", "dark", "--", *links, str(note), note.as_uri(), str(odd)])
    assert options.links == links
    assert options.files == (note, note, odd)


def test_a_link_is_no_option() -> None:
    assert parse(["--", "tg://x?--demo"]).demo is False


@pytest.mark.parametrize(
    ("given", "next_time"),
    [
        ([], []),
        (["--profile", "a b", "--theme", "dark"], ["--profile", "a b", "--theme", "dark"]),
        (["--language", "de", "--hidden", "--demo"], ["--demo"]),
        (["--language=de", "--proxy=socks5://h:1", "--", "tg://resolve?domain=bob"], ["--proxy=socks5://h:1"]),
        (["tg://resolve?domain=bob", "--profile", "p"], ["--profile", "p"]),
    ],
)
def test_a_start_in_the_place_of_another_opens_nothing_twice(given: list[str], next_time: list[str]) -> None:
    assert again(given) == next_time
