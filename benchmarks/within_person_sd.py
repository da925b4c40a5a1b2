"""Within-person standard deviations of calcium and magnesium, from repeated recalls.

Writes nutrition/data/within_person_sd.csv with three sources: the values of IOM 2000, those
computed here from the NHANES 2015-2016 day totals, and approximate ones of NHANES 2007-2012,
the only ones that reach below 18 years. Run: `python benchmarks/within_person_sd.py`.

Method: every adult of the file has two recalls. The pooled within-person variance of a group
is the mean of squared differences between the two days, halved; its CV is the standard
deviation over the group's mean. Pregnant women are left out. No weights: the file has none.
"""

import csv
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
OUT = ROOT / "nutrition" / "data" / "within_person_sd.csv"

NAMES = {
    "IOM 2000 App B (CSFII 1994-96)": "IOM 2000",
    "COMPUTED approx NHANES 2007-2012": "NHANES 2007-2012 approximate",
}
BANDS = [(216, 371), (372, 611), (612, 851), (852, None)]
NARROW = {(48, 107), (108, 167), (168, 227), (228, 371), (372, 611), (612, 851), (852, None)}
COLUMNS = [
    "sd_source",
    "nutrient",
    "sex",
    "age_min_months",
    "age_max_months",
    "sd_within_mg",
    "cv_within_percent",
    "variance_ratio",
    "people",
    "confidence",
    "source",
    "note",
]


def from_facts() -> list[dict[str, object]]:
    """The rows that others computed or printed; `recalled-low` ones stay behind."""
    path = SHARED / "facts" / "within_person_sd.csv"
    groups: dict[tuple[str, ...], dict[str, object]] = {}
    fields = {
        "SD_within": "sd_within_mg",
        "CV_within": "cv_within_percent",
        "n_persons": "people",
    }
    with path.open(encoding="utf-8", newline="") as handle:
        for fact in csv.DictReader(handle):
            low, high = int(fact["age_min_months"]), fact["age_max_months"]
            name = NAMES[fact["body"]]
            overlapping = (low, int(high) if high else None) not in NARROW
            if fact["confidence"] == "recalled-low" or (name != "IOM 2000" and overlapping):
                continue
            key = (name, fact["nutrient"], fact["sex"], str(low), high)
            row = groups.setdefault(
                key,
                dict.fromkeys(COLUMNS, "")
                | {
                    "sd_source": name,
                    "nutrient": f"{fact['nutrient']}_mg",
                    "sex": fact["sex"],
                    "age_min_months": low,
                    "age_max_months": high,
                },
            )
            if fact["statistic"] in fields:
                row[fields[fact["statistic"]]] = f"{float(fact['value']):g}"
            if fact["statistic"] == "SD_within":
                row |= {"confidence": fact["confidence"], "note": fact["note"]}
                row["source"] = (
                    f"{fact['source']}, food only"
                    if name == "IOM 2000"
                    else "NHANES 2007-2012 food codes with FNDDS 2017-2020 values, food only"
                )
    return list(groups.values())


def from_recalls() -> list[dict[str, object]]:
    """The rows computed from the two recalls of NHANES 2015-2016."""
    folder = SHARED / "data" / "nhanes_2015_2016"
    totals = pd.read_csv(folder / "day_totals.csv", usecols=["SEQN", "Day", "CALC", "MAGN"])
    people = pd.read_csv(folder / "demo.csv", usecols=["SEQN", "RIAGENDR", "RIDAGEYR", "RIDEXPRG"])
    pairs = totals.pivot_table(index="SEQN", columns="Day", values=["CALC", "MAGN"]).dropna()
    pairs.columns = [f"{mineral}_{day}" for mineral, day in pairs.columns]
    people = people[people["RIDEXPRG"] != 1].set_index("SEQN")
    frame = pairs.join(people, how="inner")
    months = frame["RIDAGEYR"] * 12
    rows: list[dict[str, object]] = []
    for nutrient, column in (("calcium_mg", "CALC"), ("magnesium_mg", "MAGN")):
        for sex, code in (("female", 2), ("male", 1)):
            for low, high in BANDS:
                chosen = (frame["RIAGENDR"] == code) & (months >= low)
                chosen &= months <= (high or np.inf)
                one = frame.loc[chosen, f"{column}_1"].to_numpy(float)
                two = frame.loc[chosen, f"{column}_2"].to_numpy(float)
                within = float(np.mean((one - two) ** 2) / 2)
                middle = (one + two) / 2
                between = float(np.var(middle, ddof=1) - within / 2)
                rows.append(
                    {
                        "sd_source": "NHANES 2015-2016",
                        "nutrient": nutrient,
                        "sex": sex,
                        "age_min_months": low,
                        "age_max_months": "" if high is None else high,
                        "sd_within_mg": f"{within**0.5:.1f}",
                        "cv_within_percent": f"{100 * within**0.5 / middle.mean():.1f}",
                        "variance_ratio": f"{within / between:.2f}",
                        "people": len(one),
                        "confidence": "computed",
                        "source": "NHANES 2015-2016, two recalls of day_totals.csv, food only",
                        "note": "unweighted; pregnant women left out; ages 80 and over as 80",
                    }
                )
    return rows


def main() -> None:
    """Write the table."""
    rows = from_facts() + from_recalls()
    with OUT.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{OUT.name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
