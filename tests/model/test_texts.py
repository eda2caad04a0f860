"""The quick look at a whole file never misses what the patterns would find in one of its texts."""

from __future__ import annotations

import random
from itertools import chain
from typing import Any

import pytest

from generator.errors import BuildFailed
from generator.load.documents import parse
from generator.model import texts
from generator.model.texts import NEVER, PERSONAL

PIECES = (
    "napi|eks napi|mantan Narapidana|narapidana|penghuni|tahanan|rumah tahanan|tahanan negara|PENJARA|jeruji|di balik|"
    "di balik tembok|harga sesuai permintaan|Kanwil Kemenkumham|ex-inmate|ex-convicts|ex-prisoner|inmates|convict|"
    "offenders|Resident|beneficiary|beneficiaries|jails|female prison|juvenile prison|lorem ipsum|isi di sini|"
    "tulis di sini|xxxx|TBD|todo|fill in here|napıs|jaİl|reſident|\u212aanwil kemenkumham|no. reg 12|"
    "nomor register: AB 7|rek 1234 5678 90|mereka|rekening|account number 12-34-56-78|acct|no.rek|12345678|"
    "3201234567890123|.5|a.n. Ani|A. N. Budi|a.\nn. Citra|warga binaan Ahmad bin Said|WBP Siti binti Said|klien|bin|"
    "Dewi|Ahmad"
).split("|")
QUOTES = ("{}", '"{}"', "'{}'", ">-\n  {}", "[{}, roti]")
BETWEEN = (" ", "", ". ", "\n", "-", ", ")


def soup(chance: random.Random) -> str:
    return "".join(chance.choice(PIECES) + chance.choice(BETWEEN) for _ in range(chance.randint(1, 5)))


def found(text: str, language: str) -> list[Any]:
    return list(texts._found(text, language, law=False))


@pytest.mark.parametrize("language", ["id", "en", "zh"])
def test_the_quick_look_misses_nothing(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(language)
    told = [soup(chance) for _ in range(3000)]
    quick = [found(text, language) for text in told]
    joined = [texts._doubt()(texts._joined({"a": ["Roti", text], "b": "7"})) for text in told]
    monkeypatch.setattr(texts, "_doubt", lambda: lambda _: True)
    thorough = [found(text, language) for text in told]
    assert quick == thorough
    assert all(doubtful for doubtful, problems in zip(joined, thorough, strict=True) if problems)
    said = list(chain.from_iterable(thorough))
    assert {code for code, *_ in said} >= {code for _, code in PERSONAL} | {"text-left-in"}
    assert {args["word"] for *_, args in said if "word" in args} == {word for _, word in NEVER.get(language, ())}


def test_a_record_is_looked_at_as_the_texts_it_holds() -> None:
    data = parse("a.yaml", 'a: >\n  lorem\n  ipsum\nb: [x, {c: y}]\ne: "na\\\n  pi"\n').data
    assert sorted(texts._joined(data).split("\n")) == ["", "lorem ipsum", "napi", "x", "y"]


@pytest.mark.parametrize("seed", range(3))
def test_a_file_that_holds_its_texts_as_they_are_is_looked_at_itself(seed: int) -> None:
    chance = random.Random(seed)
    seen = 0
    for _ in range(300):
        lines = "".join(f"k{n}: {chance.choice(QUOTES).format(soup(chance).replace(chr(10), ' '))}\n" for n in range(3))
        try:
            document = parse("a.yaml", lines)
        except BuildFailed:
            continue
        told = [problem for text in document.data.values() for problem in (*found(text, "id"), *found(text, "en"))]
        assert not document.as_is or not told or texts._doubt()(document.text)
        seen += document.as_is and bool(told)
    assert seen > 20
