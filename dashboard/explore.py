"""Foods: which are richest, and where one food's numbers come from."""

import streamlit as st

from dashboard import parts, state
from foods import explore
from foods.nutrients import BY_COLUMN, MINERALS

ALL = "all groups"
FOUND = 20

parts.page_top("Foods", "Which foods hold most, and where each number comes from.")
table = state.food_table()

st.subheader("Richest foods")
first, second, third = st.columns(3)
nutrient = first.segmented_control(
    "Mineral",
    list(MINERALS),
    default=MINERALS[0],
    required=True,
    format_func=lambda column: BY_COLUMN[column].name.capitalize(),
    key="rich_nutrient",
)
base = second.segmented_control(
    "Per", list(explore.BASES), default=explore.BASES[0], required=True, key="rich_base"
)
groups = [ALL, *explore.groups_present(table)]
group = third.selectbox("Food group", groups, groups.index("leafy greens"), key="rich_group")
found = explore.richest(table, nutrient, base=base, group=None if group == ALL else group)
number = st.column_config.NumberColumn
parts.table(
    found.frame[["description", *MINERALS, "per", "food_group", "source"]],
    f"Foods richest in {BY_COLUMN[nutrient].name} per {base}, {group}",
    description=st.column_config.TextColumn("Food", width=240),
    calcium_mg=number("Ca mg", format="%.0f", width=70),
    magnesium_mg=number("Mg mg", format="%.0f", width=70),
    per=st.column_config.TextColumn("Per", width=130),
    food_group="Group",
    source="Source",
)
notes = [f"{found.shown_from:,} foods compared."]
if found.unknown:
    notes.append(
        f"{found.unknown:,} have no {BY_COLUMN[nutrient].name} value: not known, not zero."
    )
if found.left_out and base == "serving":
    notes.append(f"{found.left_out:,} have no household measure.")
if found.left_out and base == "100 kcal":
    notes.append(f"{found.left_out:,} with less than {explore.LEAST_ENERGY:g} kcal in 100 g.")
if base == "serving":
    notes.append("A serving is the first household measure that the source lists.")
st.caption(" ".join(notes))
parts.download("Download this list (CSV)", found.frame, "richest_foods.csv", key="rich_download")


@st.fragment
def one_food() -> None:
    """Search a food and show its record."""
    from foods import search

    st.subheader("One food")
    text = st.text_input(
        "Name of the food", key="explore_text", type="search", live=True, placeholder="kale, raw"
    )
    if not text or not text.strip():
        return
    hits = {one.food_id: one.description for one in search.search(text, table, limit=FOUND)}
    if not hits:
        st.caption("No food of that name. Try a plainer word.")
        return
    chosen = st.selectbox(
        "Foods found",
        list(hits),
        format_func=lambda food_id: f"{hits[food_id]}  ({food_id.partition(':')[0]})",
        key="explore_food",
    )
    food = table.food(chosen)
    added = {True: "yes", False: "no", None: "cannot be told"}[food.fortified]
    st.markdown(f"**{parts.plain(food.description)}**")
    st.markdown(
        f"{parts.plain(food.source)}, {parts.plain(food.release)} · id `{food.food_id}` · group "
        f"{food.food_group} · calcium or magnesium added: {added}"
    )
    parts.table(
        explore.record(table, chosen),
        f"Nutrients of {food.description} with samples, standard error and derivation",
        nutrient="Nutrient",
        per_100_g=number("Per 100 g", format="%.4g"),
        unit="Unit",
        samples="Samples",
        standard_error=number("Standard error", format="%.3g"),
        derivation="How it was come by",
    )
    measures = table.measures_of(chosen)
    if measures:
        st.markdown("**Household measures**")
        parts.table(
            parts.frame([(one.measure, one.grams, one.source) for one in measures], _MEASURE),
            f"Household measures of {food.description}",
        )
    else:
        st.caption("The source states no household measure; enter grams.")
    density = table.density_of(chosen)
    if density is not None:
        st.caption(f"Density {density.g_per_ml:g} g/ml: {parts.plain(density.source)}.")
    changed = explore.revisions_of(chosen)
    if changed:
        st.markdown("**Values that a newer release replaced**")
        parts.table(
            parts.frame(
                [
                    (
                        BY_COLUMN[one.column].name,
                        one.old_value,
                        one.old_source,
                        one.new_value,
                        one.new_source,
                    )
                    for one in changed
                ],
                ["Nutrient", "Before", "Source before", "Now", "Source now"],
            ),
            f"Revisions of {food.description}",
        )


_MEASURE = ["One", "Grams", "Source"]
one_food()
