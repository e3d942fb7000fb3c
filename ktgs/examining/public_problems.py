"""What the public may read of what is wrong with the data: only what its own half shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ktgs.examining.accepting import Accepting, accept
from ktgs.examining.pipeline import codes_of, run
from ktgs.facts.accepted import AcceptedWarning
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place, Severity, in_order
from ktgs.language.scanning import modules
from ktgs.records.organization import DataRepository

UNREAD = Code(
    "F904",
    "Tệp có lỗi nên chưa được tính",
    about="Trên trang công khai của một kho nội bộ, và trong kết quả của `ktgs check --public`, mỗi tệp chưa đọc được"
    " chỉ được nêu tên: lỗi cụ thể có thể trích điều nội bộ. Người được đọc kho chạy `ktgs check` để xem đủ.",
)
_CURE = "Chạy ktgs check tại kho dữ liệu để xem lỗi."


def problems_of(facts: Facts) -> tuple[Diagnostic, ...]:
    """Return the problems that those for whom the facts are may read, in order.

    The public of an internal repository reads kind, file and cure of what the checks find in the public half, even
    where they find it there alone, and the names of the files that could not be read. So whoever compares the problems
    with the pages learns nothing more.
    """
    if facts.is_internal or facts.repository.organization.data_repository is DataRepository.public:
        return facts.diagnostics
    return in_order((*map(_without_words, _found_in_public_half(facts).told), *_unread(facts)))


def accepted_for(facts: Facts) -> tuple[AcceptedWarning, ...]:
    """Return the accepted warnings that those for whom the facts are may read, each with its entry.

    The public of an internal repository reads of those that the checks find in the public half, without their words.
    """
    if facts.is_internal or facts.repository.organization.data_repository is DataRepository.public:
        return facts.accepted
    pairs = _found_in_public_half(facts).accepted
    return tuple(AcceptedWarning(_without_words(warning), entry) for warning, entry in pairs)


@lru_cache(maxsize=1)  # several pages of one site ask
def _found_in_public_half(facts: Facts) -> Accepting:
    derived = sorted((*facts.obligations, *facts.unlisted), key=lambda item: item.id)
    diagnostics = in_order(run(replace(facts, obligations=tuple(derived))))
    return accept(facts.repository, [entry for _, entry in facts.accepted], diagnostics)


def _without_words(item: Diagnostic) -> Diagnostic:
    return item.code.at(Place(item.place.file, 0, 0), f"{item.code.title}.", cure=item.cure)


def _unread(facts: Facts) -> Iterator[Diagnostic]:
    of_checks = {code for module in modules("ktgs.checks") for code in codes_of(module)}
    files = {mark.file for mark in facts.repository.broken}
    for item in facts.diagnostics:
        if item.severity is not Severity.error or item.code in of_checks:
            continue
        if item.place.file.startswith("data/"):
            files.add(item.place.file)
        else:  # in the site's own folders nothing is private
            yield replace(item, place=Place(item.place.file, 0, 0), related=())
    for file in files:
        yield UNREAD.at(Place(file, 0, 0), f"{UNREAD.title}.", cure=_CURE)
