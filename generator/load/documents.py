"""One YAML file → plain data whose scalars are still text, and the place of anything in it.

Scalars stay text because YAML's own guesses harm editors: `0901.10` is a customs code, not a float, `NO` is Norway,
`08123` a phone number. What text means is decided by the record's field.

A file in which all is plain is read by `plain`; another that is right from the parser's events, which is cheaper than
its nodes; one that may be wrong is composed into nodes, which know their places and say what is wrong. Places are
looked up by composing it, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml._yaml import CParser

from generator.errors import BuildFailed, Place, Problem, problem
from generator.load import plain

Path = tuple[str | int, ...]  # ("photos", 0, "alt", "en")
Data = Any  # dict[str, Data] | list[Data] | str | None

DEEPEST = 20
NOT_GIVEN = {"", *plain.NOT_GIVEN}
SUSPECT = re.compile(  # may be an anchor, alias, tag or directive
    r"(?m)[&*!%](?:(?<=^%)|(?:(?<=^[&*!])|(?<=[\s\[,{:][&*!]))[^\s&|>])"
)
SIGNS = re.compile(r"[-?:][ \t]+[-?:][ \t]+[-?:]")  # nothing is a RUN without it, and to look for it costs half
RUN = re.compile(rf"(?m)^[ ]*(?:[-?:][ \t]+){{{DEEPEST},}}")  # `- - - -`: nesting on one line
SMART = "“”‘’„«"


class TextLoader(CParser):
    """PyYAML's C parser with a resolver that has nothing to say: it is asked about every node."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> None:
        """No tag: all is text."""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """No tags by path either."""

    def ascend_resolver(self) -> None:
        """Nor on the way up."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data: dicts, lists, texts. `file` is its name as an editor sees it, `text` what was read; `as_is` says
    that each text of the data stands in it as it is."""

    file: str
    text: str
    data: Data
    as_is: bool = False

    def place(self, path: Path = (), *, key: bool = False) -> Place:
        """Where a value stands, or with `key` its key; the nearest thing above it where the file has no such path."""
        node = _compose(self.text)
        best: Any = node
        for step in path:
            child = _step(best if best is node else node, step)
            if child is None:
                return _place(self.file, best)
            name, node = child
            best = name if (key and step == path[-1]) or _empty(node) else node
        return _place(self.file, best) if best is not None else Place(self.file)


def parse(file: str, text: str) -> Document:
    """The document in `text`, which is within the limits of `files.read_text`.

    Raises BuildFailed with one problem: YAML stops at the first thing that it can't read.
    """
    data = plain.read(text)
    if data is not None:
        return Document(file, text, data, as_is=True)
    deep = _too_deep(text)
    if deep >= 0:
        row, column = text.count("\n", 0, deep) + 1, deep - text.rfind("\n", 0, deep)
        raise BuildFailed([problem("yaml-deep", Place(file, row, column, 1), most=DEEPEST)])
    if any(sign in text for sign in "&*!%") and SUSPECT.search(text):
        _refuse_machinery(file, text)
    try:
        data = _read(TextLoader(text).get_event)
    except yaml.YAMLError:  # ours or the parser's
        data = _judged(file, text)
    return Document(file, text, {} if data is None else data)


def _read(event: Callable[[], Any]) -> Data:
    """A stream of events as data. Raises YAMLError where anything may be wrong, without telling what or where."""
    event()  # the stream's start
    if type(event()) is yaml.StreamEndEvent:
        return {}
    data = _value(event, event(), 0)
    event()  # the document's end
    if type(event()) is not yaml.StreamEndEvent:
        raise yaml.YAMLError
    return data


def _value(event: Callable[[], Any], first: Any, depth: int) -> Data:
    kind = type(first)
    if kind is ScalarEvent:
        return None if first.value in NOT_GIVEN and not first.style else first.value
    if depth >= DEEPEST:
        raise yaml.YAMLError
    if kind is MappingStartEvent:
        return _mapping(event, first.flow_style, depth + 1)
    if kind is not SequenceStartEvent:
        raise yaml.YAMLError
    items: list[Data] = []
    while type(child := event()) is not SequenceEndEvent:
        items.append(_value(event, child, depth + 1))
    return items


def _mapping(event: Callable[[], Any], flow: bool, depth: int) -> Data:  # noqa: FBT001  # as the event has it
    data: dict[str, Data] = {}
    keys = 0
    while type(key := event()) is ScalarEvent:
        keys += 1
        child = event()
        if type(child) is not ScalarEvent:
            data[key.value] = _value(event, child, depth)
        elif child.style or child.value not in NOT_GIVEN:
            data[key.value] = child.value
        elif flow:
            raise yaml.YAMLError  # perhaps a comma in a text
        else:
            data[key.value] = None
    if type(key) is not MappingEndEvent or len(data) != keys:
        raise yaml.YAMLError
    return {name: value for name, value in data.items() if value is not None} if None in data.values() else data


def _judged(file: str, text: str) -> Data:
    """The same data from nodes. Raises BuildFailed with what is wrong, if something is."""
    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        raise BuildFailed([_syntax(file, text, error)]) from None
    wrong: list[Problem] = []
    data = _plain(node, file, wrong, 0) if node is not None else {}
    if wrong:
        raise BuildFailed(wrong)
    return data


@lru_cache(maxsize=1)  # a file with one problem often has more
def _compose(text: str) -> Any:
    return TextLoader(text).get_single_node()


def _plain(node: Any, file: str, wrong: list[Problem], depth: int) -> Data:
    if depth > DEEPEST:
        raise BuildFailed([problem("yaml-deep", _place(file, node), most=DEEPEST)])
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in NOT_GIVEN else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, file, wrong, depth + 1) for child in node.value]
    data: dict[str, Data] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise BuildFailed([problem("yaml-key", _place(file, key))])
        if node.flow_style and _empty(child) and not child.style:
            wrong.append(problem("yaml-comma", _place(file, key), key=key.value))
        if key.value in data:
            wrong.append(problem("yaml-twice", _place(file, key), key=key.value))
        data[key.value] = _plain(child, file, wrong, depth + 1)
    return {key: value for key, value in data.items() if value is not None}


def _step(node: Any, step: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    if isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            if key.value == step:
                return key, child
    return None


def _empty(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value


def _place(file: str, node: Any) -> Place:
    if node is None:
        return Place(file)
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        end = node.value[0][0].end_mark  # point at a block's first key, not at the whole block
    same = end.line == start.line
    return Place(file, start.line + 1, start.column + 1, max(1, end.column - start.column) if same else 1)


def _too_deep(text: str) -> int:
    """Where nesting passes the limit, or -1. Counted over the text: libyaml itself can die of depth."""
    run = RUN.search(text) if SIGNS.search(text) else None
    if run:
        return run.start()
    if text.count("[") + text.count("{") <= DEEPEST:
        return -1
    depth = 0
    for match in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > DEEPEST:
            return match.start()
    return -1


def _refuse_machinery(file: str, text: str) -> None:
    """Anchors, aliases, tags, directives and second documents, which no editor of a catalogue needs."""
    found: list[Problem] = []
    try:
        for kind, mark in _machinery(text):
            found.append(problem(kind, Place(file, mark.line + 1, mark.column + 1, 1)))
    except yaml.YAMLError as error:
        found.append(_syntax(file, text, error))
    if found:
        raise BuildFailed(found)


def _machinery(text: str) -> Iterator[tuple[str, Any]]:
    for event in iter(TextLoader(text).get_event, None):
        if isinstance(event, yaml.AliasEvent):
            yield "yaml-alias", event.start_mark
        elif isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            yield "yaml-tag", event.start_mark
        elif isinstance(event, yaml.NodeEvent):
            if event.anchor:
                yield "yaml-alias", event.start_mark
            if getattr(event, "tag", None):
                yield "yaml-tag", event.start_mark


def _syntax(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """libyaml's complaint as a sentence of ours, at the place where an editor has to look."""
    said, context = (str(getattr(error, name, "") or "") for name in ("problem", "context"))
    lines = text.splitlines() or [""]
    at = _mark(file, lines, getattr(error, "problem_mark", None))
    began = _mark(file, lines, getattr(error, "context_mark", None))
    line = lines[at.line - 1]
    if "single document" in context + said:
        return problem("yaml-documents", at)
    if "quoted scalar" in context:
        return problem("yaml-escape" if "escape" in said else "yaml-quote", at if "escape" in said else began)
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return problem("yaml-tab", Place(file, at.line, line.index("\t") + 1, 1))
    code = next((code for wanted, code in SYNTAX if wanted in said), "yaml-syntax")
    before, here = line[: at.column - 1], line[at.column - 1 : at.column]
    if code == "yaml-bracket" and here == ":" and at.line == began.line:
        code = "yaml-colon"
    if code == "yaml-colon" and not re.search(r"[:{,]\s", before):
        return problem("yaml-indent", Place(file, at.line, len(line) - len(line.lstrip()) + 1, 1))
    if code == "yaml-colon" and re.search(rf":\s+[{SMART}]", before):
        return problem("yaml-smart", at)
    if code == "yaml-indent" and before.rstrip().endswith(("'", '"')):
        return problem("yaml-after-quote", at)
    return problem(code, began if code in ("yaml-bracket", "yaml-key-alone") else at, character=here)


def _mark(file: str, lines: list[str], mark: Any) -> Place:
    row = min(mark.line, len(lines) - 1) if mark else 0
    return Place(file, row + 1, min(mark.column, len(lines[row])) + 1 if mark else 1, 1)


SYNTAX = (
    ("mapping values are not allowed", "yaml-colon"),
    ("cannot start any token", "yaml-start"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("did not find expected key", "yaml-indent"),
    ("did not find expected '-' indicator", "yaml-indent"),
    ("could not find expected ':'", "yaml-key-alone"),
)
