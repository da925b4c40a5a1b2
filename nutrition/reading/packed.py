"""Many small files of one form, put into one: opening a file costs more than reading it.

Each line is given the number of its file as a first cell. A file with anything that could shift
a line (a quotation mark out of place, blank lines, old line ends) stays as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from tempfile import mkdtemp

from nutrition.reading.scans import Group, Pack, ReadFile

LEAST_FILES = 8
MOST_BYTES = 1 << 20
"""A larger file is read where it lies [bytes]."""
QUOTE = b'"'


@dataclass
class Packer:
    """Puts files together once, however often they are grouped.

    Attributes:
        folder: Where the packs are written.
    """

    folder: str

    def __post_init__(self) -> None:
        self._made: dict[tuple[Path, ...], tuple[Pack, list[ReadFile], list[ReadFile]]] = {}

    def groups(self, groups: Sequence[Group]) -> list[Group]:
        """Return the groups, those of many small files packed; numbers stay distinct."""
        out: list[Group] = []
        free = max((group.number for group in groups), default=0) + 1
        for group in groups:
            if not _may_pack(group):
                out.append(group)
                continue
            pack, inside, outside = self._packed(group)
            if len(inside) < LEAST_FILES:
                out.append(group)
                continue
            out.append(Group(tuple(inside), group.number, pack))
            if outside:
                out.append(Group(tuple(outside), free))
                free += 1
        return out

    def _packed(self, group: Group) -> tuple[Pack, list[ReadFile], list[ReadFile]]:
        key = tuple(file.source.readable for file in group.files)
        if key not in self._made:
            self._made[key] = _written(group, Path(mkdtemp(dir=self.folder)) / "pack.csv")
        return self._made[key]


def _may_pack(group: Group) -> bool:
    source = group.source
    small = sum(file.source.readable.stat().st_size <= MOST_BYTES for file in group.files)
    return source.kind == "csv" and small >= LEAST_FILES and len(source.header) > 1


def _written(group: Group, path: Path) -> tuple[Pack, list[ReadFile], list[ReadFile]]:
    mark = group.source.delimiter.encode()
    inside: list[ReadFile] = []
    outside: list[ReadFile] = []
    rows: list[int] = []
    with path.open("wb") as out:
        out.write(b"mgca_path" + mark + mark.join([b"x"] * len(group.source.header)) + b"\n")
        for file in group.files:
            body = _body(file, mark)
            if body is None:
                outside.append(file)
                continue
            text, count = body
            out.write(text)
            inside.append(file)
            rows.append(count)
    before = [0, *accumulate(rows)][: len(inside)]
    return Pack(path, tuple(before)), inside, outside


def _body(file: ReadFile, mark: bytes) -> tuple[bytes, int] | None:
    """Return the rows of a file with its number before each, and how many; None if in doubt."""
    path = file.source.readable
    if path.stat().st_size > MOST_BYTES:
        return None
    data = path.read_bytes().replace(b"\r\n", b"\n")
    header, _, body = data.partition(b"\n")
    pieces = body.split(QUOTE)
    odd = header.count(QUOTE) % 2 or len(pieces) % 2 == 0
    if odd or b"\r" in data or b"\0" in data or not _orderly(pieces, mark):
        return None
    prefix = str(file.number).encode() + mark
    count = 0
    for at in range(0, len(pieces), 2):
        count += pieces[at].count(b"\n")
        pieces[at] = pieces[at].replace(b"\n", b"\n" + prefix)
    if not body:
        return b"", 0
    text = prefix + QUOTE.join(pieces)
    if body.endswith(b"\n"):
        return text[: -len(prefix)], count
    return text + b"\n", count + 1


def _orderly(pieces: Sequence[bytes], mark: bytes) -> bool:
    """Say whether each quotation mark stands at the edge of a cell, and no line is blank."""
    edges = (mark, b"\n")
    last = len(pieces) - 1
    for at in range(0, len(pieces), 2):
        piece = pieces[at]
        if b"\n\n" in piece or (at == 0 and piece.startswith(b"\n")):
            return False
        if piece and ((at and piece[:1] not in edges) or (at < last and piece[-1:] not in edges)):
            return False
    return True
