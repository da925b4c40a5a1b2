"""Diaries that state different minerals, totalled apart and merged: days hold sums and counts only.

In one file calcium may be carried and in another computed from the foods; each file keeps its
own rule, and the report says which.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from foods.errors import DiaryError
from nutrition.readers.source import literal
from nutrition.reading.day_totals import ROWS, combined, in_one_schema
from nutrition.reading.reports import ITEMS_TWICE, TOTALS_TWICE

if TYPE_CHECKING:
    import duckdb

    from nutrition.totals import Totals


def check_apart(
    connection: "duckdb.DuckDBPyConnection",
    table: str,
    names: Sequence[str],
    covers: Mapping[int, str],
    *,
    parts: bool = False,
) -> None:
    """Refuse sets of days that share a person and a day, unless one is foods, one supplements.

    Args:
        connection: Where the table is.
        table: Days with the columns ``mgca_set``, and ``mgca_whole`` where a file states the
            total of the day.
        names: What the sets are called, by number.
        covers: Number of a set → ``food``, ``supplement`` or ``all``.
        parts: Items of a day may stand in several files; a total never beside its items.

    Raises:
        DiaryError: Which sets, and an example of a person and day.
    """
    found = connection.execute(
        "SELECT person_id, day, list(DISTINCT mgca_set ORDER BY mgca_set), bool_or(mgca_whole) "
        f"FROM {table} GROUP BY person_id, day HAVING count(DISTINCT mgca_set) > 1 ORDER BY ALL"
    ).fetchall()
    for person, day, places, whole in found:
        kinds = [covers[place] for place in places]
        if "all" not in kinds and len(set(kinds)) == len(kinds):
            continue
        if parts and not whole:
            continue
        both = [names[place] for place in places]
        raise DiaryError(
            f"{' and '.join(both[:3])} overlap: person {person}, day {day}.",
            hint=TOTALS_TWICE if whole else ITEMS_TWICE,
            files=both,
            person_id=person,
            day=day,
        )


class SeveralTotals:
    """The merged days of several totals; offers what each of them offers to the writer.

    Args:
        sets: Totals of files that state the same minerals; the first also has the files of
            people and of day totals.
        parts: Sets that share a person and a day are parts of one diary.

    Attributes:
        connection: The DuckDB connection that holds the table ``days`` after `compute`.
        items: Rows that became items.
        rejects: Rows that could not be read.
        day_rows: Rows that state the total of a day.
    """

    def __init__(self, sets: "Sequence[Totals]", *, parts: bool) -> None:
        self.sets = list(sets)
        self.parts = parts
        self.connection = self.sets[0].connection
        self.table = self.sets[0].table
        self.has_diary = True
        self.items = self.rejects = self.day_rows = 0

    def compute(self) -> None:
        """Total every set and merge their days into the table ``days``.

        Raises:
            DiaryError: Files overlap in person and day.
        """
        import pyarrow as pa

        tables = []
        for place, one in enumerate(self.sets):
            one.compute()
            days = in_one_schema(one.connection.table("days").to_arrow_table())
            marks = (pa.array([place] * len(days), pa.int64()), _whole(one))
            for column, mark in zip(("mgca_set", "mgca_whole"), marks, strict=True):
                days = days.append_column(column, mark)
            tables.append(days)
        self.connection.register("mgca_sets", pa.concat_tables(tables))
        covers = {place: one.reading.covers for place, one in enumerate(self.sets)}
        names = [one.reading.names[0] for one in self.sets]
        check_apart(self.connection, "mgca_sets", names, covers, parts=self.parts)
        # Where a file does not say how many foods had no value, that stays unknown in the sum.
        self.connection.execute(
            f"CREATE TABLE mgca_merged AS {combined('SELECT * FROM mgca_sets')}"
        )
        self.connection.execute("DROP TABLE days; ALTER TABLE mgca_merged RENAME TO days")
        self.connection.unregister("mgca_sets")
        self.items = sum(one.items for one in self.sets)
        self.rejects = sum(one.rejects for one in self.sets)
        self.day_rows = sum(one.day_rows for one in self.sets)

    @property
    def columns(self) -> tuple[str, ...]:
        """Diary columns that at least one file has."""
        return tuple(dict.fromkeys(column for one in self.sets for column in one.columns))

    @property
    def says_completeness(self) -> bool:
        """Say whether the files tell complete days from others."""
        return any(one.says_completeness for one in self.sets)

    def people(self) -> Any:
        """Return the people that the files know, or None."""
        return self.sets[0].people()

    def reject_rows(self) -> list[dict[str, Any]]:
        """Return the rows that could not be read, in order."""
        rows = [row for one in self.sets for row in (one.reject_rows() if one.rejects else [])]
        return sorted(rows, key=lambda r: (r["source_file"], r["source_row"] or 0))

    def value_notes(self) -> list[dict[str, Any]]:
        """Return cells of readable rows whose value is unknown because it is no number."""
        return [note for one in self.sets for note in one.value_notes()]

    def report(self, rejects: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return how each file was read."""
        return [file for one in self.sets for file in one.report(rejects)]

    def questions(self) -> list[dict[str, Any]]:
        """Return what nobody has answered, most frequent first."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for asked in self._asked():
            known = found.setdefault((asked["food"], asked["unit"]), asked | {"rows": 0})
            known["rows"] += asked["rows"]
        return sorted(found.values(), key=lambda q: (-q["rows"], q["food"], q["unit"]))

    def _asked(self) -> Iterator[dict[str, Any]]:
        for one in self.sets:
            yield from one.questions()

    def items_relation(self, *, rows: bool = False) -> Any:
        """Return the readable rows of all sets as Items, on the first one's connection."""
        selects = []
        for place, one in enumerate(self.sets):
            path = f"{self.sets[0].reading.scratch.name}/items_{place}.parquet"
            one.items_relation(rows=rows).write_parquet(path)
            selects.append(f"SELECT * FROM read_parquet({literal(path)})")
        return self.connection.sql(" UNION ALL BY NAME ".join(selects))


def _whole(totals: "Totals") -> Any:
    """Return, for each of the days, whether a file states its total (PyArrow booleans)."""
    if not totals.reading.has_days:
        stated = "false"
    else:
        rows = f"SELECT person_id, day FROM {ROWS} WHERE reason IS NULL AND mgca_drop IS NULL"
        stated = f"coalesce((person_id, day) IN ({rows}), false)"
    query = f"SELECT {stated} AS mgca_whole FROM days"
    return totals.connection.sql(query).to_arrow_table()["mgca_whole"]
