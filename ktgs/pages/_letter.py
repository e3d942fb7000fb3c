"""Texts to be copied into Word or sent by Zalo: plain sentences, without marks, paths or links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, vi_date, vi_number
from ktgs.obligations.naming import label
from ktgs.obligations.obligation import Obligation, State
from ktgs.pages._attended import MeetingRow
from ktgs.pages._calendar import RoundPeriod
from ktgs.pages._sessions import Session
from ktgs.records.organization import BodyRole, Organization


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and its lines, each a whole sentence; without a heading it stands under the title.

    `is_list`: its lines are told apart by dashes.
    """

    heading: str
    lines: tuple[str, ...]
    is_list: bool = True


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above a paper: whose it is on the left, the state's or union's line, place and day on the right."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letterfoot:
    """What stands below a paper: who gets it; on whose behalf it is signed, empty where that is not known."""

    recipients: tuple[str, ...]
    on_behalf: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A text to be copied; `head` and `foot` are None where it is no paper."""

    title: str
    subject: str
    passages: tuple[Passage, ...]
    head: Letterhead | None = None
    foot: Letterfoot | None = None


def letterhead(organization: Organization, on: date) -> Letterhead:
    """Return the head of a paper of the body that has no number yet, written in the month of a day."""
    return Letterhead(
        left=(organization.superior.upper(), organization.name.upper(), "***", f"Số: …-BC/{organization.symbol}"),
        right=(
            *organization.paper_heading,
            f"{organization.place_of_issue}, ngày … tháng {on.month:02} năm {on.year}",
        ),
    )


def letterfoot(organization: Organization) -> Letterfoot:
    """Return the foot of a paper to the superior: the office keeps a copy, the standing body has it signed.

    By whom is not known before it is; a role that no body has is left out.
    """
    office, standing = (organization.body_with(role) for role in (BodyRole.office, BodyRole.standing))
    copy = (f"Lưu: {office.short}",) if office else ()
    return Letterfoot(
        recipients=(f"{organization.superior} (để báo cáo)", *copy),
        on_behalf=f"TM. {standing.name.upper()}" if standing else "",
    )


def as_of(facts: Facts) -> str:
    """Return the day that a text speaks of, in words."""
    return f"tính đến ngày {vi_date(facts.today)}"


def owed(facts: Facts, item: Obligation, *, with_who: bool = False) -> str:
    """Return what is owed as a line: what for, by when, how it stands."""
    name = f"{item.who.name}: {item.duty.name}," if with_who else f"{first_upper(item.duty.name)}:"
    due = f", hạn {vi_date(item.due_on)}" if item.due_on else ", chưa rõ hạn"
    progress = f" ({item.progress})" if item.progress else ""
    return f"{name} {label(facts.repository, item)}{due}; {standing(item)}{progress}."


def standing(item: Obligation) -> str:
    """Return how an obligation stands, with the days that are over or left."""
    if item.state is State.overdue:
        return f"quá hạn {vi_number(item.days)} ngày"
    if item.state is State.due_soon:
        return f"còn {vi_number(item.days)} ngày" if item.days else "hôm nay là hạn"
    return str(item.state).lower()


def debts(facts: Facts, name: str, items: Iterable[Obligation], others: Iterable[Obligation] = ()) -> Letter:
    """Return what a party has to do, and what others have to do for it, without what the public may not list."""
    told = (item for item in others if not item.duty.private_until_done)
    of_others = tuple(owed(facts, item, with_who=True) for item in told)
    passages = (
        Passage("", tuple(owed(facts, item) for item in items)),
        Passage("Việc của cơ quan khác liên quan đến đơn vị", of_others),
    )
    return Letter(
        f"Việc cần làm của {name}", first_upper(as_of(facts)), tuple(passage for passage in passages if passage.lines)
    )


def assignments(facts: Facts, name: str, meetings: Iterable[MeetingRow], sessions: Iterable[Session]) -> Letter:
    """Return the meetings and the sessions to come that a person is assigned to."""
    passages = (
        Passage("", tuple(map(_meeting, meetings))),
        Passage("Cuộc kiểm tra, giám sát", tuple(map(session_line, sessions))),
    )
    return Letter(
        f"Phân công của {name}", first_upper(as_of(facts)), tuple(passage for passage in passages if passage.lines)
    )


def round_board(facts: Facts, of: RoundPeriod, sessions: Iterable[Session], to_do: Iterable[Obligation]) -> Letter:
    """Return a round: its days, its sessions, what is still to do for it and who has to."""
    days = (f"Thời gian: {of.days}.",) if of.days else ()
    passages = (
        Passage("", days, is_list=False),
        Passage("Buổi làm việc", tuple(map(session_line, sessions))),
        Passage("Việc còn phải làm", tuple(owed(facts, item, with_who=True) for item in to_do)),
    )
    return Letter(of.activity.name, first_upper(as_of(facts)), tuple(passage for passage in passages if passage.lines))


def session_line(of: Session) -> str:
    """Return a session as a line: when, with which unit, where, and what became of it."""
    when = vi_date(of.on) if of.on else "Chưa ấn định ngày"
    hour = f", {of.at:%H:%M}" if of.at else ""
    rest = "; ".join(filter(None, (of.unit.name, of.at_place, of.team, of.note)))
    return f"{when}{hour}: {rest}."


def _meeting(row: MeetingRow) -> str:
    """Return a meeting as a line: when, who meets, where, and whether it still stands."""
    notes = f" ({', '.join(row.notes)})" if row.notes else ""
    return f"{vi_date(row.on)}, {row.at:%H:%M}: {row.subject.name}; {row.at_place}{notes}."
