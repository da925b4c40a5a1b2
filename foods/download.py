"""Fetch one file over HTTP: resumed where it was cut, retried where refused, checked at the end.

Nothing here is called unless somebody asks for a download. The half-received file stays beside
the target as `.part`, so that the next call goes on where this one was cut.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse
from urllib3.util.retry import Retry

from foods.errors import MgcaError

MOST_BYTES = 2_000_000_000
"""No release that is asked for comes near this size [bytes]."""
CHUNK = 1 << 14
"""Bytes written at a time: as many as a cut can cost."""
ATTEMPTS = 5
"""A transfer that is cut is taken up again so often, as long as it moves on."""
PATIENCE = 60.0
"""Longest pause [s] that a server may ask for; a longer one is told instead of waited."""
TIMEOUT = (10.0, 60.0)
"""Seconds to connect, and between two pieces of an answer [s]."""
BACKOFF = 0.5
REFUSALS = (429, 500, 502, 503, 504)
WEB_PAGE = (b"<!doctype", b"<html", b"<head", b"<?xml")

Progress = Callable[[int, int | None], None]
"""Called with the bytes received so far and, where it is known, the bytes of the whole file."""


class DownloadError(MgcaError, OSError):
    """A file that cannot be fetched, or is not what was asked for."""


@dataclass(frozen=True)
class Download:
    """A file that was fetched.

    Attributes:
        path: Where it lies.
        url: Where it came from.
        sha256: Hash of its content.
        size: Its size [bytes].
        retrieved: When it was fetched, UTC, ISO 8601.
    """

    path: Path
    url: str
    sha256: str
    size: int
    retrieved: str


class _Patient(Retry):
    """Retry that honours Retry-After up to `PATIENCE` and says so beyond."""

    def sleep_for_retry(self, response: BaseHTTPResponse) -> bool:
        wait = self.get_retry_after(response)
        if wait is not None and wait > PATIENCE:
            raise DownloadError(
                f"The server allows no request for {_duration(wait)} (HTTP {response.status}).",
                hint="Try again then.",
                retry_after=wait,
            )
        return super().sleep_for_retry(response)


def session(*, backoff: float = BACKOFF) -> requests.Session:
    """Give a session that tries again after 429 and 5xx, with growing pauses.

    Args:
        backoff: First pause [s]; each further one is twice as long.

    Returns:
        The session; close it, or use it in a `with`.
    """
    made = requests.Session()
    retry = _Patient(
        total=ATTEMPTS,
        connect=1,
        read=2,
        backoff_factor=backoff,
        status_forcelist=REFUSALS,
        allowed_methods={"GET"},
        raise_on_status=False,
    )
    for scheme in ("https://", "http://"):
        made.mount(scheme, HTTPAdapter(max_retries=retry))
    made.headers["User-Agent"] = "mgca"
    return made


def fetch(
    url: str,
    target: str | Path,
    *,
    sha256: str | None = None,
    most_bytes: int = MOST_BYTES,
    progress: Progress | None = None,
    http: requests.Session | None = None,
) -> Download:
    """Fetch a file.

    Args:
        url: Its address.
        target: Where it shall lie; an older file there is replaced once the new one is whole.
        sha256: The hash it must have, where one is known.
        most_bytes: A larger file is refused [bytes].
        progress: Called after each piece.
        http: Session to use; `session()` when None.

    Returns:
        The file, its hash and when it was fetched.

    Raises:
        DownloadError: No network, a refusal, a web page instead of a file, a file too large, or
            one with another hash.
    """
    _check_address(url)
    target = Path(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    if http is None:
        with session() as own:
            _receive_whole(own, url, part, most_bytes, progress)
    else:
        _receive_whole(http, url, part, most_bytes, progress)
    found = sha256_of(part)
    if sha256 is not None and found != sha256:
        _forget(part)
        raise DownloadError(
            f"{url} has sha256 {found}, not {sha256}: it is damaged or another file.",
            hint="Try again; if it stays so, the release was replaced: check its page.",
            url=url,
            sha256=found,
        )
    size = part.stat().st_size
    part.replace(target)
    _forget(part)
    return Download(target, url, found, size, datetime.now(UTC).isoformat(timespec="seconds"))


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        sound = False
    if not sound:
        raise DownloadError(
            f"{url!r} is not a web address.",
            hint="It begins with https:// and names a server.",
            url=url,
        )


def sha256_of(path: Path) -> str:
    """Give the sha256 of a file's content, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def no_network(url: str, error: Exception, hint: str = "") -> DownloadError:
    """Give the error for a server that cannot be reached.

    Args:
        url: What was asked for.
        error: What the network said.
        hint: What to do about it.
    """
    for inner in error.args:
        if isinstance(inner, DownloadError):  # ours, which requests wrapped as it passed
            return inner
    host = urlsplit(url).hostname
    return DownloadError(
        f"{host} cannot be reached: {_cause(error)}.",
        hint=hint or "Is this machine online? All but downloads and look-ups works without.",
        url=url,
    )


def _receive_whole(
    http: requests.Session, url: str, part: Path, most_bytes: int, progress: Progress | None
) -> None:
    idle = 0
    while True:
        before = _size(part)
        try:
            _receive(http, url, part, most_bytes, progress)
        except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ConnectionError) as e:
            idle = 0 if _size(part) > before else idle + 1
            if idle == ATTEMPTS:
                raise DownloadError(
                    f"{url} was cut {ATTEMPTS} times without a byte coming through: {_cause(e)}.",
                    hint="Run the same command again: it goes on where it was cut.",
                    url=url,
                ) from e
        else:
            return


def _receive(
    http: requests.Session, url: str, part: Path, most_bytes: int, progress: Progress | None
) -> None:
    have, mark = _size(part), _mark(part)
    headers = {"Accept-Encoding": "identity"}
    if have and mark.exists():
        headers |= {"Range": f"bytes={have}-", "If-Range": mark.read_text(encoding="utf-8")}
    try:
        answer = http.get(url, headers=headers, stream=True, timeout=TIMEOUT)
    except requests.RequestException as error:
        raise no_network(url, error) from error
    with answer:
        resumed = answer.status_code == requests.codes.partial_content and answer.headers.get(
            "Content-Range", ""
        ).startswith(f"bytes {have}-")
        if answer.status_code == requests.codes.requested_range_not_satisfiable:
            _forget(part)
            raise requests.exceptions.ChunkedEncodingError("the server's file has changed")
        if not resumed:
            have = 0
            _forget(part)
            _check_answer(answer, url)
            _remember(answer, mark)
        length = answer.headers.get("Content-Length", "")
        total = have + int(length) if length.isdigit() else None
        _check_size(total or 0, most_bytes, url, part)
        with part.open("ab") as file:
            for chunk in answer.iter_content(CHUNK):
                if have == 0 and chunk.lstrip()[:9].lower().startswith(WEB_PAGE):
                    raise _web_page(url)
                have += len(chunk)
                _check_size(have, most_bytes, url, part)
                file.write(chunk)
                if progress is not None:
                    progress(have, total)


def _check_answer(answer: requests.Response, url: str) -> None:
    if answer.status_code != requests.codes.ok:
        raise DownloadError(
            f"{url}: the server answers {answer.status_code} {answer.reason}.",
            hint="Has the release moved? Fetch it by hand and give the file with --from.",
            url=url,
            status=answer.status_code,
        )
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        raise _web_page(url)


def _web_page(url: str) -> DownloadError:
    return DownloadError(
        f"{url} sends a web page instead of a file.",
        hint="Has the release moved, or is a login page in between? "
        "Fetch it by hand and give the file with --from.",
        url=url,
    )


def _check_size(size: int, most_bytes: int, url: str, part: Path) -> None:
    if size > most_bytes:
        _forget(part)
        raise DownloadError(
            f"{url} is larger than {most_bytes:,} bytes.",
            hint="No release is that large: check the address.",
            url=url,
            size=size,
        )


def _remember(answer: requests.Response, mark: Path) -> None:
    # A weak ETag does not promise the same bytes, so it must not join two halves.
    tag = answer.headers.get("ETag", "")
    validator = tag if tag.startswith('"') else answer.headers.get("Last-Modified", "")
    if validator:
        mark.write_text(validator, encoding="utf-8")


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    _mark(part).unlink(missing_ok=True)


def _mark(part: Path) -> Path:
    return part.with_name(f"{part.name}.validator")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _cause(error: BaseException) -> str:
    """Give the innermost reason, without the wrappings of three libraries."""
    reason = getattr(error, "reason", None)
    inner = error.args[0] if error.args else None
    for candidate in (reason, inner, error.__cause__):
        if isinstance(candidate, BaseException) and candidate is not error:
            return _cause(candidate)
    return str(error).split(": ")[-1].rstrip(".") or type(error).__name__


def _duration(seconds: float) -> str:
    minutes = seconds / 60.0
    return f"{seconds:.0f} seconds" if minutes < 2 else f"{minutes:.0f} minutes"  # noqa: PLR2004
