"""Service lines about topics, polls, checklists and suggested posts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tdlib import types as td
from ui.viewmodels.wording import names, numbers, times
from ui.viewmodels.wording.names import Voice
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Service")
plural = plurals("Service")


def _topic_created(content: td.MessageForumTopicCreated, voice: Voice) -> str:
    own, other = tr("You created the topic {topic}"), tr("{name} created the topic {topic}")
    return voice.say(own, other, topic=names.quoted(content.name))


def _topic_edited(content: td.MessageForumTopicEdited, voice: Voice) -> str:
    if not content.name:
        return voice.say(tr("You changed the topic's icon"), tr("{name} changed the topic's icon"))
    topic = names.quoted(content.name)
    if content.edit_icon_custom_emoji_id:
        own, other = (
            tr("You changed the topic's icon and name to {topic}"),
            tr("{name} changed the topic's icon and name to {topic}"),
        )
        return voice.say(own, other, topic=topic)
    return voice.say(tr("You renamed the topic to {topic}"), tr("{name} renamed the topic to {topic}"), topic=topic)


def _topic_closed(content: td.MessageForumTopicIsClosedToggled, voice: Voice) -> str:
    if content.is_closed:
        return voice.say(tr("You closed the topic"), tr("{name} closed the topic"))
    return voice.say(tr("You reopened the topic"), tr("{name} reopened the topic"))


def _topic_hidden(content: td.MessageForumTopicIsHiddenToggled, voice: Voice) -> str:
    if content.is_hidden:
        return voice.say(tr("You hid the topic"), tr("{name} hid the topic"))
    return voice.say(tr("You showed the topic again"), tr("{name} showed the topic again"))


def _option_added(content: td.MessagePollOptionAdded, voice: Voice) -> str:
    own, other = tr("You added {option} to the poll"), tr("{name} added {option} to the poll")
    return voice.say(own, other, option=names.quoted(content.text.text))


def _option_deleted(content: td.MessagePollOptionDeleted, voice: Voice) -> str:
    own, other = tr("You removed {option} from the poll"), tr("{name} removed {option} from the poll")
    return voice.say(own, other, option=names.quoted(content.text.text))


def _tasks_done(content: td.MessageChecklistTasksDone, voice: Voice) -> str:
    done, undone = content.marked_as_done_task_ids, content.marked_as_not_done_task_ids
    titles = _task_titles(voice, content.checklist_message_id)
    if done:
        tasks = _tasks(titles, done)
        return voice.say(tr("You ticked {tasks}"), tr("{name} ticked {tasks}"), tasks=tasks)
    tasks = _tasks(titles, undone)
    return voice.say(tr("You unticked {tasks}"), tr("{name} unticked {tasks}"), tasks=tasks)


def _tasks_added(content: td.MessageChecklistTasksAdded, voice: Voice) -> str:
    tasks = names.joined([names.quoted(task.text.text) for task in content.tasks]) or tr("tasks")
    return voice.say(tr("You added {tasks} to the list"), tr("{name} added {tasks} to the list"), tasks=tasks)


def _task_titles(voice: Voice, message_id: int) -> dict[int, str]:
    message = voice.people.message(voice.chat_id, message_id) if message_id else None
    if message is None or not isinstance(message.content, td.MessageChecklist):
        return {}
    return {task.id: task.text.text for task in message.content.list_.tasks}


def _tasks(titles: dict[int, str], ids: Sequence[int]) -> str:
    known = [names.quoted(titles[task_id]) for task_id in ids if task_id in titles]
    return names.joined(known) if known and len(known) == len(ids) else plural("%n task", "%n tasks", len(ids))


def _approval_failed(content: td.MessageSuggestedPostApprovalFailed, voice: Voice) -> str:
    if isinstance(content.price, td.SuggestedPostPriceStar):
        return tr("There are not enough Stars to publish the post")
    return tr("There is not enough TON to publish the post")


def _approved(content: td.MessageSuggestedPostApproved, voice: Voice) -> str:
    when = times.day_and_clock(content.send_date)
    if content.price is None:
        return tr("The post was approved and appears {when}").format(when=when)
    return tr("The post was approved and appears {when} for {price}").format(when=when, price=_price(content.price))


def _declined(content: td.MessageSuggestedPostDeclined, voice: Voice) -> str:
    if not content.comment:
        return voice.say(tr("You declined the post"), tr("{name} declined the post"))
    own, other = tr("You declined the post: {comment}"), tr("{name} declined the post: {comment}")
    return voice.say(own, other, comment=names.quoted(content.comment, 120))


def _paid(content: td.MessageSuggestedPostPaid, voice: Voice) -> str:
    paid = numbers.grams(content.gram_amount) if content.gram_amount else numbers.stars(content.star_amount.star_count)
    return tr("The channel received {amount} for the post").format(amount=paid)


def _refunded(content: td.MessageSuggestedPostRefunded, voice: Voice) -> str:
    if isinstance(content.reason, td.SuggestedPostRefundReasonPostDeleted):
        return tr("The payment was returned because the post was deleted too early")
    return tr("The payment was returned because the payer took it back")


def _price(price: td.SuggestedPostPrice) -> str:
    if isinstance(price, td.SuggestedPostPriceStar):
        return numbers.stars(price.star_count)
    return numbers.gram_cents(price.gram_cent_count)


TABLE: dict[type[td.TdObject], Callable[[Any, Voice], str]] = {
    td.MessageForumTopicCreated: _topic_created,
    td.MessageForumTopicEdited: _topic_edited,
    td.MessageForumTopicIsClosedToggled: _topic_closed,
    td.MessageForumTopicIsHiddenToggled: _topic_hidden,
    td.MessagePollOptionAdded: _option_added,
    td.MessagePollOptionDeleted: _option_deleted,
    td.MessageChecklistTasksDone: _tasks_done,
    td.MessageChecklistTasksAdded: _tasks_added,
    td.MessageSuggestedPostApprovalFailed: _approval_failed,
    td.MessageSuggestedPostApproved: _approved,
    td.MessageSuggestedPostDeclined: _declined,
    td.MessageSuggestedPostPaid: _paid,
    td.MessageSuggestedPostRefunded: _refunded,
}
