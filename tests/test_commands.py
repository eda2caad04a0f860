"""What one can type, and how it ends: 0 fine, 1 the site has problems, 2 it was not understood."""

from __future__ import annotations

import pytest

from generator.__main__ import VERSION, main
from generator.commands.progress import listening
from tests.site import Site

WARNING = "-- content/partner.yaml --\n- key: pt-contoh\n"
ERROR = "-- add content/products/lapas-contoh/roti/product.yaml --\nharga: 35000\n"


@pytest.mark.parametrize(
    ("text", "command", "code"),
    [
        ("", "", 0),
        ("", "build", 0),
        ("", "check", 0),
        ("", "check --strict", 0),
        ("", "--jobs 1 --no-cache", 0),
        (WARNING, "check", 0),
        (WARNING, "check --strict", 1),
        (WARNING, "--strict", 1),
        (ERROR, "check", 1),
        (ERROR, "", 1),
        ("", "check --content tidak-ada", 1),
        ("", "--theme tidak-ada", 1),
        ("", "--explain tidak/ada.html", 1),
        ("", "terbit", 2),
        ("", "--tidak-ada", 2),
        ("", "--jobs 0", 2),
        ("", "--messages fr", 2),
        ("", "--help", 0),
        ("", "build --help", 0),
        ("", "--version", 0),
    ],
)
def test_a_command_ends_with_its_code(
    site: Site, capfd: pytest.CaptureFixture[str], text: str, command: str, code: int
) -> None:
    site(text)
    assert main(command.split()) == code
    out, err = capfd.readouterr()
    assert bool(err) == (code != 0 or bool(text))
    assert "Traceback" not in out + err
    assert (site.folder / "dist").exists() == (code == 0 and command in ("", "build", "--jobs 1 --no-cache"))


def test_the_help_names_every_command_and_option(capfd: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    main(["build", "--help"])
    said = capfd.readouterr().out
    options = "content output theme base-url strict jobs no-cache clean messages explain help version".split()
    assert [name for name in options if f"--{name}" not in said] == []
    assert "check" in said
    assert "Example" in said


def test_the_version_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    main(["--version"])
    assert VERSION in capfd.readouterr().out


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"LC_ALL": "id_ID.UTF-8"}, "diperiksa"),
        ({"LC_ALL": "en_GB.UTF-8"}, "checked"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "id_ID"}, "checked"),
        ({"LC_ALL": "de_DE.UTF-8"}, "diperiksa"),
        ({"LC_ALL": "C"}, "diperiksa"),
    ],
)
def test_messages_are_in_the_locales_language_or_the_sites(
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    environment: dict[str, str],
    said: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(["check"]) == 0
    assert capfd.readouterr().out.startswith(said)


def test_explain_prints_what_a_page_is_made_of_and_makes_nothing(site: Site, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--explain", "dist/id/produk/lapas-contoh/roti.html"]) == 0
    said = capfd.readouterr().out
    assert "Roti tawar buatan Lapas Contoh." in said
    assert "maker: page" in said
    assert "key: " in said
    assert not (site.folder / "dist").exists()


def test_the_summary_counts_files_problems_and_seconds(site: Site, capfd: pytest.CaptureFixture[str]) -> None:
    site(WARNING)
    main(["--messages", "en"])
    first = capfd.readouterr().out
    main(["--messages", "en"])
    second = capfd.readouterr().out
    assert first.startswith("dist: ")
    assert " 0 kept" in first
    assert "dist: 0 files made" in second
    for said in (first, second):
        assert "1 warning;" in said
        assert said.endswith(" s\n")


def test_clean_makes_everything_anew_and_gives_the_same_site(site: Site, capfd: pytest.CaptureFixture[str]) -> None:
    main([])
    before = (site.folder / "dist/build.json").read_bytes()
    assert main(["--clean"]) == 0
    assert (site.folder / "dist/build.json").read_bytes() == before


def test_work_that_takes_long_says_what_it_is_doing_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.commands.progress.PATIENCE", 1.0)
    seconds = iter([0.0, 0.5, 2.0, 3.0, 8.0, 8.5])
    monkeypatch.setattr("time.monotonic", lambda: next(seconds))
    with listening("id") as listen:
        for done in (1, 2, 3, 4):
            listen("page", done, 9)
        listen("write", 0, 1)
    assert capfd.readouterr().err.splitlines() == ["membuat halaman 2/9", "membuat halaman 4/9", "menulis"]


def test_a_build_tells_twenty_notes_and_a_check_all(site: Site, capfd: pytest.CaptureFixture[str]) -> None:
    for number in range(25):
        site(f"""\
-- content/products/lapas-contoh/kue-{number}/product.yaml --
name:
  id: Kue {number}
summary:
  id: Kue.
category: makanan
added: 2026-11-01
""")
    assert main(["--messages", "en"]) == 0
    told = capfd.readouterr().err
    assert told.count("[untranslated]") == 20
    assert "and 5 more notes; `build.py check` shows them all" in told
    assert main(["check", "--messages", "en"]) == 0
    assert capfd.readouterr().err.count("[untranslated]") == 25


def test_a_profile_says_what_took_how_long(site: Site, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--messages", "en", "--profile"]) == 0
    told = capfd.readouterr().out
    assert [line for line in told.splitlines() if line.endswith(":")] == [
        "stage:",
        "slowest:",
        "by template or maker:",
    ]
    assert "product: id: product lapas-contoh/roti" in told
    assert " MB  making pages" in told
