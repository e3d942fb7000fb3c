"""Nobody is to be at two units at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import join_words, vi_date
from ktgs.repository.linked import grouped
from ktgs.repository.naming import person_name
from ktgs.repository.presence import Clash, clashes
from ktgs.repository.repository import Repository
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
        "- buổi: doan-so-a/b1   # 8:00 ngày 08/04/2020\n"
        "  cán bộ: nguyen-van-a\n"
        "- buổi: doan-so-b/b1   # 8:00 ngày 08/04/2020\n"
        "  cán bộ: tran-thi-b",
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
        "- buổi: doan-so-a/b1   # 8:00\n"
        "  cán bộ: nguyen-van-a\n"
        "- buổi: doan-so-b/b1   # 9:00 cùng ngày\n"
        "  cán bộ: tran-thi-b",
        cure="Cân nhắc phân công người khác cho một trong hai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error or a warning for each two occasions that clash, naming everyone who is to be at both.

    Those of whom only a replacement tells that they are to be there are told apart, since that is internal.
    """
    pairs = grouped((_pair(clash), clash) for clash in clashes(facts.repository))
    for (_, is_internal), same in pairs.items():
        yield _told(facts.repository, same, is_internal=is_internal)


def _pair(clash: Clash) -> tuple[frozenset[object], bool]:
    """Return what one message is about: the two occasions, whichever comes first, and whether it is internal."""
    occasions = frozenset((clash.first.occasion, clash.second.occasion))
    return occasions, clash.first.is_private or clash.second.is_private


def _told(repository: Repository, same: Sequence[Clash], *, is_internal: bool) -> Diagnostic:
    first, second, minutes = same[0].first, same[0].second, same[0].minutes
    people = sorted({clash.first.person for clash in same})
    names = join_words([f"“{person}” ({person_name(repository, person)})" for person in people])
    before, after = first.occasion, second.occasion
    where = f"“{before.unit}” lúc {before.at:%H:%M} và “{after.unit}” lúc {after.at:%H:%M} ngày {vi_date(after.on)}"
    return (CLOSE if minutes else SAME_HOUR).at(
        second.place,
        f"{names} phải có mặt ở {where}" + (f", chỉ cách nhau {minutes} phút." if minutes else "."),
        cure="Phân công người khác cho một trong hai.",
        related=[Related(first.place, f"ở “{before.unit}”")],
        is_internal=is_internal,
    )
