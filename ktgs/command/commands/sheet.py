"""`ktgs sheet`: the workbook to send out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ktgs.command.asking import PROBLEMS, command, complain, examined, say
from ktgs.command.usage import MONTH, Value

if TYPE_CHECKING:
    from ktgs.language.months import Month


@command("sheet")
@click.argument("kind", metavar="LOẠI")
@click.option("--month", type=MONTH, help="Tháng của bảng, ví dụ 09/2020.")
@click.option("--plan", metavar="KẾ HOẠCH", help="Mã kế hoạch, khi tháng ấy thuộc nhiều kế hoạch.")
@click.option("--unit", metavar="ĐƠN VỊ", help="Chỉ một đơn vị (mã hoặc tên).")
@click.option("--empty", "is_empty", is_flag=True, help="Không điền những gì đã ghi.")
@click.option("--output", type=Value("TỆP", Path), help="Tệp XLSX để ghi (mặc định: theo loại và tháng, ở đây).")
def sheet(
    kind: str, month: Month | None, plan: str | None, unit: str | None, is_empty: bool, output: Path | None
) -> int:
    """Tạo bảng XLSX để gửi đi điền: có sẵn danh sách đơn vị, và những gì đã ghi.

    Nhận lại thì nhập bằng ktgs import với cùng LOẠI.

    Ví dụ: ktgs sheet lich-sinh-hoat --month 11/2020
    """
    from ktgs.command import sheeting

    importer = sheeting.find_sheet(kind)
    facts = examined()
    data = sheeting.workbook_of(facts, importer, month=month, plan=plan, unit=unit, is_empty=is_empty)
    path = output or Path(f"{importer.name}{f'-{month}' if month else ''}.xlsx")
    try:
        with path.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        complain(f"{path} đã có, có thể đang có người điền. Xóa hoặc đổi tên nó, hoặc dùng --output.")
        return PROBLEMS
    except OSError as error:
        complain(f"Không ghi được {path}: {error.strerror}.")
        return PROBLEMS
    say(f"Đã tạo {path}. Nhận lại thì chạy: ktgs import {path} --as {importer.name}\n")
    return 0


COMMAND = sheet
