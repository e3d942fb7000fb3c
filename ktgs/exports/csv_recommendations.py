"""`csv/kien-nghi.csv`: recommendations and petitions, how far they have come and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses import addresses
from ktgs.exports._columns import cell, cells, table
from ktgs.facts.facts import Facts
from ktgs.records.finding import Petition, Recommendation
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found
from ktgs.repository.progress import (
    age_days,
    closed_on,
    owing_unit,
    petition_state,
    raised_on,
    recommendation_progress,
    turn,
)

_COLUMNS = (
    "mã",
    "loại",
    "báo cáo",
    "đơn vị",
    "tên đơn vị",
    "nội dung",
    "gửi",
    "ngày nêu",
    "hạn",
    "trạng thái",
    "ngày kết thúc",
    "số ngày từ khi nêu",
    "đến lượt",
)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each recommendation, then for each petition."""
    found = (*facts.repository.findings_of(Recommendation), *facts.repository.findings_of(Petition))
    yield addresses.spreadsheet("kien-nghi"), table(_COLUMNS, (_row(facts.repository, one) for one in found))


def _row(repository: Repository, found: Found) -> tuple[str, ...]:
    unit = owing_unit(repository, found)
    if isinstance(found.finding, Petition):
        kind, due, state = "kiến nghị, đề xuất của cơ sở", found.finding.due, str(petition_state(found))
    else:
        progress = recommendation_progress(found)
        kind, due, state = "kiến nghị của đoàn kiểm tra", progress.due, str(progress.state(repository.today))
    return (
        found.key,
        kind,
        found.report.id,
        cell(unit),
        repository.unit_name(unit) if unit else "",
        *cells(found.finding, "content", "addressee"),
        cell(raised_on(repository, found)),
        cell(due),
        state,
        cell(closed_on(found)),
        cell(age_days(repository, found)),
        turn(repository, found),
    )
