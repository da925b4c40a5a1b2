"""A stray quotation mark costs its own line and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutrition.readers import source
from nutrition.readers.quotes import runs_over, without_strays

HEADER = "person_id,day,food,amount,unit,calcium_mg,magnesium_mg"
GOOD = "p,1,bread,50,g,10,5"
STRAY = "a quotation mark is opened and not closed"


@pytest.fixture
def file_of(tmp_path):
    def write(*lines, end="\n"):
        path = tmp_path / "diary.csv"
        path.write_bytes((end.join([HEADER, *lines]) + end).encode())
        return path

    return write


@pytest.mark.parametrize("whole_check", [source.WHOLE_CHECK_BYTES, 10], ids=["small", "large"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("lines", "items", "rejected"),
    [
        (['p,1,"milk,100,g,1,1', GOOD, GOOD], 2, [2]),
        ([GOOD, 'p,1,"milk,100,g,1,1'], 1, [3]),
        (['"p,1,milk,100,g,1,1', GOOD, '"p,1,milk,100,g,1,1', GOOD], 2, [2, 4]),
        (['p,1,"milk,100,g,1,1', *[GOOD] * 500], 500, [2]),
        (['p,1,"two, in one",100,g,1,1', 'p,1,5" roll,100,g,1,1', GOOD], 3, []),
        (['p,1,"milk\nand honey",100,g,1,1', 'p,1,"milk,100,g,1,1', GOOD], 2, [3]),
        (['p,1,"milk,100,g,1,1', GOOD, "p,1,bread,x,g,1,1", GOOD], 2, [2, 4]),
    ],
)
def test_the_lines_after_it_are_read(
    totals_of, file_of, monkeypatch, lines, end, items, rejected, whole_check
):
    monkeypatch.setattr(source, "WHOLE_CHECK_BYTES", whole_check)
    outcome = totals_of(file_of(*lines, end=end))
    assert outcome.items == items
    assert [r["source_row"] for r in outcome.rejects] == rejected
    assert all(r["reason"].startswith((STRAY, "amount is not")) for r in outcome.rejects)


def test_two_strays_that_look_like_one_long_cell_swallow_nothing(totals_of, file_of):
    """By the rules of CSV this is one food of three lines; its inside are whole rows."""
    path = file_of('p,1,"milk,100,g,1,1', GOOD, 'p,1,bread",50,g,10,5', GOOD)
    outcome = totals_of(path)
    assert outcome.items == 3
    assert [(r["source_row"], r["reason"]) for r in outcome.rejects] == [(2, STRAY)]


def test_files_of_totals_are_mended_too(totals_of, tmp_path):
    path = tmp_path / "days.csv"
    path.write_text('Date,Calcium (mg),Magnesium (mg)\n"1,2,3\n2,700,300\n3,800,310\n')
    outcome = totals_of(path)
    assert outcome.days["day"].tolist() == ["2", "3"]
    assert [r["source_row"] for r in outcome.rejects] == [2]


CELL = st.text(st.sampled_from('ab,"\n '), max_size=6)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=8))
def test_well_written_files_lose_no_cell(tmp_path_factory, rows):
    """What a CSV writer quotes is kept as it is, unless a line of it could be a row by itself."""
    import csv
    import io

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("x", "y", "z"))
    for row in rows:
        begin = text.tell()
        writer.writerow(row)
        lines = text.getvalue()[begin:].splitlines()
        if len(lines) > 1 and any(line.count(",") >= 2 for line in lines[1:]):
            return
        inner = [line for cell in row if "\n" in cell for line in cell.split("\n")]
        if any(line.count(",") >= 2 for line in inner):
            return
    folder = tmp_path_factory.mktemp("quotes")
    path, target = folder / "a.csv", folder / "b.csv"
    path.write_text(text.getvalue())
    strays = without_strays(path, target, ",", 3)
    if not runs_over(path.read_bytes()):
        assert strays == ()
    read = list(csv.reader(io.StringIO(target.read_text(), newline="")))
    assert len(read) + len(strays) == len(rows) + 1
