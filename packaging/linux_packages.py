"""The bundle as a package for Debian and Ubuntu, and as an archive with an installer for one user.

python linux_packages.py BUNDLE TARGET      makes TARGET/heliograph_VERSION_ARCHITECTURE.deb and …-linux-….tar.gz
"""

from __future__ import annotations

import gzip
import os
import platform
import shutil
import stat
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

import elf
import host_libraries
import icons

from ui.application_id import APPLICATION_ID

HERE = Path(__file__).parent
LINUX = HERE / "linux"
ROOT = HERE.parent

ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
"""Debian's names for what `uname` calls them."""

RECOMMENDED = ("fonts-noto-core", "fonts-noto-color-emoji", "xdg-utils")
"""Every script and emoji, and what opens a link."""

SUGGESTED = ("fonts-noto-cjk",)

CONTROL = """\
Package: heliograph
Version: {version}
Architecture: {architecture}
Maintainer: The Heliograph authors <heliograph@users.noreply.invalid>
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Suggests: {suggests}
Section: net
Priority: optional
Homepage: https://heliograph-client.github.io/
Description: desktop messenger for Telegram, for keyboard and screen reader too
 Heliograph is an unofficial client for Telegram that starts quickly and is
 light on memory. It uses the Telegram API through TDLib.
 .
 The package carries its own Python, Qt and TDLib.
"""

CHANGELOG = """\
heliograph ({version}) unstable; urgency=medium

  * What is new stands in the AppStream metadata.

 -- The Heliograph authors <heliograph@users.noreply.invalid>  {date}
"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Heliograph
Comment: The licences of everything that the package carries beside Heliograph
 itself are in /usr/lib/heliograph/_internal/resources/licences.json.

Files: *
Copyright: 2026 The Heliograph authors
License: GPL-3+
 This package is free software; you can redistribute it and/or modify it under
 the terms of the GNU General Public License as published by the Free Software
 Foundation; either version 3 of the License, or (at your option) any later
 version.
 .
 On Debian systems, the complete text of the GNU General Public License can be
 found in /usr/share/common-licenses/GPL-3.
"""


def debian_package(bundle: Path, target: Path) -> Path:
    """Makes the .deb of `bundle` in the folder `target` and returns it."""
    version, architecture = metadata.version("heliograph"), ARCHITECTURES[platform.machine()]
    package = target / f"heliograph_{version}_{architecture}.deb"
    with _scratch() as tree:
        _copy_bundle(bundle, tree / "usr" / "lib" / "heliograph")
        (tree / "usr" / "bin").mkdir(parents=True)
        (tree / "usr" / "bin" / "heliograph").symlink_to("../lib/heliograph/heliograph")
        _share(tree / "usr" / "share")
        _document(tree / "usr" / "share", version)
        _describe(tree, version, architecture)
        _settle_modes(tree)
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z2", "--build", str(tree), str(package)]
        subprocess.run(command, check=True, capture_output=True)
    return package


def archive(bundle: Path, target: Path) -> Path:
    """Makes the archive of `bundle` in the folder `target` and returns it."""
    version = metadata.version("heliograph")
    name = f"heliograph-{version}-linux-{platform.machine()}"
    path = target / f"{name}.tar.gz"
    with _scratch() as tree:
        top = tree / name
        _copy_bundle(bundle, top / "heliograph")
        _share(top / "share")
        _copy_script(LINUX / "install.sh", top)
        shutil.copyfile(ROOT / "LICENSE", top / "LICENSE")
        (top / "VERSION").write_text(f"{version}\n", encoding="utf-8")
        _settle_modes(tree)
        with tarfile.open(path, "w:gz", compresslevel=6) as file:
            file.add(top, name, filter=_of_nobody)
    return path


def _copy_bundle(bundle: Path, target: Path) -> None:
    shutil.copytree(bundle, target, symlinks=True)


def _share(share: Path) -> None:
    """What desktops look for: the entry in the menu, the icon, the description for software centres."""
    for kind, folder in (("desktop", "applications"), ("metainfo.xml", "metainfo")):
        (share / folder).mkdir(parents=True)
        name = f"{APPLICATION_ID}.{kind}"
        shutil.copyfile(LINUX / name, share / folder / name)
    with tempfile.TemporaryDirectory() as drawn:
        icons.draw_all(Path(drawn), APPLICATION_ID)
        shutil.copytree(Path(drawn) / "hicolor", share / "icons" / "hicolor")


def _document(share: Path, version: str) -> None:
    documents = share / "doc" / "heliograph"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(COPYRIGHT, encoding="utf-8")
    date = subprocess.run(
        ["date", "-u", "-R", "-d", f"@{epoch()}"], capture_output=True, text=True, check=True, env={"LC_ALL": "C"}
    ).stdout.strip()
    _compress(CHANGELOG.format(version=version, date=date), documents / "changelog.gz")
    (share / "man" / "man1").mkdir(parents=True)
    _compress((LINUX / "heliograph.1").read_text(encoding="utf-8"), share / "man" / "man1" / "heliograph.1.gz")
    (share / "lintian" / "overrides").mkdir(parents=True)
    shutil.copyfile(LINUX / "lintian-overrides", share / "lintian" / "overrides" / "heliograph")


def _describe(tree: Path, version: str, architecture: str) -> None:
    files = list(elf.files(tree))
    linked = {name for path in files for name in elf.links(path)}
    needed = {package for name, package in host_libraries.NEEDED.items() if name in linked}
    optional = {package for name, package in host_libraries.OPTIONAL.items() if name in linked}
    oldest = {
        "libc6": elf.asked(files, "GLIBC"),
        "libstdc++6": host_libraries.CXX_LIBRARIES.get(elf.asked(files, "GLIBCXX")),
    }
    depends = [f"{name} (>= {oldest[name]})" if oldest.get(name) else name for name in ("libc6", *sorted(needed))]
    size = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    folder = tree / "DEBIAN"
    folder.mkdir()
    control = CONTROL.format(
        version=version,
        architecture=architecture,
        size=size,
        depends=", ".join(depends),
        recommends=", ".join(sorted({*RECOMMENDED, *optional})),
        suggests=", ".join(SUGGESTED),
    )
    (folder / "control").write_text(control, encoding="utf-8")
    _copy_script(LINUX / "postrm", folder)


def _copy_script(script: Path, folder: Path) -> None:
    shutil.copyfile(script, folder / script.name)
    (folder / script.name).chmod(0o755)


def _settle_modes(tree: Path) -> None:
    """Gives everything the modes and dates of an installed package, whatever the builder's umask is."""
    date = epoch()
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            is_executable = path.is_dir() or (path.stat().st_mode & stat.S_IXUSR and ".so" not in path.name)
            path.chmod(0o755 if is_executable else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)


def _compress(text: str, path: Path) -> None:
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=epoch()))


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def epoch(screens: Path = ROOT / "ui" / "qml") -> int:
    """Returns the date of everything that is made: the commit's where the build names it, else the newest screen's.

    Qt keeps compiled screens in the person's cache and knows by their dates which are of the version before.
    """
    named = os.environ.get("SOURCE_DATE_EPOCH")
    return int(named) if named else int(max(path.stat().st_mtime for path in screens.rglob("*.qml")))


@contextmanager
def _scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="heliograph-package-") as folder:
        yield Path(folder) / "tree"


if __name__ == "__main__":
    for make in (debian_package, archive):
        sys.stdout.write(f"{make(Path(sys.argv[1]), Path(sys.argv[2]))}\n")
