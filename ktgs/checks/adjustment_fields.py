"""An adjustment carries what its kind needs and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.records.adjustment import Adjustment, AdjustmentKind
from ktgs.source.codes import about

CODE = Code(
    "A101",
    "Điều chỉnh không hợp với loại của nó",
    about=about(
        "`điều chỉnh` dời một hoạt động: nêu “hoạt động” và thời gian mới (“sang từ” và “sang đến”, hoặc “sang"
        " tháng”, hoặc “chưa ấn định”). `gia hạn` nêu “việc” hoặc “hoạt động” và “hạn mới”. `miễn` nêu “việc” hoặc"
        " “hoạt động”, không có ngày mới.",
        "loại: gia hạn\nviệc: báo cáo kết quả",
        "loại: gia hạn\nviệc: báo cáo kết quả\nhạn mới: 09/06/2020",
        cure="Thêm khóa còn thiếu, xóa khóa thừa, hoặc sửa “loại”.",
    ),
)
_TIMES = ("sang từ", "sang đến", "sang tháng", "chưa ấn định")


class _Rule(NamedTuple):
    """The keys of which a kind needs one, and those that it may not have."""

    needed: tuple[str, ...]
    refused: tuple[str, ...]


_RULES = {
    AdjustmentKind.adjustment: _Rule(_TIMES, ("việc", "hạn mới")),
    AdjustmentKind.extension: _Rule(("hạn mới",), _TIMES),
    AdjustmentKind.waiver: _Rule((), (*_TIMES, "hạn mới")),
}


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for the keys that a kind may not have, else for one that it lacks; and for times at odds."""
    for adjustment in facts.repository.adjustments.values():
        given = adjustment.places.entries.keys() - adjustment.places.empty
        rule, kind = _RULES[adjustment.kind], adjustment.kind
        if refused := [key for key in rule.refused if key in given]:
            keys = ", ".join(f"“{key}”" for key in refused)
            found, cure = f"“loại: {kind}” không có {keys}.", f"Xóa {keys}, hoặc sửa “loại”."
            related = [Related(adjustment.where("kind"), "loại")]
            yield CODE.at(adjustment.places.key(refused[0]), found, cure=cure, related=related)
        elif rule.needed and not given.intersection(rule.needed):
            names = " hoặc ".join(f"“{key}”" for key in rule.needed)
            yield CODE.at(adjustment.where("kind"), f"“loại: {kind}” cần {names}.", cure="Thêm khóa còn thiếu.")
        yield from _several_times(adjustment)


def _several_times(adjustment: Adjustment) -> Iterator[Diagnostic]:
    days = "sang từ" if adjustment.new_start else "sang đến" if adjustment.new_end else ""
    month = "sang tháng" if adjustment.new_month else ""
    given = [key for key in (days, month, "chưa ấn định" if adjustment.undated else "") if key]
    if len(given) > 1:
        first, second = (adjustment.places.key(key) for key in given[:2])
        found = f"Có cả “{given[0]}” và “{given[1]}”, nên không rõ thời gian mới."
        yield CODE.at(second, found, cure="Giữ một cách ghi thời gian.", related=[Related(first, given[0])])
