"""Whether this start is the first on its profile, or hands over to the one there is. Nothing here takes time."""

from __future__ import annotations

from collections.abc import Mapping

from client.failures import FolderUnusable, InUse
from client.paths import Paths, make_folder
from client.profile_lock import ProfileLock
from ui.options import Options
from ui.platform.single_instance import PATIENCE, Answered, First, Request, Silent, claim


def start_once(
    options: Options, environment: Mapping[str, str], *, hand_over: bool = True, patience: float = PATIENCE
) -> First | Answered | Silent | None:
    """Becomes the first start on the profile, or hands over what the command line opens.

    Arguments:
        options: the command line.
        environment: holds the desktop's leave to come to the front.
        hand_over: whether the first start is asked anything; otherwise its end is waited for.
        patience: seconds it has.

    Returns:
        None where starts have nothing to do with each other (a picture, a demo that is forgotten), or where the
        profile can't be used, which the window then says.
    """
    if options.screenshot is not None or (options.demo and options.profile is None):
        return None
    paths = Paths(options.profile)
    lock = ProfileLock(paths.instance_lock)

    def is_first() -> bool:
        try:
            lock.acquire()
        except InUse:
            return False
        return True

    try:
        make_folder(paths.runtime)
        asked = request(options, environment) if hand_over else None
        return claim(paths.runtime, is_first, lock.release, asked, patience=patience)
    except (OSError, FolderUnusable):
        return None


def request(options: Options, environment: Mapping[str, str]) -> Request:
    """Returns what the first start is asked to do."""
    token = environment.get("XDG_ACTIVATION_TOKEN") or environment.get("DESKTOP_STARTUP_ID", "")
    return Request(options.links, [str(path) for path in options.files], token)


def sentence(process: int) -> str:
    """Returns what is said of a first start that does not answer; `process` is 0 where it is unknown."""
    if process:
        return (
            f"Heliograph is already running with this profile (process {process}), but it does not answer. "
            f"Wait until it does, or end it: kill -KILL {process}"
        )
    return (
        "Heliograph is already running with this profile, but it can't be reached. "
        "Close its window, or name another profile: heliograph --profile DIR"
    )
