"""A theme's files: templates, styles, scripts, icons and strings, read as text and still without meaning."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from generator.errors import BuildFailed, Problem, problem
from generator.load.documents import Document, parse
from generator.load.files import RECORD_LIMIT, Folder, read_text, walk

KEPT = ("templates/", "styles/", "scripts/", "icons/", "assets/", "cards/")


class Theme(NamedTuple):
    """`files` are the texts by their path in the theme; `strings` a document a language; `map` the map's document.
    `digest` is of all of them but the strings, which count by language."""

    shown: str
    files: Mapping[str, str]
    strings: Mapping[str, Document]
    map: Document
    digest: str


def load_theme(folder: Folder) -> Theme:
    """The theme in a folder. Raises BuildFailed with everything that can't be read."""
    files, problems = walk(folder)
    texts: dict[str, str] = {}
    documents: dict[str, Document] = {}
    wrong: list[Problem] = list(problems)
    for file in files:
        try:
            if file.path.startswith(KEPT):
                texts[file.path] = read_text(folder, file.path, limit=RECORD_LIMIT)
            elif file.path.endswith(".yaml"):
                documents[file.path] = parse(
                    folder.place(file.path).file, read_text(folder, file.path, limit=RECORD_LIMIT)
                )
        except BuildFailed as failed:
            wrong += failed.problems
    if "map/indonesia.yaml" not in documents and not wrong:
        wrong.append(problem("file-missing", folder.place("map/indonesia.yaml"), name="indonesia.yaml"))
    if any(p.level == "error" for p in wrong):
        raise BuildFailed(wrong)
    strings = {p[len("strings/") : -len(".yaml")]: d for p, d in documents.items() if p.startswith("strings/")}
    atlas = documents["map/indonesia.yaml"]
    seal = hashlib.sha256()
    for name in sorted(texts):
        seal.update(f"{name}\0{texts[name]}\0".encode())
    seal.update(atlas.text.encode())
    return Theme(folder.shown, texts, strings, atlas, seal.hexdigest())
