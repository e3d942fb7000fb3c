"""The draft of a month's report and the months side by side, over the small sample and small changes to it."""

import re
from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.figures.months import FIGURE
from ktgs.language.months import Month
from ktgs.pages import month_summary
from ktgs.pages._letter import Letter, letterfoot
from tests.pages.reading import items, links, main, rows, words
from tests.repo import SAMPLE, facts, lay

APRIL = "thang/2020-04.html"
REPOSITORY = Path(__file__).parents[2]


def april(root: Path, day: str | None = None) -> month_summary.MonthSummaryPage:
    """Return the page of April of the data under a root."""
    return next(page for page in month_summary.pages(publish(facts(root, day))) if page.month == Month(2020, 4))


def parts(letter: Letter) -> dict[str, tuple[str, ...]]:
    """Return the lines of a letter by their heading, without its numeral."""
    return {passage.heading.partition(". ")[2]: passage.lines for passage in letter.passages}


def test_the_draft_ends_with_who_gets_it_and_on_whose_behalf_it_is_signed(sample_site: Path) -> None:
    recipients, signing = main(sample_site, APRIL).findall(".//table[@class='letter-foot']//td")
    assert words(recipients) == "Nơi nhận:- Thành đoàn Mẫu (để báo cáo);- Lưu: Văn phòng."
    assert words(signing) == "TM. BAN THƯỜNG VỤ(chức vụ, chữ ký, họ và tên)"


def test_a_role_that_no_body_has_is_left_out_of_the_foot() -> None:
    organization = facts(SAMPLE).repository.organization.replace(roles=())
    foot = letterfoot(organization)
    assert foot.recipients == (f"{organization.superior} (để báo cáo)",)
    assert foot.on_behalf == ""


def test_numbers_unfold_to_what_they_count(sample_site: Path) -> None:
    page = main(sample_site, APRIL)
    of_table = {row[0]: row[1] for row in rows(page) if len(row) == 2}
    assert of_table["Số buổi có phân công"].startswith("3 ")
    assert "Chi đoàn 1, Đoàn cơ sở Sở B" in of_table["Số buổi có phân công"]
    assert ("4", "../lich/2020-04.html") in links(page)
    assert items(page, ".//h2") == ["Bản thảo báo cáo", "Số liệu, và những gì mỗi số đếm"]


def test_duties_and_the_paper_lead_on(sample_site: Path) -> None:
    page = main(sample_site, APRIL)
    assert ("Gửi lịch sinh hoạt", "../viec/46-kh-dtn/gui-lich-sinh-hoat/2020-04.html") in links(page)
    assert ("Báo cáo tổng hợp tháng 04/2020", "../bao-cao/2020-05-14-thang-4.html") in links(page)
    assert "Báo cáo dự sinh hoạt: ▲ Trễ hạn 1 ✓ Đúng hạn 1 chỉ kể báo cáo đã gửi" in words(page)


def test_the_draft_says_what_papers_say() -> None:
    draft = april(SAMPLE).draft
    assert (draft.title, draft.subject) == (
        "BÁO CÁO (DỰ THẢO)",
        "Kết quả kiểm tra, giám sát, đi cơ sở tháng 04/2020",
    )
    said = parts(draft)
    assert list(said) == [
        "",
        "KẾT QUẢ",
        "MÔ HÌNH HAY, CÁCH LÀM HAY",
        "TỒN TẠI, HẠN CHẾ",
        "KIẾN NGHỊ, ĐỀ XUẤT CỦA CƠ SỞ",
        "ĐƠN VỊ CHẬM, CHƯA THỰC HIỆN",
        "SO VỚI THÁNG TRƯỚC",
        "NHIỆM VỤ THÁNG TỚI",
    ]
    assert "Số buổi có cán bộ về dự: 2." in said["KẾT QUẢ"]
    assert "Tỷ lệ đoàn viên có mặt: 82,1%." in said["KẾT QUẢ"]
    petition = "Tập huấn nghiệp vụ cho bí thư chi đoàn mới (Chi đoàn 1, Đoàn cơ sở Sở A); gửi Thành đoàn Mẫu,"
    assert any(line.startswith(petition) for line in said["KIẾN NGHỊ, ĐỀ XUẤT CỦA CƠ SỞ"])
    assert "Số buổi có cán bộ về dự: tăng 2, từ 0 lên 2." in said["SO VỚI THÁNG TRƯỚC"]


@pytest.mark.parametrize("root", [SAMPLE, REPOSITORY], ids=["sample", "shipped"])
def test_the_draft_tells_everybody_the_same_names_nobody_and_agrees_with_the_figure(root: Path) -> None:
    known = facts(root)
    internal, public = (drafts(of) for of in (known, publish(known)))
    assert internal == public
    names = {person.full_name for person in known.repository.people.values()}
    for month, letter in public.items():
        text = "\n".join(line for passage in letter.passages for line in passage.lines)
        assert not [name for name in names if name in text]
        assert not re.search(r"[※■▲✓○◔⊘→]|data/|\.html|\.yml|<|>", text)
        (table,) = known.tables(FIGURE)
        column = table.columns.index(month.label)
        for row in table.rows:
            assert f"{row.subject.name}: {row.cells[column].value}." in parts(letter)["KẾT QUẢ"]


def drafts(known: Facts) -> dict[Month, Letter]:
    """Return the drafts of all months."""
    return {page.month: page.draft for page in month_summary.pages(known)}


def test_units_that_were_late_or_are_silent_are_named(tmp_path: Path) -> None:
    lay(tmp_path, {})
    late = tmp_path / "data/plans/2020/46-kh-dtn/schedules/2020-05/doan-so-a.yml"
    text = late.read_text(encoding="utf-8")
    late.write_text(re.sub("ngày nhận: .*", "ngày nhận: 22/04/2020", text), encoding="utf-8")
    lines = parts(april(tmp_path).draft)["ĐƠN VỊ CHẬM, CHƯA THỰC HIỆN"]
    (schedules,) = [line for line in lines if line.startswith("Gửi lịch sinh hoạt, tháng 05/2020: đúng hạn ")]
    assert "; chậm: Đoàn cơ sở Sở A (3 ngày)" in schedules
    assert "; chưa gửi: " in schedules


def test_two_findings_of_the_same_words_are_told_once(tmp_path: Path) -> None:
    lay(tmp_path, {})
    folder = tmp_path / "data/reports/2020/du-sinh-hoat"
    first, second = (folder / f"2020-04-0{name}-chi-doan-1.md" for name in ("8-doan-so-a", "9-doan-so-b"))
    practice = "mô hình hay:\n  - mã: mh9\n    nội dung: {}\n"
    for file, content in ((first, "Sổ tay số."), (second, "sổ tay số")):
        text = re.sub(r"mô hình hay:\n(?: .*\n)+", "", file.read_text(encoding="utf-8"))
        head, _, rest = text.rpartition("---\n")
        file.write_text(f"{head}{practice.format(content)}---\n{rest}", encoding="utf-8")
    told = parts(april(tmp_path).draft)["MÔ HÌNH HAY, CÁCH LÀM HAY"]
    assert told == ("Sổ tay số (Chi đoàn 1, Đoàn cơ sở Sở A; Chi đoàn 1, Đoàn cơ sở Sở B).",)


def test_two_reports_on_one_meeting_are_one_meeting_and_two_attendances(tmp_path: Path) -> None:
    lay(tmp_path, {})
    folder = tmp_path / "data/reports/2020/du-sinh-hoat"
    text = (folder / "2020-04-08-doan-so-a-chi-doan-1.md").read_text(encoding="utf-8")
    other = text.replace("nguyen-van-a", "pham-thi-d").replace("tran-thi-b", "pham-thi-d")
    before = april(tmp_path)
    (folder / "2020-04-08-doan-so-a-chi-doan-1-2.md").write_text(other, encoding="utf-8")
    after = april(tmp_path)
    for name, counts in {"Số buổi có cán bộ về dự": (2, 2), "Số lượt cán bộ về dự": (2, 3)}.items():
        assert tuple(f"{name}: {count}." for count in counts) == (said(before, name), said(after, name))
    assert said(after, "Số đoàn viên có mặt") == said(before, "Số đoàn viên có mặt")


def said(page: month_summary.MonthSummaryPage, name: str) -> str:
    """Return the line of the results that begins with a name."""
    return next(line for line in parts(page.draft)["KẾT QUẢ"] if line.startswith(f"{name}: "))


def test_a_month_that_is_not_over_says_so_and_is_not_compared(tmp_path: Path) -> None:
    lay(tmp_path, {})
    assert not april(tmp_path, "2020-04-30").is_over
    assert "SO VỚI THÁNG TRƯỚC" not in parts(april(tmp_path, "2020-04-30").draft)
    assert april(tmp_path, "2020-05-01").is_over
    assert "SO VỚI THÁNG TRƯỚC" in parts(april(tmp_path, "2020-05-01").draft)
    last = [page.url for page in month_summary.pages(publish(facts(tmp_path, "2020-04-30")))][-1]
    assert last == APRIL


def test_months_side_by_side(sample_site: Path) -> None:
    page = main(sample_site, "thang/index.html")
    assert items(page, ".//ul[@class='menu']/li")[-2:] == ["Tháng 03/2020", "Tháng 02/2020"]
    assert ("Tháng 04/2020", "2020-04.html") in [(text, url.rpartition("/")[2]) for text, url in links(page)]
    by_name = {row[0]: row[1:] for row in rows(page)}
    assert by_name["Số buổi có cán bộ về dự"][-3:] == ["2", "0", "0"]
