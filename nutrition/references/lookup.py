"""The values of one body, and which of them apply to a person."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from foods.errors import ReferenceIntakeError
from foods.nutrients import MINERALS
from nutrition.references.table import AVERAGE, RECOMMENDED, STATISTICS, UPPER, Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

_LIFE_STAGES = {
    "none": ("none",),
    "pregnant": ("pregnancy",),
    "pregnancy": ("pregnancy",),
    "pregnancy_T1": ("pregnancy_T1", "pregnancy"),
    "pregnancy_T2": ("pregnancy_T2", "pregnancy"),
    "pregnancy_T3": ("pregnancy_T3", "pregnancy"),
    "lactating": ("lactation",),
    "lactation": ("lactation",),
    "cow_milk_or_formula_fed": ("cow_milk_or_formula_fed", "none"),
}


@dataclass(frozen=True)
class PersonReferences:
    """What one body sets for one nutrient and one kind of person; None: not set.

    Attributes:
        ear: Average requirement (EAR, AR, harmonised AR) [mg/d].
        rda: Recommended intake (RDA, PRI, RNI, RDI, RI) [mg/d].
        ai: Adequate intake [mg/d].
        ul: Upper or guidance level, with its base [mg/d].
        target: A target of the user's own file [mg/d].
        requirement_cv: Coefficient of variation of the requirement [fraction of the EAR]:
            the body's own figure, else (recommended - average) / (2 x average) of its pair
            (IOM 2000); None where neither is there.
        needs_trimester: The body sets values by trimester and none was given.
    """

    ear: Reference | None
    rda: Reference | None
    ai: Reference | None
    ul: Reference | None
    target: Reference | None
    requirement_cv: float | None
    needs_trimester: bool


@dataclass(frozen=True)
class References:
    """All reference intakes of one body that hold together.

    Attributes:
        body: House name.
        title: Country or institution.
        rows: The values, one a row.
    """

    body: str
    title: str
    rows: tuple[Reference, ...]

    @cached_property
    def _by_question(self) -> dict[tuple[str, str, str], list[Reference]]:
        rows: dict[tuple[str, str, str], list[Reference]] = {}
        for row in self.rows:
            rows.setdefault((row.nutrient, row.statistic, row.condition), []).append(row)
        return rows

    def lookup(
        self, nutrient: str, sex: str, age_months: float, condition: str, statistic: str
    ) -> Reference | None:
        """Find the one value that applies.

        Rows for the person's condition are taken before rows for any condition; a pregnant
        or lactating woman never falls back to the value for other women. The British
        recommended intake in pregnancy and lactation is that of her age plus the increment.

        Args:
            nutrient: calcium_mg or magnesium_mg.
            sex: "female" or "male".
            age_months: Age [months]; completed months count.
            condition: none, pregnant, pregnancy_T1 to _T3, lactating, or
                cow_milk_or_formula_fed (infants, WHO).
            statistic: One of `nutrition.references.table.STATISTICS`.

        Returns:
            The reference, or None where the body does not set one.

        Raises:
            ReferenceIntakeError: A nutrient, sex, condition or statistic that does not exist.
        """
        _known("nutrient", nutrient, MINERALS)
        _known("sex", sex, ("female", "male"))
        _known("condition", condition, tuple(_LIFE_STAGES))
        if statistic not in STATISTICS:
            raise ReferenceIntakeError(
                f"There is no statistic '{statistic}' among reference intakes.",
                hint=f"There are {', '.join(STATISTICS)}. A Daily Value or NRV is a label "
                "figure, not a reference intake.",
                statistic=statistic,
            )
        found = self._find(nutrient, sex, age_months, _LIFE_STAGES[condition], statistic)
        if found is None and statistic == "RNI":
            return self._with_increment(nutrient, sex, age_months, condition)
        return found

    def _find(
        self, nutrient: str, sex: str, age_months: float, stages: Sequence[str], statistic: str
    ) -> Reference | None:
        for stage in (*stages, "any"):
            for row in self._by_question.get((nutrient, statistic, stage), ()):
                if (
                    row.sex in (sex, "both")
                    and row.age_min_months <= age_months
                    and (row.age_max_months is None or age_months < row.age_max_months + 1)
                ):
                    return row
        return None

    def _with_increment(
        self, nutrient: str, sex: str, age_months: float, condition: str
    ) -> Reference | None:
        stages = _LIFE_STAGES[condition]
        increment = self._find(nutrient, sex, age_months, stages, "RNI_increment")
        general = self._find(nutrient, sex, age_months, ("none",), "RNI")
        if increment is None or general is None:
            return None
        return replace(
            increment,
            statistic="RNI",
            value=general.value + increment.value,
            note=f"RNI {general.value:g} for her age plus increment {increment.value:g} mg/d",
        )

    def for_person(
        self, nutrient: str, sex: str, age_months: float, condition: str
    ) -> PersonReferences:
        """All that the body sets for one nutrient and one person.

        Args:
            nutrient: calcium_mg or magnesium_mg.
            sex: "female" or "male".
            age_months: Age [months].
            condition: As for `lookup`.

        Returns:
            The values by role, each None where the body sets none.
        """

        def first(statistics: Sequence[str]) -> Reference | None:
            found = (self.lookup(nutrient, sex, age_months, condition, s) for s in statistics)
            return next((reference for reference in found if reference is not None), None)

        ear, rda = first(AVERAGE), first(RECOMMENDED)
        stated = first(("CV_requirement",))
        requirement_cv = None
        if ear is not None and stated is not None:
            requirement_cv = stated.value / 100
        elif ear is not None and rda is not None:
            requirement_cv = (rda.value - ear.value) / (2 * ear.value)
        by_trimester = condition in ("pregnant", "pregnancy") and any(
            row.nutrient == nutrient and row.condition.startswith("pregnancy_T")
            for row in self.rows
        )
        return PersonReferences(
            ear=ear,
            rda=rda,
            ai=first(("AI",)),
            ul=first(UPPER),
            target=first(("target",)),
            requirement_cv=requirement_cv,
            needs_trimester=by_trimester,
        )

    def for_people(self, people: pd.DataFrame, nutrient: str) -> pd.DataFrame:
        """The references of many people at once, row by row.

        Args:
            people: Columns sex, age_months [months; null: unknown], condition and
                trimester (1, 2, 3 or null). Null sex or age: nothing is set.
            nutrient: calcium_mg or magnesium_mg.

        Returns:
            A frame with the index of `people`: ear_mg, rda_mg, ai_mg, ul_mg, target_mg
            [mg/d], ul_base, ul_statistic, requirement_cv [fraction], reference and
            ul_reference (labels), recalled (of the average, adequate or recommended intake),
            ul_recalled (of the upper level: "level", "scope" for what it counts, or empty) and
            needs_trimester.
        """
        import numpy as np  # heavy, only for many people
        import pandas as pd  # heavy, only for many people

        edges = sorted(
            {0}
            | {row.age_min_months for row in self.rows}
            | {row.age_max_months + 1 for row in self.rows if row.age_max_months is not None}
        )
        age = people["age_months"].to_numpy(dtype=float, na_value=np.nan)
        band = np.searchsorted(np.array(edges), np.nan_to_num(age, nan=-1), side="right") - 1
        places: dict[tuple[str, int, str], int] = {}
        keys = zip(
            people["sex"].to_numpy(dtype=object, na_value=""),
            band.tolist(),
            people["condition"].to_numpy(dtype=object, na_value="none"),
            people["trimester"].to_numpy(dtype=float, na_value=np.nan).tolist(),
            strict=True,
        )
        place = [
            places.setdefault((sex, at, _stage(condition, trimester)), len(places))
            for sex, at, condition, trimester in keys
        ]
        records = [
            _flat(self.for_person(nutrient, sex, edges[at], stage))
            if sex and at >= 0
            else _flat(_NOTHING)
            for sex, at, stage in places
        ]
        # A last row that nobody takes keeps the types of the columns where there is nobody.
        found = pd.DataFrame([*records, _flat(_NOTHING)])
        return found.take(place).set_axis(people.index)


def _stage(condition: str, trimester: float) -> str:
    """The condition by trimester, where that is known."""
    staged = condition == "pregnant" and not math.isnan(trimester)
    return f"pregnancy_T{int(trimester)}" if staged else condition


_NOTHING = PersonReferences(None, None, None, None, None, None, needs_trimester=False)


def _flat(of: PersonReferences) -> dict[str, Any]:
    leading = of.ear or of.ai or of.rda
    shown = (of.ear, of.ai, of.rda)

    def value(reference: Reference | None) -> float:
        return float("nan") if reference is None else reference.value

    return {
        "ear_mg": value(of.ear),
        "rda_mg": value(of.rda),
        "ai_mg": value(of.ai),
        "ul_mg": value(of.ul),
        "target_mg": value(of.target),
        "ul_base": of.ul.base if of.ul else None,
        "ul_statistic": of.ul.statistic if of.ul else None,
        "requirement_cv": float("nan") if of.requirement_cv is None else of.requirement_cv,
        "reference": leading.label if leading else None,
        "ul_reference": of.ul.label if of.ul else None,
        "recalled": any(r is not None and "recalled" in r.confidence for r in shown),
        "ul_recalled": _recalled_part(of.ul),
        "needs_trimester": of.needs_trimester,
    }


def _recalled_part(level: Reference | None) -> str:
    """What of an upper level was recalled: its value, only what it counts, or nothing."""
    if level is None or "recalled" not in level.confidence:
        return ""
    return "scope" if "seen (value)" in level.confidence else "level"


def _known(what: str, value: str, allowed: Sequence[str]) -> None:
    if value not in allowed:
        raise ReferenceIntakeError(
            f"There is no {what} '{value}' among reference intakes.",
            hint=f"There are {', '.join(allowed)}.",
        )
