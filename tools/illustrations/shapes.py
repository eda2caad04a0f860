"""The few shapes every scene is made of: sheets, lathed forms, boxes, tubes, fibres, and a way to let things fall.

Lengths are studio units, angles radians, points (x, y, z) with z up. Every function returns the Blender object it made.
"""

from collections.abc import Callable, Iterable, Sequence
from math import cos, pi, sin
from typing import Any

import bpy  # type: ignore[import-not-found]
from mathutils import Euler, Vector  # type: ignore[import-not-found]
from mathutils import noise as perlin

Point = tuple[float, float, float]
Surface = Callable[[float, float], Point]
Thing = Any
"""A Blender object; Blender ships no types."""


def mesh(
    name: str, vertices: Sequence[Point], faces: Sequence[Sequence[int]], *, material: Thing, shading: str = "smooth"
) -> Thing:
    """A mesh from points and faces; `shading` is "smooth" or "flat"."""
    data = bpy.data.meshes.new(name)
    data.from_pydata(list(vertices), [], list(faces))
    data.materials.append(material)
    data.polygons.foreach_set("use_smooth", [shading == "smooth"] * len(data.polygons))
    data.update()
    made = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(made)
    return made


def sheet(
    surface: Surface, *, columns: int, rows: int, material: Thing, thickness: float = 0.0, wrap: str = ""
) -> Thing:
    """A surface over u, v in 0…1; `wrap` names the directions that close on themselves ("u", "v", "uv")."""
    across, along = columns + ("u" not in wrap), rows + ("v" not in wrap)
    vertices = [surface(i / columns, j / rows) for j in range(along) for i in range(across)]
    faces = []
    for j in range(rows):
        for i in range(columns):
            right, up = (i + 1) % across, (j + 1) % along
            faces.append((j * across + i, j * across + right, up * across + right, up * across + i))
    made = mesh("sheet", vertices, faces, material=material)
    _texture_coordinates(made, columns, rows)
    if thickness:
        solid = made.modifiers.new("thickness", "SOLIDIFY")
        solid.thickness, solid.offset, solid.use_even_offset = thickness, 0.0, False
    return made


def _texture_coordinates(made: Thing, columns: int, rows: int) -> None:
    layer = made.data.uv_layers.new(name="uv")
    flat: list[float] = []
    for j in range(rows):
        for i in range(columns):
            for du, dv in ((0, 0), (1, 0), (1, 1), (0, 1)):
                flat += [(i + du) / columns, (j + dv) / rows]
    layer.data.foreach_set("uv", flat)


def lathe(
    profile: Sequence[tuple[float, float]],
    *,
    material: Thing,
    segments: int = 96,
    at: Point = (0, 0, 0),
    smooth: int = 1,
) -> Thing:
    """A form turned about z from (radius, height) pairs, bottom to top; `smooth` is how often it is subdivided."""
    vertices = [
        (r * cos(2 * pi * s / segments), r * sin(2 * pi * s / segments), z) for r, z in profile for s in range(segments)
    ]
    faces = [
        (
            j * segments + i,
            j * segments + (i + 1) % segments,
            (j + 1) * segments + (i + 1) % segments,
            (j + 1) * segments + i,
        )
        for j in range(len(profile) - 1)
        for i in range(segments)
    ]
    made = mesh("lathed", vertices, faces, material=material)
    made.location = at
    if smooth:
        made.modifiers.new("round", "SUBSURF").render_levels = smooth
    return made


def box(
    size: Point,
    *,
    material: Thing,
    at: Point = (0, 0, 0),
    turn: Point = (0, 0, 0),
    bevel: float = 0.012,
    round_by: int = 2,
) -> Thing:
    """A box with softened edges, centred on `at`."""
    x, y, z = (side / 2 for side in size)
    vertices = [(a, b, c) for c in (-z, z) for a, b in ((-x, -y), (x, -y), (x, y), (-x, y))]
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    made = mesh("box", vertices, faces, material=material, shading="flat")
    made.location, made.rotation_euler = at, turn
    if bevel:
        soften(made, width=min(bevel, *(side * 0.45 for side in size)), segments=round_by)
    return made


def prism(
    outline: Sequence[tuple[float, float]],
    height: float,
    *,
    material: Thing,
    at: Point = (0, 0, 0),
    turn: Point = (0, 0, 0),
    bevel: float = 0.012,
    round_by: int = 2,
) -> Thing:
    """An outline in the x-y plane (counter-clockwise) raised to `height`, with softened edges."""
    count = len(outline)
    vertices = [(x, y, z) for z in (0.0, height) for x, y in outline]
    sides = [(i, (i + 1) % count, count + (i + 1) % count, count + i) for i in range(count)]
    faces = [tuple(reversed(range(count))), tuple(range(count, 2 * count)), *sides]
    made = mesh("prism", vertices, faces, material=material, shading="flat")
    made.location, made.rotation_euler = at, turn
    if bevel:
        soften(made, width=bevel, segments=round_by)
    return made


def soften(made: Thing, *, width: float, segments: int = 2) -> None:
    """Bevel the edges, because an edge without a highlight looks computed."""
    bevel = made.modifiers.new("bevel", "BEVEL")
    bevel.width, bevel.segments, bevel.limit_method, bevel.angle_limit = width, segments, "ANGLE", 0.6
    bevel.harden_normals = True
    made.data.polygons.foreach_set("use_smooth", [True] * len(made.data.polygons))


def tubes(
    paths: Iterable[Sequence[Point]],
    radius: float,
    *,
    material: Thing,
    closed: str = "",
    sides: int = 3,
    kind: str = "POLY",
    at: Point = (0, 0, 0),
    turn: Point = (0, 0, 0),
) -> Thing:
    """Round rods along paths, all in one object; `closed="yes"` joins each path's ends, `sides` is the roundness."""
    curve = bpy.data.curves.new("tubes", "CURVE")
    curve.dimensions, curve.bevel_depth, curve.bevel_resolution = "3D", radius, sides
    curve.use_fill_caps = True
    for path in paths:
        spline = curve.splines.new(kind)
        spline.points.add(len(path) - 1)
        spline.points.foreach_set("co", [value for point in path for value in (*point, 1.0)])
        spline.use_cyclic_u = bool(closed)
        spline.use_smooth = True
        if kind == "NURBS":
            spline.use_endpoint_u, spline.order_u, spline.resolution_u = True, 4, 6
    curve.materials.append(material)
    made = bpy.data.objects.new("tubes", curve)
    made.location, made.rotation_euler = at, turn
    bpy.context.scene.collection.objects.link(made)
    return made


def fibres(paths: Sequence[Sequence[Point]], radius: float, *, material: Thing) -> Thing:
    """Thousands of hairs (all paths of one length), as the curves Cycles draws without making meshes of them."""
    hair = bpy.data.hair_curves.new("fibres")
    length = len(paths[0])
    hair.add_curves([length] * len(paths))
    hair.attributes["position"].data.foreach_set("vector", [v for path in paths for point in path for v in point])
    thick = hair.attributes.new("radius", "FLOAT", "POINT")
    thick.data.foreach_set("value", [radius * (1.0 - 0.5 * n / length) for _ in paths for n in range(length)])
    hair.materials.append(material)
    made = bpy.data.objects.new("fibres", hair)
    bpy.context.scene.collection.objects.link(made)
    return made


def mark(made: Thing, values: Sequence[float]) -> Thing:
    """Write a number on every point, which a material can read as "tone"."""
    made.data.attributes.new("tone", "FLOAT", "POINT").data.foreach_set("value", list(values))
    return made


def roughen(made: Thing, *, by: float, scale: float, seed: float = 0.0, octaves: int = 3) -> Thing:
    """Push a mesh's points along their normals by fractal noise of about `by`, `scale` waves a unit."""
    data = made.data
    moved: list[float] = []
    for vertex in data.vertices:
        place = vertex.co * scale + Vector((seed, seed * 0.7, -seed))
        amount = by * perlin.fractal(place, 1.0, 2.0, octaves)
        moved += list(vertex.co + vertex.normal * amount)
    data.vertices.foreach_set("co", moved)
    data.update()
    return made


def bend(made: Thing, change: Callable[[Point], Point]) -> Thing:
    """Move every point of a mesh by a function of its place."""
    moved = [value for vertex in made.data.vertices for value in change(tuple(vertex.co))]
    made.data.vertices.foreach_set("co", moved)
    made.data.update()
    return made


def ball(radius: float, *, material: Thing, at: Point = (0, 0, 0), scale: Point = (1, 1, 1), fine: int = 4) -> Thing:
    """A sphere, or an egg by `scale`; `fine` counts subdivisions of an icosahedron."""
    bpy.ops.mesh.primitive_ico_sphere_add(radius=radius, subdivisions=fine, location=at)
    made = bpy.context.object
    made.scale = scale
    made.data.materials.append(material)
    made.data.polygons.foreach_set("use_smooth", [True] * len(made.data.polygons))
    return made


def copy(made: Thing, *, at: Point, turn: Point = (0, 0, 0), scale: float | Point = 1.0) -> Thing:
    """The same form once more, sharing its mesh."""
    again = made.copy()
    again.location, again.rotation_euler = at, turn
    again.scale = (scale,) * 3 if isinstance(scale, float) else scale
    bpy.context.scene.collection.objects.link(again)
    return again


def hide(made: Thing) -> None:
    """Keep a form out of the picture that only served to be copied."""
    bpy.data.objects.remove(made, do_unlink=True)


def group(parts: Iterable[Thing], *, at: Point = (0, 0, 0), turn: Point = (0, 0, 0), scale: float = 1.0) -> Thing:
    """Parts that move as one."""
    handle = bpy.data.objects.new("group", None)
    bpy.context.scene.collection.objects.link(handle)
    for part in parts:
        part.parent = handle
    handle.location, handle.rotation_euler, handle.scale = at, turn, (scale,) * 3
    return handle


def turned(point: Point, by: Point) -> Point:
    """A point turned about the origin."""
    x, y, z = Vector(point) @ Euler(by).to_matrix().inverted()
    return (x, y, z)


def drop(things: Sequence[Thing], *, frames: int = 90, walls: Sequence[Thing] = (), friction: float = 0.8) -> None:
    """Let things fall onto the ground and each other until they lie still, so that a heap looks heaped."""
    scene = bpy.context.scene
    bpy.ops.rigidbody.world_add()
    floor = box((14, 14, 0.4), at=(0, 0, -0.2), material=things[0].data.materials[0], bevel=0)
    for body, kind, shape in (
        *((thing, "ACTIVE", "CONVEX_HULL") for thing in things),
        *((wall, "PASSIVE", "MESH") for wall in walls),
        (floor, "PASSIVE", "BOX"),
    ):
        _make_solid(body, kind, shape, friction)
    scene.rigidbody_world.substeps_per_frame = 8
    scene.rigidbody_world.point_cache.frame_end = frames + 1
    for frame in range(1, frames + 1):
        scene.frame_set(frame)
    graph = bpy.context.evaluated_depsgraph_get()
    rests = [thing.evaluated_get(graph).matrix_world.copy() for thing in things]
    bpy.ops.rigidbody.world_remove()
    for thing, rest in zip(things, rests, strict=True):
        thing.matrix_world = rest
    hide(floor)


def _make_solid(body: Thing, kind: str, shape: str, friction: float) -> None:
    for other in bpy.context.selected_objects:
        other.select_set(False)
    bpy.context.view_layer.objects.active = body
    body.select_set(True)
    bpy.ops.rigidbody.object_add(type=kind)
    body.rigid_body.collision_shape, body.rigid_body.friction = shape, friction
    body.rigid_body.collision_margin, body.rigid_body.use_margin = 0.004, True
    body.rigid_body.linear_damping, body.rigid_body.angular_damping = 0.2, 0.5
