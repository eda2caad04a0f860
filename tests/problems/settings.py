"""What no text can hold: pipes, links, a disk that is full, a photo that says where it was taken."""

from __future__ import annotations

import errno
import os
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from generator.load import files, photos, pixels
from generator.load.files import Folder
from generator.render import photos as encoders
from generator.write import journal, output
from generator.write.output import Output
from tests import photos as samples
from tests.site import Site

PRODUCT = "content/products/lapas-contoh/roti"
PHOTO = """\
-- add content/products/lapas-contoh/roti/product.yaml --
photos:
  - file: roti.jpg
    alt:
      id: Roti di atas meja
      en: Bread on a table
    people: none
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """A site, what may be patched, and what the program prints."""

    site: Site
    patch: pytest.MonkeyPatch
    printed: pytest.CaptureFixture[str]

    @contextmanager
    def as_it_is(self) -> Iterator[None]:
        yield

    def read(self) -> str:
        """All that was printed since: problems first, then the summary."""
        out, err = self.printed.readouterr()
        return err + out

    def built(self) -> None:
        self.site.build()

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.site.folder / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    def write(self, path: str, data: bytes) -> None:
        samples.write(self.site.folder, path, data)


def refuse(code: int) -> Callable[..., NoReturn]:
    def fails(*_anything: object, **_more: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fails


def bomb() -> bytes:
    """A PNG of a hundred bytes that says it is 20,000 pixels wide and high."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    end = b"\0\0\0\0IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + end


# -- files ---------------------------------------------------------------------------------------------------------


@contextmanager
def a_link_out(run: Setting) -> Iterator[None]:
    (run.site.folder / "rahasia.yaml").write_text("rahasia")
    (run.site.folder / "content" / "partners.yaml").symlink_to("../rahasia.yaml")
    yield


@contextmanager
def a_pipe(run: Setting) -> Iterator[None]:
    os.mkfifo(run.site.folder / "content" / "partners.yaml")
    yield


@contextmanager
def no_permission(run: Setting) -> Iterator[None]:
    opened = files._opened

    def closed(folder: Folder, path: str) -> int:
        if path == "categories.yaml":
            refuse(errno.EACCES)()
        return opened(folder, path)

    run.patch.setattr(files, "_opened", closed)
    yield


@contextmanager
def a_name_that_turns(run: Setting) -> Iterator[None]:
    run.write("content/a\u202elmay.yaml", b"")
    yield


@contextmanager
def a_long_file(run: Setting) -> Iterator[None]:
    run.write("content/markets.yaml", b"#" * 256_001)
    yield


# -- the site's folder ---------------------------------------------------------------------------------------------


@contextmanager
def another_build(run: Setting) -> Iterator[None]:
    with Output.open(Path("dist")):
        yield


@contextmanager
def a_full_disk(run: Setting) -> Iterator[None]:
    run.built()
    run.edit(f"{PRODUCT}/product.yaml", "Roti tawar", "Roti manis")
    run.patch.setattr(output, "_write", refuse(errno.ENOSPC))
    yield


@contextmanager
def a_disk_that_dies(run: Setting) -> Iterator[None]:
    run.built()
    run.edit(f"{PRODUCT}/product.yaml", "Roti tawar", "Roti manis")
    run.patch.setattr(journal, "_put", refuse(errno.EACCES))
    yield


def with_address(key: str, old: str, new: str) -> Callable[[Setting], AbstractContextManager[None]]:
    @contextmanager
    def setting(run: Setting) -> Iterator[None]:
        run.site("-- theme themes/toko --\n-- add content/site.yaml --\ntheme: toko\n")
        run.edit("themes/toko/strings/id.yaml", f'{key}: "{old}"', f'{key}: "{new}"')
        yield

    return setting


@contextmanager
def no_word_for_home(run: Setting) -> Iterator[None]:
    run.site("-- theme themes/toko --\n-- add content/site.yaml --\ntheme: toko\n")
    run.edit("themes/toko/strings/en.yaml", 'nav.home: "Home"\n', "")
    yield


def first_string(language: str, key: str, text: str) -> Callable[[Setting], AbstractContextManager[None]]:
    """A theme of ones own whose strings begin with this one, so that its line stays the same."""

    @contextmanager
    def setting(run: Setting) -> Iterator[None]:
        run.site("-- theme themes/toko --\n-- add content/site.yaml --\ntheme: toko\n")
        file = run.site.folder / "themes/toko/strings" / f"{language}.yaml"
        others = [line for line in file.read_text("utf-8").splitlines() if not line.startswith(f"{key}:")]
        file.write_text("\n".join([f'{key}: "{text}"', *others, ""]), "utf-8")
        yield

    return setting


@contextmanager
def a_strangers_page(run: Setting) -> Iterator[None]:
    run.built()
    run.write("dist/id/produk/lapas-contoh/kue.html", b"<p>kue</p>")
    text = (run.site.folder / PRODUCT / "product.yaml").read_bytes()
    run.write("content/products/lapas-contoh/kue/product.yaml", text)
    yield


@contextmanager
def an_edited_page(run: Setting) -> Iterator[None]:
    run.built()
    run.write("dist/id/mitra.html", b"<p>diubah</p>")
    yield


@contextmanager
def an_edited_page_that_goes(run: Setting) -> Iterator[None]:
    run.built()
    run.write("dist/id/produk/lapas-contoh/roti.html", b"<p>diubah</p>")
    run.site("-- remove content/products --\n")
    yield


# -- photos --------------------------------------------------------------------------------------------------------


def a_photo(data: Callable[[], bytes], name: str = "roti.jpg") -> Callable[[Setting], AbstractContextManager[None]]:
    @contextmanager
    def setting(run: Setting) -> Iterator[None]:
        run.site(PHOTO.replace("roti.jpg", name))
        run.write(f"{PRODUCT}/{name}", data())
        yield

    return setting


def jpeg() -> bytes:
    return samples.saved(samples.picture(), "JPEG")


@contextmanager
def a_heavy_photo(run: Setting) -> Iterator[None]:
    with a_photo(jpeg)(run):
        os.truncate(run.site.folder / PRODUCT / "roti.jpg", 41_500_000)  # all but its beginning is a hole
        yield


@contextmanager
def no_heic(run: Setting) -> Iterator[None]:
    with a_photo(lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100, "roti.heic")(run):
        run.patch.setattr(pixels, "can_read", lambda name: name != "HEIF")
        yield


@contextmanager
def a_changing_photo(run: Setting) -> Iterator[None]:
    with a_photo(jpeg)(run):
        run.patch.setattr(photos, "digest_of", lambda _data: "another")
        yield


@contextmanager
def a_talkative_encoder(run: Setting) -> Iterator[None]:
    with a_photo(jpeg)(run):
        run.patch.setitem(encoders.OPTIONS, "webp", {"exif": samples.exif()})
        yield


@contextmanager
def no_typst(run: Setting) -> Iterator[None]:
    """A machine on which typst is not installed."""
    run.patch.setattr("generator.render.cards.can_set", lambda: False)
    yield


SETTINGS: Mapping[str, Callable[[Setting], AbstractContextManager[None]]] = {
    "card-typst": no_typst,
    "file-link": a_link_out,
    "file-irregular": a_pipe,
    "file-unreadable": no_permission,
    "file-name": a_name_that_turns,
    "file-large": a_long_file,
    "output-busy": another_build,
    "output-disk": a_full_disk,
    "output-interrupted": a_disk_that_dies,
    "output-path": with_address("address.products", "produk", "produk?"),
    "output-clash": with_address("address.products", "produk", "mitra.html"),
    "output-foreign": a_strangers_page,
    "output-edited": an_edited_page,
    "output-left": an_edited_page_that_goes,
    "string-missing": no_word_for_home,
    "string-placeholder": first_string("en", "foot.publisher", "Compiled by {nama}."),
    "string-unused": first_string("id", "nav.lama", "Lama"),
    "photo-heavy": a_heavy_photo,
    "photo-pixels": a_photo(bomb, "roti.png"),
    "photo-heic": no_heic,
    "photo-misnamed": a_photo(lambda: samples.saved(samples.picture(), "PNG")),
    "photo-changed": a_changing_photo,
    "photo-marked": a_talkative_encoder,
    "photo-position": a_photo(lambda: samples.saved(samples.picture(), "JPEG", exif=samples.exif(gps=(-6.7, 108.5)))),
}
