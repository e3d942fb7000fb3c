"""How everything counts: the index, a duty's page, the kinds of problem."""

from pathlib import Path

import pytest

from ktgs.examining.pipeline import codes
from ktgs.facts.facts import duties, figures
from ktgs.language.diagnostics import Code, Severity
from ktgs.language.text import first_upper
from tests.pages.reading import items, links, main, section, words


def test_index_has_every_duty_and_figure(sample_site: Path) -> None:
    page = main(sample_site, "cach-tinh/index.html")
    named = {text for text, _ in links(page)}
    assert {first_upper(duty.name) for duty in duties()} | {first_upper(figure.name) for figure in figures()} <= named
    assert items(section(page, "viec"), ".//strong")[:2] == [
        "Tiến hành đợt",
        "Giám sát thường xuyên",
    ]  # as the plan has them
    assert "mục II.3: trước ngày 20 hằng tháng, lịch của tháng sau (theo kế hoạch)." in words(page)
    assert "chậm nhất 10 ngày làm việc sau ngày cuối tháng (theo quy ước văn phòng)." in words(page)


@pytest.mark.parametrize("duty", duties(), ids=lambda duty: duty.slug)
def test_a_duty_has_its_explanation_with_examples(sample_site: Path, duty: object) -> None:
    slug = duty.slug  # type: ignore[attr-defined]
    page = main(sample_site, f"cach-tinh/{slug}.html")
    text = words(section(page, "cach-tinh"))
    assert "Ví dụ" in text and f"46-kh-dtn/{slug}/" in text and "→ Đúng hạn" in text
    assert page.xpath("//pre/code")


def test_a_duty_has_its_terms_with_clause_and_source(sample_site: Path) -> None:
    page = main(sample_site, "cach-tinh/thong-bao.html")
    found = section(page, "ke-hoach")
    text = words(found)
    clauses = "Kế hoạch 46-KH/ĐTN, mục II.1, II.2.1, III, IV.1"
    assert f"{clauses}: chậm nhất 05 ngày làm việc trước ngày đầu đợt, tính cả ngày gửi" in text
    assert "(theo kế hoạch)." in text
    settings = dict(zip(items(found, ".//dt"), items(found, ".//dd"), strict=True))
    assert settings["số"] == "5" and settings["mục"] == "II.1, II.2.1, III, IV.1"
    assert settings["đơn vị bổ sung"] == "tính trước buổi làm việc"
    assert ("Trễ hạn: 1", "../viec/tre-han/thong-bao.html") in links(found)


def test_a_duty_without_term_and_one_listed_when_done(sample_site: Path) -> None:
    assert "Hạn do chính báo cáo đặt ra" in words(main(sample_site, "cach-tinh/kien-nghi.html"))
    visit = words(main(sample_site, "cach-tinh/bao-cao-du-sinh-hoat.html"))
    assert "chỉ được liệt kê công khai khi đã làm xong" in visit
    assert "Quá hạn:" not in visit.partition("Tính như thế nào")[0]


def test_every_code_is_listed_and_leads_to_its_page(sample_site: Path) -> None:
    page = main(sample_site, "cach-tinh/thong-bao-loi.html")
    assert page.xpath("//section//li/@id") == [code.id for code in codes()]
    assert links(page, "//section//li/a") == [
        (f"{code.id}: {code.title}", f"../cach-tinh/loi/{code.id.lower()}.html") for code in codes()
    ]


@pytest.mark.parametrize("code", codes(), ids=lambda code: code.id)
def test_a_code_has_a_page_with_its_explanation_and_the_way_to_mend_it(sample_site: Path, code: Code) -> None:
    page = main(sample_site, f"cach-tinh/loi/{code.id.lower()}.html")
    assert words(page).startswith(f"{code.id}: {code.title} {code.severity.value} ")
    assert ("không được cập nhật" in words(page)) == (code.severity is Severity.error)
    assert len(page.xpath("./pre")) == code.about.count("\n```yaml") + code.about.count("\n```markdown")
    assert bool(page.xpath(".//h2[@id='tim-va-sua']")) == (code.id not in ("F901", "F902", "F903"))  # the program's own
