import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import BuildFailed, Problem
from generator.load.files import Digests, File, Folder, read_bytes, read_text, walk


@pytest.fixture
def content(tmp_path: Path) -> Folder:
    (tmp_path / "content").mkdir()
    return Folder(tmp_path / "content", "content")


def write(folder: Folder, path: str, data: bytes = b"x") -> Path:
    file = folder.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def paths(folder: Folder) -> list[str]:
    files, problems = walk(folder)
    assert problems == ()
    return [file.path for file in files]


def worded(problems: Iterator[Problem] | tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Code and place of each, having seen that every one has its words."""
    listed = list(problems)
    for told in listed:
        for language in ("id", "en"):
            assert told.sentence(language)
            assert told.hint(language)
    return [(told.code, str(told.place)) for told in listed]


def refused(folder: Folder, path: str, *, limit: int = 100) -> tuple[str, str]:
    with pytest.raises(BuildFailed) as failure:
        read_text(folder, path, limit=limit)
    [told] = worded(failure.value.problems)
    return told


def test_files_come_sorted_with_size_and_time(content: Folder) -> None:
    for path in ("b.yaml", "a/z.md", "a/b/c.jpg"):
        os.utime(write(content, path, b"abc"), ns=(0, 1_000_000_007))
    files, problems = walk(content)
    assert files == tuple(File(path, 3, 1_000_000_007) for path in ("a/b/c.jpg", "a/z.md", "b.yaml"))
    assert problems == ()


def test_what_programs_leave_behind_is_passed_over(content: Folder) -> None:
    for name in (
        ".DS_Store",
        ".git/config",
        "a.yaml~",
        "a.YAML.BAK",
        "Thumbs.db",
        "~$a.docx",
        "#a.yaml#",
        "Desktop.ini",
    ):
        write(content, name)
    write(content, "a.yaml")
    assert paths(content) == ["a.yaml"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert worded(walk(Folder(tmp_path / "none", "content"))[1]) == [("folder-missing", "content")]
    (tmp_path / "file").write_text("")
    assert worded(walk(Folder(tmp_path / "file", "file"))[1]) == [("folder-missing", "file")]


def test_a_link_within_the_folder_is_a_file(content: Folder) -> None:
    write(content, "a.yaml", b"abc")
    (content.root / "b.yaml").symlink_to("a.yaml")
    assert paths(content) == ["a.yaml", "b.yaml"]
    assert read_text(content, "b.yaml", limit=9) == "abc"


def test_a_link_out_of_the_folder_to_a_folder_or_to_itself_is_refused(content: Folder, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("secret")
    write(content, "a/b.yaml")
    (content.root / "out.yaml").symlink_to("../secret.yaml")
    (content.root / "round.yaml").symlink_to("round.yaml")
    (content.root / "folder").symlink_to("a")
    (content.root / "up").symlink_to("..")
    files, problems = walk(content)
    assert [file.path for file in files] == ["a/b.yaml"]
    assert worded(problems) == [(("file-link"), f"content/{n}") for n in ("folder", "out.yaml", "round.yaml", "up")]
    assert refused(content, "out.yaml") == ("file-link", "content/out.yaml")
    assert refused(content, "up/secret.yaml") == ("file-link", "content/up/secret.yaml")
    assert refused(content, "../secret.yaml")[0] == "file-link"


def test_the_folder_itself_may_be_a_link(content: Folder, tmp_path: Path) -> None:
    write(content, "a.yaml", b"abc")
    (tmp_path / "linked").symlink_to("content")
    linked = Folder(tmp_path / "linked", "linked")
    assert paths(linked) == ["a.yaml"]
    assert read_text(linked, "a.yaml", limit=9) == "abc"


def test_a_pipe_and_a_socket_are_refused_at_once(content: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(content.root / "pipe.yaml")
    monkeypatch.chdir(content.root)  # a socket's address is short
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket.yaml")
    files, problems = walk(content)
    assert files == ()
    assert worded(problems) == [("file-irregular", "content/pipe.yaml"), ("file-irregular", "content/socket.yaml")]
    assert refused(content, "pipe.yaml") == ("file-irregular", "content/pipe.yaml")


@pytest.mark.parametrize("name", [b"\xff.yaml", b"a\nb.yaml", b"a\xe2\x80\xaeb.yaml", b"a\\b.yaml"])
def test_a_name_that_can_not_be_shown_is_told(content: Folder, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(content.root) + b"/" + name)).write_bytes(b"")
    files, problems = walk(content)
    assert files == ()
    assert worded(problems) == [("file-name", "content")]
    problems[0].sentence("id").encode()


def test_every_problem_is_told_at_once(content: Folder) -> None:
    os.mkfifo(content.root / "a")
    os.mkfifo(content.root / "b")
    write(content, "c.yaml")
    files, problems = walk(content)
    assert len(problems) == 2
    assert [file.path for file in files] == ["c.yaml"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a: 1\n", "a: 1\n"),
        (b"\xef\xbb\xbfa\r\nb\rc\n", "a\nb\nc\n"),
        ("\tjaring — ✓ 🧺\n".encode(), "\tjaring — ✓ 🧺\n"),
    ],
)
def test_a_byte_order_mark_and_other_line_ends_are_fine(content: Folder, data: bytes, text: str) -> None:
    write(content, "a.yaml", data)
    assert read_text(content, "a.yaml", limit=100) == text


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a\0b", "1:2"),
        (b"a\r\n\x1b[31m", "2:1"),
        ("a\n\nb\u202ec".encode(), "3:2"),
        ("\ufeffa\ufeff".encode(), "1:2"),
        ("ab\u2028c".encode(), "1:3"),
        ("ab\x85c".encode(), "1:3"),
    ],
)
def test_a_character_that_can_not_be_seen_is_refused_where_it_stands(content: Folder, data: bytes, place: str) -> None:
    write(content, "a.yaml", data)
    assert refused(content, "a.yaml") == ("file-unseen", f"content/a.yaml:{place}")


@pytest.mark.parametrize(
    ("data", "place"), [(b"a\nb\xe9", "2:2"), ("a: 1".encode("utf-16"), "1:1"), (b"\xef\xbb\xbf\xff", "1:1")]
)
def test_a_text_that_is_not_utf_8_is_refused_where_it_stops_to_be(content: Folder, data: bytes, place: str) -> None:
    write(content, "a.yaml", data)
    assert refused(content, "a.yaml") == ("file-encoding", f"content/a.yaml:{place}")


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_read(content: Folder) -> None:
    write(content, "a.yaml", b"x" * 1000)
    assert len(read_text(content, "a.yaml", limit=1000)) == 1000
    write(content, "a.yaml", b"x" * 1001)
    assert refused(content, "a.yaml", limit=1000) == ("file-large", "content/a.yaml")


def test_a_file_that_is_gone_or_is_a_folder_is_told(content: Folder) -> None:
    (content.root / "folder.yaml").mkdir()
    assert refused(content, "gone.yaml") == ("file-missing", "content/gone.yaml")
    assert refused(content, "folder.yaml")[0] in {"file-unreadable", "file-irregular"}


def test_bytes_are_read_as_they_are(content: Folder) -> None:
    write(content, "a.svg", b"\xff\r\n")
    assert read_bytes(content, "a.svg", limit=10) == b"\xff\r\n"


# -- digests -------------------------------------------------------------------------------------------------------

A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"  # of the letter a
B = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"


def age(file: Path, seconds: int = 60) -> None:
    found = file.stat()
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns - seconds * 10**9))


def test_a_digest_is_read_once_and_remembered(content: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    age(write(content, "a", b"a"))
    [file] = walk(content)[0]
    first = Digests(content, {})
    assert first.of(file) == A
    (content.root / "a").unlink()  # whoever reads it now fails
    again = Digests(content, first.table)
    assert again.of(file) == A
    assert again.table == first.table


def test_a_file_of_another_size_or_time_is_read_again(content: Folder) -> None:
    source = write(content, "a", b"a")
    age(source)
    digests = Digests(content, {})
    digests.of(walk(content)[0][0])
    source.write_bytes(b"b")
    age(source, 30)
    assert Digests(content, digests.table).of(walk(content)[0][0]) == B


def test_a_file_no_older_than_its_record_is_read_again(content: Folder) -> None:
    source = write(content, "a", b"a")
    [file] = walk(content)[0]
    digests = Digests(content, {})
    digests.of(file)
    source.write_bytes(b"b")
    os.utime(source, ns=(file.mtime_ns, file.mtime_ns))  # as a coarse clock would have it
    assert walk(content)[0] == (file,)
    assert Digests(content, digests.table).of(file) == B


@pytest.mark.parametrize("record", [None, [], "x", [1], [1, 2, 3, 4], {"a": 1}, [1, None, 0, "x"]])
def test_a_record_that_makes_no_sense_is_read_again(content: Folder, record: object) -> None:
    age(write(content, "a", b"a"))
    assert Digests(content, {"a": record}).of(walk(content)[0][0]) == A


def test_what_is_gone_is_forgotten(content: Folder) -> None:
    age(write(content, "a", b"a"))
    digests = Digests(content, {"gone": [1, 2, 3, "x"]})
    digests.of(walk(content)[0][0])
    assert list(digests.table) == ["a"]
