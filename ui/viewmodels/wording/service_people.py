"""Service lines about people and what they do to messages: pins, games, contacts, bots, places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tdlib import types as td
from ui.viewmodels.wording import names, numbers, passport, times
from ui.viewmodels.wording.names import Voice
from ui.viewmodels.wording.pinned import pinned_thing
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Service")
plural = plurals("Service")


def _pinned(content: td.MessagePinMessage, voice: Voice) -> str:
    message = voice.people.message(voice.chat_id, content.message_id) if content.message_id else None
    thing = tr("a message") if message is None else pinned_thing(message.content)
    return voice.say(tr("You pinned {thing}"), tr("{name} pinned {thing}"), thing=thing)


def _screenshot(content: td.MessageScreenshotTaken, voice: Voice) -> str:
    return voice.say(tr("You took a screenshot"), tr("{name} took a screenshot"))


def _auto_delete(content: td.MessageChatSetMessageAutoDeleteTime, voice: Voice) -> str:
    length = times.period(content.message_auto_delete_time)
    if content.message_auto_delete_time == 0:
        return voice.say(tr("You turned automatic deletion off"), tr("{name} turned automatic deletion off"))
    if content.from_user_id:
        person = voice.people.object(content.from_user_id)
        return tr("Messages are deleted after {length}, as set by {person} for new chats").format(
            length=length, person=person
        )
    own, other = (
        tr("You set messages to be deleted after {length}"),
        tr("{name} set messages to be deleted after {length}"),
    )
    return voice.say(own, other, length=length)


def _theme(content: td.MessageChatSetTheme, voice: Voice) -> str:
    match content.theme:
        case None:
            return voice.say(tr("You removed the chat's theme"), tr("{name} removed the chat's theme"))
        case td.ChatThemeEmoji(name=emoji):
            own, other = tr("You changed the chat's theme to {theme}"), tr("{name} changed the chat's theme to {theme}")
            return voice.say(own, other, theme=names.isolate(emoji))
        case td.ChatThemeGift(gift_theme=theme):
            own, other = tr("You changed the chat's theme to {theme}"), tr("{name} changed the chat's theme to {theme}")
            return voice.say(own, other, theme=names.isolate(theme.gift.title))


def _custom(content: td.MessageCustomServiceAction, voice: Voice) -> str:
    return names.isolate(content.text)


def _game_score(content: td.MessageGameScore, voice: Voice) -> str:
    message = voice.people.message(voice.chat_id, content.game_message_id) if content.game_message_id else None
    score = numbers.grouped(content.score)
    if message is not None and isinstance(message.content, td.MessageGame):
        own, other = tr("You scored {score} in {game}"), tr("{name} scored {score} in {game}")
        return voice.say(own, other, score=score, game=names.quoted(message.content.game.title))
    return voice.say(tr("You scored {score} in the game"), tr("{name} scored {score} in the game"), score=score)


def _managed_bot(content: td.MessageManagedBotCreated, voice: Voice) -> str:
    bot = voice.people.user(content.bot_user_id)
    return voice.say(tr("You created the bot {bot}"), tr("{name} created the bot {bot}"), bot=bot)


def _contact_registered(content: td.MessageContactRegistered, voice: Voice) -> str:
    return voice.say(tr("You joined Telegram"), tr("{name} joined Telegram"))


def _users_shared(content: td.MessageUsersShared, voice: Voice) -> str:
    people = names.joined([_shared_name(user, voice) for user in content.users])
    own, other = tr("You shared {people} with {partner}"), tr("{name} shared {people}")
    return voice.say(own, other, people=people, partner=voice.partner)


def _shared_name(user: td.SharedUser, voice: Voice) -> str:
    name = f"{user.first_name} {user.last_name}".strip()
    return names.isolate(name) if name else voice.people.user(user.user_id)


def _chat_shared(content: td.MessageChatShared, voice: Voice) -> str:
    shared = content.chat
    title = names.isolate(shared.title) if shared.title else voice.people.chat(shared.chat_id)
    own, other = tr("You shared {chat} with {partner}"), tr("{name} shared {chat}")
    return voice.say(own, other, chat=title, partner=voice.partner)


def _write_access(content: td.MessageBotWriteAccessAllowed, voice: Voice) -> str:
    match content.reason:
        case td.BotWriteAccessAllowReasonConnectedWebsite(domain_name=domain):
            return tr("You allowed this bot to write to you when you signed in on {site}").format(
                site=names.isolate(domain)
            )
        case td.BotWriteAccessAllowReasonAddedToAttachmentMenu():
            return tr("You allowed this bot to write to you when you added it to the menu")
        case td.BotWriteAccessAllowReasonLaunchedWebApp(web_app=app):
            return tr("You allowed this bot to write to you when you opened {app}").format(app=names.quoted(app.title))
        case td.BotWriteAccessAllowReasonAcceptedRequest():
            return tr("You allowed this bot to write to you")


def _web_app_data_sent(content: td.MessageWebAppDataSent, voice: Voice) -> str:
    return tr("You sent data from the button {button} to the bot").format(button=names.quoted(content.button_text))


def _web_app_data_received(content: td.MessageWebAppDataReceived, voice: Voice) -> str:
    return tr("Data received from the button {button}").format(button=names.quoted(content.button_text))


def _passport_sent(content: td.MessagePassportDataSent, voice: Voice) -> str:
    things = names.joined([passport.element(kind) for kind in content.types])
    own, other = tr("You sent {partner} these documents: {things}"), tr("{name} sent these documents: {things}")
    return voice.say(own, other, things=things, partner=voice.partner)


def _passport_received(content: td.MessagePassportDataReceived, voice: Voice) -> str:
    documents = plural("%n document", "%n documents", len(content.elements))
    return voice.say(tr("You sent {documents}"), tr("{name} sent {documents}"), documents=documents)


def _proximity(content: td.MessageProximityAlertTriggered, voice: Voice) -> str:
    people, how_far = voice.people, numbers.distance(content.distance)
    if people.is_me(content.traveler_id):
        return tr("You are within {distance} of {person}").format(
            distance=how_far, person=people.sender(content.watcher_id)
        )
    return tr("{name} is within {distance} of {person}").format(
        name=people.sender(content.traveler_id), distance=how_far, person=people.sender_object(content.watcher_id)
    )


TABLE: dict[type[td.TdObject], Callable[[Any, Voice], str]] = {
    td.MessagePinMessage: _pinned,
    td.MessageScreenshotTaken: _screenshot,
    td.MessageChatSetMessageAutoDeleteTime: _auto_delete,
    td.MessageChatSetTheme: _theme,
    td.MessageCustomServiceAction: _custom,
    td.MessageGameScore: _game_score,
    td.MessageManagedBotCreated: _managed_bot,
    td.MessageContactRegistered: _contact_registered,
    td.MessageUsersShared: _users_shared,
    td.MessageChatShared: _chat_shared,
    td.MessageBotWriteAccessAllowed: _write_access,
    td.MessageWebAppDataSent: _web_app_data_sent,
    td.MessageWebAppDataReceived: _web_app_data_received,
    td.MessagePassportDataSent: _passport_sent,
    td.MessagePassportDataReceived: _passport_received,
    td.MessageProximityAlertTriggered: _proximity,
}
