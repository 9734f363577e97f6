"""The redline on a copy of the old file: settle, find, plan, mark, write."""

from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element

from travaux.errors import FormatError
from travaux.model.comparison import Change, Comparison
from travaux.model.document import Source
from travaux.renderers.word.marking import Marker, highest_id
from travaux.renderers.word.original.finding import resolved, spots
from travaux.renderers.word.original.fitting import unfit
from travaux.renderers.word.original.inserting import Inserter
from travaux.renderers.word.original.notes import NoteBook, rewritten
from travaux.renderers.word.original.package import Package, Part
from travaux.renderers.word.original.redrafting import Redraft, Setting
from travaux.renderers.word.original.settling import holds_changes, settle
from travaux.renderers.word.rows import rows
from travaux.renderers.word.tags import w

_STORIES = ("footnotes", "endnotes", "header", "footer")


class Copy:
    """A copy of the old file on which a redline is made.

    Attributes:
        whole: ids of changes that could not be marked inside the old paragraphs: these are deleted as a whole and
            the new ones inserted.
        apart: ids of changes whose paragraphs are not neighbours, with the same result.
    """

    def __init__(self, comparison: Comparison, base: Source) -> None:
        """Open the file and find the old paragraphs in it.

        Raises:
            FormatError: it is no Word file, or not the one that was compared.
        """
        origin = comparison.old.origin
        if base.origin.format != "word" or not base.content.startswith(b"PK"):
            raise FormatError(f"{base.origin.name} is no Word file", "make the redline without it")
        if origin is None or origin.sha256 != base.origin.sha256:
            raise FormatError(f"{base.origin.name} is not the old file of this comparison", "give that file")
        self.comparison = comparison
        self.package = Package(base.content)
        self.whole: frozenset[str] = frozenset()
        self.apart: frozenset[str] = frozenset()
        original = base.origin.options.get("revisions") == "original"
        main = self.package.part(self.package.main).root
        body = main.find(w("body"))
        if body is None:
            raise FormatError(f"{base.origin.name} has no text")
        self.body = body
        elements = resolved(main, (p.place.element for p in comparison.old.paragraphs))
        self.bodies = dict(self._bodies(main))
        became = self._settle(original=original)
        self.spots = spots(comparison.old.paragraphs, elements, became)
        lost = [p.address for p in comparison.old.paragraphs if p.id not in self.spots]
        if lost:
            said = f"{base.origin.name} does not hold {lost[0]} where it was read"
            raise FormatError(said, "make the redline without it")

    def redline(self, author: str, date: str | None, *, moves: bool = True) -> None:
        """Make the redline.

        Args:
            author: who made the changes.
            date: when, as `2044-03-05T00:00:00Z`; None where it is not known.
            moves: whether what moved is marked as moved, else as deleted and inserted.
        """

        def still(change: Change) -> bool:
            tabs = any("\t" in segment.text for segment in change.redline)
            return tabs or not self.spots[change.old[0]].movable

        self.whole = frozenset(self._with_lost_marks())
        plan = rows(self.comparison, self.whole, still, moves=moves)
        while not (found := unfit(plan.rows, self.spots)) <= self.whole:
            self.whole |= found
            plan = rows(self.comparison, self.whole, still, moves=moves)
        marker = Marker(author, date, highest_id(part.root for part in self._stories()))
        book = NoteBook(self.package, marker)
        new = self.comparison.new
        notes = {n.id: n for n in new.notes}
        inserter = Inserter(self.body, self.comparison, self.spots, marker, book)
        setting = Setting(self.spots, self.bodies, notes, inserter.emphasis, marker, book, inserter)
        Redraft(setting).run(plan.rows)
        for change in self._changed_notes(setting.kept_notes):
            note = next(n for n in self.comparison.old.notes if n.id == change.old[0])
            rewritten(setting.bodies[note.id], note, change, marker)
        self.apart = frozenset(change.id for change in plan.apart)

    def written(self) -> bytes:
        """Return the bytes of the copy."""
        return self.package.written()

    def _stories(self) -> Iterator[Part]:
        yield self.package.part(self.package.main)
        for kind in (*_STORIES, "comments"):
            for path in self.package.related(self.package.main, kind):
                yield self.package.part(path)

    def _settle(self, *, original: bool) -> Mapping[Element, Element]:
        became: dict[Element, Element] = {}
        for part in self._stories():
            if holds_changes(part.raw):
                became |= settle(part.root, original=original)
        return became

    def _bodies(self, main: Element) -> Iterator[tuple[str, Element]]:
        """The bodies of the old notes by their ids, in parts of their own or in the text."""
        roots = [main, *(part.root for kind in ("footnotes", "endnotes") if (part := self.package.only(kind)))]
        for root in roots:
            name = str(root.tag).rpartition("}")[2]
            own = [n for n in self.comparison.old.notes if (n.place.element or "").startswith(f"/w:{name}/")]
            found = resolved(root, (n.place.element for n in own))
            yield from ((n.id, found[n.place.element]) for n in own if n.place.element in found)

    def _with_lost_marks(self) -> Iterator[str]:
        """Changes whose old words hold typed marks of notes without bodies, of which the new ones have not as many.

        Such a mark is not among the words that were compared, so that nothing says what becomes of it alone.
        """
        old, new = ({p.id: p for p in side.paragraphs} for side in (self.comparison.old, self.comparison.new))
        for change in self.comparison.changes:
            lost = sum(m.kind == "note" and m.note is None for key in change.old for m in old[key].marks)
            marks = sum(m.kind == "note" for key in change.new for m in new[key].marks)
            if lost and lost != marks and any(segment.op != "keep" for segment in change.redline):
                yield change.id

    def _changed_notes(self, kept: list[str]) -> Iterator[Change]:
        for change in self.comparison.note_changes:
            held = change.relation == "kept" and change.old[0] in kept and change.old[0] in self.bodies
            if held and any(segment.op != "keep" for segment in change.redline):
                yield change
