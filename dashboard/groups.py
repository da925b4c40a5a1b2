"""Groups: usual intake of many people against the EAR, from uploaded days and people."""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import charts, parts, state
from foods.errors import MgcaError
from foods.nutrients import BY_COLUMN, MINERALS
from nutrition.views import uploads

if TYPE_CHECKING:
    from nutrition.population.options import GroupOptions

DESIGN = {
    "survey_weight": "Column of survey weights",
    "stratum": "Column of strata",
    "psu": "Column of sampling units (PSU)",
}
METHODS = {"nrc": "NRC, best power", "nci": "NCI, amount only"}

parts.page_top("Groups", "Usual intake of a group from a few days a person, against the EAR.")


def taken(label: str, key: str, *, many: bool) -> list[uploads.Upload]:
    """Offer to upload files, and return them."""
    files = st.file_uploader(label, accept_multiple_files=many, key=key)
    files = files if isinstance(files, list) else [files] if files is not None else []
    return [uploads.Upload(file.name, file.getvalue()) for file in files]


def estimate(
    diaries: list[uploads.Upload], people: uploads.Upload, options: "GroupOptions"
) -> None:
    """Add up the days, estimate usual intake, and keep the results for this visit."""
    from nutrition.usual.curves import group_results

    for key in ("group_results", "group_error"):
        st.session_state.pop(key, None)
    try:
        with st.spinner("Adding up days and estimating usual intake …"):
            settings = {
                "locale": state.setting("locale"),
                "body": state.setting("references"),
                "sd_source": state.setting("sd_source"),
                "groups": options,
            }
            run = uploads.run_uploads(
                diaries, table=state.food_table(), people=people, settings=settings
            )
            st.session_state["group_results"] = group_results(run, options)
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
    rows = curves.rows_of(results, nutrient, groups[group])
    said = [curves.group_sentence(row) for row in rows.to_dict("records")]
    if curve.reason:
        st.info(parts.plain(curve.reason))
    else:
        chart = charts.usual_intake(curve.frame, curve.references, name, group, charts.palette())
        charts.show(chart, f"Usual {name} intake, {group}. {' '.join(said)}")
    for line in said:
        st.markdown(f"**{parts.plain(line)}**")
    for note in dict.fromkeys(rows["note"].dropna()):
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
        energy_reporters="Energy reporters",
        n_people=number("People", width=60),
        n_days=number("Days", width=60),
        mean_mg=number("Mean mg", format="%.0f"),
        p5=number("P5", format="%.0f"),
        p50=number("P50", format="%.0f"),
        p95=number("P95", format="%.0f"),
        share_below_ear=number("Below EAR %", format="%.0f"),
        share_below_low=number("from %", format="%.0f"),
        share_below_high=number("to %", format="%.0f"),
        share_below_ratio_low=number("ratio: from %", format="%.0f"),
        share_below_ratio_high=number("ratio: to %", format="%.0f"),
        cut="Method of the share",
        share_above_ul=number("Above UL %", format="%.0f"),
        people_unknown="People with unknowns",
        direct_mean_mg=number("Reported mean mg", format="%.0f"),
        direct_mean_se=number("± SE mg", format="%.1f"),
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


def chosen_options() -> "GroupOptions":
    """Ask how groups are formed and estimated; what is off is said when Estimate is pressed."""
    from nutrition.commands.config import settings
    from nutrition.population.options import GroupOptions, read_grouping

    defaults = {name: value.value for name, value in settings().items()}
    first, second = st.columns(2)
    by = first.text_input(
        "Groups by (people columns)",
        defaults["group_by"],
        key="group_by",
        help="Columns of the people file with commas between. age_group is made from the age; "
        "none puts everyone together.",
    )
    method = second.selectbox(
        "Method",
        list(METHODS),
        list(METHODS).index(defaults["method"]),
        format_func=METHODS.__getitem__,
        key="method",
    )
    replicates = first.number_input(
        "Bootstrap replicates for the intervals (0: none)",
        0,
        1000,
        int(defaults["replicates"]),
        50,
        key="replicates",
    )
    seed = second.number_input("Seed", 0, None, int(defaults["seed"]), key="seed")
    with st.expander("One day a person, survey weights and design"):
        ratio = st.number_input(
            "Variance ratio of another survey (within over between persons)",
            min_value=0.0,
            value=float(defaults["variance_ratio"]) if defaults["variance_ratio"] else None,
            key="variance_ratio",
            placeholder="only for one day a person",
            help="The result is then a range, from a quarter to twice this ratio.",
        )
        columns = {
            house: st.text_input(label, key=house, placeholder=f"{house}, where the file has it")
            for house, label in DESIGN.items()
        }
        prefix = st.text_input("Replicate weights: how their columns begin", key="rep_weights")
        fay = st.number_input("Fay's constant of these", 0.0, 0.99, 0.0, key="fay")
    return GroupOptions(
        by=read_grouping(by),
        method=method,
        variance_ratio=ratio,
        seed=int(seed),
        replicates=int(replicates),
        people_columns={house: name.strip() for house, name in columns.items() if name.strip()},
        replicate_weights=prefix.strip() or None,
        fay=float(fay),
    )


diaries = taken("Diaries or day totals (CSV)", "group_files", many=True)
people = taken(
    "People (CSV: person_id, sex, age_years; or NHANES DEMO)", "group_people", many=False
)
try:
    options = chosen_options()
except MgcaError as error:
    options = None
    parts.failure(error)
ready = bool(diaries and people) and options is not None
if st.button("Estimate", type="primary", disabled=not ready, key="group_run"):
    estimate(diaries, people[0], options)
if "group_error" in st.session_state:
    parts.failure(st.session_state["group_error"])
if "group_results" in st.session_state:
    show_results()
else:
    st.caption(
        "Two or more days for at least some of the people let the day-to-day variation be told "
        "apart from the differences between people. Files stay on this computer."
    )
