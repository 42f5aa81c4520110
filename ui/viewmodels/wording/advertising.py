"""Sentences about sponsored messages."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording.translation import translator

tr = translator("Advertising")


def label(*, recommended: bool) -> str:
    """Returns what the message is called."""
    return tr("Recommended") if recommended else tr("Ad")


def note(sponsor: str, more: str) -> str:
    """Returns what has to be said beside the text, a line each."""
    return "\n".join(part for part in (sponsor, more) if part)


def spoken(label: str, title: str, text: str, note: str) -> str:
    """Returns the whole for a screen reader: that it is an ad comes first."""
    said = " ".join(f"{part.rstrip('.')}." for part in (title, text, *note.split("\n")) if part)
    return tr("{label}: {said}").format(label=label, said=said)


def about_title() -> str:
    return tr("About this ad")


def about() -> str:
    return tr(
        "Telegram places ads in large public channels, chosen by the subject of the channel and the same for all its "
        "readers. Every programme for Telegram has to show them. Heliograph does not choose them and earns nothing "
        "by them."
    )


def ended(answer: td.ReportChatResult | td.ReportSponsoredResult) -> str:
    """Returns what came of a report."""
    match answer:
        case td.ReportSponsoredResultAdsHidden():
            return tr("Ads are not shown to you any more.")
        case td.ReportSponsoredResultPremiumRequired():
            return tr("Only subscribers of Telegram Premium can hide ads.")
        case td.ReportSponsoredResultFailed():
            return tr("This ad is no longer shown.")
        case _:
            return tr("Thank you. The moderators will look at it.")
