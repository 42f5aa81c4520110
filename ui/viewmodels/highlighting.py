"""`Highlighter`: colours the code in messages, beside the drawing; what is too long or unknown stays plain."""

from __future__ import annotations

import asyncio
import html
from collections import OrderedDict

from PySide6.QtCore import QObject, Signal

from ui.viewmodels.tasks import Tasks

LONGEST = 4_000
"""Letters of code that are coloured at most: a lexer is regular expressions, and code is somebody else's text."""

_NAMES = """
bash c c# c++ clojure cmake cpp cs csharp css dart diff docker dockerfile elixir erlang go golang graphql groovy haskell
html ini java javascript js json jsx julia kotlin latex less lua make makefile matlab nginx nim nix objective-c objc
ocaml perl php powershell proto protobuf py python qml r rb ruby rs rust scala scss sh shell sql swift tex toml ts tsx
typescript vim xml yaml yml zig zsh
"""

LANGUAGES = frozenset(_NAMES.split())
"""Languages that are coloured, by the names people give them: not every lexer there is has been tried by many."""

KEPT = 200
"""Pieces of code that are remembered."""


class Highlighter(QObject):
    """Knows coloured code by its language and text.

    Arguments:
        tasks: runs the lexers.
    """

    # The language and text of a piece whose markup is there now.
    ready = Signal(str, str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._known: OrderedDict[tuple[str, str], str] = OrderedDict()

    def markup(self, language: str, code: str) -> str:
        """Returns our own markup for `code`; empty where there is none, or none yet, which `ready` tells."""
        language = language.lower()
        if language not in LANGUAGES or len(code) > LONGEST:
            return ""
        known = self._known.get((language, code))
        if known is not None:
            return known
        self._known[language, code] = ""
        if len(self._known) > KEPT:
            self._known.popitem(last=False)
        self._tasks.start(self._colour(language, code), on_error=lambda error: None)
        return ""

    async def _colour(self, language: str, code: str) -> None:
        markup = await asyncio.to_thread(coloured, language, code)
        if markup:
            self._known[language, code] = markup
            self.ready.emit(language, code)


def coloured(language: str, code: str) -> str:
    """Returns `code` as markup whose classes `qml/Content/TextStyle.qml` colours; empty for what can't be."""
    # Imported at the first piece of code: it costs a start nothing.
    from pygments import lex
    from pygments.lexers import get_lexer_by_name
    from pygments.token import Token, is_token_subtype
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return ""
    classes = (
        (Token.Comment, "m"),
        (Token.Keyword, "k"),
        (Token.Operator.Word, "k"),
        (Token.Literal.String, "q"),
        (Token.Literal.Number, "n"),
        (Token.Name.Function, "f"),
        (Token.Name.Class, "f"),
        (Token.Name.Tag, "k"),
        (Token.Name.Attribute, "f"),
    )
    tokens = list(lex(code, lexer))
    # A lexer drops some letters, such as a mark of the byte order: then the code is shown as it was written.
    if "".join(text for _, text in tokens) != code:
        return ""
    parts = []
    for kind, text in tokens:
        name = next((name for family, name in classes if is_token_subtype(kind, family)), "")
        words = _escaped(text)
        parts.append(f'<span class="{name}">{words}</span>' if name else words)
    return "".join(parts)


def _escaped(text: str) -> str:
    # All spaces are kept: a token may begin or end with some.
    return html.escape(text).replace(" ", "&nbsp;").replace("\n", "<br>")
