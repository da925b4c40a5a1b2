"""Many small files are put into one and read as if each stood alone."""

import csv
import io

import pytest

from nutrition.reading import packed

HEADER = ["day", "food", "amount", "unit", "calcium_mg", "magnesium_mg"]
ODD = [
    "1,x,1,g,1,1\n\n2,x,1,g,1,1\n",
    '1,"milk,1,g,1,1\n2,x,1,g,1,1\n',
    '1,5" roll,1,g,1,1\n2,x,1,g,1,1\n',
    "1,x,1,g,1,1\r2,x,1,g,1,1\r",
    "",
    '1,"a ""b""\nc, d",1,g,1,1\r\n2,x,none,g,1,1\r\n3,x\r\n',
    "1,x,1,g,1,1",
    '1,"",1,g,1,1\n2,x,1,g,1,1\n',
]


@pytest.fixture
def folder_of(tmp_path):
    def write(bodies):
        paths = []
        for number, body in enumerate(bodies):
            path = tmp_path / f"{number:02}.csv"
            path.write_bytes((",".join(HEADER) + "\n" + body).encode())
            paths.append(path)
        return paths

    return write


def shown(outcome):
    rejects = [(r["source_file"], r["source_row"], r["reason"], r["raw"]) for r in outcome.rejects]
    days = outcome.days.astype(object).where(outcome.days.notna(), None).to_dict("records")
    return days, rejects, outcome.report


def test_packed_or_not_is_the_same(totals_of, folder_of, monkeypatch):
    paths = folder_of(ODD * 2 + [f"1,x,{n},g,{n},1\n2,y,bad,g,1,1\n" for n in range(1, 13)])
    together = shown(totals_of(*paths))
    monkeypatch.setattr(packed, "LEAST_FILES", 10_000)
    assert together == shown(totals_of(*paths))


def test_small_files_are_one_scan(folder_of):
    from nutrition.reading.files import Reading

    paths = folder_of(["1,x,1,g,1,1\n"] * 50)
    with Reading(paths) as reading:
        (group,) = reading._groups  # noqa: SLF001 - nothing shows it outside, but the time
        assert group.pack is not None
        text = group.pack.path.read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(50)]
    assert {len(row) for row in rows} == {len(HEADER) + 1}


def test_intake24_without_its_respondents_is_refused(totals_of, formats, tmp_path):
    from foods.errors import DiaryError

    text = (formats / "intake24_v3.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    at = rows[0].index("User ID")
    path = tmp_path / "intake24.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([row[:at] + row[at + 1 :] for row in rows])
    with pytest.raises(DiaryError, match="no column User ID") as error:
        totals_of(path)
    assert "--set person=NAME" in error.value.hint
    assert totals_of(path, choices={"person": "u1"}).days["person_id"].tolist() == ["u1"]
