"""What else a paragraph could have been linked with."""

from travaux.alignment.candidates import CLEAR, Likenesses

OWN = 0.05
"""How much likelier than all others a counterpart is that a paragraph calls its own. Range 0 to .2: nothing changes on
the real splits and merges; 0 to .1: no link of 596 real pairs."""


class Rivals:
    """For each position the two likeliest pairs that were weighed."""

    def __init__(self, likenesses: Likenesses) -> None:
        self.old: dict[int, tuple[float, int, float]] = {}
        self.new: dict[int, tuple[float, int, float]] = {}
        for (i, j), likeness in likenesses.items():
            for known, position, other in ((self.old, i, j), (self.new, j, i)):
                best, place, second = known.get(position, (0.0, -1, 0.0))
                if likeness > best or (likeness == best and other < place):
                    known[position] = (likeness, other, best)
                elif likeness > second:
                    known[position] = (best, place, likeness)

    def margin(self, i: int, j: int, likeness: float) -> float:
        """Return how far a pair is likelier than the best other pair of either of its paragraphs, -1 to 1."""
        best_old, place_new, second_old = self.old.get(i, (0.0, j, 0.0))
        best_new, place_old, second_new = self.new.get(j, (0.0, i, 0.0))
        return likeness - max(second_old if place_new == j else best_old, second_new if place_old == i else best_new)

    def claims(self, position: int, likeness: float, *, on_old: bool) -> bool:
        """Whether a paragraph has a clear counterpart of its own, likelier than `likeness`: then it is no part.

        Each of the two must be the only one that is so like the other: of formulas there are many alike.
        """
        known, others = (self.old, self.new) if on_old else (self.new, self.old)
        best, place, second = known.get(position, (0.0, -1, 0.0))
        if best < CLEAR or best <= likeness or second > best - OWN:
            return False
        theirs, back, rival = others[place]
        return back == position and rival <= theirs - OWN

    def nearest(self, position: int, *, on_old: bool) -> tuple[float, int] | None:
        """Return the likeness and position of what comes nearest to a position on the other side."""
        found = (self.old if on_old else self.new).get(position)
        return found[:2] if found else None
