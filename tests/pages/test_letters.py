"""The texts that are copied from pages of units, people and rounds, over the small sample."""

from __future__ import annotations

from ktgs.examining.publishing import publish
from ktgs.pages import person, round, unit
from ktgs.pages._letter import Letter
from tests.repo import SAMPLE, facts

KNOWN = publish(facts(SAMPLE, "2020-05-10"))


def lines(letter: Letter | None) -> dict[str, tuple[str, ...]]:
    """Return the lines of a letter by heading."""
    assert letter
    return {passage.heading: passage.lines for passage in letter.passages}


def test_what_a_unit_has_to_do() -> None:
    page = next(page for page in unit.pages(KNOWN) if page.unit.id == "doan-so-a")
    assert page.letter and page.letter.title == "Việc cần làm của Đoàn cơ sở Sở A"
    assert page.letter.subject == "Tính đến ngày 10/05/2020"
    assert len(lines(page.letter)[""]) == len(page.to_do)
    assert "Gửi lịch sinh hoạt: lịch tháng 06/2020, hạn 19/05/2020; chưa đến hạn." in lines(page.letter)[""]


def test_a_unit_s_letter_says_the_same_on_both_sites() -> None:
    """What others owe on the internal site may follow from who was absent, and a letter leaves it."""
    internal = facts(SAMPLE, "2020-05-10")
    more = [page for page in unit.pages(internal) if any(item.duty.private_until_done for item in page.of_others)]
    assert more
    public = {page.url: page.letter for page in unit.pages(KNOWN)}
    for page in more:
        told = page.letter.passages if page.letter else ()
        known = public[page.url]
        assert told == (known.passages if known else ())


def test_what_a_person_is_assigned_to() -> None:
    page = next(page for page in person.pages(KNOWN) if page.letter and page.upcoming)
    assert page.letter and page.letter.title == f"Phân công của {page.title}"
    assert len(lines(page.letter)[""]) == len(page.upcoming)
    sessions = [lines(page.letter).get("Cuộc kiểm tra, giám sát", ()) for page in person.pages(KNOWN) if page.letter]
    told = "14/05/2020, 08:00: Đoàn cơ sở Sở A; Phòng họp Sở A; Đoàn kiểm tra số 1, đợt 1."
    assert any(told in session for session in sessions)


def test_a_round() -> None:
    page = next(page for page in round.pages(KNOWN) if page.url == "dot/46-kh-dtn/dot-1.html")
    said = lines(page.letter)
    assert said[""] == ("Thời gian: từ ngày 11/05/2020 đến ngày 22/05/2020.",)
    assert len(said["Buổi làm việc"]) == len(page.rows)
    assert len(said["Việc còn phải làm"]) == len(page.to_do)
