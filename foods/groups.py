"""Food groups as people ask for them, and whether calcium or magnesium was added.

Both are settled by rules in CSV files that a dietitian can edit: `data/food_groups.csv` and
`data/fortification.csv`. The first rule that fits, by rising priority, is the answer.
"""

import csv
import functools
import re
from dataclasses import dataclass
from pathlib import Path

from foods.errors import TableError

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Rule:
    """One row of a rule file.

    Attributes:
        priority: Lower is tried first.
        category: Pattern that the source's whole category must match; None fits all.
        description: Pattern to be found in the description; None fits all.
        answer: The food group, or "yes", "no", "unknown" for fortification.
        calcium_from: Least calcium that fits [mg/100 g]; None where calcium does not matter.
        calcium_below: Calcium must be less than this [mg/100 g]; None as above.
    """

    priority: int
    category: re.Pattern[str] | None
    description: re.Pattern[str] | None
    answer: str
    calcium_from: float | None = None
    calcium_below: float | None = None

    def fits(self, category: str, description: str, calcium_mg: float | None = None) -> bool:
        """Tell whether a food falls under this rule.

        Args:
            category: Category (fortification: food group) of the food.
            description: The food's description.
            calcium_mg: Calcium [mg/100 g], None where unknown.

        Returns:
            True where every condition the rule sets is met.
        """
        if self.category is not None and not self.category.fullmatch(category):
            return False
        if self.description is not None and not self.description.search(description):
            return False
        if self.calcium_from is not None and (calcium_mg is None or calcium_mg < self.calcium_from):
            return False
        return self.calcium_below is None or (
            calcium_mg is not None and calcium_mg < self.calcium_below
        )


def food_group(category: str, description: str) -> str:
    """Give the food group that people ask for.

    Args:
        category: The source's own category, "Dairy and Egg Products".
        description: The food's description.

    Returns:
        One of `food_groups()`.

    Raises:
        TableError: No rule fits.
    """
    for rule in _group_rules():
        if rule.fits(category, description):
            return rule.answer
    raise TableError(
        f"No food group for {description!r} in category {category!r}.",
        hint="Add a row to foods/data/food_groups.csv.",
        category=category,
        description=description,
    )


def food_groups() -> tuple[str, ...]:
    """Give every food group, in alphabetical order."""
    return tuple(sorted({rule.answer for rule in _group_rules()}))


def fortified(group: str, description: str, calcium_mg: float | None) -> bool | None:
    """Tell whether calcium or magnesium was added, from group, description and value.

    Args:
        group: Food group.
        description: The food's description.
        calcium_mg: Calcium [mg/100 g], None where unknown.

    Returns:
        True or False where the rules settle it, None where it cannot be told.
    """
    for rule in _fortification_rules():
        if rule.fits(group, description, calcium_mg):
            return {"yes": True, "no": False}.get(rule.answer)
    return None


@functools.cache
def _group_rules() -> tuple[Rule, ...]:
    return _rules("food_groups.csv", "source_category", "food_group")


@functools.cache
def _fortification_rules() -> tuple[Rule, ...]:
    return _rules("fortification.csv", "food_group", "fortified")


def _rules(name: str, category: str, answer: str) -> tuple[Rule, ...]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        sorted(
            (
                Rule(
                    int(row["priority"]),
                    _pattern(row[category]),
                    _pattern(row["description_pattern"]),
                    row[answer],
                    _number(row.get("calcium_from", "")),
                    _number(row.get("calcium_below", "")),
                )
                for row in rows
            ),
            key=lambda rule: rule.priority,
        )
    )


def _pattern(text: str) -> re.Pattern[str] | None:
    return re.compile(text, re.IGNORECASE) if text else None


def _number(text: str | None) -> float | None:
    return float(text) if text else None
