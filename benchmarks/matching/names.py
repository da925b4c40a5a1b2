"""How well names find their food: one command, one table.

    python benchmarks/matching/names.py [--split dev|test|sealed] [--misses] [--peers]

acc@1 and acc@5 over names that have an answer; precision and coverage of automatic matches over
`answerable` names; silent errors (taken, and wrong) and state swaps over all names; unanswerable
names refused or asked; a reliability curve of the confidence. Intervals are Wilson's, 95 %.
"""

import argparse
import sqlite3
import sys
import time
from collections.abc import Callable
from math import sqrt
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1]))

from lists import Name, fits, load  # noqa: E402 - after the path is set

from foods.composition import FoodTable  # noqa: E402
from foods.search import decide, search  # noqa: E402
from foods.search_index import index_of  # noqa: E402
from foods.search_rank import states_of  # noqa: E402
from foods.search_words import read  # noqa: E402

Z = 1.959964


def wilson(hits: int, n: int) -> str:
    """Write a share with Wilson's 95 % interval (Wilson 1927, J Am Stat Assoc 22:209)."""
    if not n:
        return "–"
    p = hits / n
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return f"{hits}/{n} = {100 * p:.1f} % ({100 * (middle - half):.1f}–{100 * (middle + half):.1f})"


def swapped(name: str, food_id: str, table: FoodTable) -> bool:
    """Tell whether a food contradicts a state that the name states."""
    index = index_of(table)[0]
    return states_of(read(name, index.correct, index.has_word), index.entry_of(food_id))[1] != ""


def ours(rows: list[Name], table: FoodTable, *, misses: bool) -> None:
    """Score this program."""
    started = time.perf_counter()
    decisions = [decide(row.name, table) for row in rows]
    seconds = time.perf_counter() - started
    lists = [search(row.name, table, limit=5) for row in rows]
    have = [i for i, row in enumerate(rows) if row.kind != "unanswerable"]
    answerable = [i for i in have if rows[i].kind == "answerable"]
    taken = [i for i, d in enumerate(decisions) if d.status in ("exact", "matched")]

    def right(i: int) -> bool:
        d = decisions[i]
        return d.food_id is not None and fits(rows[i].acceptable, table.food(d.food_id).description)

    at1 = [i for i in have if lists[i] and fits(rows[i].acceptable, lists[i][0].description)]
    at5 = [i for i in have if any(fits(rows[i].acceptable, c.description) for c in lists[i])]
    good = [i for i in taken if right(i)]
    covered = [i for i in answerable if i in set(taken)]
    wrong = [i for i in taken if not right(i)]
    swaps = [i for i in taken if swapped(rows[i].name, decisions[i].food_id or "", table)]
    nothing = [i for i, row in enumerate(rows) if row.kind == "unanswerable"]
    refused = [i for i in nothing if decisions[i].status in ("none", "ask")]
    print(f"names {len(rows)}, {1000 * seconds / len(rows):.2f} ms a name")
    print("acc@1                        ", wilson(len(at1), len(have)))
    print("acc@5                        ", wilson(len(at5), len(have)))
    print("automatic matches right      ", wilson(len(good), len(taken)))
    print("answerable names taken       ", wilson(len(covered), len(answerable)))
    print("silent errors of all names   ", wilson(len(wrong), len(rows)))
    print("state swaps of those taken   ", wilson(len(swaps), len(taken)))
    print("unanswerable refused or asked", wilson(len(refused), len(nothing)))
    print("reliability: confidence, names, first candidate right")
    for low, high in ((0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 0.9), (0.9, 0.97), (0.97, 1.01)):
        inside = [i for i, d in enumerate(decisions) if low <= d.confidence < high and d.candidates]
        hits = [i for i in inside if i in set(at1)]
        if inside:
            mean = sum(decisions[i].confidence for i in inside) / len(inside)
            print(f"  {mean:.2f}  {wilson(len(hits), len(inside))}")
    if misses:
        for title, found in (
            ("SILENT ERRORS", wrong),
            ("NOT FIRST", [i for i in have if i not in set(at1)]),
            ("NOT TAKEN", [i for i in answerable if i not in set(taken)]),
        ):
            print(f"\n{title}")
            for i in found:
                first = lists[i][0].description if lists[i] else "–"
                d = decisions[i]
                print(f"  {rows[i].name!r:34} {d.status:7} {d.confidence:.2f} {first[:70]}")
                print(f"      {d.reason}")


def peers(rows: list[Name], table: FoodTable) -> None:
    """Score plain BM25 and rapidfuzz on the same names, their first answer taken at its word."""
    foods = table.arrow()
    descriptions = foods["description"].to_pylist()
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE f USING fts5(d, tokenize='porter unicode61')")
    db.executemany("INSERT INTO f (rowid, d) VALUES (?,?)", enumerate(descriptions))

    def bm25(name: str) -> list[str]:
        words = [w for w in "".join(c if c.isalnum() else " " for c in name).split() if w]
        if not words:
            return []
        query = " OR ".join(f'"{w}"' for w in words)
        found = db.execute("SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT 5", (query,))
        return [descriptions[row[0]] for row in found]

    def fuzzy(scorer: Callable[..., float]) -> Callable[[str], list[str]]:
        from rapidfuzz import process, utils

        def best(name: str) -> list[str]:
            found = process.extract(
                name, descriptions, scorer=scorer, processor=utils.default_process, limit=5
            )
            return [hit[0] for hit in found]

        return best

    from rapidfuzz import fuzz

    have = [row for row in rows if row.kind != "unanswerable"]
    for title, of in (
        ("BM25 (FTS5, Porter)", bm25),
        ("rapidfuzz WRatio", fuzzy(fuzz.WRatio)),
        ("rapidfuzz token_set_ratio", fuzzy(fuzz.token_set_ratio)),
        ("rapidfuzz token_sort_ratio", fuzzy(fuzz.token_sort_ratio)),
    ):
        started = time.perf_counter()
        answers = [of(row.name) for row in rows]
        seconds = time.perf_counter() - started
        found = dict(zip((row.name for row in rows), answers, strict=True))
        at1 = sum(bool(found[r.name]) and fits(r.acceptable, found[r.name][0]) for r in have)
        at5 = sum(any(fits(r.acceptable, d) for d in found[r.name]) for r in have)
        answered = [r for r in rows if found[r.name]]
        right = sum(fits(r.acceptable, found[r.name][0]) for r in answered)
        print(
            f"{title}: acc@1 {wilson(at1, len(have))}; acc@5 {wilson(at5, len(have))}; "
            f"at its word {wilson(right, len(answered))}; "
            f"{1000 * seconds / len(rows):.1f} ms a name"
        )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="dev", choices=("dev", "test", "sealed"))
    parser.add_argument("--misses", action="store_true", help="list every miss")
    parser.add_argument("--peers", action="store_true", help="score the peers too")
    chosen = parser.parse_args()
    table = FoodTable.bundled()
    rows = load(chosen.split)
    decide("milk", table)
    ours(rows, table, misses=chosen.misses)
    if chosen.peers:
        peers(rows, table)


if __name__ == "__main__":
    main()
