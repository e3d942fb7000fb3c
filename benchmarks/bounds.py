"""What a single hard file of just under 1 MB may cost a build: at most 2 s and 200 MB more than without it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.running import Spent, run

SIZE = 990_000  # bytes
MOST_SECONDS = 2.0  # of the processor: other work slows it less than the clock
MOST_BYTES = 200e6
SAMPLE = Path(__file__).parents[1] / "tests" / "sample"
REPORT = "data/reports/2020/du-sinh-hoat/2020-04-08-doan-so-a-chi-doan-1.md"

TEXTS = {  # a body of these, again and again
    "plain": "Chi đoàn đã tổ chức sinh hoạt **đúng giờ**, xem [biên bản](b.html).\n\n",
    "lines": "a\n",
    "brackets": "[",
    "pictures": "![",
    "pictures of other hosts": "![a](//b) ",
    "tags": "<a ",
    "links": "[a](",
    "made links": "[a](b) ",
    "unmade links": "[a](javascript:b) ",
    "emphasis": "*a **b _c ",
    "lists": "- a\n",
    "quotations": ">",
    "headings": "# a\n",
    "rows": "|a|b|\n",
    "fences": "```\n",
    "notes": "[^1]: a\n\n",
    "citations": "[^1]",
    "ampersands": "&",
    "old encoding": "toå chöùc ",
    "hidden characters": "\u200b\n",
    "unmerged edits": "=======\n",
}
VALUES = {  # a list of values of these, numbered
    "values": "  - a{:06}\n",
    "cut values": "  - a{:06} #b\n",
    "values of several lines": "  - |\n    a{:06}\n    b\n",
}


def texts() -> dict[str, str]:
    """Return the report's content in each case by name."""
    report = (SAMPLE / REPORT).read_text(encoding="utf-8")
    first = {"rows": "|a|b|\n|-|-|\n", "citations": "[^1]: a\n\n"}
    found = {
        name: f"{report}\n{first.get(name, '')}{text * (SIZE // len(text.encode()))}\n" for name, text in TEXTS.items()
    }
    deep = "\n".join("  " * level + "- x" for level in range(950))
    found["nested lists"] = f"{report}\n{deep}\n"
    for name, row in VALUES.items():
        rows = "".join(row.format(number) for number in range(SIZE // len(row.format(0))))
        found[name] = report.replace("---\n", f"---\nnơi nhận:\n{rows}", 1)
    return found


def build(root: Path) -> Spent:
    """Build the site of the data under `root`, errors or not."""
    return run((sys.executable, "-m", "ktgs", "build", "--keep-going", "--root", root, "--site", root / "site"))


def measure(folder: Path) -> dict[str, Spent]:
    """Return what a build takes with each case, and with none, under the name `""`."""
    found = {}
    for name, content in {"": "", **texts()}.items():
        root = folder / "root"
        shutil.copytree(SAMPLE / "data", root / "data")
        if name:
            (root / REPORT).write_text(content, encoding="utf-8")
        found[name] = build(root)
        shutil.rmtree(root)
    return found


def main() -> bool:
    """Print what each case costs more than none; return whether all are within the bounds."""
    with tempfile.TemporaryDirectory(prefix="ktgs-bounds-") as folder:
        found = measure(Path(folder))
    base = found.pop("")
    without = f"{base.processor:.1f} s and {base.peak / 1e6:.0f} MB"
    print(f"One file of {SIZE / 1e6:.2f} MB in the small sample, over {without}:")
    is_fine = True
    for name, spent in found.items():
        seconds, peak = spent.processor - base.processor, spent.peak - base.peak
        is_over = seconds > MOST_SECONDS or peak > MOST_BYTES
        is_fine = is_fine and not is_over
        print(f"  {name:24} {seconds:6.2f} s  {peak / 1e6:6.0f} MB{'  too much' if is_over else ''}")
    print(f"At most {MOST_SECONDS:.0f} s of the processor and {MOST_BYTES / 1e6:.0f} MB wanted.")
    return is_fine


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
