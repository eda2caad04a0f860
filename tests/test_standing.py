"""A build that finds everything as the last one left it reads nothing; whatever has changed makes it read again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import BuildFailed
from generator.load import looking
from generator.standing import Standing
from generator.write import manifest
from tests.site import Site

LONG_AGO = 1_700_000_000  # seconds; what changed a moment ago is not believed by its time
ROTI = "content/products/lapas-contoh/roti/product.yaml"
PAGE = "id/produk/lapas-contoh/roti.html"


class Builds:
    """Builds a site, and knows whether its content was read for that."""

    def __init__(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site, self.read = site, 0
        prepare = pipeline.prepare

        def counted(*given: object, **more: object) -> object:
            self.read += 1
            return prepare(*given, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(pipeline, "prepare", counted)
        site("-- theme themes/toko --\n-- add content/site.yaml --\ntheme: toko\n").build()
        for file in (*Path("content").rglob("*"), *Path("themes").rglob("*")):
            os.utime(file, (LONG_AGO, LONG_AGO))
        self.reads()

    def reads(self, **options: object) -> bool:
        self.read = 0
        self.site.build(**options)
        return self.read > 0


@pytest.fixture
def builds(site: Site, monkeypatch: pytest.MonkeyPatch) -> Builds:
    monkeypatch.setattr(pipeline, "MANY", 0)
    monkeypatch.setattr(looking, "SHARE", 1)  # as a large site's content is looked at, in two parts
    return Builds(site, monkeypatch)


def touched(file: str, seconds: int) -> None:
    """Changed since, and still long ago."""
    os.utime(file, (LONG_AGO + seconds, LONG_AGO + seconds))


def edited(file: str, old: bytes, new: bytes) -> None:
    """By an editor, who leaves the size as it was."""
    data = Path(file).read_bytes()
    assert old in data
    assert len(old) == len(new)
    Path(file).write_bytes(data.replace(old, new))
    touched(file, 5)


@pytest.mark.parametrize("many", [0, 10**9], ids=["two processes", "one"])
def test_nothing_changed_reads_nothing(builds: Builds, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(pipeline, "MANY", many)
    assert not builds.reads()
    edited(ROTI, b"Roti tawar", b"Roti bulat")
    assert builds.reads()
    assert not builds.reads()
    assert "Roti bulat" in builds.site.page(PAGE)


def test_every_change_of_what_is_read_reads_it(builds: Builds) -> None:
    story = "content/products/lapas-contoh/roti/id.md"

    def told() -> None:
        Path(story).write_text("Cerita.")
        touched(story, 0)

    changes: list[Callable[[], object]] = [
        lambda: edited(ROTI, b"Roti tawar", b"Roti bulat"),
        lambda: edited("themes/toko/strings/en.yaml", b'"Home"', b'"Door"'),
        lambda: touched(ROTI, 7),
        told,
        Path(story).unlink,
        lambda: Path("content/products/lapas-contoh/roti").rename("content/products/lapas-contoh/kue"),
    ]
    for number, change in enumerate(changes):
        change()
        assert builds.reads(), number
        assert not builds.reads(), number


def test_another_day_or_option_reads_it(builds: Builds) -> None:
    assert builds.reads(today="2026-11-23")
    assert builds.reads(strict=True)
    assert builds.reads(base_url="https://toko.example/")
    assert builds.reads(clean=True)
    assert not builds.reads()


def test_a_site_may_lie_in_a_folder_of_any_name(builds: Builds) -> None:
    folder = Path(os.fsdecode(b"situs\n\xff"))
    assert builds.reads(output=folder)
    assert not builds.reads(output=folder)
    assert (folder / PAGE).is_file()


def test_a_site_that_was_touched_is_mended(builds: Builds) -> None:
    file, listed = Path("dist", PAGE), Path("dist/build.json")
    page, lines = file.read_bytes(), listed.read_bytes()

    def unlisted() -> None:
        file.unlink()
        listed.write_bytes(b"".join(line for line in lines.splitlines(keepends=True) if PAGE.encode() not in line))

    changes: list[Callable[[], object]] = [
        file.unlink,
        lambda: file.write_bytes(b"mine"),
        lambda: file.write_bytes(b"x" * len(page)),
        unlisted,
    ]
    for number, change in enumerate(changes):
        change()
        assert builds.reads(), number
        assert (file.read_bytes(), listed.read_bytes()) == (page, lines), number
        assert not builds.reads(), number


def test_a_site_behind_a_link_is_not_taken_for_ours(builds: Builds) -> None:
    Path("dist/id").rename("elsewhere")
    Path("dist/id").symlink_to("../elsewhere")
    with pytest.raises(BuildFailed) as failure:
        builds.site.build()
    assert {p.code for p in failure.value.problems} == {"output-foreign"}


def test_a_site_of_another_content_is_not_taken_for_this_ones(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    edited(ROTI, b"Roti tawar", b"Roti bulat")
    with monkeypatch.context() as patch:
        patch.setattr(Standing, "remember", killed)
        with pytest.raises(KeyboardInterrupt):
            builds.reads()
    assert "Roti bulat" in builds.site.page(PAGE)
    edited(ROTI, b"Roti bulat", b"Roti tawar")
    touched(ROTI, 0)
    assert builds.reads()
    assert "Roti tawar" in builds.site.page(PAGE)


def test_what_somebody_else_put_into_the_site_changes_nothing(builds: Builds) -> None:
    Path("dist/CNAME").write_text("theirs")
    assert not builds.reads()


def test_what_changed_a_moment_ago_is_read_until_it_is_old(builds: Builds) -> None:
    os.utime(ROTI)
    assert builds.reads()
    assert builds.reads()
    touched(ROTI, 9)
    assert builds.reads()
    assert not builds.reads()


def test_a_build_json_is_read_again_only_where_it_is_not_as_it_was_left(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, seen = manifest.read, 0

    def counted(folder: Path) -> tuple[manifest.Manifest, dict[str, str]]:
        nonlocal seen
        seen += 1
        return read(folder)

    monkeypatch.setattr(manifest, "read", counted)
    touched(ROTI, 9)
    assert builds.reads()
    assert seen == 0
    touched("dist/build.json", 0)
    builds.reads()
    assert seen == 1


def test_a_changed_build_json_that_leads_out_of_the_site_is_refused(builds: Builds) -> None:
    listed = builds.site.page("build.json")
    assert f'"{PAGE}"' in listed
    Path("dist/build.json").write_text(listed.replace(f'"{PAGE}"', f'"../{PAGE}"'))
    with pytest.raises(BuildFailed) as failure:
        builds.site.build()
    assert [p.code for p in failure.value.problems] == ["output-not-ours"]
