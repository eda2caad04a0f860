"""Render the catalogue's illustrations: `python tools/illustrations/render.py [SCENE…] [--proof] [--output FOLDER]`.

Without a name, every scene; each picture lands at its place below FOLDER (by default the repository's content/).
A proof is a small PNG, named by its scene, for looking at while composing. `--photos` prints the blocks that go into
the entries and renders nothing.
"""

import argparse
import random
import sys
import time
from pathlib import Path

import studio
from pictures import Picture, all_scenes, photos_block

CONTENT = Path(__file__).resolve().parents[2] / "content"


def main() -> int:
    """Render what was asked for; 1 if a name is not a scene's."""
    asked = _arguments()
    known = all_scenes()
    for name in asked.scenes:
        if name not in known:
            print(f"{name}: no such scene; there are {', '.join(known)}", file=sys.stderr)
            return 1
    for name in asked.scenes or known:
        picture: Picture = known[name].PICTURE
        if asked.photos:
            print(f"# {picture.file}\n{photos_block(picture)}")
            continue
        began = time.monotonic()
        studio.empty()
        {"table": studio.table_top, "room": studio.room}[picture.setting]()
        random.seed(name)
        known[name].build()
        path = asked.output / (f"{name}.png" if asked.proof else picture.file)
        size = studio.take(picture.view, studio.PROOF if asked.proof else studio.FINAL, path)
        print(f"{path}  {size // 1000} kB  {time.monotonic() - began:.0f} s", flush=True)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("scenes", nargs="*", metavar="SCENE")
    parser.add_argument("--proof", action="store_true", help="small and quick, named by scene")
    parser.add_argument("--output", type=Path, default=CONTENT, help="folder to write below (default: content/)")
    parser.add_argument("--photos", action="store_true", help="print the photos: blocks instead")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
