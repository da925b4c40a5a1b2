"""Settings: command line over environment (``MGCA_…``) over the user's file over defaults."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foods.errors import MgcaError


class SettingError(MgcaError, ValueError):
    """A setting that does not exist, or a value that it cannot have."""


@dataclass(frozen=True)
class Setting:
    """One setting.

    Attributes:
        name: Its name in the file; ``MGCA_`` and upper case in the environment.
        default: The value where nobody says otherwise.
        meaning: One sentence.
        choices: The values it can have; any text when empty.
    """

    name: str
    default: str
    meaning: str
    choices: tuple[str, ...] = ()


SETTINGS = (
    Setting("locale", "us", "Sizes of cups, pints and spoons.", ("us", "uk", "metric")),
    Setting("references", "NASEM", "Reference body for gaps and probabilities."),
    Setting("sd_source", "IOM 2000", "Source of the day-to-day standard deviation."),
    Setting("foods", "bundled", "Food table: bundled, or the name of an installed release."),
    Setting("engine", "duckdb", "Engine of batch.", ("duckdb", "polars", "pandas", "dask")),
    Setting("group_by", "sex,age_group", "Columns of the people that form groups, or none."),
    Setting("method", "nrc", "Method for usual intake of groups.", ("nrc", "nci")),
    Setting("variance_ratio", "", "Variance within over between persons, for one day a person."),
    Setting(
        "adjust_order",
        "auto",
        "Take the shift of later recalls out: auto where recalls are numbered by the survey.",
        ("auto", "on", "off"),
    ),
    Setting("seed", "1", "Seed of draws and bootstrap."),
    Setting("replicates", "100", "Bootstrap replicates of groups; 0 leaves errors out."),
    Setting("memory", "", "Memory limit of batch, such as 1GB; empty for DuckDB's own."),
)


@dataclass(frozen=True)
class Value:
    """What a setting is, and who said so."""

    value: str
    origin: str


def config_file() -> Path:
    """Return the path of the user's settings file; it need not exist."""
    from platformdirs import user_config_path  # slow to import

    return user_config_path("mgca", appauthor=False) / "config.toml"


def settings(
    given: Mapping[str, str | None] | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    file: Path | None = None,
) -> dict[str, Value]:
    """Return every setting with its origin.

    Args:
        given: What the command line says; None values are not said.
        environment: Environment variables; the process's own when None.
        file: Settings file; the user's own when None.

    Raises:
        SettingError: An unknown name in the file, or a value that is not a choice.
    """
    environment = os.environ if environment is None else environment
    path = config_file() if file is None else file
    stored = _stored(path)
    found = {}
    for setting in SETTINGS:
        variable = f"MGCA_{setting.name.upper()}"
        said = (given or {}).get(setting.name)
        if said is not None:
            value = Value(said, "command line")
        elif environment.get(variable):
            value = Value(environment[variable], variable)
        elif setting.name in stored:
            value = Value(str(stored[setting.name]), str(path))
        else:
            value = Value(setting.default, "default")
        if setting.choices and value.value not in setting.choices:
            raise SettingError(
                f"{setting.name} is {value.value!r} ({value.origin}).",
                hint=f"It can be {', '.join(setting.choices)}.",
            )
        found[setting.name] = value
    return found


def _stored(path: Path) -> dict[str, Any]:
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(
            f"The settings {path} cannot be read: {error}.", hint="Mend or delete the file."
        ) from error
    unknown = sorted(set(stored) - {setting.name for setting in SETTINGS})
    if unknown:
        raise SettingError(
            f"{path} names {', '.join(unknown)}, which is no setting.",
            hint=f"Settings: {', '.join(setting.name for setting in SETTINGS)}.",
        )
    return stored
