"""Sides: one text of a change, with what is known of its lead and of the terms in it."""

import re
from functools import cached_property
from typing import Final

from travaux.kinds.lexicon import Lexicon, folded
from travaux.kinds.terms import LEAD, NEAR, Term, lead, terms

_BEFORE: Final = 20
"""Characters before a verb that tell whether it is one. Range 15 to 40."""


class Side:
    """One text of a change, with its lead."""

    def __init__(self, text: str, known: Lexicon, *, leads: bool = True) -> None:
        self.text, self._leads = folded(text), leads
        self.known = known

    @cached_property
    def lead(self) -> Term | None:
        """The verb with which it begins; none where it is a note."""
        return lead(self.text, self.known) if self._leads else None

    def terms(self, start: int, end: int) -> list[Term]:
        """The terms in a stretch and near it; the lead is not among them."""
        head = self.lead.end if start < LEAD + NEAR and self.lead else 0
        found = terms(self.text, start, end, self.known, head)
        return [t for t in found if not (t.act and t.start < head) and self._means(t)]

    def _means(self, term: Term) -> bool:
        patterns = self.known.patterns
        if term.kind == "modal":
            return not self._quoted(term.start)
        if term.kind == "secverb" and "verbal" in patterns:
            return patterns["verbal"].search(self.text, max(0, term.start - _BEFORE), term.start) is not None
        return True

    def begins_act(self, term: Term) -> bool:
        """Whether a verb begins another act of the paragraph: ", and invites"."""
        pattern = self.known.patterns.get("act")
        return pattern is not None and pattern.search(self.text, max(0, term.start - _BEFORE), term.start) is not None

    def goes_on(self, verb: Term) -> bool:
        """Whether a verb of which it is not the lead begins a later act of the paragraph."""
        head = self.lead.end if self.lead else 0
        forms = verb.act.forms if verb.act else ()
        spans = (m.start() for form in forms[:2] for m in re.finditer(rf"\b{re.escape(form)}\b", self.text[head:]))
        pattern = self.known.patterns.get("act")
        return pattern is not None and any(
            pattern.search(self.text, max(head, head + start - _BEFORE), head + start) for start in spans
        )

    def _quoted(self, at: int) -> bool:
        """Whether a place stands in quotation marks that open before it and close behind it."""
        pattern = self.known.patterns.get("quotes")
        return pattern is not None and any(m.start() < at < m.end() for m in pattern.finditer(self.text))
