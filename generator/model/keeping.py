"""What is kept of a shelf that is in order, under the digests of its files and of what they were read with.

It is lines of JSON: first what planning must know and what there was to tell, then of each entry its label, the things
on its record, the rest of it, and its stories. Records are kept as they were read and checked, and opened without being
checked again; data can do nothing else to whoever reads it. The first lines of all shelves also lie in one table, since
every build reads all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise, repeat, starmap
from typing import Any

import orjson

from generator.cache import digest
from generator.errors import frozen, thawed
from generator.load.content import Loaded
from generator.load.shelves import Shelf
from generator.model import references
from generator.model.catalogue import Catalogue
from generator.model.entries import Entry, Gist, Spine
from generator.model.ledger import events
from generator.model.reading import Desk
from generator.model.records.product import Label, Product
from generator.model.records.record import kept
from generator.model.shelves import Read
from generator.model.translations import stale

LABEL, THINGS, REST, STORIES = LINES = range(4)  # an entry's
ON_RECORD = ("exports", "sales", "production")  # what a product's track record is told of
SHOWN = tuple(Label.model_fields)
SEAL = 20  # hexadecimal digits of a digest: enough to tell apart all that an entry will ever be


def packed(own: Catalogue, loaded: Loaded, shelf: Shelf, desk: Desk) -> tuple[bytes, bytes]:
    """What is kept of a shelf that is in order: its first line, and the others."""
    outdated = stale(loaded, shelf.lock, own.codes)
    entries: tuple[Entry[Any], ...] = (*own.facilities.values(), *own.products.values())
    told = [entry.told for entry in entries]  # each step for all: so it stays at hand
    stories = [_line({code: [s.file, s.html, s.letters, s.links] for code, s in html.items()}) for html in told]
    records = [kept(entry.record) for entry in entries]
    lines = [(*_split(record), story) for record, story in zip(records, stories, strict=True)]
    refs = [references.refs(entry) for entry in entries]
    seen = [_seen(*own_parts, outdated, own.codes) for own_parts in zip(entries, lines, refs, strict=True)]
    names = sorted({*chain.from_iterable(refs)})
    rest = [[frozen(p) for p in desk.problems], sorted(desk.shown), names, outdated]
    return freeze(seen, rest), b"\n".join(chain.from_iterable(lines))


def _split(record: Mapping[str, Any]) -> tuple[bytes, bytes, bytes]:
    """A record's lines: what cards show of a product, what else lists tell of it, and the rest."""
    rest = dict(record)
    shown = {name: rest.pop(name) for name in SHOWN if name in rest}
    told = {name: rest.pop(name) for name in ON_RECORD if name in rest}
    return _line(shown), _line(told), _line(rest)


def _seen(
    entry: Entry[Any],
    lines: tuple[bytes, ...],
    named: Iterable[tuple[str, str]],
    outdated: tuple[str, ...],
    codes: tuple[str, ...],
) -> tuple[Spine, Gist]:
    base = f"{'products' if '/' in entry.key else 'facilities'}/{entry.key}/"
    outdated = tuple([line for line in outdated if line.startswith(base)])
    record = entry.record
    photos = tuple((facts.path, facts.digest) for _, facts in entry.photos)
    pictured = repr(photos).encode()
    told_in = tuple(code for code in codes if code in entry.stories or not entry.stories)
    whole = digest(b"\n".join((*lines, pictured, repr(outdated).encode())))[:SEAL]
    refs = ",".join([f"{kind}:{key}" for kind, key in named if kind != "category"])
    spine = Spine(entry.key, whole, refs=refs)
    gist = Gist(whole, told_in, photos, tuple(record.aliases))
    if not isinstance(record, Product):
        return spine._replace(office=record.office or ""), gist._replace(facility=kept(record))
    return spine._replace(category=record.category, until=_until(record), slug=record.slug or {}), gist._replace(
        shown=digest(b"\n".join((lines[LABEL], lines[THINGS], pictured)))[:SEAL],
        translated=tuple(code for code in told_in if code in record.name and code in record.summary),
        status=record.status or "",
        stage=record.stage or "",
        added=record.added,
        featured=record.featured,
        also_made_at=tuple(record.also_made_at),
        events=tuple(map(tuple, events(record))),
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
    return orjson.dumps(data)


# -- the first line ----------------------------------------------------------------------------------------------------


def freeze(seen: Sequence[tuple[Spine, Gist]], rest: list[Any]) -> bytes:
    """Spines and gists field by field, as ten thousand of them are read in every build, and what else there is to tell:
    problems, photos that are named, names, translations out of date."""
    digests = " ".join(spine.digest for spine, _ in seen)
    spines = _columns([spine._replace(digest="") for spine, _ in seen])
    gists = _columns([gist for _, gist in seen])
    photos = sorted({tuple(photo) for _, gist in seen for photo in gist.photos})
    shows = digest(spines + gists)
    return b"\t".join((digests.encode(), shows.encode(), spines, orjson.dumps([photos, *rest]), gists))


def thaw(shelf: str, kept: str, told: bytes, start: int = 0) -> Read:
    """A shelf as it was frozen; `told` has it from `start` on. The gists, most of it, are left as they are."""
    ends = [start - 1]
    for _ in range(4):
        ends.append(told.index(b"\t", ends[-1] + 1))
    digests, shows, spines, rest = (told[a + 1 : b] for a, b in pairwise(ends))
    photos, problems, shown, names, outdated = orjson.loads(rest)
    columns = _fields(spines, digests.count(b" ") + 1)
    columns[Spine._fields.index("digest")] = digests.decode().split(" ")
    return Read(
        shelf,
        [*starmap(Spine, zip(*columns, strict=True))],
        [*map(thawed, problems)],
        kept,
        told,
        shows.decode(),
        shown=set(shown),
        photos=photos,
        names=names,
        stale=outdated,
    )


def gists(read: Read) -> dict[str, Gist]:
    """The gists of a shelf's entries, by their keys."""
    columns = _fields(read.told[read.told.rindex(b"\t") + 1 :], len(read.spines))
    found = starmap(Gist, zip(*columns, strict=True))
    return dict(zip([spine.key for spine in read.spines], found, strict=True))


def _columns(rows: Sequence[Sequence[Any]]) -> bytes:
    return orjson.dumps([_column(values) for values in zip(*rows, strict=True)])


def _fields(columns: bytes, count: int) -> list[Iterable[Any]]:
    return [_values(column, count) for column in orjson.loads(columns)]


def _column(values: Sequence[Any]) -> Any:
    """A field of all gists: once where it is the same for all, each once where few differ, words as one text."""
    if len(values) > 1 and all(value == values[0] for value in values):
        return [values[0]]
    spelled = [*map(repr, values)]
    few = dict(zip(spelled, values, strict=True))
    if 2 * len(few) <= len(values):
        at = {name: number for number, name in enumerate(few)}
        return {"few": [*few.values()], "at": [at[name] for name in spelled]}
    words = all(isinstance(value, str) and " " not in value for value in values)
    return " ".join(values) if words else values


def _values(column: Any, count: int) -> Iterable[Any]:
    if isinstance(column, str):
        return column.split(" ")
    if isinstance(column, dict):
        return map(column["few"].__getitem__, column["at"])
    return repeat(column[0], count) if len(column) == 1 else column
