"""Dossiers in memory: a history as the archive reads it, made of plain words, without git."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from travaux.archive import trees
from travaux.archive.trees import Draft, Raw
from travaux.model.document import Origin, Part
from travaux.model.record import Base, Record, RecordedNote, Row

WORDS = (
    "Requests", "States", "to submit", "a report", "reports", "the", "and", "of", ",", ";", "resolution 98/14", "OP5",
    "within existing resources", "subject to", "availability", "States’", "States'", "“light”", '"light"', "9 May 2043",
)  # fmt: skip


@dataclass
class Written:
    """A paragraph of a draft: its words, and for each base the ids of those it comes from."""

    id: str
    text: str
    ancestors: tuple[tuple[str, ...], ...] = ()
    part: Part = "operative"


class Memory:
    """A history that is not stored anywhere."""

    def __init__(
        self,
        drafts: Mapping[int, Sequence[Written]],
        bases: Mapping[int, tuple[int, ...]],
        notes: Mapping[int, Sequence[str]] | None = None,
    ) -> None:
        """Take drafts in the order of the history."""
        self.dossier = "lanterns"
        self.order = list(drafts)
        self.latest = self.order[-1]
        self._bases = bases
        self.drafts: dict[int, Draft] = {}
        lines: dict[tuple[int, str], str] = {}
        for ordinal, written in drafts.items():
            taken: set[str] = set()
            for paragraph in written:
                older = [
                    lines[base, key]
                    for base, ids in zip(bases[ordinal], paragraph.ancestors, strict=True)
                    for key in ids
                    if lines[base, key] not in taken
                ]
                line = older[0] if older else f"{ordinal}:{paragraph.id}"
                taken.add(line)
                lines[ordinal, paragraph.id] = line
            said = (notes or {}).get(ordinal, ())
            self.drafts[ordinal] = Draft(
                _record(self.dossier, ordinal, bases[ordinal], len(said)),
                tuple(_row(p, lines[ordinal, p.id]) for p in written),
                tuple(p.text for p in written),
                tuple(said),
            )

    def bases(self, ordinal: int) -> tuple[int, ...]:
        """As the protocol."""
        return self._bases[ordinal]

    def draft(self, ordinal: int) -> Draft:
        """As the protocol."""
        return self.drafts[ordinal]

    def raw(self, ordinal: int) -> Raw:
        """As the protocol, by way of the files."""
        files = trees.files(self.drafts[ordinal], b"")
        return trees.raw(files[trees.TEXT], files[trees.ROWS])


def chain(*drafts: Sequence[Written], notes: Mapping[int, Sequence[str]] | None = None) -> Memory:
    """Drafts that follow each other."""
    bases = {n: (n - 1,) if n > 1 else () for n in range(1, len(drafts) + 1)}
    return Memory(dict(enumerate(drafts, 1)), bases, notes)


def _record(dossier: str, ordinal: int, bases: tuple[int, ...], notes: int) -> Record:
    name = f"{dossier}-{ordinal}.txt"
    return Record(
        dossier=dossier,
        ordinal=ordinal,
        symbol=f"A/C.2/99/L.{ordinal}",
        language="en",
        bases=tuple(Base(ordinal=base) for base in bases),
        origin=Origin(name=name, sha256=hashlib.sha256(name.encode()).hexdigest(), format="text"),
        notes=tuple(RecordedNote(id=f"n{n}", number=str(n)) for n in range(1, notes + 1)),
        travaux="0",
    )


def _row(paragraph: Written, line: str) -> Row:
    written = {
        "id": paragraph.id,
        "line": line,
        "from": paragraph.ancestors,
        "part": paragraph.part,
        "address": paragraph.id.upper(),
        "hash": trees.digest(paragraph.text),
    }
    return Row.model_validate(written)


@st.composite
def histories(draw: st.DrawFn) -> Memory:
    """Draw a history: rewordings, splits, merges, moves, returns, rivals, texts of two; ordinals in any order."""
    count = draw(st.integers(1, 6))
    ordinals = draw(st.permutations(range(1, count + 1)))
    drafts: dict[int, list[Written]] = {}
    bases: dict[int, tuple[int, ...]] = {}
    for number, ordinal in enumerate(ordinals):
        before = ordinals[:number]
        most = min(2, number)
        bases[ordinal] = tuple(draw(st.lists(st.sampled_from(before), max_size=most, unique=True))) if most else ()
        earlier = [paragraph.text for draft in drafts.values() for paragraph in draft if paragraph.text]
        drafts[ordinal] = draw(_draft([drafts[base] for base in bases[ordinal]], earlier))
    return Memory(drafts, bases)


def _text() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


@st.composite
def _draft(draw: st.DrawFn, olds: Sequence[Sequence[Written]], earlier: Sequence[str]) -> list[Written]:
    """Paragraphs of one colour, of the draft and of a base, make a link; one that is new may have words of before."""
    colours = st.integers(0, 3)
    held = [{colour: tuple(p.id for p in old if draw(colours) == colour) for colour in range(4)} for old in olds]
    held = [_disjoint(sides) for sides in held]
    texts = [{p.id: p.text for p in old} for old in olds]
    new: list[Written] = []
    for place in range(draw(st.integers(0, 4))):
        ancestors = tuple(sides[draw(colours)] if draw(st.booleans()) else () for sides in held)
        said = [text[key] for text, ids in zip(texts, ancestors, strict=True) for key in ids]
        fresh = st.one_of(_text(), st.sampled_from(earlier)) if earlier else _text()
        words = draw(_reworded(" ".join(said))) if said else draw(fresh)
        new.append(Written(f"op{place}", words, ancestors))
    return new


def _disjoint(sides: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    taken: set[str] = set()
    out = {}
    for colour, ids in sides.items():
        out[colour] = tuple(key for key in ids if key not in taken)
        taken.update(ids)
    return out


@st.composite
def _reworded(draw: st.DrawFn, text: str) -> str:
    """The text with some words left out, doubled or put in."""
    words: list[str] = []
    for word in text.split(" "):
        what = draw(st.sampled_from(("keep", "keep", "keep", "keep", "drop", "add")))
        words += [] if what == "drop" else [word] if what == "keep" else [word, draw(st.sampled_from(WORDS))]
    return " ".join(words)
