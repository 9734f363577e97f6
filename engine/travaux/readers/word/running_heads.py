"""Headers and footers: not part of the text, but a symbol stands in them."""

from collections.abc import Iterator

from travaux.model.document import Metadatum, Place
from travaux.readers.word.fields import Fields, complete_fields
from travaux.readers.word.package import Package
from travaux.readers.word.revisions import View
from travaux.readers.word.runs import Runs
from travaux.readers.word.story import Story, is_symbol
from travaux.readers.word.styles import Styles
from travaux.text import squeeze


def running_heads(package: Package, view: View, styles: Styles) -> Iterator[Metadatum]:
    """Yield the lines of headers and footers, each once; a line that is a document symbol is told as one."""
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for path in package.related(package.main, kind):
            root = package.part(path)
            if root is None:
                continue
            runs = Runs(view, styles, Fields(complete_fields(root, view.dropped)), None)
            story = Story(runs, None)
            for passage in story.passages(root, f"/w:{'hdr' if kind == 'header' else 'ftr'}"):
                for text in filter(None, map(str.strip, squeeze(passage.text).split("\t"))):
                    if text not in seen:
                        seen.add(text)
                        place = Place(element=passage.element)
                        yield Metadatum(kind="symbol" if is_symbol(text) else "running_head", text=text, place=place)
