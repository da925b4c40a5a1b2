"""ASA24: Items, Totals, and the supplement files INS (each) and TS (totals).

Columns as in the analysis files of ASA24-2016 and later (National Cancer Institute); `CALC`,
`MAGN`, `CAFF` are mg, `VITD` and `VB12` µg, `MOIS` g, `KCAL` kcal, `FoodAmt` g.
"""

from collections.abc import Sequence

from foods.errors import DiaryError
from nutrition.readers import Drop, Options, Plan
from nutrition.readers.source import Source, literal, plain_name

NAME = "asa24"
TITLE = "ASA24"

NUTRIENTS = {
    "calcium_mg": "CALC",
    "magnesium_mg": "MAGN",
    "energy_kcal": "KCAL",
    "caffeine_mg": "CAFF",
    "vitamin_d_ug": "VITD",
    "vitamin_b12_ug": "VB12",
    "water_g": "MOIS",
}
QUIT = 5
"""`RecallStatus` of a recall that was broken off and never finished."""
INDIVIDUAL_SUPPLEMENT = ("suppldescription", "supplementname", "supplname", "supplcode")


def detect(header: Sequence[str]) -> bool:
    """Say whether the header names recalls as ASA24 does."""
    names = {plain_name(column) for column in header}
    recall = {"recallno", "recallrecid", "recallstatus", "recallattempt", "username"}
    return len(recall & names) >= len(recall) - 2 and bool({"recallno", "recallrecid"} & names)


def plan(source: Source, options: Options) -> Plan:
    """Return the plan for Items, Totals, INS or TS, told apart by their columns.

    Raises:
        DiaryError: A column is missing, or it is another of ASA24's files.
    """
    names = {plain_name(column) for column in source.header}
    supplement = next((n for n in names if n.startswith(INDIVIDUAL_SUPPLEMENT)), None)
    counted = any(n.startswith("numsup") for n in names)
    if "foodcode" in names or "foodamt" in names:
        return _items(source, options)
    if supplement is not None and not counted:
        return _supplements(source, options)
    if "numfoods" in names or "datacomp" in names:
        return _totals(source, part="all" if counted else "food")
    if counted:
        return _totals(source, part="supplement")
    raise DiaryError(
        f"{source.name} is a file of ASA24, but none that holds intake.",
        hint="Give the Items or Totals file, with INS or TS where supplements were asked.",
        file=source.name,
    )


def _items(source: Source, options: Options) -> Plan:
    found = source.need(
        "an ASA24 Items file",
        person_id=("UserName",),
        day=("RecallNo",),
        amount=("FoodAmt",),
        food_id=("FoodCode",),
    )
    code = code_text(found["food_id"])
    description = source.find("Food_Description")
    columns = found | {
        "food_id": code,
        "food": f"coalesce({description}, {code})" if description else code,
        "unit": literal("g"),
        "grams": found["amount"],
        **_shared(source),
        **carried(source, options, NUTRIENTS),
    }
    occasion = source.find("Occ_Name")
    if occasion:
        columns["occasion"] = occasion
    return Plan(columns, _drops(source), _notes(source), part="food", amount_optional=True)


def _supplements(source: Source, options: Options) -> Plan:
    found = source.need("an ASA24 supplement file", person_id=("UserName",), day=("RecallNo",))
    named = [c for c in source.header if plain_name(c).startswith(INDIVIDUAL_SUPPLEMENT)]
    named.sort(key=lambda c: plain_name(c).startswith("supplcode"))
    amount = next(
        (c for c in source.header if plain_name(c) in ("supplamt", "suppamt", "supplementamt")),
        None,
    )
    columns = found | {
        "food": f"coalesce({', '.join(source.column(c) for c in named)})",
        "amount": source.column(amount) if amount else literal("1"),
        "unit": literal("as reported"),
        "kind": literal("supplement"),
        **_shared(source),
        **carried(source, options, NUTRIENTS),
    }
    return Plan(columns, _drops(source), _notes(source), part="supplement", amount_optional=True)


def _totals(source: Source, *, part: str) -> Plan:
    title = "an ASA24 Totals file" if part != "supplement" else "an ASA24 TS file"
    found = source.need(title, person_id=("UserName",), day=("RecallNo",))
    columns = found | carried(source, Options(), NUTRIENTS)
    items = source.find("NumCodes", "NumFoods")
    if items and part == "food":
        columns["items"] = items
    note = "The day totals are the file's own; how much of each food was eaten is not in it."
    return Plan(
        columns,
        _drops(source),
        (note, *_notes(source)),
        shape="days",
        part=part,
        complete=part == "food",
    )


def _shared(source: Source) -> dict[str, str]:
    columns = {}
    start = source.find("IntakeStartDateTime", "ReportingDate")
    if start:
        columns["date"] = f"split_part({start}, ' ', 1)"
    recall = source.find("RecallNo")
    if recall:
        columns["recall_no"] = recall
    return columns


def _drops(source: Source) -> tuple[Drop, ...]:
    status = source.find("RecallStatus")
    if status is None:
        return ()
    return (
        Drop(
            f"try_cast({status} AS DOUBLE) = {QUIT}",
            f"the recall was broken off (RecallStatus {QUIT})",
        ),
    )


def _notes(source: Source) -> tuple[str, ...]:
    if source.find("RecallStatus") is None:
        return ("There is no column RecallStatus: recalls that were broken off cannot be told.",)
    return ()


def code_text(column: str) -> str:
    """Return a food code as text, without the ``.0`` that a program made of it."""
    return f"regexp_replace(trim({column}), '\\.0+$', '')"


def carried(source: Source, options: Options, names: dict[str, str]) -> dict[str, str]:
    """Return the nutrients that the file states, unless they are to be computed anew."""
    if options.recompute:
        return {}
    found = {nutrient: source.find(name) for nutrient, name in names.items()}
    return {nutrient: sql for nutrient, sql in found.items() if sql is not None}
