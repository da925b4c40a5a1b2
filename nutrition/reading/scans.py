"""Files of one form in one scan: their rows as text columns, and the lines the parser set aside.

Files of one form (same header, same plan) are read in one scan: a thousand exports are one
query, not a union of a thousand.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from foods.errors import DiaryError
from nutrition.readers import Plan
from nutrition.readers.source import MAX_LINE_BYTES, Source, literal, quoted

FILE = "mgca_file"
"""The file's name, a column that a plan may use."""
STRAY = "a quotation mark is opened and not closed"
SWALLOWING = ("UNQUOTED VALUE", "LINE SIZE OVER MAXIMUM")
"""Kinds of parse error by which lines after the wrong one may be lost."""


@dataclass(frozen=True)
class ReadFile:
    """A file with its format.

    Attributes:
        source: The file.
        reader: Name of its reader.
        title: What people call the format.
        plan: How it is read.
        number: Its place in the call.
    """

    source: Source
    reader: str
    title: str
    plan: Plan
    number: int


@dataclass(frozen=True)
class Pack:
    """Small files put into one.

    Attributes:
        path: The one file; its first column is the number of the file that a row stood in.
        before: Rows of the pack before those of each file.
    """

    path: Path
    before: tuple[int, ...]


@dataclass(frozen=True)
class Group:
    """Files of one form, read in one scan; `number` names the tables of its parse errors."""

    files: tuple[ReadFile, ...]
    number: int
    pack: Pack | None = None

    @property
    def plan(self) -> Plan:
        """The plan that all of them share."""
        return self.files[0].plan

    @property
    def source(self) -> Source:
        """One of them, for the form."""
        return self.files[0].source


def grouped(files: Sequence[ReadFile], first: int) -> list[Group]:
    """Return the files in groups of one form, in order, numbered from ``first``."""
    forms: dict[str, list[ReadFile]] = {}
    for file in files:
        source = file.source
        signs = (source.delimiter, source.decimal_comma, source.amount_sign)
        form = (source.kind, source.header, *signs, file.plan)
        forms.setdefault(repr(form), []).append(file)
    return [Group(tuple(alike), first + i) for i, alike in enumerate(forms.values())]


def scan(group: Group, doubles: frozenset[str] = frozenset()) -> str:
    """Return the SQL that reads the group's files, with `mgca_path` if many.

    Args:
        group: The files.
        doubles: Columns that the CSV parser reads as numbers; a line that has another word there
            is set aside as a parse error. All others are text.
    """
    source = group.source
    if group.pack is not None:
        paths, many = literal(str(group.pack.path)), ""
    else:
        paths = ", ".join(literal(str(file.source.readable)) for file in group.files)
        many = ", filename='mgca_path'" if len(group.files) > 1 else ""
    if source.kind == "parquet":
        columns = ", ".join(
            f"{_unset(f'CAST({quoted(c)} AS VARCHAR)')} AS {quoted(n)}"
            for c, n in zip(source.header, source.names, strict=True)
        )
        path = ", mgca_path" if many else ""
        return f"(SELECT {columns}{path} FROM read_parquet([{paths}]{many}))"
    columns = ", ".join(
        f"{literal(name)}: '{'DOUBLE' if name in doubles else 'VARCHAR'}'"
        for name in (*(["mgca_path"] if group.pack else []), *source.names)
    )
    return (
        f"read_csv([{paths}], columns={{{columns}}}, auto_detect=false, header=true, "
        f"delim={literal(source.delimiter)}, quote='\"', escape='\"'{many}, "
        f"max_line_size={MAX_LINE_BYTES}, nullstr=['', 'NA', 'N/A'], "
        f"store_rejects=true, rejects_limit=0, rejects_table='lines_{group.number}', "
        f"rejects_scan='scans_{group.number}')"
    )


def raw_rows(
    group: Group,
    *,
    rows: bool = False,
    named: bool = False,
    doubles: frozenset[str] = frozenset(),
) -> str:
    """Return the SQL of the group's text columns.

    Args:
        group: The files.
        rows: Add `mgca_row`, the row's place in its file.
        named: Add `mgca_file` and `mgca_number`, the file's name and place.
        doubles: Columns read as numbers.
    """
    named = named or rows or FILE in str(group.plan.columns) or not _has_person(group.plan)
    count = ", row_number() OVER () AS mgca_row" if rows else ""
    if len(group.files) == 1:
        file = group.files[0]
        name = f", {literal(file.source.name)} AS {FILE}, {file.number} AS mgca_number"
        return f"SELECT *{name if named else ''}{count} FROM {scan(group, doubles)}"
    if not named:
        return f"SELECT * FROM {scan(group, doubles)}"
    inner = f"SELECT *{count} FROM {scan(group, doubles)}"
    if rows:
        place = "mgca_row - min(mgca_row) OVER (PARTITION BY mgca_path) + 1"
        inner = f"SELECT * REPLACE ({place} AS mgca_row) FROM ({inner})"
    return (
        f"SELECT rows_.*, names_.name AS {FILE}, names_.number AS mgca_number "
        f"FROM ({inner}) AS rows_ LEFT JOIN files_{group.number} AS names_ "
        "ON rows_.mgca_path = names_.path"
    )


def path_of(group: Group, file: ReadFile) -> str:
    """Return what the scan of a group calls one of its files."""
    return str(file.number if group.pack is not None else file.source.readable)


def name_files(connection: duckdb.DuckDBPyConnection, group: Group) -> None:
    """Write the names of a group of several files to the table that `raw_rows` joins."""
    if len(group.files) == 1:
        return
    rows = ", ".join(
        f"({literal(path_of(group, f))}, {literal(f.source.name)}, {f.number})" for f in group.files
    )
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE files_{group.number} AS "
        f"SELECT * FROM (VALUES {rows}) AS t(path, name, number)"
    )


def _has_person(plan: Plan) -> bool:
    return "person_id" in plan.columns


def _unset(sql: str) -> str:
    return f"CASE WHEN {sql} NOT IN ('', 'NA', 'N/A') THEN {sql} END"


def parse_errors(
    connection: duckdb.DuckDBPyConnection, group: Group
) -> list[tuple[str, int, str, str, str]]:
    """Return file, line, kind, text and message of lines that the CSV parser set aside."""
    if group.source.kind == "parquet":
        return []
    table = f"lines_{group.number}"
    exists = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE table_name = ?", [table]
    ).fetchall()
    if exists == [(0,)]:
        return []
    found = connection.execute(
        f"SELECT DISTINCT ON (file_path, line) file_path, line, error_type::VARCHAR, "
        f"coalesce(csv_line, ''), error_message FROM {table} "
        f"JOIN scans_{group.number} USING (scan_id, file_id) ORDER BY file_path, line"
    ).fetchall()
    by_path = {str(f.source.readable): f for f in group.files}
    return [_placed(group, by_path, *row) for row in found]


def _placed(
    group: Group,
    by_path: Mapping[str, ReadFile],
    path: str,
    line: int,
    kind: str,
    text: str,
    message: str,
) -> tuple[str, int, str, str, str]:
    """Return a line that was set aside with the name of its file and its place there."""
    file = by_path.get(path)
    if group.pack is not None:
        at = max(0, bisect_right(group.pack.before, line - 2) - 1)
        file, line = group.files[at], line - group.pack.before[at]
        text = text.removeprefix(f"{file.number}{group.source.delimiter}")
    if file is None:
        return path, line, kind, text, message
    gone = [place for place, _ in file.source.set_aside]
    return file.source.name, line_of(line - 1, gone), kind, text, message


def parse_reason(kind: str, message: str, text: str = "") -> str:
    """Return in plain words why the CSV parser set a line aside."""
    first = message.splitlines()[0] if message else kind
    known = {
        "MISSING COLUMNS": "the row has fewer cells than the header",
        "TOO MANY COLUMNS": "the row has more cells than the header",
        "UNQUOTED VALUE": STRAY
        + (f"; {text.count(chr(10)):,} lines after it went with it" if "\n" in text else ""),
        "LINE SIZE OVER MAXIMUM": f"the line is longer than {MAX_LINE_BYTES:,} bytes",
        "INVALID ENCODING": "the text is neither UTF-8 nor Latin-1",
    }
    return known.get(kind, first)


def line_of(row: int, lost: Sequence[int]) -> int:
    """Return the line of the n-th row that was parsed, where lines in ``lost`` were not."""
    line = row + 1
    for gone in lost:
        if gone <= line:
            line += 1
    return line


def connect(
    scratch: str, *, memory: str | None = None, threads: int | None = None
) -> duckdb.DuckDBPyConnection:
    """Return a private in-memory DuckDB that spills to ``scratch`` and reaches no network.

    Raises:
        DiaryError: ``memory`` is not a size.
    """
    connection = duckdb.connect(":memory:")
    connection.execute("SET autoinstall_known_extensions = false")
    connection.execute("SET temp_directory = ?", [scratch])
    # DuckDB builds its hash table on the diary instead of the factors without this.
    connection.execute("SET disabled_optimizers = 'build_side_probe_side,join_order'")
    connection.execute("SET enable_progress_bar = false")
    if threads is not None:
        connection.execute("SET threads = ?", [threads])
    if memory is not None:
        try:
            connection.execute("SET memory_limit = ?", [memory])
        except duckdb.Error as error:
            connection.close()
            raise DiaryError(
                f"{memory!r} is not an amount of memory.", hint="Write it as 1GB or 600MB."
            ) from error
    return connection
