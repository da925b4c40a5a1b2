"""One person's day: phrases or rows in; items, totals, gaps and contributors out."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

import pandas as pd

from foods.nutrients import BY_COLUMN, MINERALS
from nutrition.adequacy.assessment import assess, describe
from nutrition.intake import stem
from nutrition.records import KNOWN, total_records
from nutrition.references import load
from nutrition.views.phrases import Settled, settle_phrase

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.factors import Answers
    from nutrition.store import Person

ME = "me"
TODAY = "today"


@dataclass(frozen=True)
class Profile:
    """Whose day it is.

    Attributes:
        sex: ``female`` or ``male``.
        age_years: Age [years, decimals allowed].
        condition: ``none``, ``pregnant`` or ``lactating``.
        trimester: 1 to 3 in pregnancy, where known.
    """

    sex: str
    age_years: float
    condition: str = "none"
    trimester: int | None = None

    def people(self) -> pd.DataFrame:
        """Return the person as a people table of one row."""
        return _people(self).copy()


@functools.lru_cache(maxsize=64)
def _people(profile: Profile) -> pd.DataFrame:
    from nutrition.people import read_people

    row = {
        "person_id": ME,
        "sex": profile.sex,
        "age_years": profile.age_years,
        "condition": profile.condition,
        "trimester": profile.trimester,
    }
    return read_people(pd.DataFrame([row]))


@functools.lru_cache(maxsize=64)
def profile_of(person: "Person", day: str) -> Profile | None:
    """Return whose day it is, as old as on that day.

    Args:
        person: The stored person.
        day: YYYY-MM-DD.

    Returns:
        The profile; None until sex and age are told.

    Raises:
        MgcaError: What is stored cannot be: a birth after the day, another trimester.
    """
    from nutrition.people import read_people
    from nutrition.store import people_frame

    if person.sex is None or (person.birth_date is None and person.age_years is None):
        return None
    row = read_people(people_frame([person], day)).iloc[0]
    trimester = None if pd.isna(row["trimester"]) else int(row["trimester"])
    return Profile(str(row["sex"]), float(row["age_years"]), str(row["condition"]), trimester)


@dataclass(frozen=True)
class Day:
    """A day, computed.

    Attributes:
        items: The Items table.
        totals: The one row of the Days table, or None where there is no item.
        assessment: A row for each mineral; empty without a profile.
        refused: Lines that name no amount of food, with the reason.
        lines: What every phrase came to, in order.
        days: The Days table itself, for `judged`.
    """

    items: pd.DataFrame
    totals: pd.Series | None
    assessment: pd.DataFrame
    refused: tuple[Settled, ...] = ()
    lines: tuple[Settled, ...] = ()
    days: pd.DataFrame | None = None

    @functools.cached_property
    def assessed(self) -> dict[str, dict[str, Any]]:
        """The assessment as plain rows, by nutrient; empty without a profile."""
        names = [str(name) for name in self.assessment]
        columns = (self.assessment[name].tolist() for name in names)
        rows = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
        return {row["nutrient"]: row for row in rows}

    @property
    def items_count(self) -> int:
        """Number of items."""
        return len(self.items)


class Terms(TypedDict, total=False):
    """How a day is read and judged.

    Attributes:
        profile: Whose day; no reference intakes without it.
        locale: Sizes of cups, pints and spoons.
        complete: The day is complete; an unfinished day has totals and no verdict.
        body: Reference body.
        sd_source: Source of the day-to-day standard deviation.
        answers: Choices made before.
    """

    profile: Profile | None
    locale: str
    complete: bool
    body: str
    sd_source: str
    answers: "Answers | None"


def day_of(phrases: Sequence[str], table: "FoodTable", **terms: Unpack[Terms]) -> Day:
    """Read phrases and compute the day they make.

    Args:
        phrases: "2 cups cooked spinach", one food each.
        table: The food table.
        **terms: See `Terms`.

    Returns:
        The day; a line that could not be settled is an item without a value, or is refused
        with its reason.
    """
    locale, answers = terms.get("locale", "us"), terms.get("answers")
    lines = [settle_phrase(text, table, locale=locale, answers=answers) for text in phrases]
    rows = [line.row for line in lines if line.row is not None]
    day = compute_day(pd.DataFrame(rows), table, **terms)
    refused = tuple(line for line in lines if line.row is None)
    return replace(day, refused=refused, lines=tuple(lines))


def compute_day(records: pd.DataFrame, table: "FoodTable", **terms: Unpack[Terms]) -> Day:
    """Compute the day that records make.

    Args:
        records: ``food, amount, unit`` and optional columns of the Diary; see
            `nutrition.records.total_records`.
        table: The food table.
        **terms: See `Terms`.

    Returns:
        The day, without totals where there is no record.
    """
    day = totalled(
        records,
        table,
        locale=terms.get("locale", "us"),
        complete=terms.get("complete", False),
        answers=terms.get("answers"),
    )
    body, sd_source = terms.get("body", "NASEM"), terms.get("sd_source", "IOM 2000")
    return judged(day, terms.get("profile"), body=body, sd_source=sd_source)


def totalled(
    records: pd.DataFrame,
    table: "FoodTable",
    *,
    locale: str = "us",
    complete: bool = False,
    answers: "Answers | None" = None,
) -> Day:
    """Total the day that records make, without judging it.

    Args:
        records: As for `compute_day`.
        table: The food table.
        locale: Sizes of cups, pints and spoons.
        complete: The day is complete.
        answers: Choices made before.
    """
    if records.empty:
        return Day(pd.DataFrame(), None, pd.DataFrame())
    state = "complete" if complete else "partial"
    items, days = total_records(
        records.assign(person_id=ME, day=TODAY, day_state=state),
        table,
        locale=locale,
        answers=answers,
    )
    return Day(items, days.iloc[0], pd.DataFrame(), days=days)


def judged(
    day: Day, profile: Profile | None, *, body: str = "NASEM", sd_source: str = "IOM 2000"
) -> Day:
    """Set a totalled day beside reference intakes; without a profile it stays as it is.

    Args:
        day: Of `totalled`.
        profile: Whose day.
        body: Reference body.
        sd_source: Source of the day-to-day standard deviation.
    """
    if profile is None or day.days is None:
        return day
    found = assess(day.days, profile.people(), body=body, sd_source=sd_source)
    return replace(day, assessment=found)


@functools.lru_cache(maxsize=64)
def levels(profile: Profile, body: str, nutrient: str) -> dict[str, float]:
    """Return what a body sets for a person: ``ear_mg, rda_mg, ai_mg`` [mg/d], NaN for nothing.

    Args:
        profile: Who.
        body: Reference body.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
    """
    row = load(body).for_people(profile.people(), nutrient).iloc[0]
    return {name: float(row[name]) for name in ("ear_mg", "rda_mg", "ai_mg")}


def contributors(items: pd.DataFrame, nutrient: str, *, limit: int = 8) -> pd.DataFrame:
    """Return the foods that give most of a mineral.

    Args:
        items: The Items table.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        limit: How many.

    Returns:
        Columns ``food, amount_mg, share``: the share of what is known, largest first. Of a dish
        it is what the day counts, so that all amounts make up its total.
    """
    column = "description" if "description" in items else "food"
    amount = KNOWN[nutrient] if KNOWN[nutrient] in items else nutrient
    named = items.assign(label=items[column].fillna(items["food"]))
    sums = named.dropna(subset=[amount]).groupby("label", sort=False)[amount].sum()
    sums = sums[sums > 0].sort_values(ascending=False, kind="stable")
    share = sums / sums.sum() if len(sums) else sums
    frame = pd.DataFrame(
        {"food": sums.index, "amount_mg": sums.to_numpy(), "share": share.to_numpy()}
    )
    return frame.head(limit)


def without_value(items: pd.DataFrame, nutrient: str) -> list[str]:
    """Name the foods that add nothing to a total because their value is not known."""
    return [str(food) for food in items.loc[items[nutrient].isna(), "food"]]


def sentence(totals: pd.Series, items: pd.DataFrame, nutrient: str) -> str:
    """Say a total with what it lacks: "at least 61 mg; 4 of 12 foods have no magnesium value"."""
    name = BY_COLUMN[nutrient].name
    unknown = int(totals[f"{stem(nutrient)}_unknown_items"])
    amount = totals[nutrient]
    if not unknown:
        low, high = totals[f"{nutrient}_low"], totals[f"{nutrient}_high"]
        if round(low) != round(high):
            return f"{amount:,.0f} mg {name} ({low:,.0f} to {high:,.0f} mg)."
        return f"{amount:,.0f} mg {name}."
    count = int(totals["items"])
    missing = ", ".join(dict.fromkeys(without_value(items, nutrient)))
    foods = f"{unknown} of {count} foods {'has' if unknown == 1 else 'have'} no {name} value"
    if pd.isna(amount):
        return f"{name.capitalize()} is not known: {foods} ({missing})."
    return f"At least {amount:,.0f} mg {name}; {foods} ({missing})."


def sentences(day: Day) -> dict[str, list[str]]:
    """Return the sentences of the assessment by mineral; empty without a profile."""
    if day.assessment.empty:
        return {nutrient: [] for nutrient in MINERALS}
    found = {}
    for _, row in day.assessment.iterrows():
        record = {str(key): value for key, value in row.items()}
        found[str(record["nutrient"])] = describe(record)
    return found
