"""One base error, with fields and a hint on what to do."""

from typing import Any


class MgcaError(Exception):
    """Something the user can mend.

    Args:
        message: What is wrong, naming the value and where it stands.
        hint: What to do about it.
        fields: The parts of the message by name, for programs.

    Errors cross process borders (workers send them back), so they pickle whole.
    """

    def __init__(self, message: str, *, hint: str = "", **fields: Any) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.fields = fields

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.message, self.hint, self.fields)


def _rebuild(kind: type[MgcaError], message: str, hint: str, fields: dict[str, Any]) -> MgcaError:
    return kind(message, hint=hint, **fields)


class QuantityError(MgcaError, ValueError):
    """Text that is not an amount of food."""


class UnitError(MgcaError, ValueError):
    """A unit word that is not on the allow-list."""


class UnknownFoodError(MgcaError, LookupError):
    """A food id that the table does not hold."""


class TableError(MgcaError, ValueError):
    """A food table that is missing, damaged or of another version."""


class DiaryError(MgcaError, ValueError):
    """A diary that cannot be read at all."""


class ReferenceIntakeError(MgcaError, LookupError):
    """A reference body, nutrient or life stage that is not there."""
