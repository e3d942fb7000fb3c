"""What can be searched for, over the small sample."""

from __future__ import annotations

from itertools import groupby

import pytest

from ktgs.addresses.documents import DocumentKind, SearchDocument, documents
from ktgs.examining.pipeline import codes
from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.obligations.targets import ToCode, ToPlan, ToUnit
from tests.repo import SAMPLE, facts


@pytest.fixture(scope="module")
def known() -> Facts:
    """What the public knows of the small sample."""
    return publish(facts(SAMPLE))


def of(known: Facts, kind: DocumentKind) -> list[SearchDocument]:
    """Return the documents of a kind."""
    return [document for document in documents(known) if document.kind is kind]


def test_they_come_kind_by_kind_in_the_order_that_readers_are_told(known: Facts) -> None:
    """The handbook is no data, and is read from its pages."""
    kinds = [kind for kind, _ in groupby(document.kind for document in documents(known))]
    assert kinds == [kind for kind in DocumentKind if kind is not DocumentKind.handbook]


def test_everything_of_a_kind_is_a_document_once(known: Facts) -> None:
    repository = known.repository
    assert [document.target for document in of(known, DocumentKind.unit)] == [ToUnit(unit) for unit in repository.units]
    assert len(of(known, DocumentKind.person)) == len(repository.people)
    assert len(of(known, DocumentKind.report)) == len(repository.reports)
    assert [document.target for document in of(known, DocumentKind.finding)] == list(repository.findings)
    assert [document.target for document in of(known, DocumentKind.meeting)] == list(repository.meetings)
    assert [document.target for document in of(known, DocumentKind.code)] == [ToCode(code.id) for code in codes()]


def test_a_unit_is_found_by_its_other_names_and_its_branches(known: Facts) -> None:
    for unit, document in zip(known.repository.units.values(), of(known, DocumentKind.unit), strict=True):
        assert document.title == unit.name
        others = [unit.short_name, *(former.name for former in unit.former_names)]
        named = [*filter(None, others), unit.kind, *(branch.name for branch in unit.branches)]
        assert [name for name in named if name not in document.text.split(" · ")] == []


def test_a_plan_is_a_paper_and_each_of_its_titled_clauses_a_rule(known: Facts) -> None:
    (plan,) = known.repository.plans.values()
    first, *_ = of(known, DocumentKind.paper)
    assert (first.title, first.target) == (f"Kế hoạch {plan.label}", ToPlan(plan.id))
    clauses = [
        document for document in of(known, DocumentKind.rule) if document.text.startswith(f"Kế hoạch {plan.label}")
    ]
    assert len(clauses) == len({document.title for document in clauses}) > 1
    assert all("\n" not in document.text for document in clauses)


def test_an_example_of_a_problem_is_not_found(known: Facts) -> None:
    """An example may hold any word, and would be found for it."""
    assert [document.title for document in of(known, DocumentKind.code) if "Sai:" in document.text] == []
