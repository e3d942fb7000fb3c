"""`ktgs new-plan`: the draft of a plan for another year, until `ktgs new` takes it up."""

from __future__ import annotations

import click

from ktgs.command.asking import command, examined, root
from ktgs.command.usage import COUNT


@command("new-plan")
@click.option("--from", "old", required=True, metavar="MÃ", help="Mã kế hoạch cũ, ví dụ 46-kh-dtn.")
@click.option("--year", type=COUNT, required=True, help="Năm bắt đầu của kế hoạch mới.")
@click.option("--id", "new_id", metavar="MÃ", help="Mã kế hoạch mới (mặc định: mã cũ và năm).")
def new_plan(old: str, year: int, new_id: str | None) -> int:
    """Lập dự thảo kế hoạch năm mới từ kế hoạch cũ.

    Ngày chuyển sang năm mới (đợt kiểm tra, giám sát giữ đúng thứ trong tuần), tháng giữ nguyên; những gì phải quyết
    định lại nằm ở dòng “cần quyết định”. Kế hoạch cũ không bị sửa.

    Ví dụ: ktgs new-plan --from 46-kh-dtn --year 2021
    """
    from ktgs.command.new_plan import carried_over

    return carried_over(examined(), root(), old, year, new_id)


COMMAND = new_plan
