import json
import multiprocessing
import os
import pickle
from hashlib import sha256
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.write.output import Laid, Output, Report, Staging
from tests.write.sites import NEW, OLD, beside, build, codes, files, inodes, tree

# -- what a commit does --------------------------------------------------------------------------------------------


def test_a_first_build_is_what_was_put_and_its_manifest(dist: Path) -> None:
    report = build(dist, OLD)
    assert files(dist) == OLD
    assert report == Report(made=tuple(sorted(OLD)), kept=(), removed=())
    assert beside(dist) == []


def test_the_manifest_names_every_file_with_its_digest_and_size(dist: Path) -> None:
    build(dist, {"b.html": b"bb", "a.html": b""})
    text = (dist / "build.json").read_text()
    assert json.loads(text)["files"] == {
        "a.html": {"sha256": sha256(b"").hexdigest(), "size": 0},
        "b.html": {"sha256": sha256(b"bb").hexdigest(), "size": 2},
    }
    assert text.index("a.html") < text.index("b.html")


def test_the_order_of_putting_changes_no_byte(tmp_path: Path) -> None:
    build(tmp_path / "one", OLD)
    build(tmp_path / "two", dict(reversed(OLD.items())))
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_first_build_takes_the_place_of_an_empty_folder(dist: Path) -> None:
    dist.mkdir()
    build(dist, OLD)
    assert files(dist) == OLD


def test_a_folder_in_a_folder_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    build(tmp_path / "a" / "b" / "dist", OLD)
    assert files(tmp_path / "a" / "b" / "dist") == OLD


def test_a_second_build_becomes_the_new_site_without_what_is_stale(dist: Path) -> None:
    build(dist, OLD)
    report = build(dist, NEW)
    assert files(dist) == NEW
    assert report.made == ("foto/b-640.webp", "id/unit/cirebon.html", "index.html")
    assert report.kept == ("id/index.html",)
    assert report.removed == ("foto/a-640.webp", "id/produk/keset.html")
    assert "id/produk/" not in tree(dist)
    assert beside(dist) == []


def test_the_same_build_again_writes_nothing(dist: Path) -> None:
    build(dist, OLD)
    before = inodes(dist)
    report = build(dist, OLD)
    assert inodes(dist) == before
    assert report == Report(made=(), kept=tuple(sorted(OLD)), removed=())


def test_what_did_not_change_is_not_written(dist: Path) -> None:
    build(dist, OLD)
    before = (dist / "id/index.html").stat().st_ino
    build(dist, NEW)
    assert (dist / "id/index.html").stat().st_ino == before


def test_what_is_kept_need_not_be_made(dist: Path) -> None:
    build(dist, OLD)
    with Output.open(dist) as site:
        site.put("baru.html", b"baru")
        site.commit(site.ours.standing(OLD))
    assert files(dist) == {**OLD, "baru.html": b"baru"}


def test_a_build_with_nothing_changed_makes_no_staging_folder(dist: Path) -> None:
    build(dist, OLD)
    with Output.open(dist) as site:
        site.commit(site.ours.paths)
        assert not site.staging.folder.exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(dist: Path) -> None:
    build(dist, {"a": b"1", "b/c/d": b"2", "b/e": b"3"})
    build(dist, {"a/x/y": b"4", "b": b"5"})
    assert files(dist) == {"a/x/y": b"4", "b": b"5"}
    build(dist, {"a": b"1", "b/c/d": b"2", "b/e": b"3"})
    assert files(dist) == {"a": b"1", "b/c/d": b"2", "b/e": b"3"}


def test_has_knows_a_file_by_what_it_holds(dist: Path) -> None:
    build(dist, OLD)
    with Output.open(dist) as site:
        assert site.ours.has("index.html", b"old")
        assert not site.ours.has("index.html", b"new")
        assert not site.ours.has("index.html", b"older")
        assert not site.ours.has("none.html", b"old")


def test_a_manifest_that_keeps_what_is_not_there_is_our_bug(dist: Path) -> None:
    with Output.open(dist) as site, pytest.raises(ValueError, match=r"gone\.html"):
        site.commit({"gone.html"})


def _stage(staging: Staging) -> Laid:
    staging.lay("foto/kerja.webp", b"kerja")
    return Laid(sha256(b"kerja").hexdigest(), 5, staged=True)


def test_a_worker_may_stage(dist: Path) -> None:
    with Output.open(dist) as site:
        with multiprocessing.get_context("fork").Pool(1) as pool:
            [laid] = pool.map(_stage, [site.staging])
        site.take("foto/kerja.webp", laid)
        site.commit({})
    assert files(dist) == {"foto/kerja.webp": b"kerja"}
    with Output.open(dist) as site:
        assert site.ours.digests == {"foto/kerja.webp": laid.digest}


def test_a_refusal_goes_from_a_worker_to_its_parent(dist: Path) -> None:
    with Output.open(dist) as site, multiprocessing.get_context("fork").Pool(1) as pool:
        assert pickle.loads(pickle.dumps(site.staging)) == site.staging
        pool.map(_stage, [site.staging])
        with pytest.raises(BuildFailed) as failure:
            pool.map(_stage, [site.staging])
    assert codes(failure) == ["output-clash"]


# -- what is not ours ----------------------------------------------------------------------------------------------


def test_a_folder_with_anything_in_it_that_no_build_wrote_is_refused_and_untouched(dist: Path) -> None:
    dist.mkdir()
    (dist / "skripsi.doc").write_bytes(b"years of work")
    with pytest.raises(BuildFailed) as failure:
        build(dist, OLD)
    assert codes(failure) == ["output-not-ours"]
    assert tree(dist) == {"skripsi.doc": b"years of work"}
    assert beside(dist) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"made_by": "webpack", "files": {}}',
        '{"made_by": "etalase", "files": []}',
        '{"made_by": "etalase", "files": {"a": 1}}',
        '{"made_by": "etalase", "files": {"../../a": {"sha256": "", "size": 0}}}',
        '{"made_by": "etalase", "files": {"/etc/passwd": {"sha256": "", "size": 0}}}',
    ],
)
def test_a_build_json_that_is_not_ours_is_none(dist: Path, text: str) -> None:
    dist.mkdir()
    (dist / "build.json").write_text(text)
    with pytest.raises(BuildFailed) as failure:
        build(dist, OLD)
    assert codes(failure) == ["output-not-ours"]


def test_what_is_known_of_a_build_json_is_believed_as_little(dist: Path) -> None:
    build(dist, OLD)
    with Output.open(dist) as site:
        listed = site.ours.listed
    secret = dist.parent / "secret"
    secret.write_bytes(b"")
    known = listed._replace(sizes={**listed.sizes, "../secret": 0})
    with pytest.raises(BuildFailed) as failure:
        Output.open(dist, known=known)
    assert codes(failure) == ["output-not-ours"]
    assert secret.exists()


def test_digests_are_read_from_build_json_when_asked_for(dist: Path) -> None:
    build(dist, OLD)
    with Output.open(dist) as site:
        known = site.ours.listed
    with Output.open(dist, known=known) as site:
        assert site.ours.listed is known
        assert site.ours.digests == {path: sha256(data).hexdigest() for path, data in OLD.items()}
        site.commit(site.ours.paths)
    assert files(dist) == OLD


def test_a_build_json_that_is_spoilt_before_its_digests_are_asked_for_is_told(dist: Path) -> None:
    build(dist, OLD)
    with Output.open(dist) as site:
        known = site.ours.listed
    with Output.open(dist, known=known) as site:
        (dist / "build.json").write_text("{")
        (dist / "index.html").touch()
        with pytest.raises(BuildFailed) as failure:
            site.put("index.html", b"new")
    assert codes(failure) == ["output-not-ours"]


def test_what_others_put_beside_our_files_stays(dist: Path) -> None:
    build(dist, OLD)
    (dist / "CNAME").write_text("theirs")
    (dist / "id/produk/catatan.txt").write_text("theirs")
    build(dist, NEW)
    assert files(dist) == {**NEW, "CNAME": b"theirs", "id/produk/catatan.txt": b"theirs"}


@pytest.mark.parametrize("path", ["id/unit/cirebon.html", "id/unit"])
def test_a_file_of_others_in_the_way_is_refused(dist: Path, path: str) -> None:
    build(dist, OLD)
    (dist / path).parent.mkdir(exist_ok=True)
    (dist / path).write_text("theirs")
    before = tree(dist)
    with pytest.raises(BuildFailed) as failure:
        build(dist, NEW)
    assert codes(failure) == ["output-foreign"]
    assert failure.value.problems[0].place.file == f"dist/{path}"
    assert tree(dist) == before


def test_a_folder_with_a_file_of_others_does_not_become_a_file(dist: Path) -> None:
    build(dist, {"a/b.html": b""})
    (dist / "a/theirs").write_text("theirs")
    with pytest.raises(BuildFailed) as failure:
        build(dist, {"a": b""})
    assert codes(failure) == ["output-foreign"]


def test_a_link_in_the_place_of_a_folder_is_not_followed(dist: Path, tmp_path: Path) -> None:
    build(dist, OLD)
    (dist / "foto").rename(tmp_path / "elsewhere")
    (dist / "foto").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BuildFailed) as failure:
        build(dist, NEW)
    assert codes(failure) == ["output-foreign"]
    report = build(dist, {"index.html": b"new"})
    assert [p.code for p in report.problems] == ["output-left"]
    assert files(tmp_path / "elsewhere") == {"a-640.webp": b"a"}


@pytest.mark.parametrize("data", [b"mine", b"edited by hand"])
def test_a_file_of_ours_that_was_edited_is_restored_with_a_warning(dist: Path, data: bytes) -> None:
    build(dist, {**OLD, "x.html": b"ours"})
    (dist / "x.html").write_bytes(data)
    with Output.open(dist) as site:
        assert not site.ours.has("x.html", b"ours")
    report = build(dist, {**OLD, "x.html": b"ours"})
    assert (dist / "x.html").read_bytes() == b"ours"
    assert [(p.code, p.level, p.place.file) for p in report.problems] == [("output-edited", "warning", "dist/x.html")]
    assert build(dist, {**OLD, "x.html": b"ours"}).problems == ()


def test_a_file_of_ours_that_was_removed_is_made_again(dist: Path) -> None:
    build(dist, OLD)
    (dist / "index.html").unlink()
    report = build(dist, OLD)
    assert files(dist) == OLD
    assert (report.made, report.problems) == (("index.html",), ())


def test_a_file_that_was_only_touched_is_kept(dist: Path) -> None:
    build(dist, OLD)
    os.utime(dist / "index.html", (2**31, 2**31))
    assert build(dist, OLD).made == ()


def test_a_stale_file_that_was_edited_is_left_with_a_warning(dist: Path) -> None:
    build(dist, OLD)
    (dist / "foto/a-640.webp").write_bytes(b"edited")
    report = build(dist, NEW)
    assert [(p.code, p.level) for p in report.problems] == [("output-left", "warning")]
    assert files(dist) == {**NEW, "foto/a-640.webp": b"edited"}
    assert "foto/a-640.webp" not in report.removed
