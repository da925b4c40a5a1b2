"""How far short frequency lists were off, in published studies (`data/usual_week_limits.csv`)."""

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import NormalDist

DATA = Path(__file__).parent / "data"
FAR_OFF_MG = 250.0
Z_95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True)
class Limit:
    """How far a questionnaire was off in one study; questionnaire minus reference.

    Attributes:
        study: Its name.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        instrument: What was tested.
        reference_method: Against what.
        people: How many.
        who: Who they were.
        mean_difference_mg: Mean difference [mg/d]; None where not printed.
        sd_difference_mg: Standard deviation of the differences [mg/d]; from the limits of
            agreement where it is not printed.
        agreement_low_mg: Lower 95 % limit of agreement [mg/d]; None where not printed.
        agreement_high_mg: Upper one [mg/d].
        correlation: Correlation with the reference; None where not printed.
        source: Where it stands.
        confidence: How sure it is.
    """

    study: str
    nutrient: str
    instrument: str
    reference_method: str
    people: int
    who: str
    mean_difference_mg: float | None
    sd_difference_mg: float | None
    agreement_low_mg: float | None
    agreement_high_mg: float | None
    correlation: float | None
    source: str
    confidence: str

    def share_beyond(self, mg: float = FAR_OFF_MG) -> float | None:
        """Give the share of people off by more than an amount, differences taken as normal.

        Args:
            mg: Amount either way [mg/d].

        Returns:
            A fraction; None where the study prints no spread.
        """
        if self.mean_difference_mg is None or self.sd_difference_mg is None:
            return None
        spread = NormalDist(self.mean_difference_mg, self.sd_difference_mg)
        return spread.cdf(-mg) + 1.0 - spread.cdf(mg)


@functools.cache
def limits(nutrient: str | None = None) -> tuple[Limit, ...]:
    """Give the published limits of short frequency lists.

    Args:
        nutrient: ``calcium_mg`` or ``magnesium_mg``; both when None.
    """
    return tuple(_limit(row) for row in _rows() if nutrient in (None, row["nutrient"]))


def _limit(row: Mapping[str, str]) -> Limit:
    def number(column: str) -> float | None:
        return float(row[column]) if row[column] else None

    low, high = number("agreement_low_mg"), number("agreement_high_mg")
    sd = number("sd_difference_mg")
    if sd is None and low is not None and high is not None:
        sd = (high - low) / (2 * Z_95)
    return Limit(
        row["study"],
        row["nutrient"],
        row["instrument"],
        row["reference_method"],
        int(row["people"]),
        row["who"],
        number("mean_difference_mg"),
        sd,
        low,
        high,
        number("correlation"),
        row["source"],
        row["confidence"],
    )


def _rows() -> list[dict[str, str]]:
    with (DATA / "usual_week_limits.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
