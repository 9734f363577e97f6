"""The references of a text as a person at a terminal reads them: where, which words, what they name, how it stands."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from travaux.model.checks import CheckedReference, DoubtfulCitation, Outcome, References
from travaux.renderers.text.ink import Style, columns
from travaux.renderers.text.layout import GAP, INDENT, clipped
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted, listed
from travaux_cli.console.heads import headed

FAULTS = ("stale", "dangling")
"""The outcomes for which `--exit-code` ends with 1."""
WIDEST_PLACE = 18
"""Columns of the number of a paragraph; a longer one pushes the words aside. Range: 12 to 24."""
NARROWEST = 16
"""Columns left for the words at least. Range: 10 to 24; "paragraph 5 above"."""
_SAID = {
    "unchanged": "as before",
    "consequential": "follows",
    "misplaced": "misplaced",
    "unordered": "out of order",
}
_COUNTED: dict[Outcome, tuple[str, str]] = {
    "consequential": ("follows a renumbering", "follow a renumbering"),
    "misplaced": ("is on the other side of its words", "are on the other side of their words"),
}
_TOLD = ("stale", "dangling", "retargeted", "misplaced", "unordered")
_ORDER: tuple[Outcome, ...] = (
    "stale",
    "dangling",
    "retargeted",
    "misplaced",
    "unordered",
    "dropped",
    "consequential",
    "unchanged",
    "found",
)


def referred(found: References, view: View, files: Sequence[str]) -> Iterator[str]:
    """Yield the lines that tell how the references and citations of a text stand."""
    yield from headed(found, view, files)
    yield ""
    yield from wrap_text(_summary(found), view.width)
    if found.references:
        yield ""
        yield from _table(found.references, view)
    for number, citation in enumerate(found.citations):
        if not number:
            yield ""
            yield from wrap_text("Citations that cannot be right:", view.width)
        yield from _citation(citation, view)


def faulty(found: References) -> bool:
    """Whether a reference is stale or leads nowhere."""
    return any(reference.outcome in FAULTS for reference in found.references)


def _summary(found: References) -> str:
    counts = Counter(reference.outcome for reference in found.references)
    number = len(found.references) - counts["dropped"]
    said = (
        f"{counted(number, 'reference')} to paragraphs of this text" if number else "No reference to its own paragraphs"
    )
    told = [f"{counts[o]:,} {_counted(o, counts[o])}" for o in _ORDER if counts[o]]
    if number and told != [f"{number:,} found"]:
        said += f": {listed(told)}"
    elif number:
        said += ", each leads to one"
    if found.foreign:
        said += f"; {counted(found.foreign, 'number')} of paragraphs and sections of other texts, not checked"
    return f"{said}."


def _counted(outcome: Outcome, number: int) -> str:
    one, several = _COUNTED.get(outcome, (_SAID.get(outcome, outcome),) * 2)
    return one if number == 1 else several


def _table(references: Sequence[CheckedReference], view: View) -> Iterator[str]:
    rows = [(_where(r), _target(r), _SAID.get(r.outcome, r.outcome)) for r in references]
    place = min(max(columns(where) for where, _, _ in rows), WIDEST_PLACE)
    target = max(columns(leads) for _, leads, _ in rows)
    room = max(view.width - INDENT - place - target - max(columns(said) for *_, said in rows) - 3 * GAP, NARROWEST)
    words = min(max(columns(_words(r)) for r in references), room)
    for _, same in groupby(references, key=lambda r: (r.draft, r.paragraph, r.text, r.outcome == "dropped")):
        for number, reference in enumerate(same):
            yield from _row(reference, (place, words, target), view, first=not number)


def _row(reference: CheckedReference, widths: tuple[int, int, int], view: View, *, first: bool) -> Iterator[str]:
    place, words, target = widths
    where = _where(reference) if first else ""
    said = clipped(_words(reference), words) if first else ""
    style: Style = "strong" if reference.outcome in _TOLD else "faint"
    outcome = view.ink.paint(style, _SAID.get(reference.outcome, reference.outcome))
    cells = f"{_padded(where, place)}{_padded(said, words)}{_padded(_target(reference), target)}"
    yield " " * INDENT + cells + outcome
    if reference.note and reference.outcome != "consequential":
        start = INDENT + place + GAP
        note = reference.note if first or not reference.number else f"{reference.number}: {reference.note}"
        for line in wrap_text(f"· {one_line(note)}", max(view.width - start, NARROWEST)):
            yield " " * start + line


def _where(reference: CheckedReference) -> str:
    draft = f"draft {reference.draft}, " if reference.draft else ""
    return draft + one_line(reference.address)


def _words(reference: CheckedReference) -> str:
    return f"“{one_line(reference.text)}”"


def _target(reference: CheckedReference) -> str:
    leads = one_line(reference.target_address) if reference.target_address else "nothing"
    before = (
        f"{one_line(reference.old_address)} " if reference.outcome == "consequential" and reference.old_address else ""
    )
    return f"{before}→ {leads}"


def _citation(citation: DoubtfulCitation, view: View) -> Iterator[str]:
    draft = f"draft {citation.draft}, " if citation.draft else ""
    where = draft + one_line(citation.address)
    start = INDENT + columns(where) + GAP
    told = [f"“{one_line(citation.text)}”: {one_line(citation.note)}"]
    lines = [line for said in told for line in wrap_text(said, max(view.width - start, NARROWEST))]
    for number, line in enumerate(lines):
        yield (" " * INDENT + where + " " * GAP if not number else " " * start) + line


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text) + GAP)
