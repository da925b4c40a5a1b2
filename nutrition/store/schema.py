"""The tables in SQLAlchemy's words, made from the records; revisions must come to the same."""

from typing import Any

import sqlalchemy as sa

from nutrition.store.cells import Column, columns
from nutrition.store.kinds import TABLES, OfPerson, Record

APPLICATION_ID = 0x6D676361
"""``mgca``, in the header of every file of ours."""
REVISION = "0002"
"""The revision that this program reads and writes."""

_TYPES: dict[str, Any] = {
    "text": sa.Text,
    "json": sa.Text,
    "number": sa.Float,
    "whole": sa.Integer,
    "yes": sa.Boolean,
}
_UNIQUE = {
    "days": ("person_id", "day"),
    "screenings": ("person_id", "question"),
    "red_flags": ("person_id", "flag"),
    "frequencies": ("person_id", "filled", "food"),
    "own_foods": ("owner", "food_id"),
    "recipes": ("owner", "food_id"),
    "choices": ("owner", "name", "unit", "locale"),
    "favourites": ("owner", "food", "food_id", "unit"),
    "settings": ("owner", "key"),
}
"""What may stand only once."""

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

owners = sa.Table(
    "owners",
    metadata,
    sa.Column("owner", sa.Text, primary_key=True),
)

edits = sa.Table(
    "edits",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("owner", sa.Text, sa.ForeignKey("owners.owner"), nullable=False),
    sa.Column("person_id", sa.Integer),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("changes", sa.Text, nullable=False),
    sa.Column("undoes", sa.Integer),
    sa.Column("undone", sa.Boolean, nullable=False),
    sa.Index("ix_edits_owner", "owner", "person_id"),
    sqlite_autoincrement=True,
)
"""The undo log: what every edit did, rows before and after as JSON."""


def _table(name: str, kind: type[Record]) -> sa.Table:
    extra: list[Any] = []
    if name in _UNIQUE:
        extra.append(sa.UniqueConstraint(*_UNIQUE[name]))
    if name == "entries":
        extra.append(sa.Index("ix_entries_person_day", "person_id", "day"))
    elif name == "persons":
        only_one = sa.text("kind = 'self'")
        extra.append(sa.Index("uq_persons_self", "owner", unique=True, sqlite_where=only_one))
    elif issubclass(kind, OfPerson):
        extra.append(sa.Index(f"ix_{name}_person", "person_id"))
    return sa.Table(
        name,
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("owner", sa.Text, sa.ForeignKey("owners.owner"), nullable=False, index=True),
        sa.Column("version", sa.Integer, nullable=False),
        *(_column(column) for column in columns(kind)),
        *extra,
        sqlite_autoincrement=True,
    )


def _column(column: Column) -> "sa.Column[Any]":
    keys = []
    if column.name == "person_id":
        keys.append(sa.ForeignKey("persons.id", ondelete="CASCADE"))
    return sa.Column(column.name, _TYPES[column.kind], *keys, nullable=column.null)


tables: dict[str, sa.Table] = {name: _table(name, kind) for name, kind in TABLES.items()}
"""The tables of records by name, parents first."""
