"""What the lists of own foods and of recipes share: edit, delete, and the way back."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import kept, parts, state
from nutrition.views import deleting as view

if TYPE_CHECKING:
    from nutrition.store import OwnFood, Recipe


@contextmanager
def fields_called(**names: str) -> Iterator[None]:
    """Have an error name a field as the page does, not as the diary.

    Args:
        **names: Field of a record → what the page calls it.
    """
    from nutrition.store import RecordError

    try:
        yield
    except RecordError as error:
        name = error.fields.get("field")
        if name not in names:
            raise
        said = error.message.replace(str(name), f"“{names[name]}”", 1)
        raise RecordError(said, hint=error.hint, **error.fields) from error


def offer_undo(prefix: str, kind: "type[OwnFood | Recipe]") -> None:
    """Offer to take the last deletion of a list back, in another window or after a reload too.

    Args:
        prefix: What the keys of the list begin with, ``own`` or ``recipe``.
        kind: What the list holds.
    """
    from nutrition.store import last_removed

    gone = last_removed(kept.store(), kind)
    if gone is None:
        return
    number, record = gone
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(parts.plain(kept.say("pages-foods-deleted", food=view.name_of(record))))
        st.button(
            kept.say("pages-foods-undo"), key=f"{prefix}_undo", on_click=_undo, args=(number,)
        )


def delete(prefix: str, record: "OwnFood | Recipe", *, sure: bool = False) -> bool:
    """Delete a record, or have it asked about first where lines or dishes have it.

    Args:
        prefix: As in `offer_undo`.
        record: As it was read.
        sure: It was asked about.

    Returns:
        Whether it is deleted.
    """
    table, locale = kept.table(), kept.setting("locale")
    if not sure and view.uses(kept.store(), record, table, locale=locale):
        st.session_state[_asked(prefix)] = record.id
        return False
    st.session_state.pop(_asked(prefix), None)
    with state.saving():
        view.delete(kept.store(), record, table, locale=locale)
        return True
    return False


def ask(
    prefix: str, records: "Mapping[int, OwnFood | Recipe]", sure: Callable[[int], None]
) -> bool:
    """Ask once about the record that is to be deleted, saying what has it.

    Args:
        prefix: As in `offer_undo`.
        records: The records of the list by number.
        sure: Called with the number of the one that is to be deleted.

    Returns:
        Whether it asks.
    """
    record = records.get(st.session_state.get(_asked(prefix), 0))
    if record is None:
        return False
    name = view.name_of(record)
    used = view.uses(kept.store(), record, kept.table(), locale=kept.setting("locale"))
    said = [kept.say("pages-foods-delete-lines", food=name, count=used.lines)]
    if used.dishes:
        count, dishes = len(used.dishes), ", ".join(used.dishes)
        said.append(kept.say("pages-foods-delete-dishes", count=count, dishes=dishes))
    said.append(kept.say("pages-foods-delete-keeps"))
    with st.container(border=True, key=f"{prefix}_ask"):
        st.warning(parts.plain(" ".join(said)))
        with st.container(horizontal=True):
            st.button(
                kept.say("pages-foods-delete-do", food=parts.plain(name)),
                key=f"{prefix}_delete_do", on_click=sure, args=(record.id,),
                icon=":material/delete:",
            )  # fmt: skip
            st.button(
                kept.say("pages-foods-delete-not"), key=f"{prefix}_delete_not", on_click=_leave,
                args=(prefix,),
            )  # fmt: skip
    return True


def choose(
    prefix: str,
    label: str,
    names: Mapping[int, str],
    *,
    edit: Callable[[int], None],
    delete: Callable[[int], None],
) -> int | None:
    """Let one record be chosen, with buttons that edit and delete it.

    Args:
        prefix: As in `offer_undo`.
        label: What the choice is called.
        names: The name of each record by its number.
        edit: Called with the number.
        delete: Called with the number.

    Returns:
        The number of the chosen record.
    """
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen: int | None = st.selectbox(
            label, list(names), key=f"{prefix}_chosen",
            format_func=lambda number: names.get(number, ""),
        )  # fmt: skip
        st.button(
            kept.say("pages-foods-edit"), key=f"{prefix}_edit", icon=":material/edit:",
            on_click=edit, args=(chosen,),
        )  # fmt: skip
        st.button(
            kept.say("pages-foods-delete"), key=f"{prefix}_delete", icon=":material/delete:",
            on_click=delete, args=(chosen,),
        )  # fmt: skip
    return chosen


def _asked(prefix: str) -> str:
    return f"{prefix}_asked"


def _leave(prefix: str) -> None:
    st.session_state.pop(_asked(prefix), None)


def _undo(number: int) -> None:
    from nutrition.store import undo

    with state.saving():
        undo(kept.store(), number)
