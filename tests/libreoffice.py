"""What LibreOffice, an independent judge, makes of Word files when all tracked changes are accepted, or rejected.

The judge sees a copy in which each reference to a note stands as words and the notes stand behind the text, so that one
look tells the words, the place of each note and the words of each note. Automatic numbers are taken out: they are
Word's matter, not the redline's.
"""

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from lxml import etree

from wordfiles import W

JUDGE = Path(__file__).resolve().parents[2] / "shared" / "tools" / "word_truth.py"
PYTHON = Path("/usr/bin/python3")
"""The interpreter that has LibreOffice's `uno` module."""

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None or not JUDGE.exists() or not PYTHON.exists(),
    reason="LibreOffice, its Python module or the judge of ../shared is not there",
)

State = Literal["accept", "reject"]
_NOTES = "¤¤¤"
_REFERENCE = re.compile(r"⟦(\w+?:-?\d+)⟧")


def judged(state: State, files: Sequence[bytes]) -> list[list[str]]:
    """Return the lines of each file in a state; blank ones are left out, spaces are single.

    A note stands in braces where it is referred to: `The report{A/99/1, annex.};`. A reference to a note that is not
    in the file shows as `{?}`.
    """
    if not files:
        return []
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.docx" for number in range(len(files))]
        for path, content in zip(paths, files, strict=True):
            path.write_bytes(_shown(content))
        done = subprocess.run(
            [str(PYTHON), str(JUDGE), state, *map(str, paths)], capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stderr or done.stdout
    texts = done.stdout.split("\f")
    assert len(texts) == len(files)
    return [_lines(text) for text in texts]


def _lines(text: str) -> list[str]:
    words, _, notes = text.partition(_NOTES)
    bodies: dict[str, str] = {}
    key = ""
    for line in notes.splitlines():
        for before, name in zip([*_REFERENCE.split(line)][::2], [*_REFERENCE.findall(line), ""], strict=True):
            bodies[key] = f"{bodies.get(key, '')} {before}"
            key = name or key
    told = _REFERENCE.sub(lambda m: "{" + " ".join(bodies.get(m[1], "?").split()) + "}", words)
    return [line for line in (" ".join(line.split()) for line in told.splitlines()) if line]


def _shown(content: bytes) -> bytes:
    """The copy that the judge sees."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        names = archive.namelist()
        document = etree.fromstring(archive.read("word/document.xml"))
        body = document.find(_w("body"))
        assert body is not None
        _spell(document)
        behind = [_said(_NOTES)]
        for kind in ("footnote", "endnote"):
            path = f"word/{kind}s.xml"
            if path in names:
                for note in etree.fromstring(archive.read(path)).iterfind(_w(kind)):
                    _spell(note)
                    behind += [_said(f"⟦{kind}:{note.get(_w('id'))}⟧"), *note]
        body[len(body) :] = [*behind, *(e for e in body if e.tag == _w("sectPr"))]
        for name in names:
            inside = archive.read(name)
            if name == "word/document.xml":
                inside = etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)
            elif name == "word/numbering.xml":
                inside = re.sub(rb"(<(?:\w+:)?numbering\b[^>]*?)/?>.*", rb"\1/>", inside, flags=re.DOTALL)
            copy.writestr(name, inside)
    return out.getvalue()


def _spell(part: etree._Element) -> None:
    for kind in ("footnote", "endnote"):
        for reference in list(part.iter(_w(f"{kind}Reference"))):
            gone = any(a.tag == _w("del") for a in reference.iterancestors())
            reference.addnext(_words(f"⟦{kind}:{reference.get(_w('id'))}⟧", "delText" if gone else "t"))
            parent = reference.getparent()
            assert parent is not None
            parent.remove(reference)


def _said(words: str) -> etree._Element:
    paragraph = etree.Element(_w("p"))
    etree.SubElement(paragraph, _w("r")).append(_words(words, "t"))
    return paragraph


def _words(words: str, tag: str) -> etree._Element:
    element = etree.Element(_w(tag))
    element.text = words
    return element


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
