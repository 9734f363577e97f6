"""Fit again the constants by which `travaux.alignment.residue` tells a part of a split or merge from a neighbour.

    python benchmarks/fit_parts.py [--shared PATH]

Candidates are all paragraphs left over, with each link that gained or lost some of their words, in the pairs of the
real cases. Right are those that a case of a split or merge names; wrong those that a near miss names. The rest are
mostly wrong, but the cases do not name every split of a pair: they count `UNNAMED`. Printed: the constants of the
first half, of the second, of both.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from logistic import fit
from material import DEFAULT, Shared, crude
from travaux.alignment import residue
from travaux.alignment.residue import Part, Search
from travaux.alignment.sides import Pair
from travaux.alignment.steps import find

UNNAMED = 0.15
Row = tuple[Sequence[float], bool, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=DEFAULT)
    shared = Shared(parser.parse_args().shared.resolve())
    halves = [list(_rows(shared, shared.cases(half))) for half in (0, 1)]
    for name, rows in (("first half", halves[0]), ("second half", halves[1]), ("both", halves[0] + halves[1])):
        found = fit([row for row, _, _ in rows], [right for _, right, _ in rows], [weight for _, _, weight in rows])
        right = sum(right for _, right, _ in rows)
        print(f"{name}: {[round(value, 2) for value in found]}   ({len(rows)} candidates, {right} right)")
    print(f"in use: {[residue.BIAS, *residue.WEIGHTS]}")


def _rows(shared: Shared, cases: Sequence[dict[str, Any]]) -> Iterator[Row]:
    pairs: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for case in cases:
        if case["sure"]:
            pairs.setdefault((case["old_text"], case["new_text"]), []).append(case)
    for (old, new), named in pairs.items():
        yield from _candidates(Pair(crude(shared.blocks(old)), crude(shared.blocks(new))), named)


def _candidates(pair: Pair, named: Sequence[dict[str, Any]]) -> Iterator[Row]:
    joining, residue.PART = residue.PART, 2.0  # so that nothing is joined yet
    found = find(pair, [])
    residue.PART = joining
    search = Search(pair, found.ties, (), ())
    tied = ({i for tie in found.ties for i in tie.old}, {j for tie in found.ties for j in tie.new})
    links = [(n, tie) for n, tie in enumerate(found.ties) if tie.step != "anchor" and len(tie.old) == len(tie.new) == 1]
    for on_old, side in ((True, pair.old), (False, pair.new)):
        for extra in set(range(len(side))) - tied[not on_old]:
            for number, tie in links:
                if not side.words[extra] or pair.old.kinds[tie.old[0]] or side.kinds[extra]:
                    continue
                row = search.features(extra, number, on_old=on_old)
                if row is not None:
                    label = _label(Part(0.0, number, extra, on_old, tie), named)
                    yield row, label is True, UNNAMED if label is None else 1.0


def _label(part: Part, named: Sequence[dict[str, Any]]) -> bool | None:
    for case in named:
        old, new = set(case["old_blocks"]), set(case["new_blocks"])
        mine, theirs = (old, new) if part.on_old else (new, old)
        main, other = (part.tie.old[0], part.tie.new[0])[:: 1 if part.on_old else -1]
        if part.extra in mine and other in theirs:
            if case["kind"] == "none":
                return False
            if main in mine:
                return case["kind"] != "carried"
    return None


if __name__ == "__main__":
    main()
