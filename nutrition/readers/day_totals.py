"""Day totals under the house names: what a batch writes, or a table of one's own."""

from collections.abc import Sequence

from foods.nutrients import COLUMNS, MINERALS
from nutrition.readers import Options, Plan
from nutrition.readers.source import Source

NAME = "day_totals"
TITLE = "Day totals"

OPTIONAL = (
    *("day_state", "items", "grams", "grams_unknown_items"),
    *COLUMNS,
    *(
        column
        for mineral in ("calcium", "magnesium")
        for column in (
            f"{mineral}_food_mg",
            f"{mineral}_supplement_mg",
            f"{mineral}_mg_low",
            f"{mineral}_mg_high",
            f"{mineral}_unknown_items",
            f"{mineral}_known_grams",
            f"{mineral}_supplement_unknown_items",
        )
    ),
    "supplement_items",
)


def detect(header: Sequence[str]) -> bool:
    """Say whether the header has a day and a mineral, and neither food nor amount."""
    names = {column.lower() for column in header}
    return "day" in names and bool(set(MINERALS) & names) and not {"food", "amount"} & names


def plan(source: Source, options: Options) -> Plan:  # noqa: ARG001 - every reader's signature
    """Return the plan.

    Raises:
        DiaryError: There is no day.
    """
    columns = source.need(TITLE, day=("day",))
    for house in ("person_id", *OPTIONAL):
        column = source.find(house)
        if column is not None:
            columns[house] = column
    recall = source.find("recall_no", "sequence")
    if recall is not None:
        columns["recall_no"] = recall
    date, weekend = source.find("date"), source.find("weekend")
    if date is not None:
        columns["date"] = date
    elif weekend is not None:
        words = "WHEN 'true' THEN 'weekend' WHEN 'false' THEN 'weekday'"
        columns["date"] = f"CASE lower(trim({weekend})) {words} END"
    return Plan(columns, shape="days")
