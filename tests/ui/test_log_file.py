"""The log: nothing private in it, for nobody else's eyes, and never too long."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.platform import log_file
from ui.platform.log_file import log_to
from ui.platform.redaction import redacted

SECRETS = [
    ("+9996612222", "signing in as {}"),
    ("+49 170 1234567", "number {}"),
    ("9996612222", 'checkAuthenticationCode { phone_number = "{}" }'),
    ("12345", "the code {} was taken"),
    ("12345", '{"@type":"checkAuthenticationCode","code":"{}"}'),
    ("sunlight", '{"@type":"checkAuthenticationPassword","password":"{}"}'),
    ("sunlight", "checkAuthenticationPassword { password = \"{}\" }"),
    ("sunlight", "password: {}"),
    ("dear Vera, it is over", 'sendMessage { text = formattedText { text = "{}" } }'),
    ("dear Vera, it is over", "MessageText(text='{}', entities=[])"),
    ("dear Vera, it is over", "ValueError: can't read '{}'"),
    ("dear Vera, it is over", 'client.failures.Refused: "{}" can not be sent'),
    ("0123456789abcdef0123456789abcdef", "api_hash={}"),
    ("0123456789abcdef0123456789abcdef", "the hash is {}"),
    ("1234567", "api_id={}"),
    ("hush", "proxy socks5://me:{}@host:1080 refused"),
    ("me", "proxy socks5://{}:hush@host:1080 refused"),
    ("dd000102030405060708090a0b0c0d0e0f", "tg://proxy?server=host&port=443&secret={}"),
    ("hush", "https://t.me/socks?server=host&port=1080&user=me&pass={}"),
    ("AbCdEfGh12345678", "https://t.me/+{}"),
    ("110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", "bot {}"),
    ("robin@example.org", "mail to {}"),
    ("-1001234567890", "chat {} is gone"),
    ("A0b1C2d3E4f5G6h7I8j9K0l1M2n3O4p5Q6r7S8t9U0v1", "key {}"),
]


@pytest.mark.parametrize(("secret", "line"), SECRETS)
def test_nothing_private_is_left(secret: str, line: str) -> None:
    assert secret not in redacted(line.replace("{}", secret))


@pytest.mark.parametrize(
    "line",
    [
        "TDLib answered 400 CHAT_WRITE_FORBIDDEN",
        "error code 429, retry after 30",
        '  File "/opt/heliograph/ui/composition.py", line 142, in run',
        "[ 2][t 1][1795271326.510846614][TdDb.cpp:437][#1][!RunOnSchedulerWorker]\tSet PRAGMA user_version = 14",
        "qml: file:///opt/ui/qml/Main.qml:12: ReferenceError: x is not defined",
        "the engine ended with code -11",
    ],
)
def test_what_helps_stays(line: str) -> None:
    assert redacted(line) == line


def test_the_home_folder_has_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.platform.redaction._HOME", "/home/robin")
    assert redacted("settings in /home/robin/.config/heliograph") == "settings in ~/.config/heliograph"


@pytest.fixture
def logger(tmp_path: Path) -> Iterator[logging.Logger]:
    """A logger whose lines go into `tmp_path`."""
    root, before = logging.getLogger(), list(logging.getLogger().handlers)
    level = root.level
    log_to(tmp_path, "debug")
    yield logging.getLogger("test")
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_arguments_and_tracebacks_are_redacted(logger: logging.Logger, tmp_path: Path) -> None:
    try:
        raise ValueError("no such chat: 'dear Vera'")
    except ValueError:
        logger.exception("while %s called", "+9996612222")
    written = (tmp_path / log_file.NAME).read_text()
    assert "dear Vera'" not in written.replace("raise ValueError(\"no such chat: 'dear Vera'\")", "")
    assert "+9996612222" not in written
    assert "Traceback" in written


def test_it_rolls_over_and_stays_private(logger: logging.Logger, tmp_path: Path) -> None:
    for number in range(4 * log_file.MOST_BYTES // 1000):
        logger.debug("%s %s", number, "word " * 200)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == [log_file.NAME, f"{log_file.NAME}.1", f"{log_file.NAME}.2"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert all(file.stat().st_size <= log_file.MOST_BYTES for file in files)


def test_a_log_of_an_earlier_version_becomes_private(tmp_path: Path) -> None:
    old = tmp_path / log_file.NAME
    old.touch()
    old.chmod(0o644)
    root, before = logging.getLogger(), list(logging.getLogger().handlers)
    level = root.level
    log_to(tmp_path, "error")
    assert root.level == logging.ERROR
    (handler,) = [each for each in root.handlers if each not in before]
    root.removeHandler(handler)
    handler.close()
    root.setLevel(level)
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
