import re
from dataclasses import replace

import pytest

from generator.cache import key
from generator.load.photos import PhotoFacts
from generator.model.records.site import Images
from generator.plan.photos import TINTS, PhotoPlan, PhotoSettings, copies, settings, tint

FACTS = PhotoFacts(path="a.jpg", digest="a" * 64, width=4000, height=3000, format="JPEG", mean=(200, 10, 64))
CHOSEN = PhotoSettings()


def planned(width: int, height: int = 300, chosen: PhotoSettings = CHOSEN) -> PhotoPlan:
    return copies(replace(FACTS, width=width, height=height), chosen)


@pytest.mark.parametrize(
    ("original", "widths", "jpeg"),
    [
        (4000, [320, 640, 960, 1440], 1200),
        (1440, [320, 640, 960, 1440], 1200),
        (1300, [320, 640, 960, 1300], 1200),
        (1000, [320, 640, 960], 1000),
        (961, [320, 640, 960], 961),
        (700, [320, 640], 700),
        (500, [320, 500], 500),
        (320, [320], 320),
        (200, [200], 200),
        (1, [1], 1),
    ],
)
def test_no_copy_is_larger_than_the_original(original: int, widths: list[int], jpeg: int) -> None:
    plan = planned(original)
    [(mime, made)] = plan.formats
    assert mime == "image/webp"
    assert [output.width for output in made] == widths
    assert plan.jpeg.width == jpeg


def test_heights_keep_the_proportion() -> None:
    plan = copies(FACTS, CHOSEN)
    assert [output.height for output in plan.formats[0][1]] == [240, 480, 720, 1080]
    assert (plan.width, plan.height) == (1200, 900)
    assert planned(1000, 1).formats[0][1][0].height == 1


def test_an_address_is_made_of_the_photo_and_the_choices_in_no_language() -> None:
    plan = copies(FACTS, CHOSEN)
    assert re.fullmatch(r"foto/[0-9a-f]{12}-640\.webp", plan.formats[0][1][1].path)
    assert re.fullmatch(r"foto/[0-9a-f]{12}-1200\.jpg", plan.jpeg.path)
    another = {
        copies(replace(FACTS, digest="b" * 64), CHOSEN).jpeg.path,
        copies(FACTS, replace(CHOSEN, jpeg=70)).jpeg.path,
    }
    assert len(another | {plan.jpeg.path}) == 3


def test_the_same_picture_under_two_names_is_one_recipe() -> None:
    one, other = copies(FACTS, CHOSEN).recipe, copies(replace(FACTS, path="b.jpg"), CHOSEN).recipe
    assert {one: 1} == {other: 1}
    assert key("photo", 1, one) == key("photo", 1, other)
    assert (one.source, other.source) == ("a.jpg", "b.jpg")


def test_a_recipe_makes_every_address_of_its_plan_and_no_two_alike() -> None:
    plan = copies(FACTS, replace(CHOSEN, formats=("avif", "webp")))
    assert [mime for mime, _ in plan.formats] == ["image/avif", "image/webp"]
    paths = [output.path for output in plan.recipe.outputs]
    assert sorted(paths) == sorted({output.path for _, made in plan.formats for output in made} | {plan.jpeg.path})
    assert [output.quality for output in plan.recipe.outputs] == [60] * 4 + [72] * 4 + [80]


def test_the_sites_record_gives_the_choices() -> None:
    images = Images.model_validate({"widths": ["400"], "formats": ["avif"], "quality": {"jpeg": "70"}})
    assert settings(images) == PhotoSettings(widths=(400,), formats=("avif",), jpeg=70)
    assert settings(Images()) == CHOSEN


def test_every_tint_is_the_tint_of_its_own_colour() -> None:
    assert len(set(TINTS)) == 64
    for number, colour in enumerate(TINTS):
        red, green, blue = bytes.fromhex(colour[1:])
        assert tint((red, green, blue)) == number


def test_a_tint_is_the_nearest() -> None:
    assert TINTS[tint((0, 255, 63))] == "#20e020"
    assert TINTS[tint((64, 191, 192))] == "#60a0e0"
