"""Everything out and back in: byte by byte the same."""

import csv
import json
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutrition import spreadsheet, store
from nutrition.store.cells import columns, from_csv, to_csv
from nutrition.store.kinds import NAMES, TABLES, Ingredient, OfPerson, OwnMeasure

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20) | st.sampled_from(
    ["=cmd()", "'=cmd()", "''", "-1", "@x", "\tx", "\r", 'a,"b"\r\nc', "<script>", "\x00", " x "]
)
NUMBER = st.floats(0, 1e12) | st.integers(0, 5).map(float)
ENTRIES = '{"program": "mgca", "schema": "0001", "tables": {"entries": [%s]}}'
DAYS = st.dates().map(str)
ANY = st.recursive(st.none() | st.booleans() | NUMBER | TEXT, lambda s: st.lists(s, max_size=3))


def values(column):
    if column.meta.get("json"):
        return st.dictionaries(TEXT, ANY, max_size=3)
    if "rows" in column.meta:
        kind = column.meta["rows"]
        one = {
            None: TEXT,
            Ingredient: st.builds(Ingredient, TEXT, st.none() | NUMBER, TEXT, st.none() | TEXT),
            OwnMeasure: st.builds(OwnMeasure, TEXT, NUMBER),
        }[kind]
        return st.lists(one, max_size=3).map(tuple)
    if column.meta.get("day"):
        base = DAYS
    elif column.meta.get("choices"):
        base = st.sampled_from(column.meta["choices"])
    else:
        kinds = {"text": TEXT, "number": NUMBER, "yes": st.booleans()}
        base = kinds.get(column.kind, st.integers(*column.meta.get("range", (0, 2**40))))
    return st.none() | base if column.null else base


@st.composite
def record(draw, kind, person_id):
    fields = {c.name: draw(values(c)) for c in columns(kind) if c.name != "person_id"}
    if kind is store.Person:
        fields["kind"] = "client"
    if issubclass(kind, OfPerson):
        fields["person_id"] = person_id
    return kind(**fields)


@settings(max_examples=25)
@given(data=st.data())
def test_export_import_export_is_the_same_byte_by_byte(new_diary, data):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with store.open_store(shutil.copy(new_diary, folder / "a.sqlite")) as diary:
            person = store.self_person(diary)
            for kind in TABLES.values():
                one = data.draw(record(kind, person.id))
                kept = store.add(diary, one)
                assert store.get(diary, kind, kept.id) == kept
            first = store.export_files(diary)
            store.export_all(diary, folder / "out")
        for source in (folder / "out", folder / "out" / "diary.json"):
            path = shutil.copy(new_diary, folder / f"{source.suffix}b.sqlite")
            with store.open_store(path) as diary:
                store.import_all(diary, source)
                assert store.export_files(diary) == first
        (folder / "out" / "diary.json").unlink()
        with store.open_store(shutil.copy(new_diary, folder / "c.sqlite")) as diary:
            store.import_all(diary, folder / "out")
            assert store.export_files(diary) == first
            assert store.done(diary) == ()


@given(TEXT)
def test_the_guard_of_a_cell_is_undone_exactly_and_no_formula_is_left(text):
    name = next(c for c in columns(store.Person) if c.name == "name")
    assert from_csv(to_csv(text), name) == text
    begins = to_csv(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert not begins or re.match(spreadsheet.NUMBER, text)


def test_names_are_kept_verbatim_and_guarded_in_csv_only(diary, tmp_path):
    store.add_person(diary, name="=cmd()")
    store.add_person(diary, name="<script>alert(1)</script>")
    store.export_all(diary, tmp_path / "out")
    whole = json.loads((tmp_path / "out" / "diary.json").read_text(encoding="utf-8"))
    names = [row["name"] for row in whole["tables"]["persons"]]
    assert names == [one.name for one in store.persons(diary)]
    assert names == ["=cmd()", "<script>alert(1)</script>"]
    with (tmp_path / "out" / "persons.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["'=cmd()", names[1]]


def test_an_import_never_mixes_and_replaces_only_when_told(diary, me, line, tmp_path):
    store.add_entries(diary, me, [line("a")])
    store.export_all(diary, tmp_path / "one.json")
    (seen,) = store.add_entries(diary, me, [line("b")])
    with pytest.raises(store.StoreError, match="mix"):
        store.import_all(diary, tmp_path / "one.json")
    store.import_all(diary, tmp_path / "one.json", replace=True)
    assert [one.food for one in store.records(diary, store.Entry)] == ["a"]
    with pytest.raises(store.Changed):
        store.change_entry(diary, seen, food="c")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"program": "other", "tables": {}}',
        '{"program": "mgca", "tables": {"persons": [1]}}',
        '{"program": "mgca", "schema": "9999", "tables": {}}',
        '{"program": "mgca", "schema": "0001", "tables": {"persons": [{"id": 0}]}}',
        '{"program": "mgca", "schema": "0001", "tables": {"persons": [{"id": 1, "sex": "x"}]}}',
        '{"program": "mgca", "schema": "0001", "tables": {"entries": [{"id": 1}]}}',
        ENTRIES % '{"id": 1, "person_id": 7, "day": "2026-03-01"}',
        ENTRIES.replace("entries", "recipes") % '{"id": 1, "ingredients": [{"wrong": 1}]}',
    ],
)
def test_what_is_no_export_is_refused_and_nothing_changes(diary, tmp_path, content):
    path = tmp_path / "in.json"
    path.write_text(content, encoding="utf-8")
    store.self_person(diary)
    before = store.export_files(diary)
    with pytest.raises((store.StoreError, store.RecordError)) as told:
        store.import_all(diary, path, replace=True)
    assert told.value.hint
    assert store.export_files(diary) == before


def test_an_export_writes_over_nothing_of_others(diary, tmp_path):
    (tmp_path / "mine.json").write_text("{}")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").touch()
    for path in (tmp_path / "mine.json", tmp_path / "photos"):
        with pytest.raises(store.StoreError):
            store.export_all(diary, path)
    store.export_all(diary, tmp_path / "out")
    assert len(store.export_all(diary, tmp_path / "out")) == len(TABLES) + 1


def test_every_table_is_exported(diary):
    names = {f"{name}.csv" for name in NAMES.values()} | {"diary.json"}
    assert set(store.export_files(diary)) == names
