"""Clients from tables and files to need, sheet and screening; each figure worked by hand."""

import datetime as dt
import io
import json
import shutil
import zipfile

import pytest

from foods.errors import DiaryError
from nutrition.report import spoken
from nutrition.screening import ScreeningError
from nutrition.store import (
    Changed,
    Entry,
    Ingredient,
    OwnFood,
    Person,
    Recipe,
    add_entries,
    add_person,
    change,
    dishes_of,
    entries,
    get,
    import_all,
    items,
    open_store,
    persons,
)
from nutrition.store.ages import age_months
from nutrition.views import (
    client_enrolment,
    client_files,
    client_need,
    client_records,
    client_results,
    twitch,
)
from nutrition.views import clients as roster
from nutrition.views.client_results import Terms
from nutrition.views.uploads import Upload

TODAY = dt.date(2026, 11, 22)
PEOPLE = """person_id,sex,age_years,weight_kg,contexts,medicines,notes,red_flags
A,f,34,62,,,,
=cmd(),m,70,80,kidney-disease,omeprazole|furosemide,"*bold*",
<script>,f,29,,,,,chest-pain
"""


@pytest.fixture
def store(tmp_path, new_diary):
    with open_store(shutil.copy(new_diary, tmp_path)) as opened:
        yield opened


@pytest.fixture(scope="module")
def table():
    from foods.installed import open_table

    return open_table("bundled")


def upload(text, name="file.csv"):
    return Upload(name, text.encode())


def enrolled(store, text=PEOPLE):
    return client_enrolment.enrol(store, upload(text, "people.csv"), today=TODAY)


def totals(days, **more):
    head = ["person_id", "day", "calcium_mg", "magnesium_mg", *more]
    rows = [",".join(head)]
    rows += [",".join(map(str, (*day, *more.values()))) for day in days]
    return upload("\n".join(rows) + "\n", "totals.csv")


COMPLETE = {"calcium_unknown_items": 0, "magnesium_unknown_items": 0}


def kept(store, people, days, **more):
    return client_files.keep_upload(store, totals(days, **more), people)


# People


def test_people_of_a_table_become_clients_with_all_that_it_says(store):
    found = enrolled(store)
    assert [one.name for one in found.added] == ["A", "=cmd()", "<script>"]
    assert found.refused == ()
    second = found.by_key["=cmd()"]
    assert (second.sex, second.age_years, second.age_as_of) == ("male", 70.0, "2026-11-22")
    assert second.contexts == ("kidney-disease",)
    assert second.medicines == ("omeprazole", "furosemide")
    assert second.notes == "*bold*"
    assert roster.ticked(store) == {found.by_key["<script>"].id: ("chest-pain",)}


def test_a_name_in_the_roster_is_that_client_and_nothing_is_written_over(store):
    first = enrolled(store).by_key["A"]
    change(store, first, notes="mine")
    again = enrolled(store)
    assert again.added == ()
    assert [one.id for one in again.known] == [first.id, first.id + 1, first.id + 2]
    assert get(store, Person, first.id).notes == "mine"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("B,x,30,,,,,", "sex 'x'"),
        ("B,f,,,,,,", "neither age_years nor birth_date"),
        ("B,f,30,,kidney desease,,,", "no circumstance 'kidney desease'"),
        ("B,f,30,,,,,pain", "no warning sign 'pain'"),
        (f"B,f,30,,,,{'n' * 100_001},", "100,001 characters"),
    ],
)
def test_a_row_that_cannot_be_a_client_is_refused_with_its_reason_and_the_others_stand(
    store, row, reason
):
    found = enrolled(store, PEOPLE + row + "\n")
    assert len(found.added) == 3
    assert [(one.file, one.row) for one in found.refused] == [("people.csv", 5)]
    assert reason in found.refused[0].reason


def test_a_diary_that_states_sex_and_age_serves_as_the_table_of_people(store):
    both = upload(
        "person_id,sex,birth_date,day,food,amount,unit\n"
        "M,m,1980-05-06,2026-11-01,milk,1,cup\nM,m,1980-05-06,2026-11-01,bread,1,slice\n"
    )
    assert client_enrolment.says_people(both)
    found = client_enrolment.enrol(store, both, today=TODAY)
    assert [(one.name, one.birth_date) for one in found.added] == [("M", "1980-05-06")]
    assert client_files.keep_upload(store, both, found.by_key).entries == 2


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "", "\x00\x01"])
def test_what_is_no_table_of_people_is_an_error_with_a_hint(store, text):
    with pytest.raises(DiaryError) as caught:
        enrolled(store, text)
    assert caught.value.hint
    assert not client_enrolment.says_people(upload(text))


@pytest.mark.parametrize(
    ("values", "day", "months"),
    [
        ({"birth_date": "1990-11-23"}, TODAY, 431),
        ({"birth_date": "1990-11-22"}, TODAY, 432),
        ({"age_years": 8.0, "age_as_of": "2026-11-22"}, dt.date(2026, 11, 1), 96),
        ({"age_years": 8.0, "age_as_of": "2026-11-22"}, dt.date(2024, 11, 22), 72),
        ({"age_years": 8.0, "age_as_of": "2026-11-22"}, dt.date(2027, 12, 22), 109),
        ({"age_years": 1.5}, TODAY, 18),
        ({}, TODAY, None),
    ],
)
def test_age_in_completed_months(values, day, months):
    assert age_months(Person(**values), day) == months


def test_two_windows_differ_in_the_fields_that_both_wrote(store):
    person = add_person(store, name="A", notes="old")
    change(store, person, notes="theirs", sex="female")
    with pytest.raises(Changed) as caught:
        change(store, person, notes="mine")
    found = {one.field: (one.mine, one.theirs) for one in roster.differences(caught.value)}
    assert found == {"notes": ("mine", "theirs"), "sex": (None, "female")}
    assert get(store, Person, person.id).notes == "theirs"


def test_an_export_of_one_client_holds_theirs_and_nobody_elses(store, tmp_path, table):
    people = enrolled(store).by_key
    for name in ("A", "=cmd()"):
        client_records.keep_phrases(
            store, people[name], "1 cup milk", table, day=TODAY, whole_day=True
        )
    content = roster.export_client(store, people["=cmd()"])
    assert content == roster.export_client(store, people["=cmd()"])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "'=cmd()" in archive.read("persons.csv").decode()
        whole = archive.read("diary.json")
        archive.extract("diary.json", tmp_path)
    assert {one["person_id"] for one in json.loads(whole)["tables"]["entries"]} == {2}
    with open_store(tmp_path / "other.sqlite") as other:
        import_all(other, tmp_path / "diary.json")
        assert [one.name for one in persons(other)] == ["=cmd()"]
        assert [one.food for one in entries(other, 2, "2026-11-22")] == ["milk"]
    assert roster.file_name(people["=cmd()"], ".zip") == "client-2.zip"


# Records


def test_phrases_are_kept_on_their_day_and_what_is_no_food_is_refused(store, table):
    person = add_person(store, name="A")
    found = client_records.keep_phrases(
        store, person, "2 cups milk\n???", table, day=TODAY, occasion="lunch"
    )
    (line,) = entries(store, person.id, "2026-11-22")
    assert (line.food, line.amount, line.unit, line.occasion) == ("milk", 2.0, "cup", "lunch")
    assert (found.entries, [one.file for one in found.refused]) == (1, ["???"])
    (day,) = client_records.record_days(store, person)
    assert (day.day, day.state, day.lines) == ("2026-11-22", "partial", 1)


def test_a_complete_day_is_never_taken_back_by_more_lines(store, table):
    person = add_person(store)
    for whole in (True, False):
        client_records.keep_phrases(store, person, "1 cup milk", table, day=TODAY, whole_day=whole)
    assert client_records.record_days(store, person)[0].state == "complete"


def test_what_the_label_does_not_say_of_a_supplement_stays_unknown(store):
    person = add_person(store)
    client_records.keep_supplement(
        store, person, "Forte", day=TODAY, calcium_mg=None, magnesium_mg=200.0
    )
    frame = items(store)
    assert frame["magnesium_mg"].tolist() == [200.0]
    assert frame["calcium_mg"].isna().all()


def test_rows_in_are_lines_kept_and_rows_refused(store):
    people = enrolled(store).by_key
    file = upload(
        "person_id,day,food,amount,unit\nA,2026-11-01,milk,1,cup\nA,2026-11-01,milk,much,cup\n"
        f"A,2026-11-01,{'x' * 2_001},1,g\nZ,2026-11-01,milk,1,cup\n"
    )
    found = client_files.keep_upload(store, file, people)
    assert (found.entries, found.strangers) == (1, ("Z",))
    assert sorted(one.row for one in found.refused) == [3, 4]


def test_the_same_file_twice_is_kept_once(store):
    people = enrolled(store).by_key
    file = upload("person_id,day,food,amount,unit\nA,2026-11-01,milk,1,cup\n")
    client_files.keep_upload(store, file, people)
    again = client_files.keep_upload(store, file, people)
    assert (again.entries, again.again) == (0, 1)


def test_a_file_of_several_people_is_not_one_clients(store):
    person = add_person(store)
    file = upload(
        "person_id,day,food,amount,unit\nA,2026-11-01,milk,1,cup\nB,2026-11-01,milk,1,cup\n"
    )
    with pytest.raises(DiaryError, match="2 people"):
        client_files.keep_upload(store, file, person)


def test_numbered_days_follow_the_first_day_in_order(store):
    person = add_person(store)
    rows = "".join(f"A,{day},milk,1,cup\n" for day in (10, 2, 1))
    file = upload("person_id,day,food,amount,unit\n" + rows)
    with pytest.raises(DiaryError) as caught:
        client_files.keep_upload(store, file, person)
    assert caught.value.hint
    found = client_files.keep_upload(store, file, person, first_day=dt.date(2026, 10, 31))
    assert found.renamed == {"1": "2026-10-31", "2": "2026-11-01", "10": "2026-11-02"}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (["13.11.2026"], "2026-11-13"),
        (["11/13/2026", "11/02/2026"], "2026-11-13"),
        (["13/11/2026", "02/11/2026"], "2026-11-13"),
        (["2026-11-13T08:00:00"], "2026-11-13"),
    ],
)
def test_days_that_can_mean_one_day_only_are_that_day(store, words, day):
    person = add_person(store)
    rows = "".join(f"A,{word},milk,1,cup\n" for word in words)
    client_files.keep_upload(store, upload("person_id,day,food,amount,unit\n" + rows), person)
    assert len(entries(store, person.id, day)) == 1


def test_days_that_can_mean_two_are_not_guessed(store):
    file = upload("person_id,day,food,amount,unit\nA,03/04/2026,milk,1,cup\n")
    with pytest.raises(DiaryError, match="no dates"):
        client_files.keep_upload(store, file, add_person(store))


def test_what_is_known_of_a_dish_counts_in_a_clients_day(store, table):
    mystery = OwnFood(food_id="user:mystery", description="mystery", calcium_mg=10.0)
    milk = Ingredient("milk", 100.0, "g", "sr28:01077")
    soup = Recipe(
        food_id="user:soup", name="soup", servings=1.0,
        ingredients=(milk, Ingredient("mystery", 30.0, "g", "user:mystery")),
    )  # fmt: skip
    layered = dishes_of((mystery,), (soup,), table).table
    anna = add_person(store, name="Anna")
    day = {"person_id": anna.id, "day": "2026-11-01"}
    eaten = Entry(**day, food="soup", food_id="user:soup", amount=1.0, unit="serving")
    add_entries(store, anna.id, [eaten])
    (found,) = client_results.recorded(store, layered, [anna.id], Terms())[anna.id].days.to_dict(
        "records"
    )
    assert found["magnesium_mg"] == pytest.approx(10.0)  # 100 g of whole milk, SR28
    assert found["magnesium_unknown_items"] == 1


def test_totals_that_count_nothing_unknown_are_kept_as_they_stand(store, table):
    people = enrolled(store).by_key
    found = kept(store, people, [("A", "2026-11-01", 800, 300)], **COMPLETE)
    assert (found.totals, found.entries) == (1, 1)
    days = client_results.recorded(store, table, [1], Terms())[1].days
    assert days[["calcium_mg", "calcium_unknown_items"]].to_numpy().tolist() == [[800.0, 0]]


def test_totals_that_do_not_say_what_is_unknown_are_lower_bounds(store, table):
    people = enrolled(store).by_key
    kept(store, people, [("A", "2026-11-01", 800, 300)])
    days = client_results.recorded(store, table, [1], Terms())[1].days
    assert days[["calcium_mg", "calcium_unknown_items"]].to_numpy().tolist() == [[800.0, 1]]


def test_supplements_of_totals_count_as_supplements(store, table):
    people = enrolled(store).by_key
    more = {"magnesium_supplement_mg": 100, **COMPLETE}
    kept(store, people, [("A", "2026-11-01", 800, 300)], **more)
    (row,) = client_results.recorded(store, table, [1], Terms())[1].days.to_dict("records")
    assert (row["magnesium_mg"], row["magnesium_supplement_mg"]) == (300.0, 100.0)
    assert row["calcium_mg"] == 800.0


def test_a_day_is_computed_again_only_when_it_changed(store, table, monkeypatch):
    people = enrolled(store).by_key
    memory = {}

    def compute():
        return client_results.recorded(store, table, [1, 2], Terms(), memory)

    kept(store, people, [("A", "2026-11-01", 800, 300)], **COMPLETE)
    first = compute()
    monkeypatch.setattr(client_results, "items", lambda *_, **__: pytest.fail("computed again"))
    assert compute()[1] is first[1]
    monkeypatch.undo()
    kept(store, people, [("A", "2026-11-02", 400, 100)], **COMPLETE)
    second = compute()
    assert second[1].dates == ("2026-11-01", "2026-11-02")
    assert second[2] is first[2]


def test_questions_are_asked_once_a_food_and_not_of_what_states_its_minerals(store, table):
    person = add_person(store)
    text = "100 g soy milk\n100 g soy milk\n100 g milk"
    client_records.keep_phrases(store, person, text, table, day=TODAY)
    client_records.keep_supplement(
        store, person, "soy milk", day=TODAY, calcium_mg=None, magnesium_mg=None
    )
    asked = client_records.open_questions(store, person, table)
    assert [(one.row.food, one.about) for one in asked] == [("soy milk", "food")]


# Need and sheet


def need(store, table, **more):
    people = roster.clients(store)
    records = client_results.recorded(store, table, [one.id for one in people], Terms())
    return client_need.need(people, records, roster.ticked(store), Terms(), today=TODAY, **more)


def test_signs_and_circumstances_come_first_and_thin_records_are_not_the_worst(store, table):
    people = enrolled(store, PEOPLE + "Low,f,34,,,,,\nThin,f,34,,,,,\n").by_key
    days = [(one, f"2026-11-0{d}", 300, 100) for d in range(1, 8) for one in ("Low", "=cmd()")]
    kept(store, people, days, **COMPLETE)
    found = need(store, table)
    assert found["name"].tolist() == ["<script>", "=cmd()", "Low", "A", "Thin"]
    assert found["level"].tolist() == [
        "emergency-sign",
        "context-first",
        "below",
        "needs-better-records",
        "needs-better-records",
    ]
    words = client_need.need_table(found, "de")
    assert words["calcium"].tolist()[2] == "300 mg"
    assert "Nierenerkrankung" in words["reasons"][1]


def test_clients_without_sex_age_or_records_have_their_row(store, table):
    add_person(store)
    found = need(store, table)
    assert found["level"].tolist() == ["not-defined"]
    assert client_need.need_table(found, "en")["calcium"].tolist() == [""]


def test_nobody_needs_an_empty_table(store, table):
    enrolled(store)
    found = need(store, table)
    assert len(client_need.fitting(found, "en", search="nobody like this")) == 0
    assert client_need.fitting(found, "en", search="CHEST pain")["name"].tolist() == ["<script>"]
    assert client_need.fitting(found, "en", ["context-first"])["name"].tolist() == ["=cmd()"]


def test_groups_keep_the_order_of_need(store, table):
    enrolled(store)
    found = need(store, table)
    by_sex = client_need.grouped(found, roster.clients(store), "sex", today=TODAY)
    assert {name: part["name"].tolist() for name, part in by_sex.items()} == {
        "female": ["<script>", "A"],
        "male": ["=cmd()"],
    }
    stages = client_need.grouped(found, roster.clients(store), "stage", today=TODAY)
    assert list(stages) == ["adult", "older"]


def test_what_changed_since_last_time(store, table):
    people = enrolled(store).by_key
    days = [("A", f"2026-10-0{d}", 300, 100) for d in range(1, 8)]
    days += [("A", f"2026-11-0{d}", 1500, 400) for d in range(1, 8)]
    kept(store, people, days, **COMPLETE)
    row = need(store, table, last_time=dt.date(2026, 10, 31)).set_index("name").loc["A"]
    assert row["days"] == 7
    assert row["calcium_change_mg"] == 1200.0
    assert "calcium-up" in row["changed"]


def test_the_sheet_and_its_comparison(store, table):
    people = enrolled(store).by_key
    days = [("A", f"2026-10-0{d}", 300, 100) for d in (1, 2)]
    days += [("A", f"2026-11-0{d}", 900, 400) for d in (1, 2, 3)]
    kept(store, people, days, **COMPLETE)
    whole = client_results.recorded(store, table, [1], Terms())[1]
    made = client_results.sheet(
        people["A"],
        whole.between("2026-11-01"),
        table,
        Terms(),
        flags=["seizure"],
        today=TODAY,
        earlier=whole.between(last="2026-10-31"),
        country="de-AT",
    )
    assert [change.difference_mg for change in made.comparison.changes] == [600.0, 300.0]
    assert made.mineral("calcium_mg").value("intake_mg") == 900.0
    page = spoken(made, "de")
    assert "144" in page["signs"]["lines"][0]["text"]


def test_filters_reach_the_suggestions_and_unknown_ones_do_not_pass():
    person = Person(filters=("vegan", "without_nuts"), disliked=("kale",))
    found = client_results.filters_of(person)
    assert (found.vegan, found.without_nuts, found.lactose_free) == (True, True, False)
    with pytest.raises(ScreeningError):
        client_results.filters_of(Person(filters=("paleo",)))


# Twitching


def test_signs_are_not_gone_through_until_somebody_says_so(store):
    person = add_person(store, sex="female", age_years=34.0)
    told = twitch.said(store, person)
    assert told.ticked is None
    twitch.keep_signs(store, person, set(), told, today=TODAY)
    assert twitch.said(store, person).ticked == frozenset()


def test_ticks_are_kept_and_taken_away(store):
    person = add_person(store)
    twitch.keep_signs(store, person, {"seizure", "pulse"}, twitch.said(store, person), today=TODAY)
    told = twitch.said(store, person)
    assert told.ticked == {"seizure", "pulse"}
    twitch.keep_signs(store, person, {"pulse"}, told, today=TODAY)
    assert twitch.said(store, person).ticked == {"pulse"}
    with pytest.raises(ScreeningError):
        twitch.keep_signs(store, person, {"itch"}, told, today=TODAY)


def test_a_window_that_saw_less_takes_no_tick_away(store):
    person = add_person(store)
    old = twitch.said(store, person)
    assert twitch.keep_signs(store, person, {"seizure"}, old, today=TODAY) == ()
    assert twitch.keep_signs(store, person, {"pulse"}, old, today=TODAY) == ("seizure",)
    assert twitch.said(store, person).ticked == {"seizure", "pulse"}


def test_answers_are_kept_changed_and_taken_back(store):
    person = add_person(store, filters=("vegan",), medicines=("metformin",))
    for given in ({"sleep_hours": 5.5, "nicotine": False}, {"sleep_hours": 7.0, "nicotine": None}):
        twitch.keep_answers(store, person, given, twitch.said(store, person), today=TODAY)
    answers = twitch.answers_of(person, twitch.said(store, person))
    assert (answers.sleep_hours, answers.nicotine, answers.vegan) == (7.0, None, True)
    assert answers.medicines == ("metformin",)


@pytest.mark.parametrize("wrong", [{"sleep_hours": 25.0}, {"screen_hours": -1.0}, {"stress": "x"}])
def test_answers_that_cannot_be_are_refused(store, wrong):
    person = add_person(store)
    with pytest.raises(ScreeningError):
        twitch.keep_answers(store, person, wrong, twitch.said(store, person), today=TODAY)


def test_two_windows_that_answer_different_questions_are_both_kept(store):
    person = add_person(store)
    unsaid = {"sleep_hours": None, "screen_hours": None, "vegan": None}
    seen = twitch.said(store, person)
    twitch.keep_answers(store, person, unsaid | {"sleep_hours": 5.0}, seen, today=TODAY)
    twitch.keep_answers(store, person, unsaid | {"screen_hours": 9.0}, seen, today=TODAY)
    told = twitch.said(store, person)
    assert (told.value("sleep_hours"), told.value("screen_hours")) == (5.0, 9.0)


def test_two_windows_that_answer_one_question_otherwise_are_both_shown(store):
    person = add_person(store)
    seen = twitch.said(store, person)
    first = {"sleep_hours": 5.0, "vegan": True, "screen_hours": None}
    second = {"sleep_hours": 8.0, "vegan": True, "screen_hours": 9.0}
    twitch.keep_answers(store, person, first, seen, today=TODAY)
    with pytest.raises(Changed) as caught:
        twitch.keep_answers(store, person, second, seen, today=TODAY)
    (clash,) = caught.value.clashes
    assert (clash.field, clash.mine, clash.theirs) == ("sleep_hours", 8.0, 5.0)
    told = twitch.said(store, person)
    assert (told.value("sleep_hours"), told.value("screen_hours")) == (5.0, None)
    # Once both were shown, mine may be written; what nobody was shown still may not.
    twitch.keep_answers(store, person, second, twitch.settled(seen, (clash,), told), today=TODAY)
    told = twitch.said(store, person)
    assert (told.value("sleep_hours"), told.value("screen_hours")) == (8.0, 9.0)


def test_an_answer_taken_back_elsewhere_is_a_clash_only_where_it_was_changed_here(store):
    person = add_person(store)
    first = {"sleep_hours": 5.0, "nicotine": True}
    twitch.keep_answers(store, person, first, twitch.said(store, person), today=TODAY)
    seen = twitch.said(store, person)
    twitch.keep_answers(store, person, {"sleep_hours": None}, seen, today=TODAY)
    twitch.keep_answers(store, person, first | {"nicotine": False}, seen, today=TODAY)
    assert twitch.said(store, person).value("sleep_hours") is None
    with pytest.raises(Changed):
        twitch.keep_answers(store, person, {"sleep_hours": 6.0}, seen, today=TODAY)


def test_symptoms_change_no_figure_and_signs_stand_first(store, table):
    people = enrolled(store).by_key
    person = people["A"]
    kept(store, people, [("A", f"2026-11-0{d}", 900, 400) for d in (1, 2, 3)], **COMPLETE)
    days = client_results.recorded(store, table, [1], Terms())[1].days
    rows = client_results.assessment(days, [person], {1: TODAY}, Terms())
    found = []
    for flags in (set(), {"seizure"}):
        twitch.keep_signs(store, person, flags, twitch.said(store, person), today=TODAY)
        told = twitch.said(store, person)
        found.append(twitch.why(person, told, days, rows, today=TODAY, country="US"))
    calm, alarmed = found
    assert [dict(row) for row in calm.assessment] == [dict(row) for row in alarmed.assessment]
    assert alarmed.notices()[0].text_id == "red-flags-call-now"
    assert "twitch-mostly-harmless" not in alarmed.text_ids()
    assert len(twitch.cause_rows(calm)) == 14
    assert twitch.sources(calm.notices())
