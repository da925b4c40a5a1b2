"""Filling the search index: what each description says, and what each stem is worth in it."""

import json
import re
import sqlite3
import sys
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from typing import Any

from foods.composition import FoodTable
from foods.search_describe import TELLING, Description, describe
from foods.search_lists import Words, plain, spelt, stem, tokens, words

COLUMNS = ("food_id", "description", "food_group", "calcium_mg", "magnesium_mg", "fortified")
NOT_ALIASES = re.compile(r"USDA|URMIS|IMPS|NAMP|latino food|family style|Includes?", re.IGNORECASE)
SOURCES = {"sr28": 0, "foundation": 1, "srlegacy": 2, "fndds2123": 3, "user": 0}
CORE, REST, ALIAS = 10, 3, 2
"""How often a stem counts in the part that names a food, elsewhere, and in another name of it."""
SATURATION, LENGTH = 1.2, 0.75
"""k1 and b of BM25."""


def records(table: FoodTable, only: frozenset[str] | None = None) -> list[dict[str, Any]]:
    """Give the rows of a table that the index is made from.

    Args:
        table: The food table.
        only: Ids to keep; None for all.

    Returns:
        One dictionary a food: `COLUMNS`, its aliases, and whether it has household measures.
    """
    measured = set(table.measures_arrow()["food_id"].unique().to_pylist())
    rows = table.arrow().select([*COLUMNS, "aliases"]).to_pylist()
    return [
        {**row, "measured": row["food_id"] in measured}
        for row in rows
        if only is None or row["food_id"] in only
    ]


def fill(connection: sqlite3.Connection, rows: list[dict[str, Any]], stamp: str) -> None:
    """Write what the descriptions say into an empty database.

    Args:
        connection: The database.
        rows: Foods, as `records` gives them.
        stamp: What the index is made from, "" for one in memory.
    """
    lists = words()
    connection.executescript(
        """
        PRAGMA page_size = 4096;
        CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
        CREATE TABLE foods (food INTEGER PRIMARY KEY, food_id TEXT, description TEXT,
            food_group TEXT, calcium_mg REAL, magnesium_mg REAL, fortified INTEGER, costs TEXT,
            total_cost REAL, heads TEXT, core TEXT, telling TEXT, brand INTEGER,
            measured INTEGER, source INTEGER, text TEXT);
        CREATE TABLE keys (key TEXT, food INTEGER, PRIMARY KEY (key, food)) WITHOUT ROWID;
        CREATE TABLE words (word TEXT PRIMARY KEY, stem TEXT, foods INTEGER) WITHOUT ROWID;
        CREATE TABLE postings (stem TEXT PRIMARY KEY, foods BLOB, worths BLOB) WITHOUT ROWID;
        """
    )
    counts: Counter[str] = Counter()
    texts: list[tuple[int, Counter[str], int]] = []
    descriptions = _described([row["description"] for row in rows], lists)
    for number, (record, said) in enumerate(zip(rows, descriptions, strict=True), start=1):
        aliases = [] if record["aliases"] is None else record["aliases"].split(";")
        named = [a.strip() for a in aliases if a.strip() and not NOT_ALIASES.search(a)]
        other = [stem(w) for a in named for w in spelt(tokens(a), lists.spelling)]
        everything = spelt(tokens(record["description"]), lists.spelling)
        counts.update(set(everything) | {w for a in named for w in tokens(a)})
        costs = {**dict.fromkeys(other, 0.0), **said.costs}
        connection.execute(
            "INSERT INTO foods VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                number,
                *(record[name] for name in COLUMNS),
                json.dumps([costs, said.states]),
                sum(costs.values()),
                " ".join(sorted(said.heads)),
                " ".join(sorted(said.core)),
                " ".join(sorted(s for s in said.core if costs.get(s, 0.0) > TELLING)),
                said.brand,
                record["measured"],
                SOURCES.get(record["food_id"].split(":")[0], 2),
                " ".join(sorted(said.text.split())),
            ),
        )
        keys = {plain(record["description"])}
        connection.executemany(
            "INSERT INTO keys VALUES (?,?)", sorted((key, number) for key in keys if key)
        )
        text = Counter({s: CORE if s in said.core else REST for s in said.costs})
        for s in other:
            text[s] += ALIAS
        texts.append((number, text, len(said.costs) + len(other)))
    connection.executemany(
        "INSERT INTO words VALUES (?,?,?)",
        [(word, stem(word), count) for word, count in sorted(counts.items())],
    )
    connection.executemany("INSERT INTO postings VALUES (?,?,?)", sorted(postings(texts)))
    about = [("sqlite", sqlite3.sqlite_version), ("stamp", stamp)]
    connection.executemany("INSERT INTO about VALUES (?, ?)", about)
    connection.commit()
    connection.execute("VACUUM")


def _described(descriptions: Sequence[str], lists: Words) -> list[Description]:
    """Read descriptions; a heading goes without saying where all with the rest of it have it."""
    first = [describe(text, lists) for text in descriptions]
    having: dict[str, set[int]] = {}
    for at, said in enumerate(first):
        for of_it in said.costs:
            having.setdefault(of_it, set()).add(at)
    made = []
    for text, said in zip(descriptions, first, strict=True):
        understood = False
        if said.named:
            alike = set.intersection(*(having[of_it] for of_it in said.named))
            understood = all(said.core <= first[other].costs.keys() for other in alike)
        made.append(describe(text, lists, understood=True) if understood else said)
    return made


def postings(
    texts: Sequence[tuple[int, Counter[str], int]],
) -> Iterator[tuple[str, bytes, bytes]]:
    """Give each stem's foods and what it is worth in each.

    BM25 of one stem (Robertson and Zaragoza 2009, doi:10.1561/1500000019), so that the score of
    a name is the sum over its stems.

    Args:
        texts: Of each food its number, how often each stem counts, and how many words it has.

    Yields:
        The stem, its foods as 4-byte integers, the best first, and the worths as 8-byte floats.
    """
    mean = sum(length for _, _, length in texts) / max(len(texts), 1)
    having: dict[str, list[tuple[int, int, int]]] = {}
    for number, text, length in texts:
        for of_it, count in text.items():
            having.setdefault(of_it, []).append((number, count, length))
    for of_it, found in having.items():
        rarity = log((len(texts) - len(found) + 0.5) / (len(found) + 0.5))
        rarity = rarity if rarity > 0 else 1e-6
        worths = [
            rarity
            * (
                (count * (SATURATION + 1.0))
                / (count + SATURATION * (1 - LENGTH + LENGTH * length / mean))
            )
            for _, count, length in found
        ]
        best = sorted((-worth, number) for worth, (number, _, _) in zip(worths, found, strict=True))
        foods = array("I", (number for _, number in best))
        worth = array("d", (-negative for negative, _ in best))
        if sys.byteorder == "big":
            foods.byteswap()
            worth.byteswap()
        yield of_it, foods.tobytes(), worth.tobytes()
