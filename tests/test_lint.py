"""The static checks, as tests: what they say is part of the failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.scripts import script

ROOT = Path(__file__).parent.parent
PACKAGING = sorted(map(str, (ROOT / "packaging").glob("*.py")))
"""Scripts beside each other, in no package: `packaging` is the name of another."""


@pytest.mark.timeout(600)
@pytest.mark.parametrize("command", [["mypy"], ["mypy", *PACKAGING], ["ruff", "check", "--no-cache", "."]])
def test_is_clean(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "translations").glob("*.ts")), ids=lambda path: path.stem)
def test_every_sentence_is_translated(path: Path) -> None:
    """Run `make translations` and fill in what is empty in the catalogue; then run it again."""
    translations = script("translations")
    said = {message: forms for message, forms in translations.read(path).items() if all(forms)}
    assert sorted(translations.messages() - said.keys()) == []
    assert sorted(said.keys() - translations.messages()) == []
