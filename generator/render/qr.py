"""An address as a QR code for paper: the path of an SVG, black modules as horizontal strokes."""

from __future__ import annotations

from functools import lru_cache

MARGIN = 4  # modules of white around, as the standard wants
MASK = 2  # any of the eight reads; trying all for the prettiest takes five times as long


@lru_cache(maxsize=64)
def qr(url: str) -> tuple[int, str]:
    """The code's side in modules, with its margin, and the `d` of a path to be stroked one module wide."""
    import segno

    rows = segno.make(url, error="m", micro=False, mask=MASK).matrix
    path, at = [], (0, 0)
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            run = next((n for n, dark in enumerate(row[x:]) if not dark), len(row) - x)
            if run:
                path.append(f"m{x - at[0]} {y - at[1]}h{run}")
                at = (x + run, y)
            x += run or 1
    return len(rows) + 2 * MARGIN, f"M{MARGIN} {MARGIN + 0.5}{''.join(path)}"
