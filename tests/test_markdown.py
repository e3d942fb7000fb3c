"""Bodies as HTML: every word arrives, nothing runs, loads or takes what is the page's own."""

from __future__ import annotations

import re
from html import unescape
from random import Random

import pytest

from benchmarks.mutating import mutate
from ktgs.site.markdown import render_markdown

TABLE = "| a | b |\n|---|--:|\n| 1 | 2 |\n"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# Đoàn cơ sở", '<h2 id="loi-van:doan-co-so">Đoàn cơ sở</h2>'),
        ("## Cao\n#### Sâu", '<h2 id="loi-van:cao">Cao</h2>\n<h4 id="loi-van:sau">Sâu</h4>'),
        ("Một\n===\nHai\n---", '<h2 id="loi-van:mot">Một</h2>\n<h3 id="loi-van:hai">Hai</h3>'),
        ("**đậm** _nghiêng_ `mã`", "<p><strong>đậm</strong> <em>nghiêng</em> <code>mã</code></p>"),
        ("một\nhai  \nba", "<p>một\nhai<br>\nba</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("1. a\n3. b\n4. c", '<ol>\n<li>a</li>\n<li value="3">b</li>\n<li>c</li>\n</ol>'),
        ("1. a\n1. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> a", "<blockquote><p>a</p>\n</blockquote>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("```yaml\na: <b>\n```", '<pre tabindex="0"><code>a: &lt;b&gt;\n</code></pre>'),
        ("    a: <b>", '<pre tabindex="0"><code>a: &lt;b&gt;</code></pre>'),
        (
            TABLE,
            '<table>\n<thead>\n<tr>\n<th>a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n'
            '<tr>\n<td>1</td>\n<td align="right">2</td>\n</tr>\n</tbody>\n</table>',
        ),
        ("[x](../don-vi/index.html)", '<p><a href="../don-vi/index.html">x</a></p>'),
        (
            '[x](https://a.vn/?b=1&c=2 "Ở \\"đó\\"")',
            '<p><a href="https://a.vn/?b=1&amp;c=2" title="Ở &quot;đó&quot;">x</a></p>',
        ),
        ("<https://a.vn>", '<p><a href="https://a.vn">https://a.vn</a></p>'),
        ("![Ảnh *đẹp*](anh.png)", '<p><img src="anh.png" alt="Ảnh đẹp"></p>'),
    ],
)
def test_markdown(text: str, html: str) -> None:
    assert render_markdown(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "‹A <b và C> 3›",
        "A & B <x> C",
        "Xem <style> ở đây.",
        "Xem </style> <!-- và --> ở đây.",
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "<details><summary>a</summary>b</details>",
        "số lượng < 5 và > 3, a<b>c",
        "<![CDATA[ x ]]> <?php y ?> <!DOCTYPE z>",
        "5 < 6; R&D; AT&T; &khac;",
        "[Ghi chú]: https://a.vn",
        "[Ghi chú]: xong",
        "[a][b] và [c] và [^khong-co]",
        "~~bỏ~~ ==giữ== H~2~O x^2^ $y$ :a:",
        "- [ ] việc",
        "{#id .class}",
        "[x](javascript:alert(1))",
        "[x](JavaScript:alert(1))",
        "[x](vbscript:a)",
        "![x](data:text/html,a)",
        "[x](file:///etc/passwd)",
    ],
)
def test_what_is_no_markdown_is_shown_as_it_is_written(text: str) -> None:
    html = render_markdown(text)
    words = unescape(re.sub(r"</?(?:p|ul|li)>|\n", "", html))
    assert words == text.removeprefix("- ")


def test_html_hides_nothing_after_it() -> None:
    html = render_markdown("Trên.\n\n<style>\n\n**Dưới** `<b>`.\n\n```\n<i>\n```")
    assert html == (
        "<p>Trên.</p>\n<p>&lt;style&gt;</p>\n<p><strong>Dưới</strong> <code>&lt;b&gt;</code>.</p>\n"
        '<pre tabindex="0"><code>&lt;i&gt;\n</code></pre>'
    )


@pytest.mark.parametrize(
    ("text", "word"), [("| a | b |\n|---|---|\n| 1 | 2 | thừa | nữa |\n", "thừa"), ("``` Ghi chú\nx\n```", "Ghi chú")]
)
def test_words_that_markdown_itself_leaves_out(text: str, word: str) -> None:
    assert word in render_markdown(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("\\<b>", "<p>&lt;b&gt;</p>"),
        ("\\\\<b>", "<p>\\&lt;b&gt;</p>"),
        ("`\\<b>`", "<p><code>\\&lt;b&gt;</code></p>"),
        ("[x](java&#115;cript:a)", "<p>[x](java&amp;#115;cript:a)</p>"),
        ("[x](<java\tscript:a>)", "<p>[x](&lt;java\tscript:a&gt;)</p>"),
        (
            "**[x](javascript:a)** và [*y*](b)",
            '<p><strong>[x](javascript:a)</strong> và <a href="b"><em>y</em></a></p>',
        ),
        ('[x](a"onclick=b)', '<p><a href="a&quot;onclick=b">x</a></p>'),
    ],
)
def test_signs_that_are_escaped(text: str, html: str) -> None:
    assert render_markdown(text) == html


@pytest.mark.parametrize(
    "address", ["https://a.vn/anh.png", "//a.vn/anh.png", "/\\\\a.vn/anh.png", "http:anh.png", "HTTPS://a.vn/x"]
)
def test_a_picture_of_another_host_is_a_link(address: str) -> None:
    html = render_markdown(f"![Buổi họp]({address})")
    assert "<img" not in html
    assert re.fullmatch(r'<p><a href="[^"]+">Buổi họp</a></p>', html)
    assert render_markdown(f"[![Ảnh]({address})](b.html)") == '<p><a href="b.html">Ảnh</a></p>'
    assert ">http" in render_markdown("![](https://a.vn/x.png)")


@pytest.mark.parametrize("title", ["Main", "kn1", "Mục lục", "loi-van"])
def test_a_heading_takes_no_id_of_the_page(title: str) -> None:
    (anchor,) = re.findall(r'id="([^"]+)"', render_markdown(f"## {title} {{#x .y}}", 2))
    assert anchor.startswith("loi-van:")
    assert "class" not in render_markdown(f"## {title} {{#x .y}}").replace(".y}", "")
    assert "{#x .y}" in render_markdown(f"## {title} {{#x .y}}")


def test_headings_of_one_name_have_ids_of_their_own() -> None:
    html = render_markdown("# a\n# a\n# a 2\n# a\n# !")
    assert re.findall(r'id="([^"]+)"', html) == [f"loi-van:{name}" for name in ("a", "a-2", "a-2-2", "a-3", "muc")]


def test_links_inside_a_text_lead_to_its_own_headings() -> None:
    html = render_markdown("# Kết quả\n\n[a](#ket-qua) [b](#Kết-quả) [c](#muc-ii-3) [d](#kn1)")
    assert re.findall(r'href="([^"]+)"', html) == ["#loi-van:ket-qua", "#loi-van:ket-qua", "#muc-ii-3", "#kn1"]


def test_notes_stand_at_the_end_and_lead_back() -> None:
    html = render_markdown("Một[^b], hai[^a], ba[^b].\n\n[^a]: A\n[^b]: B\n\n    dài\n[^c]: C", 1, "x")
    ids, links = re.findall(r'id="([^"]+)"', html), re.findall(r'href="#([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 5
    assert set(links) <= set(ids)
    assert links[:3] == ["loi-van-x:chu-thich:1", "loi-van-x:chu-thich:2", "loi-van-x:chu-thich:1"]
    assert re.sub(r"<[^>]+>|\s", "", html) == "Một1,hai2,ba1.Bdài↩A↩C"


def test_a_note_may_be_inside_a_list_and_cite_itself() -> None:
    html = render_markdown("- a[^1]\n\n  [^1]: b[^1]\n")
    assert html.count("<li") == html.count("</li>") == 2


@pytest.mark.parametrize("seed", range(200))
def test_any_text_is_balanced_and_holds_only_our_tags(seed: int) -> None:
    text = mutate(Random(seed), (TABLE + "# a\n\n- b\n  1. c\n\n> d[^1]\n\n[^1]: e\n").encode()).decode(
        "utf-8", "replace"
    )
    html = render_markdown(text)
    opened: list[str] = []
    for end, tag, rest in re.findall(r"<(/?)([a-z0-9]+)((?: [a-z-]+=\"[^\"<>]*\")*)>", html):
        if end:
            assert opened.pop() == tag
        elif tag not in ("br", "hr", "img"):
            opened.append(tag)
        assert not re.search(r" (?:on|style|class)", re.sub(r'"[^"]*"', "", rest))
    assert opened == []
    left = re.sub(r"</?[a-z0-9]+(?: [a-z-]+=\"[^\"<>]*\")*>", "", html)
    assert "<" not in left and "\x01" not in left and "\x02" not in left
