"""Cronometer: servings.csv (foods) and dailysummary.csv (days).

Columns carry their units in the name; µ comes in two encodings. 1 IU of vitamin D is 0.025 µg.
"""

from collections.abc import Sequence

from nutrition.readers import Drop, Options, Plan
from nutrition.readers.source import Source, literal, plain_name

NAME = "cronometer"
TITLE = "Cronometer"

NAMES: dict[str, tuple[tuple[str, float | None], ...]] = {
    "calcium_mg": (("Calcium (mg)", None),),
    "magnesium_mg": (("Magnesium (mg)", None),),
    "energy_kcal": (("Energy (kcal)", None), ("Energy (kJ)", 1 / 4.184)),
    "caffeine_mg": (("Caffeine (mg)", None),),
    "vitamin_d_ug": (("Vitamin D (µg)", None), ("Vitamin D (IU)", 0.025)),
    "vitamin_b12_ug": (("B12 (Cobalamin) (µg)", None),),
    "water_g": (("Water (g)", None),),
}
"""Nutrient → the names it can have, each with its factor to the house unit."""

NUMBER = r"^\s*([0-9][0-9.,]*)"
SUMMARY_NOTE = (
    "Cronometer adds up the foods that have a value and does not say how many had none: a day "
    "total can be too low. The servings file tells."
)
SERVINGS_NOTE = (
    "Which days were marked completed stands in dailysummary.csv only: give it as well, from the "
    "same folder; without it every day is taken as complete."
)


def detect(header: Sequence[str]) -> bool:
    """Say whether the header is one of Cronometer's two exports."""
    names = {plain_name(column) for column in header}
    typical = {"netcarbsg", "b12cobalaminμg", "b1thiaminemg", "b6pyridoxinemg", "completed"}
    dated = {"day", "date", "foodname"} & names
    return bool(dated) and len(typical & names) >= 2  # noqa: PLR2004 - two cannot be chance


def plan(source: Source, options: Options) -> Plan:
    """Return the plan for servings or for the daily summary.

    Raises:
        DiaryError: A column is missing.
    """
    carried, scale = nutrients(source, NAMES)
    if source.find("Food Name") is None and source.find("Amount") is None:
        return _summary(source, carried, scale)
    found = source.need("Cronometer servings", day=("Day",), food=("Food Name",))
    amount = source.need("Cronometer servings", amount=("Amount",))["amount"]
    columns = found | {
        "amount": f"coalesce(nullif(regexp_extract({amount}, '{NUMBER}', 1), ''), {amount})",
        "unit": f"trim(regexp_replace({amount}, '{NUMBER}', ''))",
        **({} if options.recompute else carried),
    }
    occasion = source.find("Group")
    if occasion:
        columns["occasion"] = occasion
    category = source.find("Category")
    if category:
        columns["kind"] = (
            f"CASE WHEN lower(trim({category})) LIKE 'supplement%' THEN 'supplement' "
            "ELSE 'food' END"
        )
    state = _state(source)
    return Plan(
        columns | state,
        (_totals_row(found["food"]),),
        scale={} if options.recompute else scale,
        amount_optional=not options.recompute,
        lone_notes=() if state else (SERVINGS_NOTE,),
    )


def _summary(source: Source, carried: dict[str, str], scale: dict[str, float]) -> Plan:
    found = source.need("a Cronometer daily summary", day=("Date", "Day"))
    return Plan(
        found | {"date": found["day"]} | _state(source) | carried,
        notes=(SUMMARY_NOTE,),
        scale=scale,
        shape="days",
    )


def _state(source: Source) -> dict[str, str]:
    completed = source.find("Completed")
    if completed is None:
        return {}
    test = f"lower(trim({completed})) IN ('true', 'yes', '1')"
    return {"day_state": f"CASE WHEN {test} THEN 'complete' ELSE 'partial' END"}


def _totals_row(food: str) -> Drop:
    return Drop(
        f"lower(trim({food})) IN ({literal('total')}, {literal('totals')})", "a row of totals"
    )


def nutrients(
    source: Source, names: dict[str, tuple[tuple[str, float | None], ...]]
) -> tuple[dict[str, str], dict[str, float]]:
    """Return the nutrient columns of a file and the factor of those in another unit."""
    columns, scale = {}, {}
    for nutrient, choices in names.items():
        for name, factor in choices:
            column = source.find(name)
            if column is not None:
                columns[nutrient] = column
                if factor is not None:
                    scale[nutrient] = factor
                break
    return columns, scale
