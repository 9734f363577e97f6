"""Differences of form: capitals, hyphens, spaces, punctuation inside a sentence."""

import re
from collections.abc import Iterator

from travaux.contracts import Kind
from travaux.form import differences
from travaux.kinds.edits import SIGNS, Part
from travaux.kinds.lexicon import lexicon
from travaux.kinds.lookalikes import two_words
from travaux.kinds.reading import Altered, Claim, Reading, together

_TORN = re.compile(r"(?<=[-–‐‑])\s|\s(?=[-–‐‑])")
"""A space at a hyphen, as where a line ended there: `non- discrimination`."""
_DASHES = "-–—"
_NUMBERING = "-–−.,"
"""Signs that belong to the number behind them, where no other number stands before."""
_RANGED = re.compile(r"(?:\d|\)|\b[IVXLC]+)\Z")
"""What may begin a range: a number, a letter in brackets, a roman number."""
_PUNCTUATION = SIGNS | frozenset("-–—")


def find(reading: Reading) -> Iterator[Claim]:
    """Yield what form explains: a claim for the punctuation of each change, one for each word in another form."""
    found: dict[tuple[str, str], list[tuple[Altered, Part]]] = {}
    for altered in reading.altered:
        signs = [
            p
            for p in altered.left
            if p.old + p.new and _PUNCTUATION.issuperset(p.old + p.new) and not _tells(reading, altered, p)
        ]
        if signs:
            told = "punctuation inside the sentence changed; check that it joins the same words"
            yield Claim("punctuation", "editorial", "punctuation-inside", told, ((altered.change.id, tuple(signs)),))
        for part in altered.left:
            if _tells(reading, altered, part):
                continue
            if part not in signs and part.old and part.new and not _is_acronym(part.old, part.new):
                found.setdefault((part.old, part.new), []).append((altered, part))
    for (old, new), places in found.items():
        number = f" in {len(places)} places" if len(places) > 1 else ""
        told = f"“{old}” → “{new}”{number}"
        if _TORN.sub("", old) == _TORN.sub("", new):
            yield Claim("typo", "mechanical", "torn-at-hyphen", f"{told}: spacing", together(places))
            continue
        forms = differences(old, new) or (("accents",) if places[0][1].alike else ())
        if forms and not two_words(old, new, lexicon(reading.language.meanings)):
            yield Claim("style", "editorial", "form", f"{told}: {' and '.join(forms)}", together(places))


def _tells(reading: Reading, altered: Altered, part: Part) -> bool:
    """Whether signs belong to the words beside them: a minus, a point, a range of numbers."""
    if reading.attached(altered, part):
        return True
    for text, sign, start in (
        (altered.old, part.old, part.stretch.old_start),
        (altered.new, part.new, part.stretch.new_start),
    ):
        before, behind = text[:start], text[start + len(sign) :]
        if sign and sign[0] in _DASHES and behind[:1].strip() and _RANGED.search(before + sign[:0]):
            return True
        if sign and sign[-1] in _NUMBERING and behind[:1].isdigit() and not before[-1:].isdigit():
            return True
    return False


def _is_acronym(old: str, new: str) -> bool:
    """Whether a word became an abbreviation of the same letters, or stopped being one: `us`, `US`."""
    return len(old) > 1 and old.isupper() != new.isupper() and (old.islower() or new.islower())


KIND = Kind(
    name="form",
    finds={
        "punctuation": "punctuation inside a sentence; to be checked",
        "typo": "only quotation marks, hyphens, spaces or emphasis differ",
        "style": "spelling, capitals, hyphens, forms of names, wordings that the style of the organization sets",
    },
    find=find,
)
