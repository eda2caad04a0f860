"""How to ask: whose contact it is, a message ready to send, and what opens it. Nothing is ever sent by itself."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from generator.model.checks import is_placeholder
from generator.model.entries import Entry
from generator.model.records.facility import Facility
from generator.model.records.parts import Contact
from generator.model.records.product import Product
from generator.plan.edition import Edition
from generator.plan.parts import Action, Fact, Inquiry, Link, Value
from generator.plan.urls import absolute

NAMED = 6  # goods named in a message about a facility
# Types of institution that have a work guidance section (bimbingan kerja); an office has none.
WITH_WORKSHOPS = {"lapas", "lapas-narkotika", "lapas-perempuan", "lapas-pemuda", "lapas-terbuka", "rutan"}
WITH_WORKSHOPS |= {"rutan-perempuan", "cabang-rutan"}


class Whom(NamedTuple):
    """Who answers: the unit's name, whether it has a work guidance section, its contact where there is one, the
    sentence that says so, and the one that says whose contact stands in, or an empty text."""

    unit: str
    works: bool
    contact: Contact | None
    shown: str
    fallback: str


def whom(edition: Edition, facility: Entry[Facility], product: Entry[Product] | None = None) -> Whom:
    """Who answers for a product, or for a facility's goods."""
    t = edition.t
    whose, contact = edition.catalogue.contact(facility, product)
    office = edition.catalogue.facilities.get(facility.record.office or "")
    asked = (office if whose == "office" and office else facility).record
    unit, works = asked.name, asked.type in WITH_WORKSHOPS
    section = contact.section if contact and contact.section else ""
    if not section and works:
        section = t("inquiry.section")
    shown = t("inquiry.whom", section=section, facility=unit) if section else t("inquiry.whom-unit", facility=unit)
    fallback = t("inquiry.from-office", office=office.record.name) if whose == "office" and office else ""
    if contact is None and edition.site_email:
        contact, fallback = Contact(email=edition.site_email), t("inquiry.from-site")
    return Whom(unit, works, contact, shown, fallback)


def inquiry(edition: Edition, facility: Entry[Facility], product: Entry[Product] | None = None) -> Inquiry:
    """The ways to ask about a product, or about a facility's goods."""
    t = edition.t
    asked = whom(edition, facility, product)
    contact = asked.contact
    message = _message(edition, asked, facility, product)
    subject = edition.language.words(product.record.name) if product else facility.record.name
    actions = _actions(edition, contact, t("inquiry.subject", product=str(subject)), message)
    address_of_guide = edition.guide("ordering")
    guide = Link(t("inquiry.guide"), address_of_guide) if address_of_guide else None
    facts = contact_facts(edition, contact) if contact else ()
    return Inquiry(asked.shown, asked.fallback, message, actions, facts, guide)


def _message(edition: Edition, asked: Whom, facility: Entry[Facility], product: Entry[Product] | None) -> str:
    """A request for quotation as words.md words it, to be completed by whoever sends it."""
    t, words = edition.t, edition.language.words
    entries = [product] if product else list(edition.catalogue.by_facility.get(facility.key, ())[:NAMED])
    lines = []
    for number, entry in enumerate(entries, 1):
        address = absolute(edition.base_url, edition.urls.product(entry))
        where = f" ({address})" if address else ""
        lines.append(f"{number}. {words(entry.label.name)}: {t('inquiry.amount')}{where}")
    goods = "\n".join(lines) or f"1. {t('inquiry.goods')}"
    greeting = t("inquiry.greeting" if asked.works else "inquiry.greeting-unit", facility=asked.unit)
    return t("inquiry.message", greeting=greeting, goods=goods)


def _actions(edition: Edition, contact: Contact | None, subject: str, message: str) -> tuple[Action, ...]:
    t = edition.t
    text = quote(message, safe="")
    actions = []
    number = contact.whatsapp if contact and contact.whatsapp else ""
    if number:
        actions.append(Action("whatsapp", t("inquiry.whatsapp"), f"https://wa.me/{number}?text={text}"))
    else:
        actions.append(Action("whatsapp", t("inquiry.whatsapp-open"), f"https://wa.me/?text={text}"))
    if contact and contact.email and not is_placeholder(contact.email):
        url = f"mailto:{contact.email}?subject={quote(subject, safe='')}&body={text}"
        actions.append(Action("email", t("inquiry.email"), url))
    return tuple(actions)


def contact_facts(edition: Edition, contact: Contact) -> tuple[Fact, ...]:
    """What is known of a contact, under its labels."""
    language = edition.language
    answers = language.listed(_language_name(edition, code) for code in contact.languages)
    email = contact.email or ""
    mail = Value(email, url=f"mailto:{email}" if email and not is_placeholder(email) else "")
    links = (Value(edition.t(f"link-kind.{link.kind}"), url=link.url) for link in contact.links)
    facts = (
        edition.fact("contact.section", contact.section or ""),
        edition.fact("contact.whatsapp", *_phone(contact.whatsapp, "https://wa.me/")),
        edition.fact("contact.phone", *_phone(contact.phone, "tel:+")),
        edition.fact("contact.email", *([mail] if email else [])),
        edition.fact("contact.address", contact.address or ""),
        edition.fact("contact.hours", language.words(contact.hours)),
        edition.fact("contact.languages", answers),
        edition.fact("contact.links", *links),
        edition.fact("contact.since", language.date(contact.since) if contact.since else ""),
    )
    return tuple(fact for fact in facts if fact.values)


def _phone(digits: str | None, scheme: str) -> list[Value]:
    """`+62 812-3456-7890` for eyes, digits for the link."""
    if not digits:
        return []
    rest = digits.removeprefix("62")
    shown = f"+62 {rest[:3]}-{rest[3:7]}-{rest[7:]}".rstrip("-") if digits.startswith("62") else f"+{digits}"
    return [Value(shown, url=f"{scheme}{digits}")]


def _language_name(edition: Edition, code: str) -> str:
    return edition.language.language(code)
