"""What the archive writes of one draft: files that give the same draft back, whatever its words and names are."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.archive import layout, messages, trees
from travaux.archive.trees import Draft
from travaux.errors import ArchiveError
from travaux.model.document import Mark, NoteReference, Origin
from travaux.model.record import Base, Record, RecordedNote, Row

TEXTS = st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=60)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=300)
PARTS = st.sampled_from(("title", "opening", "heading", "preambular", "operative", "annex", "closing", "other"))


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    texts = draw(st.lists(TEXTS, max_size=6))
    rows = tuple(
        Row(
            id=f"op{n}",
            line=f"1:op{n}",
            ancestors=draw(st.sampled_from(((), ((),), (("op1", "op2"), ())))),
            part=draw(PARTS),
            address=f"OP{n}",
            label=draw(st.none() | TEXTS),
            level=draw(st.integers(0, 3)),
            marks=draw(st.sampled_from(((), (Mark(kind="note", start=0, end=0, note="n1", number="1"),)))),
            hash=trees.digest(text),
        )
        for n, text in enumerate(texts)
    )
    notes = draw(st.lists(TEXTS, max_size=3))
    record = Record(
        dossier="lights",
        ordinal=draw(st.integers(1, 20_000)),
        symbol=draw(st.none() | WORDS),
        title=draw(st.none() | WORDS),
        stage=draw(st.none() | WORDS),
        date=draw(st.sampled_from((None, "1946-01-24", "1946-01", "1946"))),
        language="en",
        sponsors=tuple(draw(st.lists(WORDS, max_size=3))),
        bases=draw(st.sampled_from(((), (Base(ordinal=1, pins=("OP1=OP2",)), Base(ordinal=2))))),
        origin=Origin(name=draw(WORDS), sha256="0" * 64, format=draw(st.sampled_from(("text", "word", "other")))),
        notes=tuple(
            RecordedNote(id=f"n{n}", number=str(n), references=(NoteReference(paragraph="op1", offset=n),))
            for n in range(len(notes))
        ),
        travaux="0.1.0",
    )
    return Draft(record, rows, tuple(texts), tuple(notes))


@given(drafts(), st.binary(max_size=40))
def test_the_files_give_the_draft_back(draft: Draft, source: bytes) -> None:
    files = trees.files(draft, source)
    assert trees.draft(files) == draft
    assert files[trees.source_path(draft.record)] == source
    assert trees.files(draft, source) == files


@given(drafts())
def test_each_paragraph_is_one_line_of_the_text(draft: Draft) -> None:
    lines = trees.files(draft, b"")["text.md"].split(b"\n")
    assert [trees.words(row.part, line) for row, line in zip(draft.rows, lines[::2], strict=False)] == list(draft.texts)


@given(drafts())
def test_no_name_becomes_a_path(draft: Draft) -> None:
    assert set(trees.files(draft, b"")) <= {
        "text.md", "notes.md", "paragraphs.jsonl", "record.json",
        *(f"source/original.{end}" for end in ("txt", "md", "docx", "bin")),
    }  # fmt: skip


@given(drafts(), WORDS)
def test_a_message_has_its_trailers_and_no_others(draft: Draft, reason: str) -> None:
    said = messages.message(draft.record, "3 paragraphs", ("a" * 40,), reason)
    assert not [c for c in said if unicodedata.category(c) in ("Cc", "Zl", "Zp") and c != "\n"]
    *_, trailers = said.rstrip("\n").split("\n\n")
    keys = [line.partition(": ")[0] for line in trailers.split("\n")]
    assert keys.count("Dossier") == keys.count("Ordinal") == keys.count("Supersedes") == 1
    assert set(keys) <= {
        "Dossier", "Ordinal", "Base", "Document-Symbol", "Stage", "Body", "Date-Issued", "Sponsor", "Language",
        "Source-Name", "Source-SHA256", "Supersedes",
    }  # fmt: skip
    assert messages.superseded(said) == ("a" * 40,)
    assert said.startswith(f"lights@{draft.record.ordinal}: ")


def test_a_sponsor_cannot_write_a_trailer() -> None:
    record = _record().model_copy(update={"sponsors": ("Peru\nSupersedes: " + "b" * 40,), "title": "T\n\nDossier: x"})
    said = messages.message(record, "")
    assert messages.superseded(said) == ()
    assert said.count("\nDossier: ") == 1


def test_a_name_of_300_characters_is_kept_in_the_record_and_cut_in_the_message() -> None:
    record = _record().model_copy(update={"symbol": "A/" + "x" * 3000})
    assert trees.record(trees.files(Draft(record, (), ()), b"")["record.json"]) == record
    assert max(map(len, messages.message(record, "").split("\n"))) < 1100


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("text.md", b"one\n\ntwo\n", "text.md has 2 paragraphs, paragraphs.jsonl 1 lines"),
        ("text.md", b"one\ntwo\n", "not one paragraph a line"),
        ("text.md", b"one", "not one paragraph a line"),
        ("text.md", b"\xff\n", "not UTF-8"),
        ("paragraphs.jsonl", b"{}\n", "is no paragraph"),
        ("paragraphs.jsonl", b"", "text.md has 1 paragraphs, paragraphs.jsonl 0 lines"),
        ("record.json", b"[]", "is no record"),
        ("record.json", b"", "is no record"),
        ("notes.md", b"a\n", "notes.md has 1 notes, record.json 0"),
    ],
)
def test_a_damaged_file_is_told(name: str, content: bytes, said: str) -> None:
    row = Row(id="op1", line="1:op1", part="operative", address="OP1", hash=trees.digest("one"))
    files = trees.files(Draft(_record(), (row,), ("one",)), b"")
    with pytest.raises(ArchiveError, match=said):
        trees.draft({**files, name: content})
    with pytest.raises(ArchiveError, match=f"has no {name}"):
        trees.draft({path: c for path, c in files.items() if path != name})


def test_a_later_record_is_refused() -> None:
    record = json.loads(trees.files(Draft(_record(), (), ()), b"")["record.json"]) | {"schema": "travaux.record/2"}
    with pytest.raises(ArchiveError, match="schema"):
        trees.record(json.dumps(record).encode())


@given(st.text(max_size=200))
def test_a_slug_is_a_name_that_git_and_file_systems_hold(title: str) -> None:
    made = layout.slug(title)
    assert layout.is_name(made)
    assert len(made) <= layout.LONGEST_SLUG
    assert layout.named(made) == made


@pytest.mark.parametrize("name", ["", "-a", "a-", "A", "a/b", "a..b", "ä", "a b", "a" * 101, "../a", "a.lock", "a\n"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(ArchiveError, match="cannot be the name of a dossier"):
        layout.named(name)


def _record() -> Record:
    return Record(
        dossier="lights",
        ordinal=1,
        language="en",
        origin=Origin(name="L.3.txt", sha256="0" * 64, format="text"),
        travaux="0.1.0",
    )
