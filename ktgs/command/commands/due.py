"""`ktgs due`: the list of obligations."""

from __future__ import annotations

import click

from ktgs.command.asking import PROBLEMS, command, complain, examined, remembered, say
from ktgs.command.usage import COUNT, Choice


@command("due")
@click.option(
    "--open", "is_open", is_flag=True, help="Chỉ việc còn làm được: bỏ việc đã xong và việc không thể làm nữa."
)
@click.option("--within", type=COUNT, help="Chỉ việc chưa xong đã quá hạn hoặc đến hạn trong N ngày tới.")
@click.option("--unit", metavar="ĐƠN VỊ", help="Chỉ việc của hoặc về một đơn vị (mã hoặc tên).")
@click.option("--person", metavar="CÁN BỘ", help="Chỉ việc của một cán bộ (mã hoặc họ tên).")
@click.option("--state", metavar="TRẠNG THÁI", help="Chỉ việc ở một trạng thái, ví dụ “quá hạn” hoặc overdue.")
@click.option(
    "--format", "form", type=Choice(("text", "json", "csv")), default="text", help="Dạng kết quả (mặc định: text)."
)
@remembered
def due(is_open: bool, within: int | None, unit: str | None, person: str | None, state: str | None, form: str) -> int:
    """Liệt kê việc phải làm, theo người và đơn vị phải làm."""
    from ktgs.command import due_listing
    from ktgs.examining import reporters
    from ktgs.examining.pipeline import has_errors

    wanted = None if state is None else due_listing.find_state(state)
    facts = examined()
    items = due_listing.choose(
        facts,
        is_open=is_open,
        within=within,
        unit=None if unit is None else due_listing.find_unit(facts, unit),
        person=None if person is None else due_listing.find_person(facts, person),
        state=wanted,
    )
    if form == "text":
        say(due_listing.as_text(facts, items))
    else:
        say(due_listing.as_json(items) if form == "json" else due_listing.as_csv(items))
    if not has_errors(facts.diagnostics):
        return 0
    complain(f"Dữ liệu có lỗi nên danh sách có thể thiếu: {reporters.summary(facts.diagnostics)} Xem: ktgs check.")
    return PROBLEMS


COMMAND = due
