"""The last lines of a report: what was hidden, what was not shown, what was not compared."""

from collections.abc import Iterable, Iterator, Sequence

from travaux.model.comparison import Change, Comparison, Finding, Layer
from travaux.renderers.wording.folding import hidden
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted, listed
from travaux.renderers.wording.runs import typing_differs
from travaux_cli.console.omissions import not_compared
from travaux_cli.console.view import View
from travaux_cli.console.wrapping import wrap_text

_LAYERS: tuple[Layer, ...] = ("mechanical", "editorial")
_Both = tuple[Sequence[Change], Sequence[Change]]
"""Changes of paragraphs, and of notes."""
_FEWEST = 2
"""Places from which on a finding is named among what is hidden."""


def endings(comparison: Comparison, view: View, notices: int) -> Iterator[str]:
    """Yield the lines at the end of a report: each thing that it does not show, and how to see it."""
    both = (comparison.changes, comparison.note_changes)
    said = [f"Pinned: {listed([one_line(pin) for pin in comparison.options.pins])}."] if comparison.options.pins else []
    said += [*_hidden(both, comparison.findings, view)]
    if view.only:
        names = listed([one_line(name) for name in view.only])
        said.append(f"Shown: only {names}. To see the rest: leave out --only")
    elif not view.everything:
        said.extend(_typing(both))
    if notices:
        said.append(f"{counted(notices, 'notice')} on how the texts were read: on standard error.")
    for sentence in said:
        yield from wrap_text(sentence, view.width)
    yield from not_compared(comparison.not_compared, view)


def _hidden(both: _Both, findings: Sequence[Finding], view: View) -> Iterator[str]:
    away = [[c for c in changes if hidden(c, view)] for changes in both]
    said = []
    for layer in _LAYERS:
        paragraphs, notes = ([c for c in changes if c.layer == layer] for changes in away)
        if paragraphs or notes:
            said.append(f"{_places(paragraphs, notes)} with {layer} changes")
    if said:
        among = _among({c.id for changes in away for c in changes}, findings)
        yield f"Hidden: {listed(said)}{among}. To see them: leave out --hide"
    elif view.hidden:
        yield f"Hidden: nothing; there are no {' or '.join(k for k in _LAYERS if k in view.hidden)} changes."


def _places(paragraphs: Sequence[Change], notes: Sequence[Change]) -> str:
    """How many paragraphs and notes there are; empty for none."""
    said = [(len(paragraphs), "paragraph"), (len(notes), "note")]
    return listed([counted(number, noun) for number, noun in said if number])


def _among(away: set[str], findings: Iterable[Finding]) -> str:
    """The finding that explains most of what is hidden."""
    places = [(sum(p.change in away for p in f.places), f) for f in findings if f.layer in _LAYERS]
    number, finding = max(places, key=lambda pair: pair[0], default=(0, None))
    if finding is None or number < _FEWEST:
        return ""
    return f", among them one finding in {counted(number, 'place')} ({one_line(finding.note)})"


def _typing(both: _Both) -> Iterator[str]:
    typing = _places(*([c for c in changes if typing_differs(c)] for changes in both))
    emphasis = _places(*([c for c in changes if c.emphasis] for changes in both))
    said = []
    if typing:
        said.append(f"of quotation marks, hyphens or spaces only, in {typing}")
    if emphasis:
        said.append(f"of emphasis only, in {emphasis}")
    if said:
        yield f"Not shown: differences {'; '.join(said)}. To see them: --all"
