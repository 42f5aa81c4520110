"""Where api_id and api_hash come from: the environment, the settings, or a packager's file; the demo needs none."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from client.settings import Settings
from ui.startup import StartRefused

BUILT_IN = Path(__file__).parents[1] / "resources" / "api.json"
"""A packager may put {"api_id": 1234567, "api_hash": "…"} here; the repository has none."""

HASH = re.compile(r"[0-9a-fA-F]{32}")


@dataclass(frozen=True)
class ApiCredentials:
    """The pair that names a programme to Telegram; 0 and "" where there is none yet."""

    api_id: int = 0
    api_hash: str = ""


DEMO = ApiCredentials(1, "0" * 32)
"""What the local Telegram is told; it takes any."""


def find(environment: Mapping[str, str], settings: Settings, built_in: Path = BUILT_IN) -> ApiCredentials:
    """Returns the first pair there is, in the order environment, settings, packager's file.

    Raises:
        StartRefused: when the environment has only half of the pair or a malformed one.
    """
    given = environment.get("HELIOGRAPH_API_ID", "").strip(), environment.get("HELIOGRAPH_API_HASH", "").strip()
    if any(given):
        return _checked(*given)
    if settings.api_id and settings.api_hash:
        return ApiCredentials(settings.api_id, settings.api_hash)
    if built_in.is_file():
        values = json.loads(built_in.read_text(encoding="utf-8"))
        return ApiCredentials(int(values["api_id"]), str(values["api_hash"]))
    return ApiCredentials()


def _checked(api_id: str, api_hash: str) -> ApiCredentials:
    if not (api_id.isdecimal() and 0 < int(api_id) < 2**31):
        raise StartRefused(
            "HELIOGRAPH_API_ID must be the number that my.telegram.org shows as api_id. "
            "Set it together with HELIOGRAPH_API_HASH, or unset both and type them into the window."
        )
    if not HASH.fullmatch(api_hash):
        raise StartRefused(
            "HELIOGRAPH_API_HASH must be the 32 signs that my.telegram.org shows as api_hash. "
            "Set it together with HELIOGRAPH_API_ID, or unset both and type them into the window."
        )
    return ApiCredentials(int(api_id), api_hash.lower())
