"""What things are made of: every material is a small node graph, so that no picture needs an image file.

Colours are linear RGB in 0…1. A material is made once a scene and handed out again under the same name.
"""

from graph import Colour, Graph, Material, between, kept, shaded


def forget() -> None:
    """Drop the materials of the scene before; Blender has thrown them away."""
    kept.clear()


def plain(name: str, colour: Colour, *, rough: float = 0.5, metal: float = 0.0) -> Material:
    """One colour with hardly visible wear."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    wear = g.noise(g.place(), 6.0)
    tint = g.ramp(wear, (0.3, shaded(colour, 0.93)), (0.7, colour))
    return g.finish(tint, rough=rough, Metallic=metal)


def paper() -> Material:
    """The studio's ground."""
    g = Graph("paper")
    tooth = g.noise(g.place(), 60.0, detail=3)
    return g.finish((0.81, 0.69, 0.545), rough=0.95, normal=g.bump(tooth, strength=0.05, depth=0.01))


def metal(name: str, colour: Colour = (0.62, 0.60, 0.56), *, rough: float = 0.28) -> Material:
    """Brushed or cast metal."""
    return plain(name, colour, rough=rough, metal=1.0)


def wood(
    name: str, light: Colour, dark: Colour, *, along: str = "x", rings: float = 5.0, rough: float = 0.42
) -> Material:
    """Sawn wood: rings about an axis that runs `along` the piece, with pores."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    stretch = {"x": (0.12, 1, 1), "y": (1, 0.12, 1), "z": (1, 1, 0.12)}[along]
    where = g.place(stretch)
    drift = g.noise(where, 1.6, detail=2)
    bent = g.node(
        "VectorMath", {0: where, 1: g.mixed(1.0, drift, (0.9, 0.9, 0.9), "MULTIPLY")}, operation="ADD"
    ).outputs[0]
    ring = g.node(
        "TexWave",
        {"Vector": bent, "Scale": rings, "Distortion": 2.2, "Detail": 2.0, "Detail Scale": 1.2},
        wave_type="RINGS",
        rings_direction={"x": "X", "y": "Y", "z": "Z"}[along],
        wave_profile="SAW",
    ).outputs[0]
    pores = g.noise(g.place({"x": (1, 30, 30), "y": (30, 1, 30), "z": (30, 30, 1)}[along]), 2.6, detail=3)
    tint = g.ramp(ring, (0.0, light), (0.75, between(light, dark)), (1.0, dark))
    tint = g.mixed(0.45, tint, g.ramp(pores, (0.35, (0.35, 0.33, 0.30)), (0.62, (1, 1, 1))), "MULTIPLY")
    return g.finish(tint, rough=rough, normal=g.bump(pores, strength=0.16, depth=0.01))


def concrete(name: str, colour: Colour, *, pits: float = 0.5) -> Material:
    """Cast concrete: cloudy, grainy, with small pits."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    cloud = g.noise(g.place(), 2.2, detail=8, rough=0.7)
    grain = g.noise(g.place(), 55.0, detail=3, rough=0.7)
    tint = g.ramp(cloud, (0.3, shaded(colour, 0.72)), (0.7, shaded(colour, 1.12)))
    tint = g.mixed(0.5, tint, g.ramp(grain, (0.3, (0.55, 0.55, 0.55)), (0.6, (1, 1, 1))), "MULTIPLY")
    holes = g.ramp(g.cells(g.place(), 30.0), (0.03, (0, 0, 0)), (0.16, (1, 1, 1)))
    relief = g.mixed(pits, g.ramp(grain, (0, (0, 0, 0)), (1, (1, 1, 1))), holes, "MULTIPLY")
    return g.finish(tint, rough=0.92, normal=g.bump(relief, strength=0.55, depth=0.02))


def fibre(name: str, light: Colour, dark: Colour, *, scale: float = 1.0) -> Material:
    """Coir, jute and other twisted fibre."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    strand = g.noise(g.place(), 38.0 * scale, detail=4, rough=0.65)
    cloud = g.noise(g.place(), 4.0 * scale)
    tint = g.mixed(0.4, g.ramp(strand, (0.3, dark), (0.7, light)), g.ramp(cloud, (0.3, dark), (0.7, light)))
    return g.finish(tint, rough=0.85, normal=g.bump(strand, strength=0.5, depth=0.02))


def hair(name: str, light: Colour, dark: Colour) -> Material:
    """Single fibres, each a little different from the next."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    each = g.node("HairInfo").outputs["Random"]
    return g.finish(g.ramp(each, (0.0, dark), (1.0, light)), rough=0.7)


def cloth(name: str, colour: Colour, *, threads: float = 90.0, coordinates: str = "Object") -> Material:
    """Plain-woven cloth."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    where = g.place(coordinates=coordinates)
    warp = g.node("TexWave", {"Vector": where, "Scale": threads}, bands_direction="X").outputs[0]
    weft = g.node("TexWave", {"Vector": where, "Scale": threads}, bands_direction="Y").outputs[0]
    cloud = g.noise(where, 8.0)
    tint = g.ramp(cloud, (0.3, shaded(colour, 0.86)), (0.7, colour))
    relief = g.mixed(0.5, warp, weft)
    return g.finish(tint, rough=0.9, normal=g.bump(relief, strength=0.18, depth=0.01), Sheen_Weight=0.25)


def striped(name: str, colour: Colour, line: Colour, *, lines: float = 5.2) -> Material:
    """Woven cloth with thin stripes along y."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    where = g.place()
    threads = g.noise(where, 120.0, detail=2)
    wave = g.node("TexWave", {"Vector": where, "Scale": lines}, bands_direction="X").outputs[0]
    tint = g.mixed(g.ramp(wave, (0.86, (0, 0, 0)), (0.92, (1, 1, 1))), colour, line)
    tint = g.mixed(0.5, tint, g.ramp(threads, (0.3, (0.55, 0.55, 0.55)), (0.7, (1, 1, 1))), "MULTIPLY")
    return g.finish(tint, rough=0.95, normal=g.bump(threads, strength=0.3, depth=0.01), Sheen_Weight=0.4)


def leather(name: str, colour: Colour) -> Material:
    """Grained leather, or what is made to look like it."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    grain = g.cells(g.place(), 46.0, feature="DISTANCE_TO_EDGE")
    cloud = g.noise(g.place(), 3.0, detail=5)
    tint = g.ramp(cloud, (0.3, shaded(colour, 0.72)), (0.72, colour))
    return g.finish(tint, rough=0.46, normal=g.bump(grain, strength=0.35, depth=0.012))


def charcoal() -> Material:
    """Burnt wood: black with a sheen, the grain still there, ash in the hollows."""
    if "charcoal" in kept:
        return kept["charcoal"]
    g = Graph("charcoal")
    grain = g.noise(g.place((0.9, 9, 9)), 5.0, detail=5, rough=0.65)
    cracks = g.cells(g.place((1.6, 5, 5)), 2.4, feature="DISTANCE_TO_EDGE")
    ash = g.noise(g.place(), 3.4, detail=7, rough=0.7)
    tint = g.ramp(ash, (0.50, (0.010, 0.0095, 0.009)), (0.64, (0.040, 0.038, 0.036)), (0.78, (0.24, 0.225, 0.21)))
    relief = g.mixed(0.5, grain, g.ramp(cracks, (0.0, (0, 0, 0)), (0.07, (1, 1, 1))))
    return g.finish(tint, rough=g.math("MULTIPLY_ADD", grain, 0.3), normal=g.bump(relief, strength=0.9, depth=0.06))


def crust(
    name: str, *, top: Colour = (0.27, 0.085, 0.02), side: Colour = (0.66, 0.38, 0.13), gloss: float = 0.45
) -> Material:
    """Bread: dark where it looks up, pale at the sides, dull flour in between."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    up = g.node("SeparateXYZ", {0: g.node("NewGeometry").outputs["Normal"]}).outputs[2]
    patch = g.noise(g.place(), 3.2, detail=6, rough=0.6)
    level = g.math("ADD", up, g.math("MULTIPLY", g.math("SUBTRACT", patch, 0.5), 0.9))
    tint = g.ramp(level, (0.0, side), (0.42, (0.50, 0.21, 0.05)), (0.92, top))
    pores = g.noise(g.place(), 26.0, detail=5, rough=0.6)
    return g.finish(
        tint,
        rough=gloss,
        normal=g.bump(pores, strength=0.28, depth=0.02),
        Subsurface_Weight=0.08,
        Subsurface_Radius=(0.2, 0.1, 0.05),
    )


def crumb() -> Material:
    """The inside of a loaf."""
    if "crumb" in kept:
        return kept["crumb"]
    g = Graph("crumb")
    holes = g.cells(g.place(), 24.0)
    fine = g.noise(g.place(), 40.0, detail=4)
    tint = g.ramp(holes, (0.1, (0.72, 0.58, 0.38)), (0.4, (0.90, 0.82, 0.66)))
    return g.finish(tint, rough=0.9, normal=g.bump(g.mixed(0.5, holes, fine), strength=0.6, depth=0.03))


def film(name: str = "film", *, tint: Colour = (1, 1, 1), cover: float = 0.10) -> Material:
    """Thin clear plastic: see-through, with reflections, and no refraction to compute."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    clear = g.node("BsdfTransparent", {"Color": (*tint, 1.0)}).outputs[0]
    shine = g.node("BsdfGlossy", {"Color": (1, 1, 1, 1), "Roughness": 0.10}).outputs[0]
    facing = g.node("LayerWeight", {"Blend": 0.25}).outputs["Facing"]
    share = g.math("MULTIPLY_ADD", facing, 0.5)
    g.tree.nodes[-1].inputs[2].default_value = cover
    return g.close(g.node("MixShader", {0: share, 1: clear, 2: shine}).outputs[0])


def glass_free_resin(name: str, colour: Colour) -> Material:
    """Dark natural gum, polished: a deep coat over a brown body."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    flow = g.noise(g.place((1, 1, 2.5)), 4.0, detail=5, warp=1.5)
    tint = g.ramp(flow, (0.3, shaded(colour, 0.35)), (0.7, colour))
    return g.finish(
        tint,
        rough=0.30,
        normal=g.bump(flow, strength=0.12, depth=0.03),
        Coat_Weight=0.7,
        Coat_Roughness=0.12,
        Subsurface_Weight=0.15,
        Subsurface_Radius=(0.15, 0.06, 0.03),
    )


def bamboo(name: str, light: Colour = (0.80, 0.60, 0.30), dark: Colour = (0.60, 0.38, 0.14)) -> Material:
    """Split bamboo: silky, with fine lines along the strip."""
    if name in kept:
        return kept[name]
    g = Graph(name)
    lines = g.noise(g.place((1, 40, 1), "UV"), 4.0, detail=3)
    cloud = g.noise(g.place(), 3.0)
    tint = g.mixed(0.5, g.ramp(lines, (0.3, dark), (0.65, light)), g.ramp(cloud, (0.3, dark), (0.7, light)))
    return g.finish(tint, rough=0.40, normal=g.bump(lines, strength=0.15, depth=0.01))
