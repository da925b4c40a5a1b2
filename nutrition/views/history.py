"""Many days of one person: means, adequacy as days come in, weekends, what brings the minerals.

Only complete days enter a mean, a comparison or a probability; partial days are shown apart.
What is unknown makes every figure that rests on it a lower bound.
"""

import csv
import datetime as dt
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from foods.nutrients import MINERALS
from nutrition.adequacy.assessment import assess
from nutrition.adequacy.wording import HALF_A_TENTH, missing
from nutrition.intake import stem
from nutrition.views.history_days import Kept, computed_days, day_frame, food_frame

if TYPE_CHECKING:
    import numpy.typing as npt

    from foods.composition import FoodTable
    from nutrition.factors import Answers
    from nutrition.store import Person, Store

WINDOWS = (7, 28)
"""Lengths of the rolling means [days]."""
SATURDAY = 5
DAYS_ONE_BY_ONE, DAYS_THEN = 28, 7
"""Adequacy is followed day by day at first, then week by week."""
LONGEST_BY_WEEK = 70
"""A range of more days than this is shown by month, not by week [days]."""
OTHERS = ""
"""What stands for all foods that are not among the top ones."""
CHANCE_COLUMNS = (
    *("day", "days", "intake_mg", "probability", "at_least", "method", "reason", "verdict"),
)
DOWNLOAD = (
    *("day", "state", "typical", "entries"),
    *(
        column
        for n in MINERALS
        for column in (
            n,
            f"{n}_low",
            f"{n}_high",
            f"{stem(n)}_unknown_items",
            f"{stem(n)}_food_mg",
            f"{stem(n)}_supplement_mg",
        )
    ),
    "note",
)


@dataclass(frozen=True)
class History:
    """A range of days of one person.

    Attributes:
        days: Every day of the range, ``day, state, typical, note, entries, marked``, then the
            columns of the Days table, null where a day has no entries.
        before: The days before the range on which rolling means still rest; the same columns.
        foods: What each food brought: ``day, food, calcium_mg, magnesium_mg`` [mg].
        mark: One word that is another one as soon as anything here is another.
    """

    days: pd.DataFrame
    before: pd.DataFrame
    foods: pd.DataFrame
    mark: str

    @property
    def complete(self) -> pd.DataFrame:
        """Days that were marked complete and have entries, oldest first."""
        return self.days[self.days["state"].eq("complete") & self.days["entries"].gt(0)]


@dataclass(frozen=True)
class Levels:
    """The references of one mineral for one person.

    Attributes:
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        ear_mg: Average requirement [mg/d]; None where not set, or sex or age is unknown.
        rda_mg: Recommended intake, for planning only [mg/d].
        ai_mg: Adequate intake [mg/d].
        ul_mg: Upper level [mg/d].
        ul_counts_total: Whether the upper level counts total intake, not supplements alone.
        sources: Body, statistic and edition of the references, then of the upper level.
    """

    nutrient: str
    ear_mg: float | None = None
    rda_mg: float | None = None
    ai_mg: float | None = None
    ul_mg: float | None = None
    ul_counts_total: bool = False
    sources: tuple[str, ...] = ()


def history(
    store: "Store",
    person_id: int,
    first: dt.date,
    last: dt.date,
    table: "FoodTable",
    *,
    locale: str = "us",
    answers: "Answers | None" = None,
    around: str = "",
    kept: Kept | None = None,
) -> History:
    """Read and compute a range of days.

    Args:
        store: The open diary.
        person_id: Whose.
        first: The first day.
        last: The last day.
        table: The food table, own foods laid over it.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before.
        around: What `nutrition.views.history_days.surroundings` said.
        kept: Days computed before; see `nutrition.views.history_days.computed_days`.

    Returns:
        The range, with as many days before it as the longest rolling mean needs.
    """
    from nutrition.store.days import calendar

    early = (first - dt.timedelta(days=max(WINDOWS) - 1)).isoformat()
    said = calendar(store, person_id, early, last.isoformat())
    computed = computed_days(
        store,
        person_id,
        early,
        last.isoformat(),
        table,
        locale=locale,
        answers=answers,
        around=around,
        kept=kept,
    )
    days = said.merge(day_frame(computed).drop(columns="day_state"), on="day", how="left")
    inside = days["day"] >= first.isoformat()
    foods = food_frame([(day, one) for day, one in computed if day >= first.isoformat()])
    marks = zip(said["day"], said["state"], said["typical"], said["note"], strict=True)
    words = {day: one.signature for day, one in computed}
    mark = repr([(*each, words.get(each[0], "")) for each in marks])
    return History(
        days[inside].reset_index(drop=True), days[~inside].reset_index(drop=True), foods, mark
    )


def by_day(data: History, nutrient: str) -> pd.DataFrame:
    """Return one mineral by day, for days that have entries.

    Args:
        data: A range of days.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.

    Returns:
        Columns ``day`` (date), ``weekend`` (Saturday or Sunday), ``intake_mg`` [mg; null where
        nothing is known], ``unknown_items``, ``at_least`` (something is unknown), ``complete``,
        ``supplement_mg`` [mg], ``supplement_at_least``.
    """
    return _by_day(data.days[data.days["entries"].gt(0)], nutrient)


def _by_day(days: pd.DataFrame, nutrient: str) -> pd.DataFrame:
    name = stem(nutrient)
    unknown = days[f"{name}_unknown_items"].fillna(0).astype("int64")
    return pd.DataFrame(
        {
            "day": pd.to_datetime(days["day"]),
            "weekend": pd.to_datetime(days["day"]).dt.day_of_week >= SATURDAY,
            "intake_mg": days[nutrient].astype("float64"),
            "unknown_items": unknown,
            "at_least": unknown.gt(0),
            "complete": days["state"].eq("complete") & days["entries"].gt(0),
            "supplement_mg": days[f"{name}_supplement_mg"].astype("float64"),
            "supplement_at_least": days[f"{name}_supplement_unknown_items"].fillna(0).gt(0),
        }
    ).reset_index(drop=True)


def rolling(data: History, nutrient: str) -> pd.DataFrame:
    """Return means over the complete days among the last 7 and 28 days, ending on each day.

    Args:
        data: A range of days.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.

    Returns:
        Columns ``day`` (date), ``window`` [days], ``mean_mg`` [mg/d; null without a complete
        day that has a value], ``days`` (complete days in the mean), ``at_least`` (one of them
        has something unknown).
    """
    whole = _by_day(pd.concat([data.before, data.days], ignore_index=True), nutrient)
    used = whole["complete"] & whole["intake_mg"].notna()
    total = whole["intake_mg"].where(used, 0.0)
    parts = []
    for window in WINDOWS:
        days = used.astype("int64").rolling(window, min_periods=1).sum()
        mean = total.rolling(window, min_periods=1).sum() / days.where(days > 0)
        open_days = (used & whole["at_least"]).astype("int64").rolling(window, min_periods=1).sum()
        parts.append(
            pd.DataFrame(
                {
                    "day": whole["day"],
                    "window": window,
                    "mean_mg": mean,
                    "days": days.astype("int64"),
                    "at_least": open_days.gt(0),
                }
            ).tail(len(data.days))
        )
    return pd.concat(parts, ignore_index=True)


def levels(
    person: "Person", day: dt.date, *, body: str = "NASEM", sd_source: str = "IOM 2000"
) -> dict[str, Levels]:
    """Return the references of both minerals for a person.

    Args:
        person: Whose.
        day: The day whose age counts.
        body: Reference body.
        sd_source: Source of the day-to-day standard deviation.
    """
    if not known_person(person):
        return {nutrient: Levels(nutrient) for nutrient in MINERALS}
    nothing = pd.DataFrame(columns=["person_id", "day", *MINERALS]).astype(
        {"person_id": "str", "day": "str", **dict.fromkeys(MINERALS, "float64")}
    )
    found = assess(nothing, _people(person, [day.isoformat()]), body=body, sd_source=sd_source)
    rows = {str(row["nutrient"]): row for row in found.to_dict("records")}
    return {nutrient: _levels(nutrient, rows[nutrient]) for nutrient in MINERALS}


def _levels(nutrient: str, row: Mapping[Any, Any]) -> Levels:
    def level(column: str) -> float | None:
        return None if missing(row[column]) else float(row[column])

    return Levels(
        nutrient,
        level("ear_mg"),
        level("rda_mg"),
        level("ai_mg"),
        level("ul_mg"),
        row["ul_base"] == "total",
        tuple(str(row[c]) for c in ("reference", "ul_reference") if not missing(row[c])),
    )


def chances(
    data: History, person: "Person", *, body: str = "NASEM", sd_source: str = "IOM 2000"
) -> dict[str, pd.DataFrame]:
    """Assess again with each complete day that came in, on all complete days until then.

    Args:
        data: A range of days; earlier ones do not count.
        person: Whose; the age on each day counts.
        body: Reference body.
        sd_source: Source of the day-to-day standard deviation.

    Returns:
        For each mineral, columns `CHANCE_COLUMNS`, a row a complete day, from the 29th on a row
        every seventh and the last: ``day`` (date),
        ``days`` (complete days until then), ``intake_mg`` (their mean) [mg/d], ``probability``
        that usual intake meets the average requirement (exceeds the adequate intake where
        ``method`` is ``adequate_intake``; null where the method gives none), ``at_least`` (it is
        a lower bound). Empty where sex or age is unknown.
    """
    complete = data.complete
    if complete.empty or not known_person(person):
        empty = pd.DataFrame(columns=list(CHANCE_COLUMNS))
        return dict.fromkeys(MINERALS, empty)
    # Every day stands for a person who has recorded the days until then: one assessment for all.
    stops = _stops(len(complete))
    from_day = np.concatenate([np.arange(stop + 1) for stop in stops])
    keys = complete["day"].to_numpy()[stops]
    until = np.repeat(np.arange(len(stops)), stops + 1)
    many = complete.iloc[from_day].reset_index(drop=True)
    found = assess(
        _days_of(many, pd.Series(keys[until])),
        _people(person, [str(day) for day in keys]),
        body=body,
        sd_source=sd_source,
    )
    found = found.assign(
        day=pd.to_datetime(found["person_id"]),
        probability=found["probability_adequate"].fillna(found["probability_above_ai"]),
        at_least=found["probability_is_at_least"].astype("bool"),
    )
    return {
        nutrient: found.loc[found["nutrient"] == nutrient, list(CHANCE_COLUMNS)].reset_index(
            drop=True
        )
        for nutrient in MINERALS
    }


def _stops(days: int) -> "npt.NDArray[np.int64]":
    """Return at which complete days to assess: each of the first 28, then every seventh."""
    later = np.arange(DAYS_ONE_BY_ONE + DAYS_THEN - 1, days, DAYS_THEN)
    return np.unique([*range(min(days, DAYS_ONE_BY_ONE)), *later, days - 1])


def known_person(person: "Person") -> bool:
    """Say whether reference intakes can be found: sex and age are told."""
    return person.sex is not None and (
        person.birth_date is not None or person.age_years is not None
    )


def _people(person: "Person", days: Sequence[str]) -> pd.DataFrame:
    """Return the person once a day, under the day's name and with the age of that day."""
    from nutrition.people import read_people
    from nutrition.store.people import people_frame

    if person.birth_date is not None:
        once = people_frame([person], days[0])
        frame = once.loc[once.index.repeat(len(days))].assign(record_date=list(days))
    else:
        frame = pd.concat([people_frame([person], day) for day in days])
    return read_people(frame.assign(person_id=list(days)).reset_index(drop=True))


def _days_of(days: pd.DataFrame, person_ids: "pd.Series[str]") -> pd.DataFrame:
    columns = [f"{n}{end}" for n in MINERALS for end in ("", "_low", "_high")]
    columns += ["day", *(f"{stem(n)}_unknown_items" for n in MINERALS)]
    return days[columns].assign(person_id=person_ids, day_state=days["state"])


def weekdays_and_weekends(data: History, nutrient: str) -> pd.DataFrame:
    """Compare complete weekdays with complete Saturdays and Sundays.

    Args:
        data: A range of days.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.

    Returns:
        Two rows, ``part`` weekday and weekend: ``days`` (complete ones with a value),
        ``mean_mg, low_mg, high_mg`` [mg/d; mean, lowest and highest day, null without a day],
        ``at_least``.
    """
    days = _by_day(data.complete, nutrient).dropna(subset=["intake_mg"])
    rows = []
    for part in ("weekday", "weekend"):
        some = days[days["weekend"].eq(part == "weekend")]
        rows.append(
            {
                "part": part,
                "days": len(some),
                "mean_mg": some["intake_mg"].mean(),
                "low_mg": some["intake_mg"].min(),
                "high_mg": some["intake_mg"].max(),
                "at_least": bool(some["at_least"].any()),
            }
        )
    return pd.DataFrame(rows)


def contributors_over_time(data: History, nutrient: str, *, top: int = 6) -> pd.DataFrame:
    """Return what the foods brought on complete days, week by week.

    Args:
        data: A range of days; by month where it is longer than `LONGEST_BY_WEEK`.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        top: How many foods by name; all others together are `OTHERS`.

    Returns:
        Columns ``period`` (date: its Monday, or its first day of the month), ``days`` (complete
        days in it), ``food``, ``rank`` (from 0, the food that brought most first),
        ``amount_mg`` [mg a complete day], ``share`` (of what is known in the period).
    """
    columns = ["period", "days", "food", "rank", "amount_mg", "share"]
    complete = pd.to_datetime(data.complete["day"])
    foods = data.foods[data.foods["day"].isin(data.complete["day"])].dropna(subset=[nutrient])
    if foods.empty:
        return pd.DataFrame(columns=columns)
    rule = "M" if len(data.days) > LONGEST_BY_WEEK else "W-SUN"
    counts = complete.dt.to_period(rule).dt.start_time.value_counts()
    sums = foods.groupby("food")[nutrient].sum()
    order = sums[sums > 0].sort_values(ascending=False, kind="stable").index[:top]
    ranks = {food: place for place, food in enumerate(order)}
    period = pd.to_datetime(foods["day"]).dt.to_period(rule).dt.start_time
    named = foods["food"].where(foods["food"].isin(ranks), OTHERS)
    table = foods.groupby([period.rename("period"), named])[nutrient].sum().reset_index()
    whole = table.groupby("period")[nutrient].transform("sum")
    table["days"] = table["period"].map(counts).astype("int64")
    table["amount_mg"] = table[nutrient] / table["days"]
    table["share"] = table[nutrient] / whole.where(whole > 0)
    table["rank"] = table["food"].map(ranks).fillna(len(ranks)).astype("int64")
    return table.sort_values(["rank", "period"])[columns].reset_index(drop=True)


@dataclass(frozen=True)
class Chance:
    """A probability as it is said.

    Attributes:
        kind: ``about``, ``at_least``, ``more`` (than 9 in 10), ``less`` (than 1 in 10) or
            ``unknown`` (a lower bound that says nothing, or no probability at all).
        tenths: Out of ten.
    """

    kind: str
    tenths: int


def chance(probability: float | None, *, at_least: bool = False) -> Chance:
    """Round a probability to tenths, as `nutrition.adequacy.wording.tenths` does.

    Args:
        probability: A fraction; None or NaN where there is none.
        at_least: It is a lower bound: rounded down.
    """
    if probability is None or math.isnan(probability):
        return Chance("unknown", 0)
    if at_least:
        floor = min(math.floor(probability * 10 + 1e-9), 9)
        return Chance("at_least", floor) if floor else Chance("unknown", 0)
    if probability > 1 - HALF_A_TENTH:
        return Chance("more", 9)
    if probability < HALF_A_TENTH:
        return Chance("less", 1)
    return Chance("about", math.floor(probability * 10 + 0.5))


def csv_text(data: History) -> str:
    """Return the days of a range as CSV that no spreadsheet takes for formulas.

    Returns:
        Columns `DOWNLOAD`, every day of the range; blank is unknown or not said, never zero.
    """
    from nutrition.store.cells import to_csv

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(DOWNLOAD)
    # A count of unknown items is whole; a float column of pandas would write 3.0.
    whole = {name for name in DOWNLOAD if name.endswith("_items")}
    for row in data.days.to_dict("records"):
        cells = []
        for name in DOWNLOAD:
            value = None if pd.isna(row[name]) else row[name]
            cells.append(to_csv(int(value) if name in whole and value is not None else value))
        writer.writerow(cells)
    return out.getvalue()
