"""What tests of view models share."""

from __future__ import annotations

from tests.ui.viewmodels.locales import american, berlin, british

__all__ = ["american", "berlin", "british"]
