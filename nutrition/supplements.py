"""Supplements and medicines that hold calcium or magnesium: a label → rows of the Diary.

Labels state elemental milligrams; the mass of a compound is converted only where somebody says
that the label states it, by the elemental share in `data/supplement_compounds.csv`
(stoichiometry). A name that stands for several salts or hydrates ("magnesium citrate") is a
question with a low and a high end, never a guess.
"""

import csv
import functools
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foods.errors import MgcaError
from foods.nutrients import MINERALS
from nutrition.diary import SUPPLEMENTS
from nutrition.frequency import DAILY, Frequency, read_frequency

DATA = Path(__file__).parent / "data"
HEAVIEST_TABLET_MG = 3_000.0
"""Tablets to be swallowed weigh less; more compound in one is asked about, never refused."""
MOST_A_DAY_MG = {"calcium_mg": 3_206.0, "magnesium_mg": 2_000.0}
"""Most that labels of medicines allow a day [elemental mg]; more is asked about, never refused.

Calcium: 160 mEq, antacids without prescription, 21 CFR 331.11(d). Magnesium: 4,800 mg magnesium
hydroxide (60 ml), the label of milk of magnesia, which counts 500 mg magnesium in 15 ml.
"""
LABEL = "label, elemental as labels state it"
STATED_AS = ("elemental", "compound")
ALIKE = 1e-9


class SupplementError(MgcaError, ValueError):
    """A supplement that is entered in a way that cannot be counted."""


@dataclass(frozen=True)
class Compound:
    """One salt of calcium or magnesium, with its water of crystallisation.

    Attributes:
        compound: Full name: "trimagnesium dicitrate nonahydrate".
        family: What a label calls it: "magnesium citrate".
        words: Other names.
        mineral: ``calcium_mg`` or ``magnesium_mg``.
        molar_mass: Molar mass [g/mol].
        elemental_share: Share of the mineral in the mass [fraction].
        other_forms: Whether forms that are not on record are sold under the family's name.
        medicine_uses: Uses as a medicine: "antacid", "laxative", "phosphate binder".
        source: Where the share comes from.
        confidence: How sure it is.
    """

    compound: str
    family: str
    words: tuple[str, ...]
    mineral: str
    molar_mass: float
    elemental_share: float
    other_forms: bool
    medicine_uses: tuple[str, ...]
    source: str
    confidence: str


@dataclass(frozen=True)
class LabelLine:
    """What a label states of one mineral.

    Attributes:
        mineral: ``calcium_mg`` or ``magnesium_mg``.
        amount_mg: The stated amount [mg]; None where the label names the mineral without one.
        stated_as: ``elemental`` (the default, as labels state it) or ``compound``.
        compound: The compound, where the label names it.
    """

    mineral: str
    amount_mg: float | None
    stated_as: str = "elemental"
    compound: str = ""


@dataclass(frozen=True)
class Supplement:
    """A supplement or medicine as its label and its taker describe it.

    Attributes:
        name: What it is called.
        lines: What the label states, a line a mineral.
        kind: ``supplement`` or ``medicine`` (antacids and laxatives too).
        stated_for: Tablets, scoops or ml that the label's amounts are for.
        taken: Tablets, scoops or ml taken at a time.
        frequency: How often.
        free_of: Minerals that its taker knows are not in it: a true zero. A mineral that the
            label is silent on is unknown otherwise.
    """

    name: str
    lines: tuple[LabelLine, ...]
    kind: str = "supplement"
    stated_for: float = 1.0
    taken: float = 1.0
    frequency: Frequency = DAILY
    free_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class MineralTaken:
    """One mineral of a supplement; amounts are elemental.

    Attributes:
        mineral: ``calcium_mg`` or ``magnesium_mg``.
        dose_mg: In one dose [mg]; None while it is unknown or a question.
        dose_low_mg: Least it may be [mg]; None where nothing is known.
        dose_high_mg: Most it may be [mg].
        day_taken_mg: On a day it is taken [mg].
        average_mg: A day, averaged over the week [mg].
        average_low_mg: Least that may be [mg].
        average_high_mg: Most that may be [mg].
        reason: ``stated_elemental``, ``from_compound``, ``which_compound`` (a question, see
            ``choices``), ``form_not_stated`` (a question with no bounds), ``no_amount``,
            ``not_on_label`` or ``free_of``.
        source: Where the amount comes from.
        choices: For the two questions, the compounds on record that the name may mean.
        questions: ``is_it_compound_mass``: so much elemental mineral would make a tablet of over
            `HEAVIEST_TABLET_MG`, even of the compound that holds most of it;
            ``beyond_daily_maximum``: the doses of a day come to more than `MOST_A_DAY_MG`.
    """

    mineral: str
    dose_mg: float | None
    dose_low_mg: float | None
    dose_high_mg: float | None
    day_taken_mg: float | None
    average_mg: float | None
    average_low_mg: float | None
    average_high_mg: float | None
    reason: str
    source: str = ""
    choices: tuple[Compound, ...] = ()
    questions: tuple[str, ...] = ()


@functools.cache
def compounds() -> tuple[Compound, ...]:
    """Give every compound with a known elemental share, as the data file orders them."""
    with (DATA / "supplement_compounds.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Compound(
                row["compound"],
                row["family"],
                _split(row["words"]),
                row["mineral"],
                float(row["molar_mass_g_mol"]),
                float(row["elemental_percent"]) / 100,
                row["other_forms"] == "yes",
                _split(row["medicine_uses"]),
                row["source"],
                row["confidence"],
            )
            for row in csv.DictReader(file)
        )


def named(name: str) -> tuple[Compound, ...]:
    """Find the compounds that a name may mean.

    Args:
        name: "calcium carbonate", "magnesium citrate", "Epsom salt".

    Returns:
        The one compound of that full name; else all of that family or other name; empty where
        none is on record.
    """
    key = _key(name)
    exact = tuple(c for c in compounds() if _key(c.compound) == key)
    return exact or tuple(
        c for c in compounds() if key and key in {_key(c.family), *map(_key, c.words)}
    )


def is_medicine(name: str) -> bool:
    """Say whether a compound is also used as a medicine: an antacid, laxative or binder."""
    return any(compound.medicine_uses for compound in named(name))


def minerals_of(supplement: Supplement) -> dict[str, MineralTaken]:
    """Work out the elemental calcium and magnesium of a supplement.

    Args:
        supplement: As described.

    Returns:
        Both minerals by column name. What the label is silent on is unknown, not zero.

    Raises:
        SupplementError: Another kind than supplement or medicine, an amount that is negative or
            not finite, a mineral named twice, a compound of the other mineral, or a compound
            mass of an unknown compound.
    """
    _check(supplement)
    found = {}
    for mineral in MINERALS:
        lines = [line for line in supplement.lines if line.mineral == mineral]
        if lines:
            found[mineral] = _taken(lines[0], supplement)
        elif mineral in supplement.free_of:
            found[mineral] = _scaled(mineral, 0.0, 0.0, 0.0, supplement, reason="free_of")
        else:
            found[mineral] = _scaled(mineral, None, None, None, supplement, reason="not_on_label")
    return found


def diary_row(supplement: Supplement, *, person_id: str, day: str) -> dict[str, Any]:
    """Write the Diary row of a day on which a supplement is taken.

    Args:
        supplement: As described.
        person_id: Who.
        day: Which day.

    Returns:
        ``person_id, day, food, amount, unit, kind`` and the minerals [mg] it carries for the
        whole row; null while unknown or a question.

    Raises:
        SupplementError: As `minerals_of` does.
    """
    minerals = minerals_of(supplement)
    return {
        "person_id": person_id,
        "day": day,
        "food": supplement.name,
        "amount": supplement.taken * supplement.frequency.times_a_day,
        "unit": "",
        "kind": supplement.kind,
        **{mineral: taken.day_taken_mg for mineral, taken in minerals.items()},
    }


def _check(supplement: Supplement) -> None:
    if supplement.kind not in SUPPLEMENTS:
        raise SupplementError(
            f"{supplement.name} is of kind {supplement.kind!r}.",
            hint=f"Choose one of {', '.join(SUPPLEMENTS)}.",
            kind=supplement.kind,
        )
    for amount in (supplement.stated_for, supplement.taken):
        if not 0 < amount < math.inf:
            raise SupplementError(
                f"{supplement.name}: {amount:g} is no number of tablets or scoops.",
                hint="Give how many the label's amounts are for, and how many are taken.",
            )
    names = [line.mineral for line in supplement.lines]
    wrong = sorted({n for n in names if n not in MINERALS or names.count(n) > 1})
    wrong += sorted(set(names) & set(supplement.free_of))
    if wrong:
        raise SupplementError(
            f"{supplement.name} states {', '.join(wrong)} more than once, or it is no mineral "
            "of this program.",
            hint=f"Give one line for each of {', '.join(MINERALS)}.",
            minerals=wrong,
        )


def _taken(line: LabelLine, supplement: Supplement) -> MineralTaken:
    if line.stated_as not in STATED_AS:
        raise SupplementError(
            f"{supplement.name}: {line.stated_as!r} is no way of stating an amount.",
            hint=f"Choose one of {', '.join(STATED_AS)}.",
        )
    if line.amount_mg is None:
        return _scaled(line.mineral, None, None, None, supplement, reason="no_amount")
    if not 0 <= line.amount_mg < math.inf:
        raise SupplementError(
            f"{supplement.name}: {line.amount_mg:g} mg is no amount.",
            hint="Give the milligrams on the label, or leave them out where it states none.",
        )
    per_dose = line.amount_mg * supplement.taken / supplement.stated_for
    candidates = named(line.compound)
    if any(c.mineral != line.mineral for c in candidates):
        raise SupplementError(
            f"{supplement.name}: {line.compound} holds no {line.mineral.removesuffix('_mg')}.",
            hint="Choose the mineral that the compound holds.",
        )
    if line.stated_as == "elemental":
        each = line.amount_mg / supplement.stated_for
        may_be = candidates or tuple(c for c in compounds() if c.mineral == line.mineral)
        lightest = min(each / c.elemental_share for c in may_be)
        questions = ("is_it_compound_mass",) if lightest > HEAVIEST_TABLET_MG else ()
        return _scaled(
            line.mineral, per_dose, per_dose, per_dose, supplement, reason="stated_elemental",
            source=LABEL, questions=questions,
        )  # fmt: skip
    return _from_compound(line, per_dose, candidates, supplement)


def _from_compound(
    line: LabelLine, per_dose: float, candidates: tuple[Compound, ...], supplement: Supplement
) -> MineralTaken:
    if not candidates:
        raise SupplementError(
            f"{supplement.name}: the elemental share of {line.compound or 'no compound'!r} is not "
            "on record.",
            hint="Enter the elemental amount that the label states, or name the compound in full.",
            compound=line.compound,
        )
    shares = sorted(c.elemental_share for c in candidates)
    low, high = per_dose * shares[0], per_dose * shares[-1]
    in_full = _key(line.compound) in map(_key, (c.compound for c in candidates))
    sources = "; ".join(dict.fromkeys(f"{c.source} ({c.confidence})" for c in candidates))
    if not in_full and any(c.other_forms for c in candidates):
        return _scaled(
            line.mineral, None, None, None, supplement, reason="form_not_stated",
            source=sources, choices=candidates,
        )  # fmt: skip
    if high - low <= ALIKE * high:
        return _scaled(
            line.mineral, high, high, high, supplement, reason="from_compound", source=sources
        )
    return _scaled(
        line.mineral, None, low, high, supplement, reason="which_compound", source=sources,
        choices=candidates,
    )  # fmt: skip


def _scaled(
    mineral: str,
    dose: float | None,
    low: float | None,
    high: float | None,
    supplement: Supplement,
    *,
    reason: str,
    source: str = "",
    choices: tuple[Compound, ...] = (),
    questions: tuple[str, ...] = (),
) -> MineralTaken:
    often = supplement.frequency

    def times(amount: float | None, factor: float) -> float | None:
        return None if amount is None else amount * factor

    if (times(dose if dose is not None else low, often.times_a_day) or 0) > MOST_A_DAY_MG[mineral]:
        questions = (*questions, "beyond_daily_maximum")
    return MineralTaken(
        mineral,
        dose,
        low,
        high,
        times(dose, often.times_a_day),
        times(dose, often.doses_a_day),
        times(low, often.doses_a_day),
        times(high, often.doses_a_day),
        reason,
        source,
        choices,
        questions,
    )


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


__all__ = [
    "Compound",
    "Frequency",
    "LabelLine",
    "MineralTaken",
    "Supplement",
    "SupplementError",
    "compounds",
    "diary_row",
    "is_medicine",
    "minerals_of",
    "named",
    "read_frequency",
]
