"""The file: found, checked without touching it, made whole or not at all, migrated, opened."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

from nutrition.store import migrations
from nutrition.store.errors import DamagedError, ForeignError, StoreError
from nutrition.store.schema import APPLICATION_ID, REVISION

FILE = "diary.sqlite"
WAIT = 20.0
"""How long one window waits for another to finish writing [s]."""
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_KEEP_OR_IMPORT = (
    "Open a copy that is whole, or move the file away and import your last export; "
    "the file itself was not changed."
)


def default_path() -> Path:
    """Return where the diary lies: in ``MGCA_DATA``, else in the user's data folder."""
    folder = os.environ.get("MGCA_DATA")
    if folder:
        return Path(folder).expanduser() / FILE
    from platformdirs import user_data_path  # slow to import

    return user_data_path("mgca", appauthor=False) / FILE


def open_engine(path: Path, *, owner: str, folders: Sequence[Path] = ()) -> sa.Engine:
    """Open a database, making or migrating it where needed.

    Args:
        path: The file.
        owner: Who must be known in it.
        folders: Folders of revisions beside the package's own, for tests.

    Raises:
        StoreError: It cannot be opened; a file that is not ours, damaged or newer is not
            touched.
    """
    with translated(path):
        if not path.exists():
            _make(path, folders)
        found = _check(path, folders)
        engine = _engine(path)
        try:
            if found != REVISION or folders:
                _migrate(path, folders)
            with writing(engine).begin() as connection:
                connection.exec_driver_sql(
                    "INSERT INTO owners (owner) VALUES (?) ON CONFLICT DO NOTHING", (owner,)
                )
                (pending,) = connection.exec_driver_sql("PRAGMA user_version").one()
        except BaseException:
            engine.dispose()
            raise
    if pending:  # a deletion was cut short, or another window held the file
        with suppress(StoreError):
            scrub(engine, path)
    return engine


def writing(engine: sa.Engine) -> sa.Engine:
    """Return the same engine for transactions that write: they wait their turn at the start."""
    return engine.execution_options(mgca_writes=True)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say errors of the database in words.

    Raises:
        StoreError: As said.
    """
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise _said(error.orig, path) from error
    except sa.exc.TimeoutError as error:
        raise _said(error, path) from error
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, StoreError):
            raise
        raise _said(error, path) from error


def pend_scrub(connection: sa.Connection) -> None:
    """Note, within a deletion's own transaction, that `scrub` has to follow."""
    connection.exec_driver_sql("PRAGMA user_version = 1")


def scrub(engine: sa.Engine, path: Path) -> None:
    """Write the file anew without what was deleted, and empty the write-ahead log.

    Raises:
        StoreError: Another window holds the file; what was deleted is gone from the diary, but
            bytes of it may remain in the file until it is opened next.
    """
    with translated(path), closing(engine.raw_connection()) as connection:
        cursor: Any = connection.cursor()
        try:
            cursor.execute("VACUUM")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if not busy:
                cursor.execute("PRAGMA user_version = 0")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            busy = True
        finally:
            cursor.close()
    if busy:
        raise StoreError(
            f"It is deleted, but another window holds {path.name} and bytes of it may remain.",
            hint="Close every window of mgca; they are cleared when it is opened next.",
            path=str(path),
        )


def _said(error: Any, path: Path) -> StoreError:
    text = str(error)
    for sign, kind, hint in (
        ("locked", StoreError, "Another window is writing: try again in a moment."),
        ("QueuePool", StoreError, "Too many windows are at work: try again in a moment."),
        ("is full", StoreError, "Free some space on the disk; all that was saved is still there."),
        ("readonly", StoreError, "Allow writing to the file and its folder."),
        ("malformed", DamagedError, _KEEP_OR_IMPORT),
        ("not a database", ForeignError, "Give the path of a diary made by mgca."),
    ):
        if sign in text:
            return kind(f"{path} cannot be used: {text}.", hint=hint, path=str(path))
    return StoreError(
        f"{path} cannot be used: {text}.",
        hint="See that the folder exists, is on this computer and can be written to.",
        path=str(path),
    )


def _check(path: Path, folders: Sequence[Path]) -> str | None:
    """Look whether the file is ours and whole, through read-only eyes."""
    _check_header(path)
    uri = path.resolve().as_uri() + "?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=WAIT)) as connection:
        try:
            found = migrations.revision_of(connection)
            newest = migrations.newest(folders) if folders else REVISION
            migrations.check_revision(found, newest, str(path))
            (told,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
            if any(sign in str(error) for sign in ("locked", "unable to open", "readonly")):
                raise
            raise _damaged(path, str(error)) from error
    if found is None or told != "ok":
        raise _damaged(path, "it has no tables of ours" if found is None else told)
    return found


def _check_header(path: Path) -> None:

    with path.open("rb") as file:
        header = file.read(_HEADER)
        length = os.fstat(file.fileno()).st_size
    if not header or (header.startswith(_MAGIC) and length < _HEADER):
        raise _damaged(path, "it is empty" if not header else f"only {length} bytes are left")
    if not header.startswith(_MAGIC) or header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise ForeignError(
            f"{path} is no diary of mgca. It was not touched.",
            hint="Give the path of a diary made by mgca, or of a file that does not exist yet.",
            path=str(path),
        )
    page = int.from_bytes(header[16:18], "big")
    page = 65_536 if page == 1 else page
    pages = int.from_bytes(header[28:32], "big")
    log = path.with_name(path.name + "-wal")
    # While a log stands beside it, the end of the file may still be in the log.
    if length < pages * page and not (log.exists() and log.stat().st_size):
        raise _damaged(path, f"{length:,} of {pages * page:,} bytes are left")


def _damaged(path: Path, why: str) -> DamagedError:
    return DamagedError(f"{path} is damaged: {why}.", hint=_KEEP_OR_IMPORT, path=str(path))


def _make(path: Path, folders: Sequence[Path]) -> None:
    """Make the file whole beside its place, then put it there: nobody sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with TemporaryDirectory(dir=path.parent, prefix=".mgca-new-") as folder:
        draft = Path(folder) / path.name
        draft.touch(mode=0o600)
        _migrate(draft, folders)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another window was first: its file serves
            if hasattr(os, "link"):
                os.link(draft, path)
            else:
                draft.rename(path)
    if hasattr(os, "O_DIRECTORY"):
        place = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(place)
        finally:
            os.close(place)


def _migrate(path: Path, folders: Sequence[Path]) -> None:
    """Bring the file to the newest revision in one transaction."""
    # Rebuilding a table must not cascade, so keys are checked once at the end instead.
    engine = _engine(path, keys=False, log=path.stat().st_size > 0)
    try:
        with writing(engine).begin() as connection:
            migrations.upgrade(connection, folders)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise _damaged(path, f"{len(broken)} rows refer to nothing")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    finally:
        engine.dispose()


def _engine(path: Path, *, keys: bool = True, log: bool = True) -> sa.Engine:
    uri = path.resolve().as_uri() + "?mode=rw"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False
        )
        _prepare(connection, path, keys=keys, log=log)
        return connection

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_timeout=WAIT)

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("mgca_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _prepare(connection: sqlite3.Connection, path: Path, *, keys: bool, log: bool) -> None:
    if log:
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        if mode != "wal":
            connection.close()
            raise StoreError(
                f"{path} lies where no write-ahead log can be kept (journal {mode}).",
                hint="Keep the diary on a disk of this computer: set MGCA_DATA to its folder.",
                path=str(path),
            )
    for pragma in (
        "synchronous = FULL",
        "fullfsync = ON",
        "checkpoint_fullfsync = ON",
        f"foreign_keys = {'ON' if keys else 'OFF'}",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
