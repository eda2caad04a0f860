"""What an expert would notice: prices without sense, papers run out, markets closed, children's institutions.

Each check is a function from the catalogue to problems; the table at the end says which there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from generator.errors import Place, Problem, problem
from generator.model.catalogue import Catalogue, Entry
from generator.model.records.parts import Contact
from generator.model.records.product import Price, Product

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


def _before(today: str, days: int) -> str:
    return (date.fromisoformat(today) - timedelta(days=days)).isoformat()


def prices(catalogue: Catalogue) -> Iterator[Problem]:
    """A price is for the order's unit, or for one that can be counted in it; it has not run out."""
    for entry in catalogue.products.values():
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


def dates(catalogue: Catalogue) -> Iterator[Problem]:
    """What has happened lies in the past."""
    for entry in catalogue.products.values():
        for path, text in _past_dates(entry.record):
            if _day(text) > catalogue.today:
                yield problem("date-future", entry.place(*path), date=text)
    for source in catalogue.sources.values():
        for name in ("said", "published"):
            text = getattr(source.record, name)
            if text and _day(text) > catalogue.today:
                yield problem("date-future", source.place(name), date=text)


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


def certificates(catalogue: Catalogue) -> Iterator[Problem]:
    """Certificates that have run out, or will within 60 days."""
    soon = (date.fromisoformat(catalogue.today) + timedelta(days=60)).isoformat()
    for entry in catalogue.products.values():
        for number, certificate in enumerate(entry.record.certificates):
            if not certificate.valid_until:
                continue
            last = _day(certificate.valid_until, last=True)
            place = entry.place("certificates", number, "valid_until")
            if last < catalogue.today:
                yield problem("certificate-expired", place, kind=certificate.kind, date=certificate.valid_until)
            elif last < soon:
                yield problem("certificate-ending", place, kind=certificate.kind, date=certificate.valid_until)


def markets(catalogue: Catalogue) -> Iterator[Problem]:
    """No product names a market that prohibits it; rules are checked twice a year."""
    closed = catalogue.prohibited()
    for entry in catalogue.products.values():
        trade = entry.record.trade
        for number, country in enumerate(trade.export_markets if trade else ()):
            if country in closed:
                yield problem("market-prohibited", entry.place("trade", "export_markets", number), country=country)
    for market in catalogue.markets:
        if market.record.about == "goods" and not market.record.category:
            yield problem("missing-field", market.place("category"), field="category")
        if market.record.checked_on < _before(catalogue.today, 180):
            place = market.place("checked_on")
            yield problem("market-old", place, country=market.record.country, date=market.record.checked_on)


def children(catalogue: Catalogue) -> Iterator[Problem]:
    """An institution for children has nothing for sale, and no picture of anyone."""
    for entry in catalogue.products.values():
        if catalogue.facility_of(entry).record.type != "lpka":
            continue
        for name in CHILDREN_MAY_NOT:
            if getattr(entry.record, name):
                yield problem("lpka-trade", entry.place(name, key=True), field=name)
        yield from _no_people(entry)
    for facility in catalogue.facilities.values():
        if facility.record.type == "lpka":
            yield from _no_people(facility)


def _no_people(entry: Entry[Any]) -> Iterator[Problem]:
    for number, photo in enumerate(entry.record.photos):
        if photo.people != "none":
            yield problem("lpka-people", entry.place("photos", number, "people"))


def sources(catalogue: Catalogue) -> Iterator[Problem]:
    """Every figure that makes a claim names its source."""
    for entry in catalogue.products.values():
        product = entry.record
        for name in ("exports", "sales"):
            for number, row in enumerate(getattr(product, name)):
                if not row.source:
                    yield problem("unsourced-figure", entry.place(name, number), field=name)
        if product.production and not product.production.source:
            yield problem("unsourced-figure", entry.place("production"), field="production")
    for facility in catalogue.facilities.values():
        for number, figure in enumerate(facility.record.figures):
            if not figure.source:
                yield problem("unsourced-figure", facility.place("figures", number), field="figures")


def specifications(catalogue: Catalogue) -> Iterator[Problem]:
    """A product's `specs` are lines that its category asks for."""
    for entry in catalogue.products.values():
        category = catalogue.categories.get(entry.record.category)
        asks = [a.key for a in category.record.asks] if category else []
        for key in entry.record.specs if category else ():
            if key not in asks:
                from generator.errors import did_you_mean

                place = entry.place("specs", key, key=True)
                choices = ", ".join(asks)
                yield problem("spec-unknown", place, given=key, choices=choices, suggestion=did_you_mean(key, asks))


def contacts(catalogue: Catalogue) -> Iterator[Problem]:
    """Contacts are fresh; the site's own is real."""
    entries: list[Entry[Any]] = [*catalogue.facilities.values(), *catalogue.products.values()]
    for entry in entries:
        contact: Contact | None = entry.record.contact
        if contact and contact.since and _day(contact.since, last=True) < _before(catalogue.today, 365):
            yield problem("contact-old", entry.place("contact", "since"), date=contact.since)
    email = catalogue.site.contact.email
    if email and is_placeholder(email):
        yield problem("contact-placeholder", catalogue.site_document.place(("contact", "email")), email=email)


def photos(catalogue: Catalogue) -> Iterator[Problem]:
    """One picture is shown once: the same content twice in an entry is a slip."""
    entries: list[Entry[Any]] = [*catalogue.products.values(), *catalogue.facilities.values()]
    for entry in entries:
        seen: dict[str, str] = {}
        for number, (photo, facts) in enumerate(entry.photos):
            if facts.digest in seen:
                place = entry.place("photos", number, "file")
                yield problem("photo-twice", place, file=photo.file, other=seen[facts.digest])
            seen.setdefault(facts.digest, photo.file)


def languages(catalogue: Catalogue) -> Iterator[Problem]:
    """Words that have no translation yet: one note a file."""
    groups: tuple[Mapping[str, Entry[Any]], ...] = (
        catalogue.products,
        catalogue.facilities,
        catalogue.pages,
        catalogue.categories,
        catalogue.programmes,
    )
    for entry in (e for group in groups for e in group.values()):
        for language in catalogue.languages[1:]:
            paths = list(_untranslated(entry.document.data, language.code, catalogue.languages[0].code, ()))
            own = [p for p in paths if p[: len(entry.at)] == entry.at]
            if own:
                fields = ", ".join(".".join(map(str, p[len(entry.at) :])) for p in own[:6]) + (
                    "…" if len(own) > 6 else ""
                )
                yield problem("untranslated", entry.document.place(own[0]), language=language.code, fields=fields)
            if entry.stories and language.code not in entry.stories:
                story = next(iter(entry.stories.values()))
                yield problem("story-untranslated", Place(story.file), language=language.code)


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


def slugs(catalogue: Catalogue) -> Iterator[Problem]:
    """Addresses' last parts by language are fit for an address."""
    from generator.model.kinds import SLUG, slugify

    entries: list[Entry[Any]] = [*catalogue.products.values(), *catalogue.pages.values()]
    codes = [language.code for language in catalogue.languages]
    for entry in entries:
        for code, slug in (entry.record.slug or {}).items():
            if code not in codes:
                place = entry.place("slug", code, key=True)
                yield problem("words-language", place, given=code, languages=", ".join(codes), suggestion="")
            elif not SLUG.fullmatch(slug):
                yield problem("slug", entry.place("slug", code), given=slug, suggestion=slugify(slug))


def facilities(catalogue: Catalogue) -> Iterator[Problem]:
    """A town lies in Indonesia."""
    for entry in catalogue.facilities.values():
        where = entry.record.location
        if where and not (-11.5 <= where.lat <= 6.5 and 94.5 <= where.lon <= 141.5):
            swapped = -11.5 <= where.lon <= 6.5 and 94.5 <= where.lat <= 141.5
            yield problem("location-abroad" if not swapped else "location-swapped", entry.place("location"))


CHECKS: tuple[Callable[[Catalogue], Iterator[Problem]], ...] = (
    prices,
    dates,
    certificates,
    markets,
    children,
    sources,
    specifications,
    contacts,
    photos,
    languages,
    slugs,
    facilities,
)
