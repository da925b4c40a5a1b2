"""Open a release as it was downloaded: a zip, or a folder; only what is asked for is read.

Nothing is unpacked to disk, so no name inside an archive can point anywhere.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, Self

from foods.errors import TableError

MOST_UNPACKED = 4_000_000_000
"""Bytes that all of an archive may unpack to; the largest release has a quarter of it."""
MOST_RATIO = 200
"""Tables of numbers pack to a tenth; a member that packs to less than 1/200 is no table."""
SMALL = 10_000_000
"""Members that unpack to less than this [bytes] may pack as well as they like."""


class Files:
    """The files of one release, by their bare names.

    Args:
        path: A zip archive, or a folder.

    Raises:
        TableError: There is nothing, it is no archive, it is damaged, or it unpacks to far more
            than any release holds.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._archive: zipfile.ZipFile | None = None
        if self.path.is_dir():
            self._names = {p.name: str(p) for p in sorted(self.path.iterdir()) if p.is_file()}
        elif self.path.is_file():
            self._archive = _archive(self.path)
            self._names = {
                PurePosixPath(name).name: name
                for name in self._archive.namelist()
                if not name.endswith("/") and not name.startswith("__MACOSX")
            }
        else:
            raise TableError(
                f"{self.path}: no such file or folder.",
                hint="Give the zip as it was downloaded, or the folder it was unpacked to.",
                path=str(path),
            )

    def __enter__(self) -> Self:
        """Return the files."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the archive."""
        if self._archive is not None:
            self._archive.close()

    @property
    def names(self) -> tuple[str, ...]:
        """Bare names of all files, sorted."""
        return tuple(sorted(self._names))

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def open(self, name: str) -> IO[bytes]:
        """Open one file for reading.

        Args:
            name: Its bare name.

        Raises:
            TableError: The release has no such file.
        """
        inside = self._names.get(name)
        if inside is None:
            raise TableError(
                f"{self.path} has no {name}; it has: {', '.join(self.names[:30]) or 'nothing'}.",
                hint="Is it the whole release, in CSV?",
                path=str(self.path),
                name=name,
            )
        return Path(inside).open("rb") if self._archive is None else self._archive.open(inside)

    def rows(self, name: str, *needed: str) -> Iterator[dict[str, str]]:
        """Read a CSV file with a header, UTF-8.

        Args:
            name: Its bare name.
            needed: Columns it must have.

        Yields:
            The rows as text.

        Raises:
            TableError: The file or a column is missing, or the archive is damaged.
        """
        with self.open(name) as raw, io.TextIOWrapper(raw, "utf-8-sig", newline="") as text:
            try:
                reader = csv.DictReader(text, restval="")
                missing = [column for column in needed if column not in (reader.fieldnames or ())]
                if missing:
                    raise TableError(
                        f"{name} in {self.path} lacks the columns {', '.join(missing)}; it has "
                        f"{', '.join(reader.fieldnames or ()) or 'none'}.",
                        hint="Is it an official release, unchanged?",
                        path=str(self.path),
                        missing=missing,
                    )
                yield from reader
            except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, csv.Error) as e:
                raise TableError(
                    f"{name} in {self.path} is damaged: {e}.",
                    hint="Download the release again.",
                    path=str(self.path),
                ) from e


def _archive(path: Path) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        raise TableError(
            f"{path} is no zip archive, or is cut off: {error}.",
            hint="Download the release again, as CSV.",
            path=str(path),
        ) from error
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed_hard = [
        member.filename
        for member in members
        if member.file_size > SMALL and member.file_size > MOST_RATIO * member.compress_size
    ]
    if unpacked > MOST_UNPACKED or packed_hard:
        archive.close()
        raise TableError(
            f"{path} would unpack to {unpacked:,} bytes"
            + (f" ({packed_hard[0]} packs too well for a table)." if packed_hard else "."),
            hint="No release does that: it is not unpacked. Check where the file comes from.",
            path=str(path),
            unpacked=unpacked,
        )
    return archive
