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
        "recommendations": (
            _recommendation(repository, reported) for reported in repository.findings_of(Recommendation)
        ),
        "petitions": (_petition(repository, reported) for reported in repository.findings_of(Petition)),
    }
    yield PATH, document(facts, lists)


def _recommendation(repository: Repository, reported: ReportedFinding) -> Shape:
    progress = recommendation_progress(reported)
    return {
        **_common(repository, reported, derived=("due", "from_finding")),
        "due_on": plain(progress.due),
        "done_on": plain(progress.done.on) if progress.done else None,
        "state": progress.state(repository.today).name,
        "events": list(map(shape, reported.events)),
    }


def _petition(repository: Repository, reported: ReportedFinding) -> Shape:
    return {
        **_common(repository, reported, derived=("due",)),
        "due_on": shape(reported.finding)["due"],
        "state": petition_state(reported).name,
        "events": list(map(shape, reported.events)),
    }


def _common(repository: Repository, reported: ReportedFinding, *, derived: tuple[str, ...]) -> Shape:
    """Return what both have; `unit` is the one that it is with now, `turn` the name of the party that acts next."""
    return {
        "id": str(reported.key),
        "report": reported.report.id,
        "unit": owing_unit(repository, reported),
        **shape(reported.finding, without=("id", "unit", *derived)),
        "raised_on": plain(raised_on(repository, reported)),
        "closed_on": plain(closed_on(reported)),
        "age_days": age_days(repository, reported),
        "turn": turn(repository, reported) or None,
    }
