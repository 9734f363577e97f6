"""From items to paragraphs: the id and the address of each, built from where it stands."""

from collections import Counter
from collections.abc import Sequence

from travaux.model.document import Mark, Paragraph, Part
from travaux.parsing.body import Item
from travaux.parsing.levels import Levels
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Marker, Roles

_PARTS: dict[str, Part] = {
    "preambular": "preambular",
    "operative": "operative",
    "heading": "heading",
    "annex": "heading",
    "annexed": "annex",
    "closing": "closing",
}


def paragraphs(items: Sequence[Item], roles: Roles) -> list[Paragraph]:
    """Return the paragraphs of a body with their ids and addresses; metadata is left out."""
    body = [i for i in items if i.kind != "told"]
    return _Paths(body, roles).run()


class _Paths:
    """One walk over the items; the counters say how many of each there were in the section or annex."""

    def __init__(self, body: Sequence[Item], roles: Roles) -> None:
        self.body = body
        self.roles = roles
        self.sections = section_starts(body)
        self.counts: Counter[str] = Counter()
        self.used: Counter[str] = Counter()
        self.prefix = ("", "")
        self.section = self.annex = 0
        self.host: tuple[str, str, Part] = ("", "", "other")
        self.levels = Levels()
        self.out: list[Paragraph] = []

    def run(self) -> list[Paragraph]:
        for at, item in enumerate(self.body):
            if at in self.sections:
                self._open_section(item)
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
                label=item.marker.label if item.marker else None,
                text=item.piece.text,
                marks=item.piece.marks,
                level=level,
                place=item.piece.place,
            )
        )
        return unique

    def _open_section(self, item: Item) -> None:
        self.section += 1
        word = item.piece.text.removeprefix("Section ").split()[0].rstrip(".") if item.section else ""
        self.prefix = (f"s{self.section}.", f"{word if word and len(word) < 6 else self.section}.")
        for kind in ("pp", "op"):
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
        if name is None:
            self.counts["op"] += 1
            name = str(self.counts["op"])
        else:
            self.counts["op"] = int(name.split()[0])
        self._host(f"{self.prefix[0]}op{name.replace(' ', '')}", f"{self.prefix[1]}OP{name}", "operative", item)

    def _below(self, at: int, item: Item) -> None:
        following = next(
            (i.marker for i in self.body[at + 1 :] if i.kind not in ("continued", "below") or i.marker), None
        )
        marker = item.marker or Marker("bullet", "", "", 0)
        introduced = self.out[-1].text.rstrip().endswith(":")
        path = self.levels.place(marker, following, introduced=introduced)
        key, address, part = self.host
        below = "".join(f"({step})" for step in path)
        self._add(".".join((key, *path)), address + below, part, item, level=len(path))

    def _continued(self, _at: int, item: Item) -> None:
        key, address, part = self.host
        if not key:
            self.counts["other"] += 1
            self._add(f"p{self.counts['other']}", f"paragraph {self.counts['other']}", "other", item)
            return
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
        self.prefix = ("", "")
        self.annex_name = " ".join(item.piece.text.strip('“”"*. ').split()).capitalize()
        head, _, number = self.annex_name.partition(" ")
        self.annex_name = f"{head} {number.upper()}".strip()
        self._add(f"annex{self.annex}", self.annex_name, "heading", item)
        self.host = ("", "", "annex")

    def _annexed(self, _at: int, item: Item) -> None:
        name = _number(item.marker)
        prefix = f"annex{self.annex}"
        if name is None:
            self.counts[f"t{self.annex}"] += 1
            name = str(self.counts[f"t{self.annex}"])
            self._host(f"{prefix}.t{name}", f"{self.annex_name}, text {name}", "annex", item)
        else:
            self._host(f"{prefix}.p{name.replace(' ', '')}", f"{self.annex_name}.{name}", "annex", item)

    def _closing(self, _at: int, item: Item) -> None:
        self.counts["closing"] += 1
        number = self.counts["closing"]
        self._add(f"closing{number}", f"closing {number}", "closing", item)


def _number(marker: Marker | None) -> str | None:
    return marker.inside if marker is not None and marker.kind == "number" else None


def section_starts(body: Sequence[Item]) -> set[int]:
    """Return the positions of headings that begin a section with numbers of its own.

    Only where operative numbers begin again behind a heading: where they run through, a heading is no part of
    an address.
    """
    restarts: set[int] = set()
    heading: int | None = None
    number = 0
    for at, item in enumerate(body):
        if item.kind == "annex":
            break
        if item.kind == "heading":
            heading = at
        elif item.kind == "operative" and item.marker is not None and item.marker.kind == "number":
            value = int(item.marker.inside.split()[0])
            if value <= number and heading is not None:
                restarts.add(heading)
            number, heading = value, None
    if not restarts:
        return set()
    first = min(restarts)
    return restarts | {at for at, item in enumerate(body) if item.kind == "heading" and item.section and at <= first}


def plain(pieces: Sequence[Piece], start: int = 1) -> list[Paragraph]:
    """Return pieces outside every resolution as plain paragraphs `p1`, `p2` ..."""
    return [
        Paragraph(id=f"p{n}", part="other", address=f"paragraph {n}", text=p.text, marks=p.marks, place=p.place)
        for n, p in enumerate(pieces, start)
    ]


def notes_of(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, Mark]]:
    """Return every note reference with the paragraph it stands in."""
    return [(p, m) for p in paragraphs for m in p.marks if m.kind == "note"]
