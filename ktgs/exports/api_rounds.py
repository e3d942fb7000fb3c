"""`api/v1/rounds.json`: the teams of each round, their engagements at units, the notices sent."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._shapes import Shape, document, leading, shape
from ktgs.facts.facts import Facts
from ktgs.records.team import Team
from ktgs.repository.notices import notices_of
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import Round, rounds

PATH = "api/v1/rounds.json"
DOWNLOADS = (Download(DownloadKind.data, PATH, "đợt kiểm tra, giám sát: đoàn, cuộc, thông báo", order=80),)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield every inspection and thematic supervision of every plan; its days are in `plans.json`."""
    repository = facts.repository
    every = (round_ for plan in repository.plans.values() for round_ in rounds(repository, plan))
    yield PATH, document(facts, {"rounds": (_round(repository, round_) for round_ in every)})


def _round(repository: Repository, round_: Round) -> Shape:
    return {
        "plan": round_.key.plan,
        "activity": round_.key.activity,
        "teams": list(map(_team, round_.teams)),
        "notices": list(map(shape, notices_of(repository, round_.key))),
    }


def _team(team: Team) -> Shape:
    made = shape(team, without=("activity",))
    members = [leading(member, "person", "role", "valid_from", "valid_to") for member in made["members"]]
    return {**made, "members": members}
