"""LibreOffice accepts all to the new text and rejects all to the old file: real pairs, redrafts, real Word files."""

import csv
import importlib.util
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from casefiles import CASES, read_cases
from libreoffice import judged, needs_libreoffice
from test_word_original import AUTHOR, DATE, case_new, case_old
from travaux import compare
from travaux.errors import ChoiceError, LanguageError
from travaux.model.comparison import Comparison
from travaux.model.document import Document, Paragraph, Resolution, Source
from travaux.pipeline import parse, read
from travaux.renderers.word.original import redlined
from travaux.renderers.word.original.finding import resolved
from travaux.renderers.word.original.package import Package
from travaux.renderers.word.tags import P_PR, w
from wordoriginals import blocks, original, printed, redrafted
from wordrules import new_faults

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS = SHARED / "corpus"

pytestmark = [
    pytest.mark.corpus,
    needs_libreoffice,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not there"),
]

CANNOT_OPEN = "atomizer_redline.docx"
"""LibreOffice 7.4 cannot open it."""

MISREAD = ("RP018-MoveFrom-MoveTo-CC.docx", "Tika-792.docx")
"""LibreOffice does not reject a change of words at the end of a content control; it keeps words whose new place is
not there (see `benchmarks/word.py`)."""


_LOST = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:”)])) ?\d{1,3}(?=[\s,;.:]|$)")
"""The mark of a note, glued to a word, whose body the text has lost."""

_NUMBER = re.compile(r"\(?(?:\d+|[a-z]{1,3}|[IVX]+)[.)]?|[A-Z]\.")
"""What a word may be that is a number of a paragraph or of a page, or part of one."""


@dataclass(frozen=True)
class Made:
    """A redline, and what it was made of."""

    name: str
    old: Source
    comparison: Comparison
    content: bytes
    typed: bool
    """Whether all numbers are typed."""


def made(name: str, old: Source, comparison: Comparison, *, moves: bool = True, typed: bool = False) -> Made:
    content = redlined(comparison, old, author=AUTHOR, date=DATE, moves=moves).content
    return Made(name, old, comparison, content, typed)


@dataclass(frozen=True)
class Verdict:
    """What LibreOffice makes of a redline, and of the old file in the state that was compared."""

    made: Made
    accepted: list[str]
    rejected: list[str]
    old: list[str]


def verdicts(redlines: Sequence[Made]) -> Iterator[Verdict]:
    accepted = judged("accept", [m.content for m in redlines])
    rejected = judged("reject", [m.content for m in redlines])
    olds = {state: judged(state, [m.old.content for m in redlines]) for state in ("accept", "reject")}
    for at, one in enumerate(redlines):
        state = "reject" if one.old.origin.options.get("revisions") == "original" else "accept"
        yield Verdict(one, accepted[at], rejected[at], olds[state][at])


def missing(verdict: Verdict) -> list[str]:
    """The paragraphs of the new text that are not among the accepted lines, in order.

    Before a title its number may stand, which is metadata.
    """
    comparison = verdict.made.comparison
    bodies = {n.id: " ".join(n.text.split()) for n in comparison.new.notes} if comparison.note_changes else {}
    accepted = verdict.accepted if comparison.note_changes else [_without_notes(line) for line in verdict.accepted]
    accepted = [_LOST.sub("", line) for line in accepted]
    cells = [p.model_copy(update={"text": cell}) if "\t" in p.text else p for p in comparison.new.paragraphs
             for cell in (p.text.split("\t"))]  # fmt: skip
    at = 0
    out = []
    for wanted, bare in zip(printed(cells, bodies, numbers=True), printed(cells, bodies, numbers=False), strict=True):
        fits = [_LOST.sub("", line) for line in ((wanted,) if verdict.made.typed else (wanted, bare))]
        found = next(
            (
                n
                for n in range(at, len(accepted))
                if accepted[n] in fits or (n < 40 and accepted[n].endswith(f" {fits[-1]}"))
            ),
            None,
        )
        if found is None:
            out.append(wanted)
        else:
            at = found + 1
    return out


def _without_notes(line: str) -> str:
    return " ".join(re.sub(r" ?\{[^{}]*\}", "", line).split())


def faults(redlines: Sequence[Made]) -> list[str]:
    out = []
    for verdict in verdicts(redlines):
        name = verdict.made.name
        if verdict.rejected != verdict.old:
            out.append(f"{name}: rejected it is not the old file")
        out += [f"{name}: accepted it lacks {line[:80]}" for line in missing(verdict)[:1]]
        out += [f"{name}: {fault}" for fault in new_faults(verdict.made.old.content, verdict.made.content)]
    return out


def test_the_cases() -> None:
    redlines = []
    for case in read_cases((CASES / "word_redlines.md").read_text("utf-8")):
        old = case_old(case)
        redlines.append(made(case.title, old, compare(parse(old).choose(), case_new(case))))
    assert faults(redlines) == []


def _pairs() -> list[tuple[str, str, str]]:
    with (CORPUS / "index.csv").open(encoding="utf-8") as file:
        paths = {row["symbol"]: row["path"] for row in csv.DictReader(file)}
    with (CORPUS / "pairs.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in ("draft_to_adopted", "ecosoc_to_ga")]
    known = [row for row in rows if row["old"] in paths and row["new"] in paths]
    return [(f"{row['old']} {row['new']}", paths[row["old"]], paths[row["new"]]) for row in known]


def _texts(kind: str) -> list[Path]:
    with (CORPUS / "index.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["language"] == "en" and row["kind"] == kind]
    return [CORPUS / row["path"] for row in rows if int(row["n_paragraphs"] or 0) > 8 and "typed" not in row["path"]]


def _compared(name: str, text: str, new: Resolution, *, automatic: bool) -> Made | None:
    """The redline on a Word file made of a text; None where the two cannot be compared, or marks of notes are typed."""
    old = read("old.docx", original(text, random.Random(name), automatic=automatic))  # noqa: S311 - no secret
    try:
        comparison = compare(parse(old).choose(), new)
    except (ChoiceError, LanguageError):
        return None
    sides = (comparison.old, comparison.new)
    lost = any(m.kind == "note" and m.note is None for side in sides for p in side.paragraphs for m in p.marks)
    if lost or any("footnote" not in (note.place.element or "") for note in comparison.old.notes):
        return None
    return made(f"{name} {'automatic' if automatic else 'typed'}", old, comparison, typed=not automatic)


@pytest.mark.slow
def test_drafts_and_what_was_adopted() -> None:
    redlines: list[Made | None] = []
    for name, old, new in _pairs():
        try:
            resolution = parse(read("new.txt", (CORPUS / new).read_bytes())).choose()
        except ChoiceError:
            continue
        text = (CORPUS / old).read_text(encoding="utf-8")
        # each pair in one of both ways of numbering: both ways of all pairs take four minutes
        redlines.append(_compared(name, text, resolution, automatic=bool(len(redlines) % 2)))
    found = [one for one in redlines if one is not None]
    assert len(found) > 125
    assert faults(found) == []


@pytest.mark.slow
def test_redrafts(redraft: ModuleType) -> None:
    chance = random.Random(3)  # noqa: S311 - no secret
    texts = chance.sample(_texts("adopted"), 60)
    redlines = []
    for path in texts:
        strangers = [block for other in chance.sample(texts, 4) for block in blocks(other.read_text("utf-8"))]
        truth = redraft.redraft(blocks(path.read_text("utf-8")), random.Random(path.name), strangers, 0.3)  # noqa: S311
        try:
            new = parse(read("new.txt", "\n\n".join(truth["new_blocks"]).encode())).choose()
        except ChoiceError:
            continue
        redlines.append(_compared(path.name, "\n\n".join(truth["old_blocks"]), new, automatic=bool(len(redlines) % 2)))
    found = [one for one in redlines if one is not None]
    relations = Counter(change.relation for one in found for change in one.comparison.changes)
    assert min(relations[name] for name in ("added", "removed", "split", "merged")) > 20
    assert faults(found) == []


@pytest.fixture
def redraft() -> ModuleType:
    spec = importlib.util.spec_from_file_location("redraft", SHARED / "tools" / "redraft.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _real(state: str) -> Iterator[Made]:
    for path in sorted((CORPUS / "docx").rglob("*.docx")):
        if path.name == CANNOT_OPEN:
            continue
        old = read(path.name, path.read_bytes(), {"revisions": state})
        document = parse(old)
        try:
            resolution = document.choose()
        except ChoiceError:
            resolution = document.resolutions[0]
        if len(resolution.paragraphs) > 1:
            chance = random.Random(f"{path.name} {state}")  # noqa: S311 - no secret
            new = redrafted(resolution, chance, _framed(old))
            yield made(path.name, old, compare(resolution, new), moves=chance.random() < 0.7)


def _framed(source: Source) -> frozenset[str | None]:
    """Places of the paragraphs in frames: LibreOffice leaves them out, and what comes behind one it takes for part."""
    root = Package(source.content).part("word/document.xml").root
    found = resolved(root, (block.place.element for block in source.blocks))
    return frozenset(path for path, element in found.items() if element.find(f"{P_PR}/{w('framePr')}") is not None)


@pytest.mark.slow
@pytest.mark.parametrize("state", ["accepted", "original"])
def test_real_files_are_the_old_ones_when_rejected(state: str) -> None:
    found = [one for one in _real(state) if one.name not in MISREAD]
    assert len(found) > 30
    assert [v.made.name for v in verdicts(found) if v.rejected != v.old] == []
    assert [(one.name, fault) for one in found for fault in new_faults(one.old.content, one.content)] == []


@pytest.mark.parametrize("state", ["accepted", "original"])
def test_real_files_are_the_new_text_when_accepted_and_the_old_one_when_not(state: str) -> None:
    """Our own reader says it, which reads text boxes too; rows of tables hold automatic numbers and are left out."""
    for one in _real(state):
        if one.comparison.old.kind != "text":
            continue
        for wanted, resolution in (("accepted", one.comparison.new), ("original", one.comparison.old)):
            found = parse(read(one.name, one.content, {"revisions": wanted}))
            assert _words(_paragraphs(found)) == _words(resolution.paragraphs), (one.name, wanted)


def _paragraphs(document: Document) -> list[Paragraph]:
    return [*(p for r in document.resolutions for p in r.paragraphs), *document.outside]


def _words(paragraphs: Sequence[Paragraph]) -> list[str]:
    texts = [p.text for p in paragraphs if "\t" not in p.text]
    return [word for text in texts for word in text.split() if not _NUMBER.fullmatch(word)]
