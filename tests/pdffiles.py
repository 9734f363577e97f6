"""PDF files written by hand: each line says where it stands, `left base size: words`.

Among the words `*...*` is italic, `**...**` bold, and `^3^` a raised sign. `rule left right height` draws a thin line.
Lengths are in points, heights from the foot of a page of 612 to 792.
"""

import re
from collections.abc import Sequence

_LINE = re.compile(r"(?P<left>[\d.]+) (?P<base>[\d.]+) (?P<size>[\d.]+): (?P<words>.*)")
_RULE = re.compile(r"rule ([\d.]+) ([\d.]+) ([\d.]+)")
_PART = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\^(?P<raised>.+?)\^|(?P<plain>[^*^]+|.)")
_FONTS = {"plain": "F1", "raised": "F1", "italic": "F2", "bold": "F3"}


def pdf(*pages: str) -> bytes:
    """Return a PDF file with these pages."""
    return from_streams([_stream(page) for page in pages])


def from_streams(streams: Sequence[bytes], *, trailer: str = "") -> bytes:
    """Return a PDF file of which each page has this content."""
    count = len(streams)
    fonts = "".join(f"/F{n} {2 + n} 0 R" for n in (1, 2, 3))
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<<{fonts}>>>>/Contents {{}} 0 R>>"
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(count))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {count}>>"]
    names = ("Roman", "Italic", "Bold")
    objects += [f"<</Type/Font/Subtype/Type1/BaseFont/Times-{name}/Encoding/WinAnsiEncoding>>" for name in names]
    parts = [part.encode("latin-1") for part in objects]
    for number, stream in enumerate(streams):
        parts.append(page.format(7 + 2 * number).encode())
        parts.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream))
    return from_objects(parts, trailer=trailer)


def from_objects(objects: Sequence[bytes], *, trailer: str = "") -> bytes:
    """Return a PDF file with these objects, the first of which is its catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF"
    return out + head + table + tail.encode()


def _stream(page: str) -> bytes:
    """The content of a page."""
    drawn = []
    for row in filter(None, page.split("\n")):
        if rule := _RULE.fullmatch(row):
            left, right, height = rule.groups()
            drawn.append(f"0.5 w {left} {height} m {right} {height} l S")
            continue
        line = _LINE.fullmatch(row)
        assert line is not None, row
        drawn.append(f"BT {line['left']} {line['base']} Td {' '.join(_parts(line['words'], float(line['size'])))} ET")
    return "\n".join(drawn).encode("cp1252")


def _parts(words: str, size: float) -> list[str]:
    parts = []
    for match in _PART.finditer(words):
        kind = str(match.lastgroup)
        text = match[kind].replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        raised = kind == "raised"
        parts.append(
            f"/{_FONTS[kind]} {size * 0.65 if raised else size} Tf {0.35 * size if raised else 0} Ts ({text}) Tj"
        )
    return parts
