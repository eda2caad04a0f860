import multiprocessing
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from generator.cache import NoCache, digest
from generator.errors import BuildFailed
from generator.load.files import Folder, walk
from generator.load.photos import photo_facts
from generator.plan.photos import Output, PhotoRecipe, PhotoSettings, copies
from generator.render import photos
from generator.render.photos import encode, marks_of
from tests import photos as samples
from tests.photos import BLUE, RED, picture, saved

ALL = PhotoSettings(formats=("avif", "webp"))


@pytest.fixture
def content(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "content", "content")


def recipe_of(content: Folder, name: str, data: bytes, chosen: PhotoSettings = ALL) -> PhotoRecipe:
    samples.write(content.root, name, data)
    [file] = [file for file in walk(content)[0] if file.path == name]
    facts, problems = photo_facts(content, file, digest=digest(data), cache=NoCache())
    assert facts is not None, problems
    return copies(facts, chosen).recipe


def shown(data: bytes, folder: Path) -> Image.Image:
    samples.write(folder, "shown", data)
    with Image.open(folder / "shown") as image:
        return image.convert("RGB")


def near(pixel: object, colour: tuple[int, int, int], by: int = 14) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= by for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("name", samples.KINDS)
def test_every_kind_of_photo_becomes_every_copy(content: Folder, tmp_path: Path, name: str) -> None:
    recipe = recipe_of(content, name, samples.KINDS[name]())
    files = encode(recipe, content)
    assert len(files) == len(recipe.outputs) == 7
    for data, output in zip(files, recipe.outputs, strict=True):
        image = shown(data, tmp_path)
        assert image.size == (output.width, output.height)
        if name != "clear-palette.png":
            by = 30 if name == "cmyk.jpg" else 14
            assert near(image.getpixel((output.width // 4, output.height // 2)), RED, by)
            assert near(image.getpixel((output.width * 3 // 4, output.height // 2)), BLUE, by)


@pytest.mark.parametrize("name", samples.GREYS)
def test_a_grey_photo_stays_grey(content: Folder, tmp_path: Path, name: str) -> None:
    for data in encode(recipe_of(content, name, samples.GREYS[name]()), content):
        red, green, blue = shown(data, tmp_path).resize((1, 1)).tobytes()
        assert max(red, green, blue) - min(red, green, blue) <= 3


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photo_comes_out_upright_also_when_it_is_large(
    content: Folder, tmp_path: Path, orientation: int
) -> None:
    data = samples.turned(orientation)
    for chosen in (PhotoSettings(), PhotoSettings(widths=(100,), jpeg_width=90)):
        recipe = recipe_of(content, "a.jpg", data, chosen)
        for file, output in zip(encode(recipe, content), recipe.outputs, strict=True):
            image = shown(file, tmp_path)
            assert near(image.getpixel((output.width // 8, output.height // 2)), RED)
            assert near(image.getpixel((output.width * 7 // 8, output.height // 2)), BLUE)


def test_what_is_transparent_is_paper_in_every_format(content: Folder, tmp_path: Path) -> None:
    recipe = recipe_of(content, "a.png", samples.transparent())
    for file, output in zip(encode(recipe, content), recipe.outputs, strict=True):
        assert near(shown(file, tmp_path).getpixel((output.width * 3 // 4, 20)), (250, 247, 241), 4)


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_nothing_beside_the_pixels_survives(content: Folder, kind: str, name: str) -> None:
    source = samples.talkative(kind)
    for file in encode(recipe_of(content, name, source), content):
        for trace in (b"rahasia", b"Exif", b"EXIF", b"Telepon", b"ICC", b"http:", b"xmp", b"XMP"):
            assert trace not in file


def test_a_copy_that_says_anything_beside_its_pixels_is_refused(
    content: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = recipe_of(content, "a.jpg", saved(picture(), "JPEG"))
    monkeypatch.setitem(photos.OPTIONS, "webp", {"exif": samples.exif()})
    with pytest.raises(BuildFailed) as failure:
        encode(recipe, content)
    [told] = failure.value.problems
    assert (told.code, told.place.file) == ("photo-marked", "content/a.jpg")
    assert "EXIF" in told.sentence("id")
    assert told.hint("en")


SAYINGS = [("jpeg", "comment"), *product(("jpeg", "webp", "avif"), ("exif", "icc_profile", "xmp"))]


@pytest.mark.parametrize(("kind", "what"), SAYINGS)
def test_every_kind_of_metadata_is_seen(kind: str, what: str) -> None:
    said = {"exif": samples.exif(), "icc_profile": samples.swapped_profile(), "xmp": b"<x/>", "comment": b"x"}
    output = Output(path="a", width=80, height=60, format=kind, quality=80)
    assert marks_of(saved(picture(80, 60), photos.FORMATS[kind]), output) == set()
    assert marks_of(saved(picture(80, 60), photos.FORMATS[kind], **{what: said[what]}), output)


def test_the_same_recipe_gives_the_same_bytes_in_every_process(content: Folder) -> None:
    noise = Image.effect_noise((400, 300), 90).convert("RGB")
    recipe = recipe_of(content, "a.jpg", saved(noise, "JPEG"))
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        one, other = pool.map(partial(encode, folder=content), [recipe, recipe])
    assert one == other == encode(recipe, content)


def test_a_photo_that_changed_or_broke_since_it_was_planned_is_refused(content: Folder) -> None:
    data = saved(picture(), "JPEG")
    recipe = recipe_of(content, "a.jpg", data)
    samples.write(content.root, "a.jpg", data[:500])
    with pytest.raises(BuildFailed) as failure:
        encode(recipe, content)
    assert [told.code for told in failure.value.problems] == ["photo-changed"]
    broken = PhotoRecipe(digest=digest(data[:500]), outputs=recipe.outputs, source="a.jpg")
    with pytest.raises(BuildFailed) as failure:
        encode(broken, content)
    assert [told.code for told in failure.value.problems] == ["photo-broken"]
