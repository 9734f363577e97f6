"""Sources: which resolutions and decisions a change cites that it did not cite before, and the other way round."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from travaux.kinds.citable import has_number
from travaux.kinds.lookups import Stretch

_NEXT: Final = 14
"""Characters between a citation and what holds its list together: " resolutions ". Range 12 to 30."""
if TYPE_CHECKING:
    from travaux.citations import Citation, CitationWords

_CITES: Final = re.compile(r"\d")


@dataclass(slots=True, eq=False, repr=False)
class Sources:
    """What was cited in the old text alone and in the new text alone.

    Attributes:
        dropped: as printed.
        added: as printed.
        at: the edits in which it shows.
        whole: those of them in which nothing else came or went.
        spans: the citations, with their dates, and all of the edits of `whole`.
    """

    dropped: tuple[str, ...]
    added: tuple[str, ...]
    at: tuple[int, ...]
    whole: tuple[int, ...]
    spans: tuple[Stretch, ...]


def sources(
    old: str,
    new: str,
    stretches: Sequence[Stretch],
    citing: "Callable[[], CitationWords]",
    speakers: tuple[str | None, str | None],
) -> Sources | None:
    """Return the difference of two sets of citations; None where both texts cite the same.

    What only holds a list together ("and", commas, "resolutions" for "resolution") belongs to the difference.

    Args:
        old: the old text of a change.
        new: its new text.
        stretches: what differs.
        citing: gives the words by which resolutions are cited in their language.
        speakers: the codes of the organs that speak.
    """
    if not any(
        _CITES.search(old, s.old_start, s.old_end) or _CITES.search(new, s.new_start, s.new_end) for s in stretches
    ):
        return None
    if not has_number(old) and not has_number(new):
        return None
    from travaux.citations import find_citations  # few texts cite, and are altered there  # noqa: PLC0415

    words = citing()
    before, after = find_citations(old, speakers[0], words), find_citations(new, speakers[1], words)
    gone = [c for c in before if not set(c.keys) <= _keys(after)]
    come = [c for c in after if not set(c.keys) <= _keys(before)]
    if not gone and not come:
        return None
    old_spans, new_spans = _spans(before), _spans(after)
    glue = _glue(words)
    whole = [
        k
        for k, s in enumerate(stretches)
        if glue.fullmatch(_without(old, s.old_start, s.old_end, old_spans))
        and glue.fullmatch(_without(new, s.new_start, s.new_end, new_spans))
        and (_among(s.old_start, s.old_end, old_spans) or _among(s.new_start, s.new_end, new_spans))
    ]
    at = [
        k
        for k, s in enumerate(stretches)
        if k in whole
        or any(low < s.old_end and high > s.old_start for low, high in _spans(gone))
        or any(low < s.new_end and high > s.new_start for low, high in _spans(come))
    ]
    if not at:
        return None
    spans = [
        *(stretches[k] for k in whole),
        *(Stretch(low, high, 0, 0) for low, high in _spans(gone)),
        *(Stretch(0, 0, low, high) for low, high in _spans(come)),
    ]
    return Sources(_printed(old, gone), _printed(new, come), tuple(at), tuple(whole), tuple(spans))


def _spans(cited: "Sequence[Citation]") -> list[tuple[int, int]]:
    """Where numbers and dates stand."""
    return [span for c in cited for span in ((c.start, c.end), c.date_span) if span]


def _among(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch stands among citations, or next to them."""
    return any(low - _NEXT <= end and start <= high + _NEXT for low, high in spans)


def _without(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """The words of a stretch that are neither number nor date of a citation."""
    return "".join(text[at] for at in range(start, end) if not any(low <= at < high for low, high in spans))


def _keys(cited: "Sequence[Citation]") -> set[str]:
    return {key for citation in cited for key in citation.keys}


def _printed(text: str, cited: "Sequence[Citation]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(text[c.start : c.end].split()) for c in cited))


def _glue(words: "CitationWords") -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, (*words.resolution, *words.decision)))
    return re.compile(rf"(?:[\s,;]|\b(?:{nouns}|{words.own}|{words.joints}|{words.of_date})\b)*", re.I)
