"""A material's nodes written as expressions, so that a material reads like the sentence it is.

Colours are linear RGB in 0…1.
"""

from typing import Any

import bpy  # type: ignore[import-not-found]

Colour = tuple[float, float, float]
Material = Any
Socket = Any


def shaded(colour: Colour, by: float) -> Colour:
    """A colour made darker or lighter, never over 1."""
    red, green, blue = colour
    return (min(1.0, red * by), min(1.0, green * by), min(1.0, blue * by))


def between(one: Colour, other: Colour) -> Colour:
    """The colour half way."""
    return ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2, (one[2] + other[2]) / 2)


kept: dict[str, Material] = {}
"""The scene's materials by name: each is made once and handed out again."""


class Graph:
    """A material's nodes, written as expressions: a socket given as an input is linked, anything else is set."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.tree.nodes.clear()

    def node(self, kind: str, inputs: dict[str | int, Any] | None = None, **settings: Any) -> Any:
        """Add a node; `inputs` by name or number, other settings by attribute."""
        made = self.tree.nodes.new(f"ShaderNode{kind}")
        for name, value in settings.items():
            setattr(made, name, value)
        for key, value in (inputs or {}).items():
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, made.inputs[key])
            elif isinstance(value, tuple) and len(value) == 3 and made.inputs[key].type == "RGBA":
                made.inputs[key].default_value = (*value, 1.0)
            else:
                made.inputs[key].default_value = value
        return made

    def place(self, stretch: Colour = (1, 1, 1), coordinates: str = "Object") -> Socket:
        """Where on the object we are, stretched, and shifted for each object so that no two look alike."""
        where = self.node("TexCoord").outputs[coordinates]
        shift = self.node(
            "Math", {0: self.node("ObjectInfo").outputs["Random"], 1: 37.0}, operation="MULTIPLY"
        ).outputs[0]
        moved = self.node("VectorMath", {0: where, 1: shift}, operation="ADD").outputs[0]
        return self.node("Mapping", {"Vector": moved, "Scale": stretch}).outputs[0]

    def noise(
        self, where: Socket, scale: float, *, detail: float = 4.0, rough: float = 0.55, warp: float = 0.0
    ) -> Socket:
        """Fractal noise in 0…1."""
        values: dict[str | int, Any] = {
            "Vector": where,
            "Scale": scale,
            "Detail": detail,
            "Roughness": rough,
            "Distortion": warp,
        }
        return self.node("TexNoise", values).outputs[0]

    def cells(self, where: Socket, scale: float, *, feature: str = "F1") -> Socket:
        """Distance in a Voronoi pattern: to the centre, or "DISTANCE_TO_EDGE"."""
        return self.node("TexVoronoi", {"Vector": where, "Scale": scale}, feature=feature).outputs["Distance"]

    def ramp(self, value: Socket, *stops: tuple[float, Colour]) -> Socket:
        """A value turned into a colour."""
        made = self.node("ValToRGB", {"Fac": value})
        elements = made.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops, strict=True):
            element.position, element.color = position, (*colour, 1.0)
        return made.outputs[0]

    def math(self, operation: str, a: Any, b: Any = 0.0) -> Socket:
        """One sum."""
        return self.node("Math", {0: a, 1: b}, operation=operation).outputs[0]

    def mixed(self, share: Any, a: Any, b: Any, how: str = "MIX") -> Socket:
        """Two colours mixed."""
        return self.node("MixRGB", {"Fac": share, "Color1": a, "Color2": b}, blend_type=how).outputs[0]

    def bump(self, height: Socket, *, strength: float, depth: float = 0.02) -> Socket:
        """A relief that changes the light and not the form."""
        return self.node("Bump", {"Height": height, "Strength": strength, "Distance": depth}).outputs[0]

    def finish(self, colour: Any, *, rough: Any = 0.5, normal: Socket | None = None, **more: Any) -> Material:
        """Close the graph with a surface; `more` names inputs of the principled surface with `_` for a space."""
        inputs: dict[str | int, Any] = {"Base Color": colour, "Roughness": rough}
        inputs |= {key.replace("_", " "): value for key, value in more.items()}
        if normal is not None:
            inputs["Normal"] = normal
        surface = self.node("BsdfPrincipled", inputs).outputs[0]
        return self.close(surface)

    def close(self, surface: Socket) -> Material:
        """Give the material its surface."""
        self.node("OutputMaterial", {"Surface": surface})
        kept[self.material.name] = self.material
        return self.material
