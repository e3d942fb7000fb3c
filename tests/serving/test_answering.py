"""The server: kinds of content, what is not there, what cannot be made, and an address that is taken."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlencode

import pytest

from ktgs.serving.answering import Server
from ktgs.serving.serve import refused_words
from ktgs.serving.watching import Changed
from tests.repo import SAMPLE, lay
from tests.serving.workshops import Bench

UNIT = "data/units/doan-so-a.yml"
LOCAL = "127.0.0.1"


class Served:
    """A server over a bench, whose work is done beside the test."""

    def __init__(self, root: Path) -> None:
        self.bench = Bench(root)
        self.bench.finish()
        self.server = Server(LOCAL, 0)
        self.server.workshop = self.bench.workshop
        self.ended = Event()
        Thread(target=self.server.serve_forever, daemon=True).start()
        Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while not self.ended.is_set():
            self.bench.workshop.turn()

    def close(self) -> None:
        """End the server, then the work."""
        self.server.shutdown()
        self.server.server_close()
        self.ended.set()
        self.bench.workshop.inbox.put(Changed(0))

    def ask(self, path: str, method: str = "GET", host: str = LOCAL) -> tuple[HTTPResponse, bytes]:
        """Return the answer to a request as it is written, and its content."""
        connection = HTTPConnection(LOCAL, self.server.server_port, timeout=60)
        connection.request(method, path, headers={"Host": host})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small sample behind a server."""
    made = Served(lay(tmp_path_factory.mktemp("served"), {"mat.html": "mật\n"}))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/don-vi/", "text/html; charset=utf-8"),
        ("/don-vi/doan-so-a.html?x=1", "text/html; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/assets/emblem.svg", "image/svg+xml; charset=utf-8"),
        ("/thay-doi.xml", "application/xml; charset=utf-8"),
        ("/api/v1/index.json", "application/json; charset=utf-8"),
        ("/_ktgs/live.js", "text/javascript; charset=utf-8"),
    ],
)
def test_each_kind_is_named(served: Served, path: str, kind: str) -> None:
    answer, content = served.ask(path)
    assert (answer.status, answer.getheader("Content-Type")) == (200, kind)
    assert answer.getheader("Cache-Control") == "no-store"
    head, nothing = served.ask(path, "HEAD")
    assert (head.status, head.getheader("Content-Length"), nothing) == (200, str(len(content)), b"")


def test_a_page_has_one_script_more(served: Served) -> None:
    _, content = served.ask("/don-vi/doan-so-a.html")
    made = served.bench.workshop.look("don-vi/doan-so-a.html")
    script = f'<script src="/_ktgs/live.js" data-made="{made.made}" defer></script>\n'.encode()
    assert content.count(script) == 1
    assert content.replace(script, b"") == made.content


@pytest.mark.parametrize(
    "path", ["/mat.html", "/../mat.html", "/%2e%2e/mat.html", "/data/", "/assets/", "//etc/passwd", "/%00", "/%ff"]
)
def test_nothing_else_is_there(served: Served, path: str) -> None:
    """No file of the repository, no folder's list, no path that leads out."""
    answer, content = served.ask(path)
    assert answer.status == 404
    assert "Không tìm thấy trang" in content.decode()
    assert b'href="/assets/site.css"' in content


def test_a_folder_is_sent_on_to(served: Served) -> None:
    answer, _ = served.ask("/don-vi")
    assert (answer.status, answer.getheader("Location")) == (302, "/don-vi/")


def test_a_browser_is_told_what_is_new(served: Served) -> None:
    def told(made: str) -> object:
        query = urlencode({"page": "/don-vi/doan-so-a.html", "made": made, "told": ""})
        return json.loads(served.ask(f"/_ktgs/changes?{query}")[1])

    assert told("of before") == {"changed": True, "message": "", "told": ""}
    text = (SAMPLE / UNIT).read_text(encoding="utf-8")
    made = served.bench.workshop.look("don-vi/doan-so-a.html").made
    (served.bench.root / UNIT).write_text(text + "khóa lạ: có\n", encoding="utf-8")
    served.bench.workshop.inbox.put(Changed.data)
    broken = told(made)
    assert isinstance(broken, dict)
    assert (broken["changed"], "khóa lạ" in broken["message"]) == (False, True)
    (served.bench.root / UNIT).write_text(text, encoding="utf-8")
    served.bench.workshop.inbox.put(Changed.data)


def test_what_cannot_be_made_is_said(tmp_path: Path) -> None:
    settings = "site_name: Thử\nplugins: [ktgs]\ntheme: {name: null, custom_dir: mau, static_templates: [404.html]}\n"
    template = "{{ page['<b>'] }}\n"
    served = Served(
        lay(tmp_path, {"mkdocs.yml": settings, "docs/huong-dan/index.md": "# A\n", "mau/search.html": template})
    )
    answer, content = served.ask("/tim-kiem.html")
    served.close()
    assert answer.status == 500
    text = content.decode()
    assert "Mẫu search.html hỏng ở trang tim-kiem.html" in text
    assert "<b>" not in text
    assert '<script src="/_ktgs/live.js"' in text  # it is loaded anew once it is mended


def test_an_address_that_cannot_be_had_is_said_with_its_cure() -> None:
    with socket.create_server((LOCAL, 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(OSError) as refused:
            Server(LOCAL, port)
    words = refused_words(refused.value, f"{LOCAL}:{port}")
    assert words.startswith(f"Địa chỉ {LOCAL}:{port} đang có chương trình khác dùng.")
    assert f"--address {LOCAL}:{port % 65535 + 1}" in words
    with pytest.raises(OSError) as refused:
        Server("192.0.2.1", 8000)
    assert "máy này không có địa chỉ ấy" in refused_words(refused.value, "192.0.2.1:8000")


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "192.168.1.5", ""])
def test_names_by_which_it_goes(served: Served, host: str) -> None:
    assert served.ask("/index.html", host=host)[0].status == 200


@pytest.mark.parametrize(
    "host", ["example.org", "example.org:8000", "127.0.0.1.example.org", "localhost.example.org", "[x"]
)
@pytest.mark.parametrize("path", ["/index.html", "/_ktgs/changes?page=/index.html", "/api/v1/meetings.json"])
def test_another_site_s_name_shows_nothing(served: Served, host: str, path: str) -> None:
    """A page elsewhere, whose name leads here, would else read what only this machine may see."""
    answer, content = served.ask(path, host=host)
    assert answer.status == 421
    assert "không mở được bằng tên này" in content.decode()
    assert "Đoàn" not in content.decode()
