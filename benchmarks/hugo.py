"""The same work given to Hugo: a site of as many pages and bytes as one of ktgs's, made of the same schedules.

Hugo reads the repository's own schedule files as its data, once a build as ktgs does. Each of its pages stands for one
page of ktgs and is as long: a base template with head, menu and footer, and a table whose rows its single template
fills in from a run of the meetings, with links, words for what became of them, and escaped text. The feeds, CSV, JSON
and search index that ktgs writes beside its pages have no counterpart.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from html import escape
from importlib.metadata import distribution
from pathlib import Path

import yaml

Meeting = Mapping[str, str]

CONFIG = """baseURL = "https://example.invalid/"
languageCode = "vi"
title = "Kiểm tra, giám sát và đi cơ sở"
uglyURLs = true
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[[menus.main]]
name = "Việc phải làm"
url = "/viec.html"
[[menus.main]]
name = "Đơn vị"
url = "/don-vi.html"
[[menus.main]]
name = "Lịch"
url = "/lich.html"
"""
BASE = """<!doctype html>
<html lang="{{ site.Language.Locale }}">
<head><meta charset="utf-8"><title>{{ .Title }} – {{ site.Title }}</title></head>
<body>
<nav><ul>{{ range site.Menus.main }}<li><a href="{{ .URL | relURL }}">{{ .Name }}</a></li>{{ end }}</ul></nav>
<main>{{ block "main" . }}{{ end }}</main>
<footer>{{ site.Title }}</footer>
</body>
</html>
"""
SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1>
<table>
<thead><tr><th>Ngày</th><th>Giờ</th><th>Đơn vị</th><th>Nội dung</th><th>Địa điểm</th></tr></thead>
<tbody>
{{ range first .Params.rows (after .Params.start (partialCached "meetings.html" site)) -}}
<tr><td>{{ index . "ngày" }}{{ with index . "trạng thái" }} <strong>{{ . }}</strong>{{ end }}</td>
<td>{{ index . "giờ" }}</td><td><a href="/don-vi/{{ .unit }}.html">{{ .unit }}</a></td>
<td>{{ index . "nội dung" }}</td><td>{{ index . "địa điểm" }}</td></tr>
{{ end }}</tbody>
</table>{{ end }}
"""
MEETINGS = """{{ $found := slice -}}
{{ range $month, $schedules := site.Data.schedules }}{{ range $unit, $schedule := $schedules -}}
{{ range index $schedule "buổi" }}{{ $found = $found | append (merge . (dict "unit" $unit)) }}{{ end -}}
{{ end }}{{ end }}{{ return $found }}"""
PAGE = '---\ntitle: "Trang {number}"\nstart: {start}\nrows: {rows}\n---\n'
FRAME = 562  # bytes of a page without rows, nearly


def program() -> Path:
    """Return Hugo's own program in the package that brings it.

    Refuses (PackageNotFoundError) where the package is missing: `make bench` installs requirements/bench.txt.
    """
    return Path(str(distribution("hugo").locate_file("hugo/binaries/hugo")))


def version() -> str:
    """Return which Hugo it is. Refuses what `program` does."""
    return distribution("hugo").version


def command(folder: Path) -> tuple[str | Path, ...]:
    """Return the command that builds the site written to `folder` into `public/` there."""
    return (program(), "--quiet", "--source", folder)


def sizes(site: Path) -> list[int]:
    """Return the bytes of each page of a site."""
    return [file.stat().st_size for file in sorted(site.rglob("*.html"))]


def row(meeting: Meeting) -> str:
    """Return the row that the templates make of a meeting."""
    state = f" <strong>{escape(meeting['trạng thái'])}</strong>" if meeting.get("trạng thái") else ""
    unit = meeting["unit"]
    return (
        f"<tr><td>{meeting['ngày']}{state}</td>\n<td>{meeting['giờ']}</td>"
        f'<td><a href="/don-vi/{unit}.html">{unit}</a></td>\n'
        f"<td>{escape(meeting.get('nội dung', ''))}</td><td>{escape(meeting['địa điểm'])}</td></tr>\n"
    )


def runs(sizes: Sequence[int], lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Return for each page of so many bytes where its run of rows begins and how many there are.

    The runs go round the rows of those `lengths`; what does not fit before their end is left to the next page, so that
    the sum comes out. Refuses (ValueError) no rows.
    """
    if not lengths:
        raise ValueError("no rows to fill the pages with")
    found, owed, at = [], 0, 0
    for size in sizes:
        owed += size - FRAME
        start = at % len(lengths)
        end = start
        while end < len(lengths) and owed >= lengths[end]:
            owed -= lengths[end]
            end += 1
        found.append((start, end - start))
        at = end
    return found


def write(data: Path, sizes: Sequence[int], folder: Path) -> None:
    """Write the site that shows schedules of `data`, a repository's folder of records, on pages of those `sizes`."""
    months = sorted(data.glob("plans/*/*/schedules/*"))
    for month in months:
        shutil.copytree(month, folder / "data" / "schedules" / month.name)
    lengths = [len(row(meeting).encode()) for month in months for meeting in _meetings(month)]
    layouts = {"baseof.html": BASE, "single.html": SINGLE, "_partials/meetings.html": MEETINGS}
    for name, text in layouts.items():
        _put(folder / "layouts" / name, text)
    _put(folder / "hugo.toml", CONFIG)
    for number, (start, rows) in enumerate(runs(sizes, lengths)):
        _put(folder / "content" / "p" / f"{number:06}.md", PAGE.format(number=number, start=start, rows=rows))


def _meetings(month: Path) -> list[Meeting]:
    """Return the meetings of a month in the order in which Hugo goes through them, each with its unit."""
    return [
        {**meeting, "unit": file.stem}
        for file in sorted(month.glob("*.yml"))
        for meeting in yaml.load(file.read_bytes(), yaml.CBaseLoader).get("buổi", ())
    ]


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
