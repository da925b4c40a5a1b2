"""Recalls as arrays: checked, sorted, zeros treated, the unknown counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from foods.errors import MgcaError
from nutrition.usual.power import Floats

WEEKEND_SHARE = 3.0 / 7.0
"""Friday, Saturday and Sunday, as in the NCI macros."""


class RecallError(MgcaError, ValueError):
    """Recalls that a usual-intake method cannot take."""


@dataclass(frozen=True)
class Recalls:
    """Days of intake of a group of people.

    Attributes:
        person_ids: Key of each person, in rising order.
        person: Number of the person of each day.
        intake: Intake of each day, above zero, unit of the intake column.
        weights: Weight of each person, with mean 1.
        effects: Columns of nuisance effects of each day (later recall, weekend).
        effect_names: Their names.
        groups: Columns of 0 and 1 of each person, first group left out.
        group_names: Their names.
        zeros: Days with an intake of 0, put at half the least positive intake.
        people_unknown: People with at least one day of unknown intake.
        days_unknown: Days of unknown intake, left out.
        people_excluded: People left out because no day of theirs is known.
        smallest: Least positive intake.
    """

    person_ids: npt.NDArray[Any]
    person: npt.NDArray[np.intp]
    intake: Floats
    weights: Floats
    effects: Floats
    effect_names: tuple[str, ...]
    groups: Floats
    group_names: tuple[str, ...]
    zeros: int
    people_unknown: int
    days_unknown: int
    people_excluded: int
    smallest: float

    @property
    def people(self) -> int:
        """Number of people with a known day."""
        return len(self.person_ids)

    @property
    def days(self) -> int:
        """Number of known days."""
        return len(self.intake)

    @property
    def people_replicated(self) -> int:
        """Number of people with two or more known days."""
        return int((np.bincount(self.person, minlength=self.people) >= 2).sum())  # noqa: PLR2004

    def mix(self, effects_of_days: Floats) -> list[tuple[float, float]]:
        """Shares of the week and the shift of each, at the first recall.

        Args:
            effects_of_days: Estimated coefficient of each effect, transformed scale.

        Returns:
            Pairs of share and shift: one pair, or weekdays and weekend.
        """
        if "weekend" not in self.effect_names:
            return [(1.0, 0.0)]
        shift = float(effects_of_days[self.effect_names.index("weekend")])
        return [(1.0 - WEEKEND_SHARE, 0.0), (WEEKEND_SHARE, shift)]


def read_recalls(
    recalls: pd.DataFrame,
    intake: str,
    *,
    weight: str | None = None,
    sequence: str | None = None,
    weekend: str | None = None,
    groups: Sequence[str] = (),
) -> Recalls:
    """Check and order recalls.

    Args:
        recalls: A row for each person and day: `person_id`, `day` (order), the intake column.
        intake: Column of intake, e.g. `calcium_mg`. Empty is unknown: the day is left out
            and counted, never taken as zero.
        weight: Column of survey weights, the same on all days of a person.
        sequence: Column with the number of the recall; all after the first share one effect.
        weekend: Column, true on Friday to Sunday.
        groups: Columns whose combinations are covariates (NCI only).

    Returns:
        The arrays. Days with an intake of exactly 0 are put at half the least positive
        intake, because a power transformation needs positive values; they are counted.

    Raises:
        RecallError: A column is missing, or an intake or weight cannot be used.
    """
    wanted = ["person_id", "day", intake, *(c for c in (weight, sequence, weekend) if c), *groups]
    missing = [column for column in wanted if column not in recalls.columns]
    if missing:
        raise RecallError(
            f"The recalls have no column {', '.join(missing)}.",
            hint=f"They have: {', '.join(map(str, recalls.columns))}.",
            missing=missing,
        )
    all_people = recalls["person_id"].nunique()
    values = recalls[intake].astype("float64")
    unknown = values.isna()
    table = recalls.loc[~unknown].sort_values(["person_id", "day", intake], kind="stable")
    if table.empty:
        raise RecallError(
            f"No day has a known {intake}.", hint="Give days whose foods all have a value."
        )
    amounts = table[intake].to_numpy(dtype=float)
    if not np.isfinite(amounts).all() or (amounts < 0).any() or not (amounts > 0).any():
        raise RecallError(
            f"{intake} holds values that are negative or infinite, or nothing but zeros.",
            hint="Intakes are amounts a day, zero or more; leave unknown ones empty.",
        )
    person, people = pd.factorize(table["person_id"], sort=True)
    first = np.unique(person, return_index=True)[1]
    smallest = float(amounts[amounts > 0].min())
    zero = amounts == 0
    effects, effect_names = _effects(table, sequence, weekend)
    group_columns, group_names = _groups(table.iloc[first], groups)
    return Recalls(
        person_ids=np.asarray(people),
        person=person,
        intake=np.where(zero, smallest / 2.0, amounts),
        weights=_weights(table, weight, person, first),
        effects=effects,
        effect_names=effect_names,
        groups=group_columns,
        group_names=group_names,
        zeros=int(zero.sum()),
        people_unknown=int(recalls.loc[unknown, "person_id"].nunique()),
        days_unknown=int(unknown.sum()),
        people_excluded=int(all_people - len(people)),
        smallest=smallest,
    )


def _weights(
    table: pd.DataFrame,
    weight: str | None,
    person: npt.NDArray[np.intp],
    first: npt.NDArray[np.intp],
) -> Floats:
    if weight is None:
        return np.ones(len(first))
    given = table[weight].to_numpy(dtype=float)
    weights: Floats = given[first]
    if not np.array_equal(given, weights[person]):
        raise RecallError(
            f"{weight} is empty or differs between the days of one person.",
            hint="A survey weight belongs to the person: give one value on all the days.",
        )
    if not np.isfinite(weights).all() or (weights < 0).any() or weights.sum() == 0:
        raise RecallError(
            f"{weight} holds negative or infinite weights, or sums to nothing.",
            hint="Weights are zero or more.",
        )
    return np.asarray(weights / weights.mean())


def _effects(
    table: pd.DataFrame, sequence: str | None, weekend: str | None
) -> tuple[Floats, tuple[str, ...]]:
    columns: list[Floats] = []
    names: list[str] = []
    if sequence is not None:
        order = table[sequence].to_numpy(dtype=float)
        columns.append((order > np.nanmin(order)).astype(float))
        names.append("later recall")
    if weekend is not None:
        if table[weekend].isna().any():
            raise RecallError(
                f"{weekend} is empty on some days.",
                hint="State for every day whether it is Friday to Sunday, or leave it out.",
            )
        columns.append(table[weekend].to_numpy(dtype=float))
        names.append("weekend")
    kept = [i for i, column in enumerate(columns) if np.ptp(column) > 0]
    chosen = [columns[i] for i in kept]
    stacked = np.column_stack(chosen) if chosen else np.empty((len(table), 0))
    return stacked, tuple(names[i] for i in kept)


def _groups(people: pd.DataFrame, groups: Sequence[str]) -> tuple[Floats, tuple[str, ...]]:
    if not groups:
        return np.empty((len(people), 0)), ()
    labels = people[list(groups)].astype(str).agg(" · ".join, axis=1)
    levels = sorted(labels.unique())
    columns = [(labels == level).to_numpy(dtype=float) for level in levels[1:]]
    stacked = np.column_stack(columns) if columns else np.empty((len(people), 0))
    return stacked, tuple(levels[1:])
