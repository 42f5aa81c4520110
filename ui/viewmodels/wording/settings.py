"""Sentences of the settings that Python builds."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording import files, names, times
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Settings")
plural = plurals("Settings")


def kept(statistics: td.StorageStatisticsFast) -> str:
    """Returns how much is kept on the disk."""
    count = plural("%n file", "%n files", statistics.file_count)
    return tr("{size} in {files}, {database} of messages and lists").format(
        size=files.size(statistics.files_size), files=count, database=files.size(statistics.database_size)
    )


def cleared(before: int, after: int) -> str:
    """Returns what clearing has freed, in bytes before and after."""
    return tr("%s freed") % files.size(max(0, before - after))


def device(session: td.Session) -> str:
    """Returns the name of a device: the application and what it runs on."""
    application = names.plain(f"{session.application_name} {session.application_version}")
    model = names.plain(session.device_model)
    return tr("{application} on {device}").format(application=application, device=model) if model else application


def device_details(session: td.Session) -> str:
    """Returns the system, the place and the last activity of a device."""
    system = names.plain(f"{session.platform} {session.system_version}")
    active = tr("this device") if session.is_current else times.day_and_clock(session.last_active_date)
    return " · ".join(part for part in (system, names.plain(session.location), active) if part)


def autostart_failed() -> str:
    return tr("The desktop's list of programmes to start can't be changed.")


def versions(found: dict[str, str]) -> str:
    """Returns the versions of the programme and what it is made of, one a line."""
    return "\n".join(f"{names.plain(name[:1].upper() + name[1:])} {version}" for name, version in found.items())
