"""Words of the command line as files and resolutions."""

import errno
import io
import os
import sys
from pathlib import Path
from typing import IO

import pytest

from travaux.errors import ChoiceError, SourceError
from travaux.pipeline import files, load
from travaux_cli import drafts
from travaux_cli.drafts import Wanted, understood

DRAFT = """\
The General Assembly,

Recalling its resolution 91/14 of 2 December 2046,

1. Requests the Secretary-General to count the lighthouses;

2. Decides to remain seized of the matter.
"""
VOLUME = """\
2046/7

Counting of lighthouses

The Economic and Social Council,

1. Decides to count the lighthouses every year.

2046/8

Counting of buoys

The Economic and Social Council,

1. Decides to count the buoys every two years.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "draft.txt": DRAFT,
        "volume.txt": VOLUME,
        "volume.txt#2046": VOLUME,
        "a#b.txt": DRAFT,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    """What somebody types into standard input."""
    content = io.BytesIO(DRAFT.encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))
    return content


@pytest.mark.parametrize(
    ("word", "name", "key"),
    [
        ("draft.txt", "draft.txt", None),
        ("draft.txt#2046/7", "draft.txt", "2046/7"),
        ("a#b.txt", "a#b.txt", None),
        ("a#b.txt#1", "a#b.txt", "1"),
        ("volume.txt#2046/8", "volume.txt", "2046/8"),
        ("volume.txt#2046", "volume.txt#2046", None),
        ("volume.txt#2046#1", "volume.txt#2046", "1"),
        ("missing.txt#1", "missing.txt", "1"),
        ("missing.txt#1#2", "missing.txt", "1#2"),
        ("draft.txt#Counting of # things", "draft.txt", "Counting of # things"),
    ],
)
def test_an_existing_path_wins_over_the_number(folder: Path, word: str, name: str, key: str | None) -> None:
    assert understood(f"{folder}/{word}") == Wanted(f"{folder}/{name}", key)


@pytest.mark.parametrize(("word", "key"), [("-", None), ("-#2046/7", "2046/7"), ("-#1", "1")])
def test_standard_input_takes_a_number_too(word: str, key: str | None) -> None:
    assert understood(word) == Wanted("-", key)


def test_a_number_alone_is_a_name() -> None:
    assert understood("#no-such-file") == Wanted("#no-such-file")


def test_nothing_after_the_number_sign(folder: Path) -> None:
    with pytest.raises(ChoiceError, match="names no resolution after the #; say"):
        understood(f"{folder}/draft.txt#")


def test_two_resolutions_of_one_file(folder: Path) -> None:
    volume = f"{folder}/volume.txt"
    old, new = drafts.drafts([f"{volume}#2046/7", f"{volume}#2046/8"])
    assert (old.resolution.title, new.resolution.title) == ("Counting of lighthouses", "Counting of buoys")
    assert old.resolution.origin is not None
    assert old.resolution.origin.name == "volume.txt"


def test_a_file_named_twice_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    opened = drafts.opened
    monkeypatch.setattr(drafts, "opened", lambda name, *more: read.append(name) or opened(name, *more))
    drafts.drafts([f"{folder}/draft.txt"] * 2)
    assert len(read) == 1


def test_standard_input_is_a_draft(folder: Path, typed: io.BytesIO) -> None:
    old, new = drafts.drafts(["-", f"{folder}/draft.txt"])
    assert old.resolution.paragraphs == new.resolution.paragraphs
    assert old.resolution.origin is not None
    assert old.resolution.origin.name == "-"


def test_standard_input_can_be_read_once(typed: io.BytesIO) -> None:
    with pytest.raises(ChoiceError, match=r"standard input \(-\) can be read only once; give a file"):
        drafts.drafts(["-", "-#1"])


def test_a_wrong_number_lists_what_there_is_as_it_was_given(folder: Path) -> None:
    with pytest.raises(ChoiceError) as caught:
        drafts.drafts([f"{folder}/volume.txt#2046/9"])
    assert f"{folder}/volume.txt has no resolution 2046/9" in str(caught.value)
    assert f"{folder}/volume.txt#" in caught.value.hint


def test_a_text_without_resolutions_keeps_its_name_and_tells(folder: Path) -> None:
    (folder / "plain.txt").write_text("A list of lighthouses.\n\nA list of buoys.\n", encoding="utf-8")
    (draft,) = drafts.drafts([f"{folder}/plain.txt"])
    assert draft.resolution.origin is not None
    assert draft.resolution.origin.name == "plain.txt"
    assert any("no resolution" in notice for notice in draft.notices)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOENT, "there is no file {}"),
        (errno.ENOTDIR, "there is no file {}"),
        (errno.EACCES, "{} may not be read; its permissions or those of a folder above forbid it"),
        (errno.EIO, "{} could not be read: Input/output error"),
    ],
)
def test_faults_of_opening(folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str) -> None:
    def fail(path: Path, mode: str) -> IO[bytes]:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "open", fail)
    name = f"{folder}/draft.txt"
    with pytest.raises(SourceError) as caught:
        drafts.opened(name)
    assert str(caught.value) == sentence.format(name)


def test_a_directory(folder: Path) -> None:
    with pytest.raises(SourceError, match="is a directory; name a file in it"):
        drafts.opened(str(folder))


def test_no_more_is_read_than_the_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 2**20)
    (folder / "long.txt").write_bytes(b"x\n" * 2**20)
    with pytest.raises(SourceError, match=r"long\.txt is larger than 1 MiB; travaux reads texts of up to 48 MiB, Word"):
        drafts.opened(f"{folder}/long.txt")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x\n" * 2**20)))
    with pytest.raises(SourceError, match="standard input is larger than 1 MiB"):
        drafts.opened("-")


def test_the_library_understands_a_word_as_the_command_line_does(folder: Path) -> None:
    assert load(f"{folder}/volume.txt#2046#1").title == "Counting of lighthouses"
    assert load(f"{folder}/volume.txt#Counting of buoys").symbol == "E/RES/2046/8"
    with pytest.raises(ChoiceError, match="names no resolution after the #"):
        load(f"{folder}/draft.txt#")
    with pytest.raises(ChoiceError) as caught:
        load(f"{folder}/volume.txt")
    assert f"{folder}/volume.txt#2046/7" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("x\0y", "there is no file x\0y; no file can have such a name"),
        ("", "the name of a file is empty; name one"),
        ("x" * 5000, "no file can have a name of 5,000 characters; it begins with " + "x" * 60),
    ],
)
def test_names_that_no_file_has(name: str, sentence: str) -> None:
    for read in (load, drafts.opened):
        with pytest.raises(SourceError) as caught:
            read(name)
        assert str(caught.value) == sentence


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold for everybody")
def test_a_folder_that_may_not_be_searched(folder: Path) -> None:
    locked = folder / "locked"
    locked.mkdir()
    (locked / "draft.txt").write_text(DRAFT, encoding="utf-8")
    locked.chmod(0)
    try:
        with pytest.raises(SourceError, match="may not be read; its permissions or those of a folder above"):
            drafts.opened(f"{locked}/draft.txt")
    finally:
        locked.chmod(0o700)


def test_a_folder_that_may_not_be_searched_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """As above for a user whom permissions do not hold: asking the path what it is fails in the same way."""

    def fail(path: Path, *_: object, **__: object) -> IO[bytes]:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    for method in ("open", "stat", "is_dir"):
        monkeypatch.setattr(Path, method, fail)
    with pytest.raises(SourceError, match="may not be read"):
        drafts.opened("locked/draft.txt")


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_not_utf_8(folder: Path) -> None:
    name = os.fsencode(folder) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text(DRAFT, encoding="utf-8")
    source = drafts.opened(os.fsdecode(name))
    assert source.origin.name == "caf\\xe9.txt"
