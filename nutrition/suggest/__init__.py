"""The gap, closed: which everyday foods bring both minerals to the recommended intake.

    everyday_foods → suggest → Offer | NothingToClose | NotOffered | Infeasible
    everyday_foods → swaps   → what the same amount of a neighbour would bring

Facts only: numbers, ids of reasons and notes; pages say them in words. No supplement and no dose
is ever part of an answer.
"""

from nutrition.suggest.answers import Answer, Infeasible, NothingToClose, NotOffered, Offer, Portion
from nutrition.suggest.everyday import EverydayFood, everyday_foods
from nutrition.suggest.offer import suggest
from nutrition.suggest.person import Filters, Needs, Person, SuggestionError, needs_from
from nutrition.suggest.swaps import Swap, swaps

__all__ = [
    "Answer",
    "EverydayFood",
    "Filters",
    "Infeasible",
    "Needs",
    "NotOffered",
    "NothingToClose",
    "Offer",
    "Person",
    "Portion",
    "SuggestionError",
    "Swap",
    "everyday_foods",
    "needs_from",
    "suggest",
    "swaps",
]
