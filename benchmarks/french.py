"""Measure the French parser on the Security Council's texts of the shared material, beside the English ones.

    python benchmarks/french.py [--shared ../shared] [--worst 40]

There is no reference for French. What can be told: whether anything is lost (law 8), in which language each text is
read, whether it is one whole resolution of one organ, whether its operative numbers run from 1 without a gap, and,
where the English text of the same symbol is there too, whether both have as many preambular and operative paragraphs
and subparagraphs. The prints of both were read by machine and are noisy; `--worst` names the texts that are odd or
differ most, with the French paragraphs that begin as no paragraph does.
"""

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from travaux.languages import language
from travaux.model.document import Document, Resolution
from travaux.parsing.roles import Roles
from travaux.pipeline import parse, read_path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from accounting import of_document, of_source

KINDS = ("preambular", "operative", "below")


class Shape(NamedTuple):
    """How many paragraphs of each kind a text has."""

    preambular: int
    operative: int
    below: int


def shape(document: Document) -> Shape:
    """Count the paragraphs of the first resolution with an opening line, its annexes left out."""
    spoken = [r for r in document.resolutions if r.organ is not None] or list(document.resolutions)
    found: Counter[str] = Counter()
    for paragraph in spoken[0].paragraphs if spoken else ():
        if paragraph.part in ("preambular", "operative") and ".c" not in paragraph.id:
            found["below" if paragraph.level else paragraph.part] += 1
    return Shape(*(found[kind] for kind in KINDS))


def oddities(document: Document) -> Iterator[str]:
    """Yield what a sane resolution would not have."""
    if len(document.resolutions) != 1:
        yield f"{len(document.resolutions)} resolutions"
        return
    (text,) = document.resolutions
    if not text.whole:
        yield "not whole"
    if text.organ is None:
        yield "no organ"
    if text.symbol is None:
        yield "no symbol"
    if not any(m.kind in ("vote", "meeting", "action") for m in text.metadata):
        yield "no adoption"
    yield from _odd_paragraphs(text)


def _odd_paragraphs(text: Resolution) -> Iterator[str]:
    marked = [p for p in text.paragraphs if p.part == "operative" and p.level == 0 and p.label]
    numbers = [int(found[1]) for p in marked if (found := re.search(r"OP(\d+)$", p.address))]
    if numbers and numbers != list(range(1, len(numbers) + 1)):
        yield "numbers " + " ".join(map(str, numbers))
    loose = [p.address for p in text.paragraphs if "continued" in p.address or p.part in ("other", "closing")]
    if loose:
        yield f"loose {', '.join(loose)}"


def strangers(document: Document) -> Iterator[str]:
    """Yield the paragraphs that begin with no word known, which tells whose fault it is: notes, halves."""
    roles = Roles(language("fr"))
    for text in document.resolutions:
        for p in text.paragraphs:
            known = roles.lead(p.text) or roles.act(p.text)
            if p.part in ("preambular", "operative", "closing", "other") and not p.level and not known:
                yield f"{p.address} | {p.text[:90]}"


def english_of(corpus: Path) -> dict[str, Path]:
    """Return the English text of each symbol that pairs of translations name."""
    with (corpus / "index.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {bare(row["symbol"]): corpus / row["path"] for row in rows if row["language"] == "en"}


def bare(symbol: str) -> str:
    """Return a symbol without its blanks, which two catalogues set differently."""
    return re.sub(r"\s", "", symbol)


def french_of(corpus: Path) -> list[tuple[str, Path]]:
    """Return the French texts with their symbols."""
    with (corpus / "index.csv").open(encoding="utf-8") as file:
        return [(row["symbol"], corpus / row["path"]) for row in csv.DictReader(file) if row["language"] == "fr"]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    arguments.add_argument("--worst", type=int, default=0)
    given = arguments.parse_args()
    corpus = given.shared / "corpus"
    if not corpus.is_dir():
        print(f"{corpus} is not there; nothing measured")
        return
    _languages(corpus)
    _structures(corpus, given.worst)


def _languages(corpus: Path) -> None:
    wrong = [
        path.name
        for path in sorted((corpus / "texts").glob("*.txt"))
        if (parse(read_path(path)).language == "fr") != path.name.startswith("fr_")
    ]
    print(f"read in the wrong language: {len(wrong)} {' '.join(wrong)}".rstrip())


def _structures(corpus: Path, worst: int) -> None:
    english = english_of(corpus)
    lost: list[str] = []
    odd: list[str] = []
    differing: list[tuple[int, str]] = []
    same: Counter[str] = Counter()
    pairs = 0
    texts = french_of(corpus)
    for symbol, path in texts:
        source = read_path(path)
        document = parse(source)
        if of_document(document) != of_source(source):
            lost.append(path.name)
        if found := list(oddities(document)):
            odd.append(f"{path.name}: {'; '.join(found)}")
        if bare(symbol) in english:
            pairs += 1
            one, other = shape(document), shape(parse(read_path(english[bare(symbol)])))
            same.update(kind for kind in KINDS if getattr(one, kind) == getattr(other, kind))
            if one != other:
                apart = sum(abs(a - b) for a, b in zip(one, other, strict=True))
                differing.append((apart, "\n    ".join((_told(path, one, other), *strangers(document)))))
    print(f"French texts: {len(texts)}, of which something is lost: {len(lost)} {' '.join(lost)}".rstrip())
    print(f"one whole resolution, numbers without a gap, nothing loose: {len(texts) - len(odd)}")
    print(f"with an English text: {pairs}; as many " + ", ".join(f"{kind} {same[kind]}" for kind in KINDS))
    for line in odd[:worst]:
        print(f"  {line}")
    for _, line in sorted(differing, reverse=True)[:worst]:
        print(f"  {line}")


def _told(path: Path, one: Shape, other: Shape) -> str:
    return f"{path.name}: " + ", ".join(
        f"{kind} {a} (English {b})" for kind, a, b in zip(KINDS, one, other, strict=True) if a != b
    )


if __name__ == "__main__":
    main()
