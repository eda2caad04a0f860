"""What importing countries rule, and the papers that a buyer asks for, in words."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.records.small import Market
from generator.plan.edition import Edition
from generator.plan.parts import Market as MarketView
from generator.plan.parts import Paper

FOUND = ("prohibited", "conditional", "upcoming")  # statuses that rest on a rule that somebody read
STRICTEST = (*FOUND, "not-established")


def markets(edition: Edition, *, about: str, category: str = "") -> tuple[MarketView, ...]:
    """The rules about something (`prison-goods`, `goods`), the strictest first; those on one category only."""
    rules = [m.record for m in edition.catalogue.markets if m.record.about == about]
    if category:
        rules = [r for r in rules if r.category == category]
    rules.sort(key=lambda r: (STRICTEST.index(r.status), edition.language.country(r.country)))
    return tuple(market(edition, r) for r in rules)


def market(edition: Edition, rule: Market) -> MarketView:
    """One rule in words."""
    language, about = edition.language, ""
    if rule.category:
        name = language.words(edition.catalogue.categories[rule.category].record.name)
        about = edition.t("market.about-goods", category=name)
    return MarketView(
        country=language.country(rule.country),
        status=rule.status,
        word=edition.t(f"market-status.{rule.status}"),
        instrument=rule.instrument or "",
        says=language.words(rule.says),
        quote=rule.quote or "",
        url=rule.url or "",
        read=edition.t(f"read-as.{rule.read_as}") if rule.instrument or rule.url or rule.status in FOUND else "",
        checked=language.date(rule.checked_on),
        applies=language.date(rule.applies_from) if rule.applies_from else "",
        about=about,
    )


def papers(edition: Edition, *, category: str, traits: Iterable[str], abroad: bool) -> tuple[Paper, ...]:
    """The papers a buyer of such goods asks for, those of the goods first."""
    wanted = set(traits)
    found = []
    for paper in (entry.record for entry in edition.catalogue.papers.values()):
        if category in paper.categories or wanted & set(paper.traits) or paper.always or (abroad and paper.abroad):
            general = paper.always or paper.abroad
            found.append((general, Paper(edition.language.words(paper.label), edition.language.words(paper.note))))
    return tuple(paper for _, paper in sorted(found, key=lambda pair: pair[0]))
