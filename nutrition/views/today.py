"""What the pages draw, as numbers: gauges, upper level, probability curve, sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from foods.nutrients import BY_COLUMN, MINERALS
from nutrition.adequacy.wording import missing
from nutrition.intake import stem
from nutrition.texts import ENGLISH, number, say
from nutrition.views.day import Day, without_value
from nutrition.views.spoken import chance_words, mineral_name, total_line

if TYPE_CHECKING:
    from foods.composition import FoodTable

HEADROOM = 1.12
"""Room on a gauge beyond the largest figure, for its label and for what is not known."""

CURVE_POINTS = 241
CURVE_REACH = 4.0
"""Standard deviations drawn on either side of a normal curve: all but 1 in 10,000."""


@dataclass(frozen=True)
class Gauge:
    """One mineral of a day against its references.

    Attributes:
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        name: The mineral's name.
        known_mg: What is known of the total [mg]; None where nothing is.
        unknown_items: Items without a value.
        items: All items.
        marks: Label and value [mg/d] of each reference, lowest first.
        top_mg: End of the scale [mg].
        title: Mineral and amount.
        note: What is not known.
        alt: The gauge in one sentence.
    """

    nutrient: str
    name: str
    known_mg: float | None
    unknown_items: int
    items: int
    marks: tuple[tuple[str, float], ...]
    top_mg: float
    title: str
    note: str
    alt: str


@dataclass(frozen=True)
class UpperLevel:
    """What supplements and medicines bring of a mineral, against its upper level.

    Attributes:
        name: The mineral's name.
        taken_mg: What the labels state [mg/d].
        unknown_items: Supplements without a value.
        level_mg: The upper level [mg/d].
        top_mg: End of the scale [mg].
        above: Whether the amount is above the level; None where something is not known and what
            is known is not above.
        reference: Body, statistic and edition.
        title: Mineral and amount.
        note: On which side of the level it is.
        mark: What the level is called.
        alt: The bar in one sentence.
    """

    name: str
    taken_mg: float
    unknown_items: int
    level_mg: float
    top_mg: float
    above: bool | None
    reference: str
    title: str
    note: str
    mark: str
    alt: str


@dataclass(frozen=True)
class Curve:
    """Where usual intake lies, as far as the days tell, against a reference.

    Attributes:
        frame: ``intake_mg`` [mg/d], ``density`` [per mg], ``reached`` (bool).
        reference_mg: The average requirement or adequate intake [mg/d].
        probability: Area on the side that reaches it.
        title: The probability in words.
        note: What the shaded part is.
        axis: What is drawn along the axis.
        mark: What the reference is called.
        alt: The curve in one sentence.
    """

    frame: pd.DataFrame
    reference_mg: float
    probability: float
    title: str
    note: str
    axis: str
    mark: str
    alt: str


def gauge(
    day: Day,
    nutrient: str,
    *,
    language: str = ENGLISH,
    levels: Mapping[str, float] | None = None,
) -> Gauge | None:
    """Return the gauge of a mineral; None where the day has no item.

    Args:
        day: A computed day.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        language: Of labels and sentence.
        levels: References of `nutrition.views.day.levels`, for a day that is not judged yet.
    """
    if day.totals is None:
        return None
    row = assessment_row(day, nutrient) if levels is None else levels
    names = {"ear_mg": "average", "ai_mg": "adequate", "rda_mg": "recommended"}
    marks = [] if row is None else [(name, row[column]) for column, name in names.items()]
    known = [
        (say(f"pages-today-mark-{name}", language), float(value))
        for name, value in marks
        if not missing(value)
    ]
    amount = None if missing(day.totals[nutrient]) else float(day.totals[nutrient])
    largest = max([amount or 0.0, *(value for _, value in known), 1.0])
    said = total_line(day, nutrient, language)
    beside = "; ".join(f"{name} {number(value, language)} mg" for name, value in known)
    unknown = int(day.totals[f"{stem(nutrient)}_unknown_items"])
    return Gauge(
        nutrient=nutrient,
        name=BY_COLUMN[nutrient].name,
        known_mg=amount,
        unknown_items=unknown,
        items=int(day.totals["items"]),
        marks=tuple(sorted(known, key=lambda mark: mark[1])),
        top_mg=largest * HEADROOM,
        title=_title(nutrient, amount, unknown, language),
        note=say("pages-today-hatched", language, unknown=unknown, items=int(day.totals["items"]))
        if unknown
        else say("pages-today-nothing-unknown", language),
        alt=f"{said} {beside}." if beside else said,
    )


def _title(nutrient: str, amount: float | None, unknown: int, language: str) -> str:
    name = mineral_name(nutrient, language, heading=True)
    if amount is None:
        return say("pages-today-title-unknown", language, mineral=name)
    kind = "at-least" if unknown else "known"
    return say(f"pages-today-title-{kind}", language, mineral=name, amount=number(amount, language))


def upper_level(
    day: Day, nutrient: str = "magnesium_mg", *, language: str = ENGLISH
) -> UpperLevel | None:
    """Return supplements and medicines against the upper level that counts only these.

    Args:
        day: A computed day.
        nutrient: The mineral.
        language: Of the words.

    Returns:
        The bar; None without a profile, without supplements, or where the body's level counts
        total intake or is not set.
    """
    row = assessment_row(day, nutrient)
    if row is None or day.totals is None or int(day.totals["supplement_items"]) == 0:
        return None
    if missing(row["ul_mg"]) or row["ul_base"] == "total":
        return None
    taken = day.totals[f"{stem(nutrient)}_supplement_mg"]
    amount = 0.0 if missing(taken) else float(taken)
    level = float(row["ul_mg"])
    unknown = int(day.totals[f"{stem(nutrient)}_supplement_unknown_items"])
    kind = "known" if not unknown else "at-least" if amount else "unknown"
    figures = {"mineral": mineral_name(nutrient, language, heading=True)}
    if kind != "unknown":
        figures["amount"] = number(amount, language)
    above = True if amount > level else None if unknown else False
    side = {True: "above", False: "below", None: "open"}[above]
    return UpperLevel(
        name=BY_COLUMN[nutrient].name,
        taken_mg=amount,
        unknown_items=unknown,
        level_mg=level,
        top_mg=max(amount, level) * HEADROOM,
        above=above,
        reference=str(row["ul_reference"]),
        title=say(f"pages-today-taken-title-{kind}", language, **figures),
        note=say(f"pages-today-taken-{side}", language),
        mark=say("pages-today-upper-level", language),
        alt=say(
            f"pages-today-taken-alt-{kind}", language, level=number(level, language), **figures
        ),
    )


def probability_curve(row: Mapping[str, Any], *, language: str = ENGLISH) -> Curve | None:
    """Return the curve behind a probability: N(intake, SD of D) against the reference.

    IOM 2000, p. 53-54: D = intake - EAR with SD of D = sqrt(SD_r^2 + SD_w^2 / n), so the area
    of a normal curve about the intake that lies above the EAR is the probability that usual
    intake meets the requirement. Against an adequate intake the SD is SD_w / sqrt(n).

    Args:
        row: A row of the assessment table.
        language: Of the words.

    Returns:
        The curve, drawn from zero on; None where the method gives no probability.
    """
    method = row["method"]
    if method not in ("average_requirement", "adequate_intake") or missing(row["intake_mg"]):
        return None
    average = method == "average_requirement"
    chance = row["probability_adequate" if average else "probability_above_ai"]
    if missing(chance) or missing(row["z"]):
        return None
    reference = float(row["ear_mg" if average else "ai_mg"])
    intake, days = float(row["intake_mg"]), float(row["days"])
    spread = float(row["requirement_cv"]) * reference if average else 0.0
    sd = float(np.hypot(spread, float(row["sd_day_mg"]) / np.sqrt(days)))
    ends = (min(intake, reference) - CURVE_REACH * sd, max(intake, reference) + CURVE_REACH * sd)
    points = np.linspace(max(0.0, ends[0]), ends[1], CURVE_POINTS)
    points = np.unique(np.append(points, reference))
    density = np.exp(-0.5 * ((points - intake) / sd) ** 2) / (sd * np.sqrt(2 * np.pi))
    frame = pd.DataFrame({"intake_mg": points, "density": density, "reached": points >= reference})
    at_least = bool(row["probability_is_at_least"])
    words = chance_words(float(chance), language, at_least=at_least)
    mark = say(f"pages-today-mark-{'average' if average else 'adequate'}", language)
    kind = "unknown" if words is None else "at-least" if at_least else "known"
    figures = {} if words is None else {"chance": words}
    return Curve(
        frame=frame,
        reference_mg=reference,
        probability=float(chance),
        title=say(f"pages-today-curve-title-{kind}", language, **figures),
        note=say("pages-today-curve-note", language, reference=mark),
        axis=say(
            "pages-today-curve-axis", language, mineral=mineral_name(row["nutrient"], language)
        ),
        mark=mark,
        alt=say(
            f"pages-today-curve-alt-{kind}",
            language,
            mineral=mineral_name(row["nutrient"], language),
            days=int(days),
            amount=number(intake, language),
            reference=mark,
            level=number(reference, language),
            **figures,
        ),
    )


def assessment_row(day: Day, nutrient: str) -> Mapping[str, Any] | None:
    """Return a mineral's row of the assessment, None without a profile."""
    return day.assessed.get(nutrient)


def item_sources(
    day: Day, table: "FoodTable", *, locale: str = "us", language: str = ENGLISH
) -> pd.DataFrame:
    """Return where each item's numbers come from.

    Args:
        day: A computed day.
        table: The food table.
        locale: Sizes of cups, pints and spoons.
        language: Of the words.

    Returns:
        Columns ``food, source, release, food_id, weight``: the table and release of the
        minerals, and the source of the weight.
    """
    from foods.measures import weigh

    records = []
    for item in day.items.to_dict("records"):
        record = {"food": item["food"], "source": "", "release": "", "food_id": "", "weight": ""}
        if "kind" in item and item["kind"] in ("supplement", "medicine"):
            record["source"] = say("pages-today-source-label", language)
        elif item["food_id"] in table:
            food = table.food(item["food_id"])
            weight = weigh(table, food.food_id, item["unit"] or "", locale=locale)
            record |= {"source": food.source, "release": food.release, "food_id": food.food_id}
            record["weight"] = weight.source or say("pages-today-source-answered", language)
        else:
            record["source"] = say("value-not-known", language)
        records.append(record)
    return pd.DataFrame.from_records(records)


def reference_sources(day: Day, *, language: str = ENGLISH) -> list[str]:
    """Return the references and methods behind a day's assessment, as sentences."""
    lines = []
    for nutrient in MINERALS:
        row = assessment_row(day, nutrient)
        if row is None:
            continue
        for kind, column in (
            ("reference", "reference"),
            ("upper", "ul_reference"),
            ("sd", "sd_source"),
        ):
            if not missing(row[column]):
                name = mineral_name(nutrient, language, heading=True)
                text_id = f"pages-today-rests-on-{kind}"
                lines.append(say(text_id, language, mineral=name, source=str(row[column])))
        if row["recalled"]:
            lines.append(say("pages-today-recalled", language))
    return lines


def day_table(day: Day) -> pd.DataFrame:
    """Return the items of a day for download: what was eaten, what it came to, what is open."""
    columns = (
        *("food", "amount", "amount_low", "amount_high", "unit", "kind", "food_id"),
        *("description", "grams", "calcium_mg", "calcium_mg_low", "calcium_mg_high"),
        *("magnesium_mg", "magnesium_mg_low", "magnesium_mg_high"),
        *("food_status", "amount_status", "reason"),
    )
    return day.items[[column for column in columns if column in day.items]]


def unknown_names(day: Day, nutrients: Sequence[str] = MINERALS) -> dict[str, list[str]]:
    """Name the items of a day that have no value, by mineral."""
    return {nutrient: without_value(day.items, nutrient) for nutrient in nutrients}
