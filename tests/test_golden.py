"""The small sample's site as it was last accepted, as far as people read it; `make bless` accepts and tells changes.

One page is kept whole, of the others only what stands in `<main>`; JSON is kept with one fact a line. The handbook is
prose with tests of its own, and the assets are kept once, where they are written.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.trees import differences, tree

GOLDEN = Path(__file__).parent / "golden" / "site"
WHOLE = "index.html"
ELSEWHERE = ("assets/", "huong-dan/")
_MAIN = re.compile(rb"<main\b.*</main>", re.DOTALL)


def readable(site: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files as they are kept. Refuses (AssertionError) a page without `<main>`."""
    return {path: _kept(path, content) for path, content in site.items() if not path.startswith(ELSEWHERE)}


def _kept(path: str, content: bytes) -> bytes:
    if path.endswith(".json"):
        return (json.dumps(json.loads(content), ensure_ascii=False, indent=1) + "\n").encode()
    if path.endswith(".html") and path != WHOLE:
        main = _MAIN.search(content)
        assert main, path
        return main[0] + b"\n"
    return content


def summary(changed: list[str]) -> str:
    """Return how many files came, went and changed, a line for each kind of page, and the name of the only one."""
    words = {"+": "new", "-": "gone", "M": "changed"}
    kinds = Counter((_kind(line[2:]), words[line[0]]) for line in changed)
    names = {(_kind(line[2:]), words[line[0]]): line[2:] for line in changed}
    rows = (
        f"  {kind}: {count} {word}" + (f" ({names[kind, word]})" if count == 1 else "")
        for (kind, word), count in sorted(kinds.items())
    )
    return "\n".join((f"{len(changed)} files of the golden tree:", *rows))


def _kind(path: str) -> str:
    return path.rpartition("/")[0] or path


def test_the_site_is_as_accepted(sample_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    actual, accepted = readable(tree(sample_site)), tree(GOLDEN) if GOLDEN.exists() else {}
    changed = differences(accepted, actual)
    if os.environ.get("KTGS_BLESS") == "1":
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, content in actual.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(content)
        with capsys.disabled():
            print("", summary(changed), sep="\n")
        return
    assert changed == [], "look at each difference, then `make bless`"


def test_the_summary_counts_by_kind_of_page() -> None:
    changed = ["M don-vi/a.html", "M don-vi/b.html", "+ lich/2020-03.html", "- tai-ve.html"]
    assert summary(changed).splitlines() == [
        "4 files of the golden tree:",
        "  don-vi: 2 changed",
        "  lich: 1 new (lich/2020-03.html)",
        "  tai-ve.html: 1 gone (tai-ve.html)",
    ]
