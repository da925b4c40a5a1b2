"""How results are printed in a terminal, and as JSON."""

import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from foods.nutrients import BY_COLUMN, MINERALS
from nutrition.counted import counted

if TYPE_CHECKING:
    import duckdb

    from nutrition.batch import Summary
    from nutrition.commands.config import Value
    from nutrition.views.day import Day

NOT_KNOWN = "?"
_LOCALES = {"us": "US cups and pints", "uk": "UK pints and spoons", "metric": "metric cups"}


def _cell(value: Any, digits: int = 0) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return NOT_KNOWN
    return f"{value:,.{digits}f}" if isinstance(value, float) else str(value)


def grid(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows as aligned columns; numbers stand right."""
    table = [list(headers), *[list(row) for row in rows]]
    widths = [max(len(row[i]) for row in table) for i in range(len(headers))]
    right = [
        all(
            row[i].replace(",", "").replace(".", "").lstrip("-").isdigit() or row[i] in ("?", "")
            for row in rows
        )
        for i in range(len(headers))
    ]
    lines = [
        "  ".join(
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, width, is_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in table
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def search_text(rows: Sequence[dict[str, Any]]) -> str:
    """Return ranked foods as a table, minerals in mg per 100 g."""
    status = rows[0]["status"] if rows else "none"
    if status == "none":
        return "No food in the table goes by that name."
    headers = ("", "calcium", "magnesium", "food", "id")
    body = [
        (
            str(row["rank"]),
            _cell(row["calcium_mg"]),
            _cell(row["magnesium_mg"]),
            row["description"],
            row["food_id"],
        )
        for row in rows
    ]
    said = {"auto": "Taken: the first.", "ask": "Which one is meant?"}[status]
    return f"{grid(headers, body)}\n{said} Minerals are mg per 100 g; ? is not known."


def parse_text(rows: Sequence[dict[str, Any]], locale: "Value") -> str:
    """Return what phrases came to."""
    lines = []
    for row in rows:
        weight = f" = {row['grams']:,.0f} g" if row["grams"] is not None else ""
        amount = "" if row["amount"] is None else f"{row['amount']:g} {row['unit']}".strip()
        food = f" {row['description']} ({row['food_id']})" if row["food_id"] else ""
        lines.append(f"{row['status']:<6}  {row['phrase']}: {amount}{weight}{food}")
        if row["reason"]:
            lines.append(f"        {row['reason']}")
    lines.append(f"Sizes: {_LOCALES[locale.value]} ({locale.origin}).")
    return "\n".join(lines)


def day_text(day: "Day", locale: str) -> str:
    """Return a day: its items, totals with what they lack, and the assessment in sentences."""
    from nutrition.views.day import sentence, sentences

    lines: list[str] = []
    if day.totals is not None:
        headers = ("food as written", "taken as", "grams", "calcium", "magnesium", "")
        body = [
            (
                str(item["food"]),
                str(item["description"] or NOT_KNOWN),
                _cell(item["grams"]),
                _cell(item["calcium_mg"]),
                _cell(item["magnesium_mg"]),
                _marks(item),
            )
            for item in day.items.astype(object).where(day.items.notna(), None).to_dict("records")
        ]
        lines += [grid(headers, body), ""]
        for line in day.lines:
            if line.status in ("ask", "flag") and line.reason:
                lines.append(f"{line.phrase.text}: {line.reason}")
    lines += [f"{one.phrase.text}: {one.reason}" for one in day.refused]
    if day.totals is not None:
        said = sentences(day)
        for nutrient in MINERALS:
            lines += ["", sentence(day.totals, day.items, nutrient), *said[nutrient]]
        if day.assessment.empty:
            lines += ["", "With --sex and --age the totals are set beside reference intakes."]
    lines += ["", f"Sizes: {_LOCALES[locale]}. Food values: USDA; `mgca foods info` names them."]
    return "\n".join(lines).strip()


def _marks(item: Mapping[Any, Any]) -> str:
    marks = [item["food_status"], item["amount_status"]]
    return ", ".join(dict.fromkeys(m for m in marks if m not in ("exact", "not_needed")))


def day_record(day: "Day", locale: str) -> dict[str, Any]:
    """Return a day as plain values for JSON; not known is null."""
    from nutrition.views.day import contributors, sentence, sentences

    totals = None if day.totals is None else plain(day.totals.to_dict())
    return {
        "locale": locale,
        "items": [plain(row) for row in day.items.to_dict("records")],
        "refused": [{"phrase": r.phrase.text, "reason": r.reason} for r in day.refused],
        "questions": [
            {"phrase": line.phrase.text, "status": line.status, "reason": line.reason}
            for line in day.lines
            if line.row is not None and line.status != "ok"
        ],
        "totals": totals,
        "assessment": [plain(row) for row in day.assessment.to_dict("records")],
        "sentences": {
            n: ([] if day.totals is None else [sentence(day.totals, day.items, n)]) + said
            for n, said in sentences(day).items()
        },
        "contributors": {}
        if day.totals is None
        else {n: contributors(day.items, n).to_dict("records") for n in MINERALS},
    }


def plain(record: Mapping[Any, Any]) -> dict[str, Any]:
    """Return a record with plain Python values; NaN and NA become None."""
    import pandas as pd

    out = {}
    for key, value in record.items():
        one = value.item() if hasattr(value, "item") else value
        missing = not isinstance(one, list | tuple | dict) and pd.isna(one)
        out[key] = None if missing else one
    return out


FILES_SHOWN = 12
"""Files that the console names; run.json names all."""


def _file_lines(file: Mapping[str, Any]) -> list[str]:
    lines = [f"{file['file']}: {file['title']}"]
    if file["columns"]:
        used = ", ".join(f"{house} from {column}" for house, column in file["columns"].items())
        lines.append(f"  columns: {used}")
    if file.get("kept_columns"):
        lines.append(f"  also kept, for groups and weights: {', '.join(file['kept_columns'])}")
    stated = file.get("nutrients", {})
    lines += [
        f"  {BY_COLUMN[nutrient].name.lower()}: {stated[nutrient]}"
        for nutrient in MINERALS
        if nutrient in stated
    ]
    others = [n for n in stated if n not in MINERALS and "carried" in str(stated[n])]
    if others:
        lines.append(f"  also carried: {', '.join(BY_COLUMN[n].name.lower() for n in others)}")
    lines += [f"  {note}" for note in file["notes"]]
    lines += [
        f"  {counted(n, 'row', 'rows')} left out: {why}"
        for why, n in file.get("dropped", {}).items()
    ]
    lines += [
        f"  {counted(one['rows'], 'value', 'values')} of {one['column']} left unknown: "
        f"{one['reason']}, such as {one['example']!r}{_where(one)}"
        for one in file.get("unread", ())
    ]
    lines += [
        f"  {counted(entry['rows'], 'row', 'rows')} rejected: {why}{_where(entry)}"
        for why, entry in file.get("rejected", {}).items()
    ]
    return lines


def _nothing_read(file: Mapping[str, Any]) -> list[str]:
    """Name a file that was not read, or holds no row, with the reason: never one of "more"."""
    if file["shape"] is not None and file.get("rows") != 0:
        return []
    return [f"{file['file']}: {file['title']}", *(f"  {note}" for note in file["notes"])]


def _where(entry: Mapping[str, Any]) -> str:
    """Return the first lines that a count stands for."""
    first = ", ".join(str(row) for row in entry["first"][:5] if row is not None)
    more = ", …" if entry["rows"] > len(entry["first"][:5]) else ""
    return f" (line {first}{more})" if first else ""


def batch_text(summary: "Summary") -> str:
    """Return what a batch did, in a few lines."""
    lines = [line for file in summary.files[:FILES_SHOWN] for line in _file_lines(file)]
    if len(summary.files) > FILES_SHOWN:
        more = counted(len(summary.files) - FILES_SHOWN, "more file", "more files")
        lines.append(f"and {more}, all in run.json")
        lines += [line for file in summary.files[FILES_SHOWN:] for line in _nothing_read(file)]
    rows = summary.items + summary.day_rows + summary.rejects + summary.dropped
    parts = [
        counted(summary.items, "item", "items"),
        counted(summary.rejects, "reject", "rejects"),
    ]
    if summary.day_rows:
        parts.insert(1, counted(summary.day_rows, "total of a day", "totals of a day"))
    if summary.dropped:
        parts.append(f"{summary.dropped:,} left out by the format's rules")
    lines += [
        f"{counted(rows, 'row', 'rows')}: {', '.join(parts)}.",
        (
            f"{counted(summary.people, 'person', 'people')}, "
            f"{counted(summary.days, 'person-day', 'person-days')}."
        ),
    ]
    for nutrient, share in summary.known.items():
        if share is not None:
            lines.append(f"{BY_COLUMN[nutrient].name.capitalize()} known: {share:.1%} of items.")
    lines += [f"Note: {note}" for note in summary.notes]
    if summary.questions:
        lines.append(
            f"{counted(summary.questions, 'food or unit is', 'foods or units are')} not settled: "
            "answer in "
            f"{summary.out / 'questions.csv'} and run again with --answers."
        )
    lines.append(f"Tables: {summary.out}")
    return "\n".join(lines)


def foods_text(info: dict[str, Any]) -> str:
    """Return what the food table holds."""
    lines = [
        f"{info['foods']:,} foods, {info['measures']:,} household measures.",
        f"Calcium known for {info['calcium_known']:,}, magnesium for {info['magnesium_known']:,}.",
    ]
    lines += [
        f"  {source}: {about['foods']:,} foods, release {about['release']}"
        for source, about in info["releases"].items()
    ]
    return "\n".join(lines)


def references_text(rows: Sequence[dict[str, Any]]) -> str:
    """Return reference intakes of every body side by side, mg a day."""
    if rows and "nutrient" not in rows[0]:
        body = [(row["body"], row["title"]) for row in rows]
        return grid(("body", "title"), body) + "\nWith --sex and --age: the values, side by side."
    headers = ("body", "nutrient", "average", "recommended", "AI", "UL", "UL counts", "note")
    return grid(
        headers,
        [
            (
                str(row["body"]),
                BY_COLUMN[row["nutrient"]].name,
                _reference(row["ear_mg"], row["ear_statistic"]),
                _reference(row["rda_mg"], row["rda_statistic"]),
                _reference(row["ai_mg"], None),
                _reference(row["ul_mg"], None),
                row["ul_base"] or "",
                row["note"] or "",
            )
            for row in rows
        ],
    )


def _reference(value: float | None, statistic: str | None) -> str:
    if value is None:
        return "not set"
    return f"{value:g} {statistic}" if statistic else f"{value:g}"


@contextmanager
def progress() -> Iterator[Any]:
    """Show a bar for long work on a terminal; nothing elsewhere.

    Yields:
        A function to call with the DuckDB connection whose progress is shown.
    """
    if not sys.stderr.isatty():
        yield lambda _connection: None
        return
    from tqdm import tqdm

    stop = Event()
    threads: list[Thread] = []

    def follow(connection: "duckdb.DuckDBPyConnection") -> None:
        with tqdm(total=100, unit="%", leave=False, delay=1) as bar:
            while not stop.wait(0.2):
                bar.n = max(0, min(100, int(connection.query_progress())))
                bar.refresh()

    def watch(connection: "duckdb.DuckDBPyConnection") -> None:
        thread = Thread(target=follow, args=(connection,), daemon=True)
        threads.append(thread)
        thread.start()

    try:
        yield watch
    finally:
        stop.set()
        for thread in threads:
            thread.join(1)
