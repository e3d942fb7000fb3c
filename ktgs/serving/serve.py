"""`ktgs serve`: from the command to the server that stays until Ctrl+C."""

from __future__ import annotations

import errno
import gc
import logging
import os
import sys
from collections.abc import Callable
from datetime import date
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

from ktgs.facts.audience import Audience
from ktgs.mkdocs_plugin.commands import STOPPED, explain, serve_by_mkdocs
from ktgs.mkdocs_plugin.plugin import Run, today_here
from ktgs.mkdocs_plugin.served import Served, Stopped
from ktgs.serving.answering import Server
from ktgs.serving.watching import Changed, Watching
from ktgs.serving.workshop import Workshop
from ktgs.site.mkdocs_log import OWN, VietnameseLog

log = logging.getLogger(OWN)


def serve(root: Path, today: date | None, address: str, audience: Audience = Audience.public) -> int:
    """Show the site of the data under `root` at `address` until interrupted; return 0, or 1 if it could not start.

    Warns where others than this machine can reach an internal site. Where mkdocs.yml names further plugins or hooks,
    MkDocs' own server does it, which renders everything anew.
    """
    with VietnameseLog() as said:
        if audience is Audience.internal and not is_of_this_machine(address):
            log.warning("Trang nội bộ: máy khác trong mạng xem được ở %s. Thêm --public nếu không nên thế.", address)
        run = Run(root, today, audience=audience)
        try:
            served = Served(root, run, said)
            if served.is_ours_alone:
                return _serve(served, lambda: Served(root, run, said), address)
            serve_by_mkdocs(root, today, address, audience)
        except Stopped:  # which said why
            return 1
        except STOPPED as error:
            explain(error)
            return 1
    return 0


def _serve(served: Served, open_again: Callable[[], Served], address: str) -> int:
    host, _, port = address.rpartition(":")
    try:
        server = Server(host.strip("[]"), int(port))
    except OSError as error:
        log.error(refused_words(error, address))
        return 1
    gc.disable()  # the workshop cleans up when nobody waits
    with server:
        workshop = Workshop(served, open_again, lambda: _restart(server), today_here, _tell)
        Watching(_kinds(served), workshop.inbox.put)
        while workshop.step():
            pass
        if workshop.failure:
            return 1
        server.workshop = workshop
        Thread(target=server.serve_forever, daemon=True).start()
        log.info("Xem trang tại http://%s/ (dừng: Ctrl+C).", address)
        try:
            while True:
                workshop.turn()
        except KeyboardInterrupt:
            log.info("Đã dừng.")
        return 0


def _kinds(served: Served) -> dict[Path, Changed]:
    kinds = {path: Changed.own for path in served.own}
    return {served.code: Changed.code, **kinds, served.data: Changed.data}


def _tell(text: str) -> None:
    for line in text.splitlines():
        log.info(line)


def _restart(server: Server) -> None:
    """Start the program anew: Python would go on with the code that it has read."""
    server.server_close()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def refused_words(error: OSError, address: str) -> str:
    """Return why an address cannot be had, and the cure."""
    host, _, port = address.rpartition(":")
    if error.errno == errno.EADDRINUSE:
        cure = f"Hãy dừng chương trình ấy, hoặc chọn cổng khác: ktgs serve --address {host}:{int(port) % 65535 + 1}."
        return f"Địa chỉ {address} đang có chương trình khác dùng. {cure}"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"Không được phép dùng cổng {port}. Hãy chọn cổng từ 1024 trở lên, ví dụ {host}:8000."
    return f"Không dùng được địa chỉ {address}: máy này không có địa chỉ ấy. Hãy dùng 127.0.0.1:{port}."


def is_of_this_machine(address: str) -> bool:
    """Return whether only this machine reaches an address `host:port`."""
    host = address.rpartition(":")[0].strip("[]")
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:  # another name
        return False
