"""Photographs: `python -m bench.photos` times ours beside Hugo's and eleventy-img's, and every encoder's settings.

48 photos of 12 megapixels to 400, 800 and 1600 pixels in WebP and JPEG, as whole processes; then a table of time ×
bytes × likeness for AVIF, WebP and JPEG, so that a format and its settings are chosen and not believed. Results go to
bench/PHOTOS.md.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import shutil
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from bench import measure, programs
from bench.camera import write_photos
from bench.peers.photos import WAYS, Way, files
from bench.similar import reference, ssim

HERE = Path(__file__).resolve().parent
WIDTHS = (1600, 800, 400)
LOOKED_AT, AT_WIDTH = 12, 800  # so many photos are compared, at this width
SETTINGS: dict[str, tuple[str, dict[str, Any]]] = {
    **{f"WebP q{q} method {m}": ("WEBP", {"quality": q, "method": m}) for q in (75,) for m in (0, 1, 2, 3, 4, 6)},
    **{f"WebP q{q} method 2": ("WEBP", {"quality": q, "method": 2}) for q in (70, 80)},
    **{
        f"AVIF q{q} speed {s}": ("AVIF", {"quality": q, "speed": s, "max_threads": 1})
        for q in (50, 60)
        for s in (4, 6, 8, 10)
    },
    "JPEG q80": ("JPEG", {"quality": 80}),
    "JPEG q80 optimized": ("JPEG", {"quality": 80, "optimize": True}),
    "JPEG q80 progressive": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One way or setting: seconds, processor seconds, bytes of all copies by ending, likeness at AT_WIDTH by ending."""

    wall: float
    cpu: float
    size: dict[str, int]
    like: dict[str, float]


# -- ours, as a process of its own -----------------------------------------------------------------------------------


def work(photos: Path, out: Path) -> None:
    """Make all copies as a build of ours does, in two processes."""
    out.mkdir(parents=True)
    with ProcessPoolExecutor(2) as pool:
        found = sorted(photos.glob("*.jpg"))
        list(pool.map(_make, found, [out] * len(found), chunksize=2))


def _make(photo: Path, out: Path) -> None:
    from generator.load.files import Folder
    from generator.plan.photos import Output, PhotoRecipe
    from generator.render.photos import encode

    data = photo.read_bytes()
    with Image.open(io.BytesIO(data)) as image:
        turned = image.getexif().get(0x0112, 1) >= 5
        width, height = image.size[::-1] if turned else image.size
    outputs = tuple(
        Output(
            path=f"{photo.stem}-{w}.{ending}", width=w, height=round(height * w / width), format=kind, quality=quality
        )
        for w in WIDTHS
        for kind, ending, quality in (("webp", "webp", 75), ("jpeg", "jpg", 80))
    )
    recipe = PhotoRecipe(digest=hashlib.sha256(data).hexdigest(), outputs=outputs, source=photo.name)
    for output, made in zip(outputs, encode(recipe, Folder(photo.parent, "")), strict=True):
        (out / output.path).write_bytes(made)


OURS = Way(
    lambda _photos, _folder: None,
    lambda photos, folder: [sys.executable, "-m", "bench.photos", "--worker", str(photos), str(folder / "out")],
    lambda: {"PYTHONPATH": str(programs.REPOSITORY)},
    files,
)


# -- measuring ------------------------------------------------------------------------------------------------------


def ways(photos: Path, names: list[str], folder: Path, *, runs: int) -> dict[str, Row]:
    """Each way's row, run in turns, medians."""
    all_ways = {"etalase": OURS, **WAYS}
    taken: dict[str, list[measure.Run]] = {name: [] for name in names}
    for _ in range(runs):
        for name in names:
            place = folder / name
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir(parents=True)
            way = all_ways[name]
            way.prepare(photos, place)
            taken[name].append(measure.run(way.command(photos, place), where=place, environment=way.environment()))
            print(f"{name}: {taken[name][-1].wall:.1f} s", file=sys.stderr, flush=True)
    rows = {}
    for name in names:
        copies = all_ways[name].copies(folder / name)
        wall, cpu = (statistics.median(getattr(r, part) for r in taken[name]) for part in ("wall", "cpu"))
        endings = sorted({Path(copy).suffix for copy in copies})
        size = {e: sum(file.stat().st_size for copy, file in copies.items() if copy.endswith(e)) for e in endings}
        rows[name] = Row(wall, cpu, size, {e: _likeness(photos, copies, e) for e in endings})
    return rows


def _likeness(photos: Path, copies: dict[str, Path], ending: str) -> float:
    """The mean likeness of the first photos' copies."""
    found = []
    for photo in sorted(photos.glob("*.jpg"))[:LOOKED_AT]:
        with Image.open(photo) as original, Image.open(copies[f"{photo.stem}-{AT_WIDTH}{ending}"]) as copy:
            found.append(ssim(reference(original, AT_WIDTH).resize(copy.size), copy))
    return statistics.mean(found)


def settings(photos: Path) -> dict[str, Row]:
    """Each encoder setting's row, in one process, over the first photos at all widths; decoding is not in it."""
    pictures = []
    for photo in sorted(photos.glob("*.jpg"))[:LOOKED_AT]:
        with Image.open(photo) as original:
            pictures.append({width: reference(original, width) for width in WIDTHS})
    return {name: _setting(pictures, kind, options) for name, (kind, options) in SETTINGS.items()}


def _setting(pictures: list[dict[int, Image.Image]], kind: str, options: dict[str, Any]) -> Row:
    wall, cpu, size, like = time.perf_counter(), time.process_time(), 0, []
    made = [{width: _encoded(picture, kind, options) for width, picture in sizes.items()} for sizes in pictures]
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    for sizes, encoded in zip(pictures, made, strict=True):
        size += sum(map(len, encoded.values()))
        with Image.open(io.BytesIO(encoded[AT_WIDTH])) as copy:
            like.append(ssim(sizes[AT_WIDTH], copy))
    return Row(wall, cpu, {"": size}, {"": statistics.mean(like)})


def _encoded(picture: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


# -- telling --------------------------------------------------------------------------------------------------------


def report(by_way: dict[str, Row], by_setting: dict[str, Row], *, photos: int, runs: int) -> str:
    """The page of results, in Markdown."""
    lines = [
        "# Photographs\n",
        f"Written by `python -m bench.photos`: {photos} photos of 12 megapixels, drawn by code.\n",
    ]
    if by_way:
        lines += [f"To {WIDTHS} pixels in WebP (75) and JPEG (80), whole processes, medians of {runs} runs.\n"]
        lines += [
            "| | wall s | cpu s | MB WebP | MB JPEG | SSIM WebP | SSIM JPEG |",
            "|---|---:|---:|---:|---:|---:|---:|",
        ]
        for name, row in by_way.items():
            numbers = [f"{row.size[e] / 1e6:.1f}" for e in (".webp", ".jpg")] + [
                f"{row.like[e]:.4f}" for e in (".webp", ".jpg")
            ]
            lines.append(f"| {name} | {row.wall:.1f} | {row.cpu:.1f} | {' | '.join(numbers)} |")
    if by_setting:
        base = by_setting["WebP q75 method 4"]
        lines += [f"\n## Settings\n\nEncoding only, {LOOKED_AT} photos at all widths, one core.\n"]
        lines += [
            "| | cpu ms a copy | time to WebP method 4 | bytes to WebP method 4 | SSIM |",
            "|---|---:|---:|---:|---:|",
        ]
        for name, row in by_setting.items():
            each = row.cpu * 1000 / (min(LOOKED_AT, photos) * len(WIDTHS))
            ratios = f"{row.cpu / base.cpu:.2f} | {row.size[''] / base.size['']:.3f}"
            lines.append(f"| {name} | {each:.0f} | {ratios} | {row.like['']:.4f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure what the command line asks for and write it down."""
    if sys.argv[1:2] == ["--worker"]:
        return work(Path(sys.argv[2]), Path(sys.argv[3]))
    names = ["etalase", *WAYS]
    options = argparse.ArgumentParser(prog="python -m bench.photos", description=__doc__.splitlines()[0])
    options.add_argument("--photos", type=int, default=48, metavar="K", help="how many")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument(
        "--only", nargs="*", choices=names, default=names, help="who takes part; nobody: settings only"
    )
    options.add_argument("--no-settings", action="store_true", help="leave the table of settings out")
    options.add_argument("--to", type=Path, default=HERE, metavar="DIR", help="where PHOTOS.md is put")
    given = options.parse_args()
    photos = programs.work() / f"photos-{given.photos}"
    write_photos(photos, given.photos, seed=7)
    by_way = ways(photos, given.only, programs.work() / "photos", runs=given.runs)
    by_setting = {} if given.no_settings else settings(photos)
    given.to.mkdir(parents=True, exist_ok=True)
    text = report(by_way, by_setting, photos=given.photos, runs=given.runs)
    (given.to / "PHOTOS.md").write_text(text, "utf-8")
    return None


if __name__ == "__main__":
    main()
