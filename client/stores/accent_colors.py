"""`AccentColors`: the colours names and replies are drawn in, beyond the seven built in."""

from __future__ import annotations

from client.changes import Changes, Noun
from tdlib import types as td


class AccentColors:
    """Colours by id; Noun.ACCENT_COLORS.

    Attributes:
        available_ids: the ids a person can choose, in order.
        available_profile_ids: the same for profiles.
    """

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._colors: dict[int, td.AccentColor] = {}
        self._profile_colors: dict[int, td.ProfileAccentColor] = {}
        self.available_ids: list[int] = []
        self.available_profile_ids: list[int] = []

    def get(self, color_id: int) -> td.AccentColor | None:
        """Returns a colour, None for the seven built-in ones (ids 0–6) and unknown ones."""
        return self._colors.get(color_id)

    def profile(self, color_id: int) -> td.ProfileAccentColor | None:
        """Returns a colour of profiles."""
        return self._profile_colors.get(color_id)

    def on_colors(self, update: td.UpdateAccentColors) -> None:
        self._colors = {color.id: color for color in update.colors}
        self.available_ids = update.available_accent_color_ids
        self._changes.record(Noun.ACCENT_COLORS, None, "colors")

    def on_profile_colors(self, update: td.UpdateProfileAccentColors) -> None:
        self._profile_colors = {color.id: color for color in update.colors}
        self.available_profile_ids = update.available_accent_color_ids
        self._changes.record(Noun.ACCENT_COLORS, None, "profile_colors")
