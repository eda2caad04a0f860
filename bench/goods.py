"""The benchmark's products: what a press-compiled catalogue knows of its goods, and what it lacks.

Product i is the same in a catalogue of any size.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bench import words
from bench.block import Data
from bench.units import facility, source
from generator.model.kinds import slugify

CATEGORIES = Path(__file__).resolve().parent.parent / "content" / "categories.yaml"
PER_FACILITY = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a catalogue. `photos` is how many there are to share; 0: pages only."""

    products: int
    photos: int = 0
    seed: int = 7

    @property
    def facilities(self) -> int:
        return max(1, self.products // PER_FACILITY)


def both(pair: words.Pair) -> dict[str, str]:
    """A pair as a mapping by language."""
    return {"id": pair[0], "en": pair[1]}


@dataclass(frozen=True, slots=True)
class Goods:
    """What a product's parts are told from. `r` is its own source of chance."""

    number: int
    category: str
    noun: words.Pair
    material: words.Pair
    style: words.Pair
    unit: str
    minimum: int
    facility: tuple[str, str, str]
    source: str
    r: random.Random

    @property
    def key(self) -> str:
        return slugify(f"{self.noun[0]} {self.material[0]} {self.style[0]} {self.number + 1:05d}")

    @property
    def name(self) -> words.Pair:
        noun, material, style, number = self.noun, self.material, self.style, self.number + 1
        return f"{noun[0]} {material[0]} {style[0]} {number}", f"{style[1]} {material[1]} {noun[1].lower()} {number}"


def goods(number: int, size: Size) -> Goods:
    """Product `number`, decided but for its details."""
    r = words.chance(size.seed, "product", number)
    category = tuple(words.NOUNS)[number % len(words.NOUNS)]
    maker = min(number // PER_FACILITY, size.facilities - 1)
    return Goods(
        number,
        category,
        r.choice(words.NOUNS[category]),
        r.choice(words.MATERIALS[category]),
        r.choice(words.STYLES),
        r.choice(words.UNITS),
        r.choice((10, 25, 50, 100, 250, 500)),
        facility(maker, size.seed),
        source(maker),
        r,
    )


def product_data(item: Goods, size: Size) -> Data:
    """What stands in the product's product.yaml."""
    r, name, place = item.r, item.name, item.facility[2]
    translated = r.random() < 0.95
    summary = (
        f"{item.noun[0]} dari {item.material[0]} seri {item.style[0].lower()}, dibuat di {place} dan siap dipesan.",
        f"{item.noun[1]} of {item.material[1]}, {item.style[1].lower()} series, made at {place} and ready to order.",
    )
    data: Data = {"name": both(name)}
    if r.random() < 0.8:
        data["slug"] = {"en": slugify(name[1])}
    data["summary"] = both(summary) if translated else {"id": summary[0]}
    data["category"] = item.category
    data["materials"] = [both(item.material)]
    data["keywords"] = {"id": [item.noun[0].lower(), item.style[0].lower()], "en": [item.noun[1].lower()]}
    data["added"] = f"202{r.randint(4, 5)}-{r.randint(1, 12):02d}-{r.randint(1, 28):02d}"
    data["updated"] = "2026-11-01"
    if r.random() < 0.3:
        data["confirmed"] = {"by": "facility", "on": "2026-10-15"}
    if r.random() < 0.8:
        data["status"] = r.choices(("available", "made-to-order", "sample", "paused", "archived"), (50, 35, 7, 5, 3))[0]
    exports = list(shipments(item)) if r.random() < 0.4 else []
    data |= {"stage": "repeat-export" if len(exports) > 1 else "exported" if exports else "domestic"}
    if r.random() < 0.01:
        data["featured"] = True
    if size.photos:
        data["photos"] = [photo(item.number, size.photos, name)]
    data |= selling(item) | trading(item) | making(item)
    if exports:
        data["exports"] = exports
    return data


def photo(number: int, photos: int, name: words.Pair) -> Data:
    """A picture of the pool; the first belongs to the first product alone, so that replacing it changes one product."""
    file = 0 if not number or photos == 1 else 1 + number % (photos - 1)
    alt = {"id": f"{name[0]} di atas meja", "en": f"{name[1]} on a table"}
    return {"file": f"/photos/foto-{file:03d}.jpg", "alt": alt, "people": "none"}


def selling(item: Goods) -> Data:
    """Price and order, each stated by most."""
    r, data = item.r, Data()
    amount = r.randint(2, 900) * 5000
    if r.random() < 0.65:
        price: Data = {"amount": amount, "currency": "IDR", "per": item.unit, "basis": "at-facility"}
        price |= {"for": r.choice(("retail", "wholesale")), "tax": "included", "as_of": "2026-09-01"}
        if r.random() < 0.3:
            price |= {"tiers": [{"from": item.minimum * 10, "amount": amount * 9 // 10}]}
        data["price"] = price
    elif r.random() < 0.3:
        data["price"] = "on-request"
    if r.random() < 0.8:
        low = r.randint(3, 40)
        data["order"] = {
            "unit": item.unit,
            "minimum": item.minimum,
            "capacity": {"amount": r.randint(1, 200) * 50, "per": "month"},
            "lead_time": {"min": low, "max": low + r.randint(3, 30), "days": "working", "from": "deposit"},
            "samples": r.random() < 0.7,
        }
    return data


def trading(item: Goods) -> Data:
    """What customs and carriers ask, and what the category's buyers do."""
    r, data = item.r, Data()
    if r.random() < 0.7:
        data["trade"] = {
            "hs_code": {"code": f"{words.HS_CHAPTERS[item.category]}.{r.randint(10, 99)}", "said_by": "facility"},
            "delivery": [{"incoterm": r.choice(("EXW", "FCA")), "place": item.facility[2]}],
            "port": r.choice(words.PORTS),
            "export_markets": sorted(r.sample(words.COUNTRIES, r.randint(1, 3))),
            "packaging": {
                "carton": {"pieces": r.randint(1, 96), "length_cm": r.randint(30, 90), "width_cm": 40, "height_cm": 40}
            },
        }
    if r.random() < 0.8:
        data["size"] = {
            "length_cm": r.randint(12, 220),
            "width_cm": r.randint(8, 140),
            "weight_kg": f"{r.uniform(0.1, 45):.1f}",
        }
    asked = asks(item.category)
    picked = sorted(r.sample(range(len(asked)), min(len(asked), r.randint(1, 4))))
    data["specs"] = {asked[n][0]: str(r.randint(2, 400)) if asked[n][1] else r.choice(words.COLOURS)[0] for n in picked}
    lines = [words.DETAILS[n] for n in sorted(r.sample(range(len(words.DETAILS)), r.randint(1, len(words.DETAILS))))]
    data["details"] = [{"label": both(label), "value": both(r.choice(values))} for label, values in lines]
    if r.random() < 0.25:
        data["certificates"] = [
            {"kind": r.choice(words.CERTIFICATES), "number": f"C-{item.number + 1:05d}", "valid_until": "2029-06"}
        ]
    return data


def making(item: Goods) -> Data:
    """What is reported: sales, a run of production, how the work differs."""
    r, data = item.r, Data()
    if r.random() < 0.35:
        quantity = {"amount": r.randint(5, 900), "unit": item.unit}
        data["sales"] = [{"from": "2025-01", "to": "2025-06", "quantity": quantity, "source": item.source}]
    if r.random() < 0.25:
        span = {"from": "2025-09-29", "to": "2025-10-16"}
        data["production"] = {"made_between": span, "people": r.randint(5, 60), "source": item.source}
    return data


def shipments(item: Goods) -> Iterator[Data]:
    """One to three exports, the newest last."""
    for ordinal in range(1, item.r.randint(1, 3) + 1):
        quantity = {"amount": item.r.randint(1, 90) * 10, "unit": item.unit}
        yield {"kind": "commercial", "ordinal": ordinal, "country": item.r.choice(words.COUNTRIES)} | {
            "date": f"{2022 + ordinal}-{item.r.randint(1, 12):02d}", "quantity": quantity, "source": item.source
        }  # fmt: skip


@cache
def all_asks() -> dict[str, tuple[tuple[str, str], ...]]:
    """What is asked of each category's goods, as (key, unit or "")."""
    listed = yaml.safe_load(CATEGORIES.read_text("utf-8"))
    return {c["key"]: tuple((a["key"], a.get("unit", "")) for a in c["asks"]) for c in listed}


def asks(category: str) -> tuple[tuple[str, str], ...]:
    """What is asked of goods of this category, as (key, unit or "")."""
    return all_asks()[category]


def story(item: Goods) -> words.Pair:
    """The product's story in both languages, 100–200 words; a table in one of five."""
    r, short = item.r, item.r.randint(10, 60)
    facts: Data = {"place": item.facility[2], "year": r.randint(2012, 2024), "people": r.randint(5, 80)}
    facts |= {"days": r.randint(3, 40), "km": r.randint(2, 90), "minimum": item.minimum, "number": item.number + 1}
    facts |= {"short": short, "long": short * 2, "light": short * 20, "heavy": short * 45, "source": item.source}
    with_table = r.random() < 0.2
    told = []
    for language in (0, 1):
        own = {"noun": item.noun[language].lower(), "material": item.material[language], "style": item.style[language]}
        own["unit"] = words.UNIT_WORDS[item.unit][language]
        text = words.STORY[language] + (words.TABLE[language] if with_table else "")
        told.append(text.format(**facts, **own))
    return told[0], told[1]
