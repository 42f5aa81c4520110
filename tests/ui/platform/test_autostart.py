"""The file that has the desktop start the programme."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from ui.platform.autostart import autostart, command
from ui.platform.autostart_xdg import XdgAutostart

ID = "org.example.Heliograph"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "autostart" / f"{ID}.desktop"


def test_it_is_turned_on_and_off(file: Path) -> None:
    made = XdgAutostart(ID, ["/usr/bin/heliograph"])
    assert not made.is_on
    assert made.set(True, False)
    assert (made.is_on, made.is_hidden) == (True, False)
    assert "Exec=/usr/bin/heliograph\n" in file.read_text()
    assert made.set(True, True)
    assert (made.is_on, made.is_hidden) == (True, True)
    assert made.set(False, True)
    assert not made.is_on
    assert list(file.parent.iterdir()) == []
    assert made.set(False, False)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_has_turned_off_is_off(file: Path, line: str) -> None:
    made = XdgAutostart(ID, ["/usr/bin/heliograph"])
    made.set(True, False)
    file.write_text(file.read_text().replace("X-GNOME-Autostart-enabled=true", line))
    assert not made.is_on
    made.set(True, False)
    assert made.is_on


def test_awkward_words_are_quoted(file: Path) -> None:
    made = XdgAutostart(ID, ["/opt/my apps/helio", "--profile", '/home/a$b/50% "x"\\y'])
    made.set(True, True)
    line = next(line for line in file.read_text().splitlines() if line.startswith("Exec="))
    assert line == 'Exec="/opt/my apps/helio" --profile "/home/a\\\\$b/50%% \\\\"x\\\\"\\\\\\\\y" --hidden'
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", str(file)], check=True)


def test_a_folder_that_cannot_be_written_is_told(file: Path) -> None:
    file.parent.parent.joinpath("autostart").write_text("in the way")
    made = XdgAutostart(ID, ["/usr/bin/heliograph"])
    assert not made.set(True, False)
    assert not made.is_on


def test_the_command_is_this_programme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("APPIMAGE", raising=False)
    assert Path(command()[0]).is_file()
    monkeypatch.setenv("APPIMAGE", "/opt/Heliograph.AppImage")
    assert command() == ["/opt/Heliograph.AppImage"]


def test_the_command_of_a_bundle_outlives_its_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The archive's installer gives each version a folder, and the command another target."""
    installed = tmp_path / ".local" / "lib" / "heliograph" / "1-1" / "heliograph"
    installed.parent.mkdir(parents=True)
    installed.touch(0o755)
    for name, value in (("PATH", "/usr/bin:/bin"), ("HOME", str(tmp_path))):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("APPIMAGE", raising=False)
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(installed))
    assert command() == [str(installed)]
    lasting = tmp_path / ".local" / "bin" / "heliograph"
    lasting.parent.mkdir()
    lasting.symlink_to(installed)
    assert command() == [str(lasting)]


def test_a_system_without_a_way_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.platform.autostart.sys.platform", "plan9")
    nowhere = autostart(ID, [])
    assert not nowhere.is_possible
    assert not nowhere.set(True, True)
