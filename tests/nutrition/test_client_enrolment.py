"""Who a row of a people file is: two of one name are two, and no warning sign is passed over."""

import datetime as dt
import shutil

import pytest

from nutrition.store import Person, add_person, get, open_store
from nutrition.views import client_codes, client_files, twitch
from nutrition.views.client_enrolment import enrol
from nutrition.views.clients import clients, roster_table, ticked
from nutrition.views.uploads import Upload

TODAY = dt.date(2026, 11, 22)
HEADER = "person_id,sex,age_years,name,red_flags,contexts,filters,medicines\n"
TWO = (
    HEADER
    + "101,female,34,Maria Huber,,,,\n"
    + "102,male,71,Maria Huber,chest-pain,kidney-disease,vegan,digoxin\n"
)
DIARY = "person_id,day,food,amount,unit\n101,2026-11-01,milk,1,cup\n102,2026-11-01,bread,2,slice\n"


@pytest.fixture
def store(tmp_path, new_diary):
    with open_store(shutil.copy(new_diary, tmp_path)) as opened:
        yield opened


def people(store, text=TWO):
    return enrol(store, Upload("people.csv", text.encode()), today=TODAY)


def whom(store):
    return client_codes.by_key(clients(store, archived=None), client_codes.codes(store))


def test_two_people_of_one_name_are_two_clients_each_with_what_is_theirs(store):
    found = people(store)
    assert (len(found.added), found.known, found.refused) == (2, (), ())
    woman, man = (found.by_key[key] for key in ("101", "102"))
    assert (woman.sex, woman.contexts, woman.medicines) == ("female", (), ())
    assert (man.sex, man.contexts, man.filters) == ("male", ("kidney-disease",), ("vegan",))
    assert man.medicines == ("digoxin",)
    assert ticked(store) == {man.id: ("chest-pain",)}
    kept = client_files.keep_upload(store, Upload("d.csv", DIARY.encode()), found.by_key)
    assert kept.entries == 2
    assert set(kept.days) == {woman.id, man.id}


def test_the_code_is_kept_and_names_that_two_share_mean_nobody(store):
    first = people(store)
    assert whom(store) == first.by_key
    kept = client_files.keep_upload(store, Upload("d.csv", DIARY.encode()), whom(store))
    assert (kept.entries, kept.strangers) == (2, ())
    named = DIARY.replace("101", "Maria Huber").replace("102", "Maria Huber")
    kept = client_files.keep_upload(store, Upload("n.csv", named.encode()), whom(store))
    assert (kept.entries, kept.strangers) == (0, ("Maria Huber",))


def test_a_person_id_whose_client_has_another_name_is_theirs_in_later_files(store):
    (anna,) = people(store, HEADER + "A,female,34,Anna,,,,\n").added
    assert whom(store) == {"A": anna, "Anna": anna}
    assert client_codes.codes(store) == {anna.id: "A"}
    table = roster_table([anna], {}, on=TODAY, codes=client_codes.codes(store))
    assert table.loc[0, "person_id"] == "A"


def test_the_same_file_again_adds_nobody(store):
    first = people(store)
    again = people(store)
    assert (again.added, again.refused, again.unlike, again.signs) == ((), (), (), ())
    assert again.by_key == first.by_key
    assert len(clients(store)) == 2


def test_a_new_warning_sign_of_a_known_client_is_ticked(store):
    (anna,) = people(store, HEADER + "A,female,34,Anna,numbness,,,\n").added
    found = people(store, HEADER + "A,female,34,Anna,seizure|numbness,,,\n")
    assert found.signs == ((anna, ("seizure",)),)
    assert ticked(store) == {anna.id: ("numbness", "seizure")}
    # Nor is one taken away that the file leaves out.
    assert people(store, HEADER + "A,female,34,Anna,,,,\n").signs == ()
    assert ticked(store) == {anna.id: ("numbness", "seizure")}


def test_what_a_file_says_otherwise_of_a_known_client_is_named_and_not_taken(store):
    (anna,) = people(store, HEADER + "A,female,34,Anna,,,,omeprazole\n").added
    found = people(store, HEADER + "A,male,40,Anna,,kidney-disease,,digoxin|omeprazole\n")
    assert [(one.field, one.file, one.kept) for one in found.unlike] == [
        ("sex", "male", "female"),
        ("medicines", ("digoxin", "omeprazole"), ("omeprazole",)),
        ("contexts", ("kidney-disease",), ()),
        ("age_years", 40.0, 34),
    ]
    assert get(store, Person, anna.id) == anna


def test_a_client_typed_in_by_name_learns_the_code(store):
    anna = add_person(store, name="Anna", sex="female")
    found = people(store, HEADER + "A,female,34,Anna,,,,\n")
    assert [one.id for one in found.known] == [anna.id]
    assert client_codes.codes(store) == {anna.id: "A"}


@pytest.mark.parametrize("about", [{"sex": "male"}, {"age_years": 60.0}])
def test_a_client_of_the_name_but_another_sex_or_age_is_somebody_else(store, about):
    add_person(store, name="Anna", **about)
    assert len(people(store, HEADER + "A,female,34,Anna,,,,\n").added) == 1
    assert [one.name for one in client_codes.told_apart(clients(store), {2: "A"})] == [
        "Anna (1)",
        "Anna (A)",
    ]


def test_of_two_rows_of_a_name_only_the_fitting_one_is_who_stands_there(store):
    maria = add_person(store, name="Maria Huber", sex="female", age_years=34.0)
    found = people(store)
    assert found.by_key["101"].id == maria.id
    assert [one.sex for one in found.added] == ["male"]


def test_a_code_that_stands_for_another_name_is_refused_and_nobodys(store):
    people(store, HEADER + "1,female,34,Anna,,,,\n")
    found = people(store, HEADER + "1,male,50,Otto,seizure,,,\n2,male,51,Karl,,,,\n")
    assert [one.name for one in found.added] == ["Karl"]
    assert [one.row for one in found.refused] == [2]
    assert "1 is Anna's in the roster, and this row names Otto" in found.refused[0].reason
    assert found.contested == {"1"}
    assert ticked(store) == {}


def test_of_two_rows_of_one_person_id_the_first_counts_whole(store):
    rows = "A,female,34,Anna,chest-pain,,,\nA,male,50,Otto,seizure,,,\n"
    found = people(store, HEADER + rows)
    assert [(one.name, one.sex) for one in found.added] == [("Anna", "female")]
    assert ticked(store) == {found.by_key["A"].id: ("chest-pain",)}
    assert [one.row for one in found.refused] == [3]


def test_a_code_alone_is_the_name_or_code_of_whoever_has_it(store):
    coded = add_person(store, name="K-01", sex="female")
    found = people(store, HEADER + "K-01,female,34,,,,,\n")
    assert [one.id for one in found.known] == [coded.id]
    assert whom(store) == {"K-01": coded}


@pytest.mark.parametrize(("cell", "asked"), [("none", True), ("", False), ("None", True)])
def test_none_says_that_all_signs_were_asked_and_an_empty_cell_that_nobody_asked(
    store, cell, asked
):
    found = people(store, HEADER + f"A,female,34,Anna,{cell},,,\n")
    assert not found.refused
    said = twitch.said(store, found.by_key["A"])
    assert (said.ticked is not None, said.ticked or frozenset()) == (asked, frozenset())
