"""Fuzz what reads people's words: any text gives an answer or a refusal, in linear time.

Guided by coverage with atheris where it is installed (a throwaway environment beside the
project's, which needs the project's dependencies on its path); with `--hypothesis` by
hypothesis, which is not guided.

    python benchmarks/matching/fuzz.py -max_total_time=3600 corpus/
    python benchmarks/matching/fuzz.py --hypothesis 100000

What is asserted of a text: `quantity.parse` in every locale raises nothing, keeps the text and,
where it says ok or flag, has a positive, finite amount that prints and reads as itself;
`quantity.parse_amount` raises nothing but QuantityError; `meal.split` loses no figure;
`search.decide` and `search.search` raise nothing. Of one text in `EVERY`: repeated sixteen
times it takes at most `STEEPEST` times as long a character.
"""

import functools
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

if TYPE_CHECKING:
    from foods.composition import FoodTable

WORDS = r"""1 2 0 3 10 100 1000 1/2 3/4 ½ ¾ 1,5 1.5 1.000 1,000 1e3 .5 9999999 , . - – — / x × * ( )
[ ] + & = ~ % : ; ' " # and with of a an the half quarter third two twelve twenty hundred thousand
dozen couple few some cup cups g kg oz lb ml l dl cl fl pint tbsp tsp T t c slice slices piece glass
bowl handful can tin pack pot scoop tablet capsule mg mcg IU kcal large small medium heaped level
rounded extra or to about less than between from each total per in plus no without minus negative
egg eggs milk bread spinach almonds rice yogurt banana apple calcium magnesium tea coffee 7 up 2%
half-and-half mac n cheese cooked raw boiled drained nan inf null ∞ ² ١ ३ Ⅷ ５ £ $ € ° µ ﬁ ß İ ı é
🥛 free fat semi skimmed"""
PIECES = (*WORDS.split(), "\n", "\t", "\0", "\r\n", "\u2028", "\u200b", "\u00a0", "\u202e")
EVERY = 64
TIMES = 16
STEEPEST = 6.0
LEAST_SECONDS = 0.02
"""Shorter runs are not compared: their time is mostly noise."""


def check(text: str) -> None:
    """Assert what has to hold of any text."""
    from foods.errors import MgcaError
    from foods.meal import split
    from foods.quantity import STATUSES, parse, parse_amount, print_quantity
    from foods.quantity_text import LONGEST_TEXT
    from foods.units import LOCALES

    for locale in LOCALES:
        phrase = parse(text, locale=locale)
        assert phrase.text == text
        assert phrase.status in STATUSES
        assert phrase.status == "ok" or phrase.reason, phrase
        if phrase.status in {"ok", "flag"}:
            low, amount, high = phrase.low, phrase.amount, phrase.high
            assert low is not None
            assert amount is not None
            assert high is not None
            assert 0 < low <= amount <= high < math.inf, phrase
            printed = print_quantity(phrase)
            assert not printed or parse(printed, locale=locale).low == low, printed
    try:
        assert 0 < parse_amount(text)[1] < math.inf
    except MgcaError as error:
        refused = error
        assert refused.hint
    if len(text) <= LONGEST_TEXT:
        joined = "".join(split(text))
        assert all(figure in joined for figure in text if figure in "0123456789"), joined
    find(text)


def find(text: str) -> None:
    """Look a text up as a name, taken at its word and while it is being typed."""
    from foods import search

    table = _table()
    decision = search.decide(text, table)
    assert decision.status in {"exact", "matched", "ask", "none"}
    assert (decision.food_id is not None) == (decision.status in {"exact", "matched"})
    search.search(text, table)


def check_time(text: str) -> None:
    """Assert that a text repeated takes at most its share of time longer."""
    from foods.meal import split
    from foods.quantity import parse
    from foods.quantity_text import LONGEST_TEXT

    text = text[: LONGEST_TEXT // TIMES]
    work: tuple[Callable[[str], object], ...] = (parse, split, find)
    for do in work:
        one, many = _seconds(do, text), _seconds(do, text * TIMES)
        if many > LEAST_SECONDS:
            assert many <= STEEPEST * TIMES * max(one, 1e-4), f"{do.__name__}: {one} s, {many} s"


def _seconds(do: Callable[[str], object], text: str) -> float:
    best = math.inf
    for _ in range(3):
        begin = time.process_time()
        do(text)
        best = min(best, time.process_time() - begin)
    return best


@functools.cache
def _table() -> "FoodTable":
    from foods.composition import FoodTable

    return FoodTable.bundled()


def one_input(data: bytes) -> None:
    """Make a text of bytes: characters of any kind, or pieces of phrases; then check it."""
    if not data:
        return
    kind, rest = data[0], data[1:]
    if kind < 96:
        text = rest.decode("utf-8", "surrogateescape")
    elif kind < 128:
        text = rest.decode("utf-16-le", "surrogatepass" if len(rest) % 2 == 0 else "replace")
    else:
        text = _of_pieces(rest)
    check(text)
    if sum(data) % EVERY == 0 and text:
        check_time(text)


def _of_pieces(rest: bytes) -> str:
    parts: list[str] = []
    for byte in rest:
        if byte < len(PIECES):
            parts.append(PIECES[byte])
        parts.append(" " if byte % 8 else "")
    return "".join(parts)


def by_hypothesis(examples: int) -> None:
    """Check as many texts as asked for without guidance."""
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    pieces = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(st.text(max_size=200), pieces, st.binary(max_size=100).map(str)))
    def run(text: str) -> None:
        check(text)

    run()


def main() -> None:
    """Fuzz until told to stop."""
    if sys.argv[1:2] == ["--hypothesis"]:
        by_hypothesis(int(sys.argv[2]))
        return
    import atheris  # not among the project's dependencies

    with atheris.instrument_imports(include=["foods"]):
        check("1 cup milk")
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
