"""The schema's revisions, and how a file is brought to the newest one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from nutrition.store.errors import NewerError

HERE = Path(__file__).parent


def revision_of(connection: Any) -> str | None:
    """Return the revision a database stands at; None where it has none.

    Args:
        connection: Anything with ``execute``: of sqlite3 as well.
    """
    known = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).fetchall()
    if not known:
        return None
    found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return str(found[0][0]) if found else None


def check_revision(found: str | None, newest: str, where: str) -> None:
    """Refuse a database of a later program.

    Raises:
        NewerError: As said.
    """
    if found is not None and found > newest:
        raise NewerError(
            f"{where} was written by a newer version of mgca (schema {found}; this one reads "
            f"up to {newest}). It was not touched.",
            hint="Install the newer version of mgca, or open another file.",
            path=where,
            revision=found,
        )


def newest(folders: Sequence[Path] = ()) -> str:
    """Return the newest revision there is."""
    head = _scripts(folders).get_current_head()
    return str(head)


def upgrade(connection: sa.Connection, folders: Sequence[Path] = ()) -> None:
    """Bring a database to the newest revision within the connection's transaction.

    Args:
        connection: In a transaction that is to hold all of it, or nothing.
        folders: Folders of revisions beside the package's own.
    """
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext

    scripts = _scripts(folders)

    def steps(current: Any, _: Any) -> Any:
        return scripts._upgrade_revs("head", current)  # noqa: SLF001 - as alembic's docs do

    with EnvironmentContext(Config(), scripts, fn=steps) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()


def _scripts(folders: Sequence[Path]) -> Any:
    from alembic.script import ScriptDirectory

    return ScriptDirectory(
        str(HERE), version_locations=[str(HERE / "versions"), *map(str, folders)]
    )
