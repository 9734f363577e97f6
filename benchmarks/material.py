"""The texts and the truth of `../shared`, brought into a form that alignment can be measured on.

A *block* is a paragraph of a text as the truth counts it. Two ways lead from blocks to paragraphs: `crude` (numbers
stripped by a pattern, parts guessed; knows no parser) and `parsed` (through `travaux.parsing`, paragraphs brought back
to blocks by their line).
"""

import csv
import importlib
import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from travaux.model.document import Paragraph, Part
from travaux.pipeline import parse, read

DEFAULT = Path(__file__).resolve().parent.parent.parent / "shared"

_NUMBER = re.compile(r"^(?:(\d{1,3})(?:\.|(?=\s+[A-Z]))|\(([a-z]{1,2}|[ivxl]+)\))\s+")
_NOTE = re.compile(r"\[\^\w+\]")
_OPENING = re.compile(
    r"^[\"“]?The (General Assembly|Security Council|Economic and Social Council|Human Rights Council),?$"
)

Way = Callable[[Sequence[str]], list[Paragraph]]


@dataclass(frozen=True)
class Truth:
    """A pair of texts with the links that are right."""

    name: str
    old: list[str]
    new: list[str]
    links: list[dict[str, Any]]
    whole: dict[str, Any]
    """As the scorer of `gold/` wants it."""
    half: int = 0
    """To which half a pair belongs, 0 or 1."""


def _half(old: str, new: str) -> int:
    """To which half two symbols belong."""
    return sum(map(ord, old + new)) % 2


class Shared:
    """The folder of shared material, with its own tools as modules."""

    def __init__(self, root: Path) -> None:
        self.root = root
        if not (root / "gold").is_dir():
            sys.exit(f"{root} holds no gold/: the texts to measure on are not part of the project; say --shared PATH")
        for folder in ("tools", "gold", "gold/splits"):
            sys.path.insert(0, str(root / folder))
        self.redrafting = importlib.import_module("redraft")
        self.scoring = importlib.import_module("score")
        self.splitting = importlib.import_module("score_splits")

    def gold(self) -> Iterator[Truth]:
        """Yield the pairs aligned by hand."""
        for path in sorted((self.root / "gold").glob("*.json")):
            data = json.loads(path.read_text(encoding="utf-8"))
            half = _half(data["old"], data["new"])
            yield Truth(path.stem, data["old_blocks"], data["new_blocks"], data["links"], data, half)

    def cases(self, half: int | None = None) -> list[dict[str, Any]]:
        """Return the real splits, merges and near misses; of all pairs, or of the first (0) or second half (1)."""
        cases = json.loads((self.root / "gold" / "splits" / "cases.json").read_text(encoding="utf-8"))["cases"]
        return [c for c in cases if half is None or _half(c["old"], c["new"]) == half]

    def blocks(self, path: str) -> list[str]:
        """Return the blocks of a text named in the cases."""
        found: list[str] = self.redrafting.blocks(self.splitting.text(path))
        return found

    def texts(self, half: int) -> list[Path]:
        """Return the resolutions and drafts to redraft: those of the first (0) or second half (1)."""
        found = sorted((self.root / "corpus" / "texts").glob("A_*.txt"))
        return found[half::2]

    def redrafts(self, count: int, seed: int, half: int, *, near: bool = False) -> Iterator[Truth]:
        """Yield redrafts with known edits; the same arguments give the same redrafts.

        What is inserted comes from three other texts; if `near`, from another year's version of the same resolution,
        and the rewording is heavier: the hardest there is, since every paragraph inserted has a likeness in the text.
        """
        chance = random.Random(seed * 7 + half)  # noqa: S311 - no secret
        texts = self.texts(half)
        versions = self._versions() if near else {}
        made = 0
        while made < count:
            path = chance.choice(texts)
            old = self.redrafting.blocks(path)
            numbered = sum(bool(self.redrafting.NUMBER.match(block)) for block in old)
            if not 20 <= len(old) <= 200 or numbered < 6 or (near and path.stem not in versions):
                continue
            others = [versions[path.stem]] if near else chance.sample(texts, 3)
            strangers = [block for other in others for block in self.redrafting.blocks(other)]
            heaviness = chance.choice((0.3, 0.6, 0.9) if near else (0.3, 0.3, 0.5))
            own = random.Random(chance.random())  # noqa: S311 - no secret
            data = self.redrafting.redraft(old, own, strangers, heaviness)
            made += 1
            yield Truth(f"{path.stem}/{seed}", data["old_blocks"], data["new_blocks"], data["links"], data)

    def _versions(self) -> dict[str, Path]:
        """Another version of each text that has one, by the name of its file without suffix."""
        folder = self.root / "corpus" / "texts"
        found = {}
        with (self.root / "corpus" / "pairs.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["kind"] in ("year_to_year", "draft_to_adopted"):
                    old, new = (folder / f"{re.sub('[/()]', '_', row[side])}.txt" for side in ("old", "new"))
                    if old.exists() and new.exists():
                        found[old.stem], found[new.stem] = new, old
        return found


def crude(blocks: Sequence[str]) -> list[Paragraph]:
    """Return a paragraph for each block, its number stripped, its part guessed; the id is the block's position."""
    start = next((k for k, block in enumerate(blocks) if _OPENING.match(block)), -1)
    numbered = annex = False
    out = []
    for k, block in enumerate(blocks):
        number = _NUMBER.match(block)
        numbered = numbered or (k > start and bool(number) and not number[2])
        annex = annex or (k > start and bool(re.match(r"^Annex( [IVX]+)?$", block)))
        text = " ".join(_NOTE.sub("", block[number.end() :] if number else block).split())
        short = len(block) < 90 and not number and block[-1] not in ";,.:"
        out.append(
            Paragraph(
                id=str(k),
                part=_part(k, start, short=short, numbered=numbered, annex=annex),
                address=str(k),
                label=number[0].strip() if number else None,
                text=text,
                level=int(bool(number and number[2])),
            )
        )
    return out


def _part(k: int, start: int, *, short: bool, numbered: bool, annex: bool) -> Part:
    if k < start:
        return "title" if k == start - 1 else "other"
    if k == start:
        return "opening"
    if annex:
        return "annex"
    if short:
        return "heading"
    return "operative" if numbered else "preambular"


def parsed(blocks: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs that the parser finds, each with the position of its block as id.

    Blocks that the parser takes as metadata or notes have no paragraph.
    """
    source = read("blocks.txt", "\n\n".join(blocks).encode(), {})
    document = parse(source)
    found = [p for resolution in document.resolutions for p in _all(resolution)] + list(document.outside)
    out: dict[int, Paragraph] = {}
    for paragraph in found:
        if paragraph.place.line is not None:
            block = (paragraph.place.line - 1) // 2
            out.setdefault(block, paragraph.model_copy(update={"id": str(block)}))
    return [out[block] for block in sorted(out)]


def _all(resolution: Any) -> Iterator[Paragraph]:
    yield from resolution.paragraphs
    for draft in resolution.transmits:
        yield from _all(draft)
