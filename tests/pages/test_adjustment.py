"""The page of a decision: what it says, which obligations it reaches, which not and why."""

from __future__ import annotations

from pathlib import Path

from ktgs.examining.publishing import publish
from ktgs.pages.adjustment import AdjustmentPage, pages
from tests.repo import facts, lay

FILE = "data/plans/2020/46-kh-dtn/adjustments/2020-05-04-thu.yml"
REST = "ngày quyết định: 04/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Thử\n"


def shown(root: Path, name: str) -> AdjustmentPage:
    """Return the public page of an adjustment."""
    return next(page for page in pages(publish(facts(root))) if page.row.adjustment.id == name)


def test_a_move(tmp_path: Path) -> None:
    page = shown(lay(tmp_path, {}), "2020-03-16-gs-thang-3")
    assert page.url == "dieu-chinh/46-kh-dtn/2020-03-16-gs-thang-3.html"
    assert (page.title, page.row.change) == (
        "Điều chỉnh: Giám sát chuyên đề tháng 3, 16/03/2020",
        "từ 15/06/2020 đến 26/06/2020",
    )
    assert [subject.name for subject in page.row.scope] == ["mọi đơn vị"]
    moved = {row.line.item.duty.name: (str(row.effect.before), str(row.effect.after)) for row in page.reached}
    assert moved["tiến hành đợt"] == ("2020-03-31", "2020-06-26")
    assert (page.concerned, page.unreached) == ("4 việc", ())


def test_an_extension_says_what_it_does_not_reach(tmp_path: Path) -> None:
    text = "loại: gia hạn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-a\nkỳ: [04/2020, 08/2020]\nhạn mới: 10/08/2020\n"
    page = shown(lay(tmp_path, {FILE: text + REST}), "2020-05-04-thu")
    assert [subject.name for subject in page.row.scope] == ["Đoàn cơ sở Sở A", "tháng 04/2020", "tháng 08/2020"]
    assert (page.concerned, page.reached_words) == ("2 việc của 1 đơn vị", "1 việc của 1 đơn vị")
    assert [row.why_not for row in page.unreached] == ["đã xong ngày 18/03/2020 nên không tính lại theo quyết định"]


def test_visit_reports_are_told_once_they_are_in(tmp_path: Path) -> None:
    text = (
        "loại: gia hạn\nviệc: báo cáo dự sinh hoạt\nđơn vị: tất cả\ncán bộ: tất cả\nkỳ: 05/2020\nhạn mới: 30/06/2020\n"
    )
    root = lay(tmp_path, {FILE: text + REST})
    page = shown(root, "2020-05-04-thu")
    every = facts(root)
    adjustment = next(item for item in every.repository.adjustments.values() if item.id == "2020-05-04-thu")
    assert page.is_private
    assert len(page.reached) < len(every.effects_by(adjustment).reached)
    assert all(row.line.item.done_on for row in page.reached)
    assert [subject.name for subject in page.row.scope] == ["mọi đơn vị", "mọi cán bộ", "tháng 05/2020"]


def test_a_named_document_leads_to_its_session(tmp_path: Path) -> None:
    text = "loại: gia hạn\nviệc: tài liệu\ntài liệu: dot-1-doan-1/c1/so-chi-doan\nhạn mới: 30/06/2020\n"
    (subject,) = shown(lay(tmp_path, {FILE: text + REST}), "2020-05-04-thu").row.scope
    assert (subject.name, str(subject.target)) == ("tài liệu “Sổ chi đoàn”", "46-kh-dtn/dot-1-doan-1/c1")


def test_two_decisions_of_one_day_about_one_duty_have_titles_of_their_own(tmp_path: Path) -> None:
    text = "loại: gia hạn\nviệc: gửi lịch sinh hoạt\nđơn vị: {}\nkỳ: 08/2020\nhạn mới: 10/08/2020\n" + REST
    second = FILE.replace("-thu", "-thu-hai")
    root = lay(tmp_path, {FILE: text.format("doan-so-a"), second: text.format("doan-so-b")})
    titles = {page.row.adjustment.id: page.title for page in pages(publish(facts(root)))}
    title = "Gia hạn: Gửi lịch sinh hoạt, 04/05/2020"
    assert titles["2020-05-04-thu"] == f"{title} (quyết định thứ 1 trong ngày)"
    assert titles["2020-05-04-thu-hai"] == f"{title} (quyết định thứ 2 trong ngày)"
