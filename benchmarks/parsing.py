"""Measure the parser against paragraphs typed by a UN unit (`corpus/typed` of the shared material).

    python benchmarks/parsing.py [--shared ../shared] [--errors 40]

Printed: precision, recall and F1 of operative paragraphs with the right number, of preambular paragraphs, and of
subparagraphs with the right label, paragraphs matched by their words, up to the first annex; and, in annexes, the
recall of paragraphs for which a number or letter is printed (the reference does not tell what they are, and has
not all of them). It has no operative paragraph without a number: an unnumbered one is there called preambular.

Four faults of the reference are mended, and a last count is made without: lines of adoption that it calls
preambular are left out; so are references that take every printed line of an old print for a paragraph, and these
are named; a lettered heading within a paragraph ("(i) Lanterns"), which it has now for a heading, now for a
subparagraph, is a subparagraph; numbered paragraphs that it calls footers, since they follow a note, are
operative. `--errors` lists disagreements.
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
ANNEXED = "annexed"
Key = tuple[str, str, str]

ADOPTION = re.compile(r"\d+(?:st|nd|rd|th) .*meeting|(?:on )?\d{1,2} [A-Z][a-z]+ \d{4}|")
"""Lines of adoption, and empty ones, that the reference has for preambular paragraphs; they are no paragraphs."""

LABELLED = re.compile(r"[“\"]?(?P<label>\d{1,3}\.|\([a-z]{1,4}\)|[a-z]\.|[ivx]+\.)\s*\t\s*(?P<text>.*)", re.DOTALL)
"""A paragraph whose number or letter the reference has among its words, as in annexes and lettered headings."""

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


def reference(path: Path, *, everything: bool = False) -> Iterator[Key]:
    """Yield what the reference has, up to the first annex; `everything` with the faults that are mended else."""
    for item in json.loads(path.read_text(encoding="utf-8")):
        text = " ".join(item["text"].split())
        if item["type"] == "heading" and re.match(r"(annex|appendix)\b", text, re.IGNORECASE):
            return
        if not everything and (match := LABELLED.match(item["text"])) and item["type"] in ("heading", "footer"):
            numbered = match["label"][0].isdigit()
            if numbered == (item["type"] == "footer"):
                yield "operative" if numbered else "below", _bare(match["label"]), words(match["text"])
            continue
        if item["type"] != "paragraph" or re.fullmatch(r"[“\"]?The [A-Z][\w ]+,?", text):
            continue
        if not everything and ADOPTION.fullmatch(text):
            continue
        if item["paragraph_type"] == "preambular" and not item["prefix"]:
            yield "preambular", "", words(text)
        elif item["prefix"] and re.fullmatch(r"[“\"]?\d+\.?\W*", item["prefix"]):
            yield "operative", _bare(item["prefix"]), words(text)
        elif item["prefix"]:
            yield "below", _bare(item["prefix"]), words(text)


def reference_of_annexes(path: Path) -> Iterator[Key]:
    """Yield what the reference has behind the text and a number or letter is printed for."""
    for item in json.loads(path.read_text(encoding="utf-8")):
        if item["type"] == "backmatter" and (match := LABELLED.match(item["text"].strip())):
            yield ANNEXED, _bare(match["label"]), words(match["text"])


def answer(document: Document) -> Iterator[Key]:
    """Yield what is parsed, up to the first annex of each resolution, and what has a number or letter behind it."""
    for resolution in document.resolutions:
        yield from _of(resolution)


def _of(resolution: Resolution) -> Iterator[Key]:
    annexed = False
    for p in resolution.paragraphs:
        annexed = annexed or p.id == "annex1"
        label = _bare(p.label or "")
        if annexed:
            if label:
                yield ANNEXED, label, words(p.text)
        elif p.level:
            yield "below", label, words(p.text)
        elif p.part == "operative" and label:
            yield "operative", label, words(p.text)
        elif p.part in ("operative", "preambular"):
            yield "preambular", "", words(p.text)
    for draft in resolution.transmits:
        yield from _of(draft)


def _bare(label: str) -> str:
    """A number or letter without what sets it off."""
    return re.sub(r"[^\w.]", "", label).rstrip(".")


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

    @property
    def found(self) -> str:
        """How many of what the reference has were found; where it has not everything, no more can be told."""
        return f"recall {self.recall:.4f}  ({self.right} right, {self.missed} missed)"

    def __str__(self) -> str:
        f1 = 2 * self.precision * self.recall / (self.precision + self.recall or 1)
        figures = f"precision {self.precision:.4f}  recall {self.recall:.4f}  F1 {f1:.4f}"
        return f"{figures}  ({self.right} right, {self.extra} extra, {self.missed} missed)"


def is_line_by_line(path: Path) -> bool:
    """Whether a reference has lines of a print for paragraphs: most end in the middle of a sentence."""
    texts = [i["text"].strip() for i in json.loads(path.read_text(encoding="utf-8")) if i["type"] == "paragraph"]
    unfinished = sum(FINISHED.search(text) is None for text in texts)
    return unfinished > OPEN_SHARE * len(texts)


def measure(corpus: Path, form: str, *, errors: list[str] | None = None, everything: bool = False) -> dict[str, Score]:
    """Compare what is parsed from one form of the texts with the reference.

    Args:
        corpus: the folder of texts and references.
        form: `as typed`, or one of `FORMS`.
        errors: where each disagreement is added, if given.
        everything: whether what is left out as the reference's own fault counts too.
    """
    total = {kind: Score() for kind in (*KINDS, ANNEXED)}
    shape = FORMS.get(form, str)
    for path in sorted((corpus / "typed").glob("*.json")):
        text = corpus / "texts" / f"{'typed_' * (form == 'from PDF')}{path.stem}.txt"
        if not text.exists() or (not everything and is_line_by_line(path)):
            continue
        document = parse(read(text.name, shape(text.read_text("utf-8")).encode()))
        gold = Counter((*reference(path, everything=everything), *reference_of_annexes(path)))
        found = Counter(answer(document))
        for kind, score in total.items():
            want = Counter({k: v for k, v in gold.items() if k[0] == kind})
            have = Counter({k: v for k, v in found.items() if k[0] == kind})
            extra = have - want if kind != ANNEXED else Counter[Key]()
            score.right += (want & have).total()
            score.extra += extra.total()
            score.missed += (want - have).total()
            if errors is not None:
                errors += [f"{path.stem} {kind} extra  {k[1]:5} {k[2][:80]}" for k in extra]
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
    for form in ("as typed", *FORMS):
        print(f"{form}:")
        _print(measure(corpus, form, errors=errors if form == given.form else None))
    print("as typed, the reference's faults not mended:")
    _print(measure(corpus, "as typed", everything=True))
    left_out = [path.stem for path in sorted((corpus / "typed").glob("*.json")) if is_line_by_line(path)]
    print(f"left out, since their references have printed lines for paragraphs: {', '.join(left_out) or 'none'}")
    for line in errors[: given.errors]:
        print(line)


def _print(scores: dict[str, Score]) -> None:
    for kind, score in scores.items():
        print(f"  {kind:10} {score if kind != ANNEXED else score.found}")


if __name__ == "__main__":
    main()
