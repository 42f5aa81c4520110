"""The trusting copy of libtdjson: the real library, but it trusts the sandbox and knows only loopback addresses."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import platformdirs

from tdlib.library import library_path
from tdlib.sandbox.wire.rsa_key import PUBLIC_PEM

PEM_HEAD = b"-----BEGIN RSA PUBLIC KEY-----\n"
TRUSTED_KEYS = {
    "the key of the test servers": PEM_HEAD + b"MIIBCgKCAQEAyMEdY1aR+sCR3ZSJrtzt",
    "the key of the main servers": PEM_HEAD + b"MIIBCgKCAQEA6LszBcC1LGzyr992NzE0",
}
ADDRESSES = (
    b"149.154.175.10",
    b"149.154.167.40",
    b"149.154.175.117",
    b"149.154.175.50",
    b"149.154.167.51",
    b"149.154.175.100",
    b"149.154.167.91",
    b"149.154.171.5",
    b"95.161.76.100",
    b"2001:b28:f23d:f001::e",
    b"2001:67c:4e8:f002::e",
    b"2001:b28:f23d:f003::e",
    b"2001:b28:f23d:f001::a",
    b"2001:67c:4e8:f002::a",
    b"2001:b28:f23d:f003::a",
    b"2001:67c:4e8:f004::a",
    b"2001:b28:f23f:f005::a",
)
"""Where TDLib looks for servers."""
HOSTS = (
    b"dns.google",
    b"mozilla.cloudflare-dns.com",
    b"reserve-5a846.firebaseio.com",
    b"firebaseremoteconfig.googleapis.com",
    b"software-download.microsoft.com",
    b"www.google.com",
)
"""Where TDLib asks for other addresses of servers when none answers: every host that it resolves by name."""


class LibraryMismatch(Exception):
    """A libtdjson in which something that must be replaced is not found: another TDLib than 1.8.66.

    Attributes:
        missing: what was looked for, in words.
    """

    def __init__(self, missing: list[str]) -> None:
        super().__init__(
            f"this libtdjson is not the one that the sandbox knows (of python-telegram 2.0.0): "
            f"{', '.join(missing)} not found in it"
        )
        self.missing = missing


def trusting_library(cache: Path | None = None, source: Path | None = None) -> Path:
    """Returns the path of a libtdjson that signs in to the sandbox and can reach nothing but loopback.

    The copy is made once per library and key, and kept.

    Arguments:
        cache: the folder for the copy; the user's cache folder by default.
        source: the library to copy; the installed python-telegram's by default.

    Raises:
        LibraryMismatch: when `source` lacks a key or an address that must be replaced.
        LibraryError: when no `source` is given and the installed python-telegram carries none.
    """
    original = source or library_path()
    folder = cache or platformdirs.user_cache_path("heliograph") / "sandbox"
    target = folder / f"libtdjson-{_identity(original)}{original.suffix}"
    if target.is_file():
        return target
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(target, trusting(original.read_bytes()))
    return target


def trusting(library: bytes) -> bytes:
    """Returns the bytes of `library` with keys, addresses and hosts replaced, each by as many bytes."""
    missing: list[str] = []
    data = bytearray(library)
    for name, start in TRUSTED_KEYS.items():
        if not _replace_key(data, start):
            missing.append(name)
    for text in sorted((*ADDRESSES, *HOSTS), key=len, reverse=True):
        if text not in data:
            missing.append(text.decode())
        data = data.replace(text, loopback(text))
    if missing:
        raise LibraryMismatch(missing)
    return bytes(data)


def loopback(text: bytes) -> bytes:
    """Returns a loopback address with as many bytes as `text`, which is an address or a host name.

    A host becomes a literal address, because a name that does not exist would still be asked of the system's resolver.
    """
    if b":" in text:
        groups = b"0:0:0:0:0:0:0:1"
        spare = len(text) - len(groups)
        widths = [1 + min(3, max(0, spare - 3 * index)) for index in range(8)]
        return b":".join(digit.rjust(width, b"0") for digit, width in zip(groups.split(b":"), widths, strict=True))
    if text.startswith(b"149."):
        return b"127." + text[4:]
    if text.startswith(b"95.161."):
        return b"127.61." + text[7:]
    return b"127.0.0." + b"1".rjust(len(text) - len(b"127.0.0."), b"0")


def _replace_key(data: bytearray, start: bytes) -> bool:
    key = PUBLIC_PEM.encode()
    position = data.find(start)
    if position < 0 or data[position + len(key)] != 0:
        return False
    data[position : position + len(key)] = key
    return True


def _identity(original: Path) -> str:
    """Names the copy by everything that it depends on: the library, the key, and this module's replacements."""
    digest = hashlib.sha256(PUBLIC_PEM.encode())
    digest.update(b"\0".join((*ADDRESSES, *HOSTS, *map(loopback, (*ADDRESSES, *HOSTS)))))
    with original.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:16]


def _write(target: Path, data: bytes) -> None:
    """Puts the file in place at once: two processes may make the copy at the same time."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".libtdjson-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.chmod(0o700)
        _sign(temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _sign(path: Path) -> None:
    """WORKAROUND: macOS loads no changed library until it is signed anew; an ad hoc signature is enough."""
    codesign = shutil.which("codesign") if sys.platform == "darwin" else None
    if codesign is not None:
        subprocess.run([codesign, "--force", "--sign", "-", str(path)], check=True, capture_output=True)
