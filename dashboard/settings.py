"""Settings: how the pages speak and count, what they remember, and where everything lies."""

import streamlit as st

from dashboard import kept, parts, settings_files, settings_memory, settings_waters

LOCALES = ("us", "uk", "metric")


def _choose(name: str, options: list[str], words: dict[str, str], **more: str) -> None:
    """Offer a setting; it is kept as soon as it is chosen."""
    value = kept.setting(name)
    options = options if value in options else [value, *options]
    key = f"setting_{name}"
    if st.session_state.get(key) not in options:
        st.session_state[key] = value
    st.selectbox(
        kept.say(f"pages-settings-{name.replace('_', '-')}"), options,
        format_func=lambda one: words.get(one, one), key=key,
        on_change=_keep, args=(name,), **more,
    )  # fmt: skip


def _keep(name: str) -> None:
    kept.keep(name, st.session_state[f"setting_{name}"])


def _preferences() -> None:
    from foods.installed import installed
    from nutrition.adequacy.within_person import sd_sources
    from nutrition.references import bodies
    from nutrition.texts import languages, say

    st.subheader(kept.say("pages-settings-how"))
    first, second = st.columns(2, gap="large")
    titles = bodies()
    with first:
        _choose("language", list(languages()), {c: say("language-name", c) for c in languages()})
        _choose(
            "references",
            list(titles),
            {code: f"{code}: {title}" for code, title in titles.items()},
            help=kept.say("pages-settings-references-help"),
        )
        _choose("sd_source", list(sd_sources()), {}, help=kept.say("pages-settings-sd-source-help"))
    with second:
        sizes = {one: kept.say(f"pages-settings-locale-{one}") for one in LOCALES}
        _choose("locale", list(LOCALES), sizes, help=kept.say("pages-settings-locale-help"))
        bundled = {"bundled": kept.say("pages-settings-foods-bundled")}
        _choose(
            "foods",
            ["bundled", *installed()],
            bundled,
            help=kept.say("pages-settings-foods-help"),
        )
        st.button(kept.say("pages-settings-tour"), key="tour_again", on_click=_tour_again)


def _tour_again() -> None:
    kept.keep("tour", "again")
    st.session_state["tour"] = 1


parts.page_top(kept.say("pages-settings-title"), kept.say("pages-settings-line"))
_preferences()
st.divider()
settings_waters.show()
st.divider()
settings_memory.show()
st.divider()
settings_files.show()
