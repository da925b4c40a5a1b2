"""Files to typed relations on DuckDB: every row becomes an item, a day's total or a reject."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import duckdb

from foods.errors import DiaryError
from nutrition.diary import DIARY_COLUMNS, carried_columns
from nutrition.readers import Options
from nutrition.readers.source import as_latin1, literal, mended
from nutrition.reading import (
    amount_signs,
    amount_words,
    day_totals,
    rejects,
    reports,
    states,
    unread,
)
from nutrition.reading.opened import check_carried, open_files
from nutrition.reading.packed import Packer
from nutrition.reading.rows import diary_rows
from nutrition.reading.scans import (
    SWALLOWING,
    Group,
    ReadFile,
    connect,
    grouped,
    line_of,
    name_files,
    parse_errors,
)


class Reading:
    """Files opened together on one DuckDB connection.

    Args:
        paths: Files to read, in order.
        format: Name of a reader; detected from each header when None.
        options: Column mapping, unit, recompute, choices, parts.
        memory: DuckDB memory limit, such as ``1GB``.
        threads: Threads DuckDB may use; its own choice when None.
        names: What to call each file in reports; its path when None.

    Attributes:
        connection: The DuckDB connection that the relations live on.
        carried: Nutrients stated by the diary files; the others are computed.
        columns: Diary columns that at least one diary file has.
        failures: Files that could not be opened, with the error.
        has_diary: Some file has a row a food.
        has_days: Some file has totals only.
        has_states: Some file says of another's days which are complete.

    Raises:
        DiaryError: None of the files can be read, or they cannot be read together.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        format: str | None = None,  # noqa: A002 - the command's own word
        options: Options | None = None,
        memory: str | None = None,
        threads: int | None = None,
        names: Sequence[str] | None = None,
    ) -> None:
        self.options = options or Options()
        self.scratch = TemporaryDirectory(prefix="mgca-")
        self.connection = connect(self.scratch.name, memory=memory, threads=threads)
        self._count_given = len(paths)
        self._packer = Packer(self.scratch.name)
        self.words_learned = False
        self.careful = False
        self._audited = False
        self._left_out = 0
        self._unread = False
        self._lone: dict[int, list[str]] = {}
        try:
            self._files, self.failures, self._places = open_files(
                paths, names=names, format=format, options=self.options, scratch=self.scratch
            )
            self._check()
        except DiaryError:
            self.close()
            raise

    def _check(self) -> None:
        if not self._files:
            raise (
                self.failures[0]
                if self.failures
                else DiaryError("No file was given.", hint="Give at least one CSV or Parquet file.")
            )
        self._files = states.paired(self._files)
        self._group(0)
        self.has_states = states.collect(self.connection, self._groups)
        shapes = {group.plan.shape for group in self._groups}
        self.has_diary = "diary" in shapes
        self.has_days = bool(shapes & {"days", "habitual"})
        if shapes == {"people"}:
            raise DiaryError(
                f"{self._files[0].source.name} describes people and holds no intake.",
                hint="Give the diary or the recalls as well.",
                people=True,
            )
        day_totals.check_parts(self._groups)
        diaries = [file.plan for file in self._files if file.plan.shape == "diary"]
        mapped = {column for plan in diaries for column in plan.columns}
        self.columns = tuple(c for c in DIARY_COLUMNS if c in mapped)
        self.carried = carried_columns(list(self.columns), recompute=self.options.recompute)
        check_carried(
            self._files, self._places, self._count_given, recompute=self.options.recompute
        )
        if self.has_days:
            totals = [g for g in self._groups if g.plan.shape in ("days", "habitual")]
            day_totals.collect(self.connection, totals)

    @property
    def covers(self) -> str:
        """What the rows cover: ``food``, ``supplement``, or ``all`` of an intake."""
        parts = {file.plan.part for file in self._intake}
        return parts.pop() if len(parts) == 1 else "all"

    @property
    def belongs_to_others(self) -> bool:
        """Whether a file says something of the days of others: people, averages, marks."""
        return any(
            f.plan.shape == "people"
            or (f.plan.shape == "habitual" and f.plan.part != "all")
            or (f.plan.shape == "days" and states.nobodys_summary(f))
            for f in self._files
        )

    @property
    def names(self) -> list[str]:
        """What the files are called."""
        return [file.source.name for file in self._files]

    def _group(self, first: int) -> None:
        self._groups = self._packer.groups(grouped(self._files, first))
        for group in self._groups:
            name_files(self.connection, group)

    @property
    def _intake(self) -> list[ReadFile]:
        return [file for file in self._files if file.plan.shape not in ("people", "states")]

    @property
    def _diaries(self) -> list[Group]:
        return [group for group in self._groups if group.plan.shape == "diary"]

    def __enter__(self) -> Self:
        """Return the reading."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connection and remove the scratch folder."""
        self.close()

    def close(self) -> None:
        """Close the connection and remove the scratch folder."""
        self.connection.close()
        self.scratch.cleanup()

    @property
    def total_bytes(self) -> int:
        """Size of the files [bytes], for progress."""
        return sum(file.source.readable.stat().st_size for file in self._files)

    @property
    def says_completeness(self) -> bool:
        """Whether some file tells complete days from partial ones, or holds no days."""
        return any(
            "day_state" in file.plan.columns or file.plan.shape == "habitual"
            for file in self._files
        )

    def typed(self, *, rows: bool = False, limit: int | None = None) -> duckdb.DuckDBPyRelation:
        """Return every row of the diary files, typed, with ``reason`` where it cannot be read.

        Args:
            rows: Add ``source_file``, ``source_row`` and ``raw``: costs a window.
            limit: At most so many rows of each group of like files.

        Returns:
            A relation with the diary columns the files have, ``person_id`` and ``unit`` always,
            and ``reason`` (null for a readable row).
        """
        selects = [
            diary_rows(
                group,
                self.columns,
                self.carried,
                rows=rows,
                limit=limit,
                words=self.words_learned,
                careful=self.careful,
            )
            for group in self._diaries
        ]
        return self.connection.sql(" UNION ALL BY NAME ".join(selects))

    def check_overlap(self) -> None:
        """Refuse files that share a person and a day, unless items are declared parts.

        Raises:
            DiaryError: Which files, person and day.
        """
        files = self._intake
        if len(files) > 1 and (self.has_days or not self.options.parts):
            self._audit()
            reports.check_overlap(self.connection, files, parts=self.options.parts)

    def add_days(self, table: str = "days", *, alone: bool = False) -> int:
        """Put the day totals of files that hold only those into a Days table.

        Args:
            table: The table with the days of the diary files, made here where there are none.
            alone: Leave the diary files out; the table is new.

        Returns:
            How many rows of the files were read.
        """
        lone = 0
        if self.has_states and not alone:
            lone = self.find_days_without_foods(table)
            states.mark(self.connection, table)
            self.connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM {states.LONE}")
        if not self.has_days:
            return lone
        rows = day_totals.days_sql()
        if self.has_diary and not alone:
            rows = day_totals.combined(
                f"SELECT * FROM {table} UNION ALL BY NAME SELECT * FROM ({rows})"
            )
        self.connection.execute(f"CREATE OR REPLACE TABLE mgca_days AS {rows}")
        self.connection.execute(f"DROP TABLE IF EXISTS {table}")
        self.connection.execute(f"ALTER TABLE mgca_days RENAME TO {table}")
        if any(f.plan.shape == "habitual" and f.plan.part == "supplement" for f in self._files):
            self._left_out = day_totals.add_averages(self.connection, table)
        return lone + self._count("reason IS NULL AND mgca_drop IS NULL")

    def find_days_without_foods(self, table: str) -> int:
        """Find the days a summary tells of that ``table`` lacks: `states.LONE`.

        Returns:
            How many there are; the report names them.
        """
        self._lone = states.without_foods(self.connection, self._groups, table)
        return sum(map(len, self._lone.values()))

    def look_at_values(self, *, every: bool = False) -> None:
        """Look for cells that hold no number where one should stand, for the report.

        Args:
            every: Look at every file; otherwise the quick reading has seen that there are none.
        """
        self._unread = unread.collect(
            self.connection,
            self._groups,
            self.columns,
            self.carried,
            words=self.words_learned,
            careful=every or self.careful,
        )

    def value_notes(self) -> list[dict[str, Any]]:
        """Return the cells that `look_at_values` found: their values are unknown."""
        if not self._unread:
            return []
        lost = self._lost()
        told = unread.notes(self.connection, self._files)
        return [
            note | {"source_row": line_of(note["source_row"], lost.get(note["source_file"], []))}
            for note in told
        ]

    def _lost(self) -> dict[str, list[int]]:
        return rejects.lost_lines(self.connection, self._files, self._groups)

    def line_sql(self) -> str:
        """Return the SQL of a row's line, from its file and its place there; see `line_of`."""
        cases = [
            f"WHEN {literal(name)} THEN len(list_filter("
            f"{[line - place for place, line in enumerate(lines)]}, lambda x: x <= source_row + 1))"
            for name, lines in self._lost().items()
        ]
        gone = f"CASE source_file {' '.join(cases)} ELSE 0 END" if cases else "0"
        return f"source_row + 1 + {gone}"

    def day_rejects(self) -> int:
        """Return how many rows of files with totals could not be read."""
        return self._count("reason IS NOT NULL") if self.has_days else 0

    def _count(self, test: str) -> int:
        ((count,),) = self.connection.execute(
            f"SELECT count(*) FROM {day_totals.ROWS} WHERE {test}"
        ).fetchall()
        return int(count)

    def people(self, days: str | None = None) -> Any:
        """Return the people whom the files describe, as a pandas frame, or None.

        Args:
            days: Table of day totals; only people in it are returned.
        """
        if not any(file.plan.shape == "people" for file in self._files):
            return None
        from nutrition.reading.people import people_of

        return people_of(self.connection, self._groups, days)

    def take_care(self) -> None:
        """Read every cell as text from now on: the quick way met what it cannot tell apart."""
        self.careful = True
        self._group(max(group.number for group in self._groups) + 1)
        self._audited = False

    def prove_amount_signs(self, *, odd: bool) -> bool:
        """Learn the decimal sign of amounts: of files with decimal commas, or where it may differ.

        Args:
            odd: Some amount is no plain number: look at every file.

        Returns:
            Whether amounts are now read another way.
        """
        changed = False
        for group in self._diaries:
            source = group.source
            doubted = source.decimal_comma or odd
            if source.kind != "csv" or source.amount_sign or not doubted:
                continue
            signs = amount_signs.proven(self.connection, group)
            usual = ("", "," if source.decimal_comma else ".")
            for file in group.files:
                sign = signs.get(file.number, "")
                if sign not in usual:
                    read = replace(file, source=replace(file.source, amount_sign=sign))
                    self._files[self._files.index(file)] = read
                    changed = True
        if changed:
            self._group(max(group.number for group in self._groups) + 1)
            self._audited = False
        return changed

    def learn_amount_words(self) -> int:
        """Read amounts that are no plain number ('1/2', '1-2') once each.

        Returns:
            How many were understood; the typed relation then knows them.
        """
        learned = amount_words.learn(self.connection, self.typed())
        if learned:
            self.words_learned = True
            self._audited = False
        return learned

    def recover_encoding(self) -> bool:
        """Read files again where a scan met bytes that are not UTF-8, or a stray quotation mark."""
        changed = False
        errors = [e for group in self._groups for e in parse_errors(self.connection, group)]
        bad = {name for name, _, kind, *_ in errors if kind == "INVALID ENCODING"}
        over = {name for name, _, kind, text, _ in errors if kind in SWALLOWING or "\n" in text}
        for place, file in enumerate(self._files):
            source = file.source
            if source.name in bad:
                source = as_latin1(source, self.scratch)
            if source.name in over and not source.set_aside:
                source = mended(source, self.scratch)
            if source is not file.source:
                self._files[place] = replace(file, source=source)
                changed = True
        if changed:
            self._group(max(group.number for group in self._groups) + 1)
            self._audited = False
        return changed

    def rejects(self, *, look_again: bool = True) -> list[dict[str, Any]]:
        """Return the rows that could not be read, with reason and raw text.

        Call it after a whole scan of `typed`; it scans once more if a row had a reason.

        Args:
            look_again: As of `nutrition.reading.rejects.listed`.
        """
        rows = []
        if self.has_diary:
            rows += rejects.refused_rows(self.typed(rows=True))
        if self.has_days:
            rows += rejects.refused_rows(self.connection.table(day_totals.ROWS))
        return rejects.listed(
            self.connection, self._files, self._groups, self.failures, rows, look_again=look_again
        )

    def parse_error_count(self) -> int:
        """Return how many lines the CSV parser set aside in the scans so far."""
        strays = sum(len(file.source.set_aside) for file in self._files)
        return strays + sum(len(parse_errors(self.connection, group)) for group in self._groups)

    def _audit(self) -> None:
        if not self._audited:
            reports.audit(
                self.connection, self._groups, self.columns, self.carried, words=self.words_learned
            )
            self._audited = True

    def report(
        self, rejects: Sequence[dict[str, Any]] = (), *, days: str | None = None
    ) -> list[dict[str, Any]]:
        """Return how each file was read.

        Args:
            rejects: What `rejects` returned.
            days: Table of the day totals; without it nothing is counted.

        Returns:
            For each file: ``file, format, title, shape``, ``columns`` used, ``nutrients`` (where
            each comes from), ``carried``, ``notes``, and with ``days`` ``rows, items`` (or
            ``day_rows``), ``people, days, dropped`` and ``rejected`` by reason, ``known_share``
            of its items by mineral; ``unread`` where `look_at_values` found cells: column, reason,
            how many rows, the first of them, an example.
        """
        counted = self._counted(days) if days is not None else {}
        refused = reports.rejected(rejects)
        odd = self._odd_cells()
        told = [
            reports.file_report(
                file,
                counted.get(file.number),
                refused.get(file.source.name, {}),
                recompute=self.options.recompute,
                left_out=self._left_out,
                lone=self._lone.get(file.number, ()),
                unread=odd.get(file.source.name, ()),
            )
            for file in self._files
        ]
        if days is not None:
            intake = {file.source.name for file in self._intake}
            told = [
                reports.without_rows(one) if one["file"] in intake and not one.get("rows") else one
                for one in told
            ]
        return told + [reports.not_read(error) for error in self.failures]

    @property
    def _drops(self) -> bool:
        """Whether rows may have been dropped: rare ones only where care was taken."""
        drops = [drop for file in self._intake for drop in file.plan.drops]
        return any(not drop.rare or self.careful for drop in drops)

    def dropped(self) -> dict[str, dict[str, int]]:
        """Return, by file, how many rows its format leaves out, by reason."""
        if not self._drops:
            return {}
        self._audit()
        counted = reports.counts(self.connection)
        return {
            file.source.name: counted[file.number]["dropped"]
            for file in self._intake
            if file.number in counted
        }

    def _odd_cells(self) -> dict[str, list[dict[str, Any]]]:
        if not self._unread:
            return {}
        lost = self._lost()
        found = unread.counts(self.connection, self._files)
        for name, told in found.items():
            for one in told:
                one["first"] = [line_of(row, lost.get(name, [])) for row in one["first"]]
        return found

    def _counted(self, days: str) -> dict[int, dict[str, Any]]:
        files = self._intake
        if len(files) == 1 and self.has_diary and not self._drops:
            return {files[0].number: reports.only_file(self.connection, days)}
        self._audit()
        return reports.counts(self.connection, days)


__all__ = ["Reading", "connect"]
