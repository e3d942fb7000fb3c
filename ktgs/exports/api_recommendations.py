"""`api/v1/recommendations.json`: recommendations and petitions, how far they have come and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import Shape, document, plain, shape
from ktgs.facts.facts import Facts
from ktgs.records.finding import Petition, Recommendation
from ktgs.repository.findings import (
    age_days,
    closed_on,
    owing_unit,
    petition_state,
    raised_on,
    recommendation_progress,
    turn,
)
from ktgs.repository.linked import ReportedFinding
from ktgs.repository.repository import Repository

PATH = "api/v1/recommendations.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "kiến nghị, đề xuất: trạng thái, số ngày, đang chờ ai", order=100),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield what teams recommended and what the grassroots proposed."""
    repository = facts.repository
    lists = {
        "recommendations": (_recommendation(repository, found) for found in repository.findings_of(Recommendation)),
        "petitions": (_petition(repository, found) for found in repository.findings_of(Petition)),
    }
    yield PATH, document(facts, lists)


def _recommendation(repository: Repository, found: ReportedFinding) -> Shape:
    progress = recommendation_progress(found)
    return {
        **_common(repository, found, derived=("due", "from_finding")),
        "due_on": plain(progress.due),
        "done_on": plain(progress.done.on) if progress.done else None,
        "state": progress.state(repository.today).name,
        "events": list(map(shape, found.events)),
    }


def _petition(repository: Repository, found: ReportedFinding) -> Shape:
    return {
        **_common(repository, found, derived=("due",)),
        "due_on": shape(found.finding)["due"],
        "state": petition_state(found).name,
        "events": list(map(shape, found.events)),
    }


def _common(repository: Repository, found: ReportedFinding, *, derived: tuple[str, ...]) -> Shape:
    """Return what both have; `unit` is the one that it is with now, `turn` the name of the party that acts next."""
    return {
        "id": str(found.key),
        "report": found.report.id,
        "unit": owing_unit(repository, found),
        **shape(found.finding, without=("id", "unit", *derived)),
        "raised_on": plain(raised_on(repository, found)),
        "closed_on": plain(closed_on(found)),
        "age_days": age_days(repository, found),
        "turn": turn(repository, found) or None,
    }
