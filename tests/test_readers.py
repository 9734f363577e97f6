"""Reading: from bytes to blocks, and what is refused."""

import codecs
import re
from collections.abc import Callable

import pytest

from travaux.errors import FormatError, SourceError
from travaux.model.document import Source
from travaux.pipeline import read, read_path
from travaux.readers import READERS, decoding, reader
from travaux.readers import text as plain_text

WORDS = "Recalling the “Valletta Declaration” on Côte d’Ivoire,"


def texts(content: bytes | str) -> list[str]:
    return [block.text for block in source(content).blocks]


def source(content: bytes | str) -> Source:
    return read("draft.txt", content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize("name", READERS)
def test_every_reader_keeps_the_bytes_and_says_its_name(name: str) -> None:
    found = reader(name)
    assert found.name == name
    assert found.title
    assert all(suffix.startswith(".") for suffix in found.suffixes)


def test_there_is_no_such_reader() -> None:
    with pytest.raises(FormatError, match="no reader called stone; it has text"):
        reader("stone")


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
        lambda text: codecs.BOM_UTF32_BE + text.encode("utf-32-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_encodings_that_say_what_they_are(encode: Callable[[str], bytes]) -> None:
    content = encode(WORDS)
    found = source(content)
    assert [block.text for block in found.blocks] == [WORDS]
    assert found.content == content
    assert found.notices == ()


def test_an_encoding_that_has_to_be_guessed_is_told() -> None:
    text = f"{WORDS}\n\nDéclare que les lumières éclairent la nuit, été comme hiver.\n" * 5
    found = source(text.encode("cp1252"))
    assert "lumières éclairent" in found.blocks[1].text
    (notice,) = found.notices
    assert notice.code == "encoding"
    assert re.fullmatch(
        r"draft\.txt is not valid UTF-8 \(first fault at byte \d+\); it was read as \S+\.", notice.message
    )


FRENCH = "L’Assemblée générale, rappelant sa résolution 98/12, prie l’État hôte de compter les phares – tous."
RUSSIAN = "Генеральная Ассамблея, ссылаясь на свою резолюцию 98/12, просит Генерального секретаря подсчитать маяки."
ENGLISH = "The Assembly requests the Secretary-General’s report on “all buoys” – and on those of Côte d’Ivoire."


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (ENGLISH, "cp1252"),
        ("Noting the Secretary-General’s report on buoys;", "cp1252"),
        ("Noting the report on the buoys of Côte d'Ivoire;", "latin-1"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (FRENCH.replace("’", "'").replace("–", "-"), "cp850"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("大会，回顾其2043年12月22日第98/12号决议，请秘书长统计灯塔的数目。", "gb18030"),
        ("إن الجمعية العامة، إذ تشير إلى قرارها 98/12، تطلب إلى الأمين العام أن يحصي المنارات", "cp1256"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (RUSSIAN, "utf-16-le"),
        (ENGLISH, "utf-32-le"),
    ],
)
def test_the_encoding_is_guessed_from_the_words(words: str, encoding: str) -> None:
    found = source(words.encode(encoding))
    assert found.blocks[0].text == words
    (notice,) = found.notices
    assert notice.code == "encoding"


def test_one_damaged_byte_does_not_change_the_reading_of_the_others() -> None:
    found = source(f"{FRENCH}\n\n".encode() * 3 + b"ph\xe9re")
    assert found.blocks[0].text == FRENCH
    assert found.blocks[3].text == "ph\ufffdre"
    assert found.notices[0].message.endswith("it was read as utf-8.")


def test_a_broken_mark_is_no_fault() -> None:
    assert source(codecs.BOM_UTF8 + WORDS.encode() + b"\xff").notices[0].code == "encoding"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "draft.txt is empty"),
        (b" \n\t\r\n", "draft.txt holds nothing but blanks"),
        ("\u00a0\n".encode(), "draft.txt holds nothing but blanks"),
        (b"PK\x03\x04rest", "draft.txt is a piece of a zipped file"),
        (b"PK\x05\x06" + bytes(18), "draft.txt is an empty zip file"),
        (b"%PDF-1.7\n", "draft.txt is a damaged PDF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "draft.txt is an old Office file, not plain text"),
        (b"\xffWPC", "draft.txt is a WordPerfect file"),
        (b"{\\rtf1\\ansi", "draft.txt is a Rich Text file"),
        (b"\x89PNG\r\n\x1a\n", "draft.txt is a picture"),
        (b"\xff\xd8\xff\xe0", "draft.txt is a picture"),
        (b"GIF89a", "draft.txt is a picture"),
        (b"\x1f\x8b\x08", "draft.txt is a compressed file"),
        (b"<!DOCTYPE html><html>", "draft.txt holds no text"),
        (b"\n <html lang='en'>", "draft.txt holds no text"),
        (b"<?xml version='1.0'?>", "draft.txt is an XML file, not plain text"),
        (b"The General\x00Assembly,", "draft.txt is not text: it holds zero bytes"),
        (bytes(range(1, 32)) * 40 + b"\xff\xfe\xfd", "draft.txt is not text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(content: bytes, what: str) -> None:
    with pytest.raises(SourceError) as refused:
        source(content)
    assert refused.value.message.startswith(what)
    assert "\n" not in str(refused.value)
    assert not refused.value.message.endswith(".")


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 3 * 2**20)
    source("x\n" * 2**20)
    with pytest.raises(SourceError, match=r"draft\.txt is 4 MiB long; travaux reads texts of up to 3 MiB; split it"):
        source("x\n" * 2**21)


def test_a_line_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "MAX_LINE", 1000)
    with pytest.raises(SourceError, match=r"line 3 of draft\.txt has 1,001 characters"):
        source("a\n\n" + "b" * 1001)


@pytest.mark.parametrize(("make", "what"), [("missing", "there is no file"), ("directory", "is a directory")])
def test_paths_that_cannot_be_read(make: str, what: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("drafts")
    with pytest.raises(SourceError, match=what):
        read_path(path if make == "directory" else path / "draft.txt")


def test_blocks_stand_between_blank_lines_and_know_their_lines() -> None:
    found = source("one\ntwo \n\n \t\nthree\r\n\r\nfour\rfive\x0csix\u2028seven\n").blocks
    assert [(b.text, b.place.line, b.place.page) for b in found] == [
        ("one\ntwo", 1, 1),
        ("three", 5, 1),
        ("four\nfive", 7, 1),
        ("six\nseven", 8, 2),
    ]


def test_a_text_without_form_feeds_has_no_pages() -> None:
    assert [b.place.page for b in source("one\n\ntwo").blocks] == [None, None]


def test_headings_and_quotations_of_markdown() -> None:
    found = source("# Lanterns #\n## Of harbours\ntext\n\n> “quoted\n> lines”\n\n#5 is no heading").blocks
    assert [(b.text, b.style) for b in found] == [
        ("Lanterns", "heading 1"),
        ("Of harbours", "heading 2"),
        ("text", None),
        ("“quoted\nlines”", None),
        ("#5 is no heading", None),
    ]


def test_notes_of_markdown_stand_apart() -> None:
    found = source("Text[^1] and[^wick].\n\n[^1]: A/99/1,\nannex.\n[^wick]: See A/99/2.\n\nMore.")
    assert [(n.number, n.text, n.place.line) for n in found.notes] == [
        ("1", "A/99/1, annex.", 3),
        ("wick", "See A/99/2.", 5),
    ]
    assert [b.text for b in found.blocks] == ["Text[^1] and[^wick].", "More."]


@pytest.mark.parametrize(
    ("printed", "plain", "marked"),
    [
        ("*Decides* to act", "Decides to act", [("italic", "Decides")]),
        ("_Decides_ to act", "Decides to act", [("italic", "Decides")]),
        ("**Decides** to act", "Decides to act", [("bold", "Decides")]),
        ("***Decides*** to act", "Decides to act", [("bold", "Decides"), ("italic", "Decides")]),
        ("*Takes note\nof* it", "Takes note\nof it", [("italic", "Takes note\nof")]),
        ("*Guide*, and *Map*", "Guide, and Map", [("italic", "Guide"), ("italic", "Map")]),
    ],
)
def test_emphasis_becomes_marks(printed: str, plain: str, marked: list[tuple[str, str]]) -> None:
    (block,) = source(printed).blocks
    assert block.text == plain
    assert sorted((m.kind, block.text[m.start : m.end]) for m in block.marks) == marked


@pytest.mark.parametrize(
    "text",
    [
        "Austria*, Belgium* and Chad*: draft resolution",
        "A/RES/69/250*",
        "* Reissued for technical reasons.",
        "* * *",
        "**",
        "file_name_of_it",
        "__________________",
        "5 * 3 * 2",
        "a * b*",
    ],
)
def test_asterisks_and_underscores_that_are_no_emphasis_stay(text: str) -> None:
    (block,) = source(text).blocks
    assert (block.text, block.marks) == (text, ())


def test_the_origin_names_the_file_and_hashes_its_bytes() -> None:
    origin = source("x").origin
    assert (origin.name, origin.format, origin.options) == ("draft.txt", "text", {})
    assert origin.sha256 == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
