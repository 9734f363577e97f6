"""Fit again the constants of `travaux.alignment.confidence`, and print what they are worth.

    python benchmarks/fit_confidence.py [--shared PATH] [--redrafts 150]

Fitted on redrafts of the first half of the texts (half of them with paragraphs of another year's version inserted) and
on the first half of the real splits and merges. Told against truth: redrafts of the second half, the rest of the real
ones, and the pairs aligned by hand.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from logistic import fit, probability
from material import DEFAULT, Shared, Truth, crude
from travaux.alignment import confidence
from travaux.alignment.confidence import features
from travaux.alignment.links import likeness
from travaux.alignment.rivals import Rivals
from travaux.alignment.sides import Pair
from travaux.alignment.steps import find
from travaux.alignment.tie import Tie

Row = tuple[Sequence[float], bool]
BY_HAND = 5.0
"""What a link of a pair aligned by hand counts: redrafts hold few far rewordings, which real pairs show."""
BANDS = (0.0, 0.5, 0.75, 0.9, 0.95, 0.99, 1.01)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=DEFAULT)
    parser.add_argument("--redrafts", type=int, default=150)
    options = parser.parse_args()
    shared = Shared(options.shared.resolve())
    halves = [
        [row for near in (False, True) for row in _redrafted(shared.redrafts(options.redrafts, 5, half, near=near))]
        for half in (0, 1)
    ]
    cases = [list(_named(shared, half)) for half in (0, 1)]
    pairs = list(shared.gold())
    hand = [[row for one, row in _redrafted(pairs[half::2], shared) if not one] for half in (0, 1)]
    for joined, name, used in ((False, "kept", confidence.KEPT), (True, "joined", confidence.JOINED)):
        first, second = ([row for one, row in half if one == joined] for half in halves)
        known = [(row, 1.0) for row in [*first, *(cases[0] if joined else [])]]
        known += [] if joined else [(row, BY_HAND) for row in hand[0]]
        found = fit([row for (row, _), _ in known], [right for (_, right), _ in known], [weight for _, weight in known])
        print(f"{name}: {[round(value, 2) for value in found]}   in use: {list(used)}")
        _reliability(f"{name}, redrafts of the first half", used, first)
        _reliability(f"{name}, redrafts of the second half", used, second)
        if joined:
            _reliability(f"{name}, real ones of the second half", used, cases[1])
        else:
            _reliability(f"{name}, pairs aligned by hand, the first", used, hand[0])
            _reliability(f"{name}, pairs aligned by hand, the others", used, hand[1])


def _redrafted(truths: Iterable[Truth], frames: Shared | None = None) -> Iterator[tuple[bool, Row]]:
    for truth in truths:
        out = frames.scoring.no_body(truth.old) if frames else set()
        out = out | {i for link in truth.links if link.get("uncertain") for i in link["old"]}
        right = {(tuple(sorted(t["old"])), tuple(sorted(t["new"]))) for t in truth.links}
        for tie, row in _rows(truth.old, truth.new):
            if not out & set(tie.old):
                yield len(tie.old) + len(tie.new) > 2, (row, (tie.old, tie.new) in right)


def _named(shared: Shared, half: int) -> Iterator[Row]:
    pairs: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for case in shared.cases(half):
        if case["sure"] and case["kind"] != "carried":
            pairs.setdefault((case["old_text"], case["new_text"]), []).append(case)
    for (old, new), cases in pairs.items():
        for tie, row in _rows(shared.blocks(old), shared.blocks(new)):
            if len(tie.old) + len(tie.new) > 2:
                for case in cases:
                    common = (set(tie.old) & set(case["old_blocks"]), set(tie.new) & set(case["new_blocks"]))
                    if all(common) and len(common[0]) + len(common[1]) > 2:
                        same = [*tie.old] == case["old_blocks"] and [*tie.new] == case["new_blocks"]
                        yield row, same and case["kind"] != "none"


def _rows(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Tie, Sequence[float]]]:
    pair = Pair(crude(old), crude(new))
    found = find(pair, [])
    rivals = Rivals(found.likenesses)
    for tie in found.ties:
        score = likeness(pair, tie, found.likenesses)
        if tie.step in ("gap", "move", "remnant", "part") and score < 1 and not pair.old.kinds[tie.old[0]]:
            yield tie, features(rivals, tie, score)


def _reliability(name: str, used: Sequence[float], rows: Sequence[Row]) -> None:
    told = [(probability(used, row), right) for row, right in rows]
    print(f"  {name}:")
    for low, high in pairwise(BANDS):
        band = [(value, right) for value, right in told if low <= value < high]
        if band:
            mean, share = sum(value for value, _ in band) / len(band), sum(right for _, right in band) / len(band)
            print(f"    {low:.2f} to {high:.2f}: {len(band)} links, told {mean:.3f}, right {share:.3f}")


if __name__ == "__main__":
    main()
