"""An account's start, and what can go wrong with it, with a fake engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from client import auth, states
from client.failures import (
    DatabaseRefused,
    FolderUnusable,
    InUse,
    KeyringUnusable,
    KeyUnusable,
    ProxyRefused,
    StartRefused,
)
from client.profile_lock import ProfileLock
from client.settings import Settings
from tdlib import functions as tf
from tdlib import types as td
from tdlib.errors import LibraryMismatch, LibraryUnusable, TdError
from tests.client.account_stage import Stage, failure, play
from tests.client.fake_keyring import FakeKeyring
from tests.client.objects import option
from tests.helpers.fake_client import refusal

PROXY = td.Proxy(server="host", port=1080, type=td.ProxyTypeSocks5())


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
        assert state.refused == 1
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


def test_a_keyring_that_keeps_the_key_to_itself_is_a_failure_with_a_way_on(tmp_path: Path) -> None:
    keyring = FakeKeyring()
    keys: list[bytes] = []

    async def start(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        keys.append(stage.engine.asked(tf.SetTdlibParameters)[0].database_encryption_key)
        await stage.sign_in()

        def is_settled() -> bool:
            return bool(keyring.kept) and stage.account.key_is_in_file == (len(keys) == 1)

        await stage.until(is_settled)

    async def locked(stage: Stage) -> None:
        keyring.failure = "KeyringLocked"
        await stage.start()
        found = failure(stage.account.state)
        assert isinstance(found, KeyringUnusable)
        assert stage.engines == []
        keyring.failure = ""
        await (await stage.state(states.Failed)).retry()
        assert (await stage.parameters()).database_encryption_key == keys[0]

    play(tmp_path, start, keyring=keyring)
    play(tmp_path, start, keyring=keyring)
    assert keys[0] == keys[1]
    play(tmp_path, locked, keyring=keyring)
