"""The file: made whole, checked, migrated, refused untouched."""

import datetime as dt
import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from nutrition import store
from nutrition.store import database, migrations
from nutrition.store.schema import REVISION, metadata

HERE = Path(__file__).parent
ROOT = HERE.parents[2]

SECOND = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0003", "0002"
def upgrade():
    with op.batch_alter_table("persons") as table:
        table.add_column(sa.Column("shoe_size", sa.Float()))
        table.alter_column("notes", nullable=True)
"""


@pytest.fixture
def filled(path, line):
    with store.open_store(path) as diary:
        me = store.self_person(diary).id
        store.add_entries(diary, me, [line(f"food {n}") for n in range(400)])
    return path


@pytest.fixture
def second(tmp_path):
    folder = tmp_path / "later"
    folder.mkdir()
    (folder / "revision_0003.py").write_text(SECOND)
    return folder


def refused(path, kind):
    before = path.read_bytes()
    with pytest.raises(kind) as told:
        store.open_store(path)
    assert path.read_bytes() == before
    assert told.value.hint
    return told.value


def test_importing_the_store_costs_nothing_heavy():
    code = (
        "import sys, nutrition.store; "
        "print(sorted({'sqlalchemy', 'alembic', 'pandas', 'sqlite3'} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.strip() == "[]"


def test_every_public_name_is_there():
    assert [name for name in store.__all__ if getattr(store, name, None) is None] == []
    assert [name for name in store.__all__ if type(getattr(store, name)).__name__ == "module"] == []


def test_the_folder_can_be_chosen(monkeypatch, tmp_path):
    monkeypatch.setenv("MGCA_DATA", str(tmp_path))
    with store.open_store() as diary:
        assert diary.path == tmp_path / "diary.sqlite"


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_only_the_user_can_read_the_file(filled):
    assert stat.S_IMODE(filled.stat().st_mode) == 0o600


def test_the_connection_is_as_safe_as_it_can_be(diary):
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with diary.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in [*wanted, "busy_timeout"]
        }
    assert found.pop("busy_timeout") >= 5000
    assert found == wanted


def test_the_revisions_come_to_the_schema(diary):
    with diary.reading() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == REVISION == migrations.newest()


def test_a_file_of_the_first_revision_opens_with_nothing_lost(tmp_path):
    path = tmp_path / "old.sqlite"
    old = sqlite3.connect(path)
    old.executescript((HERE / "data" / "revision_0001.sql").read_text(encoding="utf-8"))
    old.close()
    with store.open_store(path) as diary:
        assert store.export_files(diary) == {
            one.name: one.read_bytes().decode() for one in (HERE / "data" / "export_0002").iterdir()
        }


@pytest.mark.parametrize("name", [".", "diary.json"])
def test_an_export_of_the_first_revision_is_read_back(diary, name):
    store.import_all(diary, HERE / "data" / "export_0001" / name)
    assert store.export_files(diary) == {
        one.name: one.read_bytes().decode() for one in (HERE / "data" / "export_0002").iterdir()
    }


def test_what_was_edited_under_the_first_revision_is_still_undone(tmp_path):
    path = tmp_path / "old.sqlite"
    with sqlite3.connect(path) as old:
        old.executescript((HERE / "data" / "revision_0001.sql").read_text(encoding="utf-8"))
        row = {
            "id": 1,
            "person_id": 1,
            "name": "tap",
            "calcium_mg_l": 80.0,
            "magnesium_mg_l": None,
            "source": "",
            "is_default": True,
        }
        changes = [
            {"table": "waters", "id": 1, "before": None, "after": row},
            {"table": "waters", "id": 9, "before": {**row, "id": 9}, "after": None},
        ]
        old.execute(
            "INSERT INTO edits (owner, person_id, what, changes, undone) VALUES (?, 1, ?, ?, 0)",
            ("local", "add waters", json.dumps(changes)),
        )
    old.close()
    with store.open_store(path) as diary:
        store.undo(diary)
        assert [one.id for one in store.records(diary, store.Water)] == [9]


def test_an_older_file_is_upgraded_with_nothing_lost(filled, second):
    with store.open_store(filled) as diary:
        before = store.export_files(diary)
    engine = database.open_engine(filled, owner="local", folders=[second])
    with engine.connect() as connection:
        names = {one["name"] for one in sa.inspect(connection).get_columns("persons")}
        assert migrations.revision_of(connection.connection.driver_connection) == "0003"
    assert "shoe_size" in names
    assert store.export_files(store.Store(filled, "local", engine)) == before
    engine.dispose()
    assert "newer version" in str(refused(filled, store.NewerError))


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(filled, second):
    (second / "revision_0004.py").write_text(
        'revision, down_revision = "0004", "0003"\ndef upgrade():\n    raise OSError("no")\n'
    )
    with pytest.raises(store.StoreError):
        database.open_engine(filled, owner="local", folders=[second])
    with store.open_store(filled) as diary:
        assert len(store.records(diary, store.Entry)) == 400


@pytest.mark.parametrize("share", [0.0, 0.0005, 0.3, 0.7, 0.99])
def test_a_file_cut_short_is_refused_untouched(filled, share):
    whole = filled.read_bytes()
    filled.write_bytes(whole[: int(len(whole) * share)])
    refused(filled, store.DamagedError)


def test_a_page_of_noise_is_refused_untouched(filled):
    whole = bytearray(filled.read_bytes())
    whole[len(whole) // 2 : len(whole) // 2 + 8192] = os.urandom(8192)
    filled.write_bytes(whole)
    refused(filled, store.DamagedError)


def test_a_file_cut_short_beside_its_log_is_refused_untouched(path, line, tmp_path):
    with store.open_store(path) as diary:
        me = store.self_person(diary).id
        store.add_entries(diary, me, [line(f"food {n}") for n in range(400)])
        copy = tmp_path / "copy.sqlite"
        shutil.copy(path, copy)
        shutil.copy(f"{path}-wal", f"{copy}-wal")
    copy.write_bytes(copy.read_bytes()[:8192])
    log = Path(f"{copy}-wal").read_bytes()
    Path(f"{copy}-wal").write_bytes(log[: len(log) // 2])
    refused(copy, store.DamagedError)
    assert Path(f"{copy}-wal").read_bytes() == log[: len(log) // 2]


@pytest.mark.parametrize("content", [b"person_id,day,food\n", b"\x00" * 5000, b"SQLite"])
def test_a_file_that_is_no_database_is_refused_untouched(tmp_path, content):
    path = tmp_path / "diary.csv"
    path.write_bytes(content)
    refused(path, store.ForeignError)


def test_somebody_elses_database_is_refused_untouched(tmp_path):
    path = tmp_path / "photos.sqlite"
    theirs = sqlite3.connect(path)
    theirs.execute("CREATE TABLE persons (id INTEGER, name TEXT)")
    theirs.commit()
    theirs.close()
    refused(path, store.ForeignError)


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path):
    with pytest.raises(store.StoreError):
        store.open_store(tmp_path)


def test_a_second_window_may_be_first_to_make_the_file(path, monkeypatch):
    exists = Path.exists
    made = []

    def late(self, **options):
        if self == path and not made:
            made.append(1)
            store.open_store(path).close()
            return False
        return exists(self, **options)

    monkeypatch.setattr(Path, "exists", late)
    with store.open_store(path) as diary:
        assert store.self_person(diary).id == 1
    assert [one.name for one in path.parent.iterdir()] == ["diary.sqlite"]


def test_a_year_is_a_date_of_the_calendar(diary, me):
    with pytest.raises(store.RecordError):
        store.mark_day(diary, me, "2026-02-30", state="complete")
    assert store.mark_day(diary, me, dt.date(2026, 2, 28)).day == "2026-02-28"
