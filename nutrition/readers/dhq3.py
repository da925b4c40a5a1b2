"""Diet History Questionnaire III (and II): nutrients a day, habitual, one row a respondent.

Columns carry their units in the name; those from supplements stand apart.
"""

from collections.abc import Sequence

from foods.errors import DiaryError
from nutrition.readers import Options, Plan
from nutrition.readers.source import Source, plain_name

NAME = "dhq3"
TITLE = "Diet History Questionnaire"

PERSON = ("Respondent ID", "RespondentID", "Respondent Login ID", "Participant ID", "Subject ID")
NOTE = (
    "Habitual intake from a questionnaire: there is no number of days, and it ranks people "
    "better than it measures one of them."
)


def detect(header: Sequence[str]) -> bool:
    """Say whether the header has respondents and nutrients named in full."""
    names = {plain_name(column) for column in header}
    person = {plain_name(column) for column in PERSON} & names
    minerals = any(name.startswith(("calcium", "magnesium")) for name in names)
    return bool(person) and minerals and not names & {"day", "date"}


def plan(source: Source, options: Options) -> Plan:  # noqa: ARG001 - every reader's signature
    """Return the plan for the totals file.

    Raises:
        DiaryError: No respondent column, neither mineral, or the file with a row a food.
    """
    found = source.need(TITLE, person_id=PERSON)
    if source.find("Food ID", "Food Code", "Question ID", "FoodID") is not None:
        raise DiaryError(
            f"{source.name} is the detailed file of the questionnaire, a row a food.",
            hint="Give its file of totals, one row a respondent.",
            file=source.name,
        )
    names = {plain_name(c): c for c in source.header}
    for mineral in ("calcium", "magnesium"):
        food = source.find(f"{mineral} (mg)", mineral)
        if food:
            found[f"{mineral}_food_mg"] = food
        taken = next((c for n, c in names.items() if mineral in n and "suppl" in n), None)
        if taken:
            found[f"{mineral}_supplement_mg"] = source.column(taken)
    if not any(column.endswith("_food_mg") for column in found):
        source.need(TITLE, calcium_mg=("Calcium (mg)",), magnesium_mg=("Magnesium (mg)",))
    energy = source.find("Energy (kcal)", "Energy")
    if energy:
        found["energy_kcal"] = energy
    return Plan(found, notes=(NOTE,), shape="habitual")
