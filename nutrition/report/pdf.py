"""A said sheet → PDF by typst: tagged, checked against PDF/UA-1, with the fonts typst carries."""

from __future__ import annotations

import json
import re
import threading
import unicodedata
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from foods.errors import MgcaError
from nutrition.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PAPERS = {"a4": "a4", "letter": "us-letter"}
STANDARD = "ua-1"
NOT_PRINTED = "□"
LONGEST_WORD = 28
"""Letters without a space after which a line may break: a name of 100 letters stays on the page."""

_FOREIGN = re.compile(
    "[^\u0020-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1fff\u200b\u2010-\u2027\u2030-\u205e"
    "\u20ac\u2150-\u215f\u2190-\u22ff\u25a1]"
)
_PAGE = re.compile(rb"/Type\s*/Page\b")
_LONG = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")
_here = threading.local()


class ReportError(MgcaError, RuntimeError):
    """A report that cannot be made."""


def pdf(page: Mapping[str, Any], *, paper: str = "a4") -> bytes:
    """Print a sheet.

    Args:
        page: What `nutrition.report.spoken.spoken` returns.
        paper: a4 or letter.

    Returns:
        A PDF, tagged and conforming to PDF/UA-1.

    Raises:
        ReportError: typst is not installed, the paper is not known, or the sheet cannot be set.
    """
    if paper not in PAPERS:
        raise ReportError(f"{paper!r} is no paper.", hint=f"Choose {' or '.join(PAPERS)}.")
    typst = require_typst()
    clean = _mapped(page, _printable)
    try:
        return _set(clean, paper, system_fonts=False)
    except typst.TypstError:
        pass
    # A script that typst's own fonts lack: the machine may have it, else its letters are marked.
    try:
        return _set(clean, paper, system_fonts=True)
    except typst.TypstError:
        pass
    marked = _mapped(clean, lambda text: _FOREIGN.sub(NOT_PRINTED, text))
    told = say("sheet-letters", str(page["language"]))
    marked["method"]["lines"] = [told, *marked["method"]["lines"]]
    try:
        return _set(marked, paper, system_fonts=False)
    except typst.TypstError as error:
        raise ReportError(
            f"The sheet of {page['name']} cannot be printed: {error.message}.",
            hint="Write it as HTML, and report this as a fault of mgca.",
        ) from error


def _set(page: Mapping[str, Any], paper: str, *, system_fonts: bool) -> bytes:
    """Set a sheet as it comes; closer, by measure, where that takes more than a page."""
    data = json.dumps({**page, "paper": PAPERS[paper]})
    compiler = _compiler(system_fonts=system_fonts)
    made = b""
    for fitted in ("no", "yes"):
        given = {"sheet": data, "fitted": fitted}
        made = compiler.compile(format="pdf", sys_inputs=given, pdf_standards=[STANDARD])
        if len(_PAGE.findall(made)) == 1:
            break
    return made


def _compiler(*, system_fonts: bool) -> Any:
    """One compiler a thread and choice of fonts: fonts and template are read once."""
    kept: dict[bool, Any] = _here.__dict__.setdefault("compilers", {})
    if system_fonts not in kept:
        typst = require_typst()
        kept[system_fonts] = typst.Compiler(
            _template(), font_paths=typst.Fonts(include_system_fonts=system_fonts)
        )
    return kept[system_fonts]


@cache
def _template() -> str:
    with as_file(files("nutrition.report") / "sheet.typ") as path:
        return str(path)


def require_typst() -> Any:
    """Give the package typst.

    Raises:
        ReportError: It is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise ReportError(
            "PDFs need the package typst, which is not installed.",
            hint='Install it with: pip install "mgca[report]", or choose --no-pdf --format html.',
        ) from error
    return typst


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _mapped(one, change) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(one, change) for one in value]
    return value


def _printable(text: str) -> str:
    """Text without what no font shows, and with places to break in very long words."""
    if text.isascii() and text.isprintable() and not _LONG.search(text):
        return text
    whole = text.encode("utf-8", "replace").decode("utf-8")
    kept = "".join(c for c in whole if c in "\n\t" or unicodedata.category(c)[0] != "C")
    return _LONG.sub(lambda found: found.group() + "\u200b", kept)
