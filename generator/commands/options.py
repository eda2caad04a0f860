"""The options that several verbs share, and how an editor is told what happened."""

from __future__ import annotations

import locale
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.errors import LANGUAGES, Problem, report
from generator.messages import LEVELS

F = TypeVar("F", bound=Callable[..., Any])

SHARED = (
    click.option(
        "--content", type=click.Path(path_type=Path), default=Path("content"), help="The folder with the entries."
    ),
    click.option("--theme", help="A theme's name under themes/, or a path to one."),
    click.option("--base-url", help="Where the site will be published: canonical and whole addresses need it."),
    click.option("--strict", is_flag=True, help="Let warnings stop the build too."),
    click.option("--no-cache", is_flag=True, help="Ask nothing of earlier builds and keep nothing for later ones."),
    click.option("--messages", type=click.Choice(LANGUAGES), help="The language of messages."),
)


def shared(command: F) -> F:
    """Gives a command the options that all of them have."""
    for option in reversed(SHARED):
        command = option(command)
    return command


def language(chosen: str | None) -> str:
    """The language of messages: the chosen one, else the locale's if we speak it, else the site's first: Indonesian."""
    if chosen:
        return chosen
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    code = (named or locale.getlocale()[0] or "")[:2].lower()
    return code if code in LANGUAGES else LANGUAGES[0]


MORE = {
    "id": "dan {count} catatan lain; `build.py check` menampilkan semuanya",
    "en": "and {count} more notes; `build.py check` shows them all",
}


def tell(problems: Iterable[Problem], messages: str, *, notes: int | None = None) -> None:
    """Prints the problems to the terminal, as an editor reads them; of notes at most so many, where that is said."""
    found = list(problems)
    left = [p for p in found if p.level == "note"][notes:] if notes is not None else []
    unsaid = set(left)
    text = report((p for p in found if p not in unsaid), messages, root=Path.cwd())
    if text:
        click.echo(text, err=True)
    if left:
        click.echo(f"\n{MORE[messages].format(count=len(left))}", err=True)


def counted(problems: Iterable[Problem], messages: str) -> str:
    """`2 peringatan, 1 catatan`."""
    counts = Counter(p.level for p in problems)
    told = []
    for level, names in LEVELS.items():
        if counts[level]:
            plural = "s" if messages == "en" and counts[level] > 1 else ""
            told.append(f"{counts[level]} {names[LANGUAGES.index(messages)]}{plural}")
    return ", ".join(told) or {"id": "tanpa masalah", "en": "no problems"}[messages]


def is_terminal() -> bool:
    """Whether somebody is looking at what we print."""
    return sys.stderr.isatty()
