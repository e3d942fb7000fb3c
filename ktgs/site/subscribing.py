"""How a published feed is subscribed to: its address, the link that opens a calendar program, a code for a phone."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from markupsafe import Markup, escape

_QUIET = 4  # modules of white around a QR code, as ISO/IEC 18004 asks
_MASK = 2  # choosing the best of eight takes six times as long; readers read each


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed at its published address. `code`: the QR code of the `webcal` link, as SVG."""

    address: str
    webcal: str
    code: Markup


def subscription(site_url: str, path: str, name: str) -> Subscription:
    """Return how the feed at a path of the site is subscribed to; `name` says whose it is."""
    address = site_url + path
    webcal = f"webcal:{address.partition(':')[2]}"
    return Subscription(address, webcal, _code(webcal, f"Mã QR: {name}"))


def _code(text: str, label: str) -> Markup:
    made = segno.make_qr(text, error="m", mask=_MASK, boost_error=False)
    svg = made.svg_inline(border=_QUIET, omitsize=True, svgclass="qr", lineclass=None, light="#fff")
    return Markup(f'<svg role="img" aria-label="{escape(label)}" ') + Markup(svg.removeprefix("<svg "))
