"""One comparison as one web page."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from travaux.model.comparison import Change, Comparison, Layer
from travaux.renderers.html.entries import Entries
from travaux.renderers.html.map import NEW, OLD, WIDTH, Map, drawn
from travaux.renderers.html.words import abut
from travaux.renderers.wording import texts
from travaux.renderers.wording.addresses import WITH, Addresses
from travaux.renderers.wording.findings import Findings
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted, listed
from travaux.renderers.wording.relations import different, relation_in_words
from travaux.renderers.wording.runs import typing_differs
from travaux.renderers.wording.summary import summary
from travaux.renderers.wording.unseen import typing

_LAYERS: tuple[Layer, ...] = ("substantive", "editorial", "mechanical")
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left, by their codes."""
_NAMELESS = ("old text", "new text")
_KEY = (
    ("same", "same words"),
    ("number", "other number"),
    ("words", "reworded"),
    ("moved", "moved"),
    ("joined", "split or merged"),
    ("added", "added"),
    ("removed", "removed"),
)


@dataclass(frozen=True)
class _Row:
    """A line of the concordance."""

    change: str
    old: str
    new: str
    relation: str
    layer: str


def page(comparison: Comparison, hide: Iterable[Layer], title: str, files: tuple[str, str] | None) -> str:
    """Return the page: self-contained; its policy allows its own script and styles and nothing else."""
    addresses = Addresses(comparison)
    found = Entries(comparison, addresses)
    old, new = texts.both(comparison, files)
    title = one_line(title)
    between = f"{old.name or _NAMELESS[0]} → {new.name or _NAMELESS[1]}"
    changes = (*comparison.changes, *comparison.note_changes)
    counts = Counter(c.layer for c in changes if different(c))
    template, (page_css, dark_css, scriptless_css, script) = _files()
    themap = drawn(comparison, addresses)
    return template.render(
        abut=abut,
        policy=_policy((page_css, dark_css, scriptless_css), script),
        page_title=title or between,
        page_css=page_css,
        dark_css=dark_css,
        scriptless_css=scriptless_css,
        script=script,
        title=title or new.title or old.title or between,
        language=one_line(comparison.new.language),
        right_to_left=comparison.new.language in _RIGHT_TO_LEFT,
        old=old,
        new=new,
        summary=_headed(summary(comparison, addresses)),
        told=texts.metadata(comparison.not_compared),
        left_out=tuple(texts.not_compared(comparison.not_compared)),
        layers=[(layer, counts[layer]) for layer in _LAYERS],
        hide=frozenset(hide),
        unchanged=sum(not different(c) for c in changes),
        typing=any(map(typing_differs, changes)),
        untyped=typing(comparison.changes, comparison.note_changes),
        map=themap,
        sides=(OLD - 6, NEW + 6),
        width=WIDTH,
        map_told=_told(themap),
        key=[(kind, said) for kind, said in _KEY if any(way.kind == kind for way in themap.ways)],
        paragraphs=tuple(found.paragraphs()),
        notes=tuple(found.notes()),
        note_keys=_note_keys(comparison.note_changes),
        concordance=_concordance(comparison, addresses),
        version=one_line(comparison.travaux),
        pins=listed([one_line(pin) for pin in comparison.options.pins]),
        notices=tuple(texts.notices(comparison)),
    )


@cache
def _files() -> tuple[Template, tuple[str, ...]]:
    """The template, and the styles and the script as they stand in this room."""
    loader = PackageLoader("travaux.renderers", "html")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    names = ("page.css", "dark.css", "scriptless.css", "page.js")
    return environment.get_template("page.html"), tuple(loader.get_source(environment, n)[0].strip() for n in names)


def _headed(told: str) -> tuple[str, str]:
    """The beginning of a summary, which stands out, and the rest."""
    head, colon, rest = told.partition(": ")
    if ". " in head:
        head, colon, rest = told.partition(". ")
    return head + colon[:1], colon[1:] + rest


def _policy(styles: Iterable[str], script: str) -> str:
    """What a browser may do with the page: no request, no script and no style but those of the page itself."""
    hashes = " ".join(map(_hash, styles))
    return (
        f"default-src 'none'; img-src data:; style-src {hashes}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _told(themap: Map) -> str:
    """What the map shows, in words."""
    said = [way.told for way in themap.ways if way.kind not in ("same", "number", "words")]
    kept = sum(way.kind in ("same", "number", "words") for way in themap.ways)
    if len(said) > _MOST:
        said = [*said[:_MOST], f"{len(said) - _MOST:,} more"]
    stayed = f"{counted(kept, 'line')} from old to new in place"
    return f"Number map: {'; '.join([*said, stayed])}. Each leads to its change; the concordance tells all in words."


_MOST = 12
"""Changes that the words of the map name. Range: 5 to 30; what can be listened to."""


def _note_keys(changes: Sequence[Change]) -> dict[tuple[str, str], str]:
    """The change of each note, by its side and its id."""
    return {(side, key): c.id for c in changes for side, keys in (("old", c.old), ("new", c.new)) for key in keys}


def _concordance(comparison: Comparison, addresses: Addresses) -> list[_Row]:
    findings = Findings(comparison, addresses)
    return [
        _Row(
            change=c.id,
            old=WITH.join(addresses.old(c)),
            new=WITH.join(addresses.new(c)),
            relation=relation_in_words(c, addresses, follows=findings.follows(c)),
            layer="" if c.layer == "none" else c.layer,
        )
        for c in (*comparison.changes, *comparison.note_changes)
    ]
