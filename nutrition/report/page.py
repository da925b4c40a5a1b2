"""A said sheet → one HTML file: everything inline, every word of a client escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template

PAPERS = {"a4": "A4", "letter": "letter"}


def html(page: Mapping[str, Any], *, paper: str = "a4") -> str:
    """Write a sheet as a web page that stands alone and prints well.

    Args:
        page: What `nutrition.report.spoken.spoken` returns.
        paper: a4 or letter, for printing.

    Returns:
        HTML without scripts and without anything to fetch.
    """
    return _template().render(d=page, paper=PAPERS[paper])


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    rooms = Environment(
        loader=PackageLoader("nutrition.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return rooms.get_template("sheet.html")
