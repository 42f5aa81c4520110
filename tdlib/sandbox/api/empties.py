"""Methods whose honest answer is "nothing of that kind here": stickers, stories, bots' menus, themes and settings."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from tdlib.sandbox.api.resolving import peer_of
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.media import tl_document
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.rpc import Call, Handler, RpcError, TLObject, method
from tdlib.sandbox.world import stickers
from tdlib.sandbox.world.passwords import GENERATOR, PRIME, SIZE

Answer = Callable[[], TLObject]

ANIMATED_EMOJI_SETS = (1258816259751983, 1258816259751954)
"""The set of animated emoji as TDLib knows it by heart, in the main and the test environment."""

ANIMATED_EMOJI = "🎉"
"""The one emoji that moves where it stands alone."""

EMPTY: dict[str, Answer] = {
    "messages.getAllStickers": lambda: tl.messages.AllStickers(hash=0, sets=[]),
    "messages.getMaskStickers": lambda: tl.messages.AllStickers(hash=0, sets=[]),
    "messages.getEmojiStickers": lambda: tl.messages.AllStickers(hash=0, sets=[]),
    "messages.getStickers": lambda: tl.messages.Stickers(hash=0, stickers=[]),
    "messages.getRecentStickers": lambda: tl.messages.RecentStickers(hash=0, packs=[], stickers=[], dates=[]),
    "messages.getFavedStickers": lambda: tl.messages.FavedStickers(hash=0, packs=[], stickers=[]),
    "messages.getFeaturedStickers": lambda: tl.messages.FeaturedStickers(hash=0, count=0, sets=[], unread=[]),
    "messages.getFeaturedEmojiStickers": lambda: tl.messages.FeaturedStickers(hash=0, count=0, sets=[], unread=[]),
    "messages.getOldFeaturedStickers": lambda: tl.messages.FeaturedStickers(hash=0, count=0, sets=[], unread=[]),
    "messages.getArchivedStickers": lambda: tl.messages.ArchivedStickers(count=0, sets=[]),
    "messages.getMyStickers": lambda: tl.messages.MyStickers(count=0, sets=[]),
    "messages.searchStickers": lambda: tl.messages.FoundStickers(hash=0, stickers=[]),
    "messages.searchStickerSets": lambda: tl.messages.FoundStickerSets(hash=0, sets=[]),
    "messages.searchEmojiStickerSets": lambda: tl.messages.FoundStickerSets(hash=0, sets=[]),
    "messages.searchCustomEmoji": lambda: tl.EmojiList(hash=0, document_id=[]),
    "messages.getSavedGifs": lambda: tl.messages.SavedGifs(hash=0, gifs=[]),
    "messages.getAvailableEffects": lambda: tl.messages.AvailableEffects(hash=1, effects=[], documents=[]),
    "messages.getAttachMenuBots": lambda: tl.AttachMenuBots(hash=0, bots=[], users=[]),
    "messages.getEmojiGroups": lambda: tl.messages.EmojiGroups(hash=1, groups=[]),
    "messages.getEmojiStatusGroups": lambda: tl.messages.EmojiGroups(hash=1, groups=[]),
    "messages.getEmojiProfilePhotoGroups": lambda: tl.messages.EmojiGroups(hash=1, groups=[]),
    "messages.getEmojiStickerGroups": lambda: tl.messages.EmojiGroups(hash=1, groups=[]),
    "messages.getQuickReplies": lambda: tl.messages.QuickReplies(quick_replies=[], messages=[], chats=[], users=[]),
    "messages.getSavedReactionTags": lambda: tl.messages.SavedReactionTags(tags=[], hash=0),
    "messages.getPinnedSavedDialogs": lambda: tl.messages.SavedDialogs(dialogs=[], messages=[], chats=[], users=[]),
    "messages.getDefaultHistoryTTL": lambda: tl.DefaultHistoryTTL(period=0),
    "messages.getScheduledHistory": lambda: tl.messages.Messages(messages=[], topics=[], chats=[], users=[]),
    "messages.getScheduledMessages": lambda: tl.messages.Messages(messages=[], topics=[], chats=[], users=[]),
    "messages.getEmojiGameInfo": lambda: tl.messages.EmojiGameUnavailable(),
    "messages.getPaidReactionPrivacy": lambda: tl.Updates(updates=[], users=[], chats=[], date=0, seq=0),
    "account.getThemes": lambda: tl.account.Themes(hash=0, themes=[]),
    "account.getChatThemes": lambda: tl.account.Themes(hash=0, themes=[]),
    "account.getUniqueGiftChatThemes": lambda: tl.account.ChatThemes(hash=0, themes=[], chats=[], users=[]),
    "account.getWallPapers": lambda: tl.account.WallPapers(hash=0, wallpapers=[]),
    "account.getContentSettings": lambda: tl.account.ContentSettings(),
    "account.getSavedRingtones": lambda: tl.account.SavedRingtones(hash=0, ringtones=[]),
    "account.getDefaultEmojiStatuses": lambda: tl.account.EmojiStatuses(hash=0, statuses=[]),
    "account.getRecentEmojiStatuses": lambda: tl.account.EmojiStatuses(hash=0, statuses=[]),
    "account.getChannelDefaultEmojiStatuses": lambda: tl.account.EmojiStatuses(hash=0, statuses=[]),
    "account.getCollectibleEmojiStatuses": lambda: tl.account.EmojiStatuses(hash=0, statuses=[]),
    "account.getDefaultProfilePhotoEmojis": lambda: tl.EmojiList(hash=0, document_id=[]),
    "account.getDefaultGroupPhotoEmojis": lambda: tl.EmojiList(hash=0, document_id=[]),
    "account.getDefaultBackgroundEmojis": lambda: tl.EmojiList(hash=0, document_id=[]),
    "account.getChannelRestrictedStatusEmojis": lambda: tl.EmojiList(hash=0, document_id=[]),
    "account.getGlobalPrivacySettings": lambda: tl.GlobalPrivacySettings(),
    "account.getAccountTTL": lambda: tl.AccountDaysTTL(days=365),
    "account.getWebAuthorizations": lambda: tl.account.WebAuthorizations(authorizations=[], users=[]),
    "account.getConnectedBots": lambda: tl.account.ConnectedBots(connected_bots=[], users=[]),
    "account.getBusinessChatLinks": lambda: tl.account.BusinessChatLinks(links=[], chats=[], users=[]),
    "account.getSavedMusicIds": lambda: tl.account.SavedMusicIds(ids=[]),
    "account.getPasskeys": lambda: tl.account.Passkeys(passkeys=[]),
    "aicompose.getTones": lambda: tl.aicompose.Tones(hash=1, tones=[], users=[]),
    "stories.getAllReadPeerStories": lambda: tl.Updates(updates=[], users=[], chats=[], date=0, seq=0),
    "stories.getPinnedStories": lambda: tl.stories.Stories(count=0, stories=[], chats=[], users=[]),
    "stories.getStoriesArchive": lambda: tl.stories.Stories(count=0, stories=[], chats=[], users=[]),
    "stories.getStoriesByID": lambda: tl.stories.Stories(count=0, stories=[], chats=[], users=[]),
    "stories.getAlbums": lambda: tl.stories.Albums(hash=0, albums=[]),
    "stories.getChatsToSend": lambda: tl.messages.Chats(chats=[]),
    "users.getSavedMusic": lambda: tl.users.SavedMusic(count=0, documents=[]),
    "premium.getMyBoosts": lambda: tl.premium.MyBoosts(my_boosts=[], chats=[], users=[]),
}
"""Method → the empty answer."""

NOTHING = (
    "messages.getSplitRanges",
    "messages.getAttachedStickers",
    "account.getMultiWallPapers",
    "account.getAllSecureValues",
    "account.getSecureValue",
    "users.getRequirementsToContact",
    "stories.getPeerMaxIDs",
    "messages.getFactCheck",
)
"""Methods that answer with an empty list."""

ACCEPTED = (
    "account.registerDevice",
    "account.unregisterDevice",
    "account.updateDeviceLocked",
    "account.setAccountTTL",
    "account.setContactSignUpNotification",
    "account.setContentSettings",
    "account.setAuthorizationTTL",
    "account.saveAutoDownloadSettings",
    "account.saveAutoSaveSettings",
    "account.updateColor",
    "account.updateBirthday",
    "account.updateEmojiStatus",
    "account.reportPeer",
    "account.resetWebAuthorizations",
    "messages.reportSpam",
    "messages.saveDefaultSendAs",
    "messages.saveRecentSticker",
    "messages.clearRecentStickers",
    "messages.faveSticker",
    "messages.saveGif",
    "messages.readFeaturedStickers",
    "messages.setDefaultHistoryTTL",
    "messages.setDefaultReaction",
    "messages.clearRecentReactions",
    "messages.togglePeerTranslations",
    "messages.reportMessagesDelivery",
    "messages.reportReadMetrics",
    "messages.reportMusicListen",
    "messages.toggleNoForwards",
    "channels.reportSpam",
    "stories.incrementStoryViews",
    "bots.setBotCommands",
    "auth.dropTempAuthKeys",
)
"""Methods that are accepted and change nothing here."""


def _register() -> None:
    for name, make in EMPTY.items():
        method(name)(_constant(make))
    method(*NOTHING)(_constant(list))
    method(*ACCEPTED)(_constant(lambda: True))


def _constant(make: Answer) -> Handler:
    async def answer(call: Call, request: TLObject) -> TLObject:
        return make()

    return answer


@method("messages.getStickerSet")
async def get_sticker_set(call: Call, request: TLObject) -> TLObject:
    """The special sets that clients load by themselves, empty but for one animated emoji; no others."""
    wanted = request.stickerset
    if getattr(wanted, "id", 0) in ANIMATED_EMOJI_SETS:
        return _animated_emoji(call, wanted)
    name = wanted.QUALNAME.rpartition(".InputStickerSet")[2]
    if name in ("Empty", "ShortName"):
        raise RpcError(406, "STICKERSET_INVALID")
    if name == "ID":
        return _empty_sticker_set(wanted.id, wanted.access_hash, f"set{wanted.id}")
    number = zlib.crc32(f"{name}{getattr(wanted, 'emoticon', '')}".encode())
    return _empty_sticker_set(number, number, f"{name}{number}")


def _animated_emoji(call: Call, wanted: TLObject) -> TLObject:
    """The set from which clients draw an emoji that stands alone."""
    emoji, number = ANIMATED_EMOJI, zlib.crc32(b"AnimatedEmoji")
    kept = call.world.files.documents.get(number)
    document = kept or stickers.moving(call.world, emoji, (0.95, 0.68, 0.16), number=number)
    found = _empty_sticker_set(wanted.id, wanted.access_hash, "AnimatedEmojies")
    found.set.count = 1
    found.packs = [tl.StickerPack(emoticon=emoji, documents=[document.id])]
    found.documents = [tl_document(document)]
    return found


def _empty_sticker_set(number: int, access_hash: int, name: str) -> TLObject:
    shown = tl.StickerSet(
        id=number,
        access_hash=access_hash,
        title=name,
        short_name=name,
        count=0,
        hash=1,
        official=True,
        emojis=name.startswith("Emoji") or None,
    )
    return tl.messages.StickerSet(set=shown, packs=[], keywords=[], documents=[])


@method("messages.getWebPage")
async def get_web_page(call: Call, request: TLObject) -> TLObject:
    """No page can be seen from here."""
    return tl.messages.WebPage(webpage=tl.WebPageEmpty(id=0, url=request.url), chats=[], users=[])


@method("messages.getWebPagePreview")
async def get_web_page_preview(call: Call, request: TLObject) -> TLObject:
    """No page can be seen from here."""
    return tl.messages.WebPagePreview(media=tl.MessageMediaEmpty(), chats=[], users=[])


@method("messages.getEmojiKeywords", "messages.getEmojiKeywordsDifference")
async def get_emoji_keywords(call: Call, request: TLObject) -> TLObject:
    """No keywords."""
    return tl.EmojiKeywordsDifference(lang_code=request.lang_code, from_version=0, version=1, keywords=[])


@method("messages.getEmojiKeywordsLanguages")
async def get_emoji_keywords_languages(call: Call, request: TLObject) -> list[TLObject]:
    """The languages in which emoji can be looked for: English, without any keyword yet."""
    return [tl.EmojiLanguage(lang_code="en")]


@method("messages.getDhConfig")
async def get_dh_config(call: Call, request: TLObject) -> TLObject:
    """The numbers for secret chats."""
    random = call.world.random.randbytes(max(0, min(request.random_length, 1024)))
    return tl.messages.DhConfig(g=GENERATOR, p=PRIME.to_bytes(SIZE, "big"), version=1, random=random)


@method("messages.getSavedDialogs")
async def get_saved_dialogs(call: Call, request: TLObject) -> TLObject:
    """Saved Messages are shown as one chat."""
    return tl.messages.SavedDialogs(dialogs=[], messages=[], chats=[], users=[])


@method("account.getReactionsNotifySettings", "account.setReactionsNotifySettings")
async def get_reactions_notify_settings(call: Call, request: TLObject) -> TLObject:
    """Notifications about reactions of contacts."""
    return tl.ReactionsNotifySettings(
        messages_notify_from=tl.ReactionNotificationsFromContacts(),
        sound=tl.NotificationSoundDefault(),
        show_previews=True,
    )


@method("account.getContactSignUpNotification")
async def get_contact_sign_up_notification(call: Call, request: TLObject) -> bool:
    """Notifications about new people are on."""
    return False


@method("account.getAutoDownloadSettings")
async def get_auto_download_settings(call: Call, request: TLObject) -> TLObject:
    """The usual limits for three kinds of connection."""
    low, medium, high = (_download_settings(size) for size in (1_048_576, 10_485_760, 15_728_640))
    return tl.account.AutoDownloadSettings(low=low, medium=medium, high=high)


@method("account.getAutoSaveSettings")
async def get_auto_save_settings(call: Call, request: TLObject) -> TLObject:
    """Nothing is saved to the gallery by itself."""
    off = tl.AutoSaveSettings()
    return tl.account.AutoSaveSettings(
        users_settings=off, chats_settings=off, broadcasts_settings=off, exceptions=[], chats=[], users=[]
    )


@method("account.getWebBrowserSettings", "account.updateWebBrowserSettings")
async def get_web_browser_settings(call: Call, request: TLObject) -> TLObject:
    """No exceptions."""
    return tl.account.WebBrowserSettings(external_exceptions=[], inapp_exceptions=[], hash=1)


@method("stories.getAllStories")
async def get_all_stories(call: Call, request: TLObject) -> TLObject:
    """Nobody has a story."""
    return tl.stories.AllStories(
        count=0, state="none", peer_stories=[], chats=[], users=[], stealth_mode=tl.StoriesStealthMode()
    )


@method("stories.getPeerStories")
async def get_peer_stories(call: Call, request: TLObject) -> TLObject:
    """Nobody has a story."""
    stories = tl.PeerStories(peer=tl_peer(peer_of(call, request.peer)), stories=[])
    return tl.stories.PeerStories(stories=stories, chats=[], users=[])


def _download_settings(size: int) -> TLObject:
    return tl.AutoDownloadSettings(
        photo_size_max=1_048_576,
        video_size_max=size,
        file_size_max=size,
        video_upload_maxbitrate=100,
        small_queue_active_operations_max=5,
        large_queue_active_operations_max=2,
    )


_register()
