"""What is being done, for work that takes over a second: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from generator.commands.options import is_terminal

WORDS = {
    "id": {
        "load": "membaca",
        "model": "memeriksa",
        "plan": "merencanakan",
        "page": "membuat halaman",
        "photo": "mengodekan foto",
        "write": "menulis",
    },
    "en": {
        "load": "reading",
        "model": "checking",
        "plan": "planning",
        "page": "making pages",
        "photo": "encoding photos",
        "write": "writing",
    },
}
PATIENCE = 1.0  # seconds before anything is said
PAUSE = 5.0  # seconds between plain lines on the same work
Listener = Callable[[str, int, int], None]


@contextmanager
def listening(language: str) -> Iterator[Listener]:
    """A listener for the pipeline's progress."""
    if is_terminal():
        with _bar(language) as listener:
            yield listener
    else:
        yield _lines(language)


def _lines(language: str) -> Listener:
    started = time.monotonic()
    said = ("", 0.0)

    def listen(what: str, done: int, total: int) -> None:
        nonlocal said
        now = time.monotonic()
        if now - started < PATIENCE or (what == said[0] and now - said[1] < PAUSE):
            return
        said = (what, now)
        click.echo(f"{WORDS[language][what]} {done}/{total}" if total > 1 else WORDS[language][what], err=True)

    return listen


@contextmanager
def _bar(language: str) -> Iterator[Listener]:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    started = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    bar = Progress(*columns, TimeElapsedColumn(), transient=True)
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
