import errno
import json
import multiprocessing
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.write import journal, output
from generator.write.output import Output, Report, Staging

OLD = {"index.html": b"old", "id/index.html": b"id", "foto/a-640.webp": b"a", "id/produk/keset.html": b"keset"}
NEW = {"index.html": b"new", "id/index.html": b"id", "foto/b-640.webp": b"b", "id/unit/cirebon.html": b"unit"}


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return tmp_path / "dist"


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill loses nothing that was written; only a power cut would."""
    monkeypatch.setattr(os, "fsync", lambda file: None)


def build(dist: Path, files: Mapping[str, bytes]) -> Report:
    with Output.open(dist) as site:
        for path, data in files.items():
            site.put(path, data)
        return site.commit({})


def tree(folder: Path) -> dict[str, bytes]:
    """Every file and, with a slash at its end, every folder."""
    return {
        p.relative_to(folder).as_posix() + ("/" if p.is_dir() else ""): b"" if p.is_dir() else p.read_bytes()
        for p in folder.rglob("*")
    }


def files(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if not path.endswith("/") and path != "build.json"}


def codes(failure: pytest.ExceptionInfo[BuildFailed]) -> list[str]:
    for told in failure.value.problems:
        for language in ("id", "en"):
            assert told.sentence(language)
            assert told.hint(language)
    return [told.code for told in failure.value.problems]


def beside(dist: Path) -> list[str]:
    return sorted(p.name for p in dist.parent.iterdir() if p.name != dist.name)


def inodes(dist: Path) -> dict[str, tuple[int, int]]:
    return {str(p): (p.stat().st_ino, p.stat().st_mtime_ns) for p in dist.rglob("*")}


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
        keep = {p: d for p, d in site.manifest.items() if site.has(p, d)}
        site.put("baru.html", b"baru")
        site.commit(keep)
    assert files(dist) == {**OLD, "baru.html": b"baru"}


def test_a_build_with_nothing_changed_makes_no_staging_folder(dist: Path) -> None:
    build(dist, OLD)
    with Output.open(dist) as site:
        site.commit(site.manifest)
        assert not site.staging.folder.exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(dist: Path) -> None:
    build(dist, {"a": b"1", "b/c/d": b"2", "b/e": b"3"})
    build(dist, {"a/x/y": b"4", "b": b"5"})
    assert files(dist) == {"a/x/y": b"4", "b": b"5"}
    build(dist, {"a": b"1", "b/c/d": b"2", "b/e": b"3"})
    assert files(dist) == {"a": b"1", "b/c/d": b"2", "b/e": b"3"}


def test_has_knows_a_file_by_its_digest(dist: Path) -> None:
    build(dist, OLD)
    with Output.open(dist) as site:
        assert site.has("index.html", sha256(b"old").hexdigest())
        assert not site.has("index.html", sha256(b"new").hexdigest())
        assert not site.has("none.html", sha256(b"old").hexdigest())


def test_a_manifest_that_keeps_what_is_not_there_is_our_bug(dist: Path) -> None:
    with Output.open(dist) as site, pytest.raises(ValueError, match=r"gone\.html"):
        site.commit({"gone.html": "0" * 64})


def test_what_is_staged_and_not_kept_is_our_bug(dist: Path) -> None:
    with Output.open(dist) as site:
        site.staging.put("stray.html", b"")
        with pytest.raises(ValueError, match=r"stray\.html"):
            site.commit({})


def _stage(staging: Staging) -> str:
    return staging.put("foto/kerja.webp", b"kerja")


def test_a_worker_may_stage(dist: Path) -> None:
    with Output.open(dist) as site:
        with multiprocessing.get_context("fork").Pool(1) as pool:
            [digest] = pool.map(_stage, [site.staging])
        site.commit({"foto/kerja.webp": digest})
    assert files(dist) == {"foto/kerja.webp": b"kerja"}


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
        assert not site.has("x.html", sha256(b"ours").hexdigest())
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


# -- what is refused -----------------------------------------------------------------------------------------------


def test_a_dangerous_folder_is_refused_before_anything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, home = tmp_path / "home" / "project", tmp_path / "home"
    content = project / "content"
    content.mkdir(parents=True)
    (project / "file").write_text("")
    (tmp_path / "link").symlink_to(content)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(project)
    before = tree(tmp_path)
    inside = content / "dist"
    folders = (content, project, home, tmp_path, Path("/"), Path(".."), Path("."), tmp_path / "link", inside)
    for folder in (*folders, project / "file"):
        with pytest.raises(BuildFailed) as failure:
            Output.open(folder, protected=(project,), outside=(content,))
        assert codes(failure) == ["output-unsafe"], folder
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/a",
        "../a",
        "a/../b",
        "a//b",
        "a/",
        "./a",
        "a/.",
        "a\\b",
        "c:a",
        "a\nb",
        "a\0b",
        "a?b",
        "\ud800",
        "x" * 1001,
    ],
)
def test_a_path_that_is_not_plain_is_refused(dist: Path, path: str) -> None:
    with Output.open(dist) as site, pytest.raises(BuildFailed) as failure:
        site.put(path, b"")
    assert codes(failure) == ["output-path"]


@pytest.mark.parametrize(
    "paths", [("Roti.html", "roti.html"), ("a", "a/b"), ("A/b", "a"), ("build.json", "x"), ("STRASSE", "straße")]
)
def test_two_addresses_that_clash_on_some_disk_are_refused(dist: Path, paths: tuple[str, str]) -> None:
    with pytest.raises(BuildFailed) as failure:
        build(dist, dict.fromkeys(paths, b""))
    assert set(codes(failure)) == {"output-clash"}
    assert not dist.exists()


# -- what fails ----------------------------------------------------------------------------------------------------


def test_leaving_without_a_commit_leaves_the_old_site(dist: Path) -> None:
    build(dist, OLD)
    before = inodes(dist)
    with Output.open(dist) as site:
        site.put("index.html", b"new")
        assert beside(dist) == [".dist-lock", ".dist-staging"]
    assert inodes(dist) == before
    assert beside(dist) == []


def test_a_full_disk_leaves_the_old_site_and_no_staging_folder(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(dist, OLD)
    before = inodes(dist)

    def full(file: Path, data: bytes) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(output, "_write", full)
    with pytest.raises(BuildFailed) as failure:
        build(dist, NEW)
    assert codes(failure) == ["output-disk"]
    assert "disk penuh" in failure.value.problems[0].sentence("id")
    assert inodes(dist) == before
    assert beside(dist) == []


def test_a_burst_that_fails_half_way_is_finished_by_the_next_build(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(dist, OLD)

    def fails(path: str, site: Path, old: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "_remove", fails)
        with pytest.raises(BuildFailed) as failure:
            build(dist, NEW)
        assert codes(failure) == ["output-interrupted"]
        with pytest.raises(BuildFailed) as failure:  # the cause is still there
            build(dist, NEW)
        assert codes(failure) == ["output-interrupted"]
    with Output.open(dist):
        assert files(dist) == NEW
    assert beside(dist) == []


# -- kills ---------------------------------------------------------------------------------------------------------

CALLS = ("rename", "replace", "unlink", "rmdir", "makedirs", "mkdir")


def in_a_child(work: Callable[[], object]) -> int:
    """Does the work in a forked child and returns its exit code."""
    child = os.fork()
    if child == 0:  # pragma: no cover
        code = 99
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(step: int, work: Callable[[], object], *, after: bool) -> int:
    """Does the work in a child that dies at its n-th change of the disk, before or after it; 7 says that it died."""

    count = 0

    def counting(real: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **kwargs: object) -> object:
            nonlocal count
            count += 1
            number = count
            if number == step and not after:
                os._exit(7)
            try:
                return real(*args, **kwargs)
            finally:
                if number == step:
                    os._exit(7)

        return counted

    def dying() -> None:
        for name in CALLS:
            setattr(os, name, counting(getattr(os, name)))
        work()

    return in_a_child(dying)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), ({}, NEW), ({"a": b"1", "b/c": b"2"}, {"a/x": b"3", "b": b"4"})])
def test_a_kill_between_two_renames_is_healed(
    tmp_path: Path, old: dict[str, bytes], new: dict[str, bytes], after: bool
) -> None:
    seen, step = set(), 0
    while True:
        step += 1
        dist = tmp_path / str(step) / "dist"
        if old:
            build(dist, old)
        died = killed_at(step, partial(build, dist, new), after=after)
        if died == 0:
            break
        assert died == 7
        with Output.open(dist):
            healed = files(dist) if dist.exists() else {}
            assert healed in (old, new), f"neither old nor new after a kill at step {step}"
        assert beside(dist) == []
        seen.add(healed == new)
        build(dist, new)
        assert files(dist) == new
        assert build(dist, new).made == ()
    assert seen == {True, False}
    assert step > 5


@pytest.mark.parametrize("second", [1, 3, 6, 10])
def test_a_kill_while_healing_is_healed(tmp_path: Path, second: int) -> None:
    for first in range(1, 80):
        dist = tmp_path / str(first) / "dist"
        build(dist, OLD)
        if killed_at(first, partial(build, dist, NEW), after=True) == 0:
            return
        killed_at(second, partial(Output.open, dist), after=True)
        with Output.open(dist):
            assert files(dist) in (OLD, NEW)
        assert beside(dist) == []
    pytest.fail("the build never came to its end")


def test_a_second_build_at_once_is_told_that_the_folder_is_busy(dist: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from generator.errors import BuildFailed\n"
        "from generator.write.output import Output\n"
        "try: Output.open(Path(sys.argv[1])).close()\n"
        "except BuildFailed as failed: print(failed.problems[0].code)\n"
    )

    def another() -> str:
        command = [sys.executable, "-c", program, str(dist)]
        root = Path(__file__).parent.parent.parent
        return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.strip()

    with Output.open(dist):
        assert another() == "output-busy"
        with pytest.raises(BuildFailed) as failure:
            Output.open(dist)
        assert codes(failure) == ["output-busy"]
        assert another() == "output-busy"
    assert another() == ""


def test_the_lock_of_a_dead_builder_is_taken_over(dist: Path) -> None:
    assert killed_at(99, partial(Output.open, dist), after=True) == 0
    assert beside(dist) == [".dist-lock"]
    build(dist, OLD)
    assert files(dist) == OLD
    assert beside(dist) == []


def test_a_worker_that_outlives_its_builder_does_not_hold_the_lock(dist: Path) -> None:
    reader, writer = os.pipe()

    def builder() -> None:
        Output.open(dist)
        if os.fork() == 0:
            os.close(writer)
            os.read(reader, 1)  # until the test lets it go
        os._exit(7)

    assert in_a_child(builder) == 7
    build(dist, OLD)
    os.close(writer)
    os.close(reader)
    assert files(dist) == OLD
