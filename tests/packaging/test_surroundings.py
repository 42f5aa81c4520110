"""The bundle where much of what a desktop has is missing, and where people speak other languages."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.packaging.display import Display
from tests.packaging.installed import API, Installed, runs_engine, tool, until

pytestmark = pytest.mark.timeout(400)

BUSES = ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS")

NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>
"""

SURROUNDINGS: dict[str, dict[str, str]] = {
    "bare": {},
    "no message bus": dict.fromkeys(BUSES, "unix:path=/nowhere"),
    "no graphics card": {"LIBGL_ALWAYS_SOFTWARE": "1", "QT_QUICK_BACKEND": ""},
    "no sound": {"PULSE_SERVER": "unix:/nowhere", "ALSA_CONFIG_PATH": "/nowhere"},
    "locale C": {"LANG": "C", "LC_ALL": "C"},
    "another Python": {"PYTHONHOME": "/nowhere", "PYTHONPATH": "/nowhere", "PYTHONSTARTUP": "/nowhere"},
    "another Qt": {"QT_PLUGIN_PATH": "/nowhere", "QML2_IMPORT_PATH": "/nowhere", "QT_QPA_PLATFORMTHEME": "nonsense"},
}


@pytest.mark.parametrize("missing", SURROUNDINGS)
def test_a_window_opens_and_closes(bundle: Installed, screen: Display, missing: str) -> None:
    with bundle.started(around={"DISPLAY": screen.name, **API, **SURROUNDINGS[missing]}) as process:
        screen.wait_for_window()
        assert process.poll() is None
    assert "Traceback" not in bundle.log()


def test_with_a_graphics_driver_that_draws_nothing(bundle: Installed, screen: Display) -> None:
    """As after half an update of it, or on a display far away."""
    broken = {"QT_QUICK_BACKEND": "", "QT_XCB_GL_INTEGRATION": "none"}
    with bundle.started(around={"DISPLAY": screen.name, **API, **broken}) as process:
        surroundings = Path(f"/proc/{process.pid}/environ")
        until(lambda: b"QT_QUICK_BACKEND=software" in surroundings.read_bytes(), "a start without it")
        screen.wait_for_window()
        until(lambda: runs_engine(process.pid), "an engine")
    assert not list(bundle.home.rglob("crash*.txt")), "a report of it"


@pytest.mark.parametrize("language", ["tr_TR", "ar_EG"])
def test_a_window_in_another_language(bundle: Installed, screen: Display, language: str, tmp_path: Path) -> None:
    """Turkish has another capital of i, Arabic runs the other way and has digits of its own."""
    assert Path("/usr/share/i18n/locales", language).is_file(), "no locales here: sudo apt install locales"
    name = f"{language}.UTF-8"
    command = [tool("localedef", "libc-bin"), "-i", language, "-f", "UTF-8", str(tmp_path / name)]
    subprocess.run(command, check=True)
    around = {"DISPLAY": screen.name, "LOCPATH": str(tmp_path), "LC_ALL": name, "LANG": name, **API}
    with bundle.started(around=around):
        screen.wait_for_window()
        until(lambda: list(bundle.home.rglob("database.key")), "the account")
    done = bundle.run("--selftest", around=around)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "Traceback" not in bundle.log()


def test_without_any_font(bundle: Installed, screen: Display, tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(NO_FONTS.format(folder=tmp_path / "fonts"))
    picture = tmp_path / "window.png"
    done = bundle.run("--demo", "--screenshot", str(picture), around={"FONTCONFIG_FILE": str(configuration)})
    assert done.returncode == 0
    assert picture.is_file()
    assert "Traceback" not in done.stderr + bundle.log()


def test_without_a_folder_to_write_to(bundle: Installed, screen: Display, tmp_path: Path) -> None:
    """The window says so, and the programme ends properly; it must not need what it can't have."""
    locked = tmp_path / "locked"
    (locked / "home").mkdir(parents=True)
    (locked / "home").chmod(0o555)
    somebody = Installed(bundle.executable, locked / "home")
    with somebody.started(before=_powerless(), around={"DISPLAY": screen.name, **API}):
        screen.wait_for_window()
    (locked / "home").chmod(0o755)
    assert list((locked / "home").iterdir()) == []


@pytest.mark.parametrize("mode", [0o000, 0o500])
def test_a_profile_that_its_owner_has_closed(bundle: Installed, screen: Display, tmp_path: Path, mode: int) -> None:
    """The window says so, and the folder is left as it is."""
    profile = tmp_path / "profile"
    profile.mkdir()
    profile.chmod(mode)
    with bundle.started("--profile", str(profile), before=_powerless(), around={"DISPLAY": screen.name, **API}):
        screen.wait_for_window()
    left = profile.stat().st_mode & 0o777
    profile.chmod(0o700)
    assert (left, list(profile.iterdir())) == (mode, [])


def test_without_a_display(bundle: Installed) -> None:
    done = bundle.run()
    assert done.returncode == 1
    assert done.stderr.startswith("heliograph: There is no display")


def _powerless() -> tuple[str, ...]:
    """Returns what takes root's powers over files from a command."""
    found = shutil.which("setpriv")
    return (found, "--bounding-set=-all", "--inh-caps=-all") if os.getuid() == 0 and found is not None else ()
