"""Which translations are out of date: `translations.lock` has, for each, a digest of the text it was made from.

Keys are a story's file (`products/rutan-medan/roti/en.md`) or a text's path in a record
(`products/rutan-medan/roti/product.yaml#summary.en`). No line means not recorded, and nothing is said then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.errors import Problem, problem
from generator.load.content import Loaded

LOCK = "translations.lock"


def digest(text: str) -> str:
    """What the lock holds of a text: the first 16 hexadecimal digits of its SHA-256, white space at its ends aside."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:16]


def lock_lines(loaded: Loaded) -> Mapping[str, str]:
    """The lock's lines: a translation's key, the digest of the text it was made from."""
    document = loaded.documents.get(LOCK)
    return document.data if document and isinstance(document.data, dict) else {}


def stale(loaded: Loaded, lines: Mapping[str, str], languages: tuple[str, ...]) -> tuple[str, ...]:
    """The keys whose translation was made from another text than the reference language has now."""
    return tuple(key for key, known in lines.items() if known != _now(loaded, key, languages, str(known)))


def check_translations(loaded: Loaded, keys: Iterable[str]) -> Iterator[Problem]:
    """A warning for each translation that is out of date."""
    document = loaded.documents.get(LOCK)
    for key in sorted(keys):
        assert document is not None, "what is stale stands in the lock"
        yield problem("translation-stale", document.place((key,), key=True), what=key)


def _now(loaded: Loaded, key: str, languages: tuple[str, ...], known: str) -> str:
    """The digest of the text that a translation would be made from today; `known` where there is no such text."""
    file, _, path = key.partition("#")
    if not path:
        reference = loaded.stories.get(f"{file.rpartition('/')[0]}/{languages[0]}.md")
        return digest(reference.text) if reference and file in loaded.stories else known
    document = loaded.documents.get(file)
    data: Any = document.data if document else None
    for step in path.split(".")[:-1]:
        data = _below(data, step)
    text = _below(data, languages[0])
    return digest(text) if isinstance(text, str) else known


def _below(data: Any, step: str) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and step.isdigit() and int(step) < len(data):
        return data[int(step)]
    return None
