"""When a row of a group rests on too little to be relied on."""

from nutrition.counted import counted
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
LEAST_REPLICATES = 30
"""Bootstrap replicates under which errors are marked: the error of a standard error from R of them
is about 1 / sqrt(2 (R - 1)) of it, 13 % at 30, 27 % at 8 (Efron and Tibshirani 1993, chapter 6)."""
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
    replicates: int | None = None,
) -> list[str]:
    """Sentences that say why a row is not reliable; none when it is.

    Args:
        usual: The estimate.
        share: Share below the reference, 0 to 1; NaN where there is none.
        interval: Its 95 % interval; NaN without replicates.
        degrees_of_freedom: Of the errors; None where there are none.
        failing: Share of replicates that were not identifiable, 0 to 1.
        replicates: Bootstrap replicates that the errors rest on; None without a bootstrap.
    """
    marks = []
    if usual.days and usual.zero_days > MOST_ZEROS * usual.days:
        have = "has" if usual.days == 1 else "have"
        marks.append(
            f"{usual.zero_days} of {counted(usual.days, 'day', 'days')} {have} an intake of 0, "
            "more than these methods for daily intakes can take."
        )
    if usual.people < LEAST_PEOPLE:
        marks.append(
            f"Rests on {counted(usual.people, 'person', 'people')}, fewer than {LEAST_PEOPLE}."
        )
    effective = usual.weights.sum() ** 2 / (usual.weights**2).sum()
    if effective < LEAST_EFFECTIVE:
        left = counted(round(effective), "person", "people")
        marks.append(f"The weights leave an effective sample of {left}.")
    if replicates is not None and replicates < LEAST_REPLICATES:
        some = counted(replicates, "replicate", "replicates")
        marks.append(f"The errors rest on {some}, fewer than {LEAST_REPLICATES}.")
    if degrees_of_freedom is not None and degrees_of_freedom < LEAST_FREEDOM:
        few = counted(degrees_of_freedom, "degree of freedom", "degrees of freedom")
        marks.append(f"The errors have {few}, fewer than {LEAST_FREEDOM}.")
    low, high = interval
    width = high - low
    if width >= WIDEST or (width > NARROW and share > 0 and width > WIDEST_RELATIVE * share):
        marks.append("The interval is too wide to rely on.")
    if failing > MOST_FAILED:
        marks.append("The variance between people is hardly told from zero.")
    return marks
