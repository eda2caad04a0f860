"""A bar on a terminal for work that takes over a second; nothing where nobody looks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from generator.commands.options import is_terminal

WORDS = {
    "id": {
        "load": "membaca",
        "model": "memeriksa",
        "plan": "merencanakan",
        "page": "halaman",
        "photo": "foto",
        "write": "menulis",
    },
    "en": {
        "load": "reading",
        "model": "checking",
        "plan": "planning",
        "page": "pages",
        "photo": "photos",
        "write": "writing",
    },
}
PATIENCE = 1.0  # seconds before the bar appears


@contextmanager
def listening(language: str) -> Iterator[Callable[[str, int, int], None]]:
    """A listener for the pipeline's progress."""
    if not is_terminal():
        yield lambda _what, _done, _total: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    started = time.monotonic()
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
        transient=True,
    )
    task = bar.add_task("", total=1)
    shown = False

    def listen(what: str, done: int, total: int) -> None:
        nonlocal shown
        if not shown and time.monotonic() - started > PATIENCE:
            bar.start()
            shown = True
        if shown:
            bar.update(task, description=WORDS[language][what], completed=done, total=max(total, 1))

    try:
        yield listen
    finally:
        bar.stop()
