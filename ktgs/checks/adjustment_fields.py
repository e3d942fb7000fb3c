"""An adjustment carries what its kind needs and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.records.adjustment import Adjustment, AdjustmentKind
from ktgs.source.codes import about

CODE = Code(
    "A101",
    "Điều chỉnh không hợp với loại của nó",
    about=about(
        "`điều chỉnh` dời một hoạt động cho mọi đơn vị: nêu “hoạt động” và thời gian mới (“sang từ” và “sang đến”, hoặc"
        " “sang tháng”, hoặc “chưa ấn định”). `gia hạn` nêu “việc”, phạm vi và “hạn mới”. `miễn` nêu “việc” và phạm vi,"
        " không có ngày mới.",
        "loại: gia hạn\nviệc: báo cáo kết quả\nđoàn kiểm tra: tất cả\nkỳ: dot-1",
        "loại: gia hạn\nviệc: báo cáo kết quả\nđoàn kiểm tra: tất cả\nkỳ: dot-1\nhạn mới: 09/06/2020",
        cure="Thêm dòng còn thiếu, xóa dòng thừa, hoặc sửa “loại”.",
    ),
)
_TIMES = ("new_start", "new_end", "new_month", "undated")
_SCOPES = ("units", "teams", "people", "periods", "documents")


class _Rule(NamedTuple):
    """The fields of which a kind needs one, and those that it may not have."""

    needed: tuple[str, ...]
    refused: tuple[str, ...]


_RULES = {
    AdjustmentKind.adjustment: _Rule(_TIMES, ("duty", "new_due", *_SCOPES)),
    AdjustmentKind.extension: _Rule(("new_due",), (*_TIMES, "activity")),
    AdjustmentKind.waiver: _Rule((), (*_TIMES, "new_due", "activity")),
}


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for the keys that a kind may not have, else for one that it lacks; and for times at odds."""
    for adjustment in facts.repository.adjustments.values():
        rule, kind = _RULES[adjustment.kind], adjustment.kind
        if refused := [field for field in rule.refused if adjustment.gives(field)]:
            keys = ", ".join(_quoted(adjustment, refused))
            found, cure = f"“loại: {kind}” không có {keys}.", f"Xóa {keys}, hoặc sửa “loại”."
            if adjustment.activity and "activity" in refused:
                cure = f"Ghi “việc: …” và “kỳ: {adjustment.activity.activity}” thay cho “hoạt động”, hoặc sửa “loại”."
            related = [Related(adjustment.where("kind"), "loại")]
            yield CODE.at(adjustment.where_key(refused[0]), found, cure=cure, related=related)
        elif rule.needed and not any(map(adjustment.gives, rule.needed)):
            keys = " hoặc ".join(_quoted(adjustment, rule.needed))
            yield CODE.at(adjustment.where("kind"), f"“loại: {kind}” cần {keys}.", cure="Thêm dòng còn thiếu.")
        yield from _several_times(adjustment)


def _quoted(adjustment: Adjustment, fields: Iterable[str]) -> Iterator[str]:
    return (f"“{adjustment.key_of(field)}”" for field in fields)


def _several_times(adjustment: Adjustment) -> Iterator[Diagnostic]:
    days = "new_start" if adjustment.new_start else "new_end" if adjustment.new_end else ""
    month, none = "new_month" if adjustment.new_month else "", "undated" if adjustment.undated else ""
    given = [field for field in (days, month, none) if field]
    if len(given) > 1:
        first, second = (adjustment.where_key(field) for field in given[:2])
        keys = [adjustment.key_of(field) for field in given[:2]]
        found = f"Có cả “{keys[0]}” và “{keys[1]}”, nên không rõ thời gian mới."
        yield CODE.at(second, found, cure="Giữ một cách ghi thời gian.", related=[Related(first, keys[0])])
