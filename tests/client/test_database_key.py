"""Where the key of the database is: in a file, on its way to the keyring, and there; and keyrings that fail."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from client.database_key import MORE_PATIENCE, PATIENCE, DatabaseKey
from client.failures import KeyringUnusable, KeyUnusable
from client.paths import Paths
from tests.client.fake_keyring import FakeKeyring


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path)


def opened(paths: Paths, keyring: FakeKeyring | None = None) -> bytes:
    return asyncio.run(DatabaseKey(paths, keyring).open())


def started(paths: Paths, keyring: FakeKeyring | None) -> bytes:
    """One start: the key is found, and goes on with its way."""

    async def start() -> bytes:
        place = DatabaseKey(paths, keyring)
        key = await place.open()
        await place.settle()
        return key

    return asyncio.run(start())


def test_a_key_is_made_once(paths: Paths, tmp_path: Path) -> None:
    key = opened(paths)
    assert len(key) == 32
    assert opened(paths) == key
    other = Paths(tmp_path / "other")
    other.data.mkdir()
    assert opened(other) != key
    assert paths.database_key.stat().st_mode & 0o777 == 0o600


def test_a_key_half_made_before_a_crash_is_made_again(paths: Paths) -> None:
    (paths.data / "database.key.new").write_bytes(b"half")
    assert len(opened(paths)) == 32


@pytest.mark.parametrize("content", [b"", b"x" * 31, b"x" * 33])
def test_a_damaged_key_is_not_replaced(paths: Paths, content: bytes) -> None:
    paths.database_key.write_bytes(content)
    with pytest.raises(KeyUnusable):
        opened(paths, FakeKeyring())
    assert paths.database_key.read_bytes() == content


def test_no_key_is_made_for_a_database_that_has_one(paths: Paths) -> None:
    paths.database.mkdir()
    (paths.database / "td.binlog").touch()
    with pytest.raises(KeyUnusable) as unusable:
        opened(paths, FakeKeyring())
    assert unusable.value.path == paths.database_key
    assert not paths.database_key.exists()


def test_without_a_keyring_the_key_stays_in_its_file(paths: Paths) -> None:
    key = started(paths, None)
    assert started(paths, None) == key
    assert DatabaseKey(paths, None).is_in_file


def test_the_file_goes_when_the_next_start_has_found_the_key_in_the_keyring(paths: Paths) -> None:
    keyring = FakeKeyring()
    key = started(paths, keyring)
    assert list(keyring.kept.values()) == [key]
    assert paths.database_key.exists()
    assert started(paths, keyring) == key
    assert not paths.database_key.exists()
    assert not DatabaseKey(paths, keyring).is_in_file
    assert started(paths, keyring) == key
    assert key.hex() not in paths.database_key_record.read_bytes().hex()


def test_a_keyring_that_gives_something_else_does_not_get_the_key_for_itself(paths: Paths) -> None:
    keyring = FakeKeyring()
    keyring.garbles = True
    key = started(paths, keyring)
    assert not paths.database_key_record.exists()
    assert started(paths, keyring) == key
    assert paths.database_key.exists()


def test_a_keyring_that_has_forgotten_the_key_by_the_next_start_is_given_it_again(paths: Paths) -> None:
    keyring = FakeKeyring()
    key = started(paths, keyring)
    keyring.kept.clear()
    assert started(paths, keyring) == key
    assert list(keyring.kept.values()) == [key]
    assert paths.database_key.exists()


def test_a_keyring_that_fails_leaves_the_file(paths: Paths) -> None:
    keyring = FakeKeyring()
    keyring.failure = "KeyringLocked"
    key = started(paths, keyring)
    assert started(paths, keyring) == key
    assert paths.database_key.exists()


@pytest.mark.parametrize("failure", ["KeyringLocked", "it does not answer"])
def test_a_keyring_that_has_the_key_and_fails_is_named_and_asked_again(paths: Paths, failure: str) -> None:
    keyring = FakeKeyring()
    key = started(paths, keyring)
    started(paths, keyring)
    keyring.failure = failure
    keyring.patience.clear()
    before = sorted(path.name for path in paths.data.iterdir())

    async def scenario() -> None:
        place = DatabaseKey(paths, keyring)
        with pytest.raises(KeyringUnusable) as unusable:
            await place.open()
        assert (unusable.value.backend, unusable.value.reason) == ("Fake Service", failure)
        keyring.failure = ""
        assert await place.open() == key

    asyncio.run(scenario())
    assert keyring.patience == [PATIENCE, MORE_PATIENCE]
    assert sorted(path.name for path in paths.data.iterdir()) == before


@pytest.mark.parametrize("other", [None, FakeKeyring("Another Service")])
def test_another_keyring_is_never_taken_for_the_one_that_has_the_key(paths: Paths, other: FakeKeyring | None) -> None:
    keyring = FakeKeyring()
    started(paths, keyring)
    started(paths, keyring)
    with pytest.raises(KeyringUnusable) as unusable:
        opened(paths, other)
    assert unusable.value.backend == "Fake Service"


def test_a_keyring_without_the_entry_is_no_reason_for_a_new_key(paths: Paths) -> None:
    keyring = FakeKeyring()
    started(paths, keyring)
    started(paths, keyring)
    keyring.kept.clear()
    with pytest.raises(KeyringUnusable):
        opened(paths, keyring)
    assert not paths.database_key.exists()


def test_an_account_that_goes_takes_its_key_along(paths: Paths) -> None:
    keyring = FakeKeyring()
    started(paths, keyring)
    started(paths, keyring)
    asyncio.run(DatabaseKey(paths, keyring).forget())
    assert keyring.kept == {}
    assert not paths.database_key_record.exists()
