"""`Session`: everything about a signed-in account, and the table that says what each update means."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from client.actions.advertising import AdvertisingActions
from client.actions.answering import NoticeActions
from client.actions.chat_verbs import ChatVerbs
from client.actions.custom_emoji import CustomEmojiActions
from client.actions.devices import DeviceActions
from client.actions.downloading import DownloadActions
from client.actions.editing import EditActions
from client.actions.interacting import InteractActions
from client.actions.linking import LinkActions
from client.actions.lists import ListActions
from client.actions.notifying import NotifyActions
from client.actions.proxies import ProxyActions
from client.actions.reading import ReadActions
from client.actions.recovering import OutboxActions
from client.actions.searching import SearchActions
from client.actions.sender import Sender
from client.actions.sending import SendActions
from client.actions.storage import StorageActions
from client.background import Background
from client.changes import Changes, Noun
from client.local_data import DOWNLOADS, LocalData
from client.outbox import Outbox
from client.pace import Pace
from client.stores.accent_colors import AccentColors
from client.stores.chat_actions import ChatActions
from client.stores.chat_lists import ChatLists
from client.stores.chats import Chats
from client.stores.connection import Connection
from client.stores.custom_emoji import CustomEmoji
from client.stores.files import Files
from client.stores.folders import Folders
from client.stores.groups import Groups
from client.stores.messages import Messages
from client.stores.notices import Notices
from client.stores.notification_groups import NotificationGroups
from client.stores.notifications import NotificationSettings
from client.stores.options import Options
from client.stores.unread_counts import UnreadCounts
from client.stores.users import Users
from tdlib import functions as tf
from tdlib import types as td

Apply = Callable[[Any], None]


class Session:
    """Stores, kept up to date from the engine's first update on, and actions.

    Arguments:
        sender: sends requests.
        outbox: outlives the session.
        folder: of the account's data, whose disk is watched; None for none.

    Attributes:
        table: which methods take in an update, by its type; in order.
    """

    def __init__(self, sender: Sender, outbox: Outbox, folder: Path | None = None) -> None:
        loop = asyncio.get_running_loop()
        self._sender = sender
        self._background = Background()
        self._is_ready = False
        self._has_recovered = False

        self.changes = changes = Changes(loop.call_soon, Pace(loop.call_later, loop.time).schedule)
        self.options = Options(changes)
        self.connection = Connection(changes)
        self.notifications = NotificationSettings(changes)
        self.notification_groups = NotificationGroups(changes)
        self.chats = Chats(changes, self.notifications)
        self.chat_lists = ChatLists(changes)
        self.folders = Folders(changes)
        self.messages = Messages(changes, self.chats)
        self.users = Users(changes)
        self.groups = Groups(changes)
        self.files = Files(changes)
        self.custom_emoji = CustomEmoji(changes)
        self.chat_actions = ChatActions(changes, loop.call_later)
        self.accent_colors = AccentColors(changes)
        self.unread_counts = UnreadCounts(changes)
        self.notices = Notices(changes)
        self.outbox = outbox
        outbox.report_to(changes)
        self.local_data = LocalData(changes, loop.call_later, folder)

        self.lists = ListActions(sender)
        self.linking = LinkActions(sender, self.messages)
        self.reading = ReadActions(sender, self.chats, self.messages, self._background)
        self.sending = SendActions(sender, self.messages, self.options, outbox, loop.time)
        self.editing = EditActions(sender, self.messages)
        self.interacting = InteractActions(sender)
        self.downloading = DownloadActions(sender, self.files, self.local_data)
        self.emoji_asking = CustomEmojiActions(sender, self.custom_emoji, self._background)
        self.chat_verbs = ChatVerbs(sender, self.chats, self.notifications)
        self.searching = SearchActions(sender, self.messages)
        self.devices = DeviceActions(sender)
        self.advertising = AdvertisingActions(sender)
        self.notifying = NotifyActions(sender)
        self.proxies = ProxyActions(sender)
        self.storage = StorageActions(sender)
        self.answering = NoticeActions(sender, self.notices)
        self.recovering = OutboxActions(sender, self.messages, outbox)
        self.table = self._table()
        changes.subscribe(Noun.LOCAL_DATA, self._on_local_data)

    @property
    def me_id(self) -> int:
        """The signed-in user's id."""
        return self.options.get("my_id", 0)

    def on_update(self, update: td.TdObject) -> None:
        """Takes in an update."""
        for apply in self.table.get(type(update), ()):
            apply(update)

    def prepare(self) -> None:
        """Says that TDLib has opened its database."""
        self._background.start(self.notifying.begin())

    def begin(self, me: td.User) -> None:
        """Says that the account is signed in, as `me`."""
        self.users.take(me)
        self._is_ready = True
        self.local_data.start()
        self._recover()

    def close(self) -> None:
        """Stops timers and what goes on in the background; the stores stay readable."""
        self._background.close()
        self.chat_actions.close()
        self.local_data.close()

    async def set_online(self, is_online: bool) -> None:
        """Says whether the person is at the window: others see them online, TDLib watches the line closely."""
        value = td.OptionValueBoolean(value=is_online)
        await self._sender.request(tf.SetOption(name="online", value=value))

    def _on_local_data(self, changed: Mapping[Any, frozenset[str]]) -> None:
        if self.local_data.free is not None and self.local_data.free < DOWNLOADS:
            self._background.start(self.downloading.stop())

    def _on_connection(self, update: td.UpdateConnectionState) -> None:
        self._recover()

    def _recover(self) -> None:
        if self._is_ready and not self._has_recovered and self.connection.is_ready:
            self._has_recovered = True
            self._background.start(self.recovering.recover(self.me_id))

    def _table(self) -> Mapping[type[td.TdObject], tuple[Apply, ...]]:
        return {
            td.UpdateAccentColors: (self.accent_colors.on_colors,),
            td.UpdateActiveNotifications: (self.notification_groups.on_active,),
            td.UpdateBasicGroup: (self.groups.on_basic_group,),
            td.UpdateBasicGroupFullInfo: (self.groups.on_basic_group_full_info,),
            td.UpdateChatAccentColors: (self.chats.on_fields,),
            td.UpdateChatAction: (self.chat_actions.on_action,),
            td.UpdateChatActionBar: (self.chats.on_fields,),
            td.UpdateChatAddedToList: (self.chats.on_added_to_list,),
            td.UpdateChatAvailableReactions: (self.chats.on_fields,),
            td.UpdateChatBackground: (self.chats.on_fields,),
            td.UpdateChatBlockList: (self.chats.on_fields,),
            td.UpdateChatBusinessBotManageBar: (self.chats.on_fields,),
            td.UpdateChatDefaultDisableNotification: (self.chats.on_fields,),
            td.UpdateChatDraftMessage: (self.chats.on_fields, self.chat_lists.on_positions),
            td.UpdateChatEmojiStatus: (self.chats.on_fields,),
            td.UpdateChatFolders: (self.folders.on_folders,),
            td.UpdateChatHasProtectedContent: (self.chats.on_fields,),
            td.UpdateChatHasScheduledMessages: (self.chats.on_fields,),
            td.UpdateChatIsMarkedAsUnread: (self.chats.on_fields,),
            td.UpdateChatIsTranslatable: (self.chats.on_fields,),
            td.UpdateChatLastMessage: (
                self.chats.on_fields,
                self.chat_lists.on_positions,
                self.messages.on_last_message,
                self.reading.on_last_message,
            ),
            td.UpdateChatMessageAutoDeleteTime: (self.chats.on_fields,),
            td.UpdateChatMessageSender: (self.chats.on_fields,),
            td.UpdateChatNotificationSettings: (self.chats.on_fields,),
            td.UpdateChatOnlineMemberCount: (self.chats.on_online_member_count,),
            td.UpdateChatPendingJoinRequests: (self.chats.on_fields,),
            td.UpdateChatPermissions: (self.chats.on_fields,),
            td.UpdateChatPhoto: (self.chats.on_fields,),
            td.UpdateChatPosition: (self.chats.on_position, self.chat_lists.on_position),
            td.UpdateChatReadInbox: (self.chats.on_fields,),
            td.UpdateChatReadOutbox: (self.chats.on_fields,),
            td.UpdateChatRemovedFromList: (self.chats.on_removed_from_list,),
            td.UpdateChatReplyMarkup: (self.chats.on_reply_markup,),
            td.UpdateChatTheme: (self.chats.on_fields,),
            td.UpdateChatTitle: (self.chats.on_fields,),
            td.UpdateChatUnreadMentionCount: (self.chats.on_fields,),
            td.UpdateChatUnreadPollVoteCount: (self.chats.on_fields,),
            td.UpdateChatUnreadReactionCount: (self.chats.on_fields,),
            td.UpdateChatVideoChat: (self.chats.on_fields,),
            td.UpdateChatViewAsTopics: (self.chats.on_fields,),
            td.UpdateConnectionState: (
                self.connection.on_state,
                self.messages.on_connection,
                self.reading.on_connection,
                self._on_connection,
            ),
            td.UpdateDeleteMessages: (self.messages.on_deleted, self.outbox.on_deleted),
            td.UpdateFile: (self.files.on_file,),
            td.UpdateFreezeState: (self.notices.on_freeze,),
            td.UpdateMessageContainsUnreadPollVotes: (self.messages.on_fields, self.chats.on_unread_poll_votes),
            td.UpdateMessageContent: (self.messages.on_content,),
            td.UpdateMessageContentOpened: (self.messages.on_content_opened,),
            td.UpdateMessageEdited: (self.messages.on_fields,),
            td.UpdateMessageFactCheck: (self.messages.on_fields,),
            td.UpdateMessageInteractionInfo: (self.messages.on_fields,),
            td.UpdateMessageIsPinned: (self.messages.on_fields, self.chats.on_message_is_pinned),
            td.UpdateMessageMentionRead: (self.messages.on_mention_read, self.chats.on_mention_read),
            td.UpdateMessageSendFailed: (self.messages.on_sent, self.outbox.on_failed),
            td.UpdateMessageSendSucceeded: (self.messages.on_sent, self.outbox.on_sent),
            td.UpdateMessageSuggestedPostInfo: (self.messages.on_fields,),
            td.UpdateMessageUnreadReactions: (self.messages.on_fields, self.chats.on_unread_reactions),
            td.UpdateNewChat: (self.chats.on_new_chat, self.chat_lists.on_new_chat),
            td.UpdateNewMessage: (self.messages.on_new, self.chat_actions.on_new_message),
            td.UpdateNotification: (self.notification_groups.on_notification,),
            td.UpdateNotificationGroup: (self.notification_groups.on_group,),
            td.UpdateOption: (self.options.on_option,),
            td.UpdatePoll: (self.messages.on_poll,),
            td.UpdateProfileAccentColors: (self.accent_colors.on_profile_colors,),
            td.UpdateScopeNotificationSettings: (self.notifications.on_scope,),
            td.UpdateSecretChat: (self.groups.on_secret_chat,),
            td.UpdateServiceNotification: (self.notices.on_service_notification,),
            td.UpdateSupergroup: (self.groups.on_supergroup,),
            td.UpdateSupergroupFullInfo: (self.groups.on_supergroup_full_info,),
            td.UpdateTermsOfService: (self.notices.on_terms_of_service,),
            td.UpdateUnconfirmedSession: (self.notices.on_unconfirmed_session,),
            td.UpdateUnreadChatCount: (self.unread_counts.on_chats,),
            td.UpdateUnreadMessageCount: (self.unread_counts.on_messages,),
            td.UpdateUser: (self.users.on_user,),
            td.UpdateUserFullInfo: (self.users.on_full_info,),
            td.UpdateUserStatus: (self.users.on_status,),
        }
