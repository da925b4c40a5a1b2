"""Who needs attention first, and why: one row a client, by a rule that is written down here.

The level of a client is the first of `LEVELS` that applies:

1. a ticked warning sign of the first tier, then of the second;
2. a circumstance that comes before any figure (kidney disease, pregnancy … : ``first`` in
   `data/contexts.csv`);
3. intake above an upper level on what that level counts, then probably above;
4. any other circumstance (diabetes, coeliac disease …);
5. intake very likely, then likely below the requirement;
6. records that are sound and cannot tell;
7. records too poor to tell: no complete day, less than 80 % of what was eaten with a value and
   the lower bound not enough, or implausible reported energy. Not the worst: they need better
   records;
8. no reference for this person; then likely, then very likely meeting the requirement.

Of two minerals the one that needs more decides. Within a level: the smaller probability first,
then the larger gap as a part of the reference, then the id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from nutrition.adequacy.averages import checked_days, numbers
from nutrition.adequacy.plausibility import ADULT_MONTHS
from nutrition.people import person_key
from nutrition.report.build import CONFIDENCE_Z, POOR_KNOWN_SHARE
from nutrition.screening import all_contexts, all_red_flags
from nutrition.texts import ENGLISH, number, say

if TYPE_CHECKING:
    from collections.abc import Mapping

LEVELS = (
    "emergency-sign",
    "doctor-sign",
    "context-first",
    "above-upper-level",
    "likely-above-upper-level",
    "context",
    "below",
    "likely-below",
    "cannot-tell",
    "needs-better-records",
    "not-defined",
    "likely-meets",
    "meets",
)
"""Ids of the levels, the most urgent first."""

SUBJECTS = ("calcium", "magnesium")
SEPARATOR = "|"
WELL_KNOWN_SHARE = 0.95
"""Known share of the weight eaten from which nothing is said about missing values (METHODS)."""

MOST_A_DAY = {"grams": 20_000.0, "calcium_mg": 10_000.0, "magnesium_mg": 5_000.0}
"""Beyond any reported day [g, mg]: a wrong unit or amount is likelier."""

VERDICTS = {
    "below": "below",
    "likely_below": "likely-below",
    "cannot_tell": "cannot-tell",
    "not_defined": "not-defined",
    "likely_meets": "likely-meets",
    "meets": "meets",
}

COLUMNS = (
    "priority",
    "person_id",
    "name",
    "level",
    "reasons",
    "days",
    *(
        f"{subject}_{what}"
        for subject in SUBJECTS
        for what in (
            "mg",
            "at_least",
            "known_share",
            "probability",
            "verdict",
            "ul_status",
            "gap_mg",
            "change_mg",
        )
    ),
    "energy_flag",
    "data_quality",
    "changed",
    "contexts",
    "red_flags",
)
"""Columns of the triage table, in order; `triage` says what each holds."""


def triage(
    days: pd.DataFrame,
    assessment: pd.DataFrame,
    people: pd.DataFrame,
    previous: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Sort clients by need, with the reasons.

    Args:
        days: The Days table.
        assessment: What `nutrition.adequacy.assess` gives for calcium and magnesium; with
            ``energy_flag`` as `nutrition.judgement.judge` adds it, else energy is not assessed.
        people: person_id; optional name, condition, age_months [months], and ``contexts`` and
            ``red_flags``: ids joined by ``|``. Pregnancy and an age under 18 are circumstances
            whether or not ``contexts`` names them.
        previous: The assessment of last time, to say what changed.

    Returns:
        One row a person of the assessment with `COLUMNS`, sorted: priority (1 first), level (of
        `LEVELS`), reasons, data_quality and changed (ids joined by ``|``), amounts [mg/d],
        known_share and probability [fraction], gap_mg to the recommended or adequate intake
        [mg/d], change_mg since last time [mg/d; empty where either is a lower bound].
        probability is that of meeting the requirement; a lower bound where at_least.

    Raises:
        DiaryError: The days lack a column or hold an unknown day_state.
    """
    wide = _wide(assessment)
    table = wide.merge(_people(people), on="person_id", how="left")
    table = table.merge(_day_facts(days), on="person_id", how="left")
    for column in ("name", "contexts", "red_flags"):
        table[column] = table[column].fillna("").astype(object)
    low, high = (table["energy_flag"].eq(end) for end in ("low", "high"))
    needs = pd.DataFrame(index=table.index)
    poor = {}
    for subject in SUBJECTS:
        poor[subject] = _poor(table, subject)
        verdict = table[f"{subject}_verdict"].map(VERDICTS)
        meets = verdict.isin(["meets", "likely-meets"])
        # Too little reported energy hides intake, too much overstates it; never the other way.
        doubtful = low & verdict.isin(["below", "likely-below", "cannot-tell"])
        doubtful |= high & (meets | verdict.eq("cannot-tell"))
        thin = (poor[subject] & ~meets & verdict.ne("not-defined")) | doubtful
        thin |= table[f"{subject}_reason"].eq("no_day")
        needs[subject] = verdict.mask(thin, "needs-better-records").map(LEVELS.index)
    signs = _reasons_of(table)
    level = needs.min(axis=1).to_numpy(dtype=int)
    for at in ("context", "likely-above-upper-level", "above-upper-level", "context-first",
               "doctor-sign", "emergency-sign"):  # fmt: skip
        level = np.where(signs[at], LEVELS.index(at), level)
    table["level"] = np.array(LEVELS, dtype=object)[level]
    table["reasons"] = _joined(_reasons(table, needs, level))
    table["data_quality"] = _joined(_quality(table, poor))
    table["changed"] = _joined(_changes(table, previous))
    table["_level"] = level
    probabilities = table[[f"{subject}_probability" for subject in SUBJECTS]]
    table["_chance"] = probabilities.min(axis=1).fillna(2.0)
    gaps = [-(table[f"{s}_gap_mg"] / table[f"{s}_aim_mg"]).fillna(-np.inf) for s in SUBJECTS]
    table["_gap"] = pd.concat(gaps, axis=1).min(axis=1)
    table = table.sort_values(["_level", "_chance", "_gap", "person_id"], kind="stable")
    table["priority"] = range(1, len(table) + 1)
    return table.reset_index(drop=True).loc[:, list(COLUMNS)]


def told(row: Mapping[str, Any], language: str = ENGLISH) -> dict[str, str]:
    """Say a row of the triage table.

    Args:
        row: The row.
        language: A code of `nutrition.texts.languages()`.

    Returns:
        level, reasons, data_quality and changed in words; reasons end with a full stop.
    """
    said = {"level": say(f"triage-level-{row['level']}", language)}
    reasons = [_reason(one, row, language) for one in _split(row["reasons"])]
    said["reasons"] = "; ".join(reasons) + "." if reasons else ""
    for column, start in (("data_quality", "triage-quality"), ("changed", "triage-changed")):
        said[column] = "; ".join(say(f"{start}-{one}", language) for one in _split(row[column]))
    return said


def _reason(one: str, row: Mapping[str, Any], language: str) -> str:
    kind, _, rest = one.partition(":")
    if kind == "sign":
        return say("triage-reason-sign", language, sign=say(f"red-flag-{rest}", language))
    if kind == "context":
        return say(f"context-{rest}", language)
    if kind == "energy":
        return say(f"triage-quality-energy-{rest}", language)
    values = {"mineral": say(f"mineral-{rest}", language)}
    amount = row.get(f"{rest}_mg")
    if kind in ("below", "likely-below", "cannot-tell") and amount is not None:
        values["amount"] = number(float(amount), language)
    return say(f"triage-reason-{kind}", language, **values)


def _split(ids: Any) -> list[str]:
    return [one for one in str(ids or "").split(SEPARATOR) if one]


def _wide(assessment: pd.DataFrame) -> pd.DataFrame:
    """One row a person: what the two rows of the assessment say, side by side."""
    parts = []
    for subject in SUBJECTS:
        rows = assessment[assessment["nutrient"].eq(f"{subject}_mg")]
        aim = rows["target_mg"].fillna(rows["rda_mg"]).fillna(rows["ai_mg"])
        part = pd.DataFrame(
            {
                "person_id": rows["person_id"].to_numpy(),
                f"{subject}_days": rows["days"].to_numpy(),
                f"{subject}_mg": numbers(rows["intake_mg"]),
                f"{subject}_at_least": rows["probability_is_at_least"].to_numpy(bool),
                f"{subject}_known_share": numbers(rows["known_share"]),
                f"{subject}_unknown_items": numbers(rows["unknown_items"]),
                f"{subject}_probability": numbers(rows["probability_adequate"]),
                f"{subject}_verdict": rows["verdict"].to_numpy(),
                f"{subject}_reason": rows["reason"].to_numpy(),
                f"{subject}_ul_status": rows["ul_status"].to_numpy(),
                f"{subject}_aim_mg": numbers(aim),
                f"{subject}_gap_mg": numbers(aim) - numbers(rows["intake_mg"]),
                f"{subject}_sd_mg": numbers(rows["sd_day_mg"]),
            }
        )
        if subject == SUBJECTS[0]:
            flags = rows.get("energy_flag")
            part["energy_flag"] = "not_assessed" if flags is None else flags.to_numpy()
            part["energy_flag"] = part["energy_flag"].fillna("not_assessed")
        parts.append(part)
    wide = parts[0].merge(parts[1], on="person_id", how="outer", sort=False)
    counted = wide[[f"{subject}_days" for subject in SUBJECTS]].astype("Float64")
    wide["days"] = counted.max(axis=1).astype("Int64")
    return wide


def _people(people: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame({"person_id": person_key(people["person_id"])}, index=people.index)
    for column in ("name", "condition", "contexts", "red_flags"):
        given = people[column] if column in people else pd.Series("", index=people.index)
        table[column] = given.astype("string").fillna("").astype(object)
    age = numbers(people["age_months"]) if "age_months" in people else np.full(len(people), np.nan)
    pregnant = np.where(table["condition"].eq("pregnant"), "pregnancy", "")
    minor = np.where(age < ADULT_MONTHS, "under-18", "")
    named = zip(pregnant, table["contexts"], minor, strict=True)
    table["contexts"] = [
        SEPARATOR.join(dict.fromkeys(_split(SEPARATOR.join(map(str, parts))))) for parts in named
    ]
    return table.drop(columns="condition").drop_duplicates("person_id")


def _day_facts(days: pd.DataFrame) -> pd.DataFrame:
    checked = checked_days(days, [f"{subject}_mg" for subject in SUBJECTS])
    complete = checked["day_state"].eq("complete")
    items = checked["items"].where(complete) if "items" in checked else np.nan
    amounts = [
        checked[column].astype("float64").gt(most)
        for column, most in MOST_A_DAY.items()
        if column in checked
    ]
    unknown = [
        numbers(checked[column]) > 0
        for column in (f"{subject}_supplement_unknown_items" for subject in SUBJECTS)
        if column in checked
    ]
    facts = pd.DataFrame(
        {
            "person_id": checked["person_id"],
            "items": items,
            "partial": (~complete).astype("int64"),
            "amounts": np.logical_or.reduce(amounts),
            "habitual": complete & checked["day"].isna(),
            "supplements": np.logical_or.reduce(unknown) if unknown else False,
        }
    )
    groups = facts.groupby("person_id", sort=False)
    return pd.DataFrame(
        {
            "items": groups["items"].sum(min_count=1),
            "partial": groups["partial"].sum(),
            "amounts": groups["amounts"].any(),
            "habitual": groups["habitual"].any(),
            "supplements": groups["supplements"].any(),
        }
    ).reset_index()


def _poor(table: pd.DataFrame, subject: str) -> pd.Series:
    """As `nutrition.report.poor`, for all at once."""
    unknown, items = table[f"{subject}_unknown_items"], numbers(table["items"])
    by_items = 1 - unknown / pd.Series(items, index=table.index).replace(0, np.nan)
    share = table[f"{subject}_known_share"].fillna(by_items)
    thin = table[f"{subject}_at_least"] & ~share.ge(POOR_KNOWN_SHARE)
    unset = table[f"{subject}_verdict"].eq("not_defined")
    nothing = table[f"{subject}_mg"].isna() & (~unset | table[f"{subject}_reason"].eq("no_day"))
    return nothing | thin


def _reasons_of(table: pd.DataFrame) -> dict[str, pd.Series]:
    """Whether a warning sign, circumstance or upper level applies, by level."""
    tiers = {flag.id: flag.tier for flag in all_red_flags()}
    first = {context.id: context.first for context in all_contexts()}
    ticked, contexts = table["red_flags"].map(_split), table["contexts"].map(_split)

    def has(ids: pd.Series, wanted: set[str]) -> pd.Series:
        return ids.map(lambda some: bool(wanted & set(some))).astype(bool)

    statuses = table[[f"{subject}_ul_status" for subject in SUBJECTS]]
    return {
        "emergency-sign": has(ticked, {one for one, tier in tiers.items() if tier == 1}),
        "doctor-sign": has(ticked, {one for one, tier in tiers.items() if tier != 1}),
        "context-first": has(contexts, {one for one, is_first in first.items() if is_first}),
        "context": has(contexts, {one for one, is_first in first.items() if not is_first}),
        "above-upper-level": statuses.isin(["above"]).any(axis=1),
        "likely-above-upper-level": statuses.isin(["likely_above"]).any(axis=1),
    }


def _reasons(
    table: pd.DataFrame, needs: pd.DataFrame, decided: np.ndarray[Any, Any]
) -> list[pd.Series]:
    """Ids of what speaks for looking at a client, the weightiest first; empty where none."""
    found = [
        table["red_flags"].map(lambda ids: SEPARATOR.join(f"sign:{one}" for one in _split(ids))),
        table["contexts"].map(lambda ids: SEPARATOR.join(f"context:{one}" for one in _split(ids))),
    ]
    for status in ("above", "likely_above"):
        for subject in SUBJECTS:
            applies = table[f"{subject}_ul_status"].eq(status)
            reason = f"{status.replace('_', '-')}-upper-level:{subject}"
            found.append(pd.Series(np.where(applies, reason, ""), index=table.index))
    for at, level in enumerate(LEVELS):
        if at < LEVELS.index("below"):
            continue
        # What meets the requirement is no reason to look at somebody for another.
        counts = decided >= at if level in ("likely-meets", "meets") else True
        for subject in SUBJECTS:
            said = np.where(needs[subject].eq(at) & counts, f"{level}:{subject}", "")
            found.append(pd.Series(said, index=table.index))
    energy = table["energy_flag"].where(table["energy_flag"].isin(["low", "high"]))
    found.append(("energy:" + energy).fillna(""))
    return found


def _quality(table: pd.DataFrame, poor: dict[str, pd.Series]) -> list[pd.Series]:
    """Ids of what to know about the record itself."""
    days = table["days"].fillna(0).astype("int64")
    at_least = table[[f"{subject}_at_least" for subject in SUBJECTS]].any(axis=1)
    some = [
        table[f"{subject}_at_least"] & ~table[f"{subject}_known_share"].ge(WELL_KNOWN_SHARE)
        for subject in SUBJECTS
    ]
    habitual = table["habitual"].fillna(False).astype(bool)
    recorded = table[[f"{subject}_mg" for subject in SUBJECTS]].notna().any(axis=1)
    many = (poor["calcium"] | poor["magnesium"]) & at_least
    tests = {
        "no-complete-day": ~recorded,
        "one-day": days.eq(1),
        "many-values-missing": many,
        "values-missing": (some[0] | some[1]) & ~many,
        "supplements-unknown": table["supplements"].fillna(False).astype(bool),
        "days-left-out": table["partial"].fillna(0).gt(0),
        "habitual": habitual,
        "amounts": table["amounts"].fillna(False).astype(bool),
        "energy-low": table["energy_flag"].eq("low"),
        "energy-high": table["energy_flag"].eq("high"),
    }
    return [pd.Series(np.where(test, name, ""), index=table.index) for name, test in tests.items()]


def _changes(table: pd.DataFrame, previous: pd.DataFrame | None) -> list[pd.Series]:
    """Ids of what changed, and the columns ``…_change_mg``."""
    found = []
    for subject in SUBJECTS:
        table[f"{subject}_change_mg"] = np.nan
    if previous is None:
        return [pd.Series("", index=table.index)]
    before = table[["person_id"]].merge(_wide(previous), on="person_id", how="left")
    before.index = table.index
    new = before["calcium_verdict"].isna() & before["magnesium_verdict"].isna()
    found.append(pd.Series(np.where(new, "new", ""), index=table.index))
    for subject in SUBJECTS:
        lower = table[f"{subject}_at_least"] | before[f"{subject}_at_least"].eq(True)
        change = (table[f"{subject}_mg"] - before[f"{subject}_mg"]).mask(lower)
        table[f"{subject}_change_mg"] = change
        counts = [numbers(frame[f"{subject}_days"]) for frame in (table, before)]
        with np.errstate(divide="ignore"):
            error = table[f"{subject}_sd_mg"] * np.sqrt(1 / counts[0] + 1 / counts[1])
        beyond = change.abs().gt(CONFIDENCE_Z * error)
        for test, way in ((change.gt(0), "up"), (change.lt(0), "down")):
            reason = np.where(beyond & test, f"{subject}-{way}", "")
            found.append(pd.Series(reason, index=table.index))
        old, now = before[f"{subject}_verdict"], table[f"{subject}_verdict"]
        other = old.notna() & old.ne(now)
        found.append(pd.Series(np.where(other, f"{subject}-verdict", ""), index=table.index))
    return found


def _joined(parts: list[pd.Series]) -> list[str]:
    rows = zip(*(part.tolist() for part in parts), strict=True)
    return [SEPARATOR.join(one for one in row if one) for row in rows]
