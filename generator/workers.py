"""Work done in several processes that inherit all there is, so that nothing has to be sent but what came out."""

from __future__ import annotations

import gc
import marshal
import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, islice
from typing import IO, Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Given = Generator[Any, None, None]  # plain data, one thing after another

MESSAGES = 64  # to each worker: with fewer, the last to come would be waited for; with more, they take their time
LENGTH = 8  # bytes that say how long a thing from another process is
_INHERITED: list[Callable[[Any], Any]] = []  # in a worker: what it was forked to do


def spread(work: Callable[[T], R], items: Sequence[T], *, jobs: int) -> Iterator[R]:
    """What `work` makes of each item, in their order, in `jobs` forked processes; here where one is enough.

    `work` may be anything that can be called, as it is inherited; items and results go through a pipe.
    """
    if jobs < 2 or len(items) < 2 or not hasattr(os, "fork"):
        yield from map(work, items)
        return
    # Here, because a build that finds nothing changed has no use for them.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    gc.freeze()  # what is there already is looked at no more: each look would copy the page of memory it lies on
    workers = ProcessPoolExecutor(
        min(jobs, len(items)), mp_context=get_context("fork"), initializer=_INHERITED.append, initargs=(work,)
    )
    try:
        yield from workers.map(_inherited, items, chunksize=max(1, len(items) // (MESSAGES * jobs)))
    finally:
        workers.shutdown(cancel_futures=True)
        gc.unfreeze()


@contextmanager
def beside(work: Callable[[], Given], *, worth_it: bool) -> Iterator[Given]:
    """Begins work in a forked process while this one does something else; gives what it gives, one after another.

    What it gives is plain data, as marshal takes it. Where that is not `worth_it`, or not to be had, or the other
    process fails, the work is done here when it is asked for.
    """
    if not worth_it or not hasattr(os, "fork"):
        yield work()
        return
    reader, writer = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(reader)
        try:
            with open(writer, "wb") as own:
                for found in work():
                    data = marshal.dumps(found)
                    own.write(len(data).to_bytes(LENGTH, "big"))
                    own.write(data)
                    own.flush()
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        try:
            yield _received(pipe, work)
        finally:
            os.kill(worker, signal.SIGKILL)  # whatever it still does, nobody asks for it any more
            os.waitpid(worker, 0)


def _received(pipe: IO[bytes], work: Callable[[], Given]) -> Given:
    for number in count():
        length = pipe.read(LENGTH)
        data = pipe.read(int.from_bytes(length, "big"))
        if len(length) < LENGTH or len(data) < int.from_bytes(length, "big"):  # there is no more, or it has failed
            yield from islice(work(), number, None)
            return
        yield marshal.loads(data)  # noqa: S302  # by this program, a moment ago


def _inherited(item: Any) -> Any:
    return _INHERITED[-1](item)
