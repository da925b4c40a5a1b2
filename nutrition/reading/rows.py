"""SQL that turns the text columns of diary files into typed Diary rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from foods.nutrients import COLUMNS
from nutrition.diary import DAY_STATES, KINDS, needs_foods
from nutrition.readers import TOTALS_WORDS, Plan
from nutrition.readers.source import Source, literal, quoted
from nutrition.reading.amount_signs import BOTH, EITHER
from nutrition.reading.numbers import number, quantity
from nutrition.reading.numbers import unread as unread_cells
from nutrition.reading.scans import FILE, Group, raw_rows

TEXT = ("person_id", "day", "food", "unit", "date", "recall_no", "occasion", "food_id")
NUMBERS = ("amount_low", "amount_high", "grams", *COLUMNS)


def diary_rows(
    group: Group,
    columns: Sequence[str],
    carried: Sequence[str],
    *,
    rows: bool = False,
    limit: int | None = None,
    words: bool = False,
    audit: bool = False,
    careful: bool = True,
    unread: bool = False,
) -> str:
    """Return the SQL of the group's Diary rows, each with its `reason` for being rejected.

    Args:
        group: Files of the shape ``diary``.
        columns: Diary columns that any file of the call has.
        carried: Nutrients that the files state.
        rows: Add ``source_file``, ``source_row`` and ``raw``.
        limit: At most so many rows.
        words: Amounts that are no number were learned (table ``amount_words``).
        audit: Keep the rows that the format drops, labelled in ``mgca_drop``, and add the
            file's place as ``mgca_number``.
        careful: Read every cell as text, trim it and cast it. Otherwise the CSV parser reads
            the numbers, and text is taken as it stands: for files that hold no surprise.
        unread: Add ``unread``, the cells of numbers that hold none.
    """
    plan, source = group.plan, group.source
    plainly = not (careful or rows or words or audit)
    doubles = quick(group, columns, carried) if plainly else None
    bound = f" LIMIT {limit}" if limit is not None else ""
    raw = raw_rows(group, rows=rows, named=audit, doubles=doubles or frozenset())
    as_is = doubles is not None
    inner = [f"{text(plan, house, as_is=as_is)} AS {house}" for house in _text_columns(columns)]
    if "day_state" in columns:
        inner.append(f"{one_of(plan, 'day_state', DAY_STATES, 'NULL')} AS day_state")
    if "kind" in columns:
        inner.append(f"{_kind(plan)} AS kind")
    inner += [
        f"{quantity(plan, house, source, as_is=as_is)} AS {house}"
        for house in _numbers(columns, carried)
    ]
    if unread:
        inner.append(f"{unread_cells(plan, numbers_of(plan, columns, carried), source)} AS unread")
    amount = plan.columns["amount"]
    inner.append("NULL::VARCHAR AS amount_text" if as_is else f"trim({amount}) AS amount_text")
    signed = source
    if source.amount_sign in (",", "."):
        signed = replace(source, decimal_comma=source.amount_sign == ",")
    inner.append(f"{amount if as_is else number(amount, signed)} AS amount_number")
    if rows:
        inner.append(f"mgca_row AS source_row, {FILE} AS source_file")
        cells = ", ".join(f"coalesce({quoted(c)}, '')" for c in source.names)
        inner.append(f"concat_ws({literal(source.delimiter or ',')}, {cells}) AS raw")
    where = ""
    if audit:
        inner.append(f"mgca_number, {_drop_label(plan)} AS mgca_drop")
    elif plan.drops and not as_is:
        conditions = " OR ".join(f"coalesce({drop.condition}, false)" for drop in plan.drops)
        where = f" WHERE NOT ({conditions})"
    base = f"SELECT {', '.join(inner)} FROM ({raw}{bound}){where}"
    amounts, joined, excluded = _amounts(columns, base, words=words)
    outer = f"SELECT * EXCLUDE ({excluded}), {amounts} FROM {joined}"
    reason = _unlike(columns, carried) if as_is else _reason(columns, plan, source)
    return f"SELECT *, {reason} AS reason FROM ({outer})"


def _numbers(columns: Sequence[str], carried: Sequence[str]) -> list[str]:
    return [h for h in NUMBERS if h in columns and (h not in COLUMNS or h in carried)]


def numbers_of(plan: Plan, columns: Sequence[str], carried: Sequence[str]) -> list[str]:
    """Return the columns of numbers, beside the amount, that a plan states and a call reads."""
    return [house for house in _numbers(columns, carried) if house in plan.columns]


def quick(group: Group, columns: Sequence[str], carried: Sequence[str]) -> frozenset[str] | None:
    """Return the columns that the CSV parser may read as numbers; None where care is needed."""
    plan, source = group.plan, group.source
    if source.kind != "csv" or source.decimal_comma or source.amount_sign or plan.amount_optional:
        return None
    if not all(drop.rare for drop in plan.drops):
        return None
    names = {quoted(name): name for name in source.names}
    wanted = _numbers(columns, carried)
    sql = [plan.columns[house] for house in ("amount", *wanted) if house in plan.columns]
    texts = {s for house, s in plan.columns.items() if house not in ("amount", *wanted)}
    if any(s not in names or s in texts for s in sql):
        return None
    return frozenset(names[s] for s in sql)


def _text_columns(columns: Sequence[str]) -> list[str]:
    return [house for house in TEXT if house in columns or house in ("person_id", "unit")]


def _amounts(columns: Sequence[str], base: str, *, words: bool) -> tuple[str, str, str]:
    if not words:
        return "amount_number AS amount", f"({base})", "amount_number"
    amounts = "coalesce(amount_number, amount_words.amount) AS amount"
    excluded = "amount_number, text, amount, low, high"
    for bound in ("low", "high"):
        own = f"amount_{bound}" in columns
        learned = f"CASE WHEN amount_number IS NULL THEN amount_words.{bound} END"
        value = f"coalesce(base.amount_{bound}, {learned})" if own else learned
        amounts += f", {value} AS amount_{bound}"
        excluded += f", amount_{bound}" if own else ""
    joined = f"({base}) AS base LEFT JOIN amount_words ON amount_text = amount_words.text"
    return amounts, joined, excluded


def _drop_label(plan: Plan) -> str:
    if not plan.drops:
        return "NULL::VARCHAR"
    cases = " ".join(f"WHEN {d.condition} THEN {literal(d.reason)}" for d in plan.drops)
    return f"CASE {cases} END"


def text(plan: Plan, house: str, *, as_is: bool = False) -> str:
    """Return the SQL of a text column; the file's name where nobody says who it is about."""
    if house in plan.columns:
        return plan.columns[house] if as_is else f"trim({plan.columns[house]})"
    return FILE if house == "person_id" else "NULL::VARCHAR"


def _kind(plan: Plan) -> str:
    """Return the SQL of the kind: food where blank, null where it is no kind."""
    if "kind" not in plan.columns:
        return "'food'::VARCHAR"
    listed = ", ".join(literal(word) for word in KINDS)
    word = f"lower(trim(coalesce({plan.columns['kind']}, '')))"
    return f"CASE WHEN {word} IN ({listed}) THEN {word} WHEN {word} = '' THEN 'food' END"


def one_of(plan: Plan, house: str, allowed: Iterable[str], otherwise: str) -> str:
    """Return the SQL of a word from a list; ``otherwise`` where it is another."""
    if house not in plan.columns:
        return f"{otherwise}::VARCHAR"
    listed = ", ".join(literal(word) for word in allowed)
    word = f"lower(trim({plan.columns[house]}))"
    return f"CASE WHEN {word} IN ({listed}) THEN {word} ELSE {otherwise} END"


def _unlike(columns: Sequence[str], carried: Sequence[str]) -> str:
    """Return the SQL that tells rows apart that the careful reading has to look at.

    A row of totals among foods that are looked up is found by its name, as a food without a factor.
    """
    food = "coalesce(food_id, food)" if "food_id" in columns else "food"
    tests = [f"{text} <> ''" for text in ("person_id", "day", food)]
    if "kind" in columns:
        tests.append("kind IS NOT NULL")
    tests += [f"({n} IS NULL OR ({n} >= 0 AND {n} < 'inf'))" for n in _numbers(columns, carried)]
    if not needs_foods(tuple(carried)):
        listed = ", ".join(map(literal, TOTALS_WORDS))
        tests.append(f"lower(trim({food})) NOT IN ({listed})")
    test = f"amount > 0 AND amount < 'inf' AND {' AND '.join(tests)}"
    return f"CASE WHEN {test} THEN NULL ELSE 'unread' END"


def _reason(columns: Sequence[str], plan: Plan, source: Source) -> str:
    named = "coalesce(food_id, '') = '' AND " if "food_id" in columns else ""
    if plan.amount_optional:
        blank = ""
    else:
        words = "|".join(TOTALS_WORDS)
        blank = (
            "WHEN amount_text IS NULL OR amount_text = '' THEN "
            f"CASE WHEN regexp_matches(lower(food), '^({words})$') THEN 'a row of totals' "
            "ELSE 'amount is blank' END "
        )
    listed = ", ".join(KINDS)
    kind = f"WHEN kind IS NULL THEN 'kind is none of {listed}' " if "kind" in columns else ""
    wrong = "amount IS NULL OR NOT isfinite(amount)"
    if plan.amount_optional:
        wrong = f"coalesce(amount_text, '') <> '' AND ({wrong})"
    doubtful = ""
    if source.amount_sign == BOTH:
        doubtful = (
            f"WHEN regexp_matches(amount_text, '{EITHER}') THEN concat('amount can be read in two "
            "ways, others of the file have decimal commas and decimal points: ', amount_text) "
        )
    return (
        "CASE WHEN person_id IS NULL OR person_id = '' THEN 'person_id is blank' "
        "WHEN day IS NULL OR day = '' THEN 'day is blank' "
        f"WHEN {named}coalesce(food, '') = '' THEN 'food is blank' {blank}{doubtful}"
        f"WHEN {wrong} THEN concat('amount is not a number: ', amount_text[:60]) "
        "WHEN amount <= 0 THEN concat('amount is not more than zero: ', amount_text[:60]) "
        f"{kind}END"
    )
