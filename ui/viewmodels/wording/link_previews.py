"""Words on previews of links: what kind of thing stands behind the link."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording import files
from ui.viewmodels.wording.messages import dotted
from ui.viewmodels.wording.names import isolate, on_one_line
from ui.viewmodels.wording.translation import plurals, translator

tr = translator("LinkPreviews")
plural = plurals("LinkPreviews")

__all__ = ["dotted", "kind", "note"]


def kind(preview: td.LinkPreviewType) -> str:
    """Returns what stands behind the link; empty for what its title tells well enough."""
    match preview:
        case td.LinkPreviewTypeChat(type=td.InviteLinkChatTypeChannel()):
            return tr("Channel")
        case td.LinkPreviewTypeChat():
            return tr("Group")
        case td.LinkPreviewTypeUser(is_bot=True):
            return tr("Bot")
        case td.LinkPreviewTypeVideoChat(is_live_stream=True):
            return tr("Live stream")
        case _:
            words = _KINDS.get(type(preview))
            return words() if words is not None else ""


def note(preview: td.LinkPreviewType) -> str:
    """Returns a fact about it, such as a length or the name of a file."""
    match preview:
        case td.LinkPreviewTypeDocument(document=document):
            return dotted(isolate(on_one_line(document.file_name)), files.size(document.document.size))
        case td.LinkPreviewTypeAudio(audio=audio):
            return dotted(isolate(on_one_line(audio.title or audio.file_name)), files.duration(audio.duration))
        case td.LinkPreviewTypeVoiceNote(voice_note=voice_note):
            return dotted(tr("Voice message"), files.duration(voice_note.duration))
        case td.LinkPreviewTypeExternalAudio(duration=duration) | td.LinkPreviewTypeExternalVideo(duration=duration):
            return files.duration(duration) if duration else ""
        case td.LinkPreviewTypeEmbeddedAudioPlayer(duration=duration):
            return files.duration(duration) if duration else ""
        case td.LinkPreviewTypeEmbeddedVideoPlayer(duration=duration):
            return files.duration(duration) if duration else ""
        case td.LinkPreviewTypeAlbum(media=media) if len(media) > 1:
            return plural("%n picture", "%n pictures", len(media))
        case td.LinkPreviewTypeStickerSet(stickers=stickers) if stickers:
            return plural("%n sticker", "%n stickers", len(stickers))
        case td.LinkPreviewTypeUnsupported():
            return tr("Heliograph can't show what is behind this link yet")
        case _:
            return ""


_KINDS = {
    td.LinkPreviewTypeBackground: lambda: tr("Wallpaper"),
    td.LinkPreviewTypeChannelBoost: lambda: tr("Boost"),
    td.LinkPreviewTypeDirectMessagesChat: lambda: tr("Messages to a channel"),
    td.LinkPreviewTypeGiftAuction: lambda: tr("Auction of a gift"),
    td.LinkPreviewTypeGiftCollection: lambda: tr("Gifts"),
    td.LinkPreviewTypeGroupCall: lambda: tr("Group call"),
    td.LinkPreviewTypeInvoice: lambda: tr("Invoice"),
    td.LinkPreviewTypeLiveStory: lambda: tr("Live story"),
    td.LinkPreviewTypeMessage: lambda: tr("Message"),
    td.LinkPreviewTypePremiumGiftCode: lambda: tr("Gift code"),
    td.LinkPreviewTypeRequestManagedBot: lambda: tr("New bot"),
    td.LinkPreviewTypeShareableChatFolder: lambda: tr("Chat folder"),
    td.LinkPreviewTypeStickerSet: lambda: tr("Stickers"),
    td.LinkPreviewTypeStory: lambda: tr("Story"),
    td.LinkPreviewTypeStoryAlbum: lambda: tr("Stories"),
    td.LinkPreviewTypeSupergroupBoost: lambda: tr("Boost"),
    td.LinkPreviewTypeTextCompositionStyle: lambda: tr("Style of writing"),
    td.LinkPreviewTypeTheme: lambda: tr("Theme"),
    td.LinkPreviewTypeUpgradedGift: lambda: tr("Gift"),
    td.LinkPreviewTypeVideoChat: lambda: tr("Video chat"),
    td.LinkPreviewTypeWebApp: lambda: tr("Web app"),
}
