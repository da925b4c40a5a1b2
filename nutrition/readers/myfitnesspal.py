"""MyFitnessPal: the Nutrition Summary, one row a meal with totals.

Magnesium is not in it. Calcium is written without a unit; it has been mg and % of a Daily Value,
which was 1,000 mg on United States labels before 2016 and is 1,300 mg since (21 CFR 101.9).
"""

from collections.abc import Sequence

from foods.errors import DiaryError
from nutrition.readers import Drop, Options, Plan
from nutrition.readers.source import Source, plain_name

NAME = "myfitnesspal"
TITLE = "MyFitnessPal Nutrition Summary"

CALCIUM = {"mg": 1.0, "dv1000": 10.0, "dv1300": 13.0}
"""What one unit of the column can be: mg, or a percent of 1,000 mg or of 1,300 mg."""
QUESTION = (
    "--set calcium=mg, --set calcium=dv1000 (percent of 1,000 mg, older labels) or "
    "--set calcium=dv1300 (percent of 1,300 mg, labels since 2016)."
)


def detect(header: Sequence[str]) -> bool:
    """Say whether the header is a Nutrition Summary."""
    names = {plain_name(column) for column in header}
    typical = {"polyunsaturatedfat", "monounsaturatedfat", "saturatedfat", "transfat"}
    return {"date", "meal"} <= names and len(typical & names) >= 2  # noqa: PLR2004 - not chance


def plan(source: Source, options: Options) -> Plan:
    """Return the plan: meals are added up to days.

    Raises:
        DiaryError: No date or calcium, or what the calcium column means is not said.
    """
    found = source.need(TITLE, day=("Date",), calcium_mg=_calcium(source))
    unit = _unit(source, options)
    columns = found | {"date": found["day"]}
    energy = source.find("Calories", "Energy (kcal)")
    if energy:
        columns["energy_kcal"] = energy
    meal = source.find("Meal")
    drops = (
        (Drop(f"lower(trim({meal})) IN ('total', 'totals')", "a row of totals"),) if meal else ()
    )
    notes = (
        "Magnesium is not in this file.",
        "MyFitnessPal does not say which foods had no calcium value: a total can be too low.",
        f"The calcium column was read as {unit} (--set calcium={unit}).",
    )
    return Plan(
        columns,
        drops,
        notes,
        scale={"calcium_mg": CALCIUM[unit]},
        shape="days",
        summed=True,
    )


def _calcium(source: Source) -> tuple[str, ...]:
    return tuple(c for c in source.header if plain_name(c).startswith("calcium")) or ("Calcium",)


def _unit(source: Source, options: Options) -> str:
    said = options.choices.get("calcium")
    column = _calcium(source)[0]
    if said is None and plain_name(column).endswith("mg"):
        return "mg"
    if said is None:
        raise DiaryError(
            f"{source.name}: the column {column!r} of MyFitnessPal can be mg or percent of a "
            "Daily Value; which is it?",
            hint=f"Compare a day with the app, then say {QUESTION}",
            file=source.name,
            question="calcium",
            choices=tuple(CALCIUM),
        )
    if said not in CALCIUM:
        raise DiaryError(
            f"calcium={said} is not a choice for {source.name}.", hint=f"Say {QUESTION}"
        )
    return said
