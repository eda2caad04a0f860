"""A facility's or a product's record and what belongs to it, and how much of it is seen without opening it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from generator.errors import Place
from generator.load.content import StoryText
from generator.load.documents import Document
from generator.load.photos import PhotoFacts
from generator.model.records.parts import Export, Photo, Production, Sale
from generator.model.records.product import Label, Product
from generator.model.records.record import Loc, Record
from generator.model.stories import StoryHtml

R = TypeVar("R", bound=Record)
Photos = tuple[tuple[Photo, PhotoFacts], ...]
Thing = Export | Sale | Production  # on a product's record
Ref = Sequence[str]  # two texts that belong together: a path and its digest, a kind and a key


class Spine(NamedTuple):
    """What is seen of a facility or a product while it stands on its shelf: enough to plan a product's own page.

    `digest` is of all its files; `refs` are all that it names but its category (`source:antara,facility:bapas-a`);
    `until` are days after which something of it no longer holds; `office` is a facility's.
    """

    key: str
    digest: str
    category: str = ""
    refs: str = ""
    until: Sequence[str] = ()
    slug: Mapping[str, str] = {}  # never changed
    office: str = ""


class Gist(NamedTuple):
    """What planning must know of a facility or a product that others' pages show, without opening it.

    `shown` is the digest of what they may show; `translated` are the languages that all its own page is in; `photos`
    are (path, digest); `events` are what the track record has of it, each as an `Event` is made of.
    """

    shown: str
    translated: Sequence[str]
    photos: Sequence[Ref]
    aliases: Sequence[str]
    status: str = ""
    stage: str = ""
    added: str = ""
    featured: bool = False
    also_made_at: Sequence[str] = ()
    events: Sequence[Sequence[str]] = ()
    facility: Any = None  # a facility's record as its file has it: every list shows all of them


class Opener(Protocol):
    """What can open an entry that lies on a shelf."""

    def gist(self, entry: Kept[Any]) -> Gist: ...
    def record(self, entry: Kept[Any]) -> Any: ...
    def label(self, entry: Kept[Any]) -> Label: ...
    def thing(self, entry: Kept[Any], number: int) -> Thing: ...
    def told(self, entry: Kept[Any]) -> Mapping[str, StoryHtml]: ...
    def document(self, entry: Kept[Any]) -> Document: ...
    def photos(self, entry: Kept[Any]) -> Photos: ...


class Entry(Generic[R]):
    """A record and what belongs to it. `key` is its identity: a slug, or `<facility>/<product>`.

    `at` is its path in `document`; `stories` are its texts by language, `told` the same as HTML; `photos` are the
    record's, each with the facts of its file.
    """

    __slots__ = ("at", "document", "key", "photos", "record", "stories")

    spine: Spine  # of one that lies on a shelf
    gist: Gist

    def __init__(
        self,
        key: str,
        record: R,
        document: Document,
        at: Loc = (),
        stories: Mapping[str, StoryText] | None = None,
        photos: Photos = (),
    ) -> None:
        self.key, self.record, self.document, self.at = key, record, document, at
        self.stories = stories or {}
        self.photos = photos

    @property
    def shelf(self) -> str:
        """What it lies on, with all of its facility: named as that is."""
        return self.key.partition("/")[0]

    @property
    def told(self) -> Mapping[str, StoryHtml]:
        from generator.model.stories import told

        return {language: told(story) for language, story in self.stories.items()}

    @property
    def label(self) -> Label:
        assert isinstance(self.record, Label), f"{self.key} is no product"
        return self.record

    def thing(self, number: int) -> Thing:
        """One thing on a product's record; `number` is its place among the events."""
        product = self.record
        assert isinstance(product, Product), f"{self.key} is no product"
        things: list[Thing] = [*product.exports, *product.sales]
        things += [product.production] if product.production else []
        return things[number]

    def place(self, *path: str | int, key: bool = False) -> Place:
        return self.document.place((*self.at, *path), key=key)


class Kept(Entry[R]):
    """An entry that lies on a shelf: opened when its page is made, and let go again."""

    __slots__ = ("_gist", "_label", "_record", "_told", "opener", "shelf", "spine")
    at: Loc = ()

    def __init__(self, spine: Spine, shelf: str, opener: Opener) -> None:
        self.key, self.spine, self.shelf, self.opener = spine.key, spine, shelf, opener  # type: ignore[misc]
        self._gist: Gist | None = None
        self._record: R | None = None
        self._label: Label | None = None
        self._told: Mapping[str, StoryHtml] | None = None

    @property
    def gist(self) -> Gist:  # type: ignore[override]
        if self._gist is None:
            self._gist = self.opener.gist(self)
        return self._gist

    @property
    def record(self) -> R:  # type: ignore[override]
        if self._record is None:
            self._record = self.opener.record(self)
        return self._record

    @property
    def label(self) -> Label:
        if self._label is None:
            if isinstance(self._record, Label):
                return self._record
            self._label = self.opener.label(self)
        return self._label

    def thing(self, number: int) -> Thing:
        """The same, without the rest of the record where that is not open."""
        return super().thing(number) if self._record else self.opener.thing(self, number)

    def close(self) -> None:
        """Lets go of the record; it is opened again when asked for."""
        self._record = self._told = None

    def take_off(self) -> None:
        """Lets go of the label likewise."""
        self._label = None

    @property
    def told(self) -> Mapping[str, StoryHtml]:
        if self._told is None:
            self._told = self.opener.told(self)
        return self._told

    @property
    def document(self) -> Document:  # type: ignore[override]
        return self.opener.document(self)

    @property
    def photos(self) -> Photos:  # type: ignore[override]
        return self.opener.photos(self)
