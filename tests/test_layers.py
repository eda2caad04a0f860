"""The straight line, kept: a room of `generator` imports only from the rooms before it."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
STAGES = ("load", "model", "plan", "render", "write")
GROUND = {"errors", "messages", "workers"}

# Which other rooms a room may know. `cache` is not among them: each use of it is named below.
MAY_KNOW = {
    "messages": set[str](),
    "workers": set[str](),
    "errors": {"messages"},
    "cache": set[str](),
    **{stage: GROUND | set(STAGES[:place]) for place, stage in enumerate(STAGES)},
    "plan": GROUND | {"model"},
    "pipeline": GROUND | set(STAGES) | {"made", "making", "standing"},
    "standing": GROUND | {"load", "pipeline"},
    "made": GROUND | {"write"},
    "making": GROUND | {"plan", "render", "write", "made"},
    "commands": GROUND | {"pipeline"},
    "__main__": GROUND | {"commands"},
    "__init__": set[str](),
}
OWN_A_CACHE = {
    "load/content.py",
    "load/photos.py",
    "model/gathering.py",
    "model/keeping.py",
    "model/room.py",
    "load/looking.py",
    "plan/extracts.py",
    "plan/lists.py",
    "plan/plan.py",
    "plan/search/__init__.py",
    "plan/tools.py",
    "render/packs.py",
    "render/run.py",
    "made.py",
    "making.py",
    "pipeline.py",
    "standing.py",
}


def imports(path: Path) -> set[str]:
    """The rooms of `generator` that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are written out: `from generator.room import …`"
            whole = [node.module] if node.module != "generator" else [f"generator.{name.name}" for name in node.names]
        else:
            whole = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        found |= {name.split(".")[1] for name in whole if name and name.startswith("generator.")}
    return found


def modules() -> dict[str, Path]:
    package = ROOT / "generator"
    return {path.relative_to(package).as_posix(): path for path in sorted(package.rglob("*.py"))}


def room(module: str) -> str:
    return module.split("/")[0].removesuffix(".py")


def test_a_room_imports_only_from_the_rooms_before_it() -> None:
    wrong = []
    for module, path in modules().items():
        assert room(module) in MAY_KNOW, f"generator/{module}: a new room; say in this test what it may know"
        strange = imports(path) - MAY_KNOW[room(module)] - {room(module), "cache"}
        wrong += [f"generator/{module} imports {name}" for name in sorted(strange)]
    assert not wrong, "\n".join(wrong)


def test_only_the_named_modules_use_the_cache() -> None:
    users = {module for module, path in modules().items() if "cache" in imports(path)}
    assert users <= OWN_A_CACHE, f"uses the cache, but is not named here: {', '.join(sorted(users - OWN_A_CACHE))}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "helpers", "common", "base", "core", "manager", "misc"}
    found = [module for module in modules() if empty & set(module.removesuffix(".py").split("/"))]
    assert not found, f"name it after what it does: {', '.join(found)}"
