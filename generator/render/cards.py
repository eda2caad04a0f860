"""Draws a share card: the product's picture between panes of its category's pattern, its label beneath as in a museum.

Typst sets the type, whose fonts come with it, so that a card is the same on every machine. It is an extra: a site that
turns no cards on never imports it. What must be seen lies in the middle square, as some places crop a card to it.
"""

from __future__ import annotations

import io
import json
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageOps

from generator.errors import BuildFailed, Place, problem
from generator.load import pixels
from generator.load.photos import source_bytes

if TYPE_CHECKING:
    from generator.load.files import Folder
    from generator.plan.cards import CardRecipe
    from generator.render.templates import Dress, Renderer

SIZE = (1200, 630)
PICTURE = (1120, 840)  # 4 : 3, twice as fine as it is shown: typst scales it down
MOST = 250_000  # bytes; some messengers show no larger ones
QUALITIES = (86, 78, 70, 60, 45)
LAYOUT = "cards/product.typ"
COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
# What Libertinus Serif, which comes with typst, has: Latin, Greek, Cyrillic, and the signs between words.
LONG = re.compile(r"\w{16}(?=\w)")
SOFT = "\u00ad"  # a hyphen where a line ends there
SET = re.compile(r"[\u0020-\u052f\u1e00-\u206f\u20a0-\u20bf\u2100-\u214f\u2190-\u2193\u2212]*")


def can_set() -> bool:
    """Whether typst is installed here."""
    return find_spec("typst") is not None


def draw(recipe: CardRecipe, folder: Folder, renderer: Renderer, dress: Dress) -> bytes:
    """The card as a JPEG without metadata; the same bytes each time.

    Raises BuildFailed: card-typst, file-missing, photo-broken, card-layout, or what reading the photo meets.
    """
    if not can_set():
        raise BuildFailed([problem("card-typst", folder.place("site.yaml"))])
    typst = import_module("typst")
    colours = dict(reversed(COLOUR.findall(dress.files["styles/tokens.css"])))  # of each the first: the light ones
    files = {
        "main.typ": _layout(dress),
        "data.json": json.dumps(_data(recipe, colours)).encode(),
        "panes.svg": panes(renderer.macros("art"), recipe, colours).encode(),
    }
    if recipe.photo:
        files["picture.png"] = _picture(recipe, folder)
    try:
        with TemporaryDirectory(prefix="etalase-card-") as desk:  # typst takes no picture that is not a file
            for name, data in files.items():
                (Path(desk) / name).write_bytes(data)
            drawn = typst.compile(f"{desk}/main.typ", root=desk, format="png", ppi=72, ignore_system_fonts=True)
    except RuntimeError as error:  # TypstError is one, and so is a layout that is not UTF-8
        raise BuildFailed([problem("card-layout", Place(f"{dress.shown}/{LAYOUT}"))]) from error
    return _jpeg(drawn)


def panes(macros: Any, recipe: CardRecipe, colours: dict[str, str]) -> str:
    """The category's pattern as an SVG of its own: typst knows no style sheet's variables, so paints are written out.

    Without a photo figure and ground change places in a round field, as in the drawn art on pages.
    """
    art = recipe.art
    two = ("art-nila", "art-soga")
    lead, follow, ground = (colours[name] for name in (two[art.accent], two[1 - art.accent], "shelf"))
    turn = art.turn * macros.spin.get(art.pattern, 0) % 360
    size = 1.1 + 0.15 * art.size
    radius = 170 / size
    width, height = macros.tiles[art.pattern]

    def pattern(name: str, *paints: str) -> str:
        motif = _painted(str(macros.motif(art.pattern)), name, *paints)
        return f'<pattern id="{name}" width="{width}" height="{height}" patternUnits="userSpaceOnUse">{motif}</pattern>'

    field = f'<circle r="{radius}" fill="{follow}"/><circle r="{radius}" fill="url(#in)"/>' if not recipe.photo else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE[0]}" height="{SIZE[1]}"><defs>'
        f"{pattern('out', lead, follow, ground)}{pattern('in', ground, ground, follow)}</defs>"
        f'<g transform="translate({SIZE[0] / 2} {SIZE[1] / 2}) rotate({turn}) scale({size})">'
        f'<path fill="url(#out)" d="M-1200-1200H1200V1200H-1200z"/>{field}</g></svg>'
    )


def _painted(motif: str, name: str, lead: str, follow: str, ground: str) -> str:
    """A motif with its classes as paints, and its ids told apart."""
    strokes = {"l": (lead, 3), "s": (follow, 3), "t": (lead, 2), "h": (ground, 2.5)}
    motif = motif.replace("currentColor", lead)
    for kind, colour in (("b", follow), ("g", ground)):
        motif = motif.replace(f'class="art-{kind}"', f'fill="{colour}"')
    for kind, (colour, wide) in strokes.items():
        motif = motif.replace(f'class="art-{kind}"', f'fill="none" stroke="{colour}" stroke-width="{wide}"')
    return re.sub(r'(id="|href="#)(m-)', rf"\1{name}-\2", motif)


def _layout(dress: Dress) -> bytes:
    layout = dress.files.get(LAYOUT)
    if layout is None:
        raise BuildFailed([problem("file-missing", Place(f"{dress.shown}/{LAYOUT}"), name="product.typ")])
    return layout.encode()


def _data(recipe: CardRecipe, colours: dict[str, str]) -> dict[str, object]:
    """What the layout is told; a text that typst's fonts can't set is left out, and with the name all of them."""
    texts = {name: getattr(recipe, name) for name in ("name", "maker", "place", "site", "note")}
    texts = {name: LONG.sub(lambda match: match[0] + SOFT, text) for name, text in texts.items()}
    known = {name: text if SET.fullmatch(text) else "" for name, text in texts.items()}
    if not known["name"]:
        known = dict.fromkeys(known, "")
    return {**known, "colours": colours, "picture": bool(recipe.photo)}


def _picture(recipe: CardRecipe, folder: Folder) -> bytes:
    data = source_bytes(recipe.source, recipe.photo, folder)
    try:
        with pixels.opened(data, format=pixels.sniff(data[:32])) as image:
            upright = pixels.plain(image, at_least=PICTURE)
        fitted = ImageOps.fit(upright, PICTURE, Image.Resampling.LANCZOS)
    except Exception as error:  # a broken file raises nine kinds, and which is an accident
        raise BuildFailed([problem("photo-broken", folder.place(recipe.source))]) from error
    file = io.BytesIO()
    Image.frombytes("RGB", fitted.size, fitted.tobytes()).save(file, "PNG", compress_level=1)
    return file.getvalue()


def _jpeg(drawn: bytes) -> bytes:
    """The drawing at the best quality that stays below MOST; pixels only."""
    with Image.open(io.BytesIO(drawn), formats=["PNG"]) as image:
        assert image.size == SIZE, f"a card came out as {image.size}"
        bare = Image.frombytes("RGB", image.size, image.convert("RGB").tobytes())
    made = b""
    for quality in QUALITIES:
        file = io.BytesIO()
        bare.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
        made = file.getvalue()
        if len(made) < MOST:
            break
    return made
