"""NHANES as it is released: transport files, reliable recalls, supplements once, DEMO."""

import pytest
from sas_transport import write_transport

from foods.errors import DiaryError


def foods(seqn, code, grams, calcium, magnesium, *, day=1, status=1, weight=100.0):
    p, weighted = f"DR{day}", "WTDRD1" if day == 1 else "WTDR2D"
    return {
        "SEQN": float(seqn), weighted: weight, f"{p}DRSTZ": float(status),
        f"{p}IFDCD": float(code), f"{p}IGRMS": grams, f"{p}ICALC": calcium, f"{p}IMAGN": magnesium,
        f"{p}IKCAL": 100.0, f"{p}ICAFF": 0.0, f"{p}IVD": 1.0, f"{p}IVB12": 0.5, f"{p}IMOIS": 10.0,
    }  # fmt: skip


def supplement(seqn, name, calcium, magnesium, *, day=1):
    p = f"DS{day}"
    numbers = {f"{p}I{n}": None for n in ("KCAL", "VB12", "VC", "IRON", "ZINC", "SODI", "CAFF")}
    return {
        "DSDSUPP": name, "SEQN": float(seqn), f"{p}ACTSS": 1.0, f"{p}ICALC": calcium,
        f"{p}IMAGN": magnesium, **numbers,
    }  # fmt: skip


def demo(seqn, sex, age, *, months=None, pregnant=None):
    return {
        "SEQN": float(seqn), "RIAGENDR": float(sex), "RIDAGEYR": float(age), "RIDAGEMN": months,
        "RIDEXPRG": pregnant, "SDMVPSU": 1.0, "SDMVSTRA": 125.0,
    }  # fmt: skip


@pytest.fixture
def recalls(tmp_path):
    return write_transport(
        tmp_path / "DR1IFF_J.XPT",
        [
            foods(93704, 11111000, 244.0, 300.0, 29.0),
            foods(93704, 94000100, 240.0, 7.0, 0.0),
            foods(93704, 11000000, None, None, None),
            foods(93705, 11111000, 244.0, 300.0, 29.0, status=2),
            foods(93706, 11111000, 122.0, 150.0, 14.5, weight=50.0),
        ],
    )


def test_unreliable_recalls_are_left_out_and_counted(totals_of, recalls):
    outcome = totals_of(recalls)
    assert outcome.days["person_id"].tolist() == ["93704", "93706"]
    assert outcome.days["calcium_mg"].tolist() == [307.0, 150.0]
    assert outcome.report[0]["dropped"] == {
        "the recall is not marked reliable (DR1DRSTZ is not 1)": 1
    }
    assert outcome.report[0]["rows"] == 5
    assert outcome.items == 4


def test_zero_of_a_transport_file_is_zero(totals_of, recalls):
    days = totals_of(recalls).days
    assert days["caffeine_mg"].tolist() == [0.0, 0.0]


def test_a_food_without_weight_is_an_item_without_value(totals_of, recalls):
    first = totals_of(recalls).days.iloc[0]
    assert first["items"] == 3
    assert first["calcium_unknown_items"] == 1
    assert first["grams_unknown_items"] == 1


def test_codes_are_text(recalls):
    from nutrition.in_memory import read

    assert read(recalls).frame["food_id"].tolist()[0] == "11111000"


def test_two_days_come_from_two_files(totals_of, recalls, tmp_path):
    second = write_transport(
        tmp_path / "DR2IFF_J.XPT", [foods(93704, 11111000, 244.0, 310.0, 30.0, day=2)]
    )
    days = totals_of(recalls, second).days
    mine = days[days["person_id"] == "93704"]
    assert mine["day"].tolist() == ["1", "2"]
    assert mine["calcium_mg"].tolist() == [307.0, 310.0]


def test_demographics_become_people(totals_of, recalls, tmp_path):
    people = write_transport(
        tmp_path / "DEMO_J.XPT",
        [demo(93704, 2, 34, pregnant=1.0), demo(93706, 1, 1, months=18.0), demo(99999, 1, 50)],
    )
    table = totals_of(recalls, people).people
    from nutrition.people import read_people

    roster = read_people(table).set_index("person_id")
    assert roster["sex"].to_dict() == {"93704": "female", "93706": "male"}
    assert roster["age_months"].to_dict() == {"93704": 34 * 12, "93706": 18}
    assert roster["condition"].to_dict() == {"93704": "pregnant", "93706": "none"}
    assert roster["survey_weight"].to_dict() == {"93704": 100.0, "93706": 50.0}
    assert roster["stratum"].tolist() == ["125", "125"]


def test_the_weight_is_that_of_two_days_where_a_second_day_is_read(totals_of, recalls, tmp_path):
    second = write_transport(
        tmp_path / "DR2IFF_J.XPT",
        [foods(93704, 11111000, 244.0, 310.0, 30.0, day=2, weight=777.0)],
    )
    people = write_transport(tmp_path / "DEMO_J.XPT", [demo(93704, 2, 34), demo(93706, 1, 20)])
    table = totals_of(recalls, second, people).people.set_index("person_id")
    assert float(table["survey_weight"]["93704"]) == 777.0
    assert table["survey_weight"].isna()["93706"]


def test_people_alone_are_no_diary(totals_of, tmp_path):
    with pytest.raises(DiaryError, match="holds no intake"):
        totals_of(write_transport(tmp_path / "DEMO_J.XPT", [demo(1, 1, 20)]))


def test_day_totals_and_their_supplements_add_up(totals_of, tmp_path):
    food = [
        {"SEQN": 1.0, "DR1DRSTZ": 1.0, "DR1TNUMF": 12.0, "DR1TCALC": 800.0, "DR1TMAGN": 250.0},
        {"SEQN": 2.0, "DR1DRSTZ": 1.0, "DR1TNUMF": 9.0, "DR1TCALC": 500.0, "DR1TMAGN": 200.0},
        {"SEQN": 3.0, "DR1DRSTZ": 5.0, "DR1TNUMF": None, "DR1TCALC": None, "DR1TMAGN": None},
    ]
    taken = [
        {"SEQN": 1.0, "DR1DRSTZ": 1.0, "DS1DS": 1.0, "DS1AN": 2.0, "DS1TCALC": 200.0,
         "DS1TMAGN": None},
        {"SEQN": 2.0, "DR1DRSTZ": 1.0, "DS1DS": 2.0, "DS1AN": 2.0, "DS1TCALC": None,
         "DS1TMAGN": None},
    ]  # fmt: skip
    outcome = totals_of(
        write_transport(tmp_path / "DR1TOT_J.XPT", food),
        write_transport(tmp_path / "DS1TOT_J.XPT", taken),
    )
    one, two = outcome.days.astype(object).where(outcome.days.notna(), None).to_dict("records")
    assert (one["calcium_mg"], one["calcium_food_mg"], one["calcium_supplement_mg"]) == (
        1000.0, 800.0, 200.0,
    )  # fmt: skip
    assert one["magnesium_supplement_mg"] is None
    assert two["magnesium_supplement_mg"] == 0.0
    assert two["magnesium_mg"] == 200.0
    assert one["items"] == 12


def test_supplements_of_the_day_join_the_foods(totals_of, recalls, tmp_path):
    pills = write_transport(
        tmp_path / "DS1IDS_J.XPT", [supplement(93704, "MAGNESIUM 250 MG", None, 250.0)]
    )
    first = totals_of(recalls, pills).days.iloc[0]
    assert first["magnesium_supplement_mg"] == 250.0
    assert first["magnesium_food_mg"] == 29.0
    assert first["magnesium_mg"] == 279.0
    assert first["calcium_supplement_unknown_items"] == 1
    assert first["items"] == 4


def thirty_days(tmp_path):
    rows = [
        {"SEQN": 93704.0, "DSD010": 1.0, "DSD010AN": 2.0, "DSQTCALC": 400.0, "DSQTMAGN": 100.0},
        {"SEQN": 93706.0, "DSD010": 2.0, "DSD010AN": 2.0, "DSQTCALC": None, "DSQTMAGN": None},
        {"SEQN": 99999.0, "DSD010": 1.0, "DSD010AN": 2.0, "DSQTCALC": 10.0, "DSQTMAGN": 1.0},
    ]
    return write_transport(tmp_path / "DSQTOT_J.XPT", rows)


def test_an_average_of_thirty_days_is_added_to_each_day(totals_of, recalls, tmp_path):
    outcome = totals_of(recalls, thirty_days(tmp_path))
    one, two = outcome.days.to_dict("records")
    assert (one["calcium_mg"], one["calcium_supplement_mg"]) == (707.0, 400.0)
    assert (two["calcium_mg"], two["calcium_supplement_mg"]) == (150.0, 0.0)
    assert two["calcium_unknown_items"] == 0
    assert "1 people have an average and no day; they are left out." in outcome.report[1]["notes"]


def test_supplements_are_counted_once(totals_of, recalls, tmp_path):
    pills = write_transport(tmp_path / "DS1IDS_J.XPT", [supplement(93704, "PILL", 1.0, 250.0)])
    with pytest.raises(DiaryError, match="count them twice"):
        totals_of(recalls, pills, thirty_days(tmp_path))


def test_supplements_alone_are_no_intake(totals_of, tmp_path):
    with pytest.raises(DiaryError, match="supplements only"):
        totals_of(thirty_days(tmp_path))


@pytest.mark.parametrize("data", [b"", b"HEADER RECORD*******", b"a,b\n1,2\n", b"\0" * 4000])
def test_a_damaged_transport_file_is_refused(totals_of, tmp_path, data):
    path = tmp_path / "broken.XPT"
    path.write_bytes(data)
    with pytest.raises(DiaryError, match="SAS transport"):
        totals_of(path)


@pytest.mark.parametrize("rows", [1, 2, 3, 7])
def test_rows_of_short_records_are_all_there(tmp_path, rows):
    import pandas as pd

    from nutrition.readers.transport import as_parquet

    written = [{"SEQN": float(i + 1), "NAME": "x" if i % 2 else "", "A": None} for i in range(rows)]
    path = write_transport(tmp_path / "short.XPT", written)
    frame = pd.read_parquet(as_parquet(path, tmp_path / "short.parquet", "short"))
    assert frame["SEQN"].tolist() == [float(i + 1) for i in range(rows)]
