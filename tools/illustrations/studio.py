"""One studio for the whole range: the same paper ground, the same light and the same lens for every picture.

A catalogue reads as one collection only if its goods stand in the same light. Scenes are therefore built to the
studio's measure and not to life: a subject is about two units wide, stands on z = 0 and is centred on the origin.
"""

from dataclasses import dataclass
from math import cos, pi, sin
from pathlib import Path

import bpy  # type: ignore[import-not-found]
import jpeg
import materials
import shapes
from mathutils import Vector  # type: ignore[import-not-found]

LARGEST = 215_000
"""Bytes a finished JPEG may have; the catalogue's folder is in git and must stay small."""


@dataclass(frozen=True, slots=True)
class View:
    """Where the camera stands (units from the origin), what it looks at, and its lens in millimetres."""

    stands: tuple[float, float, float] = (0.0, -7.6, 3.3)
    looks_at: tuple[float, float, float] = (0.0, 0.0, 0.52)
    lens: float = 90.0


@dataclass(frozen=True, slots=True)
class Film:
    """How fine a picture is taken: width in pixels (4 : 3) and samples a pixel."""

    width: int
    samples: int


PROOF = Film(width=480, samples=12)
FINAL = Film(width=1600, samples=12)


def empty() -> None:
    """Start from nothing, so that no scene depends on the one before it."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    materials.forget()


def table_top() -> None:
    """The seamless paper sweep, a large key light from the left, a low fill and a rim from behind."""
    _sweep()
    _world((0.98, 0.95, 0.90), 0.30)
    _lamp((-3.6, -2.2, 4.6), (0, 0, 0.3), size=2.2, watts=430, colour=(1.0, 0.955, 0.89))
    _lamp((4.4, -2.4, 2.6), (0, 0, 0.4), size=3.5, watts=70, colour=(0.92, 0.96, 1.0))
    _lamp((1.6, 3.4, 3.6), (0, 0, 0.5), size=1.8, watts=90, colour=(1.0, 0.97, 0.93))


def room() -> None:
    """A workshop seen from its open side: floor, two walls, and a window that gives the studio's light."""
    wall, floor = (
        materials.plain("wall", (0.80, 0.71, 0.58), rough=0.9),
        materials.concrete("floor", (0.50, 0.385, 0.28)),
    )
    shapes.box((13, 9, 0.1), at=(0, 0, -0.05), material=floor)
    shapes.box((13, 0.12, 4.2), at=(0, 2.6, 2.1), material=wall)
    skirting = materials.plain("skirting", (0.20, 0.24, 0.33), rough=0.6)
    shapes.box((13, 0.03, 0.9), at=(0, 2.53, 0.45), material=skirting)
    window_side(wall)
    _world((1.0, 0.95, 0.88), 0.34)
    _lamp((-7.0, -1.3, 4.9), (0.2, 1.0, 0.6), size=0.7, watts=2600, colour=(1.0, 0.90, 0.76))
    _lamp((1.6, -4.5, 4.2), (0, 1, 0.5), size=3.5, watts=260, colour=(1.0, 0.96, 0.91))


def window_side(wall: object) -> None:
    """The left wall, with a casement window that the key light comes through."""
    x, near, far, low, high = -3.3, -1.4, 1.7, 1.15, 3.2
    shapes.box((0.12, 1.0, 4.2), at=(x, far + 0.5, 2.1), material=wall)
    shapes.box((0.12, far - near, low), at=(x, (near + far) / 2, low / 2), material=wall)
    shapes.box((0.12, far - near, 1.0), at=(x, (near + far) / 2, high + 0.5), material=wall)
    frame = materials.wood("window frame", (0.50, 0.33, 0.19), (0.30, 0.18, 0.09))
    for y in (near, (near + far) / 2, far):
        shapes.box((0.1, 0.07, high - low), at=(x, y, (low + high) / 2), material=frame)
    for z, deep in ((low, 0.2), (low + 0.68 * (high - low), 0.08), (high, 0.2)):
        shapes.box((deep, far - near, 0.06), at=(x, (near + far) / 2, z), material=frame)


TABLE = View()
ROOM = View(stands=(0.9, -9.2, 2.2), looks_at=(0.10, 1.0, 1.12), lens=60.0)


def take(view: View, film: Film, path: Path) -> int:
    """Render what stands in the studio into a JPEG no larger than LARGEST and return its bytes."""
    scene = bpy.context.scene
    _camera(view)
    _engine(scene, film)
    path.parent.mkdir(parents=True, exist_ok=True)
    bpy.ops.render.render()
    if path.suffix == ".png":
        _develop(path, "PNG", 90)
        return path.stat().st_size
    for quality in range(92, 40, -3):
        _develop(path, "JPEG", quality)
        if jpeg.clean(path) <= LARGEST:
            break
    return path.stat().st_size


def _develop(path: Path, kind: str, quality: int) -> None:
    scene = bpy.context.scene
    scene.render.image_settings.file_format = kind
    scene.render.image_settings.quality = quality
    bpy.data.images["Render Result"].save_render(str(path), scene=scene)


def _sweep() -> None:
    paper = materials.paper()
    profile = [(-9.0, 0.0), (2.4, 0.0)]
    profile += [(2.4 + 2.2 * sin(a), 2.2 - 2.2 * cos(a)) for a in (pi / 2 * n / 16 for n in range(1, 17))]
    profile += [(4.6, 9.0)]
    vertices = [(x, y, z) for y, z in profile for x in (-12.0, 12.0)]
    faces = [(2 * n, 2 * n + 1, 2 * n + 3, 2 * n + 2) for n in range(len(profile) - 1)]
    shapes.mesh("sweep", vertices, faces, material=paper)


def _world(colour: tuple[float, float, float], strength: float) -> None:
    world = bpy.data.worlds.new("studio")
    background = world.node_tree.nodes["Background"] if world.node_tree else None
    if background is None:
        world.use_nodes = True
        background = world.node_tree.nodes["Background"]
    background.inputs["Color"].default_value = (*colour, 1)
    background.inputs["Strength"].default_value = strength
    bpy.context.scene.world = world


def _lamp(
    at: tuple[float, float, float],
    to: tuple[float, float, float],
    *,
    size: float,
    watts: float,
    colour: tuple[float, float, float],
) -> None:
    lamp = bpy.data.lights.new("lamp", "AREA")
    lamp.shape, lamp.size, lamp.energy, lamp.color = "DISK", size, watts, colour
    placed = bpy.data.objects.new("lamp", lamp)
    placed.location = at
    placed.rotation_euler = (Vector(to) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(placed)


def _camera(view: View) -> None:
    camera = bpy.data.cameras.new("camera")
    camera.lens = view.lens
    placed = bpy.data.objects.new("camera", camera)
    placed.location = view.stands
    placed.rotation_euler = (Vector(view.looks_at) - Vector(view.stands)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(placed)
    bpy.context.scene.camera = placed


def _engine(scene: bpy.types.Scene, film: Film) -> None:
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device, cycles.seed, cycles.samples = "CPU", 1, film.samples
    cycles.use_adaptive_sampling = False
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 6, 3, 3
    cycles.transmission_bounces, cycles.transparent_max_bounces = 5, 12
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect = 4.0
    render = scene.render
    render.resolution_x, render.resolution_y, render.resolution_percentage = film.width, film.width * 3 // 4, 100
    render.image_settings.color_mode = "RGB"
    render.dither_intensity = 0.6
    scene.view_settings.view_transform = "AgX"
    scene.view_settings.look = "AgX - Punchy"
    scene.view_settings.exposure = 0.72
    for stamp in [name for name in dir(render) if name.startswith("use_stamp")]:
        setattr(render, stamp, False)
