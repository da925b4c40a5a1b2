"""When a row of a group rests on too little to be relied on."""

from nutrition.usual.distribution import UsualIntake

LEAST_PEOPLE = 50
"""People under which a distribution of usual intake is marked (IOM 2000, p. 99)."""
MOST_FAILED = 0.05
"""Share of replicates without an answer above which a row is marked."""
MOST_ZEROS = 0.05
"""Share of days of 0 above which a model for intakes of every day is marked: the amount-only
model is for what nearly everyone has on nearly every day (Tooze et al. 2006)."""
LEAST_EFFECTIVE = 30.0
LEAST_FREEDOM = 8
NARROW = 0.05
WIDEST = 0.30
WIDEST_RELATIVE = 1.30
"""NCHS standards for proportions (Parker et al. 2017, Vital Health Stat 2(175)): effective
sample size, degrees of freedom, width of the 95 % interval, absolute and relative."""


def marks_of(
    usual: UsualIntake,
    share: float,
    interval: tuple[float, float],
    degrees_of_freedom: int | None,
    failing: float,
) -> list[str]:
    """Sentences that say why a row is not reliable; none when it is.

    Args:
        usual: The estimate.
        share: Share below the reference, 0 to 1; NaN where there is none.
        interval: Its 95 % interval; NaN without replicates.
        degrees_of_freedom: Of the replicates; None without.
        failing: Share of replicates that were not identifiable, 0 to 1.
    """
    marks = []
    if usual.days and usual.zero_days > MOST_ZEROS * usual.days:
        marks.append(
            f"{usual.zero_days} of {usual.days} days have an intake of 0, more than these "
            "methods for daily intakes can take."
        )
    if usual.people < LEAST_PEOPLE:
        marks.append(f"Rests on {usual.people} people, fewer than {LEAST_PEOPLE}.")
    effective = usual.weights.sum() ** 2 / (usual.weights**2).sum()
    if effective < LEAST_EFFECTIVE:
        marks.append(f"The weights leave an effective sample of {effective:.0f} people.")
    if degrees_of_freedom is not None and degrees_of_freedom < LEAST_FREEDOM:
        few = f"{degrees_of_freedom} degrees of freedom, fewer than {LEAST_FREEDOM}"
        marks.append(f"The errors have {few}.")
    low, high = interval
    width = high - low
    if width >= WIDEST or (width > NARROW and share > 0 and width > WIDEST_RELATIVE * share):
        marks.append("The interval is too wide to rely on.")
    if failing > MOST_FAILED:
        marks.append("The variance between people is hardly told from zero.")
    return marks
