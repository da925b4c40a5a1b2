"""Batch on Dask workers: one task a file or block runs the very same totals; parts are merged."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Self

from foods.errors import DiaryError, MgcaError
from nutrition.factors import Answers, asked_of, question
from nutrition.readers import Options
from nutrition.reading import reports
from nutrition.reading.day_totals import combined, in_one_schema
from nutrition.reading.files import Reading, connect
from nutrition.reading.reports import ROWS_SHOWN
from nutrition.several import check_apart
from nutrition.totals import Totals

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.batch import Job

BLOCK_BYTES = 256 << 20
"""Size of the parts that a large CSV is cut into, at line ends outside quotes."""
CHUNK_BYTES = 8 << 20
WORKERS = 2
RETRIES = 3
"""How often a part is tried again when its worker is lost."""


@dataclass(frozen=True)
class Block:
    """A file, or a run of its lines.

    Attributes:
        path: The file; every worker must see it under this path.
        name: What reports call it.
        start: First byte of the run; 0 for the whole file.
        stop: Byte after the run; None for the whole file.
        line: Rows of the file before the run, its header counted.
    """

    path: Path
    name: str
    start: int = 0
    stop: int | None = None
    line: int = 0


@dataclass(frozen=True)
class Task:
    """What every worker is told.

    Attributes:
        format: Reader; detected when None.
        options: Column mapping, unit, recompute.
        locale: ``us``, ``uk`` or ``metric``.
        foods: Folder of the food table.
        answers: Choices made before.
        memory: DuckDB memory limit of one task.
    """

    format: str | None
    options: Options
    locale: str
    foods: Path
    answers: Answers | None = None
    memory: str | None = None


@dataclass(frozen=True)
class Part:
    """What one block came to; it travels back to the caller.

    Attributes:
        days: PyArrow table of the block's days.
        rejects: Rows that could not be read, with lines of the whole file.
        settled: PyArrow table of the pairs that were looked up, or None.
        rows: Rows of each looked-up pair.
        columns: Diary columns of the block.
        report: How it was read.
        dropped: Rows that the format leaves out, by file and reason.
        value_notes: Cells that hold no number, with lines of the whole file.
        items: Rows that became items.
        day_rows: Rows that state the total of a day.
        covers: What its rows cover: ``food``, ``supplement`` or ``all``.
        says_completeness: It tells complete days from others.
        failure: Why nothing of it could be read.
    """

    days: Any = None
    rejects: list[dict[str, Any]] = field(default_factory=list)
    settled: Any = None
    rows: dict[tuple[str, str], int] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    report: list[dict[str, Any]] = field(default_factory=list)
    value_notes: list[dict[str, Any]] = field(default_factory=list)
    dropped: dict[str, dict[str, int]] = field(default_factory=dict)
    items: int = 0
    day_rows: int = 0
    covers: str = "all"
    says_completeness: bool = False
    failure: MgcaError | None = None


def blocks(
    paths: Sequence[Path], names: Sequence[str] | None = None, *, size: int = BLOCK_BYTES
) -> Iterator[Block]:
    """Cut files into blocks; packed files and Parquet stay whole.

    Args:
        paths: Diary files.
        names: What reports call them; their paths when None.
        size: Bytes a block holds at least [bytes].
    """
    for number, path in enumerate(paths):
        name = names[number] if names else str(path)
        plain = path.is_file() and path.suffix in (".csv", ".txt", ".tsv")
        if not plain or path.stat().st_size <= size:
            yield Block(path, name)
        else:
            yield from _cut(path, name, size)


def _cut(path: Path, name: str, size: int) -> Iterator[Block]:
    """Cut at line ends with an even number of quotation marks before them."""
    with path.open("rb") as file:
        header = file.readline()
        if header.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Block(path, name)
            return
        start, line, lines, quotes = len(header), 1, 1, 0
        position = start
        for row in _lines(file, min(size, CHUNK_BYTES)):
            position += len(row)
            # Between quotes a line end is text: a row's number is its place among rows.
            pieces = row.split(b'"')
            lines += sum(piece.count(b"\n") for piece in pieces[quotes % 2 :: 2])
            quotes += len(pieces) - 1
            if position - start >= size and quotes % 2 == 0:
                yield Block(path, name, start, position, line)
                start, line = position, lines
        if position > start or start == len(header):
            yield Block(path, name, start, position, line)


def _lines(file: Any, size: int) -> Iterator[bytes]:
    """Read runs of whole lines, ``size`` bytes and the rest of a line at a time."""
    while chunk := file.read(size):
        yield chunk + file.readline()


def part(block: Block, task: Task) -> Part:
    """Total one block: the task that a worker runs."""
    from foods.installed import open_folder

    with TemporaryDirectory(prefix="mgca-") as folder:
        path = written(block, Path(folder)) if block.stop is not None else block.path
        try:
            reading = Reading(
                [path],
                format=task.format,
                options=task.options,
                memory=task.memory,
                threads=1,
                names=[block.name],
            )
        except MgcaError as error:
            return Part(failure=_one_machine(block) if "people" in error.fields else error)
        with reading:
            if reading.belongs_to_others:
                return Part(failure=_one_machine(block))
            totals = Totals(
                reading, open_folder(task.foods), locale=task.locale, answers=task.answers
            )
            totals.compute()
            shift = block.line - 1 if block.stop is not None else 0
            whole = block.stop is None
            refused = totals.reject_rows(look_again=whole) if totals.rejects else []
            rejects = _shifted(refused, shift)
            return Part(
                days=totals.connection.table("days").to_arrow_table(),
                rejects=rejects,
                settled=totals.settled,
                rows=totals.rows,
                columns=totals.columns,
                report=[_lower(file, shift) for file in reading.report()],
                dropped=reading.dropped(),
                value_notes=_shifted(totals.value_notes(), shift),
                items=totals.items,
                day_rows=totals.day_rows,
                covers=reading.covers,
                says_completeness=totals.says_completeness,
            )


def _shifted(rows: list[dict[str, Any]], lines: int) -> list[dict[str, Any]]:
    """Return rows of a block with their place in the whole file."""
    return [row | {"source_row": row["source_row"] and row["source_row"] + lines} for row in rows]


def _lower(file: dict[str, Any], lines: int) -> dict[str, Any]:
    """Return a report whose lines are those of the whole file."""
    if "unread" not in file:
        return file
    odd = [one | {"first": [row + lines for row in one["first"]]} for one in file["unread"]]
    return file | {"unread": odd}


def _joined(one: Sequence[dict[str, Any]], other: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Add up the counts of two blocks by column and reason."""
    found = {(told["column"], told["reason"]): told for told in one}
    for told in other:
        known = found.get((told["column"], told["reason"]))
        found[told["column"], told["reason"]] = (
            told
            if known is None
            else known
            | {
                "rows": known["rows"] + told["rows"],
                "first": (known["first"] + told["first"])[:ROWS_SHOWN],
            }
        )
    return list(found.values())


def _added(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return {why: one.get(why, 0) + other.get(why, 0) for why in {**one, **other}}


def _one_machine(block: Block) -> MgcaError:
    return DiaryError(
        f"{block.name} belongs to other files: it holds people, an average over 30 days, or which "
        "days are complete.",
        hint="Leave out --engine dask, or give people with --people.",
        file=block.name,
    )


def written(block: Block, folder: Path) -> Path:
    """Write the header and the lines of a block to a file of its own."""
    target = folder / block.path.name
    with block.path.open("rb") as file, target.open("wb") as out:
        out.write(file.readline())
        file.seek(block.start)
        left = (block.stop or 0) - block.start
        while left and (chunk := file.read(min(CHUNK_BYTES, left))):
            out.write(chunk)
            left -= len(chunk)
    return target


class ClusterTotals:
    """The merged days of all parts; offers what `Totals` offers to the writer.

    Args:
        job: What to do; its scheduler is used, or workers of this machine.
        table: The food table; workers open the same folder.
        answers: Choices made before.
        size: Bytes of a block [bytes]; `BLOCK_BYTES` when None.

    Attributes:
        connection: The DuckDB connection that holds the table ``days`` after `compute`.
        items: Rows that became items.
        day_rows: Rows that state the total of a day.
    """

    def __init__(
        self,
        job: "Job",
        table: "FoodTable",
        answers: Answers | None = None,
        *,
        size: int | None = None,
    ) -> None:
        self.job = job
        self.table = table
        self.size = size or BLOCK_BYTES
        self.task = Task(
            job.format, job.options, job.locale, table.factors_path.parent, answers, job.memory
        )
        self.scratch = TemporaryDirectory(prefix="mgca-")
        self.connection = connect(self.scratch.name)
        self.items = 0
        self.day_rows = 0
        self._parts: list[Part] = []
        self._failures: list[MgcaError] = []

    def __enter__(self) -> Self:
        """Return the totals."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection and remove the scratch folder."""
        self.connection.close()
        self.scratch.cleanup()

    def compute(self) -> None:
        """Total every block on the workers and merge the parts.

        Raises:
            DiaryError: Dask is not installed, no scheduler answers, or no file could be read.
        """
        todo = list(blocks(self.job.paths, self.job.names, size=self.size))
        parts = _computed(todo, self.task, self.job.scheduler)
        self._parts = [one for one in parts if one.failure is None]
        self._failures = [one.failure for one in parts if one.failure is not None]
        if not self._parts:
            raise self._failures[0]
        read = [block for block, one in zip(todo, parts, strict=True) if one.failure is None]
        self._merge([block.name for block in read])

    @property
    def columns(self) -> tuple[str, ...]:
        """Diary columns of the first part."""
        return self._parts[0].columns

    @property
    def rejects(self) -> int:
        """Number of rows that could not be read."""
        return sum(len(one.rejects) for one in self._parts) + len(self._failures)

    @property
    def has_diary(self) -> bool:
        """Say whether a file holds items, not totals only."""
        return any(one.items for one in self._parts)

    @property
    def says_completeness(self) -> bool:
        """Say whether every part tells complete days from others."""
        return all(one.says_completeness for one in self._parts)

    def people(self) -> Any:
        """Return the people that the files know: none, people tables are read on one machine."""
        return None

    def reject_rows(self) -> list[dict[str, Any]]:
        """Return the rows that could not be read, in order."""
        failed = [
            {"source_file": e.fields.get("file", ""), "source_row": None, "reason": str(e)}
            for e in self._failures
        ]
        rows = [row for one in self._parts for row in one.rejects]
        return sorted(failed + rows, key=lambda r: (r["source_file"], r["source_row"] or 0))

    def value_notes(self) -> list[dict[str, Any]]:
        """Return cells of readable rows whose value is unknown because it is no number."""
        return [note for one in self._parts for note in one.value_notes]

    def report(self, rejects: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return how each file was read, with its rows that could not be."""
        found: dict[str, dict[str, Any]] = {}
        refused = reports.rejected(rejects)
        for one in self._parts:
            for file in one.report:
                known = found.setdefault(file["file"], file | {"blocks": 0, "items": 0})
                if known["blocks"]:
                    known["unread"] = _joined(known.get("unread", []), file.get("unread", []))
                known["blocks"] += 1
                known["items"] += one.items
                known["dropped"] = _added(
                    known.get("dropped", {}), one.dropped.get(file["file"], {})
                )
                known["day_rows"] = known.get("day_rows", 0) + one.day_rows
        for name, file in list(found.items()):
            file["rejects"] = sum(1 for row in rejects if row["source_file"] == file["file"])
            file["rejected"] = refused.get(file["file"], {})
            lines = file["items"] + file["day_rows"] + file["rejects"]
            if not lines + sum(file["dropped"].values()):
                found[name] = reports.without_rows(file)
        return list(found.values()) + [reports.not_read(error) for error in self._failures]

    def questions(self) -> list[dict[str, Any]]:
        """Return what nobody has answered, most frequent first."""
        rows: dict[tuple[str, str], int] = {}
        for one in self._parts:
            for pair in asked_of(one.settled):
                if pair in one.rows:
                    rows[pair] = rows.get(pair, 0) + one.rows[pair]
        found = [
            question(key, unit, self.table, locale=self.task.locale, rows=count)
            for (key, unit), count in rows.items()
        ]
        return sorted(found, key=lambda q: (-q["rows"], q["food"], q["unit"]))

    def items_relation(self, *, rows: bool = False) -> Any:
        """Items stay on the workers.

        Raises:
            DiaryError: Always, saying what to do instead.
        """
        raise DiaryError(
            f"Items{' with their rows' if rows else ''} are not gathered from workers.",
            hint="Leave out --items, or use --engine duckdb.",
        )

    def _merge(self, names: Sequence[str]) -> None:
        import pyarrow as pa

        numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
        tables = [
            in_one_schema(one.days)
            .append_column("mgca_set", pa.repeat(pa.scalar(numbers[name]), len(one.days)))
            .append_column("mgca_whole", pa.repeat(pa.scalar(one.day_rows > 0), len(one.days)))
            for name, one in zip(names, self._parts, strict=True)
        ]
        self.connection.register("parts", pa.concat_tables(tables))
        covers = {numbers[n]: one.covers for n, one in zip(names, self._parts, strict=True)}
        parts = self.job.options.parts
        check_apart(self.connection, "parts", list(numbers), covers, parts=parts)
        self.connection.execute(f"CREATE TABLE days AS {combined('SELECT * FROM parts')}")
        self.connection.unregister("parts")
        self.items = sum(one.items for one in self._parts)
        self.day_rows = sum(one.day_rows for one in self._parts)


def _computed(todo: Sequence[Block], task: Task, scheduler: str | None) -> list[Part]:
    _quiet()
    try:
        from distributed import Client
    except ImportError as error:
        raise DiaryError(
            "Dask is not installed.", hint='Run: pip install "mgca[dask]", or leave out --engine.'
        ) from error
    with _client(Client, scheduler) as client:
        futures = [
            client.submit(part, block, task, key=_key(block), retries=RETRIES, pure=False)
            for block in todo
        ]
        return list(client.gather(futures))


def _quiet() -> None:
    """Keep Dask's own log to errors, here and in the workers that this process starts."""
    import logging
    import os

    if logging.getLogger().isEnabledFor(logging.INFO):
        return
    os.environ.setdefault("DASK_LOGGING__DISTRIBUTED", "error")
    for name in ("distributed", "distributed.worker", "distributed.nanny", "distributed.client"):
        logging.getLogger(name).setLevel(logging.ERROR)


@contextmanager
def _client(client: Any, scheduler: str | None) -> Iterator[Any]:
    if scheduler is not None:
        try:
            connection = client(scheduler, timeout="20s")
        except OSError as error:
            raise DiaryError(
                f"No Dask scheduler answers at {scheduler}.",
                hint="Start one: dask scheduler; and workers: dask worker ADDRESS.",
            ) from error
        with connection:
            yield connection
        return
    from distributed import LocalCluster

    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=WORKERS, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        client(cluster) as connection,
    ):
        yield connection


def _key(block: Block) -> str:
    import uuid

    digest = hashlib.sha256(f"{block.path}:{block.start}".encode()).hexdigest()[:12]
    return f"mgca-{digest}-{uuid.uuid4().hex[:8]}"
