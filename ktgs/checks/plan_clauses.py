"""A clause that a term, a topic or an activity names is one of the plan's text."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.language.text import fold, nearest, perhaps
from ktgs.records.clauses import clauses
from ktgs.records.plan import Plan
from ktgs.source.codes import about

CODE = Code(
    "R307",
    "Mục không có trong lời văn của kế hoạch",
    about=about(
        "“mục” được in ra như quy định của kế hoạch, nên phải là mục có tiêu đề trong lời văn (II, II.1, II.2.1 …),"
        " hoặc một điểm ngay dưới mục không có mục con: II.2.1.a.",
        "mục: IX.9.9   # lời văn chỉ có đến mục V",
        "mục: IV.2",
        cure="Sửa số mục, hoặc sửa tiêu đề trong lời văn.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each clause that the plan's text does not have; none where no heading has a number."""
    for plan in (*facts.repository.plans.values(), *facts.repository.drafts):
        known = clauses(plan.body)
        for name, place in _named(plan) if known else ():
            if not _is_in(known, name):
                yield CODE.at(
                    place,
                    f"Lời văn của kế hoạch không có mục “{name}”.",
                    expected=f"Có: {', '.join(known)}.",
                    cure=perhaps(nearest(name, known), "Sửa số mục."),
                )


def _is_in(known: tuple[str, ...], name: str) -> bool:
    """Return whether a clause has a heading, or is a point of one below which no heading has a number."""
    folded = set(map(fold, known))
    above = fold(name).rpartition(".")[0]
    has_headings_below = any(clause.startswith(f"{above}.") for clause in folded)
    return fold(name) in folded or (above in folded and not has_headings_below)


def _named(plan: Plan) -> Iterator[tuple[str, Place]]:
    for term in plan.terms:
        for index, clause in enumerate(term.clauses):
            yield clause, term.where("clauses", index)
    for topic in plan.topics:
        yield topic.clause, topic.where("clause")
    for activity in plan.activities:
        yield activity.clause, activity.where("clause")
