"""From links to changes: joined texts, redlines, flags and layers."""

from collections.abc import Callable, Sequence

from travaux.contracts import RedlineWords
from travaux.model.comparison import Change, Layer, Link, Segment
from travaux.model.document import Paragraph
from travaux.redlining import altered, redline

_UNKNOWN = RedlineWords()
_NUMBERED = ("preambular", "operative", "annex")


def change(  # noqa: PLR0913 - what both texts are, and what is known of them
    key: str,
    link: Link,
    old: Callable[[str], Paragraph],
    new: Callable[[str], Paragraph],
    *,
    emphasis: bool,
    words: RedlineWords = _UNKNOWN,
) -> Change:
    """Return what became of the paragraphs of one link.

    Args:
        key: id of the change.
        link: the link.
        old: an old paragraph by its id.
        new: a new paragraph by its id.
        emphasis: whether both texts have emphasis at all, so that a difference of it means something.
        words: what the redline knows of their language.
    """
    olds = [old(i) for i in link.old]
    news = [new(i) for i in link.new]
    old_text, new_text = _text(olds), _text(news)
    both = bool(olds and news)
    is_altered = both and old_text != new_text and altered(old_text, new_text)
    only_emphasis = emphasis and both and not is_altered and _emphasis(olds) != _emphasis(news)
    is_renumbered = both and _numbers(olds) != _numbers(news)
    is_transferred = both and _parts(olds) != _parts(news)
    same = both and old_text == new_text
    return Change(
        id=key,
        old=link.old,
        new=link.new,
        relation=link.relation,
        moved=link.moved,
        renumbered=is_renumbered,
        transferred=is_transferred,
        altered=is_altered,
        emphasis=only_emphasis,
        layer=_layer(
            substance=not both or is_altered or is_transferred or link.relation != "kept",
            mechanical=not same or link.moved or is_renumbered or only_emphasis,
        ),
        score=link.score,
        confidence=link.confidence,
        step=link.step,
        reason=link.reason,
        redline=_redline(old_text, new_text, olds, news, words),
    )


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return paragraphs[0].text if len(paragraphs) == 1 else "\n".join([p.text for p in paragraphs])


def _redline(
    old_text: str, new_text: str, olds: Sequence[Paragraph], news: Sequence[Paragraph], words: RedlineWords
) -> tuple[Segment, ...]:
    if not news:
        return (Segment(op="drop", text=old_text),) if old_text else ()
    if not olds:
        return (Segment(op="add", text=new_text),) if new_text else ()
    return redline(old_text, new_text, words)


def _layer(*, substance: bool, mechanical: bool) -> Layer:
    """Until kinds of change say more, every altered change is one of substance (law 4 errs upwards)."""
    if substance:
        return "substantive"
    return "mechanical" if mechanical else "none"


def _numbers(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [p.address for p in paragraphs if p.part in _NUMBERED]


def _parts(paragraphs: Sequence[Paragraph]) -> set[str]:
    return {p.part for p in paragraphs if p.part in _NUMBERED}


def _emphasis(paragraphs: Sequence[Paragraph]) -> list[tuple[int, str, int, int]]:
    marks = ((at, mark) for at, p in enumerate(paragraphs) for mark in p.marks if mark.kind != "note")
    return [(at, mark.kind, mark.start, mark.end) for at, mark in marks]
