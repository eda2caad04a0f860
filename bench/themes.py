"""The bench's own themes, made ready for a build: their templates, with the strings and the map of the real theme.

`plain` gives the pages that the twins give too; `data` gives each page's content as JSON, from which the twins'
sources are written. So the twins show what we show, whatever planning comes to say.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from bench.programs import REPOSITORY, etalase

HERE = Path(__file__).resolve().parent / "themes"
REAL = REPOSITORY / "themes" / "etalase"
UNUSED = re.compile(r"theme string `([^`]+)` is not used")


def ready(name: str, place: Path, content: Path) -> Path:
    """The bench theme `name` as a folder under `place`, its strings cut down to those that it and planning use; or a
    copy of the real one, for `real`.

    `content` is any content of ours: a check of it tells which strings nobody asks for.
    """
    theme = place / name
    shutil.rmtree(theme, ignore_errors=True)
    if name == "real":
        return Path(shutil.copytree(REAL, theme))
    shutil.copytree(HERE / name, theme)
    for part in ("strings", "map"):
        shutil.copytree(REAL / part, theme / part)
    told = subprocess.run(
        [*etalase("check", content=content, theme=theme), "--messages", "en"],
        capture_output=True,
        text=True,
        check=False,
    )
    unused = set(UNUSED.findall(told.stderr + told.stdout))
    for file in (theme / "strings").iterdir():
        lines = file.read_text("utf-8").splitlines(keepends=True)
        kept = [
            line
            for line in lines
            if re.sub(r"\.(?:zero|one|two|few|many|other)$", "", line.partition(":")[0]) not in unused
        ]
        file.write_text("".join(line for line in kept if line.partition(":")[0] not in unused), "utf-8")
    return theme
