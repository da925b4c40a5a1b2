"""Diary + factors → Items: a join and a multiplication, the same on every engine."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import narwhals as nw

from foods.errors import DiaryError
from foods.nutrients import COLUMNS, MINERALS
from nutrition.diary import (
    OPTIONAL_NUMBERS,
    SUPPLEMENTS,
    Diary,
    carried_columns,
    needs_foods,
)
from nutrition.engines import like, wrap

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.factors import Answers

NEEDED = ("person_id", "day", "food", "amount", "unit")
PLAUSIBLE_GRAMS = 5_000.0
"""More of one food in one row is flagged: five kilograms is beyond any reported portion."""


def resolve(
    diary: Any,
    table: "FoodTable | None" = None,
    *,
    locale: str = "us",
    answers: "Answers | None" = None,
    recompute: bool = False,
) -> Any:
    """Look up every distinct food and unit once and compute the nutrients of every row.

    Args:
        diary: A `Diary`, or its frame on any engine (columns ``person_id, day, food, amount,
            unit`` and the optional ones of `nutrition.diary`).
        table: Food table; the bundled one when None.
        locale: Sizes of cups, pints and spoons: ``us``, ``uk`` or ``metric``.
        answers: Choices made before, by food and unit as written.
        recompute: Ignore nutrients that the diary carries.

    Returns:
        Items, the kind of frame that was given: the diary's columns, ``food_id, description,
        grams`` [g], the nutrients, ``_low`` and ``_high`` of the minerals [mg], ``food_status``,
        ``amount_status`` and ``reason``. Null is no value, never a status.

    Raises:
        DiaryError: The frame lacks a column that a diary needs, or an amount is no number.
    """
    from foods.composition import FoodTable  # opens the table only when needed
    from nutrition.factors import factors_for

    frame = diary.frame if isinstance(diary, Diary) else diary
    table = table or FoodTable.bundled()
    frame = _checked(frame)
    columns = wrap(frame).collect_schema().names()
    carried = carried_columns(columns, recompute=recompute)
    keyed = with_key(frame, carried)
    pairs = distinct_pairs(keyed)
    factors = factors_for(pairs, table, locale=locale, answers=answers)
    return attach(keyed, like(frame, factors), carried)


def _checked(frame: Any) -> Any:
    """Return the frame with decimal numbers as floats.

    Raises:
        DiaryError: It is no frame, or lacks columns that a diary needs.
    """
    try:
        wrapped = wrap(frame)
    except TypeError as error:
        raise DiaryError(
            f"A {type(frame).__name__} is not a diary.",
            hint="Give what nutrition.read returns, or a data frame with the columns "
            f"{', '.join(NEEDED)}.",
        ) from error
    schema = wrapped.collect_schema()
    names = schema.names()
    missing = [c for c in NEEDED if c not in names and not (c == "food" and "food_id" in names)]
    if missing:
        raise DiaryError(
            f"The frame has no column {', '.join(missing)}.",
            hint=f"A diary has {', '.join(NEEDED)}; rename yours.",
            missing=missing,
        )
    numbers = [c for c in ("amount", *OPTIONAL_NUMBERS, *COLUMNS) if c in names]
    odd = [c for c in numbers if not schema[c].is_float() and not schema[c].is_integer()]
    if not odd:
        return frame
    try:
        return nw.to_native(wrapped.with_columns(nw.col(c).cast(nw.Float64) for c in odd))
    except (ValueError, TypeError, ArithmeticError) as error:
        raise DiaryError(
            f"{', '.join(odd)} cannot be taken as numbers: {error}.",
            hint="Give amounts as numbers; nutrition.read reads texts such as 1/2.",
            columns=odd,
        ) from error


def with_key(diary: Any, carried: tuple[str, ...] = ()) -> Any:
    """Add ``key``: the food id where one is given, else the food as written.

    The key is empty where no food is looked up: supplements and medicines, and diaries that
    state both minerals themselves.
    """
    frame = wrap(diary)
    columns = frame.collect_schema().names()
    empty = nw.lit("")
    if not needs_foods(carried):
        key = empty
    else:
        key = nw.coalesce(*(nw.col(c) for c in ("food_id", "food") if c in columns))
        if "kind" in columns:
            key = nw.when(nw.col("kind").is_in(SUPPLEMENTS)).then(empty).otherwise(key)
    filled = {"unit": nw.coalesce("unit", empty)}
    if "kind" in columns:
        filled["kind"] = nw.coalesce("kind", nw.lit("food"))
    return nw.to_native(frame.with_columns(key=key, **filled))


def distinct_pairs(keyed: Any) -> list[tuple[str, str]]:
    """Return each distinct ``(key, unit)`` of a keyed diary."""
    frame = wrap(keyed).select("key", "unit").unique()
    if isinstance(frame, nw.LazyFrame):
        frame = frame.collect()
    return sorted((str(key), str(unit)) for key, unit in frame.iter_rows())


def attach(keyed: Any, factors: Any, carried: Iterable[str] = ()) -> Any:
    """Join the factors and compute every row: ``coalesce(carried, amount × factor)``.

    Args:
        keyed: Diary with ``key`` (see `with_key`), on any engine.
        factors: One row for each ``(key, unit)`` on the same engine; columns as in
            `nutrition.factors.FACTOR_COLUMNS`, or the ready-made ones of the food table.
        carried: Nutrients that the diary states itself.

    Returns:
        Items on the same engine; with ``met`` (a factor was found) where the factors carry
        ``f_found``.
    """
    diary, ready = wrap(keyed), wrap(factors)
    columns = set(diary.collect_schema().names())
    have = set(ready.collect_schema().names())
    joined = diary.join(ready, on=["key", "unit"], how="left")
    amount = nw.col("amount")
    carried = tuple(carried)
    values: dict[str, Any] = {}
    weighed = amount * nw.col("f_grams")
    values["grams"] = nw.coalesce("grams", weighed) if "grams" in columns else weighed
    for nutrient in COLUMNS:
        if nutrient in carried:
            values[nutrient] = nw.col(nutrient)
        else:
            values[nutrient] = amount * nw.col(f"f_{nutrient}")
    if "f_grams_low" in have:
        values |= _ranges(columns, carried, have)
    if "f_food_status" in have:
        values |= _labels(columns, values["grams"])
    if "f_found" in have:
        values["met"] = ~nw.col("f_found").is_null()
    dropped = [c for c in have if c.startswith("f_")]
    # Carried values that are recomputed must not shadow the new ones.
    return nw.to_native(joined.with_columns(**values).drop([*dropped, "key"]))


def _ranges(columns: set[str], carried: tuple[str, ...], have: set[str]) -> dict[str, Any]:
    out = {}
    for bound in ("low", "high"):
        own = f"amount_{bound}"
        amount = nw.coalesce(own, "amount") if own in columns else nw.col("amount")
        spread = nw.col(f"f_grams_{bound}") / nw.col("f_grams")
        for nutrient in MINERALS:
            of_one = nw.col(f"f_{nutrient}") * spread
            own_range = f"f_{nutrient}_{bound}"
            if own_range in have:
                of_one = nw.coalesce(nw.col(own_range), of_one)
            computed = amount * of_one
            out[f"{nutrient}_{bound}"] = nw.col(nutrient) if nutrient in carried else computed
    return out


def _labels(columns: set[str], grams: Any) -> dict[str, Any]:
    missing = nw.col("f_food_status").is_null()
    status = nw.col("f_amount_status")
    if "kind" in columns:
        taken = nw.col("kind").is_in(SUPPLEMENTS)
        status = nw.when(taken).then(nw.lit("exact")).otherwise(status)
    status = nw.when(nw.col("amount").is_null()).then(nw.lit("ask")).otherwise(status)
    if {"amount_low", "amount_high"} <= columns:
        ranged = (status == "exact") & (nw.col("amount_low") < nw.col("amount_high"))
        status = nw.when(ranged).then(nw.lit("estimated")).otherwise(status)
    settled = status.is_in(["exact", "estimated"])
    known_id = nw.coalesce("food_id", "f_food_id") if "food_id" in columns else nw.col("f_food_id")
    return {
        "food_id": known_id,
        "description": nw.col("f_description"),
        "food_status": nw.when(missing).then(nw.lit("unknown")).otherwise(nw.col("f_food_status")),
        "amount_status": nw.when(settled & (grams > PLAUSIBLE_GRAMS))
        .then(nw.lit("flag"))
        .otherwise(nw.when(missing).then(nw.lit("unknown")).otherwise(status)),
        "reason": nw.col("f_reason"),
    }
