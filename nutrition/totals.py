"""The days of open files: one pass over ready factors, a second only where it met surprises."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import duckdb
import narwhals as nw

from foods.nutrients import COLUMNS
from nutrition import intake
from nutrition.diary import needs_foods
from nutrition.factors import FACTOR_COLUMNS, Answers, asked_of, factors_for, question
from nutrition.items import attach, with_key
from nutrition.readers import TOTALS_WORDS
from nutrition.readers.source import literal
from nutrition.reading.files import Reading

if TYPE_CHECKING:
    from foods.composition import FoodTable

log = logging.getLogger(__name__)

SAMPLE_ROWS = 20_000
"""Rows looked at first: where they hold foods that no ready factor covers, pairs come first."""
UNMATCHED = "unmatched"
PASSES = 6
"""At most: quick, careful, with decimal signs proven, amounts learned, foods then readable."""


class Totals:
    """The days of a reading, with what was set aside and what was asked.

    Args:
        reading: Open files.
        table: Food table.
        engine: ``duckdb``, ``polars`` or ``pandas``: where the join and the sums run.
        locale: ``us``, ``uk`` or ``metric``.
        answers: Choices made before.

    Attributes:
        connection: The DuckDB connection that holds the table ``days`` after `compute`.
        items: Rows that became items.
        rejects: Rows that could not be read.
        day_rows: Rows that state the total of a day.
        set_aside_rows: Rows of diaries that could not be read, without broken lines.
        rows: How many rows each looked-up pair of food and unit has.
        settled: PyArrow table of the pairs that were looked up; None while there are none.
    """

    def __init__(
        self,
        reading: Reading,
        table: "FoodTable",
        *,
        engine: str = "duckdb",
        locale: str = "us",
        answers: Answers | None = None,
    ) -> None:
        self.reading = reading
        self.connection = reading.connection
        self.engine = engine
        self.locale = locale
        self.table = table
        self.answers = answers
        self.rows: dict[tuple[str, str], int] = {}
        self.items = 0
        self.rejects = 0
        self.day_rows = 0
        self.set_aside_rows = 0
        self._ready = _ready_factors(self.table)
        self.settled: Any = None

    def compute(self) -> None:
        """Fill the DuckDB table ``days``; a second pass runs only where the first met surprises.

        Raises:
            DiaryError: Files overlap in person and day.
        """
        self.reading.check_overlap()
        if self.reading.has_diary:
            self._compute_diaries()
        self.day_rows = self.reading.add_days("days")
        self.reading.look_at_values()
        self.rejects = (
            self.set_aside_rows
            + self.reading.parse_error_count()
            + self.reading.day_rejects()
            + len(self.reading.failures)
        )

    def _compute_diaries(self) -> None:
        proven = False
        for _ in range(PASSES):
            missing = self._sample_pairs()
            if any(key for key, _ in missing) and not self.settled:
                missing = self._all_pairs()
            if missing:
                self._settle(missing)
            self._sum()
            if self._surprised():
                self.reading.take_care()
                continue
            again = self.reading.recover_encoding() if self.reading.parse_error_count() else False
            if not proven:
                proven = True
                odd = bool(self._set_aside(None))
                again = self.reading.prove_amount_signs(odd=odd) or again
            if self._set_aside(None) and not self.reading.words_learned:
                again = bool(self.reading.learn_amount_words()) or again
            if self._set_aside(UNMATCHED):
                self._settle(self._all_pairs())
                again = True
            if not again:
                break
        if self.reading.careful and self.settled is not None:
            self._count_rows()
        self.set_aside_rows = self._set_aside(None)
        self.connection.execute("DELETE FROM days WHERE person_id IS NULL")
        self._tidy_keys()
        ((self.items,),) = self.connection.execute(
            "SELECT coalesce(sum(items), 0)::BIGINT FROM days"
        ).fetchall()

    @property
    def columns(self) -> tuple[str, ...]:
        """Diary columns that at least one file has."""
        return self.reading.columns

    def reject_rows(self, *, look_again: bool = True) -> list[dict[str, Any]]:
        """Return the rows that could not be read, in order; argument as of `Reading.rejects`."""
        return self.reading.rejects(look_again=look_again)

    def report(self, rejects: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return how each file was read."""
        return self.reading.report(rejects, days="days")

    def value_notes(self) -> list[dict[str, Any]]:
        """Return cells of readable rows whose value is unknown because it is no number."""
        return self.reading.value_notes()

    def people(self) -> Any:
        """Return the people that the files know, or None."""
        return self.reading.people("days")

    @property
    def has_diary(self) -> bool:
        """Say whether a file holds items, not totals only."""
        return self.reading.has_diary

    @property
    def says_completeness(self) -> bool:
        """Say whether the files tell complete days from others."""
        return self.reading.says_completeness

    def items_relation(self, *, rows: bool = False) -> Any:
        """Return the readable rows as Items on DuckDB."""
        typed = self.reading.typed(rows=rows).filter("reason IS NULL")
        names = [c for c in typed.columns if c not in ("reason", "amount_text", "raw")]
        if rows:
            line = f"{self.reading.line_sql()} AS source_row"
            names = [line if name == "source_row" else name for name in names]
        keyed = with_key(typed.project(", ".join(names)), self.reading.carried)
        return attach(keyed, self._factors(FACTOR_COLUMNS), self.reading.carried)

    def _keyed(self) -> Any:
        """Return every row with its key; rows that cannot be read have no person and no day."""
        typed = self.reading.typed()
        columns = [
            f"CASE WHEN reason IS NULL THEN {c} END AS {c}" if c in ("person_id", "day") else c
            for c in typed.columns
            if c not in ("amount_text", "reason")
        ]
        return with_key(typed.project(", ".join(columns)), self.reading.carried)

    def _factors(self, columns: Sequence[str]) -> duckdb.DuckDBPyRelation:
        """Return ready and looked-up factors; only the columns asked for go through the join."""
        listed = ", ".join(columns)
        ready = f"SELECT {listed} FROM ({self._ready})"
        if not needs_foods(self.reading.carried):
            ready += " WHERE false"
        if self.settled is None:
            return self.connection.sql(ready)
        settled = f"SELECT {listed} FROM (SELECT *, true AS f_found FROM settled)"
        return self.connection.sql(f"{ready} UNION ALL {settled}")

    def _needed(self) -> list[str]:
        """Return the factor columns that sums need; ranges only where there are any."""
        needed = ["key", "unit", "f_found", "f_grams", *(f"f_{n}" for n in COLUMNS)]
        bounds = {"amount_low", "amount_high"} & set(self.reading.typed().columns)
        ranged = self.settled is not None and _has_ranges(self.settled)
        return [*needed, "f_grams_low", "f_grams_high"] if bounds or ranged else needed

    def _sum(self) -> None:
        frame: Any = self._keyed()
        factors: Any = self._factors(self._needed())
        if self.engine != "duckdb":
            frame, factors = (_as(self.engine, rel) for rel in (frame, factors))
        items = attach(frame, factors, self.reading.carried)
        days: Any = intake.total(_unmatched_aside(items))
        if self.engine != "duckdb":
            self.connection.register("computed", nw.from_native(days).to_arrow())
            days = self.connection.table("computed")
        self.connection.execute("DROP TABLE IF EXISTS days")
        days.create("days")

    def _surprised(self) -> bool:
        """Say whether the quick reading met rows or words that only the careful one tells apart."""
        if self.reading.careful:
            return False
        if self._set_aside(None) or self.reading.parse_error_count():
            return True
        if any(key != key.strip() or unit != unit.strip() for key, unit in self.rows):
            return True
        if any(key.lower() in TOTALS_WORDS for key, _ in self.rows):
            return True
        ((padded,),) = self.connection.execute(
            "SELECT count(*) FROM days WHERE trim(person_id) <> person_id OR trim(day) <> day"
        ).fetchall()
        return bool(padded)

    def _set_aside(self, day: str | None) -> int:
        test = "day IS NULL" if day is None else f"day = {literal(day)}"
        ((count,),) = self.connection.execute(
            f"SELECT coalesce(sum(items), 0)::BIGINT FROM days WHERE person_id IS NULL AND {test}"
        ).fetchall()
        return int(count)

    def _sample_pairs(self) -> list[tuple[str, str]]:
        typed = self.reading.typed(limit=SAMPLE_ROWS)
        return self._missing(typed, count=False)

    def _all_pairs(self) -> list[tuple[str, str]]:
        return self._missing(self.reading.typed(), count=True)

    def _missing(self, typed: duckdb.DuckDBPyRelation, *, count: bool) -> list[tuple[str, str]]:
        """Return the pairs of readable rows that no factor covers yet."""
        names = [c for c in typed.columns if c in ("food", "food_id", "kind", "unit")]
        keyed: Any = with_key(
            typed.filter("reason IS NULL").project(", ".join(names)), self.reading.carried
        )
        factors = self._factors(("key", "unit"))
        pairs = self.connection.sql("SELECT key, unit, count(*) AS n FROM keyed GROUP BY key, unit")
        found = self.connection.sql(
            "SELECT key, unit, n FROM pairs ANTI JOIN factors USING (key, unit) ORDER BY ALL"
        ).fetchall()
        del keyed, factors, pairs
        for key, unit, n in found:
            self.rows[key, unit] = n if count else 0
        return [(key, unit) for key, unit, _ in found]

    def _count_rows(self) -> None:
        """Count the rows of looked-up pairs anew: some could only be read in a later pass."""
        typed = self.reading.typed()
        names = [c for c in typed.columns if c in ("food", "food_id", "kind", "unit")]
        keyed: Any = with_key(
            typed.filter("reason IS NULL").project(", ".join(names)), self.reading.carried
        )
        settled = self.connection.table("settled").select("key, unit")
        found = self.connection.sql(
            "SELECT key, unit, count(*) FROM keyed SEMI JOIN settled USING (key, unit) GROUP BY ALL"
        ).fetchall()
        del keyed, settled
        # A pair without a row was a row of totals.
        self.rows = {(key, unit): count for key, unit, count in found}

    def _settle(self, pairs: Sequence[tuple[str, str]]) -> None:
        log.info("%d distinct foods and units are looked up", len(pairs))
        new = factors_for(pairs, self.table, locale=self.locale, answers=self.answers)
        if self.settled is not None:
            import pyarrow as pa

            new = pa.concat_tables([self.settled, new])
        self.settled = new
        self.connection.register("settled", new)

    def _tidy_keys(self) -> None:
        """Drop ``.0`` from whole-number keys and add up days that thereby meet."""
        ((changed,),) = self.connection.execute(
            r"SELECT count(*) FROM days WHERE regexp_matches(person_id, '^-?\d+\.0+$') "
            r"OR regexp_matches(day, '^-?\d+\.0+$')"
        ).fetchall()
        if not changed:
            return
        self.connection.execute(
            r"UPDATE days SET person_id = regexp_replace(person_id, '^(-?\d+)\.0+$', '\1'), "
            r"day = regexp_replace(day, '^(-?\d+)\.0+$', '\1')"
        )
        merged = intake.merge([self.connection.table("days")])
        merged.create("merged_days")
        self.connection.execute("DROP TABLE days; ALTER TABLE merged_days RENAME TO days")

    def questions(self) -> list[dict[str, Any]]:
        """Return what nobody has answered, most frequent first."""
        asked = [pair for pair in asked_of(self.settled) if pair in self.rows]
        found = [
            question(key, unit, self.table, locale=self.locale, rows=self.rows.get((key, unit), 0))
            for key, unit in asked
        ]
        return sorted(found, key=lambda q: (-q["rows"], q["food"], q["unit"]))


def _unmatched_aside(items: Any) -> Any:
    """Move rows that met no factor into a group of their own, to be looked up and summed again."""
    frame = nw.from_native(items)
    aside = ~nw.col("met") & ~nw.col("person_id").is_null()
    null = nw.lit(None).cast(nw.String)
    return nw.to_native(
        frame.with_columns(
            person_id=nw.when(aside).then(null).otherwise(nw.col("person_id")),
            day=nw.when(aside).then(nw.lit(UNMATCHED)).otherwise(nw.col("day")),
        )
    )


def _has_ranges(settled: Any) -> bool:
    import pyarrow.compute as pc

    differs = pc.not_equal(settled["f_grams_low"], settled["f_grams_high"])
    return bool(pc.any(differs, min_count=0).as_py())


def _ready_factors(table: "FoodTable") -> str:
    values = ", ".join(f"{n} AS f_{n}" for n in COLUMNS)
    return (
        "SELECT food_id AS key, unit, food_id AS f_food_id, NULL::VARCHAR AS f_description, "
        "grams AS f_grams, grams AS f_grams_low, grams AS f_grams_high, "
        f"{values}, 'exact' AS f_food_status, amount_status AS f_amount_status, '' AS f_reason, "
        "true AS f_found "
        f"FROM read_parquet({literal(str(table.factors_path))})"
    )


def _as(engine: str, relation: duckdb.DuckDBPyRelation) -> Any:
    return relation.pl() if engine == "polars" else relation.df()
