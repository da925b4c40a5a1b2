"""What the pages draw, as numbers: gauges, upper level, probability curve, sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from foods.nutrients import BY_COLUMN, MINERALS
from nutrition.adequacy.wording import milligrams, missing, tenths
from nutrition.intake import stem
from nutrition.views.day import Day, sentence, without_value

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
        alt: The gauge in one sentence.
    """

    nutrient: str
    name: str
    known_mg: float | None
    unknown_items: int
    items: int
    marks: tuple[tuple[str, float], ...]
    top_mg: float
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
        above: Whether the amount is above the level.
        reference: Body, statistic and edition.
        alt: The bar in one sentence.
    """

    name: str
    taken_mg: float
    unknown_items: int
    level_mg: float
    top_mg: float
    above: bool
    reference: str
    alt: str


@dataclass(frozen=True)
class Curve:
    """Where usual intake lies, as far as the days tell, against a reference.

    Attributes:
        frame: ``intake_mg`` [mg/d], ``density`` [per mg], ``reached`` (bool).
        reference_mg: The average requirement or adequate intake [mg/d].
        reference_name: "average requirement" or "adequate intake".
        probability: Area on the side that reaches it.
        words: The probability in words.
        alt: The curve in one sentence.
    """

    frame: pd.DataFrame
    reference_mg: float
    reference_name: str
    probability: float
    words: str
    alt: str


def gauge(day: Day, nutrient: str) -> Gauge | None:
    """Return the gauge of a mineral; None where the day has no item.

    Args:
        day: A computed day.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
    """
    if day.totals is None:
        return None
    row = assessment_row(day, nutrient)
    labels = {"ear_mg": "average requirement", "ai_mg": "adequate intake", "rda_mg": "recommended"}
    marks = [] if row is None else [(name, row[c]) for c, name in labels.items()]
    known = [(name, float(value)) for name, value in marks if not missing(value)]
    amount = None if missing(day.totals[nutrient]) else float(day.totals[nutrient])
    largest = max([amount or 0.0, *(value for _, value in known), 1.0])
    said = sentence(day.totals, day.items, nutrient)
    beside = "; ".join(f"{name} {milligrams(value)} mg" for name, value in known)
    return Gauge(
        nutrient=nutrient,
        name=BY_COLUMN[nutrient].name,
        known_mg=amount,
        unknown_items=int(day.totals[f"{stem(nutrient)}_unknown_items"]),
        items=int(day.totals["items"]),
        marks=tuple(sorted(known, key=lambda mark: mark[1])),
        top_mg=largest * HEADROOM,
        alt=f"{said} {beside.capitalize()}." if beside else said,
    )


def upper_level(day: Day, nutrient: str = "magnesium_mg") -> UpperLevel | None:
    """Return supplements and medicines against the upper level that counts only these.

    Args:
        day: A computed day.
        nutrient: The mineral.

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
    name = BY_COLUMN[nutrient].name
    unknown = int(day.totals[f"{stem(nutrient)}_supplement_unknown_items"])
    least = "at least " if unknown else ""
    return UpperLevel(
        name=name,
        taken_mg=amount,
        unknown_items=unknown,
        level_mg=level,
        top_mg=max(amount, level) * HEADROOM,
        above=amount > level,
        reference=str(row["ul_reference"]),
        alt=(
            f"{name.capitalize()} from supplements and medicines: {least}{milligrams(amount)} mg; "
            f"upper level {milligrams(level)} mg, which counts only these."
        ),
    )


def probability_curve(row: Mapping[str, Any]) -> Curve | None:
    """Return the curve behind a probability: N(intake, SD of D) against the reference.

    IOM 2000, p. 53-54: D = intake - EAR with SD of D = sqrt(SD_r^2 + SD_w^2 / n), so the area
    of a normal curve about the intake that lies above the EAR is the probability that usual
    intake meets the requirement. Against an adequate intake the SD is SD_w / sqrt(n).

    Args:
        row: A row of the assessment table.

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
    said = tenths(float(chance), at_least=at_least)
    words = "not stated" if said is None else f"at least {said}" if at_least else said
    name = "average requirement" if average else "adequate intake"
    mineral = BY_COLUMN[row["nutrient"]].name
    least = "at least " if at_least else ""
    return Curve(
        frame=frame,
        reference_mg=reference,
        reference_name=name,
        probability=float(chance),
        words=words,
        alt=(
            f"Usual {mineral} intake as far as {int(days)} "
            f"{'day tells' if days == 1 else 'days tell'}: a bell curve about {least}"
            f"{milligrams(intake)} mg; {words} lies at or above the {name} of "
            f"{milligrams(reference)} mg."
        ),
    )


def assessment_row(day: Day, nutrient: str) -> Mapping[str, Any] | None:
    """Return a mineral's row of the assessment, None without a profile."""
    if day.assessment.empty:
        return None
    rows = day.assessment[day.assessment["nutrient"] == nutrient]
    return {str(name): value for name, value in rows.iloc[0].items()}


def item_sources(day: Day, table: "FoodTable", *, locale: str = "us") -> pd.DataFrame:
    """Return where each item's numbers come from.

    Args:
        day: A computed day.
        table: The food table.
        locale: Sizes of cups, pints and spoons.

    Returns:
        Columns ``food, source, release, food_id, weight``: the table and release of the
        minerals, and the source of the weight.
    """
    from foods.measures import weigh

    records = []
    for item in day.items.to_dict("records"):
        record = {"food": item["food"], "source": "", "release": "", "food_id": "", "weight": ""}
        if "kind" in item and item["kind"] in ("supplement", "medicine"):
            record["source"] = "the label, as entered"
        elif item["food_id"] in table:
            food = table.food(item["food_id"])
            weight = weigh(table, food.food_id, item["unit"] or "", locale=locale)
            record |= {"source": food.source, "release": food.release, "food_id": food.food_id}
            record["weight"] = weight.source or "as answered"
        else:
            record["source"] = "not known"
        records.append(record)
    return pd.DataFrame.from_records(records)


def reference_sources(day: Day) -> list[str]:
    """Return the references and methods behind a day's assessment, as sentences."""
    lines = []
    for nutrient in MINERALS:
        row = assessment_row(day, nutrient)
        if row is None:
            continue
        name = BY_COLUMN[nutrient].name.capitalize()
        for label, column in (
            ("average requirement or adequate intake", "reference"),
            ("upper level", "ul_reference"),
            ("day-to-day variation", "sd_source"),
        ):
            if not missing(row[column]):
                lines.append(f"{name}, {label}: {row[column]}.")
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
