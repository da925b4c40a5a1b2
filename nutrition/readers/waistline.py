"""Waistline's diary export, and like files: a date and totals of the day, nothing of the foods."""

from collections.abc import Sequence

from nutrition.readers import Drop, Options, Plan
from nutrition.readers.cronometer import NAMES, nutrients
from nutrition.readers.source import Source, plain_name

NAME = "waistline"
TITLE = "Waistline diary export"

NOTE = (
    "The file states day totals only and not how many foods had no value: a total can be too low."
)


def detect(header: Sequence[str]) -> bool:
    """Say whether the header is a date beside nutrients, without foods and amounts."""
    names = {plain_name(column) for column in header}
    foods = {"food", "foodname", "name", "amount", "meal", "quantity", "personid"}
    return "date" in names and bool({"calciummg", "magnesiummg"} & names) and not foods & names


def plan(source: Source, options: Options) -> Plan:  # noqa: ARG001 - every reader's signature
    """Return the plan.

    Raises:
        DiaryError: There is no date.
    """
    found = source.need(TITLE, day=("Date",))
    carried, scale = nutrients(source, NAMES)
    drops = (
        Drop(f"lower(trim({found['day']})) IN ('total', 'totals', 'average')", "a row of totals"),
    )
    return Plan(found | carried, drops, (NOTE,), scale, shape="days")
