"""SQL that turns the text columns of diary files into typed Diary rows.

Files of one form (same header, same plan) are read in one scan: a thousand exports are one
query, not a union of a thousand.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from foods.errors import DiaryError
from foods.nutrients import COLUMNS
from nutrition.diary import DAY_STATES, KINDS, needs_foods
from nutrition.readers import TOTALS_WORDS, Plan
from nutrition.readers.source import MAX_LINE_BYTES, Source, literal, quoted
from nutrition.reading.numbers import number, quantity
from nutrition.reading.numbers import unread as unread_cells

TEXT = ("person_id", "day", "food", "unit", "date", "recall_no", "occasion", "food_id")
NUMBERS = ("amount_low", "amount_high", "grams", *COLUMNS)
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
        form = (source.kind, source.header, source.delimiter, source.decimal_comma, file.plan)
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


def diary_rows(
    group: Group,
    columns: Sequence[str],
    carried: Sequence[str],
    *,
    rows: bool = False,
    limit: int | None = None,
    words: bool = False,
    audit: bool = False,
    careful: bool = True,
    unread: bool = False,
) -> str:
    """Return the SQL of the group's Diary rows, each with its `reason` for being rejected.

    Args:
        group: Files of the shape ``diary``.
        columns: Diary columns that any file of the call has.
        carried: Nutrients that the files state.
        rows: Add ``source_file``, ``source_row`` and ``raw``.
        limit: At most so many rows.
        words: Amounts that are no number were learned (table ``amount_words``).
        audit: Keep the rows that the format drops, labelled in ``mgca_drop``, and add the
            file's place as ``mgca_number``.
        careful: Read every cell as text, trim it and cast it. Otherwise the CSV parser reads
            the numbers, and text is taken as it stands: for files that hold no surprise.
        unread: Add ``unread``, the cells of numbers that hold none.
    """
    plan, source = group.plan, group.source
    plainly = not (careful or rows or words or audit)
    doubles = quick(group, columns, carried) if plainly else None
    bound = f" LIMIT {limit}" if limit is not None else ""
    raw = raw_rows(group, rows=rows, named=audit, doubles=doubles or frozenset())
    as_is = doubles is not None
    inner = [f"{text(plan, house, as_is=as_is)} AS {house}" for house in _text_columns(columns)]
    if "day_state" in columns:
        inner.append(f"{one_of(plan, 'day_state', DAY_STATES, 'NULL')} AS day_state")
    if "kind" in columns:
        inner.append(f"{_kind(plan)} AS kind")
    inner += [
        f"{quantity(plan, house, source, as_is=as_is)} AS {house}"
        for house in _numbers(columns, carried)
    ]
    if unread:
        inner.append(f"{unread_cells(plan, numbers_of(plan, columns, carried), source)} AS unread")
    amount = plan.columns["amount"]
    inner.append("NULL::VARCHAR AS amount_text" if as_is else f"trim({amount}) AS amount_text")
    inner.append(f"{amount if as_is else number(amount, source)} AS amount_number")
    if rows:
        inner.append(f"mgca_row AS source_row, {FILE} AS source_file")
        cells = ", ".join(f"coalesce({quoted(c)}, '')" for c in source.names)
        inner.append(f"concat_ws({literal(source.delimiter or ',')}, {cells}) AS raw")
    where = ""
    if audit:
        inner.append(f"mgca_number, {_drop_label(plan)} AS mgca_drop")
    elif plan.drops and not as_is:
        conditions = " OR ".join(f"coalesce({drop.condition}, false)" for drop in plan.drops)
        where = f" WHERE NOT ({conditions})"
    base = f"SELECT {', '.join(inner)} FROM ({raw}{bound}){where}"
    amounts, joined, excluded = _amounts(columns, base, words=words)
    outer = f"SELECT * EXCLUDE ({excluded}), {amounts} FROM {joined}"
    reason = _unlike(columns, carried) if as_is else _reason(columns, plan)
    return f"SELECT *, {reason} AS reason FROM ({outer})"


def _numbers(columns: Sequence[str], carried: Sequence[str]) -> list[str]:
    return [h for h in NUMBERS if h in columns and (h not in COLUMNS or h in carried)]


def numbers_of(plan: Plan, columns: Sequence[str], carried: Sequence[str]) -> list[str]:
    """Return the columns of numbers, beside the amount, that a plan states and a call reads."""
    return [house for house in _numbers(columns, carried) if house in plan.columns]


def quick(group: Group, columns: Sequence[str], carried: Sequence[str]) -> frozenset[str] | None:
    """Return the columns that the CSV parser may read as numbers; None where care is needed."""
    plan, source = group.plan, group.source
    if source.kind != "csv" or source.decimal_comma or plan.amount_optional:
        return None
    if not all(drop.rare for drop in plan.drops):
        return None
    names = {quoted(name): name for name in source.names}
    wanted = _numbers(columns, carried)
    sql = [plan.columns[house] for house in ("amount", *wanted) if house in plan.columns]
    texts = {s for house, s in plan.columns.items() if house not in ("amount", *wanted)}
    if any(s not in names or s in texts for s in sql):
        return None
    return frozenset(names[s] for s in sql)


def _text_columns(columns: Sequence[str]) -> list[str]:
    return [house for house in TEXT if house in columns or house in ("person_id", "unit")]


def _amounts(columns: Sequence[str], base: str, *, words: bool) -> tuple[str, str, str]:
    if not words:
        return "amount_number AS amount", f"({base})", "amount_number"
    amounts = "coalesce(amount_number, amount_words.amount) AS amount"
    excluded = "amount_number, text, amount, low, high"
    for bound in ("low", "high"):
        own = f"amount_{bound}" in columns
        learned = f"CASE WHEN amount_number IS NULL THEN amount_words.{bound} END"
        value = f"coalesce(base.amount_{bound}, {learned})" if own else learned
        amounts += f", {value} AS amount_{bound}"
        excluded += f", amount_{bound}" if own else ""
    joined = f"({base}) AS base LEFT JOIN amount_words ON amount_text = amount_words.text"
    return amounts, joined, excluded


def _has_person(plan: Plan) -> bool:
    return "person_id" in plan.columns


def _unset(sql: str) -> str:
    return f"CASE WHEN {sql} NOT IN ('', 'NA', 'N/A') THEN {sql} END"


def _drop_label(plan: Plan) -> str:
    if not plan.drops:
        return "NULL::VARCHAR"
    cases = " ".join(f"WHEN {d.condition} THEN {literal(d.reason)}" for d in plan.drops)
    return f"CASE {cases} END"


def text(plan: Plan, house: str, *, as_is: bool = False) -> str:
    """Return the SQL of a text column; the file's name where nobody says who it is about."""
    if house in plan.columns:
        return plan.columns[house] if as_is else f"trim({plan.columns[house]})"
    return FILE if house == "person_id" else "NULL::VARCHAR"


def _kind(plan: Plan) -> str:
    """Return the SQL of the kind: food where blank, null where it is no kind."""
    if "kind" not in plan.columns:
        return "'food'::VARCHAR"
    listed = ", ".join(literal(word) for word in KINDS)
    word = f"lower(trim(coalesce({plan.columns['kind']}, '')))"
    return f"CASE WHEN {word} IN ({listed}) THEN {word} WHEN {word} = '' THEN 'food' END"


def one_of(plan: Plan, house: str, allowed: Iterable[str], otherwise: str) -> str:
    """Return the SQL of a word from a list; ``otherwise`` where it is another."""
    if house not in plan.columns:
        return f"{otherwise}::VARCHAR"
    listed = ", ".join(literal(word) for word in allowed)
    word = f"lower(trim({plan.columns[house]}))"
    return f"CASE WHEN {word} IN ({listed}) THEN {word} ELSE {otherwise} END"


def _unlike(columns: Sequence[str], carried: Sequence[str]) -> str:
    """Return the SQL that tells rows apart that the careful reading has to look at.

    A row of totals among foods that are looked up is found by its name, as a food without a factor.
    """
    food = "coalesce(food_id, food)" if "food_id" in columns else "food"
    tests = [f"{text} <> ''" for text in ("person_id", "day", food)]
    if "kind" in columns:
        tests.append("kind IS NOT NULL")
    tests += [f"({n} IS NULL OR ({n} >= 0 AND {n} < 'inf'))" for n in _numbers(columns, carried)]
    if not needs_foods(tuple(carried)):
        listed = ", ".join(map(literal, TOTALS_WORDS))
        tests.append(f"lower(trim({food})) NOT IN ({listed})")
    test = f"amount > 0 AND amount < 'inf' AND {' AND '.join(tests)}"
    return f"CASE WHEN {test} THEN NULL ELSE 'unread' END"


def _reason(columns: Sequence[str], plan: Plan) -> str:
    named = "coalesce(food_id, '') = '' AND " if "food_id" in columns else ""
    if plan.amount_optional:
        blank = ""
    else:
        words = "|".join(TOTALS_WORDS)
        blank = (
            "WHEN amount_text IS NULL OR amount_text = '' THEN "
            f"CASE WHEN regexp_matches(lower(food), '^({words})$') THEN 'a row of totals' "
            "ELSE 'amount is blank' END "
        )
    listed = ", ".join(KINDS)
    kind = f"WHEN kind IS NULL THEN 'kind is none of {listed}' " if "kind" in columns else ""
    wrong = "amount IS NULL OR NOT isfinite(amount)"
    if plan.amount_optional:
        wrong = f"coalesce(amount_text, '') <> '' AND ({wrong})"
    return (
        "CASE WHEN person_id IS NULL OR person_id = '' THEN 'person_id is blank' "
        "WHEN day IS NULL OR day = '' THEN 'day is blank' "
        f"WHEN {named}coalesce(food, '') = '' THEN 'food is blank' {blank}"
        f"WHEN {wrong} THEN concat('amount is not a number: ', amount_text[:60]) "
        "WHEN amount <= 0 THEN concat('amount is not more than zero: ', amount_text[:60]) "
        f"{kind}END"
    )


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
