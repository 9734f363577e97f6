"""Whether changes are given their kind: single words changed in real paragraphs, and the findings that they get.

    python benchmarks/kinds.py --shared ../shared [--language fr] [--count 500] [--seed 7] [--misses]

One paragraph of a real resolution is edited in one place, the whole text is compared, and the findings of that
paragraph are looked at. An edit counts as found where a finding has the expected kind and the change is one of
substance; where the change is mechanical or editorial it is counted as hidden, which must never happen.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from travaux.errors import TravauxError
from travaux.model.comparison import Change, Comparison
from travaux.model.document import Paragraph, Resolution
from travaux.numerals import from_ordinal, ordinal
from travaux.pipeline import compare, load

MOST_PARAGRAPHS = 150
"""Texts longer than this are left out: each edit compares a whole text."""

MOST_OF_A_NAME = 0.16
"""Share of the edits that may have one name, since most paragraphs have a lead verb and few a "not"."""


@dataclass(frozen=True)
class Words:
    """What is put for what in one language, and where."""

    leads: dict[str, str]
    modals: dict[str, str]
    qualifiers: tuple[str, ...]
    hurry: str
    """The one of the qualifiers that says how soon."""
    actors: dict[str, str]
    behind: str
    """Where a qualifier may stand: behind the match."""
    negation: str
    session: str
    """The ordinal of a session is its second group."""
    later: tuple[tuple[str, str], ...] = ()
    """Ordinals that are put for others; none where they are counted."""


ENGLISH = Words(
    leads={
        "Urges": "Encourages", "Encourages": "Urges", "Requests": "Invites", "Invites": "Requests",
        "Welcomes": "Takes note of", "Reaffirms": "Recalls", "Stresses": "Notes", "Emphasizes": "Recognizes",
        "Condemns": "Deplores", "Calls upon": "Encourages", "Decides": "Recommends", "Recalling": "Reaffirming",
        "Reaffirming": "Noting", "Recognizing": "Emphasizing", "Noting": "Welcoming", "Welcoming": "Noting",
        "Stressing": "Recognizing", "Expresses": "Reiterates", "Notes": "Regrets",
    },
    modals={"shall": "should", "should": "may", "may": "should", "must": "should", "will": "should", "can": "must"},
    qualifiers=(
        "as appropriate", "where appropriate", "when appropriate", "upon request", "within existing resources",
        "as necessary", "if necessary", "where necessary", "on a voluntary basis", "to the extent possible",
        "within its mandate", "within their respective mandates", "in accordance with national law",
        "subject to the availability of resources", "as applicable", "in consultation with Member States",
        "where applicable", "with a view to", "as soon as possible",
    ),
    hurry="as soon as possible",
    actors={
        "the Secretary-General": "the Secretariat", "the Executive Director": "the Secretary-General",
        "the General Assembly": "the Security Council", "the Human Rights Council": "the General Assembly",
        "the Economic and Social Council": "the General Assembly", "the High Commissioner": "the Secretary-General",
        "the Special Rapporteur": "the Secretary-General", "the Security Council": "the General Assembly",
        "the Committee": "the Commission", "the Commission": "the Committee",
    },
    behind=r"\bto [a-z]{4,}\b(?= [a-z])",
    negation=r"\bnot (?!only|least|later|limited|less|more)(?=[a-z])",
    session=r"\b(at|of|during) its ([a-z]+(?:-[a-z]+)?) session\b",
)  # fmt: skip
FRENCH = Words(
    leads={
        "Exhorte": "Encourage", "Demande": "Invite", "Prie": "Invite", "Décide": "Recommande", "Condamne": "Déplore",
        "Réaffirme": "Rappelle", "Souligne": "Note", "Rappelant": "Réaffirmant", "Réaffirmant": "Rappelant",
        "Notant": "Soulignant", "Soulignant": "Notant", "Exige": "Demande", "Autorise": "Invite", "Engage": "Prie",
    },
    modals={"doit": "devrait", "doivent": "devraient", "devrait": "doit", "devraient": "doivent", "peut": "doit"},
    qualifiers=(
        "selon qu’il convient", "le cas échéant", "si nécessaire", "dans la limite des ressources existantes",
        "à titre volontaire", "sur demande", "dans la mesure du possible", "conformément à leur législation nationale",
        "en consultation avec les États Membres", "dès que possible",
    ),
    hurry="dès que possible",
    actors={
        "le Secrétaire général": "le Directeur exécutif", "le Conseil de sécurité": "l’Assemblée générale",
        "l’Assemblée générale": "le Conseil de sécurité", "le Comité": "la Commission",
    },
    behind=r"\b(?:de|à) [a-zé]{4,}er\b(?= [a-z])",
    negation=r"\bpas (?!seulement)(?=[a-zé])",
    session=r"\b(à|de) sa ([a-zé-]+ième) session\b",
    later=(("quarante-neuvième", "cinquantième"), ("cinquantième", "cinquante-deuxième")),
)  # fmt: skip
LANGUAGES = {"en": ENGLISH, "fr": FRENCH}
PATTERNS = {"en": "A_RES_*.txt", "fr": "fr_*.txt"}
"""Names of the files with texts in each language."""

_NUMBER = re.compile(
    r"(?<![\w/.,$()-])(\d{1,3}) (?!above|below|years|months|weeks|hours|days|sessions)(per cent|States|[a-z]{5,})\b"
)
_POINTING = re.compile(r"\b(?:paragraph|article|section|rule|[Gg]oal|target|note|annex)s?\b[^;]{0,40}\Z")
_FRENCH_TIME = re.compile(r"(?:ans|mois|jours|janvier|février|mars|avril|juin|juillet|août|\w+bre)\b")


@dataclass(frozen=True)
class Edit:
    """A text of a paragraph with one word or phrase changed, and the kinds that name the change."""

    name: str
    text: str
    kinds: frozenset[str]


def edits(text: str, chance: random.Random, words: Words) -> Iterator[Edit]:
    """Yield every edit that a paragraph allows, one of each name."""
    if found := _one(re.compile(words.negation), text, chance):
        yield Edit("not dropped", text[: found.start()] + text[found.end() :], frozenset({"negation"}))
    for lead, other in words.leads.items():
        if text.startswith(f"{lead} "):
            yield Edit("lead verb changed", other + text[len(lead) :], frozenset({"verb"}))
    for qualifier in words.qualifiers:
        if found := _one(re.compile(rf",? {qualifier}(?:,(?= [a-z]))?(?=[ ,;.])"), text, chance):
            expected = frozenset({"time" if qualifier == words.hurry else "qualifier"})
            yield Edit("qualifier dropped", text[: found.start()] + text[found.end() :], expected)
            break
    if found := _one(re.compile(words.behind), text, chance):
        phrase = chance.choice([q for q in words.qualifiers if not q.endswith(("view to", "possible"))])
        yield Edit(
            "qualifier added", f"{text[: found.end()]}, {phrase},{text[found.end() :]}", frozenset({"qualifier"})
        )
    found = _one(re.compile(words.session), text, chance)
    if found and (later := _later(found[2], words, chance)):
        changed = text[: found.start(2)] + later + text[found.end(2) :]
        yield Edit("session changed in one place", changed, frozenset({"time"}))
    found = _one(re.compile(rf"(?<=[a-z] )({'|'.join(words.modals)})(?= [a-z])"), text, chance)
    noun = found and re.search(r"(?:the|political|free|of) $", text[: found.start()])
    if found and not noun and not _quoted(text, found.start()):
        changed = text[: found.start()] + words.modals[found[1]] + text[found.end() :]
        yield Edit("modal changed", changed, frozenset({"modal"}))
    found = _one(_NUMBER, text, chance)
    if found and not _POINTING.search(text[: found.start()]) and not _FRENCH_TIME.match(found[2]):
        more = str(int(found[1]) + chance.choice((1, 5, 20)))
        yield Edit("number changed", text[: found.start(1)] + more + text[found.end(1) :], frozenset({"quantity"}))
    if found := _one(
        re.compile("|".join(rf"{a}(?![\w-]| (?:of|for|on|in|de|des|du|pour) )" for a in words.actors)), text, chance
    ):
        changed = text[: found.start()] + words.actors[found[0]] + text[found.end() :]
        yield Edit("actor changed", changed, frozenset({"actor"}))


def _later(session: str, words: Words, chance: random.Random) -> str | None:
    """The ordinal of a later session."""
    if words.later:
        return dict(words.later).get(session, "soixantième")
    number = from_ordinal(session)
    return ordinal(number + chance.choice((1, 2, 5))) if number else None


def _one(pattern: re.Pattern[str], text: str, chance: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return chance.choice(found) if found else None


def _quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at) or text.count('"', 0, at) % 2 == 1


@dataclass(frozen=True)
class Outcome:
    """What an edit got."""

    edit: Edit
    old: str
    change: Change
    kinds: tuple[str, ...]

    @property
    def found(self) -> bool:
        """Whether a finding has an expected kind and the change is one of substance."""
        return bool(self.edit.kinds & set(self.kinds)) and not self.hidden

    @property
    def hidden(self) -> bool:
        """Whether `--hide mechanical,editorial` would hide it."""
        return self.change.layer != "substantive"


def experiments(texts: Sequence[Path], count: int, seed: int, language: str = "en") -> Iterator[Outcome]:
    """Yield the outcomes of edits on `count` paragraphs of real texts; the same arguments make the same edits."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    order = list(texts)
    chance.shuffle(order)
    made: Counter[str] = Counter()
    most = count * MOST_OF_A_NAME
    for path in order:
        if sum(made.values()) >= count:
            return
        resolution = _loaded(path, language)
        if resolution is None or len(resolution.paragraphs) > MOST_PARAGRAPHS:
            continue
        for paragraph in chance.sample(resolution.paragraphs, len(resolution.paragraphs))[:12]:
            body = paragraph.part in ("preambular", "operative")
            possible = (
                [e for e in edits(paragraph.text, chance, LANGUAGES[language]) if made[e.name] < most] if body else []
            )
            if not possible:
                continue
            edit = min(possible, key=lambda e: (made[e.name], e.name))  # as many of each as there are
            outcome = _outcome(resolution, paragraph, edit)
            if outcome:
                made[edit.name] += 1
                yield outcome


def _loaded(path: Path, language: str) -> Resolution | None:
    try:
        found = load(str(path))
    except TravauxError:
        return None
    return found if found.language == language else None


def _outcome(resolution: Resolution, paragraph: Paragraph, edit: Edit) -> Outcome | None:
    changed = [p.model_copy(update={"text": edit.text}) if p is paragraph else p for p in resolution.paragraphs]
    made = compare(resolution, resolution.model_copy(update={"paragraphs": tuple(changed)}))
    altered = [c for c in made.changes if c.altered]
    return Outcome(edit, paragraph.text, altered[0], kinds(made, altered[0])) if len(altered) == 1 else None


def kinds(comparison: Comparison, change: Change) -> tuple[str, ...]:
    """Return the kinds of the findings of a change."""
    return tuple(f.kind for f in comparison.findings if any(place.change == change.id for place in f.places))


def _table(outcomes: Sequence[Outcome], told: Callable[[str], object]) -> None:
    for name in sorted({o.edit.name for o in outcomes}):
        these = [o for o in outcomes if o.edit.name == name]
        found = sum(o.found for o in these)
        told(
            f"{name:32} {found:4} of {len(these):4}  {found / len(these):6.1%}   hidden {sum(o.hidden for o in these)}"
        )
    found = sum(o.found for o in outcomes)
    hidden = sum(o.hidden for o in outcomes)
    told(f"{'all':32} {found:4} of {len(outcomes):4}  {found / len(outcomes):6.1%}   hidden {hidden}")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--shared", type=Path, default=Path(__file__).resolve().parent.parent.parent / "shared")
    asked.add_argument("--count", type=int, default=500)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--language", choices=sorted(LANGUAGES), default="en")
    asked.add_argument("--misses", action="store_true", help="print what was not found")
    given = asked.parse_args()
    outcomes = list(
        experiments(
            sorted((given.shared / "corpus" / "texts").glob(PATTERNS[given.language])),
            given.count,
            given.seed,
            given.language,
        )
    )
    _table(outcomes, print)
    for outcome in outcomes if given.misses else ():
        if not outcome.found:
            redline = "".join(
                s.text[-60:] if s.op == "keep" else f"[-{s.text}-]" if s.op == "drop" else f"{{+{s.text}+}}"
                for s in outcome.change.redline
            )
            print(f"\n{outcome.edit.name}: {outcome.change.layer}, {outcome.kinds}\n  {redline[:400]}")


if __name__ == "__main__":
    main()
