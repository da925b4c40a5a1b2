"""What a window does with the diary: saving, and what could not be saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

from dashboard.kept import food_table, setting
from foods.errors import MgcaError

__all__ = ["failures", "food_table", "reseed", "saving", "seed", "setting"]

FAILED = "failed"


@contextmanager
def saving() -> Iterator[None]:
    """Save something; an error stays to be shown, and the page shows what stands in the diary."""
    try:
        yield
    except MgcaError as error:
        st.session_state.setdefault(FAILED, []).append(error)


def failures() -> list[MgcaError]:
    """Return what could not be saved since it was asked for last."""
    found: list[MgcaError] = st.session_state.pop(FAILED, [])
    return found


def seed(name: str, version: Any, values: dict[str, Any]) -> None:
    """Put stored values into widgets: at first, and whenever another window changed them.

    Args:
        name: What they are of.
        version: Of the record; a new one writes every widget anew.
        values: Widget key → value.
    """
    mark = f"seeded_{name}"
    fresh = st.session_state.get(mark) != version
    for key, value in values.items():
        if fresh or key not in st.session_state:
            st.session_state[key] = value
    st.session_state[mark] = version


def reseed(name: str) -> None:
    """Have the widgets of a record written anew from the diary."""
    st.session_state.pop(f"seeded_{name}", None)
