"""Order of the recalls and weekends, from what the files say of each day.

Recall order and weekend shift reported intake, so the models of usual intake take them out
(METHODS section 3; weekend is Friday to Sunday, as in the NCI macros). Both are added to the
days of a run; null where the files do not tell.
"""

from typing import Any

COLUMNS = ("sequence", "weekend")
_WORDS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_DATE = "^\\d{4}-\\d{2}-\\d{2}"


ADJUST = ("auto", "on", "off")
"""Which days are recalls in order: those with a recall number; all that are numbered or dated too;
none."""


def add_day_order(
    connection: Any, days: str, marks: str | None = None, *, adjust: str = "on"
) -> None:
    """Add ``sequence`` (number of the recall) and ``weekend`` to a table of days.

    The order is the recall number where every day of the person has one, else the order of
    their dates, else the order of their days where these are whole numbers. The weekend comes
    from the date or the name of the weekday; a ``day`` that is a date serves where there is no
    ``date``.

    Args:
        connection: DuckDB connection that holds the tables.
        days: Table with ``person_id`` and ``day``; replaced by one with the two columns more.
        marks: SQL of ``person_id, day, date, recall_no`` (text; dates as YYYY-MM-DD, a weekday's
            name, or the words weekend and weekday), any number of rows a day. Days with two
            dates or two recall numbers have none.
        adjust: One of `ADJUST`. A plain diary's days 1, 2, 3 need not be recalls, of which the
            first is the most complete: with ``auto`` only a recall number gives ``sequence``.
    """
    if marks is None and _by_name(connection, days, ordered=adjust == "on"):
        return
    told = f"SELECT person_id, day, {_one('date')}, {_one('recall_no')} FROM ({marks}) GROUP BY ALL"
    if marks is None:
        told = (
            "SELECT NULL::VARCHAR AS person_id, NULL::VARCHAR AS day, NULL::VARCHAR AS date, "
            "NULL::VARCHAR AS recall_no WHERE false"
        )
    written = f"regexp_matches(d.day, '{_DATE}')"
    stated = f"CASE WHEN m.date IS NOT NULL THEN m.date WHEN {written} THEN d.day END"
    rows = (
        "SELECT d.person_id AS p, d.day AS k, try_cast(m.recall_no AS DOUBLE)::BIGINT AS number, "
        f"{stated} AS stated, try_cast(left({stated}, 10) AS DATE) AS date, "
        "CASE WHEN regexp_full_match(d.day, '\\d{1,9}') THEN d.day::BIGINT END AS counted "
        f"FROM {days} d LEFT JOIN ({told}) m ON d.person_id = m.person_id AND d.day = m.day "
        "WHERE d.day IS NOT NULL"
    )
    place = "dense_rank() OVER (PARTITION BY p ORDER BY {})"
    every = "count({}) OVER (PARTITION BY p) = count(*) OVER (PARTITION BY p)"
    cases = {
        "number": "number",
        "date": place.format("date"),
        "counted": place.format("counted"),
    }
    taken = {"on": 3, "auto": 1, "off": 0}[adjust]
    whens = " ".join(
        f"WHEN {every.format(name)} THEN {value}" for name, value in list(cases.items())[:taken]
    )
    sequence = f"CASE {whens} END" if whens else "NULL::BIGINT"
    word = "left(lower(trim(stated)), 3)"
    weekday = f"list_position({list(_WORDS)!r}, {word})"
    weekend = (
        "CASE WHEN date IS NOT NULL THEN dayofweek(date) IN (0, 5, 6) "
        "WHEN lower(trim(stated)) = 'weekend' THEN true "
        "WHEN lower(trim(stated)) = 'weekday' THEN false "
        f"WHEN {weekday} IS NOT NULL THEN {weekday} IN (1, 6, 7) END"
    )
    ordered = f"SELECT p, k, {sequence} AS sequence, {weekend} AS weekend FROM ({rows})"
    _replace(
        connection,
        days,
        f"SELECT d.*, o.sequence, o.weekend FROM {days} d "
        f"LEFT JOIN ({ordered}) o ON d.person_id = o.p AND d.day = o.k",
    )


def add_empty_order(connection: Any, days: str) -> None:
    """Add the two columns without values.

    Args:
        connection: DuckDB connection that holds the table.
        days: Name of the table of days.
    """
    connection.execute(f"ALTER TABLE {days} ADD COLUMN sequence BIGINT")
    connection.execute(f"ALTER TABLE {days} ADD COLUMN weekend BOOLEAN")


def _by_name(connection: Any, days: str, *, ordered: bool) -> bool:
    """Order days whose names are all numbers, all dates or all neither: quick on large tables."""
    ((names, counted, dated),) = connection.execute(
        "SELECT count(*), count(*) FILTER (regexp_full_match(day, '\\d{1,9}')), "
        f"count(*) FILTER (try_cast(left(day, 10) AS DATE) IS NOT NULL AND "
        f"regexp_matches(day, '{_DATE}')) "
        f"FROM (SELECT DISTINCT day FROM {days} WHERE day IS NOT NULL)"
    ).fetchall()
    whole = connection.execute(f"SELECT count(*) FROM {days} WHERE day IS NULL").fetchall() == [
        (0,)
    ]
    if not whole or (names not in (counted, dated) and counted + dated):
        return False
    sequence, weekend = "NULL::BIGINT", "NULL::BOOLEAN"
    if names and counted + dated:
        value = "day::BIGINT" if counted else "left(day, 10)::DATE"
        if ordered:
            sequence = f"dense_rank() OVER (PARTITION BY person_id ORDER BY {value})"
        weekend = weekend if counted else f"dayofweek({value}) IN (0, 5, 6)"
    _replace(
        connection, days, f"SELECT *, {sequence} AS sequence, {weekend} AS weekend FROM {days}"
    )
    return True


def _replace(connection: Any, table: str, query: str) -> None:
    connection.execute(f"CREATE OR REPLACE TABLE mgca_ordered AS {query}")
    connection.execute(f"DROP TABLE {table}")
    connection.execute(f"ALTER TABLE mgca_ordered RENAME TO {table}")


def _one(column: str) -> str:
    held = f"nullif(trim({column}), '')"
    return f"CASE WHEN min({held}) = max({held}) THEN max({held}) END AS {column}"
