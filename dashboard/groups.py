"""Groups: usual intake of many people against the EAR, from uploaded days and people."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import charts, kept, parts, state
from foods.errors import MgcaError
from foods.nutrients import MINERALS
from nutrition.intake import stem
from nutrition.views import uploads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutrition.population.options import GroupOptions

DESIGN = ("survey_weight", "stratum", "psu")
METHODS = ("nrc", "nci")

parts.page_top(kept.say("pages-groups-title"), kept.say("pages-groups-line"))


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
        with st.spinner(kept.say("pages-groups-running")):
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
        kept.say("pages-groups-mineral"),
        list(MINERALS),
        default=MINERALS[0],
        required=True,
        format_func=lambda column: mineral(column).capitalize(),
        key="group_nutrient",
    )
    group = second.selectbox(
        kept.say("pages-groups-group"),
        list(groups),
        format_func=lambda name: group_name(groups[name]),
        key="group_label",
    )
    curve = curves.group_curve(results, nutrient, groups[group])
    rows = curves.rows_of(results, nutrient, groups[group])
    said = [curves.group_sentence(row, kept.language()) for row in rows.to_dict("records")]
    if curve.reason:
        st.info(parts.plain(curve.reason))
    else:
        words = {"mineral": mineral(nutrient), "group": group_name(groups[group])}
        title = kept.say("pages-groups-chart", **words)
        chart = charts.usual_intake(
            curve.frame,
            curve.references,
            stem(nutrient),
            words["group"],
            charts.palette(),
            title=title,
            axis=kept.say("pages-groups-chart-axis", **words),
        )
        charts.show(chart, f"{title}. {' '.join(said)}")
    for line in said:
        st.markdown(f"**{parts.plain(line)}**")
    for note in dict.fromkeys(rows["note"].dropna()):
        st.markdown(parts.plain(note))
    st.caption(kept.say("pages-groups-curve"))
    st.subheader(kept.say("pages-groups-all-groups"))
    parts.table(
        curves.shown_table(results, nutrient),
        kept.say("pages-groups-table-words", mineral=mineral(nutrient)),
        **columns(),
    )
    for label, frame, name, key in (
        ("download-groups", results.groups, "groups.csv", "download_groups"),
        ("download-people", results.assessment, "assessment.csv", "download_people"),
    ):
        parts.download(kept.say(f"pages-groups-{label}"), frame, name, key=key)
    if len(results.people_rejects):
        said_so = kept.say("pages-groups-people-rejects", rows=len(results.people_rejects))
        st.markdown(f"**{parts.plain(said_so)}**")
        parts.table(results.people_rejects, kept.say("pages-groups-people-rejected"))


def mineral(nutrient: str) -> str:
    """Return the name of a mineral."""
    return kept.say(f"mineral-{stem(nutrient)}")


def group_name(label: "Mapping[str, Any]") -> str:
    """Name a group by its values; what the file itself says stays as it is."""
    from nutrition.population.recalls import EVERYONE, UNKNOWN_GROUP

    if all(value == EVERYONE for value in label.values()):
        return kept.say("pages-groups-everyone")
    known = {EVERYONE: "pages-groups-all", UNKNOWN_GROUP: "pages-groups-unknown"}
    sexes = {sex: f"pages-groups-sex-{sex}" for sex in ("female", "male")}
    return ", ".join(
        kept.say(text_id) if text_id else str(value)
        for column, value in label.items()
        for text_id in [(known | sexes if column == "sex" else known).get(value)]
    )


def columns() -> "dict[str, Any]":
    """Return the heads of the table of groups; narrow where a number is short."""
    number = st.column_config.NumberColumn

    def head(name: str) -> str:
        return kept.say(f"pages-groups-column-{name}")

    return {
        "sex": head("sex"),
        "age_group": head("age"),
        "energy_reporters": head("energy"),
        "n_people": number(head("people"), width=70),
        "n_days": number(head("days"), width=60),
        "mean_mg": number(head("mean"), format="%.0f"),
        "p5": number("P5", format="%.0f"),
        "p50": number("P50", format="%.0f"),
        "p95": number("P95", format="%.0f"),
        "share_below_ear": number(head("below"), format="%.0f"),
        "share_below_low": number(head("from"), format="%.0f"),
        "share_below_high": number(head("to"), format="%.0f"),
        "share_below_ratio_low": number(head("ratio-from"), format="%.0f"),
        "share_below_ratio_high": number(head("ratio-to"), format="%.0f"),
        "cut": head("cut"),
        "share_above_ul": number(head("above"), format="%.0f"),
        "people_unknown": head("unknowns"),
        "direct_mean_mg": number(head("direct"), format="%.0f"),
        "direct_mean_se": number(head("direct-se"), format="%.1f"),
        "reliable": head("reliable"),
        "reference": head("reference"),
    }


def chosen_options() -> "GroupOptions":
    """Ask how groups are formed and estimated; what is off is said when Estimate is pressed."""
    from nutrition.commands.config import settings
    from nutrition.population.options import GroupOptions, read_grouping

    defaults = {name: value.value for name, value in settings().items()}
    first, second = st.columns(2)
    by = first.text_input(
        kept.say("pages-groups-by"),
        defaults["group_by"],
        key="group_by",
        help=kept.say("pages-groups-by-help"),
    )
    method = second.selectbox(
        kept.say("pages-groups-method"),
        METHODS,
        METHODS.index(defaults["method"]),
        format_func=lambda name: kept.say(f"pages-groups-method-{name}"),
        key="method",
    )
    replicates = first.number_input(
        kept.say("pages-groups-replicates"),
        0,
        1000,
        int(defaults["replicates"]),
        50,
        key="replicates",
    )
    seed = second.number_input(
        kept.say("pages-groups-seed"), 0, None, int(defaults["seed"]), key="seed"
    )
    with st.expander(kept.say("pages-groups-design")):
        ratio = st.number_input(
            kept.say("pages-groups-ratio"),
            min_value=0.0,
            value=float(defaults["variance_ratio"]) if defaults["variance_ratio"] else None,
            key="variance_ratio",
            placeholder=kept.say("pages-groups-ratio-empty"),
            help=kept.say("pages-groups-ratio-help"),
        )
        columns = {
            house: st.text_input(
                kept.say(f"pages-groups-{house.replace('_', '-')}"),
                key=house,
                placeholder=kept.say("pages-groups-column-empty", column=house),
            )
            for house in DESIGN
        }
        prefix = st.text_input(kept.say("pages-groups-replicate-weights"), key="rep_weights")
        fay = st.number_input(kept.say("pages-groups-fay"), 0.0, 0.99, 0.0, key="fay")
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


diaries = taken(kept.say("pages-groups-files"), "group_files", many=True)
people = taken(kept.say("pages-groups-people"), "group_people", many=False)
try:
    options = chosen_options()
except MgcaError as error:
    options = None
    parts.failure(error)
ready = bool(diaries and people) and options is not None
if st.button(
    kept.say("pages-groups-estimate"), type="primary", disabled=not ready, key="group_run"
):
    estimate(diaries, people[0], options)
if "group_error" in st.session_state:
    parts.failure(st.session_state["group_error"])
if "group_results" in st.session_state:
    show_results()
else:
    st.caption(kept.say("pages-groups-empty"))
