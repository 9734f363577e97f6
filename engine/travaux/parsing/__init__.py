"""Parsing: from the blocks of a source to resolutions, in passes that can each be printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.contracts import Language
from travaux.model.document import Document, Metadatum, Resolution, Source
from travaux.parsing.assembly import assemble
from travaux.parsing.lines import logical
from travaux.parsing.notes import Body, lift
from travaux.parsing.page_breaks import heal
from travaux.parsing.paths import plain
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles
from travaux.parsing.units import Unit, split

__all__ = ["Stages", "parse", "stages"]


@dataclass(frozen=True, slots=True)
class Stages:
    """What each pass made of a source, for a reader who disputes the result.

    Attributes:
        lines: logical paragraphs, hard-wrapped lines joined.
        notes: note bodies that were lifted out.
        healed: the paragraphs with notes out and page breaks healed.
        running_heads: page numbers and running heads that were taken out.
        joined: second halves of paragraphs that a page break had parted.
        units: where one resolution ends and the next begins.
        outside: what belongs to none.
    """

    lines: Sequence[Piece]
    notes: Sequence[Body]
    healed: Sequence[Piece]
    running_heads: Sequence[Piece]
    joined: Sequence[Piece]
    units: Sequence[Unit]
    outside: Sequence[Piece]


def stages(source: Source, language: Language) -> Stages:
    """Run the passes over a source and keep what each gave. Never raises on content."""
    return _stages(source, Roles(language))


def _stages(source: Source, roles: Roles) -> Stages:
    lines = logical(source.blocks, roles)
    lifted, notes = lift(lines, source.notes, roles)
    healed = heal(lifted, roles)
    outside, units = split(healed.pieces, roles)
    return Stages(lines, notes, healed.pieces, healed.heads, healed.joined, units, outside)


def parse(source: Source, language: Language) -> Document:
    """Return what a source holds.

    Law 8: never raises on content, and nothing is lost: the words of the blocks are the words of the paragraphs,
    labels, notes, metadata and notices, up to folding of spaces.
    """
    roles = Roles(language)
    passes = _stages(source, roles)
    resolutions = _named(assemble(passes.units, passes.notes, roles, source.origin), source.metadata)
    return Document(
        resolutions=tuple(resolutions),
        outside=tuple(plain(passes.outside)),
        language=language.code,
        metadata=(*source.metadata, *_running_heads(passes.running_heads), *_unclaimed(passes, resolutions)),
        notices=source.notices,
        origin=source.origin,
    )


def _named(resolutions: list[Resolution], told: Sequence[Metadatum]) -> list[Resolution]:
    """The only text of a file that prints no symbol has the one symbol that stands in its page headers."""
    symbols = {item.text.rstrip("*") for item in told if item.kind == "symbol"}
    if len(resolutions) != 1 or len(symbols) != 1 or resolutions[0].symbol is not None:
        return resolutions
    (only,), (symbol,) = resolutions, symbols
    kind = only.kind
    if "/L." in symbol:
        kind = "draft resolution" if kind == "resolution" else "draft decision" if kind == "decision" else kind
    return [only.model_copy(update={"symbol": symbol, "kind": kind})]


def _running_heads(pieces: Sequence[Piece]) -> Iterator[Metadatum]:
    for piece in pieces:
        yield Metadatum(kind="running_head", text=piece.text, place=piece.place)


def _unclaimed(passes: Stages, resolutions: Sequence[object]) -> Iterator[Metadatum]:
    """Note bodies of a text without resolutions stay as metadata of the file."""
    if not resolutions:
        for note in passes.notes:
            yield Metadatum(kind="other", text=f"{note.number} {note.text}", place=note.place)
