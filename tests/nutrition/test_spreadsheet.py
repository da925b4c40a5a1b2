"""Cells that no spreadsheet runs: guarded, and given back exactly."""

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutrition.spreadsheet import inert, inert_sql, revived

CASES = [
    ("=cmd()", "'=cmd()"),
    ("+49 30", "'+49 30"),
    ("@home", "'@home"),
    (" =1+1", "' =1+1"),
    ("-5", "-5"),
    ("-1,5", "-1,5"),
    ("P-12", "P-12"),
    ("'=x", "''=x"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "cell"), CASES)
def test_formulas_are_guarded_and_numbers_are_not(text, cell):
    assert inert(text) == cell
    ((found,),) = duckdb.execute(f"SELECT {inert_sql('x')} FROM (SELECT ? AS x)", [text]).fetchall()
    assert found == cell


@given(st.text(alphabet="=+-@'\t 5a,.", max_size=8) | st.text(max_size=20))
def test_every_text_comes_back(text):
    assert revived(inert(text)) == text


@pytest.mark.parametrize("value", [None, 3, 2.5, True])
def test_what_is_no_text_stays(value):
    assert inert(value) is value
