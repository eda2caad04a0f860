"""`build --profile`: seconds and memory by stage, and what took longest.

The stages are those that the pipeline tells its listener; a target's seconds are of whichever process made it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.commands.progress import WORDS, Listener

WORST = 10
STAGES = ("load", "model", "plan", "page", "write")
HEADS = {
    "id": ("tahap", "paling lama", "menurut templat atau pembuat"),
    "en": ("stage", "slowest", "by template or maker"),
}


@dataclass(slots=True)
class Watch:
    """Looks at the clock and at the memory whenever another stage begins."""

    began: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)

    def beside(self, listener: Listener) -> Listener:
        """A listener that notes the time and hands on what it hears."""

        def listen(what: str, done: int, total: int) -> None:
            if what not in self.began:
                self.began[what] = time.monotonic()
                self.memory[what] = peak()
            listener(what, done, total)

        return listen

    def told(self, costs: list[tuple[float, str, str]], language: str) -> str:
        """Three short tables: stages; the slowest targets; templates and makers."""
        stage, slowest, templates = HEADS[language]
        stages = [name for name in STAGES if name in self.began]
        ends = [*(self.began[name] for name in stages[1:]), time.monotonic()]
        memory = [*(self.memory[name] for name in stages[1:]), peak()]
        rows = [f"{stage}:"]
        rows += [
            f"  {end - self.began[name]:8.2f} s {after:8.0f} MB  {WORDS[language][name]}"
            for name, end, after in zip(stages, ends, memory, strict=True)
        ]
        rows += [
            f"{slowest}:",
            *(f"  {s:8.3f} s  {kind}: {what}" for s, kind, what in sorted(costs)[: -WORST - 1 : -1]),
        ]
        return "\n".join([*rows, f"{templates}:", *_by_kind(costs)])


def _by_kind(costs: Iterable[tuple[float, str, str]]) -> Iterator[str]:
    sums: dict[str, tuple[float, int]] = {}
    for seconds, kind, _ in costs:
        total, count = sums.get(kind, (0.0, 0))
        sums[kind] = (total + seconds, count + 1)
    for kind, (seconds, count) in sorted(sums.items(), key=lambda item: -item[1][0])[:WORST]:
        yield f"  {seconds:8.2f} s {count:8}  {kind}"


def peak() -> float:
    """The most memory this process has had, in MB; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
