"""The diary on this machine, as every page opens it."""

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.store import Person, Store


def store() -> "Store":
    """Return the open diary; one for all windows."""
    from nutrition.store import default_path

    return _opened(str(default_path()))


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> "Store":
    from nutrition.store import open_store

    return open_store(path)


def me() -> "Person":
    """Return the person whose own diary this is."""
    from nutrition.store import self_person

    return self_person(store())


def setting(name: str) -> str:
    """Return a setting: as kept with the diary, else as the user's configuration says.

    Args:
        name: A name of `nutrition.commands.config.SETTINGS`, or ``language``.
    """
    from nutrition.commands.config import settings
    from nutrition.store import settings_of

    kept = settings_of(store()).get(name)
    if kept:
        return kept
    if name == "language":
        from nutrition.texts import language_for

        return language_for(st.context.locale)
    return settings()[name].value


def keep(name: str, value: str) -> None:
    """Keep a setting with the diary."""
    from nutrition.store import keep_setting

    keep_setting(store(), name, value)


def language() -> str:
    """Return the language of the pages."""
    return setting("language")


def say(message_id: str, /, **values: object) -> str:
    """Say a text of `nutrition.texts` in the language of the pages."""
    from nutrition.texts import say as said

    return said(message_id, language(), **values)


def table() -> "FoodTable":
    """Return the food table with the own foods and recipes laid over it."""
    from dashboard.state import food_table
    from nutrition.store import food_table as layered

    return layered(store(), food_table())
