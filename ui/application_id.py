"""The one name by which a desktop knows Heliograph."""

from __future__ import annotations

APPLICATION_ID = "io.github.heliograph_client.Heliograph"
"""In reverse DNS: the name of the desktop file, of the icons, of the AppStream component, and on D-Bus."""
