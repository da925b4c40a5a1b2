"""NHANES DEMO: sex, age, pregnancy and survey design of the people in the recalls."""

from collections.abc import Sequence

from nutrition.readers import Options, Plan
from nutrition.readers.source import Source, plain_name, quoted

NAME = "nhanes_people"
TITLE = "NHANES demographics"
HOUSE = (
    *("person_id", "sex", "age_years", "age_months", "condition", "trimester"),
    *("weight_kg", "survey_weight", "stratum", "psu"),
)
"""Columns of the people table: a column of the file by such a name is not carried along."""


def detect(header: Sequence[str]) -> bool:
    """Say whether the header holds sex and age as NHANES names them."""
    names = {plain_name(column) for column in header}
    return {"seqn", "riagendr"} <= names or {"seqn", "ridageyr"} <= names


def plan(source: Source, options: Options) -> Plan:  # noqa: ARG001 - every reader's signature
    """Return the plan for the people.

    Raises:
        DiaryError: Sex or age is missing.
    """
    found = source.need(TITLE, person_id=("SEQN",), sex=("RIAGENDR",), age_years=("RIDAGEYR",))
    months = source.find("RIDAGEMN")
    if months:
        found["age_years"] = (
            f"coalesce((try_cast({months} AS DOUBLE) / 12)::VARCHAR, {found['age_years']})"
        )
    pregnant = source.find("RIDEXPRG")
    if pregnant:
        found["condition"] = (
            f"CASE WHEN try_cast({pregnant} AS DOUBLE) = 1 THEN 'pregnant' ELSE 'none' END"
        )
    for house, name in (("stratum", "SDMVSTRA"), ("psu", "SDMVPSU")):
        column = source.find(name)
        if column:
            found[house] = column
    taken = {plain_name(name) for name in ("SEQN", *HOUSE)}
    # Quoted, for a file may call a column by a word of SQL.
    kept = {quoted(c): source.column(c) for c in source.header if plain_name(c) not in taken}
    found |= kept
    notes = (
        "Ages from 80 years are released as 80.",
        "Who breastfeeds is not in this file; everyone who is not pregnant counts as neither.",
    )
    return Plan(found, notes=notes, shape="people")
