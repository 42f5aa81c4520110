"""A chat with every kind of message that a server can make, each said by somebody of the sample."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.drawing import drawn_photo
from tdlib.sandbox.render.media import tl_document, tl_photo
from tdlib.sandbox.render.peers import tl_peer
from tdlib.sandbox.rpc import TLObject
from tdlib.sandbox.sample import media
from tdlib.sandbox.sample.script import formatted
from tdlib.sandbox.world import stickers
from tdlib.sandbox.world.messages import Message, Reply
from tdlib.sandbox.world.peers import bare_id
from tdlib.sandbox.world.persons import Person
from tdlib.sandbox.world.world import World

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass
class Said:
    """One message: what it says, holds or tells of."""

    text: str = ""
    media: Any = None
    action: TLObject = None
    entities: list[TLObject] = field(default_factory=list)
    markup: TLObject = None
    rich: TLObject = None
    answers: bool = False


def gifts(world: World, giver: Person, receiver: Person) -> list[Message]:
    """What one person gives another in their own conversation, where alone it can be given."""
    given = [
            tl.MessageActionGiftPremium(currency="EUR", amount=2_999, days=180, message=_plain("For the lift")),
            tl.MessageActionGiftStars(currency="EUR", amount=499, stars=250, transaction_id="t1"),
            tl.MessageActionGiftTon(
                currency="USD", amount=900, crypto_currency="TON", crypto_amount=2_500_000_000, transaction_id="t2"
            ),
    ]
    start = world.now() - 9 * DAY
    return [
        Message(peer=receiver.id, author=giver.id, date=start + number * MINUTE, action=action)
        for number, action in enumerate(given)
    ]


def messages(world: World, peer: int, authors: list[Person], group: int) -> list[Message]:
    """The messages, oldest first, some minutes apart.

    Arguments:
        peer: a supergroup.
        authors: who speaks, in turns, and of whom messages tell.
        group: a basic group, for the line that tells from which one the supergroup came.
    """
    kinds = Kinds(world, peer, authors, group)
    told = [*kinds.common(), *kinds.group(), *kinds.between_two()]
    found: list[Message] = []
    start = world.now() - 9 * DAY - len(told) * 7 * MINUTE
    for number, said in enumerate(told):
        message = Message(
            peer=peer,
            author=authors[number % len(authors)].id,
            date=start + number * 7 * MINUTE,
            text=said.text,
            entities=said.entities,
            media=said.media,
            action=said.action,
            markup=said.markup,
            rich=said.rich,
            reply=Reply(found[-1]) if said.answers and found else None,
        )
        found.append(message)
    return found


class Kinds:
    """Makes what messages hold.

    Arguments:
        world: keeps the files.
        peer: the chat.
        others: people of whom messages tell.
        group: a basic group from which the chat might have come.
    """

    def __init__(self, world: World, peer: int, others: list[Person], group: int) -> None:
        self._group = group
        self._world = world
        self._peer = peer
        self._others = others
        self._now = world.now()

    def common(self) -> Iterator[Said]:
        """Contents of ordinary messages."""
        world, now = self._world, self._now
        people = {str(number): person for number, person in enumerate(self._others)}
        yield Said("The plain one")
        yield Said("A look ahead: https://ridge.example.org/route", media=self._web_page(), entities=[_url(14, 31)])
        yield Said(rich=self._rich())
        yield Said("Windy up there", media=media.animation(world, now))
        yield Said(media=media.music(world, "Above the clouds", "The Cairns", 213, now))
        yield Said("Sign on page two", media=media.file(world, "hut booking.pdf", 120_000, "application/pdf", now))
        yield Said("The whole climb", media=self._paid())
        yield Said("The lake in the morning", media=drawn_photo(world, 3, 1280, 853, now))
        yield Said(media=stickers.still(world, "🏔", 3))
        yield Said("Down in nine minutes", media=media.video(world, 4, 75, now))
        yield Said(media=media.video(world, 2, 12, now, is_round=True))
        yield Said(media=media.voice(world, 17, now))
        yield Said(media=tl.MessageMediaPhoto(ttl_seconds=10))
        yield Said(media=tl.MessageMediaDocument(ttl_seconds=10, video=True))
        yield Said(media=tl.MessageMediaDocument(ttl_seconds=10, round=True))
        yield Said(media=tl.MessageMediaDocument(ttl_seconds=10, voice=True))
        yield Said(media=tl.MessageMediaGeoLive(geo=_place(), period=900, heading=45))
        yield Said(media=tl.MessageMediaGeo(geo=_place()))
        yield Said(media=media.media(world, "venue", "47.42 10.98; The upper hut; Ridge road", now, people))
        yield Said(media=media.media(world, "contact", "0", now, people))
        yield Said("🎉")
        yield Said(media=tl.MessageMediaDice(value=6, emoticon="🎯"))
        yield Said(media=self._game(), markup=_keyboard(tl.KeyboardButtonGame(text="Play")))
        yield Said(media=media.poll(world, ["Which way on Saturday?", "The ridge", "The valley", "Stay at home"]))
        yield Said(media=media.poll(world, ["What shall we bring?", "Tea", "Cake"], public=True, several=True))
        yield Said(media=media.poll(world, ["What carved the valley?", "A river", "A glacier"], right=1))
        yield Said(media=tl.MessageMediaToDo(todo=_todo(), completions=[self._completion()]))
        yield Said(media=self._invoice(), markup=_keyboard(tl.KeyboardButtonBuy(text="Pay €129.00")))
        yield Said(media=tl.MessageMediaStory(peer=tl_peer(self._others[0].id), id=4))
        yield Said("Shall I book the hut?", markup=media.buttons())
        yield _marked("Sun [⭐](emoji/0), the meadow green [🌿](emoji/1), the tea hot [🔥](emoji/3)! Set [✅](emoji/4)")
        yield _marked("[⭐](emoji/0)[🌿](emoji/1)[🔥](emoji/3)")
        yield _marked("[😻](emoji/2)")
        yield Said(media=tl.MessageMediaUnsupported())

    def group(self) -> Iterator[Said]:
        """What is said and done in groups."""
        one, two = (person.id for person in self._others[:2])
        call = tl.InputGroupCall(id=77, access_hash=1)
        channel_id = bare_id(self._peer)
        yield Said(media=self._giveaway(channel_id))
        yield Said(media=self._winners(channel_id, [one, two]))
        actions = [
            tl.MessageActionGroupCallScheduled(call=call, schedule_date=self._now + DAY),
            tl.MessageActionGroupCall(call=call),
            tl.MessageActionGroupCall(call=call, duration=3_720),
            tl.MessageActionInviteToGroupCall(call=call, users=[one, two]),
            tl.MessageActionChatCreate(title="Every kind of message", users=[one, two]),
            tl.MessageActionChannelCreate(title="Every kind of message"),
            tl.MessageActionChatEditTitle(title="Every kind of message"),
            tl.MessageActionChatEditPhoto(photo=tl_photo(drawn_photo(self._world, 6, 640, 640, self._now))),
            tl.MessageActionChatDeletePhoto(),
            tl.MessageActionNewCreatorPending(new_creator_id=one),
            tl.MessageActionChangeCreator(new_creator_id=one),
            tl.MessageActionChatAddUser(users=[one, two]),
            tl.MessageActionChatJoinedByLink(inviter_id=one),
            tl.MessageActionChatJoinedByRequest(),
            tl.MessageActionChatDeleteUser(user_id=two),
            tl.MessageActionChangeCommunity(),
            tl.MessageActionChannelMigrateFrom(title="The small group", chat_id=bare_id(self._group)),
            tl.MessageActionChatMigrateTo(channel_id=channel_id),
            tl.MessageActionBoostApply(boosts=3),
            tl.MessageActionTopicCreate(title="Weather", icon_color=0x6FB9F0),
            tl.MessageActionTopicEdit(title="Weather and snow"),
            tl.MessageActionTopicEdit(closed=True),
            tl.MessageActionTopicEdit(hidden=True),
            tl.MessageActionCustomAction(message="The hut opens its season"),
            tl.MessageActionGiveawayLaunch(stars=500),
            tl.MessageActionPaidMessagesPrice(stars=5),
            tl.MessageActionPaidMessagesPrice(stars=5, broadcast_messages_allowed=True),
            tl.MessageActionGeoProximityReached(from_id=tl_peer(one), to_id=tl_peer(two), distance=350),
        ]
        yield from (Said(action=action) for action in actions)
        answers = [
            tl.MessageActionPinMessage(),
            tl.MessageActionGameScore(game_id=3, score=312),
            tl.MessageActionGiveawayResults(winners_count=3, unclaimed_count=1),
            tl.MessageActionTodoCompletions(completed=[1], incompleted=[]),
            tl.MessageActionTodoAppendTasks(list=[tl.TodoItem(id=9, title=_plain("Wax the skis"))]),
            tl.MessageActionPollAppendAnswer(answer=tl.PollAnswer(text=_plain("By the lake"), option=b"4")),
            tl.MessageActionPollDeleteAnswer(answer=tl.PollAnswer(text=_plain("By the lake"), option=b"4")),
        ]
        yield from (Said(action=action, answers=True) for action in answers)

    def between_two(self) -> Iterator[Said]:
        """What is said and done between two; clients show it in a group too."""
        one, two = (person.id for person in self._others[:2])
        gift, unique = self._gift(), self._unique_gift()
        amount = tl.StarsAmount(amount=1_200, nanos=0)
        yield Said("Now what two say to each other")
        yield Said(media=tl.MessageMediaDice(value=5, emoticon="🎲", game_outcome=_outcome()))
        actions = [
            tl.MessageActionPhoneCall(call_id=8, reason=tl.PhoneCallDiscardReasonHangup(), duration=247),
            tl.MessageActionConferenceCall(call_id=9, duration=632, other_participants=[tl_peer(one), tl_peer(two)]),
            tl.MessageActionScreenshotTaken(),
            tl.MessageActionSetChatWallPaper(for_both=True, wallpaper=self._wallpaper()),
            tl.MessageActionSetChatTheme(theme=tl.ChatTheme(emoticon="🏔")),
            tl.MessageActionSetMessagesTTL(period=604_800),
            tl.MessageActionNoForwardsRequest(prev_value=True, new_value=False),
            tl.MessageActionNoForwardsToggle(prev_value=True, new_value=False),
            tl.MessageActionSuggestProfilePhoto(photo=tl_photo(drawn_photo(self._world, 8, 640, 640, self._now))),
            tl.MessageActionSuggestBirthday(birthday=tl.Birthday(day=29, month=2, year=1992)),
            tl.MessageActionManagedBotCreated(bot_id=one),
            tl.MessageActionPaymentSent(currency="EUR", total_amount=12_900, invoice_slug="hut"),
            tl.MessageActionPaymentRefunded(
                peer=tl_peer(one),
                currency="XTR",
                total_amount=50,
                charge=tl.PaymentCharge(id="1", provider_charge_id="1"),
            ),
            tl.MessageActionGiftCode(days=90, slug="abc"),
            tl.MessageActionPrizeStars(stars=500, transaction_id="t3", boost_peer=tl_peer(one), giveaway_msg_id=4),
            tl.MessageActionStarGift(gift=gift, message=_plain("For the one who found the way"), convert_stars=40),
            tl.MessageActionStarGiftUnique(gift=unique, transferred=True, saved=True),
            tl.MessageActionStarGiftUnique(gift=gift, refunded=True),
            tl.MessageActionStarGiftPurchaseOffer(gift=unique, price=amount, expires_at=self._now + DAY),
            tl.MessageActionStarGiftPurchaseOfferDeclined(gift=unique, price=amount),
            tl.MessageActionPaidMessagesRefunded(count=3, stars=15),
            tl.MessageActionSuggestedPostApproval(balance_too_low=True, price=amount),
            tl.MessageActionSuggestedPostApproval(schedule_date=self._now + DAY, price=amount),
            tl.MessageActionSuggestedPostApproval(rejected=True, reject_comment="Too long"),
            tl.MessageActionSuggestedPostSuccess(price=amount),
            tl.MessageActionSuggestedPostRefund(),
            tl.MessageActionContactSignUp(),
            tl.MessageActionRequestedPeer(button_id=1, peers=[tl_peer(one)]),
            tl.MessageActionRequestedPeer(button_id=2, peers=[tl_peer(self._peer if self._peer < 0 else one)]),
            tl.MessageActionBotAllowed(domain="ridge.example.org"),
            tl.MessageActionWebViewDataSent(text="Choose a bunk"),
            tl.MessageActionSecureValuesSent(types=[tl.SecureValueTypePassport()]),
        ]
        yield from (Said(action=action) for action in actions)

    def _web_page(self) -> TLObject:
        page = tl.WebPage(
            id=41,
            url="https://ridge.example.org/route",
            display_url="ridge.example.org/route",
            hash=0,
            has_large_media=True,
            type="article",
            site_name="Ridge Walks",
            title="The high route in two days",
            description="Start early, cross the snow field before noon and sleep in the upper hut.",
            photo=tl_photo(drawn_photo(self._world, 5, 1280, 720, self._now)),
        )
        return tl.MessageMediaWebPage(webpage=page, force_large_media=True)

    def _rich(self) -> TLObject:
        text = tl.TextConcat(
            texts=[
                tl.TextPlain(text="Water boils at "),
                tl.TextBold(text=tl.TextPlain(text="93 °C")),
                tl.TextPlain(text=" up there."),
            ]
        )
        blocks = [tl.PageBlockHeading1(text=tl.TextPlain(text="Tea on the mountain")), tl.PageBlockParagraph(text=text)]
        return tl.RichMessage(blocks=blocks, photos=[], documents=[])

    def _paid(self) -> TLObject:
        previews = [tl.MessageExtendedMediaPreview(w=1280, h=853), tl.MessageExtendedMediaPreview(w=1280, h=720)]
        return tl.MessageMediaPaidMedia(stars_amount=50, extended_media=previews)

    def _game(self) -> TLObject:
        photo = tl_photo(drawn_photo(self._world, 9, 1280, 640, self._now))
        game = tl.Game(
            id=3,
            access_hash=1,
            short_name="ice",
            title="Ice Climber",
            description="Up the frozen waterfall, one hold at a time.",
            photo=photo,
        )
        return tl.MessageMediaGame(game=game)

    def _invoice(self) -> TLObject:
        return tl.MessageMediaInvoice(
            title="Two nights in the hut",
            description="Half board, bunk room, quiet hours",
            currency="EUR",
            total_amount=12_900,
            start_param="hut",
            test=True,
        )

    def _completion(self) -> TLObject:
        return tl.TodoCompletion(id=1, completed_by=tl_peer(self._others[0].id), date=self._now - HOUR)

    def _giveaway(self, channel_id: int) -> TLObject:
        return tl.MessageMediaGiveaway(
            channels=[channel_id],
            quantity=5,
            months=3,
            until_date=self._now + DAY,
            winners_are_visible=True,
            countries_iso2=["AT", "CH"],
            prize_description="a night in the hut",
        )

    def _winners(self, channel_id: int, winners: list[int]) -> TLObject:
        return tl.MessageMediaGiveawayResults(
            channel_id=channel_id,
            launch_msg_id=4,
            winners_count=len(winners),
            unclaimed_count=0,
            winners=winners,
            stars=500,
            until_date=self._now - DAY,
        )

    def _wallpaper(self) -> TLObject:
        settings = tl.WallPaperSettings(background_color=0x7A9CC6, second_background_color=0x35507A, rotation=45)
        return tl.WallPaperNoFile(id=0, settings=settings)

    def _gift(self) -> TLObject:
        sticker = tl_document(stickers.still(self._world, "🏮", 4))
        return tl.StarGift(id=51, sticker=sticker, stars=50, convert_stars=40)

    def _unique_gift(self) -> TLObject:
        sticker = tl_document(stickers.still(self._world, "🏮", 4))
        pattern = tl_document(stickers.still(self._world, "🌼", 5))
        rarity = tl.StarGiftAttributeRarity(permille=12)
        return tl.StarGiftUnique(
            id=52,
            gift_id=51,
            title="Alpine Lantern",
            slug="AlpineLantern-12",
            num=12,
            attributes=[
                tl.StarGiftAttributeModel(name="Storm glass", document=sticker, rarity=rarity),
                tl.StarGiftAttributePattern(name="Edelweiss", document=pattern, rarity=rarity),
                tl.StarGiftAttributeBackdrop(
                    name="Glacier blue",
                    backdrop_id=1,
                    center_color=0x7A9CC6,
                    edge_color=0x35507A,
                    pattern_color=0x223355,
                    text_color=0xFFFFFF,
                    rarity=rarity,
                ),
            ],
            availability_issued=400,
            availability_total=1_000,
            owner_id=tl_peer(self._others[0].id),
        )


def _marked(source: str) -> Said:
    text, entities = formatted(source)
    return Said(text, entities=list(entities))


def _place() -> TLObject:
    return tl.GeoPoint(long=10.9863, lat=47.4212, access_hash=7)


def _plain(text: str) -> TLObject:
    return tl.TextWithEntities(text=text, entities=[])


def _url(offset: int, length: int) -> TLObject:
    return tl.MessageEntityUrl(offset=offset, length=length)


def _todo() -> TLObject:
    tasks = ("Book the hut", "Sharpen the crampons", "Charge the lamps")
    items = [tl.TodoItem(id=number, title=_plain(text)) for number, text in enumerate(tasks, 1)]
    return tl.TodoList(title=_plain("Before the tour"), list=items, others_can_complete=True)


def _outcome() -> TLObject:
    return tl.messages.EmojiGameOutcome(seed=b"0" * 32, stake_ton_amount=1_000_000_000, ton_amount=3_000_000_000)


def _keyboard(button: TLObject) -> TLObject:
    return tl.ReplyInlineMarkup(rows=[tl.KeyboardButtonRow(buttons=[button])])
