"""Close the gap: everyday foods that bring both minerals to the recommended or adequate intake."""

import datetime as dt
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import kept, own_foods, parts, state
from foods.nutrients import MINERALS
from nutrition.suggest import (
    Answer,
    Infeasible,
    NothingToClose,
    NotOffered,
    Offer,
    suggest,
    swaps,
)
from nutrition.views import close_gap as view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutrition.references import PersonReferences
    from nutrition.store import Person
    from nutrition.suggest import Needs, Swap

FROM = ("day", "typed")
SWAPS = 6
SEXES = ("female", "male")
CONDITIONS = ("none", "pregnant", "lactating")


def show() -> None:
    """Show the person's wishes, then the answers."""
    person = kept.me()
    left, right = st.columns([1, 1.35], gap="large")
    with left:
        known = _who(person)
        eaten, day = _eaten(person)
        _wishes(person)
    with right:
        if not known:
            st.info(kept.say("pages-close-gap-who-first"))
        else:
            _result(person, eaten, day)


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011 - the day where the person lives


def _who(person: "Person") -> bool:
    """Ask for sex and age where they are not kept yet."""
    if view.references_of(person, _today().isoformat(), kept.setting("references")):
        return True
    with st.form("gap_who", border=True):
        st.markdown(f"**{kept.say('pages-close-gap-who')}**")
        st.selectbox(
            kept.say("pages-close-gap-sex"), SEXES, None, key="gap_sex",
            format_func=lambda one: kept.say(f"pages-close-gap-sex-{one}"),
            placeholder=kept.say("pages-close-gap-choose"),
        )  # fmt: skip
        st.number_input(kept.say("pages-close-gap-age"), 0.0, 120.0, None, 1.0, "%g", key="gap_age")
        st.selectbox(
            kept.say("pages-close-gap-condition"), CONDITIONS, key="gap_condition",
            format_func=lambda one: kept.say(f"pages-close-gap-condition-{one}"),
        )  # fmt: skip
        st.form_submit_button(
            kept.say("pages-close-gap-keep"), key="gap_who_do", on_click=_keep_who, args=(person,)
        )
    return False


def _keep_who(person: "Person") -> None:
    from nutrition.store import change

    sex, age = st.session_state["gap_sex"], st.session_state["gap_age"]
    if sex is None or age is None:
        return
    condition = st.session_state["gap_condition"] if sex == "female" else "none"
    with state.saving():
        change(
            kept.store(), person, sex=sex, age_years=float(age), condition=condition,
            age_as_of=_today().isoformat(), birth_date=None,
        )  # fmt: skip


def _eaten(person: "Person") -> tuple[view.Eaten | None, str]:
    st.markdown(f"**{kept.say('pages-close-gap-eaten')}**")
    source = st.segmented_control(
        kept.say("pages-close-gap-from"), list(FROM), default=FROM[0], required=True,
        format_func=lambda one: kept.say(f"pages-close-gap-from-{one}"), key="gap_from",
        persist_state="session",
    )  # fmt: skip
    if source == "typed":
        calcium = st.number_input(
            kept.say("pages-close-gap-typed", mineral=kept.say("mineral-calcium")),
            0.0, 10_000.0, None, 50.0, "%g", key="gap_calcium",
        )  # fmt: skip
        magnesium = st.number_input(
            kept.say("pages-close-gap-typed", mineral=kept.say("mineral-magnesium")),
            0.0, 10_000.0, None, 10.0, "%g", key="gap_magnesium",
        )  # fmt: skip
        if calcium is None or magnesium is None:
            st.caption(kept.say("pages-close-gap-typed-both"))
            return None, _today().isoformat()
        found = view.Eaten(calcium, magnesium, dict.fromkeys(MINERALS, ()))
        return found, _today().isoformat()
    day = st.date_input(
        kept.say("pages-close-gap-day"), "today", format=kept.date_format(), key="gap_day"
    )
    text = day.isoformat() if isinstance(day, dt.date) else _today().isoformat()
    table = own_foods.table()
    eaten = view.eaten_on(kept.store(), person, text, table, locale=kept.setting("locale"))
    if eaten is None:
        st.info(kept.say("pages-close-gap-empty-day"))
    return eaten, text


def _wishes(person: "Person") -> None:
    """Ask what forbids an answer, kept with every tick, and what is not eaten, kept with a button.

    The two are written anew each by itself, so that a tick takes back nothing that is typed.
    """
    with st.container(border=True, key="gap_contexts"):
        st.markdown(f"**{kept.say('pages-close-gap-contexts')}**")
        ticked = {f"gap_{one}": one in person.contexts for one in view.CONTEXTS}
        state.seed("gap_contexts", tuple(ticked.values()), ticked)
        for one in view.CONTEXTS:
            st.checkbox(
                kept.say(f"context-{one}"), key=f"gap_{one}", on_change=_keep_context, args=(one,)
            )
    seeds = {f"gap_{one}": one in person.filters for one in view.FILTERS}
    seeds |= {"gap_disliked": "\n".join(person.disliked)}
    state.seed("gap_wishes", tuple(seeds.values()), seeds)
    with st.form("gap_wishes", border=True):
        st.markdown(f"**{kept.say('pages-close-gap-filters')}**")
        for one in view.FILTERS:
            st.checkbox(kept.say(f"pages-close-gap-filter-{one}"), key=f"gap_{one}")
        st.caption(kept.say("pages-close-gap-by-name"))
        st.text_area(
            kept.say("pages-close-gap-disliked"), key="gap_disliked", height=80,
            placeholder=kept.say("pages-close-gap-disliked-example"),
        )  # fmt: skip
        st.form_submit_button(
            kept.say("pages-close-gap-apply"), key="gap_wishes_do", type="primary",
            on_click=_keep_wishes, args=(person,),
        )  # fmt: skip


def _keep_context(context: str) -> None:
    # On the person as it stands now: a tick made here must not fail for a change elsewhere.
    with state.saving():
        view.keep_context(
            kept.store(), kept.me(), context, ticked=st.session_state[f"gap_{context}"]
        )


def _keep_wishes(person: "Person") -> None:
    with state.saving():
        view.keep_wishes(
            kept.store(),
            person,
            filters=[one for one in view.FILTERS if st.session_state[f"gap_{one}"]],
            disliked=st.session_state["gap_disliked"] or "",
        )


def _result(person: "Person", eaten: view.Eaten | None, day: str) -> None:
    who = view.who(person, day)
    references = view.references_of(person, day, kept.setting("references"))
    refused = view.refused(who)
    if refused:
        _not_offered(refused)
        return
    if references is None or eaten is None:
        st.caption(kept.say("pages-close-gap-wait"))
        return
    needs = view.needs_of(references, eaten)
    _needs(needs, eaten, references)
    left, right = st.columns(2, vertical_alignment="bottom")
    allowance = left.number_input(
        kept.say("pages-close-gap-allowance"), 0.0, 3_000.0, None, 50.0, "%g",
        key="gap_allowance", placeholder=kept.say("pages-close-gap-no-limit"),
    )  # fmt: skip
    energy = right.toggle(
        kept.say("pages-close-gap-energy"), kept.own_setting("gap_energy") != "hidden",
        key="gap_energy", on_change=_keep_energy,
    )  # fmt: skip
    filters = view.filters_of(person)
    found = suggest(needs, who, allowance_kcal=allowance, filters=filters)
    if isinstance(found, Offer):
        st.subheader(kept.say("pages-close-gap-answers", count=len(found.answers)))
        st.caption(kept.say(f"pages-close-gap-order-{'energy' if energy else 'hidden'}"))
        for place, answer in enumerate(found.answers, start=1):
            _answer(place, answer, eaten, references, energy=energy)
    elif isinstance(found, Infeasible):
        _infeasible(found, eaten, references, energy=energy)
    elif isinstance(found, NothingToClose):
        st.success(kept.say(f"pages-close-gap-{found.reason}"))
    elif isinstance(found, NotOffered):
        _not_offered(found.reasons)
        return
    if isinstance(found, NothingToClose):
        return
    offered = swaps(eaten.items, needs, who, allowance_kcal=allowance, filters=filters)
    if not isinstance(offered, NotOffered):
        _swaps(offered[:SWAPS], energy=energy)
    st.caption(kept.say("pages-close-gap-what"))


def _keep_energy() -> None:
    kept.keep("gap_energy", "shown" if st.session_state["gap_energy"] else "hidden")


def _not_offered(reasons: tuple[str, ...]) -> None:
    st.subheader(kept.say("pages-close-gap-not-offered"))
    for reason in reasons:
        st.warning(kept.say(f"pages-close-gap-refused-{reason}"))
    st.markdown(kept.say("pages-close-gap-ask"))


def _needs(needs: "Needs", eaten: view.Eaten, references: "Mapping[str, PersonReferences]") -> None:
    for nutrient, missing in (
        ("calcium_mg", needs.calcium_mg),
        ("magnesium_mg", needs.magnesium_mg),
    ):
        of = references[nutrient]
        aim = of.target or of.rda or of.ai
        name = kept.say(f"mineral-{nutrient.removesuffix('_mg')}")
        if aim is None or missing is None:
            said = kept.say("pages-close-gap-no-aim", mineral=name)
        else:
            kind = "missing" if missing > 0 else "there"
            said = kept.say(
                f"pages-close-gap-{kind}",
                mineral=name,
                aim=kept.number(aim.value),
                statistic=aim.statistic,
                body=aim.body,
                known=kept.number(getattr(eaten, nutrient)),
                missing=kept.number(missing),
            )
        st.markdown(f"- {parts.plain(said)}")
        if eaten.without[nutrient]:
            foods = ", ".join(eaten.without[nutrient])
            words = kept.say("pages-close-gap-without", mineral=name, foods=foods)
            st.caption(parts.plain(words))


def _answer(
    place: int,
    answer: Answer,
    eaten: view.Eaten,
    references: "Mapping[str, PersonReferences]",
    *,
    energy: bool,
) -> None:
    with st.container(border=True, key=f"gap_answer_{place}"):
        st.markdown(f"**{kept.say('pages-close-gap-answer', place=place)}**")
        lines = []
        for portion in answer.portions:
            kind = "portion-energy" if energy else "portion"
            said = kept.say(
                f"pages-close-gap-{kind}",
                food=portion.food.name,
                measures=view.measure_words(portion.measures),
                measure=portion.food.measure,
                grams=kept.number(portion.grams),
                calcium=kept.number(portion.calcium_mg),
                magnesium=kept.number(portion.magnesium_mg),
                kcal=kept.number(portion.energy_kcal),
            )
            lines.append(f"- {parts.plain(said)}")
        st.markdown("\n".join(lines))
        _effects(answer, eaten, references)
        if energy:
            kcal = kept.number(answer.energy_kcal)
            st.caption(kept.say("pages-close-gap-kcal", kcal=kcal))
        _notes(answer.notes)


def _effects(
    answer: Answer, eaten: view.Eaten, references: "Mapping[str, PersonReferences]"
) -> None:
    for one in view.effects_of(answer, eaten, references):
        name = kept.say(f"mineral-{one.nutrient.removesuffix('_mg')}")
        said = kept.say(
            "pages-close-gap-effect",
            mineral=name.capitalize(),
            before=kept.number(one.before_mg),
            after=kept.number(one.after_mg),
            added=kept.number(one.added_mg),
        )
        if one.aim_mg is not None:
            aim = kept.number(one.aim_mg)
            said += " " + kept.say("pages-close-gap-aim", statistic=one.aim_name, aim=aim)
        if one.not_counted_mg > view.WORTH_SAYING_MG:
            amount = kept.number(one.not_counted_mg)
            said += " " + kept.say("pages-close-gap-not-counted", amount=amount)
        if one.short_mg:
            said += " " + kept.say("pages-close-gap-short", missing=kept.number(one.short_mg))
        st.markdown(parts.plain(said))
        if one.share is not None and one.short_mg:
            # The bar repeats the words before it.
            st.progress(one.share)


def _notes(notes: tuple[str, ...]) -> None:
    for note in notes:
        st.caption(parts.plain(kept.say(f"pages-close-gap-note-{note}")))


def _infeasible(
    found: Infeasible,
    eaten: view.Eaten,
    references: "Mapping[str, PersonReferences]",
    *,
    energy: bool,
) -> None:
    st.subheader(kept.say("pages-close-gap-none"))
    if not found.binding:
        st.markdown(kept.say("pages-close-gap-none-at-all"))
    for together in found.binding:
        limits = [kept.say(f"pages-close-gap-limit-{one}") for one in together]
        st.markdown(f"- {kept.say('pages-close-gap-binds', limits=' + '.join(limits))}")
    if found.best is not None and found.best.portions:
        st.markdown(f"**{kept.say('pages-close-gap-nearest')}**")
        _answer(0, found.best, eaten, references, energy=energy)


def _swaps(found: "tuple[Swap, ...]", *, energy: bool) -> None:
    if not found:
        return
    st.subheader(kept.say("pages-close-gap-swaps"))
    lines = []
    for one in found:
        said = kept.say(
            "pages-close-gap-swap-energy" if energy else "pages-close-gap-swap",
            away=one.away.name,
            towards=one.towards.name,
            grams=kept.number(one.grams),
            calcium=view.signed(kept.number(abs(one.calcium_mg)), one.calcium_mg),
            magnesium=view.signed(kept.number(abs(one.magnesium_mg)), one.magnesium_mg),
            kcal=view.signed(kept.number(abs(one.energy_kcal)), one.energy_kcal),
        )
        lines.append(f"- {parts.plain(said)}")
    st.markdown("\n".join(lines))
    _notes(tuple(dict.fromkeys(note for one in found for note in one.notes)))


parts.page_top(kept.say("pages-close-gap-title"), kept.say("pages-close-gap-line"))
show()
