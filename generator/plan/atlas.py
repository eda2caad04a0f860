"""Where goods are made, as points on the map: near ones gathered by province, told apart on the province's own map.

All places are in the theme's outline's own units. A name stands beside its point where there is room for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from math import hypot

from generator.model.entries import Entry
from generator.model.records.facility import Facility
from generator.plan.edition import Edition
from generator.plan.parts import Map, Point

MOST_POINTS = 60  # on a map; more are gathered by province
NEAR = 22.0  # units under which two points of a province can't be told apart
CLOSEST = 6.0  # how many times a province's map may be larger: the outline is no finer
LETTER, LINE = 7.2, 17.0  # a name's width for each letter, and its height
ROUND = 13.0  # the largest point's radius

Box = tuple[float, float, float, float]  # left, top, right, bottom
Group = tuple[Entry[Facility], ...]


def whole(edition: Edition, entries: Iterable[Entry[Facility]], *, missing: Iterable[Entry[Facility]] = ()) -> Map:
    """All of Indonesia; provinces whose points are near each other are one point each, in the middle of its towns.

    Of `missing`, those without a place are named beside the map, unless they are too many.
    """
    located = [entry for entry in entries if entry.record.location]
    groups: dict[str, list[Entry[Facility]]] = {}
    for entry in located:
        groups.setdefault(entry.record.province, []).append(entry)
    many = len(located) > MOST_POINTS
    points = []
    for group in groups.values():
        if len(group) > 1 and (many or _crowded(edition, group)):
            points.append(_area(edition, tuple(group)))
        else:
            points += [_point(edition, entry) for entry in group]
    lost = [edition.facility_link(e) for e in missing if not e.record.location]
    outline = edition.look.outline
    named = _named(points, outline.width, outline.height)
    shown = tuple(lost) if len(lost) <= MOST_POINTS else ()
    return Map(outline.path, outline.width, outline.height, named, shown, outline.credit)


def close(edition: Edition, entries: Iterable[Entry[Facility]]) -> Map:
    """A province, as large as its facilities' spread allows, so that each has a point of its own."""
    outline = edition.look.outline
    located = [entry for entry in entries if entry.record.location]
    places = [_place(edition, entry) for entry in located]
    if not places:
        return Map(outline.path, outline.width, outline.height, (), (), outline.credit)
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*places, strict=True))
    width, height = outline.width, outline.height
    scale = min(CLOSEST, width * 0.6 / max(right - left, 1), height * 0.6 / max(bottom - top, 1))
    x, y = (left + right) / 2, (top + bottom) / 2
    moved = [
        replace(_point(edition, entry), x=(px - x) * scale + width / 2, y=(py - y) * scale + height / 2)
        for entry, (px, py) in zip(located, places, strict=True)
    ]
    points = _named(_apart(moved), width, height)
    view = (round(x - width / 2 / scale, 1), round(y - height / 2 / scale, 1), round(scale, 3))
    return Map(outline.path, width, height, points, (), outline.credit, view)


def _place(edition: Edition, entry: Entry[Facility]) -> tuple[float, float]:
    outline, location = edition.look.outline, entry.record.location
    assert location, f"{entry.key} has no place"
    return (float(location.lon) - outline.lon_min) * outline.units, (
        outline.lat_max - float(location.lat)
    ) * outline.units


def _crowded(edition: Edition, group: Sequence[Entry[Facility]]) -> bool:
    places = [_place(edition, entry) for entry in group]
    return any(_distance(one, two) < NEAR for one, two in combinations(places, 2))


def _distance(one: tuple[float, float], two: tuple[float, float]) -> float:
    return hypot(one[0] - two[0], one[1] - two[1])


def _point(edition: Edition, entry: Entry[Facility]) -> Point:
    x, y = _place(edition, entry)
    count = len(edition.catalogue.by_facility.get(entry.key, ()))
    goods = edition.language.t("count.products", n=count)
    told = edition.t("map.point", name=entry.record.name, count=goods) if count else entry.record.name
    town = entry.record.place or entry.record.name
    return Point(round(x, 1), round(y, 1), told, edition.urls.facility(entry.key), count, town)


def _area(edition: Edition, group: Group) -> Point:
    places = [_place(edition, entry) for entry in group]
    x, y = (sum(axis) / len(places) for axis in zip(*places, strict=True))
    province = group[0].record.province
    count = len(edition.catalogue.by_province.get(province, ()))
    name, products = edition.t(f"province.{province}"), edition.language.t("count.products", n=count)
    units = edition.language.t("count.facilities", n=len(edition.catalogue.facilities_by_province[province]))
    told = edition.t("map.point", name=name, count=f"{units}, {products}")
    return Point(round(x, 1), round(y, 1), told, f"{edition.urls.province(province)}#place", count, name, len(group))


def _apart(points: Sequence[Point]) -> list[Point]:
    """Points of one town, set beside each other so that each can be met."""
    free: list[Point] = []
    for point in points:
        x = point.x
        while any(_distance((x, point.y), (other.x, other.y)) < 2 * ROUND for other in free):
            x += 2 * ROUND
        free.append(replace(point, x=round(x, 1), y=round(point.y, 1)))
    return free


def _named(points: Sequence[Point], width: float, height: float) -> tuple[Point, ...]:
    """The points, those with most goods first to get their names, on the side that is free."""
    taken: list[Box] = [(p.x - r, p.y - r, p.x + r, p.y + r) for p in points for r in (_radius(p),)]
    sides: dict[int, str] = {}
    for n in sorted(range(len(points)), key=lambda n: (-points[n].count, points[n].label)):
        for side, box in _sides(points[n]):
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                sides[n] = side
                break
    return tuple(replace(point, side=sides.get(n, "")) for n, point in enumerate(points))


def _sides(point: Point) -> tuple[tuple[str, Box], ...]:
    x, y, long = point.x, point.y, len(point.label) * LETTER
    gap, half = ROUND + 1, LINE / 2
    return (
        ("right", (x + gap, y - half, x + gap + long, y + half)),
        ("left", (x - gap - long, y - half, x - gap, y + half)),
        ("above", (x - long / 2, y - gap - LINE, x + long / 2, y - gap)),
        ("below", (x - long / 2, y + gap, x + long / 2, y + gap + LINE)),
    )


def _radius(point: Point) -> float:
    return ROUND if point.count else ROUND / 2


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
