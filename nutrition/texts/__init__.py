"""Every text of the pages and reports, in every language, in one place.

`say("message-id", language, **values)` fills one message. The messages lie beside this file in
Fluent files (projectfluent.org), one folder a language and one file a subject: `en/sheet.ftl`,
`de/sheet.ftl`. English is complete; a message that another language lacks is said in English.

Message ids
    Lower case with hyphens, the subject first: `red-flag-seizure`, `sheet-days`. An id stands in
    one file only. A data row `cause,sleep` is said by `cause-sleep-name`, `cause-sleep-mechanism`.
    Values are `{ $name }`: `{ $intake }`. Whole numbers given as numbers take the thousands mark
    of the language by themselves; give anything else ready made by `number` and `date`.
    Where a word bends with a number, let Fluent choose:

        sheet-days = { $days ->
            [one] { $days } day
           *[other] { $days } days
        }

To add a language
    1. Copy the folder `en` to the code of the language, say `fr`; nothing else has to be told.
    2. Translate what stands right of the `=`. Leave ids and `{ $values }` as they are; their order
       in the sentence is free. Plural branches are those of the language (CLDR names).
    3. Say no more than the English does: no verdict on health, no dose, no comfort beside a
       warning sign. Have a person who treats patients in that language read `red_flags.ftl`.
    4. Run `pytest tests/nutrition/test_texts.py`: it names every id and value that is missing.
       It reads each sentence against forbidden patterns, which a new language needs at the top of
       that file, and against a list of approved sentences; a changed or new one fails until a
       person has read it and approved it there.
    Numbers and dates need no work: they follow the language's own habits (Unicode CLDR).
"""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from foods.errors import MgcaError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from babel import Locale
    from babel.numbers import NumberPattern
    from fluent.runtime import FluentBundle
    from fluent.syntax import ast

__all__ = [
    "ENGLISH",
    "TextError",
    "date",
    "language_for",
    "languages",
    "messages",
    "number",
    "say",
    "subjects",
    "variables",
]

ENGLISH = "en"
"""The language that is complete and that others fall back to."""

NOT_KNOWN = "value-not-known"
"""What stands where a number or date is missing: unknown is not zero."""

_START = re.compile(r"^(?P<id>[A-Za-z][\w-]*) *=", re.MULTILINE | re.ASCII)


class TextError(MgcaError, LookupError):
    """A message, a language or a value of a message that is not there."""


def say(message_id: str, language: str = ENGLISH, /, **values: object) -> str:
    """Say one message.

    Args:
        message_id: Id of the message, as in the .ftl files.
        language: A code of `languages()`.
        values: The values that the message names; numbers as numbers choose the plural.

    Returns:
        Plain text, without isolation marks. Values are set in as they are: whoever writes HTML
        or spreadsheets escapes them there.

    Raises:
        TextError: No such message or language, or a value is missing.
    """
    for spoken in (_known(language), ENGLISH):
        if message_id in _sources(spoken):
            return _format(message_id, spoken, values)
    raise TextError(
        f"There is no text {message_id!r}.",
        hint="Add it to the .ftl file of its subject, in English first.",
        message_id=message_id,
    )


def number(value: float | None, language: str = ENGLISH, digits: int = 0) -> str:
    """Write a number as the language does: 1,234.5 in English, 1.234,5 in German.

    Args:
        value: The number; None or NaN where it is not known.
        language: A code of `languages()`.
        digits: Digits after the decimal mark, always all of them.

    Returns:
        The number, or the words of `value-not-known`.

    Raises:
        TextError: No such language.
    """
    if value is None or math.isnan(value):
        return say(NOT_KNOWN, language)
    # A rounded -0.4 is 0, not "-0".
    rounded = round(value, digits) or 0
    return str(_pattern(digits).apply(rounded, _locale(_known(language))))


def date(value: dt.date | None, language: str = ENGLISH) -> str:
    """Write a date as the language does: Nov 22, 2026; 22.11.2026.

    Args:
        value: The date; None where it is not known.
        language: A code of `languages()`.

    Returns:
        The date, or the words of `value-not-known`.

    Raises:
        TextError: No such language.
    """
    if value is None:
        return say(NOT_KNOWN, language)
    from babel.dates import format_date

    return format_date(value, format="medium", locale=_known(language))


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have texts, English first."""
    found = sorted(
        room.name
        for room in files(__package__).iterdir()
        if room.is_dir() and any(entry.name.endswith(".ftl") for entry in room.iterdir())
    )
    return (ENGLISH, *(code for code in found if code != ENGLISH))


def language_for(locale: str | None) -> str:
    """The language to speak to somebody whose system or browser says `locale`.

    Args:
        locale: Like de-AT, de_DE.UTF-8 or en; None where nothing is said.

    Returns:
        A code of `languages()`: that language where there are texts, else English.
    """
    code = (locale or "").replace("_", "-").split("-")[0].lower()
    return code if code in languages() else ENGLISH


def messages(language: str = ENGLISH) -> dict[str, str]:
    """The patterns of all messages of one language, for reading and testing.

    Args:
        language: A code of `languages()`.

    Returns:
        Message id to pattern, as written right of the `=`, in the order of the files.

    Raises:
        TextError: No such language.
    """
    from fluent.syntax.serializer import serialize_pattern

    return {
        message_id: serialize_pattern(entry.value).strip()
        for message_id, entry in _entries(_known(language)).items()
        if entry.value is not None
    }


def subjects(language: str = ENGLISH) -> dict[str, str]:
    """The subject of each message: the name of its file.

    Args:
        language: A code of `languages()`.

    Returns:
        Message id to subject, like red_flags or sheet.

    Raises:
        TextError: No such language.
    """
    return dict(_subjects(_known(language)))


def variables(language: str = ENGLISH) -> dict[str, frozenset[str]]:
    """The values that each message of one language names.

    Args:
        language: A code of `languages()`.

    Returns:
        Message id to the names of its values, in any branch.

    Raises:
        TextError: No such language.
    """
    return dict(_variables(_known(language)))


def _known(language: str) -> str:
    if language in languages():
        return language
    raise TextError(
        f"There are no texts in the language {language!r}.",
        hint=f"There are: {', '.join(languages())}.",
        language=language,
    )


def _format(message_id: str, language: str, values: dict[str, object]) -> str:
    pattern, named = _message(message_id, language)
    text, errors = _bundle(language).format_pattern(pattern, values)
    missing = sorted(name for name in named if values.get(name) is None)
    if missing or errors:
        told = f"it needs {', '.join(missing)}" if missing else str(errors[0])
        raise TextError(
            f"The text {message_id!r} cannot be said: {told}.",
            hint="Give every value that the message names.",
            message_id=message_id,
            missing=missing,
        )
    return str(text)


@cache
def _pattern(digits: int) -> NumberPattern:
    from babel.numbers import parse_pattern

    return parse_pattern("#,##0" + ("." + "0" * digits if digits else ""))


@cache
def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(language)


@cache
def _bundle(language: str) -> FluentBundle:
    from fluent.runtime import FluentBundle

    # Isolation marks are invisible characters that break searching in PDFs and CSV files.
    return FluentBundle([language], use_isolating=False)


@cache
def _message(message_id: str, language: str) -> tuple[Any, frozenset[str]]:
    """The pattern of one message and the values it names; parsed when it is first said."""
    from fluent.syntax import FluentParser, ast

    file, text = _sources(language)[message_id]
    entry = _checked(FluentParser(with_spans=False).parse_entry(text), f"{language}/{file}")
    bundle = _bundle(language)
    bundle.add_resource(ast.Resource([entry]))
    return bundle.get_message(message_id).value, frozenset(_named(entry))


@cache
def _sources(language: str) -> dict[str, tuple[str, str]]:
    """File and written text of each message; a message begins where a line is not indented."""
    found = {}
    for name, text in _files(language):
        starts = list(_START.finditer(text))
        ends = [start.start() for start in starts[1:]] + [len(text)]
        for start, end in zip(starts, ends, strict=True):
            found[start["id"]] = (name, text[start.start() : end])
    return found


def _files(language: str) -> Iterator[tuple[str, str]]:
    """Name and text of the Fluent files of one language, by name."""
    for source in sorted((files(__package__) / language).iterdir(), key=lambda each: each.name):
        if source.name.endswith(".ftl"):
            yield source.name, source.read_text(encoding="utf-8")


def _checked(entry: Any, file: str) -> ast.Message:
    """The entry, where it is a message with a text.

    Raises:
        TextError: It is not; the error names the file.
    """
    from fluent.syntax import ast

    if isinstance(entry, ast.Message) and entry.value is not None and not entry.attributes:
        return entry
    said = getattr(entry, "content", None) or getattr(entry, "id", entry)
    raise TextError(
        f"{file}: cannot read {str(said)[:80]!r}.",
        hint="Write each message as `id = text`, further lines indented.",
        file=file,
    )


@cache
def _entries(language: str) -> dict[str, ast.Message]:
    """All messages of one language by id; errors name the file."""
    return {entry.id.name: entry for _, entry in _read(language)}


@cache
def _subjects(language: str) -> dict[str, str]:
    return {entry.id.name: subject for subject, entry in _read(language)}


@cache
def _read(language: str) -> tuple[tuple[str, ast.Message], ...]:
    """Subject and message, in the order of the files."""
    from fluent.syntax import FluentParser, ast

    parse = FluentParser(with_spans=False).parse
    found: dict[str, tuple[str, ast.Message]] = {}
    for name, text in _files(language):
        for each in parse(text).body:
            if isinstance(each, ast.BaseComment):
                continue
            entry = _checked(each, f"{language}/{name}")
            if entry.id.name in found:
                raise TextError(
                    f"{language}/{name}: {entry.id.name!r} stands twice.",
                    hint="Keep one of the two.",
                    file=name,
                )
            found[entry.id.name] = (name.removesuffix(".ftl"), entry)
    return tuple(found.values())


@cache
def _variables(language: str) -> dict[str, frozenset[str]]:
    entries = _entries(language).items()
    return {message_id: frozenset(_named(entry)) for message_id, entry in entries}


def _named(node: Any) -> Iterator[str]:
    from fluent.syntax import ast

    if isinstance(node, ast.VariableReference):
        yield node.id.name
    elif isinstance(node, ast.BaseNode):
        for part in vars(node).values():
            yield from _named(part)
    elif isinstance(node, list):
        for part in node:
            yield from _named(part)
