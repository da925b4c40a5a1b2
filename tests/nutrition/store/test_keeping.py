"""Limits, deletion for good, choices, own foods, settings."""

import csv

import pytest

from foods.errors import MgcaError
from nutrition import store
from nutrition.factors import Answer, read_answers
from nutrition.store.cells import check_day

WRITTEN = "Zyxwvut Qponml"
DAY = "2026-03-01"


def bytes_of(diary):
    return b"".join(one.read_bytes() for one in diary.path.parent.iterdir() if one.is_file())


def test_a_note_of_50_mb_is_refused_and_nothing_is_lost(diary):
    client = store.add_person(diary, name="C1", notes="as it was")
    with pytest.raises(store.RecordError, match="50,000,000") as told:
        store.change(diary, client, notes="x" * 50_000_000)
    assert told.value.hint
    assert told.value.fields["limit"] == 100_000
    assert store.get(diary, store.Person, client.id) == client
    assert store.change(diary, client, notes="x" * 100_000).notes == "x" * 100_000


@pytest.mark.parametrize(
    "values",
    [
        {"amount": -1.0},
        {"amount": float("inf")},
        {"amount": "two"},
        {"kind": "poison"},
        {"food": None},
        {"food": "a\ud800"},
        {"food": 7},
        {"day": ""},
        {"position": 1.5},
        {"carried": "calcium_mg"},
        {"unit": "x" * 3_000},
    ],
)
def test_values_that_cannot_be_are_refused_by_name(diary, me, line, values):
    with pytest.raises(store.RecordError) as told:
        store.add_entries(diary, me, [line(**values)])
    assert next(iter(values)) in str(told.value)
    assert store.diary(diary).empty


def test_missing_numbers_of_a_frame_are_unknown(diary, me, line):
    (one,) = store.add_entries(diary, me, [line(amount=float("nan"), food_id="")])
    assert (one.amount, one.food_id) == (None, None)


def test_a_person_deleted_for_good_leaves_no_byte(diary, other, me, line):
    client = store.add_person(diary, name=WRITTEN, notes=WRITTEN * 2_000, medicines=(WRITTEN,))
    many = [line(f"{WRITTEN} {n}") for n in range(300)]
    added = store.add_entries(diary, client.id, many)
    store.change_entry(diary, added[0], food=WRITTEN.upper())
    store.remove_entries(diary, added[10:60])
    store.mark_day(other, client.id, DAY, note=WRITTEN)
    store.add(diary, store.Screening(person_id=client.id, question="q", answer={"a": WRITTEN}))
    store.add_entries(diary, me, [line("mine stays")])
    assert WRITTEN.encode() in bytes_of(diary)
    store.delete_person(diary, client)
    for text in (WRITTEN, WRITTEN.upper()):
        assert text.encode() not in bytes_of(diary)
    assert [one.food for one in store.entries(other, me, DAY)] == ["mine stays"]
    with pytest.raises(store.MissingError):
        store.undo(diary, added[0].version)


def test_bytes_that_another_window_holds_are_told(diary, other, monkeypatch):
    client = store.add_person(diary, name=WRITTEN)
    monkeypatch.setattr("nutrition.store.database.WAIT", 0.1)
    with store.open_store(diary.path) as hasty, other.reading() as reader:
        reader.exec_driver_sql("SELECT * FROM persons").fetchall()
        with pytest.raises(store.StoreError, match="another window"):
            store.delete_person(hasty, client)
    assert store.persons(diary) == ()
    assert WRITTEN.encode() in bytes_of(diary)
    store.open_store(diary.path).close()
    assert WRITTEN.encode() not in bytes_of(diary)


def test_everything_deleted_leaves_no_byte_and_no_log(path, line):
    with store.open_store(path) as diary:
        me = store.self_person(diary).id
        seen = store.add_entries(diary, me, [line(f"{WRITTEN} {n}") for n in range(300)])
        store.remember_choice(diary, WRITTEN, "cup", grams=30.0)
        store.delete_everything(diary)
        assert [one.name for one in path.parent.iterdir()] == ["diary.sqlite"]
        assert WRITTEN.encode() not in path.read_bytes()
        with pytest.raises(store.Changed):
            store.change_entry(diary, seen[0], food="a")
        assert store.self_person(diary).id != me
        assert store.done(diary) == ()


def test_choices_are_the_table_of_answers(diary, tmp_path):
    store.remember_choice(diary, "curd", "cup", food_id="sr28:1256")
    store.remember_choice(diary, "milk", "*", grams=244.5)
    store.export_choices(diary, tmp_path / "answers.csv")
    expected = {("curd", "cup"): Answer("sr28:1256"), ("milk", "*"): Answer(None, 244.5)}
    assert read_answers(tmp_path / "answers.csv") == store.answers_of(diary) == expected


def test_a_choice_of_the_locale_wins_over_one_of_all(diary):
    store.remember_choice(diary, "milk", "cup", grams=244.0)
    store.remember_choice(diary, "milk", "cup", grams=258.0, locale="metric")
    assert store.answers_of(diary, "metric")["milk", "cup"].grams == 258.0
    assert store.answers_of(diary, "us")["milk", "cup"].grams == 244.0


def test_choices_come_back_from_their_csv_and_from_questions(diary, tmp_path):
    names = ["=cmd()", "'=x", "-milk", "curd, plain", "plain"]
    for name in names:
        store.remember_choice(diary, name, "cup", food_id="sr28:1", grams=1.5, locale="uk")
    store.export_choices(diary, tmp_path / "answers.csv")
    before = store.answers_of(diary, "uk")
    for one in store.choices(diary):
        store.remove(diary, one)
    assert store.import_choices(diary, tmp_path / "answers.csv") == len(names)
    assert store.answers_of(diary, "uk") == before
    assert store.import_choices(diary, tmp_path / "answers.csv") == 0
    with (tmp_path / "questions.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["food", "unit", "rows", "answer_food_id", "answer_grams"])
        writer.writerows([["curd", "cup", 3, "", "30,5"], ["asdf", "g", 1, "", ""]])
    assert store.import_choices(diary, tmp_path / "questions.csv") == 1
    assert store.answers_of(diary)["curd", "cup"] == Answer(None, 30.5)
    store.undo(diary)
    assert ("curd", "cup") not in store.answers_of(diary)


def test_a_choice_of_nothing_is_refused(diary):
    for values in ({}, {"grams": 0.0}):
        with pytest.raises(store.RecordError):
            store.remember_choice(diary, "milk", "cup", **values)
    assert store.remember_answers(diary, {("a", "g"): Answer("sr28:1")}) == 1


def test_own_foods_are_layered_over_the_table(diary, me, line, table):
    assert store.food_table(diary, table) is table
    measure = store.OwnMeasure("slice", 40.0)
    bread = store.OwnFood(description="My Bread!", calcium_mg=100.0, measures=(measure,))
    bread = store.add_own_food(diary, bread)
    again = store.add_own_food(diary, store.OwnFood(description="My-bread", magnesium_mg=1.0))
    assert (bread.food_id, again.food_id) == ("user:my-bread", "user:my-bread-2")
    layered = store.food_table(diary, table)
    assert layered.food("user:my-bread").food_group == "own foods"
    assert layered.food("user:my-bread").magnesium_mg is None
    store.add_entries(diary, me, [line("bread", food_id=bread.food_id, unit="slice", amount=2.0)])
    found = store.items(diary, layered)
    assert found["calcium_mg"].tolist() == pytest.approx([80.0])
    assert found["magnesium_mg"].isna().all()


@pytest.mark.parametrize(
    "save",
    [
        lambda diary: store.add_own_food(diary, store.OwnFood(description=" OAT  bar")),
        lambda diary: store.add_recipe(diary, store.Recipe(name="Oat Bar")),
        lambda diary: store.add_own_food(diary, store.OwnFood(description="toastie")),
        lambda diary: store.add_recipe(diary, store.Recipe(name="toastie ")),
        lambda diary: store.change_own(diary, store.own_foods(diary)[1], description="Oat bar"),
        lambda diary: store.change_own(diary, store.records(diary, store.Recipe)[0], name="rusk"),
    ],
)
def test_a_name_that_another_own_food_or_recipe_has_is_refused(diary, save):
    for name in ("Oat bar", "Rusk"):
        store.add_own_food(diary, store.OwnFood(description=name, calcium_mg=100.0))
    store.add_recipe(diary, store.Recipe(name="Toastie"))
    before = store.export_files(diary)
    with pytest.raises(store.RecordError, match="of this name already") as caught:
        save(diary)
    assert "another name" in caught.value.hint
    assert store.export_files(diary) == before


def test_the_name_of_an_own_food_that_is_deleted_is_free_and_its_own_may_be_spelt_anew(diary):
    oats = store.add_own_food(diary, store.OwnFood(description="Oat bar"))
    oats = store.change_own(diary, oats, description="OAT bar", calcium_mg=5.0)
    store.change(diary, oats, archived=True)
    assert store.add_own_food(diary, store.OwnFood(description="oat bar")).food_id != oats.food_id


@pytest.mark.parametrize(
    "food",
    [
        store.OwnFood(food_id="sr28:11457", description="mine"),
        store.OwnFood(description="a", calcium_mg=10.0, calcium_mg_low=11.0),
        store.OwnFood(description="a", measures=(store.OwnMeasure("slice", 0.0),)),
    ],
)
def test_own_foods_that_no_table_could_hold_are_refused(diary, food):
    with pytest.raises(MgcaError):
        store.add_own_food(diary, food)
    assert store.own_foods(diary) == ()


def test_recipes_water_supplements_and_the_rest_are_kept_whole(diary, me):
    kept = [
        store.Recipe(name="stew", ingredients=(store.Ingredient("kale", 2.0, "cup"),)),
        store.Water(person_id=me, name="tap", calcium_mg_l=80.0, is_default=True),
        store.Supplement(person_id=me, name="Mg", magnesium_mg=200.0, days_per_week=2.0),
        store.Frequency(person_id=me, filled=DAY, food="milk", times=7.0),
        store.RedFlag(person_id=me, flag="facial_droop", ticked=DAY),
        store.Screening(person_id=me, question="sleep", answer={"hours": 6.5}),
        store.Favourite(food="oat drink", amount=250.0, unit="ml"),
    ]
    for one in kept:
        added = store.add(diary, one)
        assert store.records(diary, type(one)) == (added,)
        with pytest.raises(store.MissingError):
            store.get(diary, type(one), 99)
        store.remove(diary, added)
        store.undo(diary)
        (back,) = store.records(diary, type(one))
        assert back == store.change(diary, back) != added
    assert store.favourites(diary)[0].food == "oat drink"


def test_settings_are_kept(diary, other):
    store.keep_setting(diary, "locale", "uk")
    store.keep_setting(other, "locale", "metric")
    assert store.settings_of(diary) == {"locale": "metric"}


def test_a_day_is_written_one_way_only():
    assert check_day("2026-03-01") == "2026-03-01"
    for text in ("20260301", "2026-3-1", "01.03.2026", "", None, 20260301):
        with pytest.raises(store.RecordError):
            check_day(text)
