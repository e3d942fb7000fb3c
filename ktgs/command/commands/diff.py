"""`ktgs diff`: what a change of the data does, in words."""

from __future__ import annotations

import click

from ktgs.command.asking import PUBLIC, choose_today, command, root, say
from ktgs.command.usage import Choice


@command("diff")
@click.argument("base", metavar="GỐC")
@click.argument("head", required=False, metavar="[MỚI]")
@click.option(
    "--format", "form", type=Choice(("text", "json", "markdown")), default="text", help="Dạng kết quả (mặc định: text)."
)
@PUBLIC
def diff(base: str, head: str | None, form: str, is_public: bool) -> int:
    """Kể lại thay đổi của dữ liệu so với một phiên bản trong git.

    Cho biết tệp nào thêm, sửa, xóa; buổi nào mới, dời, hủy, hay bị đổi ngày mà không ghi dời; quyết định có tác dụng
    với việc nào; việc nào đổi trạng thái. GỐC, MỚI là nhánh, thẻ hoặc mã phiên bản; không ghi MỚI thì so với các tệp
    trên đĩa.

    Ví dụ: ktgs diff main; ktgs diff HEAD~1 HEAD
    """
    from ktgs.command import proposing
    from ktgs.facts.audience import Audience

    audience = Audience.public if is_public else Audience.internal
    say(proposing.difference(root(), base, head, choose_today, form, audience))
    return 0


COMMAND = diff
