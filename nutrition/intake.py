"""Items → Days: sums by person and day beside the counts of what was unknown.

One narwhals expression set runs on every engine. Days hold sums and counts only, so the days of
parts add up to the days of the whole (`merge`).
"""

from collections.abc import Sequence
from typing import Any

import narwhals as nw

from foods.nutrients import COLUMNS, MINERALS
from nutrition.diary import SCHEMA_VERSION, SUPPLEMENTS
from nutrition.engines import wrap

KEYS = ("person_id", "day")
BOUNDS = ("low", "high")


def stem(nutrient: str) -> str:
    """Return the nutrient's name without its unit: ``calcium_mg`` → ``calcium``."""
    return nutrient.rpartition("_")[0]


def _unit(nutrient: str) -> str:
    return nutrient.rpartition("_")[2]


def _part(nutrient: str, part: str) -> str:
    return f"{stem(nutrient)}_{part}_{_unit(nutrient)}"


SUMS = (
    "items",
    "grams",
    "grams_unknown_items",
    "supplement_items",
    *COLUMNS,
    *(_part(n, part) for n in MINERALS for part in ("food", "supplement")),
    *(f"{n}_{bound}" for n in MINERALS for bound in BOUNDS),
    *(f"{stem(n)}_unknown_items" for n in COLUMNS),
    *(f"{stem(n)}_supplement_unknown_items" for n in MINERALS),
    *(f"{stem(n)}_known_grams" for n in MINERALS),
)
DAY_COLUMNS = (
    *KEYS,
    "day_state",
    "items",
    "grams",
    "grams_unknown_items",
    *(
        column
        for n in MINERALS
        for column in (
            n,
            _part(n, "food"),
            _part(n, "supplement"),
            f"{n}_low",
            f"{n}_high",
            f"{stem(n)}_unknown_items",
            f"{stem(n)}_known_grams",
        )
    ),
    *(c for n in COLUMNS if n not in MINERALS for c in (n, f"{stem(n)}_unknown_items")),
    "supplement_items",
    *(f"{stem(n)}_supplement_unknown_items" for n in MINERALS),
    "schema_version",
)


def total(items: Any) -> Any:
    """Sum items by person and day.

    Args:
        items: Items table on any engine: ``person_id, day``, nutrients per row [mg, kcal, µg, g;
            null where unknown]; optional ``grams`` [g], ``kind``, ``day_state`` and
            ``calcium_mg_low`` … ``magnesium_mg_high``.

    Returns:
        Days, the kind of frame that was given, columns `DAY_COLUMNS`. A total is what is known;
        it is null where nothing is. Grams and known grams count food and water, not supplements.
    """
    frame = wrap(items)
    columns = set(frame.collect_schema().names())
    keys = [nw.col(key).cast(nw.String) for key in KEYS]
    return nw.to_native(_finish(_sums(frame.with_columns(*keys), columns)))


def merge(parts: Sequence[Any]) -> Any:
    """Add up the days of parts: the days of the whole.

    Args:
        parts: Days tables of one engine, as `total` returns them.

    Returns:
        Days with one row a person and day.
    """
    frames = [wrap(part) for part in parts]
    frame = nw.concat(frames, how="vertical") if len(frames) > 1 else frames[0]
    return nw.to_native(_finish(_add(frame)))


def _add(frame: Any) -> Any:
    return frame.group_by(*KEYS).agg(
        nw.col("day_state").max(), *(nw.col(column).sum() for column in SUMS)
    )


def _sums(frame: Any, columns: set[str]) -> Any:
    """Group once, with only the sums that the columns at hand call for."""
    supplements = "kind" in columns
    ranges = [n for n in MINERALS if f"{n}_low" in columns]
    frame = frame.with_columns(**_rows(columns, supplements=supplements))
    frame = frame.with_columns(
        **{f"_known_{n}": nw.when(~nw.col(n).is_null()).then(nw.col("_grams")) for n in MINERALS}
    )
    sums = {
        "items": nw.len(),
        "grams": nw.col("_grams").sum(),
        "_grams_known": nw.col("_grams").count(),
        **{f"_sum_{n}": nw.col(n).sum() for n in COLUMNS},
        **{f"_count_{n}": nw.col(n).count() for n in COLUMNS},
        **{f"{stem(n)}_known_grams": nw.col(f"_known_{n}").sum() for n in MINERALS},
        **{f"{n}_{bound}": nw.col(f"{n}_{bound}").sum() for n in ranges for bound in BOUNDS},
    }
    if "day_state" in columns:
        sums["day_state"] = nw.col("day_state").max()
    if supplements:
        sums["_supplements"] = nw.col("_supplement").count()
        for n in MINERALS:
            sums[f"_food_sum_{n}"] = nw.col(f"_food_{n}").sum()
            sums[f"_supplement_sum_{n}"] = nw.col(f"_supplement_{n}").sum()
            sums[f"_supplement_count_{n}"] = nw.col(f"_supplement_{n}").count()
    days = frame.group_by(*KEYS).agg(**sums)
    return days.with_columns(**_counts(columns, supplements=supplements, ranges=ranges))


def _rows(columns: set[str], *, supplements: bool) -> dict[str, Any]:
    """Split each row's values into food and supplements; what a diary lacks is null."""
    null = nw.lit(None).cast(nw.Float64)
    rows: dict[str, Any] = {n: null for n in COLUMNS if n not in columns}
    grams = nw.col("grams") if "grams" in columns else null
    if not supplements:
        return rows | {"_grams": grams}
    eaten = ~nw.coalesce("kind", nw.lit("food")).is_in(SUPPLEMENTS)
    rows["_grams"] = nw.when(eaten).then(grams)
    rows["_supplement"] = nw.when(~eaten).then(nw.lit(1.0))
    for n in MINERALS:
        value = nw.col(n) if n in columns else null
        rows[f"_food_{n}"] = nw.when(eaten).then(value)
        rows[f"_supplement_{n}"] = nw.when(~eaten).then(value)
    return rows


def _counts(columns: set[str], *, supplements: bool, ranges: list[str]) -> dict[str, Any]:
    zero = nw.lit(0.0)
    out: dict[str, Any] = {}
    if "day_state" not in columns:
        out["day_state"] = nw.lit(None).cast(nw.String)
    items = nw.col("items").cast(nw.Int64)
    extra = nw.col("_supplements").cast(nw.Int64) if supplements else nw.lit(0).cast(nw.Int64)
    out["items"] = items
    out["supplement_items"] = extra
    out["grams_unknown_items"] = items - extra - nw.col("_grams_known").cast(nw.Int64)
    for n in COLUMNS:
        out[n] = nw.col(f"_sum_{n}")
        out[f"{stem(n)}_unknown_items"] = items - nw.col(f"_count_{n}").cast(nw.Int64)
    for n in MINERALS:
        out[_part(n, "food")] = nw.col(f"_food_sum_{n}") if supplements else nw.col(f"_sum_{n}")
        out[_part(n, "supplement")] = nw.col(f"_supplement_sum_{n}") if supplements else zero
        out[f"{stem(n)}_supplement_unknown_items"] = (
            extra - nw.col(f"_supplement_count_{n}").cast(nw.Int64) if supplements else extra
        )
        if n not in ranges:
            out[f"{n}_low"] = nw.col(f"_sum_{n}")
            out[f"{n}_high"] = nw.col(f"_sum_{n}")
    return out


def _finish(days: Any) -> Any:
    """Turn sums over nothing known into null: an unknown total is not zero."""
    items, extra = nw.col("items"), nw.col("supplement_items")
    eaten = items - extra
    out: dict[str, Any] = {
        "grams": _part_known(nw.col("grams"), eaten, nw.col("grams_unknown_items")),
        "schema_version": nw.lit(SCHEMA_VERSION),
    }
    for n in COLUMNS:
        known = nw.col(f"{stem(n)}_unknown_items") < items
        bounds = (f"{n}_low", f"{n}_high") if n in MINERALS else ()
        for column in (n, *bounds):
            out[column] = nw.when(known).then(nw.col(column))
    for n in MINERALS:
        unknown = nw.col(f"{stem(n)}_unknown_items")
        taken = nw.col(f"{stem(n)}_supplement_unknown_items")
        food, supplement = _part(n, "food"), _part(n, "supplement")
        out[food] = _part_known(nw.col(food), eaten, unknown - taken)
        out[supplement] = _part_known(nw.col(supplement), extra, taken)
        out[f"{stem(n)}_known_grams"] = nw.col(f"{stem(n)}_known_grams").fill_null(0.0)
    return days.with_columns(**out).select(*DAY_COLUMNS)


def _part_known(value: Any, rows: Any, unknown: Any) -> Any:
    """Return the sum over ``rows``: zero where there are none, null where all are unknown."""
    return nw.when((rows == 0) | (unknown < rows)).then(value.fill_null(0.0))


def known_share(days: Any, nutrient: str) -> Any:
    """Add ``<nutrient>_known_share``: known grams of all grams, null while any are unknown.

    Args:
        days: Days table on any engine.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
    """
    known, grams = nw.col(f"{stem(nutrient)}_known_grams"), nw.col("grams")
    share = nw.when((nw.col("grams_unknown_items") == 0) & (grams > 0)).then(known / grams)
    return nw.to_native(wrap(days).with_columns(share.alias(f"{stem(nutrient)}_known_share")))
