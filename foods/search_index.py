"""The search index: what each description says, prebuilt in SQLite or made in memory.

`build_index` writes `search.sqlite` beside the tables, the same bytes whenever it runs again with
the same SQLite. A table without that file, or with other foods than the file was made from, gets
its index in memory. Own foods that are layered over a table have a small index of their own.
"""

import functools
import hashlib
import json
import re
import sqlite3
import weakref
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from foods.composition import FoodTable
from foods.errors import TableError, UnknownFoodError
from foods.search_describe import TELLING, describe
from foods.search_lists import DATA, plain, spelt, stem, tokens, words

INDEX_VERSION = "10"
FILE = "search.sqlite"
CANDIDATES = 40
COLUMNS = ("food_id", "description", "food_group", "calcium_mg", "magnesium_mg", "fortified")
NOT_ALIASES = re.compile(r"USDA|URMIS|IMPS|NAMP|latino food|family style|Includes?", re.IGNORECASE)
SOURCES = {"sr28": 0, "foundation": 1, "srlegacy": 2, "fndds2123": 3, "user": 0}


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One description, read.

    Attributes:
        food_id: The food.
        description: As its source writes it.
        group: Food group.
        calcium_mg: Calcium [mg/100 g], None where unknown.
        magnesium_mg: Magnesium [mg/100 g], None where unknown.
        fortified: Whether calcium or magnesium was added; None where it cannot be told.
        costs: Stem → what it costs when the name does not say it.
        total_cost: Sum of the costs.
        heads: Stems that say what it is.
        core: Stems of the part that names it.
        telling: Those of them that are neither a heading nor neutral.
        states: Facet → value.
        brand: Whether it is a brand's.
        measured: Whether it has household measures.
        source: Rank of its source; 0 is first.
        text: Stems, sorted, for comparing whole strings.
    """

    food_id: str
    description: str
    group: str
    calcium_mg: float | None
    magnesium_mg: float | None
    fortified: bool | None
    costs: Mapping[str, float]
    total_cost: float
    heads: frozenset[str]
    core: frozenset[str]
    telling: frozenset[str]
    states: Mapping[str, str]
    brand: bool
    measured: bool
    source: int
    text: str


class Index:
    """Entries of a food table that can be looked up by their words.

    Args:
        connection: A database that `_fill` wrote.
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
        self._asked: dict[str, tuple[int, ...]] = {}

    def knows(self, of_it: str) -> bool:
        """Tell whether any description has this stem."""
        return of_it in self._stems

    def has_word(self, word: str) -> bool:
        """Tell whether a word, in lower case, needs no correction."""
        return word in self._counts or stem(word) in self._stems or word in words().known

    def rarity(self, of_it: str) -> float:
        """Give how much a stem tells apart: 0 for one in every food, 1 for one in none."""
        return log((self._foods + 1) / (self._stems.get(of_it, 0) + 1)) / log(self._foods + 1)

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
        quoted = [f'"{s}"' for s in known]
        every = " AND ".join(quoted)
        extra = [f'"{s}"' for s in boost if s in self._stems]
        if extra:
            every = f"({every}) AND ({' OR '.join([*extra, quoted[0]])})"
        found = list(self._match(every, CANDIDATES))
        if len(found) < 8 and len(known) > 1:  # noqa: PLR2004 - enough to choose from
            rare = sorted(known, key=lambda s: self._stems[s])
            for left_out in rare[::-1]:
                some = " AND ".join(f'"{s}"' for s in known if s != left_out)
                found.extend(self._match(some, 12))
            found.extend(self._match(" OR ".join(quoted), 24))
            found.extend(self._match(f'"{rare[0]}"', 12))
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

    def _match(self, query: str, limit: int) -> tuple[int, ...]:
        key = f"{limit} {query}"
        found = self._asked.get(key)
        if found is None:
            rows = self._db.execute(
                "SELECT rowid FROM texts WHERE texts MATCH ? "
                "ORDER BY bm25(texts, 10.0, 3.0, 2.0), rowid LIMIT ?",
                (query, limit),
            )
            found = tuple(row[0] for row in rows.fetchall())
            if len(self._asked) > 20_000:  # noqa: PLR2004 - a bound on memory
                self._asked.clear()
            self._asked[key] = found
        return found

    def _load(self, numbers: Iterable[int]) -> Iterator[Entry]:
        wanted = list(numbers)
        missing = [str(number) for number in wanted if number not in self._entries]
        if missing:
            rows = self._db.execute(f"SELECT * FROM foods WHERE food IN ({','.join(missing)})")
            for row in rows.fetchall():
                self._entries[row[0]] = _entry(row)
        return (self._entries[number] for number in wanted)


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
        _fill(connection, _records(table), _stamp(folder))
    finally:
        connection.close()
    made.replace(path)
    return path


def _open(table: FoodTable) -> tuple[Index, ...]:
    ready = _prebuilt(table)
    if ready is None:
        return (_in_memory(_records(table)),)
    if not table.own:
        return (ready,)
    return (ready, _in_memory(_records(table, only=table.own)))


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


def _in_memory(records: list[dict[str, Any]]) -> Index:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(connection, records, "")
    return Index(connection)


def _records(table: FoodTable, only: frozenset[str] | None = None) -> list[dict[str, Any]]:
    measured = set(table.measures_arrow()["food_id"].unique().to_pylist())
    rows = table.arrow().select([*COLUMNS, "aliases"]).to_pylist()
    return [
        {**row, "measured": row["food_id"] in measured}
        for row in rows
        if only is None or row["food_id"] in only
    ]


def _fill(connection: sqlite3.Connection, records: list[dict[str, Any]], stamp: str) -> None:
    lists = words()
    connection.executescript(
        """
        PRAGMA page_size = 4096;
        CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
        CREATE TABLE foods (food INTEGER PRIMARY KEY, food_id TEXT, description TEXT,
            food_group TEXT, calcium_mg REAL, magnesium_mg REAL, fortified INTEGER, costs TEXT,
            heads TEXT, core TEXT, brand INTEGER, measured INTEGER, source INTEGER,
            text TEXT);
        CREATE TABLE keys (key TEXT, food INTEGER, PRIMARY KEY (key, food)) WITHOUT ROWID;
        CREATE TABLE words (word TEXT PRIMARY KEY, stem TEXT, foods INTEGER) WITHOUT ROWID;
        CREATE VIRTUAL TABLE texts USING fts5(core, rest, aliases, content='',
            tokenize="unicode61 tokenchars '%.'");
        """
    )
    counts: Counter[str] = Counter()
    for number, record in enumerate(records, start=1):
        row = describe(record["description"], lists)
        aliases = [] if record["aliases"] is None else record["aliases"].split(";")
        named = [a.strip() for a in aliases if a.strip() and not NOT_ALIASES.search(a)]
        other = [stem(w) for a in named for w in spelt(tokens(a), lists.spelling)]
        everything = spelt(tokens(record["description"]), lists.spelling)
        counts.update(set(everything) | {w for a in named for w in tokens(a)})
        connection.execute(
            "INSERT INTO foods VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                number,
                *(record[name] for name in COLUMNS),
                json.dumps([{**dict.fromkeys(other, 0.0), **row.costs}, row.states]),
                " ".join(sorted(row.heads)),
                " ".join(sorted(row.core)),
                row.brand,
                record["measured"],
                SOURCES.get(record["food_id"].split(":")[0], 2),
                " ".join(sorted(row.text.split())),
            ),
        )
        keys = {plain(record["description"])}
        connection.executemany(
            "INSERT INTO keys VALUES (?,?)", sorted((key, number) for key in keys if key)
        )
        stems = [*row.costs]
        core = " ".join(s for s in stems if s in row.core)
        rest = " ".join(s for s in stems if s not in row.core)
        connection.execute(
            "INSERT INTO texts (rowid, core, rest, aliases) VALUES (?,?,?,?)",
            (number, core, rest, " ".join(other)),
        )
    connection.executemany(
        "INSERT INTO words VALUES (?,?,?)",
        [(word, stem(word), count) for word, count in sorted(counts.items())],
    )
    connection.execute("INSERT INTO texts (texts) VALUES ('optimize')")
    about = [("sqlite", sqlite3.sqlite_version), ("stamp", stamp)]
    connection.executemany("INSERT INTO about VALUES (?, ?)", about)
    connection.commit()
    connection.execute("VACUUM")


def _entry(row: Sequence[Any]) -> Entry:
    costs, states = json.loads(row[7])
    core = frozenset(row[9].split())
    return Entry(
        food_id=row[1],
        description=row[2],
        group=row[3],
        calcium_mg=row[4],
        magnesium_mg=row[5],
        fortified=None if row[6] is None else bool(row[6]),
        costs=costs,
        total_cost=sum(costs.values()),
        heads=frozenset(row[8].split()),
        core=core,
        telling=frozenset(s for s in core if costs.get(s, 0.0) > TELLING),
        states=states,
        brand=bool(row[10]),
        measured=bool(row[11]),
        source=row[12],
        text=row[13],
    )
