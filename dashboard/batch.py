"""Batch: diaries in, tables out, in the browser."""

import streamlit as st

from dashboard import parts, state
from foods.errors import MgcaError
from nutrition.views import uploads

NOT_THERE = "(not in the file)"

parts.page_top("Batch", "Whole diaries: every row is read, asked about, or rejected with a reason.")


def taken(label: str, key: str, kinds: list[str], *, many: bool) -> list[uploads.Upload]:
    """Offer to upload files, and return them."""
    files = st.file_uploader(label, kinds, accept_multiple_files=many, key=key)
    files = files if isinstance(files, list) else [files] if files is not None else []
    return [uploads.Upload(file.name, file.getvalue()) for file in files]


def mapping(header: tuple[str, ...]) -> tuple[dict[str, str], str | None]:
    """Ask which column is which; a unit for the whole file where it has none."""
    st.caption("Choose the file's column for each; leave out what the file has not.")
    columns = {}
    halves = st.columns(2)
    lowered = {column.lower(): column for column in header}
    for place, house in enumerate(uploads.MAPPED):
        options = [NOT_THERE, *header]
        guess = lowered.get(house)
        chosen = halves[place % 2].selectbox(
            house, options, options.index(guess) if guess else 0, key=f"map_{house}"
        )
        if chosen != NOT_THERE:
            columns[house] = chosen
    unit = st.text_input("One unit for the whole file", key="whole_unit", placeholder="g")
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
        with st.spinner("Reading and adding up …"):
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
    """Show how the files were read, the counts and every table."""
    summary = results.summary
    st.subheader("How it was read")
    counts = st.columns(4)
    for column, label, value in zip(
        counts,
        ("Items" if summary.items else "Day rows", "Rejected rows", "People", "Person-days"),
        (summary.items or summary.day_rows, summary.rejects, summary.people, summary.days),
        strict=True,
    ):
        column.metric(label, f"{value:,}")
    known = uploads.known_words(summary)
    if known:
        st.markdown(f"{known}. What is not known is counted, never taken as zero.")
    for file in uploads.reading_report(summary):
        st.markdown(
            f"**{parts.plain(file['file'])}**: {parts.plain(file['format'])}; minerals "
            f"{parts.plain(file['minerals'])}. {parts.plain(file['notes'])}"
        )
        st.caption(parts.plain(file["columns"]))
    for name, title in (
        ("day_totals.csv", "Totals"),
        ("questions.csv", "Questions"),
        ("rejects.csv", "Rejected rows"),
        ("assessment.csv", "Assessment"),
    ):
        frame = results.frame(name, rows=200)
        if frame.empty:
            continue
        st.subheader(title)
        if name == "questions.csv":
            st.caption(
                "Fill in answer_food_id or answer_grams in the downloaded file and upload it "
                "above as answers; then run again."
            )
        parts.table(frame, f"{title}, the first {len(frame)} rows")
    st.subheader("Download")
    for name, content in results.tables.items():
        mime = "application/json" if name.endswith(".json") else "text/csv"
        words = uploads.DESCRIPTIONS.get(name, "")
        st.download_button(
            f"{name}: {words}" if words else name,
            content,
            name,
            mime,
            on_click="ignore",
            key=f"download_{name}",
        )


diaries = taken("Diary files (CSV, gz, zip, Parquet)", "batch_files", [], many=True)
people = taken(
    "People (CSV with person_id, sex, age_years), if known", "batch_people", [], many=False
)
with st.expander("Columns with other names, and answers to questions"):
    answers = taken("Answers: a questions.csv, filled in", "batch_answers", [], many=False)
    columns: dict[str, str] = {}
    unit = None
    if diaries:
        try:
            header = uploads.header_of(diaries[0])
        except MgcaError as error:
            parts.failure(error)
        else:
            if st.toggle("Say which column is which", key="map_on"):
                columns, unit = mapping(header)
    else:
        st.caption("Upload a diary first; its columns then appear here.")
if st.button("Run", type="primary", disabled=not diaries, key="batch_run"):
    run_now(diaries, people, answers, columns, unit)
failed = st.session_state.get("batch_error")
if failed is not None:
    parts.failure(failed)
    if failed.fields.get("missing"):
        st.markdown("Open *Columns with other names* above and say which column is which.")
done = st.session_state.get("batch_results")
if done is not None:
    show_results(done)
elif failed is None:
    st.caption(
        "A diary has the columns person_id, day, food, amount and unit, one food a row. Files "
        "stay on this computer."
    )
