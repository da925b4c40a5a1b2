"""What was asked once and is remembered: seen, edited, forgotten, taken out and in."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from dashboard import kept, parts, state
from foods.errors import MgcaError
from nutrition.views import own_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutrition.store import Choice

VERSION = "memory_version"


def show() -> None:
    """Show the memory as a table that can be edited."""
    from nutrition.store import choices

    st.subheader(kept.say("pages-settings-memory"))
    st.markdown(parts.plain(kept.say("pages-settings-memory-why")))
    found = choices(kept.store())
    if found:
        _table(found)
        st.download_button(
            kept.say("pages-settings-memory-export"), own_files.choices_csv(kept.store()),
            "answers.csv", "text/csv", on_click="ignore", key="memory_export",
        )  # fmt: skip
    else:
        st.info(kept.say("pages-settings-memory-empty"))
    file = st.file_uploader(kept.say("pages-settings-memory-file"), ["csv"], key="memory_file")
    if file is not None and st.button(kept.say("pages-settings-memory-import"), key="memory_do"):
        try:
            count = own_files.read_choices(
                kept.store(), file.getvalue(), kept.table(), locale=kept.setting("locale")
            )
        except MgcaError as error:
            parts.failure(error)
        else:
            st.success(kept.say("pages-settings-memory-imported", count=count))


def _table(found: tuple[Any, ...]) -> None:
    table = kept.table()
    frame = pd.DataFrame(
        {
            "Name": pd.Series([one.name for one in found], dtype="str"),
            "Unit": pd.Series([one.unit for one in found], dtype="str"),
            "Food": pd.Series([one.food_id or "" for one in found], dtype="str"),
            "Meant": pd.Series(
                [
                    table.food(one.food_id).description if one.food_id in table else ""
                    for one in found
                ],
                dtype="str",
            ),
            "Grams": pd.Series([one.grams for one in found], dtype="float64"),
            "Forget": [False] * len(found),
        }
    )
    config = st.column_config
    key = f"memory_{st.session_state.get(VERSION, 0)}"
    st.data_editor(
        frame, key=key, hide_index=True, width="stretch",
        disabled=["Name", "Unit", "Meant"], placeholder="",
        alt=kept.say("pages-settings-memory"),
        column_config={
            "Name": config.TextColumn(kept.say("pages-settings-memory-name")),
            "Unit": config.TextColumn(kept.say("pages-settings-memory-unit")),
            "Food": config.TextColumn(kept.say("pages-settings-memory-food")),
            "Meant": config.TextColumn(kept.say("pages-settings-memory-meant")),
            "Grams": config.NumberColumn(
                kept.say("pages-settings-memory-grams"), min_value=0, format="%g"
            ),
            "Forget": config.CheckboxColumn(kept.say("pages-settings-memory-forget")),
        },
    )  # fmt: skip
    edits = st.session_state.get(key, {}).get("edited_rows", {})
    st.button(
        kept.say("pages-settings-memory-save"), key="memory_save", on_click=_save,
        args=(found, key), disabled=not edits,
    )  # fmt: skip


def _save(found: tuple[Any, ...], key: str) -> None:
    edits: Mapping[Any, Mapping[str, Any]] = st.session_state.get(key, {}).get("edited_rows", {})
    for place, cells in edits.items():
        one = found[int(place)]
        wanted: Choice | None = None
        with state.saving():
            if cells.get("Forget"):
                _change(one, None)
                continue
            food_id = str(cells.get("Food", one.food_id) or "").strip() or None
            grams = cells.get("Grams", one.grams) or None
            if food_id is not None and food_id not in kept.table():
                raise MgcaError(
                    kept.say("pages-settings-memory-no-food", food=food_id),
                    hint=kept.say("pages-settings-memory-no-food-hint"),
                )
            if food_id is not None or grams is not None:
                wanted = replace(one, food_id=food_id, grams=grams)
            _change(one, wanted)
    st.session_state[VERSION] = st.session_state.get(VERSION, 0) + 1


def _change(one: "Choice", wanted: "Choice | None") -> None:
    own_files.change_choices(
        kept.store(), {one: wanted}, kept.table(), locale=kept.setting("locale")
    )
