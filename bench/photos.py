"""Photographs: `python -m bench.photos` times ours beside Hugo's and eleventy-img's, and every encoder's settings.

48 photos of 12 megapixels to 400, 800 and 1600 pixels in WebP and JPEG, as whole processes; then where our time goes
for one photo, and a table of time × bytes × likeness for AVIF, WebP and JPEG, so that a format and its settings are
chosen and not believed. Results go to bench/PHOTOS.md.

Ours does all that a build does with a photo: it reads and hashes the file, finds its facts, makes its copies, looks
into each for metadata. Our JPEGs have quality 81, theirs 80: there the likeness is the same. Our WebP copies have
quality 72, theirs 75: there ours are no larger.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import os
import platform
import pstats
import shutil
import statistics
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PIL import Image, features

from bench import measure, programs
from bench.camera import write_photos
from bench.peers.photos import WAYS, Way, files
from bench.similar import reference, ssim
from generator.cache import NoCache
from generator.load.files import Digests, File, Folder, walk
from generator.load.photos import PhotoFacts, photo_facts
from generator.plan.photos import KINDS, Output, PhotoRecipe, PhotoSettings, copies
from generator.render import photos as ours

HERE = Path(__file__).resolve().parent
WIDTHS = (1600, 800, 400)
QUALITY = {"webp": 72, "jpeg": 81}
LOOKED_AT = 12  # so many photos are compared and profiled
OWN = programs.REPOSITORY / "content"
BASE = "WebP q75 method 4"
# What a copy costs with each setting; some have a quality at which they are as like as BASE.
SETTINGS: dict[str, tuple[str, dict[str, Any]]] = {
    **{f"WebP q75 method {m}": ("webp", {"quality": 75, "method": m}) for m in (0, 1, 2, 3, 4, 5, 6)},
    "WebP q69 method 1": ("webp", {"quality": 69, "method": 1}),
    "WebP q72 method 2": ("webp", {"quality": 72, "method": 2}),
    "WebP q76 method 2": ("webp", {"quality": 76, "method": 2}),
    "WebP q77 method 6": ("webp", {"quality": 77, "method": 6}),
    **{
        f"AVIF q{q} speed {s}": ("avif", {"quality": q, "speed": s, "max_threads": 1})
        for q, s in ((60, 6), (60, 10), (54, 6), (55, 8), (55, 10))
    },
    "JPEG q80": ("jpeg", {"quality": 80}),
    "JPEG q80 optimized": ("jpeg", {"quality": 80, "optimize": True}),
    "JPEG q80 progressive": ("jpeg", {"quality": 80, "optimize": True, "progressive": True}),
    "JPEG q81 progressive": ("jpeg", {"quality": 81, "optimize": True, "progressive": True}),
    "JPEG q80 full colour": ("jpeg", {"quality": 80, "optimize": True, "progressive": True, "subsampling": 0}),
}
# Where our time goes: a function of a module, and who calls it (anyone if empty).
STAGES: dict[str, tuple[str, str, str]] = {
    "SHA-256 of the file": ("load/files.py", "of", ""),
    "facts: header, average colour at an eighth, read and hashed again": ("load/photos.py", "photo_facts", ""),
    "the file read and hashed again for its copies": ("load/photos.py", "source_bytes", "encode"),
    "decoding at a half, sRGB": ("load/pixels.py", "plain", "_resized"),
    "resizing": ("PIL/Image.py", "resize", "_resized"),
    "WebP": ("PIL/WebPImagePlugin.py", "_save", ""),
    "JPEG": ("PIL/JpegImagePlugin.py", "_save", ""),
    "looking for metadata in the copies": ("render/photos.py", "marks_of", ""),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One way or setting: seconds, processor seconds, bytes of all copies by ending, mean likeness by ending."""

    wall: float
    cpu: float
    size: dict[str, int]
    like: dict[str, float]


# -- ours, as a process of its own -----------------------------------------------------------------------------------


def work(photos: Path, out: Path) -> None:
    """Make all copies as a build of ours does, in two processes."""
    out.mkdir(parents=True)
    folder = Folder(photos, "")
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(partial(_make, folder=folder, out=out), walk(folder)[0]))


def _make(file: File, folder: Folder, out: Path) -> None:
    facts = _facts(file, folder)
    outputs = tuple(
        Output(
            path=f"{Path(file.path).stem}-{width}{KINDS[kind].ending}",
            width=width,
            height=round(facts.height * width / facts.width),
            format=kind,
            quality=quality,
        )
        for width in WIDTHS
        for kind, quality in QUALITY.items()
    )
    recipe = PhotoRecipe(digest=facts.digest, outputs=outputs, source=file.path)
    for output, made in zip(outputs, ours.encode(recipe, folder), strict=True):
        (out / output.path).write_bytes(made)


def _facts(file: File, folder: Folder) -> PhotoFacts:
    facts, problems = photo_facts(folder, file, digest=Digests(folder, {}).of(file), cache=NoCache())
    assert facts, problems
    return facts


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


def _likeness(photos: Path, copies: Mapping[str, Path], ending: str) -> float:
    """The mean likeness of the first photos' copies at all widths."""
    found = []
    for photo in sorted(photos.glob("*.jpg"))[:LOOKED_AT]:
        with Image.open(photo) as original:
            for width in WIDTHS:
                with Image.open(copies[f"{photo.stem}-{width}{ending}"]) as copy:
                    found.append(ssim(reference(original, width).resize(copy.size), copy))
    return statistics.mean(found)


def stages(photos: Path) -> dict[str, float]:
    """Processor milliseconds of each of STAGES for a photo whose copies are those of a site that says nothing else."""
    folder = Folder(photos, "")
    files = walk(folder)[0][:LOOKED_AT]
    watch = cProfile.Profile(time.process_time)
    for file in files:
        watch.runcall(lambda file: ours.encode(copies(_facts(file, folder), PhotoSettings()).recipe, folder), file)
    found: dict[Any, Any] = pstats.Stats(watch).stats  # type: ignore[attr-defined]
    taken = dict.fromkeys(STAGES, 0.0)
    for (module, _, name), (_, _, _, total, callers) in found.items():
        for stage, (where, what, by) in STAGES.items():
            if module.endswith(where) and name == what:
                seconds = sum(c[3] for (_, _, caller), c in callers.items() if caller == by) if by else total
                taken[stage] += seconds * 1000 / len(files)
    return taken


def settings(photos: Path) -> dict[str, tuple[Row, Row]]:
    """Each encoder setting's rows, in one process: over the first photos, and over the catalogue's own pictures, which
    are drawn and smooth. Decoding is not in it."""
    pools = sorted(photos.glob("*.jpg"))[:LOOKED_AT], sorted(OWN.rglob("*.jpg"))[::3]
    pictures = [[small for file in files for small in _references(file)] for files in pools]
    return {name: (_setting(pictures[0], *how), _setting(pictures[1], *how)) for name, how in SETTINGS.items()}


def _references(file: Path) -> list[Image.Image]:
    with Image.open(file) as original:
        return [reference(original, width) for width in WIDTHS if width <= original.width]


def _setting(pictures: list[Image.Image], kind: str, options: dict[str, Any]) -> Row:
    """A setting over some pictures: means of one copy."""
    wall, cpu = time.perf_counter(), time.process_time()
    made = [_encoded(picture, kind, options) for picture in pictures]
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    like = []
    for picture, data in zip(pictures, made, strict=True):
        with Image.open(io.BytesIO(data)) as copy:
            like.append(ssim(picture, copy))
    count = len(pictures)
    return Row(wall / count, cpu / count, {"": sum(map(len, made)) // count}, {"": statistics.mean(like)})


def _encoded(picture: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    file = io.BytesIO()
    picture.save(file, ours.FORMATS[kind], **options)
    return file.getvalue()


# -- telling --------------------------------------------------------------------------------------------------------


def report(
    by_way: dict[str, Row],
    by_stage: dict[str, float],
    by_setting: dict[str, tuple[Row, Row]],
    *,
    photos: int,
    runs: int,
    load: float,
) -> str:
    """The page of results, in Markdown."""
    looked_at = min(LOOKED_AT, photos)
    parts = [HEAD.format(photos=photos, machine=_machine(), versions=_versions(), load=load, looked_at=looked_at)]
    if by_way:
        parts.append(
            COMPARED.format(widths=", ".join(map(str, sorted(WIDTHS))), runs=runs, **QUALITY) + _compared(by_way)
        )
    if by_stage:
        rows = [f"| {stage} | {milliseconds:.1f} |" for stage, milliseconds in by_stage.items()]
        rows.append(f"| together | {sum(by_stage.values()):.1f} |")
        parts.append(STAGED + "\n".join(rows) + "\n")
    if by_setting:
        parts.append(SET.format(looked_at=looked_at) + _set(by_setting))
    return "\n".join(parts)


HEAD = """# Photographs

Written by `python -m bench.photos`: {photos} photos of 12 megapixels, drawn by code. SSIM (structural similarity) is
the mean over the first {looked_at} photos at all widths, against the photo decoded in full and resized once.

{machine}; {versions}. Load before: {load:.1f}.
"""
COMPARED = """## Beside others

To {widths} pixels, whole processes in turns, medians of {runs} runs. Ours: WebP {webp}, JPEG {jpeg}; theirs: WebP 75,
JPEG 80. Ours includes all that a build does with a photo, its facts and its check too.

"""
STAGED = """## Where our time goes

A photo in a build, with four WebP copies (320 to 1440 pixels) and one JPEG (1200), one process.

| | cpu ms |
|---|---:|
"""
SET = f"""## Encoders' settings

Encoding only, one core, means of a copy: {{looked_at}} photos at all widths, and every third of the catalogue's own
pictures, which are drawn and smooth. Time and bytes are ratios to {BASE}. Bold is what a site gets that does
not choose.

| | photos: cpu ms | time | bytes | SSIM | own: cpu ms | time | bytes | SSIM |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
"""


def _machine() -> str:
    cpu = next((x for x in Path("/proc/cpuinfo").read_text("utf-8").splitlines() if x.startswith("model name")), ": ?")
    return f"{len(os.sched_getaffinity(0))} cores ({cpu.partition(': ')[2]}), {platform.system()}"


def _versions() -> str:
    names = {"Pillow": "pil", "libwebp": "webp", "libjpeg-turbo": "libjpeg_turbo", "libavif": "avif"}
    pillow = (f"{name} {features.version(feature)}" for name, feature in names.items())
    return ", ".join([*pillow, programs.HUGO.replace("==", " "), "eleventy-img " + programs.NODE[1].rpartition("@")[2]])


def _compared(by_way: dict[str, Row]) -> str:
    rows = [
        "| | wall s | cpu s | MB WebP | MB JPEG | SSIM WebP | SSIM JPEG |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, row in by_way.items():
        sizes = " | ".join(f"{row.size[ending] / 1e6:.2f}" for ending in (".webp", ".jpg"))
        likes = " | ".join(f"{row.like[ending]:.4f}" for ending in (".webp", ".jpg"))
        rows.append(f"| {name} | {row.wall:.1f} | {row.cpu:.1f} | {sizes} | {likes} |")
    if "etalase" in by_way and len(by_way) > 1:
        rows += ["", "| ours to | wall | cpu | bytes WebP | bytes JPEG | SSIM WebP | SSIM JPEG |", rows[1]]
        rows += [_ratio(by_way["etalase"], row, name) for name, row in by_way.items() if name != "etalase"]
    return "\n".join(rows) + "\n"


def _ratio(our: Row, their: Row, name: str) -> str:
    times = f"{our.wall / their.wall:.3f} | {our.cpu / their.cpu:.3f}"
    sizes = " | ".join(f"{our.size[ending] / their.size[ending]:.3f}" for ending in (".webp", ".jpg"))
    likes = " | ".join(f"{our.like[ending] - their.like[ending]:+.4f}" for ending in (".webp", ".jpg"))
    return f"| {name} | {times} | {sizes} | {likes} |"


def _set(by_setting: dict[str, tuple[Row, Row]]) -> str:
    chosen = PhotoSettings()
    rows = []
    for name, pair in by_setting.items():
        kind, options = SETTINGS[name]
        taken = options == {"quality": chosen.quality(kind), **ours.OPTIONS[kind]}
        cells = [f"**{name}**" if taken else name]
        for row, base in zip(pair, by_setting[BASE], strict=True):
            cells += [f"{row.cpu * 1000:.0f}", f"{row.cpu / base.cpu:.2f}", f"{row.size[''] / base.size['']:.3f}"]
            cells.append(f"{row.like['']:.4f}")
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


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
    load = os.getloadavg()[0]
    by_way = ways(photos, given.only, programs.work() / "photos", runs=given.runs)
    by_stage = stages(photos)
    by_setting = {} if given.no_settings else settings(photos)
    given.to.mkdir(parents=True, exist_ok=True)
    text = report(by_way, by_stage, by_setting, photos=given.photos, runs=given.runs, load=load)
    (given.to / "PHOTOS.md").write_text(text, "utf-8")
    return None


if __name__ == "__main__":
    main()
