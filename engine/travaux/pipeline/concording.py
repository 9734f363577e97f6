"""The concordance of any number of drafts of one text."""

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

from travaux.alignment import align
from travaux.alignment.composing import compose, descent
from travaux.errors import ChoiceError
from travaux.model.comparison import Change, Options
from travaux.model.document import Notice, Resolution
from travaux.model.history import Concordance, Lineage, Stage
from travaux.pipeline.comparing import changes, one_language
from travaux.pipeline.counterparts import in_one_voice
from travaux.pipeline.omitted import draft_in_words, drafts_left
from travaux.pipeline.ordering import ordered
from travaux.pipeline.pinning import among, pins
from travaux.pipeline.weaving import Line, Woven, weave
from travaux.version import __version__


def concordance(drafts: Sequence[Resolution], options: Options | None = None) -> Concordance:
    """Return the lines of descent through drafts of one text.

    Each draft is compared with the next one, as `compare` does; every paragraph of every draft stands in exactly
    one line.

    Args:
        drafts: two or more, oldest first.
        options: pins, each with the number of the later draft: `3:OP5=OP7` is from the second draft to the third.

    Raises:
        ChoiceError: there are fewer than two; or one transmits several drafts and none fits the others; or a pin is
            impossible.
        LanguageError: they are in different languages.
    """
    if len(drafts) < 2:
        raise ChoiceError("a concordance needs two drafts or more", "name the others, oldest first")
    one_language(drafts)
    counterparts = in_one_voice(drafts)
    texts = [counterpart.text for counterpart in counterparts]
    options = options or Options()
    steps: list[tuple[Change, ...]] = []
    notices = [
        Notice(code="draft-left-out", message=f"draft {number}: its {draft_in_words(draft)} is not in the table.")
        for number, counterpart in enumerate(counterparts, 1)
        for draft, _ in drafts_left(counterpart)
    ]
    for number, words in enumerate(among(options.pins, len(texts)), 1):
        old, new = texts[number - 1 : number + 1]
        sides = f"draft {number}", f"draft {number + 1}"
        forced = pins(words, old.paragraphs, new.paragraphs, texts=sides)
        alignment = align(old.paragraphs, new.paragraphs, forced)
        steps.append(changes(old, new, alignment))
        notices += alignment.notices
    woven = weave([text.paragraphs for text in texts], steps)
    ids = [[p.id for p in text.paragraphs] for text in texts]
    return Concordance(
        travaux=__version__,
        options=options,
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
