"""Chats that look different from each other: the states that a row of the chat list can be in."""

from __future__ import annotations

import time
from typing import Any

from tdlib import types as td
from tests.ui.fake_session import make_message, make_user
from tests.ui.store_session import ME, StoreSession

ANN, BOB, NOOR, LONG, GONE, SECRET = 2, 3, 4, 5, 6, 7
GROUP, CHANNEL, WALKERS, SCAM, QUIET = -100_1, -100_2, -100_3, -100_4, -100_5
_PERMISSIONS = td.ChatPermissions(can_send_basic_messages=True)


def chat(number: int, title: str, order: int, **fields: Any) -> td.Chat:
    """Returns a chat at a place of the main list; `pinned` and `chat_list` say where else."""
    pinned, chat_list = fields.pop("pinned", False), fields.pop("chat_list", td.ChatListMain())
    kind = td.ChatTypePrivate(user_id=number) if number > 0 else td.ChatTypeSupergroup(supergroup_id=-number)
    fields.setdefault("notification_settings", td.ChatNotificationSettings())
    return td.Chat(
        id=number,
        type=fields.pop("type", kind),
        title=title,
        permissions=_PERMISSIONS,
        available_reactions=td.ChatAvailableReactionsAll(),
        video_chat=td.VideoChat(),
        positions=[td.ChatPosition(list_=chat_list, order=order, is_pinned=pinned)],
        chat_lists=[chat_list],
        **fields,
    )


def group(number: int, members: int = 12, *, channel: bool = False, **fields: Any) -> td.UpdateSupergroup:
    status = td.ChatMemberStatusMember()
    return td.UpdateSupergroup(
        supergroup=td.Supergroup(id=-number, status=status, member_count=members, is_channel=channel, **fields)
    )


def muted() -> td.ChatNotificationSettings:
    return td.ChatNotificationSettings(mute_for=400 * 86_400)


def fill(session: StoreSession, now: int | None = None) -> None:
    """Gives the account thirteen chats, the newest first."""
    present = int(time.time()) if now is None else now
    online = td.UserStatusOnline(expires=present + 300)
    ann = td.User(id=ANN, first_name="Ann", last_name="Lee", status=online, type=td.UserTypeRegular(), is_premium=True)
    session.feed(
        *(
            td.UpdateUser(user=user)
            for user in (
                make_user(ME, "Me"),
                ann,
                make_user(BOB, "Bob", "Okafor", 3),
                make_user(NOOR, "نور", "الهاشمي", 4),
                make_user(LONG, "Wolfeschlegelsteinhausenbergerdorff", "the Younger", 5),
                make_user(SECRET, "Vera", color=6),
            )
        ),
        td.UpdateUser(user=td.User(id=GONE, status=td.UserStatusEmpty(), type=td.UserTypeDeleted())),
        group(GROUP, verification_status=None),
        group(CHANNEL, 12_400, channel=True, verification_status=td.VerificationStatus(is_verified=True)),
        group(WALKERS),
        group(QUIET),
        group(SCAM, verification_status=td.VerificationStatus(is_scam=True)),
    )

    def last(number: int, content: Any, ago: int, sender: int, **fields: Any) -> td.Message:
        return make_message(number, content, chat_id=fields.pop("chat_id"), sender=sender, date=present - ago, **fields)

    photo = td.MessagePhoto(photo=td.Photo(), caption=td.FormattedText(text="The ridge at seven this morning"))
    voice = td.MessageVoiceNote(voice_note=td.VoiceNote(duration=34, voice=file(9)), caption=td.FormattedText())
    pin = td.MessagePinMessage(message_id=5)
    session.messages.objects[GROUP, 5] = make_message(5, "Budget for June", chat_id=GROUP)
    channel = td.ChatTypeSupergroup(supergroup_id=-CHANNEL, is_channel=True)
    chats = [
        chat(
            ME,
            "Me",
            2_000_000,
            pinned=True,
            last_message=last(1, "Boiler: 14 bar, call Tuesday", 86_400 * 2, ME, chat_id=ME),
        ),
        chat(
            WALKERS,
            "Ridge Walkers",
            1_900_000,
            pinned=True,
            unread_count=3,
            unread_mention_count=1,
            accent_color_id=3,
            last_message=last(2, photo, 120, BOB, chat_id=WALKERS),
        ),
        chat(
            ANN,
            "Ann Lee",
            1_000,
            unread_count=12,
            last_message=last(3, "see you at eight, bring the map", 300, ANN, chat_id=ANN),
        ),
        chat(
            BOB,
            "Bob Okafor",
            990,
            accent_color_id=3,
            last_read_outbox_message_id=4,
            last_message=last(4, "Done, thank you!", 3_600, ME, chat_id=BOB),
        ),
        chat(
            NOOR,
            "نور الهاشمي",
            980,
            accent_color_id=4,
            unread_count=1,
            last_message=last(5, "صباح الخير، هل نلتقي غدًا؟", 5_000, NOOR, chat_id=NOOR),
        ),
        chat(
            CHANNEL,
            "Harbour Observatory",
            970,
            type=channel,
            unread_count=2_345,
            accent_color_id=5,
            notification_settings=muted(),
            last_message=last(
                6, "Tonight: Jupiter beside the Moon, from 21:40", 7_000, CHANNEL, chat_id=CHANNEL, is_channel_post=True
            ),
        ),
        chat(GROUP, "House 14", 960, accent_color_id=1, last_message=last(7, pin, 90_000, ANN, chat_id=GROUP)),
        chat(
            LONG,
            "Wolfeschlegelsteinhausenbergerdorff the Younger",
            950,
            accent_color_id=5,
            notification_settings=muted(),
            last_message=last(
                8,
                "A message so long that nobody would read it in one line of a list of chats",
                200_000,
                LONG,
                chat_id=LONG,
            ),
        ),
        chat(
            SECRET,
            "Vera",
            940,
            accent_color_id=6,
            type=td.ChatTypeSecret(secret_chat_id=1, user_id=SECRET),
            last_message=last(9, voice, 300_000, SECRET, chat_id=SECRET),
        ),
        chat(
            SCAM,
            "Double Your Coins",
            930,
            accent_color_id=0,
            is_marked_as_unread=True,
            last_message=last(10, "You won!!!", 900_000, SCAM, chat_id=SCAM),
        ),
        chat(
            GONE,
            "",
            920,
            accent_color_id=2,
            last_message=last(
                11, "ok", 40_000_000, ME, chat_id=GONE, sending_state=td.MessageSendingStateFailed(error=td.Error())
            ),
        ),
        chat(
            QUIET,
            "Old Maps Exchange",
            910,
            accent_color_id=2,
            draft_message=td.DraftMessage(
                date=present - 86_400 * 40,
                content=td.DraftMessageContentText(text=td.FormattedText(text="I would trade the 1911 sheet")),
            ),
            last_message=last(12, "Who has sheet 34?", 86_400 * 41, BOB, chat_id=QUIET),
        ),
        chat(-100_6, "Alumni 2009", 900, chat_list=td.ChatListArchive(), notification_settings=muted()),
        chat(-100_7, "Parking Notices", 890, chat_list=td.ChatListArchive(), notification_settings=muted()),
    ]
    session.feed(group(-100_6), group(-100_7), *(td.UpdateNewChat(chat=each) for each in chats))
    session.feed(td.UpdateUnreadChatCount(chat_list=td.ChatListArchive(), unread_count=2))


def folders(*names: str) -> td.UpdateChatFolders:
    """Returns folders 2, 3, … with `names`, behind the list of all chats."""
    return td.UpdateChatFolders(
        chat_folders=[
            td.ChatFolderInfo(
                id=number,
                name=td.ChatFolderName(text=td.FormattedText(text=name)),
                icon=td.ChatFolderIcon(name="Custom"),
            )
            for number, name in enumerate(names, 2)
        ]
    )


def file(number: int) -> td.File:
    """Returns a file that is nowhere yet."""
    return td.File(id=number, local=td.LocalFile(), remote=td.RemoteFile())
