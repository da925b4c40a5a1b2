"""The theme's text is legible in light and dark: WCAG 2.2 contrast, 4.5 to 1."""

import tomllib
from pathlib import Path

import pytest

from dashboard import charts

ROOT = Path(__file__).resolve().parents[2]
THEME = tomllib.loads((ROOT / "dashboard" / "theme" / "mgca.toml").read_text())["theme"]
LEAST = 4.5
CAPTION = 0.6
"""Share of the text colour in Streamlit's captions."""


def channels(colour):
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(values):
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_and_links_on_both_grounds(name, ground):
    theme = THEME[name]
    for text in ("textColor", "linkColor"):
        assert contrast(channels(theme[text]), channels(theme[ground])) >= LEAST, text


@pytest.mark.parametrize("name", ["light", "dark"])
def test_captions(name):
    ground, text = (channels(THEME[name][c]) for c in ("backgroundColor", "textColor"))
    mixed = [CAPTION * t + (1 - CAPTION) * g for t, g in zip(text, ground, strict=True)]
    assert contrast(mixed, ground) >= LEAST


@pytest.mark.parametrize("name", ["light", "dark"])
def test_white_on_the_primary_button(name):
    assert contrast([1, 1, 1], channels(THEME[name]["primaryColor"])) >= LEAST


@pytest.mark.parametrize(("name", "palette"), [("light", charts.LIGHT), ("dark", charts.DARK)])
def test_chart_text_and_bars(name, palette):
    ground = channels(THEME[name]["backgroundColor"])
    for text in (palette.ink, palette.quiet):
        assert contrast(channels(text), ground) >= LEAST
    for bar in (palette.calcium, palette.magnesium, palette.supplement, palette.above):
        assert contrast(channels(bar), ground) >= 3


def test_this_folder_runs_the_page_privately():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    assert config["browser"]["gatherUsageStats"] is False
    assert config["server"]["address"] == "localhost"
    assert config["theme"] == THEME
