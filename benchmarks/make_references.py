"""Write nutrition/references/*.csv from the collected facts in ../shared/facts.

Run again after a correction there: `python benchmarks/make_references.py`.
Rows whose confidence is `recalled-low` are left out and counted on the screen.
"""

import csv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FACTS = ROOT.parent / "shared" / "facts" / "reference_intakes.csv"
OUT = ROOT / "nutrition" / "references"

FIELDS = [
    "body",
    "nutrient",
    "statistic",
    "sex",
    "age_min_months",
    "age_max_months",
    "condition",
    "value",
    "unit",
    "base",
    "source",
    "edition",
    "valid_from",
    "valid_to",
    "confidence",
    "note",
]

# body in the facts -> house name, {nutrient: (edition, first year)}
BODIES = {
    "NASEM/IOM": ("NASEM", {"calcium": ("IOM 2011", 2011), "magnesium": ("IOM 1997", 1997)}),
    "EFSA": ("EFSA", {"calcium": ("EFSA 2015", 2015), "magnesium": ("EFSA 2015", 2015)}),
    "UK COMA 1991": ("UK", {"calcium": ("COMA 1991", 1991), "magnesium": ("COMA 1991", 1991)}),
    "UK EVM 2003": ("UK", {"calcium": ("EVM 2003", 2003), "magnesium": ("EVM 2003", 2003)}),
    "WHO/FAO 2004": (
        "WHO",
        {"calcium": ("WHO/FAO 2004", 2004), "magnesium": ("WHO/FAO 2004", 2004)},
    ),
    "NNR 2023": ("NNR", {"calcium": ("NNR 2023", 2023), "magnesium": ("NNR 2023", 2023)}),
    "NHMRC/NZ 2006": (
        "NHMRC",
        {"calcium": ("NHMRC/NZ 2006", 2006), "magnesium": ("NHMRC/NZ 2006", 2006)},
    ),
    "H-AR Allen 2020": (
        "H-AR",
        {"calcium": ("Allen 2020", 2020), "magnesium": ("Allen 2020", 2020)},
    ),
    "ICMR-NIN 2020": (
        "ICMR-NIN",
        {"calcium": ("ICMR-NIN 2020", 2020), "magnesium": ("ICMR-NIN 2020", 2020)},
    ),
}
FILES = {
    "NASEM": "nasem",
    "EFSA": "efsa",
    "UK": "uk",
    "WHO": "who",
    "NNR": "nnr",
    "NHMRC": "nhmrc",
    "H-AR": "h_ar",
    "ICMR-NIN": "icmr_nin",
}
STATISTICS = {"UL_supplemental": "UL", "guidance_level_supplemental": "guidance_level"}

# Calcium of IOM 1997, replaced in 2011: studies before then used these (METHODS 1.2).
IOM_1997_CALCIUM = [
    ("AI", "both", 0, 5, "none", 210),
    ("AI", "both", 6, 11, "none", 270),
    ("AI", "both", 12, 47, "none", 500),
    ("AI", "both", 48, 107, "none", 800),
    ("AI", "both", 108, 227, "none", 1300),
    ("AI", "both", 228, 611, "none", 1000),
    ("AI", "both", 612, "", "none", 1200),
    ("AI", "female", 168, 227, "pregnancy", 1300),
    ("AI", "female", 228, 611, "pregnancy", 1000),
    ("AI", "female", 168, 227, "lactation", 1300),
    ("AI", "female", 228, 611, "lactation", 1000),
    ("UL", "both", 12, "", "any", 2500),
]


def main() -> None:
    """Write one file a body."""
    with FACTS.open(encoding="utf-8", newline="") as handle:
        facts = list(csv.DictReader(handle))
    tables: dict[str, list[dict[str, object]]] = {name: [] for name in FILES}
    left_out: dict[str, int] = {}
    for fact in facts:
        body, editions = BODIES[fact["body"]]
        not_stated = fact["statistic"] == "CV_requirement" and fact["nutrient"] == "calcium"
        if fact["confidence"] == "recalled-low" or not_stated:
            left_out[body] = left_out.get(body, 0) + 1
            continue
        edition, year = editions[fact["nutrient"]]
        row: dict[str, object] = {field: fact.get(field, "") for field in FIELDS}
        row |= {
            "body": body,
            "nutrient": f"{fact['nutrient']}_mg",
            "statistic": STATISTICS.get(fact["statistic"], fact["statistic"]),
            "value": f"{float(fact['value']):g}",
            "edition": edition,
            "valid_from": year,
            "valid_to": "",
            "note": fact["note"].strip(),
        }
        if fact["statistic"] == "CV_requirement":
            row["confidence"] = "seen"
            row["note"] = "percent of the EAR, stated by IOM 1997 for magnesium"
        if fact["condition"].startswith(("pregnancy", "lactation")) and not fact["age_max_months"]:
            row["age_max_months"] = 611
            row["note"] = f"{row['note']}; printed without an upper age, ends at 50 y here".strip(
                "; "
            )
        tables[body].append(row)
    tables["NASEM"] += [
        dict.fromkeys(FIELDS, "")
        | {
            "body": "NASEM",
            "nutrient": "calcium_mg",
            "statistic": statistic,
            "sex": sex,
            "age_min_months": low,
            "age_max_months": high,
            "condition": condition,
            "value": value,
            "unit": "mg/d",
            "base": "total" if statistic == "UL" else "",
            "source": "IOM 1997 (DRI for calcium, phosphorus, magnesium, vitamin D, fluoride)",
            "edition": "IOM 1997",
            "valid_from": 1997,
            "valid_to": 2010,
            "confidence": "recalled",
            "note": "obsolete since IOM 2011; kept so that older studies can be read",
        }
        for statistic, sex, low, high, condition, value in IOM_1997_CALCIUM
    ]
    for body, rows in tables.items():
        path = OUT / f"{FILES[body]}.csv"
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, FIELDS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        print(f"{path.name}: {len(rows)} rows, {left_out.get(body, 0)} left out")


if __name__ == "__main__":
    main()
