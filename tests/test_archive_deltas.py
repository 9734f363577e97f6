"""What a draft changes in the lines of its base: it leads there, and whoever reads by it reads the same."""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiving import OPS, chain, draft, new_archive, open_archive
from dossiers import Memory, histories
from gitkit import git
from test_archive_verifying import faults, forge, the
from travaux.archive import Archive
from travaux.archive.deltas import applied, between
from travaux.archive.entries import Entry
from travaux.archive.growing import Growing
from travaux.archive.trees import Raw
from travaux.errors import ArchiveError
from travaux.store import Store

NAME = "lights"
LINES = st.lists(st.sampled_from(["", "a", "b", "é\u2028", '"', "\\n"]), max_size=8)


def raw(lines: list[str]) -> Raw:
    return Raw([line.encode() for line in lines], [f"{line} row".encode() for line in lines])


@settings(derandomize=True, max_examples=300, deadline=None)
@given(LINES, LINES)
def test_a_delta_leads_from_the_base_to_the_draft(old: list[str], new: list[str]) -> None:
    base, made = raw(old), raw(new)
    delta = between(base, made)
    assert applied(base, delta) == made
    assert base == raw(old), "the base stays as it is"
    assert delta == between(base, made)
    assert delta.count(b"\n") == 1


@settings(derandomize=True, max_examples=50, deadline=None)
@given(histories())
def test_drafts_of_a_history_are_made_from_each_other(history: Memory) -> None:
    raws = [history.raw(ordinal) for ordinal in history.order]
    for old in raws:
        for new in raws:
            assert applied(old, between(old, new)) == new


def test_a_delta_holds_what_differs_and_lines_that_stay_are_held_once() -> None:
    base, made = raw(["a", "b", "c", "d", "e"]), raw(["a", "x", "c", "d", "f", "g"])
    delta = between(base, made)
    assert json.loads(delta) == {
        "text.md": [[1, 1, ["x"]], [4, 1, ["f", "g"]]],
        "paragraphs.jsonl": [[1, 1, ["x row"]], [4, 1, ["f row", "g row"]]],
    }
    found = applied(base, delta)
    assert found.texts[2] is base.texts[2]
    assert found.rows[3] is base.rows[3]


@pytest.mark.parametrize(
    ("delta", "why"),
    [
        (b"", "no list of changed lines"),
        (b"\xff", "no list"),
        (b"[]", "no list"),
        (b"[" * 100_000, "no list"),
        (b'{"text.md":[]}', "no list"),
        (b'{"text.md":[[0,0,"a"]],"paragraphs.jsonl":[[0,0,["a"]]]}', "no list"),
        (b'{"text.md":[[0,0,["a\\nb"]]],"paragraphs.jsonl":[[0,0,["a"]]]}', "no list"),
        (b'{"text.md":[[0,0,[1]]],"paragraphs.jsonl":[[0,0,["a"]]]}', "no list"),
        (b'{"text.md":[[0,true,["a"]]],"paragraphs.jsonl":[]}', "no list"),
        (b'{"text.md":[[0,0,["\\ud800"]]],"paragraphs.jsonl":[]}', "no list"),
        (b'{"text.md":[[0,0]],"paragraphs.jsonl":[]}', "no list"),
        (b'{"text.md":[],"paragraphs.jsonl":[],"record.json":[]}', "more than two files"),
        (b'{"text.md":[[0,1,[]]],"paragraphs.jsonl":[]}', "0 paragraphs of text.md and 1 lines"),
        (b'{"text.md":[[1,1,[]]],"paragraphs.jsonl":[]}', "where the base has 1"),
        (b'{"text.md":[[-1,1,[]]],"paragraphs.jsonl":[]}', "where the base has 1"),
        (b'{"text.md":[[1,-1,[]]],"paragraphs.jsonl":[]}', "where the base has 1"),
        (b'{"text.md":[[1,0,["b"]],[0,1,[]]],"paragraphs.jsonl":[]}', "out of order"),
    ],
)
def test_what_is_no_delta_is_refused(delta: bytes, why: str) -> None:
    with pytest.raises(ArchiveError, match=why):
        applied(raw(["a"]), delta)


def begin(archive: Archive) -> None:
    """A line of six, a rival, a text merged from both."""
    for number, content in enumerate(chain(13, 6), 1):
        archive.add(f"{number}.txt", content, dossier=NAME)
    archive.add("7.txt", draft(*OPS, symbol="A/C.2/99/L.20"), dossier=NAME, after=["3"])
    archive.add("8.txt", draft(*OPS[:3], symbol="A/C.2/99/L.21"), dossier=NAME, after=["6", "7"])


def go_on(archive: Archive) -> None:
    """A draft that was found late, a record that was mended, another base of the rival, and two drafts at the end."""
    archive.add("9.txt", draft(*OPS[1:], symbol="A/C.2/99/L.22"), dossier=NAME, before="4")
    archive.correct(NAME, "5", date="1946-01-24")
    archive.correct(NAME, "7", after=["2"])
    archive.add("10.txt", draft(*OPS, symbol="A/C.2/99/L.23"), dossier=NAME)
    archive.add("11.txt", draft(*OPS[::-1], symbol="A/C.2/99/L.24"), dossier=NAME)


LAST = 11


def without(patch: pytest.MonkeyPatch) -> None:
    """Record as it was done before there were deltas."""
    patch.setattr(Growing, "delta", staticmethod(lambda *_: None))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "archive.git"
    with new_archive(path) as archive:
        begin(archive)
        go_on(archive)
        assert archive.verify().faults == ()
    return path


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Iterator[Archive]:
    with open_archive(Path(shutil.copytree(made, tmp_path / "archive.git"))) as copy:
        yield copy


def files(path: Path, ordinal: int) -> dict[str, str]:
    listed = git(path, "ls-tree", "-r", f"refs/tags/{NAME}/{ordinal:04}").splitlines()
    return {line.partition("\t")[2]: line.split()[2] for line in listed}


def with_delta(archive: Archive) -> set[int]:
    return {n for n in range(1, LAST + 1) if "delta.json" in files(archive.path, n)}


def said(archive: Archive) -> list[object]:
    """What is told of every draft, by processes that know nothing yet."""
    with open_archive(archive.path) as again:
        return [again.blame(NAME, f"@{n}") for n in range(1, LAST + 1)]


def test_every_draft_of_one_base_has_a_delta_and_no_other(archive: Archive) -> None:
    history = archive.history(NAME)
    assert with_delta(archive) == {n for n in history.order if len(history.bases(n)) == 1}
    assert len(history.order) - len(with_delta(archive)) == 2, "the first, and that of two bases"


def test_an_import_records_the_deltas_that_drafts_added_one_by_one_have(tmp_path: Path) -> None:
    texts = chain(13, 6)
    with new_archive(tmp_path / "one.git") as archive:
        for number, content in enumerate(texts, 1):
            archive.add(f"{number}.txt", content, dossier=NAME)
    with new_archive(tmp_path / "many.git") as archive:
        archive.import_([Entry(name=f"{n}.txt", content=text, dossier=NAME) for n, text in enumerate(texts, 1)])
    for number in range(1, 7):
        assert files(tmp_path / "one.git", number) == files(tmp_path / "many.git", number)


def test_only_what_changes_is_read(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    history = archive.history(NAME)
    asked: list[str] = []
    read_many = Store.read_many

    def told(store: Store, specs: Iterable[str]) -> Iterator[bytes | None]:
        listed = list(specs)
        asked.extend(spec.partition(":")[2] for spec in listed)
        return read_many(store, listed)

    monkeypatch.setattr(Store, "read_many", told)
    archive.blame(NAME)
    ends = set(history.order) - {base for n in history.order for base in history.bases(n)}
    assert asked.count("delta.json") == len(with_delta(archive))
    whole = len(ends | {1, 8}) + 1  # the draft that is asked about, for its language
    assert asked.count("text.md") == asked.count("paragraphs.jsonl") == whole < LAST / 2


@pytest.mark.parametrize("until", ["begun", "ever"])
def test_an_archive_of_an_earlier_version_tells_the_same(
    archive: Archive, tmp_path: Path, until: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_archive(tmp_path / "earlier.git") as earlier:
        with monkeypatch.context() as patch:
            without(patch)
            begin(earlier)
            if until == "ever":
                go_on(earlier)
        if until == "begun":
            go_on(earlier)
        assert with_delta(earlier) == ({4, 5, 6, 7, 9, 10, 11} if until == "begun" else set())
        assert said(earlier) == said(archive)
        assert earlier.verify().faults == ()


def test_another_delta_is_a_fault(archive: Archive) -> None:
    def other(content: bytes) -> bytes:
        return json.dumps({"text.md": [], "paragraphs.jsonl": []}).encode()

    forge(archive, f"refs/tags/{NAME}/{LAST:04}", {"delta.json": other}, *TIP)
    the(faults(archive), "descent", LAST, "a delta.json that leads to something else than text.md and paragraphs.jsonl")
    with open_archive(archive.path) as again, pytest.raises(ArchiveError, match=r"lights@11 is damaged: delta\.json"):
        again.blame(NAME)


def test_a_delta_that_fits_nothing_is_a_fault(archive: Archive) -> None:
    forge(archive, f"refs/tags/{NAME}/{LAST:04}", {"delta.json": lambda _: b"{"}, *TIP)
    the(faults(archive), "descent", LAST, "delta.json does not lead from the base to the draft")
    with open_archive(archive.path) as again, pytest.raises(ArchiveError, match=r"lights@11 is damaged: delta\.json"):
        again.blame(NAME)


def test_a_delta_of_a_draft_without_base_is_a_fault(archive: Archive) -> None:
    forge(archive, f"refs/tags/{NAME}/0001", {"delta.json": lambda _: b"{}"}, f"refs/tags/{NAME}/0001")
    the(faults(archive), "descent", 1, "has a delta.json, but not one base")


def test_words_that_the_delta_does_not_know_are_noticed(archive: Archive) -> None:
    forge(archive, f"refs/tags/{NAME}/{LAST:04}", {"text.md": lambda old: old.replace(b"lamps", b"lumps")}, *TIP)
    with (
        open_archive(archive.path) as again,
        pytest.raises(ArchiveError, match="leads to something else"),
    ):
        again.blame(NAME)


TIP = (f"refs/tags/{NAME}/{LAST:04}", f"refs/heads/dossier/{NAME}", f"refs/newest/{NAME}")
