"""Files to typed relations on DuckDB: every row becomes an item, a day's total or a reject."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import duckdb

from foods.errors import DiaryError
from foods.nutrients import MINERALS
from nutrition.diary import DIARY_COLUMNS, carried_columns, needs_foods
from nutrition.readers import Options, Plan, Reader, choose
from nutrition.readers.source import as_latin1, literal, mended, open_source
from nutrition.reading import day_totals, reports, states, unread
from nutrition.reading.packed import Packer
from nutrition.reading.rows import (
    FILE,
    STRAY,
    SWALLOWING,
    Group,
    ReadFile,
    connect,
    diary_rows,
    grouped,
    line_of,
    name_files,
    parse_errors,
    parse_reason,
)

MAX_AMOUNT_WORDS = 100_000
"""Distinct amounts such as '1/2' that a run reads one by one; more than this is another column."""


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
        self.failures: list[DiaryError] = []
        self._files: list[ReadFile] = []
        self._plans: dict[tuple[str, tuple[str, ...]], tuple[Reader, Plan]] = {}
        self.words_learned = False
        self.careful = False
        self._audited = False
        self._left_out = 0
        self._unread = False
        self._lacking: dict[int, list[str]] = {}
        try:
            for number, path in enumerate(paths):
                self._open(number, path, names[number] if names else str(path), format)
            self._check()
        except DiaryError:
            self.close()
            raise

    def _open(self, number: int, path: Path, name: str, reader_name: str | None) -> None:
        try:
            source = open_source(path, self.scratch, name)
            form = (source.kind, source.header)
            if form not in self._plans:
                reader = choose(source, name=reader_name, options=self.options)
                plan = self._with_unit(reader.plan(source, self.options))
                self._plans[form] = reader, self._with_person(plan)
            reader, plan = self._plans[form]
        except DiaryError as error:
            self.failures.append(error)
            return
        self._files.append(ReadFile(source, reader.NAME, reader.TITLE, plan, number))

    def _with_unit(self, plan: Plan) -> Plan:
        """Say where ``--unit`` is not used: the format states its own, or has no foods."""
        unit = self.options.unit
        if unit is None or plan.columns.get("unit") == literal(unit):
            return plan
        if plan.shape in ("people", "states"):
            return plan
        return replace(plan, notes=(*plan.notes, f"--unit {unit} is not used: {_why(plan)}."))

    def _with_person(self, plan: Plan) -> Plan:
        person = self.options.choices.get("person")
        own = plan.columns.get("person_id", FILE)
        if person is None or FILE not in own:
            return plan
        return replace(plan, columns={**plan.columns, "person_id": literal(person)})

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
        self._check_carried()
        if self.has_days:
            totals = [g for g in self._groups if g.plan.shape in ("days", "habitual")]
            day_totals.collect(self.connection, totals)

    def _check_carried(self) -> None:
        """Refuse diaries that state different minerals: the lesser would lose what it lacks.

        The error's ``sets`` are places of files that can be read together; a batch does so.
        """
        stated: dict[tuple[str, ...], list[ReadFile]] = {}
        foods = [f for f in self._files if f.plan.shape == "diary" and f.plan.part != "supplement"]
        taken = [f for f in self._files if f.plan.shape == "diary" and f.plan.part == "supplement"]
        for file in foods:
            stated.setdefault(self._stated(file), []).append(file)
        for file in taken:
            # What supplements lack is never looked up: it is unknown beside any foods.
            if any(not set(self._stated(file)) <= set(own) for own in stated):
                stated.setdefault(self._stated(file), []).append(file)
        if len(stated) < 2:  # noqa: PLR2004 - one is as it should be
            return
        first, *others = ([file.number for file in files] for files in stated.values())
        listed = {number for numbers in others for number in numbers}
        first = [n for n in range(self._count_given) if n not in listed]
        apart = all(any(f in foods for f in files) for files in stated.values())
        averages = any(f.plan.shape == "habitual" for f in self._files)
        names = [files[0].source.name for files in stated.values()]
        raise DiaryError(
            f"{' and '.join(names[:3])} state different nutrients, so one would be looked up and "
            "the other not.",
            hint="Run them apart, or add --recompute to compute both from the foods.",
            files=names,
            **({"sets": [first, *others]} if apart and not averages else {}),
        )

    def _stated(self, file: ReadFile) -> tuple[str, ...]:
        own = carried_columns(list(file.plan.columns), recompute=self.options.recompute)
        minerals = tuple(n for n in own if n in MINERALS)
        return own if needs_foods(own) and len(own) > len(minerals) else minerals

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
        if self.has_states and not alone:
            self.find_days_without_foods(table)
            states.mark(self.connection, table)
        if not self.has_days:
            return 0
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
        return self._count("reason IS NULL AND mgca_drop IS NULL")

    def find_days_without_foods(self, table: str) -> None:
        """Keep for the report which days a summary tells of that ``table`` lacks."""
        self._lacking = states.without_foods(self.connection, table)

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
        """Return, by file, the lines that the CSV parser did not give as rows."""
        lost: dict[str, list[int]] = {}
        for file in self._files:
            for line, _ in file.source.set_aside:
                lost.setdefault(file.source.name, []).append(line)
        for group in self._groups:
            for name, line, *_ in parse_errors(self.connection, group):
                lost.setdefault(name, []).append(line)
        return {name: sorted(lines) for name, lines in lost.items()}

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

    def learn_amount_words(self) -> int:
        """Read amounts that are no plain number ('1/2', '1-2') once each.

        Returns:
            How many were understood; the typed relation then knows them.
        """
        from foods.quantity import parse_amount  # only for files that need it

        relation = self.typed()
        texts = self.connection.sql(
            "SELECT DISTINCT amount_text FROM relation "
            "WHERE amount IS NULL AND amount_text IS NOT NULL "
            f"LIMIT {MAX_AMOUNT_WORDS}"
        ).fetchall()
        learned = []
        for (words,) in texts:
            try:
                learned.append((words, *parse_amount(words)))
            except ValueError:
                continue
        if not learned:
            return 0
        self.connection.execute(
            "CREATE OR REPLACE TABLE amount_words "
            "(text VARCHAR, amount DOUBLE, low DOUBLE, high DOUBLE)"
        )
        self.connection.executemany("INSERT INTO amount_words VALUES (?, ?, ?, ?)", learned)
        self.words_learned = True
        self._audited = False
        del relation
        return len(learned)

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

    def rejects(self) -> list[dict[str, Any]]:
        """Return the rows that could not be read, with reason and raw text.

        Call it after a whole scan of `typed`; it scans once more if a row had a reason.
        """
        found: list[dict[str, Any]] = [
            _reject(e.fields.get("file", ""), None, str(e), "") for e in self.failures
        ]
        lost = self._lost()
        for file in self._files:
            for line, text in file.source.set_aside:
                found.append(_reject(file.source.name, line, STRAY, text))
        for group in self._groups:
            for name, line, kind, raw, message in parse_errors(self.connection, group):
                found.append(_reject(name, line, parse_reason(kind, message, raw), raw))
        for name, row, reason, raw in self._rejected_rows():
            found.append(_reject(name, line_of(row, lost.get(name, [])), reason, raw))
        return sorted(found, key=lambda r: (r["source_file"], r["source_row"] or 0))

    def _rejected_rows(self) -> list[tuple[str, int, str, str]]:
        columns = "source_file, source_row, reason, raw"
        rows: list[tuple[str, int, str, str]] = []
        if self.has_diary:
            relation = self.typed(rows=True)
            rows += self.connection.sql(
                f"SELECT {columns} FROM relation WHERE reason IS NOT NULL"
            ).fetchall()
            del relation
        if self.has_days:
            rows += self.connection.sql(
                f"SELECT {columns} FROM {day_totals.ROWS} WHERE reason IS NOT NULL"
            ).fetchall()
        return rows

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
                lacking=self._lacking.get(file.number, ()),
                unread=odd.get(file.source.name, ()),
            )
            for file in self._files
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


def _why(plan: Plan) -> str:
    return "the format has its own units" if plan.shape == "diary" else "the file has no foods"


def _reject(file: str, row: int | None, reason: str, raw: str) -> dict[str, Any]:
    return {"source_file": file, "source_row": row, "reason": reason, "raw": raw}


__all__ = ["Reading", "connect"]
