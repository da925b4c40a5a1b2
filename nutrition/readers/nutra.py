"""nutra's day file: foods by their USDA SR number, grams or servings, one file a day."""

from collections.abc import Sequence

from nutrition.readers import Options, Plan
from nutrition.readers.source import Source, literal, plain_name

NAME = "nutra"
TITLE = "nutra day file"


def detect(header: Sequence[str]) -> bool:
    """Say whether the header is nutra's."""
    names = {plain_name(column) for column in header}
    return "id" in names and "grams" in names and bool({"servingid", "servingqty"} & names)


def plan(source: Source, options: Options) -> Plan:  # noqa: ARG001 - every reader's signature
    """Return the plan; the day is the file's name, the person its folder.

    Raises:
        DiaryError: A column is missing.
    """
    found = source.need(TITLE, id=("id",), grams=("grams",))
    food = f"'sr28:' || lpad(regexp_replace(trim({found['id']}), '\\.0+$', ''), 5, '0')"
    columns = {
        "person_id": "coalesce(nullif(regexp_extract("
        "mgca_file, '([^/\\\\]+)[/\\\\][^/\\\\]+$', 1), ''), 'nutra')",
        "day": "split_part(parse_filename(mgca_file), '.', 1)",
        "food": food,
        "food_id": f"CASE WHEN {found['id']} IS NOT NULL THEN {food} END",
        "amount": found["grams"],
        "unit": literal("g"),
    }
    serving, count = source.find("serving_id"), source.find("serving_qty")
    if count:
        columns["amount"] = f"coalesce({found['grams']}, {count})"
        named = f"concat('serving ', {serving})" if serving else literal("serving")
        columns["unit"] = f"CASE WHEN {found['grams']} IS NULL THEN {named} ELSE 'g' END"
    meal = source.find("meal")
    if meal:
        columns["occasion"] = meal
    notes = ("The day is the file's name, the person its folder (--set person=NAME).",)
    return Plan(columns, notes=notes)
