"""Blender writes into a JPEG how long it took; without that, the same scene gives the same bytes."""

from pathlib import Path

COMMENT, SCAN = 0xFE, 0xDA


def without_comments(data: bytes) -> bytes:
    """A JPEG's bytes less its comment segments; the coded picture is left as it is. ValueError if it is no JPEG."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("not a JPEG")
    kept, at = [data[:2]], 2
    while data[at + 1] != SCAN:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] != COMMENT:
            kept.append(data[at:end])
        at = end
    return b"".join([*kept, data[at:]])


def clean(path: Path) -> int:
    """Rewrite a file without its comments; returns its bytes."""
    return path.write_bytes(without_comments(path.read_bytes()))
