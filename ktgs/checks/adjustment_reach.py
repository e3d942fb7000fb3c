"""An extension or waiver writes out whom it is about: all that its duty has, and nothing that it has not."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._scope import is_worked_out
from ktgs.facts.facts import Facts, duty_named
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.text import join_words
from ktgs.obligations.effects import how_many, missing_scopes, touched_by_all
from ktgs.obligations.obligation import Duty
from ktgs.records.adjustment import ALL, Adjustment, AdjustmentKind
from ktgs.source.codes import about

MISSING = Code(
    "A104",
    "Gia hạn, miễn không nói rõ cho ai, kỳ nào",
    about=about(
        "Gia hạn, miễn chỉ có tác dụng trong phạm vi ghi ra. Mọi việc (trừ giám sát thường xuyên) cần “kỳ”; gửi lịch"
        " sinh hoạt, thông báo, mời cấp ủy, tài liệu, báo cáo dự sinh hoạt cần “đơn vị”; báo cáo dự sinh hoạt cần cả"
        " “cán bộ”; báo cáo kết quả, quyết định thành lập đoàn cần “đoàn kiểm tra”. Muốn tất cả thì ghi `tất cả`."
        " Gia hạn nêu đích danh “tài liệu” thì không cần gì thêm.",
        "loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-a",
        "loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-a\nkỳ: 05/2020",
        cure="Thêm dòng còn thiếu: các mã, hoặc `tất cả`.",
    ),
)
NEEDLESS = Code(
    "A105",
    "Phạm vi mà việc không có",
    about=about(
        "Việc của cả tổ chức như báo cáo nhanh không chia theo đơn vị hay cán bộ, nên ghi “đơn vị” cũng không thu hẹp"
        " được. “tài liệu” chỉ dùng cho việc tài liệu, và khi đó không ghi phạm vi nào khác.",
        "loại: gia hạn\nviệc: báo cáo nhanh\nđơn vị: doan-so-a\nkỳ: 05/2020",
        "loại: gia hạn\nviệc: báo cáo nhanh\nkỳ: 05/2020",
        cure="Xóa dòng thừa, hoặc sửa “việc”.",
    ),
)
_SCOPES = ("units", "teams", "people", "periods")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each extension or waiver that leaves out a scope of its duty or names one that it has not."""
    for adjustment in facts.repository.adjustments.values():
        duty = duty_named(adjustment.duty or "")
        if duty and duty.scopes is not None and adjustment.kind is not AdjustmentKind.adjustment:
            yield from _needless(adjustment, duty, duty.scopes)
            if missing := missing_scopes(adjustment, duty.scopes):
                yield _missing(facts, adjustment, duty, missing)


def _missing(facts: Facts, adjustment: Adjustment, duty: Duty, missing: tuple[str, ...]) -> Diagnostic:
    keys = [adjustment.key_of(scope) for scope in missing]
    plan = facts.repository.plans.get(adjustment.key.plan)
    expected = ""
    if plan and is_worked_out(facts.repository, plan):
        owed = facts.by_duty.get((plan.id, duty.slug), ())
        touched = how_many(touched_by_all(adjustment, owed))
        expected = f"Hiểu là tất cả thì quyết định này liên quan đến {touched}."
    lines, every = (join_words([f"“{key}: {value}”" for key in keys]) for value in ("…", ALL[0]))
    return MISSING.at(
        adjustment.where("duty"),
        f"“{adjustment.kind}” việc “{duty.name}” không ghi {join_words([f'“{key}”' for key in keys])}.",
        expected=expected,
        cure=f"Thêm {lines} với các mã; muốn tất cả thì ghi {every}.",
        is_internal=duty.private_until_done,
    )


def _needless(adjustment: Adjustment, duty: Duty, scopes: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield an error at the first scope that narrows nothing: it would be read as if it did."""
    allowed = ("documents",) if adjustment.documents else scopes
    refused = [scope for scope in _SCOPES if scope not in allowed and adjustment.gives(scope)]
    if adjustment.documents and not duty.has_documents:
        refused.append("documents")
    if refused:
        keys = join_words([f"“{adjustment.key_of(scope)}”" for scope in refused])
        what = "đã nêu “tài liệu” thì" if adjustment.documents and duty.has_documents else f"“{duty.name}”"
        found = f"“{adjustment.kind}” {what} không ghi {keys}."
        yield NEEDLESS.at(adjustment.where_key(refused[0]), found, cure=f"Xóa {keys}, hoặc sửa “việc”.")
