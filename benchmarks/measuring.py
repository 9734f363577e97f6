"""Costs of things done side by side: in turn, round by round, medians compared."""

import gc
import resource
import statistics
import time
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds of one run."""

    elapsed: float
    processor: float
    """User and system time of this process and of those that it started."""


class Costs:
    """What several things cost, by their names."""

    def __init__(self) -> None:
        self.all: dict[str, list[Cost]] = {}

    def elapsed(self, name: str) -> float:
        """Return the median time from start to end, in seconds."""
        return statistics.median(cost.elapsed for cost in self.all[name])

    def processor(self, name: str) -> float:
        """Return the median of processor time, in seconds."""
        return statistics.median(cost.processor for cost in self.all[name])

    def ratio(self, ours: str, theirs: str) -> float:
        """Return ours divided by theirs in processor time: the median of the quotients of each round that has both.

        On a quiet machine it is that of the times from start to end; on a busy one these say how busy it is.
        """
        rounds = zip(self.all[ours], self.all[theirs], strict=False)
        return statistics.median(our.processor / their.processor for our, their in rounds)


def interleaved(works: Mapping[str, Callable[[], object]], rounds: int, slow: Collection[str], few: int) -> Costs:
    """Do each work in turn, `rounds` times after a first time that does not count; the slow ones only `few` times.

    Garbage is collected before each, so that nobody pays for what another left; during it the collector works as
    Python has it.
    """
    costs = Costs()
    for number in range(rounds + 1):
        for name, work in works.items():
            if name in slow and not 1 <= number <= few:
                continue
            gc.collect()
            cost = _cost(work)
            if number:
                costs.all.setdefault(name, []).append(cost)
    return costs


def _cost(work: Callable[[], object]) -> Cost:
    processor, start = _processor(), time.perf_counter()
    work()
    return Cost(time.perf_counter() - start, _processor() - processor)


def _processor() -> float:
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
