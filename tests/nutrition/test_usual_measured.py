"""Both methods and both cuts on measured recalls of adults (purposive: not an estimate)."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from nutrition.population.estimates import groups

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "nhanes_2015_2016"

pytestmark = [
    pytest.mark.measured,
    pytest.mark.skipif(not DATA.is_dir(), reason="shared/data is not beside the repository"),
]

# NASEM EAR, mg a day, at 19-30, 31-50, 51-70 and over 70 years (IOM 2011; IOM 1997).
EAR = {
    ("calcium_mg", "women"): [800, 800, 1000, 1000],
    ("calcium_mg", "men"): [800, 800, 800, 1000],
    ("magnesium_mg", "women"): [255, 265, 265, 265],
    ("magnesium_mg", "men"): [330, 350, 350, 350],
}


@pytest.fixture(scope="module")
def shares():
    survey = pd.read_csv(DATA / "demo.csv")
    survey = survey[(survey["RIDAGEYR"] >= 19) & (survey["RIDEXPRG"] != 1)]
    sex = np.where(survey["RIAGENDR"] == 1, "men", "women")
    people = pd.DataFrame({"person_id": survey["SEQN"].astype(int), "sex": sex})
    band = np.searchsorted([31, 51, 71], survey["RIDAGEYR"], side="right")
    totals = pd.read_csv(DATA / "day_totals.csv")
    days = pd.DataFrame(
        {
            "person_id": totals["SEQN"],
            "day": totals["Day"],
            "sequence": totals["Day"],
            "calcium_mg": totals["CALC"].astype(float),
            "magnesium_mg": totals["MAGN"].astype(float),
        }
    )
    days = days[days["person_id"].isin(people["person_id"])]
    references = pd.concat(
        people.assign(
            nutrient=nutrient,
            ear_mg=[EAR[nutrient, who][at] for who, at in zip(sex, band, strict=True)],
            requirement_cv=0.10,
        )
        for nutrient in ("calcium_mg", "magnesium_mg")
    )
    people = people[people["person_id"].isin(days["person_id"])]
    table = pd.concat(
        groups(days, people, by=["sex"], method=method, references=references, replicates=0)
        for method in ("nrc", "nci")
    )
    assert set(table["n_people"]) == {4246, 2051, 2195}
    return table.pivot_table(
        index=["nutrient", "sex"], columns=["method", "cut"], values="share_below_ear"
    )


def test_nrc_and_nci_agree_within_two_points(shares):
    assert (shares["NRC"] - shares["NCI"]).abs().to_numpy().max() < 0.02


def test_cut_point_and_full_probability_agree_within_two_points(shares):
    for method in ("NRC", "NCI"):
        apart = shares[method, "EAR cut-point"] - shares[method, "full probability"]
        assert apart.abs().max() < 0.02
