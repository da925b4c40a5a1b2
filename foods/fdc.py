"""FoodData Central over the network: search and food by id, only when somebody asks for it.

What is sent is the search words or the id, and the user's own key in the header `X-Api-Key`
(never in an address, so that no log and no cache holds it). Answers are kept on disk.

API: https://fdc.nal.usda.gov/api-guide, version 1. Keys are free; 1,000 requests an hour.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode, urlsplit

import requests

from foods.composition import FOOD_FIELDS, Food
from foods.download import REFUSALS, TIMEOUT, DownloadError, no_network, session
from foods.errors import MgcaError, UnknownFoodError
from foods.measures import Measure
from foods.nutrients import MINERALS
from foods.release_measures import UNDETERMINED, Portion, portion_of
from foods.release_rows import Contents, Row, derivations, number, wanted

API = "https://api.nal.usda.gov/fdc/v1/"
SIGN_UP = "https://fdc.nal.usda.gov/api-key-signup"
VARIABLE = "FDC_API_KEY"
KEPT = timedelta(days=30)
"""How long an answer on disk stands in for a new request."""
MOST_FOUND = 200
BRANDED = "Branded"
GRAMS = ("g", "grm")
GTIN_LENGTHS = (8, 12, 13, 14)
BY_VOLUME = "Its label values are per 100 ml and it states no weight: minerals per 100 g unknown."


@dataclass(frozen=True)
class FdcFood:
    """A food as FoodData Central states it.

    Attributes:
        fdc_id: Its id there.
        data_type: "Foundation", "SR Legacy", "Survey (FNDDS)", "Branded".
        published: Date of publication.
        food: The food, nutrients per 100 g; its id is "fdc:" and the number.
        measures: Its household measures, each of one.
        remark: What keeps its values from being used; "" otherwise.
    """

    fdc_id: int
    data_type: str
    published: str
    food: Food
    measures: tuple[Measure, ...]
    remark: str = ""


@dataclass(frozen=True)
class Allowance:
    """What the service still allows this key within the hour.

    Attributes:
        limit: Requests an hour, None where it was not said.
        remaining: Requests left, None where it was not said.
    """

    limit: int | None
    remaining: int | None


@dataclass(frozen=True)
class Answer:
    """One answer of the service.

    Attributes:
        body: The answer.
        fetched: When it was given, UTC, ISO 8601.
        from_disk: Whether nothing was sent for it.
    """

    body: dict[str, Any]
    fetched: str
    from_disk: bool


def key_of(environment: Mapping[str, str] | None = None) -> str:
    """Give the user's key.

    Args:
        environment: Environment variables; the process's own when None.

    Raises:
        DownloadError: `FDC_API_KEY` is not set.
    """
    key = (os.environ if environment is None else environment).get(VARIABLE, "").strip()
    if not key:
        raise DownloadError(
            f"A look-up at FoodData Central needs a key of your own: {VARIABLE} is not set.",
            hint=f"Keys are free: {SIGN_UP}. Then: export {VARIABLE}=…",
            variable=VARIABLE,
        )
    return key


class Client:
    """Search and look-up at FoodData Central.

    Args:
        key: The user's key; when None, `key_of` gives it once something is to be sent.
        base: Address of the API.
        cache: Folder for answers; the user's own when None.
        http: Session to use; one of our own when None.
    """

    def __init__(
        self,
        key: str | None = None,
        *,
        base: str = API,
        cache: str | Path | None = None,
        http: requests.Session | None = None,
    ) -> None:
        self._key = key
        self._base = f"{base.rstrip('/')}/"
        self._cache = Path(cache) if cache is not None else _cache_folder()
        self._http = http if http is not None else session()
        self.allowance = Allowance(None, None)

    def __enter__(self) -> Self:
        """Return the client."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the session."""
        self._http.close()

    @property
    def host(self) -> str:
        """Where requests are sent."""
        return urlsplit(self._base).hostname or self._base

    def search(self, name: str, *, limit: int = 5) -> list[FdcFood]:
        """Search foods by name.

        Args:
            name: The words that are sent.
            limit: At most so many foods.

        Returns:
            The foods in the service's order; their measures may be fewer than by id.

        Raises:
            DownloadError: No network, a key that is refused, or no requests left.
        """
        body = self.ask(*search_request(name, limit)).body
        return [_food(row) for row in body.get("foods", [])]

    def barcode(self, gtin: str) -> list[FdcFood]:
        """Search branded foods by the number under their barcode.

        Args:
            gtin: The number that is sent, as `gtin_of` reads it.

        Returns:
            Branded foods that carry this very number; leading zeros do not matter.

        Raises:
            DownloadError: As for `search`.
        """
        body = self.ask(*barcode_request(gtin)).body
        same = gtin.lstrip("0")
        return [
            _food(row)
            for row in body.get("foods", [])
            if str(row.get("gtinUpc") or "").strip().lstrip("0") == same
        ]

    def food(self, fdc_id: int) -> FdcFood:
        """Look up one food.

        Args:
            fdc_id: Its id.

        Returns:
            The food with all its measures.

        Raises:
            UnknownFoodError: There is no such id.
            DownloadError: As for `search`.
        """
        return _food(self.ask(*food_request(fdc_id)).body)

    def kept(self, path: str, parameters: Mapping[str, str]) -> Answer | None:
        """Give the answer that lies on disk, None where there is none or it is too old."""
        try:
            stored = json.loads(self._file(path, parameters).read_text(encoding="utf-8"))
            age = datetime.now(UTC) - datetime.fromisoformat(stored["fetched"])
            return Answer(stored["answer"], stored["fetched"], True) if age < KEPT else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def ask(self, path: str, parameters: Mapping[str, str]) -> Answer:
        """Give an answer, from disk or from the service.

        Args:
            path: Path below the API's address.
            parameters: What is asked; the key is not among them.

        Raises:
            UnknownFoodError: There is no such id.
            DownloadError: As for `search`.
        """
        stored = self.kept(path, parameters)
        if stored is not None:
            return stored
        body = self._send(path, parameters)
        made = Answer(body, datetime.now(UTC).isoformat(timespec="seconds"), False)
        file = self._file(path, parameters)
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(
            {"path": path, "asked": dict(parameters), "fetched": made.fetched, "answer": body}
        )
        pending = file.with_suffix(f".{os.getpid()}")
        pending.write_text(text, encoding="utf-8")
        pending.replace(file)
        return made

    def _send(self, path: str, parameters: Mapping[str, str]) -> dict[str, Any]:
        if self.allowance.remaining == 0:
            raise _exhausted(self.allowance)
        url = self._base + path
        key = self._key if self._key is not None else key_of()
        try:
            # A redirect could carry the key to another host.
            answer = self._http.get(
                url,
                params=parameters,
                headers={"X-Api-Key": key},
                timeout=TIMEOUT,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            raise no_network(url, error) from error
        self.allowance = Allowance(
            _count(answer.headers.get("X-RateLimit-Limit")),
            _count(answer.headers.get("X-RateLimit-Remaining")),
        )
        _check(answer, url, self.allowance)
        try:
            body = answer.json()
        except requests.JSONDecodeError as error:
            raise DownloadError(
                f"{self.host} sends a web page or half an answer instead of data.",
                hint="Is a login page in between? Try again later.",
                url=url,
            ) from error
        return body if isinstance(body, dict) else {"foods": body}

    def _file(self, path: str, parameters: Mapping[str, str]) -> Path:
        asked = f"{self._base}{path}?{urlencode(sorted(parameters.items()))}"
        return self._cache / f"{hashlib.sha256(asked.encode()).hexdigest()}.json"


def search_request(name: str, limit: int) -> tuple[str, dict[str, str]]:
    """Give the path and parameters of a search."""
    return "foods/search", {"query": name, "pageSize": str(max(1, min(limit, MOST_FOUND)))}


def barcode_request(gtin: str) -> tuple[str, dict[str, str]]:
    """Give the path and parameters of a search by barcode."""
    return "foods/search", {"query": gtin, "dataType": BRANDED, "pageSize": "10"}


def gtin_of(text: str) -> str | None:
    """Read the number under a barcode: GTIN-8, UPC-A, EAN-13 or GTIN-14 with its check digit.

    Args:
        text: As typed, spaces and hyphens allowed.

    Returns:
        Its digits; None where it is no such number or the check digit does not fit
        (GS1 General Specifications, section 7.9: weights 3 and 1 from the right).
    """
    digits = "".join(text.split()).replace("-", "")
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in GTIN_LENGTHS:
        return None
    weighted = sum(
        int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(digits))
    )
    return digits if weighted % 10 == 0 else None


def food_request(fdc_id: int) -> tuple[str, dict[str, str]]:
    """Give the path and parameters of a look-up."""
    return f"food/{int(fdc_id)}", {}


def _check(answer: requests.Response, url: str, allowance: Allowance) -> None:
    codes = requests.codes
    if answer.status_code == codes.ok:
        return
    if answer.status_code == codes.not_found:
        raise UnknownFoodError(
            f"FoodData Central has no {urlsplit(url).path.rpartition('/')[2]}.",
            hint="Search for it by name.",
            url=url,
        )
    if answer.status_code in (codes.unauthorized, codes.forbidden):
        raise DownloadError(
            f"FoodData Central refuses the key in {VARIABLE}.",
            hint=f"Check it, or get another: {SIGN_UP}.",
            status=answer.status_code,
        )
    if answer.status_code == codes.too_many_requests:
        raise _exhausted(allowance)
    passing = answer.status_code in REFUSALS
    raise DownloadError(
        f"FoodData Central answers {answer.status_code} {answer.reason}.",
        hint="Try again later." if passing else "Was the API changed? Please report it.",
        status=answer.status_code,
        url=url,
    )


def _exhausted(allowance: Allowance) -> MgcaError:
    stated = f" of {allowance.limit:,}" if allowance.limit is not None else ""
    return DownloadError(
        f"FoodData Central allows this key no further request within the hour{stated}.",
        hint="Try again in an hour; answers on disk go on working.",
        limit=allowance.limit,
    )


def _count(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdigit() else None


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("mgca", appauthor=False) / "fdc"


def _food(row: Row) -> FdcFood:
    fdc_id = int(row["fdcId"])
    published = str(row.get("publicationDate") or row.get("publishedDate") or "")
    data_type = str(row.get("dataType", ""))
    source = f"FoodData Central, {data_type}"
    serving_unit = str(row.get("servingSizeUnit") or "").lower()
    by_volume = data_type == BRANDED and serving_unit != "" and serving_unit not in GRAMS
    contents = Contents()
    made: Row = {
        "code": str(fdc_id),
        "description": str(row.get("description", "")).strip(),
        "aliases": str(row.get("brandName") or row.get("brandOwner") or ""),
        **({} if by_volume else _nutrients(row)),
    }
    derivations(made, source)
    contents.add(made, _category(row), _portions(row))
    about = {"food_id": f"fdc:{fdc_id}", "source": source, "release": published or "undated"}
    fields: dict[str, Any] = {name: (made | about).get(name) for name in FOOD_FIELDS}
    food = Food(**fields)
    measures = tuple(
        Measure(food.food_id, one["measure"], one["grams"], source) for one in contents.measures
    )
    return FdcFood(fdc_id, data_type, published, food, measures, BY_VOLUME if by_volume else "")


def _category(row: Row) -> str:
    wweia = row.get("wweiaFoodCategory") or {}
    if wweia.get("wweiaFoodCategoryDescription"):
        return str(wweia["wweiaFoodCategoryDescription"])
    category = row.get("foodCategory") or row.get("brandedFoodCategory") or ""
    return str(category.get("description", "") if isinstance(category, dict) else category)


def _nutrients(row: Row) -> Row:
    found: Row = {}
    ranks: dict[str, int] = {}
    for nutrient_id, unit, value, points, told in _stated(row):
        one = wanted(nutrient_id, unit)
        if one is None or value is None or ranks.get(one.column, one.rank) < one.rank:
            continue
        ranks[one.column] = one.rank
        found[one.column] = one.of(value)
        if one.column in MINERALS:
            name = one.column.removesuffix("_mg")
            found[f"{name}_n"] = None if points is None else int(points)
            found[f"{name}_derivation"] = told
    return found


def _stated(row: Row) -> Iterator[tuple[int, str, float | None, float | None, str]]:
    """Give id, unit, value, data points and derivation, from either shape of the service."""
    for one in row.get("foodNutrients") or []:
        inner = one.get("nutrient") or {}
        nutrient_id = inner.get("id") or one.get("nutrientId")
        unit = inner.get("unitName") or one.get("unitName") or ""
        if nutrient_id is None or not unit:
            continue
        told = one.get("foodNutrientDerivation") or {}
        code = told.get("code") or one.get("derivationCode") or ""
        words = told.get("description") or one.get("derivationDescription") or ""
        value = number(one.get("amount", one.get("value")))
        points = number(one.get("dataPoints"))
        yield int(nutrient_id), str(unit), value, points, f"{code}: {words}" if code else ""


def _portions(row: Row) -> list[Portion]:
    found = [
        portion_of(
            number(one.get("gramWeight")) or 0.0,
            description=str(one.get("portionDescription") or "").strip(),
            amount=number(one.get("amount")),
            unit=str((one.get("measureUnit") or {}).get("name") or UNDETERMINED),
            modifier=str(one.get("modifier") or "").strip(),
        )
        for one in row.get("foodPortions") or []
    ]
    found += [
        Portion(str(one.get("disseminationText") or ""), number(one.get("gramWeight")) or 0.0)
        for one in row.get("foodMeasures") or []
    ]
    serving = number(row.get("servingSize"))
    household = str(row.get("householdServingFullText") or "").strip().lower()
    if household and serving and str(row.get("servingSizeUnit")).lower() in GRAMS:
        found.append(Portion(household, serving))
    return found
