"""`ktgs new`: a file begun from the template of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ktgs.command.asking import PROBLEMS, command, complain, examined, root, say
from ktgs.command.usage import COUNT, ID, MONTH

if TYPE_CHECKING:
    from ktgs.language.months import Month


@command("new")
@click.argument("kind", metavar="LOẠI", nargs=-1, required=True)
@click.option("--unit", metavar="ĐƠN VỊ", help="Tệp của hoặc về đơn vị nào (mã hoặc tên).")
@click.option("--month", type=MONTH, help="Tệp của tháng nào, ví dụ 11/2020.")
@click.option("--person", metavar="CÁN BỘ", help="Tệp của cán bộ nào (mã hoặc họ tên).")
@click.option("--plan", metavar="MÃ", help="Mã kế hoạch, khi có nhiều kế hoạch.")
@click.option("--id", "new_id", type=ID, help="Mã của tệp mới, là tên tệp; bỏ trống thì được đề nghị.")
@click.option("--from", "old", metavar="MÃ", help="Chỉ với ke-hoach: kế hoạch cũ, ví dụ 46-kh-dtn.")
@click.option("--year", type=COUNT, help="Chỉ với --from: năm bắt đầu của kế hoạch mới.")
def new(
    kind: tuple[str, ...],
    unit: str | None,
    month: Month | None,
    person: str | None,
    plan: str | None,
    new_id: str | None,
    old: str | None,
    year: int | None,
) -> int:
    """Tạo một tệp từ mẫu của LOẠI, với những gì đã biết điền sẵn.

    LOẠI là tên loại tệp hoặc tên viết không dấu: lịch sinh hoạt, lich-sinh-hoat, du-sinh-hoat, thong-bao … Tệp mà một
    việc chưa xong đang cần thì được điền sẵn theo việc ấy. Tệp đã có không bị ghi đè.

    Với --from và --year, dự thảo kế hoạch năm mới được lập từ kế hoạch cũ: ngày chuyển sang năm mới (đợt kiểm tra,
    giám sát giữ đúng thứ trong tuần), tháng giữ nguyên, những gì phải quyết định lại nằm ở dòng “cần quyết định”. Kế
    hoạch cũ không bị sửa.

    Ví dụ: ktgs new lich-sinh-hoat --unit doan-so-a --month 11/2020; ktgs new ke-hoach --from 46-kh-dtn --year 2021
    """
    from ktgs.command import beginning
    from ktgs.command.due_listing import find_person, find_unit

    wanted = beginning.find_kind(" ".join(kind))
    if old is not None or year is not None:
        return _next_year(wanted.record_kind, old, year, new_id)
    facts = examined()
    asked = beginning.RecordAsked(
        kind=wanted,
        unit=None if unit is None else find_unit(facts, unit),
        month=month,
        person=None if person is None else find_person(facts, person),
        plan=plan,
        id=new_id,
    )
    form = beginning.begun(facts, asked)
    try:
        beginning.write(root(), form)
    except FileExistsError:
        complain(f"Đã có tệp {form.path}. Sửa tệp ấy, hoặc đặt mã khác bằng --id.")
        return PROBLEMS
    except OSError as error:
        complain(f"Không ghi được {form.path}: {error.strerror}.")
        return PROBLEMS
    say(beginning.told(form))
    return 0


def _next_year(kind: str, old: str | None, year: int | None, new_id: str | None) -> int:
    from ktgs.command.new_plan import carried_over

    if kind != "plan":
        raise click.UsageError("--from và --year chỉ dùng với ke-hoach.")
    if old is None or year is None:
        raise click.UsageError("Lập kế hoạch năm mới cần cả --from và --year, ví dụ --from 46-kh-dtn --year 2021.")
    return carried_over(examined(), root(), old, year, new_id)


COMMAND = new
