"""What all records share, and how a record's errors become problems of ours.

pydantic validates; its error *types* are turned into our codes here, so that its own wording never reaches a user.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import SchemaValidator, core_schema

from generator.errors import Place, Problem, did_you_mean, problem
from generator.model.kinds import Reading


class Record(BaseModel):
    """A mapping in a file. Unknown keys are problems, values never change once read."""

    # What reads a record is made when the first is read: a build that changes little reads few kinds.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


R = TypeVar("R", bound=Record)
Loc = tuple[str | int, ...]


class Documented:
    """What a document must offer to be read: its data, and the place of anything in it."""

    file: str
    data: Any

    def place(self, path: Loc = (), *, key: bool = False) -> Place:
        raise NotImplementedError


def read(
    kind: type[R], document: Any, reading: Reading, *, at: Loc = (), field_names: Mapping[str, str] | None = None
) -> R | list[Problem]:
    """The record that stands in `document` at the path `at`, or every problem of it.

    `field_names` has other names of fields, case-folded (the theme's labels: `harga` → `price`).
    """
    data = document.data
    for step in at:
        data = data[step]
    try:
        return kind.model_validate(data, context=reading)
    except ValidationError as error:
        names = field_names or {}
        return [_problem(kind, document, at, e, names) for e in error.errors(include_url=False, include_input=True)]


def kept(record: Record) -> dict[str, Any]:
    """A record as JSON has it, by its fields' own names, without what it would have anyway; see `opened`."""
    return record.model_dump(mode="json", exclude_defaults=True)


def opened(kind: type[R], data: Mapping[str, Any]) -> R:
    """The record that was kept, as it was when it was read: what was checked then is not checked again."""
    return cast("R", _opener(kind).validate_python(data))


@cache
def _opener(kind: type[Record]) -> SchemaValidator:
    return SchemaValidator(_trusted(kind), _use_prebuilt=False)  # or records below it would be checked as in a file


def _trusted(annotation: Any) -> core_schema.CoreSchema:
    """How pydantic makes a record of what was kept of it: as from its file, without what reads texts and checks."""
    if annotation is Decimal:
        return core_schema.decimal_schema()
    if isinstance(annotation, type) and issubclass(annotation, Record):
        fields = {name: core_schema.model_field(_default(info)) for name, info in annotation.model_fields.items()}
        return core_schema.model_schema(annotation, core_schema.model_fields_schema(fields))
    below = [schema for schema in map(_trusted, get_args(annotation)) if schema["type"] != "any"]
    if not below:
        return core_schema.any_schema()
    return core_schema.list_schema(below[0]) if get_origin(annotation) is list else below[0]


def _default(info: FieldInfo) -> core_schema.CoreSchema:
    schema = _trusted(info.annotation)
    if info.is_required():
        return schema
    if info.default_factory:
        return core_schema.with_default_schema(schema, default_factory=info.default_factory)
    return core_schema.with_default_schema(schema, default=info.default)


def _problem(kind: type[Record], document: Any, at: Loc, error: Any, names: Mapping[str, str]) -> Problem:
    context = dict(error.get("ctx", {}))
    inner = tuple(step for step in error["loc"] if step != "words")  # words stand beside their source in the file
    loc: Loc = at + inner + tuple(context.pop("at", ()))
    code = error["type"]
    name = str(loc[-1]) if loc else ""
    if code == "extra_forbidden":
        fields = _fields(kind, error["loc"][:-1])
        near = names.get(name.casefold(), "")
        near = near if near in fields else did_you_mean(name, fields)
        choices = ", ".join(sorted(fields))
        return problem("unknown-field", document.place(loc, key=True), given=name, fields=choices, suggestion=near)
    if code == "missing":
        return problem("missing-field", document.place(loc, key=True), field=name)
    if error["input"] is None and code.endswith("_type"):
        return problem("item-empty", document.place(loc))
    if code in ("model_type", "model_attributes_type", "dict_type"):
        return problem("not-mapping", document.place(loc), field=name)
    if code in ("list_type", "tuple_type"):
        return problem("not-list", document.place(loc))
    if code == "too_short":
        return problem("list-empty", document.place(loc))
    return problem(code, document.place(loc, key=code == "words-language"), **context)


def _fields(kind: type[Record], loc: Loc) -> list[str]:
    """The names of the fields that an editor may write in the record that stands at `loc` below one of `kind`."""
    for step in loc:
        if isinstance(step, str) and step in kind.model_fields:
            kind = next(_records(kind.model_fields[step].annotation), kind)
    return [info.alias or name for name, info in kind.model_fields.items() if info.description]


def _records(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in get_args(annotation):
        yield from _records(argument)


def field_names(kind: type[Record]) -> set[str]:
    """Every field's name in a record and in the records below it."""
    found: set[str] = set()
    for name, info in kind.model_fields.items():
        found.add(info.alias or name)
        for below in _records(info.annotation):
            found |= field_names(below)
    return found
