"""A folder of results that is swapped in whole: the old one stands until the new one does.

The steps are renames, so a run that is killed at any moment leaves the complete old folder or
the complete new one after the next `recover`. A folder without our mark is never touched, and
what somebody else put into a folder of ours, or changed there, goes along into the new one.
"""

import json
import logging
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from foods.errors import MgcaError
from nutrition import carried_over
from nutrition.output_columns import TABLES

log = logging.getLogger(__name__)

RUN_FILE = "run.json"
PROGRAM = "mgca"
WRITTEN = "outputs"
_DRAFT_MARK = ".mgca-draft"
_RUNS_OWN = frozenset({RUN_FILE, f"{RUN_FILE}.pending", _DRAFT_MARK})


class OutputError(MgcaError, OSError):
    """A folder that results cannot be written to."""


def is_ours(folder: Path) -> bool:
    """Say whether ``folder`` holds the results of a complete run of this program."""
    return _record(folder).get("program") == PROGRAM


def _record(folder: Path) -> dict[str, Any]:
    try:
        run = json.loads((folder / RUN_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return run if isinstance(run, dict) else {}


def prepare(out: Path) -> None:
    """Mend a swap that was cut short and refuse what a run could not end with: before it begins.

    Raises:
        OutputError: ``out`` or a folder beside it, which the swap needs, is not ours.
    """
    check(out)
    recover(out)
    real = out.resolve()
    for beside in (_draft(real), _previous(real)):
        if beside.exists() or beside.is_symlink():
            raise _in_the_way(beside)


def recover(out: Path) -> None:
    """Finish or undo a swap that was cut short, and clear away its remains."""
    out = out.resolve()
    draft, previous = _draft(out), _previous(out)
    for beside in (draft, previous):
        if beside.is_symlink():
            raise _in_the_way(beside)
    if is_ours(draft):
        (draft / _DRAFT_MARK).unlink(missing_ok=True)
        if not previous.exists() or is_ours(previous):
            _swap(draft, out)
        else:
            _discard(draft, RUN_FILE)
    elif draft.is_dir() and ((draft / _DRAFT_MARK).exists() or not any(draft.iterdir())):
        _discard(draft, _DRAFT_MARK)
    if previous.is_dir() and not any(previous.iterdir()):
        previous.rmdir()
    if not out.exists() and is_ours(previous):
        previous.rename(out)
    if is_ours(out) and is_ours(previous):
        _retire(previous, out)


@contextmanager
def replacing(out: Path, *, kept: list[str] | None = None) -> Iterator[Path]:
    """Give a draft folder to write into; on success it takes the place of ``out``.

    Args:
        out: The folder that results go to; made when missing. Where it is a symbolic link, the
            folder behind it is replaced.
        kept: Is given what of the old folder went along into the new one, in one line.

    Yields:
        The draft folder. `finish` must have written ``run.json`` into it, last of all.

    Raises:
        OutputError: ``out`` is a file, or a folder that is not empty and not ours.
    """
    prepare(out)
    real = out.resolve()
    draft = _draft(real)
    try:
        draft.mkdir(parents=True)
        (draft / _DRAFT_MARK).touch()
    except OSError as error:
        raise OutputError(
            f"{out} cannot be written: {error.strerror}.", hint="Choose another --out."
        ) from error
    try:
        yield draft
    except BaseException:
        _discard(draft, _DRAFT_MARK)
        raise
    names = _swap(draft, real)
    if names and kept is not None:
        kept.append(carried_over.said(names))


def check(out: Path) -> None:
    """Refuse a folder that is not empty and not ours.

    Raises:
        OutputError: As said.
    """
    here = Path.cwd()
    if out.resolve() == here or out.resolve() in here.parents:
        raise OutputError(
            f"{str(out) or 'An empty name'} is the folder you are in, or one above it.",
            hint="Give --out a folder of its own, such as --out results.",
        )
    if out.is_dir():
        if any(out.iterdir()) and not is_ours(out):
            raise OutputError(
                f"{out} is not empty and holds no run of mgca (no {RUN_FILE}).",
                hint="Choose another --out, or an empty folder.",
                folder=str(out),
            )
    elif out.exists():
        raise OutputError(f"{out} is a file.", hint="Give --out a folder.", folder=str(out))


def finish(draft: Path, run: dict[str, Any]) -> None:
    """Write ``run.json``, which makes the draft complete.

    Args:
        draft: The draft folder.
        run: Settings, versions, seeds and hashes of the run.
    """
    written = carried_over.marks(draft, _RUNS_OWN)
    record = {"program": PROGRAM, **run, WRITTEN: written}
    text = json.dumps(record, indent=2, ensure_ascii=False, default=str)
    pending = draft / f"{RUN_FILE}.pending"
    with pending.open("w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    pending.rename(draft / RUN_FILE)
    (draft / _DRAFT_MARK).unlink()


def _swap(draft: Path, out: Path) -> list[str]:
    """Put the draft in the place of ``out``; return what of the old folder went along."""
    check(out)
    previous = _previous(out)
    if previous.exists():
        if not is_ours(previous):
            raise _in_the_way(previous)
        _retire(previous, draft)
    names: list[str] = []
    if out.exists():
        if any(out.iterdir()):
            names = _carry(out, draft)
            shutil.copymode(out, draft)
            out.rename(previous)
        else:
            out.rmdir()
    draft.rename(out)
    if previous.exists():
        _retire(previous, out)
    return names


def _retire(old: Path, new: Path) -> None:
    """Remove a folder of ours once what is not ours in it stands in the new one."""
    names = _carry(old, new)
    if names:
        log.debug("%s", carried_over.said(names))
    _discard(old, RUN_FILE)


def _carry(old: Path, new: Path) -> list[str]:
    written = _record(old).get(WRITTEN)
    if not isinstance(written, dict):
        written = _written_before_marks(old)
    try:
        return carried_over.carry(old, new, written, _RUNS_OWN)
    except OSError as error:
        raise OutputError(
            f"{error.filename} cannot be kept: {error.strerror}; {old} stays as it was.",
            hint="Move it out of that folder and run again.",
        ) from error


def _written_before_marks(old: Path) -> dict[str, Any]:
    """Return what a run without marks wrote: tables by name, not touched since it ended."""
    ended = (old / RUN_FILE).stat().st_mtime
    stems = {*TABLES, "notes", "items"}
    paths = [old / f"{stem}{suffix}" for stem in stems for suffix in (".csv", ".parquet")]
    ours = [path for path in paths if path.is_file() and path.stat().st_mtime <= ended]
    return {path.name: carried_over.mark(path) for path in ours}


def _in_the_way(folder: Path) -> OutputError:
    return OutputError(
        f"{folder} is in the way and not ours.", hint="Move it, or choose another --out."
    )


def _discard(folder: Path, mark: str) -> None:
    """Remove a folder of ours, its mark last: cut short, it is still known as ours.

    Raises:
        OutputError: Something in it cannot be removed.
    """
    try:
        _remove(folder, mark)
    except OSError as error:
        raise OutputError(
            f"{error.filename} cannot be removed: {error.strerror}; the results beside "
            f"{folder} are complete.",
            hint=f"Remove {folder} yourself, then run again.",
        ) from error


def _remove(folder: Path, mark: str) -> None:
    folder.chmod(stat.S_IRWXU)
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            _open_up(path)
            shutil.rmtree(path)
        elif path.name != mark:
            path.unlink()
    (folder / mark).unlink(missing_ok=True)
    folder.rmdir()


def _open_up(folder: Path) -> None:
    """Let the folders of a tree be emptied, also those that were closed to writing."""
    folder.chmod(stat.S_IRWXU)
    for place, folders, _ in os.walk(folder):
        for name in folders:
            inner = Path(place, name)
            if not inner.is_symlink():
                inner.chmod(stat.S_IRWXU)


def _draft(out: Path) -> Path:
    return out.with_name(out.name + ".new")


def _previous(out: Path) -> Path:
    return out.with_name(out.name + ".previous")
