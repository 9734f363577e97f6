"""Returns: words that stood in a paragraph before, were taken out, and are put back."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from travaux.archive.endings import Endings
from travaux.archive.origins import Origins
from travaux.archive.phrases import comparable, core, places, stands
from travaux.archive.wordings import Wording, ancestry
from travaux.model.evidence import Span
from travaux.words import tokens

FEWEST = 4
"""Words of a part of a run that is told to be put back; a whole run may have fewer. Range 3 to 8: three words in a
row are found by chance (`in this regard`), four seldom."""

_WORD = re.compile(r"\w+")

_Piece = tuple[str, int, Span | None]
"""Words, the ordinal of the draft that brought them, and the earlier time in which they stood."""


@dataclass(frozen=True, slots=True)
class _Past:
    """What stood before a draft put words into a text: in the line of descent, or in paragraphs that were taken out.

    Attributes:
        now: the texts in which the words may not stand, for then they had not gone.
        earlier: those in which they may have stood, the latest first, each with the last draft that had it.
        whole: the texts of `earlier` in one.
        fewest: words of what is told to be put back from them.
    """

    now: str
    earlier: Sequence[tuple[Wording, int]]
    whole: str
    fewest: int = 0


class Returns:
    """The runs of wordings, with the earlier time of those that were put back."""

    def __init__(
        self,
        origins: Callable[[Wording], Origins],
        lost: Callable[[Iterable[Wording]], Iterable[str]],
        order: Sequence[int],
        endings: Endings,
    ) -> None:
        """Take what is known.

        Args:
            origins: of the words of a wording.
            lost: words that were taken out between some wordings.
            order: the drafts, bases before what is made from them.
            endings: paragraphs that were taken out.
        """
        self._endings = endings
        self._origins = origins
        self._lost = lost
        self._ranks = {ordinal: place for place, ordinal in enumerate(order)}
        self._folded: dict[Wording, str] = {}

    def runs(self, wording: Wording) -> Iterator[_Piece]:
        """Yield the words of a wording by origin; joined they are its text.

        Words are put back where they stood in an earlier text of this line of descent, did not stand in that to
        which they were added, and are a whole run or `FEWEST` words of one; or where they stood in a paragraph that was
        taken out, as `Endings` tells, and are a whole paragraph or `FEWEST` words in a row.
        """
        text, at = wording.text, 0
        line = ancestry([wording])
        lost = set(_WORD.findall(comparable("\n".join(self._lost(line)))))
        pasts: dict[int, _Past | None] = {}
        for length, since in self._origins(wording):
            piece = text[at : at + length]
            at += length
            if not _may_return(piece, lost):
                yield from self._from_endings(piece, since, whole=not wording.descents)
                continue
            if since not in pasts:
                pasts[since] = self._past(line, since)
            for part, _, before in self._parted(piece, since, pasts[since]):
                if before is None:
                    yield from self._from_endings(part, since)
                else:
                    yield part, since, before

    def _from_endings(self, piece: str, since: int, *, whole: bool = False) -> Iterator[_Piece]:
        """The same for words that are put back from no text of this line of descent."""
        if whole and (ending := self._endings.whole(piece, since)):
            old = ending.wording
            yield piece, since, Span(since=self._latest(old, 0, len(old.text)), until=ending.until)
            return
        found = self._endings.sharing(piece, since)
        if not found:
            yield piece, since, None
            return
        texts = "\n".join(self._compared(ending.wording) for ending in found)
        earlier = [(ending.wording, ending.until) for ending in found]
        yield from self._parted(piece, since, _Past(self._endings.standing(since), earlier, texts, FEWEST))

    def _parted(self, piece: str, since: int, past: _Past | None) -> Iterator[_Piece]:
        if past is None:
            yield piece, since, None
            return
        if before := self._before(piece, past):
            yield piece, since, before
            return
        start, end = _block(piece, past)
        if start == end:
            yield piece, since, None
            return
        if start:
            yield from self._parted(piece[:start], since, past)
        yield piece[start:end], since, self._before(piece[start:end], past)
        if end < len(piece):
            yield from self._parted(piece[end:], since, past)

    def _before(self, piece: str, past: _Past) -> Span | None:
        words = core(piece)
        if not stands(words, past.whole) or stands(words, past.now) or _count(words) < past.fewest:
            return None
        for wording, until in past.earlier:
            if stands(words, self._compared(wording)):
                start, end = places(words, wording.text)[0]
                return Span(since=self._latest(wording, start, end), until=until)
        return None

    def _latest(self, wording: Wording, start: int, end: int) -> int:
        """The draft that brought the last of the words between two code points."""
        found = []
        at = 0
        for length, origin in self._origins(wording):
            if at < end and start < at + length:
                found.append(origin)
            at += length
        return max(found, key=self._ranks.__getitem__)

    def _past(self, line: set[Wording], since: int) -> _Past | None:
        makers = [wording for wording in line if wording.draft == since and wording.descents]
        now = {old for maker in makers for descent in maker.descents for old in descent.old}
        earlier = ancestry(now)
        if len(earlier) == len(now):
            return None
        ranks = self._ranks
        untils: dict[Wording, int] = {}
        for wording in (*makers, *earlier):
            for descent in wording.descents:
                for old in descent.old:
                    if old not in untils or ranks[descent.base] > ranks[untils[old]]:
                        untils[old] = descent.base
        inorder = sorted(earlier - now, key=lambda w: (-ranks[untils[w]], -w.number))
        return _Past(
            "\n".join(self._compared(wording) for wording in now),
            [(wording, untils[wording]) for wording in inorder],
            "\n".join(map(self._compared, inorder)),
        )

    def _compared(self, wording: Wording) -> str:
        known = self._folded.get(wording)
        if known is None:
            known = self._folded[wording] = comparable(wording.text)
        return known


def _count(words: str) -> int:
    return len(_WORD.findall(words))


def _may_return(piece: str, lost: set[str]) -> bool:
    """Whether all words of a piece, or `FEWEST` in a row, were ever taken out: a quick look before a thorough one."""
    row = 0
    words = _WORD.findall(comparable(piece)) if lost else []
    for word in words:
        row = row + 1 if word in lost else 0
        if row == FEWEST:
            return True
    return 0 < row == len(words)


def _block(piece: str, past: _Past) -> tuple[int, int]:
    """Where in a piece its longest part stands that stood before and was not there any more; an empty span if none."""
    words = tokens(piece)
    edges = [0]
    for word in words:
        edges.append(edges[-1] + len(word))
    telling = [any(map(str.isalnum, word)) for word in words]
    best = (0, 0)
    for first in range(len(words)):
        if not telling[first]:
            continue
        count, last = 0, first
        for at in range(first, len(words)):
            if not telling[at]:
                continue
            count += 1
            if count < FEWEST:
                continue
            if not stands(core(piece[edges[first] : edges[at + 1]]), past.whole):
                break
            last = at + 1
        start, end = edges[first], edges[last]
        if last > first and end - start > best[1] - best[0] and not stands(core(piece[start:end]), past.now):
            best = start, end
    return best
