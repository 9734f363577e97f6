"""What a report does not show of a comparison, in sentences without a full stop."""

import re
from collections.abc import Iterable, Mapping, Sequence

from travaux.model.comparison import Change, Comparison, Finding, Layer
from travaux.renderers.wording.folding import hidden
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.looks import Looks
from travaux.renderers.wording.numerals import counted, listed
from travaux.renderers.wording.runs import typing_differs

_LAYERS: tuple[Layer, ...] = ("mechanical", "editorial")
_WORDING = re.compile("“[^”]*” → “[^”]*”")
_FEWEST = 2
"""Paragraphs from which on a finding is named among what is hidden."""


def hidden_changes(comparison: Comparison, looks: Looks) -> str:
    """Return how many changes are hidden, by layer; nothing where none is."""
    away = [[c for c in changes if hidden(c, looks)] for changes in (comparison.changes, comparison.note_changes)]
    said = []
    for layer in _LAYERS:
        paragraphs, notes = ([c for c in changes if c.layer == layer] for changes in away)
        if paragraphs or notes:
            said.append(f"{_places(paragraphs, notes)} with {layer} changes")
    among = _among({c.id: c for changes in away for c in changes}, comparison.findings)
    return f"Hidden: {listed(said)}{among}" if said else ""


def hidden_nothing(looks: Looks) -> str:
    """Return that there is nothing of the layers that were to be hidden; nothing where none were."""
    layers = [layer for layer in _LAYERS if layer in looks.hidden]
    return f"Hidden: nothing; there are no {' or '.join(layers)} changes" if layers else ""


def typing(paragraphs: Sequence[Change], notes: Sequence[Change]) -> str:
    """Return how many of these have differences of glyphs, spaces or emphasis; nothing where none has."""
    both = paragraphs, notes
    typed = _places(*([c for c in changes if typing_differs(c)] for changes in both))
    emphasis = _places(*([c for c in changes if c.emphasis] for changes in both))
    said = [f"of quotation marks, hyphens or spaces only, in {typed}"] if typed else []
    said += [f"of emphasis only, in {emphasis}"] if emphasis else []
    return f"Not shown: differences {'; '.join(said)}" if said else ""


def _places(paragraphs: Sequence[Change], notes: Sequence[Change]) -> str:
    """How many paragraphs and notes there are; empty for none."""
    said = [(len(paragraphs), "paragraph"), (len(notes), "note")]
    return listed([counted(number, noun) for number, noun in said if number])


def _among(away: Mapping[str, Change], findings: Iterable[Finding]) -> str:
    """The finding that explains most of what is hidden, in several paragraphs; renumberings tell their cause."""
    several = (f for f in findings if f.kind != "renum" and sum(p.change in away for p in f.places) >= _FEWEST)
    places = [(_edits(f, away), f) for f in several if f.layer in _LAYERS]
    number, finding = max(places, key=lambda pair: pair[0], default=(0, None))
    if finding is None:
        return ""
    said = one_line(finding.note)
    if wording := _WORDING.match(said):
        return f", among them one wording replaced in {counted(number, 'place')} ({wording[0]})"
    return f", among them one finding in {counted(number, 'place')} ({said})"


def _edits(finding: Finding, away: Mapping[str, Change]) -> int:
    """The places of a finding in some changes: where words were dropped, else where some were added."""
    number = 0
    for place in finding.places:
        if place.change in away:
            redline = away[place.change].redline
            ops = [redline[at].op for at in place.segments]
            number += max(1, ops.count("drop"), ops.count("add"))
    return number
