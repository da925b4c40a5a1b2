"""The evaluation lists: reading them, and checking their answers against the table.

A name is `answerable` (one food, or several that agree, is meant), `ask_ok` (it leaves something
open that matters, so a question is a right answer), or `unanswerable` (no food, or none in the
table). `acceptable` is a pattern over descriptions that a dietitian can read: terms joined by
" & " must all be found, alternatives are parted by "|", and a term after "!" must not be found.

    python benchmarks/matching/lists.py      lists what no description satisfies
"""

import csv
import re
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))


@dataclass(frozen=True)
class Name:
    """One row of a list."""

    name: str
    kind: str
    acceptable: str
    note: str


def load(split: str) -> list[Name]:
    """Read names_dev.csv or names_test.csv."""
    with (HERE / f"names_{split}.csv").open(encoding="utf-8", newline="") as file:
        return [Name(**row) for row in csv.DictReader(file)]


def fits(pattern: str, description: str) -> bool:
    """Tell whether a description satisfies a pattern."""
    if not pattern:
        return False
    text = description.lower()
    for term in pattern.split(" & "):
        found = re.search(term.removeprefix("!"), text) is not None
        if found == term.startswith("!"):
            return False
    return True


def main() -> None:
    """List the rows that no description satisfies."""
    from foods.composition import FoodTable

    descriptions = FoodTable.bundled().arrow()["description"].to_pylist()
    for split in ("dev", "test"):
        rows = load(split)
        for row in rows:
            hits = sum(fits(row.acceptable, d) for d in descriptions)
            if row.kind != "unanswerable" and not hits:
                print(f"{split}: nothing fits {row.name!r}: {row.acceptable}")
            if row.kind == "unanswerable" and row.acceptable and hits:
                print(f"{split}: {row.name!r} is answerable: {hits} foods")
        kinds = ("answerable", "ask_ok", "unanswerable")
        counts = {kind: sum(row.kind == kind for row in rows) for kind in kinds}
        print(split, len(rows), counts)


if __name__ == "__main__":
    main()
