"""What happens to a finding fits what it is: remedies to recommendations, answers to petitions."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.records.finding import Finding, Petition, Recommendation, RecommendationAddressee
from ktgs.records.follow_up import Event, Step
from ktgs.source.codes import about

NOT_FOLLOWED = Code(
    "R502",
    "Nội dung này không có diễn biến",
    about=about(
        "Chỉ kiến nghị của đoàn kiểm tra và đề xuất của cơ sở mới được theo dõi bằng diễn biến. Mô hình hay được"
        " nhân rộng thì ghi “nhân rộng” trong báo cáo.",
        "của: 2020-06-02-dot-1-doan-1#tt1   # một tồn tại",
        "của: 2020-06-02-dot-1-doan-1#kn1   # kiến nghị từ tồn tại đó",
        cure="Sửa mã sau dấu #.",
    ),
)
WRONG_STEP = Code(
    "R503",
    "Diễn biến không hợp với nội dung được theo dõi",
    about=about(
        "Kiến nghị gửi đơn vị thì được khắc phục, phúc tra, gia hạn; đề xuất của cơ sở thì được chuyển cấp trên,"
        " trả lời hoặc không tiếp nhận. Kiến nghị gửi Ban Thường vụ hay cấp trên có thể dùng mọi diễn biến.",
        "của: 2020-06-02-dot-1-doan-1#kn1   # gửi: đơn vị\ndiễn biến:\n  - việc: chuyển cấp trên",
        "diễn biến:\n  - việc: đã khắc phục",
        cure="Sửa “việc”, hoặc mã sau dấu #.",
    ),
)
NEW_DUE = Code(
    "R504",
    "Gia hạn thiếu hạn mới, hoặc hạn mới không có gia hạn",
    about=about(
        "“gia hạn” cần “hạn mới”; “phúc tra chưa đạt” có thể có “hạn mới”; diễn biến khác thì không.",
        "việc: gia hạn",
        "việc: gia hạn\nhạn mới: 31/08/2020",
        cure="Thêm hoặc xóa “hạn mới”.",
    ),
)
_OF_UNITS = (Step.remedied, Step.recheck_passed, Step.recheck_failed, Step.extended)
_OF_PETITIONS = (Step.forwarded, Step.answered, Step.rejected)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each follow-up of something else, each step that does not fit and each new date amiss."""
    for follow_up in facts.repository.follow_ups.values():
        reported = facts.repository.findings.get(follow_up.finding)
        finding = reported.finding if reported else None
        related = [Related(finding.where("id"), "nội dung được theo dõi")] if finding else []
        if finding and not isinstance(finding, Recommendation | Petition):
            found = f"“{finding.id}” không phải là kiến nghị hay đề xuất nên không có diễn biến."
            yield NOT_FOLLOWED.at(follow_up.where("finding"), found, cure="Sửa mã sau dấu #.", related=related)
            continue
        for event in follow_up.events:
            yield from _new_due(event)
            allowed = _allowed(finding)
            if event.step not in allowed:
                yield WRONG_STEP.at(
                    event.where("step"),
                    f"“{event.step}” không dùng cho {_what(finding)}.",
                    expected=f"Dùng: {', '.join(str(step) for step in allowed)}.",
                    cure="Sửa “việc”, hoặc mã sau dấu #.",
                    related=related,
                )


def _allowed(finding: Finding | None) -> tuple[Step, ...]:
    if isinstance(finding, Petition):
        return _OF_PETITIONS
    if isinstance(finding, Recommendation) and finding.addressee is RecommendationAddressee.unit:
        return _OF_UNITS
    return tuple(Step)


def _what(finding: Finding | None) -> str:
    return "đề xuất của cơ sở" if isinstance(finding, Petition) else "kiến nghị gửi đơn vị"


def _new_due(event: Event) -> Iterator[Diagnostic]:
    if event.step is Step.extended and event.new_due is None:
        yield NEW_DUE.at(event.where("step"), "“gia hạn” nhưng không có “hạn mới”.", cure="Thêm dòng “hạn mới: …”.")
    elif event.new_due and event.step not in (Step.extended, Step.recheck_failed):
        found = f"“{event.step}” không có “hạn mới”."
        yield NEW_DUE.at(event.where("new_due"), found, cure="Xóa “hạn mới”, hoặc sửa “việc”.")
