"""Descent along a chain of drafts: alignments as a relation between paragraphs, which composes."""

from collections.abc import Iterable, Sequence

from travaux.model.comparison import Change, Link
from travaux.model.history import Descent, Heir


def descent(old: Sequence[str], new: Sequence[str], links: Iterable[Link | Change]) -> Descent:
    """Return who descends from whom by links: in each, every new paragraph from every old one.

    Args:
        old: ids of the paragraphs of the earlier draft, in order.
        new: ids of those of the later draft.
        links: links or changes between them.
    """
    return _sorted(old, new, {(i, j) for link in links for i in link.old for j in link.new})


def identity(ids: Sequence[str]) -> Descent:
    """Return the descent of a draft from itself."""
    return _sorted(ids, ids, {(i, i) for i in ids})


def compose(first: Descent, second: Descent) -> Descent:
    """Return who in the last of three drafts descends from whom in the first.

    Law 6: `compose(compose(a, b), c) == compose(a, compose(b, c))`, and composing with the identity changes
    nothing. A paragraph removed in the second draft has no heirs in the third, and one added there no ancestors in
    the first, however alike they are.

    Raises:
        ValueError: the second does not begin with the draft in which the first ends.
    """
    if first.new != second.old:
        raise ValueError("the second descent begins with other paragraphs than those in which the first ends")
    heirs: dict[str, list[str]] = {}
    for heir in second.heirs:
        heirs.setdefault(heir.old, []).append(heir.new)
    return _sorted(first.old, second.new, {(h.old, new) for h in first.heirs for new in heirs.get(h.new, ())})


def _sorted(old: Sequence[str], new: Sequence[str], pairs: Iterable[tuple[str, str]]) -> Descent:
    olds, news = ({key: place for place, key in enumerate(ids)} for ids in (old, new))
    inorder = sorted(pairs, key=lambda pair: (olds[pair[0]], news[pair[1]]))
    return Descent(old=tuple(old), new=tuple(new), heirs=tuple(Heir(old=i, new=j) for i, j in inorder))
