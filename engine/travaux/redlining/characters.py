"""Letters inside a replaced word, by diff-match-patch; the one module that knows it."""

from diff_match_patch import diff_match_patch  # type: ignore[import-untyped]

from travaux.words import firm, keys, tokens

SHARED = 0.6
"""Share of letters in common below which letters say less than the words. Range 0.4 to 0.7: up to 0.3
`shall` and `should` get a hint, up to 0.5 `twenty-third` and `twenty-fourth`; from 0.7 on `relating` and
`related` get none."""

LONGEST = 64
"""Letters of a word that is looked into. Range 30 to 1000; it only bounds the work."""

Ranges = tuple[tuple[int, int], ...]


def ranges(old: str, new: str) -> tuple[Ranges, Ranges]:
    """Return the ranges of letters that only old has and that only new has."""
    if not (_plain(old) and _plain(new)):
        return (), ()
    judge = diff_match_patch()
    judge.Diff_Timeout = 0
    steps: list[tuple[int, str]] = judge.diff_main(old, new, False)
    judge.diff_cleanupSemantic(steps)
    shared = sum(len(text) for op, text in steps if op == judge.DIFF_EQUAL)
    if 2 * shared < SHARED * (len(old) + len(new)):
        return (), ()
    return _places(steps, judge.DIFF_DELETE), _places(steps, judge.DIFF_INSERT)


def _plain(word: str) -> bool:
    return len(word) <= LONGEST and len(tokens(word)) == 1 and not firm(keys([word])[0])


def _places(steps: list[tuple[int, str]], wanted: int) -> Ranges:
    """Where in its own text the steps of one kind stand."""
    found = []
    place = 0
    for op, text in steps:
        if op == wanted:
            found.append((place, place + len(text)))
        if op in (0, wanted):
            place += len(text)
    return tuple(found)
