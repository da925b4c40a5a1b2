"""The people whom the files themselves describe."""

from collections.abc import Sequence
from typing import Any

import duckdb

from nutrition.reading.rows import text
from nutrition.reading.scans import Group, raw_rows


def people_of(
    connection: duckdb.DuckDBPyConnection, groups: Sequence[Group], days: str | None = None
) -> Any:
    """Return the people table of the files that describe people, or None.

    Args:
        connection: Where the files are read.
        groups: All groups of the call.
        days: Table of day totals; only people in it are returned.

    Returns:
        A pandas frame of text for `nutrition.people.read_people`: person_id, sex, age_years
        and what else the files state, one row a person and file.
    """
    rosters = [group for group in groups if group.plan.shape == "people"]
    if not rosters:
        return None
    frame = connection.sql(" UNION ALL BY NAME ".join(map(_roster, rosters))).df()
    for column in sorted({c for group in groups for c in group.plan.people}):
        stating = [group for group in groups if column in group.plan.people]
        rank = max(group.plan.people_rank for group in stating)
        sources = [
            f"SELECT {_key(text(g.plan, 'person_id'))} AS person_id, "
            f"{g.plan.people[column]} AS value FROM ({raw_rows(g)})"
            for g in stating
            if g.plan.people_rank == rank
        ]
        values = connection.sql(
            f"SELECT person_id, max(value) AS {column} FROM ({' UNION ALL '.join(sources)}) "
            "GROUP BY person_id"
        ).df()
        frame = frame.drop(columns=column, errors="ignore").merge(values, "left", on="person_id")
    if days is not None:
        present = connection.sql(f"SELECT DISTINCT person_id FROM {days}").df()["person_id"]
        frame = frame[frame["person_id"].isin(present)]
    return frame.reset_index(drop=True)


def _roster(group: Group) -> str:
    plan = group.plan
    columns = [f"{_key(text(plan, 'person_id'))} AS person_id"]
    columns += [f"{sql} AS {house}" for house, sql in plan.columns.items() if house != "person_id"]
    return f"SELECT {', '.join(columns)} FROM ({raw_rows(group)})"


def _key(sql: str) -> str:
    return f"regexp_replace({sql}, '^(-?\\d+)\\.0+$', '\\1')"
