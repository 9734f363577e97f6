"""Linting one text, alone or against an older one."""

from travaux.linting import FORMAL, RULES, Text
from travaux.linting.endings import broken
from travaux.model.checks import Lint, Remark
from travaux.model.comparison import Options
from travaux.model.document import Resolution
from travaux.pipeline.checking import Draft, drafts_of, known, speaker, stage
from travaux.pipeline.comparing import compare
from travaux.version import __version__

_OF_WHOLE_PARAGRAPHS = ("sequence", "punctuation", "brackets", "first-mention")


def lint(text: Resolution, old: Resolution | None = None, options: Options | None = None) -> Lint:
    """Return what an editor would ask about a text, in the order of the text.

    The drafts that it transmits are checked too. With an older text also what a rollover left behind; of a wrapper the
    draft that it transmits is compared, as `compare` does.

    Raises:
        LanguageError: travaux does not read the language, or the texts are in two.
        ChoiceError: as `compare`.
    """
    tongue = known(text)
    comparison = compare(old, text, options) if old is not None else None
    drafts = [Draft(None, comparison.new)] if comparison else list(drafts_of(text))
    remarks: list[Remark] = []
    for draft in drafts:
        seen = Text(draft.text, tongue, speaker(draft.text, tongue), comparison, draft.number)
        found = [remark for rule in RULES.values() for remark in rule(seen)]
        order = {p.id: place for place, p in enumerate(draft.text.paragraphs)}
        remarks += sorted(found, key=lambda r: order.get(r.paragraph or "", -1))
    return Lint(
        travaux=__version__,
        old=stage(comparison.old) if comparison else None,
        text=stage(comparison.new if comparison else text),
        remarks=tuple(remarks),
        unchecked=tuple(_unchecked(drafts, speakers={speaker(d.text, tongue) for d in drafts}, alone=old is None)),
        notices=comparison.notices if comparison else (),
    )


def _unchecked(drafts: list[Draft], *, speakers: set[str | None], alone: bool) -> list[str]:
    """The rules that were not applied, each with the reason."""
    told = []
    if alone:
        told.append("rollover: there is no older text")
    if not speakers & FORMAL:
        told += [f"{rule}: a convention of other organs" for rule in ("sequence", "first-mention")]
    if any(broken(draft.text) for draft in drafts):
        told += [f"{rule}: the text was broken when it was read" for rule in _OF_WHOLE_PARAGRAPHS]
    if not all(draft.text.whole for draft in drafts):
        told.append("punctuation: of a fragment the end is not known")
    return told
