"""ASA24's other files: supplements, recalls broken off, codes that R wrote as numbers."""

import pytest

from foods.errors import DiaryError

HEADER = ["UserName", "UserID", "RecallNo", "RecallAttempt", "RecallStatus", "IntakeStartDateTime"]
ITEMS = [*HEADER, "FoodCode", "FoodAmt", "KCAL", "CALC", "MAGN", "Food_Description"]
PILLS = [*HEADER, "SupplCode", "SupplAmt", "CALC", "MAGN", "Suppl_Description"]
WHO = ["anna", "u-1", "1.0", "0.0", "2.0", "1/18/22 0:00"]
BAGEL = [*WHO, "51180010.0", "34.5", "91.08", "36.225", "10.005", "Bagel"]


def test_codes_lose_the_point_zero_that_r_gave_them(write_csv):
    from nutrition.in_memory import read

    frame = read(write_csv([ITEMS, BAGEL])).frame
    assert frame["food_id"].tolist() == ["51180010"]
    assert frame["day"].tolist() == ["1"]
    assert frame["date"].tolist() == ["1/18/22"]


def test_recalls_that_were_broken_off_are_dropped(totals_of, write_csv):
    quit_ = ["ben", "u-2", "1", "0", "5", "1/18/22 0:00", *BAGEL[6:]]
    outcome = totals_of(write_csv([ITEMS, BAGEL, quit_]))
    assert outcome.days["person_id"].tolist() == ["anna"]
    assert outcome.report[0]["dropped"] == {"the recall was broken off (RecallStatus 5)": 1}
    assert outcome.report[0]["rows"] == 2
    assert outcome.report[0]["items"] == 1


def test_supplements_count_as_supplements(totals_of, write_csv):
    pill = [*WHO, "1000658200", "1", "", "250", "Magnesium"]
    outcome = totals_of(write_csv([ITEMS, BAGEL], "items.csv"), write_csv([PILLS, pill], "INS.csv"))
    (day,) = outcome.days.to_dict("records")
    assert day["magnesium_supplement_mg"] == 250.0
    assert day["magnesium_mg"] == pytest.approx(260.005)
    assert day["supplement_items"] == 1
    assert day["calcium_supplement_unknown_items"] == 1
    assert day["grams"] == 34.5


def test_totals_of_foods_and_of_supplements_add_up(totals_of, write_csv):
    totals = [*HEADER, "NumFoods", "NumCodes", "CALC", "MAGN"]
    taken = [*HEADER, "NumSuppl", "CALC", "MAGN"]
    outcome = totals_of(
        write_csv([totals, [*WHO, "16", "17", "800", "250"]], "Totals.csv"),
        write_csv([taken, [*WHO, "1", "200", "100"]], "TS.csv"),
    )
    (day,) = outcome.days.to_dict("records")
    assert (day["calcium_food_mg"], day["calcium_supplement_mg"], day["calcium_mg"]) == (
        800.0, 200.0, 1000.0,
    )  # fmt: skip


def test_a_file_without_intake_is_refused(totals_of, write_csv):
    with pytest.raises(DiaryError, match="none that holds intake"):
        totals_of(write_csv([[*HEADER, "Question", "Answer"], [*WHO, "salt", "yes"]]))
