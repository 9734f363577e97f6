"""What a document holds, as lines that a person can write: the expected side of the cases of parsing.

    resolution A/RES/99/12 | General Assembly     first line of a resolution; `fragment of a` before it where it is none
    title | Protection of sundials                the opening line is shown only where it is not the organ's name
    OP5(a)(ii) (ii) | To report;                  address, label as printed, words; `[^3]` where a note mark stood
    OP7 7. [op7~2] | Requests ...                 the id where the address alone does not tell it
    note 84 -> PP7, OP5 | S/2044/276, annex.      number, paragraphs that refer to it, words
    told meeting | 47th plenary meeting           metadata
    notice number-gap                             code of a notice
      draft resolution | General Assembly         what is transmitted stands two columns further in
    outside p1 | Agenda                           paragraphs of no resolution
    file running_head | A/99/L.4                  metadata of the file

A tab between cells is shown as `⇥`. In an expected line, `...` stands for any words.
"""

import re
from collections.abc import Iterator

from travaux.model.document import Document, Paragraph, Resolution

ARTICLES = ("The ", "Le ", "La ", "L’", "L'")


def outline(document: Document) -> list[str]:
    """The lines of a document."""
    lines = [line for resolution in document.resolutions for line in _resolution(resolution)]
    lines += [f"outside {p.id} | {_words(p)}" for p in document.outside]
    lines += [f"file {m.kind} | {m.text}" for m in document.metadata]
    return lines + [f"file notice {n.code}" for n in document.notices]


def _resolution(resolution: Resolution) -> Iterator[str]:
    name = " ".join(filter(None, (resolution.kind, resolution.symbol)))
    yield ("" if resolution.whole else "fragment of a ") + name + (f" | {resolution.organ}" if resolution.organ else "")
    addresses = {p.id: p.address for p in resolution.paragraphs}
    for paragraph in resolution.paragraphs:
        if paragraph.part != "opening" or paragraph.text.rstrip(",") not in [
            f"{a}{resolution.organ}" for a in ARTICLES
        ]:
            yield f"{_name(paragraph)} | {_words(paragraph)}"
    for note in resolution.notes:
        places = ", ".join(dict.fromkeys(addresses[r.paragraph] for r in note.references))
        yield f"note {note.number} -> {places or 'nowhere'} | {note.text}"
    for item in resolution.metadata:
        yield f"told {item.kind} | {item.text}"
    yield from (f"notice {notice.code}" for notice in resolution.notices)
    for draft in resolution.transmits:
        yield from (f"  {line}" for line in _resolution(draft))


def _name(paragraph: Paragraph) -> str:
    again = f"[{paragraph.id}]" if "~" in paragraph.id else None
    return " ".join(filter(None, (paragraph.address, paragraph.label, again)))


def _words(paragraph: Paragraph) -> str:
    text = paragraph.text
    for mark in reversed(paragraph.marks):
        if mark.kind == "note":
            text = f"{text[: mark.start]}[^{mark.number}]{text[mark.start :]}"
    return text.replace("\t", " ⇥ ")


def fits(expected: str, line: str) -> bool:
    """Whether a line is the expected one; `...` in it stands for any words."""
    return re.fullmatch(".*".join(re.escape(part) for part in expected.split("...")), line) is not None
