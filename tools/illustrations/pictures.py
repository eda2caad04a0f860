"""Which pictures there are: what each shows in words, and where in the content it goes.

A scene module declares one PICTURE and a `build()` that sets its things into the empty studio.
"""

import pkgutil
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType

import scenes
from studio import TABLE, View


@dataclass(frozen=True, slots=True)
class Picture:
    """One illustration: its file below content/, its alt texts, and how it is taken."""

    file: str
    indonesian: str
    english: str
    view: View = field(default=TABLE)
    setting: str = "table"
    """What it is built in: the studio's "table" or its "room"."""


def all_scenes() -> dict[str, ModuleType]:
    """Every scene module by its name, in the order of the alphabet."""
    names = sorted(module.name for module in pkgutil.iter_modules(scenes.__path__))
    return {name: import_module(f"scenes.{name}") for name in names}


def photos_block(picture: Picture) -> str:
    """The `photos:` block an entry carries for this picture."""
    name = picture.file.rsplit("/", 1)[1]
    shared = picture.file.startswith("photos/")
    return (
        "photos:\n"
        f"  - file: {'/' + picture.file if shared else name}\n"
        "    alt:\n"
        f'      id: "{picture.indonesian}"\n'
        f'      en: "{picture.english}"\n'
        "    people: none\n"
        "    illustration: true\n"
    )
