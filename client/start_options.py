"""`StartOptions`: how an account starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tdlib import types as td


@dataclass(frozen=True)
class StartOptions:
    """How an account starts.

    Attributes:
        library: absolute path of libtdjson.
        proxy: TDLib connects through it alone; None for a direct connection.
        use_test_dc: whether Telegram's test servers are used.
        api_id: 0 for the one in the settings.
        api_hash: belongs to `api_id`.
    """

    library: Path
    proxy: td.Proxy | None = None
    use_test_dc: bool = False
    api_id: int = 0
    api_hash: str = ""
