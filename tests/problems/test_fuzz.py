"""Whatever an editor may type: it is told as problems or it builds, and nothing else ever comes out."""

from __future__ import annotations

import random
import shutil
from functools import cache
from pathlib import Path

import pytest

from generator.errors import LANGUAGES
from generator.load import theme
from generator.load.files import Folder
from generator.render import templates
from tests.site import ROOT, Site

CONTENT = ROOT / "content"
THEME = Folder(ROOT / "themes" / "etalase", (ROOT / "themes" / "etalase").as_posix())
ODD = (
    *("[", "]", "{", "}", ":", ": ", "- ", "#", "&a ", "*a", "!x ", "%", "@", "`", "|", ">", "'", '"', "\\", ","),
    *("\t", "\n", " ", "~", "null", "yes", "35.000", "1e999", "-1", "0", "9" * 400, "2025-13-45", "2026", "NaN"),
    *("\0", "\ufeff", "\u2028", "“", "é", "人", "---\n", "...\n", "? ", "<<: ", "{{", "}}", "{}", "[]", "id:", "en:"),
)


@pytest.fixture
def quick(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The small site, with a theme that is read once."""
    monkeypatch.setattr(theme, "load_theme", cache(theme.load_theme))
    used = list(templates.used_strings(templates.Dress(theme.load_theme(THEME).files, {}, THEME.shown)))
    monkeypatch.setattr(templates, "used_strings", lambda _dress: used)
    return site


def mutated(text: str, chance: random.Random) -> str:
    """A text with a few slips: letters or lines lost, doubled, moved, or odd ones put in."""
    for _ in range(chance.choice((1, 1, 2, 5))):
        lines = text.splitlines(keepends=True) or [""]
        row, at = chance.randrange(len(lines)), chance.randrange(len(text) + 1)
        match chance.randrange(6):
            case 0:
                text = text[:at] + chance.choice(ODD) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randrange(1, 9) :]
            case 2:
                text = "".join(lines[:row] + lines[row + 1 :])
            case 3:
                text = "".join([*lines[:row], lines[row], *lines[row:]])
            case 4:
                text = "".join([*lines[:row], " " * chance.randrange(5) + lines[row].lstrip(), *lines[row + 1 :]])
            case _:
                key, colon, _value = lines[row].partition(":")
                lines[row] = f"{key}{colon or ':'} {chance.choice(ODD)}\n"
                text = "".join(lines)
    return text


def told(site: Site) -> None:
    """Checks the site; every problem has its words in every language, and names a file."""
    site.check()
    for language in LANGUAGES:
        assert site.report(language).count("[") >= len(site.codes)
    assert all(p.place.file for p in site.problems)


def samples() -> list[Path]:
    names = ("site", "categories", "sources", "partners", "programmes", "markets", "papers", "thesaurus")
    products = ("rutan-medan/roti", "lapas-cirebon/jaring", "rutan-tanah-grogot/arang", "kanwil-sultra/kerajinan-bambu")
    return [
        *(CONTENT / f"{name}.yaml" for name in names),
        *(CONTENT / "facilities" / name / "facility.yaml" for name in ("rutan-medan", "lapas-cirebon", "bapas-baubau")),
        *(CONTENT / "products" / name / "product.yaml" for name in products),
        CONTENT / "pages" / "privasi" / "page.yaml",
        CONTENT / "pages" / "privasi" / "id.md",
    ]


@pytest.mark.parametrize("seed", range(6))
def test_slips_in_true_entries_are_told_and_never_crash(quick: Site, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(50):
        source = chance.choice(samples())
        target = quick.folder / "content" / source.relative_to(CONTENT)
        target.parent.mkdir(parents=True, exist_ok=True)
        before = target.read_bytes() if target.exists() else None
        target.write_text(mutated(source.read_text("utf-8"), chance), "utf-8", newline="")
        told(quick)
        if before is None:
            target.unlink()
        else:
            target.write_bytes(before)


def test_slips_in_the_whole_catalogue_are_told_or_planned(quick: Site) -> None:
    chance = random.Random(7)
    shutil.rmtree(quick.folder / "content")
    shutil.copytree(CONTENT, quick.folder / "content")
    for _ in range(25):
        target = quick.folder / "content" / chance.choice(samples()).relative_to(CONTENT)
        before = target.read_bytes()
        target.write_text(mutated(before.decode(), chance), "utf-8", newline="")
        told(quick)
        target.write_bytes(before)


@pytest.mark.parametrize("seed", range(2))
def test_bytes_of_any_kind_are_told_and_never_crash(quick: Site, seed: int) -> None:
    chance = random.Random(seed)
    text = (CONTENT / "products/lapas-cirebon/jaring/product.yaml").read_bytes()
    for _ in range(30):
        data = bytearray(text)
        for _ in range(chance.choice((1, 3, 9))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (quick.folder / "content/products/lapas-contoh/roti/product.yaml").write_bytes(bytes(data))
        told(quick)


MONSTERS: dict[str, tuple[str, str]] = {
    "brackets": ("[" * 200_000, "yaml-deep"),
    "braces": ("{a: " * 50_000, "yaml-deep"),
    "dashes": ("- " * 100_000 + "x", "yaml-deep"),
    "questions": ("? " * 100_000 + "x", "yaml-deep"),
    "steps": ("".join(f"{' ' * depth}a:\n" for depth in range(600)), "yaml-deep"),
    "lists": ("".join(f"{' ' * depth}-\n" for depth in range(600)), "yaml-deep"),
    "digits": (f"added: {'9' * 5_000}\n", "date"),
    "price": (f"price:\n  amount: {'9' * 5_000}\n  currency: IDR\n  per: pack\n", "number"),
    "minimum": (f"order:\n  unit: pack\n  minimum: {'9' * 5_000}\n", "number"),
    "exponent": ("order:\n  unit: pack\n  minimum: 9e9\n", "number"),
    "infinity": ("price:\n  amount: .inf\n  currency: IDR\n  per: pack\n", "number"),
    "day": ("added: 2026-02-31\n", "date-none"),
    "digits of another script": ("added: ２０２６-１１-０１\n", "date"),
    "zero byte": ("added: 2026\0\n", "file-unseen"),
    "aliases": ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "yaml-alias"),
    "merge": ("a: &a\n  x: y\nb:\n  <<: *a\n", "yaml-alias"),
    "object": ("a: !!python/object/apply:os.system [ls]\n", "yaml-tag"),
    "directive": ("%YAML 1.1\n---\na: b\n", "yaml-tag"),
    "long key": (f"{'k' * 3_000}: x\n", "yaml-indent"),
    "list": ("- a\n- b\n", "not-mapping"),
    "text": ("roti\n", "not-mapping"),
    "path": ("aliases: [../../etc/passwd]\n", "alias"),
    "photo outside": ("photos:\n  - file: ../../../rahasia.jpg\n", "photo-file"),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_is_refused_by_name(quick: Site, name: str) -> None:
    text, code = MONSTERS[name]
    quick(f"-- content/products/lapas-contoh/roti/product.yaml --\n{text}")
    told(quick)
    assert code in quick.codes


def test_an_empty_file_is_an_entry_without_fields(quick: Site) -> None:
    quick("-- content/products/lapas-contoh/roti/product.yaml --\n# belum diisi\n")
    assert set(quick.check()) == {"missing-field"}


def test_every_problem_of_a_site_is_told_at_once(quick: Site) -> None:
    quick("""\
-- add content/sources.yaml --
  kind: koran
-- content/partners.yaml --
- key: pt-contoh
  name: "PT Contoh
-- content/facilities/lapas-lain/facility.yaml --
name: Lapas Lain
type: lapaz
province: ID-JB
-- content/products/lapas-contoh/kue/product.yaml --
name: Kue
summary:
  id: Kue.
category: kue
added: kemarin
harga: 5000
partners: [pt-contoh]
-- content/products/lapas-contoh/roti/id.md --
[Roti](product:tidak/ada) ![foto](a.jpg)
-- content/products/lapas-luar/roti/product.yaml --
added: 2026-11-01
-- content/products/lapas-contoh/kue/kue.jpg --
bukan foto
""")
    assert set(quick.check()) == {
        *("yaml-twice", "yaml-quote", "not-one-of", "words", "date", "unknown-field", "missing-field"),
        *("unknown-reference", "story-image", "folder-no-facility", "photo-format"),
    }
    assert [p.place.file for p in quick.problems] == sorted(p.place.file for p in quick.problems)
