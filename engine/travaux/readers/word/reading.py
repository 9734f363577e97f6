"""From the bytes of a Word file to a source: text in order, notes, what the pages repeat, what was left out."""

import hashlib
from collections.abc import Iterator, Mapping

from lxml.etree import _Element as Element

from travaux.errors import SourceError
from travaux.model.document import Notice, Origin, Place, Source, SourceNote
from travaux.readers.word.fields import Fields, complete_fields
from travaux.readers.word.names import NAMESPACE, w
from travaux.readers.word.notes import KINDS, NoteBook
from travaux.readers.word.numbering import Numbering
from travaux.readers.word.package import Package
from travaux.readers.word.passages import Passage
from travaux.readers.word.revisions import TrackedChange, View, notices, tracked, view
from travaux.readers.word.running_heads import running_heads
from travaux.readers.word.runs import Runs
from travaux.readers.word.story import Story
from travaux.readers.word.styles import Styles
from travaux.text import squeeze


def read(content: bytes, name: str, options: Mapping[str, str]) -> Source:
    """Return the blocks of a Word file; what each rule of this folder promises is in its docstring.

    Args:
        content: the bytes of the file.
        name: what to call it in messages.
        options: `revisions`: which words of a file with tracked changes are its text, `accepted` or `original`;
            with `refuse`, the default, such a file is refused.

    Raises:
        SourceError: damaged, locked, hostile, too large, without text, or with tracked changes of which none of
            the two states was chosen.
        FormatError: an option has a value that it cannot have.
    """
    return _File(Package(content, name), name).source(content, options)


def tracked_changes(content: bytes, name: str) -> list[TrackedChange]:
    """Return the tracked changes of a Word file's text and notes, in order.

    Raises:
        SourceError: damaged, locked, hostile or too large.
    """
    return _File(Package(content, name), name).changes


class _File:
    """The parts of one file that hold its text."""

    def __init__(self, package: Package, name: str) -> None:
        self.package = package
        self.name = name
        root = package.part(package.main)
        body = root.find(w("body")) if root is not None else None
        if root is None or body is None:
            raise SourceError(f"{name} is a damaged Word file: it has no text", "open it in Word and save it again")
        self.document, self.body = root, body
        self.notes: dict[str, Element] = {}
        for kind in KINDS:
            if (found := package.only(f"{kind}s")) is not None:
                self.notes[kind] = found[1]
        self.changes = tracked([root, *self.notes.values()])

    def source(self, content: bytes, options: Mapping[str, str]) -> Source:
        state = view(options, self.changes, self.name)
        styles = Styles(self._root("styles"))
        numbering = Numbering(self._root("numbering"), styles)
        book = NoteBook(self._root("settings"), self.document)
        runs = Runs(state, styles, Fields(complete_fields(self.document, state.dropped)), book)
        story = Story(runs, numbering)
        passages = list(story.passages(self.body, "/w:document/w:body"))
        notes = list(self._notes(book, state, styles, runs.hidden))
        if not passages and not self.changes:
            raise SourceError(f"{self.name} holds no text", "is it a draft?")
        chosen = {key: wanted for key, wanted in options.items() if (key, wanted) != ("revisions", "refuse")}
        return Source(
            origin=Origin(name=self.name, sha256=hashlib.sha256(content).hexdigest(), format="word", options=chosen),
            content=content,
            blocks=tuple(passage.block() for passage in passages),
            notes=tuple(notes),
            metadata=tuple(running_heads(self.package, state, styles)),
            notices=tuple(self._notices(runs.hidden, story.foreign)),
        )

    def _root(self, kind: str) -> Element | None:
        found = self.package.only(kind)
        return None if found is None else found[1]

    def _notes(self, book: NoteBook, state: View, styles: Styles, hidden: list[str]) -> Iterator[SourceNote]:
        """Yield the notes that the text refers to, in order of first reference."""
        bodies: dict[tuple[str, str], tuple[Element, str]] = {}
        runs: dict[str, Runs] = {}
        for kind, root in self.notes.items():
            runs[kind] = Runs(state, styles, Fields(complete_fields(root, state.dropped)), None)
            runs[kind].hidden = hidden
            for at, body in enumerate(root.iterfind(w(kind)), 1):
                bodies[kind, body.get(w("id"), "")] = body, f"/w:{kind}s/w:{kind}[{at}]"
        for reference in book.found:
            if (reference.kind, reference.key) not in bodies:
                continue
            body, path = bodies[reference.kind, reference.key]
            text = _joined(Story(runs[reference.kind], None).passages(body, path))
            if reference.signed:
                text = text.removeprefix(reference.number).strip()
            yield SourceNote(number=reference.number, text=text, place=Place(element=path))

    def _notices(self, hidden: list[str], foreign: int) -> Iterator[Notice]:
        yield from notices(self.changes)
        if words := squeeze("".join(hidden)):
            yield Notice(code="hidden-text", message=f"{self.name} has hidden text, which was left out.", text=words)
        comments = self._root("comments")
        if comments is not None and (count := len(comments)):
            said = "1 comment, which was left out" if count == 1 else f"{count} comments, which were left out"
            words = squeeze(" ".join(str(t.text or "") for t in comments.iter(f"{{{NAMESPACE}}}t")))
            yield Notice(code="comments", message=f"{self.name} has {said}.", text=words)
        if foreign:
            yield Notice(
                code="embedded-file",
                message=f"{self.name} has a file of another format embedded in its text, which was not read.",
            )


def _joined(passages: Iterator[Passage]) -> str:
    return " ".join(squeeze(passage.labelled).replace("\t", " ") for passage in passages).strip()
