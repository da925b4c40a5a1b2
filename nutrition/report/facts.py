"""What stands on a sheet, as facts: numbers, ids and sources. The words come later."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nutrition.suggest.person import Filters

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from nutrition.screening import Notice
    from nutrition.suggest import Answer

NEEDS_BETTER_RECORDS = "needs-better-records"
"""The reason given where so little is known that no food is suggested."""


@dataclass(frozen=True)
class Client:
    """Whose sheet it is.

    Attributes:
        person_id: As in the records.
        name: Name or code; empty where only the id is known.
        sex: female or male; None where not known.
        age_months: Completed months of age [months]; None where not known.
        condition: none, pregnant or lactating.
        trimester: 1 to 3 in pregnancy.
        notes: The dietitian's notes, whole.
        medicines: Medicines as written; None: not asked.
        contexts: Ids of `nutrition/data/contexts.csv`.
        red_flags: Ids of `nutrition/data/red_flags.csv` that are ticked; None: not asked.
        filters: What is not eaten.
        country: Country or locale, for the emergency number.
    """

    person_id: str
    name: str = ""
    sex: str | None = None
    age_months: int | None = None
    condition: str = "none"
    trimester: int | None = None
    notes: str = ""
    medicines: tuple[str, ...] | None = None
    contexts: tuple[str, ...] = ()
    red_flags: tuple[str, ...] | None = None
    filters: Filters = field(default_factory=Filters)
    country: str | None = None

    @property
    def title(self) -> str:
        """The name, else the id."""
        return self.name.strip() or self.person_id


@dataclass(frozen=True)
class Contribution:
    """What one food brought.

    Attributes:
        food: The food as it was written, else its description.
        amount_mg: Its mineral on the average day [mg/d].
        share: Share of all that is known [fraction].
    """

    food: str
    amount_mg: float
    share: float


@dataclass(frozen=True)
class Mineral:
    """One mineral over the complete days.

    Attributes:
        nutrient: calcium_mg or magnesium_mg.
        assessment: The row of the assessment, plain values, null as None.
        usual_low_mg: Lower end of the 95 % interval of usual intake, mean ± 1.96 SD / √days
            [mg/d]; None where values are missing or no standard deviation applies.
        usual_high_mg: Upper end [mg/d].
        contributors: The foods that bring most, largest first.
        others_mg: All other foods together [mg/d].
        others: How many they are.
        unknown_foods: Foods without a value, by how often they were eaten.
    """

    nutrient: str
    assessment: Mapping[str, Any]
    usual_low_mg: float | None = None
    usual_high_mg: float | None = None
    contributors: tuple[Contribution, ...] = ()
    others_mg: float = 0.0
    others: int = 0
    unknown_foods: tuple[str, ...] = ()

    def value(self, column: str) -> Any:
        """A cell of the assessment; None where it is empty."""
        return self.assessment.get(column)

    @property
    def at_least(self) -> bool:
        """Whether the intake is a lower bound."""
        return bool(self.value("probability_is_at_least"))

    @property
    def food_alone(self) -> bool:
        """Whether the days state food and water only, and nothing of supplements."""
        return bool(self.value("intake_counts") == "food")

    @property
    def aim_mg(self) -> float | None:
        """The recommended or adequate intake [mg/d], for planning; a target of one's own first."""
        for column in ("target_mg", "rda_mg", "ai_mg"):
            if self.value(column) is not None:
                return float(self.value(column))
        return None

    @property
    def gap_mg(self) -> float | None:
        """What is missing to `aim_mg` [mg/d]; 0 or less: reached; None: not known."""
        intake = self.value("intake_mg")
        return None if intake is None or self.aim_mg is None else self.aim_mg - float(intake)


@dataclass(frozen=True)
class DayLine:
    """One day of the record.

    Attributes:
        day: As the record calls it; None for habitual intake of a questionnaire.
        state: complete, partial or empty.
        calcium_mg: Calcium, as far as known [mg].
        magnesium_mg: Magnesium [mg].
        energy_kcal: Energy [kcal].
        calcium_unknown_items: Items without a calcium value; None where not counted.
        magnesium_unknown_items: Items without a magnesium value.
    """

    day: str | None
    state: str
    calcium_mg: float | None
    magnesium_mg: float | None
    energy_kcal: float | None
    calcium_unknown_items: int | None
    magnesium_unknown_items: int | None


@dataclass(frozen=True)
class Absorption:
    """Absorbable calcium on the average day; information, never part of a verdict.

    Attributes:
        studied_mg: Calcium of foods that studies speak for [mg/d].
        absorbable_mg: What is absorbed of it [mg/d].
        by_analogy_mg: The part of `studied_mg` that is read from a similar food [mg/d].
        unstudied_mg: Calcium of which no study speaks, supplements included [mg/d].
    """

    studied_mg: float
    absorbable_mg: float
    by_analogy_mg: float
    unstudied_mg: float


@dataclass(frozen=True)
class Suggestions:
    """Ways to close the gap, or why there are none.

    Attributes:
        answers: Foods, least energy first.
        reasons: Why there are none: already-met, not-defined, no-record, needs-better-records,
            infeasible, or a reason of `nutrition.suggest.NotOffered`.
        binding: For infeasible: the smallest sets of limits that stand in the way.
        calcium_mg: The calcium to be brought [mg/d]; None: no reference or no record.
        magnesium_mg: The magnesium to be brought [mg/d].
        at_most: Values are missing, so that the true gap may be smaller.
    """

    answers: tuple[Answer, ...] = ()
    reasons: tuple[str, ...] = ()
    binding: tuple[tuple[str, ...], ...] = ()
    calcium_mg: float | None = None
    magnesium_mg: float | None = None
    at_most: bool = False


@dataclass(frozen=True)
class Change:
    """One mineral, before and now.

    Attributes:
        nutrient: calcium_mg or magnesium_mg.
        before: The row of the earlier assessment.
        now: The row of the later one.
        difference_mg: Now less before [mg/d]; None where either is missing or a lower bound.
        chance_mg: By how much two such means differ by day-to-day variation alone, 95 %:
            1.96 SD √(1/days + 1/days) [mg/d]; None without a standard deviation.
    """

    nutrient: str
    before: Mapping[str, Any]
    now: Mapping[str, Any]
    difference_mg: float | None
    chance_mg: float | None

    @property
    def beyond_chance(self) -> bool | None:
        """Whether the difference is larger than days differ by themselves; None: not known."""
        if self.difference_mg is None or self.chance_mg is None:
            return None
        return abs(self.difference_mg) > self.chance_mg


@dataclass(frozen=True)
class Comparison:
    """Two periods side by side.

    Attributes:
        before: First and last day of the earlier period, as recorded; None where not known.
        now: The same of the later one.
        changes: A row for each mineral.
    """

    before: tuple[str | None, str | None]
    now: tuple[str | None, str | None]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Method:
    """On what the figures rest.

    Attributes:
        body: Reference body.
        references: Values compared with, as body, statistic and edition.
        upper_levels: The same of the upper levels.
        sd_sources: Sources of day-to-day variation.
        foods: Food tables that the eaten foods were found in, with their releases.
        recalled: Whether a reference was recalled and not checked against the original.
    """

    body: str
    references: tuple[str, ...]
    upper_levels: tuple[str, ...]
    sd_sources: tuple[str, ...]
    foods: tuple[str, ...]
    recalled: bool


@dataclass(frozen=True)
class Sheet:
    """All that a sheet says, computed once.

    Attributes:
        client: Whose it is.
        printed: The day it was made.
        period: First and last complete day, as recorded.
        minerals: Calcium, then magnesium.
        days: Every day, in order.
        energy_flag: plausible, low, high or not_assessed.
        absorption: Absorbable calcium; None where no item is known.
        suggestions: Foods that close the gap, or why there are none.
        signs: Ticked warning signs and what to do; stand before everything else.
        contexts: Circumstances that come before any figure.
        medicines: What to check with the prescriber or pharmacist.
        comparison: Before and after; None for one period.
        method: On what it rests.
    """

    client: Client
    printed: dt.date
    period: tuple[str | None, str | None]
    minerals: tuple[Mineral, ...]
    days: tuple[DayLine, ...]
    energy_flag: str
    absorption: Absorption | None
    suggestions: Suggestions
    signs: tuple[Notice, ...]
    contexts: tuple[Notice, ...]
    medicines: tuple[Notice, ...]
    comparison: Comparison | None
    method: Method

    @property
    def signs_asked(self) -> bool:
        """Whether somebody went through the warning signs with the client."""
        return self.client.red_flags is not None

    def mineral(self, nutrient: str) -> Mineral:
        """The facts of one mineral."""
        return next(one for one in self.minerals if one.nutrient == nutrient)
