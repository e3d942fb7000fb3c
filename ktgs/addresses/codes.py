"""Where a kind of problem is explained: on a page of its own."""

from __future__ import annotations


def code_address(code: str) -> str:
    """Return the address of the page of a code, from the site's root: `cach-tinh/loi/s203.html` for S203."""
    return f"cach-tinh/loi/{code.lower()}.html"
