"""Foods: which are richest, where one food's numbers come from, own foods and recipes."""

import streamlit as st

from dashboard import kept, own_foods, parts, recipes
from foods import explore
from foods.nutrients import BY_COLUMN, MINERALS

ALL = "all groups"
SECTIONS = ("table", "own", "recipes")
EVIDENCE_MG = 1

parts.page_top(kept.say("pages-foods-title"), kept.say("pages-foods-line"))
number = st.column_config.NumberColumn


def mineral(column: str) -> str:
    """Return a mineral's name in the language of the page."""
    return kept.say(f"mineral-{BY_COLUMN[column].name}")


def richest() -> None:
    """Show the foods that hold most."""
    table = own_foods.table()
    st.subheader(kept.say("pages-foods-richest"))
    first, second, third = st.columns(3)
    nutrient = first.segmented_control(
        kept.say("pages-foods-mineral"), list(MINERALS), default=MINERALS[0], required=True,
        format_func=lambda column: mineral(column).capitalize(), key="rich_nutrient",
    )  # fmt: skip
    base = second.segmented_control(
        kept.say("pages-foods-per"), list(explore.BASES), default=explore.BASES[0], required=True,
        format_func=lambda one: kept.say(f"pages-foods-per-{one.replace(' ', '-')}"),
        key="rich_base",
    )  # fmt: skip
    groups = [ALL, *explore.groups_present(table)]
    group = third.selectbox(
        kept.say("pages-foods-group"), groups, groups.index("leafy greens"),
        lambda one: kept.say("pages-foods-group-all") if one == ALL else one, key="rich_group",
    )  # fmt: skip
    found = explore.richest(table, nutrient, base=base, group=None if group == ALL else group)
    parts.table(
        found.frame[["description", *MINERALS, "per", "food_group", "source"]],
        kept.say("pages-foods-richest-alt", mineral=mineral(nutrient)),
        description=st.column_config.TextColumn(kept.say("pages-foods-food"), width=240),
        calcium_mg=number(kept.say("pages-foods-ca-mg"), format="%.0f", width=70),
        magnesium_mg=number(kept.say("pages-foods-mg-mg"), format="%.0f", width=70),
        per=st.column_config.TextColumn(kept.say("pages-foods-per"), width=130),
        food_group=kept.say("pages-foods-group"),
        source=kept.say("pages-foods-source"),
    )
    named = mineral(nutrient)
    notes = [kept.say("pages-foods-compared", count=kept.number(found.shown_from))]
    if found.unknown:
        count = kept.number(found.unknown)
        notes.append(kept.say("pages-foods-without-value", count=count, mineral=named))
    if found.left_out and base == "serving":
        notes.append(kept.say("pages-foods-without-measure", count=kept.number(found.left_out)))
    if found.left_out and base == "100 kcal":
        notes.append(
            kept.say(
                "pages-foods-low-energy",
                count=kept.number(found.left_out),
                kcal=kept.number(explore.LEAST_ENERGY),
            )
        )
    if base == "serving":
        notes.append(kept.say("pages-foods-serving-is"))
    st.caption(" ".join(notes))
    parts.download(
        kept.say("pages-foods-download"), found.frame, "richest_foods.csv", key="rich_download"
    )


@st.fragment
def one_food() -> None:
    """Search a food, or take a favourite, and show its record."""
    from nutrition.store import favourites
    from nutrition.views import foods as view

    table = own_foods.table()
    st.subheader(kept.say("pages-foods-one"))
    text = st.text_input(
        kept.say("pages-foods-name"), key="explore_text", type="search", live=True,
        placeholder=kept.say("pages-foods-name-example"),
    )  # fmt: skip
    marked = {one.food_id: one.food for one in favourites(kept.store()) if one.food_id in table}
    if text and text.strip():
        hits = view.found(text, table)
        if not hits:
            st.caption(kept.say("pages-foods-none"))
            return
        label = kept.say("pages-foods-found")
    elif marked:
        hits, label = marked, kept.say("pages-foods-favourites")
    else:
        return
    chosen = st.selectbox(
        label, list(hits), key="explore_food",
        format_func=lambda food_id: (
            f"{'★ ' if food_id in marked else ''}{hits[food_id]}  ({food_id.partition(':')[0]})"
        ),
    )  # fmt: skip
    _about(chosen)
    _values(chosen)
    _measures(chosen)
    _absorbed(chosen)
    _revisions(chosen)


def _about(food_id: str) -> None:
    from nutrition.views import foods as view

    food = own_foods.table().food(food_id)
    fortified = {True: "yes", False: "no", None: "unknown"}[food.fortified]
    st.markdown(f"**{parts.plain(food.description)}**")
    said = kept.say(
        "pages-foods-about",
        source=food.source,
        release=food.release,
        id=food_id,
        group=food.food_group,
        added=kept.say(f"pages-foods-added-{fortified}"),
    )
    st.markdown(parts.plain(said))
    marked = view.favourite_of(kept.store(), food_id) is not None
    st.button(
        kept.say("pages-foods-unmark" if marked else "pages-foods-mark"),
        icon=":material/star:", key="explore_favourite", on_click=_mark, args=(food_id,),
    )  # fmt: skip


def _mark(food_id: str) -> None:
    from dashboard import state
    from nutrition.views import foods as view

    with state.saving():
        view.toggle_favourite(kept.store(), own_foods.table(), food_id)


def _values(food_id: str) -> None:
    table = own_foods.table()
    record = explore.record(table, food_id)
    record["nutrient"] = [kept.say(f"pages-foods-nutrient-{column.replace('_', '-')}")
                          for column in BY_COLUMN]  # fmt: skip
    parts.table(
        record,
        kept.say("pages-foods-values-alt", food=table.food(food_id).description),
        nutrient=kept.say("pages-foods-nutrient"),
        per_100_g=number(kept.say("pages-foods-per-100-g"), format="%.4g"),
        unit=kept.say("pages-foods-unit"),
        samples=kept.say("pages-foods-samples"),
        standard_error=number(kept.say("pages-foods-error"), format="%.3g"),
        derivation=kept.say("pages-foods-derivation"),
    )
    own_foods.ranges(food_id)


def _measures(food_id: str) -> None:
    from nutrition.views import foods as view

    table = own_foods.table()
    rows = view.per_measure(table, food_id)
    st.markdown(f"**{kept.say('pages-foods-measures')}**")
    parts.table(
        view.measures_frame(rows),
        kept.say("pages-foods-measures-alt", food=table.food(food_id).description),
        measure=kept.say("pages-foods-measure"),
        grams=number(kept.say("pages-foods-grams"), format="%.4g"),
        calcium_mg=number(kept.say("pages-foods-ca-mg"), format="%.0f"),
        magnesium_mg=number(kept.say("pages-foods-mg-mg"), format="%.0f"),
        energy_kcal=number(kept.say("pages-foods-kcal"), format="%.0f"),
        source=kept.say("pages-foods-source"),
    )
    if len(rows) == 1:
        st.caption(kept.say("pages-foods-no-measure"))
    density = table.density_of(food_id)
    if density is not None:
        said = kept.say(
            "pages-foods-density", density=kept.number(density.g_per_ml, 3), source=density.source
        )
        st.caption(parts.plain(said))


def _absorbed(food_id: str) -> None:
    from nutrition.views import foods as view

    found = view.absorbed(own_foods.table(), food_id)
    if found.calcium_mg is None:
        return
    st.markdown(f"**{kept.say('pages-foods-absorbed')}**")
    if found.absorbable_mg is None:
        st.markdown(parts.plain(kept.say("pages-foods-absorbed-unknown")))
    else:
        said = kept.say(
            f"pages-foods-absorbed-{found.evidence}",
            calcium=kept.number(found.calcium_mg),
            absorbed=kept.number(found.absorbable_mg, EVIDENCE_MG),
            ratio=kept.number(found.ratio_to_milk, 2),
            study=found.study_food,
        )
        st.markdown(parts.plain(said))
        st.caption(parts.plain(kept.say("pages-foods-absorbed-source", source=found.source)))
    st.caption(kept.say("pages-foods-absorbed-is"))


def _revisions(food_id: str) -> None:
    changed = explore.revisions_of(food_id)
    if not changed:
        return
    st.markdown(f"**{kept.say('pages-foods-replaced')}**")
    columns = ("nutrient", "before", "source-before", "now", "source-now")
    parts.table(
        parts.frame(
            [
                (
                    kept.say(f"pages-foods-nutrient-{one.column.replace('_', '-')}"),
                    one.old_value,
                    one.old_source,
                    one.new_value,
                    one.new_source,
                )
                for one in changed
            ],
            [kept.say(f"pages-foods-{name}") for name in columns],
        ),
        kept.say("pages-foods-replaced-alt"),
    )


section = st.segmented_control(
    kept.say("pages-foods-section"), list(SECTIONS), default=SECTIONS[0], required=True,
    format_func=lambda one: kept.say(f"pages-foods-section-{one}"), key="foods_section",
    label_visibility="collapsed", persist_state="session",
)  # fmt: skip
if section == "own":
    own_foods.show()
elif section == "recipes":
    recipes.show()
else:
    one_food()
    richest()
