import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.cache import Cache, NoCache, digest
from generator.errors import BuildFailed, Problem
from generator.load import photos, pixels
from generator.load.files import Folder, walk
from generator.load.photos import PhotoFacts, is_photo, photo_facts, source_bytes
from tests import photos as samples
from tests.photos import BLUE, RED, exif, picture, saved


@pytest.fixture
def content(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "content", "content")


def look(content: Folder, cache: Cache | None = None) -> tuple[PhotoFacts | None, list[str], list[Problem]]:
    """Facts, codes and problems of the only file there is; every problem's words are tried."""
    [file] = walk(content)[0]
    sha256 = digest((content.root / file.path).read_bytes())
    facts, problems = photo_facts(content, file, digest=sha256, cache=cache or NoCache())
    for told in problems:
        for language in ("id", "en"):
            assert told.sentence(language)
            assert told.hint(language)
    return facts, [told.code for told in problems], problems


def facts_of(content: Folder, name: str, data: bytes) -> PhotoFacts:
    samples.write(content.root, name, data)
    facts, codes, _ = look(content)
    assert facts is not None, codes
    return facts


def near(one: object, other: tuple[int, ...], by: int = 8) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


MIXED = tuple((a + b) // 2 for a, b in zip(RED, BLUE, strict=True))


@pytest.mark.parametrize("name", samples.KINDS)
def test_every_kind_of_photo_has_its_facts(content: Folder, name: str) -> None:
    facts = facts_of(content, name, samples.KINDS[name]())
    assert (facts.path, facts.width, facts.height) == (name, 800, 600)
    assert name.endswith(photos.ENDINGS[facts.format])
    assert facts.animated == name.startswith("animated")
    if name != "clear-palette.png":
        assert near(facts.mean, MIXED, 20 if name == "cmyk.jpg" else 8)
    assert not facts.has_position


@pytest.mark.parametrize("name", samples.GREYS)
def test_a_grey_photo_has_a_grey_mean(content: Folder, name: str) -> None:
    facts = facts_of(content, name, samples.GREYS[name]())
    assert len(set(facts.mean)) == 1
    assert 90 < facts.mean[0] < 160


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_camera_is_set_upright(content: Folder, orientation: int) -> None:
    facts = facts_of(content, "a.jpg", samples.turned(orientation))
    assert (facts.width, facts.height) == (800, 600)
    with pixels.opened(content.root / "a.jpg", format="JPEG") as image:
        upright = pixels.plain(image)
    assert upright.size == (800, 600)
    assert near(upright.getpixel((100, 300)), RED)
    assert near(upright.getpixel((700, 300)), BLUE)


def test_what_is_transparent_lies_on_paper(content: Folder) -> None:
    facts = facts_of(content, "a.png", samples.transparent())
    assert facts.alpha
    with pixels.opened(content.root / "a.png", format="PNG") as image:
        flat = pixels.plain(image)
    assert flat.mode == "RGB"
    assert flat.getpixel((100, 300)) == RED
    assert flat.getpixel((700, 300)) == pixels.PAPER


def test_sixteen_bits_are_not_clipped(content: Folder) -> None:
    samples.write(content.root, "a.png", samples.sixteen_bits())
    with pixels.opened(content.root / "a.png", format="PNG") as image:
        flat = pixels.plain(image)
    assert (flat.getpixel((0, 0)), flat.getpixel((799, 0))) == ((0x40,) * 3, (0xC0,) * 3)


def test_a_profile_of_another_colour_space_is_brought_to_srgb(content: Folder) -> None:
    green = Image.new("RGB", (800, 600), (30, 160, 40))
    facts = facts_of(content, "a.png", saved(green, "PNG", icc_profile=samples.swapped_profile()))
    assert near(facts.mean, (160, 30, 40), 12)


@pytest.mark.parametrize("profile", [b"no profile", b"\0" * 200])
def test_a_damaged_profile_is_passed_over(content: Folder, profile: bytes) -> None:
    facts = facts_of(content, "a.png", saved(picture(), "PNG", icc_profile=profile))
    assert near(facts.mean, MIXED)


def test_a_profile_of_another_colour_model_is_passed_over(content: Folder) -> None:
    data = saved(picture(mode="CMYK"), "JPEG", icc_profile=samples.swapped_profile(), quality=95)
    assert near(facts_of(content, "a.jpg", data).mean, MIXED, 20)


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_a_position_in_the_file_is_a_warning(content: Folder, kind: str, name: str) -> None:
    samples.write(content.root, name, samples.talkative(kind))
    facts, codes, problems = look(content)
    assert facts is not None
    assert facts.has_position
    assert facts.has_metadata
    assert codes == ["photo-position"]
    assert problems[0].level == "warning"


def test_exif_without_a_position_is_no_problem(content: Folder) -> None:
    samples.write(content.root, "a.jpg", saved(picture(), "JPEG", exif=exif()))
    facts, codes, _ = look(content)
    assert facts is not None
    assert (facts.has_metadata, facts.has_position, codes) == (True, False, [])


def test_damaged_exif_harms_nothing(content: Folder) -> None:
    damaged = b"Exif\0\0II*\0\xff\xff\xff\x7f" + b"\xff" * 40
    samples.write(content.root, "a.jpg", saved(picture(), "JPEG", exif=damaged))
    facts, codes, _ = look(content)
    assert facts is not None
    assert (facts.width, codes) == (800, [])


def test_a_small_photo_is_a_warning(content: Folder) -> None:
    samples.write(content.root, "a.jpg", saved(picture(639, 900), "JPEG"))
    facts, codes, problems = look(content)
    assert facts is not None
    assert (codes, problems[0].level) == (["photo-small"], "warning")


def heic() -> bytes:
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100


def bomb() -> bytes:
    """A PNG that says it is 20,000 × 20,000 in a hundred bytes."""
    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    end = b"\0\0\0\0IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + end


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", b"", "photo-format"),
        ("a.jpg", b"<svg/>", "photo-format"),
        ("a.tif", b"II*\0" + b"\0" * 50, "photo-format"),
        ("a.jpg", heic(), "photo-misnamed"),
        ("a.heic", heic(), "photo-heic"),
        ("a.jpg", saved(picture(), "PNG"), "photo-misnamed"),
        ("a.png", saved(picture(), "JPEG"), "photo-misnamed"),
        ("a.jfif", saved(picture(), "JPEG"), "photo-misnamed"),
        ("a.jpg", b"\xff\xd8\xff", "photo-broken"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "photo-broken"),
        ("a.gif", b"GIF89a", "photo-broken"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "photo-broken"),
        ("a.avif", b"\0\0\0\x18ftypavif\0\0\0\0", "photo-broken"),
        ("a.jpg", saved(picture(), "JPEG")[:-2000], "photo-broken"),
        ("a.png", saved(picture(), "PNG")[:-400], "photo-broken"),
        ("a.png", bomb(), "photo-pixels"),
        ("a.png", saved(picture(1100, 100), "PNG"), "photo-shape"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_can_not_be_published_is_told(
    content: Folder, name: str, data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pixels, "can_read", lambda name: name != "HEIF")
    samples.write(content.root, name, data)
    facts, codes, problems = look(content)
    assert (facts, codes) == (None, [code])
    assert problems[0].place.file == f"content/{name}"


def test_a_misnamed_photo_is_told_its_right_name(content: Folder) -> None:
    samples.write(content.root, "produk/a.jpg", heic())
    _, _, [told] = look(content)
    assert "HEIC" in told.sentence("en")
    assert "`a.heic`" in told.hint("en")


def test_a_file_over_the_limit_is_refused_unread(content: Folder) -> None:
    with open(samples.write(content.root, "a.jpg", b""), "wb") as file:
        file.truncate(photos.MAX_BYTES + 1)
    [found] = walk(content)[0]
    facts, [told] = photo_facts(content, found, digest="0" * 64, cache=NoCache())
    assert (facts, told.code) == (None, "photo-heavy")


def test_any_damage_is_told_and_none_escapes(content: Folder) -> None:
    for name in ("jpeg.jpg", "png.png", "webp.webp", "gif.gif"):
        whole = samples.KINDS[name]()
        for at in range(0, len(whole), max(1, len(whole) // 40)):
            damaged = whole[:at] + bytes(255 - byte for byte in whole[at : at + 9]) + whole[at + 9 :]
            samples.write(content.root, name, damaged)
            _, codes, _ = look(content)
            assert set(codes) <= {"photo-broken", "photo-format", "photo-pixels", "photo-small", "photo-shape"}
        (content.root / name).unlink()


def test_facts_are_kept_by_the_files_digest(content: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache")
    samples.write(content.root, "a.jpg", samples.talkative("JPEG"))
    first = look(content, cache)
    (content.root / "a.jpg").rename(content.root / "b.jpg")
    monkeypatch.setattr(pixels, "opened", None)  # whoever looks again fails
    facts, codes, _ = look(content, cache)
    assert first[0] is not None
    assert facts is not None
    assert facts.path == "b.jpg"
    assert (facts.mean, facts.width, codes) == (first[0].mean, 800, ["photo-position"])


def test_kept_facts_still_see_a_wrong_name(content: Folder, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    samples.write(content.root, "a.jpg", saved(picture(), "JPEG"))
    look(content, cache)
    (content.root / "a.jpg").rename(content.root / "a.png")
    assert look(content, cache)[1] == ["photo-misnamed"]


def decodes(data: bytes, kind: str, at_least: tuple[int, int] | None) -> bool:
    try:
        with pixels.opened(data, format=kind) as image:
            pixels.plain(image, at_least=at_least)
    except Exception:  # noqa: BLE001  # a broken file raises nine kinds
        return False
    return True


JPEGS: dict[str, dict[str, Any]] = {
    "plain": {},
    "progressive": {"progressive": True},
    "full colour": {"subsampling": 0},
    "restarting": {"restart_marker_rows": 2},
}


@pytest.mark.parametrize("options", JPEGS.values(), ids=JPEGS)
def test_a_jpeg_that_breaks_at_full_scale_breaks_at_an_eighth_too(options: dict[str, Any]) -> None:
    noise = Image.effect_noise((320, 240), 60).convert("RGB")
    noise.paste(RED, (0, 0, 160, 240))
    whole = saved(noise, "JPEG", quality=90, **options)
    cut = [whole[:at] for at in (*range(3, len(whole), len(whole) // 60), *range(len(whole) - 12, len(whole)))]
    damaged = [
        whole[:at] + bytes(255 - byte for byte in whole[at : at + 9]) + whole[at + 9 :] for at in range(2, 700, 9)
    ]
    found = [(decodes(data, "JPEG", None), decodes(data, "JPEG", (40, 30))) for data in [whole, *cut, *damaged]]
    assert all(full == small for full, small in found)
    assert found[0] == (True, True)
    assert [full for full, _ in found].count(False) > len(cut) - 12


def test_a_photo_that_changed_since_its_digest_was_taken_is_refused(content: Folder) -> None:
    facts = facts_of(content, "a.jpg", saved(picture(), "JPEG"))
    samples.write(content.root, "a.jpg", saved(picture(900), "JPEG"))
    with pytest.raises(BuildFailed) as failure:
        source_bytes(facts.path, facts.digest, content)
    assert [told.code for told in failure.value.problems] == ["photo-changed"]


def test_photos_are_known_by_their_endings() -> None:
    assert all(is_photo(name) for name in ("a.jpg", "b/A.JPEG", "a.HEIC", "a.tiff", "a.png"))
    assert not any(is_photo(name) for name in ("a.yaml", "jpg", "a.jpg.yaml", "a.md", "a.svg"))
