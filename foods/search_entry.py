"""One description of the food table, as the search index holds it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """One description, read.

    Attributes:
        food_id: The food.
        description: As its source writes it.
        group: Food group.
        calcium_mg: Calcium [mg/100 g], None where unknown.
        magnesium_mg: Magnesium [mg/100 g], None where unknown.
        fortified: Whether calcium or magnesium was added; None where it cannot be told.
        costs: Stem → what it costs when the name does not say it.
        total_cost: Sum of the costs.
        heads: Stems that say what it is.
        core: Stems of the part that names it.
        telling: Those of them that are neither a heading nor neutral.
        states: Facet → value.
        known: The same, with whether calcium was added, and with what a group lets conclude: a
            raw pulse or grain is a dried one, and the other way round.
        usual: Heat, keep and liquid of those, None where it says none.
        brand: Whether it is a brand's.
        measured: Whether it has household measures.
        source: Rank of its source; 0 is first.
        text: Stems, sorted, for comparing whole strings.
    """

    food_id: str
    description: str
    group: str
    calcium_mg: float | None
    magnesium_mg: float | None
    fortified: bool | None
    costs: Mapping[str, float]
    total_cost: float
    heads: frozenset[str]
    core: frozenset[str]
    telling: frozenset[str]
    states: Mapping[str, str]
    known: Mapping[str, str]
    usual: tuple[str | None, ...]
    brand: bool
    measured: bool
    source: int
    text: str

    def __hash__(self) -> int:
        """Hash the id: the mappings have no hash."""
        return hash(self.food_id)


def entry_of(row: Sequence[Any]) -> Entry:
    """Read an entry from its row of the index's table of foods."""
    (costs, states), _ = _JSON.raw_decode(row[7])
    fortified = None if row[6] is None else bool(row[6])
    known = _known(states, row[3], fortified)
    return Entry(
        food_id=row[1],
        description=row[2],
        group=row[3],
        calcium_mg=row[4],
        magnesium_mg=row[5],
        fortified=fortified,
        costs=costs,
        total_cost=row[8],
        heads=frozenset(row[9].split()),
        core=frozenset(row[10].split()),
        telling=frozenset(row[11].split()),
        states=states,
        known=known,
        usual=(known.get("heat"), known.get("keep"), known.get("liquid")),
        brand=bool(row[12]),
        measured=bool(row[13]),
        source=row[14],
        text=row[15],
    )


_JSON = json.JSONDecoder()


def _known(states: Mapping[str, str], group: str, fortified: bool | None) -> Mapping[str, str]:
    made = dict(states)
    if fortified is not None:
        made["fortified"] = "yes" if fortified else "no"
    if group in DRIED_GROUPS:
        if states.get("heat") == "raw":
            made.setdefault("keep", "dried")
        if states.get("keep") == "dried":
            made.setdefault("heat", "raw")
    return made


DRIED_GROUPS = frozenset(("legumes", "whole grains", "refined grains"))
"""Groups whose raw foods are dried ones."""
