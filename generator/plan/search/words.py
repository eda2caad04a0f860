"""Words as a search knows them: folded, without what every sentence has, gathered with others of the same stem.

The script `find.js` folds what a buyer types in the same way; what needs a stemmer is done here, once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

STEMMERS = {"en": "english", "id": "indonesian"}
WORD = re.compile(r"[^\W_]+")
# Words that say nothing of goods; a query drops them too, unless it has no others.
EMPTY = frozenset(
    """a ada adalah an and are as at atau belum buatan by dalam dan dari dengan di for from guna in ini into is itu
    juga karena ke made menurut not of oleh on or pada reported sebagai serta the their there to untuk was were which
    with yang""".split()
)
# Real words one letter from goods that we have: never taken for a slip of the finger (barang is not arang).
REAL = frozenset(
    """barang bayang botol jarang kapur karang kayuh orang parang rotan rumah sabuk sabun sedang sejati senang sendok
    tangan tasik terong tulang banner brand carol chain cheap large panting ranting reach saddle scandal""".split()
)
# The Indonesian stemmer takes these for other words: tahanan is not tahan, mebel has no me-.
WHOLE = frozenset(
    """bakery bambu binaan kelapa kemasan keripik kesetan keset konveksi mebel mebeul meubel makanan pelabuhan
    pemasyarakatan penjara perempuan perabot serabut tahanan""".split()
)


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Small letters without accents; Korean syllables stay whole."""
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in apart if not unicodedata.category(c).startswith("M"))
    return unicodedata.normalize("NFC", bare).lower()


@lru_cache(maxsize=50_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in their order, each as often as it stands there."""
    return tuple(word for word in WORD.findall(folded(text)) if word not in EMPTY)


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(STEMMERS[language]) if language in STEMMERS else None


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """A word's stem in a language that has a stemmer; the word itself elsewhere, and where the stemmer errs."""
    stemmer = _stemmer(language)
    if stemmer is None or word in WHOLE or len(word) < 4 or not word.isalpha():
        return word
    found = str(stemmer.stemWord(word))
    return found if len(found) >= 3 else word


def families(known: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Words of one stem under one name. `known` are words by language; a word that has no relatives is left out."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for language, all_of in known.items():
        for word in all_of:
            # A stem of one language is told from a word of another by its language's name before it.
            parent[root(word)] = root(f"{language} {stem(word, language)}")
    members: dict[str, list[str]] = {}
    for word in {word for all_of in known.values() for word in all_of}:
        members.setdefault(root(word), []).append(word)
    return {word: min(group) for group in members.values() if len(group) > 1 for word in group}
