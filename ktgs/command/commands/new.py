"""`ktgs new`: a file begun from the template of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ktgs.command.asking import PROBLEMS, command, complain, examined, root, say
from ktgs.command.usage import ID, MONTH

if TYPE_CHECKING:
    from ktgs.language.months import Month


@command("new")
@click.argument("kind", metavar="LOẠI", nargs=-1, required=True)
@click.option("--unit", metavar="ĐƠN VỊ", help="Tệp của hoặc về đơn vị nào (mã hoặc tên).")
@click.option("--month", type=MONTH, help="Tệp của tháng nào, ví dụ 11/2020.")
@click.option("--person", metavar="CÁN BỘ", help="Tệp của cán bộ nào (mã hoặc họ tên).")
@click.option("--plan", metavar="MÃ", help="Mã kế hoạch, khi có nhiều kế hoạch.")
@click.option("--id", "new_id", type=ID, help="Mã của tệp mới, là tên tệp; bỏ trống thì được đề nghị.")
def new(
    kind: tuple[str, ...],
    unit: str | None,
    month: Month | None,
    person: str | None,
    plan: str | None,
    new_id: str | None,
) -> int:
    """Tạo một tệp từ mẫu của LOẠI, với những gì đã biết điền sẵn.

    LOẠI là tên loại tệp hoặc tên viết không dấu: lịch sinh hoạt, lich-sinh-hoat, du-sinh-hoat, thong-bao … Tệp mà một
    việc chưa xong đang cần thì được điền sẵn theo việc ấy. Tệp đã có không bị ghi đè.

    Ví dụ: ktgs new lich-sinh-hoat --unit doan-so-a --month 11/2020
    """
    from ktgs.command import beginning
    from ktgs.command.due_listing import find_person, find_unit

    wanted = beginning.find_kind(" ".join(kind))
    facts = examined()
    asked = beginning.Asked(
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


COMMAND = new
