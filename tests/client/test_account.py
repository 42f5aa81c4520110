"""Engines of an account that end, and accounts that do, with a fake engine."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from client import auth, states
from client.failures import EngineAborted
from client.profile_lock import ProfileLock
from tdlib import functions as tf
from tdlib import types as td
from tests.client.account_stage import ME, Stage, failure, play


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
        assert (await stage.state(states.LoggingOut)).reason == ""
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
        assert (await stage.state(states.LoggingOut)).reason == "SESSION_REVOKED"
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


def test_what_is_typed_goes_with_a_session_that_its_person_ends(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        await stage.sign_in()
        stage.account.journal.put(7, "a draft")
        stage.account.journal.flush()
        assert stage.account.kept.user_id == ME.id
        stage.engine.answers(tf.LogOut, td.Ok())
        await stage.account.log_out()
        stage.engine.end()
        assert stage.account.journal.chat_ids == []
        assert not stage.paths.composer_journal.exists()
        assert stage.account.kept.user_id == 0

    play(tmp_path, scenario)


def test_what_is_typed_stays_when_a_session_is_ended_elsewhere(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        await stage.sign_in()
        stage.account.journal.put(7, "a draft")
        stage.engine.log("Lost authorization because of SESSION_REVOKED")
        stage.engine.authorization(td.AuthorizationStateLoggingOut())
        stage.engine.end()
        assert stage.account.journal.get(7).text == "a draft"
        await stage.sign_in()
        assert stage.account.journal.get(7).text == "a draft"

    play(tmp_path, scenario)


def test_somebody_else_does_not_see_what_was_typed(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        stage.account.kept.set(user_id=ME.id + 1, last_chat=7)
        stage.account.journal.put(7, "a draft")
        await stage.sign_in()
        assert stage.account.journal.chat_ids == []
        assert (stage.account.kept.user_id, stage.account.kept.last_chat) == (ME.id, 0)

    play(tmp_path, scenario)


def test_data_can_be_deleted_without_waiting_for_telegram(tmp_path: Path) -> None:
    async def scenario(stage: Stage) -> None:
        await stage.start_to(td.AuthorizationStateWaitPhoneNumber())
        await stage.sign_in()
        leaving = asyncio.ensure_future(stage.account.leave())
        await stage.until(lambda: stage.engine.asked(tf.LogOut))
        stage.engine.authorization(td.AuthorizationStateLoggingOut())
        destroying = asyncio.ensure_future((await stage.state(states.LoggingOut)).destroy())
        await stage.until(lambda: stage.engine.asked(tf.Destroy))
        stage.engine.end()
        await asyncio.gather(leaving, destroying)
        await stage.state(states.Left)
        assert len(stage.engines) == 1

    play(tmp_path, scenario)
