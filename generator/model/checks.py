"""What an expert would notice: prices without sense, papers run out, markets closed, children's institutions.

Each check is a function from the catalogue and one of its entries to problems, so that entries can be checked apart;
the few that concern the site as a whole need no entry. The tables at the end say which there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from generator.errors import Place, Problem, did_you_mean, problem
from generator.model.catalogue import Catalogue
from generator.model.entries import Entry
from generator.model.kinds import SLUG, slugify
from generator.model.records.facility import Facility
from generator.model.records.parts import Contact, Export, Sale
from generator.model.records.product import Price, Product

Check = Callable[[Catalogue, Entry[Any]], Iterator[Problem]]
CONVERTIBLE = (  # units that can be counted in each other
    {"piece", "dozen", "kodi", "gross", "pair", "set"},
    {"g", "kg", "tonne"},
    {"m"},
    {"m2"},
    {"m3", "litre"},
)
RESERVED = (".example", ".invalid", ".test", ".localhost", "example.org", "example.com", "example.net")
CHILDREN_MAY_NOT = ("price", "sales", "exports", "production", "seller", "outlets")


def is_placeholder(email: str) -> bool:
    """Whether an address is on a domain that reaches nobody (RFC 2606)."""
    return email.rpartition("@")[2].casefold().endswith(RESERVED)


def _day(text: str, *, last: bool = False) -> str:
    """A date of any precision as a day: the first that it may mean, or the last."""
    return (text + ("-12-31" if last else "-01-01")[3 * text.count("-") :])[:10]


@lru_cache(maxsize=8)
def _from(today: str, days: int) -> str:
    """The day that many days after today, or before it."""
    return (date.fromisoformat(today) + timedelta(days=days)).isoformat()


def prices(catalogue: Catalogue, entry: Entry[Product]) -> Iterator[Problem]:
    """A price is for the order's unit, or for one that can be counted in it; it has not run out."""
    product = entry.record
    named: list[tuple[tuple[str | int, ...], Price | None]] = [(("price",), product.price)]
    named += [(("variants", n, "price"), v.price) for n, v in enumerate(product.variants)]
    for path, price in named:
        if price is None or price.on_request:
            continue
        unit = product.order.unit if product.order else None
        if unit and price.per and unit != price.per and not any({unit, price.per} <= s for s in CONVERTIBLE):
            yield problem("price-unit", entry.place(*path, "per"), per=price.per, unit=unit)
        if price.valid_until and price.valid_until < catalogue.today:
            yield problem("price-expired", entry.place(*path, "valid_until"), date=price.valid_until)
        if price.for_ == "retail" and price.tiers:
            continue
        amounts = [t.from_ for t in price.tiers]
        if amounts != sorted(set(amounts)):
            yield problem("tiers-order", entry.place(*path, "tiers"))


def dates(catalogue: Catalogue, entry: Entry[Product]) -> Iterator[Problem]:
    """What has happened lies in the past."""
    for path, text in _past_dates(entry.record):
        if _day(text) > catalogue.today:
            yield problem("date-future", entry.place(*path), date=text)


def _past_dates(product: Product) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if product.updated:
        yield ("updated",), product.updated
    for number, export in enumerate(product.exports):
        for name in ("date", "said"):
            if getattr(export, name):
                yield ("exports", number, name), getattr(export, name)
    for number, sale in enumerate(product.sales):
        for name in ("to", "said"):
            if getattr(sale, name):
                yield ("sales", number, name), getattr(sale, name)


def source_dates(catalogue: Catalogue) -> Iterator[Problem]:
    """What a source said, it has said."""
    for source in catalogue.sources.values():
        for name in ("said", "published"):
            text = getattr(source.record, name)
            if text and _day(text) > catalogue.today:
                yield problem("date-future", source.place(name), date=text)


def certificates(catalogue: Catalogue, entry: Entry[Product]) -> Iterator[Problem]:
    """Certificates that have run out, or will within 60 days."""
    for number, certificate in enumerate(entry.record.certificates):
        if not certificate.valid_until:
            continue
        last = _day(certificate.valid_until, last=True)
        if last >= _from(catalogue.today, 60):
            continue
        code = "certificate-expired" if last < catalogue.today else "certificate-ending"
        place = entry.place("certificates", number, "valid_until")
        yield problem(code, place, kind=certificate.kind, date=certificate.valid_until)


def markets(catalogue: Catalogue, entry: Entry[Product]) -> Iterator[Problem]:
    """No product names a market that prohibits it."""
    trade = entry.record.trade
    if trade is None or not trade.export_markets:
        return
    closed = catalogue.prohibited()
    for number, country in enumerate(trade.export_markets):
        if country in closed:
            yield problem("market-prohibited", entry.place("trade", "export_markets", number), country=country)


def rules(catalogue: Catalogue) -> Iterator[Problem]:
    """The markets' rules are checked twice a year; one about goods says which."""
    for market in catalogue.markets:
        if market.record.about == "goods" and not market.record.category:
            yield problem("missing-field", market.place("category"), field="category")
        if market.record.checked_on < _from(catalogue.today, -180):
            place = market.place("checked_on")
            yield problem("market-old", place, country=market.record.country, date=market.record.checked_on)


def trade_of_children(catalogue: Catalogue, entry: Entry[Product]) -> Iterator[Problem]:
    """An institution for children has nothing for sale, and no picture of anyone."""
    if catalogue.facility_of(entry).record.type != "lpka":
        return
    for name in CHILDREN_MAY_NOT:
        if getattr(entry.record, name):
            yield problem("lpka-trade", entry.place(name, key=True), field=name)
    yield from _no_people(entry)


def pictures_of_children(_catalogue: Catalogue, entry: Entry[Facility]) -> Iterator[Problem]:
    """An institution for children shows nobody."""
    if entry.record.type == "lpka":
        yield from _no_people(entry)


def _no_people(entry: Entry[Any]) -> Iterator[Problem]:
    for number, photo in enumerate(entry.record.photos):
        if photo.people != "none":
            yield problem("lpka-people", entry.place("photos", number, "people"))


def sources(_catalogue: Catalogue, entry: Entry[Product]) -> Iterator[Problem]:
    """Every figure that makes a claim names its source."""
    product = entry.record
    claims: tuple[tuple[str, Sequence[Export | Sale]], ...] = (("exports", product.exports), ("sales", product.sales))
    for name, rows in claims:
        for number, row in enumerate(rows):
            if not row.source:
                yield problem("unsourced-figure", entry.place(name, number), field=name)
    if product.production and not product.production.source:
        yield problem("unsourced-figure", entry.place("production"), field="production")


def figures(_catalogue: Catalogue, entry: Entry[Facility]) -> Iterator[Problem]:
    """A facility's numbers name their source, too."""
    for number, figure in enumerate(entry.record.figures):
        if not figure.source:
            yield problem("unsourced-figure", entry.place("figures", number), field="figures")


def specifications(catalogue: Catalogue, entry: Entry[Product]) -> Iterator[Problem]:
    """A product's `specs` are lines that its category asks for."""
    category = catalogue.categories.get(entry.record.category)
    if category is None or not entry.record.specs:
        return
    asks = [a.key for a in category.record.asks]
    for key in entry.record.specs:
        if key not in asks:
            place = entry.place("specs", key, key=True)
            choices = ", ".join(asks)
            yield problem("spec-unknown", place, given=key, choices=choices, suggestion=did_you_mean(key, asks))


def contacts(catalogue: Catalogue, entry: Entry[Any]) -> Iterator[Problem]:
    """Contacts are fresh."""
    contact: Contact | None = entry.record.contact
    if contact and contact.since and _day(contact.since, last=True) < _from(catalogue.today, -365):
        yield problem("contact-old", entry.place("contact", "since"), date=contact.since)


def contact_of_site(catalogue: Catalogue) -> Iterator[Problem]:
    """The site's own contact is real."""
    email = catalogue.site.contact.email
    if email and is_placeholder(email):
        yield problem("contact-placeholder", catalogue.site_document.place(("contact", "email")), email=email)


def photos(_catalogue: Catalogue, entry: Entry[Any]) -> Iterator[Problem]:
    """One picture is shown once: the same content twice in an entry is a slip."""
    seen: dict[str, str] = {}
    for number, (photo, facts) in enumerate(entry.photos):
        if facts.digest in seen:
            place = entry.place("photos", number, "file")
            yield problem("photo-twice", place, file=photo.file, other=seen[facts.digest])
        seen.setdefault(facts.digest, photo.file)


def languages(catalogue: Catalogue, entry: Entry[Any]) -> Iterator[Problem]:
    """Words that have no translation yet: one note a file."""
    first = catalogue.languages[0].code
    data = entry.document.data
    for step in entry.at:
        data = data[step]
    for language in catalogue.languages[1:]:
        paths = list(_untranslated(data, language.code, first, ())) if _lacks(data, language.code, first) else []
        if paths:
            fields = ", ".join(".".join(map(str, p)) for p in paths[:6]) + ("…" if len(paths) > 6 else "")
            yield problem("untranslated", entry.place(*paths[0]), language=language.code, fields=fields)
        if entry.stories and language.code not in entry.stories:
            story = next(iter(entry.stories.values()))
            yield problem("story-untranslated", Place(story.file), language=language.code)


def _lacks(data: Any, code: str, first: str) -> bool:
    """Whether any words may have no translation: keywords are not told apart, and no path is made."""
    below = [data]
    for part in below:  # it grows meanwhile
        if type(part) is dict:
            if first not in part:
                below += [value for value in part.values() if type(value) is not str]
            elif code not in part:
                return True
        elif type(part) is list:
            below += [value for value in part if type(value) is not str]
    return False


def _untranslated(data: Any, code: str, first: str, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _untranslated(item, code, first, (*path, number))
    elif isinstance(data, dict):
        if isinstance(data.get(first), str) and code not in data:
            yield path
        for key, item in data.items():
            if key != "keywords":
                yield from _untranslated(item, code, first, (*path, key))


def slugs(catalogue: Catalogue, entry: Entry[Any]) -> Iterator[Problem]:
    """Addresses' last parts by language are fit for an address."""
    for code, slug in (entry.record.slug or {}).items():
        if all(code != language.code for language in catalogue.languages):
            place, codes = entry.place("slug", code, key=True), ", ".join(lang.code for lang in catalogue.languages)
            yield problem("words-language", place, given=code, languages=codes, suggestion="")
        elif not SLUG.fullmatch(slug):
            yield problem("slug", entry.place("slug", code), given=slug, suggestion=slugify(slug))


def locations(_catalogue: Catalogue, entry: Entry[Facility]) -> Iterator[Problem]:
    """A town lies in Indonesia."""
    where = entry.record.location
    if where and not (-11.5 <= where.lat <= 6.5 and 94.5 <= where.lon <= 141.5):
        swapped = -11.5 <= where.lon <= 6.5 and 94.5 <= where.lat <= 141.5
        yield problem("location-abroad" if not swapped else "location-swapped", entry.place("location"))


def check_all(catalogue: Catalogue) -> Iterator[Problem]:
    """What all the checks of the tables below find."""
    groups: tuple[tuple[Mapping[str, Entry[Any]], tuple[Check, ...]], ...] = (
        (catalogue.products, OF_PRODUCT),
        (catalogue.facilities, OF_FACILITY),
        (catalogue.pages, OF_PAGE),
        (catalogue.categories, OF_CATEGORY),
        (catalogue.programmes, OF_PROGRAMME),
    )
    for entries, of_entry in groups:
        for entry in entries.values():
            for check in of_entry:
                yield from check(catalogue, entry)
    for of_site in OF_SITE:
        yield from of_site(catalogue)


OF_PRODUCT: tuple[Check, ...] = (
    prices,
    dates,
    certificates,
    markets,
    trade_of_children,
    sources,
    specifications,
    contacts,
    photos,
    languages,
    slugs,
)
OF_FACILITY: tuple[Check, ...] = (pictures_of_children, figures, contacts, photos, languages, locations)
OF_PAGE: tuple[Check, ...] = (languages, slugs)
OF_CATEGORY: tuple[Check, ...] = (languages,)
OF_PROGRAMME: tuple[Check, ...] = (languages,)
OF_SITE: tuple[Callable[[Catalogue], Iterator[Problem]], ...] = (source_dates, rules, contact_of_site)
