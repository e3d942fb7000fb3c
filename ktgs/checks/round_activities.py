"""Teams are set up for rounds: inspections and thematic supervisions."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.records.plan import Plan
from ktgs.records.team import Team
from ktgs.source.codes import about

CODE = Code(
    "M309",
    "Đoàn kiểm tra của một hoạt động không phải là đợt",
    about=about(
        "Chỉ đợt kiểm tra và đợt giám sát chuyên đề mới có đoàn kiểm tra. Giám sát thường xuyên ghi ở báo cáo giám sát"
        " thường xuyên, đi cơ sở ghi ở lịch, phân công và báo cáo dự sinh hoạt.",
        "hoạt động: giam-sat-thuong-xuyen   # loại: giám sát thường xuyên\ntên: Đoàn kiểm tra số 1",
        "hoạt động: dot-1   # loại: kiểm tra\ntên: Đoàn kiểm tra số 1",
        cure="Sửa “hoạt động” thành mã của một đợt, hoặc sửa “loại” của hoạt động trong kế hoạch.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each team whose activity is no round."""
    for team in facts.repository.teams.values():
        if plan := facts.repository.plans.get(team.key.plan):
            yield from _told(plan, team)


def _told(plan: Plan, team: Team) -> Iterator[Diagnostic]:
    for activity in plan.activities:
        if activity.key_in(plan) == team.activity and not activity.is_round:
            rounds = ", ".join(one.id for one in plan.activities if one.is_round)
            yield CODE.at(
                team.where("activity"),
                f"{team.key_of('activity')}: “{activity.id}” là {activity.kind}, không phải là một đợt.",
                cure=f"Các đợt của kế hoạch: {rounds}." if rounds else "Kế hoạch không có đợt nào: xóa tệp này.",
                related=[Related(activity.where("kind"), "loại của hoạt động")],
            )
