"""NHANES dietary recalls and supplements: released files (XPT or CSV) and a processed form.

Released: DR1IFF, DR2IFF (foods), DR1TOT, DR2TOT (days), DS1IDS, DS2IDS (supplements of the
day), DS1TOT, DS2TOT (their totals), DSQTOT (30-day average). Variable names and codes as in the
documentation of each file, National Center for Health Statistics; minerals and caffeine are mg,
vitamins D and B12 µg, moisture and foods g.

Processed: one row a food or a day for both days, with SEQN, Day and names without prefix.
"""

from collections.abc import Sequence

from foods.errors import DiaryError
from nutrition.readers import Drop, Options, Plan
from nutrition.readers.asa24 import carried, code_text
from nutrition.readers.source import Source, literal, plain_name

NAME = "nhanes"
TITLE = "NHANES dietary recalls"

NUTRIENTS = {
    "calcium_mg": "CALC",
    "magnesium_mg": "MAGN",
    "energy_kcal": "KCAL",
    "caffeine_mg": "CAFF",
    "vitamin_d_ug": "VD",
    "vitamin_b12_ug": "VB12",
    "water_g": "MOIS",
}
WEIGHTS = {"1": "WTDRD1", "2": "WTDR2D"}
"""Survey weight of analyses of one day, and of two; the file of the later day decides."""
WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
"""Codes 1 to 7 of DR1DAY, DR2DAY and DAY: the day of the week the intake is of."""
BLANK_SUPPLEMENT = (
    "A supplement without a value is unknown: the survey does not tell it from one without the "
    "mineral."
)


def detect(header: Sequence[str]) -> bool:
    """Say whether the header has SEQN and nutrients of recalls or supplements."""
    names = {plain_name(column) for column in header}
    prefixed = any(_kind(names, day) for day in WEIGHTS) or _thirty_days(names)
    return "seqn" in names and (prefixed or ("day" in names and {"calc", "magn"} & names != set()))


def plan(source: Source, options: Options) -> Plan:
    """Return the plan for whichever file of the survey it is.

    Raises:
        DiaryError: A column is missing.
    """
    names = {plain_name(column) for column in source.header}
    if _thirty_days(names):
        return _habitual_supplements(source)
    for day in WEIGHTS:
        kind = _kind(names, day)
        if kind == "foods":
            return _foods(source, options, day)
        if kind == "totals":
            return _totals(source, day)
        if kind == "supplements":
            return _supplements(source, options, day)
        if kind == "supplement totals":
            return _supplement_totals(source, day)
    if "day" in names and names & {"calc", "magn"}:
        return _processed(source, options)
    raise DiaryError(
        f"{source.name} has no nutrients of NHANES recalls.",
        hint="Give DR1IFF and DR2IFF, or DR1TOT and DR2TOT; DEMO for the people.",
        file=source.name,
    )


def _kind(names: set[str], day: str) -> str | None:
    def starts(prefix: str) -> bool:
        return any(name.startswith(prefix) for name in names if name[len(prefix) :].isalpha())

    if f"dr{day}ifdcd" in names or f"dr{day}igrms" in names or f"dr{day}iline" in names:
        return "foods"
    if f"dr{day}tcalc" in names or f"dr{day}tmagn" in names or f"dr{day}tkcal" in names:
        return "totals"
    if starts(f"ds{day}ica") or starts(f"ds{day}im"):
        return "supplements"
    if f"ds{day}tcalc" in names or f"ds{day}tmagn" in names:
        return "supplement totals"
    return None


def _thirty_days(names: set[str]) -> bool:
    return bool({"dsqtcalc", "dsqtmagn"} & names)


def _foods(source: Source, options: Options, day: str) -> Plan:
    prefix = f"DR{day}"
    found = source.need(
        f"NHANES {prefix}IFF",
        person_id=("SEQN",),
        amount=(f"{prefix}IGRMS",),
        food_id=(f"{prefix}IFDCD",),
        status=(f"{prefix}DRSTZ",),
    )
    status = found.pop("status")
    code = code_text(found["food_id"])
    columns = found | {
        "day": literal(day),
        "food": code,
        "food_id": code,
        "unit": literal("g"),
        "grams": found["amount"],
        "recall_no": literal(day),
        **_weekday(source, f"{prefix}DAY"),
        **carried(source, options, _named(f"{prefix}I")),
    }
    occasion = source.find(f"{prefix}_030Z")
    if occasion:
        columns["occasion"] = occasion
    return Plan(
        columns,
        (_reliable(status, f"{prefix}DRSTZ"),),
        part="food",
        amount_optional=True,
        people=_weight(source, day),
        people_rank=int(day),
    )


def _totals(source: Source, day: str) -> Plan:
    prefix = f"DR{day}"
    found = source.need(f"NHANES {prefix}TOT", person_id=("SEQN",), status=(f"{prefix}DRSTZ",))
    status = found.pop("status")
    columns = found | {
        "day": literal(day),
        "recall_no": literal(day),
        **_weekday(source, f"{prefix}DAY"),
        **carried(source, Options(), _named(f"{prefix}T")),
    }
    items = source.find(f"{prefix}TNUMF")
    if items:
        columns["items"] = items
    return Plan(
        columns,
        (_reliable(status, f"{prefix}DRSTZ"),),
        shape="days",
        part="food",
        complete=True,
        people=_weight(source, day),
        people_rank=int(day),
    )


def _supplements(source: Source, options: Options, day: str) -> Plan:
    found = source.need(f"NHANES DS{day}IDS", person_id=("SEQN",))
    product = source.find("DSDSUPP", "DSDSUPID")
    if product is None:
        source.need(f"NHANES DS{day}IDS", food=("DSDSUPP",))
    amount = source.find(f"DS{day}ACTSS")
    columns = found | {
        "day": literal(day),
        "food": f"coalesce({product}, 'supplement')",
        "amount": amount or literal("1"),
        "unit": literal("as reported"),
        "kind": literal("supplement"),
        "recall_no": literal(day),
        **carried(source, options, _named(f"DS{day}I")),
    }
    status = source.find(f"DR{day}DRSTZ")
    drops = (_reliable(status, f"DR{day}DRSTZ"),) if status else ()
    return Plan(columns, drops, (BLANK_SUPPLEMENT,), part="supplement", amount_optional=True)


def _supplement_totals(source: Source, day: str) -> Plan:
    found = source.need(f"NHANES DS{day}TOT", person_id=("SEQN",))
    columns = found | {
        "day": literal(day),
        **_none_taken(source, f"DS{day}T", f"DS{day}DS", f"DS{day}AN"),
    }
    status = source.find(f"DR{day}DRSTZ")
    drops = (_reliable(status, f"DR{day}DRSTZ"),) if status else ()
    return Plan(columns, drops, (BLANK_SUPPLEMENT,), shape="days", part="supplement")


def _habitual_supplements(source: Source) -> Plan:
    found = source.need("NHANES DSQTOT", person_id=("SEQN",))
    columns = found | _none_taken(source, "DSQT", "DSD010", "DSD010AN")
    note = "Supplements are the average of 30 days; it is added to each recalled day."
    return Plan(columns, (), (note, BLANK_SUPPLEMENT), shape="habitual", part="supplement")


def _none_taken(source: Source, prefix: str, supplements: str, antacids: str) -> dict[str, str]:
    """Return the totals; who answered no (2) to both questions took none, a true zero."""
    answers = [sql for sql in (source.find(supplements), source.find(antacids)) if sql]
    none = " AND ".join(f"coalesce(try_cast({sql} AS DOUBLE) = 2, false)" for sql in answers)
    columns = {}
    for nutrient, sql in carried(source, Options(), _named(prefix)).items():
        columns[nutrient] = f"coalesce({sql}, CASE WHEN {none} THEN '0' END)" if answers else sql
    return columns


def _processed(source: Source, options: Options) -> Plan:
    names = {plain_name(column) for column in source.header}
    status = source.find("DRSTZ")
    drops = (_reliable(status, "DRSTZ"),) if status else ()
    notes = () if status else ("There is no DRSTZ: every recall is taken as reliable.",)
    # The form holds both days, so the weight of two days goes before that of one.
    weight = source.find(WEIGHTS["2"], WEIGHTS["1"])
    people = {"survey_weight": weight} if weight else {}
    if not names & {"foodcode", "foodamt"}:
        found = source.need("NHANES day totals", person_id=("SEQN",), day=("Day",))
        columns = found | carried(source, Options(), NUTRIENTS)
        columns |= _optional(source, items="NoOfItems", grams="GRMS")
        columns |= {"recall_no": found["day"], **_weekday(source, "DAY")}
        return Plan(columns, drops, notes, shape="days", part="food", complete=True, people=people)
    found = source.need(
        "NHANES foods",
        person_id=("SEQN",),
        day=("Day",),
        amount=("FoodAmt",),
        food_id=("Food_code",),
    )
    code = code_text(found["food_id"])
    description = source.find("Main.food.description")
    columns = found | {
        "food_id": code,
        "food": f"coalesce({description}, {code})" if description else code,
        "unit": literal("g"),
        "grams": found["amount"],
        "recall_no": found["day"],
        **_weekday(source, "DAY"),
        **carried(source, options, NUTRIENTS),
    }
    return Plan(
        columns, drops, notes, part="food", amount_optional=True, people=people, people_rank=2
    )


def _optional(source: Source, **wanted: str) -> dict[str, str]:
    found = {house: source.find(name) for house, name in wanted.items()}
    return {house: sql for house, sql in found.items() if sql is not None}


def _weekday(source: Source, name: str) -> dict[str, str]:
    """Return the weekday as ``date``; only by its exact name, for ``Day`` numbers the recalls."""
    if name not in source.header:
        return {}
    code = f"try_cast({source.column(name)} AS DOUBLE)"
    cases = " ".join(f"WHEN {n} THEN {literal(word)}" for n, word in enumerate(WEEKDAYS, 1))
    return {"date": f"CASE {code} {cases} END"}


def _named(prefix: str) -> dict[str, str]:
    return {nutrient: prefix + name for nutrient, name in NUTRIENTS.items()}


def _reliable(status: str, name: str) -> Drop:
    return Drop(
        f"coalesce(try_cast({status} AS DOUBLE), 0) <> 1",
        f"the recall is not marked reliable ({name} is not 1)",
    )


def _weight(source: Source, day: str) -> dict[str, str]:
    weight = source.find(WEIGHTS[day])
    return {"survey_weight": weight} if weight else {}
