"""Reference intakes of calcium and magnesium, one data file a body, and their look-up."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from foods.errors import ReferenceIntakeError
from foods.nutrients import MINERALS
from nutrition.references.lookup import PersonReferences, References
from nutrition.references.table import AVERAGE, RECOMMENDED, UPPER, Reference, read_rows

__all__ = [
    "AVERAGE",
    "RECOMMENDED",
    "UPPER",
    "PersonReferences",
    "Reference",
    "References",
    "bodies",
    "compare",
    "load",
    "load_file",
]

ENTRY_POINTS = "mgca.references"
_HERE = Path(__file__).parent
_TITLES = {
    "NASEM": "United States and Canada, Dietary Reference Intakes",
    "EFSA": "European Union, Dietary Reference Values",
    "UK": "United Kingdom, Dietary Reference Values (COMA) with EVM guidance levels",
    "WHO": "World Health Organization and FAO, vitamin and mineral requirements",
    "NNR": "Nordic Nutrition Recommendations",
    "NHMRC": "Australia and New Zealand, Nutrient Reference Values",
    "H-AR": "Harmonised average requirements (Allen, Carriquiry, Murphy)",
    "ICMR-NIN": "India, nutrient requirements (adults)",
}
_FILES = {
    "NASEM": "nasem.csv",
    "EFSA": "efsa.csv",
    "UK": "uk.csv",
    "WHO": "who.csv",
    "NNR": "nnr.csv",
    "NHMRC": "nhmrc.csv",
    "H-AR": "h_ar.csv",
    "ICMR-NIN": "icmr_nin.csv",
}


def bodies() -> dict[str, str]:
    """House names of all bodies, those of installed packages included, with their titles."""
    return _TITLES | {name: f"added by {entry.value}" for name, entry in _added().items()}


def load(body: str | Path = "NASEM", *, edition: str | int | None = None) -> References:
    """Load the reference intakes of one body.

    Args:
        body: A name of `bodies()`, or the path of a CSV file of one's own.
        edition: A year such as 1997: the values that were valid in it. None: those valid now.

    Returns:
        The values of that body and year.

    Raises:
        ReferenceIntakeError: No such body, or no value of it was valid in that year.
    """
    references = _load(str(body))
    year = _year(edition)
    rows = tuple(row for row in references.rows if _valid(row, year))
    if not rows:
        first = min(row.valid_from or 0 for row in references.rows)
        raise ReferenceIntakeError(
            f"{references.body} has no values valid in {edition}.",
            hint=f"The earliest at hand are of {first}.",
            body=references.body,
            edition=edition,
        )
    return replace(references, rows=rows)


def load_file(path: str | Path) -> References:
    """Load a body or own targets from a CSV file.

    Args:
        path: A file as `nutrition.references.table.read_rows` describes it, of one body.

    Returns:
        Its values.

    Raises:
        ReferenceIntakeError: Naming every wrong line and column.
    """
    path = Path(path)
    rows = read_rows(path)
    names = sorted({row.body for row in rows})
    if len(names) > 1:
        raise ReferenceIntakeError(
            f"{path.name} holds several bodies: {', '.join(names)}.",
            hint="Give each body a file of its own (column body).",
            path=str(path),
        )
    return References(names[0], _TITLES.get(names[0], f"from {path.name}"), rows)


def compare(
    *, sex: str, age_months: float, condition: str = "none", only: References | None = None
) -> list[dict[str, str | float | None]]:
    """All bodies side by side for one person.

    Args:
        sex: "female" or "male".
        age_months: Age [months].
        condition: As for `References.lookup`.
        only: One body, such as a file of one's own; all bodies when None.

    Returns:
        A record for each body and nutrient: body, title, nutrient, ear_mg, ear_statistic,
        rda_mg, rda_statistic, ai_mg, ul_mg, ul_base, target_mg, edition, confidence, note;
        None where the body sets nothing.
    """
    table: list[dict[str, str | float | None]] = []
    for references in [load(name) for name in bodies()] if only is None else [only]:
        for nutrient in MINERALS:
            of = references.for_person(nutrient, sex, age_months, condition)
            shown = [r for r in (of.ear, of.rda, of.ai, of.ul, of.target) if r is not None]
            notes = [r.note for r in shown if r.note]
            if of.needs_trimester:
                notes.append("set by trimester: state the trimester")
            if not any((of.ear, of.rda, of.ai)):
                notes.append("not defined for this person")
            table.append(
                {
                    "body": references.body,
                    "title": references.title,
                    "nutrient": nutrient,
                    "ear_mg": of.ear.value if of.ear else None,
                    "ear_statistic": of.ear.statistic if of.ear else None,
                    "rda_mg": of.rda.value if of.rda else None,
                    "rda_statistic": of.rda.statistic if of.rda else None,
                    "ai_mg": of.ai.value if of.ai else None,
                    "ul_mg": of.ul.value if of.ul else None,
                    "ul_base": of.ul.base if of.ul else None,
                    "target_mg": of.target.value if of.target else None,
                    "edition": "; ".join(dict.fromkeys(r.edition for r in shown)) or None,
                    "confidence": "; ".join(dict.fromkeys(r.confidence for r in shown)) or None,
                    "note": "; ".join(dict.fromkeys(notes)) or None,
                }
            )
    return table


@cache
def _load(body: str) -> References:
    if body in _FILES:
        return load_file(_HERE / _FILES[body])
    if body.lower().endswith(".csv"):
        return load_file(body)
    added = _added()
    if body in added:
        return load_file(added[body].load()())
    by_lower = {name.lower(): name for name in _FILES}
    if body.lower() in by_lower:
        return _load(by_lower[body.lower()])
    raise ReferenceIntakeError(
        f"There is no reference body '{body}'.",
        hint=f"There are {', '.join(bodies())}; or give the path of a CSV file.",
        body=body,
    )


def _added() -> dict[str, Any]:
    """Bodies of installed packages: each entry point is a function that returns a CSV path."""
    from importlib.metadata import entry_points  # slow, only for other bodies

    return {entry.name: entry for entry in entry_points(group=ENTRY_POINTS)}


def _valid(row: Reference, year: int | None) -> bool:
    if year is None:
        return row.valid_to is None
    return (row.valid_from or 0) <= year and (row.valid_to is None or year <= row.valid_to)


def _year(edition: str | int | None) -> int | None:
    if edition is None:
        return None
    if not str(edition).isdigit():
        raise ReferenceIntakeError(
            f"The edition '{edition}' is not a year.", hint="Give a year, such as 1997."
        )
    return int(edition)
