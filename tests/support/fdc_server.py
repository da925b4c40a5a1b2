"""A local server that gives files and answers as FoodData Central does, faults on demand."""

import hashlib
import json
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit


@dataclass
class Cut:
    """The connection breaks after so many bytes of the body."""

    after: int


@dataclass
class Status:
    """A refusal, or any other answer than the file."""

    code: int
    headers: dict = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Asked:
    """A request as it came in."""

    path: str
    query: dict
    headers: dict


class FdcServer:
    """Serves `files` (path → bytes) and `answers` (path → value, sent as JSON).

    `faults[path]` is a list of `Cut` and `Status`; each request takes one away. `validators` and
    `lengths` can be turned off: then there is no ETag, or no Content-Length.
    """

    def __init__(self):
        self.files = {}
        self.answers = {}
        self.faults = {}
        self.asked = []
        self.headers = {}
        self.content_type = "application/zip"
        self.validators = True
        self.lengths = True
        self._server = _Quiet(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self):
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *error):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def ranges(self):
        """Range header of each request, None where it had none."""
        return [one.headers.get("Range") for one in self.asked]


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """A client that goes away in the middle is what some tests are about."""


def _handler(server):
    return type("Handler", (_Handler,), {"server_state": server})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_state = None

    def log_message(self, *words):
        pass

    def do_GET(self):
        state = self.server_state
        url = urlsplit(self.path)
        path = url.path.lstrip("/")
        state.asked.append(Asked(path, parse_qs(url.query), dict(self.headers)))
        faults = state.faults.get(path, [])
        fault = faults.pop(0) if faults else None
        if isinstance(fault, Status):
            self.reply(fault.code, fault.body, fault.headers)
        elif path in state.answers:
            body = json.dumps(state.answers[path]).encode()
            self.reply(200, body, {"Content-Type": "application/json"})
        elif path in state.files:
            self.send_file(state.files[path], fault)
        else:
            self.reply(404, b"not here", {})

    def reply(self, code, body, headers):
        self.send_response(code)
        for name, value in {**self.server_state.headers, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_file(self, content, fault):
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        start = 0
        asked, condition = self.headers.get("Range"), self.headers.get("If-Range")
        if asked and condition in (None, tag):
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            if start >= len(content):
                self.reply(416, b"", {"Content-Range": f"bytes */{len(content)}"})
                return
        self.send_response(206 if start else 200)
        if start:
            span = f"bytes {start}-{len(content) - 1}/{len(content)}"
            self.send_header("Content-Range", span)
        self.send_headers(tag, len(content) - start)
        if isinstance(fault, Cut):
            self.close_connection = True
            content = content[: start + fault.after]
        self.wfile.write(content[start:])

    def send_headers(self, tag, length):
        state = self.server_state
        self.send_header("Content-Type", state.content_type)
        if state.validators:
            self.send_header("ETag", tag)
            self.send_header("Accept-Ranges", "bytes")
        if state.lengths:
            self.send_header("Content-Length", str(length))
        else:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
