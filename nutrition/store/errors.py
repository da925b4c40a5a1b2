"""What can go wrong with a stored diary, each with what to do about it."""

from typing import Any

from foods.errors import MgcaError


class StoreError(MgcaError, OSError):
    """The database cannot be opened, read or written."""


class DamagedError(StoreError):
    """The file is cut short or damaged; it was not touched."""


class ForeignError(StoreError):
    """The file is no diary of this program; it was not touched."""


class NewerError(StoreError):
    """The file was written by a newer version of this program; it was not touched."""


class RecordError(MgcaError, ValueError):
    """A value that a record cannot have; nothing was written."""


class MissingError(MgcaError, LookupError):
    """A record that is not there, or is somebody else's."""


class Changed(MgcaError):  # noqa: N818 - the name that pages show and catch
    """Somebody else changed the record since it was read; nothing was written.

    Attributes:
        mine: The record as this window wanted it; None where it wanted it gone.
        theirs: The record as it stands now; None where it is gone.
    """

    @property
    def mine(self) -> Any:
        """What this window wanted to write."""
        return self.fields.get("mine")

    @property
    def theirs(self) -> Any:
        """What stands in the diary now."""
        return self.fields.get("theirs")
