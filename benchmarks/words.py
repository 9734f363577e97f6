"""Redline of one paragraph of about 150 words against diff-match-patch in word mode, side by side in one run.

    python benchmarks/words.py [--rounds 9] [--seed 1]

300 pairs made here, a third each with 1 to 3, 4 to 8 and 9 to 16 edits. Both sides get the same strings and give
back segments; the peer gets words, spaces and punctuation as one letter each, as its documentation advises, with
no time limit and no clean-up. Rounds are interleaved, processor time is counted; the medians and the median of
the ratios are printed. The bar is 1/10.
"""

import argparse
import random
import re
import statistics
import time
from collections.abc import Callable
from functools import partial

from diff_match_patch import diff_match_patch

from travaux.languages import language
from travaux.redlining import redline

PAIRS = 300
EDITS = ((1, 3), (4, 8), (9, 16))
BAR = 1 / 10

OPENINGS = ("Recalling also", "Noting with appreciation", "Requests the Secretary-General to", "Encourages")
VERBS = (
    "strengthen",
    "promote",
    "support",
    "review",
    "harmonize",
    "publish",
    "facilitate",
    "finance",
    "assess",
)
THINGS = (
    "the collection of data", "inland waterway safety", "the inspection of vessels", "river gauges",
    "the training of pilots", "early warning systems", "the exchange of good practices", "technical assistance",
    "access to open formats", "the maintenance of locks", "regional cooperation", "the register of focal points",
    "the participation of women", "capacity-building", "the carriage of dangerous goods",
)  # fmt: skip
ACTORS = (
    "the regional commissions", "developing countries", "the Committee on Inland Waterways", "riparian States",
    "the specialized agencies", "the international financial institutions", "local authorities",
    "the Secretary-General", "States parties", "the private sector",
)  # fmt: skip
LINKS = (
    "and", "in accordance with", "taking into account", "with a view to", "in cooperation with",
    "including through", "as well as", ", in particular",
)  # fmt: skip
RIDERS = (
    ", as appropriate,", "within existing resources", ", upon request,", "on a voluntary basis",
    "subject to the availability of resources", "at all levels", ", inter alia,", "as a matter of priority",
)  # fmt: skip


def citation(chance: random.Random) -> str:
    number = f"{chance.randint(48, 80)}/{chance.randint(1, 290)}"
    month = chance.choice(("March", "June", "October", "December"))
    return f"resolution {number} of {chance.randint(1, 28)} {month} {chance.randint(1994, 2025)}"


def clause(chance: random.Random) -> str:
    kind = chance.random()
    thing, actor, verb = chance.choice(THINGS), chance.choice(ACTORS), chance.choice(VERBS)
    if kind < 0.2:
        return f"its {citation(chance)} on {thing}"
    if kind < 0.5:
        return f"{actor} to {verb} {thing} {chance.choice(RIDERS)}"
    return f"{verb} {thing} and {chance.choice(THINGS)} of {actor}"


def paragraph(chance: random.Random) -> list[str]:
    words = chance.choice(OPENINGS).split()
    length = chance.randint(80, 190)
    while len(words) < length:
        words += f"{clause(chance)} {chance.choice(LINKS)}".replace(" ,", ",").split()
    return words


def edited(words: list[str], edits: int, chance: random.Random) -> list[str]:
    new = list(words)
    for _ in range(edits):
        place = chance.randrange(len(new))
        kind = chance.random()
        if kind < 0.4:
            new[place : place + chance.randint(1, 4)] = clause(chance).split()[: chance.randint(1, 4)]
        elif kind < 0.75:
            new[place:place] = f"{chance.choice(LINKS)} {clause(chance)}".replace(" ,", ",").split()
        else:
            del new[place : place + chance.randint(1, 6)]
    return new


def pairs(seed: int) -> list[tuple[str, str]]:
    chance = random.Random(seed)  # noqa: S311 - a generator of examples
    made = []
    for index in range(PAIRS):
        old = paragraph(chance)
        new = edited(old, chance.randint(*EDITS[index % len(EDITS)]), chance)
        made.append((" ".join(old) + ";", " ".join(new) + ";"))
    return made


_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def peer(old: str, new: str) -> list[tuple[int, str]]:
    letters: dict[str, str] = {}
    words = [""]
    coded = []
    for text in (old, new):
        letter = []
        for piece in _PIECE.findall(text):
            if piece not in letters:
                letters[piece] = chr(len(words))
                words.append(piece)
            letter.append(letters[piece])
        coded.append("".join(letter))
    judge = diff_match_patch()
    judge.Diff_Timeout = 0
    steps: list[tuple[int, str]] = judge.diff_main(*coded, False)
    judge.diff_charsToLines(steps, words)
    return steps


def seconds(work: Callable[[str, str], object], made: list[tuple[str, str]]) -> float:
    start = time.process_time()
    for old, new in made:
        work(old, new)
    return (time.process_time() - start) / len(made)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    made = pairs(given.seed)
    ours, theirs = [], []
    for _ in range(given.rounds):
        ours.append(seconds(partial(redline, words=language("en").redlining), made))
        theirs.append(seconds(peer, made))
    ratio = statistics.median(our / their for our, their in zip(ours, theirs, strict=True))
    words = statistics.median(len(text.split()) for pair in made for text in pair)
    print(f"{PAIRS} pairs, median {words:.0f} words, seed {given.seed}, {given.rounds} interleaved rounds")
    print(f"travaux redline     {statistics.median(ours) * 1e3:7.3f} ms a pair")
    print(f"diff-match-patch    {statistics.median(theirs) * 1e3:7.3f} ms a pair, word mode")
    print(f"ratio               1/{1 / ratio:.1f}; bar 1/{1 / BAR:.0f}: {'met' if ratio <= BAR else 'MISSED'}")


if __name__ == "__main__":
    main()
