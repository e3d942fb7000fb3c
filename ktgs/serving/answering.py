"""The server: paths to what the workshop has of them, and the one address of ours at which browsers wait."""

from __future__ import annotations

import json
import mimetypes
import socket
import sys
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from ipaddress import ip_address
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from markupsafe import escape

from ktgs.serving.looks import Look
from ktgs.serving.workshop import Ask, Watch, Workshop

OURS = "_ktgs/"
SCRIPT, CHANGES = f"{OURS}live.js", f"{OURS}changes"
_INDEX = "index.html"
_WAIT = 20.0  # seconds that a browser waits in one request
_KINDS = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}


def kind_of(path: str) -> str:
    """Return the content type of a file of the site."""
    ending = path[path.rfind(".") :]
    kind = _KINDS.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if ending in _KINDS else kind


def with_script(content: bytes, look: Look) -> bytes:
    """Return a page with the script that listens for changes; it says what the page is made of."""
    tag = f'<script src="/{SCRIPT}" data-made="{look.made}" defer></script>\n'
    return content.replace(b"</head>", tag.encode() + b"</head>", 1)


class Server(ThreadingHTTPServer):
    """Listens at an address, and answers what the workshop gives. Refuses (OSError) an address that it cannot have."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, host: str, port: int) -> None:
        if ":" in host:
            self.address_family = socket.AF_INET6
        self.workshop: Workshop | None = None  # the address is taken before anything is made
        self._name = host.lower()
        super().__init__((host, port), _Handler)

    @property
    def works(self) -> Workshop:
        """The workshop, which is there before the first request is taken."""
        if self.workshop is None:
            raise ValueError("nobody works yet")
        return self.workshop

    def goes_by(self, host: str) -> bool:
        """Return whether a request came by a number, or by a name of this server's own.

        Whoever owns another name can have it lead here, and so let a page of his read what is shown.
        """
        try:
            name = urlsplit(f"//{host}").hostname or ""
            return name in ("", "localhost", self._name) or bool(ip_address(name))
        except ValueError:
            return False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a browser that went away before it was answered; tell all else as usual."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answer with a file of the site, or what a browser waits for."""
        address = urlsplit(self.path)
        path = unquote(address.path).lstrip("/")
        if not self.server.goes_by(self.headers.get("Host", "")):
            self._send(HTTPStatus.MISDIRECTED_REQUEST, failed(_OTHER_NAME), _INDEX)
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, files("ktgs.serving").joinpath("live.js").read_bytes(), path)
        elif path == CHANGES:
            self._send_changes({name: values[0] for name, values in parse_qs(address.query).items()})
        else:
            self._send_file(path)

    do_HEAD = do_GET

    def _send_file(self, path: str) -> None:
        named = named_file(path)
        look = self._look(named)
        is_missing = look.content is None and not look.is_failed
        if is_missing and not path.endswith("/") and self._look(f"{path}/{_INDEX}").content is not None:
            self._send_on(f"/{path}/")
        elif look.content is not None:
            self._send(HTTPStatus.OK, look.content, named, look)
        elif look.is_failed:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, failed(look.message), _INDEX, look)
        else:
            self._send(HTTPStatus.NOT_FOUND, self.server.works.not_found() or failed(_NOT_FOUND), _INDEX, look)

    def _send_on(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(path))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _look(self, path: str) -> Look:
        ask = Ask(path)
        self.server.works.inbox.put(ask)
        return ask.reply.result()

    def _send_changes(self, asked: dict[str, str]) -> None:
        path = named_file(asked.get("page", "").lstrip("/"))
        made, told = asked.get("made", ""), asked.get("told", "")
        watch = Watch(path, made, told, time.monotonic() + _WAIT)
        self.server.works.inbox.put(watch)
        look = watch.reply.result()
        said = look and {
            "changed": look.made != made and not look.is_failed,
            "message": look.message,
            "told": look.told,
        }
        self._send(HTTPStatus.OK, json.dumps(said, ensure_ascii=False).encode(), "changes.json")

    def _send(self, status: HTTPStatus, content: bytes, path: str, look: Look | None = None) -> None:
        if look and path.endswith(".html"):
            content = with_script(content, look)
        self.send_response(status)
        self.send_header("Content-Type", kind_of(path))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing of each request."""


_NOT_FOUND = "Không có trang này."
_OTHER_NAME = "Trang không mở được bằng tên này. Hãy dùng địa chỉ mà ktgs serve in ra, ví dụ http://127.0.0.1:8000/."


def named_file(path: str) -> str:
    """Return the file that a path means: of a folder its first page."""
    return f"{path}{_INDEX}" if not path or path.endswith("/") else path


def failed(message: str) -> bytes:
    """Return the page that stands where a page cannot be made."""
    title = "Không tạo được trang"
    head = f'<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>'
    body = f"<body>\n<h1>{title}</h1>\n<pre>{escape(message)}</pre>\n</body>"
    return f'<!doctype html>\n<html lang="vi">\n{head}\n{body}\n</html>\n'.encode()
