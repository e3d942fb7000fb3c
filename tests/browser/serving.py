"""A built site behind a server, below a path of its own, as a project's pages stand at many hosts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

PREFIX = "/nhom/du-an/"


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        """Return the file of an address below the prefix; nothing else is there."""
        return super().translate_path(f"/{path.removeprefix(PREFIX)}" if path.startswith(PREFIX) else "/nothing")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Give the address of the site's root while it is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        server.shutdown()
