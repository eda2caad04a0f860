"""What planning must know of a shelf comes back as it was written down, however alike or unlike its entries are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cache import Cache, NoCache
from generator.errors import BuildFailed
from generator.load.files import Folder
from generator.model.entries import Gist, Kept, Spine
from generator.model.keeping import freeze, gists, thaw
from generator.model.opening import Opening
from generator.model.records.parts import Export, Production, Sale
from generator.model.records.product import Label, Product
from generator.pipeline import Options, prepare
from tests.site import ROOT, TODAY

FACILITY = Spine("lapas-a", "0a", refs="facility:kanwil-b", office="kanwil-b")
HOUSE = Gist("0a", ["id"], [], [], facility={"name": "Lapas A"})
BREAD = Spine("lapas-a/roti", "0b", "makanan", "source:antara,partner:toko", ["2027-01-31"], {"en": "bread"})
LOAF = Gist("1b", ["id", "en"], [["products/lapas-a/roti/a.jpg", "9f"]], ["id/roti lama.html"], "available")
CAKE = Spine("lapas-a/kue", "0c", "makanan")
SLICE = Gist(
    "1c", ["id", "en"], [], [], featured=True, events=[["sales", "", "2025-12-31", '["tahun lalu", "antara"]']]
)
REST = [[], ["products/lapas-a/roti/a.jpg"], [["source", "antara"]], ["products/lapas-a/roti/en.md"]]


def plain(rows: object) -> object:
    """In JSON's own kinds, in which a tuple is a list."""
    return json.loads(json.dumps(rows))


@pytest.mark.parametrize(
    "seen",
    [
        [(FACILITY, HOUSE)],
        [(FACILITY, HOUSE), (BREAD, LOAF)],
        [(FACILITY, HOUSE), (BREAD, LOAF), (CAKE, SLICE)],
        [(BREAD, LOAF), (BREAD._replace(key="lapas-a/roti-2"), LOAF)],
    ],
    ids=["a facility alone", "one product", "several", "alike"],
)
def test_what_was_frozen_is_thawed_as_it_was(seen: list[tuple[Spine, Gist]]) -> None:
    read = thaw("lapas-a", "kept", freeze(seen, REST))
    assert plain(read.spines) == plain([spine for spine, _ in seen])
    assert plain([*gists(read).items()]) == plain([(spine.key, gist) for spine, gist in seen])
    assert (read.shown, read.stale) == ({"products/lapas-a/roti/a.jpg"}, ["products/lapas-a/roti/en.md"])
    assert read.names == [["source", "antara"]]
    assert read.photos == ([["products/lapas-a/roti/a.jpg", "9f"]] if len(seen) > 1 else [])


def test_a_shelf_shows_the_same_while_only_an_entry_of_its_own_says_something_else() -> None:
    before = thaw("lapas-a", "", freeze([(FACILITY, HOUSE), (BREAD, LOAF)], REST)).shows
    retold = thaw("lapas-a", "", freeze([(FACILITY, HOUSE), (BREAD._replace(digest="0d"), LOAF)], REST)).shows
    renamed = thaw("lapas-a", "", freeze([(FACILITY, HOUSE), (BREAD, LOAF._replace(shown="1d"))], REST)).shows
    moved = thaw("lapas-a", "", freeze([(FACILITY, HOUSE), (BREAD._replace(slug={}), LOAF)], REST)).shows
    assert before == retold
    assert len({before, renamed, moved}) == 3


@pytest.mark.parametrize("folder", ["content", "tests/sites/complete/content"])
def test_a_record_is_opened_as_it_was_read(folder: str) -> None:
    content = Path(ROOT, folder)
    catalogue = prepare(Options(content=content, today=TODAY), Folder(content), NoCache()).catalogue
    for entry in (*catalogue.facilities.values(), *catalogue.products.values()):
        assert isinstance(entry, Kept)
        assert isinstance(entry.opener, Opening)
        read = type(entry.record).model_validate(entry.document.data, context=entry.opener._desk.reading)
        assert entry.record == read
        if isinstance(read, Product):
            assert dict(entry.opener.label(entry)) == {name: getattr(read, name) for name in Label.model_fields}
            things: list[Export | Sale | Production] = [*read.exports, *read.sales]
            things += [read.production] if read.production else []
            assert [entry.opener.thing(entry, number) for number in range(len(things))] == things
    assert {type(entry.record) for entry in catalogue.products.values()} == {Product}


def test_a_shelf_that_is_gone_with_all_that_was_kept_of_it_is_told(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests/sites/complete/content", content)
    cache = Cache(tmp_path / "cache")
    catalogue = prepare(Options(content=content, today=TODAY), Folder(content, "content"), cache).catalogue
    entry = catalogue.products["lapas-contoh/roti"]
    assert isinstance(entry, Kept)
    assert isinstance(entry.opener, Opening)
    entry.close()
    entry.opener._near.clear()
    entry.opener._ahead.clear()
    for gone in (cache.folder, content / "products/lapas-contoh", content / "facilities/lapas-contoh"):
        shutil.rmtree(gone)
    with pytest.raises(BuildFailed) as failure:
        entry.record  # noqa: B018  # it is opened now
    assert [(told.code, told.place.file) for told in failure.value.problems] == [
        ("folder-missing", "content/facilities/lapas-contoh")
    ]
