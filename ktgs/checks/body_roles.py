"""Some body has each role that the plans need."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.duties.recommendation import DUTY as RECOMMENDATION
from ktgs.facts.facts import Facts, duties
from ktgs.language.diagnostics import Code, Diagnostic, Place, Related
from ktgs.language.text import join_words
from ktgs.obligations.obligation import Duty
from ktgs.records.finding import Recommendation
from ktgs.records.organization import BodyRole, Organization
from ktgs.repository.marks import broken_of
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

CODE = Code(
    "R104",
    "Vai trò mà kế hoạch cần chưa giao cho cơ quan nào",
    about=about(
        "Có những việc của kế hoạch do một cơ quan làm: văn phòng gửi thông báo, phân công, tổng hợp; thường trực tổ"
        " chức đợt, ra quyết định. “phân vai” trong `data/organization.yml` nêu cơ quan nào giữ vai trò nào; chưa nêu"
        " thì không biết việc ấy của ai, nên không việc nào của loại đó được tính.",
        "phân vai:\n  - vai trò: thường trực\n    cơ quan: btv",
        "phân vai:\n  - vai trò: thường trực\n    cơ quan: btv\n  - vai trò: văn phòng\n    cơ quan: van-phong",
        cure="Thêm vai trò còn thiếu vào “phân vai”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each role that nobody has although a duty of a plan needs it."""
    repository = facts.repository
    if any(broken_of(repository, Organization)):
        return
    organization = repository.organization
    for role, places in _needed(repository).items():
        if organization.body_with(role) is None:
            names = join_words([f"“{duty}”" for duty in places])
            yield CODE.at(
                organization.where("roles"),
                f"Không cơ quan nào giữ vai trò “{role}”, mà kế hoạch cần cho việc {names}.",
                cure=f"Thêm mục “vai trò: {role}” và “cơ quan: …” vào “phân vai”.",
                related=[Related(place, "việc cần vai trò này") for place in places.values()],
            )


def _needed(repository: Repository) -> dict[BodyRole, dict[str, Place]]:
    """Return the roles that duties need: the duties of each, with the first place that asks for it."""
    needed: dict[BodyRole, dict[str, Place]] = {}
    for duty in duties():
        if place := next(_asking(repository, duty), None):
            for role in duty.roles:
                needed.setdefault(role, {})[duty.name] = place
    return needed


def _asking(repository: Repository, duty: Duty) -> Iterator[Place]:
    """Yield where plans have the duty's term; for recommendations, which need none, where reports set a day."""
    for plan in repository.plans.values():
        if term := plan.term(duty.name):
            yield term.where("duty")
    if duty is RECOMMENDATION:
        for finding in repository.findings_of(Recommendation):
            if isinstance(finding.finding, Recommendation) and finding.finding.due:
                yield finding.finding.where("due")
