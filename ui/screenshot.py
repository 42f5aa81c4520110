"""`--screenshot`: waits until the window shows what was asked for, and draws it into a file."""

from __future__ import annotations

import asyncio
import difflib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

from client.accounts import Accounts
from client.changes import Noun
from client.session import Session
from client.states import Failed, SignedIn
from tdlib import types as td
from ui.options import Options
from ui.refused import Refused
from ui.viewmodels.account_view import AccountView
from ui.viewmodels.tasks import Tasks
from ui.viewmodels.wording.chat_line import saved_messages
from ui.viewmodels.wording.failures import words

PATIENCE = 45.0
"""Seconds the window gets to show what was asked for."""

LOOK_AGAIN = 0.03
"""Seconds between two looks at a condition."""

REST = 0.5
"""Seconds without news of any file after which all that are wanted are here."""

LOADING = 2
"""QQuickImageBase::Loading."""


class ScreenshotFailed(Refused):
    """No picture was drawn."""


@dataclass(frozen=True)
class Shown:
    """What the picture is drawn of.

    Attributes:
        window: the window.
        view: the account that it shows.
        accounts: every account there is.
        tasks: what has been started and goes on.
    """

    window: QQuickWindow
    view: AccountView
    accounts: Accounts
    tasks: Tasks


async def take(shown: Shown, options: Options, path: Path, open_settings: Callable[[], None]) -> None:
    """Waits until the window shows what `options` ask for, and draws it into `path`.

    Arguments:
        shown: what the picture is drawn of.
        options: the command line.
        path: a file whose end names the format.
        open_settings: shows the settings.

    Raises:
        ScreenshotFailed: when what was asked for does not come, or the file can't be written.
    """
    if options.demo and not options.signed_out:
        session = await signed_in(shown.view, lambda: shown.accounts.open.state)
        await open_chat(shown.view, session, shown.tasks, options.chat)
    else:
        await page_shown(shown.view, shown.tasks)
    if options.show:
        open_settings()
        await at_rest(shown.tasks)
    await draw(shown.window, path)


async def draw(window: QQuickWindow, path: Path) -> None:
    """Draws `window` into `path`, when nothing in it is loading any more.

    Raises:
        ScreenshotFailed: when something goes on loading, or the file can't be written.
    """
    await _next_frame(window)
    await _until(lambda: not any(_is_loading(item) for item in _visible(window.contentItem())), "the pictures")
    await _next_frame(window)
    if not window.grabWindow().save(str(path)):
        raise ScreenshotFailed(
            f"The picture can't be written to {path}. Name a file that ends with .png, in a folder of yours."
        )


async def open_chat(view: AccountView, session: Session, tasks: Tasks, name: str) -> None:
    """Opens the chat called `name`, or the first of the list where `name` is empty, and waits for its messages.

    Raises:
        ScreenshotFailed: with code 2 and names like it where there is no such chat.
    """
    everyone = td.ChatListMain()
    await _until(lambda: session.chat_lists.ids(everyone) and tasks.idle, "the list of chats")
    chats = {session.chats.title(chat_id): chat_id for chat_id in reversed(session.chat_lists.ids(everyone))}
    chats |= {saved_messages(): chat_id for chat_id in chats.values() if chat_id == session.me_id}
    assert view.chats is not None
    view.chats.open(_find(chats, name) if name else session.chat_lists.ids(everyone)[0])
    await _until(lambda: tasks.idle and session.connection.is_ready, "the messages")
    await _files_to_rest(session)


async def _files_to_rest(session: Session) -> None:
    """Waits until no file has moved for `REST` seconds: TDLib does not say how many it still wants."""
    moved = time.monotonic()

    def note(changes: object) -> None:
        nonlocal moved
        moved = time.monotonic()

    subscription = session.changes.subscribe(Noun.FILE, note)
    await _until(lambda: time.monotonic() - moved > REST, "the files")
    subscription.close()


def _find(chats: dict[str, int], name: str) -> int:
    for title, chat_id in chats.items():
        if title.casefold() == name.casefold():
            return chat_id
    beginning = [chat_id for title, chat_id in chats.items() if title.casefold().startswith(name.casefold())]
    if len(beginning) == 1:
        return beginning[0]
    # Deleted accounts have no title.
    near = difflib.get_close_matches(name, chats, n=4, cutoff=0.4) or [title for title in chats if title][:4]
    raise ScreenshotFailed(f"There is no chat called {name!r}. Some that there are: {', '.join(near)}.", 2)


async def signed_in(view: AccountView, state: Callable[[], object]) -> Session:
    """Waits for the signed-in session; raises `ScreenshotFailed` with the words of the page "failed" instead."""
    await _until(lambda: view.page in ("chats", "failed"), "the sign-in")
    found = state()
    if isinstance(found, Failed):
        told = words(found.failure)
        raise ScreenshotFailed(f"{told.title}. {told.text}")
    assert isinstance(found, SignedIn)
    return found.session


async def page_shown(view: AccountView, tasks: Tasks) -> None:
    """Waits for the first page that is there to stay, such as the sign-in with its QR code."""
    await _until(lambda: view.page != "starting" and tasks.idle, "the first page")


async def at_rest(tasks: Tasks) -> None:
    """Waits until everything that was started has ended."""
    await _until(lambda: tasks.idle, "what was opened")


async def _next_frame(window: QQuickWindow) -> None:
    """Waits until a frame is drawn in which everything has its place."""
    drawn = asyncio.Event()
    window.frameSwapped.connect(drawn.set)
    window.update()
    await asyncio.wait_for(drawn.wait(), PATIENCE)
    window.frameSwapped.disconnect(drawn.set)


async def _until(condition: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise ScreenshotFailed(f"The picture was not drawn: {what} did not come within {PATIENCE:.0f} seconds.")
        await asyncio.sleep(LOOK_AGAIN)


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible():
        return
    yield item
    for child in item.childItems():
        yield from _visible(child)


def _is_loading(item: QQuickItem) -> bool:
    if not item.inherits("QQuickImageBase"):
        return False
    # WORKAROUND: the type of Image.status has no converter to Python; QML itself can read it.
    expression = QQmlExpression(QQmlEngine.contextForObject(item), item, f"status === {LOADING}")
    return bool(expression.evaluate()[0])
