"""Words of polls and quizzes."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording import numbers, times
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Polls")
plural = plurals("Polls")


def kind(poll: td.Poll) -> str:
    """Returns what kind of question it is, and until when it is open."""
    if poll.is_closed:
        return tr("Final results")
    if isinstance(poll.type, td.PollTypeQuiz):
        name = tr("Anonymous quiz") if poll.is_anonymous else tr("Quiz")
    else:
        name = tr("Anonymous poll") if poll.is_anonymous else tr("Poll")
    if poll.allows_multiple_answers:
        name = tr("{kind}, several answers").format(kind=name)
    if poll.close_date:
        return tr("{kind}, ends {date}").format(kind=name, date=times.day_and_clock(poll.close_date))
    return name


def voters(poll: td.Poll) -> str:
    """Returns how many voted, or why the person may not."""
    match poll.vote_restriction_reason:
        case td.PollVoteRestrictionReasonCountryRestricted():
            return tr("You can't vote from your country")
        case td.PollVoteRestrictionReasonMembershipRequired():
            return tr("Only members can vote")
        case td.PollVoteRestrictionReasonScheduled():
            return tr("Votes are counted once it is sent")
    if poll.total_voter_count == 0:
        return tr("No votes yet")
    return votes(poll.total_voter_count)


def votes(number: int) -> str:
    """Returns how many voted for one answer."""
    return plural("%n vote", "%n votes", number) if number < 10_000 else tr("%s votes") % numbers.short(number)


def chosen_by(answer: str) -> str:
    """Returns the title over those who chose an answer."""
    return tr("Chose “%s”") % answer


def and_others(number: int) -> str:
    return plural("and %n other", "and %n others", number)


def retracted() -> str:
    return tr("Your vote was taken back.")


def right() -> str:
    return tr("That is right.")


def wrong() -> str:
    return tr("That was not right.")
