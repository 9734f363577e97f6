"""A program of its own: reads a PDF from standard input, writes what stands where, one page a line, to standard output.

It runs as a process of its own because the library below it is machine code that a hostile file may bring down, and so
that its time and memory can be bounded. Its first line of input is JSON: `folders` where packages are found, and the
limits. Every line of output is JSON: first `{"pages": 3}` or `{"error": "password"}`, then the pages in order. A
process that ends early has written fewer lines.
"""

import ctypes
import json
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

ITALIC, BOLD, BARCODE, UNSEEN, SIDEWAYS = 1, 2, 4, 8, 16
"""What is told of a run, added up."""

CLOSE = 0.12
"""Widest gap inside a run, in its font size; above, the run is cut, and the reader decides. Range .05-.2."""

_ITALIC_FLAG, _FORCE_BOLD, _BOLD_WEIGHT = 1 << 6, 1 << 18, 600
_UNSEEN_MODE, _PATH = 3, 2
_THIN, _RULE_WIDTH = 2.0, 30.0
_HYPHEN = 2
_NO_CHARACTER = 0xFFFE
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_PLAIN = frozenset(range(0x20, 0x7F)) - {ord("-")}
"""Characters that need no second look, unless their text object is a new one."""

_ERRORS = {4: "password", 5: "password"}


class _Look(NamedTuple):
    """How the characters of one text object look."""

    size: float
    style: int


def main() -> None:
    """Answer for one file."""
    with open(0, "rb") as given, open(1, "w", encoding="utf-8") as answers:
        order = json.loads(given.readline())
        sys.path[:0] = order["folders"]
        clock = _limited(order)
        for line in _answers(given.read(), order, clock):
            json.dump(line, answers, ensure_ascii=True, separators=(",", ":"))
            answers.write("\n")
            answers.flush()


def _limited(order: dict[str, Any]) -> Any:
    """Bound the memory of this process, and return what bounds its time before each page, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
        import signal  # noqa: PLC0415
    except ImportError:
        return lambda _page: None
    resource.setrlimit(resource.RLIMIT_AS, (order["memory"], order["memory"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def wind(page: int) -> None:
        used = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        left = order["seconds"] + page * order["seconds_a_page"] - used
        signal.setitimer(signal.ITIMER_PROF, max(left, 0.01))

    return wind


def _answers(content: bytes, order: dict[str, Any], clock: Any) -> Iterator[dict[str, Any]]:
    clock(0)
    import pypdfium2.raw as pdf  # type: ignore[import-untyped]  # found only now  # noqa: PLC0415

    pdf.FPDF_InitLibraryWithConfig(pdf.FPDF_LIBRARY_CONFIG(version=2))
    document = pdf.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        yield {"error": _ERRORS.get(pdf.FPDF_GetLastError(), "damaged")}
        return
    count = pdf.FPDF_GetPageCount(document)
    yield {"pages": count}
    left = order["characters"]
    for number in range(min(count, order["pages"])):
        clock(number)
        page = pdf.FPDF_LoadPage(document, number)
        if not page:
            yield {"error": "page"}
            continue
        told = _page(pdf, page, left)
        if len(told["runs"]) > order["runs"]:
            yield {"error": "runs"}
            return
        left -= sum(len(run[0]) for run in told["runs"])
        pdf.FPDF_ClosePage(page)
        yield told
        if left <= 0:
            yield {"error": "characters"}
            return


def _page(pdf: Any, page: Any, most: int) -> dict[str, Any]:
    text = pdf.FPDFText_LoadPage(page)
    if not text:
        return {"error": "page", "runs": []}
    turned = pdf.FPDFPage_GetRotation(page)
    width, height = pdf.FPDF_GetPageWidthF(page), pdf.FPDF_GetPageHeightF(page)
    runs, unknown = _runs(pdf, text, _turn(turned, width, height), most)
    told = {
        "width": round(width, 1),
        "height": round(height, 1),
        "runs": runs,
        "unknown": unknown,
        "rules": _rules(pdf, page) if not turned else [],
        "objects": pdf.FPDFPage_CountObjects(page),
    }
    pdf.FPDFText_ClosePage(text)
    return told


def _turn(turned: int, width: float, height: float) -> Any:
    """From the place of a character to its place on the page as it is shown."""
    return {
        0: lambda x, y: (x, y),
        1: lambda x, y: (y, height - x),
        2: lambda x, y: (width - x, height - y),
        3: lambda x, y: (width - y, x),
    }[turned]


def _runs(pdf: Any, text: Any, turn: Any, most: int) -> tuple[list[list[Any]], int]:
    """Characters that follow each other on one line and look alike, as [words, left, right, base line, size, style]."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdf.FS_RECTF()
    looks: dict[int, _Look] = {}
    runs: list[list[Any]] = []
    unknown = 0
    last: int | None = None
    look = _Look(0.0, 0)
    for at in range(min(pdf.FPDFText_CountChars(text), most)):
        if pdf.FPDFText_IsGenerated(text, at) == 1:
            continue
        thing = pdf.FPDFText_GetTextObject(text, at)
        key = ctypes.addressof(thing.contents) if thing else 0
        code = pdf.FPDFText_GetUnicode(text, at)
        if key == last and code in _PLAIN:
            character = chr(code)
        else:
            character, known = _character(pdf, text, at, code)
            unknown += not known
        if key != last or not key:
            if key not in looks or not key:
                looks[key] = _look(pdf, text, at, thing)
            look, last = looks[key], key
        pdf.FPDFText_GetCharOrigin(text, at, x, y)
        pdf.FPDFText_GetLooseCharBox(text, at, box)
        if look.style & SIDEWAYS:
            left, base = x.value, y.value
            right = left
        else:
            (left, base), (right, _) = turn(x.value, y.value), turn(box.right, y.value)
            right = max(left, right)
        run = runs[-1] if runs else None
        if (
            run is not None
            and abs(run[3] - base) < 0.05
            and run[4] == look.size
            and run[5] == look.style
            and -CLOSE * look.size < left - run[2] < CLOSE * look.size
        ):
            run[0] += character
            run[2] = right
        else:
            runs.append([character, left, right, base, look.size, look.style])
    for run in runs:
        run[1:4] = [round(value, 2) for value in run[1:4]]
    return runs, unknown


def _character(pdf: Any, text: Any, at: int, code: int) -> tuple[str, bool]:
    """A character, and whether the file says what it is."""
    if code in (_HYPHEN, _NO_CHARACTER) or pdf.FPDFText_IsHyphen(text, at) == 1:
        return "-", True
    if code in _LIGATURES:
        return _LIGATURES[code], True
    if code in (9, 10, 11, 12, 13, 160):
        return "\u00a0" if code == 160 else " ", True
    if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or pdf.FPDFText_HasUnicodeMapError(text, at) == 1:
        return "\ufffd", False
    return chr(code), True


def _look(pdf: Any, text: Any, at: int, thing: Any) -> _Look:
    matrix = pdf.FS_MATRIX()
    size = pdf.FPDFText_GetFontSize(text, at)
    style = 0
    if pdf.FPDFText_GetMatrix(text, at, matrix):
        across, along = abs(matrix.a), abs(matrix.b)
        upright = (matrix.c**2 + matrix.d**2) ** 0.5
        size *= upright or 1.0
        angle = pdf.FPDFText_GetCharAngle(text, at)
        if along > across and angle > 0:
            style |= SIDEWAYS
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdf.FPDFText_GetFontInfo(text, at, name, 128, flags)
    called = name.value.decode("latin-1").lower()
    if flags.value & _ITALIC_FLAG or "italic" in called or "oblique" in called:
        style |= ITALIC
    if flags.value & _FORCE_BOLD or "bold" in called or pdf.FPDFText_GetFontWeight(text, at) >= _BOLD_WEIGHT:
        style |= BOLD
    if "barcode" in called or "code39" in called or "3of9" in called:
        style |= BARCODE
    if thing and pdf.FPDFTextObj_GetTextRenderMode(thing) == _UNSEEN_MODE:
        style |= UNSEEN
    return _Look(round(size, 1), style)


def _rules(pdf: Any, page: Any) -> list[list[float]]:
    """Thin lines drawn across the page, as [left, right, height]."""
    sides = [ctypes.c_float() for _ in range(4)]
    found = []
    for at in range(min(pdf.FPDFPage_CountObjects(page), 5000)):
        thing = pdf.FPDFPage_GetObject(page, at)
        if pdf.FPDFPageObj_GetType(thing) == _PATH and pdf.FPDFPageObj_GetBounds(thing, *sides):
            left, bottom, right, top = (side.value for side in sides)
            if top - bottom <= _THIN and right - left >= _RULE_WIDTH:
                found.append([round(left, 1), round(right, 1), round((top + bottom) / 2, 1)])
    return found


if __name__ == "__main__":
    main()
