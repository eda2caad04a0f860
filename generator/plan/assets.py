"""The theme's own files as the site has them: one style sheet, scripts, icons, each with its digest in its name.

Every page has the one sheet and, as one, the scripts of `scripts/`. What lies in `styles/pages/` and `scripts/pages/`
is for the few pages that ask for it: `asset("styles/pages/tools.css")` in a template's block `head`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.errors import BuildFailed, Place, problem
from generator.plan.photos import TINTS
from generator.plan.targets import Target
from generator.plan.targets import text as ready

FOLDER = "aset"
ASKED_FOR = ("scripts/pages/", "styles/pages/")  # what only some pages link
IMPORT = re.compile(r'@import url\("([^"]+)"\)(?: layer\(([\w.-]+)\))?;\n?')


class Assets(NamedTuple):
    """Addresses of the theme's files: style sheets, scripts in order, others by their name in the theme."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    targets: tuple[Target, ...]


def assets(files: Mapping[str, str], shown: str) -> Assets:
    """What is published of a theme's files. `shown` names the theme's folder in problems."""
    targets: list[Target] = []

    def publish(name: str, text: str) -> str:
        text = _bare(text) if name.endswith(".js") else text
        stem, _, ending = name.rpartition("/")[2].rpartition(".")
        path = f"{FOLDER}/{stem}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.{ending}"
        targets.append(ready(path, text, name))
        return path

    style = publish("styles/etalase.css", _styles(files, shown))
    everywhere = "".join(files[n] for n in sorted(files) if n.startswith("scripts/") and not n.startswith(ASKED_FOR))
    scripts = (publish("scripts/etalase.js", everywhere),) if everywhere else ()
    others = [(n.removeprefix("assets/"), publish(n, files[n])) for n in sorted(files) if n.startswith("assets/")]
    for name, text in _asked_for(files).items():
        layer = "print" if "/print" in name else "parts"
        others.append((name, publish(name, f"@layer {layer}{{{_short(text)}}}\n" if name.endswith(".css") else text)))
    return Assets((style,), scripts, tuple(others), tuple(targets))


def _asked_for(files: Mapping[str, str]) -> dict[str, str]:
    """What only some pages link. Scripts in a folder are one, in the order of their names: they pack better so."""
    found: dict[str, str] = {}
    for name in sorted(files):
        if name.startswith(ASKED_FOR):
            folder = name.rpartition("/")[0]
            shown = name if f"{folder}/" in ASKED_FOR else f"{folder}.js"
            found[shown] = found.get(shown, "") + files[name]
    return found


def _styles(files: Mapping[str, str], shown: str) -> str:
    """main.css with what it imports in its place, each in its layer, and the colours that stand behind pictures."""
    main = files.get("styles/main.css")
    if main is None:
        raise BuildFailed([problem("file-missing", Place(f"{shown}/styles/main.css"), name="main.css")])

    def inlined(match: re.Match[str]) -> str:
        name = f"styles/{match[1]}"
        if name not in files:
            line = main.count("\n", 0, match.start()) + 1
            place = Place(f"{shown}/styles/main.css", line, 1, len(match[0].rstrip()))
            raise BuildFailed([problem("file-missing", place, name=match[1])])
        text = _short(files[name])
        return f"@layer {match[2]}{{{text}}}\n" if match[2] else text

    tints = "".join(f".tint-{n}{{background:{colour}}}" for n, colour in enumerate(TINTS))
    return IMPORT.sub(inlined, _short(main, lines=True)) + f"@layer tints{{{tints}}}\n"


def _bare(text: str) -> str:
    """A script without the comments that have lines of their own, and without its margins; its lines stay lines."""
    text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*$", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"\n+[ \t]*", "\n", text).lstrip()


def _short(text: str, *, lines: bool = False) -> str:
    """A style sheet without comments and without white space that means nothing."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    if lines:
        return text.strip() + "\n"
    text = re.sub(r"\s+", " ", text)
    return re.sub(r" ?([{};]) ?", r"\1", re.sub(r": (?=[^{}]*[;}])", ":", text)).strip()
