"""Nobody is to be at two units at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from itertools import combinations

from ktgs.checks._attending import Attending, attendings
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import join_words, vi_date
from ktgs.repository.index import Repository
from ktgs.source.codes import about

SAME_HOUR = Code(
    "M301",
    "Cùng giờ ở hai đơn vị",
    about=about(
        "Một người được phân công, hoặc là thành viên đoàn kiểm tra, cùng ngày cùng giờ ở hai đơn vị. Buổi đã dời,"
        " hoãn, hủy và người đã có người dự thay được tính theo tình hình mới nhất. Ở cùng một đơn vị thì không"
        " sao.",
        "- buổi: doan-so-a/b1   # 8:00 ngày 08/04/2020\n  cán bộ: nguyen-van-a\n"
        "- buổi: doan-so-b/b1   # 8:00 ngày 08/04/2020\n"
        "  cán bộ: nguyen-van-a",
        cure="Phân công người khác cho một trong hai.",
    ),
)
CLOSE = Code(
    "M302",
    "Hai đơn vị cách nhau dưới 90 phút",
    Severity.warning,
    about=about(
        "Hai buổi ở hai đơn vị khác nhau bắt đầu cách nhau dưới 90 phút, có thể không kịp đi.",
        "- buổi: doan-so-a/b1   # 8:00\n  cán bộ: nguyen-van-a\n- buổi: doan-so-b/b1   # 9:00 cùng ngày\n"
        "  cán bộ: nguyen-van-a",
        cure="Cân nhắc phân công người khác cho một trong hai.",
    ),
)
CLOSE_MINUTES = 90  # records.md, Positions


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error or a warning for each two occasions that clash, naming everyone who is to be at both."""
    days: dict[tuple[str, date], list[Attending]] = {}
    for attending in attendings(facts.repository):
        days.setdefault((attending.person, attending.on), []).append(attending)
    pairs: dict[tuple[Attending, Attending], list[str]] = {}
    for (person, _), found in days.items():
        found.sort(key=lambda item: (item.at or time.min, item.place))
        for first, second in combinations(found, 2):
            if _clash(first, second):
                pairs.setdefault((_occasion(first), _occasion(second)), []).append(person)
    for (first, second), people in pairs.items():
        yield _told(facts.repository, first, second, people)


def _occasion(attending: Attending) -> Attending:
    """Return the attending without its person: what all who are to be there share."""
    return Attending("", attending.unit, attending.on, attending.at, attending.place, attending.is_private)


def _apart(first: Attending, second: Attending) -> int:
    """Return how many minutes lie between two starts on one day."""
    starts = [(item.at or time.min).hour * 60 + (item.at or time.min).minute for item in (first, second)]
    return abs(starts[0] - starts[1])


def _clash(first: Attending, second: Attending) -> bool:
    is_one_session = first.together is not None and first.together is second.together
    known = first.at is not None and second.at is not None
    return known and not is_one_session and first.unit != second.unit and _apart(first, second) < CLOSE_MINUTES


def _told(repository: Repository, first: Attending, second: Attending, people: list[str]) -> Diagnostic:
    minutes = _apart(first, second)
    names = join_words([f"“{person}” ({repository.person_name(person)})" for person in sorted(people)])
    where = f"“{first.unit}” lúc {first.at:%H:%M} và “{second.unit}” lúc {second.at:%H:%M} ngày {vi_date(second.on)}"
    return (CLOSE if minutes else SAME_HOUR).at(
        second.place,
        f"{names} phải có mặt ở {where}" + (f", chỉ cách nhau {minutes} phút." if minutes else "."),
        cure="Phân công người khác cho một trong hai.",
        related=[Related(first.place, f"ở “{first.unit}”")],
        is_internal=first.is_private or second.is_private,
    )
