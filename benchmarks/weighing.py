"""The heaviest pages of a large site: none should be over 150 kB before compression, whatever the number of units."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from ktgs.source import shipped

UNITS = 500
MOST = 150_000  # bytes
HOST = """
repo_url: https://github.com/ten-cua-to-chuc/ke-hoach-kiem-tra-giam-sat
edit_uri: edit/main/docs/
site_url: https://don-vi-vi-du.example.org/ke-hoach-kiem-tra-giam-sat/
"""
SITES = {  # what each is called, whether it has a host, how it is asked for
    "public": (False, ()),
    "internal": (False, ("--internal",)),
    "public, at a host": (True, ()),
    "internal, at a host": (True, ("--internal",)),
}


def heavy(site: Path) -> list[tuple[int, str]]:
    """Return weight and address of each page over the bound, the heaviest first."""
    return [page for page in _weights(site) if page[0] > MOST]


def _weights(site: Path) -> list[tuple[int, str]]:
    weights = ((file.stat().st_size, file.relative_to(site).as_posix()) for file in site.rglob("*.html"))
    return sorted(weights, reverse=True)


def _settings(is_hosted: bool) -> str:
    """Return settings beside the data: those that ship, with or without a host."""
    settings = shipped.SETTINGS.read_text(encoding="utf-8")
    settings = settings.replace("docs_dir: docs", f"docs_dir: {shipped.HANDBOOK}")
    settings = settings.replace("custom_dir: site_templates", f"custom_dir: {shipped.TEMPLATES}")
    return settings + (HOST if is_hosted else "")


def main() -> None:
    """Build a large site for each audience, with a host and without, and print the pages over the bound."""
    print(f"Pages over {MOST:,} bytes at {UNITS} units, none wanted:")
    with tempfile.TemporaryDirectory(prefix="ktgs-bench-") as name:
        root = Path(name)
        _run("benchmarks.generator", root, "--units", str(UNITS))
        for number, (title, (is_hosted, options)) in enumerate(SITES.items()):
            site = root / f"site-{number}"
            (root / "mkdocs.yml").write_text(_settings(is_hosted), encoding="utf-8")
            _run("ktgs", "build", "--root", root, "--site", site, *options)
            weights = _weights(site)
            size, heaviest = weights[0]
            print(f"{title}: {len(heavy(site))} of {len(weights)} pages; the heaviest {size:,}: {heaviest}")
            for size, address in heavy(site):
                print(f"{size:9,}  {address}")


def _run(*command: str | Path) -> None:
    subprocess.run((sys.executable, "-m", *command), check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
