"""One person against a reference body, by the method of the IOM (2000)."""

from nutrition.adequacy.assessment import assess

__all__ = ["assess"]
