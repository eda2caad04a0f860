import errno
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.write import journal, output, refusals
from generator.write.output import Output
from tests.write.sites import NEW, OLD, beside, build, codes, files, inodes, tree

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


UNFIT = (
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
)


@pytest.mark.parametrize("path", UNFIT)
def test_a_path_that_is_not_plain_is_refused(dist: Path, path: str) -> None:
    with Output.open(dist) as site, pytest.raises(BuildFailed) as failure:
        site.put(path, b"")
    assert codes(failure) == ["output-path"]


@pytest.mark.parametrize("path", UNFIT)
def test_a_path_that_is_not_plain_is_found_among_others(path: str) -> None:
    plain = ["a/b.html", "id/produk/roti.html", "id/\u00e9.html", ".nojekyll"]
    refusals.check_paths(plain)
    for paths in ([*plain[:2], path], [path, *plain[:2]], [plain[0], path, plain[1]], [path]):
        with pytest.raises(BuildFailed) as failure:
            refusals.check_paths(paths)
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

    def full(file: str, data: bytes) -> None:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).write_bytes(data[:1])
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
