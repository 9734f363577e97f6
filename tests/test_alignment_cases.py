"""Links that a careful reader would make."""

import re

from casefiles import Case, cases
from drafting import paragraphs
from travaux.alignment import Pin, align
from travaux.model.comparison import Link
from travaux.model.document import Origin, Paragraph, Resolution
from travaux.pipeline import compare
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.relations import relation_in_words


@cases("alignment.md", "old", "new", "links")
def test_alignment(case: Case) -> None:
    old, new = paragraphs(case["old"]), paragraphs(case["new"])
    ids = [{p.address: p.id for p in side} for side in (old, new)]
    pins = [_pin(line, ids) for line in case["pins"].split("\n")] if "pins" in case else []
    alignment = align(old, new, pins)
    named = {p.id: p.address for p in old}, {p.id: p.address for p in new}
    told = sorted(_told(link, *named) for link in alignment.links if not _plain(link, case["links"], named, old, new))
    assert told == sorted(line for line in case["links"].split("\n") if line)


def _pin(line: str, ids: list[dict[str, str]]) -> Pin:
    sides = [tuple(ids[k][name] for name in side.split("+") if name) for k, side in enumerate(line.split("="))]
    return Pin(sides[0], sides[1])


def _told(link: Link, old: dict[str, str], new: dict[str, str]) -> str:
    olds, news = " + ".join(old[i] for i in link.old), " + ".join(new[j] for j in link.new)
    if not link.old or not link.new:
        return f"{olds}{news} {link.relation}"
    return f"{olds} -> {news}" + (" moved" if link.moved else "")


def _plain(
    link: Link, expected: str, named: tuple[dict[str, str], dict[str, str]], old: list[Paragraph], new: list[Paragraph]
) -> bool:
    """A link of the same words in the same place, named by no line."""
    if link.relation != "kept" or link.moved or link.score != 1:
        return False
    i, j = link.old[0], link.new[0]
    lines = [re.split(r" -> | \+ | ", line) for line in expected.split("\n")]
    return not any(named[0][i] in line or named[1][j] in line for line in lines)


@cases("alignment_reasons.md", "old", "new", "told")
def test_reasons_and_words_of_the_report(case: Case) -> None:
    """Alone on each side between two anchors: a link whose reason is looked at."""
    lines = "title Lanterns\nOP1 {}\nOP2 Thanks the wardens of the botanical garden for the seeds of rare gentians;"
    sides = [
        Resolution(
            paragraphs=tuple(paragraphs(lines.format(case[side]))),
            origin=Origin(name=side, sha256="0" * 64, format="text"),
        )
        for side in ("old", "new")
    ]
    made = compare(*sides)
    (change,) = [c for c in made.changes if "op1" in c.old]
    assert change.reason == case["told"].split("\n")[0]
    assert relation_in_words(change, Addresses(made)) == case["told"].split("\n")[1]
