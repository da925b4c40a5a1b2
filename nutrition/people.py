"""Who the people are: sex, age in months, pregnancy and lactation, survey design."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foods.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


COLUMNS = (
    "person_id",
    "sex",
    "age_years",
    "age_months",
    "condition",
    "trimester",
    "weight_kg",
    "survey_weight",
    "stratum",
    "psu",
)
"""Columns of the people table, in this order; columns of the file's own follow."""

SEXES = {
    "female": "female",
    "f": "female",
    "woman": "female",
    "girl": "female",
    "2": "female",
    "male": "male",
    "m": "male",
    "man": "male",
    "boy": "male",
    "1": "male",
}
"""Words for sex; the digits are those of ISO/IEC 5218 and NHANES: 1 male, 2 female."""

CONDITIONS = {
    "": ("none", None),
    "none": ("none", None),
    "no": ("none", None),
    "pregnant": ("pregnant", None),
    "pregnancy": ("pregnant", None),
    "pregnancy_t1": ("pregnant", 1),
    "pregnancy_t2": ("pregnant", 2),
    "pregnancy_t3": ("pregnant", 3),
    "lactating": ("lactating", None),
    "lactation": ("lactating", None),
    "breastfeeding": ("lactating", None),
}
NHANES = {
    "person_id": "seqn",
    "sex": "riagendr",
    "age_years": "ridageyr",
    "stratum": "sdmvstra",
    "psu": "sdmvpsu",
}
"""House names → columns of the demographics file of NHANES (National Center for Health
Statistics); RIDEXPRG 1 is pregnant."""
OLDEST_YEARS = 120
LONGEST_CELL = 100_000
"""Longest text in one cell of a people file [characters]: the longest note that is kept."""
_NUMBERS = ("weight_kg", "survey_weight")


def read_people(
    source: pd.DataFrame | str | Path, *, record_date: date | str | None = None
) -> pd.DataFrame:
    """Read who the people of a diary are.

    Args:
        source: A frame, or the path of a CSV file (UTF-8; comma or semicolon), with the
            columns person_id, sex (see `SEXES`), and age_years [years, decimals allowed] or
            birth_date (YYYY-MM-DD) with record_date; optional condition or life_stage (see
            `CONDITIONS`), trimester (1 to 3), weight_kg [kg], survey_weight, stratum, psu.
            Others are kept.
        record_date: Date of the record where the table has no column record_date.

    Returns:
        One row a person with the columns `COLUMNS`, then the file's own. Rows that cannot be
        used are left out; `read_people_and_rejects` returns them with their reasons.

    Raises:
        DiaryError: The file cannot be read, a needed column is missing, or a cell of the file has
            more than `LONGEST_CELL` characters.
    """
    return read_people_and_rejects(source, record_date=record_date)[0]


def read_people_and_rejects(
    source: pd.DataFrame | str | Path,
    *,
    record_date: date | str | None = None,
    columns: Mapping[str, str] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read people, and the rows that cannot be used with their reasons.

    Args:
        source: As for `read_people`.
        record_date: As for `read_people`.
        columns: House name → the file's column, such as survey_weight → WTDR2D; names of
            the file that are house names, or those of NHANES (`NHANES`), need none.

    Returns:
        The people, and the rejects with source_row (1 for the first row below the header),
        reason, and the columns of the file as text.

    Raises:
        DiaryError: As for `read_people`.
    """
    raw = _read(source, columns or {})
    text = pd.DataFrame(
        {name: raw[name].astype("string").str.strip().fillna("") for name in raw.columns},
        index=raw.index,
    )
    out = pd.DataFrame(index=raw.index)
    reasons: pd.Series = pd.Series("", index=raw.index, dtype="object")

    def reject(rows: pd.Series, reason: pd.Series | str) -> None:
        new = rows & reasons.eq("")
        reasons[new] = reason if isinstance(reason, str) else reason[new]

    out["person_id"] = person_key(raw["person_id"])
    reject(out["person_id"].eq(""), "person_id is empty")
    reject(
        out["person_id"].duplicated() & out["person_id"].ne(""),
        "person_id " + out["person_id"] + " stands in an earlier row",
    )
    out["sex"] = _drop_point_zero(text["sex"]).str.lower().map(SEXES)
    reject(
        out["sex"].isna(),
        "sex '" + text["sex"] + "' is neither female nor male (f, m, or 1 male, 2 female)",
    )
    years, months, wrong_age = _ages(text, record_date)
    out["age_years"], out["age_months"] = years, months
    neither = out["sex"].isna() & reasons.str.startswith("sex") & wrong_age.ne("")
    reasons[neither] += "; " + wrong_age[neither]
    reject(wrong_age.ne(""), wrong_age)
    told = "condition" if "condition" in text or "life_stage" not in text else "life_stage"
    words = _column(text, told).str.lower().str.replace(" ", "_")
    trimester = _drop_point_zero(_column(text, "trimester"))
    out["condition"] = words.map({word: stage for word, (stage, _) in CONDITIONS.items()})
    spoken = words.map({word: str(third or "") for word, (_, third) in CONDITIONS.items()}).fillna(
        ""
    )
    third = trimester.where(trimester.ne(""), spoken)
    out["trimester"] = pd.to_numeric(
        third.where(third.isin(["1", "2", "3"]) & out["condition"].eq("pregnant")),
        errors="coerce",
    ).astype("Int64")
    reject(
        out["condition"].isna(),
        "condition '" + words + "' is none of none, pregnant, lactating",
    )
    reject(
        trimester.ne("") & out["condition"].isin(["none", "lactating"]),
        "trimester '" + trimester + "' without condition pregnant",
    )
    reject(~third.isin(["", "1", "2", "3"]), "trimester '" + trimester + "' is not 1, 2 or 3")
    reject(
        out["condition"].isin(["pregnant", "lactating"]) & out["sex"].eq("male"),
        "condition " + words + " with sex male",
    )
    for name in _NUMBERS:
        value, wrong = _number(_column(text, name))
        out[name] = value
        bad = wrong | value.lt(0) | (value.eq(0) if name == "weight_kg" else False)
        reject(bad, f"{name} '" + _column(text, name) + "' is not a positive number")
    for name in ("stratum", "psu"):
        code = _drop_point_zero(_column(text, name))
        out[name] = code.where(code.ne(""))
    known = set(out.columns) | {"birth_date", "record_date"}
    for name in raw.columns:
        if name not in known:
            out[name] = raw[name]
    good = reasons.eq("")
    rejects = text[~good].copy()
    rejects.insert(0, "reason", reasons[~good])
    rejects.insert(0, "source_row", [i + 1 for i, ok in enumerate(good) if not ok])
    return out[good].reset_index(drop=True), rejects.reset_index(drop=True)


def people_columns(source: pd.DataFrame | str | Path, columns: Mapping[str, str]) -> list[str]:
    """Names of the columns that a people table has once it is read; its rows are not read.

    Args:
        source: As for `read_people`.
        columns: As for `read_people_and_rejects`.

    Raises:
        DiaryError: As for `read_people`.
    """
    own = [str(name) for name in _read(source, columns, rows=0).columns]
    return list(dict.fromkeys([*COLUMNS, *own]))


def person_key(values: pd.Series) -> pd.Series:
    """Person identifiers as text; whole numbers lose a trailing `.0`, nothing else changes.

    Args:
        values: Identifiers as text or numbers.

    Returns:
        Text; empty where the identifier is missing.
    """
    return _drop_point_zero(values.astype("string").str.strip().fillna(""))


def _drop_point_zero(text: pd.Series) -> pd.Series:
    return text.str.replace(r"^(\d+)\.0+$", r"\1", regex=True)


def _column(text: pd.DataFrame, name: str) -> pd.Series:

    return text[name] if name in text else pd.Series("", index=text.index, dtype="string")


def _renamed(raw: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """Give columns their house names: those mapped first, then those of NHANES."""
    present = {str(name).lower(): name for name in raw.columns}
    lacking = [
        f"{name} ({house})" for house, name in columns.items() if name.lower() not in present
    ]
    if lacking:
        raise DiaryError(
            f"The people table has no column {', '.join(lacking)}.",
            hint=f"It has {', '.join(map(str, raw.columns))}.",
            missing=lacking,
        )
    out = raw.copy()
    for house, name in columns.items():
        out[house] = raw[present[name.lower()]]
    if "person_id" in out or "seqn" not in present:
        return out
    for house, name in NHANES.items():
        if house not in out and name in present:
            out[house] = raw[present[name]]
    if "ridexprg" in present and "condition" not in out:
        pregnant = _drop_point_zero(raw[present["ridexprg"]].astype("string").fillna("")).eq("1")
        out["condition"] = pregnant.map({True: "pregnant", False: "none"})
    return out


def _read(
    source: pd.DataFrame | str | Path, columns: Mapping[str, str], *, rows: int | None = None
) -> pd.DataFrame:
    if isinstance(source, pd.DataFrame):
        raw = source.reset_index(drop=True)
        where = "The people table"
    else:
        path = Path(source)
        where = path.name
        try:
            with path.open(encoding="utf-8-sig") as handle:
                header = handle.readline()
            separator = ";" if header.count(";") > header.count(",") else ","
            raw = pd.read_csv(
                path,
                sep=separator,
                dtype="string",
                encoding="utf-8-sig",
                keep_default_na=False,
                nrows=rows,
            )
        except (OSError, UnicodeDecodeError, ValueError) as error:
            raise DiaryError(
                f"{path} cannot be read as a table of people: {error}.",
                hint="Give a CSV file in UTF-8 with the columns person_id, sex, age_years.",
                path=str(path),
            ) from error
        raw.columns = [str(name).strip().lower() for name in raw.columns]
        _check_cells(raw, path)
    raw = _renamed(raw, columns)
    missing = [name for name in ("person_id", "sex") if name not in raw]
    if "age_years" not in raw and "birth_date" not in raw:
        missing.append("age_years (or birth_date)")
    if missing:
        raise DiaryError(
            f"{where} lacks {', '.join(missing)}.",
            hint=f"It has {', '.join(map(str, raw.columns)) or 'no columns'}.",
            missing=missing,
        )
    return raw


def _check_cells(raw: pd.DataFrame, path: Path) -> None:
    """Refuse a cell that nothing after this could keep, show or print."""
    if path.stat().st_size <= LONGEST_CELL:
        return
    for name in raw.columns:
        lengths = raw[name].str.len()
        if lengths.gt(LONGEST_CELL).any():
            row = int(lengths.argmax())
            raise DiaryError(
                f"{path.name}, row {row + 2}: {name} has {lengths.iloc[row]:,} characters; "
                f"{LONGEST_CELL:,} can be read.",
                hint="Shorten the text, or keep it in a file of its own.",
                file=path.name,
                column=name,
            )


def _number(text: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Numbers, decimal comma allowed, and where text is none."""
    value = pd.to_numeric(text.str.replace(",", "."), errors="coerce").astype("float64")
    value = value.where(value.abs() < math.inf)
    return value, text.ne("") & value.isna()


def _ages(
    text: pd.DataFrame, record_date: date | str | None
) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Age in years and completed months, and what is wrong with it."""
    stated = _column(text, "age_years")
    years, wrong = _number(stated)
    reason = pd.Series("", index=text.index, dtype="object")
    reason[wrong] = "age_years '" + stated[wrong] + "' is not a number"
    months: pd.Series = pd.Series(np.floor(years * 12 + 1e-6), index=text.index)
    from_birth = stated.eq("")
    birth_text = _column(text, "birth_date")
    record_text = _column(text, "record_date")
    if record_date is not None:
        record_text = record_text.where(record_text.ne(""), str(record_date))
    birth = pd.to_datetime(birth_text, format="%Y-%m-%d", errors="coerce")
    record = pd.to_datetime(record_text, format="%Y-%m-%d", errors="coerce")
    since = (record.dt.year - birth.dt.year) * 12 + record.dt.month - birth.dt.month
    full = since.astype("float64") - (record.dt.day < birth.dt.day).astype("float64")
    months = months.mask(from_birth, full)
    years = years.mask(from_birth, (record - birth).dt.days / 365.25)
    reason[from_birth & birth_text.eq("")] = "neither age_years nor birth_date"
    given = from_birth & birth_text.ne("")
    reason[given & record.isna()] = "birth_date without the date of the record (record_date)"
    reason[given & birth.isna()] = "birth_date '" + birth_text + "' is not YYYY-MM-DD"
    impossible = reason.eq("") & ~months.between(0, OLDEST_YEARS * 12)
    reason[impossible] = f"age outside 0 to {OLDEST_YEARS} years"
    months, years = months.mask(impossible), years.mask(impossible)
    return years, months.astype("Int64"), reason
