"""What files call their days → dates of the diary."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from foods.errors import DiaryError

FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d")
"""Ways of writing a day that can mean one day only."""
SLASHED = ("%m/%d/%Y", "%d/%m/%Y")
"""Ways that may mean two; taken only where all days of a file leave one of them."""


def dates(
    rows: Sequence[Mapping[str, Any]], first_day: dt.date | None, name: str
) -> dict[str, str]:
    """Return the date of each word for a day; numbered days follow the first day, in order.

    Args:
        rows: With ``day`` and, where the file has it, ``date``.
        first_day: The date of the first day, where the file only numbers them.
        name: The file, for the error.

    Raises:
        DiaryError: The words are no dates and no first day is given.
    """
    words = list(dict.fromkeys(word_of(row) for row in rows))
    dated = {word: date_of([word]) for word in words}
    if words and all(one is not None for one in dated.values()):
        return {word: one.isoformat() for word, one in dated.items() if one is not None}
    slashed = date_of(words, SLASHED)
    if slashed is not None:
        return {word: _parsed(word, slashed).isoformat() for word in words}
    if not words:
        return {}
    if first_day is None:
        raise DiaryError(
            f"{name} calls its days {', '.join(word[:20] for word in words[:4])}, which are no "
            "dates.",
            hint="Say which date the first day is; the others follow it day by day.",
            first_day=True,
        )
    return _numbered(rows, first_day)


def _numbered(rows: Sequence[Mapping[str, Any]], first_day: dt.date) -> dict[str, str]:
    words = dict.fromkeys(word_of(row) for row in rows)
    numbers = {word: float(word) for word in words if word.replace(".", "", 1).isdigit()}
    order = sorted(words, key=numbers.__getitem__) if len(numbers) == len(words) else list(words)
    return {
        word: (first_day + dt.timedelta(days=place)).isoformat() for place, word in enumerate(order)
    }


def word_of(row: Mapping[str, Any]) -> str:
    """Return the date that a row states, else its word for the day."""
    date = row.get("date")
    if date is not None and date_of([str(date)]) is not None:
        return str(date)
    return str(row["day"])


def date_of(words: Sequence[str], ways: Sequence[str] = FORMATS) -> Any:
    """Return the day of one word; of several with ``SLASHED``, the one way that reads them all."""
    fitting = [way for way in ways if all(_parsed(word, way) is not None for word in words)]
    if ways is SLASHED:
        return fitting[0] if len(fitting) == 1 and words else None
    return _parsed(words[0], fitting[0]) if fitting else None


def _parsed(word: str, way: str) -> Any:
    try:
        return dt.datetime.strptime(word.strip().split("T")[0].split(" ")[0], way).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
