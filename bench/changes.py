"""What happens to a catalogue between two builds: an editor's, a designer's or a photographer's small change.

A change is done to our content and themes; the twins' sources are written anew from them. Its `mark` is a number that
differs from run to run, so that each run has something to do.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import write_product
from bench.goods import Size, goods
from bench.units import facility


@dataclass(frozen=True, slots=True)
class Place:
    """Where a change is done: a content folder, and the theme that is built with it."""

    content: Path
    theme: Path
    size: Size


Change = Callable[[Place, int], None]


def nothing(_place: Place, _mark: int) -> None:
    """No change."""


def product_edited(place: Place, mark: int) -> None:
    """One product's summary has another word."""
    item = goods(_middle(place.size), place.size)
    file = place.content / "products" / item.facility[0] / item.key / "product.yaml"
    _change(file, r'(?m)^(summary:\n  id: "[^"]*?)(?: \(revisi \d+\))?"$', rf'\1 (revisi {mark})"')


def facility_edited(place: Place, mark: int) -> None:
    """One facility has another name, which its twenty products show."""
    key = facility(_middle(place.size) // 20 % place.size.facilities, place.size.seed)[0]
    file = place.content / "facilities" / key / "facility.yaml"
    _change(file, r"(?m)^(name: .*?)(?: Revisi \d+)?$", rf"\1 Revisi {mark}")


def string_edited(place: Place, mark: int) -> None:
    """One theme string that stands on every page of Indonesian says something else."""
    _change(place.theme / "strings" / "id.yaml", r'(?m)^(nav\.skip: "[^"]*?)(?: \d+)?"$', rf'\1 {mark}"')


def template_edited(place: Place, mark: int) -> None:
    """The product's template has another class."""
    retouch(place.theme / "templates" / "pages" / "product.html", mark)


def retouch(file: Path, mark: int) -> None:
    """Give a template's headings a class of their own, in whatever language it is written."""
    _change(file, r'<h1(?: data-mark="\d+")?', f'<h1 data-mark="{mark}"')


def style_edited(place: Place, mark: int) -> None:
    """The style sheet has another rule."""
    restyle(place.theme / "styles" / "main.css", mark)


def restyle(file: Path, mark: int) -> None:
    """Give a style sheet a rule of its own."""
    text = re.sub(r"\n\.mark \{ order: \d+ \}\n\Z", "\n", file.read_text("utf-8"))
    file.write_text(f"{text.rstrip()}\n.mark {{ order: {mark} }}\n", "utf-8")


def product_added(place: Place, mark: int) -> None:
    """There is one product more."""
    write_product(place.content, place.size.products + mark, place.size)


def product_removed(place: Place, mark: int) -> None:
    """The product that was added last is gone."""
    item = goods(place.size.products + mark, place.size)
    shutil.rmtree(place.content / "products" / item.facility[0] / item.key)


def photo_replaced(place: Place, mark: int) -> None:
    """The first product's photo is another: the pool's second, with bytes at its end that no picture is made of."""
    photos = place.content / "photos"
    (photos / "foto-000.jpg").write_bytes((photos / "foto-001.jpg").read_bytes() + mark.to_bytes(4, "big"))


def _middle(size: Size) -> int:
    return size.products // 2


def _change(file: Path, pattern: str, by: str) -> None:
    text = file.read_text("utf-8")
    changed = re.sub(pattern, by, text, count=1)
    assert changed != text, f"nothing to change in {file}"
    file.write_text(changed, "utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is measured. `forgets` is what is gone before: "all", "output" (what CI restores a cache to), or nothing.
    `twins` says whether other generators do it too."""

    key: str
    title: str
    change: Change = nothing
    forgets: str = ""
    twins: bool = True


SCENARIOS = (
    Scenario(key="cold", title="cold, nothing cached", forgets="all"),
    Scenario(key="same", title="no change"),
    Scenario(key="product", title="one product edited", change=product_edited),
    Scenario(key="facility", title="one facility edited", change=facility_edited),
    Scenario(key="string", title="one theme string", change=string_edited),
    Scenario(key="template", title="one template", change=template_edited),
    Scenario(key="style", title="the style sheet", change=style_edited),
    Scenario(key="added", title="one product added", change=product_added),
    Scenario(key="removed", title="one product removed", change=product_removed),
    Scenario(key="restored", title="output empty, cache restored", forgets="output"),
    Scenario(key="photo", title="one photo replaced", change=photo_replaced, twins=False),
)
