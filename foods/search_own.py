"""Foods of one's own among the answers to a name: never taken for another, never left out."""

import functools
import weakref
from collections.abc import Callable, Iterable, Sequence

from foods.composition import FoodTable
from foods.search_entry import Entry
from foods.search_index import index_of
from foods.search_lists import stem, tokens

SAME_NAME = "Several foods of your own have this name: which one is meant?"
LONGER_NAME = "A food of your own has these words in its name: is it the one that is meant?"
WATER = "water"


def namesakes(found: Sequence[Entry], table: FoodTable) -> list[Entry]:
    """Keep the own foods among those that bear a name; fewer than two are no question."""
    own = [entry for entry in found if entry.food_id in table.own]
    return own if len(own) > 1 else []


def with_all_words(name: str, table: FoodTable) -> list[Entry]:
    """Give the own foods and dishes whose name holds all words of another, the nearest first.

    A water is none of them: whoever writes "water" means the one that is set as usual.
    """
    said = _stems(name)
    if not said or not table.own:
        return []
    found = [entry for stems, entry in _own(table) if said <= stems]
    return sorted(found, key=lambda entry: (len(_stems(entry.description)), entry.food_id))


def is_whole(name: str, entry: Entry) -> bool:
    """Tell whether a name says every word of what a food is called, forms and order aside."""
    return _stems(name) >= _stems(entry.description)


def told_apart(entries: Iterable[Entry]) -> Callable[[Entry], str]:
    """Give what each of several own foods is called beside the others.

    One whose name another has too is told apart by its minerals in 100 g and its id.
    """
    names = [entry.description.casefold().split() for entry in entries]

    def called(entry: Entry) -> str:
        if names.count(entry.description.casefold().split()) < 2:  # noqa: PLR2004 - itself
            return entry.description
        calcium, magnesium = _mg(entry.calcium_mg), _mg(entry.magnesium_mg)
        return f"{entry.description} (Ca {calcium}, Mg {magnesium} / 100 g; {entry.food_id})"

    return called


def _mg(value: float | None) -> str:
    return "?" if value is None else f"{value:.4g} mg"


_made: "weakref.WeakKeyDictionary[FoodTable, list[tuple[frozenset[str], Entry]]]" = (
    weakref.WeakKeyDictionary()
)


def _own(table: FoodTable) -> list[tuple[frozenset[str], Entry]]:
    found = _made.get(table)
    if found is None:
        index = index_of(table)[-1]
        entries = [index.entry_of(food_id) for food_id in sorted(table.own)]
        found = [(_stems(e.description), e) for e in entries if e.group != WATER]
        _made[table] = found
    return found


@functools.lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, tokens(text)))
