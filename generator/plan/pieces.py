"""A piece of a view: made when its template first asks for it, and then at hand.

As `functools.cached_property`, without the lock that Python 3.11 takes each time, which costs more than most pieces.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class piece(Generic[T]):  # noqa: N801  # it is written as a decorator
    """What a method gives, kept in the view under the method's name."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make, self.name, self.__doc__ = make, make.__name__, make.__doc__

    def __get__(self, view: Any, _kind: type[Any] | None = None) -> T:
        """The piece; from the second time on Python finds what was kept and does not come here."""
        made = view.__dict__[self.name] = self.make(view)
        return made


def asked(view: object) -> tuple[str, ...]:
    """The pieces that were made of a view so far, in that order."""
    kind = type(view)
    return tuple(name for name in getattr(view, "__dict__", ()) if isinstance(vars(kind).get(name), piece))


def shown(view: object) -> dict[str, Any]:
    """All that a template sees of a view, or a maker of a recipe, by name: every piece made."""
    if isinstance(view, tuple):
        return dict(view._asdict())  # type: ignore[attr-defined]  # a view or a recipe is a named one
    if is_dataclass(view):
        return {f.name: getattr(view, f.name) for f in fields(view)}
    for name, made in vars(type(view)).items():
        if isinstance(made, piece):
            getattr(view, name)
    return {name: part for name, part in sorted(vars(view).items()) if name[0] != "_"}
