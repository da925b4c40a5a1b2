"""What clients are called in files: their code, and their name where only one goes by it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from nutrition.store import Person, Screening, Store, records

CODE = "person_id"
"""The question under which a client's ``person_id`` in files is kept: which code have they?"""


def codes(store: Store) -> dict[int, str]:
    """Return the ``person_id`` that clients have in files, by client; who has none is left out."""
    return {
        one.person_id: str(one.answer)
        for one in records(store, Screening)
        if one.question == CODE and one.answer
    }


def code_of(person_id: int, code: str) -> Screening:
    """Return the record that keeps a client's code."""
    return Screening(person_id=person_id, question=CODE, answer=code)


def by_key(people: Iterable[Person], known: Mapping[int, str]) -> dict[str, Person]:
    """Return whom a ``person_id`` of a file means.

    Args:
        people: The clients.
        known: What `codes` gave.

    Returns:
        Code → client, and name → client where one client alone has that name and it is nobody's
        code. A word that may mean two clients means none.
    """
    people = tuple(people)
    coded = _alone((known.get(one.id or 0, ""), one) for one in people)
    return _alone((one.name.strip(), one) for one in people) | coded


def told_apart(people: Iterable[Person], known: Mapping[int, str]) -> tuple[Person, ...]:
    """Return clients under names that tell them apart, to show: "Maria Huber (102)".

    Args:
        people: The clients.
        known: What `codes` gave; who shares a name and has no code is told by their number.
    """
    people = tuple(people)
    held = Counter(one.name.strip().casefold() for one in people)
    return tuple(
        replace(one, name=f"{one.name.strip()} ({known.get(one.id or 0, one.id)})")
        if one.name.strip() and held[one.name.strip().casefold()] > 1
        else one
        for one in people
    )


def _alone(named: Iterable[tuple[str, Person]]) -> dict[str, Person]:
    pairs = [(word, one) for word, one in named if word]
    counted = Counter(word for word, _ in pairs)
    return {word: one for word, one in pairs if counted[word] == 1}
