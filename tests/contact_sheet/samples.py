"""A content of every kind as a person would meet it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from tdlib import types as td
from tests.contact_sheet.drawings import Drawings
from tests.helpers.schema_objects import build, members

ANN, BOB, CLEO = 2, 3, 4
KINDS: tuple[type[td.TdObject], ...] = members(td.MessageContent)

_NOW = 1_700_000_000


def sample(kind: type[td.TdObject], drawings: Drawings) -> Any:
    """Returns a content of `kind`; what has no interesting parts is filled by the schema."""
    made = _MADE.get(kind)
    return build(kind, "first") if made is None else made(drawings)


def words(text: str, *entities: tuple[int, int, td.TextEntityType]) -> td.FormattedText:
    """Returns `text` with entities given as (offset, length, type)."""
    marks = [td.TextEntity(offset=offset, length=length, type=kind) for offset, length, kind in entities]
    return td.FormattedText(text=text, entities=marks)


def filled(kind: type[Any], **fields: Any) -> Any:
    """Returns a bare object of `kind` with some fields."""
    return replace(build(kind, "bare"), **fields)


def poll(*, quiz: bool = False) -> td.Poll:
    """Returns a question with votes."""
    answers = (("Along the ridge, if the weather holds", 5, 56), ("Through the valley", 3, 33), ("Stay at home", 1, 11))
    options = [
        td.PollOption(
            id=str(number), text=words(text), voter_count=count, vote_percentage=share, is_chosen=number == 0
        )
        for number, (text, count, share) in enumerate(answers)
    ]
    quizzed = td.PollTypeQuiz(correct_option_ids=[1], explanation=words("The valley was carved by a glacier."))
    return td.Poll(
        id=9,
        question=words("Which way shall we walk on Saturday?"),
        options=options,
        total_voter_count=9,
        can_see_results=True,
        is_anonymous=not quiz,
        allows_revoting=True,
        type=quizzed if quiz else td.PollTypeRegular(),
    )


def checklist() -> td.Checklist:
    """Returns a list of tasks of which one is done."""
    tasks = [
        td.ChecklistTask(
            id=1, text=words("Book the hut"), completed_by=td.MessageSenderUser(user_id=ANN), completion_date=_NOW
        ),
        td.ChecklistTask(id=2, text=words("Sharpen the crampons and find the second pair of gaiters")),
        td.ChecklistTask(id=3, text=words("Charge the lamps")),
    ]
    return td.Checklist(
        title=words("Before the tour"), tasks=tasks, can_mark_tasks_as_done=True, others_can_mark_tasks_as_done=True
    )


def upgraded_gift(drawings: Drawings) -> td.UpgradedGift:
    """Returns a collectible gift."""
    rare = td.UpgradedGiftAttributeRarityPerMille(per_mille=12)
    colors = td.UpgradedGiftBackdropColors(center_color=0x7A9CC6, edge_color=0x35507A, symbol_color=0, text_color=0)
    gift: td.UpgradedGift = filled(
        td.UpgradedGift,
        title="Alpine Lantern",
        name="AlpineLantern-12",
        number=12,
        total_upgraded_count=400,
        model=td.UpgradedGiftModel(name="Storm glass", sticker=drawings.sticker("🏮"), rarity=rare),
        symbol=td.UpgradedGiftSymbol(name="Edelweiss", sticker=drawings.sticker("🌼"), rarity=rare),
        backdrop=td.UpgradedGiftBackdrop(id=1, name="Glacier blue", colors=colors, rarity=rare),
    )
    return gift


def _text(drawings: Drawings) -> td.MessageText:
    text = words("The route for Saturday: https://ridge.example.org/route", (24, 31, td.TextEntityTypeUrl()))
    preview = td.LinkPreview(
        url="https://ridge.example.org/route",
        display_url="ridge.example.org/route",
        site_name="Ridge Walks",
        title="The high route in two days",
        description=words("Start early, cross the snow field before noon and sleep in the upper hut."),
        type=td.LinkPreviewTypeArticle(photo=drawings.photo()),
        has_large_media=True,
        show_large_media=True,
    )
    return td.MessageText(text=text, link_preview=preview)


def _rich(drawings: Drawings) -> td.MessageRichMessage:
    def plain(text: str) -> td.RichTextPlain:
        return td.RichTextPlain(text=text)

    item = td.PageBlockListItem(
        label="1.", blocks=[td.PageBlockParagraph(text=plain("Boil the water"))], type="", value=0
    )
    blocks: list[Any] = [
        td.PageBlockHeader(header=plain("Tea at two thousand metres")),
        td.PageBlockParagraph(
            text=td.RichTexts(texts=[plain("It boils at "), td.RichTextBold(text=plain("93 °C")), plain(" up there.")])
        ),
        td.PageBlockList(items=[item, replace(item, label="2.")]),
        td.PageBlockPreformatted(text=plain("t = 100 - h / 300"), language="python"),
    ]
    return td.MessageRichMessage(message=td.RichMessage(blocks=blocks, is_full=True))


def _animation(drawings: Drawings) -> td.MessageAnimation:
    film = td.Animation(
        duration=3, width=480, height=300, thumbnail=drawings.thumbnail(480, 300), animation=drawings.file()
    )
    return td.MessageAnimation(animation=film, caption=words(""))


def _audio(drawings: Drawings) -> td.MessageAudio:
    piece = td.Audio(
        duration=213, title="Above the clouds", performer="The Cairns", file_name="clouds.mp3", audio=drawings.file()
    )
    return td.MessageAudio(audio=piece, caption=words(""))


def _document(drawings: Drawings) -> td.MessageDocument:
    piece = td.Document(file_name="hut booking.pdf", mime_type="application/pdf", document=drawings.file())
    return td.MessageDocument(document=piece, caption=words("Sign on page two, please"))


def _paid_media(drawings: Drawings) -> td.MessagePaidMedia:
    media: list[Any] = [
        td.PaidMediaPreview(width=640, height=480, minithumbnail=drawings.miniature()),
        td.PaidMediaPreview(width=640, height=480, duration=31, minithumbnail=drawings.miniature()),
    ]
    return td.MessagePaidMedia(star_count=50, media=media, caption=words("The whole climb"))


def _video(drawings: Drawings) -> td.MessageVideo:
    film = td.Video(
        duration=75, width=640, height=360, thumbnail=drawings.thumbnail(640, 360), video=drawings.file()
    )
    return td.MessageVideo(video=film, caption=words("Down in nine minutes"))


def _video_note(drawings: Drawings) -> td.MessageVideoNote:
    film = td.VideoNote(duration=12, length=384, thumbnail=drawings.thumbnail(384, 384), video=drawings.file())
    return td.MessageVideoNote(video_note=film)


def _voice_note(drawings: Drawings) -> td.MessageVoiceNote:
    piece = td.VoiceNote(duration=17, waveform=bytes(range(0, 252, 4)), voice=drawings.file())
    return td.MessageVoiceNote(voice_note=piece, caption=words(""))


def _live_location(drawings: Drawings) -> td.MessageLiveLocation:
    live = td.LiveLocation(
        location=td.Location(latitude=47.4212, longitude=10.9863), live_period=3_600, heading=45
    )
    return td.MessageLiveLocation(location=live, expires_in=2_400)


def _venue(drawings: Drawings) -> td.MessageVenue:
    place = td.Location(latitude=47.4212, longitude=10.9863)
    return td.MessageVenue(venue=td.Venue(location=place, title="The upper hut", address="Ridge road, 2,310 m"))


def _contact(drawings: Drawings) -> td.MessageContact:
    return td.MessageContact(
        contact=td.Contact(phone_number="9996615555", first_name="Bob", last_name="Marsh", user_id=BOB)
    )


def _game(drawings: Drawings) -> td.MessageGame:
    game = td.Game(
        id=3,
        short_name="ice",
        title="Ice Climber",
        text=words("Ann leads with 312 points"),
        description="Up the frozen waterfall, one hold at a time.",
        photo=drawings.photo(640, 300),
    )
    return td.MessageGame(game=game)


def _invoice(drawings: Drawings) -> td.MessageInvoice:
    product = td.ProductInfo(
        title="Two nights in the hut", description=words("Half board, bunk room, quiet hours"), photo=drawings.photo()
    )
    return td.MessageInvoice(product_info=product, currency="EUR", total_amount=12_900, is_test=True)


def _group_call(drawings: Drawings) -> td.MessageGroupCall:
    others: list[Any] = [td.MessageSenderUser(user_id=BOB), td.MessageSenderUser(user_id=CLEO)]
    return td.MessageGroupCall(duration=632, other_participant_ids=others)


def _background(drawings: Drawings) -> td.MessageChatSetBackground:
    document = td.Document(
        file_name="", mime_type="image/jpeg", thumbnail=drawings.thumbnail(200, 320), document=drawings.file(200, 320)
    )
    kind = td.BackgroundTypeWallpaper()
    background = td.Background(id=4, is_default=False, name="hills", document=document, type=kind)
    return td.MessageChatSetBackground(background=td.ChatBackground(background=background))


def _giveaway(drawings: Drawings) -> td.MessageGiveaway:
    parameters = td.GiveawayParameters(
        boosted_chat_id=10,
        winners_selection_date=_NOW + 500_000,
        has_public_winners=True,
        country_codes=["AT", "CH"],
        prize_description="a night in the hut",
    )
    return td.MessageGiveaway(
        parameters=parameters,
        winner_count=5,
        prize=td.GiveawayPrizePremium(month_count=3),
        sticker=drawings.sticker(),
    )


def _gift(drawings: Drawings) -> td.MessageGift:
    gift = replace(build(td.Gift, "bare"), sticker=drawings.sticker("🧸"), star_count=50)
    return td.MessageGift(
        gift=gift,
        sender_id=td.MessageSenderUser(user_id=ANN),
        receiver_id=td.MessageSenderUser(user_id=1),
        received_gift_id="1",
        text=words("For the one who found the way down"),
        sell_star_count=40,
    )


def _call(drawings: Drawings) -> td.MessageCall:
    return td.MessageCall(unique_id=1, discard_reason=td.CallDiscardReasonHungUp(), duration=247)


_Make = Callable[[Drawings], Any]

_MADE: dict[type[td.TdObject], _Make] = {
    td.MessageText: _text,
    td.MessageRichMessage: _rich,
    td.MessageAnimation: _animation,
    td.MessageAudio: _audio,
    td.MessageDocument: _document,
    td.MessagePaidMedia: _paid_media,
    td.MessagePhoto: lambda d: td.MessagePhoto(photo=d.photo(), caption=words("The lake in the morning")),
    td.MessageSticker: lambda d: td.MessageSticker(sticker=d.sticker()),
    td.MessageVideo: _video,
    td.MessageVideoNote: _video_note,
    td.MessageVoiceNote: _voice_note,
    td.MessageLiveLocation: _live_location,
    td.MessageLocation: lambda d: td.MessageLocation(location=td.Location(latitude=47.4212, longitude=10.9863)),
    td.MessageVenue: _venue,
    td.MessageContact: _contact,
    td.MessageAnimatedEmoji: lambda d: td.MessageAnimatedEmoji(animated_emoji=td.AnimatedEmoji(), emoji="🎉"),
    td.MessageDice: lambda d: td.MessageDice(emoji="🎯", value=6),
    td.MessageGame: _game,
    td.MessagePoll: lambda d: td.MessagePoll(poll=poll(), description=words("")),
    td.MessageStakeDice: lambda d: td.MessageStakeDice(
        value=5, stake_gram_amount=1_000_000_000, prize_gram_amount=3_000_000_000
    ),
    td.MessageStory: lambda d: td.MessageStory(story_poster_chat_id=10, story_id=4),
    td.MessageChecklist: lambda d: td.MessageChecklist(list_=checklist()),
    td.MessageInvoice: _invoice,
    td.MessageCall: _call,
    td.MessageGroupCall: _group_call,
    td.MessageVideoChatScheduled: lambda d: td.MessageVideoChatScheduled(start_date=_NOW + 90_000),
    td.MessageVideoChatEnded: lambda d: td.MessageVideoChatEnded(duration=3_720),
    td.MessageInviteVideoChatParticipants: lambda d: td.MessageInviteVideoChatParticipants(user_ids=[BOB, CLEO]),
    td.MessageBasicGroupChatCreate: lambda d: td.MessageBasicGroupChatCreate(
        title="Walkers", member_user_ids=[ANN, BOB, CLEO]
    ),
    td.MessageChatChangePhoto: lambda d: td.MessageChatChangePhoto(photo=d.chat_photo()),
    td.MessageChatOwnerLeft: lambda d: td.MessageChatOwnerLeft(new_owner_user_id=BOB),
    td.MessageChatOwnerChanged: lambda d: td.MessageChatOwnerChanged(new_owner_user_id=BOB),
    td.MessageChatAddMembers: lambda d: td.MessageChatAddMembers(member_user_ids=[BOB, CLEO]),
    td.MessageChatDeleteMember: lambda d: td.MessageChatDeleteMember(user_id=BOB),
    td.MessagePinMessage: lambda d: td.MessagePinMessage(message_id=1),
    td.MessageChatSetBackground: _background,
    td.MessageChatSetTheme: lambda d: td.MessageChatSetTheme(theme=td.ChatThemeEmoji(name="🏔")),
    td.MessageChatSetMessageAutoDeleteTime: lambda d: td.MessageChatSetMessageAutoDeleteTime(
        message_auto_delete_time=604_800
    ),
    td.MessageSuggestProfilePhoto: lambda d: td.MessageSuggestProfilePhoto(photo=d.chat_photo()),
    td.MessageSuggestBirthdate: lambda d: td.MessageSuggestBirthdate(
        birthdate=td.Birthdate(day=29, month=2, year=1992)
    ),
    td.MessageCustomServiceAction: lambda d: td.MessageCustomServiceAction(text="The hut opens its season"),
    td.MessageManagedBotCreated: lambda d: td.MessageManagedBotCreated(bot_user_id=BOB),
    td.MessagePaymentSuccessful: lambda d: td.MessagePaymentSuccessful(
        currency="EUR", total_amount=12_900, invoice_name="Two nights in the hut"
    ),
    td.MessagePaymentSuccessfulBot: lambda d: td.MessagePaymentSuccessfulBot(currency="EUR", total_amount=12_900),
    td.MessagePaymentRefunded: lambda d: td.MessagePaymentRefunded(
        owner_id=td.MessageSenderUser(user_id=BOB), currency="XTR", total_amount=50
    ),
    td.MessageGiftedPremium: lambda d: td.MessageGiftedPremium(
        gifter_user_id=ANN,
        receiver_user_id=1,
        text=words("Thank you for the lift"),
        currency="EUR",
        amount=2_999,
        month_count=6,
        sticker=d.sticker(),
    ),
    td.MessagePremiumGiftCode: lambda d: td.MessagePremiumGiftCode(
        creator_id=td.MessageSenderUser(user_id=ANN), text=words(""), month_count=3, code="abc", sticker=d.sticker()
    ),
    td.MessageGiveaway: _giveaway,
    td.MessageGiveawayWinners: lambda d: td.MessageGiveawayWinners(
        boosted_chat_id=10, prize=td.GiveawayPrizeStars(star_count=500), winner_count=2, winner_user_ids=[ANN, BOB]
    ),
    td.MessageGiftedStars: lambda d: td.MessageGiftedStars(
        gifter_user_id=ANN, receiver_user_id=1, currency="EUR", amount=499, star_count=250, sticker=d.sticker("⭐")
    ),
    td.MessageGiftedTon: lambda d: td.MessageGiftedTon(
        gifter_user_id=ANN, receiver_user_id=1, gram_amount=2_500_000_000, sticker=d.sticker("💎")
    ),
    td.MessageGiveawayPrizeStars: lambda d: td.MessageGiveawayPrizeStars(
        star_count=500, boosted_chat_id=10, sticker=d.sticker("⭐")
    ),
    td.MessageGift: _gift,
    td.MessageUpgradedGift: lambda d: td.MessageUpgradedGift(
        gift=upgraded_gift(d),
        sender_id=td.MessageSenderUser(user_id=ANN),
        receiver_id=td.MessageSenderUser(user_id=1),
        origin=td.UpgradedGiftOriginTransfer(),
    ),
    td.MessageUpgradedGiftPurchaseOffer: lambda d: td.MessageUpgradedGiftPurchaseOffer(
        gift=upgraded_gift(d),
        state=td.GiftPurchaseOfferStatePending(),
        price=td.GiftResalePriceStar(star_count=1_200),
        expiration_date=_NOW + 80_000,
    ),
    td.MessageUsersShared: lambda d: td.MessageUsersShared(users=[td.SharedUser(user_id=BOB, first_name="Bob")]),
    td.MessageProximityAlertTriggered: lambda d: td.MessageProximityAlertTriggered(
        traveler_id=td.MessageSenderUser(user_id=BOB), watcher_id=td.MessageSenderUser(user_id=1), distance=350
    ),
}
