"""Compare what the Word reader reads with what LibreOffice says, tracked changes accepted and as they were.

    python benchmarks/word.py [--shared ../shared] [--differences]

LibreOffice is the judge (`shared/tools/word_truth.py`): it opens each file of `corpus/docx`, accepts or rejects all
tracked changes, and writes plain text. Compared are all words in order, automatic numbers among them. Set aside, in
both: bullets are one sign; empty items of a list; text boxes and frames, which LibreOffice leaves out of plain text.
Where the two still differ, `EXCEPTIONS` says who is right and why; anything else is a fault.
"""

import argparse
import difflib
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from travaux.errors import SourceError
from travaux.model.document import Block, Source
from travaux.pipeline import read_path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STATES = {"accepted": "accept", "original": "reject"}
"""Our name of a state, and that of the judge."""

CANNOT_OPEN = "LibreOffice 7.4 cannot open the file"
EXCEPTIONS: dict[tuple[str, str], str] = {
    ("atomizer_redline.docx", "accepted"): CANNOT_OPEN,
    ("atomizer_redline.docx", "original"): CANNOT_OPEN,
    ("RP018-MoveFrom-MoveTo-CC.docx", "accepted"): "LibreOffice keeps the old place of a moved content control",
    ("RP018-MoveFrom-MoveTo-CC.docx", "original"): "LibreOffice keeps the new place of a moved content control",
    ("RP021-Inserted-Numbering-Properties.docx", "original"): "LibreOffice does not reject a list that was put on",
    ("005-InsertedNumberedParagraph.docx", "original"): (
        "of two paragraphs that become one, LibreOffice keeps the list of the first; the standard, that of the second, "
        "whose end stands"
    ),
    (
        "Tika-792.docx",
        "accepted",
    ): "LibreOffice keeps words moved away whose new place is not there; the standard drops them",
}
"""Where the two differ, and why."""

_BULLETS = re.compile("[•▪●○◦■□➢✓\uf0b7\uf0a7-]")
_EMPTY_ITEM = re.compile(r"\s+(?:[•▪●○◦■□➢✓-]|\(?\w{1,4}[.)])\s*")


@dataclass(frozen=True)
class Verdict:
    """One file in one state.

    Attributes:
        name: of the file.
        state: `accepted` or `original`.
        ours: our words.
        theirs: LibreOffice's; None where it cannot open the file.
    """

    name: str
    state: str
    ours: list[str]
    theirs: list[str] | None

    @property
    def alike(self) -> bool:
        """Whether all words are the same, in the same order."""
        return self.ours == self.theirs

    @property
    def reason(self) -> str | None:
        """Why the two may differ, or None."""
        return EXCEPTIONS.get((self.name, self.state))


def verdicts(shared: Path) -> Iterator[Verdict]:
    """Yield each Word file of the corpus in both states."""
    paths = sorted((shared / "corpus" / "docx").rglob("*.docx"))
    opened = [path for path in paths if EXCEPTIONS.get((path.name, "accepted")) != CANNOT_OPEN]
    for state, judged in STATES.items():
        theirs = dict(zip(opened, _judged(shared, judged, opened), strict=True))
        for path in paths:
            ours = words_read(read_path(path, {"revisions": state}))
            yield Verdict(path.name, state, ours, words_judged(theirs[path]) if path in theirs else None)


def words_read(source: Source) -> list[str]:
    """Return the words of a source as LibreOffice would write them; text boxes and frames are left out."""
    framed = _framed(source.content)
    places = ((block, block.place.element or "") for block in source.blocks)
    blocks = (block for block, place in places if "txbxContent" not in place and place not in framed)
    return [word for block in blocks for word in _printed(block).split()]


def _framed(content: bytes) -> set[str]:
    """Paths of the paragraphs that stand in frames, as this file's reader writes paths."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found = root.iterfind(f".//{{{WORD}}}p/{{{WORD}}}pPr/{{{WORD}}}framePr/../..")
    tree = root.getroottree()
    return {
        re.sub(r"(w:\w+)(?=/|$)", r"\1[1]", tree.getpath(p)).replace("/w:document[1]/w:body[1]", "/w:document/w:body")
        for p in found
    }


def words_judged(text: str) -> list[str]:
    """Return the words that LibreOffice wrote."""
    lines = (line for line in text.split("\n") if not _EMPTY_ITEM.fullmatch(line))
    return [_folded(word) for line in lines for word in line.split()]


def _printed(block: Block) -> str:
    text = block.text
    for mark in sorted((m for m in block.marks if m.kind == "note"), key=lambda m: -m.start):
        text = text[: mark.start] + (mark.number or "") + text[mark.start :]
    words = " ".join(_folded(word) for word in text.split())
    return f"{_folded(block.label)} {words}" if block.label else words


def _folded(word: str) -> str:
    return "•" if _BULLETS.fullmatch(word) else word


def _judged(shared: Path, judged: str, paths: Sequence[Path]) -> list[str]:
    """Ask LibreOffice; its texts are parted by form feeds."""
    command = ["/usr/bin/python3", str(shared / "tools" / "word_truth.py"), judged, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=600)
    return done.stdout.decode("utf-8").split("\f")


def _differences(verdict: Verdict) -> Iterator[str]:
    theirs = verdict.theirs or []
    for op, i, j, k, m in difflib.SequenceMatcher(None, verdict.ours, theirs, autojunk=False).get_opcodes():
        if op != "equal":
            yield f"    travaux: {' '.join(verdict.ours[i:j])[:200]} | LibreOffice: {' '.join(theirs[k:m])[:200]}"


def main() -> int:
    """Print the verdict; 1 where a difference is not explained."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--differences", action="store_true", help="print the words that differ")
    given = parser.parse_args()
    try:
        found = list(verdicts(given.shared))
    except SourceError as error:
        print(error)
        return 1
    faults = [v for v in found if not v.alike and v.reason is None]
    for verdict in found:
        if verdict.alike:
            continue
        print(f"{verdict.name}, {verdict.state}: {verdict.reason or 'not explained'}")
        if given.differences and verdict.theirs is not None:
            print(*_differences(verdict), sep="\n")
    alike, words = sum(v.alike for v in found), sum(len(v.ours) for v in found)
    explained = len(found) - alike - len(faults)
    print(f"{alike} of {len(found)} alike ({words:,} words), {explained} explained, {len(faults)} not")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
