"""Pages of PDF files, case by case."""

from casefiles import Case, cases
from pdffiles import pdf
from travaux.model.document import Block, Source
from travaux.pipeline import read


def shown(source: Source) -> list[str]:
    """A line for each block, each note and each line at the edges of pages, as the case file writes them."""
    notes = [f"[^{note.number}] => {note.text}" for note in source.notes]
    return [printed(block) for block in source.blocks] + notes + [f"edge => {item.text}" for item in source.metadata]


def printed(block: Block) -> str:
    """The words of a block with emphasis and note marks put back in."""
    signs = {"italic": "*", "bold": "**"}
    put = [(m.start, 1, f"[^{m.number}]") for m in block.marks if m.kind == "note"]
    for mark in block.marks:
        if mark.kind != "note":
            put += [(mark.start, 2, signs[mark.kind]), (mark.end, 0, signs[mark.kind])]
    text = block.text
    for at, _, sign in sorted(put, reverse=True):
        text = text[:at] + sign + text[at:]
    return text.replace("\t", "→")


@cases("pages-of-pdf.md", "read")
def test_pages(case: Case) -> None:
    pages = [block.text for block in case.blocks if block.name == "page"]
    assert shown(read("draft.pdf", pdf(*pages))) == case["read"].split("\n")
