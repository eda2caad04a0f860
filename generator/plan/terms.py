"""A product's facts under their labels, and which of those that a buyer asks for nobody has stated."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from generator.model.entries import Entry
from generator.model.records.parts import DirectedBy, Makers, Production, Told, Work
from generator.model.records.product import Certificate, LeadTime, Order, Packaging, Price, Product, Seller, Trade
from generator.plan.edition import Cites, Edition
from generator.plan.parts import Fact, Grid, Value

WORK = ("makers", "directed_by", "consent", "pay", "training")
ASKED = (  # what a buyer asks first, in the order in which the page tells that it is not stated: label, part, field
    ("price", "price", ""),
    ("order.minimum", "order", "minimum"),
    ("order.capacity", "order", "capacity"),
    ("order.lead_time", "order", "lead_time"),
    ("order.samples", "order", "samples"),
    ("seller", "seller", ""),
    ("trade.packaging", "trade", "packaging"),
    ("trade.hs_code", "trade", "hs_code"),
    ("trade.delivery", "trade", "delivery"),
    ("trade.port", "trade", "port"),
)


def missing(edition: Edition, product: Product) -> tuple[str, ...]:
    """The labels of what a buyer asks for and nobody has stated: terms first, then the category's own lines."""
    found = []
    for path, top, name in ASKED:
        part = getattr(product, top)
        stated = getattr(part, name) if part is not None and name else part
        if stated is None or (type(stated) is list and not stated):
            found.append(edition.label(path))
    category = edition.catalogue.categories[product.category].record
    found += [edition.language.words(ask.label) for ask in category.asks if ask.key not in product.specs]
    if product.size is None and not any("size" in ask.key or "ukuran" in ask.key for ask in category.asks):
        found.append(edition.label("size"))
    return tuple(dict.fromkeys(found))


def terms(edition: Edition, product: Product) -> tuple[Fact, ...]:
    """Price, order, seller, outlets, trade: what is stated, in the order of a buyer's questions."""
    found: list[Fact] = []
    fact, price = edition.fact, product.price
    if price:
        found.append(fact("price", Value(edition.price_line(price), note=conditions(edition, price))))
    if product.order:
        found += _order(edition, product.order)
    if product.seller:
        found.append(_seller(edition, product.seller))
    if product.outlets:
        shops = [
            Value(f"{o.name} ({edition.t(f'outlet-kind.{o.kind}')})", url=o.url or "", note=o.hours or "")
            for o in product.outlets
        ]
        found.append(fact("outlets", *shops))
    if product.trade:
        found += _trade(edition, product.trade)
    if product.rights:
        found.append(fact("rights", edition.language.words(product.rights)))
    return tuple(found)


def _seller(edition: Edition, seller: Seller) -> Fact:
    does = [("invoices", seller.invoices), ("exporter_of_record", seller.exporter_of_record)]
    said = [edition.t(f"seller.{name}.{'yes' if flag else 'no'}") for name, flag in does if flag is not None]
    kind = edition.t(f"seller-kind.{seller.kind}")
    return edition.fact("seller", Value(f"{seller.name} ({kind})", note="; ".join(said)))


def _trade(edition: Edition, trade: Trade) -> Iterator[Fact]:
    if trade.hs_code:
        said_by = edition.t(f"hs-said-by.{trade.hs_code.said_by}")
        yield edition.fact("trade.hs_code", Value(trade.hs_code.code, note=edition.t("hs.note", who=said_by)))
    if trade.delivery:
        yield edition.fact("trade.delivery", *[f"{d.incoterm} {d.place} (Incoterms 2020)" for d in trade.delivery])
    if trade.port:
        yield edition.fact("trade.port", trade.port)
    if trade.export_markets:
        names = [edition.language.country(code) for code in trade.export_markets]
        yield edition.fact("trade.export_markets", edition.language.listed(names))


def conditions(edition: Edition, price: Price) -> str:
    """What a price includes, for whom and how long it holds; empty where it is to be asked."""
    t, date = edition.t, edition.language.date
    if not edition.holds(price):
        return ""
    notes = [
        edition.basis(price.basis) if price.basis else "",
        t(f"price-for.{price.for_}") if price.for_ else "",
        t(f"tax.{price.tax}") if price.tax else "",
        t("price.as-of", date=date(price.as_of)) if price.as_of else "",
        t("price.valid-until", date=date(price.valid_until)) if price.valid_until else "",
    ]
    return "; ".join(note for note in notes if note)


def _order(edition: Edition, order: Order) -> Iterator[Fact]:
    language, fact = edition.language, edition.fact
    if order.minimum:
        yield fact("order.minimum", language.quantity(order.minimum, order.unit))
    if order.capacity:
        per = edition.t(f"capacity-per.{order.capacity.per}")
        amount = language.quantity(order.capacity.amount, order.unit)
        told = edition.t("capacity.per", quantity=amount, time=per)
        yield fact("order.capacity", Value(told, note=edition.t("capacity.note")))
    if order.lead_time:
        yield fact("order.lead_time", _lead_time(edition, order.lead_time))
    if order.samples is not None:
        yield fact("order.samples", edition.t("samples.yes" if order.samples else "samples.no"))
    if order.payment:
        yield fact("order.payment", language.words(order.payment))
    yield fact("order.unit", language.unit_name(order.unit))


def _lead_time(edition: Edition, time: LeadTime) -> Value:
    number = edition.language.number
    span = number(time.min) if time.max in (None, time.min) else f"{number(time.min)}–{number(time.max or 0)}"
    days = edition.t(f"days.{time.days}", days=span)
    return Value(days, note=edition.t(f"lead-from.{time.from_}") if time.from_ else "")


def packing(edition: Edition, packaging: Packaging | None) -> tuple[Fact, ...]:
    """How the goods are packed."""
    if packaging is None:
        return ()
    fact, carton = edition.fact, packaging.carton
    facts = [fact("trade.packaging.inner", edition.language.words(packaging.inner))] if packaging.inner else []
    if carton:
        pieces = edition.language.t("carton.pieces", n=carton.pieces)
        facts.append(fact("trade.packaging.carton.pieces", pieces))
        sides = _sides(edition, carton.length_cm, carton.width_cm, carton.height_cm)
        facts.append(fact("trade.packaging.carton", sides))
        if carton.gross_kg:
            weight = f"{edition.language.number(carton.gross_kg)}\u00a0kg"
            facts.append(fact("trade.packaging.carton.gross_kg", weight))
    return tuple(facts)


def _sides(edition: Edition, *sides: Decimal | None) -> str:
    given = [edition.language.number(side) for side in sides if side is not None]
    return f"{' × '.join(given)}\u00a0cm" if given else ""


def specs(edition: Edition, product: Product) -> tuple[Fact, ...]:
    """The lines that the category asks for, where stated; size and weight; then the free lines."""
    words, number = edition.language.words, edition.language.number
    facts = []
    for ask in edition.catalogue.categories[product.category].record.asks:
        if ask.key in product.specs:
            text = _spec(edition, product.specs[ask.key]) + (f"\u00a0{ask.unit}" if ask.unit else "")
            facts.append(Fact(ask.key, words(ask.label), (Value(text),)))
    size = product.size
    if size:
        sides = (size.length_cm, size.width_cm, size.height_cm)
        if any(sides):
            facts.append(edition.fact("size", _sides(edition, *sides)))
        if size.diameter_cm:
            facts.append(edition.fact("size.diameter_cm", _sides(edition, size.diameter_cm)))
        if size.weight_kg:
            facts.append(edition.fact("size.weight_kg", f"{number(size.weight_kg)}\u00a0kg"))
    facts += [Fact("details", words(d.label), (Value(words(d.value)),)) for d in product.details]
    return tuple(facts)


def _spec(edition: Edition, text: str) -> str:
    """A specification's text; a plain number as the language writes numbers."""
    plain = text.replace(".", "", 1)
    return edition.language.number(Decimal(text)) if plain.isascii() and plain.isdigit() else text


def grids(edition: Edition, product: Product) -> tuple[Grid, ...]:
    """Price tiers and variants, as tables."""
    t, words = edition.t, edition.language.words
    found = [*_tiers(edition, product.price, edition.label("price.tiers"))]
    if product.variants:
        heads = (edition.label("variants.name"), edition.label("variants.code"), edition.label("variants.price"))
        kinds = tuple((words(v.name), v.code or t("not-stated"), _variant(edition, v.price)) for v in product.variants)
        found.append(Grid(edition.label("variants"), heads, kinds))
        for variant in product.variants:
            found += _tiers(edition, variant.price, f"{edition.label('price.tiers')}: {words(variant.name)}")
    return tuple(found)


def _variant(edition: Edition, price: Price | None) -> str:
    if price is None:
        return edition.t("not-stated")
    held = conditions(edition, price)
    return edition.price_line(price) + (f" ({held})" if held else "")


def _tiers(edition: Edition, price: Price | None, title: str) -> Iterator[Grid]:
    """The prices by quantity, while the price holds."""
    if price is None or not price.tiers or not edition.holds(price):
        return
    language, unit, currency = edition.language, price.per or "unit", price.currency or ""
    heads = (edition.label("price.tiers.from"), edition.label("price.tiers.amount"))
    rows = tuple((language.quantity(x.from_, unit), language.money(x.amount, currency)) for x in price.tiers)
    yield Grid(title, heads, rows)


def how(edition: Edition, entry: Entry[Product], cites: Cites) -> tuple[Fact, ...]:
    """How this was made: the product's own, else the facility's. Empty facts stay, as "not stated"."""
    facility = edition.catalogue.facility_of(entry)
    own, run = entry.record.work, entry.record.production
    general = facility.record.work if not entry.record.made_at else None
    rutan = facility.record.type.startswith(("rutan", "cabang"))
    if own or general:
        told = work(edition, own, general, cites, rutan=rutan)
    else:
        told = edition.same(("work", "rutan" if rutan else ""), partial(work, edition, None, None, cites, rutan=rutan))
    return (*_run(edition, run, cites), *told) if run else told


def _run(edition: Edition, run: Production, cites: Cites) -> Iterator[Fact]:
    if run.made_between:
        start, end = run.made_between.from_, run.made_between.to
        date = edition.language.date
        when = edition.language.span(start, end) if end else edition.t("record.since", date=date(start))
        yield edition.fact("production.made_between", edition.told(when, run.source, cites))
    if run.people:
        people = edition.language.t("record.people", n=run.people)
        yield edition.fact("production.people", edition.told(people, run.source, cites))
    if run.quality:
        yield edition.fact("production.quality", edition.told(edition.language.words(run.quality), run.source, cites))


def work(edition: Edition, own: Work | None, general: Work | None, cites: Cites, *, rutan: bool) -> tuple[Fact, ...]:
    """Who makes, who directs, consent, pay, training; `own` before `general`."""
    facts = []
    for name in WORK:
        part = getattr(own, name, None) or getattr(general, name, None)
        if part is not None:
            facts.append(_work(edition, name, part, cites))
        elif name == "makers" and rutan:
            note = edition.t("work.rutan-note")
            facts.append(edition.fact("work.makers", Value(edition.t("not-stated"), note=note)))
        else:
            facts.append(edition.fact(f"work.{name}"))
    return tuple(facts)


def _work(edition: Edition, name: str, part: Makers | DirectedBy | Told, cites: Cites) -> Fact:
    if isinstance(part, Told):
        document = getattr(part, "document", None)
        note = edition.t("consent.document", document=document) if document else ""
        return edition.fact(
            f"work.{name}", edition.told(edition.language.words(part.words), part.source, cites, note=note)
        )
    word = edition.t(f"{name.replace('_', '-')}.{part.value}")
    return edition.fact(f"work.{name}", edition.told(word, part.source, cites))


def certificates(edition: Edition, product: Product) -> tuple[Fact, ...]:
    """Each certificate with its number, issuer and last day."""
    return tuple(_certificate(edition, c) for c in product.certificates)


def _certificate(edition: Edition, certificate: Certificate) -> Fact:
    t = edition.t
    until = certificate.valid_until
    last = (until + "-12-31"[3 * until.count("-") :])[:10] if until else ""
    parts = [
        t("certificate.number", number=certificate.number) if certificate.number else "",
        t("certificate.issuer", issuer=certificate.issuer) if certificate.issuer else "",
        t("certificate.until", date=edition.language.date(until)) if until else "",
    ]
    note = t("certificate.expired") if last and last < edition.catalogue.today else ""
    text = ", ".join(part for part in parts if part) or t("certificate.only-kind")
    proven = certificate.number or certificate.issuer  # a kind alone says nothing that anyone could look up
    value = Value(text, note=note, mark="issuer" if proven else "unsourced")
    return Fact("certificates", t(f"certificate-kind.{certificate.kind}"), (value,))
