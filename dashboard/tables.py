"""Tables of words: they wrap, name their cells aloud, and stack under each other on a phone."""

from collections.abc import Sequence
from html import escape

import streamlit as st

STYLE = """<style>
table.words { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
table.words.narrow { width: auto; }
table.words caption { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
table.words th, table.words td { border: 1px solid rgba(128, 128, 128, 0.45);
  padding: 0.4rem 0.65rem; text-align: left; vertical-align: top; font-weight: 400;
  overflow-wrap: break-word; }
table.words tbody th { overflow-wrap: anywhere; min-width: 5rem; }
table.words thead th { font-weight: 600; }
@media (max-width: 640px) {
  table.words, table.words tbody, table.words tr, table.words td, table.words th {
    display: block; width: 100%; box-sizing: border-box; }
  table.words thead { display: none; }
  table.words tr { border: 1px solid rgba(128, 128, 128, 0.45); margin-bottom: 0.6rem; }
  table.words th, table.words td { border: none; padding: 0.15rem 0.6rem; }
  table.words tbody th { font-weight: 600; padding-top: 0.4rem; }
  table.words td:empty { display: none; }
  table.words td::before { content: attr(data-head); display: block; font-size: 0.8rem;
    opacity: 0.8; }
}
</style>"""


def words(
    title: str, headers: Sequence[str], rows: Sequence[Sequence[str]], *, narrow: bool = False
) -> None:
    """Show a table; every cell is taken literally.

    Args:
        title: What the table is, read aloud before it.
        headers: Heads of the columns; the first cell of a row names the row.
        rows: Rows of text.
        narrow: As wide as its words; else over the full width.
    """
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in headers)
    body = "".join(f"<tr>{_row(headers, row)}</tr>" for row in rows)
    style = "words narrow" if narrow else "words"
    st.html(
        f'{STYLE}<table class="{style}"><caption>{escape(title)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(headers: Sequence[str], row: Sequence[str]) -> str:
    first, *others = row
    cells = [f'<th scope="row">{escape(first)}</th>']
    cells += [
        f'<td data-head="{escape(head)}">{escape(cell)}</td>'
        for head, cell in zip(headers[1:], others, strict=True)
    ]
    return "".join(cells)
