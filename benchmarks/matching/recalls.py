"""NHANES 2015-2016 recalls by name only: what the names' minerals are against the file's own.

    python benchmarks/matching/recalls.py

Names are FNDDS coders' wording, so this is an upper bound for what people write. Lines whose name
is asked or unknown add nothing and are counted. The file stands in ../shared/data.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path
from statistics import fmean, median

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from foods.composition import FoodTable  # noqa: E402
from foods.search import decide  # noqa: E402

FILE = HERE.parents[2] / "shared" / "data" / "nhanes_2015_2016" / "items.csv"
MINERALS = {"calcium": "CALC", "magnesium": "MAGN"}


def main() -> None:
    """Print the comparison."""
    if not FILE.is_file():
        sys.exit(f"{FILE} is not there: it is not part of the repository.")
    table = FoodTable.bundled()
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {n: decide(n, table) for n in {row["Main.food.description"] for row in rows}}
    per_gram = {}
    for name, decision in found.items():
        if decision.food_id is not None:
            food = table.food(decision.food_id)
            per_gram[name] = {"calcium": food.calcium_mg, "magnesium": food.magnesium_mg}
    statuses = defaultdict(int)
    grams = defaultdict(float)
    for row in rows:
        status = found[row["Main.food.description"]].status
        statuses[status] += 1
        grams[status] += float(row["FoodAmt"] or 0)
    print(f"{len(rows)} lines, {len(found)} names")
    for status, count in sorted(statuses.items()):
        names = sum(d.status == status for d in found.values())
        print(
            f"  {status}: {100 * count / len(rows):.1f} % of lines, {names} names, "
            f"{100 * grams[status] / sum(grams.values()):.1f} % of grams"
        )
    for mineral, column in MINERALS.items():
        theirs, ours, all_theirs = defaultdict(float), defaultdict(float), defaultdict(float)
        near = lines = 0
        for row in rows:
            day = (row["SEQN"], row["Day"])
            value, amount = float(row[column] or 0), float(row["FoodAmt"] or 0)
            all_theirs[day] += value
            known = per_gram.get(row["Main.food.description"], {}).get(mineral)
            if known is None:
                continue
            made = known * amount / 100
            theirs[day] += value
            ours[day] += made
            lines += 1
            near += abs(made - value) <= max(0.1 * value, 2)
        days = [d for d in all_theirs if all_theirs[d] > 0]
        errors = [abs(ours[d] - theirs[d]) for d in days]
        print(f"{mineral}: lines within 10 % or 2 mg {100 * near / lines:.1f} % of {lines} matched")
        print(
            f"  person-days {len(days)}: file {fmean(all_theirs[d] for d in days):.0f} mg a day, "
            f"of it on matched lines {fmean(theirs[d] for d in days):.0f} mg, "
            f"ours {fmean(ours[d] for d in days):.0f} mg"
        )
        print(
            f"  matched lines: bias {fmean(ours[d] - theirs[d] for d in days):+.1f} mg a day, "
            f"mean error {fmean(errors):.1f} mg, median {median(errors):.1f} mg"
        )
        print(f"  whole day: bias {fmean(ours[d] - all_theirs[d] for d in days):+.1f} mg")


if __name__ == "__main__":
    main()
