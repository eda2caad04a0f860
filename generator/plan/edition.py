"""The catalogue in one language, as pages need it: cards, pictures, facts, proof, all worded.

A page kind asks its edition for pieces; nothing here knows which page asks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from typing import Any, NamedTuple, TypeVar, cast

from generator.model.catalogue import Catalogue
from generator.model.checks import is_placeholder
from generator.model.entries import Entry, Thing
from generator.model.languages import NBSP, Fallback, Language
from generator.model.ledger import ABROAD, KIND, SALES
from generator.model.records.facility import Facility
from generator.model.records.parts import Export, Photo, Quantity, Sale
from generator.model.records.product import Price, Product, parse_basis
from generator.model.records.small import Source
from generator.plan.parts import (
    Art,
    Card,
    Chrome,
    Copy,
    FacilityRow,
    Fact,
    Link,
    Picture,
    Story,
    Value,
)
from generator.plan.parts import Source as SourceView
from generator.plan.photos import Original, PhotoPlan
from generator.plan.seals import Seals, sealed
from generator.plan.urls import Urls

NAMED = 5  # goods named beside a facility


T = TypeVar("T")


class Outline(NamedTuple):
    """The map's ground: an SVG path in its own units, and how a town comes to a point on it."""

    path: str
    width: int
    height: int
    lon_min: float
    lat_max: float
    units: float
    credit: str


class Look(NamedTuple):
    """What planning must know of a theme: its assets' addresses, its map, a digest of all that shapes a page, and which
    `tools` for buyers it has (`search`, `inquiry`, `compare`): what a theme has not is not made for it."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    outline: Outline
    digest: str
    tools: frozenset[str]


class Labels(dict[str, str]):
    """Fields' labels by their paths, each looked up once."""

    def __init__(self, strings: Mapping[str, str]) -> None:
        self._strings = strings

    def __missing__(self, path: str) -> str:
        own = self._strings.get(f"field.{path}")
        known = self[path] = own if own is not None else self._strings[f"field.{path.rpartition('.')[2]}"]
        return known


@dataclass(slots=True)
class Cites:
    """The numbered sources of one page, in the order in which the page names them."""

    edition: Edition
    numbers: dict[str, int] = field(default_factory=dict)

    def of(self, *keys: str | None) -> tuple[int, ...]:
        """The numbers of sources, by their keys; what is no source has none."""
        known, sources = self.numbers, self.edition.catalogue.sources
        return tuple([known.setdefault(key, len(known) + 1) for key in keys if key and key in sources])

    def listed(self) -> tuple[SourceView, ...]:
        edition, sources = self.edition, self.edition.catalogue.sources
        notes = [edition.same(("source", key), partial(edition.source, sources[key].record)) for key in self.numbers]
        return tuple([note._replace(number=number) for number, note in enumerate(notes, 1)])


@dataclass(frozen=True, eq=False)
class Edition:
    """One language's reading of the catalogue. `base_url` is empty where it is not known."""

    catalogue: Catalogue
    language: Language
    urls: Urls
    look: Look
    photos: Mapping[str, PhotoPlan]  # by the digest of the photo
    base_url: str
    others: tuple[Language, ...]  # every language of the site, this one too, the reference first
    seals: Seals

    @cached_property
    def digest(self) -> str:
        """What every page of this edition depends on: the theme, the strings, the header and footer, the small files,
        and of the other languages their names and addresses."""
        strings = sorted(self.language.strings.items())
        others = [
            (
                language.code,
                [(k, v) for k, v in language.strings.items() if k.startswith(("address.", "language.", "province."))],
            )
            for language in self.others
        ]
        told = repr((strings, others, self.chrome(), self.base_url))
        return sealed(self.look.digest, told, self.seals.small)

    def seal(self, template: str) -> str:
        """What every page of a template depends on: half of its seal, as the other is its own."""
        known = self._seals.get(template)
        if known is None:
            known = self._seals[template] = sealed(self.digest, template)
        return known

    @cached_property
    def _seals(self) -> dict[str, str]:
        return {}

    @property
    def code(self) -> str:
        return self.language.code

    @cached_property
    def all_urls(self) -> tuple[Urls, ...]:
        """The addresses in every language of the site."""
        return tuple(Urls(language) for language in self.others)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Every language's code."""
        return tuple(language.code for language in self.others)

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """Every language's name in itself."""
        return tuple(language.own_name() for language in self.others)

    def image(self, entry: Entry[Any]) -> str:
        """The address of the JPEG of an entry's first photo, or an empty text."""
        photos = entry.gist.photos
        return self.photos[photos[0][1]].jpeg.path if photos else ""

    def t(self, key: str, **args: str) -> str:
        text = self.language.strings[key]
        return text.format_map(args) if "{" in text else text

    def cites(self) -> Cites:
        return Cites(self)

    @cached_property
    def _links(self) -> dict[str, Link]:
        return {}

    def same(self, key: tuple[str, str], make: Callable[[], T]) -> T:
        """What many pages show alike, as each product's of a facility: made once. `key` names what and of which."""
        known = self._same.get(key)
        if known is None:
            known = self._same[key] = make()
        return cast("T", known)

    @cached_property
    def _same(self) -> dict[tuple[str, str], object]:
        return {}

    def category_link(self, key: str) -> Link:
        known = self._links.get(key)
        if known is None:
            name = self.language.words(self.catalogue.categories[key].record.name)
            known = self._links[key] = Link(name, self.urls.category(key), key)
        return known

    # -- products and their makers ---------------------------------------------------------------------------------

    def maker(self, entry: Entry[Product]) -> str:
        """Who is named as the maker on a card: the facility, or that it is not known which."""
        facility = self.catalogue.facility_of(entry)
        if entry.label.made_at:
            return self.t("maker.not-stated", office=facility.record.name)
        return facility.record.name

    def place(self, facility: Facility) -> str:
        return self.t(f"province.{facility.province}")

    def town(self, facility: Facility) -> str:
        """`Medan, Sumatera Utara`; the province alone where the town is not stated."""
        province = self.place(facility)
        return f"{facility.place}, {province}" if facility.place else province

    def gloss(self, facility: Facility) -> str:
        """What kind of institution it is, in the page's language: the second line under its name."""
        kind = self.t(f"type.{facility.type}")
        kind = self.t("gloss.class", type=kind, number=facility.class_) if facility.class_ else kind
        return f"{capital(kind)}, {self.town(facility)}"

    def facility_link(self, entry: Entry[Facility]) -> Link:
        return Link(entry.record.name, self.urls.facility(entry.key), entry.key, self.town(entry.record))

    def facility_row(self, entry: Entry[Facility]) -> FacilityRow:
        """A facility in a list; the same object wherever it stands."""
        known = self._rows.get(entry.key)
        if known is None:
            known = self._rows[entry.key] = self._row(entry)
        return known

    def _row(self, entry: Entry[Facility]) -> FacilityRow:
        own = self.catalogue.first("facility", entry.key)
        names = [self.card(product).name for product in own[:NAMED]]
        goods = ", ".join(names) + (", …" if len(own) > NAMED else "")
        town = entry.record.place or self.place(entry.record)
        return FacilityRow(self.urls.facility(entry.key), entry.record.name, self.gloss(entry.record), town, goods)

    def card(self, entry: Entry[Product]) -> Card:
        """A product on a shelf; the same object wherever it stands."""
        known = self._cards.get(entry.key)
        if known is None:
            known = self._cards[entry.key] = self._card(entry)
        return known

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {}

    @cached_property
    def _rows(self) -> dict[str, FacilityRow]:
        return {}

    def _card(self, entry: Entry[Product]) -> Card:
        product = entry.label
        status = product.status
        badge = self.t(f"status.{status}") if status in ("archived", "paused", "sample") else ""
        place = self.place(self.catalogue.facility_of(entry).record)
        name = self.language.words(product.name)
        cover = self.picture(*entry.photos[0]) if entry.gist.photos else None
        line = self.known_line(entry)
        href, key = self.urls.product(entry), self.asked_for(entry)
        return Card(href, name, self.maker(entry), place, line, badge, cover, self.art(entry), key)

    def asked_for(self, entry: Entry[Product]) -> str:
        """The key of a product that a buyer can ask for; an empty text for what is not for sale."""
        sold = entry.gist.status != "archived" and self.catalogue.facility_of(entry).record.type != "lpka"
        return entry.key if sold else ""

    def cards(self, entries: Iterable[Entry[Product]]) -> tuple[Card, ...]:
        """The same of several, which are opened one after another where that is to be: it is quicker."""
        shown, known = [*entries], self._cards
        fresh = [entry for entry in shown if entry.key not in known]
        for entry in fresh:
            entry.label  # noqa: B018
        for entry in fresh:
            known[entry.key] = self._card(entry)
        return tuple([known[entry.key] for entry in shown])

    def known_line(self, entry: Entry[Product]) -> str:
        """The one thing on a card that is known of a product: its price, else its way abroad, else what was sold."""
        price = self.price_line(entry.label.price)
        if price:
            return price
        kinds = [event[KIND] for event in entry.gist.events]
        abroad = [number for number, kind in enumerate(kinds) if kind in ABROAD]
        if abroad:
            return self._shipped(entry.thing(abroad[-1]))
        return self._sold(entry.thing(kinds.index(SALES))) if SALES in kinds else ""

    def _shipped(self, export: Thing) -> str:
        assert isinstance(export, Export), "its kind says so"
        where = self.t("card.to", country=self.language.country(export.country)) if export.country else ""
        when = self.language.date(export.date[:7], short=True) if export.date else ""
        amount = self.quantity(export.quantity)
        if export.kind == "sample":
            amount = self.t("card.sample", quantity=amount) if amount else self.t("card.sample-only")
        told = f"{amount} {where}".strip() or self.t(f"card.{export.kind or 'export'}")
        return f"{told}, {when}" if when else told

    def _sold(self, sale: Thing) -> str:
        assert isinstance(sale, Sale), "its kind says so"
        period = self.language.words(sale.period) if sale.period else ""
        when = self.language.date(sale.said[:7], short=True).replace(" ", NBSP) if sale.said else ""
        said = f" ({when})" if when else ""  # whose "past year" it is
        sold = self.t("card.sold", quantity=self.quantity(sale.quantity))
        return sold + (f", {period}{said}" if period else "")

    def quantity(self, quantity: Quantity | None) -> str:
        return self.language.quantity(quantity.amount, quantity.unit) if quantity else ""

    def price_line(self, price: Price | None) -> str:
        """`Rp35.000 per buah`, a span, or "ask for the price"; empty where no price is stated or it has run out."""
        if price is None:
            return ""
        if not self.holds(price):
            return self.t("price.on-request")
        currency = price.currency or ""
        amounts = [a for a in (price.amount, price.from_, price.to) if a is not None]
        money = " – ".join(self.language.money(a, currency) for a in amounts)
        return self.t("price.per", price=money, unit=self.language.unit_name(price.per or "unit"))

    def holds(self, price: Price) -> bool:
        """Whether a price says what is to be paid, and has not run out."""
        return not price.on_request and not (price.valid_until and price.valid_until < self.catalogue.today)

    def basis(self, text: str) -> str:
        if text in ("at-facility", "delivered"):
            return self.t(f"basis.{text}")
        return " ".join(parse_basis(text))

    # -- pictures --------------------------------------------------------------------------------------------------

    def art(self, entry: Entry[Product]) -> Art:
        """The drawn art of a product: its category's pattern, varied by a digest of its identity."""
        return _art(self.catalogue.categories[entry.spine.category].record.icon, entry.key)

    def category_art(self, key: str) -> Art:
        return Art(self.catalogue.categories[key].record.icon, 0, 0, 0, 1, 0)

    def picture(self, photo: Photo, facts: Original) -> Picture:
        """A photo with the copies that will be made of it."""
        plan = self.photos[facts.digest]
        words = self.language.words
        formats = tuple((mime, tuple(Copy(o.path, o.width) for o in outputs)) for mime, outputs in plan.formats)
        return Picture(
            formats=formats,
            jpeg=Copy(plan.jpeg.path, plan.jpeg.width),
            width=plan.width,
            height=plan.height,
            alt=words(photo.alt),
            tint=plan.tint,
            caption=words(photo.caption),
            credit=photo.credit or "",
            illustration=photo.illustration,
        )

    def pictures(self, entry: Entry[Any]) -> tuple[Picture, ...]:
        return tuple(self.picture(photo, facts) for photo, facts in entry.photos)

    # -- stories and sources ---------------------------------------------------------------------------------------

    def story(self, entry: Entry[Any], cites: Cites) -> Story | None:
        """The entry's story in this language, else in the reference language; its links as addresses."""
        stories = entry.told
        code = self.code if self.code in stories else self.others[0].code
        story = stories.get(code)
        if story is None:
            return None
        links = tuple((f"{kind}:{key}", self.target(kind, key, cites)) for kind, key in story.links)
        stale = any(story.file.endswith(f"/{key}") for key in self.catalogue.stale)
        return Story(story.html, story.letters, code, links, stale, story.file)

    def target(self, kind: str, key: str, cites: Cites) -> str:
        """Where a story's link leads, or nowhere if that is not shown; a source's is a number on its own page."""
        catalogue = self.catalogue
        key, _, anchor = key.partition("#")
        if kind == "source":
            return f"#s{cites.of(key)[0]}"
        address = {
            "product": lambda: self.urls.product(catalogue.products[key]) if key in catalogue.products else "",
            "facility": lambda: self.urls.facility(key),
            "category": lambda: self.urls.category(key),
            "programme": lambda: self.urls.programme(key),
            "page": lambda: self.urls.page(catalogue.pages[key]),
        }[kind]()
        return f"{address}#{anchor}" if anchor and address else address

    def source(self, source: Source) -> SourceView:
        """`Gebrakkasus.com, keterangan 17 Oktober 2025`: only what is known of it, not yet numbered."""
        t, date = self.t, self.language.date
        kind = t(f"source-kind.{source.kind}")
        parts = [source.publisher or t("source.no-publisher", kind=kind)]
        if source.title:
            parts.append(t("source.title", title=source.title))
        if source.said:
            parts.append(t("source.said", date=date(source.said)))
        if source.published:
            parts.append(t("source.published", date=date(source.published)))
        text = ", ".join(parts) + (f" ({t('source.year-inferred')})" if source.year_inferred else "")
        text = capital(text)
        told = kind if source.publisher else ""  # without a publisher the text begins with its kind
        return SourceView(0, text, told, source.url or "", self.language.words(source.note))

    def mark(self, source: str | None) -> str:
        """The mark of proof that a source gives: its kind."""
        found = self.catalogue.sources.get(source or "")
        return found.record.kind if found else "unsourced"

    def told(self, text: str, source: str | None, cites: Cites, *, note: str = "", href: str = "") -> Value:
        """A value that claims something, with its proof."""
        return Value(text, href=href, note=note, mark=self.mark(source), cites=cites.of(source))

    def fact(self, key: str, *values: Value | str) -> Fact:
        """A field's fact under the label `field.<key>`; empty texts are left out."""
        if not values or values == ("",):
            return self._empty_fact(key)
        if len(values) == 1:  # nearly always
            [value] = values
            return Fact(key, self._labels[key], (value if isinstance(value, Value) else Value(value),))
        stated = tuple([v if isinstance(v, Value) else Value(v) for v in values if v != ""])
        return Fact(key, self._labels[key], stated)

    def _empty_fact(self, key: str) -> Fact:
        known = self._empty.get(key)
        if known is None:
            known = self._empty[key] = Fact(key, self._labels[key], ())
        return known

    @cached_property
    def _empty(self) -> dict[str, Fact]:
        return {}

    def label(self, path: str) -> str:
        """A field's label: that of its path where it has one, else that of its name."""
        return self._labels[path]

    @cached_property
    def _labels(self) -> Labels:
        return Labels(self.language.strings)

    # -- what stands round pages ------------------------------------------------------------------------------------

    def guide(self, name: str) -> str:
        """The address of a content page that others lead to, or an empty text where the site names none."""
        page = self.catalogue.pages.get(getattr(self.catalogue.site.guides, name) or "")
        return self.urls.page(page) if page else ""

    @property
    def site_email(self) -> str:
        """The site's own address, or an empty text where it is a placeholder that reaches nobody."""
        email = self.catalogue.site.contact.email or ""
        return "" if is_placeholder(email) else email

    def chrome(self) -> Chrome:
        """What all pages of this language share."""
        t, urls = self.t, self.urls
        pages = sorted(self.catalogue.pages.values(), key=lambda p: (p.record.menu or 99, p.key))
        foot = [Link(self.language.words(p.record.title), urls.page(p), p.key) for p in pages if p.record.menu]
        foot += [
            Link(t("nav.programmes"), urls.programmes(), "programmes"),
            Link(t("nav.provinces"), urls.provinces(), "provinces"),
            Link(t("nav.stages"), urls.stages(), "stages"),
            Link(t("nav.partners"), urls.partners(), "partners"),
        ]
        menu = [
            Link(t("nav.products"), urls.products(), "products"),
            Link(t("nav.categories"), urls.categories(), "categories"),
            Link(t("nav.facilities"), urls.facilities(), "facilities"),
            Link(t("nav.track-record"), urls.track_record(), "track-record"),
            Link(t("nav.importing"), urls.importing(), "importing"),
        ]
        if "compare" in self.look.tools:
            foot.append(Link(t("nav.compare"), urls.compare(), "compare"))
        if "inquiry" in self.look.tools:
            menu.append(Link(t("nav.inquiry"), urls.inquiry(), "inquiry"))
        return Chrome(
            lang=self.code,
            title=self.language.words(self.catalogue.site.title),
            home=urls.home(),
            menu=tuple(menu),
            foot=tuple(foot),
            publisher=self.catalogue.site.publisher.name,
            email=self.site_email,
            correction=self.guide("corrections"),
            official=self.catalogue.site.publisher.official,
            styles=self.look.styles,
            scripts=self.look.scripts,
            products=urls.products(),
            search=urls.search(),
            compare=urls.compare(),
        )


@lru_cache(maxsize=1_000)  # a product's cards in all languages are made one soon after another
def _art(pattern: str, key: str) -> Art:
    seed = hashlib.sha256(key.encode()).digest()
    return Art(pattern, seed[0] % 100, seed[1] % 100, seed[2] % 12, seed[3] % 4, seed[4] % 2)


def capital(text: str) -> str:
    """The text as a line begins; one in another language keeps its mark."""
    shown = f"{text[:1].upper()}{text[1:]}"
    return Fallback(shown, text.lang) if isinstance(text, Fallback) else shown
