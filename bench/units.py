"""The benchmark's facilities: over all provinces, some with a contact, with what is known of the work, with figures."""

from __future__ import annotations

import random
from functools import cache

from bench import words
from bench.block import Data
from generator.model.kinds import VOCABULARIES, slugify

PROVINCES = VOCABULARIES["province"]


@cache
def facility(number: int, seed: int) -> tuple[str, str, str]:
    """Facility `number`: its key, name and place."""
    r = words.chance(seed, "facility", number)
    kind, begins = r.choice(words.TYPES)
    place = f"{r.choice(words.PLACES)} {number + 1}"
    return f"{kind}-{slugify(place)}", f"{begins} {place}", place


def facility_data(number: int, seed: int) -> tuple[Data, words.Pair]:
    """Facility `number`: what stands in its facility.yaml, and its story in both languages."""
    key, name, place = facility(number, seed)
    r = words.chance(seed, "more", number)
    province = PROVINCES[number % len(PROVINCES)]
    kind = next(kind for kind, begins in words.TYPES if name.startswith(begins) and key.startswith(f"{kind}-"))
    data: Data = {"name": name, "type": kind, "class": name.partition("Kelas ")[2].partition(" ")[0]}
    data |= {"province": province, "place": place, "office": f"kanwil-{province.lower()}"}
    if r.random() < 0.7:
        data["location"] = {"lat": round(r.uniform(-9, 4), 2), "lon": round(r.uniform(96, 139), 2)}
    if r.random() < 0.6:
        data["contact"] = _contact(place, r)
    data["workshops"] = [{"id": "Bengkel kerja", "en": "Workshop"}]
    if r.random() < 0.5:
        data["work"] = _work(source(number))
    if r.random() < 0.3:
        period, label = {"id": "tahun ini", "en": "this year"}, {"id": "Nilai penjualan", "en": "Sales"}
        figure = {"label": label, "value": r.randint(5, 900) * 100000, "unit": "IDR", "period": period}
        data["figures"] = [figure | {"said": "2025-10-21", "source": source(number)}]
    facts = {"name": name, "place": place, "area": r.randint(200, 4000)}
    return data, (words.FACILITY_STORY[0].format(**facts), words.FACILITY_STORY[1].format(**facts))


def _contact(place: str, r: random.Random) -> Data:
    return {
        "section": "Bimbingan Kerja",
        "whatsapp": f"+62 812-0000-{r.randint(1000, 9999)}",
        "official": True,
        "languages": ["id"],
        "address": f"Jalan {r.choice(words.PLACES)} {r.randint(1, 240)}, {place}",
        "hours": {"id": "Senin sampai Jumat, 08.00–15.00", "en": "Monday to Friday, 08.00–15.00"},
        "since": "2026-03",
    }


def _work(told_by: str) -> Data:
    training = {"id": "Pelatihan berlangsung di bengkel kerja.", "en": "Training takes place in the workshop."}
    return {
        "makers": {"is": "sentenced", "source": told_by},
        "directed_by": {"is": "facility", "source": told_by},
        "training": {**training, "source": told_by},
    }


def source(number: int) -> str:
    """The key of the source that tells of facility `number`."""
    return f"berita-{number + 1:04d}"
