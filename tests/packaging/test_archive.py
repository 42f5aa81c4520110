"""The archive with an installer for one person: unpacked, installed, started, replaced while it runs, removed."""

from __future__ import annotations

import os
import shlex
import subprocess
import tarfile
from pathlib import Path

import pytest

from tdlib.sandbox.sandbox import Sandbox
from tests.helpers.kurigram_client import KurigramClient
from tests.packaging.conftest import made
from tests.packaging.display import Display
from tests.packaging.hands import Hands
from tests.packaging.installed import Installed, tool
from tests.packaging.lived_in import LivedIn
from ui.application_id import APPLICATION_ID
from ui.platform.autostart_xdg import XdgAutostart

pytestmark = pytest.mark.timeout(590)


class Person:
    """Somebody with a home that has been unpacked into, whose name is not an easy one.

    Arguments:
        home: the home folder.
        archive: what was downloaded.
    """

    def __init__(self, home: Path, archive: Path) -> None:
        self.home = home
        self.unpacked = home / "Downloads" / archive.name.removesuffix(".tar.gz")
        self.unpacked.parent.mkdir(parents=True)
        with tarfile.open(archive) as file:
            file.extractall(self.unpacked.parent, filter="data")
        self.command = Installed(home / ".local" / "bin" / "heliograph", home)
        self.entry = home / ".local" / "share" / "applications" / f"{APPLICATION_ID}.desktop"

    def install(self, *options: str) -> str:
        """Runs the installer and returns what it says."""
        done = subprocess.run(
            [str(self.unpacked / "install.sh"), *options],
            env={"HOME": str(self.home), "PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    def programs(self) -> list[str]:
        """Returns the names of the folders with installed bundles."""
        folder = self.home / ".local" / "lib" / "heliograph"
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path / "Zoë & co", made("heliograph-*.tar.gz"))


def test_a_life_of_it(
    person: Person, screen: Display, sandbox: Sandbox, lina: KurigramClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert str(person.command.executable) in person.install()
    first = person.programs()
    _check_entry(person)
    home = LivedIn(person.command, screen, sandbox)
    with home.window():
        person.install()
        # What runs keeps the files that it was started from.
        assert len(person.programs()) == 2
        assert set(first) < set(person.programs())
        home.check()
    person.install()
    assert len(person.programs()) == 1
    assert person.programs() != first
    with home.window():
        home.go_on(Hands(screen, sandbox, lina))
    kept = home.files()
    autostart = XdgAutostart(APPLICATION_ID, [str(person.command.executable)])
    monkeypatch.setenv("XDG_CONFIG_HOME", str(person.home / ".config"))
    assert autostart.set(True, hidden=True)
    told = person.install("--purge")
    assert not autostart.is_on
    assert f"left: {person.home / '.local' / 'share' / 'heliograph'}" in told
    assert home.files() == kept
    assert person.programs() == []
    assert not person.command.executable.exists()
    assert [path for path in person.home.rglob(f"{APPLICATION_ID}*") if "Downloads" not in path.parts] == []


def _check_entry(person: Person) -> None:
    validator = tool("desktop-file-validate", "desktop-file-utils")
    subprocess.run([validator, str(person.entry)], check=True)
    line = next(line for line in person.entry.read_text().splitlines() if line.startswith("Exec="))
    assert shlex.split(line.removeprefix("Exec=")) == [str(person.command.executable), "--", "%u"]
    icon = person.home / ".local" / "share" / "icons" / "hicolor" / "48x48" / "apps" / f"{APPLICATION_ID}.png"
    assert icon.is_file()
