"""What is kept of a shelf that is in order, under the digests of its files and of what they were read with.

It is lines of JSON: first what planning must know and what there was to tell, then of each entry its label, its record
and its stories. Records are kept as their files have them and are made anew when they are opened: data can do nothing
to whoever reads it. The first lines of all shelves also lie in one table, since every build reads all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import repeat, starmap
from typing import Any

from generator.cache import digest
from generator.errors import frozen, thawed
from generator.load.content import Loaded
from generator.model import references
from generator.model.catalogue import Catalogue, Entry, Gist
from generator.model.ledger import events
from generator.model.records.product import Label, Product
from generator.model.shelves import Read, Shelf, written
from generator.model.translations import stale

LABEL, RECORD, STORIES = range(3)  # an entry's lines
SHOWN = frozenset(Label.model_fields)
SEAL = 32  # hexadecimal digits of a digest that tell two versions of an entry apart


def packed(own: Catalogue, loaded: Loaded, shelf: Shelf, codes: tuple[str, ...]) -> tuple[list[Gist], bytes]:
    """What is kept of a shelf that is in order."""
    gists: list[Gist] = []
    lines: list[bytes] = []
    outdated = stale(loaded, shelf.lock, codes)
    entries: tuple[Entry[Any], ...] = (*own.facilities.values(), *own.products.values())
    for entry in entries:
        data = entry.document.data
        label = {name: value for name, value in data.items() if name in SHOWN} if "/" in entry.key else None
        html = {code: [s.file, s.html, s.letters, s.links] for code, s in entry.told.items()}
        own_lines = (_line(label), _line(data), _line(html))
        base = f"{'products' if '/' in entry.key else 'facilities'}/{entry.key}/"
        gists.append(_gist(entry, own_lines, tuple(line for line in outdated if line.startswith(base)), codes))
        lines += own_lines
    return gists, b"\n".join(lines)


def _gist(
    entry: Entry[Any], lines: tuple[bytes, bytes, bytes], outdated: tuple[str, ...], codes: tuple[str, ...]
) -> Gist:
    record = entry.record
    photos = tuple((facts.path, facts.digest) for _, facts in entry.photos)
    pictured = repr(photos).encode()
    told_in = tuple(code for code in codes if code in entry.stories or not entry.stories)
    whole = digest(b"\n".join((*lines[RECORD:], pictured, repr(outdated).encode())))[:SEAL]
    gist = Gist(
        key=entry.key,
        digest=whole,
        shown=digest(lines[LABEL] + pictured)[:SEAL] if isinstance(record, Product) else whole,
        translated=told_in,
        photos=photos,
        refs=",".join(f"{kind}:{key}" for kind, key in references.refs(entry) if kind != "category"),
        stale=outdated,
        aliases=tuple(record.aliases),
    )
    if not isinstance(record, Product):
        return gist._replace(facility=entry.document.data)
    return gist._replace(
        translated=tuple(code for code in told_in if code in record.name and code in record.summary),
        until=_until(record),
        slug=record.slug or {},
        category=record.category,
        status=record.status or "",
        stage=record.stage or "",
        added=record.added,
        featured=record.featured,
        also_made_at=tuple(record.also_made_at),
        events=tuple(events(record)),
    )


def _until(record: Product) -> tuple[str, ...]:
    """The days after which a page says less: prices' and certificates' last."""
    prices = (record.price, *(variant.price for variant in record.variants))
    days = [price.valid_until for price in prices if price and price.valid_until]
    days += [
        (c.valid_until + "-12-31"[3 * c.valid_until.count("-") :])[:10] for c in record.certificates if c.valid_until
    ]
    return tuple(days)


def _line(data: Any) -> bytes:
    return written(data).encode()


# -- the first line ----------------------------------------------------------------------------------------------------


def freeze(found: Read, refs: Iterable[Sequence[str]]) -> None:
    """Writes down what planning must know of a shelf, field by field: ten thousand products are read so in every build.
    `refs` are (kind, key) of all that its entries name."""
    gists = [gist._replace(digest="") for gist in found.gists]
    photos = {photo for gist in gists for photo in gist.photos}
    problems = [frozen(p) for p in found.problems]
    digests = " ".join(gist.digest for gist in found.gists)
    found.shows = written([_column(values) for values in zip(*gists, strict=True)])
    found.told = "\t".join(
        (digests, found.shows, written([problems, sorted(found.shown), sorted(photos), sorted(set(refs))]))
    )


def thaw(shelf: str, kept: str, told: str) -> Read:
    """The same again."""
    digests, shows, rest = told.split("\t")
    problems, shown, photos, names = json.loads(rest)
    versions = digests.split(" ")
    columns = [_values(column, len(versions)) for column in json.loads(shows)]
    columns[Gist._fields.index("digest")] = versions
    return Read(
        shelf,
        [*starmap(Gist, zip(*columns, strict=True))],
        [*map(thawed, problems)],
        kept,
        told,
        shows,
        shown=set(shown),
        photos=photos,
        names=names,
    )


def _column(values: Sequence[Any]) -> Any:
    """A field of all gists: once where it is the same for all, words as one text."""
    if len(values) > 1 and all(value == values[0] for value in values):
        return [values[0]]
    words = all(isinstance(value, str) and " " not in value for value in values)
    return " ".join(values) if words else values


def _values(column: Any, count: int) -> Iterable[Any]:
    if isinstance(column, str):
        return column.split(" ")
    return repeat(column[0], count) if len(column) == 1 else column
