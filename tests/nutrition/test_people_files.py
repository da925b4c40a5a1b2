"""A people file with long texts: read whole, or the run stops with a reason; none is half lost."""

import pytest

from foods.errors import DiaryError
from nutrition.people import LONGEST_CELL, read_people_and_rejects
from nutrition.readers.quotes import MOST_BYTES
from nutrition.side_files import readable

HEADER = "person_id,sex,age_years,notes,red_flags\n"


@pytest.fixture
def read(tmp_path):
    def from_text(text, name="people.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        with readable(path) as (plain,):
            return read_people_and_rejects(plain)

    return from_text


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("lines", [1, 200, 201, 400, 9_000])
def test_a_note_of_many_lines_is_read_whole(read, lines, separator):
    note = "word words\n" * lines
    text = f'{HEADER}A,female,34,"{note}",chest-pain\nB,male,71,,\n'.replace(",", separator)
    people, rejects = read(text)
    assert rejects.empty
    assert people["person_id"].tolist() == ["A", "B"]
    assert people.loc[0, "sex"] == "female"
    assert people.loc[0, "notes"] == note
    assert people.loc[0, "red_flags"] == "chest-pain"


@pytest.mark.parametrize("line_end", ["\n", " "])
def test_a_note_that_is_too_long_stops_the_run_and_is_named(read, line_end):
    note = f"word words{line_end}" * 10_000
    with pytest.raises(DiaryError, match="row 3: notes has 110,000 characters; 100,000") as caught:
        read(f'{HEADER}B,male,71,,\nA,female,34,"{note}",chest-pain\n')
    assert caught.value.hint
    assert len(note) > LONGEST_CELL


def test_a_note_beyond_all_bounds_stops_the_run(read):
    note = "word words\n" * (MOST_BYTES // 10)
    with pytest.raises(DiaryError, match=r"row 3 .*no sure end"):
        read(f'{HEADER}B,male,71,,\nA,female,34,"{note}",chest-pain\nC,female,20,,\n')


@pytest.mark.parametrize(
    "rows",
    [
        # Never closed: two people stand behind it.
        'A,female,34,"long,\nB,male,71,,\nC,female,20,,\n',
        # A line of the note could be a person.
        'A,female,34,"one\nD,male,20,,\ntwo",seizure\nB,male,71,,\n',
    ],
)
def test_a_quotation_mark_without_a_sure_end_takes_nobody_along(read, rows):
    with pytest.raises(DiaryError, match=r"row 2 .*no sure end") as caught:
        read(HEADER + rows)
    assert "quotation mark" in caught.value.hint
