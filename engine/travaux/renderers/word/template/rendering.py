"""The whole file: its parts, put into a package whose bytes depend on nothing but the comparison."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from importlib.resources import files

from lxml import etree

from travaux.model.comparison import Change, Comparison
from travaux.model.document import Notice
from travaux.renderers.word.marking import Marker
from travaux.renderers.word.rows import Row, rows
from travaux.renderers.word.tags import NAMESPACE, P_PR, P, w
from travaux.renderers.word.template.footnotes import Footnotes
from travaux.renderers.word.template.paragraphs import Paragraphs
from travaux.renderers.word.template.properties import properties
from travaux.renderers.word.template.runs import runs

_FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_relations.xml",
    "word/_rels/document.xml.rels": "document_relations.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/footer1.xml": "footer.xml",
}
"""Parts that are the same in every file: path -> file in `parts/`."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of each entry of the archive; ZIP knows none before."""

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def redlined(
    comparison: Comparison, *, author: str, date: str | None, head: str, moves: bool = True
) -> tuple[bytes, tuple[Notice, ...]]:
    """Return a Word file of our own with what became of the old text as tracked changes, and what is marked coarsely.

    Law 9: with all changes accepted its text is the new one, with all rejected the old one, the notes that were
    compared included. Law 7: the same values give the same bytes. Numbers are typed; a row of a table is a paragraph
    whose cells are parted by tabs. Where the redline keeps words no change touches them.

    Args:
        comparison: what became of what.
        author: who made the changes.
        date: when, as `2044-03-05T00:00:00Z`; None where it is not known.
        head: what stands at the head of each page.
        moves: whether what moved is marked as moved; else it is deleted and inserted.
    """
    marker = Marker(author, date, 0)
    notes = Footnotes(comparison, marker)
    parts = {path: _part(name) for path, name in _FIXED.items()}
    plan = rows(comparison, moves=moves)
    parts["word/document.xml"] = _document(plan.rows, Paragraphs(comparison, marker, notes))
    parts["word/footnotes.xml"] = notes.written()
    parts["word/header1.xml"] = _header(head)
    parts["docProps/core.xml"] = properties(comparison)
    return _packed(parts), tuple(_notices(comparison, plan.apart))


def _notices(comparison: Comparison, apart: Sequence[Change]) -> Iterator[Notice]:
    addresses = {p.id: p.address for p in comparison.old.paragraphs}
    for change in apart:
        names = " and ".join(addresses[key] for key in change.old)
        said = f"{names} is marked as deleted and inserted, since what became of it does not stand in one place."
        yield Notice(code="redlined-apart", message=said)


def _document(found: list[Row], paragraphs: Paragraphs) -> bytes:
    root = etree.Element(w("document"), nsmap={"w": NAMESPACE, "r": _RELATIONS})
    body = etree.SubElement(root, w("body"))
    grown = _end_behind_what_was_put_in(found)
    for at, row in enumerate(found):
        body.extend(paragraphs.written(row, grown.get(at)))
    if not found or found[-1].end != "keep":
        etree.SubElement(body, P)  # the last end of a text can be neither deleted nor inserted
    body.append(etree.fromstring(_part("section.xml")))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _end_behind_what_was_put_in(found: list[Row]) -> dict[int, Row]:
    """Let the end of a paragraph stand behind the new paragraphs that follow words put in before that end.

    So a writer's hand makes it, and so LibreOffice rejects it: with the end between, it takes both for one insertion
    and joins what stands before with what stands behind. Return by its place each row whose end was another's, and
    that other row.
    """
    grown = {}
    for at, row in enumerate(found):
        last = at
        if row.old is not None and row.end == "keep" and row.pieces and row.pieces[-1].op == "add":
            while last + 1 < len(found) and found[last + 1].old is None and found[last + 1].end == "add":
                last += 1
        if last > at:
            row.end, found[last].end = "add", "keep"
            grown[last] = row
    return grown


def _header(head: str) -> bytes:
    root = etree.Element(w("hdr"), nsmap={"w": NAMESPACE})
    paragraph = etree.SubElement(root, P)
    etree.SubElement(etree.SubElement(paragraph, P_PR), w("pStyle")).set(w("val"), "Header")
    paragraph.extend(runs(head))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _part(name: str) -> bytes:
    return (files("travaux.renderers.word.template") / "parts" / name).read_bytes()


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, content in parts.items():
            entry = zipfile.ZipInfo(path, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=6)
    return out.getvalue()
