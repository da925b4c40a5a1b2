"""How groups are formed and estimated: the options of a batch and of the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from foods.errors import MgcaError
from nutrition.population.day_order import ADJUST
from nutrition.usual.ratio import checked_ratio

METHODS = ("nrc", "nci")
GROUPING = ("sex", "age_group")
DESIGN_COLUMNS = ("survey_weight", "stratum", "psu")
MOST_REPLICATES = 10_000


class GroupOptionError(MgcaError, ValueError):
    """An option of the group estimates that cannot be used."""


@dataclass(frozen=True)
class GroupOptions:
    """Options of usual intake and prevalence in groups.

    Attributes:
        by: Columns of the people table that form the groups; ``age_group`` is made from age.
        method: ``nrc`` (NRC, best power) or ``nci`` (NCI, amount only).
        variance_ratio: Variance within persons over variance between, from another survey, for
            one day a person; None to estimate both from these days.
        seed: Seed of draws and bootstrap.
        replicates: Bootstrap replicates; 0 leaves errors out; not used with replicate weights.
        people_columns: House name of the people table → the file's column, such as
            ``survey_weight`` → ``WTDR2D``.
        replicate_weights: Beginning of the names of replicate-weight columns in the people
            table; None for the bootstrap.
        fay: Fay's constant of the replicate weights, from 0 (BRR) to below 1.
        adjust_order: Take the shift of later recalls out: ``auto`` where recalls are coded by
            number, ``on`` by the order of any days, ``off``.

    Raises:
        GroupOptionError: A value that cannot be, with what can.
        VarianceRatioError: The ratio is not a positive number up to 100.
    """

    by: tuple[str, ...] = GROUPING
    method: str = "nrc"
    variance_ratio: float | None = None
    seed: int = 1
    replicates: int = 100
    people_columns: Mapping[str, str] = field(default_factory=dict)
    replicate_weights: str | None = None
    fay: float = 0.0
    adjust_order: str = "auto"

    def __post_init__(self) -> None:
        """Check every value."""
        if self.method not in METHODS:
            raise GroupOptionError(
                f"There is no method {self.method!r} for usual intake.",
                hint=f"Methods: {', '.join(METHODS)}.",
            )
        checked_ratio(self.variance_ratio)
        if self.adjust_order not in ADJUST:
            raise GroupOptionError(
                f"adjust_order is {self.adjust_order!r}.", hint=f"It can be {', '.join(ADJUST)}."
            )
        if self.seed < 0:
            raise GroupOptionError(f"The seed is {self.seed}.", hint="Give 0 or more.")
        if not 0 <= self.replicates <= MOST_REPLICATES or self.replicates == 1:
            raise GroupOptionError(
                f"{self.replicates} bootstrap replicates.",
                hint=f"Give 0 for no errors, or 2 to {MOST_REPLICATES:,}; 100 to 500 will do.",
            )
        if not 0 <= self.fay < 1:
            raise GroupOptionError(
                f"Fay's constant is {self.fay:g}.", hint="It lies from 0 (BRR) to below 1."
            )
        if len(set(self.by)) < len(self.by):
            raise GroupOptionError("A grouping column comes twice.", hint="Name each once.")


def read_grouping(text: str) -> tuple[str, ...]:
    """Return the grouping columns that a text names.

    Args:
        text: Column names with commas between; ``none`` for everyone together only.
    """
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    return () if names == ("none",) else names
