"""The open diary: one engine with its pool, safe to share between threads."""

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy.exc import IntegrityError

from nutrition.store.database import default_path, open_engine, translated, writing
from nutrition.store.edits import Edit
from nutrition.store.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

LOCAL = "local"
"""The one owner there is today."""


@dataclass(frozen=True)
class Store:
    """An open diary. Every edit is saved when the function that makes it returns.

    Attributes:
        path: Its file.
        owner: Whose records are seen and written.
        engine: SQLAlchemy's engine; each transaction takes a connection of its own.
    """

    path: Path
    owner: str
    engine: "sa.Engine"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; the last one of all windows tidies the log away."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> "Iterator[sa.Connection]":
        """Give a connection that sees the diary as of one moment.

        Raises:
            StoreError: The file cannot be read.
        """
        with translated(self.path), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def editing(self, what: str, *, logged: bool = True) -> "Iterator[Edit]":
        """Give an edit: all of it is saved on leaving, or none.

        Args:
            what: A word for the undo log.
            logged: Whether it can be undone.

        Raises:
            Changed: A record moved since it was read.
            RecordError: A value cannot be kept, or stands there already.
            StoreError: The file cannot be written.
        """
        with translated(self.path):
            try:
                with writing(self.engine).begin() as connection:
                    edit = Edit(connection, self.owner, what)
                    yield edit
                    edit.finish(logged=logged)
            except IntegrityError as error:
                raise RecordError(
                    f"It cannot be kept beside what is there: {error.orig}.",
                    hint="Change the one that is there already. Nothing was written.",
                ) from error


def open_store(path: str | Path | None = None, *, owner: str = LOCAL) -> Store:
    """Open the diary, making the file where there is none and migrating an older one.

    Args:
        path: The file; `nutrition.store.default_path()` when None.
        owner: Whose records are seen and written.

    Returns:
        The open diary; close it, or use it with ``with``. One is enough for all threads.

    Raises:
        DamagedError: The file is cut short or damaged.
        ForeignError: The file is not ours.
        NewerError: A newer version of the program wrote it.
        StoreError: It cannot be opened. In every case the file is untouched.
    """
    place = default_path() if path is None else Path(path).expanduser()
    return Store(place, owner, open_engine(place, owner=owner))
