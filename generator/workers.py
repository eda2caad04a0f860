"""Work done in several processes that inherit all there is, so that nothing has to be sent but what came out."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_INHERITED: list[Callable[[Any], Any]] = []  # in a worker: what it was forked to do


def spread(work: Callable[[T], R], items: Sequence[T], *, jobs: int) -> Iterator[R]:
    """What `work` makes of each item, in their order, in `jobs` forked processes; here where one is enough.

    `work` may be anything that can be called, as it is inherited; items and results go through a pipe.
    """
    if jobs < 2 or len(items) < 2 or not hasattr(os, "fork"):
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    gc.freeze()  # what is there already is looked at no more: each look would copy the page of memory it lies on
    workers = ProcessPoolExecutor(
        min(jobs, len(items)), mp_context=get_context("fork"), initializer=_INHERITED.append, initargs=(work,)
    )
    try:
        yield from workers.map(_inherited, items)
    finally:
        workers.shutdown(cancel_futures=True)
        gc.unfreeze()


def _inherited(item: Any) -> Any:
    return _INHERITED[-1](item)
