"""However a content is looked at, its files lie the same way; whatever changes among them changes the glance."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.files import Folder, walk
from generator.load.looking import Glance, look, share
from generator.load.shelves import Lying, found_again, lying, put_lock, put_lost, walked

FILES = (
    *("site.yaml", "pages/tentang/id.md", "photos/a.jpg", "facilities/kanwil-x/facility.yaml"),
    *(f"facilities/lapas-{n}/facility.yaml" for n in range(9)),
    *(f"products/lapas-{n}/{name}" for n in range(9) for name in ("roti/product.yaml", "roti/id.md", "keset/b.jpg")),
    *("products/tanpa-unit/roti/product.yaml", "products/lapas-1/stray.txt", "products/loose.yaml"),
)


@pytest.fixture
def content(tmp_path: Path) -> Folder:
    for name in FILES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
        os.utime(file, (1_700_000_000, 1_700_000_000))
    return Folder(tmp_path, "content")


def parted(content: Folder) -> tuple[list[Glance], Lying]:
    """The content as a build looks at it: in two parts."""
    own = share(content)
    looks = look(content, begin=own), look(content, spared=own)
    return [Glance(*next(one)) for one in looks], lying(*looks)


def test_two_looks_find_what_one_finds(content: Folder) -> None:
    own = share(content)
    assert own == [f"{kind}/{name}" for kind in ("products", "facilities") for name in ("lapas-8", "tanpa-unit")][:3]
    glances, found = parted(content)
    assert found == walked(content)
    assert sum(glance.files for glance in glances) == len(FILES)
    lying_there = [row for shelf in found.shelves for row in shelf.files] + found.beside
    assert sorted(lying_there) == [tuple(file) for file in walk(content)[0]]


def test_a_facility_and_its_products_lie_on_one_shelf(content: Folder) -> None:
    found = walked(content)
    shelves = {shelf.name: shelf for shelf in found.shelves}
    assert [*shelves] == sorted(["kanwil-x", *(f"lapas-{n}" for n in range(9)), "tanpa-unit"])
    assert shelves["lapas-1"].keys == {"lapas-1", "lapas-1/roti", "lapas-1/keset"}
    assert shelves["lapas-1"].paths == sorted(name for name in FILES if name.split("/")[1:2] == ["lapas-1"])
    assert shelves["tanpa-unit"].keys == {"tanpa-unit/roti"}
    assert [path for path, _, _ in found.beside] == [
        "pages/tentang/id.md",
        "photos/a.jpg",
        "products/loose.yaml",
        "site.yaml",
    ]
    assert [path for path, _, _ in found.others][:2] == ["photos/a.jpg", "products/lapas-0/keset/b.jpg"]
    assert "products/lapas-1/stray.txt" in [path for path, _, _ in found.others]


CHANGES: dict[str, Callable[[Path], object]] = {
    "size": lambda root: (root / "products/lapas-8/roti/id.md").write_text("x"),
    "time": lambda root: os.utime(root / "facilities/lapas-0/facility.yaml", (1_700_000_001, 1_700_000_001)),
    "name": lambda root: (root / "site.yaml").rename(root / "sites.yaml"),
    "gone": lambda root: (root / "products/lapas-8/roti/id.md").unlink(),
    "new": lambda root: (root / "pages/new.md").write_text(""),
    "wrong": lambda root: (root / "pages/link").symlink_to("/etc/passwd"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_shows_at_a_glance(content: Folder, change: str) -> None:
    before, found = parted(content)
    CHANGES[change](content.root)
    after, now = parted(content)
    assert [glance.digest for glance in before] != [glance.digest for glance in after]
    assert all(glance.sound for glance in after) == (change != "wrong")
    changed = {shelf.name for shelf in found.shelves if shelf not in now.shelves}
    assert changed == {"size": {"lapas-8"}, "time": {"lapas-0"}, "gone": {"lapas-8"}}.get(change, set())


def test_paths_that_can_not_be_read_are_noted_where_they_lie(content: Folder) -> None:
    shelves = walked(content).shelves
    beside = put_lost(shelves, ["facilities/baru/facility.yaml", "products/lapas-1/sabun/id.md", "pages/x.md"])
    assert beside == ["pages/x.md"]
    known = {shelf.name: shelf for shelf in shelves}
    assert [*known] == sorted(known)
    assert (known["baru"].keys, known["baru"].paths) == ({"baru"}, ["facilities/baru/facility.yaml"])
    assert "lapas-1/sabun" in known["lapas-1"].keys
    assert known["lapas-1"].lost == ["products/lapas-1/sabun/id.md"]


def test_lines_of_the_lock_lie_with_what_they_are_about(content: Folder) -> None:
    shelves = walked(content).shelves
    put_lock(shelves, {"products/lapas-1/roti/en.md": "a", "pages/tentang/en.md": "b", "products/hilang/x/en.md": "c"})
    assert {shelf.name: shelf.lock for shelf in shelves if shelf.lock} == {
        "lapas-1": {"products/lapas-1/roti/en.md": "a"}
    }


def test_a_shelf_can_be_found_again(content: Folder) -> None:
    [known] = [shelf for shelf in walked(content).shelves if shelf.name == "lapas-1"]
    assert found_again(content, "lapas-1") == [known]
    assert found_again(content, "hilang") == []
