"""The concordance of any number of drafts of one text."""

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

from travaux.alignment import align
from travaux.alignment.composing import compose, descent
from travaux.errors import ChoiceError
from travaux.model.comparison import Change
from travaux.model.document import Notice, Resolution
from travaux.model.history import Concordance, Lineage, Stage
from travaux.pipeline.comparing import changes, one_language
from travaux.pipeline.counterparts import in_one_voice
from travaux.pipeline.ordering import ordered
from travaux.pipeline.weaving import Line, Woven, weave
from travaux.version import __version__


def concordance(drafts: Sequence[Resolution]) -> Concordance:
    """Return the lines of descent through drafts of one text.

    Each draft is compared with the next one, as `compare` does; every paragraph of every draft stands in exactly
    one line.

    Args:
        drafts: two or more, oldest first.

    Raises:
        ChoiceError: there are fewer than two; or one transmits several drafts and none fits the others.
        LanguageError: they are in different languages.
    """
    if len(drafts) < 2:
        raise ChoiceError("a concordance needs two drafts or more", "name the others, oldest first")
    one_language(drafts)
    texts = in_one_voice(drafts)
    steps: list[tuple[Change, ...]] = []
    notices: list[Notice] = []
    for old, new in pairwise(texts):
        alignment = align(old.paragraphs, new.paragraphs)
        steps.append(changes(old, new, alignment))
        notices += alignment.notices
    woven = weave([text.paragraphs for text in texts], steps)
    ids = [[p.id for p in text.paragraphs] for text in texts]
    return Concordance(
        travaux=__version__,
        drafts=_stages(texts),
        lines=_lineages(woven),
        descent=reduce(compose, (descent(*ends, step) for ends, step in zip(pairwise(ids), steps, strict=True))),
        notices=tuple(dict.fromkeys(notices)),
    )


def _lineages(woven: Woven) -> tuple[Lineage, ...]:
    order = ordered(woven)
    names: dict[Line | None, str | None] = {None: None}
    names |= {line: f"l{number}" for number, line in enumerate(order, 1)}
    return tuple(
        Lineage(
            id=f"l{number}",
            words=line.words,
            standings=(*line.standings, *([None] * (len(woven.drafts) - len(line.standings)))),
            split_from=names[line.split_from],
            merged_into=names[line.merged_into],
        )
        for number, line in enumerate(order, 1)
    )


def _stages(texts: Sequence[Resolution]) -> tuple[Stage, ...]:
    """What the drafts are called: by symbols where these tell them apart, else by files, else by position."""
    files = [text.origin.name if text.origin else None for text in texts]
    symbols = Counter(text.symbol for text in texts)
    names = [
        text.symbol if text.symbol and symbols[text.symbol] == 1 else file
        for text, file in zip(texts, files, strict=True)
    ]
    known = Counter(names)
    return tuple(
        Stage(
            name=name if name and known[name] == 1 else f"draft {number}",
            symbol=text.symbol,
            title=text.title,
            origin=text.origin,
        )
        for number, (text, name) in enumerate(zip(texts, names, strict=True), 1)
    )
