"""What the pages about clients share: their records computed once, and the day it is."""

import datetime as dt
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import kept, parts
from foods.errors import MgcaError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foods.composition import FoodTable
    from nutrition.store import Person
    from nutrition.views.client_results import Memory, Recorded, Terms

OPEN_CLIENT = "client"
"""Name of the query parameter that says whose page is open."""


def today() -> dt.date:
    """Return the day it is for the visitor's machine."""
    return dt.datetime.now().astimezone().date()


def table() -> "FoodTable":
    """Return the food table for clients: own foods count, the owner's own water does not."""
    from nutrition.store import own_foods

    own = tuple((one.id, one.version) for one in own_foods(kept.store()))
    return _layered(str(kept.store().path), own) if own else kept.food_table()


@st.cache_resource(show_spinner=False, max_entries=2)
def _layered(path: str, own: tuple[tuple[int | None, int | None], ...]) -> "FoodTable":
    from nutrition.store import food_table

    del path, own  # they only say when to lay it over anew
    return food_table(kept.store(), kept.food_table())


def terms() -> "Terms":
    """Return how records are read and judged, as the settings say."""
    from nutrition.views.client_results import Terms
    from nutrition.views.history_days import surroundings

    return Terms(
        locale=kept.setting("locale"),
        body=kept.setting("references"),
        sd_source=kept.setting("sd_source"),
        around=surroundings(kept.store(), kept.setting("foods")),
    )


@st.cache_resource(show_spinner=False)
def _memory(path: str) -> "Memory":
    del path  # one memory a diary
    return {}


def recorded(people: "Sequence[Person]") -> "dict[int, Recorded]":
    """Return the computed records of people."""
    from nutrition.views import client_results

    ids = [one.id for one in people if one.id is not None]
    memory = _memory(str(kept.store().path))
    return client_results.recorded(kept.store(), table(), ids, terms(), memory)


def failure(error: MgcaError) -> None:
    """Show an error; what is too long is said in the visitor's language."""
    from nutrition.store import RecordError

    if isinstance(error, RecordError) and "limit" in error.fields:
        st.error(
            parts.plain(
                kept.say(
                    "pages-clients-too-long",
                    field=field(str(error.fields.get("field", ""))),
                    length=kept.number(error.fields["length"]),
                    limit=kept.number(error.fields["limit"]),
                )
            )
        )
        return
    parts.failure(error)


def field(name: str) -> str:
    """Return what a field of a person is called."""
    from nutrition.texts import messages

    text_id = f"pages-clients-field-{name.replace('_', '-')}"
    return kept.say(text_id) if text_id in messages() else name


def title(person: "Person") -> str:
    """Return a client's name or code, else their number."""
    return person.name.strip() or kept.say("pages-clients-unnamed", number=str(person.id))
