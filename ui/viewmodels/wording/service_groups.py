"""Service lines about a group or channel itself: its members, title, photo, rights and video chats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tdlib import types as td
from ui.viewmodels.wording import names, times
from ui.viewmodels.wording.names import Voice
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("Service")
plural = plurals("Service")


def _group_created(content: td.MessageBasicGroupChatCreate, voice: Voice) -> str:
    own, other = tr("You created the group {title}"), tr("{name} created the group {title}")
    return voice.say(own, other, title=names.quoted(content.title))


def _supergroup_created(content: td.MessageSupergroupChatCreate, voice: Voice) -> str:
    if voice.channel:
        return tr("Channel created")
    return voice.say(
        tr("You created the group {title}"), tr("{name} created the group {title}"), title=names.quoted(content.title)
    )


def _title(content: td.MessageChatChangeTitle, voice: Voice) -> str:
    title = names.quoted(content.title, 80)
    if voice.channel:
        return tr("The channel is now called {title}").format(title=title)
    return voice.say(tr("You renamed the group to {title}"), tr("{name} renamed the group to {title}"), title=title)


def _photo(content: td.MessageChatChangePhoto, voice: Voice) -> str:
    if voice.channel:
        return tr("The channel's photo was changed")
    return voice.say(tr("You changed the group's photo"), tr("{name} changed the group's photo"))


def _photo_removed(content: td.MessageChatDeletePhoto, voice: Voice) -> str:
    if voice.channel:
        return tr("The channel's photo was removed")
    return voice.say(tr("You removed the group's photo"), tr("{name} removed the group's photo"))


def _owner_left(content: td.MessageChatOwnerLeft, voice: Voice) -> str:
    if not content.new_owner_user_id:
        return tr("The owner left")
    if content.new_owner_user_id == voice.people.me_id:
        return tr("The owner left; you will become the owner")
    return tr("The owner left; {person} will become the owner").format(
        person=voice.people.user(content.new_owner_user_id)
    )


def _owner_changed(content: td.MessageChatOwnerChanged, voice: Voice) -> str:
    if content.new_owner_user_id == voice.people.me_id:
        return tr("You are now the owner")
    return tr("{person} is now the owner").format(person=voice.people.user(content.new_owner_user_id))


def _sharing(content: td.MessageChatHasProtectedContentToggled, voice: Voice) -> str:
    if content.old_has_protected_content == content.new_has_protected_content:
        return voice.say(tr("You declined to allow sharing"), tr("{name} declined to allow sharing"))
    if content.new_has_protected_content:
        return voice.say(tr("You turned sharing off in this chat"), tr("{name} turned sharing off in this chat"))
    return voice.say(tr("You turned sharing on in this chat"), tr("{name} turned sharing on in this chat"))


def _members_added(content: td.MessageChatAddMembers, voice: Voice) -> str:
    added = content.member_user_ids
    if isinstance(voice.sender, td.MessageSenderUser) and added == [voice.sender.user_id]:
        if voice.channel:
            return voice.say(tr("You joined the channel"), tr("{name} joined the channel"))
        return voice.say(tr("You joined the group"), tr("{name} joined the group"))
    return voice.say(tr("You added {people}"), tr("{name} added {people}"), people=voice.people.objects(added))


def _joined_by_link(content: td.MessageChatJoinByLink, voice: Voice) -> str:
    return voice.say(tr("You joined by an invite link"), tr("{name} joined by an invite link"))


def _joined_by_request(content: td.MessageChatJoinByRequest, voice: Voice) -> str:
    if voice.channel:
        return voice.say(tr("You were accepted to the channel"), tr("{name} was accepted to the channel"))
    return voice.say(tr("You were accepted to the group"), tr("{name} was accepted to the group"))


def _member_left(content: td.MessageChatDeleteMember, voice: Voice) -> str:
    if isinstance(voice.sender, td.MessageSenderUser) and voice.sender.user_id == content.user_id:
        if voice.channel:
            return voice.say(tr("You left the channel"), tr("{name} left the channel"))
        return voice.say(tr("You left the group"), tr("{name} left the group"))
    person = voice.people.object(content.user_id)
    return voice.say(tr("You removed {person}"), tr("{name} removed {person}"), person=person)


def _added_to_community(content: td.MessageChatAddedToCommunity, voice: Voice) -> str:
    return voice.say(tr("You added the chat to a community"), tr("{name} added the chat to a community"))


def _removed_from_community(content: td.MessageChatRemovedFromCommunity, voice: Voice) -> str:
    return voice.say(tr("You removed the chat from the community"), tr("{name} removed the chat from the community"))


def _upgraded_to(content: td.MessageChatUpgradeTo, voice: Voice) -> str:
    return tr("The group became a supergroup")


def _upgraded_from(content: td.MessageChatUpgradeFrom, voice: Voice) -> str:
    return tr("The group {title} became this supergroup").format(title=names.quoted(content.title))


def _boost(content: td.MessageChatBoost, voice: Voice) -> str:
    if content.boost_count <= 1:
        return voice.say(tr("You boosted the group"), tr("{name} boosted the group"))
    times_boosted = plural("%n time", "%n times", content.boost_count)
    return voice.say(tr("You boosted the group {times}"), tr("{name} boosted the group {times}"), times=times_boosted)


def _video_chat_scheduled(content: td.MessageVideoChatScheduled, voice: Voice) -> str:
    when = times.day_and_clock(content.start_date)
    if voice.channel:
        return tr("Live stream planned for %s") % when
    own, other = tr("You planned a video chat for {when}"), tr("{name} planned a video chat for {when}")
    return voice.say(own, other, when=when)


def _video_chat_started(content: td.MessageVideoChatStarted, voice: Voice) -> str:
    if voice.channel:
        return tr("Live stream started")
    return voice.say(tr("You started a video chat"), tr("{name} started a video chat"))


def _video_chat_ended(content: td.MessageVideoChatEnded, voice: Voice) -> str:
    length = times.period(content.duration)
    if voice.channel:
        return tr("Live stream ended (%s)") % length
    return voice.say(
        tr("You ended the video chat ({length})"), tr("{name} ended the video chat ({length})"), length=length
    )


def _video_chat_invitation(content: td.MessageInviteVideoChatParticipants, voice: Voice) -> str:
    people = voice.people.objects(content.user_ids)
    own, other = tr("You invited {people} to the video chat"), tr("{name} invited {people} to the video chat")
    return voice.say(own, other, people=people)


TABLE: dict[type[td.TdObject], Callable[[Any, Voice], str]] = {
    td.MessageBasicGroupChatCreate: _group_created,
    td.MessageSupergroupChatCreate: _supergroup_created,
    td.MessageChatChangeTitle: _title,
    td.MessageChatChangePhoto: _photo,
    td.MessageChatDeletePhoto: _photo_removed,
    td.MessageChatOwnerLeft: _owner_left,
    td.MessageChatOwnerChanged: _owner_changed,
    td.MessageChatHasProtectedContentToggled: _sharing,
    td.MessageChatAddMembers: _members_added,
    td.MessageChatJoinByLink: _joined_by_link,
    td.MessageChatJoinByRequest: _joined_by_request,
    td.MessageChatDeleteMember: _member_left,
    td.MessageChatAddedToCommunity: _added_to_community,
    td.MessageChatRemovedFromCommunity: _removed_from_community,
    td.MessageChatUpgradeTo: _upgraded_to,
    td.MessageChatUpgradeFrom: _upgraded_from,
    td.MessageChatBoost: _boost,
    td.MessageVideoChatScheduled: _video_chat_scheduled,
    td.MessageVideoChatStarted: _video_chat_started,
    td.MessageVideoChatEnded: _video_chat_ended,
    td.MessageInviteVideoChatParticipants: _video_chat_invitation,
}
