"""Fit the weights of the ranking and of the confidence on the development list.

    python benchmarks/matching/fit.py [--write]

Ranking: conditional logit (McFadden 1974) of the acceptable foods among the candidates of each
name, read once with the synonym file and once without its whole names, so that names that no
synonym knows weigh as much; ridge towards the weights set by hand. Confidence: logistic regression
of "the first food is acceptable" with ridge. Writes foods/data/search_weights.csv and
search_confidence.csv, with their provenance.
"""

import argparse
import csv
import dataclasses
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, logsumexp

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1]))

from lists import Name, fits, load  # noqa: E402

from foods import search_confidence, search_rank, search_words  # noqa: E402
from foods.composition import FoodTable  # noqa: E402
from foods.search_index import Index, index_of  # noqa: E402
from foods.search_words import Reading  # noqa: E402

DATA = HERE.parents[1] / "foods" / "data"
BY_HAND = {
    "cover": 6.0, "head": 1.5, "core": 1.0, "extra": -1.0, "state": 2.0, "open": -1.5,
    "alike": 1.0, "measured": 0.15, "source": -0.08,
}  # fmt: skip
RIDGE = 2.0


def readings(index: Index, rows: Sequence[Name], *, names: bool) -> list[tuple[Name, Reading]]:
    """Read every name, with or without the whole names of the synonym file."""
    lists = search_words.words()
    if not names:
        fewer = dataclasses.replace(lists, names={})
        original = search_words.words
        search_words.words = lambda: fewer
    found = [(row, search_words.read(row.name, index.correct, index.has_word)) for row in rows]
    if not names:
        search_words.words = original
    return found


def rank_weights(index: Index, rows: Sequence[Name]) -> dict[str, float]:
    """Fit the ranking."""
    sets = []
    for names in (True, False):
        for row, reading in readings(index, rows, names=names):
            if row.kind == "unanswerable":
                continue
            ranked = [r for r in search_rank.rank(reading, index) if not r.swap]
            good = np.array([fits(row.acceptable, r.entry.description) for r in ranked])
            if len(good) and good.any() and not good.all():
                parts = [[r.parts[p] for p in search_rank.PARTS] for r in ranked]
                sets.append((np.array(parts), good))
    start = np.array([BY_HAND[p] for p in search_rank.PARTS])

    def loss(w: np.ndarray) -> float:
        total = 0.0
        for x, good in sets:
            u = x @ w
            total -= logsumexp(u[good]) - logsumexp(u)
        return total + RIDGE * float(((w - start) ** 2 / (0.25 + start**2)).sum())

    fitted = minimize(loss, start, method="L-BFGS-B").x
    print(f"ranking: {len(sets)} names, loss {loss(start):.1f} → {loss(fitted):.1f}")
    return dict(zip(search_rank.PARTS, fitted, strict=True))


def confidence_weights(index: Index, rows: Sequence[Name]) -> dict[str, float]:
    """Fit the confidence."""
    xs, ys = [], []
    for names in (True, False):
        for row, reading in readings(index, rows, names=names):
            usable = [r for r in search_rank.rank(reading, index) if not r.swap]
            if usable:
                f = search_confidence.features(reading, usable)
                xs.append([f[k] for k in search_confidence.FEATURES])
                ys.append(fits(row.acceptable, usable[0].entry.description))
    x, y = np.array(xs), np.array(ys, float)

    def loss(w: np.ndarray) -> float:
        u = x @ w
        return float(np.logaddexp(0, u).sum() - (y * u).sum() + 0.05 * (w[1:] ** 2).sum())

    fitted = minimize(loss, np.zeros(x.shape[1]), method="L-BFGS-B").x
    p = expit(x @ fitted)
    print(f"confidence: {len(y)} names, {int(y.sum())} right, loss {loss(fitted):.1f}")
    edges = (0, 0.1, 0.3, 0.6, 0.8, 0.9, 0.97, 1.01)
    for low, high in pairwise(edges):
        inside = (p >= low) & (p < high)
        if inside.any():
            print(f"  {p[inside].mean():.2f}: {y[inside].mean():.2f} of {inside.sum()}")
    return dict(zip(search_confidence.FEATURES, fitted, strict=True))


def write(name: str, values: Mapping[str, float], keep: Sequence[str], note: str) -> None:
    """Write a weights file, keeping the rows that are not fitted."""
    path = DATA / name
    with path.open(encoding="utf-8", newline="") as file:
        old = [row for row in csv.DictReader(file) if row["part"] in keep]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, ("part", "weight", "note"), lineterminator="\n")
        out.writeheader()
        for part, weight in values.items():
            out.writerow({"part": part, "weight": f"{weight:.4f}", "note": note})
        out.writerows(old)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    rows = load("dev")
    index = index_of(FoodTable.bundled())[0]
    note = "fitted by benchmarks/matching/fit.py on names_dev.csv"
    weights = rank_weights(index, rows)
    print({k: round(v, 2) for k, v in weights.items()})
    if chosen.write:
        write("search_weights.csv", weights, (), note)
        search_rank.weights.cache_clear()
        search_rank.weighing.cache_clear()
    sure = confidence_weights(index, rows)
    print({k: round(v, 2) for k, v in sure.items()})
    if chosen.write:
        write("search_confidence.csv", sure, ("accept", "none", "close"), note)


if __name__ == "__main__":
    main()
