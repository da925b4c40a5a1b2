"""The diary on this machine, as every page opens it."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.store import Person, Store

KEPT, LANGUAGE = "kept_settings", "kept_language"
READ: ContextVar[dict[Any, Any] | None] = ContextVar("read", default=None)
T = TypeVar("T")


@contextmanager
def reading_once() -> Iterator[None]:
    """Read each part of the diary once while a page is drawn.

    Only for drawing: what is saved meanwhile would not be seen. Saving is done in callbacks and
    before the block.
    """
    if READ.get() is not None:
        yield
        return
    token = READ.set({})
    try:
        yield
    finally:
        READ.reset(token)


def once(name: Any, read: Callable[[], T]) -> T:
    """Return what a function reads; within `reading_once` it is called once.

    Args:
        name: What is read, with all that it depends on.
        read: Reads it.
    """
    known = READ.get()
    if known is None:
        return read()
    if name not in known:
        known[name] = read()
    found: T = known[name]
    return found


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

    return once("me", lambda: self_person(store()))


def refresh() -> None:
    """Read the settings and the language anew; once a run, because every text asks for it."""
    from nutrition.store import default_path, settings_of

    path = str(default_path())
    st.session_state[KEPT] = (path, settings_of(store()))
    st.session_state[LANGUAGE] = (path, _language())


def setting(name: str) -> str:
    """Return a setting: as kept with the diary, else as the user's configuration says.

    Args:
        name: A name of `nutrition.commands.config.SETTINGS`, or ``language``.
    """
    from nutrition.commands.config import settings

    said = own_setting(name)
    if said:
        return said
    if name == "language":
        from nutrition.texts import language_for

        return language_for(st.context.locale)
    return settings()[name].value


def own_setting(name: str) -> str:
    """Return a setting that only the pages know; empty where it was never kept."""
    from nutrition.store import default_path

    known = st.session_state.get(KEPT)
    if known is None or known[0] != str(default_path()):
        refresh()
        known = st.session_state[KEPT]
    found: str = known[1].get(name, "")
    return found


def keep(name: str, value: str) -> None:
    """Keep a setting with the diary."""
    from nutrition.store import keep_setting

    keep_setting(store(), name, value)
    refresh()


def language() -> str:
    """Return the language of the pages."""
    return once("language", _kept_language)


def _kept_language() -> str:
    from nutrition.store import default_path

    known = st.session_state.get(LANGUAGE)
    if known is None or known[0] != str(default_path()):
        refresh()
        known = st.session_state[LANGUAGE]
    found: str = known[1]
    return found


def _language() -> str:
    from nutrition.texts import ENGLISH, languages

    code = setting("language")
    return code if code in languages() else ENGLISH


def say(message_id: str, /, **values: object) -> str:
    """Say a text of `nutrition.texts` in the language of the pages."""
    from nutrition.texts import say as said

    return said(message_id, language(), **values)


def country() -> str | None:
    """Return where the visitor is, for the emergency number.

    The time zone of the browser says it better than its language: many browsers in Vienna speak
    American English.
    """
    from babel.core import get_global

    zone = st.context.timezone or ""
    place = get_global("zone_territories").get(get_global("zone_aliases").get(zone, zone), "")
    return st.context.locale if place in ("", "ZZ") else place


def number(value: float | None, digits: int = 0) -> str:
    """Write a number as the language of the pages does."""
    from nutrition.texts import number as written

    return written(value, language(), digits)


def decimal_sign() -> str:
    """Return the decimal sign of the language of the pages."""
    return number(0.5, 1)[1]


def amount(value: float) -> str:
    """Write an amount with as few decimals as it needs, two at most."""
    digits = next((one for one in (0, 1) if round(value, one) == round(value, 2)), 2)
    return number(value, digits)


def date_format() -> str:
    """Return how fields for a day write it."""
    return "YYYY-MM-DD" if language() == "en" else "DD.MM.YYYY"


def date(day: dt.date | str) -> str:
    """Write a day as the language of the pages does."""
    from nutrition.texts import date as written

    return written(dt.date.fromisoformat(day) if isinstance(day, str) else day, language())


@st.cache_resource(show_spinner=False)
def _foods(name: str) -> "FoodTable":
    from foods.installed import open_table

    return open_table(name)


def food_table() -> "FoodTable":
    """Open the food table that is set, once for all visitors."""
    return _foods(setting("foods"))


def table() -> "FoodTable":
    """Return the food table with the own foods and waters laid over it."""
    return once("table", _table)


def _table() -> "FoodTable":
    from nutrition.store import Recipe, own_foods, records
    from nutrition.views.waters import every_water

    own = tuple((one.id, one.version) for one in own_foods(store()))
    waters = tuple((one.id, one.version) for one in every_water(store(), me().id or 0))
    recipes = tuple((one.id, one.version) for one in records(store(), Recipe))
    if not own and not waters and not recipes:
        return food_table()
    glass, locale = own_setting("glass_ml"), setting("locale")
    return _layered(str(store().path), setting("foods"), glass, locale, own, waters, recipes)


@st.cache_resource(show_spinner=False, max_entries=4)
def _layered(path: str, foods: str, glass: str, locale: str, *versions: Any) -> "FoodTable":  # noqa: ARG001 - what the cache goes by
    from nutrition.store import food_table as layered
    from nutrition.views.waters import layer_waters

    held = float(glass) if glass else None
    return layer_waters(store(), me().id or 0, layered(store(), _foods(foods)), glass_ml=held)
