"""`ktgs import`: a table that somebody sent, as records."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ktgs.command.asking import PROBLEMS, command, examined, root, say
from ktgs.command.usage import DAY, MONTH, Value

if TYPE_CHECKING:
    from ktgs.language.months import Month


@command("import")
@click.argument("file", metavar="TỆP")
@click.option("--as", "kind", metavar="LOẠI", help="Loại bảng: lich-sinh-hoat, phan-cong, don-vi …; issue-form.")
@click.option("--month", type=MONTH, help="Tháng của bảng, nếu bảng không ghi; ví dụ 09/2020.")
@click.option("--plan", metavar="KẾ HOẠCH", help="Mã kế hoạch, khi tháng ấy thuộc nhiều kế hoạch.")
@click.option("--received", type=DAY, help="Ngày nhận được bảng (mặc định: hôm nay).")
@click.option("--yes", "is_silent", is_flag=True, help="Không hỏi gì: chỗ nào chưa chắc thì không ghi, và nói rõ.")
@click.option("--answer", type=Value("TỆP", Path), help="Ghi câu trả lời cho người gửi vào tệp này (Markdown).")
@click.option("--dry-run", is_flag=True, help="Chỉ cho xem sẽ ghi gì, không ghi.")
def import_table(
    file: str,
    kind: str | None,
    month: Month | None,
    plan: str | None,
    received: date | None,
    is_silent: bool,
    answer: Path | None,
    dry_run: bool,
) -> int:
    """Nhập một bảng (XLSX, XLS, ODS, CSV, hoặc văn bản dán vào; “-” là đầu vào chuẩn) thành bản ghi.

    Chỉ ghi bản ghi mới hoặc có thay đổi; mọi chỗ khác giữ nguyên. Chỗ nào không đọc được thì nói rõ trang, dòng, cột.

    Ví dụ: ktgs import lich-thang-9.xlsx --as lich-sinh-hoat --month 09/2020 --dry-run
    """
    from ktgs.command import importing

    importer = None if kind == importing.NAME else importing.find_importer(kind)
    data = importing.read_file(file)
    facts = examined()
    importing.require_plan(facts.repository, plan)
    ask = importing.asking(is_silent)
    job = importing.Job(facts.repository, received or facts.today, ask, month, plan)
    result = importing.run(root(), importer, data, job) if importer else importing.run_form(root(), data, job)
    if answer is not None:
        importing.write_answer(answer, result)
    if not dry_run:
        importing.write(result.made)
    say(importing.as_difference(result) if dry_run else importing.as_text(result))
    return PROBLEMS if result.problems else 0


COMMAND = import_table
