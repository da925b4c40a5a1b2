"""What was eaten: typed, tapped from favourites and recent foods, or found in the table."""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import kept, parts, state, today_day

if TYPE_CHECKING:
    from nutrition.store import Entry, Recent

FOUND = 20
"""Foods that a search shows."""
OFFERED = 10
"""Favourites and recent foods that are offered first."""


def show() -> None:
    """Show the ways to add."""
    st.subheader(kept.say("pages-today-eaten"))
    _quick_add()
    with st.container(key="screen_more"):
        _offered()
        fold = parts.unfolded(kept.say("pages-today-find"), "find_fold", ":material/search:")
        if fold is not None:
            with fold:
                _find()


def add(new: "list[Entry]") -> None:
    """Save lines at the end of the day."""
    from nutrition.store import add_entries

    if new:
        with state.saving():
            add_entries(kept.store(), kept.me().id or 0, new)


def _quick_add() -> None:
    with st.form("quick_add", border=False):
        st.text_area(
            kept.say("pages-today-quick"), key="quick_text", height=92,
            placeholder=kept.say("pages-today-quick-example"),
        )  # fmt: skip
        st.segmented_control(
            kept.say("pages-today-occasion"), list(today_day.OCCASIONS),
            format_func=today_day.occasion_words, key="occasion",
        )  # fmt: skip
        st.form_submit_button(
            kept.say("pages-today-add"), type="primary", on_click=_read_quick, key="quick_add_do"
        )
        st.caption(kept.say("pages-today-quick-help"))
    for text, reason in st.session_state.get("refused", ()):
        words = kept.say("pages-today-refused", text=text, reason=reason)
        st.warning(parts.plain(words))


def _read_quick() -> None:
    from nutrition.views import meal

    rows, refused = meal.read_meal(
        st.session_state["quick_text"],
        kept.table(),
        person_id=kept.me().id or 0,
        day=today_day.day(),
        occasion=st.session_state.get("occasion") or "",
        locale=kept.setting("locale"),
        answers=today_day.answers(),
    )
    add(rows)
    st.session_state["refused"] = [(line.phrase.text, line.reason) for line in refused]
    st.session_state["quick_text"] = "\n".join(line.phrase.text for line in refused)


def _known() -> "dict[tuple[str, str, str], tuple[str, Recent]]":
    """Return favourites, then recent foods, by food, id and unit; each with its sign."""
    from nutrition.store import Recent, favourites, recents

    store, offered = kept.store(), kept.table().own
    marked = [
        Recent(one.food, one.food_id or None, one.unit, one.amount, one.kind, 0)
        for one in favourites(store)
    ]
    lately = recents(store, kept.me().id or 0, limit=3 * OFFERED)
    found: dict[tuple[str, str, str], tuple[str, Recent]] = {}
    for sign, group in (("★", marked), ("", lately)):
        for one in group:
            there = not (one.food_id or "").startswith("user:") or one.food_id in offered
            if one.kind in ("food", "water") and one.amount is not None and there:
                found.setdefault((one.food, one.food_id or "", one.unit), (sign, one))
    return found


def _said(sign: str, one: "Recent") -> str:
    amount = "" if one.amount is None else f"{kept.amount(one.amount)} {one.unit}".strip()
    return " ".join(part for part in (sign, one.food, amount) if part)


def _offered() -> None:
    known = _known()
    if not known:
        return
    shown = list(known)[:OFFERED]
    st.pills(
        kept.say("pages-today-recent"), shown,
        format_func=lambda key: parts.plain(_said(*known[key])) if key in known else "",
        key="recent", on_change=_add_recent, help=kept.say("pages-today-recent-help"),
    )  # fmt: skip
    fold = parts.unfolded(kept.say("pages-today-favourites"), "favourites_fold", ":material/star:")
    if fold is not None:
        with fold:
            _favourites(list(known))


def _add_recent() -> None:
    from nutrition.store.kinds import Entry
    from nutrition.views.settled import as_entered
    from nutrition.views.waters import plain

    key = st.session_state["recent"]
    st.session_state["recent"] = None
    found = _known().get(tuple(key)) if key else None
    if found is None:
        return
    one = found[1]
    new = Entry(
        person_id=kept.me().id or 0,
        day=today_day.day(),
        occasion=st.session_state.get("occasion") or "",
        food=one.food,
        food_id=one.food_id,
        amount=one.amount,
        unit=one.unit,
        kind=one.kind,
    )
    table, locale = kept.table(), kept.setting("locale")
    add([as_entered(plain(new), table, locale=locale, answers=today_day.answers())])


def _favourites(known: list[tuple[str, str, str]]) -> None:
    from nutrition.store import favourites

    there = [(one.food, one.food_id, one.unit) for one in favourites(kept.store())]
    state.seed("favourites", tuple(there), {"favourites": there})
    st.multiselect(
        kept.say("pages-today-favourites-choose"), list(dict.fromkeys([*there, *known])),
        format_func=lambda key: " ".join(part for part in (key[0], key[2]) if part),
        key="favourites", on_change=_keep_favourites,
    )  # fmt: skip


def _keep_favourites() -> None:
    from nutrition.store import Favourite, add, favourites, remove

    store, wanted = kept.store(), [tuple(one) for one in st.session_state["favourites"]]
    known = _known()
    with state.saving():
        there = {(one.food, one.food_id, one.unit): one for one in favourites(store)}
        gone = [one for key, one in there.items() if key not in wanted]
        if gone:
            remove(store, *gone)
        for key in wanted:
            if key not in there:
                amount = known[key][1].amount if key in known else None
                food, food_id, unit = key
                add(store, Favourite(food=food, food_id=food_id, unit=unit, amount=amount))
    state.reseed("favourites")


@st.fragment
def _find() -> None:
    from foods import search
    from nutrition.store.kinds import Entry
    from nutrition.views import meal

    table = kept.table()
    text = st.text_input(
        kept.say("pages-today-find-name"), key="find_text", type="search", live=True,
        placeholder=kept.say("pages-today-find-example"),
    )  # fmt: skip
    if not text or not text.strip():
        return
    best = {one.food_id: one for one in search.search(text, table, limit=FOUND)}
    mine = [key[1] for key in _known() if key[1] in best]
    found = {food_id: best[food_id] for food_id in [*mine, *best]}
    if not found:
        st.caption(kept.say("pages-today-find-none"))
        return
    chosen = st.selectbox(
        kept.say("pages-today-found", count=len(found)), list(found),
        format_func=lambda one: f"{'★ ' if one in mine else ''}{found[one].description}  "
        f"({one.partition(':')[0]})",
        key="find_food",
    )  # fmt: skip
    first, second = st.columns([1, 2])
    amount = first.number_input(
        kept.say("pages-today-amount"), 0.0, None, 1.0, 1.0, "%g", key="find_amount"
    )
    unit = second.selectbox(
        kept.say("pages-today-measure"), meal.units_of(table, chosen), key=f"find_unit_{chosen}"
    )
    if st.button(kept.say("pages-today-find-add"), key="find_add", disabled=not amount):
        new = Entry(
            person_id=kept.me().id or 0,
            day=today_day.day(),
            occasion=st.session_state.get("occasion") or "",
            food=found[chosen].description,
            amount=float(amount),
            unit=unit,
            food_id=chosen,
        )
        add([new])
        st.rerun()
