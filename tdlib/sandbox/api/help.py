"""`help.*` and `langpack.*`: configuration, countries, colours, texts."""

from __future__ import annotations

from collections.abc import Mapping

from tdlib.sandbox.api.answering import users_answer
from tdlib.sandbox.api.countries import COUNTRIES
from tdlib.sandbox.codec import types as tl
from tdlib.sandbox.render.media import DC_ID
from tdlib.sandbox.rpc import Call, TLObject, method
from tdlib.sandbox.world.welcome import service_person

HOUR = 3600
COUNTRIES_HASH = 20_240_229
CONFIG_HASH = 20_240_301
COLOURS_HASH = 20_240_302
LOOPBACK = "127.0.0.1"
PORT = 443

APP_CONFIG: Mapping[str, object] = {
    "test": 1.0,
    "reactions_uniq_max": 11.0,
    "reactions_user_max_default": 1.0,
    "reactions_in_chat_max": 100.0,
    "dialog_filters_limit_default": 10.0,
    "dialog_filters_chats_limit_default": 100.0,
    "dialogs_pinned_limit_default": 5.0,
    "dialogs_folder_pinned_limit_default": 100.0,
    "caption_length_limit_default": 4096.0,
    "upload_max_fileparts_default": 4000.0,
    "about_length_limit_default": 70.0,
    "chat_read_mark_expire_period": 604_800.0,
    "chat_read_mark_size_threshold": 100.0,
    "quote_length_max": 1024.0,
    "stickers_emoji_suggest_only_api": False,
    "premium_purchase_blocked": True,
    "emojies_send_dice": ["🎲", "🎯", "🏀", "⚽", "🎰", "🎳"],
}
"""What clients read of the app configuration; the names are the server's."""

COLOURS: list[tuple[int, list[int]]] = [
    (7, [0xE15052, 0xF9AE63]),
    (8, [0xE0802B, 0xFAC534]),
    (9, [0xA05FF3, 0xF48FFF]),
    (10, [0x27A910, 0xA7DC57]),
    (11, [0x27ACCE, 0x82E8D6]),
    (12, [0x3391D4, 0x7DD3F0]),
    (13, [0xDD4371, 0xFFBE9F]),
]
"""Name colours beyond the first seven, which every client has built in."""


@method("help.getConfig")
async def get_config(call: Call, request: TLObject) -> TLObject:
    """The limits and the data centres: one, on loopback."""
    now = call.world.now()
    return tl.Config(
        date=now,
        expires=now + HOUR,
        test_mode=False,
        this_dc=DC_ID,
        dc_options=[tl.DcOption(id=DC_ID, ip_address=LOOPBACK, port=PORT)],
        dc_txt_domain_name="apv3.stel.com",
        chat_size_max=200,
        megagroup_size_max=200_000,
        forwarded_count_max=100,
        online_update_period_ms=210_000,
        offline_blur_timeout_ms=5_000,
        offline_idle_timeout_ms=30_000,
        online_cloud_timeout_ms=300_000,
        notify_cloud_delay_ms=30_000,
        notify_default_delay_ms=1_500,
        push_chat_period_ms=60_000,
        push_chat_limit=2,
        edit_time_limit=172_800,
        revoke_time_limit=2_147_483_647,
        revoke_pm_time_limit=2_147_483_647,
        revoke_pm_inbox=True,
        rating_e_decay=2_419_200,
        stickers_recent_limit=200,
        channels_read_media_period=604_800,
        call_receive_timeout_ms=20_000,
        call_ring_timeout_ms=90_000,
        call_connect_timeout_ms=30_000,
        call_packet_timeout_ms=10_000,
        me_url_prefix="https://t.me/",
        caption_length_max=4096,
        message_length_max=4096,
        webfile_dc_id=DC_ID,
        reactions_default=tl.ReactionEmoji(emoticon="👍"),
    )


@method("help.getNearestDc")
async def get_nearest_dc(call: Call, request: TLObject) -> TLObject:
    """Where the caller seems to be; countries in the sample are guessed to be Germany."""
    return tl.NearestDc(country="DE", this_dc=DC_ID, nearest_dc=DC_ID)


@method("help.getAppConfig")
async def get_app_config(call: Call, request: TLObject) -> TLObject:
    """Further limits."""
    if request.hash == CONFIG_HASH:
        return tl.help.AppConfigNotModified()
    return tl.help.AppConfig(hash=CONFIG_HASH, config=_json(APP_CONFIG))


@method("help.getCountriesList")
async def get_countries_list(call: Call, request: TLObject) -> TLObject:
    """All countries with their calling codes."""
    if request.hash == COUNTRIES_HASH:
        return tl.help.CountriesListNotModified()
    countries = [
        tl.help.Country(
            iso2=iso2,
            default_name=name,
            country_codes=[
                tl.help.CountryCode(country_code=code, prefixes=prefixes or None, patterns=patterns or None)
                for code, prefixes, patterns in codes
            ],
        )
        for iso2, name, codes in COUNTRIES
    ]
    return tl.help.CountriesList(countries=countries, hash=COUNTRIES_HASH)


@method("help.getPromoData")
async def get_promo_data(call: Call, request: TLObject) -> TLObject:
    """No promotion."""
    return tl.help.PromoDataEmpty(expires=call.world.now() + HOUR)


@method("help.getTermsOfServiceUpdate")
async def get_terms_of_service_update(call: Call, request: TLObject) -> TLObject:
    """No new terms."""
    return tl.help.TermsOfServiceUpdateEmpty(expires=call.world.now() + 24 * HOUR)


@method("help.getPeerColors")
async def get_peer_colors(call: Call, request: TLObject) -> TLObject:
    """The colours of names."""
    if request.hash == COLOURS_HASH:
        return tl.help.PeerColorsNotModified()
    built_in = [tl.help.PeerColorOption(color_id=number) for number in range(7)]
    further = [
        tl.help.PeerColorOption(color_id=number, colors=tl.help.PeerColorSet(colors=colours))
        for number, colours in COLOURS
    ]
    return tl.help.PeerColors(hash=COLOURS_HASH, colors=[*built_in, *further])


@method("help.getPeerProfileColors")
async def get_peer_profile_colors(call: Call, request: TLObject) -> TLObject:
    """The colours of profiles."""
    if request.hash == COLOURS_HASH:
        return tl.help.PeerColorsNotModified()
    options = [
        tl.help.PeerColorOption(color_id=number, colors=_profile_set(colours), dark_colors=_profile_set(colours))
        for number, colours in COLOURS
    ]
    return tl.help.PeerColors(hash=COLOURS_HASH, colors=options)


@method("help.getInviteText")
async def get_invite_text(call: Call, request: TLObject) -> TLObject:
    """What to send to a friend."""
    return tl.help.InviteText(message="Let's switch to Telegram: https://telegram.org/dl")


@method("help.getSupport")
async def get_support(call: Call, request: TLObject) -> TLObject:
    """The account that helps."""
    users = users_answer(call, [service_person(call.world).id])
    return tl.help.Support(phone_number="42777", user=users[0])


@method("help.getAppUpdate")
async def get_app_update(call: Call, request: TLObject) -> TLObject:
    """No newer version."""
    return tl.help.NoAppUpdate()


@method("help.getTimezonesList")
async def get_timezones_list(call: Call, request: TLObject) -> TLObject:
    """A few time zones."""
    zones = [("Etc/UTC", "UTC", 0), ("Europe/Berlin", "Berlin", 3600), ("Asia/Tokyo", "Tokyo", 32_400)]
    shown = [tl.Timezone(id=zone, name=name, utc_offset=offset) for zone, name, offset in zones]
    return tl.help.TimezonesList(timezones=shown, hash=1)


@method("help.getDeepLinkInfo")
async def get_deep_link_info(call: Call, request: TLObject) -> TLObject:
    """Nothing is known of any deep link."""
    return tl.help.DeepLinkInfoEmpty()


@method("help.getPremiumPromo")
async def get_premium_promo(call: Call, request: TLObject) -> TLObject:
    """No subscription is sold here."""
    return tl.help.PremiumPromo(
        status_text="", status_entities=[], video_sections=[], videos=[], period_options=[], users=[]
    )


@method("help.acceptTermsOfService", "help.hidePromoData", "help.dismissSuggestion", "help.saveAppLog")
async def accept(call: Call, request: TLObject) -> bool:
    """Accepted."""
    return True


@method("help.getRecentMeUrls")
async def get_recent_me_urls(call: Call, request: TLObject) -> TLObject:
    """None."""
    return tl.help.RecentMeUrls(urls=[], chats=[], users=[])


@method("langpack.getLangPack", "langpack.getDifference")
async def get_lang_pack(call: Call, request: TLObject) -> TLObject:
    """A language without strings: the application brings its own."""
    return tl.LangPackDifference(lang_code=request.lang_code, from_version=0, version=1, strings=[])


@method("langpack.getStrings", "langpack.getLanguages")
async def get_strings(call: Call, request: TLObject) -> list[TLObject]:
    """None."""
    return []


def _profile_set(colours: list[int]) -> TLObject:
    return tl.help.PeerColorProfileSet(palette_colors=colours[:1], bg_colors=colours[:1], story_colors=colours)


def _json(value: object) -> TLObject:
    """A plain value as the API's JSON objects."""
    match value:
        case bool():
            return tl.JsonBool(value=value)
        case float() | int():
            return tl.JsonNumber(value=float(value))
        case str():
            return tl.JsonString(value=value)
        case list():
            return tl.JsonArray(value=[_json(each) for each in value])
        case Mapping():
            members = [tl.JsonObjectValue(key=str(name), value=_json(each)) for name, each in value.items()]
            return tl.JsonObject(value=members)
    return tl.JsonNull()
