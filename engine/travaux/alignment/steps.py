"""The steps, in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from travaux.alignment.anchors import anchors
from travaux.alignment.beads import beads
from travaux.alignment.beside import beside
from travaux.alignment.candidates import Gap, Likenesses, candidates
from travaux.alignment.gaps import gaps, opposite
from travaux.alignment.moves import moves, remnants
from travaux.alignment.residue import Part, residue
from travaux.alignment.roles import roles
from travaux.alignment.sides import Pair
from travaux.alignment.tie import Tie
from travaux.model.comparison import Step


@dataclass
class Found:
    """What the steps found: ties, and all that was weighed on the way.

    A position in no tie was removed or added; so was one that stands in a tie with an empty side, by a pin.
    """

    pair: Pair
    ties: list[Tie] = field(default_factory=list)
    likenesses: Likenesses = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    common: list[Gap] = field(default_factory=list)
    """Old and new positions in one gap that were weighed with none: all their words stand everywhere."""


def find(pair: Pair, pinned: Sequence[Tie]) -> Found:
    """Tie the paragraphs of both texts; the pinned ones as the pins say, the rest as if these were not there."""
    left = _Left(Found(pair))
    left.settle(pinned)
    fixed_old, fixed_new = [i for tie in pinned for i in tie.old], [j for tie in pinned for j in tie.new]
    same, elsewhere = anchors(pair, left.old, left.new)
    left.settle(_ties([*same, *elsewhere], "anchor"))
    pair.read([*left.old, *fixed_old], [*left.new, *fixed_new], same)
    if left.old and left.new:
        _find_changed(pair, left, same)
    return left.found


def _find_changed(pair: Pair, left: "_Left", same: Sequence[tuple[int, int]]) -> None:
    found = left.found
    clear = opposite(pair, gaps(same, left.old, left.new))
    left.settle(_ties(clear, "gap"))
    spine = sorted([*same, *clear])
    found.likenesses, found.common = candidates(pair, gaps(spine, left.old, left.new), left.old, left.new)
    left.settle(Tie(old, new, "gap") for old, new in beads(pair, found.likenesses, spine, left.old, left.new))
    found.likenesses |= clear
    left.settle(_ties(roles(pair, left.old, left.new), "role"))
    left.settle(_ties(moves(pair, found.likenesses, left.old, left.new), "move"))
    left.settle(_ties(beside(pair, found.likenesses, found.ties, left.old, left.new), "move"))
    left.join(residue(pair, found.ties, left.old, left.new))
    late = _ties(remnants(pair, found.likenesses, left.old, left.new), "remnant")
    left.settle(late)
    left.join(residue(pair, late, left.old, left.new))


def _ties(pairs: Iterable[tuple[int, int]], step: Step) -> list[Tie]:
    return [Tie((i,), (j,), step) for i, j in pairs]


class _Left:
    """The positions that stand in no tie yet."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.old = list(range(len(found.pair.old)))
        self.new = list(range(len(found.pair.new)))

    def settle(self, ties: Iterable[Tie]) -> None:
        """Take up ties."""
        taken = list(ties)
        self.found.ties += taken
        self._drop(taken)

    def join(self, parts: Iterable[Part]) -> None:
        """Take up what `residue` weighed; it has joined to the ties what it found."""
        self.found.parts += parts
        self._drop(tie for tie in self.found.ties if len(tie.old) + len(tie.new) > 2)

    def _drop(self, ties: Iterable[Tie]) -> None:
        old, new = set[int](), set[int]()
        for tie in ties:
            old.update(tie.old)
            new.update(tie.new)
        self.old = [i for i in self.old if i not in old]
        self.new = [j for j in self.new if j not in new]
