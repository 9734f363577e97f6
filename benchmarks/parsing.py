"""Measure the parser against paragraphs typed by a UN unit (`corpus/typed` of the shared material).

    python benchmarks/parsing.py [--shared ../shared] [--errors 40]

Printed: precision, recall and F1 of operative paragraphs with the right number, of preambular paragraphs, and of
subparagraphs with the right label, paragraphs matched by their words. The reference marks paragraphs of annexes as
if they were the resolution's own; `body` counts what stands before the first annex, `all` everything. It has no
operative paragraph without a number: an unnumbered one is there called preambular. `--errors` lists disagreements.
"""

import argparse
import json
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from travaux.model.document import Document, Resolution
from travaux.pipeline import parse, read

KINDS = ("operative", "preambular", "below")
Key = tuple[str, str, str]


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


def reference(path: Path, *, annexes: bool) -> Iterator[Key]:
    below_annex = False
    for item in json.loads(path.read_text(encoding="utf-8")):
        text = " ".join(item["text"].split())
        if item["type"] == "heading" and re.match(r"(annex|appendix)\b", text, re.IGNORECASE):
            below_annex = True
        if below_annex and not annexes:
            return
        if item["type"] != "paragraph" or re.fullmatch(r"[“\"]?The [A-Z][\w ]+,?", text):
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
        total: dict[str, list[int]] = {kind: [0, 0, 0] for kind in KINDS}
        for path in sorted((corpus / "typed").glob("*.json")):
            text = corpus / "texts" / f"{path.stem}.txt"
            gold = Counter(reference(path, annexes=annexes))
            if form == "from PDF":
                text = text.with_name(f"typed_{text.name}")
                if not text.exists():
                    continue
            shape = FORMS.get(form, str)
            found = Counter(answer(parse(read(text.name, shape(text.read_text("utf-8")).encode())), annexes=annexes))
            for kind in KINDS:
                want = Counter({k: v for k, v in gold.items() if k[0] == kind})
                have = Counter({k: v for k, v in found.items() if k[0] == kind})
                total[kind][0] += (want & have).total()
                total[kind][1] += (have - want).total()
                total[kind][2] += (want - have).total()
                if not annexes and form == given.form:
                    errors += [f"{path.stem} {kind} extra  {k[1]:5} {k[2][:80]}" for k in have - want]
                    errors += [f"{path.stem} {kind} missed {k[1]:5} {k[2][:80]}" for k in want - have]
        print(f"{form}, {'annexes too' if annexes else 'to the first annex'}:")
        for kind, (right, wrong, missed) in total.items():
            precision, recall = right / (right + wrong), right / (right + missed)
            print(
                f"  {kind:10} precision {precision:.4f}  recall {recall:.4f}  "
                f"F1 {2 * precision * recall / (precision + recall):.4f}  "
                f"({right} right, {wrong} extra, {missed} missed)"
            )
    for line in errors[: given.errors]:
        print(line)


if __name__ == "__main__":
    main()
