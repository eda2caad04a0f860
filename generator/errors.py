"""What is wrong, where, and what to do about it: the one shape every problem of a site has.

A problem is a code with arguments; its sentences are in `messages`, in each language an editor may read,
so that whoever finds a problem need not know who will read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.messages import LEVELS, MESSAGES, WORDS

type_pair = tuple[str, str]  # (Indonesian, English): an argument worded in both
LANGUAGES = ("id", "en")


class Place(NamedTuple):
    """A stretch of one line: `line` and `column` count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0
    length: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Problem(NamedTuple):
    """One thing an editor should know. `level` is `error`, `warning` or `note`; only errors stop a build."""

    place: Place
    code: str
    level: str
    args: tuple[tuple[str, str | type_pair], ...] = ()

    def sentence(self, language: str) -> str:
        return self._worded(MESSAGES[self.code].said(language), language)

    def hint(self, language: str) -> str:
        """What to do, or an empty text."""
        given = dict(self.args).get("suggestion")
        if given and given != ("", ""):
            return WORDS["did-you-mean"][LANGUAGES.index(language)].format(word=self._worded("{suggestion}", language))
        return self._worded(MESSAGES[self.code].cure(language), language)

    def _worded(self, text: str, language: str) -> str:
        index = LANGUAGES.index(language)
        return text.format_map({k: v if isinstance(v, str) else v[index] for k, v in self.args})


class BuildFailed(Exception):
    """The site has problems. The only exception of ours that crosses a room."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)


def problem(code: str, place: Place, **args: object) -> Problem:
    """A problem of a code that `messages` lists, at its level; arguments are texts, numbers or pairs (id, en)."""
    worded = ((k, v if isinstance(v, tuple) else str(v)) for k, v in sorted(args.items()))
    return Problem(place, code, MESSAGES[code].level, tuple(worded))


def frozen(p: Problem) -> list[Any]:
    """A problem in JSON's own kinds."""
    place = [p.place.file, p.place.line, p.place.column, p.place.length]
    return [
        place,
        p.code,
        p.level,
        [[name, value if isinstance(value, str) else list(value)] for name, value in p.args],
    ]


def thawed(row: list[Any]) -> Problem:
    """The same again."""
    place, code, level, args = row
    return Problem(Place(*place), code, level, tuple((n, v if isinstance(v, str) else tuple(v)) for n, v in args))


def relevel(problems: Iterable[Problem], levels: Mapping[str, str]) -> list[Problem]:
    """The problems with the levels a site has chosen for some codes."""
    return [p._replace(level=levels[p.code]) if p.code in levels else p for p in problems]


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """The nearest of `words`, or an empty text where none is near."""
    from difflib import get_close_matches  # whoever makes no mistake needs none

    known = {w.casefold(): w for w in words}
    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return known[near[0]] if near else ""


def report(problems: Iterable[Problem], language: str, *, root: Path) -> str:
    """All problems as an editor reads them: path first, the line, the caret, the cure.

    `root` is the folder that the files of the places are named from.
    """
    return "\n\n".join(_one(p, language, root) for p in problems)


def _one(p: Problem, language: str, root: Path) -> str:
    level = LEVELS[p.level][LANGUAGES.index(language)]
    lines = [f"{p.place}: {level}: {p.sentence(language)} [{p.code}]"]
    source = _line(root / p.place.file, p.place.line) if p.place.line else ""
    if source.strip():
        gutter = f"  {p.place.line} | "
        before = source[: p.place.column - 1]
        blank = "".join("\t" if c == "\t" else " " for c in before)
        caret = "^" * max(1, min(p.place.length, len(source) - len(before)))
        lines += [gutter + source, " " * (len(gutter) - 2) + "| " + blank + caret]
    hint = p.hint(language)
    if hint:
        lines.append(f"  {WORDS['hint'][LANGUAGES.index(language)]}: {hint}")
    return "\n".join(lines)


def _line(path: Path, number: int) -> str:
    """A line of a file, or nothing where it can't be read any more."""
    try:
        lines = path.read_text("utf-8-sig", errors="replace").splitlines()
    except OSError:
        return ""
    text = lines[number - 1] if number <= len(lines) else ""
    return text if len(text) <= 200 else ""
