"""What else a paragraph could have been linked with."""

from collections import defaultdict

from travaux.alignment.candidates import Likenesses


class Rivals:
    """For each position the pairs that were weighed, likest first."""

    def __init__(self, likenesses: Likenesses) -> None:
        self.old: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self.new: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for (i, j), likeness in likenesses.items():
            self.old[i].append((likeness, j))
            self.new[j].append((likeness, i))

    def margin(self, i: int, j: int, likeness: float) -> float:
        """Return how far a pair is likelier than the best other pair of either of its paragraphs, -1 to 1."""
        others = [value for value, other in self.old.get(i, ()) if other != j]
        others += [value for value, other in self.new.get(j, ()) if other != i]
        return likeness - max(others, default=0.0)

    def nearest(self, position: int, *, on_old: bool) -> tuple[float, int] | None:
        """Return the likeness and position of what comes nearest to a position on the other side."""
        known = self.old if on_old else self.new
        return max(known.get(position, ()), default=None, key=lambda near: (near[0], -near[1]))
