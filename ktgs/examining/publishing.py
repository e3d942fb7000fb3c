"""What an audience may know of all the facts; of what is wrong with the data the public reads what its half shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from ktgs.examining.accepting import accept
from ktgs.examining.pipeline import codes_of, run
from ktgs.facts.accepted import AcceptedWarning
from ktgs.facts.audience import Audience
from ktgs.facts.facts import Facts, Found, public_half
from ktgs.language.diagnostics import Code, Diagnostic, Place, Severity, in_order
from ktgs.language.scanning import modules
from ktgs.machine.sharing import Meanwhile
from ktgs.records.organization import DataRepository

UNREAD = Code(
    "F904",
    "Tệp có lỗi nên chưa được tính",
    about="Trên trang công khai của một kho nội bộ, và trong kết quả của `ktgs check --public`, mỗi tệp chưa đọc được"
    " chỉ được nêu tên: lỗi cụ thể có thể trích điều nội bộ. Người được đọc kho chạy `ktgs check` để xem đủ.",
)
_CURE = "Chạy ktgs check tại kho dữ liệu để xem lỗi."


def facts_for(audience: Audience, facts: Facts, *, is_ahead: bool = False) -> Facts:
    """Return what an audience may know of all the facts; `is_ahead` as for `publish`."""
    return publish(facts, is_ahead=is_ahead) if audience is Audience.public else facts


def publish(facts: Facts, *, is_ahead: bool = False) -> Facts:
    """Return what the public may know of all the facts, with what the checks find in its half.

    They run when somebody asks, or at once beside what comes next.
    """
    half = public_half(facts)
    if facts.repository.organization.data_repository is DataRepository.public:
        return half.finding(lambda: _without_internal(facts))
    by_checks = partial(_run, half)
    awaited = Meanwhile(by_checks) if is_ahead else by_checks
    return half.finding(lambda: _found_in_half(half, facts, awaited()))


def _without_internal(facts: Facts) -> Found:
    return Found(
        tuple(item for item in facts.diagnostics if not item.is_internal),
        tuple(item for item in facts.accepted if not item.warning.is_internal),
    )


def _run(half: Facts) -> tuple[Diagnostic, ...]:
    derived = sorted((*half.obligations, *half.unlisted), key=lambda item: item.id)
    return in_order(run(replace(half, obligations=tuple(derived))))


def _found_in_half(half: Facts, facts: Facts, by_checks: Iterable[Diagnostic]) -> Found:
    """Return what the public of an internal repository reads: kind, file and cure of what the checks find in its half,
    even where they find it there alone, and the names of the files that could not be read.

    So whoever compares the problems with the pages learns nothing more.
    """
    listed = [item.entry for item in facts.accepted if not item.warning.is_internal]
    found = accept(half.repository, listed, by_checks)
    accepted = tuple(AcceptedWarning(_without_words(warning), entry) for warning, entry in found.accepted)
    return Found(in_order((*map(_without_words, found.told), *_unread(facts))), accepted)


def _without_words(item: Diagnostic) -> Diagnostic:
    return item.code.at(Place(item.place.file, 0, 0), f"{item.code.title}.", cure=item.cure)


def _unread(facts: Facts) -> Iterator[Diagnostic]:
    of_checks = {code for module in modules("ktgs.checks") for code in codes_of(module)}
    files = {mark.file for mark in facts.repository.broken}
    for item in facts.diagnostics:
        if item.severity is not Severity.error or item.code in of_checks or item.is_internal:
            continue
        if item.place.file.startswith("data/"):
            files.add(item.place.file)
        else:  # in the site's own folders nothing is private
            yield replace(item, place=Place(item.place.file, 0, 0), related=())
    for file in files:
        yield UNREAD.at(Place(file, 0, 0), f"{UNREAD.title}.", cure=_CURE)
