"""The pieces that views are made of: what templates see, as frozen data.

Every text is ready for one reader: worded, formatted, in the page's language, or a `Fallback` where a translation is
missing. Addresses (`href`) are from the site's root, as `id/produk/index.html`; a template puts `root` before them.
An address outside the site is whole and named `url`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Link(NamedTuple):
    """A text that leads somewhere in the site. `key` tells menu entries apart; `note` is a short line beside it."""

    text: str
    href: str
    key: str = ""
    note: str = ""


class Copy(NamedTuple):
    """One published copy of a photo, `width` pixels wide."""

    href: str
    width: int


class Picture(NamedTuple):
    """A photo as a page shows it. `formats` is best first: (MIME type, copies narrow to wide); `jpeg` serves old
    readers. `width` × `height` give the proportion; `tint` is the class (0–63) of the colour behind it."""

    formats: tuple[tuple[str, tuple[Copy, ...]], ...]
    jpeg: Copy
    width: int
    height: int
    alt: str
    tint: int
    caption: str = ""
    credit: str = ""
    illustration: bool = False


class Art(NamedTuple):
    """Drawn art for a product without a photo: a pattern of the theme (`net`, `charcoal`, …) and whole numbers that
    vary it by product: `x`, `y` 0–99 shift, `turn` 0–11 (thirtieths of a circle are the theme's business), `size`
    0–3, `accent` 0 or 1 (which of the two accents leads)."""

    pattern: str
    x: int
    y: int
    turn: int
    size: int
    accent: int


class Card(NamedTuple):
    """A product on a shelf. `key` is its identity where it can be asked for, or empty. `line` is the one thing known
    of it ("1.084 terjual dalam setahun"), or empty; `badge` is a status a buyer must see there, or empty. `picture` is
    the cover, else `art` is shown."""

    href: str
    name: str
    maker: str
    place: str
    line: str
    badge: str
    picture: Picture | None
    art: Art
    key: str = ""


class Value(NamedTuple):
    """One value in a fact. `mark` is its proof: the kind of its source (`press`, `facility`, `partner`, …), `issuer`,
    `unsourced`, or empty where it claims nothing; `cites` are numbers of the page's sources; `note` is a smaller line
    under it."""

    text: str
    href: str = ""
    url: str = ""
    note: str = ""
    mark: str = ""
    cites: tuple[int, ...] = ()


class Fact(NamedTuple):
    """A label and what is known under it; no values: not stated. `key` is the field's name."""

    key: str
    label: str
    values: tuple[Value, ...]


class Grid(NamedTuple):
    """A small table (price tiers, variants): column heads, then rows of texts."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Source(NamedTuple):
    """A numbered note at the foot of a page; its anchor is `s{number}`. `kind` is worded ("pemberitaan"); `note` is
    what a reader must know of it."""

    number: int
    text: str
    kind: str
    url: str = ""
    note: str = ""


class Stamp(NamedTuple):
    """An export or a sample as a mark of proof: a country (or "destination not stated") and short lines."""

    title: str
    lines: tuple[str, ...]
    mark: str
    cites: tuple[int, ...]


class Moment(NamedTuple):
    """A row of a track record in words. `when` is worded; `datetime` is for `<time>`, or empty; `open` says which end
    of the span is not known: empty, `start`, `end` or `both`. `product` and `maker` are set on site-wide lists."""

    when: str
    datetime: str
    text: str
    notes: tuple[Value, ...]
    mark: str
    cites: tuple[int, ...]
    open: str = ""
    product: Link | None = None
    maker: Link | None = None


class Span(NamedTuple):
    """A bar of the drawn time line, `x` and `width` in thousandths of its length; `open` as in Moment. A point has
    width 0. `kind` is `export`, `sample`, `launch`, `sales` or `production`. `label` and `value` are worded."""

    label: str
    value: str
    href: str
    x: int
    width: int
    open: str
    kind: str


class Tick(NamedTuple):
    """A mark of an axis at `x` thousandths."""

    x: int
    label: str


class Bar(NamedTuple):
    """A bar of a chart: `share` is its length in thousandths of the longest."""

    label: str
    value: str
    href: str
    share: int


class Chart(NamedTuple):
    """A bar chart: `caption` names what is counted and according to whom."""

    title: str
    caption: str
    bars: tuple[Bar, ...]
    cites: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A facility, or a province that `gathers` several, in the outline's own units. `told` is its name with its counts;
    `label` the short name on the map, on the `side` (`right`, `left`, `above`, `below`) where there is room, or
    nowhere; `count` products."""

    x: float
    y: float
    told: str
    href: str
    count: int
    label: str
    gathers: int = 0
    side: str = ""


class Map(NamedTuple):
    """The map: `outline` is an SVG path, `width` × `height` its view box; `missing` names what has no place on it.
    `view` is what is seen of the outline: its left, its top, and how many times it is larger."""

    outline: str
    width: int
    height: int
    points: tuple[Point, ...]
    missing: tuple[Link, ...]
    credit: str
    view: tuple[float, float, float] = (0, 0, 1)


class Story(NamedTuple):
    """A text as safe HTML, how many letters it was written in, and the name of its file.

    `links` resolves its `product:`, `facility:`, `page:`, `source:` targets to addresses; `lang` is the language it is
    written in, which may not be the page's; `stale` says that the text it was translated from has changed since.
    """

    html: str
    letters: int
    lang: str
    links: tuple[tuple[str, str], ...]
    stale: bool = False
    file: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A category, province, stage or programme in a list of such, with how many products it leads to."""

    href: str
    name: str
    count: str
    summary: str = ""
    art: Art | None = None


class FacilityRow(NamedTuple):
    """A facility in a list: its Indonesian name, the gloss in the page's language, its town, and its goods in words."""

    href: str
    name: str
    gloss: str
    place: str
    goods: str


class Pager(NamedTuple):
    """Numbered pages; `pages` are (number, address), empty where there is only one; a number 0 stands for those left
    out between two."""

    current: int
    pages: tuple[tuple[int, str], ...]
    previous: str = ""
    next: str = ""


class Paper(NamedTuple):
    """A document to ask for."""

    label: str
    note: str = ""


class Market(NamedTuple):
    """An import rule. `status` is `prohibited`, `conditional`, `upcoming` or `not-established`; `word` says it."""

    country: str
    status: str
    word: str
    instrument: str
    says: str
    quote: str = ""
    url: str = ""
    read: str = ""
    checked: str = ""
    applies: str = ""
    about: str = ""


class Action(NamedTuple):
    """A way to inquire that opens another program: `kind` is `whatsapp` or `email`, `url` whole."""

    kind: str
    text: str
    url: str


class Inquiry(NamedTuple):
    """How to ask. `whom` names whom to ask; `from_where` says whose contact stands in, or is empty; `message` is ready
    to copy, in the page's language; `facts` are the contact's details; `guide` leads to how to order and pay."""

    whom: str
    from_where: str
    message: str
    actions: tuple[Action, ...]
    facts: tuple[Fact, ...]
    guide: Link | None = None


class FacilityBox(NamedTuple):
    """The maker's card on a product page."""

    href: str
    name: str
    gloss: str
    place: str
    goods: str
    picture: Picture | None


class Alternate(NamedTuple):
    """The same page in another language: `href` from the root, `name` in that language's own words; `translated` says
    whether what stands there is in it."""

    lang: str
    name: str
    href: str
    current: bool
    translated: bool


class Chrome(NamedTuple):
    """What all pages of one language share: header, menus, footer, assets. `email` is the site's own where it reaches
    anyone; `correction` the page on corrections, or empty."""

    lang: str
    title: str
    home: str
    menu: tuple[Link, ...]
    foot: tuple[Link, ...]
    publisher: str
    email: str
    correction: str
    official: bool
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    products: str = ""
    search: str = ""
    compare: str = ""
