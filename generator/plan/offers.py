"""What a buyer's own list and comparison need of the goods, as small scripts that are loaded only when asked for.

There is one script a facility, in all languages at once, since a letter may be in two; one that says where those lie;
and one a language with what the inquiry says. They are scripts, not JSON, so that they load from a disk too. Each
calls `etalase.take(name, data)`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from generator.model.checks import is_placeholder
from generator.model.entries import Entry
from generator.model.kinds import COUNTRIES, VOCABULARIES
from generator.model.languages import PLACEHOLDER, Fallback
from generator.model.records.facility import Facility
from generator.model.records.product import Order, Price, Product
from generator.plan import terms
from generator.plan.asking import contact_facts, whom
from generator.plan.assets import FOLDER
from generator.plan.edition import Edition
from generator.plan.extracts import Extracts
from generator.plan.parts import Fact, Value
from generator.plan.rules import market
from generator.plan.seals import sealed
from generator.plan.strings import ASK, LETTER
from generator.plan.targets import Planned, Target, TextRecipe

NAME = "goods"  # of what is taken of each facility
EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # its rules hold there
ORDER = (  # the lines of a comparison; what is not named here (specifications) comes after
    *("made_at", "category", "materials", "status", "stage", "price", "order.minimum", "order.capacity"),
    *("order.lead_time", "order.samples", "order.payment", "order.unit", "seller", "outlets", "trade.hs_code"),
    *("trade.delivery", "trade.port", "trade.export_markets", "trade.packaging.inner", "trade.packaging.carton.pieces"),
    *("trade.packaging.carton", "trade.packaging.carton.gross_kg", "certificates", "size", "size.weight_kg"),
)
SHOWN = tuple(f"contact.{part}" for part in ("whatsapp", "phone", "email", "address", "hours", "languages"))
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Offers:
    """The scripts' targets; the address of the one that names the facilities', and by language of what is said."""

    index: str
    words: dict[str, str]
    targets: tuple[Target, ...]


def offers(editions: Sequence[Edition], extracts: Extracts) -> Offers:
    """All scripts of data, their addresses made of what is in them."""
    targets: list[Target] = []

    def publish(name: str, made: str, text: Callable[[], str]) -> str:
        path = f"{FOLDER}/{name}-{made[:10]}.js"
        targets.append(Planned((path,), "text", TextRecipe(made, text), name))
        return path

    def ready(name: str, taken_as: str, data: Data) -> str:
        text = _script(taken_as, data)
        return publish(name, sealed(text), partial(str, text))

    facilities = editions[0].catalogue.facilities
    places = {
        key: publish(f"barang/{key}", extracts.digest(NAME, key), partial(extracts.text, NAME, key))
        for key in extracts.facilities
        if facilities[key].record.type != "lpka"
    }
    index = ready("barang", "places", places)
    words = {edition.code: ready(f"kata-{edition.code}", "words", _words(edition, editions)) for edition in editions}
    return Offers(index, words, tuple(targets))


def extract(editions: Sequence[Edition], key: str, goods: Sequence[Entry[Product]]) -> str:
    """A facility's script; an empty text for one whose goods are not for sale."""
    facility = editions[0].catalogue.facilities[key]
    return "" if facility.record.type == "lpka" else _script(f"goods/{key}", _facility(editions, facility, goods))


def _script(taken_as: str, data: Data) -> str:
    return f"etalase.take({json.dumps(taken_as)},{written(data)});\n"


def written(data: Data) -> str:
    """Data as JavaScript reads it, the same for the same data: numbers plain, empty parts left out."""
    return json.dumps(_kept(data), ensure_ascii=True, separators=(",", ":"), sort_keys=True)


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _kept(v) for k, v in value.items() if v not in (None, "")}
    if isinstance(value, list | tuple):
        return [_kept(v) for v in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str.__str__(value) if isinstance(value, Fallback) else value


# -- the goods ---------------------------------------------------------------------------------------------------------


def _facility(editions: Sequence[Edition], facility: Entry[Facility], own: Sequence[Entry[Product]]) -> Data:
    """A facility's goods by the last part of their key, and who answers for them."""
    contacts: dict[str, Data] = {}
    goods = {}
    for entry in own:
        contact = _contact(editions, facility, entry)
        contacts[contact["id"]] = contact
        goods[entry.key.partition("/")[2]] = _goods(editions, entry) | {"contact": contact["id"]}
    places = {e.code: e.town(facility.record) for e in editions}
    return {"name": facility.record.name, "place": places, "contacts": contacts, "goods": goods}


def _contact(editions: Sequence[Edition], facility: Entry[Facility], entry: Entry[Product]) -> Data:
    """Whom to write to; its `id` is the same for goods that one letter can ask about."""
    found = [whom(edition, facility, entry) for edition in editions]
    contact = found[0].contact
    email = contact.email if contact and not is_placeholder(contact.email or "") else ""
    data = {
        "unit": found[0].unit,
        "works": found[0].works or None,
        "whom": {e.code: f.shown for e, f in zip(editions, found, strict=True)},
        "from": {e.code: f.fallback for e, f in zip(editions, found, strict=True) if f.fallback} or None,
        "whatsapp": contact.whatsapp if contact else "",
        "email": email,
        "reads": contact.languages if contact else [],
        "facts": {e.code: _rows(f for f in contact_facts(e, contact) if f.key in SHOWN) for e in editions}
        if contact
        else None,
    }
    return data | {"id": hashlib.sha256(written(data).encode()).hexdigest()[:8]}


def _goods(editions: Sequence[Edition], entry: Entry[Product]) -> Data:
    """One product. What is no longer offered has only its name and its page."""
    product = entry.record
    data: Data = {
        "name": dict(product.name),
        "href": {e.code: e.urls.product(entry) for e in editions},
        "gone": product.status == "archived" or None,
    }
    if product.status == "archived":
        return data
    first = editions[0]
    traits = first.catalogue.traits(product)
    asked = (p.record for p in first.catalogue.papers.values())
    wanted = [p.key for p in asked if p.always or product.category in p.categories or traits & set(p.traits)]
    return data | {
        "category": product.category,
        "papers": wanted,
        "order": _order(product.order),
        "carton": _carton(product),
        "price": _price(first, product.price),
        "picture": _picture(first, entry),
        "alt": {e.code: e.pictures(entry)[0].alt for e in editions} if entry.photos else {},
        "rows": {e.code: _rows(_compared(e, entry)) for e in editions},
    }


def _order(order: Order | None) -> Data:
    if order is None:
        return {}
    capacity, time = order.capacity, order.lead_time
    return {
        "unit": order.unit,
        "minimum": order.minimum,
        "capacity": [capacity.amount, capacity.per] if capacity else None,
        "lead": {"min": time.min, "max": time.max, "days": time.days, "from": time.from_} if time else None,
        "samples": order.samples,
    }


def _carton(product: Product) -> list[Any] | None:
    """Pieces in it, cubic metres, kilograms or None."""
    packaging = product.trade.packaging if product.trade else None
    carton = packaging.carton if packaging else None
    if carton is None:
        return None
    volume = carton.length_cm * carton.width_cm * carton.height_cm / 1_000_000
    return [carton.pieces, volume, carton.gross_kg]


def _price(edition: Edition, price: Price | None) -> Data:
    """What prices are compared by; nothing for a price that is not there, has run out, or must be asked."""
    if price is None or not edition.holds(price):
        return {}
    return {
        "amount": price.amount if price.amount is not None else price.from_,
        "currency": price.currency,
        "per": price.per,
        "basis": price.basis,
        "for": price.for_,
        "tax": price.tax,
        "until": price.valid_until,
    }


def _picture(edition: Edition, entry: Entry[Product]) -> list[Any] | None:
    """The cover's narrowest copy with its proportion, and whether it is drawn."""
    if not entry.photos:
        return None
    cover = edition.pictures(entry)[0]
    narrow = min((copies[0] for _, copies in cover.formats[-1:] if copies), key=lambda c: c.width, default=cover.jpeg)
    return [narrow.href, cover.width, cover.height, cover.tint, cover.illustration]


def _compared(edition: Edition, entry: Entry[Product]) -> Iterator[Fact]:
    """The lines of a comparison, in the order of a buyer's questions."""
    product, words, t = entry.record, edition.language.words, edition.t
    facility = edition.catalogue.facility_of(entry).record
    category = edition.catalogue.categories[product.category].record
    yield edition.fact("made_at", Value(edition.maker(entry), note=edition.town(facility)))
    yield edition.fact("category", words(category.name))
    yield edition.fact("materials", edition.language.listed(words(m.name) for m in product.materials))
    yield edition.fact("status", t(f"status.{product.status}") if product.status else "")
    yield edition.fact("stage", t(f"stage.{product.stage}") if product.stage else "")
    yield from terms.terms(edition, product)
    yield from terms.packing(edition, product.trade.packaging if product.trade else None)
    yield from terms.specs(edition, product)
    kinds = tuple(dict.fromkeys(t(f"certificate-kind.{c.kind}") for c in product.certificates))
    yield edition.fact("certificates", edition.language.listed(kinds))


def _rows(facts: Iterable[Fact]) -> list[list[str]]:
    """Facts that have values, as key, label, text, note; several values stand on one line."""
    rows = []
    for fact in facts:
        if fact.values:
            key = f"{fact.key}.{fact.label}" if fact.key == "details" else fact.key
            texts = "; ".join(value.text for value in fact.values)
            notes = "; ".join(value.note for value in fact.values if value.note)
            rows.append([key, str(fact.label), texts, notes])
    return rows


# -- what is said ------------------------------------------------------------------------------------------------------


def _words(edition: Edition, editions: Sequence[Edition]) -> Data:
    """All that the inquiry and the comparison say in one language; letters, in every language."""
    papers = edition.catalogue.papers
    return {
        "lang": edition.code,
        "reference": editions[0].code,
        "base": edition.base_url,
        "say": {name: edition.t(f"ask.{name}", **_holes(edition, f"ask.{name}")) for name in ASK},
        "letter": {
            e.code: {name: e.t(f"letter.{name}", **_holes(e, f"letter.{name}")) for name in LETTER} for e in editions
        },
        "units": {e.code: {unit: _forms(e, unit) for unit in VOCABULARIES["unit"]} for e in editions},
        "papers": {key: {e.code: e.language.words(p.record.label) for e in editions} for key, p in papers.items()},
        "always": [key for key, p in papers.items() if p.record.always],
        "order": list(ORDER),
        "abroad": [key for key, p in papers.items() if p.record.abroad],
        "countries": sorted(COUNTRIES - {"ID"}),
        "incoterms": list(VOCABULARIES["incoterm"]),
        "markets": _markets(edition),
        "times": {time: edition.t(f"capacity-per.{time}") for time in VOCABULARIES["capacity-per"]},
        "lead": {start: edition.t(f"lead-from.{start}") for start in VOCABULARIES["lead-from"]},
    }


def _holes(edition: Edition, key: str) -> dict[str, str]:
    """A string's placeholders as themselves, so that they stay for the script to fill."""
    return {name: f"{{{name}}}" for name in PLACEHOLDER.findall(edition.language.strings[key])}


def _forms(edition: Edition, unit: str) -> dict[str, str]:
    """A unit's plural forms: `one`, `other`."""
    start = f"unit.{unit}."
    return {k.removeprefix(start): text for k, text in edition.language.strings.items() if k.startswith(start)}


def _markets(edition: Edition) -> dict[str, list[Data]]:
    """The rules by country, the EU's under each of its members."""
    rules: dict[str, list[Data]] = {}
    for entry in edition.catalogue.markets:
        rule = entry.record
        shown = market(edition, rule)
        data = {
            "country": shown.country,
            "status": rule.status,
            "word": shown.word,
            "says": shown.says,
            "instrument": shown.instrument,
            "url": shown.url,
            "checked": shown.checked,
            "category": rule.category,
        }
        for code in EU if rule.country == "EU" else [rule.country]:
            rules.setdefault(code, []).append(data)
    return rules
