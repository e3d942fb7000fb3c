"""`ktgs build`: write the site, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from ktgs.command.asking import AT_SWAP, IS_PUBLISHED, NO_CACHE, asked, asked_day, command, root
from ktgs.command.usage import Value


@command("build")
@click.option(
    "--site",
    type=Value("THƯ MỤC", Path),
    help="Thư mục chứa trang (mặc định: theo mkdocs.yml, thường là site; trang nội bộ: site-internal).",
)
@click.option("--keep-going", is_flag=True, help="Dữ liệu có lỗi vẫn tạo phần còn đúng, và nói rõ trên trang.")
@click.option("--internal", is_flag=True, help="Tạo trang nội bộ, cho người được đọc kho; không được công bố.")
def build(site: Path | None, keep_going: bool, internal: bool) -> int:
    """Tạo trang: thay cả trang cũ, hoặc giữ nguyên nếu có lỗi."""
    from ktgs.command.progress import progress
    from ktgs.facts.audience import Audience
    from ktgs.mkdocs_plugin import build as build_site

    with progress("Đang tạo trang…"):
        audience = Audience.internal if internal else Audience.public
        is_anew = bool(asked().get(NO_CACHE))
        code = build_site(root(), site, keep_going, asked_day(), asked()[AT_SWAP], audience, is_anew=is_anew)
    asked()[IS_PUBLISHED] = code == 0
    return code


COMMAND = build
