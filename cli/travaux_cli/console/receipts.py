"""What came of adding, importing and mending, in sentences."""

from collections.abc import Iterator, Sequence

from travaux.model.comparison import Summary
from travaux.model.evidence import Dossier, Revision
from travaux.model.receipts import Added, Corrected, Imported
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted, listed
from travaux.renderers.wording.revisions import particulars

_FIGURES = (
    "unchanged", "reworded", "moved", "transferred", "split", "merged", "regrouped", "removed", "added",
)  # fmt: skip
_PARTICULARS = ("symbol", "title", "stage", "body", "date", "sponsors", "bases")


def imported(receipt: Imported, dossiers: dict[str, Dossier], view: View) -> Iterator[str]:
    """Yield the lines that tell what came of each draft."""
    for added in receipt.added:
        yield from _added(added, dossiers.get(added.dossier), view)
    if len(receipt.added) > 1:
        new = [added for added in receipt.added if not added.known]
        told = f"{counted(len(new), 'draft')} in {counted(len(receipt.dossiers), 'dossier')}"
        known = len(receipt.added) - len(new)
        yield f"{told}{f'; {known:,} known already' if known else ''}."


def corrected(receipt: Corrected, view: View) -> Iterator[str]:
    """Yield the lines that tell what was mended."""
    new = receipt.new
    name = f"{receipt.dossier}@{new.ordinal}"
    if receipt.old == new:
        yield f"{name}  nothing to mend"
        return
    yield from wrap_text(f"{name}  {one_line(new.name)}{particulars(new)}", view.width)
    for field in _PARTICULARS:
        old, now = (_shown(getattr(revision.record, field)) for revision in (receipt.old, new))
        if old != now:
            yield from wrap_text(f"{'made from' if field == 'bases' else field}: {old} → {now}", view.width)
    yield from _moved(receipt.moved, view)
    if receipt.dry:
        yield "Nothing was recorded: this was a dry run."


def _added(added: Added, dossier: Dossier | None, view: View) -> Iterator[str]:
    revision = added.revision
    head = f"{added.dossier}@{revision.ordinal}  {_named(revision)}{particulars(revision)}"
    if added.known:
        yield from wrap_text(f"{head}  known already: the same bytes; nothing was recorded", view.width)
        yield from _ignored(added, view)
        return
    yield from wrap_text(head + _after(revision, dossier), view.width)
    if added.comparison is not None:
        yield from wrap_text(_figures(added.comparison.summary), view.width)
    if added.made and added.named:
        yield from wrap_text(f"A new dossier, named after the title: {added.dossier}.", view.width)
    if added.rival:
        yield from wrap_text("A rival: the branch of the dossier stays where it is.", view.width)
    yield from _moved(added.moved, view)
    if added.dry:
        yield "Nothing was recorded: this was a dry run."


def _ignored(added: Added, view: View) -> Iterator[str]:
    """What was given and is not what is recorded, and how it is set."""
    name = f"{added.dossier}@{added.revision.ordinal}"
    mended = [word for word in added.ignored if word != "before"]
    if mended:
        verb = "differs" if len(mended) == 1 else "differ"
        told = (
            f"Ignored: {listed(mended)}, which {verb} from what is recorded. travaux correct {name} sets what you give."
        )
        yield from wrap_text(told, view.width)
    if "before" in added.ignored:
        how = f"travaux correct DOSSIER@REV --after {added.revision.ordinal}"
        yield from wrap_text(f"Ignored: before; {how} says that the draft REV was made from {name}.", view.width)


def _named(revision: Revision) -> str:
    return one_line(revision.record.symbol or revision.record.title or revision.record.origin.name)


def _after(revision: Revision, dossier: Dossier | None) -> str:
    """The drafts that one was made from."""
    symbols = {r.ordinal: r.record.symbol for r in dossier.revisions} if dossier else {}
    told = [f"@{base.ordinal} {one_line(symbols.get(base.ordinal) or '')}".rstrip() for base in revision.record.bases]
    return f"  after {listed(told)}" if told else ""


def _figures(summary: Summary) -> str:
    told = [f"{number:,} {word}" for word in _FIGURES if (number := getattr(summary, word))]
    return f"{counted(summary.new_paragraphs, 'paragraph')}: {', '.join(told)}"


def _moved(ordinals: Sequence[int], view: View) -> Iterator[str]:
    if ordinals:
        which = listed([f"@{ordinal}" for ordinal in ordinals])
        yield from wrap_text(f"Recorded again, for they stand on it: {which}. What was before is kept.", view.width)


def _shown(value: object) -> str:
    if not value:
        return "none"
    if isinstance(value, tuple):
        return listed([one_line(str(getattr(item, "ordinal", item))) for item in value])
    return one_line(str(value))
