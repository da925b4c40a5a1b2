"""Amounts that nobody eats in one line of a diary: flagged for a second look, never changed."""

MOST_GRAMS = 5_000.0
MOST_MILLILITRES = 10_000.0
MOST_OF = {"cup": 20.0, "tbsp": 40.0, "tsp": 60.0, "pint": 16.0, "lb": 8.0, "fl oz": 200.0}
MOST_LARGE = 25.0
MOST_HOUSEHOLD = 30.0
MOST_COUNT = 100.0
LEAST_GRAMS = 0.05
LEAST_MILLILITRES = 0.1

SMALL_COUNTS = frozenset(["", "piece", "half", "kernel", "leaf", "drop"])
"""Units of which a hundred is still plausible: almonds, raisins, leaves."""


def implausible(
    unit: str, size: str, high: float, grams: float | None, millilitres: float | None
) -> str:
    """Say why an amount is implausible.

    Args:
        unit: Canonical unit or household word.
        size: Size word, or "".
        high: Upper end of the amount [units].
        grams: Upper end of a mass [g]; None for anything else.
        millilitres: Upper end of a volume [ml]; None for anything else.

    Returns:
        A sentence, or "" where it is plausible.
    """
    reason = ""
    if unit in {"mg", "ug"}:
        reason = f"A food in {unit} is unusual; is it a supplement?"
    elif grams is not None and not LEAST_GRAMS <= grams <= MOST_GRAMS:
        reason = f"{grams:g} g of one food is implausible."
    elif millilitres is not None and not LEAST_MILLILITRES <= millilitres <= MOST_MILLILITRES:
        reason = f"{millilitres:g} ml of one food is implausible."
    elif high > _most(unit, size, weighed=grams is not None or millilitres is not None):
        reason = f"{high:g} {unit or 'of them'} in one line is implausible."
    return reason


def _most(unit: str, size: str, *, weighed: bool) -> float:
    if unit in MOST_OF or weighed:
        return MOST_OF.get(unit, float("inf"))
    if unit in SMALL_COUNTS:
        return MOST_COUNT
    return MOST_LARGE if unit == size else MOST_HOUSEHOLD
