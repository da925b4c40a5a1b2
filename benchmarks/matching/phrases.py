"""Score `foods.quantity.parse` on the lists of quantity phrases.

A phrase is right where amount, low, high, unit, food and status are the list's; a phrase to be
asked or refused is right where it is asked or refused. It is silently wrong where the status
is ok and any of them is not the list's. Tune on dev only; open test once.

    python benchmarks/matching/phrases.py dev voices

`dev` and `test` are read as an American writes; `voices` and `sealed` say for each phrase whose
cups are meant. `voices` was tuned on; `sealed` was written before it was looked at.
"""

import csv
import math
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from foods.quantity import Phrase, parse  # noqa: E402 - runs from a checkout

Z95 = 1.959963984540054


def right(phrase: Phrase, row: dict[str, str]) -> bool:
    """Compare what was read with the list's answer."""
    if row["status"] in {"ask", "refuse"}:
        return phrase.status in {"ask", "refuse"}
    if phrase.status != row["status"] or phrase.amount is None:
        return False
    numbers = ((phrase.amount, "amount"), (phrase.low, "low"), (phrase.high, "high"))
    return (
        all(value is not None and math.isclose(value, float(row[name])) for value, name in numbers)
        and phrase.unit == row["unit"]
        and phrase.food.casefold() == row["food"].casefold()
    )


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Give the 95 % Wilson interval of a share (Wilson 1927)."""
    share = hits / of
    middle = (share + Z95**2 / (2 * of)) / (1 + Z95**2 / of)
    half = Z95 / (1 + Z95**2 / of) * math.sqrt(share * (1 - share) / of + Z95**2 / (4 * of**2))
    return middle - half, middle + half


def score(name: str) -> str:
    """Score one list and name every phrase that is not right."""
    with (HERE / f"phrases_{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    read = [parse(row["phrase"], locale=row.get("locale") or "us") for row in rows]
    wrong = [(p, row) for p, row in zip(read, rows, strict=True) if not right(p, row)]
    silent = [p for p, _ in wrong if p.status == "ok"]
    low, high = wilson(len(rows) - len(wrong), len(rows))
    right_ones = len(rows) - len(wrong)
    interval = f"95 % {low:.3f} to {high:.3f}"
    lines = [f"{name}: {right_ones} of {len(rows)} right ({interval}), silent {len(silent)}"]
    for p, row in wrong:
        lines.append(f"  {row['phrase']!r}: {p.status} {p.low}-{p.high} {p.unit!r} {p.food!r}")
    return "\n".join(lines)


if __name__ == "__main__":
    for list_name in sys.argv[1:] or ["dev"]:
        print(score(list_name))
