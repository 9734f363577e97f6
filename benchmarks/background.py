"""Count again how common the words of resolutions are, and write `engine/travaux/alignment/background.py`.

    python benchmarks/background.py [--shared PATH] [--words 1600] [--write]

Counted is in how many distinct paragraphs of the English texts a word stands, cut as alignment cuts it; only counts
leave the texts, and only of the most frequent words. Without `--write` the module is printed.
"""

import argparse
import math
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from material import DEFAULT, Shared, crude
from travaux.alignment.tokens import key, stem, words

MODULE = Path(__file__).resolve().parent.parent / "engine" / "travaux" / "alignment" / "background.py"
SCALE = 4
SHORTEST = 40
"""Characters from which a block counts as a paragraph: mastheads and dates are none."""

HEAD = '''"""How common a word is in resolutions, so that the formulas of the genre weigh little in a short draft.

Made by `benchmarks/background.py`, which counts in how many distinct paragraphs of English resolutions a word
stands. Keys are minus the natural logarithm of that share, in quarters; words are cut as `tokens.stem` cuts them.
"""

SCALE = {scale}
WORDS = {{
'''


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=DEFAULT)
    parser.add_argument("--words", type=int, default=1600)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    module = _module(Shared(options.shared.resolve()), options.words)
    if options.write:
        MODULE.write_text(module, encoding="utf-8")
    else:
        print(module)


def _module(shared: Shared, most: int) -> str:
    spread: Counter[str] = Counter()
    paragraphs = set(_paragraphs(shared))
    for paragraph in sorted(paragraphs):
        spread.update(sorted({found for word in words(paragraph) if (found := stem(word))}))
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for word, count in spread.most_common(most):
        if word.isalpha():
            levels[round(-math.log(count / len(paragraphs)) * SCALE)].append(word)
    return HEAD.format(scale=SCALE) + "".join(map(_row, sorted(levels.items()))) + "}\n"


def _row(level: tuple[int, list[str]]) -> str:
    lines = textwrap.wrap(" ".join(sorted(level[1])), 100)
    rows = [f'"{line} "' for line in lines[:-1]] + [f'"{lines[-1]}"']
    return f"    {level[0]}: " + "\n    ".join(rows) + ",\n"


def _paragraphs(shared: Shared) -> Iterator[str]:
    for path in sorted((shared.root / "corpus" / "texts").glob("*.txt")):
        if not path.name.startswith(("typed_", "fr_")):
            for paragraph in crude(shared.redrafting.blocks(path)):
                if len(paragraph.text) >= SHORTEST:
                    yield key(paragraph.text)


if __name__ == "__main__":
    main()
