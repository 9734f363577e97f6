"""The last lines of a report: what was hidden, what was not shown, what was not compared."""

from collections.abc import Iterator

from travaux.model.comparison import Comparison
from travaux.renderers.text.omissions import not_compared
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted, listed
from travaux.renderers.wording.unseen import hidden_changes, hidden_nothing, typing


def endings(comparison: Comparison, view: View, notices: int) -> Iterator[str]:
    """Yield the lines at the end of a report: each thing that it does not show, and how to see it."""
    said = [f"Pinned: {listed([one_line(pin) for pin in comparison.options.pins])}."] if comparison.options.pins else []
    if told := hidden_changes(comparison, view):
        said.append(f"{told}. To see them: leave out --hide")
    elif told := hidden_nothing(view):
        said.append(f"{told}.")
    if view.only or view.kinds:
        shown = [listed([one_line(name) for name in view.only])] if view.only else []
        shown += [f"changes with a finding of {' or '.join(view.kinds)}"] if view.kinds else []
        if view.kinds and not any(finding.kind in view.kinds for finding in comparison.findings):
            shown = [f"nothing: there is no finding of {' or '.join(view.kinds)}"]
        options = [f"--{name}" for name, given in (("only", view.only), ("kind", view.kinds)) if given]
        only = "" if shown[0].startswith("nothing") else "only "
        said.append(f"Shown: {only}{', '.join(shown)}. To see the rest: leave out {' and '.join(options)}")
    elif not view.everything and (told := typing(comparison.changes, comparison.note_changes)):
        said.append(f"{told}. To see them: --all")
    if notices:
        said.append(f"{counted(notices, 'notice')} on how the texts were read: on standard error.")
    for sentence in said:
        yield from wrap_text(sentence, view.width)
    yield from not_compared(comparison.not_compared, view)
