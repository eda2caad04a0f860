"""YAML in block style, as an editor writes it: quotes only where they are needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

UNSURE = re.compile(r"[:#&*!|>'\"%@`,\[\]{}]|^[-?~ ]|^$|^(?:null|true|false|ya|tidak)$")
Data = dict[str, Any]


def block(value: Any, depth: int = 0) -> Iterator[str]:
    """A mapping, list or scalar as lines of YAML in block style, as an editor writes it."""
    pad = "  " * depth
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict | list):
                yield f"{pad}{key}:"
                yield from block(item, depth + 1)
            else:
                yield f"{pad}{key}: {scalar(item)}"
    else:
        for item in value:
            if isinstance(item, dict):
                first, *rest = block(item, depth + 1)
                yield f"{pad}- {first.lstrip()}"
                yield from rest
            else:
                yield f"{pad}- {scalar(item)}"


def scalar(value: Any) -> str:
    """A text plain where YAML reads it back as it is, else in double quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return json.dumps(text, ensure_ascii=False) if UNSURE.search(text) else text
