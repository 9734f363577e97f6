"""The life of a paragraph, a step a draft."""

from collections.abc import Iterator

from travaux.model.comparison import Change
from travaux.model.evidence import Dossier, Step, Trace
from travaux.renderers.text.ink import columns
from travaux.renderers.text.layout import GAP
from travaux.renderers.text.redlines import runs
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap, wrap_text
from travaux.renderers.wording.harmless import harmless, one_line
from travaux.renderers.wording.numerals import in_words
from travaux.renderers.wording.relations import rewording
from travaux.renderers.wording.revisions import Names

INDENT = 4
"""Columns before the words of a step."""


def traced(trace: Trace, dossier: Dossier, view: View) -> Iterator[str]:
    """Yield the steps of a trace: the draft, the number there, what became of the paragraph, its words."""
    names = Names(dossier.revisions)
    sponsors = {r.ordinal: one_line(", ".join(r.record.sponsors)) for r in dossier.revisions}
    first = max((columns(names.whole(step.revision)) for step in trace.steps), default=0) + GAP
    second = max((columns(_numbers(step)) for step in trace.steps), default=0) + GAP
    yield view.ink.paint("strong", f"{trace.dossier}@{trace.revision}  {one_line(trace.asked)}")
    several = {step.revision for step in trace.steps if _bases(trace, step.revision) > 1}
    for step in trace.steps:
        yield ""
        said = _what(step, names)
        if step.revision in several and step.base is not None:
            said += f", compared with {names.whole(step.base)}"
        name, numbers = names.whole(step.revision), _numbers(step)
        head = name + " " * (first - columns(name)) + numbers + " " * (second - columns(numbers))
        lines = wrap_text(head + said, view.width)
        yield view.ink.paint("strong", lines[0])
        yield from (" " * INDENT + line for line in lines[1:])
        room = view.width - INDENT
        if _appears(step) and sponsors.get(step.revision):
            yield from (" " * INDENT + line for line in wrap_text(f"· sponsors: {sponsors[step.revision]}", room))
        if _appears(step):
            words = harmless("".join(segment.text for segment in step.redline))
            yield from (" " * INDENT + line for line in wrap_text(words, room))
        elif step.altered or step.relation != "kept" or view.everything:
            yield from (" " * INDENT + line for line in wrap(runs(_change(step), view), room, view.ink))


def _appears(step: Step) -> bool:
    """Whether the paragraph comes from none."""
    return step.relation in (None, "added")


def _bases(trace: Trace, revision: int) -> int:
    return len({step.base for step in trace.steps if step.revision == revision})


def _numbers(step: Step) -> str:
    old, new = (" + ".join(map(one_line, side)) for side in (step.old, step.new))
    if not old or not new or old == new:
        return new or old
    return f"{old} → {new}"


def _what(step: Step, names: Names) -> str:
    old, new = len(step.old), len(step.new)
    match step.relation:
        case None:
            return "first appears"
        case "added" if step.before is not None:
            return f"back; taken out after {names.whole(step.before.until)}"
        case "added" | "removed":
            return "first appears" if step.relation == "added" else "removed"
        case "split":
            said = [f"split in {in_words(new)}"]
        case "merged":
            said = [f"merged, {in_words(old)} into one"]
        case "regrouped":
            said = [f"regrouped, {in_words(old)} into {in_words(new)}"]
        case _:
            said = [rewording(_change(step))] if step.altered else []
    if step.transferred or step.moved:
        said.insert(0, "transferred" if step.transferred else "moved")
    elif step.renumbered and step.relation == "kept":
        said.insert(0, "renumbered")
    return ", ".join(said) or "unchanged"


def _change(step: Step) -> Change:
    """A step in the form in which redlines are drawn."""
    relation = step.relation or "added"
    altered = step.altered or step.relation not in ("kept", None)
    return Change(
        id="step",
        old=step.old,
        new=step.new,
        relation=relation,
        altered=altered,
        moved=step.moved,
        redline=step.redline,
    )
