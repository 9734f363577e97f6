"""Measure alignment: links, hard links, splits and merges, moves, and how far its confidence can be trusted.

    python benchmarks/quality.py [--shared PATH] [--parsed] [--redrafts 40] [--seeds 1 2]

Read on four sets of `../shared` (not part of the project): the pairs aligned by hand, the real splits and merges,
redrafts of real texts with known edits, and the probe. Texts and cases are parted in two halves; constants were chosen
on the first, so the second tells what they are worth. F1 over (old, new) pairs; *hard* ones are not identical.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from material import DEFAULT, Shared, Truth, Way, crude, parsed
from travaux.alignment import align
from travaux.model.comparison import Alignment, certainty

_NAMES = {0: "first half", 1: "second half", None: "both halves"}
HALVES = tuple(_NAMES)
STEPS = (0.0, 0.5, 0.75, 0.9, 0.95, 0.99, 1.01)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=DEFAULT)
    parser.add_argument("--parsed", action="store_true", help="through the parser, not the crude loader")
    parser.add_argument("--redrafts", type=int, default=40, help="redrafts of each half and seed")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    shared = Shared(options.shared.resolve())
    way = parsed if options.parsed else crude
    gold(shared, way)
    splits(shared, way)
    for half in (0, 1):
        truths = [t for seed in options.seeds for t in shared.redrafts(options.redrafts, seed, half)]
        redrafts(shared, way, half, truths)
    probe(shared)


def gold(shared: Shared, way: Way) -> None:
    trust: list[tuple[float, bool]] = []
    totals = [Counter[tuple[str, int]]() for _ in HALVES]
    for truth in shared.gold():
        links = aligned(way, truth.old, truth.new)
        counts, wrong, missed = score(shared, truth, links)
        for half in (truth.half, None):
            _add(totals[HALVES.index(half)], counts)
        trust += trusted(truth, links, shared)
        if wrong or missed:
            print(f"  {truth.name}: wrong {wrong} missed {missed}")
    for half, total in zip(HALVES, totals, strict=True):
        _print(f"aligned by hand, {_NAMES[half]}", total, shared)
    reliability("aligned by hand", trust)


def splits(shared: Shared, way: Way) -> None:
    for half, name in _NAMES.items():
        result = shared.splitting.score(shared.cases(half), answering(way))
        kinds = ", ".join(f"{kind} {told['right']}/{told['n']}" for kind, told in result["kinds"].items())
        figures = " ".join(f"{key} {result[key]:.3f}" for key in ("precision", "recall", "f1"))
        print(f"real splits and merges, {name}: {figures}   right: {kinds}")


def answering(way: Way) -> Callable[[Sequence[str], Sequence[str]], list[tuple[list[int], list[int]]]]:
    """Return what the scorer of splits asks for: links from the blocks of two texts."""

    def answer(old: Sequence[str], new: Sequence[str]) -> list[tuple[list[int], list[int]]]:
        links = aligned(way, old, new).links
        return [(_ints(link.old), _ints(link.new)) for link in links if link.old and link.new]

    return answer


def redrafts(shared: Shared, way: Way, half: int, truths: Iterable[Truth]) -> None:
    total: Counter[tuple[str, int]] = Counter()
    trust: list[tuple[float, bool]] = []
    right = false = missed = 0
    for truth in truths:
        alignment = aligned(way, truth.old, truth.new)
        _add(total, score(shared, truth, alignment)[0])
        trust += trusted(truth, alignment, shared)
        true = {tuple(t["old"]) for t in truth.links if {"move", "transfer"} & set(t["kinds"])}
        found = {tuple(_ints(link.old)) for link in alignment.links if link.moved}
        right, false, missed = right + len(true & found), false + len(found - true), missed + len(true - found)
    name = f"redrafts, {_NAMES[half]} of the texts"
    _print(name, total, shared)
    print(f"{name}: moves precision {right / (right + false):.3f} recall {right / (right + missed):.3f}")
    reliability(name, trust)


def probe(shared: Shared) -> None:
    old, new = (shared.redrafting.blocks(shared.root / "probe" / f"draft-{side}.txt") for side in "ab")
    for link in align(crude(old), crude(new)).links:
        if link.relation != "kept" or link.moved or link.score != 1:
            moved = " moved" if link.moved else ""
            sides = f"{'+'.join(link.old) or '-'} -> {'+'.join(link.new) or '-'}"
            print(f"probe: {sides} {link.relation}{moved}: {link.reason}")


def aligned(way: Way, old: Sequence[str], new: Sequence[str]) -> Alignment:
    return align(way(old), way(new))


def score(
    shared: Shared, truth: Truth, alignment: Alignment
) -> tuple[dict[str, tuple[int, int, int]], list[tuple[int, int]], list[tuple[int, int]]]:
    links = [{"old": _ints(link.old), "new": _ints(link.new)} for link in alignment.links if link.old and link.new]
    counts, wrong, missed = shared.scoring.score(truth.whole, links)
    return counts, wrong, missed


def trusted(truth: Truth, alignment: Alignment, shared: Shared) -> list[tuple[float, bool]]:
    """For each link that is not plain: its confidence, and whether it is right, exactly."""
    frames = [shared.scoring.no_body(side) for side in (truth.old, truth.new)]
    for link in truth.links:
        if link.get("uncertain"):
            frames[0].update(link["old"])
            frames[1].update(link["new"])
    right = {(tuple(sorted(t["old"])), tuple(sorted(t["new"]))) for t in truth.links}
    out = []
    for link in alignment.links:
        old, new = tuple(_ints(link.old)), tuple(_ints(link.new))
        if link.confidence is not None and link.score != 1 and not frames[0] & set(old) and not frames[1] & set(new):
            out.append((link.confidence, (old, new) in right))
    return out


def reliability(name: str, trust: Sequence[tuple[float, bool]]) -> None:
    """Print for bands of confidence how many links were right."""
    for low, high in pairwise(STEPS):
        band = [(confidence, right) for confidence, right in trust if low <= confidence < high]
        if band:
            share, mean = sum(right for _, right in band) / len(band), sum(c for c, _ in band) / len(band)
            words = "/".join(sorted({certainty(c) for c, _ in band}))
            print(
                f"  {low:.2f} to {high:.2f} ({words}): {len(band)} links, told {mean:.3f}, right {share:.3f}   {name}"
            )


def _ints(ids: Iterable[str]) -> list[int]:
    return sorted(int(key) for key in ids)


def _add(total: Counter[tuple[str, int]], counts: dict[str, tuple[int, int, int]]) -> None:
    for kind, numbers in counts.items():
        for k, number in enumerate(numbers):
            total[kind, k] += number


def _print(name: str, total: Counter[tuple[str, int]], shared: Shared) -> None:
    for kind in dict.fromkeys(kind for kind, _ in total):
        counts = tuple(total[kind, k] for k in range(3))
        precision, recall, f1 = shared.scoring.prf(*counts)
        figures = f"precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}"
        print(f"{name}, {kind}: {figures}   (right, wrong, missed {counts})")


if __name__ == "__main__":
    main()
