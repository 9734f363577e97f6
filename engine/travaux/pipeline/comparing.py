"""Comparing two resolutions: counterparts, alignment, redlines, notes, what was not compared, the summary."""

from collections.abc import Sequence
from itertools import pairwise

from travaux.alignment import NearMiss, Pin, align, align_notes, as_paragraphs
from travaux.alignment import explain as explain_links
from travaux.collector import resting
from travaux.errors import LanguageError
from travaux.languages import LANGUAGES, language, redline_words
from travaux.model.comparison import Alignment, Change, Comparison, NotCompared, Options
from travaux.model.document import Resolution
from travaux.pipeline.changes import change
from travaux.pipeline.classifying import classified
from travaux.pipeline.counterparts import Counterpart, in_one_voice
from travaux.pipeline.omitted import omitted, without_note_bodies
from travaux.pipeline.pinning import among, pins
from travaux.pipeline.referring import followed
from travaux.pipeline.summing import summary
from travaux.version import __version__


@resting()
def compare(old: Resolution, new: Resolution, options: Options | None = None) -> Comparison:
    """Return what became of each paragraph and note of `old` in `new`.

    Law 1: every paragraph of both sides stands in exactly one change. Law 3: `compare(x, x)` alters nothing,
    and `compare(new, old)` mirrors `compare(old, new)`. Pinned paragraphs are linked as the pins of the options
    say; the reason of such a link is "pinned".

    Raises:
        LanguageError: the drafts are in different languages.
        ChoiceError: one side transmits several drafts and none fits the other by its title; or a pin is impossible.
    """
    texts, options = _prepared(old, new, options)
    one, other = (counterpart.text for counterpart in texts)
    alignment = align(one.paragraphs, other.paragraphs, _pinned(options, one, other))
    return _comparison(texts, alignment, options)


def explain(
    old: Resolution, new: Resolution, options: Options | None = None
) -> tuple[Comparison, tuple[NearMiss, ...]]:
    """Return what `compare` returns, and the pairs of paragraphs that were weighed and not linked, likest first.

    Raises:
        LanguageError: as `compare`.
        ChoiceError: as `compare`.
    """
    texts, options = _prepared(old, new, options)
    one, other = (counterpart.text for counterpart in texts)
    pinned = _pinned(options, one, other)
    alignment, misses = explain_links(one.paragraphs, other.paragraphs, pinned)
    return _comparison(texts, alignment, options), misses


def changes(old: Resolution, new: Resolution, alignment: Alignment) -> tuple[Change, ...]:
    """Return what became of the paragraphs of each link, in the order of the links."""
    by_old = {p.id: p for p in old.paragraphs}
    by_new = {p.id: p for p in new.paragraphs}
    emphasis = _has_emphasis(old) and _has_emphasis(new)
    words = redline_words(old.language)
    return tuple(
        change(f"c{n}", link, by_old.__getitem__, by_new.__getitem__, emphasis=emphasis, words=words)
        for n, link in enumerate(alignment.links, 1)
    )


def one_language(drafts: Sequence[Resolution]) -> None:
    """Refuse drafts in different languages.

    Raises:
        LanguageError: they are.
    """
    for old, new in pairwise(drafts):
        if old.language != new.language:
            raise LanguageError(
                f"the old draft is in {_name(old.language)}, the new one in {_name(new.language)}",
                "compare drafts of one language; if one was taken for the other, name its language",
            )


def _name(code: str) -> str:
    return language(code).name if code in LANGUAGES else code


def _prepared(old: Resolution, new: Resolution, options: Options | None) -> tuple[tuple[Counterpart, ...], Options]:
    """The two texts that are compared."""
    one_language((old, new))
    return in_one_voice((old, new)), options or Options()


def _pinned(options: Options, old: Resolution, new: Resolution) -> tuple[Pin, ...]:
    (words,) = among(options.pins, 2)
    return pins(words, old.paragraphs, new.paragraphs)


def _comparison(texts: tuple[Counterpart, ...], alignment: Alignment, options: Options) -> Comparison:
    one, other = (counterpart.text for counterpart in texts)
    found = changes(one, other, alignment)
    note_changes, notes_left = _notes(one, other, found)
    references = followed(one, other, found)
    found, note_changes, findings = classified(one, other, found, note_changes, references)
    return Comparison(
        travaux=__version__,
        options=options,
        old=one,
        new=other,
        changes=found,
        note_changes=note_changes,
        findings=findings,
        references=references,
        not_compared=(*notes_left, *omitted(texts[0], "old"), *omitted(texts[1], "new")),
        notices=alignment.notices,
        summary=summary(found, {p.id: p for p in one.paragraphs}, {p.id: p for p in other.paragraphs}),
    )


def _has_emphasis(resolution: Resolution) -> bool:
    return any(m.kind != "note" for p in resolution.paragraphs for m in p.marks)


def _may_lack(resolution: Resolution) -> bool:
    """Whether a text without notes may have had some: a Word file holds the bodies of those that it has."""
    return not resolution.notes and (resolution.origin is None or resolution.origin.format != "word")


def _notes(
    old: Resolution, new: Resolution, found: Sequence[Change]
) -> tuple[tuple[Change, ...], tuple[NotCompared, ...]]:
    """Changes of the notes; where one side may have lost their bodies, they are told as not compared."""
    if _may_lack(old) or _may_lack(new):
        return (), without_note_bodies(old, new)
    one, other = ({p.id: p for p in side.paragraphs} for side in (old, new))
    carriers = [([one[i] for i in c.old], [other[j] for j in c.new]) for c in found]
    by_old, by_new = ({n.id: n for n in as_paragraphs(side.notes)} for side in (old, new))
    words = redline_words(old.language)
    return tuple(
        change(f"n{n}", link, by_old.__getitem__, by_new.__getitem__, emphasis=False, words=words)
        for n, link in enumerate(align_notes(old.notes, new.notes, carriers), 1)
    ), ()
