"""Which format bytes are in, whatever the file is called; and LibreOffice as a converter."""

import shutil
import stat
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from travaux.errors import SourceError
from travaux.pipeline import read
from travaux.readers import READERS, reader
from travaux.readers.formats import FORMATS, format_named, format_of
from travaux.readers.office import converted
from wordfiles import word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
SOFFICE = shutil.which("soffice")


def archive(**members: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for path, content in members.items():
            made.writestr(path.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (word("Lanterns"), "word"),
        (word("Lanterns")[:-300], "word"),
        (archive(word__document2_xml="<x/>"), "word"),
        (archive(xl__workbook_xml="<x/>"), "spreadsheet"),
        (archive(ppt__presentation_xml="<x/>"), "presentation"),
        (archive(draft="PK word/document.xml"), "zip"),
        (b"PK\x03\x04" + bytes(99), "cut zip"),
        (b"PK\x05\x06" + bytes(18), "empty zip"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (OLE, "office"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xffWPC\x10", "wordperfect"),
        (b"{\\rtf1 Lanterns}", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08", "packed"),
        (b"\xef\xbb\xbf\n<!-- saved --><!DOCTYPE html>\n<html>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', "html"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "word xml"),
        (b'<?xml version="1.0"?>\n<office:document xmlns:office="x">', "flat odt"),
        (b'<?xml version="1.0"?><akomaNtoso>', "xml"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "web archive"),
        (b"The General Assembly,", "text"),
        (b"<3 lanterns", "text"),
        (b"", "text"),
    ],
)
def test_bytes_tell_their_format(content: bytes, name: str) -> None:
    assert format_of(content).name == name


def test_every_reader_is_a_format_and_knows_its_own() -> None:
    names = [found.name for found in FORMATS]
    assert set(READERS) <= set(names)
    assert len(set(names)) == len(names)
    for name in READERS:
        (form,) = (found for found in FORMATS if found.name == name)
        assert set(reader(name).suffixes) <= set(form.suffixes)


def test_a_name_promises_a_format() -> None:
    found = format_named("Draft.DOCX")
    assert found is not None
    assert found.name == "word"
    assert format_named("draft.tmp") is None


def test_what_is_read_although_its_name_promises_something_else_is_told() -> None:
    (notice,) = read("draft.txt", word("Lanterns")).notices
    assert (notice.code, notice.message) == (
        "suffix",
        "draft.txt is a Word file, although its name is that of plain text.",
    )
    assert read("draft.docx", b"Lanterns").notices[0].message.startswith("draft.docx is plain text, although")
    assert read("draft", word("Lanterns")).notices == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x1f\x8b\x08", "draft.docx is a compressed file, not a Word file; unpack it"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            (
                "draft.docx is a Word or other Office file locked with a password; "
                "save a copy without the password and give that"
            ),
        ),
        (
            b"{\\rtf1 Lanterns}",
            (
                "draft.docx is a Rich Text file, not a Word file; "
                "install LibreOffice, with which travaux converts it, or save it as .docx"
            ),
        ),
    ],
)
def test_what_is_not_read_is_told_as_what_it_is(content: bytes, said: str) -> None:
    with pytest.raises(SourceError) as error:
        read("draft.docx", content)
    assert str(error.value) == said


def _program(folder: Path, script: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_a_converter_makes_a_word_file(tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(word("Lanterns"))
    program = _program(
        tmp_path,
        "import pathlib, shutil, sys\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        f"out.mkdir()\nshutil.copy({str(made)!r}, out / 'draft.docx')",
    )
    content = b"{\\rtf1 Lanterns}"
    found = read("draft.rtf", content, office=program)
    assert [b.text for b in found.blocks] == ["Lanterns"]
    assert (found.content, found.origin.format) == (content, "word")
    assert found.origin.sha256 != read("made.docx", word("Lanterns")).origin.sha256
    assert [n.message for n in found.notices] == [
        "draft.rtf is a Rich Text file; it was read as LibreOffice converts it to Word."
    ]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("", "LibreOffice makes nothing of draft.rtf; open it in a word processor and save it as .docx"),
        (
            "import time; time.sleep(60)",
            "LibreOffice did not convert draft.rtf in 1 s; save it as .docx yourself and give that",
        ),
    ],
)
def test_a_converter_that_fails(script: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        converted(b"{\\rtf1}", ".rtf", "draft.rtf", _program(tmp_path, script), 1)
    assert str(error.value) == said


def test_a_converter_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="LibreOffice does not start: No such file"):
        converted(b"{\\rtf1}", ".rtf", "draft.rtf", str(tmp_path / "none"))


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", [".doc", ".odt", ".rtf", ".fodt"])
def test_old_and_foreign_formats_are_read_by_libreoffice(suffix: str, tmp_path: Path) -> None:
    lines = "#1.0 Counts the *lanterns*;[^1]\n#1.1 of harbours\n#1.0 Paints them."
    given = tmp_path / "draft.docx"
    given.write_bytes(word(lines, lists='1: decimal "%1." | lowerLetter "(%2)"', notes="1: A/99/1."))
    assert SOFFICE is not None
    profile = (tmp_path / "profile").as_uri()
    command = [
        SOFFICE,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        suffix[1:],
        "--outdir",
        tmp_path,
        given,
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    content = given.with_suffix(suffix).read_bytes()
    found = read(f"draft{suffix}", content, office=SOFFICE)
    assert [(b.label, b.text.strip()) for b in found.blocks] == [
        ("1.", "Counts the lanterns;"),
        ("(a)", "of harbours"),
        ("2.", "Paints them."),
    ]
    assert [(n.number, n.text) for n in found.notes] == [("1", "A/99/1.")]
