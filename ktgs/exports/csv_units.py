"""`csv/don-vi.csv`: the grassroots organisations."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._columns import cell, cells, headers, table
from ktgs.facts.facts import Facts
from ktgs.records.unit import Unit
from ktgs.repository.units import sub_unit_words

PATH = "csv/don-vi.csv"
DOWNLOADS = (Download(DownloadKind.spreadsheet, PATH, "mỗi dòng một đơn vị đã hoặc đang hoạt động", order=20),)
_FIELDS = (
    "name",
    "short_name",
    "kind",
    "cluster",
    "member_count",
    "party_committee",
    "valid_from",
    "valid_to",
    "merged_into",
    "transferred_from",
)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield a row for each unit, those that ended as well."""
    rows = (
        (unit.id, *cells(unit, *_FIELDS), cell(tuple(branch.name for branch in unit.branches)))
        for unit in facts.repository.units.values()
    )
    yield PATH, table(("mã", *headers(sub_unit_words(facts.repository), Unit, *_FIELDS, "branches")), rows)
