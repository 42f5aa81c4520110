"""The bundle at a place that is hard to find, and a display."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtGui import QGuiApplication

from tdlib.sandbox.sandbox import Sandbox
from tests.helpers.kurigram_client import KurigramClient
from tests.packaging.display import Display, display
from tests.packaging.installed import Installed
from tests.packaging.scripts import DIST


def made(pattern: str) -> Path:
    """Returns the one file or folder in dist that `make packages` has made by that name."""
    found = sorted(DIST.glob(pattern))
    if len(found) != 1:
        pytest.fail(f"dist has {len(found)} of {pattern}, not one; `make test-bundle` makes it")
    return found[0]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """What is drawn here needs no widgets."""
    return QGuiApplication


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the bundle in a folder with a space and a letter beyond ASCII."""
    place = tmp_path_factory.mktemp("some where ü") / "heliograph"
    shutil.copytree(made("heliograph"), place, symlinks=True)
    return place


@pytest.fixture
def bundle(folder: Path, tmp_path: Path) -> Installed:
    """The copy, with a fresh home."""
    return Installed(folder / "heliograph", tmp_path / "home")


@pytest.fixture
def screen() -> Iterator[Display]:
    with display() as running:
        yield running


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def lina(sandbox: Sandbox) -> Iterator[KurigramClient]:
    """The other person, signed in."""
    with KurigramClient(sandbox.address) as client:
        client.sign_in(sandbox.user("Lina Hale").phone, sandbox.code)
        yield client
