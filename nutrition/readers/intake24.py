"""Intake24, versions 3 and 4: one row a food, missing foods among them.

Nutrients are those of the portion: calcium and magnesium mg, vitamins D and B12 µg.
"""

from collections.abc import Sequence

from foods.errors import DiaryError
from nutrition.readers import Options, Plan
from nutrition.readers.cronometer import nutrients
from nutrition.readers.source import Source, literal, plain_name

NAME = "intake24"
TITLE = "Intake24"

NAMES: dict[str, tuple[tuple[str, float | None], ...]] = {
    "calcium_mg": (("Calcium", None), ("Calcium (mg)", None)),
    "magnesium_mg": (("Magnesium", None), ("Magnesium (mg)", None)),
    "energy_kcal": (("Energy (kcal)", None), ("energyKcal", None)),
    "caffeine_mg": (("Caffeine", None), ("Caffeine (mg)", None)),
    "vitamin_d_ug": (("Vitamin D", None), ("Vitamin D (µg)", None)),
    "vitamin_b12_ug": (("Vitamin B12", None), ("Vitamin B12 (µg)", None)),
    "water_g": (("Water", None), ("Water (g)", None)),
}


def detect(header: Sequence[str]) -> bool:
    """Say whether the header is an export of Intake24."""
    names = {plain_name(column) for column in header}
    typical = {
        "intake24foodcode",
        "nutrienttablename",
        "nutrienttablecode",
        "missingfooddescription",
    }
    also = {"surveyid", "userid", "portionsizegml", "readymeal", "missingfoodportionsize"}
    return bool(typical & names) and len((typical | also) & names) >= 3  # noqa: PLR2004 - not chance


def plan(source: Source, options: Options) -> Plan:
    """Return the plan; a food that the person missed in the list is an item without a value.

    Raises:
        DiaryError: A column is missing.
    """
    found = source.need(
        TITLE,
        day=("Start time", "startTime", "Submission time", "submissionTime", "Recall number"),
        food=("Description (en)", "englishName", "Description (local)", "localName"),
        amount=("Portion size (g/ml)", "Portion weight (g/ml)", "portionSizeGMl"),
    )
    found["person_id"] = _respondent(source, options)
    local = source.find("Description (local)", "localName")
    missing = source.find("Missing food description", "missingDescription")
    names = [_known(found["food"]), *(_known(sql) for sql in (local, missing) if sql)]
    columns = found | {
        "amount": _known(found["amount"]),
        "food": f"coalesce({', '.join(names)})",
        "unit": literal("g/ml"),
    }
    recalled = source.find("Recall date", "recallDate")
    columns["date"] = recalled or f"left({found['day']}, 10)"
    occasion = source.find("Meal name", "mealName")
    if occasion:
        columns["occasion"] = occasion
    recall = source.find("Recall number", "recallNumber")
    if recall:
        columns["recall_no"] = recall
    carried, scale = nutrients(source, NAMES)
    if options.recompute:
        carried, scale = {}, {}
    notes = (
        "A day is one submission, named by its start.",
        "Portions are g or ml, the file does not say which: no grams are made of them.",
    )
    return Plan(columns | carried, notes=notes, scale=scale, amount_optional=True)


def _respondent(source: Source, options: Options) -> str:
    """Return who was asked; the survey's own name is shared by all of its respondents."""
    column = source.find("User ID", "Username", "User name")
    if column is not None:
        return column
    if "person" in options.choices:
        return literal(options.choices["person"])
    raise DiaryError(
        f"{source.name}: there is no column User ID, so respondents cannot be told apart.",
        hint=(
            "Export it again with User ID; where the whole file is of one person, say --set "
            f"person=NAME. It has: {', '.join(source.header[:40])}."
        ),
        file=source.name,
        missing=["User ID"],
    )


def _known(sql: str) -> str:
    return f"nullif(nullif(trim({sql}), 'N/A'), '')"
