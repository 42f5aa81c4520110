"""The package for Debian and Ubuntu: clean, and installed, started, replaced while it runs, removed and purged."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tdlib.sandbox.sandbox import Sandbox
from tests.helpers.kurigram_client import KurigramClient
from tests.packaging.conftest import made
from tests.packaging.display import Display
from tests.packaging.hands import Hands
from tests.packaging.installed import Installed, tool
from tests.packaging.lived_in import LivedIn
from tests.packaging.scripts import script
from ui.application_id import APPLICATION_ID

pytestmark = pytest.mark.timeout(590)


@pytest.fixture(scope="session")
def package() -> Path:
    return made("heliograph_*.deb")


class System:
    """A system with nothing but dpkg's own records, in a folder.

    Arguments:
        root: the folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "var" / "lib" / "dpkg" / "info").mkdir(parents=True)
        for name in ("status", "available"):
            (root / "var" / "lib" / "dpkg" / name).touch()

    def do(self, *words: str) -> str:
        """Runs dpkg and returns what it says; the libraries it would ask for are those of the real system."""
        rootless = [] if os.getuid() == 0 else [tool("unshare", "util-linux"), "--map-root-user"]
        options = [f"--root={self.root}", f"--log={self.root / 'log'}", "--force-depends", "--force-script-chrootless"]
        command = [*rootless, tool("dpkg", "dpkg"), *options, *words]
        surroundings = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path / "system")


def test_lintian_finds_no_error(package: Path) -> None:
    command = [tool("lintian", "lintian"), "--allow-root", "--fail-on", "error", str(package)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_it_asks_for_what_the_bundle_takes_from_the_system(package: Path) -> None:
    depends = _depends(package)
    asked = {each.split()[0] for each in depends}
    assert {"libc6", "libegl1", "libgl1", "libx11-6", "libfontconfig1"} <= asked
    known = set(script("host_libraries").NEEDED.values())
    assert asked - {"libc6"} <= known


def test_it_asks_for_the_versions_whose_symbols_it_uses(package: Path) -> None:
    """Not for those that the builder happens to have, which would shut other systems out."""
    elf = script("elf")
    files = list(elf.files(made("heliograph")))
    assert f"libc6 (>= {elf.asked(files, 'GLIBC')})" in _depends(package)
    gcc = script("host_libraries").CXX_LIBRARIES[elf.asked(files, "GLIBCXX")]
    assert f"libstdc++6 (>= {gcc})" in _depends(package)


def test_a_life_of_it(
    system: System, package: Path, tmp_path: Path, screen: Display, sandbox: Sandbox, lina: KurigramClient
) -> None:
    system.do("--install", str(package))
    command = Installed(system.root / "usr" / "bin" / "heliograph", tmp_path / "home")
    share = system.root / "usr" / "share"
    assert (share / "applications" / f"{APPLICATION_ID}.desktop").is_file()
    assert (share / "icons" / "hicolor" / "16x16" / "apps" / f"{APPLICATION_ID}.png").is_file()
    newer = _newer(package, tmp_path)
    home = LivedIn(command, screen, sandbox)
    with home.window():
        system.do("--install", str(newer))
        home.check()
    assert command.run("--version").returncode == 0
    with home.window():
        home.go_on(Hands(screen, sandbox, lina))
        system.do("--remove", "heliograph")
    home.check()
    assert not (system.root / "usr" / "bin" / "heliograph").exists()
    kept = home.files()
    told = system.do("--purge", "heliograph")
    assert "~/.local/share/heliograph" in told
    assert home.files() == kept
    assert not (system.root / "usr" / "lib" / "heliograph").exists()


def _depends(package: Path) -> list[str]:
    command = [tool("dpkg-deb", "dpkg"), "--field", str(package), "Depends"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().split(", ")


def _newer(package: Path, folder: Path) -> Path:
    """Makes the next version of a package, which is the same otherwise."""
    tree = folder / "newer"
    subprocess.run([tool("dpkg-deb", "dpkg"), "--raw-extract", str(package), str(tree)], check=True)
    control = tree / "DEBIAN" / "control"
    text = control.read_text()
    version = next(line for line in text.splitlines() if line.startswith("Version: "))
    control.write_text(text.replace(version, f"{version}+next"))
    target = folder / "newer.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(tree), str(target)]
    subprocess.run(command, check=True, capture_output=True)
    shutil.rmtree(tree)
    return target
