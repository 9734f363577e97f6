"""Paragraphs for tests: written as `OP3 Requests ...`, or made at random in the manner of a resolution."""

import random
import re
from collections.abc import Sequence

from hypothesis import strategies as st

from travaux.model.document import Paragraph, Part

_PARTS: dict[str, Part] = {
    "PP": "preambular",
    "OP": "operative",
    "H": "heading",
    "A": "annex",
    "C": "closing",
    "P": "other",
}
_ADDRESS = re.compile(r"(title|opening|[A-Z]+)\d*(?:\(\w+\))*")


def paragraphs(lines: str) -> list[Paragraph]:
    """One paragraph a line: its address, a space, its words."""
    return [paragraph(*line.strip().split(" ", 1)) for line in lines.splitlines() if line.strip()]


def paragraph(address: str, text: str, label: str | None = None) -> Paragraph:
    found = _ADDRESS.fullmatch(address)
    assert found, f"no address: {address}"
    part = _PARTS.get(found[1]) or found[1]
    identity = address.lower().replace("(", ".").replace(")", "")
    return Paragraph(id=identity, part=part, address=address, label=label, text=text, level=address.count("("))


LEADS = ("Recalling", "Noting", "Welcoming", "Deeply concerned by", "Recognizing", "Bearing in mind", "Reaffirming")
ACTS = ("Requests", "Urges", "Invites", "Calls upon", "Welcomes", "Takes note of", "Encourages", "Decides on")
WORDS = """
    lighthouse keeper beacon harbour estuary dredging pilotage buoy tide current silt delta ferry ballast anchor mooring
    vineyard orchard grafting cellar harvest pruning terrace cooper vintage barrel press hillside frost hail
    observatory telescope meteor almanac calendar parallax comet sundial meridian orbit lens mirror dome pendulum
    archive parchment charter registry seal ledger clerk notary folio binding ink quill scribe codex margin gloss index
    """
JOINTS = ("the", "of the", "and the", "with", "for")


class Drafter:
    """Writes and redrafts by chance; the same seed gives the same texts."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - no secret
        self.words = WORDS.split()

    def text(self, first: Sequence[str], end: str) -> str:
        """Return a paragraph of nine to twenty-four words in the manner of a resolution."""
        words = self.chance.sample(self.words, self.chance.randint(9, 24))
        return f"{self.chance.choice(first)} {' '.join(f'{self.chance.choice(JOINTS)} {word}' for word in words)}{end}"

    def resolution(self, least: int = 4) -> list[Paragraph]:
        """Return a title, an opening line, preambular and operative paragraphs."""
        preambular = [self.text(LEADS, ",") for _ in range(self.chance.randint(1, 6))]
        operative = [self.text(ACTS, ";") for _ in range(self.chance.randint(least, 10))]
        return renumbered(
            [
                ("title", "Safety of lighthouses and of vineyards"),
                ("opening", "The General Assembly,"),
                *(("preambular", text) for text in preambular),
                *(("operative", text) for text in operative),
            ]
        )

    def redraft(self, old: Sequence[Paragraph]) -> list[Paragraph]:
        """Return what some edits made of a resolution."""
        body = [p.text for p in old if p.part == "operative"]
        for _ in range(self.chance.randint(0, 6)):
            self._edit(body)
        kept = [(p.part, p.text) for p in old if p.part != "operative"]
        return renumbered(kept + [("operative", text) for text in body])

    def _edit(self, body: list[str]) -> None:
        edit = self.chance.choice(("change", "remove", "add", "move", "split", "merge"))
        k = self.chance.randrange(len(body)) if body else 0
        words = body[k].split() if body else []
        if edit == "add" or not body:
            body.insert(k, self.text(ACTS, ";"))
        elif edit == "remove":
            del body[k]
        elif edit == "move":
            body.insert(self.chance.randrange(len(body)), body.pop(k))
        elif edit == "change":
            words[self.chance.randrange(1, len(words))] = self.chance.choice(self.words)
            body[k] = " ".join(words)
        elif edit == "split":
            half = len(words) // 2
            body[k : k + 1] = [" ".join(words[:half]) + ";", "Requests " + " ".join(words[half:])]
        else:
            body[k : k + 2] = [body[k].rstrip(";") + ", and " + " ".join(body[k + 1 : k + 2])]


SEEDS = st.integers(0, 2**32)
RESOLUTIONS = SEEDS.map(lambda seed: Drafter(seed).resolution(5))


@st.composite
def redrafts(draw: st.DrawFn) -> tuple[list[Paragraph], list[Paragraph]]:
    """A resolution and what some edits made of it: words changed, paragraphs removed, added, moved, split, merged."""
    drafter = Drafter(draw(SEEDS))
    old = drafter.resolution()
    return old, drafter.redraft(old)


def renumbered(lines: Sequence[tuple[str, str]]) -> list[Paragraph]:
    """Paragraphs from parts and texts, numbered anew."""
    prefixes = {part: prefix for prefix, part in _PARTS.items()}
    counts: dict[str, int] = {}
    out = []
    for part, text in lines:
        counts[part] = counts.get(part, 0) + 1
        address = f"{prefixes[part]}{counts[part]}" if part in prefixes else part
        out.append(paragraph(address, text, f"{counts[part]}." if part == "operative" else None))
    return out
