"""`Options`: the command line of `heliograph`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ui.languages import SYSTEM, languages

Theme = Literal["system", "light", "dark"]

LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
TELEGRAM = re.compile(r"(www\.)?(t\.me|telegram\.(me|dog))/|[A-Za-z0-9_]+\.t\.me(/|$)", re.IGNORECASE)
SIZE = re.compile(r"([1-9][0-9]{1,4})x([1-9][0-9]{1,4})")
SMALLEST = (360, 480)
LARGEST = (7680, 4320)


@dataclass(frozen=True)
class Options:
    """What the command line asks for; every path is absolute."""

    selftest: bool
    demo: bool
    signed_out: bool
    chats: int | None
    messages: int | None
    screenshot: Path | None
    chat: str
    theme: Theme | None
    size: tuple[int, int] | None
    scale: float | None
    tdlib: Path | None
    test_dc: bool
    proxy: str
    profile: Path | None
    log_level: str = "info"
    links: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    hidden: bool = False
    show: str = ""
    language: str = ""


def parse(arguments: Sequence[str]) -> Options:
    """Returns the options in `arguments`; leaves the programme with a sentence and code 2 where they make no sense."""
    parser = _parser()
    found = parser.parse_args(arguments)
    if not found.demo:
        for name in ("signed_out", "chats", "messages"):
            if getattr(found, name):
                parser.error(f"--{name.replace('_', '-')} belongs to the local Telegram: add --demo")
    if found.screenshot is None:
        for name in ("chat", "size", "show"):
            if getattr(found, name):
                parser.error(f"--{name} says what to draw: add --screenshot FILE")
    if found.screenshot is not None and not found.screenshot.absolute().parent.is_dir():
        parser.error(f"--screenshot: there is no folder {found.screenshot.absolute().parent}")
    if found.signed_out and found.chat:
        parser.error("--chat needs somebody who is signed in: leave out --signed-out")
    if found.screenshot is not None and found.handed:
        parser.error("--screenshot opens no link or file: leave one of them out")
    links, files = _sort(parser, found.handed)
    return Options(
        selftest=found.selftest,
        demo=found.demo,
        signed_out=found.signed_out,
        chats=found.chats,
        messages=found.messages,
        screenshot=_absolute(found.screenshot),
        chat=found.chat,
        theme=found.theme,
        size=found.size,
        scale=found.scale,
        tdlib=_absolute(found.tdlib),
        test_dc=found.test_dc,
        proxy=found.proxy,
        profile=_absolute(found.profile),
        log_level=found.log_level,
        links=links,
        files=files,
        hidden=found.hidden,
        show=found.show,
        language=found.language,
    )


def again(given: Sequence[str]) -> list[str]:
    """Returns the command line of a start that takes the place of the one with the command line `given`.

    What was to be opened has been, the window is on the screen, and the settings say what language it speaks.
    """
    handed = set(_parser().parse_args(given).handed)
    options = given[: given.index("--")] if "--" in given else given
    done = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    done.add_argument("--language")
    done.add_argument("--hidden", action="store_true")
    _, others = done.parse_known_args(options)
    return [each for each in others if each not in handed]


def _sort(parser: argparse.ArgumentParser, handed: Sequence[str]) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """Tells the links among what is to be opened from the files, all of which must be there."""
    links: list[str] = []
    files: list[Path] = []
    for each in handed:
        path = _file(each)
        if path.is_file():
            files.append(path.absolute())
        elif not each.lower().startswith("file:") and (LINK.match(each) or TELEGRAM.match(each)):
            links.append(each)
        else:
            parser.error(f"there is no file {each!r}, and it is no link")
    return tuple(links), tuple(files)


def _file(each: str) -> Path:
    """The file that `each` means as a path or, as desktops say it, as an address."""
    if not each.lower().startswith("file:"):
        return Path(each).expanduser()
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return Path(url2pathname(urlsplit(each).path))


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes longer than the rest of the command line."""

    def __call__(self, parser: argparse.ArgumentParser, *ignored: object) -> None:
        from ui.versions import versions

        sys.stdout.writelines(f"{name} {version}\n" for name, version in versions().items())
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="heliograph", description="A desktop messenger for Telegram.", allow_abbrev=False
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="say the versions and leave")
    parser.add_argument("--selftest", action="store_true", help="check this installation, a line each part, and leave")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="keep account and settings in DIR")
    parser.add_argument("--theme", choices=("system", "light", "dark"), help="colours of the window, for this start")
    parser.add_argument(
        "--language", choices=(SYSTEM, *languages()), default="", help="what the window speaks, for this start"
    )
    parser.add_argument("--scale", type=_scale, metavar="FACTOR", help="size of everything, 0.5 to 4, for this start")
    parser.add_argument(
        "--log-level",
        choices=("debug", "info", "warning", "error"),
        default="info",
        help="the least that goes into the log of the profile",
    )
    parser.add_argument(
        "handed", nargs="*", metavar="URL_OR_FILE", help="after --: open a link, or send a file; in the window there is"
    )
    parser.add_argument("--hidden", action="store_true", help="start in the tray, without a window")
    connection = parser.add_argument_group("connection")
    connection.add_argument("--proxy", default="", metavar="URL", help="socks5://, http:// or an MTProto proxy's link")
    connection.add_argument("--tdlib", type=Path, metavar="PATH", help="use this libtdjson")
    connection.add_argument("--test-dc", action="store_true", help="use Telegram's test servers")
    demo = parser.add_argument_group("without Telegram")
    demo.add_argument("--demo", action="store_true", help="start signed in to a local Telegram with sample people")
    demo.add_argument("--signed-out", action="store_true", help="with --demo: start at the sign-in")
    demo.add_argument("--chats", type=_count, metavar="N", help="with --demo: how many chats")
    demo.add_argument("--messages", type=_count, metavar="N", help="with --demo: how many messages in the longest chat")
    picture = parser.add_argument_group("pictures of the window")
    picture.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="draw the window into FILE (PNG), without a display, and leave"
    )
    picture.add_argument("--chat", default="", metavar="NAME", help="with --screenshot: open this chat first")
    picture.add_argument("--show", choices=("settings",), default="", help="with --screenshot: open this over it")
    picture.add_argument(
        "--size", type=_size, metavar="WxH", help="with --screenshot: the window's size, such as 1280x800"
    )
    return parser


def _absolute(path: Path | None) -> Path | None:
    return None if path is None else path.expanduser().absolute()


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 1000000")
    return int(text)


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0.5 to 4")
    return scale


def _size(text: str) -> tuple[int, int]:
    found = SIZE.fullmatch(text)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (SMALLEST[0] <= size[0] <= LARGEST[0] and SMALLEST[1] <= size[1] <= LARGEST[1]):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size from 360x480 to 7680x4320, such as 1280x800")
    return size
