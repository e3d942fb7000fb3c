"""What the pages of a built site state about obligations, found by their links and not by the page that holds them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.pages.reading import Element, calendar_days, main, words

_DUE = re.compile(r"(?<!\w)[Hh]ạn:? (\d\d/\d\d/\d{4}|chưa rõ)")
_DAY = re.compile(r"(\d\d/\d\d/\d{4}|chưa rõ)")
_REPORT_DUE = re.compile(r"(?:hạn báo cáo|báo cáo dự sinh hoạt: hạn) (\d\d/\d\d/\d{4})")
_SCOPES = ("li", "tr", "section", "main")  # nothing outside of these belongs to a statement inside them


class Statement(NamedTuple):
    """What a page says of an obligation: its state's code, its due day (ISO or `chưa rõ`; None: nothing), the words."""

    page: str
    id: str
    state: str
    due: str | None
    words: str


class Group(NamedTuple):
    """That a month's page says what is due on a day for one duty and period: how many, how many in each state."""

    day: str
    key: str  # plan/duty/period
    total: int
    states: dict[str, int]


def iso(text: str) -> str:
    """Return dd/mm/yyyy as an ISO day; whatever else as it is."""
    return "-".join(reversed(text.split("/")))


def pages(site: Path) -> list[str]:
    """Return the address of every page of the site but the handbook, and the components, which state nothing."""
    every = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path for path in every if not path.startswith("huong-dan/") and path != "thanh-phan.html")


def target(page: str, href: str | None) -> str:
    """Return where a link leads, from the site's root; empty for one that leaves the site."""
    if not href or "://" in href:
        return ""
    path, _, anchor = href.partition("#")
    found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return f"{found}#{anchor}" if anchor else found


def obligation(address: str) -> str:
    """Return the id of the obligation at an address, empty where it is that of something else."""
    found = re.fullmatch(r"viec/([^/]+)/([^/]+)/[^/]+\.html#(.+)", address)
    return f"{found[1]}/{found[2]}/{found[3].replace('.', '/')}" if found else ""


def meeting(address: str) -> str:
    """Return the key of the meeting at an address, empty where it is that of something else."""
    found = re.fullmatch(r"lich/[^/]+\.html#([^/.]+\.\d{4}-\d\d\..+)", address)
    return found[1].replace(".", "/") if found else ""


def _state(element: Element) -> str:
    """Return the code of the state that an element shows, empty where it shows none."""
    names = (element.get("class") or "").split()
    return next((name.partition("-")[2] for name in names if name.startswith(("state-", "mark-"))), "")


def _named(page: str, element: Element) -> list[str]:
    """Return the ids of the obligations that an element leads to, or that it is the entry of itself."""
    own = obligation(f"{page}#{element.get('id')}") if element.get("id") else ""
    if own:
        return [own]
    links = (obligation(target(page, link.get("href"))) for link in element.xpath("descendant-or-self::a"))
    return list(dict.fromkeys(found for found in links if found))


def statements(site: Path, page: str) -> Iterator[Statement]:
    """Yield what a page states about single obligations. Refuses (AssertionError) a state that belongs to none."""
    for element in main(site, page).xpath(".//*[contains(@class,'state-') or contains(@class,'mark-')]"):
        if not _state(element) or _is_counted(page, element) or _is_of_list(page, element):
            continue
        scope = _scope(page, element)
        ids = _named(page, scope) or _named(page, scope.getnext())
        assert ids, f"{page}: no obligation is named where “{words(scope)[:200]}” stands"
        for found in ids:
            around = _around(page, scope, found)
            yield Statement(page, found, _state(element), _due(page, element, around), words(around))


def _is_counted(page: str, element: Element) -> bool:
    """Return whether the state tells how many are in it, instead of how one obligation stands."""
    leads = [target(page, link.get("href")) for link in element.xpath("ancestor-or-self::a")]
    return bool(element.xpath("ancestor::*[contains(@class,'counted')]")) or any(not obligation(to) for to in leads)


def _is_of_list(page: str, element: Element) -> bool:
    """Return whether the state is that of a whole list, told above it."""
    return bool(re.fullmatch(r"viec/[^/]+(/[^/]+)?\.html", page)) and not element.xpath("ancestor::table")


def _scope(page: str, element: Element) -> Element:
    """Return the least element around a state that names obligations, or has them folded up behind it."""
    while not _named(page, element) and element.tag not in _SCOPES:
        following = element.getnext()
        if following is not None and following.tag == "details" and _named(page, following):
            break
        element = element.getparent()
    return element


def _around(page: str, scope: Element, found: str) -> Element:
    """Return the largest element around a statement that still speaks of one obligation alone."""
    while scope.tag not in _SCOPES:
        parent = scope.getparent()
        if _named(page, parent) != [found]:
            break
        scope = parent
    return scope


def _due(page: str, element: Element, around: Element) -> str | None:
    """Return the due day that stands with a state: in a column of its own, after its word, or over its table."""
    cell = around.xpath("./td[@data-label='Hạn']") if around.tag == "tr" else []
    if cell and (first := _DAY.match(words(cell[0]))):
        return iso(first[1])
    if around.tag == "tr" and around.get("id") and obligation(f"{page}#{around.get('id')}"):
        (heading,) = around.xpath("ancestor::section[1]/h2")
        return iso(told[1]) if (told := _DUE.search(words(heading))) else "chưa rõ"
    return iso(told[1]) if (told := _DUE.search(words(around))) else None


def groups(site: Path, month: str) -> Iterator[Group]:
    """Yield what the calendar says is due in a month: each duty and period of each day."""
    for page, section in calendar_days(site, month):
        day = section.xpath("./h3")[0].text_content()
        on = iso(_DAY.findall(day)[0])
        for item in section.xpath("./h4[normalize-space()='Hạn']/following-sibling::ul[1]/li[span[@class='counted']]"):
            leads = target(page, item.xpath("./a")[0].get("href"))
            states: Counter[str] = Counter()
            for counted in item.xpath("./span[@class='counted']"):
                (shown,) = counted.xpath("./span[contains(@class,'state-')]")
                states[_state(shown)] += int(re.findall(r"\d+$", words(counted))[0])
            total = re.search(r"\((\d+) việc\)", words(item))
            key = obligation(leads) or leads.removeprefix("viec/").removesuffix(".html")
            yield Group(on, key, int(total[1]) if total else 1, dict(states))


def reports_due(site: Path, month: str) -> dict[str, list[str]]:
    """Return the meetings on which the calendar of a month says that reports are due, by day."""
    found: dict[str, list[str]] = {}
    for page, section in calendar_days(site, month):
        on = iso(_DAY.findall(section.xpath("./h3")[0].text_content())[0])
        items = section.xpath("./h4[normalize-space()='Hạn']/following-sibling::ul[1]/li[not(span[@class='counted'])]")
        keys = [meeting(target(page, link.get("href"))) for item in items for link in item.xpath("./a")]
        found.setdefault(on, []).extend(key for key in keys if key)
    return found


def report_days(site: Path, page: str) -> Iterator[tuple[str, str]]:
    """Yield each meeting with the day on which a page says that reports on it are due, wherever the page says so."""
    for element in main(site, page).xpath(".//tr|.//li"):
        own = meeting(f"{page}#{element.get('id')}")
        named = {found for link in element.xpath(".//a") if (found := meeting(target(page, link.get("href"))))}
        keys = [own] if own else list(named)
        cell = element.xpath("./td[@data-label='Hạn báo cáo']")
        told = _DAY.match(words(cell[0])) if cell else _REPORT_DUE.search(words(element))
        if told and len(keys) == 1 and not element.xpath(".//li|.//tr"):
            yield keys[0], iso(told[1])


def parties(site: Path, page: str) -> Iterator[tuple[str, str]]:
    """Yield each obligation with the name of who owes it, where a page has a column for that or is its own entry."""
    for row in main(site, page).xpath(".//tr[th]"):
        named = _named(page, row)
        cell = row.xpath("./td[@data-label='Ai làm']")
        is_entry = bool(row.get("id") and obligation(f"{page}#{row.get('id')}"))
        if len(named) == 1 and (cell or is_entry):
            yield named[0], words(cell[0] if cell else row.xpath("./th")[0])
