"""Each format's sample: what is in it, to the last digit, and what the report says of it."""

import pytest

from foods.errors import DiaryError

MFP = "Nutrition-Summary-2026-09-25-to-2026-09-26.csv"
DV = {"choices": {"calcium": "dv1300"}}

SAMPLES = [
    # file, options, format, shape, person, day, calcium mg, magnesium mg, energy kcal
    ("asa24_items.csv", {}, "asa24", "diary", "THR01", "1", 225.125, 50.905, None),
    ("asa24_totals.csv", {}, "asa24", "days", "1", "1", 1104.300035, 483.81516, 2019.12608),
    (
        "cronometer_servings.csv",
        {},
        "cronometer",
        "diary",
        None,
        "2026-09-25",
        347.5,
        142.26,
        485.82,
    ),
    (
        "cronometer_dailysummary.csv",
        {},
        "cronometer",
        "days",
        None,
        "2026-09-25",
        347.5,
        142.26,
        485.82,
    ),
    (
        "diary_export_waistline.csv",
        {},
        "waistline",
        "days",
        None,
        "25/09/2026",
        812.0,
        305.0,
        1980.0,
    ),
    (
        "intake24_v3.csv",
        {},
        "intake24",
        "diary",
        "u1",
        "2026-09-25T10:00:00Z",
        139.16,
        29.82,
        250.0,
    ),
    ("nhanes_DR1IFF_tiny.csv", {}, "nhanes", "diary", "93704", "1", 300.0, 29.0, 149.0),
    # 45 % and 15 % of 1,300 mg; the first row's energy has a thousands comma.
    (MFP, DV, "myfitnesspal", "days", None, "2026-09-25", 780.0, None, 1652.0),
    # 14 g of butter, SR28 01001: 24 mg calcium and 2 mg magnesium in 100 g.
    ("nutra_day.csv", {}, "nutra", "diary", "formats", "nutra_day", 3.36, 0.28, 100.38),
]


@pytest.mark.parametrize(
    ("name", "options", "format_", "shape", "person", "day", "calcium", "magnesium", "energy"),
    SAMPLES,
    ids=[row[0] for row in SAMPLES],
)
def test_a_sample_gives_its_totals(
    totals_of, formats, name, options, format_, shape, person, day, calcium, magnesium, energy
):
    path = formats / name
    outcome = totals_of(path, **options)
    first = outcome.days.iloc[0]
    assert outcome.report[0]["format"] == format_
    assert outcome.report[0]["shape"] == shape
    assert first["person_id"] == (person or str(path))
    assert first["day"] == day
    assert first["calcium_mg"] == pytest.approx(calcium, abs=1e-9)
    if magnesium is None:
        assert first.isna()["magnesium_mg"]
    else:
        assert first["magnesium_mg"] == pytest.approx(magnesium, abs=1e-9)
    if energy is not None:
        assert first["energy_kcal"] == pytest.approx(energy, abs=1e-9)
    assert outcome.rejects == []


@pytest.mark.parametrize(
    ("choice", "calcium"), [("mg", 60.0), ("dv1000", 600.0), ("dv1300", 780.0)]
)
def test_the_calcium_of_myfitnesspal_is_what_the_user_says(totals_of, formats, choice, calcium):
    outcome = totals_of(formats / MFP, choices={"calcium": choice})
    assert outcome.days["calcium_mg"].tolist() == [calcium]
    assert "Magnesium is not in this file." in outcome.report[0]["notes"]
    assert outcome.report[0]["nutrients"]["magnesium_mg"] == "not in this file"


@pytest.mark.parametrize("choices", [{}, {"calcium": "percent"}])
def test_the_calcium_of_myfitnesspal_is_asked_for(totals_of, formats, choices):
    with pytest.raises(DiaryError, match="calcium=dv1300"):
        totals_of(formats / MFP, choices=choices)


def test_a_calcium_column_with_its_unit_needs_no_question(totals_of, write_csv):
    path = write_csv(
        [
            ["Date", "Meal", "Calories", "Saturated Fat", "Trans Fat", "Calcium (mg)"],
            ["2026-09-25", "Lunch", "500", "1", "0", "1,200"],
            ["2026-09-25", "TOTAL", "500", "1", "0", "1,200"],
        ]
    )
    outcome = totals_of(path)
    assert outcome.days["calcium_mg"].tolist() == [1200.0]
    assert outcome.report[0]["dropped"] == {"a row of totals": 1}


def test_days_not_marked_completed_are_partial(totals_of, formats):
    days = totals_of(formats / "cronometer_dailysummary.csv").days
    assert days["day_state"].tolist() == ["complete", "partial"]


def test_amounts_of_cronometer_part_into_number_and_unit(formats):
    from nutrition.in_memory import read

    frame = read(formats / "cronometer_servings.csv").frame
    assert frame["amount"].tolist() == [80.0, 8.0, 1.0]
    assert frame["unit"].tolist() == ["g", "fl oz", 'medium (7" to 7-7/8" long)']


def test_a_missing_food_of_intake24_is_an_item_without_a_value(totals_of, formats):
    outcome = totals_of(formats / "intake24_v3.csv")
    (day,) = outcome.days.to_dict("records")
    assert day["items"] == 2
    assert day["calcium_unknown_items"] == 1
    assert day["magnesium_unknown_items"] == 1
    assert outcome.report[0]["known_share"] == {"calcium_mg": 0.5, "magnesium_mg": 0.5}


@pytest.mark.parametrize("micro", ["µ", "μ", "Âµ"])
def test_micro_comes_in_several_encodings(totals_of, write_csv, micro):
    path = write_csv(
        [
            ["Day", "Food Name", "Amount", "Calcium (mg)", "Magnesium (mg)", "Vitamin D (IU)",
             f"B12 (Cobalamin) ({micro}g)", "Net Carbs (g)"],
            ["2026-09-25", "Milk", "1.00 cup", "300", "24", "120", "1.1", "12"],
        ]
    )  # fmt: skip
    (day,) = totals_of(path).days.to_dict("records")
    assert day["vitamin_b12_ug"] == 1.1
    assert day["vitamin_d_ug"] == pytest.approx(3.0)


def test_a_supplement_of_cronometer_counts_as_one(totals_of, write_csv):
    path = write_csv(
        [
            ["Day", "Food Name", "Amount", "Calcium (mg)", "Magnesium (mg)", "Category",
             "Net Carbs (g)", "B6 (Pyridoxine) (mg)"],
            ["1", "Milk", "1.00 cup", "300", "24", "Dairy", "", ""],
            ["1", "Magnesium citrate", "1.00 tablet", "", "200", "Supplements", "", ""],
        ]
    )  # fmt: skip
    (day,) = totals_of(path).days.to_dict("records")
    assert day["magnesium_supplement_mg"] == 200.0
    assert day["magnesium_food_mg"] == 24.0
    assert day["calcium_supplement_unknown_items"] == 1


HABITUAL = [
    (
        "dhq3",
        ["Respondent ID", "Energy (kcal)", "Calcium (mg)", "Magnesium (mg)",
         "Supplemental Calcium (mg)", "Supplemental Magnesium (mg)"],
        ["r1", "1800", "700.5", "250", "200", ""],
        (900.5, 200.0, 250.0, None),
    ),
    (
        "dhq3",
        ["Respondent ID", "Calcium (mg)", "Magnesium (mg)"],
        ["r1", "700.5", ""],
        (700.5, None, None, None),
    ),
    (
        "block",
        ["RESPONDENTID", "DT_KCAL", "DT_CALC", "DT_MAGN", "SUP_CALC", "SUP_MAGN"],
        ["r1", "1800", "700.5", "250", "200", "50"],
        (900.5, 200.0, 300.0, 50.0),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("format_", "header", "row", "expected"), HABITUAL)
def test_questionnaires_give_habitual_intake(totals_of, write_csv, format_, header, row, expected):
    outcome = totals_of(write_csv([header, row]))
    (day,) = outcome.days.astype(object).where(outcome.days.notna(), None).to_dict("records")
    assert outcome.report[0]["format"] == format_
    assert day["day"] is None
    found = (
        day["calcium_mg"], day["calcium_supplement_mg"],
        day["magnesium_mg"], day["magnesium_supplement_mg"],
    )  # fmt: skip
    assert found == expected


def test_habitual_intake_has_no_number_of_days_and_no_verdict(totals_of, write_csv):
    import pandas as pd

    from nutrition.adequacy.assessment import assess

    path = write_csv([["RESPONDENTID", "DT_KCAL", "DT_CALC", "DT_MAGN"], ["r1", "1", "400", "90"]])
    people = pd.DataFrame({"person_id": ["r1"], "sex": ["female"], "age_years": ["40"]})
    result = assess(totals_of(path).days, people)
    assert result["days"].isna().all()
    assert result["verdict"].tolist() == ["cannot_tell", "cannot_tell"]


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Yazio", ["date", "daytime", "name", "energy.energy", "nutrient.carb", "nutrient.fat"]),
        ("Lose It", ["Date", "Name", "Icon", "Meal", "Quantity", "Units", "Calories", "Fat (g)",
                     "Cholesterol (mg)", "Sodium (mg)"]),
    ],
)  # fmt: skip
def test_files_with_neither_mineral_are_refused(totals_of, write_csv, name, header):
    with pytest.raises(DiaryError, match=f"neither calcium nor magnesium.*{name}"):
        totals_of(write_csv([header, ["1"] * len(header)]))


def test_a_refused_file_can_be_read_by_its_food_names(totals_of, write_csv):
    path = write_csv(
        [
            ["Date", "Name", "Icon", "Meal", "Quantity", "Units", "Calories"],
            ["2026-09-25", "Butter, salted", "", "Lunch", "14", "g", "100"],
        ]
    )
    columns = {"day": "Date", "food": "Name", "amount": "Quantity", "unit": "Units"}
    assert totals_of(path, columns=columns).days["calcium_mg"].tolist() == [pytest.approx(3.36)]


def test_every_reader_has_a_name_a_title_and_a_test():
    from nutrition.readers import readers

    tested = {row[2] for row in SAMPLES} | {row[0] for row in HABITUAL}
    elsewhere = {"plain", "day_totals", "nhanes_people", "yazio", "lose_it"}
    assert set(readers()) == tested | elsewhere
    assert all(reader.TITLE for reader in readers().values())
