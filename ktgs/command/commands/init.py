"""`ktgs init`: a data repository of its own for another body."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ktgs.command.asking import PROBLEMS, asked, command, complain, say
from ktgs.command.usage import Value

_PAIRS = "“DÒNG: GIÁ TRỊ; …”"


@command("init")
@click.argument("folder", metavar="THƯ MỤC", type=Value("THƯ MỤC", Path))
@click.option("--name", metavar="TÊN", help="Tên đầy đủ của tổ chức.")
@click.option("--symbol", metavar="KÝ HIỆU", help="Ký hiệu trên văn bản, ví dụ SGDĐT.")
@click.option("--superior", metavar="TÊN", help="Tổ chức cấp trên trực tiếp.")
@click.option("--place", metavar="NƠI", help="Địa danh, nơi ban hành văn bản.")
@click.option("--office", metavar="TÊN", help="Cơ quan giữ vai trò văn phòng: thông báo, phân công, tổng hợp.")
@click.option("--standing", metavar="TÊN", help="Cơ quan giữ vai trò thường trực: đợt kiểm tra, quyết định.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar=_PAIRS,
    help="Một loại đơn vị, ví dụ “tên: trường; đơn vị trực thuộc: tổ”.",
)
@click.option(
    "--unit",
    "units",
    multiple=True,
    metavar=_PAIRS,
    help="Một đơn vị, ví dụ “tên: Trường A; loại: trường; từ: 01/01/2020”.",
)
@click.option(
    "--person", "people", multiple=True, metavar=_PAIRS, help="Một cán bộ: “họ tên: …; cơ quan: …; chức danh: …”."
)
@click.option("--units", "unit_table", metavar="TỆP", help="Bảng đơn vị để nhập luôn, như ktgs import --as don-vi.")
@click.option("--people", "people_table", metavar="TỆP", help="Bảng cán bộ để nhập luôn, như ktgs import --as can-bo.")
@click.option("--plan", metavar=_PAIRS, help="Kế hoạch đầu tiên: số ký hiệu, ngày ban hành, trích yếu …")
@click.option(
    "--term", "terms", multiple=True, metavar=_PAIRS, help="Một thời hạn của kế hoạch: “việc: …; mục: …; mốc: …; …”."
)
@click.option("--activity", "activities", multiple=True, metavar=_PAIRS, help="Một hoạt động của kế hoạch.")
@click.option("--program", metavar="ĐỊA CHỈ", help="Nơi lấy phần mềm: git+https://…@commit, hoặc ….whl#sha256=….")
@click.option("--public", "is_public", is_flag=True, help="Kho dữ liệu ai cũng đọc được (mặc định: nội bộ).")
@click.option("--yes", is_flag=True, help="Không hỏi gì; thiếu điều gì thì từ chối.")
def init(folder: Path, yes: bool, unit_table: str | None, people_table: str | None, **options: Any) -> int:
    """Lập một kho dữ liệu mới cho tổ chức khác.

    Hỏi tên, ký hiệu, cấp trên, các loại đơn vị, ai giữ vai trò nào, và kế hoạch đầu tiên với các thời hạn của nó; rồi
    ghi dữ liệu, thiết lập, quy trình tự động. Điều gì đã nêu ở tùy chọn thì không hỏi. Thư mục phải chưa có gì.
    """
    from ktgs.command import new_body

    new_body.refuse_what_is_not_empty(folder)
    answers = new_body.answers(new_body.Given(**options), is_silent=yes)
    try:
        problems = new_body.write(folder, answers)
    except OSError as error:
        complain(f"Không ghi được {error.filename or folder}: {error.strerror}.")
        return PROBLEMS
    if problems:
        complain(f"{problems.rstrip()}\nDữ liệu như vậy có lỗi nên chưa ghi gì. Sửa các câu trả lời rồi chạy lại.")
        return PROBLEMS
    say(new_body.told(folder))
    tables = {"don-vi": unit_table, "can-bo": people_table}
    return max((_imported(folder, kind, table) for kind, table in tables.items() if table), default=0)


def _imported(folder: Path, kind: str, table: str) -> int:
    """Import a table into the new repository; return the exit code."""
    from ktgs.command.commands.import_ import COMMAND as IMPORT

    arguments = [table, "--as", kind, "--yes", "--root", str(folder)]
    return int(IMPORT.main(arguments, prog_name="ktgs import", standalone_mode=False, obj=dict(asked())))


COMMAND = init
