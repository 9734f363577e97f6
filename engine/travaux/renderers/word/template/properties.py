"""What the file tells about itself: by what it was made, from which files, and what was not compared."""

from collections.abc import Iterator

from lxml import etree

from travaux.model.comparison import Comparison
from travaux.renderers.word.characters import printable

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_SPACES = {"cp": _CORE, "dc": _DC}


def properties(comparison: Comparison) -> bytes:
    """Return the part with the properties of the file. Law 7: it holds no day on which it was made."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=_SPACES)
    title = comparison.new.title or comparison.old.title or ""
    for name, text in (
        ("title", title),
        ("creator", f"travaux {comparison.travaux}"),
        ("description", "\n".join(_told(comparison))),
        ("language", comparison.new.language),
    ):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = printable(text)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _told(comparison: Comparison) -> Iterator[str]:
    """The lines of the description, which Word shows under File, Info."""
    yield f"Made with travaux {comparison.travaux}."
    for side, text in (("Old", comparison.old), ("New", comparison.new)):
        if text.origin is not None:
            name = f"{text.symbol}, {text.origin.name}" if text.symbol else text.origin.name
            yield f"{side} text: {name}, SHA-256 {text.origin.sha256}."
    if comparison.options.pins:
        yield f"Pinned: {', '.join(comparison.options.pins)}."
    for side, whose in (("old", "Of the old text"), ("new", "Of the new text"), ("both", "Of both texts")):
        reasons: dict[str, list[str]] = {}
        for item in comparison.not_compared:
            if item.side == side:
                reasons.setdefault(item.reason, []).append(item.what)
        told = [", ".join(what) + (f" ({reason})" if reason else "") for reason, what in reasons.items()]
        if told:
            yield f"{whose} was not compared: {'; '.join(told)}."
