"""Archives for tests: drafts of a text as files, an archive with a fixed clock and nobody's configuration."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from drafting import Drafter
from gitkit import KEEPER, surroundings
from travaux.archive import Archive
from travaux.model.document import Paragraph

NOON = 2_360_000_000
"""A day in 2044."""


def at_noon() -> int:
    return NOON


def new_archive(path: Path) -> Archive:
    """A new archive, from a copy of an empty one: that takes a tenth of the time of making it."""
    path.mkdir(parents=True)
    for name, content in _empty().items():
        if content is None:
            (path / name).mkdir(parents=True, exist_ok=True)
        else:
            (path / name).write_bytes(content)
    return open_archive(path)


@cache
def _empty() -> dict[str, bytes | None]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive.git"
        Archive.init(path, environment=surroundings(path.parent), identity=KEEPER, clock=at_noon).close()
        found = sorted(path.rglob("*"))
        return {str(p.relative_to(path)): None if p.is_dir() else p.read_bytes() for p in found}


def open_archive(path: Path) -> Archive:
    return Archive.open(path, environment=surroundings(path.parent), identity=KEEPER, clock=at_noon)


def draft(
    *operative: str,
    symbol: str = "A/C.2/99/L.3",
    title: str = "Keeping of lighthouses",
    masthead: Sequence[str] = (),
    opening: str = "The General Assembly,",
) -> bytes:
    """A draft as a file: masthead, title, one preambular paragraph, operative ones that are numbered here."""
    lines = [
        symbol,
        *masthead,
        title,
        opening,
        "Recalling the Convention on Lights and Buoys, and the duty of every coastal State to keep its lights burning,",
        *(f"{number}. {text}" for number, text in enumerate(operative, 1)),
    ]
    return ("\n\n".join(lines) + "\n").encode()


OPS = (
    "Requests the keepers of lighthouses to report each year on the state of their lamps;",
    "Urges all coastal States to replace lamps that have burned for more than ten years;",
    "Invites the regional commissions to convene a meeting of keepers in the third quarter of each year;",
    "Decides to remain seized of the matter.",
)


def chain(seed: int, count: int) -> list[bytes]:
    """Drafts of one text by chance, each redrafted from the one before; no two are the same."""
    drafter = Drafter(seed)
    paragraphs = drafter.resolution(6)
    found = []
    for number in range(count):
        if number:
            paragraphs = drafter.redraft(paragraphs)
        found.append(written(paragraphs, f"A/C.2/99/L.{number + 1}"))
    return found


def written(paragraphs: Sequence[Paragraph], symbol: str) -> bytes:
    """A text as a file."""
    lines = [symbol]
    lines += [f"{p.label} {p.text}" if p.label else p.text for p in paragraphs]
    return ("\n\n".join(lines) + "\n").encode()
