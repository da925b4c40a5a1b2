"""Each person's own reference values, lined up with a group's people."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from nutrition.counted import counted
from nutrition.people import person_key
from nutrition.population.recalls import require
from nutrition.usual.distribution import UsualIntake
from nutrition.usual.power import Floats
from nutrition.usual.recalls import RecallError

TOTAL = "total"


@dataclass(frozen=True)
class GroupReferences:
    """References of the people of a group, in their order.

    Attributes:
        name: Body and edition; several joined by "; "; empty when none were given.
        ear: Average requirement of each person, mg a day; NaN where the body sets none.
        cv: Coefficient of variation of each requirement; NaN where not given.
        ul: Upper level of each person, mg a day; NaN where none is set.
        ul_intake: Intake of each person on the base of the upper level, mg a day.
        ul_base: What the upper level counts; empty when there is none.
        people_without_ear: People without an average requirement.
        notes: What is missing and why, in sentences.
    """

    name: str
    ear: Floats
    cv: Floats
    ul: Floats
    ul_intake: Floats
    ul_base: str
    people_without_ear: int
    notes: tuple[str, ...]

    @classmethod
    def of(
        cls, wanted: pd.DataFrame | None, people: npt.NDArray[Any], nutrient: str
    ) -> "GroupReferences":
        """Line up references from `references_of` with people.

        Args:
            wanted: References of one nutrient, or None.
            people: Keys of the people.
            nutrient: Its name, for the notes.
        """
        nothing = np.full(len(people), np.nan)
        if wanted is None:
            return cls("", nothing, nothing, nothing, nothing, "", len(people), ())
        own = wanted.reindex(pd.Index(people))
        ear = own["ear_mg"].to_numpy(dtype=float)
        without = int(np.isnan(ear).sum())
        name = _joined(own, "reference")
        body = _joined(own, "body") or "The reference body"
        notes = []
        if len(people) and without == len(people):
            notes.append(
                f"{body} sets no average requirement for {nutrient} for the people of this "
                "group, so no share of people below one can be given."
                if name
                else "No reference value is known for the people of this group: sex, age or "
                "life stage is missing, or the body sets none."
            )
        elif without:
            notes.append(
                f"{counted(without, 'person without', 'people without')} an average requirement "
                f"for {nutrient}, not counted in the share."
            )
        return cls(
            name=name,
            ear=ear,
            cv=own["requirement_cv"].to_numpy(dtype=float),
            ul=own["ul_mg"].to_numpy(dtype=float),
            ul_intake=own["ul_intake_mg"].to_numpy(dtype=float),
            ul_base=_joined(own, "ul_base"),
            people_without_ear=without,
            notes=tuple(notes),
        )


def references_of(
    references: pd.DataFrame | None, nutrient: str, people: "pd.Index[Any]"
) -> pd.DataFrame | None:
    """References of one nutrient by number of the person; absent columns come empty.

    Args:
        references: A row for each person and nutrient, or None.
        nutrient: Nutrient column.
        people: Keys of the people; their places are the numbers.

    Raises:
        RecallError: A column is missing or a person comes twice for the nutrient.
    """
    if references is None:
        return None
    require(references, ["person_id", "nutrient", "ear_mg"], "references")
    names = (nutrient, nutrient.removesuffix("_mg"))
    own = references[references["nutrient"].isin(names)]
    keys = pd.Index(person_key(own["person_id"]).astype(object))
    own = own.set_index(people.get_indexer(keys))
    own = own[own.index >= 0]
    if own.index.has_duplicates:
        raise RecallError(
            f"Some people have two references for {nutrient}.",
            hint="Choose one body before assessing a group.",
        )
    columns = ["ear_mg", "requirement_cv", "ul_mg", "ul_base", "ul_intake_mg", "reference", "body"]
    return own.reindex(columns=columns)


def upper_level(references: GroupReferences, usual: UsualIntake) -> tuple[float, str, str]:
    """Share of people above their upper level, on the base the level counts.

    A level on total intake is compared with usual total intake. A level on supplements and
    medicines is compared with each person's own supplement intake, which hardly varies from
    day to day, directly; food never counts.

    Returns:
        Share from 0 to 1 (NaN where it cannot be told), the base, and a note.
    """
    ul, base = references.ul, references.ul_base
    if not base or np.isnan(ul).all():
        return float("nan"), "", ""
    if ";" in base:
        return float("nan"), base, "Upper levels on different bases are not put together."
    if base.startswith(TOTAL):
        level = pd.Series(ul, index=pd.Index(usual.person_ids))
        return usual.share_above(level), base, ""
    known = ~(np.isnan(ul) | np.isnan(references.ul_intake))
    unknown = int((~np.isnan(ul) & ~known).sum())
    note = ""
    if unknown:
        who = counted(unknown, "person has", "people have")
        note = f"{who} an unknown supplement intake and no part in the share above the level."
    if "salts" in base:
        added = "Added salts are not in composition tables: the share above is at least this."
        note = f"{note} {added}".strip()
    weights = usual.weights[known]
    if not weights.sum() > 0:
        return float("nan"), base, note
    above = references.ul_intake[known] > ul[known]
    return float((above * weights).sum() / weights.sum()), base, note


def _joined(table: pd.DataFrame, column: str) -> str:
    return "; ".join(sorted({str(value) for value in table[column].dropna()}))
