"""Open a file: compression, encoding, delimiter, header; refuse what is not a table."""

import csv
import gzip
import io
import mmap
import re
import unicodedata
import zipfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import IO, cast

from foods.errors import DiaryError
from nutrition.readers.quotes import runs_over, without_strays

HEAD_BYTES = 1 << 20
"""How much of a file is looked at to learn its form; a header longer than this is refused."""
MAX_LINE_BYTES = 1 << 21
GIANT_BYTES = 8 << 20
"""A run of so many bytes without a line end is looked for: the CSV parser drops such lines."""
WHOLE_CHECK_BYTES = 64 << 20
"""Up to this size the whole file is checked for its encoding before it is read."""
MOST_NULS = 64
"""More zero bytes than this are no damage: the file is no text."""
DELIMITERS = ",;\t|"
THOUSAND_DIGITS = 3


@dataclass(frozen=True)
class Source:
    """A table on disk, ready for a reader.

    Attributes:
        path: The file that the user named.
        readable: The file to read: the same, or a temporary UTF-8 copy.
        name: The path as the user gave it, for reports and as a default person.
        kind: ``csv`` or ``parquet``.
        header: Column names, trimmed, in file order.
        delimiter: One character; empty for Parquet.
        decimal_comma: Numbers are written ``1,5``.
        amount_sign: Decimal sign that the amounts prove, ``both`` where they contradict each
            other; empty where nothing is proven.
        set_aside: Place among the rows and text of lines with a stray quotation mark, which
            ``readable`` does not hold.
    """

    path: Path
    readable: Path
    name: str
    kind: str
    header: tuple[str, ...]
    delimiter: str = ""
    decimal_comma: bool = False
    amount_sign: str = ""
    set_aside: tuple[tuple[int, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Column names made distinct for SQL, which is blind to case."""
        seen: dict[str, int] = {}
        names = []
        for number, column in enumerate(self.header, start=1):
            name = column or f"column {number}"
            seen[name.lower()] = seen.get(name.lower(), 0) + 1
            count = seen[name.lower()]
            names.append(name if count == 1 else f"{name} ({count})")
        return tuple(names)

    def column(self, name: str) -> str:
        """Return the SQL name of the file's column ``name``, upper and lower case told apart."""
        return quoted(self.names[self.header.index(name)])

    def find(self, *names: str) -> str | None:
        """Return the SQL name of the first of ``names`` that the file has.

        The exact spelling goes before one that differs in case, blanks, punctuation or the
        encoding of µ.

        Raises:
            DiaryError: The file has two columns of that name.
        """
        for name in names:
            matches = [i for i, column in enumerate(self.header) if column == name]
            if not matches:
                wanted = plain_name(name)
                matches = [i for i, c in enumerate(self.header) if plain_name(c) == wanted]
            if len(matches) > 1:
                raise DiaryError(
                    f"{self.name} has {len(matches)} columns named {name!r}.",
                    hint="Rename one of them in the file.",
                    file=self.name,
                    column=name,
                )
            if matches:
                return quoted(self.names[matches[0]])
        return None

    def need(self, title: str, **wanted: tuple[str, ...]) -> dict[str, str]:
        """Return the SQL names of columns that a format cannot do without.

        Args:
            title: The format, for the error.
            **wanted: Diary column → the names that the format gives it.

        Raises:
            DiaryError: All that are missing, at once.
        """
        found = {house: self.find(*names) for house, names in wanted.items()}
        missing = [wanted[house][0] for house, sql in found.items() if sql is None]
        if missing:
            raise DiaryError(
                f"{self.name} looks like {title}, but has no column {', '.join(missing)}.",
                hint=(
                    "Export it again with all columns, or say which column is which with "
                    f"--columns. It has: {', '.join(self.header[:40])}."
                ),
                file=self.name,
                missing=missing,
            )
        return {house: sql for house, sql in found.items() if sql is not None}


@lru_cache(maxsize=4096)
def plain_name(column: str) -> str:
    """Return a column name without what programs change on the way: case, blanks, marks, µ."""
    folded = unicodedata.normalize("NFKC", column).casefold().replace("âμ", "μ")
    return "".join(letter for letter in folded if letter.isalnum())


def quoted(column: str) -> str:
    """Return a column name as SQL, whatever characters it holds."""
    return '"' + column.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return a text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def open_source(path: Path, scratch: TemporaryDirectory[str], name: str | None = None) -> Source:
    """Learn the form of ``path`` from its first bytes.

    Args:
        path: CSV (also ``.gz``, ``.zip`` with one table), Parquet or SAS transport (``.xpt``).
        scratch: Where an unpacked or re-encoded copy may be written.
        name: What to call the file in reports; the path as given when None.

    Returns:
        The source, with a UTF-8 file to read.

    Raises:
        DiaryError: The file is missing, empty, binary, or has no readable header.
    """
    name = name or str(path)
    if not path.is_file():
        raise DiaryError(
            f"{name}: no such file." if not path.exists() else f"{name} is not a file.",
            hint="Give the path of a CSV or Parquet file.",
            file=name,
        )
    if path.suffix.lower() == ".parquet":
        return Source(path, path, name, "parquet", _parquet_header(path, name))
    if path.suffix.lower() == ".xpt":
        from nutrition.readers.transport import as_parquet

        table = as_parquet(path, _fresh(Path(scratch.name), f"{path.stem}.parquet"), name)
        return Source(path, table, name, "parquet", _parquet_header(table, name))
    readable = _unpacked(path, Path(scratch.name), name)
    head = _head(readable)
    _refuse_what_is_no_table(head, name)
    if _has_giant_line(readable):
        readable = _with_giant_lines_cut(readable, Path(scratch.name))
    encoding = _encoding(readable, head)
    if encoding != "utf-8":
        readable = _as_utf8(readable, encoding, Path(scratch.name))
        head = _head(readable)
    if readable.stat().st_size <= WHOLE_CHECK_BYTES and _has_old_line_ends(readable.read_bytes()):
        readable = _with_new_line_ends(readable, Path(scratch.name))
        head = _head(readable)
    text = head.decode("utf-8-sig", errors="ignore")
    delimiter, header = _header(text, name)
    source = Source(
        path,
        readable,
        name,
        "csv",
        header,
        delimiter,
        decimal_comma=_has_decimal_commas(text, delimiter),
    )
    small = readable.stat().st_size <= WHOLE_CHECK_BYTES
    return mended(source, scratch) if small and runs_over(readable.read_bytes()) else source


def mended(source: Source, scratch: TemporaryDirectory[str]) -> Source:
    """Return ``source`` without the lines that open a quotation mark and never close it."""
    target = _fresh(Path(scratch.name), f"{source.readable.name}.mended")
    strays = without_strays(source.readable, target, source.delimiter, len(source.header))
    return replace(source, readable=target, set_aside=strays) if strays else source


def as_latin1(source: Source, scratch: TemporaryDirectory[str]) -> Source:
    """Return ``source`` re-encoded from Latin-1: for files whose odd byte stands far down."""
    return replace(source, readable=_as_utf8(source.readable, "cp1252", Path(scratch.name)))


def _parquet_header(path: Path, name: str) -> tuple[str, ...]:
    import pyarrow.parquet as pq  # only for Parquet
    from pyarrow import ArrowInvalid

    try:
        return tuple(pq.read_schema(path).names)
    except (ArrowInvalid, OSError) as error:
        raise DiaryError(
            f"{name} is not a Parquet file: {error}.",
            hint="Export it again, or give a CSV file.",
            file=name,
        ) from error


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def _unpacked(path: Path, scratch: Path, name: str) -> Path:
    if path.suffix.lower() == ".gz":
        return _copied(cast("IO[bytes]", gzip.open(path)), _fresh(scratch, path.stem), name)
    if path.suffix.lower() != ".zip":
        return path
    try:
        archive = zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise DiaryError(
            f"{name} is not a zip archive.", hint="Unpack it and give the CSV.", file=name
        ) from error
    with archive:
        tables = [
            i
            for i in archive.infolist()
            if i.filename.lower().endswith((".csv", ".txt"))
            and not i.filename.startswith("__MACOSX")
        ]
        # A readme beside the one table is no second one.
        tables = [i for i in tables if i.filename.lower().endswith(".csv")] or tables
        if len(tables) != 1:
            listed = ", ".join(i.filename for i in tables[:5]) + (", …" if len(tables) > 5 else "")  # noqa: PLR2004 - enough to see
            raise DiaryError(
                f"{name} holds {len(tables)} tables: {listed}."
                if tables
                else f"{name} holds no CSV file.",
                hint="Unpack it and give the files that belong together: foods or totals of the "
                "same days, not both."
                if tables
                else "Pack the CSV, or give it as it is.",
                file=name,
            )
        target = _fresh(scratch, Path(tables[0].filename).name)
        return _copied(archive.open(tables[0]), target, name)


def _fresh(scratch: Path, name: str) -> Path:
    """Return a path of its own: files of two folders may share a name."""
    return Path(mkdtemp(dir=scratch)) / name


def _copied(file: IO[bytes], target: Path, name: str) -> Path:
    import shutil  # only for packed files

    try:
        with file, target.open("wb") as out:
            shutil.copyfileobj(file, out)
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        raise DiaryError(
            f"{name} cannot be unpacked: {error}.", hint="Download or export it again.", file=name
        ) from error
    return target


def _refuse_what_is_no_table(head: bytes, name: str) -> None:
    if not head.strip():
        raise DiaryError(
            f"{name} is empty.",
            hint="Export the diary again: the first line must hold the column names.",
            file=name,
        )
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in head and not wide:
        first = head.index(b"\0")
        before = head[:first].count(b"\n")
        if before and head.count(b"\0") <= MOST_NULS and b"\x01" not in head:
            raise DiaryError(
                f"{name}, line {before + 1} holds a NUL byte: the line is damaged.",
                hint="Mend or delete that line, or export the diary again.",
                file=name,
                line=before + 1,
            )
        raise DiaryError(
            f"{name} is a binary file, not a table of text.",
            hint="Save the spreadsheet as CSV and give that file.",
            file=name,
        )
    if len(head) == HEAD_BYTES and b"\n" not in head and b"\r" not in head:
        raise DiaryError(
            f"{name} has a first line of more than {HEAD_BYTES:,} bytes.",
            hint="The first line must hold the column names, one row a line after it.",
            file=name,
        )


def _has_giant_line(path: Path) -> bool:
    """Look for a window without a line end: a line beyond the CSV parser's own buffer."""
    size = path.stat().st_size
    if size < 2 * GIANT_BYTES:
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        windows = range(0, size - GIANT_BYTES, GIANT_BYTES)
        return any(data.find(b"\n", at, at + GIANT_BYTES) < 0 for at in windows)


def _with_giant_lines_cut(path: Path, scratch: Path) -> Path:
    """Cut lines that the parser would lose without a word, so that it sets them aside."""
    target = scratch / f"{path.name}.cut"
    limit = MAX_LINE_BYTES + HEAD_BYTES
    with path.open("rb") as file, target.open("wb") as out:
        while line := file.readline(limit):
            out.write(line)
            if len(line) == limit and not line.endswith(b"\n"):
                out.write(b"\n")
                while (rest := file.readline(limit)) and not rest.endswith(b"\n"):
                    pass
    return target


def _has_old_line_ends(data: bytes) -> bool:
    """Say whether lines end in carriage returns, or in one way and another: it stops the parser."""
    if b"\r" not in data:
        return False
    both = data.count(b"\r\n")
    return both != data.count(b"\r") or both != data.count(b"\n")


def _with_new_line_ends(path: Path, scratch: Path) -> Path:
    target = _fresh(scratch, path.name)
    data = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    target.write_bytes(data)
    return target


def _encoding(path: Path, head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    small = path.stat().st_size <= WHOLE_CHECK_BYTES
    data = path.read_bytes() if small else head[: head.rfind(b"\n") + 1]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _as_utf8(path: Path, encoding: str, scratch: Path) -> Path:
    target = _fresh(scratch, f"{path.name}.utf8")
    with target.open("w", encoding="utf-8", newline="") as out:
        if encoding == "utf-16":
            with path.open(encoding=encoding, newline="") as text:
                out.writelines(text)
        else:
            with path.open("rb") as raw:
                while chunk := raw.read(HEAD_BYTES):
                    out.write(chunk.decode(encoding, errors="replace"))
    return target


def _header(text: str, name: str) -> tuple[str, tuple[str, ...]]:
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    delimiter = max(DELIMITERS, key=lambda d: _fields(first, d))
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        header = tuple(cell.strip() for cell in next(row for row in reader if row))
    except (csv.Error, StopIteration) as error:
        raise DiaryError(
            f"{name}: the first line cannot be read as column names.",
            hint="Save the file as CSV with the column names in its first line.",
            file=name,
        ) from error
    return delimiter, header


def _fields(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return 0


def _has_decimal_commas(text: str, delimiter: str) -> bool:
    """Say whether numbers are written 1,5: in a comma-separated file that takes quotes around."""
    if not re.search(r'"\s*\d+,\d+\s*"' if delimiter == "," else r"\d,\d", text):
        return False
    rows = csv.reader(io.StringIO(text.rpartition("\n")[0]), delimiter=delimiter)
    next(rows, None)
    try:
        cells = [cell.strip() for _, row in zip(range(200), rows, strict=False) for cell in row]
    except csv.Error:
        return False
    commas = [n for n in cells if n.count(",") == 1 and n.replace(",", "").isdigit()]
    points = [n for n in cells if n.count(".") == 1 and n.replace(".", "").isdigit()]
    if delimiter == ",":
        # "1,012" is a thousand and twelve where nothing says otherwise.
        commas = [n for n in commas if len(n.partition(",")[2]) != THOUSAND_DIGITS]
    return len(commas) > len(points)
