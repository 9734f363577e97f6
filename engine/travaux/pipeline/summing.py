"""Counting the changes of preambular and operative paragraphs."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

from travaux.model.comparison import Change, Summary
from travaux.model.document import Paragraph

_COUNTED = ("preambular", "operative", "other")


def summary(changes: Sequence[Change], old: Mapping[str, Paragraph], new: Mapping[str, Paragraph]) -> Summary:
    """Return the counts; each old paragraph stands under exactly one of the words from unchanged to removed."""
    counts = dict.fromkeys((field.name for field in fields(Summary)), 0)
    for change in changes:
        olds = [i for i in change.old if old[i].part in _COUNTED]
        news = [i for i in change.new if new[i].part in _COUNTED]
        counts["old_paragraphs"] += len(olds)
        counts["new_paragraphs"] += len(news)
        if not olds and not news:
            counts["elsewhere"] += change.layer not in ("none", "mechanical")
            continue
        counts[_word(change)] += len(olds) or len(news)
        counts["renumbered"] += change.renumbered
        if change.layer != "none":
            counts[change.layer] += 1
    return Summary(**counts)


def _word(change: Change) -> str:
    if change.relation != "kept":
        return change.relation
    if change.transferred:
        return "transferred"
    if change.moved:
        return "moved"
    return "reworded" if change.altered else "unchanged"
