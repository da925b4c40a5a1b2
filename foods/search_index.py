"""The search index: what each description says, prebuilt in SQLite or made in memory.

`build_index` writes `search.sqlite` beside the tables, the same bytes whenever it runs again with
the same SQLite. A table without that file, or with other foods than the file was made from, gets
its index in memory. Own foods that are layered over a table have a small index of their own.
"""

import functools
import hashlib
import re
import sqlite3
import sys
import weakref
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, islice, repeat
from math import log
from operator import sub
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from foods.composition import FoodTable
from foods.errors import TableError, UnknownFoodError
from foods.search_entry import Entry, entry_of
from foods.search_fill import fill, records
from foods.search_lists import DATA, stem, words

INDEX_VERSION = "12"
FILE = "search.sqlite"
CANDIDATES = 40
MOST_ASKED = 20_000
"""Look-ups that are remembered, a bound on memory."""


class Index:
    """Entries of a food table that can be looked up by their words.

    Args:
        connection: A database that `search_fill.fill` wrote.
        prebuilt: Whether it came ready-made with the table.
    """

    def __init__(self, connection: sqlite3.Connection, *, prebuilt: bool = False) -> None:
        self._db = connection
        self.prebuilt = prebuilt
        self._entries: dict[int, Entry] = {}
        found = connection.execute("SELECT word, stem, foods FROM words ORDER BY word").fetchall()
        self._words = [row[0] for row in found]
        self._counts = {row[0]: row[2] for row in found}
        stems: dict[str, int] = {}
        for _, of_it, count in found:
            stems[of_it] = max(stems.get(of_it, 0), count)
        self._stems = stems
        self._foods = max(int(connection.execute("SELECT count(*) FROM foods").fetchone()[0]), 1)
        self._most = log(self._foods + 1)
        self._postings: dict[str, dict[int, float]] = {}
        self._asked: dict[tuple[int, str], tuple[int, ...]] = {}

    def knows(self, of_it: str) -> bool:
        """Tell whether any description has this stem."""
        return of_it in self._stems

    def has_word(self, word: str) -> bool:
        """Tell whether a word, in lower case, needs no correction."""
        return word in self._counts or stem(word) in self._stems or word in words().known

    def rarity(self, of_it: str) -> float:
        """Give how much a stem tells apart: 0 for one in every food, 1 for one in none."""
        return log((self._foods + 1) / (self._stems.get(of_it, 0) + 1)) / self._most

    def exact(self, key: str) -> list[Entry]:
        """Give the foods whose description or alias is this text, as `plain` writes it."""
        rows = self._db.execute("SELECT food FROM keys WHERE key = ? ORDER BY food", (key,))
        return list(self._load([row[0] for row in rows.fetchall()]))

    def entry_of(self, food_id: str) -> Entry:
        """Give the entry of a food.

        Raises:
            UnknownFoodError: This index does not hold it.
        """
        row = self._db.execute("SELECT food FROM foods WHERE food_id = ?", (food_id,)).fetchone()
        if row is None:
            raise UnknownFoodError(
                f"The search index has no food {food_id!r}.",
                hint="Search for it by name, or check the id's spelling.",
                food_id=food_id,
            )
        return next(self._load([row[0]]))

    def candidates(self, stems: Sequence[str], boost: Iterable[str] = ()) -> list[Entry]:
        """Give the foods that share most with these stems, best first by BM25.

        Args:
            stems: Stems that the name has.
            boost: Stems of states, which rank but do not select.

        Returns:
            At most `CANDIDATES` foods that have all stems, then some that have most.
        """
        known = [s for s in stems if s in self._stems]
        if not known:
            return []
        extra = [s for s in boost if s in self._stems]
        found = list(self.having(known, [*extra, known[0]] if extra else [], CANDIDATES))
        if len(found) < 8 and len(known) > 1:  # noqa: PLR2004 - enough to choose from
            rare = sorted(known, key=lambda s: self._stems[s])
            for left_out in rare[::-1]:
                found.extend(self.having([s for s in known if s != left_out], [], 12))
            found.extend(self.having([], known, 24))
            found.extend(self.having(rare[:1], [], 12))
        return list(self._load(dict.fromkeys(found)))

    def correct(self, word: str) -> str | None:
        """Give the known word that a misspelt one stands for.

        Args:
            word: One word, in lower case.

        Returns:
            The word itself where it is known; None where nothing is near enough.
        """
        if self.has_word(word):
            return word
        return self._corrections(word)

    def completions(self, prefix: str, limit: int = 3) -> list[str]:
        """Give the commonest words that begin like this."""
        at = bisect_left(self._words, prefix)
        found = []
        while at < len(self._words) and self._words[at].startswith(prefix):
            found.append(self._words[at])
            at += 1
        return sorted(found, key=lambda w: (-self._counts[w], w))[:limit]

    @functools.cached_property
    def _vocabulary(self) -> dict[str, list[str]]:
        by_letter: dict[str, list[str]] = {}
        everyday = words().known
        for word in sorted({*self._words, *everyday}):
            if len(word) >= LEAST_LETTERS and word.isalpha():
                by_letter.setdefault(word[0], []).append(word)
        return by_letter

    @functools.lru_cache(maxsize=8192)  # noqa: B019 - one index a table, kept anyway
    def _corrections(self, word: str) -> str | None:
        if not LEAST_LETTERS <= len(word) <= MOST_LETTERS:
            return None
        most = 1 if len(word) < 6 else 2 if len(word) < 10 else 3  # noqa: PLR2004
        near = process.extract(
            word,
            self._vocabulary.get(word[0], []),
            scorer=OSA.distance,
            score_cutoff=most,
            limit=8,
        )
        near = [n for n in near if slips(word, n[0]) * LETTERS_A_SLIP <= len(word)]
        if not near:
            return None
        everyday = words().known
        return min(
            near,
            key=lambda n: (
                slips(word, n[0]),
                n[0] not in everyday,
                -self._counts.get(n[0], 0),
                n[0],
            ),
        )[0]

    def having(self, every: Sequence[str], some: Sequence[str], limit: int) -> tuple[int, ...]:
        """Give the best foods that have every stem of the first list, ranked by both lists."""
        key = (limit, f"{' '.join(every)}|{' '.join(some)}")
        found = self._asked.get(key)
        if found is None:
            worths = [self.posting(s) for s in (*every, *some)]
            if len(worths) == 1:
                found = tuple(islice(worths[0], limit))
            else:
                numbers = self._in_all(every, some, limit) if every else _in_any(worths, limit)
                sums = _negative_sums(numbers, worths)
                if len(numbers) > limit:
                    # A plain sort of numbers is fast; only the best are compared as pairs.
                    last = sorted(sums)[limit - 1]
                    pairs = [p for p in zip(sums, numbers, strict=True) if p[0] <= last]
                else:
                    pairs = list(zip(sums, numbers, strict=True))
                pairs.sort()
                found = tuple([number for _, number in pairs[:limit]])
            if len(self._asked) > MOST_ASKED:
                self._asked.clear()
            self._asked[key] = found
        return found

    def _in_all(self, every: Sequence[str], some: Sequence[str], limit: int) -> list[int]:
        """Give foods with all of the first stems, among them the best by both lists.

        Of those with none of the other stems only the best by the first list can be among them.
        """
        numbers: AbstractSet[int] = self.posting(every[0]).keys()
        for of_it in every[1:]:
            numbers = numbers & self.posting(of_it).keys()
        others = [s for s in some if s not in every]
        if not others or len(numbers) <= limit:
            return list(numbers)
        own = [s for s in some if s in every]
        kept = {*self.having(every, own, limit)}
        for of_it in others:
            kept |= numbers & self.posting(of_it).keys()
        return list(kept)

    def posting(self, of_it: str) -> dict[int, float]:
        """Give the foods that have a stem, and what it is worth in each (BM25), the best first."""
        found = self._postings.get(of_it)
        if found is None:
            query = "SELECT foods, worths FROM postings WHERE stem = ?"
            row = self._db.execute(query, (of_it,)).fetchone()
            foods, worths = array("I"), array("d")
            if row is not None:
                foods.frombytes(row[0])
                worths.frombytes(row[1])
            if sys.byteorder == "big":
                foods.byteswap()
                worths.byteswap()
            found = self._postings[of_it] = dict(zip(foods, worths, strict=True))
        return found

    def _load(self, numbers: Iterable[int]) -> Iterator[Entry]:
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._entries]
        if missing:
            places = ",".join("?" * len(missing))
            rows = self._db.execute(f"SELECT * FROM foods WHERE food IN ({places})", missing)
            for row in rows.fetchall():
                self._entries[row[0]] = entry_of(row)
        return map(self._entries.__getitem__, wanted)


def _in_any(worths: Sequence[Mapping[int, float]], limit: int) -> list[int]:
    """Give foods with any of some stems, among them the best.

    Of the foods that have one stem alone, only the best of that stem can be among them.
    """
    kept = {number for worth in worths for number in islice(worth, limit)}
    for one, other in combinations(worths, 2):
        kept |= one.keys() & other.keys()
    return list(kept)


def _negative_sums(numbers: list[int], worths: Sequence[Mapping[int, float]]) -> list[float]:
    totals = [0.0] * len(numbers)
    for worth in worths:
        totals = list(map(sub, totals, map(worth.get, numbers, repeat(0.0))))
    return totals


def slips(word: str, meant: str) -> int:
    """Count the slips between a word and the one meant; a letter doubled or not is none.

    Args:
        word: As it was written.
        meant: As it may be meant.

    Returns:
        Letters left out, added, changed, or two exchanged (optimal string alignment).
    """
    once, other = (_DOUBLED.sub(r"\1", w) for w in (word, meant))
    return min(int(OSA.distance(once, other)), int(OSA.distance(word, meant)))


_DOUBLED = re.compile(r"(.)\1+")
LETTERS_A_SLIP = 4
"""Letters that a word must have for each slip, or it is another word."""
LEAST_LETTERS = 4
MOST_LETTERS = 30
"""Words shorter than the first are no evidence, longer than the second no words."""


def index_of(table: FoodTable) -> tuple[Index, ...]:
    """Give the indexes of a table: its prebuilt one, and one for own foods.

    Args:
        table: The food table.

    Returns:
        One index, or two where own foods are layered over a prebuilt table.
    """
    found = _indexes.get(table)
    if found is None:
        found = _indexes[table] = _open(table)
    return found


_indexes: "weakref.WeakKeyDictionary[FoodTable, tuple[Index, ...]]" = weakref.WeakKeyDictionary()


def build_index(folder: str | Path) -> Path:
    """Write the prebuilt index of the table in a folder.

    Args:
        folder: Holds foods.parquet and measures.parquet; search.sqlite is written there.

    Returns:
        The file written.
    """
    folder = Path(folder)
    table = FoodTable.load(folder)
    path = folder / FILE
    made = path.with_suffix(".new")
    made.unlink(missing_ok=True)
    connection = sqlite3.connect(made)
    try:
        fill(connection, records(table), _stamp(folder))
    finally:
        connection.close()
    made.replace(path)
    return path


def _open(table: FoodTable) -> tuple[Index, ...]:
    ready = _prebuilt(table)
    if ready is None:
        return (_in_memory(records(table)),)
    if not table.own:
        return (ready,)
    return (ready, _in_memory(records(table, only=table.own)))


def _prebuilt(table: FoodTable) -> Index | None:
    try:
        folder = table.factors_path.parent
    except TableError:
        return None
    return _prebuilt_in(folder)


@functools.lru_cache(maxsize=4)
def _prebuilt_in(folder: Path) -> Index | None:
    path = folder / FILE
    if not path.is_file():
        return None
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    try:
        stamp = connection.execute("SELECT value FROM about WHERE name = 'stamp'").fetchone()
    except sqlite3.DatabaseError:
        stamp = None
    if stamp is None or stamp[0] != _stamp(folder):
        connection.close()
        return None
    return Index(connection, prebuilt=True)


def _stamp(folder: Path) -> str:
    """Hash what the index is made from: the foods, the word lists, this layout."""
    sha = hashlib.sha256(INDEX_VERSION.encode())
    for path in (folder / "foods.parquet", DATA / "search_words.csv", DATA / "synonyms.csv"):
        sha.update(path.read_bytes())
    return sha.hexdigest()


def _in_memory(rows: list[dict[str, Any]]) -> Index:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    fill(connection, rows, "")
    return Index(connection)
