"""Word files that mean harm, or came to some: one sentence, soon, and nothing of the machine in it."""

import io
import os
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.errors import SourceError
from travaux.pipeline import parse, read, read_path
from travaux.readers.word import package
from wordfiles import body, docx, numbering, part, word

PLAIN = "<w:p><w:r><w:t>Lanterns</w:t></w:r></w:p>"


def refused(content: bytes) -> str:
    with pytest.raises(SourceError) as error:
        read("draft.docx", content)
    assert "\n" not in str(error.value)
    return str(error.value)


def document(inside: str, doctype: str = "", **parts: str) -> bytes:
    xml = part("document", f"<w:body>{inside}</w:body>").replace("<w:document", f"{doctype}<w:document", 1)
    return docx({"word/document.xml": xml, **parts})


def test_a_bomb_of_zeros_is_not_unpacked_whole() -> None:
    assert "unpacks to more than 48 MiB" in refused(document("<w:p><w:r><w:t>" + "a" * (package.MAX_XML + 1)))


def test_the_limit_is_of_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_XML", 20_000)
    filler = f"<!--{'a' * 12_000}-->"
    parts = {f"word/{kind}.xml": part(kind, filler) for kind in ("styles", "numbering")}
    parts["word/document.xml"] = part("document", f"<w:body>{PLAIN}</w:body>")
    assert "unpacks to more" in refused(docx(parts, relations={"styles": "styles.xml", "numbering": "numbering.xml"}))


def test_pictures_are_never_unpacked() -> None:
    content = docx(
        {"word/document.xml": part("document", f"<w:body>{PLAIN}</w:body>"), "word/media/1": "a" * 50_000_000}
    )
    assert [b.text for b in read("draft.docx", content).blocks] == ["Lanterns"]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
    ],
)
def test_entities_of_its_own_are_refused(doctype: str) -> None:
    assert "declares entities of its own" in refused(document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", doctype))


def test_entities_in_another_encoding_are_refused() -> None:
    xml = part("document", f"<w:body>{PLAIN}</w:body>").replace("UTF-8", "UTF-16")
    xml = xml.replace("<w:document", "<!DOCTYPE x [<!ENTITY a 'aa'>]><w:document", 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", xml.encode("utf-16"))
    assert "declares entities of its own" in refused(out.getvalue())


def test_tables_in_tables_without_end() -> None:
    open_, close = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    assert "is nested too deeply" in refused(document(open_ * 1000 + PLAIN + close * 1000))
    found = read("draft.docx", document(open_ * 80 + PLAIN + close * 80))
    assert [b.text for b in found.blocks] == ["Lanterns"]


def test_a_paragraph_of_a_million_runs() -> None:
    run = "<w:r><w:t>a</w:t></w:r>"
    assert "more than 1,000,000 tags" in refused(document(f"<w:p>{run * 300_000}</w:p>"))
    found = read("draft.docx", document(f"<w:p>{run * 50_000}</w:p>"))
    assert found.blocks[0].text == "a" * 50_000


def test_more_parts_than_any_file_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PARTS", 10)
    assert "has more than 10 parts" in refused(document(PLAIN, **{f"x{n}": "" for n in range(10)}))


def test_a_file_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_BYTES", 2**20)
    assert refused(document(PLAIN) + bytes(2**20)).startswith(
        "draft.docx is 1 MiB long; travaux reads Word files up to"
    )


@pytest.mark.parametrize("share", [0.01, 0.6, 0.9, 0.99])
def test_a_file_cut_off(share: float) -> None:
    content = document(PLAIN * 5000)
    said = refused(content[: int(len(content) * share)])
    assert "is a piece of a zipped file" in said if share < 0.1 else "is a damaged Word file: it is cut off" in said


def test_a_member_that_cannot_be_unpacked() -> None:
    content = document(PLAIN * 500)
    at = content.index(b"word/document.xml") + 40
    assert "word/document.xml cannot be unpacked" in refused(content[:at] + bytes(8) + content[at + 8 :])


def test_a_member_that_is_locked() -> None:
    content = bytearray(document(PLAIN))
    at = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4) + 4)
    content[at + 8] |= 1
    assert "is locked with a password" in refused(bytes(content))


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ("<w:document", "is no sound XML"),
        ("", "is no sound XML"),
        ("<x/>", "it has no text"),
        (part("document", "<w:body/>"), "holds no text"),
    ],
)
def test_a_main_part_without_a_text(xml: str, what: str) -> None:
    assert what in refused(docx({"word/document.xml": xml}))


def test_a_part_that_points_to_itself_or_outside_is_harmless() -> None:
    content = docx(
        {"word/document.xml": part("document", f"<w:body>{PLAIN}</w:body>")},
        relations={"styles": "document.xml", "numbering": "../../../../etc/passwd", "footnotes": "/word/document.xml"},
    )
    assert [b.text for b in read("draft.docx", content).blocks] == ["Lanterns"]


def test_a_symlink_that_points_to_itself(tmp_path: Path) -> None:
    loop = tmp_path / "loop.docx"
    loop.symlink_to(loop)
    with pytest.raises(SourceError, match=r"loop\.docx"):
        read_path(loop)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.docx"
    os.mkfifo(pipe)
    with pytest.raises(SourceError, match=r"pipe\.docx is a pipe that nobody writes to"):
        read_path(pipe)


NESTING = (
    "p", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "moveFrom", "moveTo", "r", "hyperlink", "txbxContent",
    "pict", "body",
)  # fmt: skip
XML = st.recursive(
    st.sampled_from(
        [
            "<w:r><w:t>a</w:t></w:r>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:br/></w:r>",
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:sym w:char="zz"/></w:r>',
            "<w:r><w:delText>d</w:delText></w:r>", "<w:r><w:instrText>NOTEREF</w:instrText></w:r>",
            '<w:pPr><w:numPr><w:ilvl w:val="12"/><w:numId w:val="1"/></w:numPr></w:pPr>', "<w:altChunk/>",
            "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:pPr><w:sectPr/></w:pPr>",
        ]
    ),
    lambda inner: st.tuples(
        st.sampled_from(NESTING),
        st.lists(inner, max_size=4),
    ).map(lambda pair: f"<w:{pair[0]}>{''.join(pair[1])}</w:{pair[0]}>"),
    max_leaves=30,
)  # fmt: skip


@given(st.lists(XML, max_size=6), st.sampled_from(["accepted", "original"]))
@settings(max_examples=100, deadline=None)
def test_any_order_of_elements_is_read_or_refused(inside: list[str], state: str) -> None:
    lists = numbering('1: decimal "%1." | lowerLetter "(%2)"')
    parts = {"word/numbering.xml": part("numbering", lists)}
    parts["word/document.xml"] = part("document", f"<w:body>{body('Lanterns')}{''.join(inside)}</w:body>")
    content = docx(parts, relations={"numbering": "numbering.xml"})
    parse(read("draft.docx", content, {"revisions": state}))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_damaged_bytes_end_in_a_sentence(data: st.DataObject) -> None:
    content = bytearray(word("#1.0 Lanterns[^1]\n| a | b |", lists='1: decimal "%1."', notes="1: A/99/1."))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(SourceError):
        parse(read("draft.docx", bytes(content)))
