"""The number that calls an ambulance, by country."""

from __future__ import annotations

from dataclasses import dataclass

from nutrition.screening.notices import rows

FALLBACK = "112"
"""Answered in the European Union, and from mobile phones on most GSM networks."""

COUNTRY_LETTERS = 2


@dataclass(frozen=True)
class EmergencyNumber:
    """Whom to call.

    Attributes:
        country: ISO 3166 code, two letters; None where it is not known.
        number: The number of the ambulance, or the fallback.
        also: A second number that is answered there too; empty where there is none.
        known: Whether the number is this country's; else say "your local number" beside it.
        source: Where the number comes from.
        confidence: seen or recalled.
    """

    country: str | None
    number: str
    also: str
    known: bool
    source: str
    confidence: str


def emergency_number(locale: str | None) -> EmergencyNumber:
    """The emergency number of a country.

    Args:
        locale: A country ("AT") or a locale with one ("de-AT", "en_US.UTF-8"). A language
            alone ("de") names no country.

    Returns:
        The country's number, or 112 with `known` false where the country is not known or not
        in `data/emergency_numbers.csv`.
    """
    country = _country(locale)
    for row in rows("emergency_numbers.csv"):
        if row["country"] == country:
            return EmergencyNumber(
                country, row["number"], row["also"], True, row["source"], row["confidence"]
            )
    source = "Directive (EU) 2018/1972, article 109; 3GPP TS 22.101 (mobile phones)"
    return EmergencyNumber(country, FALLBACK, "", False, source, "recalled")


def _country(locale: str | None) -> str | None:
    parts = (locale or "").split(".")[0].split("@")[0].replace("_", "-").split("-")
    last = parts[-1]
    is_country = len(last) == COUNTRY_LETTERS and last.isalpha()
    if is_country and (len(parts) > 1 or last.isupper()):
        return last.upper()
    return None
