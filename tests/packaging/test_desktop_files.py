"""What a desktop reads about Heliograph: one id in all of it, and nothing that validators refuse."""

from __future__ import annotations

import configparser
import subprocess
import xml.etree.ElementTree as ElementTree
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from tests.packaging.installed import tool
from tests.packaging.scripts import PACKAGING, script
from ui.application_id import APPLICATION_ID
from ui.options import parse

LINUX = PACKAGING / "linux"
DESKTOP = LINUX / f"{APPLICATION_ID}.desktop"
METAINFO = LINUX / f"{APPLICATION_ID}.metainfo.xml"


class DesktopEntry(configparser.ConfigParser):
    """Keys as they are written."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


@pytest.fixture
def entry() -> configparser.ConfigParser:
    parser = DesktopEntry(interpolation=None)
    parser.read(DESKTOP, encoding="utf-8")
    return parser


def test_the_desktop_file_is_valid() -> None:
    command = [tool("desktop-file-validate", "desktop-file-utils"), "--no-hints", str(DESKTOP)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_metainfo_is_valid() -> None:
    command = [tool("appstreamcli", "appstream"), "validate", "--no-net", str(METAINFO)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_one_id_is_used_everywhere(entry: configparser.ConfigParser) -> None:
    component = ElementTree.parse(METAINFO).getroot()
    assert component.findtext("id") == APPLICATION_ID
    assert component.findtext("launchable") == f"{APPLICATION_ID}.desktop"
    assert entry["Desktop Entry"]["Icon"] == APPLICATION_ID
    for name in ("linux/install.sh", "windows/heliograph.iss"):
        assert APPLICATION_ID in (PACKAGING / name).read_text(encoding="utf-8")


def test_the_newest_release_is_this_version() -> None:
    component = ElementTree.parse(METAINFO).getroot()
    newest = component.find("releases/release")
    assert newest is not None
    assert newest.get("version") == metadata.version("heliograph")


def test_links_are_opened_and_never_taken_for_options(entry: configparser.ConfigParser) -> None:
    main = entry["Desktop Entry"]
    assert main["MimeType"] == "x-scheme-handler/tg;"
    command, *arguments = main["Exec"].split()
    assert (command, arguments) == ("heliograph", ["--", "%u"])
    assert parse(["--", "tg://resolve?domain=bob"]).links == ("tg://resolve?domain=bob",)
    assert parse(["--"]).links == ()


def test_every_action_is_a_command_line(entry: configparser.ConfigParser) -> None:
    for action in entry["Desktop Entry"]["Actions"].strip(";").split(";"):
        command, *arguments = entry[f"Desktop Action {action}"]["Exec"].split()
        assert command == "heliograph"
        parse(arguments)


def test_the_name_is_our_own(entry: configparser.ConfigParser) -> None:
    assert "telegram" not in entry["Desktop Entry"]["Name"].casefold()
    assert "telegram" not in APPLICATION_ID.casefold()


def test_the_icon_in_every_size(qapp: QGuiApplication, tmp_path: Path) -> None:
    icons = script("icons")
    icons.draw_all(tmp_path, APPLICATION_ID)
    for side in icons.SIZES:
        picture = QImage(str(tmp_path / "hicolor" / f"{side}x{side}" / "apps" / f"{APPLICATION_ID}.png"))
        assert (picture.width(), picture.height()) == (side, side)
        assert picture.pixelColor(0, side - 1).alpha() == 0
        assert picture.pixelColor(side * 2 // 5, side * 3 // 5).alpha() == 255
    for name in ("scalable/apps/{}.svg", "symbolic/apps/{}-symbolic.svg"):
        assert (tmp_path / "hicolor" / name.format(APPLICATION_ID)).is_file()
    assert (tmp_path / "heliograph.ico").read_bytes()[:4] == b"\0\0\1\0"
    assert (tmp_path / "heliograph.icns").read_bytes()[:4] == b"icns"
