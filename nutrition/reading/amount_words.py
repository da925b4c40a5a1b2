"""Amounts that are no plain number, such as 1/2 or 1-2, read once each."""

import duckdb

MAX_WORDS = 100_000
"""Distinct amounts that a run reads one by one; more than this is another column."""


def learn(connection: duckdb.DuckDBPyConnection, relation: duckdb.DuckDBPyRelation) -> int:
    """Write the amounts that can be understood to the table ``amount_words``.

    Args:
        connection: Where the files are read.
        relation: Typed rows, with ``amount_text`` where ``amount`` is null.

    Returns:
        How many were understood.
    """
    from foods.quantity import parse_amount  # only for files that need it

    unread = relation.filter("amount IS NULL AND amount_text IS NOT NULL")
    texts = unread.project("amount_text").distinct().limit(MAX_WORDS).fetchall()
    learned = []
    for (words,) in texts:
        try:
            learned.append((words, *parse_amount(words)))
        except ValueError:
            continue
    if not learned:
        return 0
    connection.execute(
        "CREATE OR REPLACE TABLE amount_words "
        "(text VARCHAR, amount DOUBLE, low DOUBLE, high DOUBLE)"
    )
    connection.executemany("INSERT INTO amount_words VALUES (?, ?, ?, ?)", learned)
    return len(learned)
