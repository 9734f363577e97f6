"""From items to paragraphs: the id and the address of each, built from where it stands."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from travaux.model.document import Paragraph, Part
from travaux.parsing.items import Item
from travaux.parsing.levels import Levels
from travaux.parsing.markers import QUOTES, Marker
from travaux.parsing.pieces import Piece
from travaux.parsing.sections import Section, sections

_ANNEX = re.compile(r"(?P<word>[^\W\d_]+)(?:\s+(?P<number>[IVXLC]+|\d+|[A-Z])(?!\w))?")
_MARKED_END = re.compile(r"[.;:,!?]\W*$")


def paragraphs(items: Sequence[Item]) -> list[Paragraph]:
    """Return the paragraphs of a body with their ids and addresses; metadata is left out."""
    body = [i for i in items if i.kind != "told"]
    return _Paths(body).run()


class _Paths:
    """One walk over the items; the counters say how many of each there were in the section or annex."""

    def __init__(self, body: Sequence[Item]) -> None:
        self.body = body
        self.sections = sections(body)
        self.numbered = _scopes_with_numbers(body, self.sections)
        self.counts: Counter[str] = Counter()
        self.used: Counter[str] = Counter()
        self.prefix = ("", "")
        self.scope = self.annex = 0
        self.annex_name = ""
        self.host: tuple[str, str, Part] = ("", "", "other")
        self.levels = Levels()
        self.out: list[Paragraph] = []

    def run(self) -> list[Paragraph]:
        for at, item in enumerate(self.body):
            if at in self.sections:
                self._open_section(self.sections[at])
            getattr(self, f"_{item.kind}")(at, item)
        return self.out

    def _add(self, key: str, address: str, part: Part, item: Item, level: int = 0) -> str:
        self.used[key] += 1
        unique = key if self.used[key] == 1 else f"{key}~{self.used[key]}"
        self.out.append(
            Paragraph(
                id=unique,
                part=part,
                address=address,
                label=item.marker.label if item.marker else item.piece.label,
                text=item.piece.text,
                marks=item.piece.marks,
                level=level,
                place=item.piece.place,
            )
        )
        return unique

    def _open_section(self, section: Section) -> None:
        self.scope += 1
        key = f"s{section.number}."
        if self.annex:
            self.prefix = (
                f"annex{self.annex}.{key}",
                f"{self.annex_name}, {section.name or f'section {section.number}'}",
            )
        else:
            self.prefix = (key, f"{section.name or section.number}.")
        for kind in ("pp", "op", "t"):
            del self.counts[kind]

    def _host(self, key: str, address: str, part: Part, item: Item) -> None:
        unique = self._add(key, address, part, item)
        self.host = (unique, address, part)
        self.levels = Levels()

    def _preambular(self, _at: int, item: Item) -> None:
        self.counts["pp"] += 1
        name = _number(item.marker) or str(self.counts["pp"])
        self._host(f"{self.prefix[0]}pp{name.replace(' ', '')}", f"{self.prefix[1]}PP{name}", "preambular", item)

    def _operative(self, _at: int, item: Item) -> None:
        name = _number(item.marker)
        if item.marker is not None and item.marker.kind == "sub":
            letter = item.marker.inside
            self._host(f"{self.prefix[0]}op{letter}", f"{self.prefix[1]}OP({letter})", "operative", item)
            return
        if name is None and self.scope in self.numbered:
            self.counts["t"] += 1
            name = f"{self.counts['t']}"
            self._host(f"{self.prefix[0]}op.t{name}", f"{self.prefix[1]}OP text {name}", "operative", item)
            return
        if name is None:
            self.counts["op"] += 1
            name = str(self.counts["op"])
        self._host(f"{self.prefix[0]}op{name.replace(' ', '')}", f"{self.prefix[1]}OP{name}", "operative", item)

    def _below(self, at: int, item: Item) -> None:
        behind = (self.body[n] for n in range(at + 1, len(self.body)))
        following = next((i.marker for i in behind if i.kind not in ("continued", "below") or i.marker), None)
        marker = item.marker or Marker("bullet", "", "", 0)
        introduced = self.out[-1].text.rstrip().endswith(":")
        path = self.levels.place(marker, following, introduced=introduced)
        key, address, part = self.host
        below = "".join(f"({step})" for step in path)
        self._add(".".join((key, *path)), address + below, part, item, level=len(path))

    def _continued(self, _at: int, item: Item) -> None:
        """Flush text goes on with the paragraph; behind an item that is a heading ("(i) Lanterns"), with that item."""
        key, address, part = self.host
        if not key:
            self.counts["other"] += 1
            self._add(f"p{self.counts['other']}", f"paragraph {self.counts['other']}", "other", item)
            return
        last = self.out[-1]
        if last.level and not _MARKED_END.search(last.text):
            key, address = last.id, last.address
        self.counts[key] += 1
        more = f" {self.counts[key]}" if self.counts[key] > 1 else ""
        self._add(f"{key}.c{self.counts[key]}", f"{address} (continued{more})", part, item)

    def _heading(self, _at: int, item: Item) -> None:
        if self.annex:
            name = self.annex_name
            self.counts[f"h{self.annex}"] += 1
            number = self.counts[f"h{self.annex}"]
            self._add(f"annex{self.annex}.h{number}", f"{name}, heading {number}", "heading", item)
            return
        self.counts["h"] += 1
        self._add(f"h{self.counts['h']}", f"heading {self.counts['h']}", "heading", item)

    def _annex(self, _at: int, item: Item) -> None:
        self.annex += 1
        self.scope += 1
        match = _ANNEX.match(item.piece.text.strip(QUOTES + "*. ")) if item.section else None
        self.annex_name = f"{match['word'].capitalize()} {match['number'] or ''}".strip() if match else "Annex"
        self.prefix = (f"annex{self.annex}.", self.annex_name)
        del self.counts["t"]
        self._add(f"annex{self.annex}", self.annex_name, "heading", item)
        self.host = ("", "", "annex")

    def _annexed(self, _at: int, item: Item) -> None:
        name = _number(item.marker)
        if name is None:
            self.counts["t"] += 1
            name = str(self.counts["t"])
            self._host(f"{self.prefix[0]}t{name}", f"{self.prefix[1]}, text {name}", "annex", item)
        else:
            self._host(f"{self.prefix[0]}p{name.replace(' ', '')}", f"{self.prefix[1]}.{name}", "annex", item)

    def _closing(self, _at: int, item: Item) -> None:
        self.counts["closing"] += 1
        number = self.counts["closing"]
        self._add(f"closing{number}", f"closing {number}", "closing", item)


def _scopes_with_numbers(body: Sequence[Item], starts: Mapping[int, Section]) -> set[int]:
    """The stretches, counted from 0 at each section and annex, that have numbered operative paragraphs."""
    found: set[int] = set()
    scope = 0
    for at, item in enumerate(body):
        scope += (at in starts) + (item.kind == "annex")
        if item.kind == "operative" and item.marker is not None and item.marker.kind == "number":
            found.add(scope)
    return found


def _number(marker: Marker | None) -> str | None:
    return marker.inside if marker is not None and marker.kind == "number" else None


def plain(pieces: Sequence[Piece], start: int = 1) -> list[Paragraph]:
    """Return pieces outside every resolution as plain paragraphs `p1`, `p2` ..."""
    return [
        Paragraph(
            id=f"p{n}",
            part="other",
            address=f"paragraph {n}",
            label=p.label,
            text=p.text,
            marks=p.marks,
            place=p.place,
        )
        for n, p in enumerate(pieces, start)
    ]
