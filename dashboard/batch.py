"""Batch: diaries in, tables out, in the browser."""

import math

import streamlit as st

from dashboard import kept, parts, state
from foods.errors import MgcaError
from nutrition.intake import stem
from nutrition.views import uploads

# How `uploads.reading_report` ends where the file states minerals itself. A comment, because
# Streamlit shows a text that stands alone in a page.
CARRIED = " from the file"
NOT_THERE = ""
TABLES = {
    "day_totals.csv": "pages-batch-totals",
    "questions.csv": "pages-batch-questions",
    "rejects.csv": "pages-batch-rejected",
    "people_rejects.csv": "pages-batch-people-rejected",
    "assessment.csv": "pages-batch-assessment",
}
SHOWN_ROWS = 200

parts.page_top(kept.say("pages-batch-title"), kept.say("pages-batch-line"))


def taken(label: str, key: str, kinds: list[str], *, many: bool) -> list[uploads.Upload]:
    """Offer to upload files, and return them."""
    files = st.file_uploader(label, kinds, accept_multiple_files=many, key=key)
    files = files if isinstance(files, list) else [files] if files is not None else []
    return [uploads.Upload(file.name, file.getvalue()) for file in files]


def mapping(header: tuple[str, ...]) -> tuple[dict[str, str], str | None]:
    """Ask which column is which; a unit for the whole file where it has none."""
    st.caption(kept.say("pages-batch-map"))
    columns = {}
    halves = st.columns(2)
    lowered = {column.lower(): column for column in header}
    for place, house in enumerate(uploads.MAPPED):
        options = [NOT_THERE, *header]
        guess = lowered.get(house)
        chosen = halves[place % 2].selectbox(
            house,
            options,
            options.index(guess) if guess else 0,
            format_func=lambda column: column or kept.say("pages-batch-not-there"),
            key=f"map_{house}",
        )
        if chosen != NOT_THERE:
            columns[house] = chosen
    unit = st.text_input(kept.say("pages-batch-unit"), key="whole_unit", placeholder="g")
    return columns, (unit or "").strip() or None


def run_now(
    diaries: list[uploads.Upload],
    people: list[uploads.Upload],
    answers: list[uploads.Upload],
    columns: dict[str, str],
    unit: str | None,
) -> None:
    """Run and keep the results for this visit."""
    for key in ("batch_results", "batch_error"):
        st.session_state.pop(key, None)
    try:
        with st.spinner(kept.say("pages-batch-running")):
            st.session_state["batch_results"] = uploads.run_uploads(
                diaries,
                table=state.food_table(),
                people=people[0] if people else None,
                answers=answers[0] if answers else None,
                columns=columns,
                unit=unit,
                settings={
                    "locale": state.setting("locale"),
                    "body": state.setting("references"),
                    "sd_source": state.setting("sd_source"),
                },
            )
    except MgcaError as error:
        st.session_state["batch_error"] = error
        if "results" in error.fields:
            st.session_state["batch_results"] = error.fields["results"]


def show_results(results: uploads.Results) -> None:
    """Show the counts, what to look at, how the files were read and every table."""
    show_counts(results.summary)
    notes = list(dict.fromkeys(results.summary.notes))
    if notes:
        words = "\n".join(f"- {parts.plain(note)}" for note in notes)
        st.warning(f"**{parts.plain(kept.say('pages-batch-notes'))}**\n\n{words}")
    for file in uploads.reading_report(results.summary):
        carried = file["minerals"].removesuffix(CARRIED)
        minerals = kept.say("pages-batch-from-table")
        if carried != file["minerals"]:
            minerals = kept.say("pages-batch-from-file", columns=carried)
        st.markdown(
            f"**{parts.plain(file['file'])}**: {parts.plain(file['format'])}; "
            f"{parts.plain(minerals)}. {parts.plain(file['notes'])}"
        )
        st.caption(parts.plain(file["columns"]))
    for name, title_id in TABLES.items():
        frame = results.frame(name, rows=SHOWN_ROWS)
        if frame.empty:
            continue
        title = kept.say(title_id)
        st.subheader(title)
        if name == "questions.csv":
            st.caption(kept.say("pages-batch-answer-how"))
        parts.table(frame, kept.say("pages-batch-table-words", title=title, rows=len(frame)))
    st.subheader(kept.say("pages-batch-download"))
    for name, content in results.tables.items():
        mime = "application/json" if name.endswith(".json") else "text/csv"
        st.download_button(
            f"{name}: {kept.say(about(name))}" if name in uploads.DESCRIPTIONS else name,
            content,
            name,
            mime,
            on_click="ignore",
            key=f"download_{name}",
        )


def show_counts(summary: uploads.Summary) -> None:
    """Show what was read, what was not, and how much is known."""
    st.subheader(kept.say("pages-batch-read"))
    counts = {
        "items" if summary.items else "day-rows": summary.items or summary.day_rows,
        "rejected": summary.rejects,
        "people-count": summary.people,
        "days": summary.days,
    }
    for column, (name, value) in zip(st.columns(4), counts.items(), strict=True):
        column.metric(kept.say(f"pages-batch-{name}"), kept.number(value))
    said = [
        kept.say("pages-batch-known", mineral=mineral_name(nutrient), share=rounded_down(share))
        for nutrient, share in summary.known.items()
        if share is not None
    ]
    if said:
        st.markdown(parts.plain(" ".join([*said, kept.say("pages-batch-unknown-counts")])))


def mineral_name(nutrient: str) -> str:
    """Return a mineral's name as a sentence begins with it."""
    return kept.say(f"mineral-{stem(nutrient)}").capitalize()


def rounded_down(share: float) -> str:
    """Write a share in per cent; nearly all is never written as all."""
    percent = math.floor(share * 1000) / 10
    return kept.number(percent, 0 if percent == int(percent) else 1)


def about(name: str) -> str:
    """Return the id of what a table of a run is."""
    return f"pages-batch-about-{name.rpartition('.')[0].replace('_', '-')}"


diaries = taken(kept.say("pages-batch-files"), "batch_files", [], many=True)
people = taken(kept.say("pages-batch-people"), "batch_people", [], many=False)
with st.expander(kept.say("pages-batch-more")):
    answers = taken(kept.say("pages-batch-answers"), "batch_answers", [], many=False)
    columns: dict[str, str] = {}
    unit = None
    if diaries:
        try:
            header = uploads.header_of(diaries[0])
        except MgcaError as error:
            parts.failure(error)
        else:
            if st.toggle(kept.say("pages-batch-which"), key="map_on"):
                columns, unit = mapping(header)
    else:
        st.caption(kept.say("pages-batch-first-a-file"))
if st.button(kept.say("pages-batch-run"), type="primary", disabled=not diaries, key="batch_run"):
    run_now(diaries, people, answers, columns, unit)
failed = st.session_state.get("batch_error")
if failed is not None:
    parts.failure(failed)
    if failed.fields.get("missing"):
        st.markdown(parts.plain(kept.say("pages-batch-map-hint")))
done = st.session_state.get("batch_results")
if done is not None:
    show_results(done)
elif failed is None:
    st.caption(kept.say("pages-batch-empty"))
