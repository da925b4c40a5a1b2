"""Groups: usual intake of many people against the EAR, from uploaded days and people."""

import streamlit as st

from dashboard import charts, parts, state
from foods.errors import MgcaError
from foods.nutrients import BY_COLUMN, MINERALS
from nutrition.views import uploads

METHODS = {"nrc": "NRC, best power", "nci": "NCI, amount only"}

parts.page_top("Groups", "Usual intake of a group from a few days a person, against the EAR.")


def taken(label: str, key: str, *, many: bool) -> list[uploads.Upload]:
    """Offer to upload files, and return them."""
    files = st.file_uploader(label, accept_multiple_files=many, key=key)
    files = files if isinstance(files, list) else [files] if files is not None else []
    return [uploads.Upload(file.name, file.getvalue()) for file in files]


def estimate(
    diaries: list[uploads.Upload], people: uploads.Upload, method: str, replicates: int
) -> None:
    """Add up the days, estimate usual intake, and keep the results for this visit."""
    from nutrition.usual.curves import group_results

    for key in ("group_results", "group_error"):
        st.session_state.pop(key, None)
    try:
        with st.spinner("Adding up days and estimating usual intake …"):
            settings = {"locale": state.setting("locale")}
            totals = uploads.run_uploads(diaries, table=state.food_table(), settings=settings)
            st.session_state["group_results"] = group_results(
                totals.frame("day_totals.csv"),
                people.content,
                body=state.setting("references"),
                sd_source=state.setting("sd_source"),
                method=method,
                replicates=replicates,
            )
    except MgcaError as error:
        st.session_state["group_error"] = error


def show_results() -> None:
    """Show one group's curve and sentences, then the table of all groups."""
    from nutrition.usual import curves

    results = st.session_state["group_results"]
    groups = curves.labels(results)
    first, second = st.columns(2)
    nutrient = first.segmented_control(
        "Mineral",
        list(MINERALS),
        default=MINERALS[0],
        required=True,
        format_func=lambda column: BY_COLUMN[column].name.capitalize(),
        key="group_nutrient",
    )
    group = second.selectbox("Group", list(groups), key="group_label")
    curve = curves.group_curve(results, nutrient, groups[group])
    name = BY_COLUMN[nutrient].name
    rows = results.groups
    for column, value in groups[group].items():
        rows = rows[rows[column] == value]
    said = [
        curves.group_sentence(row) for row in rows[rows["nutrient"] == nutrient].to_dict("records")
    ]
    if curve.reason:
        st.info(parts.plain(curve.reason))
    else:
        chart = charts.usual_intake(curve.frame, curve.references, name, group, charts.palette())
        charts.show(chart, f"Usual {name} intake, {group}. {' '.join(said)}")
    for line in said:
        st.markdown(f"**{parts.plain(line)}**")
    for note in dict.fromkeys(rows.loc[rows["nutrient"] == nutrient, "note"]):
        if note:
            st.markdown(parts.plain(note))
    st.caption(
        "The curve describes the group and says nothing certain about one person in it. Days "
        "that are not complete, or that have unknown items, are left out and counted."
    )
    st.subheader("All groups")
    number = st.column_config.NumberColumn
    parts.table(
        curves.shown_table(results, nutrient),
        f"Usual {name} intake and share below the EAR by group",
        sex="Sex",
        age_group="Age",
        n_people=number("People", width=60),
        n_days=number("Days", width=60),
        mean_mg=number("Mean mg", format="%.0f"),
        p5=number("P5", format="%.0f"),
        p50=number("P50", format="%.0f"),
        p95=number("P95", format="%.0f"),
        share_below_ear=number("Below EAR %", format="%.0f"),
        share_below_low=number("from %", format="%.0f"),
        share_below_high=number("to %", format="%.0f"),
        cut="Method of the share",
        share_above_ul=number("Above UL %", format="%.0f"),
        people_unknown="People with unknowns",
        reliable="Reliable",
        reference="Reference",
    )
    parts.download("groups.csv: all groups", results.groups, "groups.csv", key="download_groups")
    parts.download(
        "assessment.csv: each person", results.assessment, "assessment.csv", key="download_people"
    )
    if len(results.people_rejects):
        st.markdown(f"**{len(results.people_rejects)} rows of the people file cannot be used**")
        parts.table(results.people_rejects, "Rejected people")


diaries = taken("Diaries or day totals (CSV)", "group_files", many=True)
people = taken("People (CSV with person_id, sex, age_years)", "group_people", many=False)
first, second = st.columns(2)
method = first.selectbox("Method", list(METHODS), format_func=METHODS.__getitem__, key="method")
replicates = second.number_input(
    "Bootstrap replicates for the intervals", 0, 1000, 100, 50, key="replicates"
)
if st.button("Estimate", type="primary", disabled=not (diaries and people), key="group_run"):
    estimate(diaries, people[0], method, int(replicates))
if "group_error" in st.session_state:
    parts.failure(st.session_state["group_error"])
if "group_results" in st.session_state:
    show_results()
else:
    st.caption(
        "Two or more days for at least some of the people let the day-to-day variation be told "
        "apart from the differences between people. Files stay on this computer."
    )
