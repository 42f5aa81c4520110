"""The life of an account, from the first start to the last close, with a fake engine."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest

from client import auth, states
from client.account import Account, StartOptions
from client.failures import (
    DatabaseRefused,
    EngineAborted,
    FolderUnusable,
    InUse,
    KeyUnusable,
    ProxyRefused,
    StartRefused,
)
from client.paths import Paths
from client.profile_lock import ProfileLock
from client.settings import Settings
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import LibraryMismatch, LibraryUnusable, TdError
from tests.client.objects import option
from tests.client.turning import until
from tests.helpers.fake_client import FakeClient, refusal

PROXY = td.Proxy(server="host", port=1080, type=td.ProxyTypeSocks5())
State = TypeVar("State")

ME = td.User(id=5, first_name="Ada", status=td.UserStatusEmpty(), type=td.UserTypeRegular())


class Stage:
    """An account whose engines are fake.

    Attributes:
        engines: one for each start, in order.
        seen: the states there were.
    """

    def __init__(self, folder: Path, **options: Any) -> None:
        self.engines: list[FakeClient] = []
        self.seen: list[states.AccountState] = []
        self.paths = Paths(folder)
        self.paths.config.mkdir(parents=True, exist_ok=True)
        self.settings = Settings(self.paths.settings)
        chosen = {"api_id": 1, "api_hash": "0" * 32, **options}
        start = StartOptions(library=Path("libtdjson"), **chosen)
        self.account = Account(self.paths, self.settings, start, make_wire=self._make)
        self.account.subscribe(lambda: self.seen.append(self.account.state))

    @property
    def engine(self) -> FakeClient:
        return self.engines[-1]

    async def start(self) -> None:
        await self.account.start()

    async def start_to(self, state: td.AuthorizationState) -> None:
        """Starts and has TDLib take its parameters and come to a state."""
        await self.start()
        await self.parameters()
        self.engine.authorization(state)

    async def parameters(self, answer: td.TdObject | None = None) -> tf.SetTdlibParameters:
        """Has TDLib ask for its parameters and answers them; returns them."""
        engine = self.engine
        engine.authorization(td.AuthorizationStateWaitTdlibParameters())
        await self.until(lambda: engine.asked(tf.SetTdlibParameters))
        given = engine.asked(tf.SetTdlibParameters)[0]
        engine.answer(tf.SetTdlibParameters, answer or td.Ok())
        return given

    async def sign_in(self) -> None:
        self.engine.answers(tf.GetMe, ME)
        self.engine.authorization(td.AuthorizationStateReady())
        await self.state(states.SignedIn)

    async def state(self, kind: type[State]) -> State:
        """Waits for a state and returns it."""
        await self.until(lambda: isinstance(self.account.state, kind))
        assert isinstance(self.account.state, kind)
        return self.account.state

    async def step(self, kind: type[State]) -> State:
        """Waits for a step of the sign-in and returns it."""

        def is_there() -> bool:
            return isinstance(self.account.state, states.SigningIn) and isinstance(self.account.state.step, kind)

        await self.until(is_there)
        assert isinstance(self.account.state, states.SigningIn)
        assert isinstance(self.account.state.step, kind)
        return self.account.state.step

    async def until(self, condition: Callable[[], object]) -> None:
        await until(condition)

    def _make(self, library: Path, **callbacks: Any) -> FakeClient:
        self.engines.append(FakeClient(library, **callbacks))
        return self.engines[-1]


def play(folder: Path, scenario: Callable[[Stage], Awaitable[None]], **options: Any) -> None:
    async def main() -> None:
        stage = Stage(folder, **options)
        try:
            await scenario(stage)
        finally:
            await stage.account.close()

    asyncio.run(main())


def failure(state: states.AccountState) -> Any:
    assert isinstance(state, states.Failed)
    return state.failure


# Starting.


def test_a_start_gives_parameters_and_comes_to_the_phone_number(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        assert isinstance(stage.account.state, states.Starting)
        given = await stage.parameters()
        assert (given.api_id, given.api_hash, len(given.database_encryption_key)) == (1, "0" * 32, 32)
        assert given.use_message_database
        assert given.use_chat_info_database
        assert given.use_file_database
        assert Path(given.database_directory).parent == tmp_path
        assert all((given.device_model, given.system_version, given.application_version, given.system_language_code))
        stage.engine.authorization(td.AuthorizationStateWaitPhoneNumber())
        await stage.step(auth.PhoneNumberStep)

    play(tmp_path, scenario)


def test_the_proxy_is_told_before_the_parameters(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        await stage.parameters()
        kinds = [type(each) for each in stage.engine.requests]
        assert kinds.index(tf.AddProxy) < kinds.index(tf.SetTdlibParameters)
        assert stage.engine.asked(tf.AddProxy)[0] == tf.AddProxy(proxy=PROXY, enable=True)

    play(tmp_path, scenario, proxy=PROXY)


def test_without_a_proxy_none_of_an_earlier_start_is_used(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        await stage.parameters()
        assert stage.engine.asked(tf.DisableProxy)

    play(tmp_path, scenario)


def test_the_database_key_stays_the_same(tmp_path: Path) -> None:
    keys: list[bytes] = []

    async def scenario(stage: Stage) -> None:
        await stage.start()
        keys.append((await stage.parameters()).database_encryption_key)

    play(tmp_path, scenario)
    play(tmp_path, scenario)
    assert keys[0] == keys[1]
    assert (tmp_path / "database.key").stat().st_mode & 0o077 == 0


def test_updates_before_ready_are_in_the_session(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        await stage.parameters()
        stage.engine.update(option("my_id", 5))
        await stage.sign_in()
        session = (await stage.state(states.SignedIn)).session
        assert session.me_id == 5
        assert session.users.full_name(5) == "Ada"

    play(tmp_path, scenario)


# What can go wrong with a start.


def test_without_api_id_it_is_asked_for_and_kept(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        state = await stage.state(states.NeedsCredentials)
        assert not state.refused
        assert stage.engines == []
        await state.accept(77, "a" * 32)
        assert (await stage.parameters()).api_id == 77
        assert Settings(stage.paths.settings).api_id == 77

    play(tmp_path, scenario, api_id=0, api_hash="")


def test_a_refused_api_id_is_asked_for_again(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        step = await stage.step(auth.PhoneNumberStep)
        stage.engine.answers(tf.SetAuthenticationPhoneNumber, refusal(400, "API_ID_INVALID"))
        with pytest.raises(TdError):
            await step.submit("+1")
        state = await stage.state(states.NeedsCredentials)
        assert state.refused
        assert stage.engine.is_stopped
        await state.accept(78, "b" * 32)
        assert (await stage.parameters()).api_id == 78

    play(tmp_path, scenario)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (refusal(401, "Wrong database encryption key"), DatabaseRefused),
        (refusal(400, 'Can\'t lock file "/x/td.binlog", because it is already in use'), InUse),
        (refusal(400, 'Can\'t init database in the directory "/x": no'), DatabaseRefused),
        (refusal(400, "Something else"), StartRefused),
    ],
)
def test_refused_parameters_are_a_failure_with_a_way_on(tmp_path: Path, answer: td.Error, kind: type) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        await stage.parameters(answer)
        state = await stage.state(states.Failed)
        assert isinstance(state.failure, kind)
        assert stage.engine.is_stopped
        await state.retry()
        await stage.parameters()
        assert len(stage.engines) == 2

    play(tmp_path, scenario)


def test_a_wrong_key_is_told_apart(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        await stage.parameters(refusal(401, "Wrong database encryption key"))
        assert failure(await stage.state(states.Failed)).wrong_key

    play(tmp_path, scenario)


def test_a_refused_proxy_is_a_failure(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        await stage.parameters()
        stage.engine.answer(tf.AddProxy, refusal(400, "Invalid proxy secret"))
        assert failure(await stage.state(states.Failed)) == ProxyRefused("host", "Invalid proxy secret")

    play(tmp_path, scenario, proxy=PROXY)


def test_a_profile_in_use_is_not_opened(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        stage.paths.prepare()
        other = ProfileLock(stage.paths.lock)
        other.acquire()
        await stage.start()
        found = failure(stage.account.state)
        assert isinstance(found, InUse)
        assert found.path == tmp_path
        assert stage.engines == []
        other.release()
        state = await stage.state(states.Failed)
        await state.retry()
        assert len(stage.engines) == 1

    play(tmp_path, scenario)


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")

    async def scenario(stage: Stage) -> None:
        await stage.start()
        found = failure(stage.account.state)
        assert isinstance(found, FolderUnusable)
        assert found.path == tmp_path / "cache"
        assert found.reason

    play(tmp_path, scenario)


def test_a_damaged_key_is_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "database.key").write_bytes(b"short")

    async def scenario(stage: Stage) -> None:
        await stage.start()
        found = failure(stage.account.state)
        assert isinstance(found, KeyUnusable)
        assert found.path.read_bytes() == b"short"

    play(tmp_path, scenario)


@pytest.mark.parametrize("broken", [LibraryUnusable("/lib", "no such file"), LibraryMismatch("/lib", "1", "2")])
def test_an_unusable_library_is_a_failure(tmp_path: Path, broken: LibraryUnusable) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        stage.engine.cannot_load(broken)
        assert failure(await stage.state(states.Failed)) is broken

    play(tmp_path, scenario)


# Engines that end.


def test_an_engine_that_dies_is_started_again_once(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        await stage.sign_in()
        stage.engine.die(-6, "disk full")
        recovering = await stage.state(states.Recovering)
        assert recovering.stopped.last_words == "disk full"
        assert len(stage.engines) == 2
        await stage.parameters()
        await stage.sign_in()
        stage.engine.die(-6, "disk full")
        assert failure(await stage.state(states.Failed)) == EngineAborted("disk full", -6)
        state = await stage.state(states.Failed)
        await state.retry()
        assert len(stage.engines) == 3

    play(tmp_path, scenario)


def test_engines_that_die_seldom_are_always_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("client.account.PATIENCE", 0.0)

    async def scenario(stage: Stage) -> None:
        await stage.start()
        for _ in range(3):
            stage.engine.die()
            await stage.state(states.Recovering)
        assert len(stage.engines) == 4

    play(tmp_path, scenario)


def test_logging_out_comes_to_a_new_sign_in(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        await stage.sign_in()
        stage.engine.answers(tf.LogOut, td.Ok())
        await stage.account.log_out()
        stage.engine.authorization(td.AuthorizationStateLoggingOut())
        assert stage.account.state == states.LoggingOut("")
        stage.engine.authorization(td.AuthorizationStateClosing())
        stage.engine.end()
        await stage.parameters()
        stage.engine.authorization(td.AuthorizationStateWaitPhoneNumber())
        await stage.step(auth.PhoneNumberStep)
        assert isinstance(stage.account.state, states.SigningIn)
        assert stage.account.state.ended_because == ""

    play(tmp_path, scenario)


def test_a_session_ended_elsewhere_says_why(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        await stage.sign_in()
        stage.engine.log("[ 2][t 4][1.2][AuthManager.cpp:1445][#1][!Td]\tLost authorization because of SESSION_REVOKED")
        stage.engine.authorization(td.AuthorizationStateLoggingOut())
        assert stage.account.state == states.LoggingOut("SESSION_REVOKED")
        stage.engine.end()
        await stage.parameters()
        stage.engine.authorization(td.AuthorizationStateWaitPhoneNumber())
        await stage.step(auth.PhoneNumberStep)
        assert isinstance(stage.account.state, states.SigningIn)
        assert stage.account.state.ended_because == "SESSION_REVOKED"

    play(tmp_path, scenario)


def test_closing_lets_go_of_the_profile(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start()
        await stage.account.close()
        assert stage.engine.is_stopped
        assert len(stage.engines) == 1
        other = ProfileLock(stage.paths.lock)
        other.acquire()
        other.release()

    play(tmp_path, scenario)


# Signing in.


async def request_of(stage: Stage, verb: Awaitable[None], kind: type[tf.Request[Any]]) -> Any:
    stage.engine.answers(kind, td.Ok())
    await verb
    return stage.engine.asked(kind)[-1]


CODE = td.AuthenticationCodeInfo(phone_number="15", type=td.AuthenticationCodeTypeSms(length=5), timeout=60)


def test_the_step_of_a_code(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitCode(code_info=CODE))
        step = await stage.step(auth.CodeStep)
        assert (step.phone_number, step.code_type, step.next_type) == ("15", CODE.type, None)
        assert step.resend_at is not None
        assert 59 < step.resend_at - asyncio.get_running_loop().time() <= 60
        assert (await request_of(stage, step.submit("12345"), tf.CheckAuthenticationCode)).code == "12345"
        await request_of(stage, step.resend(), tf.ResendAuthenticationCode)
        await step.back()
        phone = await stage.step(auth.PhoneNumberStep)
        asked = await request_of(stage, phone.submit("+16"), tf.SetAuthenticationPhoneNumber)
        assert asked.phone_number == "+16"

    play(tmp_path, scenario)


def test_a_refused_code_is_raised_and_the_step_stays(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitCode(code_info=CODE))
        step = await stage.step(auth.CodeStep)
        stage.engine.answers(tf.CheckAuthenticationCode, refusal(400, "PHONE_CODE_INVALID"))
        with pytest.raises(TdError, match="PHONE_CODE_INVALID"):
            await step.submit("0")
        assert await stage.step(auth.CodeStep) is step

    play(tmp_path, scenario)


def test_the_step_of_a_password(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        state = td.AuthorizationStateWaitPassword(password_hint="dog", has_recovery_email_address=True)
        await stage.start_to(state)
        step = await stage.step(auth.PasswordStep)
        assert (step.hint, step.has_recovery_email, step.recovery_email_pattern) == ("dog", True, "")
        assert (await request_of(stage, step.submit("rex"), tf.CheckAuthenticationPassword)).password == "rex"
        await request_of(stage, step.request_recovery(), tf.RequestAuthenticationPasswordRecovery)
        asked = await request_of(stage, step.recover("11", "new"), tf.RecoverAuthenticationPassword)
        assert (asked.recovery_code, asked.new_password) == ("11", "new")

    play(tmp_path, scenario)


def test_the_step_of_a_registration(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        terms = td.TermsOfService(text=td.FormattedText(text="terms"), min_user_age=16)
        await stage.start_to(td.AuthorizationStateWaitRegistration(terms_of_service=terms))
        step = await stage.step(auth.RegistrationStep)
        assert step.terms is terms
        asked = await request_of(stage, step.submit("Ada", "L"), tf.RegisterUser)
        assert (asked.first_name, asked.last_name) == ("Ada", "L")

    play(tmp_path, scenario)


def test_the_steps_of_an_email(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitEmailAddress())
        address = await stage.step(auth.EmailAddressStep)
        asked = await request_of(stage, address.submit("a@b"), tf.SetAuthenticationEmailAddress)
        assert asked.email_address == "a@b"
        info = td.EmailAddressAuthenticationCodeInfo(email_address_pattern="a*@b", length=6)
        stage.engine.authorization(td.AuthorizationStateWaitEmailCode(code_info=info))
        step = await stage.step(auth.EmailCodeStep)
        assert (step.email_pattern, step.length, step.can_reset) == ("a*@b", 6, False)
        code = (await request_of(stage, step.submit("123456"), tf.CheckAuthenticationEmailCode)).code
        assert code == td.EmailAddressAuthenticationCode(code="123456")

    play(tmp_path, scenario)


def test_other_states_say_what_they_are_and_lead_back(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        premium = td.AuthorizationStateWaitPremiumPurchase(support_email_address="help@x", support_email_subject="s")
        await stage.start_to(premium)
        step = await stage.step(auth.PremiumStep)
        assert step.support_email_address == "help@x"
        await step.back()
        await stage.step(auth.PhoneNumberStep)

    play(tmp_path, scenario)


def test_leaving_a_qr_code_starts_over_behind_the_same_screen(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        phone = await stage.step(auth.PhoneNumberStep)
        await request_of(stage, phone.request_qr_code(), tf.RequestQrCodeAuthentication)
        stage.engine.authorization(td.AuthorizationStateWaitOtherDeviceConfirmation(link="tg://login?token=x"))
        step = await stage.step(auth.QrCodeStep)
        assert step.link == "tg://login?token=x"
        stage.seen.clear()
        stage.engine.answers(tf.LogOut, td.Ok())
        leaving = asyncio.ensure_future(step.use_phone_number())
        await stage.until(lambda: stage.engine.asked(tf.LogOut))
        stage.engine.authorization(td.AuthorizationStateLoggingOut())
        stage.engine.end()
        await stage.parameters()
        assert not leaving.done()
        stage.engine.authorization(td.AuthorizationStateWaitPhoneNumber())
        await leaving
        assert [type(state) for state in stage.seen] == [states.SigningIn]
        await stage.step(auth.PhoneNumberStep)

    play(tmp_path, scenario)


def test_countries_and_the_hint(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        step = await stage.step(auth.PhoneNumberStep)
        norway = td.CountryInfo(country_code="NO", name="Norway", calling_codes=["47"])
        stage.engine.answers(tf.GetCountries, td.Countries(countries=[norway]))
        stage.engine.answers(tf.GetCountryCode, refusal(500, "no network"))
        assert await step.countries() == [norway]
        assert step.country_code_hint == ""
        stage.engine.answers(tf.GetCountries, td.Countries(countries=[norway]))
        stage.engine.answers(tf.GetCountryCode, td.Text(text="no"))
        await step.countries()
        assert step.country_code_hint == "NO"

    play(tmp_path, scenario)


def test_what_an_old_engine_says_is_not_heard(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        old = stage.engine
        await stage.account.restart()
        await stage.parameters()
        stage.seen.clear()
        old.authorization(td.AuthorizationStateWaitPhoneNumber())
        old.die()
        assert stage.seen == []
        assert len(stage.engines) == 2

    play(tmp_path, scenario)
