"""Offers the report of an earlier start, in the window of this one."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from client.paths import Paths
from client.version import VERSION
from ui.options import Options
from ui.platform.crash_reports import CrashReports
from ui.viewmodels.application import ApplicationView


def crash_reports(options: Options, paths: Paths, ending: ExitStack) -> CrashReports | None:
    """Begins to write down what goes wrong; None for a picture, which must not touch the report of a running window."""
    if options.screenshot is not None:
        return None
    reports = CrashReports(paths.state, f"Heliograph {VERSION}")
    ending.callback(reports.close)
    return reports


def offer(reports: CrashReports | None, paths: Paths, view: ApplicationView) -> None:
    """Shows what an earlier start has left, once."""
    if reports is None or reports.left is None:
        return
    from ui.platform.desktop import QtDesktop
    from ui.viewmodels.crash_report import CrashReport

    view.offer_crash_report(CrashReport(reports.left, QtDesktop(paths.cache / "clipboard"), view.show, view))


def mistake(reports: CrashReports | None, log: Path, options: Options) -> str:
    """Returns the sentence for a mistake that ended the programme, and where it is written down."""
    is_temporary = options.demo and options.profile is None
    report = log if reports is None else reports.outlive() if is_temporary else reports.path
    return f"Heliograph ended because of a mistake of its own. What happened is in {report}"
