"""Fetching a file when the network is as it is."""

import hashlib

import pytest
import urllib3.util.retry
from fdc_server import Cut, FdcServer, Status

from foods.download import ATTEMPTS, CHUNK, PATIENCE, DownloadError, fetch, session

BODY = bytes(range(256)) * 2000
SHA256 = hashlib.sha256(BODY).hexdigest()
FILE = "FoodData_Central_survey_food_csv_2020-10-30.zip"


@pytest.fixture
def server():
    with FdcServer() as running:
        running.files[FILE] = BODY
        yield running


@pytest.fixture
def http():
    with session(backoff=0.0) as made:
        yield made


@pytest.fixture
def pauses(monkeypatch):
    made = []
    monkeypatch.setattr(urllib3.util.retry.time, "sleep", made.append)
    return made


@pytest.fixture
def get(server, http, tmp_path):
    def run(**options):
        return fetch(server.url + FILE, tmp_path / FILE, http=http, **options)

    return run


def left(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_arrives_whole_with_its_hash(get, tmp_path):
    seen = []
    got = get(sha256=SHA256, progress=lambda done, total: seen.append((done, total)))
    assert got.path.read_bytes() == BODY
    assert (got.sha256, got.size, got.url.rpartition("/")[2]) == (SHA256, len(BODY), FILE)
    assert seen == sorted(seen)
    assert seen[-1] == (len(BODY), len(BODY))
    assert left(tmp_path) == [FILE]


def test_it_needs_no_session_of_its_callers(server, tmp_path):
    assert fetch(server.url + FILE, tmp_path / FILE).sha256 == SHA256


def test_a_cut_connection_is_taken_up_where_it_broke(server, get):
    server.faults[FILE] = [Cut(6 * CHUNK), Cut(3 * CHUNK)]
    assert get().sha256 == SHA256
    assert server.ranges == [None, f"bytes={6 * CHUNK}-", f"bytes={9 * CHUNK}-"]
    assert server.asked[1].headers["If-Range"].startswith('"')


def test_without_a_validator_halves_are_never_joined(server, get):
    server.validators = False
    server.faults[FILE] = [Cut(6 * CHUNK)]
    assert get().sha256 == SHA256
    assert server.ranges == [None, None]


def test_a_file_that_changed_in_between_is_fetched_anew(server, get):
    server.faults[FILE] = [Cut(6 * CHUNK), *[Cut(0)] * ATTEMPTS]
    with pytest.raises(DownloadError, match="cut"):
        get()
    server.files[FILE] = BODY[::-1]
    assert get().path.read_bytes() == BODY[::-1]


def test_the_next_call_goes_on_with_what_is_there(server, get, tmp_path):
    server.faults[FILE] = [Cut(6 * CHUNK), *[Cut(0)] * ATTEMPTS]
    with pytest.raises(DownloadError, match="goes on where it was cut"):
        get()
    assert (tmp_path / f"{FILE}.part").stat().st_size == 6 * CHUNK
    server.asked.clear()
    assert get().sha256 == SHA256
    assert server.ranges == [f"bytes={6 * CHUNK}-"]
    assert left(tmp_path) == [FILE]


def test_a_part_that_is_already_whole_is_not_doubled(server, get, tmp_path):
    server.faults[FILE] = [Cut(6 * CHUNK), *[Cut(0)] * ATTEMPTS]
    with pytest.raises(DownloadError):
        get()
    (tmp_path / f"{FILE}.part").write_bytes(BODY)
    assert get().path.read_bytes() == BODY


def test_429_waits_as_long_as_the_server_says(server, get, pauses):
    server.faults[FILE] = [Status(429, {"Retry-After": "7"}), Status(503, {"Retry-After": "3"})]
    assert get().sha256 == SHA256
    assert pauses == [7, 3]


def test_an_hour_is_told_instead_of_waited(server, get, pauses):
    server.faults[FILE] = [Status(429, {"Retry-After": str(int(PATIENCE * 60))})]
    with pytest.raises(DownloadError, match="60 minutes") as told:
        get()
    assert told.value.fields["retry_after"] == 3600
    assert pauses == []
    assert len(server.asked) == 1


def test_500_is_tried_again(server, get):
    server.faults[FILE] = [Status(500), Status(502)]
    assert get().sha256 == SHA256
    assert len(server.asked) == 3


@pytest.mark.parametrize(("code", "requests"), [(500, ATTEMPTS + 1), (404, 1), (403, 1)])
def test_a_refusal_that_stays_is_named(server, get, tmp_path, code, requests):
    server.faults[FILE] = [Status(code)] * 20
    with pytest.raises(DownloadError, match=str(code)) as told:
        get()
    assert told.value.fields["status"] == code
    assert "--from" in told.value.hint
    assert len(server.asked) == requests
    assert left(tmp_path) == []


def test_another_hash_is_refused_and_nothing_stays(get, tmp_path):
    with pytest.raises(DownloadError, match=SHA256):
        get(sha256="0" * 64)
    assert left(tmp_path) == []


def test_an_older_file_stays_until_the_new_one_is_whole(get, tmp_path):
    (tmp_path / FILE).write_bytes(b"older")
    with pytest.raises(DownloadError):
        get(sha256="0" * 64)
    assert (tmp_path / FILE).read_bytes() == b"older"
    get(sha256=SHA256)
    assert (tmp_path / FILE).read_bytes() == BODY


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/zip"])
def test_a_web_page_instead_of_a_file_is_recognised(server, get, tmp_path, kind):
    server.content_type = kind
    server.files[FILE] = b"\r\n<!DOCTYPE html><html><title>Sign in</title></html>"
    with pytest.raises(DownloadError, match="web page"):
        get()
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("lengths", [True, False])
def test_a_file_beyond_the_limit_is_refused(server, get, tmp_path, lengths):
    server.lengths = lengths
    with pytest.raises(DownloadError, match="larger than 1,000 bytes"):
        get(most_bytes=1000)
    assert left(tmp_path) == []


def test_offline_is_said_plainly(tmp_path, http):
    with FdcServer() as gone:
        pass
    with pytest.raises(DownloadError, match=r"127\.0\.0\.1 cannot be reached") as told:
        fetch(gone.url + FILE, tmp_path / FILE, http=http)
    assert "online" in told.value.hint
    assert "Traceback" not in str(told.value)
    assert "HTTPConnection" not in str(told.value)
