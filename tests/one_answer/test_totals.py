"""Counts that lead to a list of obligations: the list holds as many, or one sentence beside says both numbers.

Only yearly totals of the body may count more than is public one by one; a month counts what its calendar names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tests.one_answer.asking import STATES, Answer, none_differ
from tests.one_answer.conftest import House
from tests.one_answer.statements import obligation, pages, target
from tests.pages.reading import Element, words

ALL = "Tổng số"
_WORDS = {word: state for state, word in STATES.items()} | {ALL: ""}
_COUNT = re.compile(rf"(?:\W*({'|'.join(STATES.values())})\W*)?(\d[\d.]*)\)?")
_SENT = "chỉ kể báo cáo đã gửi của người được phân công"
_FEWEST = 3  # what fewer would tell of somebody


class Count(NamedTuple):
    """A number on a page that leads to a list; `state` is a code, empty where it counts all."""

    number: int
    state: str
    leads: str


def number(text: str) -> int:
    """Return a number as pages write it: 1.234."""
    return int(text.replace(".", ""))


def counts(house: House, page: str) -> Iterator[Count]:
    """Yield each count of obligations on a page: one that names its state, or stands in a column that does."""
    for link in house.main(page).xpath(".//a[not(ancestor::details[@class='counts'])]"):
        leads = target(page, link.get("href"))
        found = _COUNT.fullmatch(words(link))
        if found and re.fullmatch(r"(viec|lich)/.+\.html", leads):
            word = found[1] or column(link)
            if word in _WORDS:
                yield Count(number(found[2]), _WORDS[word], leads)


def column(link: Element) -> str:
    """Return the heading of the column that a link stands in, empty where it stands in none."""
    cells = link.xpath("ancestor::td[1]")
    if not cells:
        return ""
    place = len(cells[0].xpath("preceding-sibling::*")) + 1
    return words(cells[0].xpath(f"ancestor::table[1]/thead//th[{place}]")[0])


def lengths(house: House, count: Count) -> set[int]:
    """Return how many in its state the list behind a count holds; of a month with reports on meetings or without."""
    if month := re.fullmatch(r"lich/(\d{4}-\d\d)\.html", count.leads):
        mine = [key for key in house.counted if (house.public[key].due_on or "").startswith(month[1])]
        without = [key for key in mine if not house.public[key].private_until_done]
        return {in_state(house, mine, count.state), in_state(house, without, count.state)}
    if duty := re.fullmatch(r"viec/([^/]+/[^/]+)/index\.html", count.leads):
        mine = [key for key in house.counted if key.startswith(f"{duty[1]}/")]
    elif re.fullmatch(r"viec/[^/]+(/[^/]+)?\.html", count.leads):
        told = re.search(r"Có ([\d.]+) việc\.", words(house.main(count.leads)))
        return {number(told[1]) if told else 0}
    else:
        mine = list({found.id for found in house.stated if found.page == count.leads} & house.counted)
    return {in_state(house, mine, count.state)}


def in_state(house: House, keys: list[str], state: str) -> int:
    """Return how many are in a state, or how many there are."""
    return sum(house.public[key].state == state for key in keys) if state else len(keys)


def says_both(page: Element, *numbers: int) -> bool:
    """Return whether a sentence of the page has all the numbers."""
    texts = (words(element) for element in page.xpath(".//p|.//li|.//td|.//dd|.//caption|.//span[@class='note']"))
    found = (set(re.findall(r"(?<![\d/.,])\d[\d.]*(?![\d/])", text)) for text in texts if len(text) < 300)
    wanted = {f"{each:,}".replace(",", ".") for each in numbers}
    return any(numbers_in >= wanted for numbers_in in found)


def test_counts_and_their_lists(house: House) -> None:
    wrong, seen = [], 0
    for page in pages(house.site):
        for count in counts(house, page):
            seen += 1
            listed = lengths(house, count)
            is_yearly = not count.leads.startswith("lich/")
            both = is_yearly and any(says_both(house.main(page), count.number, each) for each in listed)
            if count.number not in listed and not both:
                state = STATES.get(count.state, ALL)
                wrong.append(f"{page}: {state} {count.number} leads to {count.leads}, which has {sorted(listed)}")
    assert seen > 100
    none_differ(wrong)


def test_counts_that_fold_out(house: House) -> None:
    """A number over a fold with obligations is how many the fold holds."""
    wrong, seen = [], 0
    for page in pages(house.site):
        for fold in house.main(page).xpath(".//details[@class='counts']"):
            held = [obligation(target(page, link.get("href"))) for link in fold.xpath("./ul/li/a")]
            if held and all(held):
                seen += 1
                told = words(fold.xpath("./summary")[0])
                if number(told) != len(held):
                    wrong.append(f"{page}: {told} folds out to {len(held)}")
    assert seen
    none_differ(wrong)


def test_the_table_of_duties_and_the_lists_of_states(house: House) -> None:
    """Who adds up a column finds the list of the state, or both numbers in one sentence."""
    found = house.main("thuc-hien/index.html")
    (table,) = found.xpath(".//table[contains(caption, 'Theo việc')]")
    heads = [words(head) for head in table.xpath("./thead//th")]
    for state in ("overdue", "unknown"):
        column = heads.index(STATES[state]) + 1
        total = sum(number(words(cell)) for cell in table.xpath(f"./tbody/tr/*[{column}]"))
        listed = in_state(house, list(house.counted), state)
        assert total == listed or says_both(found, total, listed), f"{state}: {total} in all, {listed} listed"


def test_counts_of_reports_say_whose_they_are(house: House) -> None:
    """What was sent in place of somebody else is not public one by one: no page counts it without saying so.

    The year's count says both numbers where at least three were left out; a month's says whose reports it counts.
    """
    listed, sent, seen = sent_reports(house.public), sent_reports(house.facts), set()
    for page in pages(house.site):
        month = page.removeprefix("thang/").removesuffix(".html") if page.startswith("thang/") else ""
        for line in house.main(page).xpath(f".//*[self::li or self::tr][contains(., '{_SENT}')]"):
            seen.add(month)
            told = sum(map(number, re.findall(r"(?:Trễ hạn|Đúng hạn) (\d+)", words(line))))
            assert told == listed[month], f"{page}: {words(line)}"
            said = f"{listed[month]} trong {sent[month]} báo cáo" in words(line)
            assert said == (not month and sent[month] - listed[month] >= _FEWEST), f"{page}: {words(line)}"
    assert seen == {month for month in listed if listed[month]}
    assert sent[""] - listed[""] >= _FEWEST and "" in seen


def sent_reports(answers: Mapping[str, Answer]) -> Counter[str]:
    """Return how many visit reports are in, by the month of their meetings and in all ("")."""
    sent: Counter[str] = Counter()
    for key, answer in answers.items():
        if answer.private_until_done and answer.done_on:
            sent.update((key.split("/")[2], ""))
    return sent
