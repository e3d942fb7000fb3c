"""`ktgs serve`: show the site on this machine while the files change."""

from __future__ import annotations

import gc

import click

from ktgs.command.asking import asked_day, command, root
from ktgs.command.usage import ADDRESS


@command("serve")
@click.option("--address", type=ADDRESS, default="127.0.0.1:8000", help="Địa chỉ (mặc định: 127.0.0.1:8000).")
@click.option("--public", "is_public", is_flag=True, help="Xem trang công khai (mặc định: trang nội bộ).")
def serve(address: str, is_public: bool) -> int:
    """Xem trang nội bộ trên máy này; trang tự cập nhật khi tệp thay đổi."""
    gc.enable()  # this process stays
    from ktgs.facts.audience import Audience
    from ktgs.serving.serve import serve as serve_site

    return serve_site(root(), asked_day(), address, Audience.public if is_public else Audience.internal)


COMMAND = serve
