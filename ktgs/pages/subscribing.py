"""How to subscribe to calendars: those of the body here, where those of each unit and officer are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts
from ktgs.language.text import person_key, vietnamese_key
from ktgs.obligations.targets import Subject
from ktgs.pages._calendar_views import ViewLink, views
from ktgs.pages._subjects import person_subject, unit_subject

ADDRESS = "lich/dang-ky.html"
MENU = MenuEntry("Đăng ký lịch", 5, MenuGroup.data)


@dataclass(frozen=True, slots=True)
class SubscribingPage:
    """The one page. `units` and `people`: those who have a feed of their own, on their pages."""

    url: str
    title: str
    views: tuple[ViewLink, ...]
    units: tuple[Subject, ...]
    people: tuple[Subject, ...]


def pages(facts: Facts) -> Iterator[SubscribingPage]:
    """Yield the one page."""
    repository = facts.repository
    units = (unit_subject(repository, unit) for unit in repository.units)
    people = (person_subject(repository, person) for person in repository.people)
    yield SubscribingPage(
        ADDRESS,
        "Đăng ký lịch",
        views=views(facts, facts.today, "subscribing"),
        units=tuple(sorted(units, key=lambda unit: vietnamese_key(unit.name))),
        people=tuple(sorted(people, key=lambda person: person_key(person.name))),
    )
