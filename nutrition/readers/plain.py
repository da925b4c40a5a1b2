"""The plain diary CSV, and any other CSV through a column mapping."""

from collections.abc import Sequence

from foods.errors import DiaryError
from foods.nutrients import MINERALS
from nutrition.diary import DIARY_COLUMNS, KEYS
from nutrition.readers import TOTALS_WORDS, Drop, Options, Plan
from nutrition.readers.source import Source, literal

NAME = "plain"
TITLE = "Plain diary CSV"


def detect(header: Sequence[str]) -> bool:
    """Say whether the header holds the columns that a diary needs."""
    names = {column.lower() for column in header}
    return {"day", "amount"} <= names and bool({"food", "food_id"} & names)


def plan(source: Source, options: Options) -> Plan:
    """Map the file's columns to the Diary table by name, never by position.

    Raises:
        DiaryError: A needed column is not there, named twice, or mapped to nothing.
    """
    mapping = _mapping(source, options)
    if _totals_only(mapping, options):
        columns = {house: source.column(column) for house, column in mapping.items()}
        return Plan(columns, shape="days")
    _check(source, mapping, options)
    columns = {house: source.column(column) for house, column in mapping.items()}
    notes: tuple[str, ...] = ()
    if options.unit is not None:
        columns["unit"] = literal(options.unit)
        if "unit" in mapping:
            notes = (f"--unit {options.unit} goes before the column {mapping['unit']}.",)
    if "food" not in columns:
        columns["food"] = columns["food_id"]
    return Plan(columns, drops=_totals_rows(columns), notes=notes)


def _totals_rows(columns: dict[str, str]) -> tuple[Drop, ...]:
    """Return the drop for rows called a total, unless they say by id which food they are."""
    listed = ", ".join(map(literal, TOTALS_WORDS))
    test = f"lower(trim({columns['food']})) IN ({listed})"
    if "food_id" in columns:
        test += f" AND coalesce(trim({columns['food_id']}), '') = ''"
    return (Drop(test, "a row of totals", rare=True),)


def _totals_only(mapping: dict[str, str], options: Options) -> bool:
    """Say whether a mapping names a day and a mineral, and nothing of foods."""
    foods = {"food", "food_id", "amount", "unit"} & set(mapping)
    minerals = set(MINERALS) & set(mapping)
    return bool(options.columns and minerals and "day" in mapping) and not foods


def _mapping(source: Source, options: Options) -> dict[str, str]:
    lowered: dict[str, list[str]] = {}
    for column in source.header:
        lowered.setdefault(column.lower(), []).append(column)
    mapping = {}
    for house in DIARY_COLUMNS:
        if house in options.columns:
            wanted = options.columns[house]
            matches = [c for c in source.header if c == wanted] or lowered.get(wanted.lower(), [])
        elif options.columns and house not in (*KEYS, "amount", "unit"):
            # Beside an explicit mapping, only an exact house name counts as meant.
            matches = [c for c in source.header if c == house]
        else:
            matches = lowered.get(house, [])
        if len(matches) > 1:
            raise DiaryError(
                f"{source.name} has {len(matches)} columns named {matches[0]!r}.",
                hint="Rename one of them in the file.",
                file=source.name,
                column=matches[0],
            )
        if matches:
            mapping[house] = matches[0]
    return mapping


def _check(source: Source, mapping: dict[str, str], options: Options) -> None:
    unknown = sorted(set(options.columns) - set(DIARY_COLUMNS))
    if unknown:
        raise DiaryError(
            f"--columns names {', '.join(unknown)}, which no diary has.",
            hint=f"Diary columns: {', '.join(DIARY_COLUMNS[:-2])}.",
        )
    missing = [house for house in options.columns if house not in mapping]
    if missing:
        wanted = ", ".join(f"{options.columns[house]!r} (for {house})" for house in missing)
        raise DiaryError(
            f"{source.name} has no column {wanted}.",
            hint=f"Its columns are: {', '.join(source.header[:40])}.",
            file=source.name,
        )
    needed = [c for c in ("day", "food", "amount", "unit") if c not in mapping]
    if "food" in needed and "food_id" in mapping:
        needed.remove("food")
    if "unit" in needed and options.unit is not None:
        needed.remove("unit")
    if needed:
        raise DiaryError(
            f"{source.name} has no column {', '.join(needed)}.",
            hint=(
                f"It has: {', '.join(source.header[:40]) or 'none'}. Rename the columns, or say "
                "which is which: --columns person_id=ID,day=Day,food=Name,amount=Amount,unit=Unit "
                "(and --unit g where one unit serves the whole file)."
            ),
            file=source.name,
            missing=needed,
        )
