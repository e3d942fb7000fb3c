"""`ktgs cache`: what is kept from before."""

from __future__ import annotations

import click

from ktgs.command.asking import command, complain, root, say


@command("cache")
@click.option("--clear", "is_cleared", is_flag=True, help="Xóa hết.")
def cache(is_cleared: bool) -> int:
    """Cho biết hoặc xóa những gì đã giữ trong .ktgs để lần sau chạy nhanh.

    Xóa lúc nào cũng được: lần sau chỉ chậm hơn, kết quả không đổi.
    """
    from ktgs.language.text import vi_number
    from ktgs.reuse.store import Store

    store = Store(root())
    try:
        size = store.clear() if is_cleared else store.size()
    except OSError as error:
        complain(f"Không xóa được {root() / '.ktgs'}: {error.strerror}.")
        return 1
    say(f"{'Đã xóa' if is_cleared else 'Đang giữ'} {vi_number(size // 1024)} kB trong {root() / '.ktgs'}.\n")
    return 0


COMMAND = cache
