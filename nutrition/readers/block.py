"""Block food frequency questionnaires: nutrients a day, habitual, one row a respondent.

`DT_` columns are from food (calcium and magnesium mg, energy kcal), `SUP_` from supplements.
"""

from collections.abc import Sequence

from nutrition.readers import Options, Plan
from nutrition.readers.dhq3 import NOTE
from nutrition.readers.source import Source, plain_name

NAME = "block"
TITLE = "Block food frequency questionnaire"

MINERALS = {"calcium": ("DT_CALC", "SUP_CALC"), "magnesium": ("DT_MAGN", "SUP_MAGN")}


def detect(header: Sequence[str]) -> bool:
    """Say whether the header has the `DT_` columns of a Block questionnaire."""
    names = {plain_name(column) for column in header}
    return len({"dtkcal", "dtcalc", "dtmagn"} & names) >= 2  # noqa: PLR2004 - not chance


def plan(source: Source, options: Options) -> Plan:  # noqa: ARG001 - every reader's signature
    """Return the plan.

    Raises:
        DiaryError: No respondent column, or neither mineral.
    """
    found = source.need(
        TITLE, person_id=("RESPONDENTID", "RESPONDENT_ID", "Respondent ID", "ID", "SUBJECTID")
    )
    for mineral, (food, taken) in MINERALS.items():
        for name, house in ((food, "food"), (taken, "supplement")):
            column = source.find(name)
            if column:
                found[f"{mineral}_{house}_mg"] = column
    energy = source.find("DT_KCAL")
    if energy:
        found["energy_kcal"] = energy
    return Plan(found, notes=(NOTE,), shape="habitual")
