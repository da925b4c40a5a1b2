"""Warning signs on a client's page: what to do about ticked ones, or the full list to go through.

Results stand behind the list until somebody went through it, or said that nobody asked yet.
"""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import desk, kept, parts, twitch_parts
from foods.errors import MgcaError

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from nutrition.store import Person
    from nutrition.views.twitch import Said


def answer(flags: "AbstractSet[str] | None") -> None:
    """Show what to do about ticked signs, before everything; or that none was ticked.

    Args:
        flags: Ids of the ticked signs; None where nobody asked yet.
    """
    from nutrition.screening import red_flags

    if flags is None:
        return
    notices = red_flags(flags, kept.country())
    if notices:
        twitch_parts.signs(notices)
    else:
        st.caption(kept.say("pages-clients-signs-none"))


def ask(person: "Person", told: "Said") -> bool:
    """Show every warning sign of both tiers, and keep the answer.

    Args:
        person: Whom to ask.
        told: What stands in the diary: nobody went through the signs.

    Returns:
        Whether results may follow below, because somebody chose to see them without having asked.
    """
    place = f"client_signs_{person.id}"
    st.html(twitch_parts.STYLE)
    st.subheader(kept.say("red-flags-title"))
    with st.form(place):
        st.markdown(parts.plain(kept.say("red-flags-ask")))
        _list(place)
        for column, name in zip(st.columns(2), ("keep", "none-present"), strict=True):
            column.form_submit_button(
                kept.say(f"pages-clients-signs-{name}"),
                type="primary" if name == "keep" else "secondary",
                width="stretch",
                on_click=_keep,
                args=(person, told, place, name),
            )
    failed = st.session_state.pop(f"{place}_failed", None)
    if isinstance(failed, MgcaError):
        desk.failure(failed)
    elif failed:
        st.warning(kept.say(f"pages-clients-signs-{failed}"))
    shown = f"{place}_later"
    if st.session_state.get(shown):
        return True
    st.caption(kept.say("pages-clients-signs-behind"))
    if st.button(kept.say("pages-clients-signs-later"), key=f"{place}_show"):
        st.session_state[shown] = True
        st.rerun()
    return False


def _list(place: str) -> None:
    from nutrition.screening import all_red_flags

    for tier, column in zip((1, 2), st.columns(2), strict=True):
        with column:
            st.markdown(f"**{parts.plain(kept.say(f'red-flags-tier-{tier}'))}**")
            for flag in all_red_flags():
                if flag.tier == tier:
                    st.checkbox(kept.say(flag.text_id), key=f"{place}_{flag.id}")


def _keep(person: "Person", told: "Said", place: str, pressed: str) -> None:
    """Keep the ticks of the form that was sent, before the page is read anew.

    So they are kept too where another window went through the signs meanwhile.
    """
    from nutrition.screening import all_red_flags
    from nutrition.views.twitch import keep_signs

    ids = [flag.id for flag in all_red_flags()]
    wanted = {one for one in ids if st.session_state.get(f"{place}_{one}")}
    if bool(wanted) != (pressed == "keep"):
        st.session_state[f"{place}_failed"] = "contradict" if wanted else "nothing"
        return
    try:
        keep_signs(kept.store(), person, wanted, told, today=desk.today())
    except MgcaError as error:
        st.session_state[f"{place}_failed"] = error
