"""Where a number of a resolution leads: from "paragraph 5 (a)" to the id of a paragraph."""

import re
import string
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from travaux.model.document import Paragraph, Resolution
from travaux.references.mention import Item, Mention

_ID: Final = re.compile(
    r"(?P<scope>(?:annex\d+\.)?(?:s\d+\.)?)(?P<host>(?:op|pp|p)(?P<number>\d+[a-z]*))(?P<below>(?:\.[^.~]+)*)(?:~\d+)?"
)
_SCOPE: Final = re.compile(r"(?:annex\d+\.)?(?:s\d+\.)?")
_ANNEX: Final = re.compile(r"(annex\d+)(?:~\d+)?")
_HEADED: Final = re.compile(r"(?:[^\W\d_]+\s)?(?P<number>[IVXLC]{1,7}|[A-Z]|\d{1,2})(?:[.:]?\s|[.:]?\Z)")
_LETTERS: Final = string.ascii_lowercase
_QUOTES: Final = ("“", "«", '"')
"""How a paragraph begins that is quoted from another instrument, with a number of its own."""
_PRINTED: Final = re.compile(r"\(?(\d{1,3})[.)]{0,2}")


class Target(NamedTuple):
    """What a number leads to.

    Attributes:
        id: of the paragraph; None where there is none.
        certain: whether its absence is a fault; a letter may be printed within a paragraph, and of a fragment part is
            missing.
    """

    id: str | None
    certain: bool = True


class Places:
    """The numbers of one resolution."""

    def __init__(self, resolution: Resolution) -> None:
        self._paragraphs = resolution.paragraphs
        self._whole = resolution.whole and resolution.kind != "text"
        self.position = {p.id: n for n, p in enumerate(resolution.paragraphs)}
        self._by_id = {p.id: p for p in resolution.paragraphs}
        self._hosts: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._quoted: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._runs: defaultdict[str, list[int]] = defaultdict(list)
        self._headings: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._annexes: dict[str, str] = {}
        self._index(resolution)

    def _index(self, resolution: Resolution) -> None:
        last: dict[str, int] = {}
        for paragraph in resolution.paragraphs:
            if paragraph.part == "heading":
                self._heading(paragraph)
                continue
            kind, scope, number = _numbered(paragraph)
            if kind is None:
                continue
            if paragraph.text.startswith(_QUOTES):
                self._quoted[scope, kind, number].append(paragraph.id)
                continue
            self._hosts[scope, kind, number].append(paragraph.id)
            value = int(number.rstrip(_LETTERS))
            if kind != "preamble" and value < last.get(scope, 0):
                self._runs[scope].append(self.position[paragraph.id])
            last[scope] = value

    def _heading(self, paragraph: Paragraph) -> None:
        if _ANNEX.fullmatch(paragraph.id):
            number = paragraph.address.rpartition(" ")[2] if " " in paragraph.address else ""
            self._annexes.setdefault(number, paragraph.id)
        elif printed := _HEADED.match(paragraph.text):
            within = paragraph.id.partition(".")[0] if "." in paragraph.id else ""
            self._headings[within].setdefault(printed["number"], paragraph.id)

    @property
    def annexed(self) -> bool:
        """Whether the resolution has an annex."""
        return bool(self._annexes)

    def target(self, mention: Mention, item: Item, home: str) -> Target:
        """Return where a number leads.

        Args:
            mention: the words.
            item: the number.
            home: id of the paragraph in which they stand.
        """
        certain = mention.owner == "own" and self._whole
        if mention.noun == "preceding":
            return Target(self._preceding(home), certain=False)
        if mention.noun == "annex":
            return self._annex(item.steps[0] if item.steps else "", certain=certain)
        if mention.noun in ("section", "part"):
            return self._section(mention, item.steps[0], home)
        found = self._paragraph(mention, item, home)
        return Target(found.id, found.certain and certain)

    def _annex(self, number: str, *, certain: bool) -> Target:
        if number in self._annexes:
            return Target(self._annexes[number])
        if not number and self._annexes:
            return Target(next(iter(self._annexes.values())), certain=False)
        if number in ("I", "1", "A") and "" in self._annexes:
            return Target(self._annexes[""])
        return Target(None, certain=certain)

    def _section(self, mention: Mention, number: str, home: str) -> Target:
        within = "" if mention.present else _annex_of(home)
        for where in (within, ""):
            if number in self._headings[where]:
                return Target(self._headings[where][number])
        return Target(None, certain=False)

    def _paragraph(self, mention: Mention, item: Item, home: str) -> Target:
        steps = item.steps
        outer = dict(mention.within)
        if mention.noun == "subparagraph" and "paragraph" in outer:
            steps = (outer["paragraph"], *steps)
        if not steps[0][0].isdigit():
            return self._beside(steps, home)
        kind = "preamble" if mention.noun == "preamble" else "numbered"
        number = steps[0].lower()
        for scope in self._scopes(mention, home):
            if hosts := self._hosts.get((scope, kind, number)) or self._quoted.get((scope, kind, number)):
                return self._below(self._nearest(hosts, scope, home), steps[1:])
        return Target(None, certain=not self._in_gap(home, number))

    def _in_gap(self, home: str, number: str) -> bool:
        """Whether a number that an annex lacks lies below its highest one: then the paragraph was hardly read."""
        scope = _scope_of(home)
        if not scope.startswith("annex"):
            return False
        higher = (n for s, kind, n in self._hosts if s == scope and kind == "numbered" and n.isdigit())
        return not number.isdigit() or any(int(n) > int(number) for n in higher)

    def _scopes(self, mention: Mention, home: str) -> Iterator[str]:
        """The scopes in which a number is looked for, the nearest first."""
        within = self._container(mention, home)
        if within is not None:
            yield within
            return
        own = _scope_of(home)
        if mention.present:
            own = own if not own.startswith("annex") else ""
        yield own
        if mention.here:
            return
        annex = f"{_annex_of(home)}." if own.startswith("annex") else ""
        if annex != own:
            yield annex
        yield from self._others(annex, {own, annex})
        if annex and mention.direction:
            yield from ("", *self._others("", {""}))

    def _others(self, annex: str, known: set[str]) -> list[str]:
        """The other sections of an annex, or of the body, where numbers run through them."""
        scopes = {scope for scope, kind, _ in self._hosts if kind == "numbered" and scope not in known}
        return sorted(scope for scope in scopes if scope.startswith(annex or "s"))

    def _container(self, mention: Mention, home: str) -> str | None:
        """The scope that the words name: "section II, paragraph 3"; None where they name none that is known."""
        outer = dict(mention.within)
        prefix = ""
        if "annex" in outer:
            annex = self._annex(outer["annex"], certain=False).id
            if annex is None:
                return None
            prefix = f"{annex}."
        elif not mention.present and home.startswith("annex"):
            prefix = f"{_annex_of(home)}."
        for noun in ("section", "part"):
            heading = self._headings[prefix.rstrip(".")].get(outer.get(noun, ""))
            if heading is not None:
                return self._scope_below(heading, prefix)
        return prefix if "annex" in outer else None

    def _scope_below(self, heading: str, prefix: str) -> str:
        """The scope of the first numbered paragraph behind a heading."""
        for paragraph in self._paragraphs[self.position[heading] + 1 :]:
            if found := _ID.fullmatch(paragraph.id):
                return found["scope"]
        return prefix

    def _nearest(self, hosts: Sequence[str], scope: str, home: str) -> str:
        """Of several paragraphs of one number the one in the same run of numbers, else the first."""
        if len(hosts) == 1:
            return hosts[0]
        starts = self._runs[scope]
        run = bisect_right(starts, self.position[home])
        same = (host for host in hosts if bisect_right(starts, self.position[host]) == run)
        return next(same, hosts[0])

    def _below(self, host: str, letters: Sequence[str]) -> Target:
        """The subparagraph of a paragraph; the paragraph itself where the letter is printed among its words."""
        key = host
        for letter in letters:
            if f"{key}.{letter}" in self._by_id:
                key = f"{key}.{letter}"
            elif self._lettered(key, letter):
                return Target(key)
            else:
                return Target(None)
        return Target(key)

    def _lettered(self, key: str, letter: str) -> bool:
        texts = [self._by_id[key].text, *(self._by_id[k].text for k in (f"{key}.c1", f"{key}.c2") if k in self._by_id)]
        return any(re.search(rf"(?<!\w)\(?{re.escape(letter)}\)", text) for text in texts)

    def _beside(self, letters: Sequence[str], home: str) -> Target:
        """A subparagraph by its letter alone, looked for below each of the paragraphs around the words."""
        key = home
        while key:
            found = self._below(key, letters) if key in self._by_id else Target(None)
            if found.id is not None and found.id != home:
                return found
            key = key.rpartition(".")[0]
        return Target(None, certain=False)

    def _preceding(self, home: str) -> str | None:
        own = self._by_id[home]
        for paragraph in reversed(self._paragraphs[: self.position[home]]):
            if paragraph.part == own.part and paragraph.level <= own.level:
                return paragraph.id if paragraph.level == own.level else None
        return None


def _numbered(paragraph: Paragraph) -> tuple[str | None, str, str]:
    """Kind, scope and number of a paragraph that has one; None for subparagraphs and what is not numbered."""
    if paragraph.part == "other":
        printed = _PRINTED.fullmatch(paragraph.label or "")
        return ("numbered", "", printed[1]) if printed else (None, "", "")
    found = _ID.fullmatch(paragraph.id)
    if not found or found["below"]:
        return None, "", ""
    return "preamble" if found["host"].startswith("pp") else "numbered", found["scope"], found["number"]


def _scope_of(key: str) -> str:
    """The section or annex of an id, as it begins; empty for the body."""
    found = _SCOPE.match(key)
    return found[0] if found else ""


def _annex_of(key: str) -> str:
    found = re.match(r"annex\d+", key)
    return found[0] if found else ""
