"""Are recalls recomputed by code what the survey computed? Writes docs/validation/fndds.md.

    python benchmarks/validate_fndds.py             about half a minute
    python benchmarks/validate_fndds.py --dry-run   print only

Builds FNDDS 2017-2018 from `../shared/data/fndds_2017_2018` and runs 33,190 coded lines of NHANES
2015-2016 through the same batch as `mgca batch … --foods fndds-2017-2018`: food code and grams go
in; the file's own calcium and magnesium are only compared with. The survey used FNDDS 2015-2016,
so codes that were retired since find no food, and values that USDA revised differ.
"""

import argparse
import csv
import math
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from foods.releases import build, open_table
from nutrition.batch import Job, run
from nutrition.readers import Options

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
DOCUMENT = ROOT / "docs" / "validation" / "fndds.md"
RELEASE = "2017-2018"
COLUMNS = {
    "person_id": "SEQN",
    "day": "Day",
    "food_id": "Food_code",
    "food": "Main.food.description",
    "amount": "FoodAmt",
}
STATED = {"calcium_mg": "CALC", "magnesium_mg": "MAGN"}
MOST_LISTED = 8


@dataclass(frozen=True)
class Figures:
    """How one mineral came out over some lines.

    Attributes:
        lines: Lines compared.
        computed_mg: Sum of the recomputed values [mg].
        stated_mg: Sum of the file's own values [mg].
        error_mg: Mean absolute difference of a line [mg].
        within_1_mg: Share of lines that differ by at most 1 mg, the file's rounding twice over.
    """

    lines: int
    computed_mg: float
    stated_mg: float
    error_mg: float
    within_1_mg: float

    @property
    def bias(self) -> float:
        """Recomputed over stated, less one."""
        return self.computed_mg / self.stated_mg - 1.0


@dataclass(frozen=True)
class Outcome:
    """What the comparison gave.

    Attributes:
        lines: Lines in the file.
        rejects: Lines that could not be read.
        matched: Lines whose code the table holds.
        unknown: Lines that stay unknown.
        unknown_with_value: Of these, how many have a value all the same: must be none.
        counted_unknown: Unknown items as the day totals count them.
        unknown_reasons: Why, in the program's words → lines.
        figures: Mineral → figures over matched lines.
        modified: Lines with a modification code (ModCode other than 0).
        missing: Codes that are not in the table, with description and lines, most lines first.
        counts: What the table holds, as its meta.json says.
    """

    lines: int
    rejects: int
    matched: int
    unknown: int
    unknown_with_value: int
    counted_unknown: int
    unknown_reasons: dict[str, int]
    figures: dict[str, Figures]
    modified: int
    missing: list[tuple[str, str, int]]
    counts: dict[str, int]


def compare(data: Path = DATA) -> Outcome:
    """Build the table, recompute the recalls, set them beside the file's own values.

    Args:
        data: Folder with `fndds_2017_2018` and `nhanes_2015_2016`.

    Returns:
        The outcome.
    """
    recalls = data / "nhanes_2015_2016" / "items.csv"
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        meta = build("fndds", RELEASE, path=data / "fndds_2017_2018", folder=scratch / "tables")
        table = open_table(f"fndds-{RELEASE}", scratch / "tables")
        job = Job(
            paths=(recalls,),
            out=scratch / "out",
            format="plain",
            options=Options(COLUMNS, "g"),
            items=True,
        )
        summary = run(job, table)
        items = pq.read_table(scratch / "out" / "items.parquet").to_pylist()
        with (scratch / "out" / "day_totals.csv").open(encoding="utf-8", newline="") as file:
            counted = sum(int(row["magnesium_unknown_items"]) for row in csv.DictReader(file))
    with recalls.open(encoding="utf-8", newline="") as file:
        stated = list(csv.DictReader(file))
    pairs = [(item, stated[item["source_row"] - 2]) for item in items]
    matched = [pair for pair in pairs if pair[0]["food_status"] == "exact"]
    unknown = [pair for pair in pairs if pair[0]["food_status"] == "unknown"]
    missing = Counter((line["Food_code"], line["Main.food.description"]) for _, line in unknown)
    return Outcome(
        lines=len(stated),
        rejects=summary.rejects,
        matched=len(matched),
        unknown=len(unknown),
        unknown_with_value=sum(
            item[mineral] is not None for item, _ in unknown for mineral in STATED
        ),
        counted_unknown=counted,
        unknown_reasons=dict(Counter(item["reason"] for item, _ in unknown)),
        figures=_figures(matched),
        modified=sum(int(line["ModCode"]) != 0 for line in stated),
        missing=[(code, text, n) for (code, text), n in missing.most_common(MOST_LISTED)],
        counts=meta["counts"],
    )


def _figures(pairs: Iterable[tuple[dict[str, Any], dict[str, str]]]) -> dict[str, Figures]:
    listed = list(pairs)
    found = {}
    for mineral, column in STATED.items():
        computed = [item[mineral] for item, _ in listed]
        stated = [float(line[column]) for _, line in listed]
        errors = [abs(a - b) for a, b in zip(computed, stated, strict=True)]
        found[mineral] = Figures(
            lines=len(listed),
            computed_mg=math.fsum(computed),
            stated_mg=math.fsum(stated),
            error_mg=math.fsum(errors) / len(errors) if errors else math.nan,
            within_1_mg=sum(error <= 1.0 for error in errors) / len(errors) if errors else math.nan,
        )
    return found


DOCUMENT_TEXT = """\
# Recalls recomputed by food code

Written by `python benchmarks/validate_fndds.py`; it changes only by running it.

NHANES 2015-2016 recalls, food code and grams alone, through the batch with a table of FNDDS
2017-2018 ({foods:,} foods, {measures:,} household measures), beside the calcium and magnesium
that the survey's own file states for each line:

    mgca foods build fndds --release 2017-2018
    mgca batch items.csv --unit g --foods fndds-2017-2018 --out DIR --columns {columns}

- {lines:,} lines, {rejects:,} rejected; {matched:,} ({share:.2%}) have a code that the table holds.
- {unknown:,} have one that it does not. They stay unknown: {unknown_with_value} of them has a
  value, and the day totals count {counted_unknown:,} items with unknown magnesium.

| mineral | lines | recomputed, mg | stated, mg | difference | error of a line, mg | within 1 mg |
|---|---|---|---|---|---|---|
{rows}

The survey was coded with FNDDS 2015-2016; what differs is what USDA revised between the two
releases. Lines with a modification code (eaten otherwise than the code says, with other fat or
milk), which would differ for that reason too: {modified:,}. The error of a line is its mean
absolute difference; the file states whole milligrams.

Codes without a food, most lines first, and what the program says of them:

| code | the survey's words | lines |
|---|---|---|
{missing}

{reasons}
"""


def report(outcome: Outcome) -> str:
    """Give docs/validation/fndds.md.

    Args:
        outcome: As `compare` gives it.
    """
    return DOCUMENT_TEXT.format(
        foods=outcome.counts["foods"],
        measures=outcome.counts["measures"],
        columns=",".join(f"{house}={column}" for house, column in COLUMNS.items()),
        lines=outcome.lines,
        rejects=outcome.rejects,
        matched=outcome.matched,
        share=outcome.matched / outcome.lines,
        unknown=outcome.unknown,
        unknown_with_value=outcome.unknown_with_value or "none",
        counted_unknown=outcome.counted_unknown,
        modified=outcome.modified,
        rows="\n".join(_row(mineral, one) for mineral, one in outcome.figures.items()),
        missing="\n".join(f"| {code} | {text} | {n} |" for code, text, n in outcome.missing),
        reasons="\n".join(f"- {n:,} lines: {why}" for why, n in outcome.unknown_reasons.items()),
    )


def _row(mineral: str, one: Figures) -> str:
    return (
        f"| {mineral.removesuffix('_mg')} | {one.lines:,} | {one.computed_mg:,.0f} | "
        f"{one.stated_mg:,.0f} | {one.bias:+.2%} | {one.error_mg:.2f} | {one.within_1_mg:.1%} |"
    )


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--dry-run", action="store_true", help="print, write nothing")
    call = parser.parse_args()
    text = report(compare(call.data))
    print(text)
    if not call.dry_run:
        DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
