"""Every reader against its sample, changed and broken: the same answer, or an error in words."""

import csv
import gzip
import io
import random
import zipfile
from contextlib import suppress
from functools import cache

import pytest

from foods.errors import DiaryError, MgcaError

DV = {"choices": {"calcium": "dv1300"}}
SAMPLES = [
    ("asa24_items.csv", {}),
    ("asa24_totals.csv", {}),
    ("cronometer_servings.csv", {}),
    ("cronometer_dailysummary.csv", {}),
    ("diary_export_waistline.csv", {}),
    ("intake24_v3.csv", {}),
    ("nhanes_DR1IFF_tiny.csv", {}),
    ("Nutrition-Summary-2026-09-25-to-2026-09-26.csv", DV),
    ("nutra_day.csv", {}),
]
each_sample = pytest.mark.parametrize(("name", "options"), SAMPLES, ids=[s[0] for s in SAMPLES])


def rows_of(path):
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text else ","))


def shown(outcome):
    days = outcome.days.drop(columns=["person_id", "day"])
    days = days[sorted(days.columns)]
    return days.astype(object).where(days.notna(), None).to_dict("records")


def written(tmp_path, rows, name, *, delimiter=",", end="\n", encoding="utf-8"):
    folder = tmp_path / "changed"
    folder.mkdir(exist_ok=True)
    path = folder / name
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


@pytest.fixture(scope="module")
def unchanged(rows_of_file, formats):
    """Return the outcome of a sample as it came; each is read once."""
    options = dict(SAMPLES)
    return cache(lambda name: rows_of_file(formats / name, **options[name]))


@pytest.fixture(scope="module")
def totals_unchanged(totals_of, formats):
    """Return the totals of a sample as it came; each is totalled once."""
    options = dict(SAMPLES)
    return cache(lambda name: totals_of(formats / name, **options[name]))


@each_sample
@pytest.mark.parametrize("seed", [1, 2])
def test_columns_are_found_by_name(rows_of_file, unchanged, formats, tmp_path, name, options, seed):
    rows = rows_of(formats / name)
    order = list(range(len(rows[0])))
    random.Random(seed).shuffle(order)
    shuffled = written(tmp_path, [[row[i] for i in order] for row in rows], name)
    assert shown(rows_of_file(shuffled, **options)) == shown(unchanged(name))


@each_sample
def test_an_extra_column_changes_nothing(rows_of_file, unchanged, formats, tmp_path, name, options):
    rows = rows_of(formats / name)
    wider = [["Remark", *rows[0]], *(["a, b", *row] for row in rows[1:])]
    assert shown(rows_of_file(written(tmp_path, wider, name), **options)) == shown(unchanged(name))


FORMS = [
    {"end": "\r\n"},
    {"encoding": "utf-8-sig"},
    {"delimiter": ";"},
    {"delimiter": "\t"},
    {"encoding": "cp1252"},
    {"encoding": "utf-16"},
    {"delimiter": ";", "end": "\r\n", "encoding": "utf-8-sig"},
]


@each_sample
@pytest.mark.parametrize("form", FORMS, ids=[" ".join(map(repr, f.values())) for f in FORMS])
def test_the_form_of_the_file_changes_nothing(
    rows_of_file, unchanged, formats, tmp_path, name, options, form
):
    changed = written(tmp_path, rows_of(formats / name), name, **form)
    assert shown(rows_of_file(changed, **options)) == shown(unchanged(name))


@each_sample
@pytest.mark.parametrize("packed", ["gz", "zip"])
def test_packed_files_are_the_same(
    rows_of_file, unchanged, formats, tmp_path, name, options, packed
):
    data = (formats / name).read_bytes()
    path = tmp_path / f"{name}.{packed}"
    if packed == "gz":
        path.write_bytes(gzip.compress(data))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, data)
            archive.writestr(f"__MACOSX/._{name}", b"resource fork")
    assert shown(rows_of_file(path, **options)) == shown(unchanged(name))


@each_sample
def test_parquet_is_the_same(rows_of_file, unchanged, formats, tmp_path, name, options):
    import pandas as pd

    rows = rows_of(formats / name)
    path = tmp_path / "sample.parquet"
    frame = pd.DataFrame(rows[1:], columns=rows[0])
    frame.to_parquet(path)
    assert shown(rows_of_file(path, **options)) == shown(unchanged(name))


@each_sample
def test_a_missing_column_is_an_error_in_words_or_no_loss(
    rows_of_file, unchanged, formats, tmp_path, name, options
):
    """Each column that is used is left out in turn, and some others; what remains adds up."""
    rows = rows_of(formats / name)
    whole = unchanged(name)
    used = {part for sql in whole.report[0]["columns"].values() for part in sql.split(" + ")}
    hints = []
    for left_out, column in enumerate(rows[0]):
        if column not in used and left_out % 60:
            continue
        fewer = [[c for i, c in enumerate(row) if i != left_out] for row in rows]
        path = written(tmp_path, fewer, name)
        try:
            outcome = rows_of_file(path, **options)
        except DiaryError as error:
            hints.append(error.hint)
            continue
        rejected = len(outcome.rejects)
        assert outcome.items + outcome.day_rows + rejected >= whole.items + whole.day_rows, column
    assert all(hints)


@each_sample
def test_half_a_row_is_one_reject(totals_of, totals_unchanged, formats, tmp_path, name, options):
    rows = rows_of(formats / name)
    half = [*rows, rows[-1][: len(rows[-1]) // 2]]
    outcome = totals_of(written(tmp_path, half, name), **options)
    assert shown(outcome) == shown(totals_unchanged(name))
    (reject,) = outcome.rejects
    assert reject["reason"] == "the row has fewer cells than the header"
    assert reject["source_row"] == len(rows) + 1
    reason = outcome.report[0]["rejected"]["the row has fewer cells than the header"]
    assert reason == {"rows": 1, "first": [len(rows) + 1]}


@each_sample
def test_a_file_cut_anywhere_never_ends_in_a_traceback(
    rows_of_file, formats, tmp_path, name, options
):
    data = (formats / name).read_bytes()
    path = tmp_path / name
    for kept in range(0, len(data), max(1, len(data) // 7)):
        path.write_bytes(data[:kept])
        with suppress(MgcaError):
            rows_of_file(path, **options)


@each_sample
def test_every_format_can_be_named_for_every_file(rows_of_file, formats, name, options):
    from nutrition.readers import readers

    for reader in readers():
        with suppress(DiaryError):
            rows_of_file(formats / name, format=reader, **options)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,012.0", 1012.0),
        ("1,234,567", 1_234_567.0),
        ("12", 12.0),
        ("1e2", 100.0),
        ("", None),
        ("N/A", None),
        ("NA", None),
        ("tr", None),
        ("-5", None),
        ("nan", None),
        ("inf", None),
        ("12,34", None),
    ],
)
def test_numbers_of_a_comma_separated_file(totals_of, write_csv, text, number):
    path = write_csv(
        [
            ["person_id", "day", "food", "amount", "unit", "calcium_mg", "magnesium_mg"],
            ["p", "1", "x", "1", "g", text, "1"],
            ["p", "1", "y", "1", "g", "0.5", "1.5"],
        ]
    )
    (day,) = totals_of(path).days.to_dict("records")
    assert day["calcium_mg"] == 0.5 + (number or 0)
    assert day["calcium_unknown_items"] == (1 if number is None else 0)


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.012,5", 1012.5), ("1.012", 1012.0), ("1,5", 1.5), ("0,125", 0.125), ("7", 7.0)],
)
def test_numbers_of_a_file_with_decimal_commas(totals_of, write_csv, text, number):
    rows = [
        ["person_id", "day", "food", "amount", "unit", "calcium_mg", "magnesium_mg"],
        ["p", "1", "x", "1", "g", text, "1,25"],
        ["p", "1", "y", "1", "g", "0,5", "1,5"],
    ]
    (day,) = totals_of(write_csv(rows, delimiter=";")).days.to_dict("records")
    assert day["calcium_mg"] == pytest.approx(0.5 + number)


def test_a_quoted_decimal_comma_in_a_comma_separated_file(totals_of, write_csv):
    rows = [
        ["person_id", "day", "food", "amount", "unit", "calcium_mg", "magnesium_mg"],
        ["p", "1", "x", "1,5", "g", "12,25", "1,5"],
    ]
    (day,) = totals_of(write_csv(rows)).days.to_dict("records")
    assert day["calcium_mg"] == 12.25
    assert day["grams"] == 1.5


AMOUNTS = ["person_id", "day", "food", "amount", "unit", "calcium_mg", "magnesium_mg"]


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("text", ["1.500", "1.500,0"])
def test_a_point_parts_thousands_where_the_amounts_prove_decimal_commas(
    totals_of, write_csv, text, delimiter
):
    plain = [["p", "2", "y", "1.250", "g", "0.125", "1.5"]] * 3
    rows = [AMOUNTS, ["p", "1", "x", "200,5", "g", "1.125", "1.5"], *plain]
    rows.append(["p", "3", "x", text, "g", "1.125", "1.5"])
    outcome = totals_of(write_csv(rows, delimiter=delimiter))
    assert outcome.rejects == []
    assert outcome.days["grams"].tolist() == [200.5, 3750.0, 1500.0]
    assert outcome.days["calcium_mg"].tolist() == [1.125, 0.375, 1.125]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_an_amount_is_refused_where_the_others_contradict_each_other(
    totals_of, write_csv, delimiter
):
    amounts = ["200,5", "1.5", "1.500", "1,500", "0.125", "1.234,5"]
    rows = [["p", str(day), "x", amount, "g", "1", "1"] for day, amount in enumerate(amounts)]
    outcome = totals_of(write_csv([AMOUNTS, *rows], delimiter=delimiter))
    assert outcome.days["grams"].tolist() == [200.5, 1.5, 0.125, 1234.5]
    assert [(r["source_row"], r["reason"][:34]) for r in outcome.rejects] == [
        (4, "amount can be read in two ways, ot"),
        (5, "amount can be read in two ways, ot"),
    ]


def test_identical_rows_are_two_items(totals_of, totals_unchanged, formats, tmp_path):
    rows = rows_of(formats / "asa24_items.csv")
    twice = written(tmp_path, [*rows, rows[-1]], "asa24_items.csv")
    assert totals_of(twice).items == totals_unchanged("asa24_items.csv").items + 1


def test_two_columns_of_one_name_are_refused(totals_of, formats, tmp_path):
    rows = rows_of(formats / "asa24_items.csv")
    doubled = [[*row, row[rows[0].index("CALC")]] for row in rows]
    with pytest.raises(DiaryError, match="2 columns named 'CALC'"):
        totals_of(written(tmp_path, doubled, "asa24_items.csv"))


def test_a_second_total_of_a_day_is_rejected(totals_of, formats, tmp_path):
    rows = rows_of(formats / "asa24_totals.csv")
    outcome = totals_of(written(tmp_path, [*rows, rows[1]], "asa24_totals.csv"))
    assert [r["reason"] for r in outcome.rejects] == ["an earlier row has this person and day"]
    assert outcome.rejects[0]["source_row"] == len(rows) + 1


def test_a_total_that_is_no_number_is_rejected(totals_of, write_csv):
    outcome = totals_of(
        write_csv([["Date", "Calcium (mg)", "Magnesium (mg)"], ["1", "many", "3"], ["2", "", "3"]])
    )
    assert [r["reason"] for r in outcome.rejects] == ["calcium is not an amount: many"]
    (day,) = outcome.days.to_dict("records")
    assert day["day"] == "2"
    assert outcome.days["calcium_mg"].isna().all()
