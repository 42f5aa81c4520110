"""The static checks, as tests: what they say is part of the failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGING = sorted(map(str, (ROOT / "packaging").glob("*.py")))
"""Scripts beside each other, in no package: `packaging` is the name of another."""


@pytest.mark.timeout(600)
@pytest.mark.parametrize("command", [["mypy"], ["mypy", *PACKAGING], ["ruff", "check", "--no-cache", "."]])
def test_is_clean(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
