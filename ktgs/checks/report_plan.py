"""It is known which plan a report belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.language.text import join_words
from ktgs.records.plan import Plan
from ktgs.repository.linking import plans_holding
from ktgs.repository.marks import broken_of
from ktgs.source.codes import about

CODE = Code(
    "R401",
    "Không rõ báo cáo thuộc kế hoạch nào",
    about=about(
        "Báo cáo không nêu “kế hoạch” thì thuộc kế hoạch duy nhất đang thực hiện vào ngày đó. Khi không có hoặc có"
        " nhiều kế hoạch như vậy thì phải nêu.",
        "loại: nhanh\ntháng: 04/2020   # có hai kế hoạch đang thực hiện",
        "loại: nhanh\nkế hoạch: 46-kh-dtn\ntháng: 04/2020",
        cure="Thêm “kế hoạch”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each report that names no plan where not exactly one is in force."""
    repository = facts.repository
    if any(broken_of(repository, Plan)) or any(plan.ends_on < plan.starts_on for plan in repository.plans.values()):
        return  # the plan may be the one whose file could not be read, or whose days are wrong
    for report in repository.reports.values():
        if report.plan is None:
            plans = sorted(plans_holding(report, repository.plans.values()))
            found = (
                f"Có {len(plans)} kế hoạch đang thực hiện: {join_words(plans)}."
                if plans
                else "Không có kế hoạch nào đang thực hiện."
            )
            yield CODE.at(report.where(), found, expected="Báo cáo phải nêu kế hoạch.", cure="Thêm dòng “kế hoạch: …”.")
