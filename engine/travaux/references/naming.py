"""The numbers by which a resolution refers to its own paragraphs, each with where it leads."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from travaux.contracts import ReferenceWords
from travaux.model.document import Paragraph, Resolution
from travaux.references.finding import Citing, find_mentions
from travaux.references.mention import Item, Mention
from travaux.references.places import Places

_READ = frozenset({"preambular", "operative", "annex", "closing", "other"})


class Named(NamedTuple):
    """One number that names a paragraph of the same text.

    Attributes:
        paragraph: in which it stands.
        mention: the words around it.
        item: the number.
        target: id of the paragraph it names; None where there is none.
        rank: place of the mention in its paragraph, from 0; the numbers of one list share it.
    """

    paragraph: Paragraph
    mention: Mention
    item: Item
    target: str | None
    rank: int

    @property
    def words(self) -> str:
        """The words of the mention."""
        return self.paragraph.text[self.mention.start : self.mention.end]

    @property
    def number(self) -> str:
        """The number as printed; empty for words without one."""
        return self.paragraph.text[self.item.start : self.item.end] if self.item.own else ""


def named(
    resolution: Resolution,
    words: ReferenceWords,
    citing: Citing,
    places: Callable[[], Places],
    known: dict[str, tuple[Mention, ...]] | None = None,
) -> Iterator[Named]:
    """Yield the numbers by which a resolution refers to itself, in order.

    One that leads nowhere is yielded only where its words say that it is this text's, and where nothing but its
    target can be missing: not in a fragment, nor a letter that may be printed within a paragraph.

    Args:
        resolution: the text.
        words: by which it refers.
        citing: gives the words by which it cites.
        places: gives its numbers; most texts need none.
        known: the mentions of texts read before, which is added to; drafts have most of their words in common.
    """
    known = {} if known is None else known
    for paragraph in resolution.paragraphs:
        if paragraph.part not in _READ:
            continue
        mentions = known.get(paragraph.text)
        if mentions is None:
            mentions = known[paragraph.text] = find_mentions(paragraph.text, words, citing)
        for rank, mention in enumerate(mentions):
            if mention.owner == "foreign" or (mention.owner == "bare" and mention.noun in ("section", "part")):
                continue
            for item in mention.items:
                target = places().target(mention, item, paragraph.id)
                if target.id is not None or target.certain:
                    yield Named(paragraph, mention, item, target.id, rank)
