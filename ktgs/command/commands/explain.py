"""`ktgs explain`: what a code, a duty, a figure or a file of the data is."""

from __future__ import annotations

import click

from ktgs.command.asking import command, examined, remembered, root, say
from ktgs.command.usage import quoted, with_nearest


@command("explain")
@click.argument("asked", nargs=-1, required=True, metavar="MÃ, VIỆC HOẶC TỆP")
@remembered
def explain(asked: tuple[str, ...]) -> int:
    """Giải thích một mã lỗi, một việc, một số liệu hay một tệp dữ liệu.

    Với một tệp: tệp là gì, có lỗi gì, việc nào dựa vào tệp; với một điều chỉnh: nó dời, miễn những việc nào, không có
    tác dụng với việc nào và vì sao.

    Ví dụ: ktgs explain S203; ktgs explain gửi lịch sinh hoạt; ktgs explain data/units/doan-so-a.yml
    """
    from ktgs.command import explaining, explaining_files

    words = " ".join(asked)
    if explaining_files.looks_like_a_file(words):
        file = explaining_files.find_file(root(), words)
        say(explaining_files.file_text(examined(), file))
        return 0
    text = explaining.explain(words)
    if text is None:
        raise click.UsageError(
            with_nearest(f"Không có mã, việc hay số liệu {quoted([words])}.", words, explaining.explanations())
        )
    say(text)
    return 0


COMMAND = explain
