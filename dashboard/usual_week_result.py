"""What a usual week comes to, its limits, its lines, and earlier answers beside it."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import kept, parts
from foods.errors import MgcaError
from foods.nutrients import MINERALS
from nutrition.adequacy.wording import missing
from nutrition.usual_week_limits import FAR_OFF_MG
from nutrition.views import usual_week

if TYPE_CHECKING:
    from nutrition.store import Person, Supplement
    from nutrition.usual_week import UsualWeek
    from nutrition.usual_week_limits import Limit

NAMES = {"calcium_mg": "calcium", "magnesium_mg": "magnesium"}


def show(filling: usual_week.Filling, filled: list[usual_week.Filling]) -> None:
    """Show what the answers come to, with the limits of such lists next to it."""
    st.subheader(kept.say("pages-usual-week-result"))
    try:
        week = estimate(filling)
    except MgcaError as error:
        parts.failure(error)
        return
    if not filling.answers and filling.supplements is None:
        st.caption(kept.say("pages-usual-week-nothing"))
    else:
        _amounts(week, filling)
    _limits(week)
    if filling.answers:
        with st.expander(kept.say("pages-usual-week-lines")):
            _lines(week, filling)
    earlier = [one for one in filled if one.filled != filling.filled and one.answers]
    if earlier and filling.answers:
        with st.expander(kept.say("pages-usual-week-fillings")):
            _fillings(filling, earlier)


def estimate(filling: usual_week.Filling) -> "UsualWeek":
    """Work out a filling with one's own supplements and one's own water."""
    from nutrition.views.waters import default_water, water_id

    water = default_water(kept.store(), kept.me().id or 0)
    return usual_week.estimate(
        filling, kept.table(), kept_supplements(), water_id=water_id(water) if water else None
    )


def kept_supplements() -> "tuple[Supplement, ...]":
    """Return one's own supplements and medicines."""
    from nutrition.views.taken import kept_supplements as found

    return found(kept.store(), kept.me().id or 0)


def often_words(often: usual_week.Often | None) -> str:
    """Say how often."""
    if often is None:
        return kept.say("pages-usual-week-open")
    times, per = often
    if not times:
        return kept.say("pages-usual-week-never")
    digits = 0 if times == round(times) else 1
    return kept.say("pages-usual-week-often", times=kept.number(times, digits), per=per)


def _mineral(nutrient: str) -> str:
    name = kept.say(f"mineral-{NAMES[nutrient]}")
    return name[:1].upper() + name[1:]


def _amounts(week: "UsualWeek", filling: usual_week.Filling) -> None:
    person = kept.me()
    totals = [usual_week.total(week, nutrient) for nutrient in MINERALS]
    mark = repr((totals, dict(week.unknown_items), week.supplements, person))
    body, sd = kept.setting("references"), kept.setting("sd_source")
    rows = _assessed(week, person, mark, filling.filled, body, sd)
    for nutrient in MINERALS:
        at_least = usual_week.at_least(week, nutrient)
        message = "pages-usual-week-amount-at-least" if at_least else "pages-usual-week-amount"
        amount = kept.number(usual_week.total(week, nutrient))
        with st.container(border=True):
            st.markdown(f"**{kept.say(message, mineral=_mineral(nutrient), amount=amount)}**")
            for line in _beside(week, nutrient, rows.get(nutrient)):
                st.caption(parts.plain(line))
    if week.supplements is None:
        st.caption(kept.say("pages-usual-week-supplements-unknown"))
    st.caption(kept.say("pages-usual-week-partial-list"))
    said = "habitual" if rows else "person-missing"
    st.info(kept.say(f"pages-usual-week-{said}"))


@st.cache_data(show_spinner=False, max_entries=50)
def _assessed(
    _week: "UsualWeek",
    _person: "Person",
    mark: str,  # noqa: ARG001 - tells one week and person from another
    filled: str,
    body: str,
    sd: str,
) -> dict[str, dict[str, Any]]:
    return usual_week.assessed(_week, _person, filled=filled, body=body, sd_source=sd)


def _beside(week: "UsualWeek", nutrient: str, row: dict | None) -> list[str]:
    name = NAMES[nutrient]
    lines = []
    supplied = getattr(week, f"{name}_supplement_mg")
    if supplied:
        lines.append(kept.say("pages-usual-week-supplements-part", amount=kept.number(supplied)))
    unknown = week.unknown_items[nutrient]
    if unknown:
        mineral = kept.say(f"mineral-{name}")
        lines.append(kept.say("pages-usual-week-unknown-lines", unknown=unknown, mineral=mineral))
    if row is not None and not missing(row["ear_mg"]) and not missing(row["rda_mg"]):
        ear, rda = kept.number(row["ear_mg"]), kept.number(row["rda_mg"])
        said = kept.say("pages-usual-week-reference", ear=ear, rda=rda)
        lines.append(f"{said} {row['reference']}.")
    elif row is not None and not missing(row["ai_mg"]):
        said = kept.say("pages-usual-week-reference-ai", level=kept.number(row["ai_mg"]))
        lines.append(f"{said} {row['reference']}.")
    if most := usual_week.largest(week, nutrient):
        foods = ", ".join(
            kept.say(
                "pages-usual-week-most-one",
                food=line_name(habit.question_id),
                amount=kept.number(getattr(habit, nutrient)),
            )
            for habit in most
        )
        mineral = kept.say(f"mineral-{name}")
        lines.append(kept.say("pages-usual-week-most", mineral=mineral, foods=foods))
    return lines


def line_name(line: str) -> str:
    """Return the name of a line."""
    return kept.say(f"pages-usual-week-food-{line.replace('_', '-')}")


def _limits(week: "UsualWeek") -> None:
    with st.container(border=True):
        st.markdown(f"**{kept.say('pages-usual-week-limits')}**")
        st.caption(kept.say("pages-usual-week-limits-lead"))
        st.caption("\n".join(f"- {parts.plain(_limit(one))}" for one in week.limits))
        st.caption(kept.say("pages-usual-week-limits-own"))


def _limit(one: "Limit") -> str:
    words = "".join(c if c.isalnum() else " " for c in one.study.lower())
    facts = [kept.say("pages-usual-week-limit-people", people=one.people)]
    if one.mean_difference_mg is not None:
        mean = kept.number(one.mean_difference_mg)
        facts.append(kept.say("pages-usual-week-limit-mean", mean=mean))
    if one.agreement_low_mg is not None and one.agreement_high_mg is not None:
        low, high = kept.number(one.agreement_low_mg), kept.number(one.agreement_high_mg)
        facts.append(kept.say("pages-usual-week-limit-agreement", low=low, high=high))
    if (far := one.share_beyond()) is not None:
        share, limit = kept.number(far * 100), kept.number(FAR_OFF_MG)
        facts.append(kept.say("pages-usual-week-limit-far", share=share, far=limit))
    if one.correlation is not None:
        facts.append(
            kept.say(
                "pages-usual-week-limit-correlation", correlation=kept.number(one.correlation, 2)
            )
        )
    study = kept.say(f"pages-usual-week-study-{'-'.join(words.split())}")
    return f"{study}: {'; '.join(facts)} ({one.source})."


def _lines(week: "UsualWeek", filling: usual_week.Filling) -> None:
    columns = ["line", "often", "grams", "calcium", "magnesium", "source"]
    frame = parts.frame(
        [
            (
                line_name(habit.question_id),
                often_words(filling.often(habit.question_id)),
                habit.grams_a_day,
                habit.calcium_mg,
                habit.magnesium_mg,
                habit.source,
            )
            for habit in week.habits
        ],
        [kept.say(f"pages-usual-week-column-{name}") for name in columns],
    )
    parts.table(frame.round(1), kept.say("pages-usual-week-lines-alt"))


def _fillings(filling: usual_week.Filling, earlier: list[usual_week.Filling]) -> None:
    weeks = {one.filled: estimate(one) for one in (filling, *earlier)}
    rows = usual_week.fillings_frame(weeks).to_dict("records")
    table = parts.frame(
        [
            (
                kept.date(row["filled"]),
                row["answered"],
                *(_short(row[n], at_least=row[f"{NAMES[n]}_at_least"]) for n in MINERALS),
            )
            for row in rows
        ],
        [
            kept.say(f"pages-usual-week-column-{name}")
            for name in ("filled", "answered", "calcium", "magnesium")
        ],
    )
    parts.table(table, kept.say("pages-usual-week-fillings-alt"))
    days = {one.filled: one for one in earlier}
    day = st.selectbox(
        kept.say("pages-usual-week-compare"),
        list(days),
        format_func=kept.date,
        key="usual_week_compare",
    )
    differing = usual_week.compared(days[day], filling)
    if not differing:
        st.caption(kept.say("pages-usual-week-same"))
        return
    frame = parts.frame(
        [(line_name(line), often_words(then), often_words(now)) for line, then, now in differing],
        [kept.say("pages-usual-week-column-line"), kept.date(day), kept.date(filling.filled)],
    )
    parts.table(frame, kept.say("pages-usual-week-compare-alt"))


def _short(amount: float | None, *, at_least: bool) -> str:
    written = kept.number(amount)
    known = amount is not None and at_least
    return kept.say("pages-usual-week-at-least-short", amount=written) if known else written
