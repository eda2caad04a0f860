"""An address as a QR code for paper: the path of an SVG, black modules as horizontal strokes."""

from __future__ import annotations

import re
from functools import lru_cache

MARGIN = 4  # modules of white around, as the standard wants
MASK = 2  # any of the eight reads; trying all for the prettiest takes five times as long
RUN = re.compile(b"\1+")  # dark modules side by side


@lru_cache(maxsize=64)
def qr(url: str) -> tuple[int, str]:
    """The code's side in modules, with its margin, and the `d` of a path to be stroked one module wide."""
    import segno

    rows = segno.make(url, error="m", micro=False, mask=MASK).matrix
    path, x, y = [], 0, 0
    for down, row in enumerate(rows):
        for run in RUN.finditer(row):
            start, end = run.span()
            path.append(f"m{start - x} {down - y}h{end - start}")
            x, y = end, down
    return len(rows) + 2 * MARGIN, f"M{MARGIN} {MARGIN + 0.5}{''.join(path)}"
