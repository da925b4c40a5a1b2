"""NHANES 2015-2016 recalls by food name and grams only, against the file's own milligrams.

    python benchmarks/validate_names.py ../shared/data/nhanes_2015_2016/items.csv

Writes docs/validation/nhanes_names.md. The names are FNDDS coders' wording, so the result is an
upper bound for names as people write them.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from nutrition.batch import Job, run
from nutrition.readers import Options

OUT = Path(__file__).parents[1] / "docs" / "validation" / "nhanes_names.md"
COLUMNS = {
    "person_id": "SEQN",
    "day": "Day",
    "food": "Main.food.description",
    "amount": "FoodAmt",
}
MINERALS = {"calcium_mg": "CALC", "magnesium_mg": "MAGN"}


def items_of(path: Path) -> pd.DataFrame:
    """Resolve the recalls by name and set the file's own milligrams beside them."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        run(Job((path,), out, format="plain", options=Options(COLUMNS, unit="g"), items=True))
        items = pd.read_parquet(out / "items.parquet")
    own = pd.read_csv(path)
    own["source_row"] = np.arange(len(own)) + 2
    merged = items.merge(own[["source_row", *MINERALS.values()]], on="source_row", how="left")
    assert len(merged) == len(own)
    return merged


def errors(found: pd.Series, true: pd.Series) -> tuple[float, float, float]:
    """Return mean error, mean absolute error and correlation [mg, mg, 1]."""
    off = found - true
    return float(off.mean()), float(off.abs().mean()), float(np.corrcoef(found, true)[0, 1])


def report(items: pd.DataFrame) -> str:
    """Write the findings."""
    lines = [
        "# NHANES 2015–2016 by food name only",
        "",
        (
            "Made by `python benchmarks/validate_names.py`. "
            f"{len(items):,} recall lines of {items['person_id'].nunique():,} adults, read with "
            "food names and grams only, against the file's own calcium and magnesium. The names "
            "are FNDDS coders' wording, so this is an upper bound for names as people write them."
        ),
        "",
        "| food status | lines | share |",
        "|---|---|---|",
    ]
    for status, count in items["food_status"].value_counts().items():
        lines.append(f"| {status} | {count:,} | {count / len(items):.1%} |")
    lines += [
        "",
        "Errors are found minus file's own. A person-day counts where every line has a value.",
        "",
        "| mineral | per | n | own mean [mg] | bias [mg] | bias | mean absolute error [mg] | r |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for mineral, own in MINERALS.items():
        known = items.dropna(subset=[mineral])
        lines.append(row(mineral, "line with a value", known[mineral], known[own]))
        days = items.groupby(["person_id", "day"]).agg(
            found=(mineral, "sum"),
            known=(mineral, "count"),
            lines=(mineral, "size"),
            true=(own, "sum"),
        )
        whole = days[days["known"] == days["lines"]]
        lines.append(row(mineral, "person-day, all known", whole["found"], whole["true"]))
        lines.append(row(mineral, "person-day, all (lower bound)", days["found"], days["true"]))
    return "\n".join(lines) + "\n"


def row(mineral: str, per: str, found: pd.Series, true: pd.Series) -> str:
    """Return one line of the table."""
    bias, absolute, r = errors(found, true)
    name = mineral.removesuffix("_mg")
    mean = true.mean()
    return (
        f"| {name} | {per} | {len(found):,} | {mean:.1f} | {bias:+.2f} | {bias / mean:+.1%} "
        f"| {absolute:.2f} | {r:.3f} |"
    )


def main() -> None:
    """Read the recalls and write the page."""
    items = items_of(Path(sys.argv[1]))
    text = report(items)
    OUT.write_text(text, encoding="utf-8")
    print(text)
    worst = items.assign(off=(items["magnesium_mg"] - items["MAGN"]).abs())
    named = worst.groupby(["food", "description"])["off"].agg(["sum", "size"])
    print(named.sort_values("sum", ascending=False).head(15).to_string())


if __name__ == "__main__":
    main()
