"""A folder of results that is swapped in whole: the old one stands until the new one does.

The steps are renames, so a run that is killed at any moment leaves the complete old folder or
the complete new one after the next `recover`. A folder without our mark is never touched.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from foods.errors import MgcaError

RUN_FILE = "run.json"
PROGRAM = "mgca"
_DRAFT_MARK = ".mgca-draft"


class OutputError(MgcaError, OSError):
    """A folder that results cannot be written to."""


def is_ours(folder: Path) -> bool:
    """Say whether ``folder`` holds the results of a complete run of this program."""
    try:
        run = json.loads((folder / RUN_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(run, dict) and run.get("program") == PROGRAM


def recover(out: Path) -> None:
    """Finish or undo a swap that was cut short, and clear away its remains."""
    draft, previous = _draft(out), _previous(out)
    if is_ours(draft):
        (draft / _DRAFT_MARK).unlink(missing_ok=True)
        if not previous.exists() or is_ours(previous):
            _swap(draft, out)
    elif draft.is_dir() and ((draft / _DRAFT_MARK).exists() or not any(draft.iterdir())):
        _discard(draft, _DRAFT_MARK)
    if previous.is_dir() and not any(previous.iterdir()):
        previous.rmdir()
    if not out.exists() and is_ours(previous):
        previous.rename(out)
    if is_ours(out) and is_ours(previous):
        _discard(previous, RUN_FILE)


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give a draft folder to write into; on success it takes the place of ``out``.

    Args:
        out: The folder that results go to; made when missing.

    Yields:
        The draft folder. `finish` must have written ``run.json`` into it, last of all.

    Raises:
        OutputError: ``out`` is a file, or a folder that is not empty and not ours.
    """
    recover(out)
    check(out)
    draft = _draft(out)
    if draft.exists():
        raise OutputError(
            f"{draft} is in the way and not ours.", hint="Move it, or choose another --out."
        )
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
    _swap(draft, out)


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
    text = json.dumps({"program": PROGRAM, **run}, indent=2, ensure_ascii=False, default=str)
    pending = draft / f"{RUN_FILE}.pending"
    with pending.open("w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    pending.rename(draft / RUN_FILE)
    (draft / _DRAFT_MARK).unlink()


def _swap(draft: Path, out: Path) -> None:
    check(out)
    previous = _previous(out)
    if previous.exists():
        if not is_ours(previous):
            raise OutputError(
                f"{previous} is in the way and not ours.", hint="Move it, or choose another --out."
            )
        _discard(previous, RUN_FILE)
    if out.exists():
        if any(out.iterdir()):
            out.rename(previous)
        else:
            out.rmdir()
    draft.rename(out)
    if previous.exists():
        _discard(previous, RUN_FILE)


def _discard(folder: Path, mark: str) -> None:
    """Remove a folder of ours, its mark last: cut short, it is still known as ours."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != mark:
            path.unlink()
    (folder / mark).unlink(missing_ok=True)
    folder.rmdir()


def _draft(out: Path) -> Path:
    return out.with_name(out.name + ".new")


def _previous(out: Path) -> Path:
    return out.with_name(out.name + ".previous")
