"""The two texts of a comparison: what they are called, what is told about them, what of them was not compared."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from travaux.model.comparison import Comparison, NotCompared
from travaux.model.document import MetadatumKind, Notice, Resolution
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.naming import given, names, shown
from travaux.text import fold

_METADATA = "metadata"
"""The reason that the engine gives for what is told about a text and is no part of it."""
_SIDES = {"old": "of the old text", "new": "of the new text", "both": "of both texts"}
_DATES: tuple[MetadatumKind, ...] = ("adopted_on", "date")


@dataclass(frozen=True)
class Text:
    """One of the two texts.

    Attributes:
        name: its symbol, else its file.
        title: its title; empty where it has none.
        file: the name of its file; empty where it is not known.
        date: as it is printed, of adoption before that of issue; empty where none is.
        format: what reader read it, with the options that were not the default ones.
        sha256: the hash of the bytes of the file.
    """

    name: str
    title: str
    file: str
    date: str
    format: str
    sha256: str


@dataclass(frozen=True)
class Told:
    """One thing that is told about the texts: what, and the words of either; empty where a side has none."""

    what: str
    old: str
    new: str
    alike: bool


@dataclass(frozen=True)
class Omission:
    """One thing that was not compared: what, of which text; its words, and why; either may be empty."""

    what: str
    words: str
    why: str


def both(comparison: Comparison, files: tuple[str, str] | None) -> tuple[Text, Text]:
    """Return the two texts; `files` are their names as the reader gave them."""
    sides = (comparison.old, comparison.new)
    words = given(comparison, files)
    called = names(*sides, words)
    old, new = (_text(*each) for each in zip(sides, called, shown(words), strict=True))
    return old, new


def provenance(text: Text) -> str:
    """Return where a text came from: its name, its file, its date, how it was read; all but its hash."""
    read = f"read as {text.format}" if text.format else ""
    said = [text.name, *([text.file] if text.file != text.name else []), text.date, read]
    return ", ".join(word for word in said if word)


def metadata(items: Sequence[NotCompared]) -> tuple[Told, ...]:
    """Return what is told about both texts side by side, what differs first."""
    told: dict[str, dict[str, str]] = {}
    for item in items:
        if item.reason == _METADATA:
            for side in ("old", "new") if item.side == "both" else (item.side,):
                told.setdefault(one_line(item.what), {})[side] = one_line(item.text)
    rows = [(what, sides.get("old", ""), sides.get("new", "")) for what, sides in told.items()]
    found = [Told(what, old, new, fold(old) == fold(new)) for what, old, new in rows]
    return tuple(sorted(found, key=lambda row: row.alike))


def not_compared(items: Iterable[NotCompared]) -> Iterator[tuple[str, str]]:
    """Yield a sentence for each other thing that was not compared, and its words."""
    for omission in omissions(items):
        why = f"; {omission.why}" if omission.why else ""
        yield f"{omission.what}{why}".rstrip(".") + ".", omission.words


def omissions(items: Iterable[NotCompared]) -> Iterator[Omission]:
    """Yield each thing that was not compared, what is told about the texts left out; things alike in one."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for item in items:
        if item.reason != _METADATA:
            words = told.setdefault((item.what, item.side, item.reason), [])
            words.extend([one_line(item.text)] if item.text else [])
    for (what, side, reason), words in told.items():
        yield Omission(f"{one_line(what)} {_SIDES[side]}", " ".join(words), one_line(reason))


def notices(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield what should be known about how the texts were understood: about which, and the sentence."""
    for side, found in (
        ("comparison", comparison.notices),
        ("old text", comparison.old.notices),
        ("new text", comparison.new.notices),
    ):
        for notice in found:
            yield f"{side}{_place(notice)}", one_line(notice.message) + _lost(notice)


def _place(notice: Notice) -> str:
    place = notice.place
    said = [f"page {place.page}"] if place.page else []
    said += [f"line {place.line}"] if place.line else []
    return "".join(f", {where}" for where in said)


def _lost(notice: Notice) -> str:
    return f" (“{one_line(notice.text)}”)" if notice.text else ""


def _text(side: Resolution, name: str, file: str) -> Text:
    origin = side.origin
    options = [f"{key} {value}" for key, value in sorted(origin.options.items())] if origin else []
    return Text(
        name=name,
        title=one_line(side.title or ""),
        file=file,
        date=one_line(next((told for kind in _DATES if (told := side.told(kind))), "")),
        format=one_line(", ".join([origin.format, *options])) if origin else "",
        sha256=one_line(origin.sha256) if origin else "",
    )
