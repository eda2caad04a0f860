"""The built sites that the judges share: each is built once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.judges.pages import Built

ROOT = Path(__file__).parent.parent.parent
BASE = "https://contoh.example/katalog/"
SITES = {
    "content": (ROOT / "content", BASE),
    "content-without-address": (ROOT / "content", ""),
    "complete": (ROOT / "tests/sites/complete/content", BASE),
}
# A folder that is built already can be judged alone: ETALASE_BUILT=dist pytest tests/judges
READY = os.environ.get("ETALASE_BUILT", "")


@pytest.fixture(scope="session", params=["content"] if READY else SITES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Each judged site, built by the command that editors use."""
    name: str = request.param
    if READY:
        folder, _, base = READY.partition(",")
        return Built(name, (ROOT / folder).resolve(), base)
    content, base = SITES[name]
    assert content.is_dir(), f"{content.relative_to(ROOT)} is not there: nothing to judge"
    output = tmp_path_factory.mktemp(name) / "dist"
    command = [sys.executable, "build.py", "--content", str(content), "--output", str(output), "--messages", "en"]
    done = subprocess.run(
        [*command, *(["--base-url", base] if base else [])],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"the site `{name}` does not build:\n{done.stdout}\n{done.stderr}"
    return Built(name, output, base)


class Host(SimpleHTTPRequestHandler):
    """Any static host: the site under some path, and its 404.html for all else."""

    extensions_map = {  # noqa: RUF012 (its parent's way)
        **SimpleHTTPRequestHandler.extensions_map,
        ".webp": "image/webp",
        ".avif": "image/avif",
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
    }

    def __init__(self, *args: Any, under: str, directory: str, policy: str) -> None:
        self.under, self.policy = under, policy
        super().__init__(*args, directory=directory)

    def end_headers(self) -> None:
        """The host's own policy, where it has one."""
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """The file for an address; nothing lies outside the path the site is under."""
        if not path.startswith(self.under):
            return str(Path(self.directory) / "there is no such file")
        return super().translate_path("/" + path.removeprefix(self.under))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its parent's word)
        """Say nothing."""


@dataclass(frozen=True)
class Roots:
    """The same site where its base URL says, at a host's top, under another path, and on a disk."""

    home: str
    top: str
    below: str
    disk: str


@pytest.fixture(scope="session")
def roots(built: Built) -> Iterator[Roots]:
    """Serve the site in threads of this process."""
    with ExitStack() as servers:
        home, top, below = (servers.enter_context(serving(built, under)) for under in (built.base_path, "/", "/a/b/"))
        yield Roots(home, top, below, f"{built.folder.as_uri()}/")


@contextmanager
def serving(built: Built, under: str, policy: str = "") -> Iterator[str]:
    """Serve a site under a path, with a policy of the host's or none; gives the address of its root."""
    host = partial(Host, under=under, directory=str(built.folder), policy=policy)
    server = ThreadingHTTPServer(("127.0.0.1", 0), host)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{under}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
