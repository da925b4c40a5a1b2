"""How often something is eaten or taken: words → times a day and days a week."""

import math
import re
from dataclasses import dataclass

from foods.errors import MgcaError

DAYS_A_WEEK = 7.0
DAYS_A_MONTH = 365.25 / 12
NUMBERS = {"once": 1.0, "twice": 2.0, "thrice": 3.0, "one": 1.0, "two": 2.0, "three": 3.0}
NUMBERS |= {"four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "a": 1.0, "an": 1.0}
AMOUNT = r"(?P<n>\d+(?:[.,]\d+)?|once|twice|thrice|one|two|three|four|five|six|seven)"


class FrequencyError(MgcaError, ValueError):
    """Words or numbers that do not say how often."""


@dataclass(frozen=True)
class Frequency:
    """How often a dose or a portion is taken.

    Attributes:
        times_a_day: Doses on a day it is taken.
        days_a_week: Days a week it is taken, on average.
    """

    times_a_day: float = 1.0
    days_a_week: float = DAYS_A_WEEK

    def __post_init__(self) -> None:
        if not (0 < self.times_a_day < math.inf and 0 < self.days_a_week <= DAYS_A_WEEK):
            raise FrequencyError(
                f"{self.times_a_day:g} times a day on {self.days_a_week:g} days a week is no "
                "frequency.",
                hint="Give doses a day above zero and from 0 to 7 days a week.",
            )

    @property
    def doses_a_day(self) -> float:
        """Doses a day, averaged over the week."""
        return self.times_a_day * self.days_a_week / DAYS_A_WEEK


DAILY = Frequency()


def read_frequency(text: str) -> Frequency:
    """Read how often something is taken.

    Args:
        text: "daily", "twice a day", "3 x daily", "twice a week", "every other day",
            "every 3 days", "5 days a week", "weekly", "once a month".

    Returns:
        The frequency. "Twice a week" is one dose on two days a week, up to seven; a month has
        30.44 days.

    Raises:
        FrequencyError: It says no frequency ("as needed", "sometimes").
    """
    plain = " ".join(text.casefold().replace("×", " x ").replace("per ", "a ").split())
    plain = re.sub(r"\b(?:each|every) (day|week|month)\b", r"a \1", plain)
    plain = {"daily": "1 a day", "weekly": "1 a week", "monthly": "1 a month"}.get(plain, plain)
    plain = re.sub(r"\s+daily$", " a day", plain)
    plain = re.sub(r"\s+weekly$", " a week", plain)
    if plain in ("every other day", "every second day"):
        plain = "every 2 days"
    if found := re.fullmatch(r"every (?P<n>\d+|two|three|four|five|six|seven) days", plain):
        return Frequency(1.0, DAYS_A_WEEK / _number(found["n"], text))
    if found := re.fullmatch(AMOUNT + r" days a week", plain):
        return Frequency(1.0, _number(found["n"], text))
    pattern = AMOUNT + r"(?: ?x| times?)? an? (?P<per>day|week|month)"
    found = re.fullmatch(pattern, plain) or re.fullmatch(r"(?P<n>a) (?P<per>day|week|month)", plain)
    if found is None:
        raise FrequencyError(
            f"{text!r} does not say how often.",
            hint='Write it as "daily", "twice a day", "3 times a week" or "every other day"; '
            "what is taken as needed goes into the diary on the days it is taken.",
            text=text,
        )
    times = _number(found["n"], text)
    if found["per"] == "day":
        return Frequency(times, DAYS_A_WEEK)
    days = times if found["per"] == "week" else times * DAYS_A_WEEK / DAYS_A_MONTH
    # More than seven doses a week are spread over all days.
    return Frequency(max(1.0, days / DAYS_A_WEEK), min(days, DAYS_A_WEEK))


def _number(text: str, whole: str) -> float:
    number = NUMBERS.get(text) or float(text.replace(",", "."))
    if number <= 0:
        raise FrequencyError(
            f"{whole!r} does not say how often.", hint="Leave out what is not taken.", text=whole
        )
    return number
