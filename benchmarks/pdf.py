"""Compare what the PDF reader reads with the text of the same document.

    python benchmarks/pdf.py [--shared ../shared] [--worst 10] [--differences]

For each PDF of `corpus/pdf` the text of the same symbol is looked up in `corpus/texts` (`typed_X.txt` before `X.txt`,
where the text was made from a PDF). Both are parsed; compared is what both can have: from the opening line to the last
operative paragraph and what is annexed, or all paragraphs where there is no resolution, as in amendments. Printed:
the share of words in the same order (the longest common subsequence over the longer side, notes apart), files with the
same number of preambular and of operative paragraphs, files whose note references stand in the same places (behind the
same word of the same paragraph), the words of the notes, and speed. `KNOWN` says of each file that differs whose the
error is.
"""

import argparse
import csv
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from travaux.model.document import Document, Paragraph, Resolution
from travaux.pipeline import parse, read_path
from travaux.sequences import common
from travaux.text import fold

BARS = {"words": 0.995, "counts": 0.98}
PARTS = ("opening", "heading", "preambular", "operative", "annex", "closing", "other")

_MARK = "the text has a note mark and the words behind it out of order"
KNOWN: dict[str, str] = {
    "A_RES_80_80": _MARK,
    "A_RES_80_81": _MARK,
    "A_C.3_80_L.18": _MARK,
    "A_C.3_80_L.10": _MARK,
    "A_RES_80_181": _MARK,
    "A_RES_80_154": f"{_MARK}, so that operative paragraph 1 is lost",
    "A_RES_80_150": "the text has two preambular paragraphs in one",
}
"""Whose the error is where a file differs."""

_PARTS_OF_WORDS = re.compile(r"(?<=[-/])")


@dataclass(frozen=True)
class Reading:
    """What one side says.

    Attributes:
        words: of the body, in order.
        preambular, operative: how many, subparagraphs not counted.
        references: of notes: number of the note, and the word before it.
        notes: words of the notes, in order.
    """

    words: list[str]
    preambular: int
    operative: int
    references: list[tuple[str, str]]
    notes: list[str]


@dataclass(frozen=True)
class Verdict:
    """One file."""

    name: str
    pdf: Reading
    text: Reading
    pages: int
    seconds: float

    @property
    def length(self) -> int:
        """Words of the longer side."""
        return max(len(self.pdf.words), len(self.text.words))

    @property
    def words(self) -> float:
        """Share of words in the same order."""
        return share(self.pdf.words, self.text.words)

    @property
    def counts(self) -> bool:
        """Whether there are as many paragraphs of each kind."""
        return (self.pdf.preambular, self.pdf.operative) == (self.text.preambular, self.text.operative)

    @property
    def references(self) -> bool:
        """Whether the notes are referred to from the same places."""
        return self.pdf.references == self.text.references


def share(old: Sequence[str], new: Sequence[str]) -> float:
    longer = max(len(old), len(new))
    return sum(length for _, _, length in common(old, new)) / longer if longer else 1.0


def texts(shared: Path) -> dict[str, Path]:
    """The text of each document, by the name of its files; the one made from a PDF where there are two."""
    found: dict[str, Path] = {}
    with (shared / "corpus" / "index.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            path = shared / "corpus" / row["path"]
            name = path.stem.removeprefix("typed_")
            if name not in found or row["made_from"] == "pdf":
                found[name] = path
    return found


def verdicts(shared: Path) -> Iterator[Verdict]:
    known = texts(shared)
    for path in sorted((shared / "corpus" / "pdf").glob("*.pdf")):
        if path.stem not in known:
            continue
        start = time.perf_counter()
        source = read_path(path)
        took = time.perf_counter() - start
        pages = max(block.place.page or 1 for block in source.blocks)
        text = reading(parse(read_path(known[path.stem])))
        yield Verdict(path.stem, reading(parse(source)), text, pages, took)


def reading(document: Document) -> Reading:
    resolutions = list(document.resolutions)
    paragraphs = [p for r in resolutions for p in _body(r)] or _behind_masthead(document.outside)
    notes = [note for r in resolutions for note in r.notes]
    return Reading(
        words=[word for p in paragraphs for word in _words(f"{p.label or ''} {p.text}")],
        preambular=sum(_is_own(p, "preambular") for p in paragraphs),
        operative=sum(_is_own(p, "operative") for p in paragraphs),
        references=[place for p in paragraphs for place in _references(p)],
        notes=[word for note in notes for word in _words(f"{note.number} {note.text}")],
    )


def _is_own(paragraph: Paragraph, part: str) -> bool:
    """Whether a paragraph counts: not a subparagraph, nor what goes on with another, such as a row of a table."""
    return paragraph.part == part and not paragraph.level and "(continued" not in paragraph.address


def _behind_masthead(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The parts of a masthead have no order of their own, and a rule has no words."""
    start = next((n for n, p in enumerate(paragraphs) if re.search(r"\bsession\b", p.text)), 0)
    return [p for p in paragraphs[start:] if p.text.strip("_ ")]


def _body(resolution: Resolution) -> Iterator[Paragraph]:
    yield from (p for p in resolution.paragraphs if p.part in PARTS)
    for draft in resolution.transmits:
        yield from _body(draft)


def _words(text: str) -> list[str]:
    return [part for word in fold(text).split() for part in _PARTS_OF_WORDS.split(word) if part]


def _references(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    for mark in paragraph.marks:
        if mark.kind == "note":
            before = _words(paragraph.text[: mark.start])
            yield mark.number or "", before[-1] if before else ""


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    at, to = 0, 0
    for i, j, length in [*common(old, new), (len(old), len(new), 0)]:
        if i > at or j > to:
            yield f"    pdf: {' '.join(old[at:i])[:160]!r:<60} text: {' '.join(new[to:j])[:160]!r}"
        at, to = i + length, j + length


def _print_figures(found: Sequence[Verdict], alike: float, counts: float) -> None:
    pages = sum(v.pages for v in found)
    referring = [v for v in found if v.text.references or v.pdf.references]
    noted = [v for v in found if v.text.notes]
    notes = sum(share(v.pdf.notes, v.text.notes) for v in noted) / max(len(noted), 1)
    least = min(v.words for v in found)
    print(f"{len(found)} files, {pages} pages, {sum(len(v.text.words) for v in found):,} words")
    print(f"words in order          {alike:.4%} (bar {BARS['words']:.1%}); {least:.2%} in the worst file")
    print(f"same counts             {counts:.1%} of files (bar {BARS['counts']:.0%})")
    print(f"notes in place          {sum(v.references for v in referring)} of {len(referring)} files with notes")
    print(f"words of notes in order {notes:.3%}")
    print(f"time                    {sum(v.seconds for v in found) / pages * 1000:.0f} ms a page")


def _print_file(v: Verdict, *, differences: bool) -> None:
    print(
        f"  {v.name:<16} words {v.words:.3%}  preambular {v.pdf.preambular}/{v.text.preambular}"
        f"  operative {v.pdf.operative}/{v.text.operative}"
        f"  references {len(v.pdf.references)}/{len(v.text.references)}  {KNOWN.get(v.name, '')}"
    )
    if differences:
        for line in _differences(v.pdf.words, v.text.words):
            print(line)
        for side, one, other in (("pdf", v.pdf, v.text), ("text", v.text, v.pdf)):
            if only := [reference for reference in one.references if reference not in other.references]:
                print(f"    references only in the {side}: {only[:8]}")


def main() -> int:
    """Print the figures; 1 where a bar is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--worst", type=int, default=10, help="how many of the worst files are named")
    parser.add_argument("--differences", action="store_true", help="print the words that differ")
    given = parser.parse_args()
    found = list(verdicts(given.shared))
    if not found:
        sys.exit(f"{given.shared} holds no corpus/pdf: the files are not part of the project; say --shared PATH")
    alike = sum(v.words * v.length for v in found) / sum(v.length for v in found)
    counts = sum(v.counts for v in found) / len(found)
    _print_figures(found, alike, counts)
    print("\nworst files")
    for v in sorted(found, key=lambda v: (v.counts and v.references, v.words))[: given.worst]:
        _print_file(v, differences=given.differences)
    return 0 if alike >= BARS["words"] and counts >= BARS["counts"] else 1


if __name__ == "__main__":
    sys.exit(main())
