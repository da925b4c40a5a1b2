"""What the lists of own foods and of recipes share: edit, delete, and the way back."""

from collections.abc import Callable, Mapping

import streamlit as st

from dashboard import kept, parts, state


def offer_undo(prefix: str) -> None:
    """Offer to take the last deletion of a list back.

    Args:
        prefix: What the keys of the list begin with, ``own`` or ``recipe``.
    """
    gone = st.session_state.get(_gone(prefix))
    if gone is None:
        return
    number, name = gone
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(parts.plain(kept.say("pages-foods-deleted", food=name)))
        st.button(
            kept.say("pages-foods-undo"), key=f"{prefix}_undo", on_click=_undo,
            args=(prefix, number),
        )  # fmt: skip


def deleted(prefix: str, number: int, name: str) -> None:
    """Remember a deletion, so that it can be taken back.

    Args:
        prefix: As in `offer_undo`.
        number: The edit that removed the record.
        name: What the record was called.
    """
    st.session_state[_gone(prefix)] = (number, name)


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


def _gone(prefix: str) -> str:
    return f"{prefix}_gone"


def _undo(prefix: str, number: int) -> None:
    from nutrition.store import undo

    with state.saving():
        undo(kept.store(), number)
    st.session_state.pop(_gone(prefix), None)
