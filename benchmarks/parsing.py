"""Measure the parser against paragraphs typed by a UN unit (`corpus/typed` of the shared material).

    python benchmarks/parsing.py [--shared ../shared] [--errors 40]

Printed: precision, recall and F1 of operative paragraphs with the right number, of preambular paragraphs, and of
subparagraphs with the right label, paragraphs matched by their words. The reference marks paragraphs of annexes as
if they were the resolution's own; `body` counts what stands before the first annex, `all` everything. It has no
operative paragraph without a number: an unnumbered one is there called preambular. Lines of adoption that it
calls preambular are left out; so are references that take every printed line of an old print for a paragraph, and
these are named. `--errors` lists disagreements.
"""

import argparse
import json
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from travaux.model.document import Document, Resolution
from travaux.pipeline import parse, read

KINDS = ("operative", "preambular", "below")
Key = tuple[str, str, str]

ADOPTION = re.compile(r"\d+(?:st|nd|rd|th) .*meeting|(?:on )?\d{1,2} [A-Z][a-z]+ \d{4}|")
"""Lines of adoption, and empty ones, that the reference has for preambular paragraphs; they are no paragraphs."""

OPEN_SHARE = 0.55
"""From this share of paragraphs without a mark at their end, a reference has lines for paragraphs. Range .51-.64: the
two that do have .64 and more, all others .50 at most."""

FINISHED = re.compile(r"[.;:,!?”\"\])]\W*\d*\W*$")


def wrapped(text: str, between: str = "\n\n") -> str:
    """The text hard-wrapped as an old typescript is."""
    return between.join(textwrap.fill(block, 72, break_long_words=False) for block in text.split("\n\n"))


FORMS: dict[str, Callable[[str], str]] = {
    "hard-wrapped": wrapped,
    "hard-wrapped, no blank lines": lambda text: wrapped(text, "\n"),
    "from PDF": str,
}
"""Other forms of the same texts; what was made from PDFs is in files of their own."""


def words(text: str) -> str:
    """The letters of a text; digits are left out, since the reference has note digits glued to words."""
    text = re.sub(r"[\[\]^“”\"‘’'«»*_]", "", text)
    return re.sub(r"[\W\d_]+", "", text).casefold()[:160]


def reference(path: Path, *, annexes: bool, everything: bool = False) -> Iterator[Key]:
    below_annex = False
    for item in json.loads(path.read_text(encoding="utf-8")):
        text = " ".join(item["text"].split())
        if item["type"] == "heading" and re.match(r"(annex|appendix)\b", text, re.IGNORECASE):
            below_annex = True
        if below_annex and not annexes:
            return
        if item["type"] != "paragraph" or re.fullmatch(r"[“\"]?The [A-Z][\w ]+,?", text):
            continue
        if not everything and ADOPTION.fullmatch(text):
            continue
        prefix = re.sub(r"[^\w.]", "", item["prefix"] or "")
        if item["paragraph_type"] == "preambular" and not item["prefix"]:
            yield "preambular", "", words(text)
        elif item["prefix"] and re.fullmatch(r"[“\"]?\d+\.?\W*", item["prefix"]):
            yield "operative", prefix.rstrip("."), words(text)
        elif item["prefix"]:
            yield "below", prefix.rstrip("."), words(text)


def answer(document: Document, *, annexes: bool) -> Iterator[Key]:
    for resolution in document.resolutions:
        yield from _of(resolution, annexes=annexes)


def _of(resolution: Resolution, *, annexes: bool) -> Iterator[Key]:
    for p in resolution.paragraphs:
        if p.id == "annex1" and not annexes:
            break
        label = re.sub(r"[^\w.]", "", p.label or "").rstrip(".")
        if p.level:
            yield "below", label, words(p.text)
        elif p.part == "operative" and not p.label:
            yield "preambular", "", words(p.text)
        elif p.part == "operative" or (p.part == "annex" and p.label):
            yield "operative", label, words(p.text)
        elif p.part in ("preambular", "annex"):
            yield "preambular", "", words(p.text)
    for draft in resolution.transmits:
        yield from _of(draft, annexes=annexes)


@dataclass
class Score:
    """How many paragraphs of a kind were found, and how many should have been."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / max(self.right + self.extra, 1)

    @property
    def recall(self) -> float:
        """Share of what should have been found that was."""
        return self.right / max(self.right + self.missed, 1)

    def __str__(self) -> str:
        f1 = 2 * self.precision * self.recall / (self.precision + self.recall or 1)
        figures = f"precision {self.precision:.4f}  recall {self.recall:.4f}  F1 {f1:.4f}"
        return f"{figures}  ({self.right} right, {self.extra} extra, {self.missed} missed)"


def is_line_by_line(path: Path) -> bool:
    """Whether a reference has lines of a print for paragraphs: most end in the middle of a sentence."""
    texts = [i["text"].strip() for i in json.loads(path.read_text(encoding="utf-8")) if i["type"] == "paragraph"]
    unfinished = sum(FINISHED.search(text) is None for text in texts)
    return unfinished > OPEN_SHARE * len(texts)


def measure(
    corpus: Path, form: str, *, annexes: bool, errors: list[str] | None = None, everything: bool = False
) -> dict[str, Score]:
    """Compare what is parsed from one form of the texts with the reference.

    Args:
        corpus: the folder of texts and references.
        form: `as typed`, or one of `FORMS`.
        annexes: whether what stands behind the first annex counts.
        errors: where each disagreement is added, if given.
        everything: whether what is left out as the reference's own fault counts too.
    """
    total = {kind: Score() for kind in KINDS}
    shape = FORMS.get(form, str)
    for path in sorted((corpus / "typed").glob("*.json")):
        text = corpus / "texts" / f"{'typed_' * (form == 'from PDF')}{path.stem}.txt"
        if not text.exists() or (not everything and is_line_by_line(path)):
            continue
        document = parse(read(text.name, shape(text.read_text("utf-8")).encode()))
        gold, found = (
            Counter(reference(path, annexes=annexes, everything=everything)),
            Counter(answer(document, annexes=annexes)),
        )
        for kind in KINDS:
            want = Counter({k: v for k, v in gold.items() if k[0] == kind})
            have = Counter({k: v for k, v in found.items() if k[0] == kind})
            total[kind].right += (want & have).total()
            total[kind].extra += (have - want).total()
            total[kind].missed += (want - have).total()
            if errors is not None:
                errors += [f"{path.stem} {kind} extra  {k[1]:5} {k[2][:80]}" for k in have - want]
                errors += [f"{path.stem} {kind} missed {k[1]:5} {k[2][:80]}" for k in want - have]
    return total


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    arguments.add_argument("--errors", type=int, default=0)
    arguments.add_argument("--form", default="as typed", help="of which form the errors are listed")
    given = arguments.parse_args()
    corpus = given.shared / "corpus"
    if not corpus.is_dir():
        print(f"{corpus} is not there; nothing measured")
        return
    errors: list[str] = []
    for annexes, form in ((False, "as typed"), (True, "as typed"), *((False, f) for f in FORMS)):
        listed = errors if form == given.form and not annexes else None
        print(f"{form}, {'annexes too' if annexes else 'to the first annex'}:")
        for kind, score in measure(corpus, form, annexes=annexes, errors=listed).items():
            print(f"  {kind:10} {score}")
    print("as typed, to the first annex, nothing left out for the reference's faults:")
    for kind, score in measure(corpus, "as typed", annexes=False, everything=True).items():
        print(f"  {kind:10} {score}")
    left_out = [path.stem for path in sorted((corpus / "typed").glob("*.json")) if is_line_by_line(path)]
    print(f"left out, since their references have printed lines for paragraphs: {', '.join(left_out) or 'none'}")
    for line in errors[: given.errors]:
        print(line)


if __name__ == "__main__":
    main()
