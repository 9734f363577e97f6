"""Blame: for each word of a draft, the draft that brought it."""

from collections.abc import Iterable, Iterator, Sequence

from travaux.archive.endings import Endings
from travaux.archive.histories import History
from travaux.archive.origins import Origins, born, by_word, compared, joined, oldest, parted
from travaux.archive.returns import Returns
from travaux.archive.wordings import Descent, Wording, Wordings, ancestry
from travaux.contracts import RedlineWords
from travaux.languages import redline_words
from travaux.model.evidence import Blame, BlamedParagraph, Run
from travaux.model.record import Row
from travaux.redlining import altered


def blame(history: History, revision: int, paragraphs: Sequence[str] | None = None) -> Blame:
    """Return which draft brought which words of a revision.

    A word kept since the base has the origin that it had there; where several bases have it, the one that comes first
    in the history. The words of every paragraph that took part in a split or a merge are followed into all others of
    it. Drafts are compared as a redline does it, by the words of the language of the draft that is asked about.

    Args:
        history: the dossier.
        revision: ordinal of the draft whose words are asked for.
        paragraphs: ids of the paragraphs wanted, in any order; None for all.

    Raises:
        ArchiveError: the history cannot be read.
    """
    wordings = Wordings(history, revision)
    origins = _Origins(wordings, redline_words(history.draft(revision).record.language))
    for new in wordings.read():
        if paragraphs is None:  # nearly all are ancestors of what is asked, and git unpacks the next draft meanwhile
            origins.follow(new)
    wanted = [(row, wording) for row, wording in wordings.standing() if paragraphs is None or row.id in paragraphs]
    origins.find([wording for _, wording in wanted])
    endings = Endings(history, wordings.order, wordings.ended)
    returns = Returns(origins.of, origins.lost, wordings.order, endings)
    return Blame(
        dossier=history.dossier,
        revision=revision,
        paragraphs=tuple(_paragraph(row, wording, origins, returns) for row, wording in wanted),
    )


def _paragraph(row: Row, wording: Wording, origins: "_Origins", returns: Returns) -> BlamedParagraph:
    runs: list[Run] = []
    for text, since, before in returns.runs(wording):
        if runs and (runs[-1].since, runs[-1].before) == (since, before):
            runs[-1] = Run(text=runs[-1].text + text, since=since, before=before)
        else:
            runs.append(Run(text=text, since=since, before=before))
    return BlamedParagraph(
        id=row.id,
        address=row.address,
        part=row.part,
        line=row.line,
        since=int(row.line.partition(":")[0]),
        changed=origins.changed(wording),
        runs=tuple(runs),
    )


class _Origins:
    """The origins of the words of wordings, found when they are asked for."""

    def __init__(self, wordings: Wordings, words: RedlineWords) -> None:
        self._language = words
        self._ranks = [0] * (max(wordings.order) + 1)
        for place, ordinal in enumerate(wordings.order):
            self._ranks[ordinal] = place
        self._found: dict[Wording, Origins] = {}
        self._words: dict[Wording, Origins] = {}
        self._links: dict[Descent, dict[Wording, Origins]] = {}
        self._out: dict[Descent, tuple[str, ...]] = {}

    def of(self, wording: Wording) -> Origins:
        """The origins of the words of a wording, each word in one piece."""
        if wording not in self._words:
            self.find([wording])
            self._words[wording] = by_word(wording.text, self._found[wording])
        return self._words[wording]

    def find(self, wanted: Iterable[Wording]) -> None:
        """Find the origins of wordings and of all that they come from, in the order of the history."""
        self.follow(sorted(ancestry(wanted, self._found), key=lambda w: w.number))

    def follow(self, wordings: Iterable[Wording]) -> None:
        """Find the origins of wordings; those of what they come from were found."""
        for wording in wordings:
            ways = [self._by(descent)[wording] for descent in wording.descents]
            self._found[wording] = oldest(ways, self._ranks) if ways else born(wording.text, wording.draft)

    def _by(self, descent: Descent) -> dict[Wording, Origins]:
        """What one link passes on to each of its new wordings."""
        known = self._links.get(descent)
        if known is None:
            old = "\n".join([wording.text for wording in descent.old])
            texts = [wording.text for wording in descent.new]
            before = joined([self._found[wording] for wording in descent.old])
            made, out = compared(old, before, "\n".join(texts), descent.new[0].draft, self._language)
            self._out[descent] = out if len(texts) == 1 else (old,)
            parts = parted(made, list(map(len, texts))) if len(texts) > 1 else [made]
            known = self._links[descent] = dict(zip(descent.new, parts, strict=True))
        return known

    def lost(self, line: Iterable[Wording]) -> Iterator[str]:
        """The words that links between these wordings took out; of a split all words, for they went apart."""
        for descent in {descent for wording in line for descent in wording.descents}:
            yield from self._out[descent]

    @staticmethod
    def changed(wording: Wording) -> int:
        """The ordinal of the draft that last changed the words."""
        while same := _typed_anew(wording):
            wording = same
        return wording.draft


def _typed_anew(wording: Wording) -> Wording | None:
    """The wording of a base that differs in typing only, if there is one."""
    for descent in wording.descents:
        if len(descent.old) == len(descent.new) == 1 and not altered(descent.old[0].text, wording.text):
            return descent.old[0]
    return None
