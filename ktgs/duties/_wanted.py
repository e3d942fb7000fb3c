"""What the duties share of the files that would meet them: where these lie, and what each kind begins with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ktgs.language.diagnostics import Place
from ktgs.obligations.wanted import Wanted
from ktgs.records.base import FileRecord
from ktgs.records.plan import Plan
from ktgs.records.report import Report
from ktgs.records.team import Role, Team
from ktgs.repository.free_ids import free_id, free_number
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import Round


def in_plan(plan: Plan, **more: str) -> dict[str, str]:
    """Return the parts of a path in the plan's folder."""
    return {"year": plan.parts["year"], "plan": plan.id, **more}


def whole_file(record: FileRecord) -> Place:
    """Return the place of a file as a whole."""
    return Place(record.file, 0, 0)


def unsent(reports: Iterable[Report]) -> Place | None:
    """Return the first report that is there, as the place where it is to be completed; None where there is none."""
    return next((whole_file(report) for report in reports), None)


def new_report(
    repository: Repository,
    kind: type[Report],
    name: str,
    known: Mapping[str, Any],
    about: str,
    *,
    day: str = "ngày ban hành hoặc ngày gửi",
) -> Wanted:
    """Return the report to be written today. `day` says which day its name begins with."""
    parts = {"year": str(repository.today.year)}
    parts["id"] = free_id(repository, kind, parts, f"{repository.today.isoformat()}-{name}")
    return Wanted(kind, parts, known, f"{about}. Tên tệp bắt đầu bằng {day}: sửa tên nếu là ngày khác")


def new_team(of: Round) -> Wanted:
    """Return the team to be set up for a round."""
    parts = in_plan(of.plan)
    name = free_number(of.repository, Team, parts, f"{of.activity.id}-doan")
    return Wanted(
        Team,
        {**parts, "id": name},
        {
            "activity": of.key,
            "name": None,
            "decisions": [{"document_number": None, "issued_on": None}],
            "members": [{"person": None, "role": role} for role in (Role.lead, Role.clerk)],
            "engagements": [{"id": "c1", "unit": None, "planned_on": None}],
        },
        about=f"Đoàn kiểm tra, giám sát của {of.activity.name}",
    )
