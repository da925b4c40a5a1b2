"""An open diary with one person, and a second window on it."""

import pytest

from nutrition import store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "diary.sqlite"


@pytest.fixture
def diary(path):
    with store.open_store(path) as opened:
        yield opened


@pytest.fixture
def other(diary):
    """Return the same diary in another window."""
    with store.open_store(diary.path) as opened:
        yield opened


@pytest.fixture
def me(diary):
    return store.self_person(diary).id


@pytest.fixture
def line():
    """Return a function that makes an entry."""

    def make(food="milk", day="2026-03-01", **values):
        given = {"person_id": 0, "amount": 1.0, "unit": "cup", **values}
        return store.Entry(food=food, day=day, **given)

    return make
