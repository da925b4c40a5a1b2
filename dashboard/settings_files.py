"""Everything out, back in, or deleted for good; and where it lies."""

import streamlit as st

from dashboard import kept, parts, state
from foods.errors import MgcaError
from nutrition.views import own_files


def show() -> None:
    """Show where the diary lies and what can be done with all of it."""
    st.subheader(kept.say("pages-settings-files"))
    st.markdown(parts.plain(kept.say("pages-settings-where")))
    st.code(str(kept.store().path), language=None, wrap_lines=True)
    st.download_button(
        kept.say("pages-settings-export"), lambda: own_files.export_zip(kept.store()),
        "mgca.zip", "application/zip", on_click="ignore", key="export_all",
        icon=":material/download:",
    )  # fmt: skip
    with st.expander(kept.say("pages-settings-import"), icon=":material/upload:"):
        _import()
    with st.expander(kept.say("pages-settings-delete"), icon=":material/delete_forever:"):
        _delete()
    done = st.session_state.pop("files_done", None)
    if done:
        st.success(done)


def _import() -> None:
    file = st.file_uploader(kept.say("pages-settings-import-file"), ["zip", "json"], key="import")
    st.markdown(parts.plain(kept.say("pages-settings-import-warning")))
    sure = st.checkbox(kept.say("pages-settings-import-sure"), key="import_sure")
    ready = file is not None and sure
    if st.button(kept.say("pages-settings-import-do"), key="import_do", disabled=not ready):
        assert file is not None
        try:
            count = own_files.import_file(kept.store(), file.name, file.getvalue())
        except MgcaError as error:
            parts.failure(error)
        else:
            _forget_window()
            st.session_state["files_done"] = kept.say("pages-settings-imported", count=count)
            st.rerun()


def _delete() -> None:
    st.markdown(parts.plain(kept.say("pages-settings-delete-warning")))
    sure = st.checkbox(kept.say("pages-settings-delete-sure"), key="delete_sure")
    st.button(
        kept.say("pages-settings-delete-do"), key="delete_do", disabled=not sure,
        on_click=_delete_all,
    )  # fmt: skip


def _delete_all() -> None:
    from nutrition.store import delete_everything

    words = kept.say("pages-settings-deleted")
    with state.saving():
        delete_everything(kept.store())
        _forget_window()
        st.session_state["files_done"] = words


def _forget_window() -> None:
    """Forget what this window showed: it is of a diary that is gone."""
    for key in list(st.session_state):
        del st.session_state[key]
    kept.refresh()
