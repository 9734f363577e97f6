"""What was taken out of a dossier in memory: slow and plain, draft by draft."""

import re

from dossiers import Memory
from travaux.archive.phrases import comparable, core, stands
from travaux.archive.trees import Draft
from travaux.model.evidence import BlamedParagraph, Run


def texts(draft: Draft) -> dict[str, str]:
    """The words of each paragraph, by id."""
    return {row.id: text for row, text in zip(draft.rows, draft.texts, strict=True)}


def older(history: Memory, ordinal: int) -> set[int]:
    """The drafts that one comes from, itself not."""
    found: set[int] = set()
    waiting = list(history.bases(ordinal))
    while waiting:
        base = waiting.pop()
        if base not in found:
            found.add(base)
            waiting += history.bases(base)
    return found


def endings(history: Memory, since: int) -> list[tuple[int, str, str]]:
    """What was taken out before a draft, the last first: the last draft that had it, its id, its words."""
    found = []
    for gone in reversed([ordinal for ordinal in history.order if ordinal in older(history, since)]):
        bases = list(enumerate(history.bases(gone)))
        for number, base in sorted(bases, key=lambda pair: -history.order.index(pair[1])):
            named = {key for row in history.draft(gone).rows for key in row.ancestors[number]}
            found += [(base, key, words) for key, words in texts(history.draft(base)).items() if key not in named]
    return found


def from_an_ending(history: Memory, paragraph: BlamedParagraph, run: Run) -> bool:
    """Whether words stood in a paragraph that was taken out, and in no draft to which they were added."""
    assert run.before is not None
    there = [words for until, _, words in endings(history, run.since) if until == run.before.until]
    now = [words for base in history.bases(run.since) for words in texts(history.draft(base)).values()]
    if len(paragraph.runs) == 1 and any(core(words) == core(run.text) for words in there):
        return all(core(words) != core(run.text) for words in now)
    long = len(re.findall(r"\w+", core(run.text))) >= 4
    return long and any(stands(core(run.text), comparable(words)) for words in there) and not any(
        stands(core(run.text), comparable(words)) for words in now
    )  # fmt: skip
