"""What comes of reading a text, whichever of the ways to read it are left out."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.errors import BuildFailed
from generator.load import documents, plain
from generator.load.documents import parse


def outcome(text: str) -> Any:
    """A text's data, or what is wrong with it."""
    try:
        return parse("a.yaml", text).data
    except BuildFailed as failure:
        return failure.problems


def parsed(text: str) -> Any:
    """The same from PyYAML alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "read", lambda _text: None)
        return outcome(text)


def composed(text: str) -> Any:
    """The same from its nodes, which know their places."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "_read", _refused)
        return parsed(text)


def _refused(_event: object) -> None:
    raise yaml.YAMLError
