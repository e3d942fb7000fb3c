"""`ktgs fmt`: the files of the data in their one layout."""

from __future__ import annotations

import click

from ktgs.command.asking import PROBLEMS, command, complain, root, say


@command("fmt")
@click.argument("files", nargs=-1, metavar="[TỆP]...")
@click.option("--check", "is_check", is_flag=True, help="Chỉ kiểm tra: không sửa, mã thoát 1 nếu có tệp cần sửa.")
@click.option("--diff", "is_diff", is_flag=True, help="Chỉ in những dòng sẽ sửa, không sửa.")
def fmt(files: tuple[str, ...], is_check: bool, is_diff: bool) -> int:
    """Trình bày lại các tệp dữ liệu theo một kiểu, không đổi nội dung.

    Sửa thứ tự dòng, thụt dòng, dấu ngoặc, khoảng trắng, cách viết ngày, giờ, tháng; giữ mọi ghi chú. Số ký hiệu văn bản
    giữ nguyên như đã viết. Tệp có lỗi không bị sửa và được nêu tên. Không nêu tệp nào thì làm với cả thư mục data.

    Ví dụ: ktgs fmt; ktgs fmt --diff data/units/doan-so-a.yml
    """
    from ktgs.command import formatting

    results = formatting.results(root(), files)
    if is_diff:
        say("".join(map(formatting.diff, results)))
    is_refused = False
    if not (is_check or is_diff):
        results, problems = formatting.write(results)
        is_refused = bool(problems)
        for problem in problems:
            complain(problem)
    for line in formatting.report(results, is_written=not (is_check or is_diff)):
        complain(line)
    is_refused = is_refused or any(result.why for result in results)
    return PROBLEMS if is_refused or (is_check and any(result.is_changed for result in results)) else 0


COMMAND = fmt
