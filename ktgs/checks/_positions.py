"""Whether somebody holds a position in the bodies that a term names."""

from __future__ import annotations

from datetime import date

from ktgs.language.diagnostics import Code, Diagnostic, Place, Related
from ktgs.language.text import vi_date
from ktgs.records.person import Person
from ktgs.records.plan import Plan, Term
from ktgs.repository.repository import Repository


def holds(repository: Repository, person: Person, term: Term, day: date) -> bool:
    """Return whether the person sits in a body of the term on the day; a term without known bodies asks for none."""
    known = {body.id for body in repository.organization.bodies}
    return (
        not known.issuperset(term.assignable)
        or not term.assignable
        or bool(person.bodies_on(day) & set(term.assignable))
    )


def not_holding(
    code: Code, repository: Repository, plan: Plan, term: Term, person: Person, place: Place, when: str, day: date
) -> Diagnostic:
    """Return the diagnostic of somebody who holds no such position on a day; `when` says in words which day it is."""
    names = {body.id: body.short for body in repository.organization.bodies}
    bodies = ", ".join(names.get(body, body) for body in term.assignable)
    return code.at(
        place,
        f"“{person.id}” ({person.full_name}) không giữ chức vụ nào trong {bodies} vào {when} {vi_date(day)}.",
        expected=f"Theo kế hoạch {plan.label} ({term.clause}), {term.assignable_as} thuộc {bodies}.",
        cure=f"Chọn người khác, hoặc bổ sung “chức vụ” trong {person.file}.",
        related=[Related(term.where("assignable"), "quy định"), Related(person.where("positions"), "chức vụ")],
    )
