"""Running the extractor in a process of its own, within bounds of time and memory."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from travaux.errors import SourceError
from travaux.readers.pdf import extracting
from travaux.readers.pdf.page import Page, Run

MAX_BYTES = 200 * 2**20
"""Largest file, in bytes; scanned volumes have some 100 MiB. Range: any; the process needs several times as much."""

MAX_PAGES = 3000
"""Most pages; the longest volume known has some 1,200. Range: any; time grows."""

MAX_CHARACTERS = 8_000_000
"""Most characters of all pages; 1,200 pages of two columns have some 7 million. Range: any; memory grows."""

MAX_RUNS = 8_000
"""Most pieces of text on a page; a full page of small type has some 1,500. Range: any; time grows."""

MEMORY, MEMORY_A_BYTE = 640 * 2**20, 2
"""Memory of the process, in bytes, and more for each byte of the file. Range: above 300 MiB; twice the file."""

SECONDS, SECONDS_A_PAGE = 4.0, 0.25
"""Time of the processor until the first page, and more for each page. Range: any; a dense page takes some .05 s."""

WALL = 10.0
"""How many times as long the whole may take by the clock, where other programs take the processor. Range 3-20."""

_HINT = "open it and save or print it as PDF again, or give the Word file"


def pages_of(content: bytes, name: str) -> list[Page]:
    """Return what stands on each page of a PDF.

    Raises:
        SourceError: locked, damaged, too large, or it takes too much time or memory.
    """
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 2**20:.0f} MiB"
        raise SourceError(
            f"{name} is {size} long; travaux reads PDF files of up to {MAX_BYTES // 2**20} MiB", "split it"
        )
    answers = _asked(content, name)
    if not answers:
        raise SourceError(f"{name} is a damaged PDF file", _HINT)
    first = answers[0]
    if first.get("error") == "password":
        raise SourceError(
            f"{name} is a PDF file locked with a password", "save a copy without the password and give that"
        )
    count = first.get("pages", 0)
    if "error" in first or not count:
        raise SourceError(f"{name} is a damaged PDF file: it has no pages", _HINT)
    if count > MAX_PAGES:
        raise SourceError(f"{name} has {count:,} pages; travaux reads PDF files of up to {MAX_PAGES:,}", "split it")
    told = answers[1:]
    if any(page.get("error") == "characters" for page in told):
        raise SourceError(f"{name} has more than {MAX_CHARACTERS:,} characters", "split it")
    crowded = next((number for number, page in enumerate(told, 1) if page.get("error") == "runs"), None)
    if crowded is not None:
        raise SourceError(f"page {crowded} of {name} has more than {MAX_RUNS:,} pieces of text", _HINT)
    if len(told) < count:
        raise SourceError(f"page {len(told) + 1} of {name} takes too much time or memory, or is damaged", _HINT)
    broken = next((number for number, page in enumerate(told, 1) if "error" in page), None)
    if broken is not None:
        raise SourceError(f"page {broken} of {name} is damaged", _HINT)
    return [_page(number, page) for number, page in enumerate(told, 1)]


def _asked(content: bytes, name: str) -> list[dict[str, Any]]:
    """The answers of the process, as far as they go."""
    found = importlib.util.find_spec("pypdfium2")
    if found is None or found.origin is None or not sys.executable:
        raise SourceError(f"{name} cannot be read here", "install pypdfium2, and let Python start another process")
    order = {
        "folders": [str(Path(found.origin).parents[1])],
        "memory": MEMORY + MEMORY_A_BYTE * len(content),
        "seconds": SECONDS,
        "seconds_a_page": SECONDS_A_PAGE,
        "characters": MAX_CHARACTERS,
        "pages": MAX_PAGES,
        "runs": MAX_RUNS,
    }
    command = [sys.executable, "-I", "-S", extracting.__file__]
    given = json.dumps(order).encode() + b"\n" + content
    most = WALL * (SECONDS + SECONDS_A_PAGE * content.count(b"/Page"))
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=most, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as late:
        written = late.stdout or b""
    else:
        written = done.stdout
    return [json.loads(line) for line in written.splitlines(keepends=True) if line.endswith(b"\n")]


def _page(number: int, told: dict[str, Any]) -> Page:
    return Page(
        number=number,
        width=told["width"],
        height=told["height"],
        runs=tuple(Run(*run) for run in told["runs"]),
        rules=tuple((left, right, height) for left, right, height in told["rules"]),
        unknown=told["unknown"],
        objects=told["objects"],
    )
