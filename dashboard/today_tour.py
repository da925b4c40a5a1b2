"""The first run: three steps, shown until they are put away."""

import streamlit as st

from dashboard import kept, parts

STEPS = 3
TOUR = "tour"


def show() -> None:
    """Show the step that was reached; nothing once the tour was put away."""
    if kept.own_setting(TOUR) == "done":
        return
    step = int(st.session_state.get(TOUR, 1))
    with st.container(border=True, key="screen_tour"):
        st.markdown(f"**{parts.plain(kept.say('pages-today-tour', step=step, steps=STEPS))}**")
        st.markdown(parts.plain(kept.say(f"pages-today-tour-{step}")))
        last = step == STEPS
        with st.container(horizontal=True):
            words = kept.say("pages-today-tour-done" if last else "pages-today-tour-next")
            st.button(words, key="tour_next", on_click=_done if last else _next, type="primary")
            if not last:
                st.button(kept.say("pages-today-tour-skip"), key="tour_skip", on_click=_done)


def _next() -> None:
    st.session_state[TOUR] = int(st.session_state.get(TOUR, 1)) + 1


def _done() -> None:
    kept.keep(TOUR, "done")
