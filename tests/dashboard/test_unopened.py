"""A diary that cannot be opened: one plain sentence on every page, and the file as it was."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from nutrition.store import default_path

APP = Path(__file__).resolve().parents[2] / "app.py"


def foreign(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE photos (name TEXT)")
        other.commit()


def cut(path):
    path.write_bytes(path.read_bytes()[:5000])


def newer(path):
    with closing(sqlite3.connect(path)) as ours:
        ours.execute("UPDATE alembic_version SET version_num = '9999'")
        ours.commit()


KINDS = {
    foreign: ("is no diary of this program", "ist kein Tagebuch dieses Programms"),
    cut: ("is damaged or cut short", "ist beschädigt oder unvollständig"),
    newer: ("by a newer version", "von einer neueren Version"),
}


def shown(app):
    app.run()
    assert not app.exception, [one.value for one in app.exception]
    return [one.value.replace("\\", "") for one in app.error]


@pytest.mark.parametrize("language", [0, 1], ids=["en", "de"])
@pytest.mark.parametrize("harm", KINDS)
def test_a_diary_that_is_none_is_one_plain_sentence(harm, language, monkeypatch):
    path = default_path()
    harm(path)
    before = path.read_bytes()
    monkeypatch.setattr(
        "nutrition.texts.language_for", lambda _: ("en", "de")[language], raising=True
    )
    app = AppTest.from_file(str(APP), default_timeout=60)
    (said,) = shown(app)
    assert str(path) in said
    assert KINDS[harm][language] in said
    assert "Traceback" not in said
    assert path.read_bytes() == before
    assert not app.info


@pytest.mark.usefixtures("own_settings")
def test_the_page_comes_back_once_the_file_is_ours(new_diary):
    path = default_path()
    foreign(path)
    app = AppTest.from_file(str(APP), default_timeout=60)
    assert len(shown(app)) == 1
    shutil.copy(new_diary, path)
    app.button(key="unopened_again").click()
    assert shown(app) == []
    assert app.title[0].value == "Today"


@pytest.mark.parametrize("name", ["twitch", "clients"])
def test_a_file_that_is_exchanged_while_the_pages_run_is_said_on_every_page(name, open_page):
    app = open_page()
    path = default_path()
    for one in path.parent.glob("diary.sqlite-*"):
        one.unlink()
    path.write_bytes(b"not a database" * 1000)
    app.switch_page(f"dashboard/{name}.py")
    (said,) = shown(app)
    assert "is damaged or cut short" in said
